"""What stands beside the plain change: contrast, late entries, missing days, loss, weather."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from model.analysis.measures import Untreated
from model.analysis.phases import control_until, session_days
from model.analysis.progress import progress
from model.records.day import DayContext, Rating
from model.records.person import Profile
from model.records.snapshot import RatingColumns, snapshot_of
from model.records.treatment import Session
from tests.model.analysis.conftest import FIRST, SUMMER, at

SESSIONS = range(20, 82, 7)  # induction: day 20 to 47; maintenance from day 48 on
BEFORE, NOW = 20, 28  # rated days on either side of a diary of 76 days


def rows(before, now, between=9):
    """A row of severities: the baseline, 28 days of induction, the current window."""
    return [*before, *[between] * 28, *now]


def steady(before, now):
    """A row that goes up and down by one around two levels."""
    return rows(
        [before + (-1) ** day for day in range(BEFORE)], [now + (-1) ** d for d in range(NOW)]
    )


@pytest.fixture
def diary(written):
    def write(treated="palm_left", **regions):
        return progress(written(regions, {treated: SESSIONS}))

    return write


def test_the_contrast_takes_out_what_the_untreated_regions_did(diary):
    # The palm fell from 8 to 4, the back from 5 to 4: 0.5 of 0.8 is 0.625, 37.5 % less.
    found = diary(palm_left=steady(8, 4), upper_back=steady(5, 4)).of("palm_left")
    assert found.change.value == pytest.approx(-50)
    assert found.contrast.value == pytest.approx(-37.5)
    assert (found.contrast_with, found.untreated_change) == (("upper_back",), pytest.approx(-20))


def test_the_contrast_of_an_untreated_region_is_with_the_other_untreated_ones(diary):
    shown = diary(palm_left=steady(8, 4), upper_back=steady(5, 4), scalp=steady(5, 5))
    assert shown.of("upper_back").contrast_with == ("scalp",)
    assert shown.of("upper_back").contrast.value == pytest.approx(-20)
    assert shown.of("palm_left").contrast_with == ("scalp", "upper_back")


def test_a_region_that_is_treated_later_is_a_control_until_then(written):
    # The sole begins on day 66: of the palm's last 28 days (48 to 75) the first 18 count.
    rows_ = {"palm_left": steady(8, 4), "sole_left": steady(6, 6)}
    shown = progress(written(rows_, {"palm_left": SESSIONS, "sole_left": [66]}))
    found = shown.of("palm_left")
    assert found.contrast_with == ("sole_left",)
    assert (found.contrast.days_before, found.contrast.days_now) == (20, 18)
    assert found.contrast.value == pytest.approx(-50)
    assert found.treated_later
    with_another = progress(
        written({**rows_, "scalp": steady(6, 6)}, {"palm_left": SESSIONS, "sole_left": [66]})
    ).of("palm_left")
    assert (with_another.contrast_with, with_another.treated_later) == (("scalp",), False)


def test_regions_treated_meanwhile_do_not_steady_a_comparison_that_has_untreated_ones(written):
    # Before its first session the palm was a control too: taken in on that side only, it would
    # make the interval narrower than it is.
    rows_ = {"palm_left": steady(8, 4), "scalp": rows([3, 7] * 10, [4, 7] * 14)}
    snapshot = written({**rows_, "upper_back": steady(6, 5)}, {"palm_left": SESSIONS})
    found = progress(snapshot).of("upper_back")
    spans = tuple((each.starts, each.ends) for each in (found.baseline, found.now))
    days, severities = snapshot.rated("upper_back")
    sides = tuple(
        (days[part], severities[part].astype(float)) for part in (slice(0, 20), slice(48, 76))
    )
    until = control_until(snapshot, session_days(snapshot))
    both, one = (
        Untreated(snapshot, controls).compared("upper_back", spans, sides, 0.3)
        for controls in ({"palm_left": until["palm_left"], "scalp": None}, {"scalp": None})
    )
    assert both == one
    assert both[1] == ("scalp",)


def test_what_is_worked_out_for_one_region_serves_the_next_as_if_it_were_the_first(written):
    rows_ = {"palm_left": steady(8, 4), "scalp": steady(6, 5), "nose": steady(5, 3)}
    snapshot = written({**rows_, "sole_left": steady(7, 6)}, {"palm_left": SESSIONS})
    controls = control_until(snapshot, session_days(snapshot))
    shared = Untreated(snapshot, controls)
    for region in ("palm_left", "scalp", "nose", "sole_left"):
        found = progress(snapshot).of(region)
        spans = tuple((each.starts, each.ends) for each in (found.baseline, found.now))
        days, severities = snapshot.rated(region)
        sides = tuple((days[p], severities[p].astype(float)) for p in (slice(0, 20), slice(48, 76)))
        alone = Untreated(snapshot, {name: controls[name] for name in controls if name != region})
        expected, named, _ = alone.compared(region, spans, sides, 0.3)
        contrast, behind, _ = shared.compared(region, spans, sides, 0.3)
        assert behind == named
        assert (contrast.value, contrast.low) == pytest.approx((expected.value, expected.low))


def test_a_changed_copy_of_a_diary_remembers_nothing_of_the_first(written):
    snapshot = written({"palm_left": steady(8, 4)}, {"palm_left": SESSIONS})
    before = progress(snapshot).of("palm_left")
    drier = replace(snapshot, severity=snapshot.severity // 2)
    assert progress(drier).of("palm_left").baseline.mean < before.baseline.mean
    assert progress(snapshot).of("palm_left") == before
    with pytest.raises(ValueError, match="read-only"):
        snapshot.rated("palm_left")[1][0] = 0


def test_a_part_that_a_mask_leaves_out_is_no_control_and_says_so(written):
    rows_ = {"face": steady(8, 4), "nose": steady(6, 5), "scalp": steady(5, 5)}
    shown = progress(written(rows_, {"face": SESSIONS}))
    assert [each.region for each in shown.regions] == ["face", "nose", "scalp"]  # none unrated
    assert shown.of("face").contrast_with == ("scalp",)
    assert [each.beside_treated for each in shown.regions] == [False, True, False]


def test_a_region_that_was_dry_before_is_no_control(diary):
    dry = rows([0] * 19 + [1], [5] * NOW)
    found = diary(palm_left=steady(8, 4), upper_back=steady(5, 4), scalp=dry).of("palm_left")
    assert found.contrast_with == ("upper_back",)


def test_a_region_rated_on_one_side_only_is_not_named(diary):
    given_up = rows([5] * BEFORE, [None] * NOW)
    begun_late = rows([None] * BEFORE, [5] * NOW)
    found = diary(
        palm_left=steady(8, 4), upper_back=steady(5, 4), scalp=given_up, forehead=begun_late
    ).of("palm_left")
    assert found.contrast_with == ("upper_back",)


@pytest.mark.parametrize(("paired", "given"), [(4, False), (5, True)])
def test_the_contrast_needs_five_days_in_common_on_either_side(diary, paired, given):
    seldom = [None] * (BEFORE - paired) + [5] * paired + [5] * 28 + [5] * NOW
    found = diary(palm_left=steady(8, 4), upper_back=seldom).of("palm_left")
    assert (found.contrast is not None) is given
    assert bool(found.contrast_with) is given


def test_without_an_untreated_region_there_is_no_contrast(diary):
    found = diary(palm_left=steady(8, 4)).of("palm_left")
    assert (found.contrast, found.contrast_with, found.untreated_change) == (None, (), None)


def test_the_worst_case_takes_every_missing_day_as_it_was_before(diary):
    # 14 of 28 days are missing: the fall of 50 % on the others is one of 25 % on all.
    now = [4 if day % 2 else None for day in range(NOW - 1)] + [4]
    found = diary(palm_left=rows([8] * BEFORE, now)).of("palm_left")
    assert found.now.days == 14
    assert found.worst_case == pytest.approx(-25)


def late_diary(lateness):
    """Ten days of 8 before, 28 days of 4 now; the last ten were entered `lateness` days later."""
    columns = RatingColumns.empty()
    for day, severity in enumerate([8] * BEFORE + [9] * 28 + [4] * 18 + [2] * 10):
        entered = at(day + (lateness if day >= 66 else 0), 22)
        columns.append(Rating(FIRST + timedelta(day), "palm_left", severity, "late", entered))
    done = tuple(
        Session(at(day), ("palm_left",), ("hand_tray",), id=str(day))
        for day in SESSIONS
        if day < 76
    )
    return progress(snapshot_of(columns, {"session": done})).of("palm_left")


def test_a_day_is_late_by_the_day_of_the_patient():
    # Entered at one in the night two days later, where days end at four: one day late.
    columns = RatingColumns.empty()
    for day in range(76):
        entered = at(day + 3, 1)
        columns.append(Rating(FIRST + timedelta(day), "palm_left", 5, "late", entered))
    done = (Session(at(20), ("palm_left",), ("hand_tray",)),)
    found = {
        hour: progress(
            snapshot_of(columns, {"session": done, "profile": (Profile(day_ends_at_hour=hour),)})
        )
        for hour in (0, 4)
    }
    assert [found[hour].of("palm_left").late_days for hour in (0, 4)] == [48, 0]


@pytest.mark.parametrize(("lateness", "late"), [(2, 0), (3, 10)])
def test_entries_made_more_than_two_days_later_are_counted(lateness, late):
    found = late_diary(lateness)
    assert found.late_days == late
    assert (found.without_late is not None) is bool(late)


def test_the_change_without_late_entries_leaves_them_out():
    found = late_diary(5)
    assert found.change.value == pytest.approx(100 * ((18 * 4 + 10 * 2) / 28 / 8 - 1))
    assert found.without_late.value == pytest.approx(-50)


def test_a_day_is_late_by_the_clock_on_the_wall_not_in_greenwich():
    columns = RatingColumns.empty()
    for day in range(76):
        # Entered half an hour after midnight at +02:00, two days and a half hour later.
        entered = datetime(FIRST.year, FIRST.month, FIRST.day, 0, 30, tzinfo=SUMMER)
        columns.append(
            Rating(FIRST + timedelta(day), "palm_left", 5, "late", entered + timedelta(day + 3))
        )
    done = (Session(at(20), ("palm_left",), ("hand_tray",)),)
    found = progress(snapshot_of(columns, {"session": done})).of("palm_left")
    assert found.late_days == 20 + 28


def test_a_loss_is_the_last_two_weeks_less_the_two_before(diary):
    found = diary(palm_left=rows([8] * BEFORE, [3] * 14 + [5] * 14)).of("palm_left")
    assert found.loss.value == pytest.approx(2)
    assert found.loss.low > 0


@pytest.mark.parametrize("now", [[3] * 27, [3] * 14 + [None] * 9 + [5] * 4 + [None]])
def test_a_loss_needs_a_whole_window_and_five_days_in_each_half(written, now):
    rows_ = {"palm_left": rows([8] * BEFORE, now), "upper_back": rows([5] * BEFORE, [5] * len(now))}
    assert progress(written(rows_, {"palm_left": SESSIONS})).of("palm_left").loss is None


def test_the_adjusted_change_holds_the_heat_even(written):
    # Every point of the fall is the weather's: hot days are 8, cool ones 4.
    hot = [day % 4 != 0 if day < 48 else day % 4 == 0 for day in range(76)]
    row = [8 if is_hot else 4 for is_hot in hot]
    context = tuple(
        DayContext(FIRST + timedelta(day), heat="hot" if is_hot else "cool")
        for day, is_hot in enumerate(hot)
    )
    snapshot = written({"palm_left": row}, {"palm_left": SESSIONS}, day_context=context)
    found = progress(snapshot).of("palm_left")
    assert found.change.value < -20
    assert found.adjusted.value == pytest.approx(0, abs=0.5)


def test_a_temperature_counts_before_the_felt_heat(written):
    warm = [day % 4 != 0 if day < 48 else day % 4 == 0 for day in range(76)]
    context = tuple(
        DayContext(FIRST + timedelta(day), heat="warm", temperature_celsius=30.0 if is_warm else 10)
        for day, is_warm in enumerate(warm)
    )
    row = [8 if is_warm else 4 for is_warm in warm]
    snapshot = written({"palm_left": row}, {"palm_left": SESSIONS}, day_context=context[:-1])
    assert progress(snapshot).of("palm_left").adjusted.value == pytest.approx(0, abs=1)


def test_heat_that_was_seldom_noted_adjusts_nothing(written):
    context = tuple(DayContext(FIRST + timedelta(day), heat="hot") for day in range(30))
    snapshot = written({"palm_left": steady(8, 4)}, {"palm_left": SESSIONS}, day_context=context)
    assert progress(snapshot).of("palm_left").adjusted is None


def test_what_chance_may_do_once_in_four_regions_does_not_count(written):
    # Alone the sole is drier by more than chance (p = 0.015); four times that is above 0.05.
    sole = rows([4, 6] * 10, [4, 4, 5] * 9 + [5])
    others = dict.fromkeys(("sole_right", "palm_left", "palm_right"), [5] * 76)
    alone = progress(written({"sole_left": sole}, {"sole_left": SESSIONS}))
    among = progress(
        written({"sole_left": sole, **others}, dict.fromkeys(["sole_left", *others], SESSIONS))
    )
    assert (alone.improved, among.improved) == (("sole_left",), ())
    assert among.of("sole_left").verdict == "partial"


def test_the_improved_are_treated_regions_that_are_drier(diary):
    shown = diary(palm_left=steady(8, 3), upper_back=steady(8, 3))
    assert shown.improved == ("palm_left",)
    assert diary(palm_left=steady(4, 8)).improved == ()


def test_a_low_baseline_counts_by_its_points(diary):
    shown = diary(palm_left=rows([1, 2] * 10, [0] * NOW))
    assert (shown.of("palm_left").change, shown.improved) == (None, ("palm_left",))
    assert shown.of("palm_left").verdict == "almost_dry"
