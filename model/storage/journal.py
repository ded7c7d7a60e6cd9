"""Remember every write in the same transaction, so that any of them can be undone and redone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from model.storage.delta import Deltas, packed
from model.storage.rows import Tx, digest_of

KEEP_WRITES = 500
"""A month of busy days can be taken back; people undo minutes, not years, and every remembered
note stays readable in the file until it falls off this end."""

KEEP_BYTES = 8_000_000
"""Several imports of 20 years (0.5 to 1.5 MB each); the newest write is kept whatever its size."""

ALL = "SELECT id, title, body, at, digest FROM journal"
UNDOABLE = f"{ALL} WHERE undone = 0 ORDER BY id DESC LIMIT 1"
REDOABLE = f"{ALL} WHERE undone = 1 ORDER BY id LIMIT 1"
"""Every write; the newest that stands; the oldest undone. Rows are the fields of `Entry`."""

_LAST = "SELECT id, undone FROM journal ORDER BY id DESC LIMIT 1"

TRIM_EVERY = 50  # writes; trimming on each would touch more pages of a small commit
_TRIM_ABOVE = 64_000  # bytes of one write, after which it is worth looking at the sum


@dataclass(frozen=True)
class Entry:
    """One remembered write."""

    id: int
    title: str
    body: bytes
    at: str
    digest: bytes

    @property
    def sound(self) -> bool:
        """Tell whether the disk still holds what was written."""
        return self.digest == digest_of((self.id, self.at, self.title, self.body))


def record(tx: Tx, deltas: Deltas, title: str, at: datetime) -> None:
    """Add a write to the journal; what had been undone can no longer be redone."""
    last, undone = tx.execute(_LAST).fetchone() or (0, 0)
    if undone:
        tx.execute("DELETE FROM journal WHERE undone = 1")
        last = (tx.execute(_LAST).fetchone() or (0,))[0]
    newest = last + 1
    body, when = packed(deltas), at.astimezone(UTC).isoformat()
    tx.execute(
        "INSERT INTO journal (id, at, title, undone, body, digest) VALUES (?, ?, ?, 0, ?, ?)",
        (newest, when, title, body, digest_of((newest, when, title, body))),
    )
    if newest % TRIM_EVERY == 0 or len(body) > _TRIM_ABOVE:
        _trim(tx, newest)


def mark(tx: Tx, entry: Entry, undone: bool) -> None:
    """Note that a write was undone or done again."""
    tx.execute("UPDATE journal SET undone = ? WHERE id = ?", (int(undone), entry.id))


def _trim(tx: Tx, newest: int) -> None:
    tx.execute("DELETE FROM journal WHERE id <= ?", (newest - KEEP_WRITES,))
    tx.execute(
        "DELETE FROM journal WHERE id < ? AND id <= (SELECT max(id) FROM (SELECT id,"
        " sum(length(body)) OVER (ORDER BY id DESC) AS bytes FROM journal) WHERE bytes > ?)",
        (newest, KEEP_BYTES),
    )
