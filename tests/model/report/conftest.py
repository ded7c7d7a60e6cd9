"""A diary with something of everything that the page lists."""

from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from model.records.day import Assessment, DayContext, Rating
from model.records.person import Event, Profile, Question
from model.records.snapshot import RatingColumns, Snapshot, snapshot_of
from model.records.treatment import CoTreatment, Reaction, Session
from model.report import content as made
from model.report.content import Page
from model.report.figures import NO_BREAK
from model.report.layout import page_of, write_pdf
from model.report.options import EVERYTHING

FIRST = date(2026, 8, 3)
PRINTED = date(2026, 11, 22)


def content(*args: Any, **options: Any) -> Page:
    """Make the page with plain blanks: which of them hold a line together has tests of its own."""
    return _with_blanks(made.content(*args, **options))


def _with_blanks(value: Any) -> Any:
    if isinstance(value, str):
        return value.replace(NO_BREAK, " ")
    if isinstance(value, tuple):
        return tuple(map(_with_blanks, value))
    if is_dataclass(value) and not isinstance(value, type):
        parts = {part.name: _with_blanks(getattr(value, part.name)) for part in fields(value)}
        return replace(value, **parts)
    return value


@pytest.fixture(scope="session")
def printed() -> date:
    """The day that stands on every page printed here."""
    return PRINTED


@pytest.fixture(scope="session")
def rated() -> Callable[..., Snapshot]:
    """Write a diary of `days` days: palms treated from day `border` on, the back never."""

    def write(
        days: int, border: int | None = 28, before: Sequence[int] = (8,), **records: tuple
    ) -> Snapshot:
        columns = RatingColumns.empty()
        for day in range(days):
            treated = border is not None and day >= border
            for region, severity in (
                ("palm_left", 4 if treated else before[day % len(before)]),
                ("palm_right", 6 if treated else 8),
                ("upper_back", 5),
            ):
                columns.append(Rating(FIRST + timedelta(day), region, severity))
        at = datetime(FIRST.year, FIRST.month, FIRST.day, 19, tzinfo=UTC)
        done = tuple(
            Session(
                at + timedelta(day),
                ("palm_left", "palm_right"),
                ("hand_tray",),
                current_ma=8.0 + day % 3,
                minutes=20,
                waveform="dc",
                id=str(day),
            )
            for day in (range(border, days, 4) if border is not None else ())
        )
        return snapshot_of(columns, {"session": done, **records})

    return write


@pytest.fixture
def full(rated) -> Snapshot:
    """Sixteen weeks with a profile, scores, co-treatments, reactions, events and questions."""
    return _full(rated)


@pytest.fixture(scope="session")
def full_page(rated, printed) -> Page:
    """What the page of the full diary says, made once: nothing in it can be changed."""
    return content(_full(rated), EVERYTHING, printed)


@pytest.fixture(scope="session")
def drawings(rated, printed) -> int:
    """How many drawings there are on the page of the full diary: as many as it has room for."""
    page = page_of(_full(rated), EVERYTHING, printed)
    return 1 + sum(map(len, page.charts))


@pytest.fixture(scope="session")
def full_pdf(rated, printed, tmp_path_factory) -> Path:
    """The page of the full diary as a file, written once, to be read only."""
    path = tmp_path_factory.mktemp("report") / "page.pdf"
    write_pdf(_full(rated), path, EVERYTHING, printed)
    return path


def _full(rated: Callable[..., Snapshot]) -> Snapshot:
    return rated(
        112,
        profile=(Profile("A. B.", 1994, onset_age=13, diagnosis="primary", icd10="L74.51"),),
        assessment=(
            Assessment(date(2026, 8, 4), "hdss", 4, id="1"),
            Assessment(date(2026, 11, 20), "hdss", 3, id="2"),
            Assessment(date(2026, 11, 2), "dlqi", 9, id="3"),
        ),
        co_treatment=(
            CoTreatment(
                "aluminium_chloride",
                "Roll-on",
                "20 %",
                "nightly",
                None,
                date(2026, 8, 20),
                ("axilla_left",),
                id="1",
            ),
        ),
        reaction=(
            Reaction("blister", 2, date(2026, 10, 12), date(2026, 10, 15), "palm_right", id="1"),
            Reaction("redness", 1, date(2026, 11, 10), id="2"),
        ),
        event=(Event("travel", date(2026, 9, 20), date(2026, 9, 27), (), "Lisbon", id="1"),),
        question=(
            Question("May I treat the armpits?", date(2026, 11, 1), id="1"),
            Question("Long answered?", date(2026, 9, 1), date(2026, 9, 2), "Yes", id="2"),
        ),
        day_context=(
            DayContext(date(2026, 9, 1), note="A hot day.", private_note="Nobody's business"),
        ),
    )


@pytest.fixture
def with_text(full) -> Callable[[str], Snapshot]:
    """Put a text wherever the patient may write one that the page shows."""

    def write(text: str) -> Snapshot:
        records = {
            **full.records,
            "profile": (Profile(text[:200]),),
            "question": (Question(text, date(2026, 11, 1), id="1"),),
            "event": (Event("other", date(2026, 11, 1), title=text[:200], id="1"),),
            "day_context": (DayContext(date(2026, 11, 2), note=text),),
            "co_treatment": (CoTreatment("other", text[:200], id="1"),),
        }
        return replace(full, records=records)

    return write
