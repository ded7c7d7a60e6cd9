"""Why a number is missing, in one sentence that says what would give it; and the rules behind."""

from __future__ import annotations

from collections.abc import Sequence

from model.analysis.phases import BASELINE_DAYS, MAINTENANCE_DAYS, MIN_DAYS, Phases
from model.analysis.sentences import Sentence, counted
from model.records.snapshot import day_number
from model.text import QT_TRANSLATE_NOOP

# Source: the simulation study of the project's method note, section 2.3.
FIRM_DAYS = 10
"""Rated days below which a result is provisional."""
PERCENT_FROM = 2.0
"""Baseline mean (0-10) from which a change may be given in percent."""


def never_rated() -> Sentence:
    """Say that a region has sessions or marks, but no rating."""
    return Sentence(QT_TRANSLATE_NOOP("Sentence", "This region was never rated."))


def before_any_session(days: Sequence[int]) -> Sentence:
    """Say what is missing while there is no session; `days` = rated days since 1970, ascending."""
    recent = sum(day > days[-1] - BASELINE_DAYS for day in days)
    if recent >= MIN_DAYS:
        return Sentence(
            QT_TRANSLATE_NOOP(
                "Sentence", "There is no session yet, so there is nothing to compare with."
            )
        )
    return counted(
        QT_TRANSLATE_NOOP("Sentence", "Rate {count} more day before the first session."),
        QT_TRANSLATE_NOOP("Sentence", "Rate {count} more days before the first session."),
        _days_to_rate(days, days[-1], BASELINE_DAYS),
    )


def too_few_before(rated: int, windows: Phases) -> Sentence:
    """Say that the baseline is too short; sessions have begun, so it cannot grow.

    Days further back than BASELINE_DAYS may be rated: they are no part of it.
    """
    if windows.chosen and windows.episode_starts > windows.first_session:
        return Sentence(
            QT_TRANSLATE_NOOP(
                "Sentence",
                "Rated days before the session on {day} in the baseline that the patient chose:"
                " {count}; {needed} are needed.",
            ),
            {"day": windows.episode_starts, "count": rated, "needed": MIN_DAYS},
        )
    if windows.chosen:
        return Sentence(
            QT_TRANSLATE_NOOP(
                "Sentence",
                "Rated days before the first session in the baseline that the patient chose:"
                " {count}; {needed} are needed.",
            ),
            {"count": rated, "needed": MIN_DAYS},
        )
    if not rated:
        return Sentence(
            QT_TRANSLATE_NOOP(
                "Sentence",
                "No day was rated in the {span} days before the first session; {needed} are"
                " needed.",
            ),
            {"span": BASELINE_DAYS, "needed": MIN_DAYS},
        )
    return counted(
        QT_TRANSLATE_NOOP(
            "Sentence",
            "Only {count} day was rated in the {span} days before the first session; {needed} are"
            " needed.",
        ),
        QT_TRANSLATE_NOOP(
            "Sentence",
            "Only {count} days were rated in the {span} days before the first session; {needed} are"
            " needed.",
        ),
        rated,
        span=BASELINE_DAYS,
        needed=MIN_DAYS,
    )


def too_few_now(rated: Sequence[int], windows: Phases) -> Sentence:
    """Say how many days are missing since the first session, or that rating was given up.

    rated: days since 1970 within the latest days, ascending.
    """
    if windows.now is None and windows.episode_starts > windows.first_session:
        return Sentence(
            QT_TRANSLATE_NOOP("Sentence", "No day has been rated since the session on {day}."),
            {"day": windows.episode_starts},
        )
    if windows.now is None:
        return Sentence(
            QT_TRANSLATE_NOOP("Sentence", "No day has been rated since the first session.")
        )
    if not rated:
        first, last = windows.now
        return Sentence(
            QT_TRANSLATE_NOOP("Sentence", "This region was not rated from {first} to {last}."),
            {"first": first, "last": last},
        )
    missing = _days_to_rate(rated, day_number(windows.now[1]), MAINTENANCE_DAYS)
    if windows.chosen:
        return counted(
            QT_TRANSLATE_NOOP(
                "Sentence", "Rate {count} more day to compare with the baseline chosen."
            ),
            QT_TRANSLATE_NOOP(
                "Sentence", "Rate {count} more days to compare with the baseline chosen."
            ),
            missing,
        )
    return counted(
        QT_TRANSLATE_NOOP(
            "Sentence", "Rate {count} more day to compare with the time before the first session."
        ),
        QT_TRANSLATE_NOOP(
            "Sentence", "Rate {count} more days to compare with the time before the first session."
        ),
        missing,
    )


def baseline_too_low(mean: float) -> Sentence:
    """Say why a small baseline allows points only."""
    return Sentence(
        QT_TRANSLATE_NOOP(
            "Sentence",
            "The mean of the baseline was {mean:.1f}; below {least:.0f} of 10 a change is given in"
            " points only.",
        ),
        {"mean": mean, "least": PERCENT_FROM},
    )


def no_contrast(some_untreated: bool) -> Sentence:
    """Say why a region is not compared with untreated ones; `some_untreated`: any was rated."""
    if some_untreated:
        return Sentence(
            QT_TRANSLATE_NOOP(
                "Sentence",
                "A comparison with the untreated regions needs {needed} days before and {needed}"
                " days now on which both were rated.",
            ),
            {"needed": MIN_DAYS},
        )
    return Sentence(
        QT_TRANSLATE_NOOP(
            "Sentence",
            "No rated region was left untreated, so it cannot be told what weather and stress did"
            " in the same days.",
        )
    )


def untreated_were_dry() -> Sentence:
    """Say why a region is not compared with untreated ones that hardly sweated before."""
    return Sentence(
        QT_TRANSLATE_NOOP(
            "Sentence",
            "The untreated regions were almost dry in the baseline, so they cannot show what"
            " weather and stress did in the same days.",
        )
    )


def no_contrast_in_points() -> Sentence:
    """Say why a region whose change is given in points only is not compared with others."""
    return Sentence(
        QT_TRANSLATE_NOOP(
            "Sentence",
            "A change that is given in points only is not compared with the untreated regions.",
        )
    )


def _days_to_rate(rated: Sequence[int], last: int, span: int) -> int:
    """Return on how many days from `last` on one has to rate so that a window has enough.

    The window ends with the latest of them and moves on: its oldest days drop out.
    """
    return next(
        more
        for more in range(1, MIN_DAYS + 1)
        if sum(day > last + more - span for day in rated) + more >= MIN_DAYS
    )
