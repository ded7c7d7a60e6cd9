"""The appendix of every session: what the diary holds of each, a table a year."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from model.catalog import terms
from model.catalog.applicators import APPLICATORS
from model.records.treatment import Device, OwnedApplicator, Reaction, Session
from model.report.boxes import Sheet
from model.report.scope import Scope
from model.text import QT_TRANSLATE_NOOP

_UNIT = QT_TRANSLATE_NOOP("Report", "as entered, the latest first; blank: not noted")
_NONE = QT_TRANSLATE_NOOP("Report", "No session was logged in this period.")
_ANODE, _CATHODE = "(+)", "(−)"
_POLES = QT_TRANSLATE_NOOP("Report", "(+) at the anode, (−) at the cathode.")
_ENDS = QT_TRANSLATE_NOOP("Report", "mA: at the start → at the end.")
_NEVER = QT_TRANSLATE_NOOP("Report", "Not noted of any session: {columns}.")
_LOOSE = QT_TRANSLATE_NOOP(
    "Report", "Reactions that were entered without their session stand on the first page alone."
)
_HEAD = (
    QT_TRANSLATE_NOOP("Report", "Start"),
    QT_TRANSLATE_NOOP("Report", "Regions"),
    QT_TRANSLATE_NOOP("Report", "Applicators, device"),
    QT_TRANSLATE_NOOP("Report", "mA"),
    QT_TRANSLATE_NOOP("Report", "Minutes"),
    QT_TRANSLATE_NOOP("Report", "V, level"),
    QT_TRANSLATE_NOOP("Report", "Water, additive"),
    QT_TRANSLATE_NOOP("Report", "Waveform, polarity"),
    QT_TRANSLATE_NOOP("Report", "How it went, reactions"),
)


def session_tables(scope: Scope) -> tuple[Sheet, ...]:
    """Return a row a session of the period, the latest first: a table a year."""
    sessions = scope.sessions()[::-1]
    if not sessions:
        title = scope.say(QT_TRANSLATE_NOOP("Report", "Every session"))
        return (Sheet(title, "", (), (), (scope.say(_NONE),)),)
    words = _Words(scope)
    rows = [words.row(session) for session in sessions]
    kept = [at for at in range(len(_HEAD)) if any(row[at] for row in rows)]
    head = tuple(scope.say(_HEAD[at]) for at in kept)
    never = [at for at in range(len(_HEAD)) if at not in kept]
    notes = _notes(scope, sessions, words.has_loose, never)
    years = [scope.day_of(session).year for session in sessions]
    made = []
    for year, found in groupby(zip(years, rows, strict=True), key=lambda item: item[0]):
        title = scope.say(QT_TRANSLATE_NOOP("Report", "Every session: {year}"), year=year)
        shown = tuple(tuple(row[at] for at in kept) for _, row in found)
        made.append(Sheet(title, scope.say(_UNIT), head, shown, notes, words=len(head)))
        notes = ()
    return tuple(made)


def _notes(
    scope: Scope, sessions: Sequence[Session], has_loose: bool, never: Sequence[int]
) -> tuple[str, ...]:
    """Explain the signs that stand in the tables, and name the columns that were left out."""
    said = []
    if any(item.anode or item.cathode for item in sessions):
        said.append(scope.say(_POLES))
    if any(item.current_end_ma is not None for item in sessions):
        said.append(scope.say(_ENDS))
    if never:
        columns = "; ".join(scope.say(_HEAD[at]) for at in never)
        said.append(scope.say(_NEVER, columns=columns))
    if has_loose:
        said.append(scope.say(_LOOSE))
    return (" ".join(said),) if said else ()


def exact(scope: Scope, value: float | None) -> str:
    """Return a number that was entered by hand, "" for None: nothing of it is rounded away."""
    if value is None:
        return ""
    decimals = len(f"{value:.6f}".rstrip("0").partition(".")[2])
    return scope.number(value, decimals)


class _Words:
    """Says sessions of one diary: its devices, applicators and reactions are looked up once."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._devices = {item.id: item.name for item in scope.snapshot.of(Device)}
        self._own = {item.applicator: item.name for item in scope.snapshot.of(OwnedApplicator)}
        self._reactions: dict[str | None, list[Reaction]] = {}
        for item in sorted(scope.snapshot.of(Reaction), key=lambda item: item.began):
            self._reactions.setdefault(item.session, []).append(item)
        known = {session.id for session in scope.snapshot.of(Session)}
        self.has_loose = not known.issuperset(self._reactions)

    def row(self, item: Session) -> tuple[str, ...]:
        """Return one session in the columns of `_HEAD`."""
        return (
            self._scope.say(
                QT_TRANSLATE_NOOP("Report", "{day}, {time}"),
                day=item.started_at.date(),
                time=item.started_at.strftime("%H:%M"),
            ),
            ", ".join(self._region(item, region) for region in item.regions),
            _listed(*map(self._applicator, item.applicators), self._device(item)),
            self._current(item),
            self._minutes(item),
            _listed(exact(self._scope, item.volts), item.dose_level),
            self._water(item),
            self._waveform(item),
            self._course(item),
        )

    def _say(self, text: str, **fields: object) -> str:
        return self._scope.say(text, **fields)

    def _region(self, item: Session, region: str) -> str:
        name = self._scope.region(region)
        if region in item.anode:
            return f"{name} {_ANODE}"
        if region in item.cathode:
            return f"{name} {_CATHODE}"
        return name

    def _applicator(self, applicator: str) -> str:
        if own := self._own.get(applicator, "").strip():
            return own
        known = APPLICATORS.get(applicator)
        return self._scope.term("Applicator", known.name) if known else applicator

    def _device(self, item: Session) -> str:
        return self._devices.get(item.device or "", "")

    def _current(self, item: Session) -> str:
        start, end = exact(self._scope, item.current_ma), exact(self._scope, item.current_end_ma)
        return f"{start or '?'} → {end}" if end else start

    def _minutes(self, item: Session) -> str:
        half = exact(self._scope, item.first_half_minutes)
        first = half and self._say(
            QT_TRANSLATE_NOOP("Report", "first half {minutes}"), minutes=half
        )
        return _listed(exact(self._scope, item.minutes), first)

    def _water(self, item: Session) -> str:
        say, term = self._say, self._scope.term
        degrees = exact(self._scope, item.water_celsius)
        return _listed(
            term("Water", terms.WATERS[item.water]) if item.water else "",
            degrees and say(QT_TRANSLATE_NOOP("Report", "{degrees} °C"), degrees=degrees),
            say(
                QT_TRANSLATE_NOOP("Report", "additive: {additive}"),
                additive=term("Additive", terms.ADDITIVES[item.additive]),
            )
            if item.additive
            else "",
            item.additive_dose,
        )

    def _waveform(self, item: Session) -> str:
        pulse = QT_TRANSLATE_NOOP("Report", "pulse width {percent} %")
        return _listed(
            self._scope.term("Waveform", terms.WAVEFORMS[item.waveform]) if item.waveform else "",
            self._say(pulse, percent=item.pulse_percent) if item.pulse_percent else "",
            self._scope.term("Polarity", terms.POLARITIES[item.polarity]) if item.polarity else "",
        )

    def _course(self, item: Session) -> str:
        say = self._say
        parts = [self._scope.term("Phase", terms.PHASES[item.phase]) if item.phase else ""]
        parts.append(self._completed(item))
        if item.sensation is not None:
            text = QT_TRANSLATE_NOOP("Report", "sensation {sensation} of 10")
            parts.append(say(text, sensation=item.sensation))
        if item.interruptions is not None:
            text = QT_TRANSLATE_NOOP("Report", "interruptions: {count}")
            parts.append(say(text, count=item.interruptions))
        if item.cover_used is not None:
            used = QT_TRANSLATE_NOOP("Report", "skin covered")
            parts.append(
                say(used if item.cover_used else QT_TRANSLATE_NOOP("Report", "skin not covered"))
            )
        return _listed(*parts, *map(self._reaction, self._reactions.get(item.id, ())))

    def _completed(self, item: Session) -> str:
        reason = (
            self._scope.term("StopReason", terms.STOP_REASONS[item.stop_reason])
            if item.stop_reason
            else ""
        )
        if item.completed:
            return _listed(self._say(QT_TRANSLATE_NOOP("Report", "completed")), reason)
        if reason:
            text = QT_TRANSLATE_NOOP("Report", "stopped early: {reason}")
            return self._say(text, reason=reason)
        if item.completed is None:
            return ""
        return self._say(QT_TRANSLATE_NOOP("Report", "stopped early"))

    def _reaction(self, item: Reaction) -> str:
        text = QT_TRANSLATE_NOOP("Report", "{reaction} (severity {severity} of 3)")
        if item.region:
            text = QT_TRANSLATE_NOOP("Report", "{reaction}, {region} (severity {severity} of 3)")
        return self._say(
            text,
            reaction=self._scope.term("Reaction", terms.REACTIONS[item.kind]),
            region=self._scope.region(item.region) if item.region else "",
            severity=item.severity,
        )


def _listed(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
