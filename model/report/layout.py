"""The page itself: typst sets what `content` says; PDF, preview and print come from it alike."""

from __future__ import annotations

import functools
import json
import unicodedata
from dataclasses import asdict, replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from model.analysis.sentences import Translate, as_written
from model.files import put_whole
from model.records.snapshot import Snapshot
from model.report.content import Page, content
from model.report.scope import Period

TEMPLATE = Path(__file__).parent / "page.typ"
NO_LETTER = "□"
JOINERS = "\u200c\u200d"  # invisible, but they shape the letters around them


def write_pdf(
    snapshot: Snapshot,
    target: Path,
    period: Period | None,
    printed_on: date,
    translate: Translate = as_written,
    replace_it: bool = True,
) -> None:
    """Save the page as a tagged PDF (PDF/UA-1), whole or not at all; same diary, same bytes.

    Args:
        snapshot: the diary.
        target: the file.
        period: first and last day to report on, None for the whole diary.
        printed_on: the day that stands on the page.
        translate: looks up every text of the page.
        replace_it: whether a file that is there may be replaced.

    Raises:
        AlreadyThere: there is a file, and it may not.
        CannotWrite: the place is read-only, full or missing.
    """
    with put_whole(target, replace_it) as part:
        page = _typst(snapshot, period, printed_on, translate).compile(
            format="pdf",
            pdf_standards=["ua-1"],
            timestamp=datetime.combine(printed_on, time(12), UTC),
        )
        part.write_bytes(page)


def page_pngs(
    snapshot: Snapshot,
    period: Period | None,
    printed_on: date,
    ppi: float,
    translate: Translate = as_written,
) -> tuple[bytes, ...]:
    """Return every page as a PNG picture of `ppi` pixels an inch, from the same renderer."""
    pages = _typst(snapshot, period, printed_on, translate).compile(format="png", ppi=ppi)
    return (pages,) if isinstance(pages, bytes) else tuple(pages)


def page_png(
    snapshot: Snapshot,
    period: Period | None,
    printed_on: date,
    ppi: float,
    translate: Translate = as_written,
) -> bytes:
    """Return the first page as a PNG picture; it says so where more pages follow."""
    return page_pngs(snapshot, period, printed_on, ppi, translate)[0]


def _typst(
    snapshot: Snapshot, period: Period | None, printed_on: date, translate: Translate
) -> Any:
    """Return a compiler of the page; the last chart stays only if all fits, or if nothing helps."""
    page = content(snapshot, period, printed_on, translate)
    compiler = _compiler(page)
    if len(page.charts) > 1 and _pages(compiler) > 1:
        shorter = _compiler(replace(page, charts=page.charts[:-1]))
        if _pages(shorter) == 1:
            return shorter
    return compiler


def _compiler(page: Page) -> Any:
    """Return a compiler that holds template, letters and values; nothing is written to disk."""
    import typst

    # Values, never markup: the template turns them into text, whatever they hold.
    values = _visible(json.dumps(asdict(page), ensure_ascii=False, sort_keys=True))
    compiler = _with_values(values)
    if set(values) - _letters():
        try:
            compiler.compile(format="pdf", pdf_standards=["ua-1"])
        except typst.TypstError:
            # PDF/UA refuses a few signs that no font has, above all marks on letters.
            shown = "".join(letter if letter in _letters() else NO_LETTER for letter in values)
            return _with_values(shown)
    return compiler


def _visible(text: str) -> str:
    """Return text without invisible signs.

    The font has one glyph for them and the blank: one stray sign in a note, and who searches the
    page would find it in place of every blank. Some of them PDF/UA refuses altogether.
    """
    return "".join(
        sign
        for sign in unicodedata.normalize("NFC", text)
        if unicodedata.category(sign)[0] != "C" or sign in JOINERS
    )


def _with_values(values: str) -> Any:
    import typst

    return typst.Compiler(
        str(TEMPLATE),
        root=str(TEMPLATE.parent),
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"page": values},
    )


@functools.cache
def _fonts() -> Any:
    """Return the fonts that come with matplotlib: the same page on every machine."""
    import typst

    return typst.Fonts(include_system_fonts=False, font_paths=[str(_font_folder())])


@functools.cache
def _letters() -> frozenset[str]:
    """Return every letter and sign that the page's font has."""
    from fontTools.ttLib import TTFont

    with TTFont(_font_folder() / "DejaVuSans.ttf", lazy=True) as font:
        return frozenset(map(chr, font.getBestCmap()))


def _font_folder() -> Path:
    import matplotlib as mpl

    return Path(mpl.get_data_path(), "fonts", "ttf")


def _pages(compiler: Any) -> int:
    return int(compiler.query("<pages>", field="value", one=True))
