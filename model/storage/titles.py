"""What an entry of the journal is called where the caller did not name it."""

from collections.abc import Iterable

from model.text import QT_TRANSLATE_NOOP

IMPORT = QT_TRANSLATE_NOOP("Change", "Import")
REMOVAL = QT_TRANSLATE_NOOP("Change", "Removal")
_SEVERAL = QT_TRANSLATE_NOOP("Change", "Several entries")
_OTHER = QT_TRANSLATE_NOOP("Change", "Entry")

TITLES: dict[str, str] = {
    "profile": QT_TRANSLATE_NOOP("Change", "Profile"),
    "own_region": QT_TRANSLATE_NOOP("Change", "Own region"),
    "followed_region": QT_TRANSLATE_NOOP("Change", "Followed regions"),
    "baseline": QT_TRANSLATE_NOOP("Change", "Baseline"),
    "induction": QT_TRANSLATE_NOOP("Change", "End of the induction"),
    "wet_again": QT_TRANSLATE_NOOP("Change", "Severity of wet again"),
    "rating": QT_TRANSLATE_NOOP("Change", "Rating"),
    "moment": QT_TRANSLATE_NOOP("Change", "Moment"),
    "day_context": QT_TRANSLATE_NOOP("Change", "Day"),
    "assessment": QT_TRANSLATE_NOOP("Change", "Questionnaire"),
    "gravimetry": QT_TRANSLATE_NOOP("Change", "Weighing"),
    "device": QT_TRANSLATE_NOOP("Change", "Device"),
    "owned_applicator": QT_TRANSLATE_NOOP("Change", "Applicator"),
    "course": QT_TRANSLATE_NOOP("Change", "Course"),
    "session": QT_TRANSLATE_NOOP("Change", "Session"),
    "reaction": QT_TRANSLATE_NOOP("Change", "Reaction"),
    "co_treatment": QT_TRANSLATE_NOOP("Change", "Co-treatment"),
    "event": QT_TRANSLATE_NOOP("Change", "Event"),
    "contraindication_answer": QT_TRANSLATE_NOOP("Change", "Checklist"),
    "question": QT_TRANSLATE_NOOP("Change", "Question"),
    "notice": QT_TRANSLATE_NOOP("Change", "Notice"),
}


def title_of(kinds: Iterable[str]) -> str:
    """Return the title of a write that touches these kinds."""
    first, *more = set(kinds) or {""}
    return _SEVERAL if more else TITLES.get(first, _OTHER)
