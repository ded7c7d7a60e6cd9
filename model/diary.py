"""The door to a diary: everything that can be done to one, a short method each."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from model.files import Step, no_step
from model.records.day import Rating
from model.records.errors import DiaryError
from model.records.person import OwnRegion, Profile
from model.records.previews import ImportPreview, Keep
from model.records.rules import Record
from model.records.snapshot import Change, Contents, Snapshot
from model.records.treatment import OwnedApplicator, Session, refuse_forbidden
from model.storage import facts, gate, health, journal, merge, ratings
from model.storage.delta import Deltas, apply, count_of, turned, unpacked
from model.storage.journal import Entry
from model.storage.merge_comparison import Comparison, Decided
from model.storage.rows import Row, Tx
from model.storage.store import Store
from model.storage.titles import IMPORT, REMOVAL, title_of
from model.text import QT_TRANSLATE_NOOP

R = TypeVar("R", bound=Record)

_MANY = 20  # records removed in one go, from which a backup is made before


class Diary:
    """One diary file, held open by one thread of one program until `close`.

    Every write is one transaction with its entry in the journal: after it returns, the facts are
    on the disk; after an exception, nothing has changed.
    """

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock
        self._keys = ratings.RegionKeys(store)
        self._day_ends_at_hour: int | None = None
        self._newest_backup = store.newest_copy()
        self._stamp = object()  # another one after every write
        self.path = store.path
        self.backup_problem: DiaryError | None = None
        """Why the last automatic backup could not be made; the save itself was made."""

    @classmethod
    def create(cls, path: Path, clock: Callable[[], datetime]) -> Diary:
        """Make an empty diary and open it.

        Raises:
            DiaryError: there is a file already, or the place cannot be written.
        """
        return cls(Store.create(path, clock), clock)

    @classmethod
    def open(cls, path: Path, clock: Callable[[], datetime]) -> Diary:
        """Open a diary; nobody else can until it is closed, not even to read it.

        Raises:
            NotADiary, DamagedDiary, NewerDiary, DiaryInUse: the file was left as it is.
            DiaryError: there is no file.
        """
        return cls(Store(path, clock), clock)

    def close(self) -> None:
        """Leave one whole file behind and let others open it."""
        self._store.close()

    def __enter__(self) -> Diary:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def read_only(self) -> DiaryError | None:
        """Say why nothing can be written, None where it can."""
        return self._store.read_only

    def now(self) -> datetime:
        """Return the patient's local time with its offset, to the second."""
        at = self._clock()
        return (at if at.utcoffset() is not None else at.astimezone()).replace(microsecond=0)

    def today(self) -> date:
        """Return the day that is being lived: it ends at the hour that the profile says."""
        if self._day_ends_at_hour is None:
            profile = next(iter(self.of(Profile)), Profile())
            self._day_ends_at_hour = profile.day_ends_at_hour
        return (self.now() - timedelta(hours=self._day_ends_at_hour)).date()

    def put(
        self,
        *records: Record,
        title: str = "",
        allow_future: bool = False,
        without: Iterable[Record] = (),
    ) -> Change:
        """Store records, each in place of what has its key; equal ones change nothing.

        Args:
            records: what shall stand in the diary.
            title: for the journal.
            allow_future: whether they may tell of days to come.
            without: records other than ratings that are taken out in the same write.

        Raises:
            FutureDay: a record tells of a day to come and `allow_future` was not said.
            DiaryError: a record may not hold what it holds.
            CannotWrite: the place is read-only or full.
        """
        self._check(records, allow_future)

        def find(tx: Tx) -> Deltas:
            regions = (item.region for item in records if isinstance(item, Rating))
            keys = self._keys.add(tx, regions)
            return facts.changes(self._store, _rows(records, keys), _rows(without, keys))

        return self._write(find, title or title_of(record.KIND for record in records))

    def remove(self, *records: Record, title: str = "") -> Change:
        """Take the records with these keys out of the diary; absent ones are ignored.

        Raises:
            DiaryError: other records still need one of them.
            CannotWrite: the place is read-only or full.
        """
        keys = self._keys.by_id()
        gate.refuse_needed(self._store, keys, records)
        known = [it for it in records if not isinstance(it, Rating) or it.region in keys]
        if len(known) >= _MANY:
            self._back_up()
        return self._write(
            lambda _: facts.changes(self._store, (), _rows(known, keys)), title or REMOVAL
        )

    def undo(self) -> Change | None:
        """Take the newest write back, whatever it was; None where there is none."""
        return self._step(journal.UNDOABLE, undo=True)

    def redo(self) -> Change | None:
        """Do again what was undone last; None where there is nothing, or a write came after."""
        return self._step(journal.REDOABLE, undo=False)

    @property
    def undo_title(self) -> str | None:
        """Name what `undo` would take back."""
        entry = self._entry(journal.UNDOABLE)
        return None if entry is None else entry.title

    @property
    def redo_title(self) -> str | None:
        """Name what `redo` would do again."""
        entry = self._entry(journal.REDOABLE)
        return None if entry is None else entry.title

    def snapshot(self) -> Snapshot:
        """Read the whole diary at once."""
        whole = ratings.matrices(self._store, self._keys.by_number())
        records = {kind.KIND: self.of(kind) for kind in facts.OTHER_KINDS}
        return dataclasses.replace(whole, records=records)

    def ratings_between(self, first: date, last: date) -> tuple[Rating, ...]:
        """Return the ratings of these days, both included, by day."""
        regions = self._keys.by_number()
        rows = ratings.between(self._store, first, last)
        return tuple(ratings.rating_of(row, regions) for row in rows)

    def of(self, kind: type[R]) -> tuple[R, ...]:
        """Return all records of a kind other than Rating, by key."""
        return facts.of(self._store, kind)

    def between(self, kind: type[R], first: date, last: date) -> tuple[R, ...]:
        """Return the records of a kind that has a `day`, on these days, both included, by key."""
        return facts.between(self._store, kind, first, last)

    def needed(self, *records: Record) -> tuple[str, ...]:
        """Return the ids of the own regions and applicators among records that others name.

        While they do, `remove` refuses these records.
        """
        return gate.needed(self._store, self._keys.by_id(), records)

    def preview(self, contents: Contents) -> ImportPreview:
        """Tell what `merge` would do, kind by kind; nothing is written.

        Raises:
            DiaryError: something in the file may not stand in a diary.
        """
        return self.compare(contents).preview()

    def compare(self, contents: Contents) -> Comparison:
        """Lay a file beside what the diary holds of it; what comes of it is found in any thread.

        Raises:
            DiaryError: something in the file may not stand in a diary.
        """
        columns = contents.ratings
        gate.refuse_bad_columns(columns, self.now().date())
        self._check(contents.records, allow_future=False, also_named=set(columns.region))
        keys = self._keys.by_id()
        new = [region for region in dict.fromkeys(columns.region) if region not in keys]
        keys = keys | {id_: key for key, id_ in enumerate(new, max(keys.values(), default=0) + 1)}
        held = merge.held_of(self._store, columns, contents.records, keys)
        return Comparison(contents, held, self._stamp)

    def merge(self, contents: Contents, title: str = "", keep: Keep = "") -> Change:
        """Add what a file holds, all of it or nothing; what is equal already is left alone.

        Args:
            contents: read from a file; checked here once more.
            title: for the journal.
            keep: whose word counts where the diary and the file contradict each other, for all or
                for each kind; with "newer" two diaries become the same whichever takes in the
                other (the rule stands in model.storage.newer).

        Raises:
            Conflict: they do, and `keep` does not say whose word counts.
            DiaryError: something in the file may not stand in a diary.
            CannotWrite: the place is read-only or full.
        """
        return self.take_in(self.compare(contents).decided(keep), title)

    def take_in(self, decided: Decided, title: str = "", step: Step = no_step) -> Change:
        """Write what was decided of a comparison, all of it or nothing.

        Where entries that the file tells of were written since, it is decided anew.

        Args:
            decided: of a comparison with this diary.
            title: for the journal.
            step: called now and then; what it raises ends the work, and nothing of it is left.

        Raises:
            As `merge` does.
        """
        if decided.stamp is not self._stamp:
            now = self.compare(decided.contents)
            if not decided.still_right(now.held):
                # How far that is, is not told: what has been shown would run backwards.
                decided = now.decided(decided.keep, lambda done, of: step(0, 0))
        if self.undo_title is not None:
            self._back_up()

        def find(tx: Tx) -> Deltas:
            keys = self._keys.add(tx, decided.contents.ratings.region)
            assert keys == decided.held.keys  # else rows would tell of other regions
            return decided.deltas

        return self._write(find, title or IMPORT, step)

    def backup(self, target: Path) -> None:
        """Copy the diary to a new file, checked before it gets its name.

        Raises:
            DiaryError: there is a file at `target`, or it cannot be written.
        """
        self._store.copy_to(target.absolute())

    def check(self) -> tuple[str, ...]:
        """Look at every page and every digest; return a sentence for each thing wrong."""
        return health.problems(self._store)

    def _check(
        self, records: Iterable[Record], allow_future: bool, also_named: Iterable[str] = ()
    ) -> None:
        now = self.now()
        for record in records:
            record.check()
            if not allow_future:
                record.check_past(now)
        own = {*gate.own_regions_in(records), *filter(gate.is_own, also_named)}
        if own:
            gate.refuse_unknown_regions(own, self._with(OwnRegion, records))
        sessions = [record for record in records if isinstance(record, Session)]
        treated = [r for r in records if isinstance(r, Session | OwnedApplicator)]
        if any(map(gate.is_own, (region for record in treated for region in record.regions))):
            parents = {own.id: own.parent for own in self._with(OwnRegion, records)}
            for record in treated:
                refuse_forbidden(tuple(parents.get(one, one) for one in record.regions))
        if sessions:
            reach = gate.reach_of(self._with(OwnedApplicator, records))
            for session in sessions:
                session.check_reach(reach)

    def _with(self, kind: type[R], records: Iterable[Record]) -> list[R]:
        return [*self.of(kind), *(record for record in records if isinstance(record, kind))]

    def _write(self, find: Callable[[Tx], Deltas], title: str, step: Step = no_step) -> Change:
        with self._store.write() as tx:
            deltas = find(tx)
            if deltas:
                step(0, 3)
                gate.refuse_stranded(self._store, deltas)
                apply(tx, deltas)
                step(2, 3)
                journal.record(tx, deltas, title, self.now())
                step(3, 3)
        return self._saved(deltas, title)

    def _step(self, which: str, undo: bool) -> Change | None:
        with self._store.write() as tx:
            entry = self._entry(which)
            if entry is None:
                return None
            if not entry.sound:
                raise DiaryError(_SPOILT, title=entry.title)
            deltas = turned(unpacked(entry.body)) if undo else unpacked(entry.body)
            apply(tx, deltas)
            journal.mark(tx, entry, undone=undo)
        return self._saved(deltas, entry.title)

    def _entry(self, which: str) -> Entry | None:
        rows = self._store.rows(which)
        return Entry(*rows[0]) if rows else None

    def _saved(self, deltas: Deltas, title: str) -> Change:
        if deltas:
            self._stamp = object()
        if Profile.KIND in deltas:
            self._day_ends_at_hour = None
        if deltas and self._newest_backup != self.now().date():
            self._back_up()
        return Change(frozenset(deltas), title, count_of(deltas))

    def _back_up(self) -> None:
        """Make an automatic backup; a save is never refused because none could be made."""
        self._newest_backup = self.now().date()  # tried: not again on every save of this day
        try:
            self._store.keep_copy()
        except DiaryError as problem:
            self.backup_problem = problem
        else:
            self.backup_problem = None


def _rows(records: Iterable[Record], region_keys: dict[str, int]) -> list[tuple[str, Row]]:
    return [(record.KIND, facts.row(record, region_keys)) for record in records]


_SPOILT = QT_TRANSLATE_NOOP(
    "DiaryError",
    "'{title}' cannot be undone or redone: the disk has spoilt the note of it. Correct it by hand.",
)
