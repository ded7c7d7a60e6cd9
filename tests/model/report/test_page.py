"""The page itself: one file, tagged, searchable, the same bytes, whatever the patient wrote."""

import stat
import tomllib
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from model.records.day import DayContext
from model.records.errors import DiaryError
from model.report.layout import page_pngs, write_pdf
from model.report.options import EVERYTHING
from model.version import VERSION


@pytest.fixture
def saved(tmp_path, printed):
    """Save a diary's page and read it back."""

    def save(snapshot, options=EVERYTHING):
        write_pdf(snapshot, tmp_path / "page.pdf", options, printed)
        return PdfReader(tmp_path / "page.pdf")

    return save


def text_of(reader):
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def test_the_text_of_the_page_can_be_searched(full_pdf):
    found = text_of(PdfReader(full_pdf))
    for part in (
        "Left palm",
        "8.0 (28)",
        "−50 %",
        "112 of 112 days rated",
        "Aluminium chloride",
        "May I treat the armpits?",
        "not a diagnosis",
        "never counted as dry",
        "fell by 31–58 %",
        "Kim 2017",
        f"Drymap {VERSION}",
        "Page 1 of 1",
        "baseline 8.0 (28 days)",  # within a chart
    ):
        assert part in found


def test_a_full_diary_fits_on_one_a4_page(full_pdf):
    reader = PdfReader(full_pdf)
    assert len(reader.pages) == 1
    assert [round(side) for side in reader.pages[0].mediabox[2:]] == [595, 842]


