"""The drawings of the page: kept from page to page, as many as there is room for, and readable."""

import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pikepdf
import pytest

from model.catalog.regions import REGIONS
from model.records.day import DayContext, Rating
from model.records.person import Event
from model.records.snapshot import RatingColumns, snapshot_of
from model.report.content import content
from model.report.layout import page_of, write_pdf
from model.report.options import Options

SMALLEST = 6.0  # points: letters of a drawing, as printed


def written(snapshot, folder, printed, language="en"):
    file = folder / "page.pdf"
    write_pdf(snapshot, file, Options(language=language), printed)
    return file.read_bytes()


@pytest.fixture
def others(rated, full):
    """Diaries whose charts look different: short, long, without a session, with everything."""
    return [rated(20), rated(300, 100, (9, 3)), rated(60, border=None), full, rated(112, 60, (2,))]


def test_a_page_is_the_same_whatever_was_printed_before_it(tmp_path, full, others, printed):
    first = {
        language: written(replace(full), tmp_path, printed, language) for language in ("en", "de")
    }
    for other in others:
        written(other, tmp_path, printed, "de")
        for language, expected in first.items():
            assert written(replace(full), tmp_path, printed, language) == expected


def test_pages_printed_at_once_are_those_printed_alone(tmp_path, others, printed):
    expected = [written(other, tmp_path, printed) for other in others]
    folders = [tmp_path / str(number) for number in range(len(others))]
    for folder in folders:
        folder.mkdir()
    with ThreadPoolExecutor(3) as threads:
        found = list(threads.map(written, others, folders, [printed] * len(others)))
    assert found == expected


@pytest.fixture
def two(rated):
    """A diary of two pairs of regions, of which two can be drawn over time."""
    plain = rated(112)
    columns = RatingColumns.empty()
    for day in range(112):
        for region in ("palm_left", "sole_left"):
            columns.append(Rating(plain.first_day + timedelta(day), region, 8 - 3 * (day > 28)))
    return lambda **records: rated_as(plain, columns, records)


def rated_as(plain, columns, records):
    return snapshot_of(columns, {**plain.records, **records})


def names(page):
    return [picture.title for row in page.charts for picture in row]


def test_a_second_region_is_drawn_where_there_is_room_and_nothing_else_changes(two, printed):
    day = two().first_day
    noted = two(
        event=(Event("travel", day + timedelta(40), day + timedelta(50), (), "Lisbon", id="1"),),
        day_context=(DayContext(day + timedelta(60), note="A hot day."),),
    )
    page = page_of(noted, Options(), printed)
    assert page == content(noted, Options(), printed)
    assert "Lisbon" in page.charts[0][0].svg
    assert len(page.charts) == 2
    assert not page.no_charts


def test_without_room_one_region_is_drawn_and_the_page_says_so(two, printed):
    notes = tuple(
        DayContext(two().first_day + timedelta(day), note="It was hot. " * 20) for day in range(60)
    )
    page = page_of(two(day_context=notes), Options(), printed)
    assert len(page.charts) == 1
    assert page.no_charts


def test_what_was_left_out_stands_on_no_second_chart_either(two, printed):
    chosen = Options(left_out=frozenset(("body", "treatment")))
    day = two().first_day
    travel = Event("travel", day + timedelta(40), day + timedelta(50), (), "Lisbon", id="1")
    page = page_of(two(event=(travel,)), chosen, printed)
    assert page == content(two(event=(travel,)), chosen, printed)
    assert len(page.charts) == 2
    assert not any("Lisbon" in picture.svg for row in page.charts for picture in row)


def test_letters_on_a_body_with_every_region_can_be_read_in_print(tmp_path, rated, printed):
    plain = rated(112)
    columns = RatingColumns.empty()
    for day in range(112):
        for number, region in enumerate(REGIONS):
            severity = (7 + day % 2) if day < 28 else 2 + (number + day) % 8
            columns.append(Rating(plain.first_day + timedelta(day), region, severity))
    crowded = rated_as(plain, columns, {})
    svg = content(crowded, printed_on=printed, regions=1).body.svg
    letters = {float(size) for size in re.findall(r"font-size: ([\d.]+)px", svg)}
    wide = float(re.search(r'width="([\d.]+)pt"', svg)[1])
    file = tmp_path / "page.pdf"
    write_pdf(crowded, file, Options(), printed)
    with pikepdf.open(file) as pdf:
        inner = float(pdf.pages[0].mediabox[2]) - 2 * 14 * 72 / 25.4
    assert min(letters) * inner / wide >= SMALLEST - 0.05
    numbers = re.findall(r">[+\u2212]?\d+(?:\.\d)?</text>", svg)
    assert len(numbers) > 3 * 8  # three bodies; the table has all
