"""Which regions can be treated: by what is at hand, by what is sold, or not, and who says so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from model.analysis.sentences import Sentence
from model.catalog.applicators import APPLICATORS, Applicator
from model.catalog.regions import REACH, REGIONS, WHOLE_BODY, Region
from model.records.treatment import OwnedApplicator
from model.text import QT_TRANSLATE_NOOP

KINDS: dict[str, str] = {  # marked in the context "Reach"
    "at_hand": QT_TRANSLATE_NOOP("Reach", "reached by what you have"),
    "sold": REACH["applicator"],
    "special": REACH["special"],
    "none": REACH["none"],
    "forbidden": REACH["forbidden"],
}


@dataclass(frozen=True)
class Reach:
    """What can be said of treating a region.

    kind: a key of KINDS; region: as asked; place: the region of the catalog that it is or lies in,
    "" where that is not known; at_hand: what the patient has that reaches it; sold: what the
    catalog knows that reaches it, with its own evidence and sources; text: the answer in a
    sentence; evidence: what was seen of applicators; caution: where sources contradict each other;
    sources: keys of model.catalog.sources.SOURCES, of all that is said here.
    """

    region: str
    kind: str
    place: str
    at_hand: tuple[OwnedApplicator, ...]
    sold: tuple[Applicator, ...]
    text: Sentence
    evidence: Sentence | None
    caution: Sentence | None
    sources: tuple[str, ...]


@dataclass(frozen=True)
class _Caution:
    """A prohibition of one source where others sell an applicator all the same."""

    text: str
    sources: tuple[str, ...]


_BRAIN = _Caution(
    QT_TRANSLATE_NOOP(
        "Sentence",
        "Makers' texts disagree: electrodes for face and neck are sold, and a manual (Hidrex DP450)"
        " forbids current through the brain or the sinuses. Ask your doctor first.",
    ),
    ("hidrex_dp450",),
)
_CHEST = _Caution(
    QT_TRANSLATE_NOOP(
        "Sentence",
        "Makers' texts disagree: pads for the trunk are sold, and a manual (Hidrex DP450) forbids"
        " current through the chest. Ask your doctor first.",
    ),
    ("hidrex_dp450",),
)
_CAUTIONS: dict[str, _Caution] = {
    **{region.id: _BRAIN for region in REGIONS.values() if region.group in {"head", "neck"}},
    **dict.fromkeys(("abdomen", "upper_back", "lower_back"), _CHEST),
}
_NOT_OF_REACH = {"taylor2013", "dicom4029"}  # a region's sources of its glands and its code

_WHOLE_BODY = Reach(
    WHOLE_BODY,
    "none",
    "",
    (),
    (),
    Sentence(
        QT_TRANSLATE_NOOP(
            "Sentence",
            "No device treats the whole body at once. Choose the regions where sweating is most"
            " conspicuous or most unpleasant and for which an applicator exists; a partial success"
            " counts.",
        )
    ),
    Sentence(
        QT_TRANSLATE_NOOP(
            "Sentence", "A maker writes that too large an area thins the current out of effect."
        )
    ),
    None,
    ("hyperhidrosis_seed", "saalio_use"),
)
_AT_HAND = QT_TRANSLATE_NOOP("Sentence", "Reached by what you have: {applicators}.")
_AT_HAND_ALONE = QT_TRANSLATE_NOOP(
    "Sentence",
    "Reached by what you have, as you noted it: {applicators}. No applicator for this region was"
    " found for sale.",
)
_SOLD = QT_TRANSLATE_NOOP("Sentence", "Nothing you have reaches it; for sale: {applicators}.")
_SPECIAL = QT_TRANSLATE_NOOP(
    "Sentence",
    "Nothing you have reaches it; only special or universal applicators are for sale:"
    " {applicators}.",
)
_NONE = QT_TRANSLATE_NOOP("Sentence", "No applicator for this region was found for sale.")
_FORBIDDEN = QT_TRANSLATE_NOOP(
    "Sentence",
    "A maker's manual (Hidrex DP450) forbids current through the chest. Ask your doctor.",
)
_UNKNOWN = QT_TRANSLATE_NOOP(
    "Sentence",
    "It is not known where on the body this region lies, so nothing can be said of applicators.",
)
_SEVERAL = QT_TRANSLATE_NOOP("List", "{first}, {others}")


def reach_of(
    region: str,
    owned: Sequence[OwnedApplicator],
    today: date,
    parents: Mapping[str, str] | None = None,
) -> Reach:
    """Say whether a region can be treated: with what is at hand, with what is sold, or not.

    A region that a manual forbids stays forbidden, whatever the patient has. `at_hand` is a fact
    about applicators; it clears no contraindication.

    Args:
        region: id of the catalog, of one's own, or WHOLE_BODY.
        owned: all applicators of the diary; those that are not at hand today do not count.
        today: the patient's day.
        parents: one's own regions -> the region of the catalog in which each lies.
    """
    if region == WHOLE_BODY:
        return _WHOLE_BODY
    place = region if region in REGIONS else (parents or {}).get(region, "")
    if place not in REGIONS:
        return Reach(region, "none", "", (), (), Sentence(_UNKNOWN), None, None, ("drymap",))
    known = REGIONS[place]
    sold = tuple(item for item in APPLICATORS.values() if place in item.regions)
    mine = tuple(
        item for item in owned if is_at_hand(item, today) and _reaches(item, region, place)
    )
    if known.reach == "forbidden":
        mine = ()
    kind = "at_hand" if mine else {"applicator": "sold"}.get(known.reach, known.reach)
    caution = _CAUTIONS.get(place) if mine or sold else None
    return Reach(
        region,
        kind,
        place,
        mine,
        sold,
        _text(kind, known, mine, sold),
        Sentence(known.evidence, context="Evidence"),
        Sentence(caution.text) if caution else None,
        _sources(known, sold, caution),
    )


def is_at_hand(item: OwnedApplicator, today: date) -> bool:
    """Tell whether the patient has an applicator on a day; the first and the last one count."""
    return (item.since is None or item.since <= today) and (
        item.until is None or today <= item.until
    )


def applicator_name(item: OwnedApplicator) -> Sentence:
    """Return what the patient calls an applicator, or its name in the catalog."""
    if item.name.strip() or item.applicator not in APPLICATORS:
        return Sentence("{name}", {"name": item.name.strip() or item.applicator}, context="")
    return Sentence(APPLICATORS[item.applicator].name, context="Applicator")


def listed(names: Sequence[Sentence]) -> Sentence:
    """Return one or more names as one sentence, parted as the language of the reader does it."""
    if len(names) == 1:
        return names[0]
    return Sentence(_SEVERAL, {"first": names[0], "others": listed(names[1:])}, context="List")


def _reaches(item: OwnedApplicator, region: str, place: str) -> bool:
    if item.applicator in APPLICATORS:
        return place in APPLICATORS[item.applicator].regions
    return region in item.regions or place in item.regions


def _text(
    kind: str, known: Region, mine: Sequence[OwnedApplicator], sold: Sequence[Applicator]
) -> Sentence:
    names = [Sentence(item.name, context="Applicator") for item in sold]
    if kind == "at_hand":
        # The same trays may be owned twice; they are named once.
        names = list(dict.fromkeys(map(applicator_name, mine)))
        text = _AT_HAND if sold else _AT_HAND_ALONE
    elif kind in {"sold", "special"}:
        text = _SOLD if kind == "sold" else _SPECIAL
    else:
        return Sentence(_FORBIDDEN if known.reach == "forbidden" else _NONE)
    return Sentence(text, {"applicators": listed(names)})


def _sources(
    known: Region, sold: Iterable[Applicator], caution: _Caution | None
) -> tuple[str, ...]:
    own = [source for source in known.sources if source not in _NOT_OF_REACH]
    makers = [source for item in sold for source in item.sources]
    return tuple(dict.fromkeys((*own, *makers, *(caution.sources if caution else ()))))
