"""Every region of the body that can be rated, with its glands, codes and what can treat it.

Gland density: eccrine glands per cm2, Taylor & Machado-Moreira 2013, table 2. Codes: SNOMED CT
skin sites of DICOM CID 4029; they need a licence to be used and stay out of exports by default.
"""

from dataclasses import dataclass

from model.text import QT_TRANSLATE_NOOP

WHOLE_BODY = "whole_body"

REACH: dict[str, str] = {
    "applicator": QT_TRANSLATE_NOOP("Reach", "an applicator for this region is sold"),
    "special": QT_TRANSLATE_NOOP("Reach", "only a special or universal applicator is sold"),
    "none": QT_TRANSLATE_NOOP("Reach", "no applicator for this region was found"),
    "forbidden": QT_TRANSLATE_NOOP("Reach", "a maker's manual forbids current through the chest"),
}

GROUPS: dict[str, str] = {
    "head": QT_TRANSLATE_NOOP("RegionGroup", "Head"),
    "neck": QT_TRANSLATE_NOOP("RegionGroup", "Neck"),
    "arms": QT_TRANSLATE_NOOP("RegionGroup", "Arms"),
    "hands": QT_TRANSLATE_NOOP("RegionGroup", "Hands"),
    "trunk": QT_TRANSLATE_NOOP("RegionGroup", "Trunk"),
    "legs": QT_TRANSLATE_NOOP("RegionGroup", "Legs"),
    "feet": QT_TRANSLATE_NOOP("RegionGroup", "Feet"),
}


@dataclass(frozen=True)
class Region:
    """A region of the catalog; `side` is the patient's own left or right."""

    id: str
    name: str
    group: str
    side: str  # "left", "right" or "" for an unpaired region
    pair: str  # id of the mirror region, "" for an unpaired one
    parent: str  # id of the region that contains it, "" for none
    glands_per_cm2: int | None
    glands_site: str  # the site of Taylor's table whose density is borrowed
    snomed: str
    hairy: bool
    reach: str  # a key of REACH
    evidence: str  # what was seen of applicators, in words
    sources: tuple[str, ...]  # keys of model.catalog.sources.SOURCES


@dataclass(frozen=True)
class _Facts:
    """What both halves of a paired region share."""

    group: str
    glands: tuple[int | None, str]
    snomed: str
    reach: str
    evidence: str
    sources: tuple[str, ...]
    parent: str = ""
    hairy: bool = False


def _region(region_id: str, name: str, facts: _Facts, side: str = "", pair: str = "") -> Region:
    codes = ("taylor2013",) * (facts.glands[0] is not None) + ("dicom4029",) * bool(facts.snomed)
    return Region(
        region_id,
        name,
        facts.group,
        side,
        pair,
        facts.parent,
        *facts.glands,
        facts.snomed,
        facts.hairy,
        facts.reach,
        facts.evidence,
        codes + facts.sources,
    )


def _both(stem: str, right: str, left: str, facts: _Facts) -> tuple[Region, Region]:
    right_id, left_id = f"{stem}_right", f"{stem}_left"
    return (
        _region(right_id, right, facts, "right", left_id),
        _region(left_id, left, facts, "left", right_id),
    )


_HEAD = (186, "Head")
_NAMED_UNIVERSAL = QT_TRANSLATE_NOOP(
    "Evidence", "No applicator for this site was seen; one maker sells a universal electrode."
)
_NONE_SEEN = QT_TRANSLATE_NOOP("Evidence", "No applicator for this site was seen.")
_WETTED = QT_TRANSLATE_NOOP(
    "Evidence", "Only skin that the water wets is treated; no applicator for this site was seen."
)
_FACE_MASK = QT_TRANSLATE_NOOP("Evidence", "Face masks are sold (maker's texts, no trial seen).")
_NOT_IN_MASK = QT_TRANSLATE_NOOP("Evidence", "One maker leaves it out of the face mask.")
_CHEST = QT_TRANSLATE_NOOP("Evidence", "A maker's manual forbids current through the chest.")
_BACK_PADS = QT_TRANSLATE_NOOP(
    "Evidence", "A leaflet names sponge pads on the back; one maker names back and neck."
)

