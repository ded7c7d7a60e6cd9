"""The calendar file: read back by another hand, imported again and again into a calendar."""

from datetime import UTC, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from model.exports.plan_ics import Reminder, plan_calendar, write_plan
from model.files import AlreadyThere
from model.records.treatment import Course

CET = timezone(timedelta(hours=1))
NOON = datetime(2026, 11, 22, 12, tzinfo=CET)
TODAY = NOON.date()
EVENING = Reminder(time(19))
OPEN = Reminder(time(19), discreet=False)
HANDS = Course("Hands, first; part\\1", ("palm_left", "palm_right"), "induction", id="hands")
FEET = Course("", ("sole_left",), "maintenance", id="sweaty feet")


def day(number):
    return TODAY + timedelta(number)


def days(*numbers):
    return {"hands": tuple(map(day, numbers))}


def written(plan, made_at=NOON, reminder=EVENING, **given):
    return plan_calendar((HANDS, FEET), plan, made_at, reminder, **given)


def events(data):
    return Calendar.from_ical(data).events


def by_day(data):
    return {event.start.date(): event for event in events(data)}


class Imported:
    """A calendar as RFC 5546 has it: it knows events by UID and keeps the higher SEQUENCE."""

    def __init__(self):
        self.known = {}

    def take(self, data):
        for event in events(data):
            old = self.known.get(str(event.uid))
            if old is None or event.sequence >= old.sequence:
                self.known[str(event.uid)] = event

    @property
    def ahead(self):
        confirmed = [event for event in self.known.values() if event.status == "CONFIRMED"]
        return sorted(event.start.date() for event in confirmed)


def test_one_event_for_each_day_that_is_not_past_and_not_done():
    data = written(days(-2, -1, 0, 1, 4, 7), done={"hands": {day(0), day(-2), day(4)}})
    assert sorted(by_day(data)) == [day(1), day(7)]
    assert all("RRULE" not in event for event in events(data))


def test_today_counts_by_the_patients_own_clock():
    late = datetime(2026, 11, 22, 23, 30, tzinfo=timezone(timedelta(hours=-8)))  # 23 Nov in UTC
    assert sorted(by_day(written(days(-1, 0, 1), late))) == [day(0), day(1)]


def test_a_calendar_reads_time_length_and_alarm():
    event = events(written(days(1), reminder=Reminder(time(19, 15), minutes_before=20)))[0]
    assert event.start == datetime(2026, 11, 23, 19, 15)
    assert event.start.tzinfo is None  # it floats: 19:15 wherever the patient is
    assert event.duration == timedelta(minutes=30)
    (alarm,) = event.walk("VALARM")
    assert str(alarm["action"]) == "DISPLAY"
    assert alarm.decoded("trigger") == timedelta(minutes=-20)
    assert alarm["description"]
    assert (event.DTSTAMP, event.LAST_MODIFIED) == (NOON, NOON)
    assert (event["class"], event["transp"]) == ("PRIVATE", "TRANSPARENT")


def test_an_alarm_may_come_with_the_appointment():
    (alarm,) = events(written(days(1)))[0].walk("VALARM")
    assert alarm.decoded("trigger") == timedelta(0)


def test_lines_end_and_fold_as_the_standard_says():
    long = Course("ü" * 150, ("palm_left",), "induction", id="hands")
    data = plan_calendar([long], days(1, 2), NOON, OPEN)
    lines = data.split(b"\r\n")
    assert lines[0] == b"BEGIN:VCALENDAR"
    assert lines[-2:] == [b"END:VCALENDAR", b""]
    assert b"\n" not in b"".join(lines)
    assert max(map(len, lines)) <= 75
    assert str(events(data)[0].summary) == f"Iontophoresis: {'ü' * 150}"


def test_discreetly_nothing_says_what_it_is_about():
    data = written({**days(1, 2), "sweaty feet": (day(3),)})
    said = data.decode().lower()
    assert len(events(data)) == 3
    for word in ("sweat", "ionto", "hand", "feet", "foot", "palm", "sole", "hyper", "treat"):
        assert word not in said.replace("handle", ""), word
    assert {str(event.summary) for event in events(data)} == {"Drymap"}
    assert {str(a["description"]) for e in events(data) for a in e.walk("VALARM")} == {"Drymap"}


