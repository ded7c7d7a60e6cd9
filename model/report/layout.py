"""The page itself: typst sets what `content` says; PDF, preview and print come from it alike."""

from __future__ import annotations

import functools
import json
import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from model.files import Step, no_step, put_whole
from model.records.snapshot import Snapshot
from model.report.content import Page, content
from model.report.fonts import fonts_for, letters, shipped
from model.report.languages import translate_into
from model.report.options import EVERYTHING, SECTIONS, Options
from model.report.press import Copy, first_that_sets, pressed

if TYPE_CHECKING:
    from model.analysis.sentences import Translate

NO_LETTER = "□"
LEAST_MM = 38.0  # no row of charts with its heading is lower
LONG = 400  # rows of an appendix that are more than a second of work
_ASKED_EVERY = 0.1  # seconds in which `step` is asked while typst is at work
IN_CHARTS = ("treatment", "questions")  # sections of which something stands on charts
_CONTROL = re.compile(r"\\(?:[bfrt]|u00)")
_ESCAPE = re.compile(r"\\(?:u[0-9a-f]{4}|.)")
"""Signs that JSON writes as escapes, and what is printed of control signs: a break stays one."""
_PRINTED = {f"\\u{code:04x}": "" for code in range(32)} | {
    r"\b": "", r"\f": "", r"\r": " ", r"\t": " "
}  # fmt: skip
JOINERS = "\u200c\u200d"  # invisible, but they shape the letters around them


def write_pdf(
    snapshot: Snapshot,
    target: Path,
    options: Options = EVERYTHING,
    printed_on: date | None = None,
    replace_it: bool = True,
    step: Step = no_step,
    fonts: Path | None = None,
) -> None:
    """Save the page as a tagged PDF (PDF/UA-1), whole or not at all; same diary, same bytes.

    Args:
        snapshot: the diary.
        target: the file.
        options: what the reader chose.
        printed_on: the day that stands on the page, by default that of the last entry.
        replace_it: whether a file that is there may be replaced.
        step: told how far it is; raises Cancelled to stop.
        fonts: a folder in place of the machine's fonts, for signs that the page's own lacks.

    Raises:
        AlreadyThere: there is a file, and it may not.
        CannotWrite: the place is read-only, full or missing.
        Cancelled: `step` raised it; nothing was written.
    """
    with put_whole(target, replace_it) as part:
        at = datetime.combine(printed_on or page_day(snapshot), time(12), UTC)
        wish = {"format": "pdf", "pdf_standards": ["ua-1"], "timestamp": at}
        made = _made(snapshot, options, printed_on, fonts, wish, step)
        step(1, 1)
        part.write_bytes(made)


def page_pngs(
    snapshot: Snapshot,
    options: Options = EVERYTHING,
    printed_on: date | None = None,
    ppi: float = 96,
    step: Step = no_step,
    fonts: Path | None = None,
) -> tuple[bytes, ...]:
    """Return every page as a PNG picture of `ppi` pixels an inch, from the same renderer."""
    wish = {"format": "png", "ppi": ppi}
    made = _made(snapshot, options, printed_on, fonts, wish, step)
    return (made,) if isinstance(made, bytes) else tuple(made)


def page_day(snapshot: Snapshot) -> date:
    """Return the day of a page for which none was given."""
    return snapshot.last_day or date(2000, 1, 1)


def _made(
    snapshot: Snapshot,
    options: Options,
    printed_on: date | None,
    fonts: Path | None,
    wish: dict[str, Any],
    step: Step,
) -> Any:
    """Return what typst makes of the page; a long one is made where it can be stopped."""

    def make() -> tuple[Page, Any]:
        page, compiler = _set(snapshot, options, printed_on, fonts)
        return page, compiler.compile(**wish) if compiler else None

    page, made = _watched(make, step)
    return made or pressed(_copies(page, fonts), wish, step)


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
    return _set(snapshot, options, printed_on)[0]


def _set(
    snapshot: Snapshot, options: Options, printed_on: date | None, fonts: Path | None = None
) -> tuple[Page, Any]:
    """Return the page and the compiler that sets it, None for one that is LONG.

    What typst laid out it does not lay again.
    """
    page = content(snapshot, options, printed_on, _into(options.language), regions=1)
    if page.could_draw > 1:
        # Without the appendix: its hundred sheets change nothing here, and take seconds.
        compiler = _compiler(replace(page, appendix=()), fonts)
        if _room(compiler) >= LEAST_MM:
            longer = _with_all_charts(page, snapshot, options, printed_on)
            tried = _compiler(replace(longer, appendix=()), fonts)
            if _room(tried) > 0:
                page, compiler = longer, tried
        if not page.appendix:
            return page, compiler
    rows = sum(len(sheet.rows) for sheet in page.appendix)
    return page, None if rows > LONG else _compiler(page, fonts)


def _with_all_charts(
    page: Page, snapshot: Snapshot, options: Options, printed_on: date | None
) -> Page:
    """Return the page with every region drawn over time that can be; nothing else is made anew."""
    others = frozenset(SECTIONS) - {"charts", *IN_CHARTS}
    alone = replace(options, left_out=options.left_out | others, appendix=frozenset())
    language = _into(options.language)
    found = content(snapshot, alone, printed_on, language, regions=page.could_draw)
    return replace(page, charts=found.charts, no_charts=found.no_charts)


@functools.cache  # charts are kept by what translates them
def _into(language: str) -> Translate:
    return translate_into(language)


def _room(compiler: Any) -> float:
    """Return how many mm are left below the text of the first sheet, 0 where it goes on."""
    return float(compiler.query("<room>", field="value", one=True))


def _compiler(page: Page, folder: Path | None = None) -> Any:
    return first_that_sets(_copies(page, folder))


def _copies(page: Page, folder: Path | None) -> tuple[Copy, ...]:
    """Return the page in the ways in which it may be set, the fullest first."""
    # Values, never markup: the template turns them into text, whatever they hold.
    values, signs = _visible(json.dumps(page, default=vars, ensure_ascii=False, sort_keys=True))
    lacking = frozenset(signs - letters())
    if not lacking:
        return (Copy(values, shipped()),)
    plain = _plain(values)
    return (
        Copy(values, fonts_for(lacking, folder)),
        Copy(values, shipped()),
        Copy(plain, shipped()),
        Copy("".join(sign for sign in plain if not _is_mark(sign)), shipped()),
    )


def _plain(text: str) -> str:
    """Return text in which every sign that the font lacks is an empty box."""
    return "".join(sign if sign in letters() else NO_LETTER for sign in text)


def _is_mark(sign: str) -> bool:
    return unicodedata.category(sign)[0] == "M" or sign in JOINERS


def _visible(text: str) -> tuple[str, set[str]]:
    """Return JSON without invisible signs, and the signs that are left.

    The font has one glyph for them and the blank: one stray sign in a note, and who searches the
    page would find it in place of every blank. Some of them PDF/UA refuses altogether.
    """
    if _CONTROL.search(text):
        text = _ESCAPE.sub(lambda found: _PRINTED.get(found[0], found[0]), text)
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    signs = set(text)  # drawings are long but have few different ones: each is looked up once
    gone = {sign for sign in signs - {*JOINERS} if unicodedata.category(sign)[0] == "C"}
    for sign in gone:
        text = text.replace(sign, "")
    return text, signs - gone
