"""What comes of a table as its columns are mapped so far: found out in one go, in any thread."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from datetime import datetime

from model.exports.mapping import DAY, ColumnMapping, Found, found_in, names_in, orders_in
from model.exports.region_words import RegionWords
from model.exports.steps import quiet
from model.exports.table import Table
from model.files import Step, no_step
from model.records.errors import DiaryError

NAMES_ASKED = 100
"""Names of regions that are asked about, the rest is left out: a person has not that many."""


@dataclass(frozen=True)
class Look:
    """What a table gives, or why it gives nothing.

    `mapping`: as it was said, with a guess for every name of a region that nobody has spoken of.
    `orders`: those between which a person must choose, none where the days tell it themselves.
    """

    mapping: ColumnMapping
    names: tuple[str, ...]
    unasked: tuple[str, ...]
    orders: tuple[str, ...]
    found: Found | None
    problem: DiaryError | None


def look(
    table: Table, said: ColumnMapping, words: RegionWords, now: datetime, step: Step = no_step
) -> Look:
    """Read a table as it is mapped so far.

    Args:
        table: as its file holds it.
        said: what was said of it, or guessed; names of regions may be missing.
        words: how regions are called.
        now: the patient's time; nothing may be of a day after it.
        step: called with (rows done, rows in all); what it raises ends the work.
    """
    names = names_in(table, said, quiet(step))
    asked, unasked = names[:NAMES_ASKED], names[NAMES_ASKED:]
    orders = orders_in(table, said.place(DAY), quiet(step))
    spoken = dict(said.regions)
    regions = [(name, spoken[name] if name in spoken else words.region(name)) for name in asked]
    mapping = dataclasses.replace(
        said,
        order=said.order if len(orders) > 1 and said.order in orders else "",
        regions=(*regions, *((name, "") for name in unasked)),
    )
    found, problem = None, None
    try:
        found = found_in(table, mapping, now, step)
    except DiaryError as error:
        problem = error
    return Look(mapping, asked, unasked, orders if len(orders) > 1 else (), found, problem)
