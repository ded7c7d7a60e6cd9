"""Applicators that are sold, and the regions each can reach according to its maker."""

from dataclasses import dataclass

from model.text import QT_TRANSLATE_NOOP

FORBIDDEN_REGIONS = frozenset({"chest", "under_breast_left", "under_breast_right"})
"""No applicator, not even one's own, is offered here: a Hidrex manual (DP450) forbids current
through the chest."""


@dataclass(frozen=True)
class Applicator:
    """A kind of applicator; `regions` are ids of model.catalog.regions.REGIONS."""

    id: str
    name: str
    regions: frozenset[str]
    evidence: str
    sources: tuple[str, ...]


def _sides(*stems: str) -> frozenset[str]:
    return frozenset(f"{stem}_{side}" for stem in stems for side in ("left", "right"))


_SITE_OPEN = QT_TRANSLATE_NOOP(
    "Evidence",
    "The maker does not name the site in what was read; the regions listed are those that"
    " leaflets and makers' pages name for pads. No trial was seen.",
)

APPLICATORS: dict[str, Applicator] = {
    item.id: item
    for item in (
        Applicator(
            "hand_tray",
            QT_TRANSLATE_NOOP("Applicator", "Hand trays"),
            _sides("palm"),
            QT_TRANSLATE_NOOP("Evidence", "Water trays for the hands, sold by all makers seen."),
            ("saalio_r06", "hidrex_dp450", "idrostar", "fischer"),
        ),
        Applicator(
            "foot_tray",
            QT_TRANSLATE_NOOP("Applicator", "Foot trays"),
            _sides("sole"),
            QT_TRANSLATE_NOOP("Evidence", "Water trays for the feet, sold by all makers seen."),
            ("saalio_r06", "hidrex_dp450", "idrostar", "fischer"),
        ),
        Applicator(
            "axilla_pads",
            QT_TRANSLATE_NOOP("Applicator", "Armpit pads"),
            _sides("axilla"),
            QT_TRANSLATE_NOOP("Evidence", "Pairs of wet sponge pockets or silicone electrodes."),
            ("saalio_r06", "hidrex_dp450", "idrostar", "sener2019"),
        ),
        Applicator(
            "face_mask",
            QT_TRANSLATE_NOOP("Applicator", "Face mask"),
            frozenset({"face", "forehead", "chin"}) | _sides("cheek"),
            QT_TRANSLATE_NOOP(
                "Evidence", "Makers' texts only; one maker leaves out the nose and the lips."
            ),
            ("saalio_r06", "hidrex_face", "bindner_face"),
        ),
        Applicator(
            "forehead_electrode",
            QT_TRANSLATE_NOOP("Applicator", "Forehead electrode"),
            frozenset({"forehead"}),
            QT_TRANSLATE_NOOP("Evidence", "Maker's text only; no trial was seen."),
            ("saalio_r06",),
        ),
        Applicator(
            "neck_cushion",
            QT_TRANSLATE_NOOP("Applicator", "Neck cushion"),
            frozenset({"neck_back"}),
            QT_TRANSLATE_NOOP("Evidence", "Makers' texts only; no trial was seen."),
            ("saalio_r06", "hidrex_classicion"),
        ),
        Applicator(
            "universal_electrode",
            QT_TRANSLATE_NOOP("Applicator", "Universal electrode"),
            _sides("elbow_crease", "knee_hollow", "groin", "thigh")
            | frozenset({"upper_back", "lower_back"}),
            _SITE_OPEN,
            ("saalio_r06", "saalio_use", "saalmann_faq", "bad_leaflet"),
        ),
        Applicator(
            "body_electrodes",
            QT_TRANSLATE_NOOP("Applicator", "Pair of body electrodes"),
            _sides("groin", "thigh") | frozenset({"abdomen", "upper_back", "lower_back"}),
            _SITE_OPEN,
            ("saalio_r06", "saalio_use", "saalmann_faq", "bad_leaflet"),
        ),
    )
}
