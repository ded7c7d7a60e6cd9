"""What `progress` found, in words and as the object that the command line prints."""

from __future__ import annotations

from typing import Any

from model.analysis.estimate import Estimate
from model.analysis.headline import bothers_most, headline
from model.analysis.phases import MIN_DAYS, Phases
from model.analysis.progress import Progress, RegionProgress, Window
from model.analysis.reasons import FIRM_DAYS
from model.analysis.sentences import Sentence, in_sentence
from model.analysis.verdicts import after_treatment_began, estimated_percent
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


def name_in_sentence(region: str, snapshot: Snapshot) -> Sentence:
    """Return the name of a region as it is written amid a sentence; one's own name stays."""
    return in_sentence(region_name(region, snapshot))


def names_of(progress: Progress, snapshot: Snapshot) -> dict[str, Sentence]:
    """Return the names of all regions of a result by their ids."""
    return {shown.region: region_name(shown.region, snapshot) for shown in progress.regions}


def said_headline(progress: Progress, snapshot: Snapshot) -> Sentence:
    """Return the headline of a diary, its regions named and the one that bothers most in front."""
    names = {shown.region: name_in_sentence(shown.region, snapshot) for shown in progress.regions}
    return headline(progress, names, bothers_most(snapshot))


def change_in_words(shown: RegionProgress) -> Sentence | None:
    """Say the change of a region as a plain fact; None where there is none to say.

    It is the estimate alone. Whether it may be called an improvement is decided by its interval,
    which `model.analysis.verdicts` puts in words.
    """
    if shown.change_points is None:
        return None
    percent = shown.change_percent
    change = shown.change_points if percent is None else percent
    same, less, more = _IN_POINTS if percent is None else _IN_PERCENT
    before = _IN_BASELINE if after_treatment_began(shown) else _BEFORE
    fields: dict[str, object] = {"before": Sentence(before)}
    if not round(change, 1 if percent is None else 0):
        return Sentence(same, fields)
    fields["amount"] = abs(change) if percent is None else estimated_percent(change)
    return Sentence(less if change < 0 else more, fields)


_BEFORE = QT_TRANSLATE_NOOP("Sentence", "before the first session")
_IN_BASELINE = QT_TRANSLATE_NOOP("Sentence", "in the baseline chosen")
_IN_PERCENT = (
    QT_TRANSLATE_NOOP("Sentence", "as much as {before} (0 %)"),
    QT_TRANSLATE_NOOP("Sentence", "{amount} % less than {before}"),
    QT_TRANSLATE_NOOP("Sentence", "{amount} % more than {before}"),
)
_IN_POINTS = (
    QT_TRANSLATE_NOOP("Sentence", "as much as {before} (0.0 points)"),
    QT_TRANSLATE_NOOP("Sentence", "{amount:.1f} points less than {before}"),
    QT_TRANSLATE_NOOP("Sentence", "{amount:.1f} points more than {before}"),
)


def standing(shown: RegionProgress) -> tuple[Sentence, ...]:
    """Say how far a change may be relied on: so far, provisional, baseline chosen; () = in full.

    A baseline that the patient chose is named whether or not anything could be compared with it.
    """
    said = []
    if shown.so_far and shown.now:
        said.append(_so_far(shown.now, shown.phases))
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
    if shown.induction_moved and shown.phases:
        said.append(
            Sentence(
                QT_TRANSLATE_NOOP("Sentence", "The patient moved an end of induction to {day}."),
                {"day": shown.phases.moved},
            )
        )
    return tuple(said)


def _so_far(now: Window, phases: Phases | None) -> Sentence:
    """Say that the induction goes on, or that too little of the time after it is rated."""
    if phases is None or now.ends <= phases.induction_ends:
        return Sentence(QT_TRANSLATE_NOOP("Sentence", "So far: the induction still goes on."))
    return Sentence(
        QT_TRANSLATE_NOOP(
            "Sentence",
            "So far: the induction ended on {day}, and fewer than {needed} days after it are"
            " rated.",
        ),
        {"day": phases.induction_ends, "needed": MIN_DAYS},
    )


def progress_as_dict(progress: Progress, snapshot: Snapshot) -> dict[str, Any]:
    """Return progress as plain JSON values: ISO days, `null` with a `reason` where one is missing.

    Means are severities 0-10, changes negative where a region is drier than in its baseline;
    `_low` and `_high` are the limits of a 95 % interval, `_high` null where there is none above.
    """
    quality = progress.quality
    return {
        "headline": str(said_headline(progress, snapshot)),
        "improved": len(progress.improved),
        "treated": sum(shown.treated and shown.counts for shown in progress.regions),
        "sessions": progress.sessions,
        "wet_again_at": progress.wet_again_at,
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
        "induction_ends": _iso(shown.phases.induction_ends if shown.phases else None),
        "induction_moved": shown.now_moved,
        **_limits("change", shown.change, "change_percent"),
        **_limits("points", shown.points, "points"),
        **_limits("contrast", shown.contrast, "contrast_percent"),
        "contrast_with": list(shown.contrast_with),
        "untreated_change_percent": shown.untreated_change,
        **_limits("nap", shown.nap, "nap"),
        "verdict": shown.verdict,
        "counts": shown.counts,
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
