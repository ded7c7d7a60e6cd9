"""A file beside what the diary holds of it: weighed in any thread, written by the diary's own."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from model.files import Step, no_step
from model.records.previews import ImportPreview, Keep
from model.records.snapshot import Contents
from model.storage import merge
from model.storage.delta import Deltas


@dataclass(frozen=True)
class Decided:
    """What an import changes, once it is said whose word counts; `stamp` as in Comparison."""

    contents: Contents
    keep: Keep
    deltas: Deltas
    held: merge.Held
    stamp: object

    def still_right(self, held: merge.Held) -> bool:
        """Tell whether it is right too where the diary holds this by now.

        Ratings of other days or regions than the file's may have come or gone.
        """
        if (held.keys, held.records) != (self.held.keys, self.held.records):
            return False
        changed = {row[:2] for row in {*self.held.ratings} ^ {*held.ratings}}
        columns = self.contents.ratings
        numbers = map(held.keys.__getitem__, columns.region)
        return not changed or changed.isdisjoint(zip(columns.day, numbers, strict=True))


@dataclass(frozen=True)
class Comparison:
    """The checked contents of a file, and what the diary held of them when it was asked.

    `stamp` is the diary's as long as nothing is written to it.
    """

    contents: Contents
    held: merge.Held
    stamp: object

    def preview(self, step: Step = no_step) -> ImportPreview:
        """Tell what the import would do, kind by kind; `step` as in `merge.changes`."""
        found = merge.preview(self.held, self.contents.ratings, self.contents.records, step)
        return dataclasses.replace(found, unknown=self.contents.unknown_columns)

    def decided(self, keep: Keep = "", step: Step = no_step) -> Decided:
        """Find what the import changes; nothing is written yet.

        Raises:
            Conflict: diary and file contradict each other and `keep` does not say whose word
                counts.
            DiaryError: the file contradicts itself.
        """
        contents = self.contents
        deltas = merge.changes(self.held, contents.ratings, contents.records, keep, step)
        return Decided(contents, keep, deltas, self.held, self.stamp)
