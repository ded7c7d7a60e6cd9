"""A chart says which choices of the reader it depends on: the others leave it as it is."""

from dataclasses import replace
from datetime import timedelta, timezone

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg

from model.analysis.phases import session_days
from model.analysis.progress import progress
from model.charts import CHARTS
from model.charts.live import drawn as draw
from model.charts.view import FOR_DOCTOR, WET_AGAIN, View
from model.records.person import Profile, WetAgain
from model.records.treatment import Session
from tests.model.charts.conftest import view_of

OTHER = {FOR_DOCTOR: True, WET_AGAIN: 7}
MATRICES = ("severity", "entered", "recorded_at", "offset_minutes")
REGION = "palm_left"


def copied(snapshot, **records):
    """Return the diary as it is read again, with other records of some kinds."""
    again = {name: getattr(snapshot, name).copy() for name in MATRICES}
    return replace(snapshot, **again, records={**snapshot.records, **records})


def other(view, choice):
    """Return the view as the page makes it once the reader has chosen otherwise."""
    if choice == WET_AGAIN:
        return view_of(copied(view.snapshot, wet_again=(WetAgain(OTHER[choice]),)))
    return replace(view, **{choice: OTHER[choice]})


def seen(chart, view):
    """Return all that a chart shows and says: its picture, its words, and its table."""
    canvas = FigureCanvasAgg(draw(chart.live, view, REGION))
    canvas.draw()
    picture = np.asarray(canvas.buffer_rgba()).tobytes()
    return picture, str(chart.description(view, REGION)), chart.table(view, REGION)


@pytest.mark.parametrize("choice", [FOR_DOCTOR, WET_AGAIN])
@pytest.mark.parametrize("chart", CHARTS.values(), ids=lambda chart: chart.id)
def test_a_chart_depends_on_the_choices_that_it_names_and_on_no_other(months, chart, choice):
    view = view_of(months)
    changed = other(view, choice)
    is_same = seen(chart, view) == seen(chart, changed)
    assert changed.differs(view, chart.live.reads) == (not is_same)


def test_another_diary_or_other_days_are_another_picture_to_every_chart(months, drawn, first):
    view = view_of(months)
    assert view.differs(view_of(drawn({REGION: [5] * 30})), ())
    assert view.differs(replace(view, span=(first, first)), ())
    assert not view.differs(View(months, progress(months)), ())
    assert view.threshold == 3
    assert not view.differs(other(view, WET_AGAIN), ())
    assert view.differs(view_of(copied(months, profile=(Profile(week_starts_on=7),))), ())
    assert view.differs(view_of(copied(months, session=months.of(Session)[1:])), ())


def test_a_session_at_the_same_moment_on_another_clock_is_another_diary(months):
    """Its morning here is the evening before there, so its day is another one."""
    first, *rest = sorted(months.of(Session), key=lambda session: session.started_at)
    moved = first.started_at.astimezone(timezone(timedelta(hours=-12)))
    again = copied(months, session=(replace(first, started_at=moved), *rest))
    months = copied(months, session=(first, *rest))
    assert session_days(again)[REGION][0] < session_days(months)[REGION][0]
    assert view_of(months).differs(view_of(again), ())
    same = copied(months, session=tuple(replace(each) for each in months.of(Session)))
    assert not view_of(months).differs(view_of(same), ())


@pytest.mark.parametrize("matrix", MATRICES)
def test_one_other_cell_is_another_diary(months, matrix):
    again = copied(months)
    getattr(again, matrix)[50, 1] += 1
    assert view_of(months).differs(view_of(again), ())
