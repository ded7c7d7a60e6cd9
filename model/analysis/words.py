"""What `progress` found, in words and as the object that the command line prints."""

from __future__ import annotations

from typing import Any

from model.analysis.estimate import Estimate
from model.analysis.headline import bothers_most, headline
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


def names_of(progress: Progress, snapshot: Snapshot) -> dict[str, Sentence]:
    """Return the names of all regions of a result by their ids."""
    return {shown.region: region_name(shown.region, snapshot) for shown in progress.regions}


def said_headline(progress: Progress, snapshot: Snapshot) -> Sentence:
    """Return the headline of a diary, its regions named and the one that bothers most in front."""
    return headline(progress, names_of(progress, snapshot), bothers_most(snapshot))


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


def progress_as_dict(progress: Progress, snapshot: Snapshot) -> dict[str, Any]:
    """Return progress as plain JSON values: ISO days, `null` with a `reason` where one is missing.

    Means are severities 0-10, changes negative where a region is drier than in its baseline;
    `_low` and `_high` are the limits of a 95 % interval, `_high` null where there is none above.
    """
    quality = progress.quality
    return {
        "headline": str(said_headline(progress, snapshot)),
        "improved": len(progress.improved),
        "treated": sum(shown.treated for shown in progress.regions),
        "sessions": progress.sessions,
        "regions": [
            _region_as_dict(shown, shown.region in progress.improved) for shown in progress.regions
        ],
        "quality": {
            "first_day": _iso(quality.first_day),
            "last_day": _iso(quality.last_day),
            "days_rated": quality.days_rated,
            "days_possible": quality.days_possible,
            "days_timed": quality.days_timed,
            "days_same_day": quality.days_same_day,
            "longest_gap": quality.longest_gap,
        },
    }


def _region_as_dict(shown: RegionProgress, improved: bool) -> dict[str, Any]:
    return {
        "region": shown.region,
        "treated": shown.treated,
        "sessions": shown.sessions,
        "first_session": _iso(shown.first_session),
        "last_session": _iso(shown.last_session),
        "days_since_last": shown.days_since_last,
        "dry_interval_days": shown.dry_interval,
        "baseline": _window_as_dict(shown.baseline),
        "now": _window_as_dict(shown.now),
        "so_far": shown.so_far,
        "provisional": shown.provisional,
        "baseline_chosen": shown.baseline_chosen,
        **_limits("change", shown.change, "change_percent"),
        **_limits("points", shown.points, "points"),
        **_limits("contrast", shown.contrast, "contrast_percent"),
        "contrast_with": list(shown.contrast_with),
        "untreated_change_percent": shown.untreated_change,
        **_limits("nap", shown.nap, "nap"),
        "verdict": shown.verdict,
        "improved": improved,
        "halved": shown.halved,
        "four_points": shown.four_points,
        **_limits("loss", shown.loss, "loss_points"),
        "worst_case_percent": shown.worst_case,
        "late_days": shown.late_days,
        **_limits("without_late", shown.without_late, "without_late_percent"),
        **_limits("adjusted", shown.adjusted, "adjusted_percent"),
        "reason": str(shown.reason) if shown.reason else None,
    }


def _limits(name: str, found: Estimate | None, value: str) -> dict[str, float | None]:
    return {
        value: found.value if found else None,
        f"{name}_low": found.low if found else None,
        f"{name}_high": found.high if found else None,
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
