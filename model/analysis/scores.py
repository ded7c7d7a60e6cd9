"""How the totals of questionnaires changed, against the smallest change that matters to patients.

Always in points of the questionnaire, never in percent: nothing published allows one person's HDSS
grade to be turned into a share of sweat (sources of the meaningful changes: those of INSTRUMENTS).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from model.analysis.days import session_day
from model.analysis.sentences import Sentence
from model.catalog.scales import INSTRUMENTS
from model.records.day import Assessment
from model.records.person import Profile
from model.records.snapshot import Snapshot
from model.records.treatment import Session
from model.text import QT_TRANSLATE_NOOP

GRADES = frozenset({"hdss"})
"""Questionnaires whose answer is a grade."""
ASKS_CHANGE = frozenset({"global_change"})
"""Questionnaires that ask for the change itself: their latest answer stands alone."""

_CONTEXT = "Scores"
_LESS = QT_TRANSLATE_NOOP(
    "Scores", "{name}: {first} on {day}, {latest} on {last_day}: {points} points less."
)
_ONE_LESS = QT_TRANSLATE_NOOP(
    "Scores", "{name}: {first} on {day}, {latest} on {last_day}: 1 point less."
)
_MORE = QT_TRANSLATE_NOOP(
    "Scores", "{name}: {first} on {day}, {latest} on {last_day}: {points} points more."
)
_ONE_MORE = QT_TRANSLATE_NOOP(
    "Scores", "{name}: {first} on {day}, {latest} on {last_day}: 1 point more."
)
_EQUAL = QT_TRANSLATE_NOOP(
    "Scores", "{name}: {first} on {day}, {latest} on {last_day}: no difference."
)
_GRADES_LESS = QT_TRANSLATE_NOOP(
    "Scores", "{name}: grade {first} on {day}, {latest} on {last_day}: {points} grades less."
)
_ONE_GRADE_LESS = QT_TRANSLATE_NOOP(
    "Scores", "{name}: grade {first} on {day}, {latest} on {last_day}: 1 grade less."
)
_GRADES_MORE = QT_TRANSLATE_NOOP(
    "Scores", "{name}: grade {first} on {day}, {latest} on {last_day}: {points} grades more."
)
_ONE_GRADE_MORE = QT_TRANSLATE_NOOP(
    "Scores", "{name}: grade {first} on {day}, {latest} on {last_day}: 1 grade more."
)
_GRADES_EQUAL = QT_TRANSLATE_NOOP(
    "Scores", "{name}: grade {first} on {day}, {latest} on {last_day}: no difference."
)
_ANSWER = QT_TRANSLATE_NOOP("Scores", "{name}: {answer} ({last_day}).")
_REACHED = QT_TRANSLATE_NOOP(
    "Scores", "{change} The smallest change that matters to patients is {least:g} points: reached."
)
_NOT_REACHED = QT_TRANSLATE_NOOP(
    "Scores",
    "{change} The smallest change that matters to patients is {least:g} points: not reached.",
)
_NONE_BEFORE = QT_TRANSLATE_NOOP(
    "Scores", "{change} None was filled in before the first session; this compares with the first."
)
_OF_REGION = QT_TRANSLATE_NOOP("Scores", "{instrument}, {region}")
_TEXTS = {  # is a grade -> none, one less, several less, one more, several more
    False: (_EQUAL, _ONE_LESS, _LESS, _ONE_MORE, _MORE),
    True: (_GRADES_EQUAL, _ONE_GRADE_LESS, _GRADES_LESS, _ONE_GRADE_MORE, _GRADES_MORE),
}


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


def score_changes(snapshot: Snapshot) -> tuple[ScoreChange, ...]:
    """Compare the questionnaires before the first session with the latest ones.

    In the order of INSTRUMENTS, those of the whole person first. One that was filled in only once
    has no change and is left out; so is one that was only filled in before the first session.
    """
    ends_at = next((profile.day_ends_at_hour for profile in snapshot.of(Profile)), 0)
    begins = min((session_day(each, ends_at) for each in snapshot.of(Session)), default=None)
    groups: dict[tuple[str, str], list[Assessment]] = {}
    for each in snapshot.of(Assessment):
        groups.setdefault((each.instrument, each.region or ""), []).append(each)
    order = list(INSTRUMENTS)
    found = (
        _compared(sorted(groups[key], key=lambda each: (each.day, each.id)), begins)
        for key in sorted(groups, key=lambda key: (order.index(key[0]), key[1]))
    )
    return tuple(change for change in found if change)


def score_sentence(change: ScoreChange, region: Sentence | None = None) -> Sentence:
    """Say a change in points or grades, and whether it is one that matters to patients.

    Args:
        change: as from `score_changes`.
        region: name of the region, where the questionnaire was asked of one.
    """
    scale = INSTRUMENTS[change.instrument]
    name = Sentence(scale.name, context="Scale")
    if region is not None:
        name = Sentence(_OF_REGION, {"instrument": name, "region": region}, context=_CONTEXT)
    fields: dict[str, object] = {"name": name, "last_day": change.latest.day}
    if change.instrument in ASKS_CHANGE:
        fields["answer"] = Sentence(scale.answers[change.latest.score], context="Scale")
        return Sentence(_ANSWER, fields, context=_CONTEXT)
    size = abs(change.points)
    kind = 0 if not size else (1 if size == 1 else 2) + (2 if change.points > 0 else 0)
    text = _TEXTS[change.instrument in GRADES][kind]
    fields |= {"first": change.first.score, "day": change.first.day}
    fields |= {"latest": change.latest.score, "points": size}
    said = Sentence(text, fields, context=_CONTEXT)
    if change.meaningful is not None:
        text = _REACHED if change.meaningful else _NOT_REACHED
        said = Sentence(text, {"change": said, "least": scale.meaningful_change}, context=_CONTEXT)
    return said if change.before else Sentence(_NONE_BEFORE, {"change": said}, context=_CONTEXT)


def _compared(given: list[Assessment], begins: date | None) -> ScoreChange | None:
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
