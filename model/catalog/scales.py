"""Scales of severity, and the questionnaires whose totals can be entered, with their sources."""

from dataclasses import dataclass

from model.text import QT_TRANSLATE_NOOP

SEVERITY_MIN, SEVERITY_MAX = 0, 10
DRY_BELOW = 3
"""Severity from which a region counts as sweating again: the cut-off 3 of the Self-Evaluation
Scale separates patients from controls at the palm (source: ses). A convention elsewhere."""

SEVERITY_QUESTION = QT_TRANSLATE_NOOP("Scale", "Worst sweating in the last 24 hours")

SEVERITY_ANCHORS: dict[int, str] = {
    0: QT_TRANSLATE_NOOP("Scale", "dry"),
    3: QT_TRANSLATE_NOOP("Scale", "slightly moist, seen only from close by"),
    5: QT_TRANSLATE_NOOP("Scale", "clearly moist, a stain as wide as a hand"),
    8: QT_TRANSLATE_NOOP("Scale", "beads of sweat, clothes wet through"),
    10: QT_TRANSLATE_NOOP("Scale", "dripping, the worst imaginable"),
}
"""Own wording after the visible signs of the German guideline (source: visible_signs); question
and range after ASDD and SES (sources: asdd, ses)."""


@dataclass(frozen=True)
class Instrument:
    """A questionnaire or global question; `low`..`high` is the range of its total."""

    id: str
    name: str
    low: int
    high: int
    meaningful_change: float | None  # smallest change that matters to patients, in its points
    answers: dict[int, str]  # wording, only where it may be shown
    licence: str
    sources: tuple[str, ...]


_TOTAL_ONLY = QT_TRANSLATE_NOOP("Scale", "Licensed: only the total is entered here.")
_FREE = QT_TRANSLATE_NOOP("Scale", "Own wording.")

INSTRUMENTS: dict[str, Instrument] = {
    item.id: item
    for item in (
        Instrument(
            "hdss",
            QT_TRANSLATE_NOOP("Scale", "HDSS (1-4)"),
            1,
            4,
            None,
            {
                1: QT_TRANSLATE_NOOP("Scale", "never noticeable, never in the way"),
                2: QT_TRANSLATE_NOOP("Scale", "tolerable, sometimes in the way"),
                3: QT_TRANSLATE_NOOP("Scale", "barely tolerable, often in the way"),
                4: QT_TRANSLATE_NOOP("Scale", "intolerable, always in the way"),
            },
            QT_TRANSLATE_NOOP("Scale", "Paraphrase of the Hyperhidrosis Disease Severity Scale."),
            ("hdss",),
        ),
        Instrument("hidroqol", "HidroQoL", 0, 36, 4, {}, _TOTAL_ONLY, ("hidroqol",)),
        Instrument("dlqi", "DLQI", 0, 30, 4, {}, _TOTAL_ONLY, ("dlqi",)),
        Instrument("hdsm_ax", "HDSM-Ax", 0, 44, None, {}, _TOTAL_ONLY, ("hdsm_ax",)),
        Instrument(
            "global_change",
            QT_TRANSLATE_NOOP("Scale", "Overall change since treatment began"),
            1,
            5,
            None,
            {
                1: QT_TRANSLATE_NOOP("Scale", "much better"),
                2: QT_TRANSLATE_NOOP("Scale", "a little better"),
                3: QT_TRANSLATE_NOOP("Scale", "no change"),
                4: QT_TRANSLATE_NOOP("Scale", "a little worse"),
                5: QT_TRANSLATE_NOOP("Scale", "much worse"),
            },
            _FREE,
            ("drymap",),
        ),
    )
}
