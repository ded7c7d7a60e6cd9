"""Pictures of some pages only: who prints page 1 of 80 does not wait for the other 79."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from model.files import Step, no_step
from model.records.snapshot import Snapshot
from model.report.layout import write_pdf
from model.report.options import Options

_PAGE = re.compile(rb"\d obj\n<</Type ?/Page\b")  # no text of the page holds a new line
# typst draws all pages of a document or none: one page of the finished file is a document.
_ONE = (
    "#set page(width: auto, height: auto, margin: 0pt)\n"
    '#image("page.pdf", page: int(sys.inputs.number))\n'
)


def picked_pngs(
    snapshot: Snapshot,
    options: Options,
    printed_on: date | None,
    ppi: float,
    wanted: Callable[[int], bool],
    step: Step = no_step,
) -> tuple[tuple[bytes, ...], int]:
    """Return the wanted pages of the file as PNG pictures, and how many pages it has.

    Args:
        snapshot: the diary.
        options: what the reader chose.
        printed_on: the day that stands on the page, by default that of the last entry.
        ppi: pixels an inch.
        wanted: tells of a number from 1 on whether that page is asked for.
        step: told how far it is; raises Cancelled to stop.
    """
    import typst

    with TemporaryDirectory() as folder:
        file = Path(folder, "page.pdf")
        write_pdf(snapshot, file, options, printed_on, step=step)
        count = len(_PAGE.findall(file.read_bytes()))
        numbers = [number for number in range(1, count + 1) if wanted(number)]
        one = Path(folder, "one.typ")
        one.write_text(_ONE, "utf-8")
        compiler = typst.Compiler(str(one), root=folder)
        made = []
        for done, number in enumerate(numbers):
            step(done, len(numbers))
            picture = compiler.compile(format="png", ppi=ppi, sys_inputs={"number": str(number)})
            made += [picture] if isinstance(picture, bytes) else list(picture or ())
    return tuple(made), count
