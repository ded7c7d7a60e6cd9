"""What a screen reader sees of Drymap; runs under the system's Python, which has Debian's AT-SPI.

Reads questions from stdin and answers on stdout, one JSON a line:
    ["all", name, state]  what shows in the program's windows, from top to bottom, and its menus;
                          null for any name or any state
    ["facts", n]          thing n again, as it is now; null where it is gone
    ["set", n, value]     give thing n a value, as a reader's user does
"""

import json
import sys
from collections.abc import Iterator
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

ANSWER_WITHIN_MS = 10_000
MENUS = {"popup menu", "menu item"}  # read before they are opened
known: list[Atspi.Accessible] = []
"""Every thing that was told of; its place is the number by which it is asked for again."""


def program() -> Atspi.Accessible | None:
    """Return the one program on this desktop, once it has a window."""
    desktop = Atspi.get_desktop(0)
    for each in (desktop.get_child_at_index(n) for n in range(desktop.get_child_count())):
        if each is not None and each.get_name() == "Drymap" and each.get_child_count():
            each.set_cache_mask(Atspi.Cache.NONE)  # what it was a moment ago is of no use here
            return each
    return None


def children(thing: Atspi.Accessible) -> list[Atspi.Accessible]:
    found = (thing.get_child_at_index(n) for n in range(thing.get_child_count()))
    return [child for child in found if child is not None]


def states(thing: Atspi.Accessible) -> list[str]:
    return [state.value_nick for state in thing.get_state_set().get_states()]


def label_of(thing: Atspi.Accessible) -> str:
    """Return the name of the label that stands for a thing."""
    labels = Atspi.RelationType.LABELLED_BY
    related = [each for each in thing.get_relation_set() if each.get_relation_type() == labels]
    return related[0].get_target(0).get_name() if related else ""


def facts(thing: Atspi.Accessible) -> dict[str, object]:
    """Tell name, role, states, box on the screen (x, y, width, height) and value of a thing."""
    if thing not in known:
        known.append(thing)
    box = Atspi.Component.get_extents(thing, Atspi.CoordType.SCREEN)
    role = thing.get_role_name()
    # Of sliders alone: Qt takes a date field for a number too, and complains when asked for it.
    value = Atspi.Value.get_current_value(thing) if role == "slider" else None
    return {
        "number": known.index(thing),
        "name": thing.get_name(),
        # Qt names a combo box by what is chosen in it; a reader looks for its label instead.
        "label": label_of(thing) if role == "combo box" else "",
        "role": role,
        "description": thing.get_description(),
        "states": states(thing),
        "box": [box.x, box.y, box.width, box.height],
        "value": value,
    }


def below(
    thing: Atspi.Accessible, name: str | None, state: str | None, above: tuple[str, ...] = ()
) -> Iterator[dict[str, object]]:
    """Tell of what shows below a thing, each with the names of what it stands in."""
    for child in children(thing):
        try:
            called, found = child.get_name(), states(child)
            if "showing" not in found and child.get_role_name() not in MENUS:
                continue
            if name in (None, called) and (state is None or state in found):
                yield facts(child) | {"within": above}
            yield from below(child, name, state, (*above, called))
        except GLib.Error:  # it went while it was looked at
            continue


def answer(verb: str, *which: Any) -> object:
    if verb == "all":
        window = program()
        return [] if window is None else list(below(window, *which))
    thing = known[which[0]]
    if verb == "set":
        return Atspi.Value.set_current_value(thing, which[1])
    try:
        return facts(thing)
    except GLib.Error:
        return None


Atspi.set_timeout(ANSWER_WITHIN_MS, ANSWER_WITHIN_MS)
for line in sys.stdin:
    sys.stdout.write(json.dumps(answer(*json.loads(line))) + "\n")
    sys.stdout.flush()
