"""What a patient treats with: devices, applicators, courses, sessions, reactions, co-treatments."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, ClassVar

from model.catalog import terms
from model.catalog.applicators import APPLICATORS, FORBIDDEN_REGIONS
from model.catalog.regions import WHOLE_BODY
from model.catalog.treatments import CO_TREATMENTS, SCHEDULES
from model.records.errors import DiaryError
from model.records.rules import (
    FIRST_DAY,
    LAST_DAY,
    NAME_LIMIT,
    OWN_PREFIX,
    Day,
    Flag,
    Instant,
    Number,
    OneOf,
    Record,
    RegionId,
    Several,
    Text,
    Whole,
    by,
    identity,
)
from model.text import QT_TRANSLATE_NOOP

CURRENT_LIMIT_MA = 60
"""Guard against slips of the finger only, no dose: above the 35 mA at which a Hidrex device
switches itself off (source: hidrex_safety)."""

MINUTES_LIMIT = 240
"""Guard against slips of the finger only, no dose."""


def _regions(label: str, filled: bool = False) -> Several:
    return Several(label, False, RegionId(QT_TRANSLATE_NOOP("Field", "Region")), filled)


def _name(label: str, filled: bool = False) -> Text:
    return Text(label, limit=NAME_LIMIT, filled=filled)


@dataclass(frozen=True)
class PlannedDay(Text):
    """A day like 2026-11-23, or a weekday of model.catalog.terms.WEEKDAYS for every week."""

    def check(self, value: Any) -> None:
        """Refuse what is neither."""
        super().check(value)
        if value in terms.WEEKDAYS:
            return
        try:
            day = date.fromisoformat(value)
        except ValueError:
            day = date.min
        if str(day) != value or not FIRST_DAY <= day <= LAST_DAY:
            raise DiaryError(
                QT_TRANSLATE_NOOP(
                    "DiaryError",
                    "A planned day is a day like 2026-11-23 or one of {choices}, not '{value}'.",
                ),
                choices=", ".join(terms.WEEKDAYS),
                value=value[:40],
            )


@dataclass(frozen=True)
class Device(Record):
    """A power unit that the patient has or had."""

    KIND: ClassVar[str] = "device"

    name: str = by(_name(QT_TRANSLATE_NOOP("Field", "Name"), filled=True))
    maker: str = by(_name(QT_TRANSLATE_NOOP("Field", "Maker")), "")
    waveforms: tuple[str, ...] = by(
        Several(QT_TRANSLATE_NOOP("Field", "Waveforms"), False, OneOf("", False, terms.WAVEFORMS)),
        (),
    )
    shows_current: bool | None = by(Flag(QT_TRANSLATE_NOOP("Field", "Shows mA"), True), None)
    since: date | None = by(Day(QT_TRANSLATE_NOOP("Field", "Since"), True), None)
    until: date | None = by(Day(QT_TRANSLATE_NOOP("Field", "Until"), True), None)
    note: str = by(Text(QT_TRANSLATE_NOOP("Field", "Note")), "")
    id: str = identity()


@dataclass(frozen=True)
class OwnedApplicator(Record):
    """An applicator at hand: one of the catalog, or one's own with the regions it reaches."""

    KIND: ClassVar[str] = "owned_applicator"

    applicator: str = by(_name(QT_TRANSLATE_NOOP("Field", "Applicator"), filled=True))
    name: str = by(_name(QT_TRANSLATE_NOOP("Field", "Name")), "")
    regions: tuple[str, ...] = by(_regions(QT_TRANSLATE_NOOP("Field", "Regions")), ())
    device: str | None = by(Text(QT_TRANSLATE_NOOP("Field", "Device"), True, limit=64), None)
    since: date | None = by(Day(QT_TRANSLATE_NOOP("Field", "Since"), True), None)
    until: date | None = by(Day(QT_TRANSLATE_NOOP("Field", "Until"), True), None)
    id: str = identity()

    def check_together(self) -> None:
        """Refuse unknown applicators, an own one that reaches nothing, and forbidden regions."""
        if self.applicator in APPLICATORS:
            return
        if not self.applicator.startswith(OWN_PREFIX) or not self.name.strip():
            raise DiaryError(
                QT_TRANSLATE_NOOP(
                    "DiaryError", "There is no applicator '{value}'. Use one of: {choices}."
                ),
                value=self.applicator,
                choices=", ".join(APPLICATORS),
            )
        if not self.regions:
            raise DiaryError(
                QT_TRANSLATE_NOOP("DiaryError", "Say which regions '{name}' reaches."),
                name=self.name,
            )
        refuse_forbidden(self.regions)


