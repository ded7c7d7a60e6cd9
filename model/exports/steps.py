"""How far reading is: the parts of a whole, and things counted as they go by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from model.files import Step

_EVERY = 500  # rows between two words about progress: a few milliseconds
_WHOLE = 1000

T = TypeVar("T")


def part(step: Step, begin: float, end: float) -> Step:
    """Return the step of a part of the work, from `begin` to `end` of the whole, each 0..1."""

    def told(done: int, of: int) -> None:
        share = min(done, of) / of if of > 0 else 0.0
        step(round(_WHOLE * (begin + (end - begin) * share)), _WHOLE)

    return told


def quiet(step: Step) -> Step:
    """Return a step that may end the work but tells nothing of how far it is."""
    return lambda done, of: step(0, 0)


def passing(items: Iterable[T], step: Step, of: int) -> Iterator[T]:
    """Yield items, of which there are so many, and tell now and then how many went by."""
    step(0, of)
    for done, item in enumerate(items, 1):
        yield item
        if not done % _EVERY:
            step(done, of)
