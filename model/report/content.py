"""What the doctor's page says, as plain values: no layout, no clock, no file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from model.analysis.phases import Span
from model.analysis.progress import Progress, progress
from model.analysis.quality import Quality, quality, sessions_planned
from model.analysis.sentences import Translate
from model.charts.view import View
from model.records.day import DayContext
from model.records.person import Event, Profile
from model.records.snapshot import Snapshot
from model.records.treatment import CoTreatment
from model.report import drawings, lists
from model.report.appendix import appendix
from model.report.boxes import Picture, Section, Sheet
from model.report.epochs import epoch_tables, settings_now, treated_in_periods
from model.report.figures import held, held_in
from model.report.languages import translate_into
from model.report.options import EVERYTHING, SECTIONS, Options
from model.report.scope import Scope
from model.report.table import headline, region_table
from model.text import QT_TRANSLATE_NOOP
from model.version import VERSION

METHOD = (
    QT_TRANSLATE_NOOP(
        "Report",
        "The patient rated the worst sweating of each day and region from 0 (dry) to 10.",
    ),
    QT_TRANSLATE_NOOP(
        "Report",
        "Baseline: the rated days among the last 28 before the first session of the region. Now:"
        " those among the last 28 up to the last entry, after the induction (first session to the"
        " 12th or to day 28); while fewer than 5 of these are rated, the last 14 days. Regions"
        " without a session: the days of the region treated first. Days without a rating are left"
        " out, never counted as dry. A mean needs 5 rated days, a percentage a baseline of 2 or"
        " more. After more than 35 days without a session a restart has its own induction.",
    ),
    QT_TRANSLATE_NOOP(
        "Report",
        "Intervals: Fieller's, for the ratio of two means, with one autocorrelation of days over"
        " all regions; the headline counts a region after Holm's correction for the number of"
        " treated regions.",
    ),
    QT_TRANSLATE_NOOP(
        "Report",
        "A fall is not proof of effect: in published trials groups on sham or vehicle fell by"
        " 31–58 % (vehicle cloth 31–35 %, diary score, ATMOS-1 and -2; sham iontophoresis 39 %,"
        " sweat rate, Kim 2017; vehicle gel 44–58 %, gravimetry, CARDIGAN 1 and 2).",
    ),
)
"""Sources: the project's method note, sections 2.1 and 2.3; trials: PMC6516143 table 3,
koreamed 1096670, sofdrahcp.com/efficacy."""


@dataclass(frozen=True)
class Frame:
    """What stands on every page alike: title, footer, how it was made, and where it goes on."""

    title: str
    body_note: str
    method: tuple[str, ...]
    footer: str
    page_of: str
    continued: str
    method_title: str
    follows: str


@dataclass(frozen=True)
class Page:
    """Everything that the template sets; texts are in the reader's language already."""

    frame: Frame
    language: str
    paper: str
    person: str
    facts: str
    simulated: str
    period: str
    coverage: tuple[str, ...]
    headline: str
    scores: str
    table: Sheet
    body: Picture | None
    no_body: str
    charts: tuple[tuple[Picture, ...], ...]
    could_draw: int
    no_charts: str
    epochs: tuple[Sheet, ...]
    sections: tuple[Section, ...]
    closing: tuple[Section, ...]
    appendix: tuple[Sheet, ...]
    left_out: str


def content(
    snapshot: Snapshot,
    options: Options = EVERYTHING,
    printed_on: date | None = None,
    translate: Translate | None = None,
    regions: int = drawings.MOST,
) -> Page:
    """Collect what the page says of a diary.

    Args:
        snapshot: the diary.
        options: what the reader chose.
        printed_on: the day that stands on the page, by default that of the last entry.
        translate: looks up every text; by default into the language of the options.
        regions: how many are drawn over time at most.
    """
    today = printed_on or snapshot.last_day or date(2000, 1, 1)
    say = translate or translate_into(options.language)
    scope = Scope.of(snapshot, options.period, today, say)
    shown = progress(scope.snapshot)
    found = _quality(scope)
    told = replace(scope, snapshot=_told(scope.snapshot, options))
    view = View(told.snapshot, shown, _span(found), for_doctor=True)
    starts = [region.first_session for region in shown.regions if region.first_session]
    profile = next(iter(snapshot.of(Profile)), Profile())
    chosen = _wanted(options)
    drawable = drawings.charted(scope, view, view.span) if "charts" in chosen and view.span else []
    charts = drawings.over_time(scope, view, drawable[:regions])
    scores = lists.scores(scope, min(starts, default=None))
    lacking = scores if scores == (lists.no_hdss(scope),) else ()  # no line of its own
    treated = treated_in_periods(scope, shown)
    known = (*(() if lacking else scores), *settings_now(scope, treated))
    return Page(
        _frame(scope),
        language=options.language,
        paper=options.paper,
        person=_person(scope, profile) if options.named else "",
        facts=_facts(scope, profile),
        simulated=_simulated(scope, profile),
        period=_period(scope, found),
        coverage=tuple(map(held, (*_coverage(scope, found), *lacking))),
        headline=held(headline(scope, shown)),
        scores=held(" · ".join(known)),
        table=held_in(region_table(scope, shown)),
        body=drawings.body(scope, view) if "body" in chosen else None,
        no_body=_no_body(scope, shown) if "body" in chosen else "",
        charts=charts,
        could_draw=len(drawable),
        no_charts=_no_charts(scope, len(drawable), regions) if "charts" in chosen else "",
        epochs=tuple(map(held_in, epoch_tables(scope, treated))) if "epochs" in chosen else (),
        sections=lists.sections(scope, options),
        closing=lists.closing(scope, options),
        appendix=appendix(told, options),
        left_out=_left_out(scope, options),
    )


