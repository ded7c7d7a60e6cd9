"""What `progress` found, in words and as the object that the command line prints."""

from __future__ import annotations

from typing import Any

from model.analysis.progress import Progress, RegionProgress, Window
from model.analysis.reasons import FIRM_DAYS
from model.analysis.sentences import Sentence
from model.catalog.regions import REGIONS
from model.records.person import OwnRegion
from model.records.snapshot import Snapshot
from model.text import QT_TRANSLATE_NOOP


def region_name(region: str, snapshot: Snapshot) -> Sentence:
    """Return the name of a region of the catalog (translatable) or of the patient (literal)."""
    if region in REGIONS:
        return Sentence(REGIONS[region].name, context="Region")
    names = {own.id: own.name for own in snapshot.of(OwnRegion)}
    return Sentence("{name}", {"name": names.get(region, region)}, context="")


def change_in_words(shown: RegionProgress) -> Sentence | None:
    """Say the change of a region as a plain fact; None where there is none to say.

    The words never say "improved": whether a change is more than chance needs an interval.
    """
    if shown.change_points is None:
        return None
    if shown.change_percent is None:
        return _difference(shown.change_points, 1, _POINTS_LESS, _POINTS_MORE, _SAME_POINTS)
    return _difference(shown.change_percent, 0, _PERCENT_LESS, _PERCENT_MORE, _SAME_PERCENT)


_PERCENT_LESS = QT_TRANSLATE_NOOP("Sentence", "{amount:.0f} % less than before the first session")
_PERCENT_MORE = QT_TRANSLATE_NOOP("Sentence", "{amount:.0f} % more than before the first session")
_SAME_PERCENT = QT_TRANSLATE_NOOP("Sentence", "as much as before the first session (0 %)")
_POINTS_LESS = QT_TRANSLATE_NOOP(
    "Sentence", "{amount:.1f} points less than before the first session"
)
_POINTS_MORE = QT_TRANSLATE_NOOP(
    "Sentence", "{amount:.1f} points more than before the first session"
)
_SAME_POINTS = QT_TRANSLATE_NOOP("Sentence", "as much as before the first session (0.0 points)")


def standing(shown: RegionProgress) -> tuple[Sentence, ...]:
    """Say how far a change may be relied on: so far, provisional, baseline chosen; () = in full."""
    said = []
    if shown.so_far and shown.now:
        said.append(Sentence(QT_TRANSLATE_NOOP("Sentence", "So far: the induction still goes on.")))
    elif shown.provisional:
        said.append(
            Sentence(
                QT_TRANSLATE_NOOP(
                    "Sentence", "Provisional: fewer than {firm} rated days on one side."
                ),
                {"firm": FIRM_DAYS},
            )
        )
    if shown.baseline_chosen:
        said.append(
            Sentence(QT_TRANSLATE_NOOP("Sentence", "The patient chose the days of the baseline."))
        )
    return tuple(said)


def _difference(change: float, digits: int, less: str, more: str, same: str) -> Sentence:
    rounded = round(change, digits)
    if not rounded:
        return Sentence(same)
    return Sentence(less if rounded < 0 else more, {"amount": abs(rounded)})


def progress_as_dict(progress: Progress) -> dict[str, Any]:
    """Return progress as plain JSON values: ISO days, `null` with a `reason` where one is missing.

    Means are severities 0-10, changes negative where a region is drier than in its baseline.
    """
    quality = progress.quality
    return {
        "regions": [_region_as_dict(shown) for shown in progress.regions],
        "sessions": progress.sessions,
        "treated": sum(shown.treated for shown in progress.regions),
        "quality": {
            "first_day": _iso(quality.first_day),
            "last_day": _iso(quality.last_day),
            "days_rated": quality.days_rated,
            "days_possible": quality.days_possible,
            "days_timed": quality.days_timed,
            "days_same_day": quality.days_same_day,
        },
    }


def _region_as_dict(shown: RegionProgress) -> dict[str, Any]:
    return {
        "region": shown.region,
        "treated": shown.treated,
        "sessions": shown.sessions,
        "first_session": _iso(shown.first_session),
        "last_session": _iso(shown.last_session),
        "baseline": _window_as_dict(shown.baseline),
        "now": _window_as_dict(shown.now),
        "so_far": shown.so_far,
        "provisional": shown.provisional,
        "baseline_chosen": shown.baseline_chosen,
        "change_percent": shown.change_percent,
        "points": shown.change_points,
        "reason": str(shown.reason) if shown.reason else None,
    }


def _window_as_dict(window: Window | None) -> dict[str, Any] | None:
    if window is None:
        return None
    return {
        "from": _iso(window.starts),
        "to": _iso(window.ends),
        "days": window.days,
        "days_possible": window.days_possible,
        "mean": window.mean,
    }


def _iso(day: Any) -> str | None:
    return day.isoformat() if day else None
