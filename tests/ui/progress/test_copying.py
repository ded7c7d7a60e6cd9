"""A chart's table on the clipboard: what other programs get of it."""

import csv
import io
from datetime import date
from html.parser import HTMLParser

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication

from model.analysis.sentences import Sentence
from model.charts.table import Table
from tests.journeys import test_progress as sample
from tests.journeys.conftest import sample_path, settled, window
from tests.journeys.test_progress import press, rows
from ui.progress.copying import mime_of
from ui.progress.table import cell_text

path, page = sample.path, sample.page  # fixtures
__all__ = ["page", "path", "sample_path", "settled", "window"]


class Cells(HTMLParser):
    """Reads the rows of a table as a browser would."""

    def __init__(self):
        super().__init__()
        self.rows, self.heads = [], 0

    def handle_starttag(self, tag, attrs):
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append("")
            self.heads += tag == "th"

    def handle_data(self, data):
        self.rows[-1][-1] += data


def ways(mime):
    """Return the table as each of the three forms tells it."""
    html = Cells()
    html.feed(mime.html())
    return (
        [line.split("\t") for line in mime.text().split("\n")],
        html.rows,
        list(csv.reader(io.StringIO(bytes(mime.data("text/csv").data()).decode(), newline=""))),
    )


def copied(*cells):
    """Return a row of a table as it is pasted, the same in every form."""
    found = ways(mime_of(Table(("Region",) * len(cells), (cells,))))
    assert found[0] == found[1] == found[2]
    return found[0][1]


def test_numbers_and_days_stand_there_as_the_table_shows_them():
    cells = (date(2026, 11, 3), 7, 3.25, None, "palm")
    assert copied(*cells) == [cell_text(cell) for cell in cells]
    assert copied(3.25, None) == ["3.3", "\u2013"]


def test_a_number_is_written_as_people_here_write_it():
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Germany))
    try:
        assert copied(3.25, "a, b") == ["3,3", "a, b"]
    finally:
        QLocale.setDefault(before)


@pytest.mark.parametrize("text", ['=HYPERLINK("x")', "+1", "-1", "@sum", "'=1", "\t=1", "\uff1d1"])
def test_a_text_that_a_spreadsheet_would_run_is_guarded(text):
    (cell,) = copied(text)
    assert cell == "'" + text.strip()
    assert copied(Sentence("{name}", {"name": text})) == [cell]


def test_a_negative_number_is_read_with_a_true_minus_and_pasted_as_a_number():
    assert [cell_text(-2.5), cell_text(-0.04)] == ["\u22122.5", "0.0"]
    assert [float(cell) for cell in copied(-2.5, -0.04, 12.5)] == [-2.5, 0.0, 12.5]


def test_a_minus_amid_words_stays_as_it_is_read():
    assert copied("(\u2212) pole") == ["(\u2212) pole"]


@pytest.mark.parametrize("text", ['<b>"&amp;"</b>', "a\tb", "a\r\nb", "a  b"])
def test_a_cell_stays_one_cell(text):
    assert copied(text, "next") == [" ".join(text.split()), "next"]


def test_the_button_copies_what_the_table_shows(page, qtbot):
    deck = page.card.charts
    press(qtbot, deck.copy)
    found = ways(QGuiApplication.clipboard().mimeData())
    press(qtbot, deck.as_table)
    shown = rows(deck.table)
    assert len(shown) > 3
    for way in found:
        assert way[1:] == shown
        assert way[0] == [deck.table.headerItem().text(n) for n in range(len(way[0]))]
    press(qtbot, deck.copy)
    assert deck.said.text() == f"Copied as a table. Rows: {len(shown)}"


def test_ctrl_c_on_the_table_copies_all_of_it(page, qtbot):
    deck = page.card.charts
    press(qtbot, deck.as_table)
    QGuiApplication.clipboard().clear()
    deck.table.setFocus()
    qtbot.keyClick(deck.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    text, _, _ = ways(QGuiApplication.clipboard().mimeData())
    assert text[1:] == rows(deck.table)


def test_every_chart_can_be_copied(page, qtbot, settled):
    decks = (page.change, page.body, page.card.charts, page.all)
    names = set()
    for deck in decks:
        for at in range(max(1, deck.tabs.count())):
            deck.tabs.setCurrentIndex(at)
            settled()
            if not deck.canvas.has_data:
                assert not deck.copy.isVisibleTo(deck)
                continue
            assert deck.copy.isVisibleTo(deck)
            deck.copy.click()
            table = deck.chart.table(*deck._shown[:1], deck.region_of(deck.chart))
            text, html, as_csv = ways(QGuiApplication.clipboard().mimeData())
            assert text == html == as_csv
            assert len(text) == len(table.rows) + 1
            names.add(deck.chart.id)
        assert deck.copy.accessibleName() == f"Copy as table: {deck.tabs.accessibleName()}"
    assert len(names) > 8
