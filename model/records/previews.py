"""What an import would do, told before anything is written; and whose word counts where."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from model.records.rules import Record
from model.text import QT_TRANSLATE_NOOP

Choice = Literal["", "mine", "theirs", "both", "newer"]
"""Whose word counts where diary and file say different things of one entry.

"": nobody's, the import is refused; "mine": the diary's; "theirs": the file's; "both": both
entries stay, for the kinds of TWINS; "newer": the one that `model.storage.newer` chooses, which is
the same one whichever of two diaries takes in the other.
"""

Keep = Choice | Mapping[str, Choice]
"""One choice for every kind, or kind -> choice ("" for kinds that are not named)."""

TWINS = frozenset(
    {
        "moment",
        "assessment",
        "gravimetry",
        "device",
        "course",
        "session",
        "reaction",
        "co_treatment",
        "event",
        "question",
    }
)
"""Kinds of which two entries that share an id may both stay: one of them is given a new id.

Not the others that have an id: a diary has one profile and one threshold, ratings name an own
region and sessions an own applicator (not its entry), and a notice that was dismissed must not come
back.
"""

MOST_SHOWN = 200

KIND_NAMES: dict[str, str] = {
    "profile": QT_TRANSLATE_NOOP("Kind", "Profile"),
    "own_region": QT_TRANSLATE_NOOP("Kind", "Own regions"),
    "followed_region": QT_TRANSLATE_NOOP("Kind", "Followed regions"),
    "baseline": QT_TRANSLATE_NOOP("Kind", "Baselines that were set"),
    "induction": QT_TRANSLATE_NOOP("Kind", "Ends of induction that were set"),
    "wet_again": QT_TRANSLATE_NOOP("Kind", "Severity from which a region is wet again"),
    "rating": QT_TRANSLATE_NOOP("Kind", "Ratings"),
    "moment": QT_TRANSLATE_NOOP("Kind", "Moments"),
    "day_context": QT_TRANSLATE_NOOP("Kind", "Days and their notes"),
    "assessment": QT_TRANSLATE_NOOP("Kind", "Questionnaires"),
    "gravimetry": QT_TRANSLATE_NOOP("Kind", "Weighings"),
    "device": QT_TRANSLATE_NOOP("Kind", "Devices"),
    "owned_applicator": QT_TRANSLATE_NOOP("Kind", "Applicators at hand"),
    "course": QT_TRANSLATE_NOOP("Kind", "Courses"),
    "session": QT_TRANSLATE_NOOP("Kind", "Sessions"),
    "reaction": QT_TRANSLATE_NOOP("Kind", "Reactions"),
    "co_treatment": QT_TRANSLATE_NOOP("Kind", "Co-treatments"),
    "event": QT_TRANSLATE_NOOP("Kind", "Events"),
    "contraindication_answer": QT_TRANSLATE_NOOP("Kind", "Answers of the checklist"),
    "question": QT_TRANSLATE_NOOP("Kind", "Questions for the visit"),
    "notice": QT_TRANSLATE_NOOP("Kind", "Notices"),
}
"""Kind of record -> what its entries are called."""


@dataclass(frozen=True)
class Contradiction:
    """One entry of which the diary and the file say different things."""

    mine: Record
    theirs: Record

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of the fields in which they differ."""
        names = (field.name for field in dataclasses.fields(self.mine))
        differ = (name for name in names if getattr(self.mine, name) != getattr(self.theirs, name))
        return tuple(differ)


@dataclass(frozen=True)
class KindPreview:
    """What an import would do to one kind of entry, in numbers of entries.

    `completed`: the diary's says the same, and the file's is taken for it knows more (a rating with
    the time at which it was made). `shown`: the first MOST_SHOWN of the `conflicts`.
    """

    kind: str
    added: int = 0
    held: int = 0
    completed: int = 0
    conflicts: int = 0
    shown: tuple[Contradiction, ...] = ()

    @property
    def brings(self) -> bool:
        """Whether the file says anything of this kind that the diary does not say."""
        return bool(self.added or self.completed or self.conflicts)

    @property
    def both_can_stay(self) -> bool:
        """Whether the choice "both" can be made for this kind."""
        return self.kind in TWINS


@dataclass(frozen=True)
class ImportPreview:
    """What an import would do, kind by kind; kinds that the file does not hold are left out."""

    kinds: tuple[KindPreview, ...]
    unknown: tuple[str, ...] = ()  # what the file says that no kind has a place for

    @property
    def conflicts(self) -> int:
        """How many entries contradict the diary."""
        return sum(kind.conflicts for kind in self.kinds)

    @property
    def brings_nothing(self) -> bool:
        """Whether the diary holds all of it already."""
        return not any(kind.brings for kind in self.kinds)