def test_where_it_is_allowed_the_course_is_named():
    data = written({**days(1), "sweaty feet": (day(2),)}, reminder=OPEN)
    assert [str(event.summary) for event in events(data)] == [
        "Iontophoresis: Hands, first; part\\1",
        "Iontophoresis",
    ]


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("a,b;c\\,d", "a,b;c\\,d"),
        ("two\r\nlines\nEND:VEVENT", "two lines END:VEVENT"),
        ("\x07bell\x1b \x85 tab\t", "bell tab"),
        ("{course} %s", "{course} %s"),
        ("汗 🖐 \\n", "汗 🖐 \\n"),
    ],
)
def test_any_name_is_one_line_of_the_title(name, title):
    course = Course(name, ("palm_left",), "induction", id="hands")
    (event,) = events(plan_calendar([course], days(1), NOON, OPEN))
    assert str(event.summary) == f"Iontophoresis: {title}"


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=200))
def test_no_name_breaks_the_file(name):
    course = Course(name, ("palm_left",), "induction", id=name)
    (event,) = events(plan_calendar([course], {name: (day(1),)}, NOON, OPEN))
    assert event.start.date() == day(1)
    assert not event.errors
    assert str(event.summary).startswith("Iontophoresis")


def test_titles_are_written_in_the_language_of_the_patient():
    data = written(days(1), reminder=OPEN, translate=lambda _, text: text.replace("Ionto", "Iono"))
    assert str(events(data)[0].summary).startswith("Ionophoresis: Hands")


def test_the_same_plan_gives_the_same_bytes_in_any_order():
    plan = {**days(1, 4, 7), "sweaty feet": (day(1), day(2))}
    other = plan_calendar((FEET, HANDS), dict(reversed(plan.items())), NOON, EVENING)
    assert other == written(plan) == written(plan, NOON.astimezone(UTC))


def test_a_moved_day_keeps_its_uid_and_so_do_all_others():
    before, after = written(days(0, 2, 4)), written(days(0, 3, 4))
    uids = {event.uid for event in events(before)}
    assert len(uids) == 3
    assert uids == {event.uid for event in events(after)}
    assert by_day(before)[day(2)].uid == by_day(after)[day(3)].uid
    assert by_day(before)[day(4)].uid == by_day(after)[day(4)].uid


def test_uids_stay_when_days_pass_and_are_done():
    before = by_day(written(days(0, 2, 4)))
    after = by_day(written(days(0, 2, 4), NOON + timedelta(2), done={"hands": {day(2)}}))
    assert {when: event.uid for when, event in after.items()} == {day(4): before[day(4)].uid}


def test_courses_never_share_a_uid():
    data = written({**days(1, 2), "sweaty feet": (day(1), day(2))})
    assert len({event.uid for event in events(data)}) == 4


def test_a_later_file_counts_more_even_where_the_earlier_one_is_not_at_hand():
    first = events(written(days(1)))[0]
    second = events(written(days(2), NOON + timedelta(seconds=1)))[0]
    assert second.sequence > first.sequence >= 0
    assert events(written(days(1), datetime(2019, 1, 1, tzinfo=CET)))[0].sequence == 0
    assert events(written(days(10**4), datetime(2050, 1, 1, tzinfo=CET)))[0].sequence < 2**31


def test_with_the_earlier_file_only_what_changed_is_a_new_version():
    before = written(days(1, 2, 3))
    later = NOON + timedelta(hours=1)
    after = by_day(written(days(1, 5, 3), later, previous=before))
    for same in (1, 3):
        assert after[day(same)].sequence == by_day(before)[day(same)].sequence
        assert after[day(same)].LAST_MODIFIED == NOON
    assert after[day(5)].sequence > by_day(before)[day(2)].sequence
    assert later == after[day(5)].LAST_MODIFIED
    assert {event.DTSTAMP for event in after.values()} == {later}


@pytest.mark.parametrize(
    "reminder", [Reminder(time(20)), Reminder(time(19), 10), Reminder(time(19), discreet=False)]
)
def test_another_time_alarm_or_wording_is_a_new_version(reminder):
    before = written(days(1))
    after = events(written(days(1), reminder=reminder, previous=before))[0]
    assert after.sequence == events(before)[0].sequence + 1


def test_a_clock_that_was_set_back_still_gives_a_higher_version():
    before = written(days(1))
    after = events(written(days(2), NOON - timedelta(hours=3), previous=before))[0]
    assert after.sequence > events(before)[0].sequence


def test_what_is_no_longer_planned_is_cancelled_and_rings_no_more():
    before = written(days(1, 2, 3), reminder=OPEN)
    after = by_day(written(days(1), NOON + timedelta(days=2), OPEN, previous=before))
    assert sorted(after) == [day(2), day(3)]  # day 1 is past: nothing is left to cancel
    for cancelled in after.values():
        assert cancelled.status == "CANCELLED"
        assert cancelled.walk("VALARM") == []
        assert str(cancelled.summary) == "Drymap"
    assert after[day(3)].uid == by_day(before)[day(3)].uid
    assert after[day(3)].sequence > by_day(before)[day(3)].sequence


