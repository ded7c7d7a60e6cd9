"""How the totals of questionnaires changed, against the smallest change that matters to patients.

Always in points of the questionnaire, never in percent: nothing published allows one person's HDSS
grade to be turned into a share of sweat (sources of the meaningful changes: those of INSTRUMENTS).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from model.analysis.days import days_of
from model.analysis.phases import region_order
from model.analysis.sentences import Sentence
from model.catalog.scales import INSTRUMENTS
from model.records.day import Assessment
from model.records.person import Profile
from model.records.snapshot import Snapshot
from model.records.treatment import Session
from model.text import QT_TRANSLATE_NOOP

ASKS_CHANGE = frozenset({"global_change"})
"""Questionnaires that ask for the change itself: their latest answer stands alone."""

_CONTEXT = "Scores"
_FROM_TO = QT_TRANSLATE_NOOP(
    "Scores", "{name}: {first} on {day}, {latest} on {last_day}: {difference}."
)
_EQUAL = QT_TRANSLATE_NOOP("Scores", "no difference")
_ONE_LESS = QT_TRANSLATE_NOOP("Scores", "1 point less")
_LESS = QT_TRANSLATE_NOOP("Scores", "{points} points less")
_ONE_MORE = QT_TRANSLATE_NOOP("Scores", "1 point more, that is worse")
_MORE = QT_TRANSLATE_NOOP("Scores", "{points} points more, that is worse")
_ANSWER = QT_TRANSLATE_NOOP("Scores", "{name}: {answer} ({last_day}).")
_REACHED = QT_TRANSLATE_NOOP(
    "Scores", "{change} The smallest change that matters to patients is {least:g} points: reached."
)
_WORSE = QT_TRANSLATE_NOOP(
    "Scores",
    "{change} The smallest change that matters to patients is {least:g} points: reached, for the"
    " worse.",
)
_NOT_REACHED = QT_TRANSLATE_NOOP(
    "Scores",
    "{change} The smallest change that matters to patients is {least:g} points: not reached.",
)
_NONE_BEFORE = QT_TRANSLATE_NOOP(
    "Scores", "{change} None was filled in before the first session; this compares with the first."
)
_OF_REGION = QT_TRANSLATE_NOOP("Scores", "{instrument}, {region}")
_SHORT = QT_TRANSLATE_NOOP("Scores", "{first} → {latest}: {difference}")
_SHORT_MATTERS = QT_TRANSLATE_NOOP("Scores", "{change}; {least:g} or more matter to patients")
_SHORT_SINCE = QT_TRANSLATE_NOOP("Scores", "{change} (none before the first session)")


@dataclass(frozen=True)
class ScoreChange:
    """The first and the latest total of a questionnaire, for one region or for the person.

    instrument: key of INSTRUMENTS; region: where it was asked of one, else None. first: the last
    total before the first session; where there is none, the first of all, and `before` is False
    unless there is no session yet.
    points: latest - first, lower = better. meaningful: whether the points reach the smallest
    change that matters to patients, either way; None where none is published. sources: of it, keys
    of SOURCES. For ASKS_CHANGE first is the latest and points is 0.
    """

    instrument: str
    region: str | None
    first: Assessment
    latest: Assessment
    before: bool
    points: int
    meaningful: bool | None
    sources: tuple[str, ...]


def treatment_begins(snapshot: Snapshot) -> date | None:
    """Return the patient's day of the first session of all, None before any."""
    ends_at = next((profile.day_ends_at_hour for profile in snapshot.of(Profile)), 0)
    return min(days_of(snapshot.of(Session), ends_at), default=None)


def score_changes(snapshot: Snapshot, last: date | None = None) -> tuple[ScoreChange, ...]:
    """Compare the questionnaires before the first session with the latest ones.

    In the order of INSTRUMENTS, those of the whole person first. One that was filled in only once
    has no change and is left out; so is one that was only filled in before the first session.
    What was filled in after the day `last` is not known, None for all.
    """
    begins = treatment_begins(snapshot)
    groups: dict[tuple[str, str], list[Assessment]] = {}
    for each in snapshot.of(Assessment):
        if last is None or each.day <= last:
            groups.setdefault((each.instrument, each.region or ""), []).append(each)
    found = (_compared(in_order(groups[key]), begins) for key in sorted(groups, key=score_order))
    return tuple(change for change in found if change)


