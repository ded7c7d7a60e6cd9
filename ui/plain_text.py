"""A diary in plain text, for `show` and `progress` on the command line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from model.analysis.sentences import decimals_of
from model.catalog.applicators import APPLICATORS
from model.catalog.regions import REGIONS
from model.catalog.scales import INSTRUMENTS
from model.catalog.terms import ACTIVITY, DAY_STATES, HEAT, NIGHT_SWEAT, REACTIONS
from model.catalog.treatments import CO_TREATMENTS
from model.records.day import Assessment, DayContext
from model.records.person import OwnRegion, Profile, Question
from model.records.snapshot import NOT_APPLICABLE, day_of
from model.records.treatment import CoTreatment, OwnedApplicator, Reaction, Session

if TYPE_CHECKING:
    from model.analysis.estimate import Estimate
    from model.analysis.progress import Progress, RegionProgress, Window
    from model.records.snapshot import Snapshot


def summary(snapshot: Snapshot) -> list[str]:
    """Tell in a few lines what a diary holds: period, regions, sessions and the rest."""
    lines = [f"Person: {profile.name}" for profile in snapshot.of(Profile) if profile.name]
    lines += [_period(snapshot)]
    lines += _regions(snapshot)
    lines += _sessions(snapshot)
    lines += [f"{name}: {text}" for name, text in _rest(snapshot)]
    return lines


def day_in_words(snapshot: Snapshot, day: date) -> list[str]:
    """Tell all that a diary holds of one day."""
    from model.analysis.days import session_day
    from model.analysis.phases import day_ends_at

    lines = [str(day)]
    names = region_names(snapshot.of(OwnRegion))
    for region in _in_order(snapshot):
        value = _value(snapshot, region, day)
        if value:
            lines.append(f"  {names.get(region, region)}: {value}")
    ends_at = day_ends_at(snapshot)
    lines += [
        f"  {session.started_at:%H:%M} {_session(snapshot, session)}"
        for session in snapshot.of(Session)
        if session_day(session, ends_at) == day
    ]
    for context in snapshot.of(DayContext):
        if context.day == day:
            lines += [f"  {text}" for text in _context(context)]
    return lines if len(lines) > 1 else [f"{day}: no entries"]


def progress_table(progress: Progress, snapshot: Snapshot) -> list[str]:
    """Set what changed in each region as a table: means 0-10 with their days, and what to mind."""
    from model.analysis.verdicts import verdict_name
    from model.analysis.words import said_headline, standing

    names = region_names(snapshot.of(OwnRegion))
    rows = [("Region", "before", "now", "change", "95 % interval", "against untreated", "verdict")]
    for shown in progress.regions:
        name = names.get(shown.region, shown.region)
        treated = "" if shown.treated else " (not treated)"
        rows.append(
            (
                name + treated,
                _mean(shown.baseline),
                _mean(shown.now),
                _change(shown),
                _limits(shown.change),
                _estimate(shown.contrast),
                str(verdict_name(shown)) if shown.verdict else "-",
            )
        )
    reasons = [
        f"{names.get(shown.region, shown.region)}: {remark}"
        for shown in progress.regions
        for remark in standing(shown)
    ]
    reasons += [
        f"{names.get(shown.region, shown.region)}: {shown.reason}"
        for shown in progress.regions
        if shown.reason
    ]
    if len(rows) == 1:
        return ["No region was rated yet."]
    return [str(said_headline(progress, snapshot)), "", *_table(rows), *reasons]


def region_names(own: Iterable[OwnRegion]) -> dict[str, str]:
    """Return the names of all regions, the patient's own among them, by their ids."""
    names = {region.id: region.name for region in REGIONS.values()}
    return names | {region.id: region.name for region in own}


def _period(snapshot: Snapshot) -> str:
    from model.analysis.quality import quality

    found = quality(snapshot)
    if not found.days_rated:
        return "Nothing was rated yet."
    rated = f"{found.days_rated} of {found.days_possible} days rated"
    return f"Period: {found.first_day} to {found.last_day}, {rated}"


def _regions(snapshot: Snapshot) -> list[str]:
    names = region_names(snapshot.of(OwnRegion))
    rows = []
    for region in _in_order(snapshot):
        days, severities = snapshot.rated(region)
        if len(days):
            latest = f"{severities[-1]} on {day_of(int(days[-1]))}"
            rows.append((f"  {names.get(region, region)}", f"{len(days)} days", f"last {latest}"))
    return [f"Regions: {len(rows)}", *_table(rows)] if rows else []


def _sessions(snapshot: Snapshot) -> list[str]:
    from model.analysis.days import session_day
    from model.analysis.phases import day_ends_at

    sessions = sorted(snapshot.of(Session), key=lambda session: session.started_at)
    if not sessions:
        return ["Sessions: none"]
    ends_at = day_ends_at(snapshot)
    first, last = session_day(sessions[0], ends_at), session_day(sessions[-1], ends_at)
    return [
        f"Sessions: {len(sessions)}, from {first} to {last}",
        f"  last: {_session(snapshot, sessions[-1])}",
    ]


