"""A chart as a table: every column is as wide as what stands in it, and can be reached."""

import pytest

from model.charts.table import Table
from ui.progress.table import ChartTable

SETTINGS = "period 3: Hand trays, 12 mA, 20 min, 3.5 sessions a week, tap water, direct current"


@pytest.fixture
def table(qtbot):
    """A table of three columns in a view of 400 x 200 points; `last` stands in the third."""

    def make(last, rows=3):
        widget = ChartTable()
        qtbot.addWidget(widget)
        widget.resize(400, 200)
        with qtbot.waitExposed(widget):
            widget.show()
        row = ("1 Sep 2026", 7, last)
        widget.show_table(Table(("From", "Sessions", "Settings"), (row,) * rows), "Over time")
        return widget

    return make


def settle(qtbot, widget):
    """Wait until Qt has laid the columns out."""
    qtbot.waitUntil(lambda: widget.header().length() >= widget.viewport().width())


def wanted(widget):
    return widget.sizeHintForColumn(2)


def test_a_long_last_column_is_whole_and_can_be_scrolled_to(table, qtbot):
    widget = table(SETTINGS)
    settle(qtbot, widget)
    header, bar = widget.header(), widget.horizontalScrollBar()
    assert header.sectionSize(2) >= wanted(widget) > widget.viewport().width()
    assert bar.maximum() > 0
    bar.setValue(bar.maximum())
    end = header.sectionViewportPosition(2) + header.sectionSize(2)
    assert end <= widget.viewport().width()


def test_a_short_last_column_takes_the_room_that_is_left(table, qtbot):
    widget = table("tap water")
    settle(qtbot, widget)
    assert widget.header().length() == widget.viewport().width()
    assert widget.horizontalScrollBar().maximum() == 0


def test_a_view_that_narrows_leaves_the_last_column_whole(table, qtbot):
    widget = table("Hand trays, tap water", rows=30)
    settle(qtbot, widget)
    assert widget.horizontalScrollBar().maximum() == 0
    widget.resize(220, 200)
    qtbot.waitUntil(lambda: widget.horizontalScrollBar().maximum() > 0)
    assert widget.header().sectionSize(2) == wanted(widget)
    widget.resize(400, 200)
    qtbot.waitUntil(lambda: widget.horizontalScrollBar().maximum() == 0)
    assert widget.header().length() == widget.viewport().width()


def test_a_column_of_remarks_without_any_is_left_out(qtbot):
    widget = ChartTable()
    qtbot.addWidget(widget)

    def heads(*rows):
        widget.show_table(Table(("Region", "Standing", "Mean now (0-10)"), rows), "All regions")
        names = [widget.headerItem().text(at) for at in range(widget.columnCount())]
        first = widget.topLevelItem(0)
        return dict(zip(names, [first.text(at) for at in range(len(names))], strict=True))

    alone = heads(("Left palm", "", None), ("Scalp", "", 2.0))
    assert alone == {"Region": "Left palm", "Mean now (0-10)": "\N{EN DASH}"}
    said = heads(("Left palm", "", None), ("Scalp", "so far", 2.0))
    assert said == {"Region": "Left palm", "Standing": "", "Mean now (0-10)": "\N{EN DASH}"}
