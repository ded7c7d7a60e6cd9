"""A diary with something of everything that the page lists."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from model.records.day import Assessment, DayContext, Rating
from model.records.person import Event, Profile, Question
from model.records.snapshot import RatingColumns, Snapshot, snapshot_of
from model.records.treatment import CoTreatment, Reaction, Session

FIRST = date(2026, 8, 3)
PRINTED = date(2026, 11, 22)


@pytest.fixture
def printed() -> date:
    """The day that stands on every page printed here."""
    return PRINTED


@pytest.fixture
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
