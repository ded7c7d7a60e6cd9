"""What the command line may say of the doctor's page, and what that asks of the page."""

from __future__ import annotations

import argparse
from datetime import date
from typing import TYPE_CHECKING

from model.records.errors import DiaryError
from model.records.rules import future_day
from model.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from model.records.snapshot import Snapshot
    from model.report.options import Options

# Spelt out here, since model.report would be loaded for `--help`; a test compares them.
PAPERS = ("a4", "us-letter")
SECTIONS = ("body", "charts", "epochs", "safety", "treatment", "questions")
APPENDICES = ("days", "sessions", "burden")


def add_options(report: argparse.ArgumentParser) -> None:
    """Add the options of the page to its command."""
    report.add_argument("--from", dest="first", metavar="DAY", help="first day to report on")
    report.add_argument("--to", dest="last", metavar="DAY", help="last day to report on")
    report.add_argument("--language", default="en", metavar="CODE", help="of the page: en, de, ...")
    report.add_argument("--paper", default="a4", choices=PAPERS)
    report.add_argument("--without-name", action="store_true", help="no name, no year of birth")
    report.add_argument(
        "--without", action="append", default=[], choices=SECTIONS, help="leave a section out"
    )
    report.add_argument(
        "--appendix", action="append", default=[], choices=APPENDICES, help="what to append"
    )


def options_of(
    wish: argparse.Namespace,
    first: date | None,
    last: date | None,
    snapshot: Snapshot,
    today: date,
) -> Options:
    """Return what the page is asked for; without a first and a last day it is of all days."""
    from model.report.options import Options

    return Options(
        _period(first, last, snapshot, today),
        named=not wish.without_name,
        language=wish.language,
        paper=wish.paper,
        left_out=frozenset(wish.without),
        appendix=frozenset(wish.appendix),
    )


def _period(
    first: date | None, last: date | None, snapshot: Snapshot, today: date
) -> tuple[date, date] | None:
    if first is None and last is None:
        return None
    ends = last or today
    begins = first or min(snapshot.first_day, ends)
    if begins > today:
        raise future_day(begins)
    if ends < begins:
        raise DiaryError(
            QT_TRANSLATE_NOOP(
                "DiaryError", "The period ends ({last}) before it begins ({first}). Change one."
            ),
            first=begins,
            last=ends,
        )
    return begins, ends
