"""Some pages of the report as pictures: those of the file, and no work for the others."""

import io
from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from PIL import Image

from model.files import Cancelled
from model.records.day import DayContext
from model.report.layout import page_pngs
from model.report.options import EVERYTHING, Options
from model.report.picked import picked_pngs

PPI = 110
LONG = Options(paper="us-letter", appendix=frozenset({"days"}))


def grey(picture):
    return np.asarray(Image.open(io.BytesIO(picture)).convert("L"), float)


@pytest.mark.parametrize("options", [EVERYTHING, LONG])
def test_picked_pages_are_those_of_the_file(full, printed, options):
    full.records["day_context"] = tuple(
        DayContext(date(2026, 9, 1 + n), note=f"Note {n}. " * 60) for n in range(30)
    )
    every = page_pngs(full, options, printed, PPI)
    assert len(every) > 2
    for wanted in ({2}, {1, len(every)}):
        picked, count = picked_pngs(full, options, printed, PPI, wanted.__contains__)
        assert count == len(every)
        for picture, number in zip(picked, sorted(wanted), strict=True):
            mine, others = grey(picture), [grey(it) for it in every]
            assert mine.shape == others[number - 1].shape
            apart = [abs(mine - other).mean() for other in others]
            assert int(np.argmin(apart)) == number - 1
            assert min(apart) < sorted(apart)[1] / 2, "drawn by another, and yet the same"


def test_pages_that_are_not_there_are_none(full, printed):
    picked, count = picked_pngs(full, EVERYTHING, printed, PPI, lambda number: number > 90)
    assert picked == ()
    assert count == len(page_pngs(full, EVERYTHING, printed, PPI))


def test_it_is_cancelled_between_two_pages(full, printed):
    seen = []

    def step(done, of):
        seen.append((done, of))
        if done == 1 and of == 2:
            raise Cancelled

    options = replace(EVERYTHING, appendix=frozenset({"days"}))
    with pytest.raises(Cancelled):
        picked_pngs(full, options, printed, PPI, lambda number: number < 3, step)
    assert seen[-1] == (1, 2)
