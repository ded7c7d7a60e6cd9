"""The page itself: typst sets what `content` says; PDF, preview and print come from it alike."""

from __future__ import annotations

import functools
import json
import unicodedata
from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from model.files import Step, no_step, put_whole
from model.records.snapshot import Snapshot
from model.report.content import Page, content
from model.report.options import EVERYTHING, Options

TEMPLATE = Path(__file__).parent / "page.typ"
NO_LETTER = "□"
CHARTS_MM = 42.0  # height of a row of charts with its heading
_ASKED_EVERY = 0.1  # seconds in which `step` is asked while typst is at work
JOINERS = "\u200c\u200d"  # invisible, but they shape the letters around them


def write_pdf(
    snapshot: Snapshot,
    target: Path,
    options: Options = EVERYTHING,
    printed_on: date | None = None,
    replace_it: bool = True,
    step: Step = no_step,
) -> None:
    """Save the page as a tagged PDF (PDF/UA-1), whole or not at all; same diary, same bytes.

    Args:
        snapshot: the diary.
        target: the file.
        options: what the reader chose.
        printed_on: the day that stands on the page, by default that of the last entry.
        replace_it: whether a file that is there may be replaced.
        step: told how far it is; raises Cancelled to stop.

    Raises:
        AlreadyThere: there is a file, and it may not.
        CannotWrite: the place is read-only, full or missing.
        Cancelled: `step` raised it; nothing was written.
    """
    with put_whole(target, replace_it) as part:
        made = _watched(
            lambda: _compiler(page_of(snapshot, options, printed_on)).compile(
                format="pdf",
                pdf_standards=["ua-1"],
                timestamp=datetime.combine(printed_on or page_day(snapshot), time(12), UTC),
            ),
            step,
        )
        step(1, 1)
        part.write_bytes(made)


def page_pngs(
    snapshot: Snapshot,
    options: Options = EVERYTHING,
    printed_on: date | None = None,
    ppi: float = 96,
    step: Step = no_step,
) -> tuple[bytes, ...]:
    """Return every page as a PNG picture of `ppi` pixels an inch, from the same renderer."""
    made = _watched(
        lambda: _compiler(page_of(snapshot, options, printed_on)).compile(format="png", ppi=ppi),
        step,
    )
    return (made,) if isinstance(made, bytes) else tuple(made)


def page_day(snapshot: Snapshot) -> date:
    """Return the day of a page for which none was given."""
    return snapshot.last_day or date(2000, 1, 1)


def _watched(work: Callable[[], Any], step: Step) -> Any:
    """Return what matplotlib and typst make, asking `step` all the while.

    They cannot be interrupted. Where `step` raises Cancelled, its thread goes on to the end and
    what it makes is thrown away.
    """
    from concurrent.futures import ThreadPoolExecutor
    from concurrent.futures import TimeoutError as StillAtWork

    press = ThreadPoolExecutor(1, "typst")
    try:
        made = press.submit(work)
        while True:
            try:
                return made.result(_ASKED_EVERY)
            except StillAtWork:
                step(0, 0)  # nobody knows how far it is
    finally:
        press.shutdown(wait=False)


def page_of(snapshot: Snapshot, options: Options, printed_on: date | None) -> Page:
    """Return the page; a second region is drawn over time where the first sheet has room for it."""
    page = content(snapshot, options, printed_on, regions=1)
    # Without the appendix: its hundred sheets change nothing here, and take seconds.
    if page.could_draw > 1 and _room(_compiler(replace(page, appendix=()))) >= CHARTS_MM:
        return content(snapshot, options, printed_on, regions=page.could_draw)
    return page


def _room(compiler: Any) -> float:
    """Return how many mm are left below the text of the first sheet, 0 where it goes on."""
    return float(compiler.query("<room>", field="value", one=True))


def _compiler(page: Page) -> Any:
    """Return a compiler that holds template, letters and values; nothing is written to disk."""
    import typst

    # Values, never markup: the template turns them into text, whatever they hold.
    values = _visible(json.dumps(asdict(page), ensure_ascii=False, sort_keys=True))
    compiler = _with_values(values)
    if not set(values) - _letters():
        return compiler
    # PDF/UA refuses signs that no font has, and marks on letters where the bold font has none.
    for shown in (values, _plain(values)):
        compiler = _with_values(shown)
        try:
            compiler.compile(format="pdf", pdf_standards=["ua-1"])
        except typst.TypstError:
            continue
        return compiler
    return _with_values("".join(sign for sign in _plain(values) if not _is_mark(sign)))


def _plain(text: str) -> str:
    """Return text in which every sign that the font lacks is an empty box."""
    return "".join(sign if sign in _letters() else NO_LETTER for sign in text)


def _is_mark(sign: str) -> bool:
    return unicodedata.category(sign)[0] == "M" or sign in JOINERS


def _visible(text: str) -> str:
    """Return text without invisible signs.

    The font has one glyph for them and the blank: one stray sign in a note, and who searches the
    page would find it in place of every blank. Some of them PDF/UA refuses altogether.
    """
    text = unicodedata.normalize("NFC", text)
    # Drawings are half a million signs but few different ones: each is looked up once.
    for sign in set(text) - {*JOINERS}:
        if unicodedata.category(sign)[0] == "C":
            text = text.replace(sign, "")
    return text


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
    """Return every letter and sign that the page's font has, plain and bold."""
    from fontTools.ttLib import TTFont

    found = []
    for name in ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf"):
        with TTFont(_font_folder() / name, lazy=True) as font:
            found.append(frozenset(map(chr, font.getBestCmap())))
    return frozenset.intersection(*found)


def _font_folder() -> Path:
    import matplotlib as mpl

    return Path(mpl.get_data_path(), "fonts", "ttf")