@dataclass(frozen=True)
class Course(Record):
    """A plan of sessions for a set of regions, after a published schedule or one's own."""

    KIND: ClassVar[str] = "course"

    name: str = by(_name(QT_TRANSLATE_NOOP("Field", "Name")))
    regions: tuple[str, ...] = by(_regions(QT_TRANSLATE_NOOP("Field", "Regions"), filled=True))
    phase: str = by(OneOf(QT_TRANSLATE_NOOP("Field", "Phase"), False, terms.PHASES))
    schedule: str | None = by(OneOf(QT_TRANSLATE_NOOP("Field", "Schedule"), True, SCHEDULES), None)
    starts: date | None = by(Day(QT_TRANSLATE_NOOP("Field", "First day"), True), None)
    ends: date | None = by(Day(QT_TRANSLATE_NOOP("Field", "Last day"), True), None)
    planned_days: tuple[str, ...] = by(
        Several(
            QT_TRANSLATE_NOOP("Field", "Planned days"),
            False,
            PlannedDay("Planned day", limit=NAME_LIMIT, filled=True),
        ),
        (),
    )
    interval_days: int | None = by(
        Whole(QT_TRANSLATE_NOOP("Field", "Days between sessions"), True, 1, 366), None
    )
    note: str = by(Text(QT_TRANSLATE_NOOP("Field", "Note")), "")
    id: str = identity()


@dataclass(frozen=True)
class Session(Record):
    """One iontophoresis treatment, as it was done; currents in mA as the device displayed them.

    `regions` are all that were treated; `anode` and `cathode` say which of them lay at which pole
    where that is known.
    """

    KIND: ClassVar[str] = "session"
    HAPPENED: ClassVar[str] = "started_at"

    @property
    def ended_early(self) -> bool:
        """Whether it was stopped; one that says nothing of its end counts as completed."""
        return self.completed is False or (self.completed is None and self.stop_reason is not None)

    started_at: datetime = by(Instant(QT_TRANSLATE_NOOP("Field", "Start")))
    regions: tuple[str, ...] = by(_regions(QT_TRANSLATE_NOOP("Field", "Regions"), filled=True))
    applicators: tuple[str, ...] = by(
        Several(
            QT_TRANSLATE_NOOP("Field", "Applicator"),
            False,
            _name(QT_TRANSLATE_NOOP("Field", "Applicator"), filled=True),
            filled=True,
        )
    )
    current_ma: float | None = by(
        Number(QT_TRANSLATE_NOOP("Field", "Current (mA)"), True, 0, CURRENT_LIMIT_MA), None
    )
    minutes: float | None = by(
        Number(QT_TRANSLATE_NOOP("Field", "Minutes"), True, 0, MINUTES_LIMIT), None
    )
    anode: tuple[str, ...] = by(_regions(QT_TRANSLATE_NOOP("Field", "Regions at the anode")), ())
    cathode: tuple[str, ...] = by(
        _regions(QT_TRANSLATE_NOOP("Field", "Regions at the cathode")), ()
    )
    current_end_ma: float | None = by(
        Number(QT_TRANSLATE_NOOP("Field", "Current at the end (mA)"), True, 0, CURRENT_LIMIT_MA),
        None,
    )
    volts: float | None = by(Number(QT_TRANSLATE_NOOP("Field", "Volts"), True, 0, 120), None)
    dose_level: str = by(_name(QT_TRANSLATE_NOOP("Field", "Dose level")), "")
    first_half_minutes: float | None = by(
        Number(QT_TRANSLATE_NOOP("Field", "Minutes of the first half"), True, 0, MINUTES_LIMIT),
        None,
    )
    waveform: str | None = by(
        OneOf(QT_TRANSLATE_NOOP("Field", "Waveform"), True, terms.WAVEFORMS), None
    )
    pulse_percent: int | None = by(
        Whole(QT_TRANSLATE_NOOP("Field", "Pulse width (%)"), True, 1, 100), None
    )
    polarity: str | None = by(
        OneOf(QT_TRANSLATE_NOOP("Field", "Polarity"), True, terms.POLARITIES), None
    )
    water: str | None = by(OneOf(QT_TRANSLATE_NOOP("Field", "Water"), True, terms.WATERS), None)
    water_celsius: float | None = by(
        Number(QT_TRANSLATE_NOOP("Field", "Water temperature"), True, 0, 60), None
    )
    additive: str | None = by(
        OneOf(QT_TRANSLATE_NOOP("Field", "Additive"), True, terms.ADDITIVES), None
    )
    additive_dose: str = by(_name(QT_TRANSLATE_NOOP("Field", "Dose of the additive")), "")
    completed: bool | None = by(Flag(QT_TRANSLATE_NOOP("Field", "Completed"), True), None)
    stop_reason: str | None = by(
        OneOf(QT_TRANSLATE_NOOP("Field", "Reason for stopping"), True, terms.STOP_REASONS), None
    )
    sensation: int | None = by(Whole(QT_TRANSLATE_NOOP("Field", "Sensation"), True, 0, 10), None)
    cover_used: bool | None = by(Flag(QT_TRANSLATE_NOOP("Field", "Skin cover"), True), None)
    interruptions: int | None = by(
        Whole(QT_TRANSLATE_NOOP("Field", "Interruptions"), True, 0, 99), None
    )
    phase: str | None = by(OneOf(QT_TRANSLATE_NOOP("Field", "Phase"), True, terms.PHASES), None)
    course: str | None = by(Text(QT_TRANSLATE_NOOP("Field", "Course"), True, limit=64), None)
    device: str | None = by(Text(QT_TRANSLATE_NOOP("Field", "Device"), True, limit=64), None)
    zone: str | None = by(
        Text(QT_TRANSLATE_NOOP("Field", "Time zone"), True, limit=NAME_LIMIT), None
    )
    note: str = by(Text(QT_TRANSLATE_NOOP("Field", "Note")), "")
    id: str = identity()

    def check(self) -> None:
        """Refuse the whole body first, with the reason, then whatever a field may not hold."""
        if isinstance(self.regions, tuple) and WHOLE_BODY in self.regions:
            raise DiaryError(
                QT_TRANSLATE_NOOP(
                    "DiaryError",
                    "The whole body cannot be treated in a session: no device treats generalised"
                    " hyperhidrosis. A session treats well-defined regions for which an applicator"
                    " exists; choose those that bother you most.",
                )
            )
        if self.applicators == ():
            raise DiaryError(QT_TRANSLATE_NOOP("DiaryError", "Say which applicator was used."))
        super().check()

    def check_together(self) -> None:
        """Refuse poles outside the treated regions and a region at both poles."""
        refuse_forbidden(self.regions)
        stray = (set(self.anode) | set(self.cathode)) - set(self.regions)
        if stray or set(self.anode) & set(self.cathode):
            raise DiaryError(
                QT_TRANSLATE_NOOP(
                    "DiaryError",
                    "Each pole may only hold regions of this session, and no region both poles.",
                )
            )

    def check_reach(self, own: dict[str, frozenset[str]]) -> None:
        """Refuse a region that none of the session's applicators reaches.

        Args:
            own: the patient's own applicators, id -> the regions they reach.
        """
        reached: frozenset[str] = frozenset()
        for applicator in self.applicators:
            if applicator in APPLICATORS:
                reached |= APPLICATORS[applicator].regions
            elif applicator in own:
                reached |= own[applicator]
            else:
                raise DiaryError(
                    QT_TRANSLATE_NOOP(
                        "DiaryError", "There is no applicator '{value}'. Use one of: {choices}."
                    ),
                    value=applicator,
                    choices=", ".join((*APPLICATORS, *own)),
                )
        for region in self.regions:
            if region not in reached:
                raise DiaryError(
                    QT_TRANSLATE_NOOP(
                        "DiaryError",
                        "{applicator} does not reach {region}. Choose an applicator that does,"
                        " or leave the region out.",
                    ),
                    applicator=", ".join(self.applicators),
                    region=region,
                )


