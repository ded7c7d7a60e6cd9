"""No line of the page ends between a figure and its unit, and both can be searched for."""

import subprocess
from dataclasses import replace
from shutil import which

import pytest

from model.report.content import content
from model.report.figures import NO_BREAK, held
from model.report.options import EVERYTHING, Options


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("right palm, 38 % less sweating", "38_%"),
        ("from 0.5 mA on", "0.5_mA"),
        ("0,5 mA und 20 min", "20_min"),
        ("at least 3 days", "3_days"),
        ("bis Tag 28 Tage", "28_Tage"),
    ],
)
def test_a_figure_is_held_to_its_unit(text, whole):
    assert whole in held(text).replace(NO_BREAK, "_")
    assert held(text).replace(NO_BREAK, " ") == text


@pytest.mark.parametrize("text", ["", "no figure", "2026-11-22", "1 außerordentlichlanges Wort"])
def test_nothing_else_is_held(text):
    assert held(text) == text


@pytest.mark.parametrize("language", ["en", "de"])
def test_figures_of_the_page_are_held(full, printed, language):
    page = content(full, replace(EVERYTHING, language=language), printed)
    assert f"50{NO_BREAK}%" in page.headline
    assert f"112{NO_BREAK}" in page.coverage[0]
    assert f"20{NO_BREAK}min" in page.epochs[0].rows[0][2]
    assert any(f"5{NO_BREAK}" in text for text in page.frame.method)


def test_what_the_patient_wrote_is_as_it_was_written(full, printed):
    page = content(full, Options(), printed)
    told = [line for section in (*page.sections, *page.closing) for line in section.lines]
    assert not any(NO_BREAK in line for line in told)


@pytest.mark.skipif(not which("pdftotext"), reason="poppler is not installed")
def test_a_search_with_a_plain_blank_finds_them(full_pdf):
    said = subprocess.run(["pdftotext", full_pdf, "-"], capture_output=True, check=True).stdout
    assert "50 % less" in " ".join(said.decode().split(" "))