def test_what_was_done_before_its_day_is_cancelled_too():
    before = written(days(1, 2))
    after = by_day(written(days(1, 2), done={"hands": {day(2)}}, previous=before))
    assert {when: str(event.status) for when, event in after.items()} == {
        day(1): "CONFIRMED",
        day(2): "CANCELLED",
    }


def test_a_cancelled_day_stays_cancelled_without_new_versions_until_it_is_planned_again():
    first = written(days(1, 2))
    second = written(days(1), previous=first)
    third = written(days(1), NOON + timedelta(hours=1), previous=second)
    assert by_day(third)[day(2)].status == "CANCELLED"
    assert by_day(third)[day(2)].sequence == by_day(second)[day(2)].sequence
    again = by_day(written(days(1, 2), previous=third))[day(2)]
    assert again.status == "CONFIRMED"
    assert again.sequence > by_day(third)[day(2)].sequence


FOREIGN = written(days(1, 2)).replace(b"//Drymap//", b"//Another//")


@pytest.mark.parametrize(
    "previous",
    [
        b"",
        b"x",
        b"\xff\xfe\x00",
        b"BEGIN:VCALENDAR",
        b"BEGIN:VEVENT\r\nEND:VEVENT\r\n",
        FOREIGN,
        written(days(1, 2))[:200],
        written(days(1, 2)).replace(b"DTSTART:", b"DTSTART:x"),
        written(days(1, 2)).replace(b"SEQUENCE:", b"SEQUENCE:x"),
        written(days(1, 2)).replace(b"SEQUENCE:", b"SEQUENCE:1\r\nSEQUENCE:"),
        written(days(1, 2)).replace(b"SEQUENCE:", b"SEQUENCE:9999"),
        written(days(1, 2)).replace(b"BEGIN:VCALENDAR", b"BEGIN:ENDAR"),
        written(days(1, 2)).replace(b"T190000", b"T190000Z"),
        written(days(1, 2)).replace(b"LAST-MODIFIED", b"X-NOTHING"),
    ],
)
def test_what_is_no_earlier_plan_counts_as_none(previous):
    assert written(days(3), previous=previous) == written(days(3))


@given(st.integers(0, 400), st.binary(max_size=8))
def test_no_earlier_file_breaks_the_new_one(place, rubbish):
    before = written(days(1, 2))
    data = written(days(1, 3), previous=before[:place] + rubbish + before[place + 4 :])
    confirmed = [event for event in events(data) if event.status == "CONFIRMED"]
    assert sorted(event.start.date() for event in confirmed) == [day(1), day(3)]


@given(
    st.lists(
        st.tuples(st.lists(st.integers(-3, 30), max_size=6), st.integers(0, 3), st.randoms()),
        min_size=1,
        max_size=6,
    )
)
def test_after_any_changes_a_calendar_shows_the_plan_once(steps):
    calendar, previous, now = Imported(), None, NOON
    for plan, pause, chance in steps:
        now += timedelta(days=pause)
        done = {day(number) for number in plan if chance.random() < 0.3}
        previous = written(days(*plan), now, done={"hands": done}, previous=previous)
        calendar.take(previous)
        open_days = sorted(d for d in days(*plan)["hands"] if d >= now.date() and d not in done)
        assert [when for when in calendar.ahead if when >= now.date()] == open_days


def test_a_file_is_updated_where_it_lies(tmp_path):
    path = tmp_path / "plan.ics"
    write_plan(path, [HANDS], days(1, 2), NOON, EVENING)
    assert path.read_bytes() == written(days(1, 2))
    assert path.stat().st_mode & 0o777 == 0o600
    write_plan(path, [HANDS], days(1), NOON, EVENING, replace=True)
    assert by_day(path.read_bytes())[day(2)].status == "CANCELLED"
    assert [item.name for item in tmp_path.iterdir()] == ["plan.ics"]


def test_a_file_that_is_there_is_not_replaced_unasked(tmp_path):
    path = tmp_path / "plan.ics"
    path.write_bytes(b"mine")
    with pytest.raises(AlreadyThere):
        write_plan(path, [HANDS], days(1), NOON, EVENING)
    assert path.read_bytes() == b"mine"


def test_an_empty_plan_is_an_empty_calendar():
    assert events(written({})) == []
    assert events(plan_calendar((), {"gone": (day(1),)}, NOON, EVENING)) == []
