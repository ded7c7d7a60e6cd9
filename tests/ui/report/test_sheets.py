"""The preview's sheets: as many as wanted, few of them decoded, each its own picture."""

import pytest
from PySide6.QtCore import QBuffer
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtWidgets import QLabel

from ui.report.sheets import HELD, Sheets
from ui.widgets.layout import Column

COUNT = 40


def png(number, width=400, height=560):
    picture = QImage(width, height, QImage.Format.Format_RGB32)
    picture.fill(QColor(number, 2 * number, 255 - number))
    buffer = QBuffer()
    picture.save(buffer, "PNG")
    return buffer.data().data()


@pytest.fixture
def sheets(qtbot):
    """Forty sheets in a window that shows hardly more than one."""
    made = Sheets()
    area = Column(made)
    area.resize(500, 600)
    qtbot.addWidget(area)
    made.area = area
    made.show_pictures([png(number) for number in range(1, COUNT + 1)], 300)
    with qtbot.waitExposed(area):
        area.show()
    return made


def labels(sheets):
    return sheets.findChildren(QLabel)


def colour_of(label):
    colour = label.grab().toImage().pixelColor(label.width() // 2, label.height() // 2)
    return colour.red(), colour.green(), colour.blue()


def test_only_sheets_in_sight_are_decoded(sheets, qtbot):
    qtbot.waitUntil(lambda: bool(sheets.held))
    assert set(sheets.held) <= {1, 2}
    bar = sheets.area.verticalScrollBar()
    bar.setValue(bar.maximum())
    qtbot.waitUntil(lambda: COUNT in sheets.held)
    assert set(sheets.held) <= {1, 2, COUNT - 1, COUNT}


def test_never_more_than_a_few_are_held(sheets):
    for number, label in enumerate(labels(sheets), 1):
        assert colour_of(label) == (number, 2 * number, 255 - number)
    assert sheets.held == tuple(range(COUNT - HELD + 1, COUNT + 1))


def test_each_keeps_the_shape_of_its_paper_in_every_width(qtbot, sheets):
    sheets.show_pictures([png(1), png(2, 560, 400)], 280)
    for width in (280, 140):
        sheets.fit(width)
        assert [(it.width(), it.height()) for it in labels(sheets)[-2:]] == [
            (width, width * 7 / 5),
            (width, width * 5 / 7),
        ]
    assert colour_of(labels(sheets)[-1]) == (2, 4, 253)


def test_of_other_pictures_nothing_is_left(sheets, qtbot):
    qtbot.waitUntil(lambda: bool(sheets.held))
    sheets.show_pictures([png(7)], 300)
    qtbot.waitUntil(lambda: len(labels(sheets)) == 1)
    assert colour_of(labels(sheets)[0]) == (7, 14, 248)
    sheets.show_pictures([], 300)
    assert sheets.held == ()


def test_a_screen_reader_meets_a_picture_with_a_name(sheets):
    said = QAccessible.queryAccessibleInterface(labels(sheets)[2])
    assert said.role() == QAccessible.Role.Graphic
    assert said.text(QAccessible.Text.Name) == "Page 3 of the report"
    assert "screen reader" in said.text(QAccessible.Text.Description)
