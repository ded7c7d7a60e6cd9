"""What the user can mend: one sentence each, translatable, with named fields."""

from __future__ import annotations


class DiaryError(Exception):
    """A sentence for the user: what is wrong and what to do; nothing was written.

    Args:
        text: an English sentence marked with QT_TRANSLATE_NOOP("DiaryError", ...).
        fields: values for the named fields of the sentence.
    """

    def __init__(self, text: str, **fields: object) -> None:
        super().__init__(text)
        self.text = text
        self.fields = fields

    def __str__(self) -> str:
        return self.text.format(**self.fields)


class FutureDay(DiaryError):
    """A day after today: the window asks whether the clock is wrong, a file is refused."""


class Conflict(DiaryError):
    """What is imported contradicts what the diary holds; the user chooses whose word counts."""


class NotADiary(DiaryError):
    """The file is something else than a diary and was left untouched."""


class DamagedDiary(DiaryError):
    """The file is a diary but cannot be trusted; it was left untouched."""


class NewerDiary(DiaryError):
    """A newer Drymap wrote the file; it was left untouched."""


class DiaryInUse(DiaryError):
    """Another program holds the diary open."""


class CannotWrite(DiaryError):
    """The place is read-only or full; what was on disk before is unchanged."""