def _frame(scope: Scope) -> Frame:
    return Frame(
        scope.say(
            QT_TRANSLATE_NOOP("Report", "Sweating and iontophoresis: summary for the doctor")
        ),
        scope.say(
            QT_TRANSLATE_NOOP("Report", "R and L are the patient's own. Plain skin: not rated.")
        ),
        tuple(held(scope.say(text)) for text in METHOD),
        scope.say(
            QT_TRANSLATE_NOOP(
                "Report",
                "Self-reported diary, not a measurement and not a diagnosis · Drymap {version}",
            ),
            version=VERSION,
        ),
        scope.term("Report", QT_TRANSLATE_NOOP("Report", "Page {page} of {pages}")),
        scope.say(QT_TRANSLATE_NOOP("Report", "Continued from the first page")),
        scope.say(QT_TRANSLATE_NOOP("Report", "How the numbers are made")),
        scope.term("Report", QT_TRANSLATE_NOOP("Report", "continued on the next page: {parts}")),
    )


def _told(snapshot: Snapshot, options: Options) -> Snapshot:
    """Return the diary without what was left out and would stand on charts or in the appendix."""
    records = dict(snapshot.records)
    if "treatment" in options.left_out:
        records |= {CoTreatment.KIND: (), Event.KIND: ()}
    if "questions" in options.left_out:
        days = snapshot.of(DayContext)
        records[DayContext.KIND] = tuple(replace(day, note="") for day in days)
    return replace(snapshot, records=records) if options.left_out else snapshot


def _wanted(options: Options) -> frozenset[str]:
    return frozenset(SECTIONS) - options.left_out


def _person(scope: Scope, profile: Profile) -> str:
    born = QT_TRANSLATE_NOOP("Report", "born {year}")
    parts = (profile.name, profile.birth_year and scope.say(born, year=profile.birth_year))
    return ", ".join(str(part) for part in parts if part)


def _facts(scope: Scope, profile: Profile) -> str:
    """Return the facts that the diagnosis of primary focal hyperhidrosis rests on, where noted.

    Source of the list: Hornberger 2004, as given in the project's facts, section 1.
    """
    parts = (
        profile.diagnosis,
        profile.icd10,
        profile.onset_age is not None
        and scope.say(QT_TRANSLATE_NOOP("Report", "since the age of {age}"), age=profile.onset_age),
        _said(scope, profile.symmetric, _BOTH_SIDES),
        _said(scope, profile.family_history, _FAMILY),
        _said(scope, profile.stops_in_sleep, _SLEEP),
        profile.episodes_per_week is not None
        and scope.say(
            QT_TRANSLATE_NOOP("Report", "{count} episodes a week"), count=profile.episodes_per_week
        ),
    )
    said = " · ".join(str(part) for part in parts if part)
    return said or scope.say(QT_TRANSLATE_NOOP("Report", "no facts of the diagnosis entered"))


_BOTH_SIDES = (
    QT_TRANSLATE_NOOP("Report", "both sides alike"),
    QT_TRANSLATE_NOOP("Report", "sides differ"),
)
_FAMILY = (
    QT_TRANSLATE_NOOP("Report", "others in the family"),
    QT_TRANSLATE_NOOP("Report", "nobody else in the family"),
)
_SLEEP = (
    QT_TRANSLATE_NOOP("Report", "stops during sleep"),
    QT_TRANSLATE_NOOP("Report", "goes on during sleep"),
)


def _said(scope: Scope, answer: bool | None, texts: tuple[str, str]) -> str:
    return "" if answer is None else scope.say(texts[0] if answer else texts[1])


def _simulated(scope: Scope, profile: Profile) -> str:
    """Say that a diary was made by a simulator; sample diaries carry it in their name."""
    if "simulated" not in profile.name.lower():
        return ""
    return scope.say(QT_TRANSLATE_NOOP("Report", "Simulated data, not a patient"))


