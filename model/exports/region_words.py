"""Which region a name in another program's table means, where it can mean only one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from model.catalog.regions import REGIONS

_SIDES: dict[str, frozenset[str]] = {
    "left": frozenset({"left", "l", "lt", "lft", "links", "linke", "linker", "linkes", "li"}),
    "right": frozenset({"right", "r", "rt", "rgt", "rechts", "rechte", "rechter", "rechtes", "re"}),
}
_LONG = 4  # letters from which the word of a side is known though it is glued to another
_IDLE = frozenset(
    {
        *("the", "of", "my", "on", "in", "at", "der", "die", "das", "des", "am", "im", "meine"),
        *("severity", "sweat", "sweating", "rating", "score", "schwitzen", "schweiss", "starke"),
    }
)
"""Words that say nothing about where it is; folded as `_words` folds them."""

_CALLED: dict[str, tuple[str, ...]] = {
    "scalp": ("scalp", "kopfhaut"),
    "face": ("face", "gesicht"),
    "forehead": ("forehead", "stirn"),
    "nose": ("nose", "nase"),
    "cheek": ("cheek", "wange", "backe"),
    "upper_lip": ("upper lip", "oberlippe"),
    "chin": ("chin", "kinn"),
    "neck_front": ("front neck", "throat", "hals vorn", "vorderer hals", "kehle"),
    "neck_back": ("back neck", "nape", "nape neck", "nacken", "genick"),
    "axilla": ("armpit", "axilla", "underarm", "achsel", "achselhöhle"),
    "upper_arm": ("upper arm", "oberarm"),
    "elbow_crease": ("elbow crease", "inner elbow", "antecubital fossa", "ellenbeuge"),
    "forearm": ("forearm", "lower arm", "unterarm"),
    "palm": (
        "palm",
        "hand palm",
        "palmar",
        "handfläche",
        "handinnenfläche",
        "handteller",
        "handfl",
    ),
    "hand_back": ("back hand", "hand dorsum", "dorsal hand", "handrücken"),
    "chest": ("chest", "brust"),
    "abdomen": ("abdomen", "belly", "stomach", "tummy", "bauch"),
    "upper_back": ("upper back", "oberer rücken"),
    "lower_back": ("lower back", "unterer rücken"),
    "groin": ("groin", "leiste"),
    "genital": ("genitals", "genital area", "genitalbereich", "intimbereich"),
    "buttock": ("buttock", "gesäß", "gesäßhälfte", "pobacke"),
    "thigh": ("thigh", "upper leg", "oberschenkel"),
    "knee_hollow": ("hollow knee", "back knee", "knee pit", "popliteal fossa", "kniekehle"),
    "lower_leg": ("lower leg", "unterschenkel"),
    "foot_top": ("top foot", "foot dorsum", "dorsal foot", "fußrücken"),
    "sole": ("sole", "foot sole", "sole foot", "plantar", "fußsohle", "sohle"),
}
"""Region without its side -> what people call it, in any order of words. A name of several regions
(hand, foot, back, neck, arm, leg) stands at none of them: a guess may not choose between them."""

_HUMP = re.compile("(?<=[a-zäöüß])(?=[A-ZÄÖÜ])")
_Name = tuple[str, frozenset[str]]
"""The side that a name tells, "" for none, and its other words."""


class RegionWords:
    """Knows the regions of the catalogue and of the patient by their names in several languages."""

    def __init__(self, names: Iterable[tuple[str, str]] = ()) -> None:
        """Learn names.

        Args:
            names: (name, id of the region), in any language; ids and English names of the
                catalogue are known without them.
        """
        self._by_words: dict[_Name, set[str]] = {}
        self._by_letters: dict[str, set[str]] = {}
        for region in REGIONS.values():
            self._learn(region.id, region.id)
            self._learn(region.name, region.id)
            stem = region.id.removesuffix(f"_{region.side}")
            for called in _CALLED.get(stem, ()):
                for name in _with_side(called, region.side):
                    self._learn(name, region.id)
        for name, id_ in names:
            self._learn(name, id_)

    def region(self, name: str) -> str:
        """Return the id of the one region that a name can mean, "" for none or several."""
        found = set(self._by_letters.get(_letters(name), ()))
        for understood in _readings(name):
            found |= self._by_words.get(understood, set())
        return next(iter(found)) if len(found) == 1 else ""

    def _learn(self, name: str, region: str) -> None:
        for understood in _readings(name):
            self._by_words.setdefault(understood, set()).add(region)
        if _letters(name):
            self._by_letters.setdefault(_letters(name), set()).add(region)


def _with_side(name: str, side: str) -> Iterator[str]:
    if not side:
        yield name
        return
    for word in _SIDES[side]:
        if len(word) >= _LONG:
            yield f"{word} {name}"
            yield f"{name} {word}"


def _readings(name: str) -> list[_Name]:
    """Return what a name says, with leftPalm as one word and as two; nothing of both sides."""
    found = [_understood(_words(text)) for text in (name, re.sub(_HUMP, " ", name))]
    return [reading for reading in dict.fromkeys(found) if reading is not None]


def _understood(said: list[str]) -> _Name | None:
    """Return the side and the other words, None where these are none or both sides are named."""
    words = {*said} - _IDLE
    sides = [side for side, called in _SIDES.items() if words & called]
    rest = frozenset(words - frozenset().union(*_SIDES.values()))
    if len(sides) > 1 or not rest:
        return None
    return sides[0] if sides else "", rest


def _words(name: str) -> list[str]:
    return re.findall(r"[^\W_]+", _folded(name))


def _letters(name: str) -> str:
    return "".join(_words(name))


def _folded(name: str) -> str:
    """Return a name as it is compared: Fußrücken, FUSSRUECKEN and fussrucken are one."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return re.sub("([aou])e", r"\1", plain)
