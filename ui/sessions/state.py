"""What the page Sessions shows, read in one go on the diary's thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from model.catalog.cautions import ADULT_FROM
from model.records.day import DayContext
from model.records.person import (
    ContraindicationAnswer,
    Event,
    FollowedRegion,
    Notice,
    OwnRegion,
    Profile,
)
from model.records.treatment import (
    CoTreatment,
    Course,
    Device,
    OwnedApplicator,
    Reaction,
    Session,
)

if TYPE_CHECKING:
    from model.analysis.judgement import Told
    from model.analysis.notices import Checklist, Finding
    from model.analysis.start import Rated
    from model.diary import Diary
    from model.records.day import Rating

CLAMMY_DAYS = 400
"""A region that was dry for longer needs no reminder of its course. A convention."""


@dataclass(frozen=True)
class Logged:
    """What the diary holds of the treatment: few rows, quickly read."""

    now: datetime
    today: date
    profile: Profile
    sessions: tuple[Session, ...]  # by start
    reactions: tuple[Reaction, ...]
    devices: tuple[Device, ...]
    owned: tuple[OwnedApplicator, ...]
    own_regions: tuple[OwnRegion, ...]
    courses: tuple[Course, ...]
    co_treatments: tuple[CoTreatment, ...]
    events: tuple[Event, ...]
    followed: tuple[FollowedRegion, ...]
    answers: tuple[ContraindicationAnswer, ...]
    notices: tuple[Notice, ...]


@dataclass(frozen=True)
class Judged:
    """What the whole diary says of the treatment: needs every rating."""

    found: tuple[Finding, ...]  # not dismissed yet
    checklist: Checklist
    rated: Mapping[str, Rated]
    clammy: Mapping[str, date | None]  # course -> first day not dry after its last session
    told: Mapping[str, Told]  # course -> whether its regions are drier, and than when


def read_logged(diary: Diary) -> Logged:
    """Read what the patient noted of the treatment."""
    return Logged(
        diary.now(),
        diary.today(),
        next(iter(diary.of(Profile)), Profile()),
        tuple(sorted(diary.of(Session), key=lambda session: session.started_at)),
        diary.of(Reaction),
        diary.of(Device),
        diary.of(OwnedApplicator),
        diary.of(OwnRegion),
        diary.of(Course),
        diary.of(CoTreatment),
        diary.of(Event),
        diary.of(FollowedRegion),
        diary.of(ContraindicationAnswer),
        diary.of(Notice),
    )


def read_judged(diary: Diary, logged: Logged, ceilings: Mapping[str, float]) -> Judged:
    """Compute what is to be pointed out; loads the ratings of the whole diary."""
    from model.analysis import judgement, notices, plan, planned, red_flags, start
    from model.analysis.days import session_day
    from model.analysis.progress import progress

    snapshot = diary.snapshot()
    ends_at, today = logged.profile.day_ends_at_hour, logged.today
    found = (
        *notices.findings(
            logged.sessions,
            logged.reactions,
            logged.co_treatments,
            notices.ceilings_that_count(ceilings, logged.sessions, is_child(logged)),
            today,
            ends_at,
            logged.owned,
        ),
        *red_flags.flags(
            red_flags.ratings_by_region(snapshot),
            snapshot.of(DayContext),
            logged.profile,
            logged.sessions,
            today,
            logged.co_treatments,
        ),
    )
    shown = progress(snapshot)
    courses = tuple(filter(planned.is_readable, logged.courses))
    mine = plan.sessions_by_course(courses, logged.sessions, ends_at)
    lately = diary.ratings_between(today - timedelta(days=CLAMMY_DAYS), today)
    return Judged(
        notices.unseen(found, logged.notices),
        notices.checklist(logged.answers, today, notices.applicators_changed(logged.owned, today)),
        start.recent(snapshot, today),
        {id_: _clammy(logged, id_, done, lately) for id_, done in mine.items()},
        {
            course.id: judgement.told(
                course, shown, {session_day(each, ends_at) for each in mine[course.id]}
            )
            for course in courses
        },
    )


def _clammy(
    logged: Logged, id_: str, done: tuple[Session, ...], lately: tuple[Rating, ...]
) -> date | None:
    from model.analysis import plan

    course = next(course for course in logged.courses if course.id == id_)
    return plan.clammy_since(course, done, lately, logged.profile.day_ends_at_hour)


def is_child(logged: Logged) -> bool | None:
    """Tell whether the patient is younger than 18 years this year, None where it is not known."""
    year = logged.profile.birth_year
    return None if year is None else logged.today.year - year < ADULT_FROM.value
