"""Signs that the page's own font lacks: set with the fonts of the machine, where it has them."""

import pytest
import typst
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from pypdf import PdfReader

from model.report.fonts import fonts_for, letters, shipped
from model.report.layout import page_pngs, write_pdf
from model.report.options import EVERYTHING

OWN = "\U00012345"  # a cuneiform sign, for which hardly any machine has a font
WORD = "汗"


def square(side):
    pen = TTGlyphPen(None)
    for corner in ((0, 0), (0, side), (side, side), (side, 0)):
        (pen.moveTo if corner == (0, 0) else pen.lineTo)(corner)
    pen.closePath()
    return pen.glyph()


@pytest.fixture
def folder(tmp_path):
    """Write a folder with one font that has two signs."""
    built = FontBuilder(1000, isTTF=True)
    built.setupGlyphOrder([".notdef", "own", "word"])
    built.setupCharacterMap({ord(OWN): "own", ord(WORD): "word"})
    built.setupGlyf({".notdef": square(100), "own": square(700), "word": square(600)})
    built.setupHorizontalMetrics(dict.fromkeys((".notdef", "own", "word"), (800, 0)))
    built.setupHorizontalHeader(ascent=800, descent=-200)
    names = {"familyName": "Two Signs", "styleName": "Regular", "psName": "TwoSigns-Regular"}
    built.setupNameTable(names)
    built.setupOS2(sTypoAscender=800, sTypoDescender=-200, usWinAscent=800, usWinDescent=200)
    built.setupPost()
    (tmp_path / "fonts").mkdir()
    built.save(tmp_path / "fonts" / "two.ttf")
    return tmp_path / "fonts"


def fonts_in(file):
    with file.open("rb") as opened:
        found = set()
        for page in PdfReader(opened).pages:
            for font in page["/Resources"]["/Font"].values():
                found.add(str(font.get_object()["/BaseFont"]).split("+")[-1])
        return found


@pytest.mark.parametrize("text", [OWN, f"a {WORD} b", WORD + OWN])
def test_a_sign_is_set_with_the_font_that_has_it_and_can_be_searched(
    tmp_path, with_text, printed, folder, text
):
    write_pdf(with_text(text), tmp_path / "page.pdf", EVERYTHING, printed, fonts=folder)
    found = " ".join(page.extract_text() for page in PdfReader(tmp_path / "page.pdf").pages)
    assert text in " ".join(found.split())
    assert "TwoSigns-Regular" in fonts_in(tmp_path / "page.pdf")


def test_signs_that_no_font_has_are_there_too(tmp_path, with_text, printed, folder):
    text = f"{WORD} \U0001f9f4 \ue013 \u0e01"
    write_pdf(with_text(text), tmp_path / "page.pdf", EVERYTHING, printed, fonts=folder)
    found = " ".join(page.extract_text() for page in PdfReader(tmp_path / "page.pdf").pages)
    assert "Left palm" in found
    assert WORD in found


def test_a_page_without_such_signs_has_its_own_font_alone(tmp_path, full, printed, folder):
    write_pdf(full, tmp_path / "page.pdf", EVERYTHING, printed, fonts=folder)
    assert {name.split("-")[0] for name in fonts_in(tmp_path / "page.pdf")} == {"DejaVuSans"}


def test_the_same_page_is_the_same_file_and_the_preview_shows_it(
    tmp_path, with_text, printed, folder
):
    files = [tmp_path / "one.pdf", tmp_path / "two.pdf"]
    for file in files:
        write_pdf(with_text(WORD), file, EVERYTHING, printed, fonts=folder)
    assert files[0].read_bytes() == files[1].read_bytes()
    (tmp_path / "none").mkdir()
    seen = [
        page_pngs(with_text(WORD), EVERYTHING, printed, 60, fonts=where)[0]
        for where in (folder, tmp_path / "none")
    ]
    assert seen[0] != seen[1]


def test_what_is_no_font_is_passed_over(folder):
    (folder / "broken.ttf").write_bytes(b"\x00\x01\x00\x00" + bytes(200))
    assert fonts_for(frozenset(WORD), folder).families == ("DejaVu Sans", "Two Signs")


def test_a_sign_that_no_font_has_adds_none(folder):
    assert fonts_for(frozenset("\ue013"), folder) is shipped()


def test_the_own_font_has_letters_of_many_languages_plain_and_bold():
    assert frozenset("aßçøğłžΩЖא−†‡≥") <= letters()
    assert not letters() & {WORD, OWN, "\U0001f9f4"}


def test_this_machine_sets_what_one_of_its_fonts_has(tmp_path, with_text, printed):
    names = typst.Fonts(include_embedded_fonts=False).families()
    sign = next(
        (s for s in (WORD, "\u0e01", "\u0915") if len(fonts_for(frozenset(s)).families) > 1), ""
    )
    if not sign:
        pytest.skip("no font of this machine has a sign that DejaVu lacks")
    assert set(fonts_for(frozenset(sign)).families[1:]) <= set(names)
    write_pdf(with_text(sign), tmp_path / "page.pdf", EVERYTHING, printed)
    assert sign in " ".join(p.extract_text() for p in PdfReader(tmp_path / "page.pdf").pages)
    assert any("DejaVu" not in name for name in fonts_in(tmp_path / "page.pdf"))
    assert not any("LastResort" in name for name in fonts_in(tmp_path / "page.pdf"))