@dataclass(frozen=True)
class Reaction(Record):
    """A reaction of the skin or body; severity 0 (none left) to 3 (severe)."""

    KIND: ClassVar[str] = "reaction"
    HAPPENED: ClassVar[str] = "began"

    kind: str = by(OneOf(QT_TRANSLATE_NOOP("Field", "Reaction"), False, terms.REACTIONS))
    severity: int = by(Whole(QT_TRANSLATE_NOOP("Field", "Severity"), False, 0, 3))
    began: date = by(Day(QT_TRANSLATE_NOOP("Field", "Began")))
    gone: date | None = by(Day(QT_TRANSLATE_NOOP("Field", "Gone"), True), None)
    region: str | None = by(RegionId(QT_TRANSLATE_NOOP("Field", "Region"), True), None)
    session: str | None = by(Text(QT_TRANSLATE_NOOP("Field", "Session"), True, limit=64), None)
    note: str = by(Text(QT_TRANSLATE_NOOP("Field", "Note")), "")
    id: str = identity()


@dataclass(frozen=True)
class CoTreatment(Record):
    """Another treatment used in the same time, on some regions or on all (`systemic`)."""

    KIND: ClassVar[str] = "co_treatment"

    kind: str = by(OneOf(QT_TRANSLATE_NOOP("Field", "Kind"), False, CO_TREATMENTS))
    product: str = by(_name(QT_TRANSLATE_NOOP("Field", "Product")), "")
    dose: str = by(_name(QT_TRANSLATE_NOOP("Field", "Dose")), "")
    rhythm: str = by(_name(QT_TRANSLATE_NOOP("Field", "How often")), "")
    starts: date | None = by(Day(QT_TRANSLATE_NOOP("Field", "First day"), True), None)
    ends: date | None = by(Day(QT_TRANSLATE_NOOP("Field", "Last day"), True), None)
    regions: tuple[str, ...] = by(_regions(QT_TRANSLATE_NOOP("Field", "Regions")), ())
    systemic: bool = by(Flag(QT_TRANSLATE_NOOP("Field", "Acts on all regions")), False)
    note: str = by(Text(QT_TRANSLATE_NOOP("Field", "Note")), "")
    id: str = identity()


def refuse_forbidden(regions: tuple[str, ...]) -> None:
    """Raise DiaryError where a region must not be treated according to a maker's manual."""
    for region in regions:
        if region in FORBIDDEN_REGIONS:
            raise DiaryError(
                QT_TRANSLATE_NOOP(
                    "DiaryError",
                    "{region} cannot be put in a session: a maker's manual (Hidrex DP450) forbids"
                    " current through the chest. Ask your doctor.",
                ),
                region=region,
            )
