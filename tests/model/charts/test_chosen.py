"""What the patient chose, baselines and ends of inductions, is marked wherever it is drawn."""

import re
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest

from model.charts import CHARTS
from model.charts.label import width_in_points
from model.charts.live import drawn as draw
from model.charts.style import svg
from model.records.person import InductionChoice
from model.records.snapshot import day_number
from tests.model.charts.conftest import view_of

NOTE = "baseline chosen by the patient"


def words(chart, view, **look):
    found = svg(draw(CHARTS[chart].live, view, "palm_left", **look))
    return re.findall(r"<text[^>]*>([^<]+)</text>", found)


@pytest.fixture
def usual(months):
    """A diary whose baselines are the days before the first session."""
    return view_of(months)


@pytest.fixture
def chosen(usual):
    """The same, where the patient chose the days of one region."""
    progress = usual.progress
    regions = tuple(
        replace(shown, baseline_chosen=shown.region == "palm_left") for shown in progress.regions
    )
    return replace(usual, progress=replace(progress, regions=regions))


@pytest.mark.parametrize(
    ("chart", "said"),
    [
        ("change", {"Left palm\u00a0†"}),
        ("overview", {"Left palm\u00a0†"}),
        ("contrast", {"% of the baseline that the patient chose", "chosen baseline = 100 %"}),
        ("body", {"† chosen by the patient: Left palm"}),
    ],
)
@pytest.mark.parametrize("width", [5.0, 9.0])
def test_a_saved_chart_says_which_baseline_the_patient_chose(usual, chosen, chart, said, width):
    size = (width, 4.0)
    found = words(chart, chosen, size_inches=size)
    assert all(each in found or each in " ".join(found) for each in said)
    if chart in ("change", "overview"):
        assert NOTE in " ".join(found)
        assert "Right palm" in found
    before = words(chart, usual, size_inches=size)
    assert not said & set(before)
    assert not any("†" in word for word in before)


@pytest.mark.parametrize(
    ("chart", "said"),
    [
        ("change", "Left palm\u00a0‡"),
        ("overview", "Left palm\u00a0‡"),
        ("timeline", "induction (end moved)"),
        ("contrast", "induction ends (moved by the patient)"),
    ],
)
def test_a_saved_chart_says_that_the_patient_moved_the_end_of_an_induction(months, chart, said):
    begun = view_of(months).progress.of("palm_left").first_session
    end = InductionChoice("palm_left", begun + timedelta(34))
    moved = view_of(replace(months, records={**months.records, "induction": (end,)}))
    found = words(chart, moved, size_inches=(9.0, 4.0))
    assert said in found
    if "‡" in said:
        assert "‡ end of the induction moved by the patient" in " ".join(found)
    before = " ".join(words(chart, view_of(months), size_inches=(9.0, 4.0)))
    assert "moved" not in before


NARROW = (3.7, 1.66)


@pytest.fixture
def twice(drawn, first):
    """Write a diary with two episodes of treatment, the end of an induction moved to a day."""
    sessions = [*range(28, 112, 3), *range(160, 250, 3)]  # inductions end on days 55 and 187
    wave = [(3 if day > 40 else 7) + day % 3 for day in range(250)]
    rows = {"palm_left": wave, "palm_right": wave[::-1], "scalp": [5] * 250}

    def write(moved=None):
        end = () if moved is None else (InductionChoice("palm_left", first + timedelta(moved)),)
        return view_of(drawn(rows, sessions, induction=end))

    return write


def placed(chart, view, size):
    """Return the texts of a chart and the day on which each stands."""
    found = draw(CHARTS[chart].live, view, "palm_left", size_inches=size)
    axes = found.axes[0]
    inside = svg(found)
    left, right = axes.get_xlim()
    box, wide = axes.get_position(), 72 * size[0]
    at = re.findall(
        r'<text[^>]*(?: x="([\d.-]+)"|translate\(([\d.-]+) )[^>]*>([^<]+)</text>', inside
    )
    return {
        text: left + (float(x or other) / wide - box.x0) / box.width * (right - left)
        for x, other, text in at
    }