def in_order(given: Iterable[Assessment]) -> tuple[Assessment, ...]:
    """Return totals by day."""
    return tuple(sorted(given, key=lambda each: (each.day, each.id)))


def score_order(key: tuple[str, str]) -> tuple[int, bool, tuple[int, str]]:
    """Return a key that sorts (instrument, region or "") as they are shown."""
    instrument, region = key
    return list(INSTRUMENTS).index(instrument), bool(region), region_order(region)


def score_name(instrument: str, region: Sentence | None = None) -> Sentence:
    """Return the name of a questionnaire, with the region of which it was asked."""
    name = Sentence(INSTRUMENTS[instrument].name, context="Scale")
    if region is None:
        return name
    return Sentence(_OF_REGION, {"instrument": name, "region": region}, context=_CONTEXT)


def score_sentence(change: ScoreChange, region: Sentence | None = None) -> Sentence:
    """Say a change in points, and whether it is one that matters to patients.

    Args:
        change: as from `score_changes`.
        region: name of the region, where the questionnaire was asked of one.
    """
    scale = INSTRUMENTS[change.instrument]
    fields: dict[str, object] = {"name": score_name(change.instrument, region)}
    fields["last_day"] = change.latest.day
    if change.instrument in ASKS_CHANGE:
        fields["answer"] = Sentence(scale.answers[change.latest.score], context="Scale")
        return Sentence(_ANSWER, fields, context=_CONTEXT)
    fields |= {"first": change.first.score, "day": change.first.day}
    fields |= {"latest": change.latest.score, "difference": _difference(change)}
    said = Sentence(_FROM_TO, fields, context=_CONTEXT)
    if change.meaningful is not None:
        reached = _WORSE if change.points > 0 else _REACHED
        text = reached if change.meaningful else _NOT_REACHED
        said = Sentence(text, {"change": said, "least": scale.meaningful_change}, context=_CONTEXT)
    return said if change.before else Sentence(_NONE_BEFORE, {"change": said}, context=_CONTEXT)


def score_in_short(change: ScoreChange) -> Sentence:
    """Say a change as beside a chart: both totals, the difference, how much matters to patients."""
    fields: dict[str, object] = {"first": change.first.score, "latest": change.latest.score}
    fields["difference"] = _difference(change)
    said = Sentence(_SHORT, fields, context=_CONTEXT)
    least = INSTRUMENTS[change.instrument].meaningful_change
    if least is not None:
        said = Sentence(_SHORT_MATTERS, {"change": said, "least": least}, context=_CONTEXT)
    return said if change.before else Sentence(_SHORT_SINCE, {"change": said}, context=_CONTEXT)


def _difference(change: ScoreChange) -> Sentence:
    """Return the difference in points; more of them is worse in every questionnaire."""
    size = abs(change.points)
    if not size:
        return Sentence(_EQUAL, context=_CONTEXT)
    one, many = (_ONE_MORE, _MORE) if change.points > 0 else (_ONE_LESS, _LESS)
    return Sentence(one if size == 1 else many, {"points": size}, context=_CONTEXT)


def _compared(given: Sequence[Assessment], begins: date | None) -> ScoreChange | None:
    """Compare the totals of one questionnaire, by day; None where there is no later one."""
    scale, latest = INSTRUMENTS[given[0].instrument], given[-1]
    if scale.id in ASKS_CHANGE:
        return ScoreChange(scale.id, latest.region, latest, latest, True, 0, None, ())
    earlier = [each for each in given if begins and each.day < begins]
    first = earlier[-1] if earlier else given[0]
    if first is latest:
        return None
    points, least = latest.score - first.score, scale.meaningful_change
    reached = None if least is None else abs(points) >= least
    sources = () if least is None else scale.sources
    before = begins is None or bool(earlier)
    return ScoreChange(scale.id, latest.region, first, latest, before, points, reached, sources)
