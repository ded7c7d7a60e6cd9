"""What the reader chose is what the file holds: paper, sections, name, period, language."""

from dataclasses import asdict, replace
from datetime import date

import pytest
from pypdf import PdfReader

from model.records.day import DayContext
from model.records.person import OwnRegion, Profile
from model.report.layout import page_pngs, write_pdf
from model.report.options import APPENDICES, PAPERS, SECTIONS, Options
from tests.model.report.conftest import content

NAME, YEAR = "Quetzalcoatl", 1987
INCHES = {"a4": (8.27, 11.69), "us-letter": (8.5, 11)}


@pytest.fixture
def saved(tmp_path, printed):
    """Save a diary's page and return the file."""

    def save(snapshot, **choices):
        write_pdf(snapshot, tmp_path / "page.pdf", Options(**choices), printed)
        return tmp_path / "page.pdf"

    return save


@pytest.fixture
def named(full):
    """A diary with a name and a year of birth that stand nowhere else."""
    return replace(full, records={**full.records, "profile": (Profile(NAME, YEAR, onset_age=13),)})


def text_of(file):
    return " ".join(" ".join(page.extract_text() for page in PdfReader(file).pages).split())


@pytest.mark.parametrize("paper", PAPERS)
def test_file_and_preview_are_of_the_paper_that_was_chosen(saved, full, printed, paper):
    width, height = INCHES[paper]
    for page in PdfReader(saved(full, paper=paper, appendix=frozenset(APPENDICES))).pages:
        assert abs(page.mediabox.width - 72 * width) < 1
        assert abs(page.mediabox.height - 72 * height) < 1
    for png in page_pngs(full, Options(paper=paper), printed, 50):
        # Width and height stand at byte 16 of a PNG.
        sides = [int.from_bytes(png[at : at + 4]) / 50 for at in (16, 20)]
        assert sides == pytest.approx((width, height), abs=0.03)


def test_what_was_left_out_is_named_on_the_page(saved, full):
    said = text_of(saved(full, left_out=frozenset({"charts", "treatment", "questions"})))
    names = ", ".join(SECTIONS[key] for key in ("charts", "treatment", "questions"))
    assert f"Left out by the patient's choice: {names}." in said
    for gone in ("Aluminium chloride", "Lisbon", "May I treat the armpits?", "palm over time"):
        assert gone not in said
    for kept in ("Left palm", "small blisters", "112 of 112 days rated"):
        assert kept in said


def test_of_a_page_with_everything_nothing_is_said_to_be_left_out(saved, full):
    assert "Left out" not in text_of(saved(full))


@pytest.mark.parametrize("section", SECTIONS)
def test_each_section_can_be_left_out_and_is_then_named(full, printed, section):
    page = content(full, Options(left_out=frozenset({section})), printed)
    assert page.left_out == f"Left out by the patient's choice: {SECTIONS[section]}."
    assert page != replace(content(full, Options(), printed), left_out=page.left_out)


def test_without_a_name_neither_name_nor_year_of_birth_is_in_the_file(saved, named):
    file = saved(named, named=False, appendix=frozenset(APPENDICES))
    reader = PdfReader(file)
    everywhere = [
        text_of(file),
        str(reader.metadata),
        reader.trailer["/Root"]["/Metadata"].get_data().decode(),
        " ".join(spoken(reader.trailer["/Root"]["/StructTreeRoot"])),
        str([item.title for item in outline(reader.outline)]),
    ]
    for told in everywhere:
        assert NAME not in told
        assert str(YEAR) not in told
    assert "since the age of 13" in everywhere[0]


def test_with_a_name_it_is_on_the_page_but_not_in_what_a_file_browser_shows(saved, named):
    file = saved(named)
    assert f"{NAME}, born {YEAR}" in text_of(file)
    assert NAME not in str(PdfReader(file).metadata)


def test_the_page_of_a_period_counts_its_days_alone(saved, full):
    said = text_of(saved(full, period=(date(2026, 9, 1), date(2026, 9, 30))))
    assert "30 of 30 days rated" in said
    assert "Blister" not in said.title()  # it came in October


def test_the_language_of_the_page_is_also_that_of_the_file(saved, full):
    file = saved(full, language="de")
    assert PdfReader(file).trailer["/Root"]["/Lang"] == "de"
    assert "Handfläche links" in text_of(file)


@pytest.mark.parametrize("choice", [{"appendix": frozenset(APPENDICES)}, {"paper": "us-letter"}])
def test_the_same_choice_is_the_same_file_to_the_byte_and_another_is_not(saved, full, choice):
    first, again, other = (saved(full, **chosen).read_bytes() for chosen in (choice, choice, {}))
    assert first == again != other


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        '=HYPERLINK("http://example.org";"x")',
        "@SUM(A1:A9)*cmd|' /C calc'!A0",
        '#panic("x") $x^2$ *bold* <label> @ref \\ // /* */ #import "x"',
        "<b>&amp;</b> <script>alert(1)</script>",
        "{day} {0} {{x}} %s",
    ],
)
def test_formulas_and_markup_are_words_in_the_appendix_too(saved, full, text):
    assert text_of(saved(hostile(full, text), appendix=frozenset(APPENDICES))).count(text) >= 3


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("مرحبا بالعالم", ("مرحبا", "بالعالم")),
        ("שלום עולם", ("שלום", "עולם")),
        ("Привет, мир – Καλημέρα", ("Привет", "мир", "Καλημέρα")),
        ("😀 dry 汗 hands", ("dry", "hands")),  # the font has no letter for the others
        ("\u202edry\u202c \u200bhands\x07", ("dry", "hands")),
    ],
)
def test_every_script_comes_through_as_far_as_the_font_has_letters(saved, full, text, kept):
    said = text_of(saved(hostile(full, text), appendix=frozenset(APPENDICES)))
    for word in kept:
        # Readers give right-to-left words in either order.
        assert said.count(word) + said.count(word[::-1]) >= 3


def hostile(full, text):
    """Put a text wherever the appendix shows one of the patient."""
    short = text[:60]
    records = {
        **full.records,
        "own_region": (OwnRegion(short, "chest", id="own_1"),),
        "day_context": (DayContext(date(2026, 11, 2), tags=(short,), note=text),),
        "session": tuple(replace(item, dose_level=short) for item in full.records["session"][:2]),
    }
    return replace(full, records=records)


def spoken(node):
    """Yield the texts that a screen reader finds in a tree of tags."""
    for key in ("/Alt", "/ActualText", "/T"):
        if key in node:
            yield str(node[key])
    children = node.get("/K", [])
    for child in children if isinstance(children, list) else [children]:
        inner = child.get_object()
        if isinstance(inner, dict):
            yield from spoken(inner)


def outline(items):
    """Yield the bookmarks of a file, those within others too."""
    for item in items:
        if isinstance(item, list):
            yield from outline(item)
        else:
            yield item


def test_what_was_left_out_stands_neither_on_a_chart_nor_in_the_appendix(full, printed):
    def said(*left_out):
        chosen = Options(left_out=frozenset(left_out), appendix=frozenset(APPENDICES))
        return str(asdict(content(full, chosen, printed)))

    assert said().count("Lisbon") > 1, "in the list and at the chart"
    assert said().count("A hot day.") > 1, "in the list and in the appendix"
    assert "Lisbon" not in said("treatment")
    assert "A hot day." not in said("questions")