_ALL: tuple[Region, ...] = (
    _region(
        "scalp",
        QT_TRANSLATE_NOOP("Region", "Scalp"),
        _Facts(
            "head",
            _HEAD,
            "43067004",
            "none",
            QT_TRANSLATE_NOOP("Evidence", "None seen; a maker says hairy skin cannot be treated."),
            ("saalio_use",),
            hairy=True,
        ),
    ),
    _region(
        "face",
        QT_TRANSLATE_NOOP("Region", "Face"),
        _Facts(
            "head",
            _HEAD,
            "73897004",
            "applicator",
            _FACE_MASK,
            ("saalio_r06", "hidrex_face", "bindner_face"),
        ),
    ),
    _region(
        "forehead",
        QT_TRANSLATE_NOOP("Region", "Forehead"),
        _Facts(
            "head",
            _HEAD,
            "68698007",
            "applicator",
            QT_TRANSLATE_NOOP("Evidence", "A forehead electrode and face masks are sold."),
            ("saalio_r06", "hidrex_face"),
            parent="face",
        ),
    ),
    _region(
        "nose",
        QT_TRANSLATE_NOOP("Region", "Nose"),
        _Facts("head", _HEAD, "113179006", "none", _NOT_IN_MASK, ("bindner_face",), parent="face"),
    ),
    *_both(
        "cheek",
        QT_TRANSLATE_NOOP("Region", "Right cheek"),
        QT_TRANSLATE_NOOP("Region", "Left cheek"),
        _Facts(
            "head",
            _HEAD,
            "36141000",
            "applicator",
            _FACE_MASK,
            ("hidrex_face", "bindner_face"),
            parent="face",
        ),
    ),
    _region(
        "upper_lip",
        QT_TRANSLATE_NOOP("Region", "Upper lip"),
        _Facts(
            "head",
            (16, "Upper lip (lowest value of the abstract)"),
            "16251004",
            "none",
            _NOT_IN_MASK,
            ("bindner_face",),
            parent="face",
        ),
    ),
    _region(
        "chin",
        QT_TRANSLATE_NOOP("Region", "Chin"),
        _Facts(
            "head",
            _HEAD,
            "23747009",
            "applicator",
            _FACE_MASK,
            ("hidrex_face", "bindner_face"),
            parent="face",
        ),
    ),
    _region(
        "neck_front",
        QT_TRANSLATE_NOOP("Region", "Front of the neck"),
        _Facts("neck", (94, "Chest"), "11584001", "none", _NONE_SEEN, ("saalio_r06",)),
    ),
    _region(
        "neck_back",
        QT_TRANSLATE_NOOP("Region", "Back of the neck"),
        _Facts(
            "neck",
            (103, "Back"),
            "43081002",
            "applicator",
            QT_TRANSLATE_NOOP(
                "Evidence", "A neck electrode is sold; one maker names back and neck."
            ),
            ("saalio_r06", "hidrex_classicion"),
        ),
    ),
    *_both(
        "axilla",
        QT_TRANSLATE_NOOP("Region", "Right armpit"),
        QT_TRANSLATE_NOOP("Region", "Left armpit"),
        _Facts(
            "arms",
            (84, "Axilla"),
            "76261009",
            "applicator",
            QT_TRANSLATE_NOOP("Evidence", "Pairs of sponge-pocket or silicone pads are sold."),
            ("saalio_r06", "hidrex_dp450", "idrostar"),
            hairy=True,
        ),
    ),
    *_both(
        "upper_arm",
        QT_TRANSLATE_NOOP("Region", "Right upper arm"),
        QT_TRANSLATE_NOOP("Region", "Left upper arm"),
        _Facts("arms", (91, "Upper arm"), "", "none", _NONE_SEEN, ("saalio_r06",)),
    ),
    *_both(
        "elbow_crease",
        QT_TRANSLATE_NOOP("Region", "Right elbow crease"),
        QT_TRANSLATE_NOOP("Region", "Left elbow crease"),
        _Facts("arms", (104, "Forearm"), "17957002", "special", _NAMED_UNIVERSAL, ("saalio_r06",)),
    ),
    *_both(
        "forearm",
        QT_TRANSLATE_NOOP("Region", "Right forearm"),
        QT_TRANSLATE_NOOP("Region", "Left forearm"),
        _Facts("arms", (104, "Forearm"), "70559009", "none", _NONE_SEEN, ("saalio_r06",)),
    ),
    *_both(
        "palm",
        QT_TRANSLATE_NOOP("Region", "Right palm"),
        QT_TRANSLATE_NOOP("Region", "Left palm"),
        _Facts(
            "hands",
            (518, "Hand (palm)"),
            "70887009",
            "applicator",
            QT_TRANSLATE_NOOP("Evidence", "Hand trays are sold by all makers seen."),
            ("saalio_r06", "hidrex_dp450", "idrostar", "fischer"),
        ),
    ),
    *_both(
        "hand_back",
        QT_TRANSLATE_NOOP("Region", "Back of the right hand"),
        QT_TRANSLATE_NOOP("Region", "Back of the left hand"),
        _Facts("hands", (166, "Hand (dorsal)"), "281642007", "none", _WETTED, ("saalio_use",)),
    ),
    _region(
        "chest",
        QT_TRANSLATE_NOOP("Region", "Chest"),
        _Facts("trunk", (94, "Chest"), "244106003", "forbidden", _CHEST, ("hidrex_dp450",)),
    ),
    *_both(
        "under_breast",
        QT_TRANSLATE_NOOP("Region", "Under the right breast"),
        QT_TRANSLATE_NOOP("Region", "Under the left breast"),
        _Facts("trunk", (94, "Chest"), "82038008", "forbidden", _CHEST, ("hidrex_dp450",)),
    ),
    _region(
        "abdomen",
        QT_TRANSLATE_NOOP("Region", "Abdomen"),
        _Facts(
            "trunk",
            (102, "Abdomen"),
            "75093004",
            "special",
            QT_TRANSLATE_NOOP(
                "Evidence", "A pair of body electrodes is sold; the site is not named."
            ),
            ("saalio_r06",),
        ),
    ),
    _region(
        "upper_back",
        QT_TRANSLATE_NOOP("Region", "Upper back"),
        _Facts(
            "trunk",
            (103, "Back"),
            "244111001",
            "special",
            _BACK_PADS,
            ("bad_leaflet", "hidrex_classicion"),
        ),
    ),
    _region(
        "lower_back",
        QT_TRANSLATE_NOOP("Region", "Lower back"),
        _Facts("trunk", (103, "Back"), "113182001", "special", _BACK_PADS, ("bad_leaflet",)),
    ),
    *_both(
        "groin",
        QT_TRANSLATE_NOOP("Region", "Right groin"),
        QT_TRANSLATE_NOOP("Region", "Left groin"),
        _Facts(
            "trunk",
            (69, "Thigh"),
            "39687006",
            "special",
            QT_TRANSLATE_NOOP("Evidence", "A leaflet and a maker name pads in the groin."),
            ("bad_leaflet", "saalmann_faq"),
        ),
    ),
    _region(
        "genital",
        QT_TRANSLATE_NOOP("Region", "Genital area"),
        _Facts("trunk", (None, ""), "48014002", "none", _NONE_SEEN, ("saalio_r06",)),
    ),
    *_both(
        "buttock",
        QT_TRANSLATE_NOOP("Region", "Right buttock"),
        QT_TRANSLATE_NOOP("Region", "Left buttock"),
        _Facts("trunk", (37, "Buttocks"), "22180002", "none", _NONE_SEEN, ("saalio_r06",)),
    ),
    *_both(
        "thigh",
        QT_TRANSLATE_NOOP("Region", "Right thigh"),
        QT_TRANSLATE_NOOP("Region", "Left thigh"),
        _Facts(
            "legs",
            (69, "Thigh"),
            "61248009",
            "special",
            QT_TRANSLATE_NOOP("Evidence", "A maker's page on areas of use names the thighs."),
            ("saalio_use",),
        ),
    ),
    *_both(
        "knee_hollow",
        QT_TRANSLATE_NOOP("Region", "Hollow of the right knee"),
        QT_TRANSLATE_NOOP("Region", "Hollow of the left knee"),
        _Facts("legs", (57, "Leg"), "84507004", "special", _NAMED_UNIVERSAL, ("saalio_r06",)),
    ),
    *_both(
        "lower_leg",
        QT_TRANSLATE_NOOP("Region", "Right lower leg"),
        QT_TRANSLATE_NOOP("Region", "Left lower leg"),
        _Facts("legs", (57, "Leg"), "25763004", "none", _NONE_SEEN, ("saalio_r06",)),
    ),
    *_both(
        "foot_top",
        QT_TRANSLATE_NOOP("Region", "Top of the right foot"),
        QT_TRANSLATE_NOOP("Region", "Top of the left foot"),
        _Facts("feet", (119, "Foot (dorsal)"), "60496002", "none", _WETTED, ("saalio_use",)),
    ),
    *_both(
        "sole",
        QT_TRANSLATE_NOOP("Region", "Right sole"),
        QT_TRANSLATE_NOOP("Region", "Left sole"),
        _Facts(
            "feet",
            (497, "Foot (sole)"),
            "60496002",
            "applicator",
            QT_TRANSLATE_NOOP("Evidence", "Foot trays are sold by all makers seen."),
            ("saalio_r06", "hidrex_dp450", "idrostar", "fischer"),
        ),
    ),
)

REGIONS: dict[str, Region] = {region.id: region for region in _ALL}


def pair_of(region: str) -> str:
    """Return the region on the other side of the body, "" for an unpaired or an own one."""
    return REGIONS[region].pair if region in REGIONS else ""
