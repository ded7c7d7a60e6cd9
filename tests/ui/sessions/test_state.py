"""What the page Sessions reads of a whole diary: each course with what the ratings tell of it."""

from datetime import datetime, timedelta, timezone

from model.analysis.judgement import judge
from model.diary import Diary
from model.records.day import Rating
from model.records.person import Profile
from model.records.treatment import Course, Session
from ui.sessions.state import read_judged, read_logged

FIRST = datetime(2026, 3, 2, tzinfo=timezone(timedelta(hours=1)))
PALM = ("palm_left",)


def now():
    return FIRST + timedelta(days=158, hours=20)


def held(course, days, hour):
    return [
        Session(FIRST + timedelta(day, hours=hour), PALM, ("hand_tray",), id=f"{course}{day}",
                course=course)
        for day in days
    ]  # fmt: skip


def test_each_course_is_compared_with_the_time_before_its_own_patients_day(tmp_path):
    # Both courses on the same palm; each session at half past midnight of a day that ends at 4.
    rows = [8] * 14 + [4] * 145
    with Diary.create(tmp_path / "d.drymap", now) as diary:
        diary.put(
            Profile(day_ends_at_hour=4),
            *(Course(id_, PALM, "induction", id=id_) for id_ in ("early", "late")),
            *held("early", range(15, 55, 3), 0.5),
            *held("late", range(115, 155, 3), 0.5),
            *(
                Rating((FIRST + timedelta(day)).date(), "palm_left", severity)
                for day, severity in enumerate(rows)
            ),
        )
        told = read_judged(diary, read_logged(diary), {}).told
    today = now().date()
    said = {
        course: str(judge(today - timedelta(40), 14, today, found).sentence())
        for course, found in told.items()
    }
    assert said["early"].endswith("show less sweating than before the first session.")
    assert said["late"].endswith("before the first treatment (2 Mar 2026 to 15 Mar 2026).")