def test_only_the_latest_end_of_an_induction_belongs_to_a_result(twice):
    for chart in ("change", "overview"):
        assert "Left palm\u00a0‡" in words(chart, twice(190), size_inches=(9, 4))
        found = words(chart, twice(70), size_inches=(9, 4))
        assert "Left palm" in found
        assert "‡" not in " ".join(found)


def test_the_body_names_the_regions_whose_latest_days_follow_a_moved_end(twice):
    said = "‡ end of the induction moved by the patient: Left palm"
    assert said in " ".join(words("body", twice(190), size_inches=(9, 4)))
    for view in (twice(), twice(70)):
        assert "‡" not in " ".join(words("body", view, size_inches=(9, 4)))


@pytest.mark.parametrize("moved", [70, 190])
def test_over_time_only_the_induction_that_was_moved_says_so(twice, first, moved):
    found = words("timeline", twice(moved), size_inches=(12, 3))
    assert (found.count("induction (end moved)"), found.count("induction")) == (1, 1)
    at = placed("timeline", twice(moved), (12, 3))["induction (end moved)"] - day_number(first)
    starts = 28 if moved == 70 else 160
    assert starts < at < moved


def test_a_moved_end_is_said_over_time_even_of_a_short_induction(twice):
    assert "induction (end moved)" in words("timeline", twice(200), size_inches=(5.15, 1.66))
    assert "induction" not in words("timeline", twice(), size_inches=(5.15, 1.66))


@pytest.mark.parametrize("moved", [70, 190])
@pytest.mark.parametrize("size", [(20.0, 3.0), (6.0, 3.0)])
def test_a_contrast_names_the_moved_end_where_it_is(twice, first, moved, size):
    found = placed("contrast", twice(moved), size)
    names = [text for text in found if "moved" in text]
    assert len(names) == 1
    assert abs(found[names[0]] - day_number(first) - moved) < 2
    assert "induction ends" not in found
    assert not any("moved" in text for text in words("contrast", twice(), size_inches=size))


@pytest.mark.parametrize("moved", [35, 45, 70, 190, 240])
def test_the_name_of_a_moved_end_in_a_contrast_lies_on_no_other(twice, moved):
    found = draw(CHARTS["contrast"].live, twice(moved), "palm_left", size_inches=(6.0, 3.0))
    rows, pattern = {}, r'text-anchor: (\w+)[^>]* x="([\d.-]+)" y="([\d.-]+)"[^>]*>([^<]+)</text>'
    for anchor, x, y, text in re.findall(pattern, svg(found)):
        before = {"start": 0, "middle": 0.5, "end": 1}[anchor] * width_in_points(text, 8)
        rows.setdefault(y, []).append((float(x) - before, float(x) - before + len(text) * 3, text))
    assert "moved" in str(rows)
    for row in rows.values():
        assert all(one[1] < other[0] for one, other in pairwise(sorted(row)))


@pytest.mark.parametrize("chart", ["wear_off", "epochs"])
@pytest.mark.parametrize("size", [(9.0, 4.0), NARROW], ids=["wide", "narrow"])
def test_what_leaves_inductions_out_says_that_an_end_was_moved(twice, chart, size):
    said = "The patient moved the end of an induction to 11 May 2026."
    assert said in " ".join(words(chart, twice(70), size_inches=size))
    assert not any("moved" in text for text in words(chart, twice(), size_inches=size))


def test_a_note_on_a_moved_end_takes_nothing_from_the_curve(twice):
    tall = [draw(CHARTS["wear_off"].live, view, "palm_left", size_inches=NARROW)
            for view in (twice(), twice(70))]  # fmt: skip
    usual, noted = (each.get_size_inches()[1] for each in tall)
    assert noted > usual
    heights = [each.axes[0].get_position().height * each.get_size_inches()[1] for each in tall]
    assert heights[0] == pytest.approx(heights[1])
