"""The card of the day: every press says at once which field holds what now; tags included."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QVBoxLayout, QWidget

from model.catalog.terms import TRIGGERS
from model.records.day import DayContext
from ui.look import LIGHT, style_sheet
from ui.today.context import ContextCard
from ui.today.tags import TagList
from ui.widgets.severity import NOT_RECORDED

# A popup is raised and takes the keyboard; the offscreen platform says that it can do neither.
pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing)")

DAY = date(2026, 11, 22)
FULL = DayContext(
    DAY,
    stress=6,
    heat="warm",
    activity="usual",
    night_sweat="drenched",
    clothes_changed=2,
    showers=0,
    tags=("caffeine", "R&D"),
)


@pytest.fixture
def card(qtbot):
    window = QWidget()
    window.setStyleSheet(style_sheet(LIGHT))
    qtbot.addWidget(window)
    card = ContextCard()
    column = QVBoxLayout(window, spacing=0)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(card)
    column.addStretch(1)
    window.resize(440, 400)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    card.window_of_test = window  # Python would delete it with everything in it
    card.heard, card.tens = [], []
    card.completed.connect(lambda field, value: card.tens.append((field, value)))
    card.changed.connect(lambda field, value: card.heard.append((field, value)))
    return card


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def stress_cell(qtbot, card, value):
    spot = card.stress.cell(value).center().toPoint()
    qtbot.mouseClick(card.stress, Qt.MouseButton.LeftButton, pos=spot)


def open_list(qtbot, card):
    click(qtbot, card.tags.button)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, TagList)
    return popup


def test_nothing_is_preselected(card):
    assert card.stress.value() == NOT_RECORDED
    buttons = [b for b in card.findChildren(QAbstractButton) if b.isCheckable()]
    assert len(buttons) == 9
    assert not any(button.isChecked() for button in buttons)
    assert card.showers.shown.text() == card.clothes_changed.shown.text() == "\u2013"
    assert card.heard == []


def test_each_press_says_field_and_value(card, qtbot):
    stress_cell(qtbot, card, 4)
    click(qtbot, card.heat.button("hot"))
    click(qtbot, card.activity.button("rest"))
    click(qtbot, card.night_sweat.button("none"))
    click(qtbot, card.showers.more)
    click(qtbot, card.clothes_changed.less)
    assert card.heard == [
        ("stress", 4),
        ("heat", "hot"),
        ("activity", "rest"),
        ("night_sweat", "none"),
        ("showers", 1),
        ("clothes_changed", 0),
    ]
    for field, value in card.heard:
        DayContext(DAY, **{field: value}).check()


def test_a_press_on_what_is_chosen_takes_it_back(card, qtbot):
    card.show_context(FULL, ())
    stress_cell(qtbot, card, 6)
    click(qtbot, card.heat.button("warm"))
    click(qtbot, card.showers.less)
    assert card.heard == [("stress", None), ("heat", None), ("showers", None)]
    assert card.stress.value() == NOT_RECORDED


def test_stress_takes_digits_and_10_but_no_not_applicable(card, qtbot):
    card.stress.setFocus()
    for key in (Qt.Key.Key_1, Qt.Key.Key_0, Qt.Key.Key_N, Qt.Key.Key_Delete):
        qtbot.keyClick(card.stress, key)
    assert card.heard == [("stress", 1), ("stress", None)]
    assert card.tens == [("stress", 10)]


def test_a_day_is_shown_and_then_one_without_anything(card):
    card.show_context(FULL, ())
    assert card.stress.value() == 6
    assert card.heat.button("warm").isChecked()
    assert card.night_sweat.button("drenched").isChecked()
    assert card.clothes_changed.shown.text() == "2"
    assert card.showers.shown.text() == "0"
    assert card.tags.shown.text() == "caffeine, R&D"
    card.show_context(None, ())
    assert card.stress.value() == NOT_RECORDED
    assert not card.heat.button("warm").isChecked()
    assert card.showers.shown.text() == "\u2013"
    assert card.tags.shown.text() == ""
    assert card.heard == []


def test_the_card_tells_which_night_is_meant(card):
    def texts():
        return {label.text() for label in card.findChildren(QLabel)}

    card.show_context(None, ())
    assert "Sweat last night" in texts()
    assert card.night_sweat.button("mild").accessibleName() == "Sweat last night: mild"
    card.show_context(None, (), is_today=False)
    assert "Sweat the night before" in texts()
    assert card.night_sweat.button("mild").accessibleName() == "Sweat the night before: mild"


def test_the_worst_night_is_told_in_full(card):
    full = "drenched, nightwear changed"
    assert card.night_sweat.button("drenched").toolTip() == full
    assert card.night_sweat.button("drenched").accessibleName() == f"Sweat last night: {full}"


@pytest.mark.parametrize("is_today", [True, False])
@pytest.mark.parametrize("width", [330, 440, 480, 1700])
def test_nothing_is_cut_off_at_any_width(card, width, is_today):
    card.show_context(FULL, (), is_today)
    card.window_of_test.resize(width, 600)
    QApplication.processEvents()
    assert card.width() == width
    for part in [*card.findChildren(QAbstractButton), *card.findChildren(QLabel), card.stress]:
        corner = part.mapTo(card, part.rect().topLeft())
        assert card.rect().contains(part.rect().translated(corner)), part
        if part is not card.tags.shown:
            assert part.width() >= part.minimumSizeHint().width(), part
            assert part.height() >= part.minimumSizeHint().height(), part
    assert card.height() <= {330: 300, 440: 190, 480: 190, 1700: 90}[width]


def test_the_list_of_tags_stays_open_while_ticking(card, qtbot):
    card.show_context(FULL, ("presentation",))
    popup = open_list(qtbot, card)
    assert set(popup.buttons) == {*TRIGGERS, "presentation", "R&D"}
    assert popup.buttons["caffeine"].isChecked()
    click(qtbot, popup.buttons["alcohol"])
    click(qtbot, popup.buttons["presentation"])
    click(qtbot, popup.buttons["caffeine"])
    assert popup.isVisible()
    assert card.heard == [
        ("tags", ("caffeine", "R&D", "alcohol")),
        ("tags", ("caffeine", "R&D", "alcohol", "presentation")),
        ("tags", ("R&D", "alcohol", "presentation")),
    ]
    assert card.tags.shown.accessibleName() == "R&D, alcohol, presentation"
    popup.close()


def test_the_list_of_tags_works_by_keys_alone(card, qtbot):
    card.tags.button.setFocus()
    qtbot.keyClick(card.tags.button, Qt.Key.Key_Space)
    popup = QApplication.activePopupWidget()
    assert popup.buttons["emotion"].hasFocus()
    qtbot.keyClick(popup.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClick(popup.focusWidget(), Qt.Key.Key_Space)
    assert card.heard == [("tags", ("public",))]
    for _ in range(len(TRIGGERS) - 1):
        qtbot.keyClick(popup.focusWidget(), Qt.Key.Key_Tab)
    assert popup.own.hasFocus()
    qtbot.keyClicks(popup.own, "  sauna ")
    qtbot.keyClick(popup.own, Qt.Key.Key_Return)
    assert card.heard[1:] == [("tags", ("public", "sauna"))]
    assert popup.buttons["sauna"].isChecked()
    qtbot.keyClick(popup.focusWidget(), Qt.Key.Key_Escape)
    assert not QApplication.activePopupWidget()
    assert card.tags.shown.text() == "public situation, sauna"


def test_blank_adds_nothing_and_too_long_cannot_be_typed(card, qtbot):
    popup = open_list(qtbot, card)
    qtbot.keyClicks(popup.own, "   ")
    qtbot.keyClick(popup.own, Qt.Key.Key_Return)
    assert card.heard == []
    popup.own.setText("x" * 199)
    qtbot.keyClicks(popup.own, "yz")
    qtbot.keyClick(popup.own, Qt.Key.Key_Return)
    assert card.heard == [("tags", ("x" * 199 + "y",))]
    DayContext(DAY, tags=card.heard[0][1]).check()
    popup.close()


def test_an_own_tag_that_is_a_trigger_ticks_the_trigger_and_never_unticks(card, qtbot):
    popup = open_list(qtbot, card)
    for _ in range(2):
        popup.own.setText("Spicy  FOOD")
        qtbot.keyClick(popup.own, Qt.Key.Key_Return)
    assert card.heard == [("tags", ("spicy_food",))]
    popup.close()


def test_a_tag_typed_without_enter_is_kept_unless_esc_is_pressed(card, qtbot):
    popup = open_list(qtbot, card)
    qtbot.keyClicks(popup.own, "sauna")
    popup.close()
    assert card.heard == [("tags", ("sauna",))]
    popup = open_list(qtbot, card)
    qtbot.keyClicks(popup.own, "train")
    qtbot.keyClick(popup.own, Qt.Key.Key_Escape)
    assert not QApplication.activePopupWidget()
    assert len(card.heard) == 1


def test_own_tags_are_shown_literally_and_elided_with_a_tooltip(card, qtbot):
    own = "<b>bold</b> & a very long tag of somebody who writes a lot about the day"
    card.show_context(DayContext(DAY, tags=(own,)), ())
    QApplication.processEvents()
    shown = card.tags.shown
    assert shown.text().startswith("<b>bold</b> &")
    assert shown.text().endswith("\u2026")
    assert shown.toolTip().startswith("<p>&lt;b&gt;bold&lt;/b&gt; &amp; a very long")
    assert shown.accessibleName() == own
    popup = open_list(qtbot, card)
    assert popup.buttons[own].text().startswith("<b>bold</b> && a")
    assert popup.width() < 360
    popup.close()


def test_a_refresh_while_the_list_is_open_ticks_what_the_diary_holds(card, qtbot):
    popup = open_list(qtbot, card)
    qtbot.keyClicks(popup.own, "half a w")
    card.show_context(FULL, ())
    assert popup.buttons["caffeine"].isChecked()
    assert popup.buttons["R&D"].isChecked()
    assert popup.own.text() == "half a w"
    qtbot.keyClick(popup.own, Qt.Key.Key_Escape)


def test_many_own_tags_scroll_and_the_keys_bring_each_into_sight(card, qtbot):
    many = [f"tag number {number}" for number in range(60)]
    card.show_context(None, many)
    popup = open_list(qtbot, card)
    assert popup.height() < 420
    popup.own.setFocus()
    qtbot.keyClick(popup.own, Qt.Key.Key_Backtab)
    last = popup.buttons[many[-1]]
    assert last.hasFocus()
    assert popup.rect().contains(last.rect().translated(last.mapTo(popup, last.rect().topLeft())))
    assert not last.visibleRegion().isEmpty()
    popup.close()
