"""Sums of the ratings of each day, which notice what the disk loses.

SQLite's own checks miss a third of the harmful single-bit flips (trial of STORAGE). SQLite makes
these sums itself, so that 20 years cost one statement. A row's value is linear in each of its
columns modulo a prime, and no column's factor or range shares it: a change of one cell always
changes the sum, and a change of several passes unseen once in two thousand million times.
"""

from __future__ import annotations

from collections.abc import Iterator

from model.storage.rows import Tx

# Largest terms below: 2^28 * 2^30 and 2^33 * 2^28, so that no sum leaves SQLite's 63 bits. What
# stands for NULL lies outside the range that the table's CHECK lets through.
_SUM = (
    "sum(((region * 256 + ifnull(severity, 15) * 16 + entered) * 715225739"
    " + ifnull(recorded_at, -3000000000) * 268435399"
    " + ifnull(utc_offset, 2000) * 179424673) % 2147483647)"
)
_REFRESH = (
    f"INSERT INTO rating_digest (day, digest) SELECT day, {_SUM} FROM rating"
    " WHERE day BETWEEN ? AND ? GROUP BY day"
    " ON CONFLICT (day) DO UPDATE SET digest = excluded.digest"
)
_FORGET = (
    "DELETE FROM rating_digest WHERE day BETWEEN ? AND ?"
    " AND day NOT IN (SELECT day FROM rating WHERE day BETWEEN ? AND ?)"
)
_NOW = f"SELECT day, {_SUM} AS digest FROM rating GROUP BY day"
_THEN = "SELECT day, digest FROM rating_digest"
WRONG_DAYS = (
    f"SELECT day FROM (SELECT * FROM ({_NOW}) EXCEPT {_THEN})"
    f" UNION SELECT day FROM ({_THEN} EXCEPT SELECT * FROM ({_NOW})) ORDER BY day"
)
"""Days whose ratings are not those that were summed."""


def refresh_days(tx: Tx, gone: set[int], new: set[int]) -> None:
    """Sum the ratings of the days anew from which some are gone or to which new ones came.

    Only of these days: another's damage must stay visible. A day without ratings has no sum.
    """
    for first, last in _runs(gone | new):
        tx.execute(_REFRESH, (first, last))
    for first, last in _runs(gone - new):
        tx.execute(_FORGET, (first, last, first, last))


def _runs(days: set[int]) -> Iterator[tuple[int, int]]:
    """Return the first and last day of every unbroken row of days."""
    firsts = sorted(day for day in days if day - 1 not in days)
    lasts = sorted(day for day in days if day + 1 not in days)
    return zip(firsts, lasts, strict=True)
