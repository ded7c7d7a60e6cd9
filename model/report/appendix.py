"""The appendix of the page: every day, every session, and what sweating does to daily life."""

from __future__ import annotations

from dataclasses import replace

from model.report.boxes import Sheet
from model.report.burden import burden_tables
from model.report.every_day import day_tables
from model.report.every_session import session_tables
from model.report.options import Options
from model.report.scope import Scope

_SHORT, _LONG = 20, 60  # letters of a column that stands on one line, and of one that need not
_TABLES = {"days": day_tables, "sessions": session_tables, "burden": burden_tables}


def appendix(scope: Scope, options: Options) -> tuple[Sheet, ...]:
    """Return the tables that the reader asked for, in the order of `APPENDICES`.

    Of all notes only those for the doctor come here: those of sessions, reactions, moments and
    questionnaires are entered as notes that are not printed.
    """
    chosen = [tables for key, tables in _TABLES.items() if key in options.appendix]
    return tuple(_spread(sheet) for tables in chosen for sheet in tables(scope))


def _spread(sheet: Sheet) -> Sheet:
    """Give short words the room that they need, and share the rest by what there is to say."""
    # A head may stand on several lines, but none of its words may.
    head = tuple(max(name.split(), key=len, default="") for name in sheet.head)
    at_most = [max(map(len, column)) for column in zip(head, *sheet.rows, strict=True)]
    words = [0 if longest <= _SHORT else min(longest, _LONG) for longest in at_most[: sheet.words]]
    widths = [*words, *(1 for _ in at_most[sheet.words :])]
    if widths and not any(widths):
        widths[-1] = 1
    return replace(sheet, widths=tuple(widths))
