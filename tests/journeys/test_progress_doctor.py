"""The table of all figures: what comes first, and what stays while it is scrolled sideways."""

import pytest
from PySide6.QtCore import QPoint, Qt

from model.diary import Diary
from model.records.day import Rating
from tests.journeys import test_progress as sample
from tests.journeys.conftest import NOW, clock, open_window, settle
from tests.journeys.test_progress import press
from tests.journeys.test_progress_charts import turn_wheel
from ui.progress.found import FOR_DOCTOR
from ui.settings import settings
from ui.widgets.layout import Column

path, page = sample.path, sample.page  # fixtures


@pytest.fixture
def card(page, qtbot, settled):
    press(qtbot, page.head.doctor)
    settled()
    page.findChild(Column).ensureWidgetVisible(page.figures.table)
    settled()
    yield page.figures
    settings().setValue(FOR_DOCTOR, False)


def head(card):
    item = card.table.headerItem()
    return [item.text(column) for column in range(item.columnCount())]


def test_the_results_come_first(card):
    names = head(card)
    assert [name.split(" (")[0] for name in names[:5]] == [
        "Region",
        "Change %",
        "Against untreated %",
        "NAP",
        "Points",
    ]
    assert names[5:10] == ["Days before", "Days now", "Mean before", "Mean now", "Verdict"]


def test_each_figure_stands_below_its_own_name(page, card):
    shown = page.found.view.progress.regions[0]
    names = head(card)
    first = card.table.topLevelItem(0)
    row = {name: first.text(column) for column, name in enumerate(names)}
    assert row["Days before"] == f"{shown.baseline.days} of {shown.baseline.days_possible}"
    assert row["Days now"] == f"{shown.now.days} of {shown.now.days_possible}"
    assert row["Mean before"] == f"{shown.baseline.mean:.1f}"
    assert row["Mean now"] == f"{shown.now.mean:.1f}"
    assert row["Verdict"] in page.card.verdict.text()
    assert row["Change % (interval)"].startswith(f"\u2212{abs(shown.change.value):.0f} (\u2212")
    assert row["Sessions"] == str(shown.sessions)


def test_the_column_of_the_dry_interval_names_the_threshold(page, card, settled):
    before = page.found.view.threshold
    assert f"Dry interval, days until {before} or more" in head(card)
    page.card.threshold.setValue(6)
    page.card.threshold.store()
    settled()
    assert "Dry interval, days until 6 or more" in head(card)
    page.card.threshold.setValue(before)
    page.card.threshold.store()
    settled()


def test_the_regions_stay_while_the_figures_are_scrolled_sideways(page, card, qtbot):
    table, names = card.table, list(page.said.names)
    turn_wheel(table.viewport(), -300, shift=True)
    bar = table.horizontalScrollBar()
    assert bar.value() == bar.maximum() > 0
    rect = table.frozen.visualRect(table.frozen.model().index(2, 0))
    at = table.frozen.viewport().mapTo(table.window(), rect.topLeft() + QPoint(20, 6))
    seen = table.window().childAt(at)
    assert seen is table.frozen.viewport()
    assert rect.height() == table.visualItemRect(table.topLevelItem(2)).height()
    qtbot.mouseClick(seen, Qt.MouseButton.LeftButton, pos=rect.topLeft() + QPoint(20, 6))
    assert page.region == names[2]
    assert table.currentItem().text(0) == page.said.names[names[2]]


def test_both_parts_scroll_down_together(card, settled):
    table = card.table
    table.setFixedHeight(120)
    settled()
    assert table.verticalScrollBar().maximum() > 0
    turn_wheel(table.viewport(), -2)
    below = table.verticalScrollBar().value()
    assert below > 0
    assert table.frozen.verticalScrollBar().value() == below


def test_without_a_result_nothing_is_said_of_intervals(qtbot, tmp_path):
    file = tmp_path / "few.drymap"
    with Diary.create(file, clock) as diary:
        diary.put(Rating(NOW.date(), "palm_left", 6))
    with open_window(qtbot, file) as window:
        window.go_to("progress")
        settle(window, qtbot)
        page = window.shown("progress")
        press(qtbot, page.head.doctor)
        settle(window, qtbot)
        assert page.figures.isVisible()
        assert not page.figures.shared.isVisible()
        press(qtbot, page.head.doctor)
        settle(window, qtbot)
