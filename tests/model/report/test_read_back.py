"""The PDF as other programs read it: poppler where it is installed, and pikepdf everywhere."""

import shutil
import subprocess

import pikepdf
import pytest

from model.report.layout import write_pdf
from model.report.options import Options

needs_poppler = pytest.mark.skipif(
    not (shutil.which("pdftotext") and shutil.which("pdfinfo")),
    reason="pdftotext and pdfinfo (Debian: poppler-utils) are not installed",
)


def said_by(*command):
    # pdfinfo prints words for drawings as they stand in the file, in UTF-16.
    return subprocess.run(
        command, capture_output=True, text=True, errors="replace", check=True
    ).stdout


@needs_poppler
def test_the_text_comes_in_the_order_in_which_it_is_read(full_pdf):
    text = " ".join(said_by("pdftotext", full_pdf, "-").split())
    order = (
        "Sweating and iontophoresis",
        "112 of 112 days rated",
        "2 of 2 treated regions",
        "Change per region",
        "On the body",
        "Left palm over time",
        "My questions",
        "Reactions",
        "Periods of constant settings",
        "The patient rated the worst sweating",
    )
    places = [text.find(part) for part in order]
    assert -1 not in places, dict(zip(order, places, strict=True))
    assert places == sorted(places)


@needs_poppler
def test_the_tags_name_headings_tables_and_drawings(full_pdf, drawings):
    tree = said_by("pdfinfo", "-struct-text", full_pdf)
    kinds = [line.split()[0].rstrip(":") for line in tree.splitlines() if line.strip()]
    assert kinds.count("H1") == 1
    assert kinds.count("H2") >= 6
    assert kinds.count("Figure") == drawings
    assert kinds.count("Table") == 2
    assert kinds.count("TH") >= 9 + 6
    assert '"Change (95 % interval)"' in tree


@needs_poppler
def test_the_file_says_that_it_is_tagged_and_what_it_is(full_pdf):
    said = dict(
        line.split(":", 1) for line in said_by("pdfinfo", full_pdf).splitlines() if ":" in line
    )
    assert said["Tagged"].strip() == "yes"
    assert said["Title"].strip().startswith("Sweating and iontophoresis")
    assert said["JavaScript"].strip() == "no"
    assert said["Encrypted"].strip() == "no"
    assert "A4" in said["Page size"]


def tags(node):
    """Yield every structure element below a node."""
    children = node.get("/K", [])
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield child
            yield from tags(child)


def test_every_drawing_has_words_and_every_table_a_head(full_pdf, drawings):
    with pikepdf.open(full_pdf) as pdf:
        found = list(tags(pdf.Root.StructTreeRoot))
        figures = [tag for tag in found if tag.S == "/Figure"]
        assert len(figures) == drawings
        assert all(len(str(tag.Alt)) > 40 for tag in figures)
        tables = [tag for tag in found if tag.S == "/Table"]
        assert len(tables) == 2
        assert all(any(cell.S == "/TH" for cell in tags(table)) for table in tables)
        assert pdf.Root.Lang == "en"
        assert pdf.Root.MarkInfo.Marked


@pytest.mark.parametrize(("paper", "size"), [("a4", (595.28, 841.89)), ("us-letter", (612, 792))])
def test_the_paper_is_the_one_that_was_asked_for(full, printed, tmp_path, paper, size):
    write_pdf(full, tmp_path / "page.pdf", Options(paper=paper), printed)
    with pikepdf.open(tmp_path / "page.pdf") as pdf:
        assert [float(side) for side in pdf.pages[0].mediabox[2:]] == pytest.approx(size, abs=0.5)


def test_no_file_holds_a_script_an_attachment_or_an_address(full_pdf):
    with pikepdf.open(full_pdf) as pdf:
        assert not pdf.attachments
        assert "/OpenAction" not in pdf.Root
        assert "/JavaScript" not in pdf.Root.get("/Names", {})
        assert all("/Annots" not in page for page in pdf.pages)
