"""The charts of Progress under the hand: zoom, move, hover, tables, pictures, the dark theme."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from tests.journeys import test_progress as sample
from tests.journeys.test_progress import press, rows
from ui.look import look_of
from ui.widgets.layout import Column
from ui.words import translated

path, page = sample.path, sample.page  # fixtures


@pytest.fixture
def deck(page, settled):
    page.card.charts.go_to("timeline")
    page.findChild(Column).ensureWidgetVisible(page.card.charts.canvas)
    settled()
    return page.card.charts


def length(canvas):
    first, last = canvas.days
    return last - first + 1


def turn_wheel(widget, notches, at=None, ctrl=False, shift=False):
    """Turn the wheel over a point of a widget that can be seen."""
    point = at if at is not None else widget.visibleRegion().boundingRect().center()
    modifier = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    modifier = Qt.KeyboardModifier.ShiftModifier if shift else modifier
    QTest.wheelEvent(
        widget.window().windowHandle(),
        widget.mapTo(widget.window(), point),
        QPoint(0, 120 * notches),
        QPoint(),
        modifier,
    )
    QApplication.processEvents()


def test_plus_and_minus_zoom_and_0_shows_all_days(deck, qtbot):
    canvas = deck.canvas
    whole = canvas.days
    canvas.setFocus()
    qtbot.keyClick(canvas, Qt.Key.Key_Plus)
    qtbot.keyClick(canvas, Qt.Key.Key_Plus)
    near = length(canvas)
    assert near < 0.5 * (whole[1] - whole[0] + 1)
    qtbot.keyClick(canvas, Qt.Key.Key_Minus)
    assert length(canvas) > near
    qtbot.keyClick(canvas, Qt.Key.Key_0)
    assert canvas.days == whole
    qtbot.keyClick(canvas, Qt.Key.Key_Plus)
    qtbot.keyClick(canvas, Qt.Key.Key_Home)
    assert canvas.days == whole


def test_buttons_zoom_too(deck, qtbot):
    whole = deck.canvas.days
    press(qtbot, deck.nearer)
    press(qtbot, deck.nearer)
    near = length(deck.canvas)
    press(qtbot, deck.farther)
    assert near < length(deck.canvas) < whole[1] - whole[0] + 1
    press(qtbot, deck.whole)
    assert deck.canvas.days == whole


def test_arrows_move_what_is_zoomed_into(deck, qtbot):
    canvas = deck.canvas
    canvas.setFocus()
    qtbot.keyClick(canvas, Qt.Key.Key_Plus)
    first, last = canvas.days
    qtbot.keyClick(canvas, Qt.Key.Key_Left)
    assert canvas.days[0] < first
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.days == (first, last)


def test_a_plain_wheel_scrolls_the_page_and_zooms_nothing(page, deck):
    whole = deck.canvas.days
    bar = page.findChild(Column).verticalScrollBar()
    before = bar.value()
    turn_wheel(deck.canvas, 1)
    assert bar.value() < before
    assert deck.canvas.days == whole


def test_the_wheel_with_ctrl_zooms_around_the_pointer(page, deck):
    canvas = deck.canvas
    bar = page.findChild(Column).verticalScrollBar()
    before, whole = bar.value(), canvas.days
    at = QPoint(canvas.width() - 40, 80)
    turn_wheel(canvas, 2, at, ctrl=True)
    assert length(canvas) < whole[1] - whole[0] + 1
    assert whole[1] - canvas.days[1] < canvas.days[0] - whole[0], "the late days stay in sight"
    assert bar.value() == before
    turn_wheel(canvas, -5, at, ctrl=True)
    assert canvas.days == whole


def test_a_drag_moves_the_days(deck, qtbot):
    canvas = deck.canvas
    canvas.setFocus()
    for _ in range(3):
        qtbot.keyClick(canvas, Qt.Key.Key_Plus)
    first, last = canvas.days
    QApplication.processEvents()
    begin = canvas.rect().center()
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=begin)
    qtbot.mouseMove(canvas, begin + QPoint(150, 0))
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=begin + QPoint(150, 0))
    assert canvas.days[0] < first
    assert canvas.days[1] - canvas.days[0] == last - first
    moved = canvas.days
    qtbot.mouseMove(canvas, begin)
    assert canvas.days == moved, "it has been let go"


def test_on_the_overview_a_click_chooses_and_a_drag_moves(page, qtbot, settled):
    bar = page.findChild(Column).verticalScrollBar()
    bar.setValue(bar.maximum())
    settled()
    canvas, region = page.all.canvas, page.region
    canvas.zoom(4)
    canvas.move_by(1000)
    last = canvas.days
    QApplication.processEvents()
    begin = sample.place_of(canvas, list(page.said.names)[1])
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=begin)
    qtbot.mouseMove(canvas, begin + QPoint(150, 0))
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=begin + QPoint(150, 0))
    assert canvas.days[1] < last[1]
    assert page.region == region, "nobody clicked"
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(20, begin.y()))
    assert page.region == list(page.said.names)[1]


def test_a_zoom_stays_while_the_region_changes(page, deck, qtbot):
    canvas = deck.canvas
    canvas.setFocus()
    qtbot.keyClick(canvas, Qt.Key.Key_Plus)
    days = canvas.days
    page.choose_region(list(page.said.names)[1])
    assert canvas.days == days


def test_the_pointer_and_the_keys_tell_the_day(deck, qtbot):
    canvas = deck.canvas
    qtbot.mouseMove(canvas, canvas.rect().center() - QPoint(100, 0))
    qtbot.mouseMove(canvas, canvas.rect().center())
    qtbot.waitUntil(lambda: "2026" in deck.said.text())
    QApplication.sendEvent(canvas, QEvent(QEvent.Type.Leave))
    assert deck.said.text() == ""
    canvas.setFocus()
    ctrl = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(canvas, Qt.Key.Key_Left, ctrl)
    last = deck.said.text()
    assert "22 Nov 2026" in last
    qtbot.keyClick(canvas, Qt.Key.Key_Left, ctrl)
    assert "21 Nov 2026" in deck.said.text()
    qtbot.keyClick(canvas, Qt.Key.Key_Right, ctrl)
    assert deck.said.text() == last


def test_every_chart_can_be_read_as_a_table_and_heard(page, deck, qtbot, settled):
    for each in (page.change, page.body, page.card.charts, page.all):
        for tab in range(each.tabs.count()):
            each.tabs.setCurrentIndex(tab)
            settled()
            assert each.canvas.accessibleName(), each.chart.id
            qtbot.waitUntil(lambda each=each: each.canvas.accessibleDescription() != "")
            press(qtbot, each.as_table)
            assert each.table.isVisible()
            assert not each.canvas.isVisible()
            found = each.chart.table(page.found.view, page.region)
            assert len(rows(each.table)) == len(found.rows)
            press(qtbot, each.as_table)
            assert each.canvas.isVisible()


def test_the_table_follows_the_region(page, deck, qtbot):
    press(qtbot, deck.as_table)
    before = rows(deck.table)
    assert len(before) > 4
    page.choose_region(list(page.said.names)[-1])
    assert rows(deck.table) != before


def test_charts_are_named_once(page, deck):
    from model.charts import CHARTS

    decks = (page.change, page.body, page.card.charts, page.all)
    named = [each.id for deck in decks for each in deck._charts]
    assert sorted(named) == sorted(CHARTS)


def save(page, qtbot, deck, name):
    """Press Save and type a name, as people do."""
    press(qtbot, deck.save)
    dialog = page.findChild(QFileDialog)
    dialog.fileSelected.emit(str(name))
    dialog.done(0)


@pytest.mark.parametrize("ending", ["png", "svg"])
def test_a_picture_is_saved_as_its_name_ends(page, deck, qtbot, settled, tmp_path, ending):
    target = tmp_path / f"chart.{ending}"
    target.write_text("an older one")
    save(page, qtbot, deck, target)
    settled()
    content = target.read_bytes()
    assert content.startswith(b"\x89PNG" if ending == "png" else b"<?xml")
    assert len(content) > 5000
    assert target.name in deck.said.text()
    assert [each.name for each in tmp_path.glob("chart*")] == [target.name]


def test_a_picture_that_cannot_be_written_is_said(page, deck, qtbot, window, settled, tmp_path):
    said = []
    window.link.failed.connect(lambda error, is_write: said.append(str(error)))
    save(page, qtbot, deck, tmp_path / "nowhere" / "chart.png")
    settled()
    assert len(said) == 1
    assert "nowhere" in said[0]


def test_tabs_and_switches_keep_the_focus(deck, qtbot):
    deck.as_table.setFocus()
    qtbot.keyClick(deck.as_table, Qt.Key.Key_Space)
    assert deck.as_table.hasFocus()
    deck.tabs.setFocus()
    qtbot.keyClick(deck.tabs, Qt.Key.Key_Right)
    assert deck.tabs.hasFocus()


def test_the_wheel_turns_no_tab(deck):
    before = deck.tabs.currentIndex()
    deck.tabs.setFocus()
    turn_wheel(deck.tabs, -1)
    assert deck.tabs.currentIndex() == before


def test_a_dark_theme_is_followed(page, deck, settled):
    def paper():
        return deck.canvas.grab().toImage().pixelColor(3, 3).lightness()

    usual, dark = QApplication.palette(), QPalette()
    dark.setColor(QPalette.ColorRole.Window, QColor("#202326"))
    assert paper() > 200
    QApplication.setPalette(dark)
    settled()
    try:
        assert paper() < 60
    finally:
        QApplication.setPalette(usual)
        settled()
    assert paper() > 200


def test_the_switch_says_what_it_will_show(deck, qtbot):
    assert deck.as_table.text() == "Show as table"
    press(qtbot, deck.as_table)
    assert deck.as_table.text() == "Show as chart"
    press(qtbot, deck.as_table)
    assert deck.as_table.text() == "Show as table"


@pytest.mark.parametrize("name", ["change", "body", "all"])
def test_a_row_of_a_table_chooses_its_region(page, qtbot, settled, name):
    deck = getattr(page, name)
    page.findChild(Column).ensureWidgetVisible(deck.as_table)
    settled()
    press(qtbot, deck.as_table)
    shown = page.said.names[page.region]
    assert deck.table.currentItem().text(0) == shown, "it stands on the region that is shown"
    for row in (1, 2):
        item = deck.table.topLevelItem(row)
        box = deck.table.visualItemRect(item)
        at = QPoint(box.left() + 10, box.center().y())
        qtbot.mouseClick(deck.table.viewport(), Qt.MouseButton.LeftButton, pos=at)
        assert page.said.names[page.region] == item.text(0)
        assert page.card.region.currentText() == item.text(0)
    deck.table.setFocus()
    qtbot.keyClick(deck.table, Qt.Key.Key_Up)
    assert page.said.names[page.region] == deck.table.topLevelItem(1).text(0)
    page.choose_region(list(page.said.names)[-1])
    assert deck.table.currentItem().text(0) == page.said.names[page.region]


def test_a_table_leaves_its_neighbour_its_height(page, qtbot, settled):
    before = page.change.parentWidget().height(), page.body.parentWidget().height()
    for deck in (page.change, page.body):
        press(qtbot, deck.as_table)
        settled()
        after = page.change.parentWidget().height(), page.body.parentWidget().height()
        assert after == before, deck.chart.id
        press(qtbot, deck.as_table)
        settled()


def test_shift_and_the_wheel_scroll_a_table_sideways_and_never_the_page(page, qtbot, settled):
    column = page.findChild(Column).verticalScrollBar()
    press(qtbot, page.change.as_table)
    settled()
    bar = page.change.table.horizontalScrollBar()
    assert bar.maximum() > 0
    before = column.value()
    turn_wheel(page.change.table.viewport(), -1, shift=True)
    assert bar.value() > 0
    turn_wheel(page.change.table.viewport(), -200, shift=True)
    turn_wheel(page.change.table.viewport(), -1, shift=True)
    assert bar.value() == bar.maximum()
    assert column.value() == before
    turn_wheel(page.change.table.viewport(), 200, shift=True)
    assert bar.value() == 0


def test_a_chart_of_the_whole_diary_shows_it_whatever_the_region(page, qtbot, settled):
    deck = page.all
    page.findChild(Column).ensureWidgetVisible(deck.tabs)
    deck.go_to("doses")
    settled()
    whole = deck.chart.description(page.found.view, "").said(translated)
    untreated = sample.untreated(page)
    assert deck.chart.description(page.found.view, untreated).said(translated) != whole
    page.choose_region(untreated)
    settled()
    assert deck.canvas.accessibleDescription() == whole
    press(qtbot, deck.as_table)
    assert len(rows(deck.table)) == len(deck.chart.table(page.found.view, "").rows)


def dashes(canvas, x):
    """Count the points of the accent colour in the columns around a place of a canvas."""
    accent = QColor(look_of(QApplication.palette()).accent).rgb()
    image = canvas.grab().toImage()
    ratio = image.width() / canvas.width()
    columns = range(round((x - 6) * ratio), round((x + 7) * ratio))
    return sum(image.pixel(at, y) == accent for at in columns for y in range(4, image.height() - 4))


def test_a_click_sets_the_day_and_the_pointer_tells_only_its_own(deck, qtbot):
    canvas = deck.canvas
    at = canvas.rect().center()
    other = at + QPoint(90, 0)
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=at)
    clicked = deck.said.text()
    assert "2026" in clicked
    assert dashes(canvas, at.x()) > 20
    qtbot.mouseMove(canvas, other)
    qtbot.waitUntil(lambda: deck.said.text() != clicked)
    assert dashes(canvas, at.x()) == 0, "the pointer tells of another day"
    QApplication.sendEvent(canvas, QEvent(QEvent.Type.Leave))
    assert deck.said.text() == clicked
    assert dashes(canvas, at.x()) > 20
    qtbot.keyClick(canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert deck.said.text() != clicked, "the keys go on from there"
    deck.as_table.setFocus()
    assert deck.said.text() == ""


def test_a_drag_sets_no_day(deck, qtbot):
    canvas = deck.canvas
    canvas.setFocus()
    for _ in range(3):
        qtbot.keyClick(canvas, Qt.Key.Key_Plus)
    begin = canvas.rect().center()
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=begin)
    qtbot.mouseMove(canvas, begin + QPoint(150, 0))
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=begin + QPoint(150, 0))
    QApplication.sendEvent(canvas, QEvent(QEvent.Type.Leave))
    assert deck.said.text() == ""
