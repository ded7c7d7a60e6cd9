"""What groups without an acting treatment did in published trials, with their sources."""

from dataclasses import dataclass

from model.text import QT_TRANSLATE_NOOP


@dataclass(frozen=True)
class ControlGroup:
    """The group of a trial that got sham or vehicle; its mean or median change in percent.

    `cited` names trials that were published together; `sources` are keys of
    model.catalog.sources.SOURCES.
    """

    trial: str
    cited: str
    treatment: str
    measure: str
    patients: int
    weeks: int
    change_percent: float
    sources: tuple[str, ...]


@dataclass(frozen=True)
class ShareImproved:
    """How many of a group without an acting treatment counted as improved."""

    trial: str
    treatment: str
    improved: int
    patients: int
    sources: tuple[str, ...]

    @property
    def percent(self) -> float:
        """Share of the group, 0-100."""
        return 100 * self.improved / self.patients


_CLOTH = QT_TRANSLATE_NOOP("Trial", "vehicle cloth")
_SHAM = QT_TRANSLATE_NOOP("Trial", "sham iontophoresis")
_GEL = QT_TRANSLATE_NOOP("Trial", "vehicle gel")
_DIARY = QT_TRANSLATE_NOOP("Trial", "worst of the day, 0-10")
_SWEAT_RATE = QT_TRANSLATE_NOOP("Trial", "sweat rate")
_WEIGHED = QT_TRANSLATE_NOOP("Trial", "sweat weighed, median")

CONTROL_GROUPS: tuple[ControlGroup, ...] = (
    ControlGroup("ATMOS-1", "ATMOS", _CLOTH, _DIARY, 115, 4, -31.2, ("atmos",)),
    ControlGroup("ATMOS-2", "ATMOS", _CLOTH, _DIARY, 119, 4, -35.2, ("atmos",)),
    ControlGroup("Kim 2017", "Kim 2017", _SHAM, _SWEAT_RATE, 13, 2, -39.1, ("kim2017",)),
    # Medians in mg per 5 minutes on day 43, of those at the start: -100 of 229, -134 of 231.
    ControlGroup("CARDIGAN 1", "CARDIGAN", _GEL, _WEIGHED, 177, 6, -100 / 229 * 100, ("cardigan",)),
    ControlGroup("CARDIGAN 2", "CARDIGAN", _GEL, _WEIGHED, 171, 6, -134 / 231 * 100, ("cardigan",)),
)
"""ATMOS: table 3, week 4; Kim: after 10 sessions; CARDIGAN: percentages from the medians given."""

SHAM_IMPROVED = ShareImproved("Kim 2017", _SHAM, 5, 13, ("kim2017",))
"""Improved by the starch-iodine test after 10 sham sessions."""

FELL_LEAST = round(min(-group.change_percent for group in CONTROL_GROUPS))
FELL_MOST = round(max(-group.change_percent for group in CONTROL_GROUPS))
"""The least and the most by which these groups fell, in whole percent."""

FELL_WITHOUT = QT_TRANSLATE_NOOP(
    "Trial",
    "In published trials, groups on sham or vehicle fell by {least}–{most} % ({trials}). A fall is"
    " an association, not proof of effect.",
)


def fell_without() -> dict[str, object]:
    """Return the fields of FELL_WITHOUT."""
    return {
        "least": FELL_LEAST,
        "most": FELL_MOST,
        "trials": ", ".join(dict.fromkeys(group.cited for group in CONTROL_GROUPS)),
    }
