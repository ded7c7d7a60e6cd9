"""Where to start: the patient's regions in the order of the patient's own numbers; no advice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from model.analysis.reach import Reach
from model.analysis.sentences import Sentence, counted
from model.catalog.cautions import Figure
from model.catalog.regions import REGIONS
from model.records.snapshot import Snapshot, day_number, day_of
from model.text import QT_TRANSLATE_NOOP

RECENT_DAYS = Figure(28, "d", ("drymap",))
"""Rated days whose mean stands for a region now. A convention."""

RULE = QT_TRANSLATE_NOOP(
    "Sentence",
    "Your own numbers in order, not advice: the mean of what you rated on the last {days} rated"
    " days and of how much the region bothers you, both 0 to 10; where one is missing, the other"
    " alone.",
)


@dataclass(frozen=True)
class Rated:
    """The mean severity 0..10 of the last rated days of a region, at most RECENT_DAYS of them."""

    mean: float
    days: int
    last: date


@dataclass(frozen=True)
class Rank:
    """A region's place in the order; `score` 0..10 is None where nothing is known of it.

    `explanation` says in a line why it stands there; `missing` what the patient could add.
    """

    region: str
    place: int
    score: float | None
    rated: Rated | None
    bother: int | None
    reach: Reach
    explanation: Sentence
    missing: tuple[Sentence, ...]

    @property
    def is_reachable(self) -> bool:
        """Whether something that the patient has reaches it."""
        return self.reach.kind == "at_hand"


def rule() -> Sentence:
    """Say by what the regions are ordered."""
    return Sentence(RULE, {"days": RECENT_DAYS.value})


def recent(snapshot: Snapshot, today: date) -> dict[str, Rated]:
    """Return for each rated region the mean of its last rated days up to today.

    Days not rated or not applicable do not count; a region that was never rated is left out.
    """
    found, most = {}, RECENT_DAYS.value
    for region in snapshot.regions:
        days, severities = snapshot.rated(region)
        past = days <= day_number(today)
        days, severities = days[past][-most:], severities[past][-most:]
        if len(days):
            found[region] = Rated(float(severities.mean()), len(days), day_of(int(days[-1])))
    return found


def ranking(
    rated: Mapping[str, Rated], bother: Mapping[str, int | None], reach: Mapping[str, Reach]
) -> tuple[Rank, ...]:
    """Put the patient's regions in order, the highest numbers first.

    The score is the mean of severity and bother, or the one that is there; ties go by the order of
    the catalog, from head to foot, one's own regions behind the one in which they lie. Regions of
    which nothing is known come last. What can be reached is marked and changes no place.

    Args:
        rated: region -> mean severity 0..10, see `recent`.
        bother: region -> 0..10, None where it was not answered.
        reach: what can be said of each region of the other two.
    """
    order = {region: number for number, region in enumerate(REGIONS)}

    def place(region: str) -> tuple[bool, float, int, bool, str]:
        score = _score(rated.get(region), bother.get(region))
        in_catalog = order.get(reach[region].place, len(order))
        own = region not in order
        # Rounded, so that equal numbers tie whatever days they came from.
        return (score is None, -round(score or 0, 6), in_catalog, own, region)

    ordered = sorted({*rated, *bother}, key=place)
    return tuple(
        _rank(number, region, rated.get(region), bother.get(region), reach[region])
        for number, region in enumerate(ordered, 1)
    )


def what_is_missing(ranks: tuple[Rank, ...]) -> Sentence | None:
    """Say what would give the order a ground; None where every region has both numbers."""
    if not any(rank.score is not None for rank in ranks):
        return Sentence(
            QT_TRANSLATE_NOOP(
                "Sentence",
                "There is nothing to put in order yet: rate a day, or say how much a region"
                " bothers you.",
            )
        )
    count = sum(bool(rank.missing) for rank in ranks)
    if not count:
        return None
    return counted(
        QT_TRANSLATE_NOOP("Sentence", "{count} region of {all} lacks a number."),
        QT_TRANSLATE_NOOP("Sentence", "{count} regions of {all} lack a number."),
        count,
        all=len(ranks),
    )


def _score(rated: Rated | None, bother: int | None) -> float | None:
    known = [each for each in (rated.mean if rated else None, bother) if each is not None]
    return sum(known) / len(known) if known else None


def _rank(place: int, region: str, rated: Rated | None, bother: int | None, reach: Reach) -> Rank:
    explanation = Sentence(
        QT_TRANSLATE_NOOP("Sentence", "{rating}, {bother}. {reach}"),
        {"rating": _rating(rated), "bother": _bother(bother), "reach": reach.text},
    )
    missing = []
    if rated is None:
        missing.append(Sentence(QT_TRANSLATE_NOOP("Sentence", "This region was never rated.")))
    if bother is None:
        missing.append(
            Sentence(
                QT_TRANSLATE_NOOP("Sentence", "You have not said how much this region bothers you.")
            )
        )
    score = _score(rated, bother)
    return Rank(region, place, score, rated, bother, reach, explanation, tuple(missing))


def _rating(rated: Rated | None) -> Sentence:
    if rated is None:
        return Sentence(QT_TRANSLATE_NOOP("Sentence", "Not rated yet"))
    return counted(
        QT_TRANSLATE_NOOP("Sentence", "Rated {mean:.1f} on {count} day, {last}"),
        QT_TRANSLATE_NOOP("Sentence", "Rated {mean:.1f} on average over {count} days up to {last}"),
        rated.days,
        mean=rated.mean,
        last=rated.last,
    )


def _bother(bother: int | None) -> Sentence:
    if bother is None:
        return Sentence(QT_TRANSLATE_NOOP("Sentence", "not asked yet how much it bothers"))
    return Sentence(QT_TRANSLATE_NOOP("Sentence", "bothers {bother} of 10"), {"bother": bother})