def test_the_file_is_tagged_titled_and_in_a_language(full_pdf):
    catalog = PdfReader(full_pdf).trailer["/Root"]
    assert catalog["/MarkInfo"]["/Marked"]
    assert catalog["/Lang"] == "en"
    assert catalog["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"pdfuaid:part" in catalog["/Metadata"].get_data()


def test_the_same_diary_is_the_same_file_to_the_byte(tmp_path, full, printed):
    for name in ("one.pdf", "two.pdf"):
        write_pdf(full, tmp_path / name, EVERYTHING, printed)
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()


def test_the_file_carries_the_day_of_printing_and_no_clock(full_pdf):
    assert PdfReader(full_pdf).metadata["/CreationDate"] == "D:20261122120000Z"


def test_another_day_of_printing_is_another_file(tmp_path, full):
    write_pdf(full, tmp_path / "one.pdf", EVERYTHING, date(2026, 11, 22))
    write_pdf(full, tmp_path / "two.pdf", EVERYTHING, date(2026, 11, 23))
    assert (tmp_path / "one.pdf").read_bytes() != (tmp_path / "two.pdf").read_bytes()


def test_nothing_but_the_file_is_written(tmp_path, full, printed):
    write_pdf(full, tmp_path / "page.pdf", EVERYTHING, printed)
    write_pdf(full, tmp_path / "page.pdf", EVERYTHING, printed)
    assert [path.name for path in tmp_path.iterdir()] == ["page.pdf"]


@pytest.mark.parametrize(
    "text",
    [
        '#strong[x] #import "x" $x^2$ *bold* _it_ `raw` <label> @ref \\ \\u{1} // /* ~ --- [ ] { }',
        '"); #panic("x") ',
        "= Heading\n- list\n+ item\n/ term: x",
        "quotes ' \" « » “ ”",
    ],
)
def test_what_the_patient_wrote_is_never_markup(saved, with_text, text):
    found = text_of(saved(with_text(text)))
    assert found.count(" ".join(text.split())) >= 4


@pytest.mark.parametrize(
    "text",
    [
        "😀 🖐🏽 👩‍⚕️",
        "مرحبا بالعالم",
        "汗をかく 多汗症",
        "\u202eevil\u202c \u200b\ufeff\ufffe",
        "a\u1ab0 か\u3099 ✨ 〓",
        "\x01\x1f\x7f\x85\ue013\uffff",
        "नमस्ते",
        "e\u0301\u0323",
        "\u00a0 \u2009 \u202f \u2028 \u00ad",
    ],
)
def test_every_script_and_sign_gives_a_page_that_can_be_searched(saved, with_text, text):
    assert "Left palm" in text_of(saved(with_text(text)))


@pytest.mark.parametrize("between", ["\r\n\t", "\t", "\r", "\b\f", "\\t", "\x01 ", "\x1f\t "])
def test_control_signs_in_a_text_do_not_keep_the_page_from_being_made(saved, full, between):
    note = f"Ask about:{between}lower current \\u0009 \\\\"
    full.records["day_context"] = (DayContext(date(2026, 9, 1), note=note),)
    found = " ".join(text_of(saved(full)).split())
    shown = between if between == "\\t" else "" if between == "\b\f" else " "
    assert f"Ask about:{shown}lower current \\u0009 \\\\" in found


def test_private_notes_never_appear(full_pdf):
    found = text_of(PdfReader(full_pdf))
    assert "A hot day." in found
    assert "business" not in found


def test_what_does_not_fit_flows_on_and_page_one_says_so(saved, full):
    notes = tuple(DayContext(date(2026, 9, 1 + n), note=f"Note {n}. " * 40) for n in range(30))
    full.records["day_context"] = notes
    reader = saved(full)
    assert len(reader.pages) > 1
    said = " ".join(reader.pages[0].extract_text().split())
    assert "continued on the next page: How the numbers are made; Notes for the doctor →" in said
    assert f"Page {len(reader.pages)} of {len(reader.pages)}" in reader.pages[-1].extract_text()
    assert "continued" not in reader.pages[-1].extract_text()
    found = text_of(reader)
    assert all(f"Note {n}." in found for n in range(30))


@pytest.mark.parametrize("days", [0, 1, 2, 20])
def test_a_diary_that_has_just_begun_has_a_page(saved, rated, days):
    reader = saved(rated(days, border=None))
    assert len(reader.pages) == 1
    assert "not a diagnosis" in text_of(reader)


def test_the_preview_is_the_same_page(full, printed):
    png = page_pngs(full, EVERYTHING, printed, 50)[0]
    # A4 is 8.27 x 11.69 inches; width and height stand at byte 16 of a PNG.
    width, height = (int.from_bytes(png[at : at + 4]) for at in (16, 20))
    assert abs(width - 8.27 * 50) <= 1
    assert abs(height - 11.69 * 50) <= 1


def test_the_preview_has_as_many_pages_as_the_file(saved, full, printed):
    notes = tuple(DayContext(date(2026, 9, 1 + n), note="Long note. " * 60) for n in range(30))
    full.records["day_context"] = notes
    assert len(page_pngs(full, EVERYTHING, printed, 30)) == len(saved(full).pages)


def test_a_folder_that_is_not_there_is_said_and_nothing_is_left(tmp_path, full, printed):
    with pytest.raises(DiaryError, match=r"away/page\.pdf could not be written"):
        write_pdf(full, tmp_path / "away" / "page.pdf", EVERYTHING, printed)
    assert list(tmp_path.iterdir()) == []


def test_a_page_is_for_its_owner_alone_and_replaces_another_only_when_it_may(
    tmp_path, full, printed
):
    target = tmp_path / "page.pdf"
    target.write_text("mine")
    with pytest.raises(DiaryError, match="exists already"):
        write_pdf(full, target, EVERYTHING, printed, replace_it=False)
    assert target.read_text() == "mine"
    write_pdf(full, target, EVERYTHING, printed)
    assert target.read_bytes()[:5] == b"%PDF-"
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_in_place_of_the_file_is_left_alone(tmp_path, full, printed):
    (tmp_path / "page.pdf").mkdir()
    (tmp_path / "page.pdf" / "kept").touch()
    with pytest.raises(DiaryError, match="is not replaced"):
        write_pdf(full, tmp_path / "page.pdf", EVERYTHING, printed)
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["kept", "page.pdf"]


def test_a_simulated_diary_is_marked_on_the_page(saved, with_text):
    assert "SIMULATED DATA, NOT A PATIENT" in text_of(saved(with_text("Simulated sample")))


def test_the_version_is_that_of_the_project():
    project = Path(__file__).parents[3] / "pyproject.toml"
    assert tomllib.loads(project.read_text("utf-8"))["project"]["version"] == VERSION


def test_pictures_are_described_for_those_who_cannot_see_them(saved, full, drawings):
    found = list(described(saved(full).trailer["/Root"]["/StructTreeRoot"]))
    assert len(found) == drawings >= 3  # body, over time, after a session
    assert any("50 % less than before the first session" in alt for alt in found)


def described(node):
    """Yield the alternative texts of a tree of tags."""
    if "/Alt" in node:
        yield str(node["/Alt"])
    children = node.get("/K", [])
    for child in children if isinstance(children, list) else [children]:
        inner = child.get_object()
        if isinstance(inner, dict):
            yield from described(inner)