def _quality(scope: Scope) -> Quality:
    if scope.period is None:
        return quality(scope.snapshot)
    return quality(scope.snapshot, scope.period[0], scope.last_day)


def _span(found: Quality) -> Span | None:
    if found.first_day is None or found.last_day is None:
        return None
    return found.first_day, found.last_day


def _period(scope: Scope, found: Quality) -> str:
    """Say which days the page is about, and when it was printed."""
    span = scope.period or _span(found)
    printed = scope.say(QT_TRANSLATE_NOOP("Report", "printed {day}"), day=scope.printed_on)
    return " · ".join([scope.span(*span), printed] if span else [printed])


def _coverage(scope: Scope, found: Quality) -> tuple[str, ...]:
    """Say how much is behind the page: days rated, entered the same day, sessions of the plan."""
    if not found.days_rated:
        entered = ""
    elif not found.days_timed:
        entered = scope.say(QT_TRANSLATE_NOOP("Report", "time of entry unknown"))
    elif found.days_rated == 1:
        late = QT_TRANSLATE_NOOP("Report", "entered later")
        same = QT_TRANSLATE_NOOP("Report", "entered the same day")
        entered = scope.say(same if found.days_same_day else late)
    else:
        all_of_them = QT_TRANSLATE_NOOP("Report", "{share} % of them entered the same day")
        some = QT_TRANSLATE_NOOP("Report", "{share} % of {timed} timed ones entered the same day")
        entered = scope.say(
            all_of_them if found.days_timed == found.days_rated else some,
            share=round(100 * found.days_same_day / found.days_timed),
            timed=found.days_timed,
        )
    return tuple(part for part in (_rated(scope, found), entered, _sessions(scope)) if part)


def _rated(scope: Scope, found: Quality) -> str:
    """Say how many days are rated of how many, or that none is."""
    if not found.days_rated and scope.is_only_not_applicable():
        text = QT_TRANSLATE_NOOP("Report", "no day rated, only “not applicable” entered")
    elif not found.days_possible and scope.period:
        text = QT_TRANSLATE_NOOP("Report", "no day of this period rated")
    elif not found.days_possible:
        text = QT_TRANSLATE_NOOP("Report", "no day rated yet")
    elif scope.period and found.first_day and found.first_day > scope.period[0]:
        text = QT_TRANSLATE_NOOP("Report", "{rated} of {possible} days rated since {first}")
        if found.days_possible == 1:
            text = QT_TRANSLATE_NOOP("Report", "1 day rated, {first}")
    elif found.days_possible == 1:
        text = QT_TRANSLATE_NOOP("Report", "1 day rated")
        if not found.days_rated:
            text = QT_TRANSLATE_NOOP("Report", "no day of this period rated")
    else:
        text = QT_TRANSLATE_NOOP("Report", "{rated} of {possible} days rated")
    return scope.say(
        text, rated=found.days_rated, possible=found.days_possible, first=found.first_day
    )


def _sessions(scope: Scope) -> str:
    """Say how many sessions were done, and of how many that a plan has in the period."""
    count = len(scope.sessions())
    since = scope.period[0] if scope.period else None
    planned = sessions_planned(scope.snapshot, scope.last_day, since)
    if planned is not None:
        return scope.say(
            QT_TRANSLATE_NOOP("Report", "{done} of {planned} planned sessions, {count} in all"),
            done=planned[0],
            planned=planned[1],
            count=count,
        )
    if count:
        return scope.say(QT_TRANSLATE_NOOP("Report", "sessions: {count}"), count=count)
    if scope.period and scope.treated:
        return scope.say(QT_TRANSLATE_NOOP("Report", "no session in this period"))
    return scope.say(QT_TRANSLATE_NOOP("Report", "no session entered"))


def _no_body(scope: Scope, shown: Progress) -> str:
    """Say why the body is not drawn, "" where it is."""
    if drawings.is_on_body(shown):
        return ""
    return scope.say(
        QT_TRANSLATE_NOOP(
            "Report",
            "On the body: drawn once a session parts the time into before and after.",
        )
    )


def _no_charts(scope: Scope, drawable: int, drawn: int) -> str:
    """Say why no region is drawn over time, or fewer than could be; "" where nothing lacks."""
    if not drawable:
        return scope.say(
            QT_TRANSLATE_NOOP(
                "Report",
                "Over time: no region was rated on enough days of this period to draw a line.",
            )
        )
    if drawable <= drawn:
        return ""
    return scope.say(QT_TRANSLATE_NOOP("Report", "most sessions; no room for other regions"))


def _left_out(scope: Scope, options: Options) -> str:
    """Say which sections were left out, "" where none was: a missing box is never silent."""
    names = [scope.say(text) for key, text in SECTIONS.items() if key in options.left_out]
    if not names:
        return ""
    return scope.say(
        QT_TRANSLATE_NOOP("Report", "Left out by the patient's choice: {sections}."),
        sections=", ".join(names),
    )
