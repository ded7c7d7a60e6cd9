"""A long page is set in a process of its own, which ends with the wish for it."""

import sys
import time
from pathlib import Path

import pytest

from model.files import Cancelled, no_step
from model.report import layout
from model.report.fonts import shipped
from model.report.layout import page_pngs, write_pdf
from model.report.options import Options
from model.report.press import Copy, pressed

DAYS = Options(appendix=frozenset({"days"}))


@pytest.fixture
def long(rated):
    return rated(layout.LONG + 20)


def in_this_process(monkeypatch):
    monkeypatch.setattr(layout, "LONG", 10**9)


def test_a_long_page_is_the_same_file_as_if_it_were_made_here(long, printed, tmp_path, monkeypatch):
    apart, here = tmp_path / "apart.pdf", tmp_path / "here.pdf"
    write_pdf(long, apart, DAYS, printed)
    in_this_process(monkeypatch)
    write_pdf(long, here, DAYS, printed)
    assert apart.read_bytes() == here.read_bytes()


def test_so_are_its_pictures(long, printed, monkeypatch):
    apart = page_pngs(long, DAYS, printed, 20)
    in_this_process(monkeypatch)
    assert len(apart) > 5
    assert apart == page_pngs(long, DAYS, printed, 20)


@pytest.mark.skipif(sys.platform != "linux", reason="asks for children as Linux does")
def test_a_cancelled_page_leaves_no_process_at_work(long, printed, tmp_path):
    begun = []

    def children():
        found = (path.read_text().split() for path in Path("/proc/self/task").glob("*/children"))
        return [child for of_thread in found for child in of_thread]

    def step(done, of):
        del done, of
        if children():
            begun.append(time.perf_counter())
            raise Cancelled

    with pytest.raises(Cancelled):
        write_pdf(long, tmp_path / "page.pdf", DAYS, printed, step=step)
    assert begun, "it was made in this process"
    assert not children()
    assert time.perf_counter() - begun[0] < 2
    assert not list(tmp_path.iterdir())


def test_what_typst_refuses_is_said():
    with pytest.raises(RuntimeError, match="frame"):
        pressed([Copy('{"language": "en"}', shipped())], {"format": "pdf"}, no_step)
