"""Progress on the sample diary: regions, periods, baselines, the doctor's switch, empty diaries."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication, QLabel

from model.catalog.regions import REGIONS
from model.records.person import BaselineChoice, Profile
from ui.widgets.layout import Column


@pytest.fixture
def path(sample_path):
    return sample_path


@pytest.fixture
def page(window, settled):
    window.go_to("progress")
    settled()
    return window.shown("progress")


def press(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def place_of(canvas, region):
    """Find a point of a canvas at which something is said of a region."""
    name = REGIONS[region].name
    for y in range(4, canvas.height(), 6):
        for x in range(4, canvas.width(), 6):
            if canvas.said_at(QPointF(x, y)).startswith(name):
                return QPointF(x, y).toPoint()
    raise AssertionError(f"{name} is nowhere on {canvas.accessibleName()}")


def rows(tree):
    return [
        [tree.topLevelItem(n).text(column) for column in range(tree.columnCount())]
        for n in range(tree.topLevelItemCount())
    ]


def untreated(page):
    return next(it.region for it in page.found.view.progress.regions if not it.treated)


def text_of(widget):
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def test_the_headline_and_the_numbers_are_those_of_the_model(page):
    from model.analysis.headline import headline
    from model.analysis.progress import progress

    found = progress(page.found.view.snapshot)
    assert str(headline(found)) in page.head.headline.text()
    assert len(found.regions) == page.card.region.count() > 4
    first = found.of(page.region)
    assert f"{abs(first.change.value):.0f}\N{NO-BREAK SPACE}% less" in page.card.verdict.text()


def test_no_sentence_of_the_page_breaks_before_the_sign_of_a_percentage(page, qtbot):
    press(qtbot, page.card.sure.button)
    said = text_of(page.head) + text_of(page.card)
    assert said.count("\N{NO-BREAK SPACE}%") > 3
    assert " %" not in said
    copied = str(page.found.headline)
    assert "\N{NO-BREAK SPACE}" not in copied, "the model writes a plain space"


@pytest.mark.parametrize("width", [1024, 1280])
def test_the_buttons_stand_beside_the_headline_and_the_lines_below_are_as_wide_as_the_page(
    page, window, settled, width
):
    window.resize(width, 700)
    settled()
    head = page.head
    buttons = (head.period, head.windows, head.doctor)
    assert head.headline.geometry().right() < min(each.x() for each in buttons)
    for each in buttons:
        assert each.geometry().top() == head.headline.geometry().top()
    for line in (head.more, head.quality):
        assert line.width() == head.width()
        assert line.y() > max(each.geometry().bottom() for each in (*buttons, head.headline))


def test_simulated_diaries_say_so(page):
    profile = page.found.view.snapshot.of(Profile)[0]
    assert "simulated" in profile.name.casefold()
    assert "Simulated" in page.head.quality.text()


def test_how_the_diary_was_kept_stands_in_a_line_of_its_own(page):
    from model.analysis.quality import entry_line

    lines = page.head.quality.text().split("\n")
    assert len(lines) == 3, "days compared, days entered, and that it is simulated"
    assert lines[1] == str(entry_line(page.found.view.progress.quality))


def test_a_click_on_the_chart_of_changes_chooses_a_region(page, qtbot, settled):
    region = untreated(page)
    qtbot.mouseClick(
        page.change.canvas, Qt.MouseButton.LeftButton, pos=place_of(page.change.canvas, region)
    )
    assert page.region == region
    assert page.card.region.currentText() == REGIONS[region].name
    assert REGIONS[region].name in page.card.verdict.text()
    page.findChild(Column).ensureWidgetVisible(page.card.charts.canvas)
    settled()
    assert REGIONS[region].name in page.card.charts.canvas.accessibleDescription()


def test_a_click_on_the_body_chooses_a_region(page, qtbot):
    region = untreated(page)
    qtbot.mouseClick(
        page.body.canvas, Qt.MouseButton.LeftButton, pos=place_of(page.body.canvas, region)
    )
    assert page.region == region


def test_up_and_down_go_through_the_regions(page, qtbot):
    regions = list(page.said.names)
    canvas = page.change.canvas
    page.choose_region(regions[0])
    canvas.setFocus()
    qtbot.keyClick(canvas, Qt.Key.Key_Up)
    assert page.region == regions[0], "there is none above the first"
    qtbot.keyClick(canvas, Qt.Key.Key_Down)
    qtbot.keyClick(canvas, Qt.Key.Key_Down)
    assert page.region == regions[2]
    qtbot.keyClick(canvas, Qt.Key.Key_Up)
    assert page.region == regions[1]
    assert canvas.hasFocus()


def test_the_list_chooses_a_region(page, qtbot):
    page.card.region.setFocus()
    qtbot.keyClick(page.card.region, Qt.Key.Key_End)
    assert page.region == list(page.said.names)[-1]


def test_a_region_switch_draws_nothing_that_does_not_depend_on_it(page, qtbot):
    drawn = []
    page.change.canvas.mpl_connect("draw_event", lambda _: drawn.append("change"))
    page.card.charts.canvas.mpl_connect("draw_event", lambda _: drawn.append("region"))
    page.choose_region(untreated(page))
    QApplication.processEvents()
    assert "change" not in drawn, "its frame is kept: only its data are drawn"


def test_the_region_that_fell_most_is_shown_first(page):
    found = page.found.view.progress
    fell = {it: found.of(it).change.value for it in found.improved}
    assert len(fell) > 1
    assert fell[page.region] == min(fell.values())
    assert page.region != found.regions[0].region, "not just the first"


def test_how_sure_opens_a_second_level(page, qtbot):
    assert not page.card.sure.isVisible()
    press(qtbot, page.card.sure.button)
    assert page.card.sure.isVisible()
    assert "one diary" in text_of(page.card.sure)
    page.choose_region(untreated(page))
    assert page.card.sure.isVisible(), "it stays open"
    press(qtbot, page.card.sure.button)
    assert not page.card.sure.isVisible()


def test_a_period_is_said_printed_and_taken_back(page, qtbot, settled):
    whole = page.head.headline.text(), page.card.verdict.text()
    assert not page.head.chosen_period.isVisible()
    page.head.menu.actions()[1].trigger()
    settled()
    said = page.head.chosen_period.text.text()
    assert said.startswith("Period: 26 Oct 2026 \u2013 22 Nov 2026 (chosen). Charts show these")
    assert said.endswith("known on 22 Nov 2026.")
    assert page.found.view.span == (date(2026, 10, 26), date(2026, 11, 22))
    page.head.chosen_period.back.setFocus()
    qtbot.keyClick(page.head.chosen_period.back, Qt.Key.Key_Space)
    settled()
    assert not page.head.chosen_period.isVisible()
    assert page.found.view.span is None
    assert (page.head.headline.text(), page.card.verdict.text()) == whole
    assert page.head.period.hasFocus(), "the focus is not lost with its button"
    assert page.head.menu.actions()[0].isChecked()


def test_days_of_ones_own_give_what_was_known_at_their_end(page, qtbot, settled):
    from model.analysis.phases import until
    from model.analysis.progress import progress

    whole = page.found.view.snapshot
    page.head.menu.actions()[-1].trigger()
    page.dialog.last.text.selectAll()
    qtbot.keyClicks(page.dialog.last.text, "1 Oct 2026")
    press(qtbot, page.dialog.ok)
    settled()
    assert page.dialog is None
    known = progress(until(whole, date(2026, 10, 1)))
    assert page.found.view.progress.of("palm_left").now == known.of("palm_left").now
    assert page.found.view.progress.of("palm_left").now.ends <= date(2026, 10, 1)
    assert "1 Oct 2026" in page.head.chosen_period.text.text()


def test_a_chosen_baseline_is_stored_marked_and_undone(page, qtbot, window, settled, stored):
    page.head.baseline.trigger()
    page.dialog.region.setCurrentIndex(0)
    assert page.dialog.region.currentText() == "All treated regions"
    treated = page.dialog.regions
    assert len(treated) > 1
    page.dialog.last.text.selectAll()
    qtbot.keyClicks(page.dialog.last.text, "20 Aug 2026")
    qtbot.keyClicks(page.dialog.reason, "heat wave")
    press(qtbot, page.dialog.ok)
    settled()
    assert {it.region for it in page.found.view.progress.regions if it.baseline_chosen} == set(
        treated
    )
    said = page.head.chosen_baseline.text.text()
    assert said.startswith("Baseline: chosen days for Right palm, Left palm, ")
    assert said.endswith("3 Aug 2026 \u2013 20 Aug 2026"), "the days are named"
    assert "(baseline chosen)" in page.card.region.currentText()
    window.undo_action.trigger()
    settled()
    assert not page.head.chosen_baseline.isVisible()
    assert "(baseline chosen)" not in page.card.region.currentText()
    window.redo_action.trigger()
    records = stored(lambda diary: diary.of(BaselineChoice))
    assert {each.region for each in records} == set(treated)
    assert {(each.ends, each.reason) for each in records} == {(date(2026, 8, 20), "heat wave")}


def test_the_usual_baseline_comes_back_in_one_press(page, qtbot, settled, stored):
    page.head.baseline.trigger()
    page.dialog.last.text.selectAll()
    qtbot.keyClicks(page.dialog.last.text, "20 Aug 2026")
    press(qtbot, page.dialog.ok)
    settled()
    page.head.chosen_baseline.back.setFocus()
    qtbot.keyClick(page.head.chosen_baseline.back, Qt.Key.Key_Space)
    settled()
    assert not page.head.chosen_baseline.isVisible()
    assert page.window().focusWidget() is page.head.windows
    assert stored(lambda diary: diary.of(BaselineChoice)) == ()


def test_the_doctors_switch_shows_every_figure_and_is_remembered(page, qtbot, window, settled):
    from ui.progress.found import is_for_doctor

    press(qtbot, page.head.doctor)
    settled()
    assert page.figures.isVisible()
    table = rows(page.figures.table)
    found = page.found.view.progress
    assert [row[0] for row in table] == [page.said.names[it.region] for it in found.regions]
    head = [page.figures.table.headerItem().text(n) for n in range(len(table[0]))]
    nap = found.regions[0].nap
    said = table[0][head.index("NAP (interval)")]
    assert said == f"{nap.value:.2f} ({nap.low:.2f} to {nap.high:.2f})"
    assert "NAP" in page.card.doctors_line.text()
    assert "NAP: of all pairs" in page.card.doctors_key.text(), "what the line abbreviates"
    assert page.card.doctors_key.isVisibleTo(page)
    assert page.found.view.for_doctor
    assert is_for_doctor()
    page.choose_region(found.regions[0].region)
    page.figures.table.setFocus()
    qtbot.keyClick(page.figures.table, Qt.Key.Key_Down)
    assert page.region == found.regions[1].region, "a row chooses its region"
    press(qtbot, page.head.doctor)
    settled()
    assert not page.figures.isVisible()
    assert not page.card.doctors_line.isVisible()
    assert not page.card.doctors_key.isVisible()
    assert not is_for_doctor()


def test_the_threshold_of_wet_again_is_the_patients(page, qtbot, settled):
    assert not page.card.threshold.isVisible(), "it stands beside the chart that shows it"
    page.card.charts.go_to("wear_off")
    assert page.card.threshold.isVisible()
    page.findChild(Column).ensureWidgetVisible(page.card.charts.canvas)
    settled()
    before = page.card.charts.canvas.accessibleDescription()
    page.card.threshold.setFocus()
    page.card.threshold.selectAll()
    qtbot.keyClicks(page.card.threshold, "6")
    qtbot.keyClick(page.card.threshold, Qt.Key.Key_Return)
    settled()
    assert page.found.view.threshold == 6
    assert page.card.threshold.hasFocus()
    assert page.card.charts.canvas.accessibleDescription() != before
    page.card.threshold.setValue(3)
    page.card.threshold.store()
    settled()


def test_a_rating_made_elsewhere_reaches_progress(page, window, settled):
    before = page.card.verdict.text()
    window.go_to("today")
    for day in range(9, 23):
        window.shown("today").go_to(date(2026, 11, day))
        window.shown("today").rate(page.region, 10)
    settled()
    assert page.card.verdict.text() == before, "a page that is not seen waits"
    window.go_to("progress")
    settled()
    assert page.card.verdict.text() != before


def test_nothing_is_cut_off_in_a_small_window(page, window):
    window.resize(1024, 700)
    QApplication.processEvents()
    column = page.findChild(Column)
    for part in (page.head, page.top, page.card, page.all_card):
        assert part.geometry().right() <= column.viewport().width()
    assert page.body.mapTo(column, QPoint()).y() > page.change.mapTo(column, QPoint()).y(), (
        "the body stands below the changes"
    )