def _session(snapshot: Snapshot, session: Session) -> str:
    names = region_names(snapshot.of(OwnRegion))
    own = {item.applicator: item.name for item in snapshot.of(OwnedApplicator) if item.name}
    known = {item.id: item.name for item in APPLICATORS.values()} | own
    parts = [
        ", ".join(names.get(region, region) for region in session.regions),
        ", ".join(known.get(applicator, applicator) for applicator in session.applicators),
        f"{session.current_ma:g} mA" if session.current_ma is not None else "",
        f"{session.minutes:g} min" if session.minutes is not None else "",
        "stopped early" if session.completed is False else "",
    ]
    return "; ".join(part for part in parts if part)


def _rest(snapshot: Snapshot) -> Iterator[tuple[str, str]]:
    """Yield what else there is, a line for each kind that has entries."""
    latest = {item.instrument: item for item in sorted(snapshot.of(Assessment), key=_day_of)}
    for instrument, item in latest.items():
        yield "Questionnaire", f"{INSTRUMENTS[instrument].name}: {item.score} on {item.day}"
    for reaction in sorted(snapshot.of(Reaction), key=lambda item: item.began):
        until = f"gone {reaction.gone}" if reaction.gone else "not gone"
        yield "Reaction", f"{REACTIONS[reaction.kind]}, {reaction.began}, {until}"
    for treatment in snapshot.of(CoTreatment):
        since = f" since {treatment.starts}" if treatment.starts else ""
        until = f" until {treatment.ends}" if treatment.ends else ""
        yield "Co-treatment", f"{CO_TREATMENTS[treatment.kind].name}{since}{until}"
    for question in snapshot.of(Question):
        if question.answered is None:
            yield "Question for the doctor", question.text


def _day_of(item: Assessment) -> date:
    return item.day


def _value(snapshot: Snapshot, region: str, day: date) -> str:
    row = (day - snapshot.first_day).days
    if not 0 <= row < len(snapshot.severity):
        return ""
    severity = int(snapshot.severity[row, snapshot.regions.index(region)])
    return str(severity) if severity >= 0 else "n/a" if severity == NOT_APPLICABLE else ""


def _context(context: DayContext) -> Iterator[str]:
    said: tuple[tuple[str, object], ...] = (
        ("State of the day", DAY_STATES.get(context.state or "")),
        ("Stress (0-10)", context.stress),
        ("Heat", HEAT.get(context.heat or "")),
        ("Activity", ACTIVITY.get(context.activity or "")),
        ("Night sweat", NIGHT_SWEAT.get(context.night_sweat or "")),
        ("Interference (0-10)", context.interference),
        ("Temperature (°C)", context.temperature_celsius),
        ("Clothes changed", context.clothes_changed),
        ("Showers", context.showers),
        ("Tags", ", ".join(context.tags) or None),
        ("Note for the doctor", context.note or None),
        ("Private note", context.private_note or None),
    )
    for name, value in said:
        if value is not None:
            yield f"{name}: {value}"


def _in_order(snapshot: Snapshot) -> list[str]:
    """Return the regions of a diary from head to foot, the patient's own last."""
    place = {region: index for index, region in enumerate(REGIONS)}
    return sorted(snapshot.regions, key=lambda region: (place.get(region, len(place)), region))


def _mean(window: Window | None) -> str:
    if window is None:
        return "-"
    mean = "-" if window.mean is None else f"{window.mean:.1f}"
    return f"{mean} (n={window.days}, {window.starts} to {window.ends})"


def _change(shown: RegionProgress) -> str:
    """Return the change in percent, else in points, and in the same cell how firm it is."""
    if shown.change_points is None:
        return "-"
    mark = " so far" if shown.so_far else " provisional" if shown.provisional else ""
    if shown.change_percent is None:
        return f"{_signed(shown.change_points, 1)} points{mark}"
    return f"{_signed(shown.change_percent)} %{mark}"


def _limits(found: Estimate | None) -> str:
    if found is None:
        return "-"
    high = "no limit" if found.high is None else _signed(found.high)
    return f"{_signed(found.low)} to {high}"


def _estimate(found: Estimate | None) -> str:
    return f"{_signed(found.value)} % ({_limits(found)})" if found else "-"


def _signed(value: float, decimals: int = 0) -> str:
    """Write a change in the signs of a terminal, with more decimals where it would read as 0."""
    digits = decimals_of(value, decimals)
    rounded = round(value, digits)
    return f"{rounded:+.{digits}f}" if rounded else "0"


def _table(rows: Sequence[tuple[str, ...]]) -> list[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
