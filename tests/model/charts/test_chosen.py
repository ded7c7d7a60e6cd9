"""A baseline that the patient chose is marked wherever its figure is drawn, in files as well."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest

from model.charts import CHARTS
from model.charts.live import drawn as draw
from model.charts.style import svg
from model.charts.view import view_of
from model.records.person import InductionChoice

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
