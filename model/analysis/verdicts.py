"""What may be said of the change of a region: a verdict by the rule of its interval, in words.

Source of all rules: the project's method note, sections 2.2 (responders) and 2.4 (words).
"""

from __future__ import annotations

from collections.abc import Mapping
from math import copysign, floor, inf
from typing import TYPE_CHECKING

from model.analysis.sentences import Rounded, Sentence, decimals_of, in_sentence, signed
from model.analysis.verdict_texts import (
    BEFORE_OTHERS,
    BEFORE_TREATMENT,
    IN_BASELINE,
    PERCENT,
    POINTS,
    UNTREATED,
)
from model.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from model.analysis.estimate import Estimate
    from model.analysis.progress import RegionProgress

ALMOST_DRY = 1.0
"""Mean of today's window (0-10) up to which a region that sweats less is almost dry."""
STRONG_FROM = -50.0
"""Percent from which an improvement is strong, and "at least halved" if the interval agrees."""
UNLIKELY_FROM = -30.0
"""Percent: where the interval ends above it, an improvement of more is unlikely."""
FOUR_POINTS = -4.0
"""Responder size used in armpit trials, in points of 0-10 (sources asdd, atmos)."""
FOUR_POINTS_FROM = 4.0
"""Baseline mean (0-10) from which the trials took patients, so that 4 points can be lost."""
_ROUNDING = 1e-9
AS_WELL_FROM = 5
"""Whole percent from which untreated regions are said to have changed as well: a convention of this
program (source drymap); below it one would speak of little more than rounding."""

DRY_WITHIN = 1.0
"""Points (0-10) within which the change of a region that was dry before and is dry now lies."""
MORE_FROM = 30.0
"""Percent: an interval that reaches further up does not allow "about the same"; the size of
UNLIKELY_FROM, on the other side (a convention of this program, source drymap)."""

VERDICTS: dict[str, str] = {
    "almost_dry": QT_TRANSLATE_NOOP("Verdict", "Almost dry"),
    "strong": QT_TRANSLATE_NOOP("Verdict", "Strong improvement"),
    "partial": QT_TRANSLATE_NOOP("Verdict", "Partial improvement"),
    "same": QT_TRANSLATE_NOOP("Verdict", "About the same"),
    "cannot_tell": QT_TRANSLATE_NOOP("Verdict", "Cannot tell yet"),
    "more": QT_TRANSLATE_NOOP("Verdict", "More sweating than before"),
}
IMPROVED = frozenset({"almost_dry", "strong", "partial"})
"""Verdicts of a region that sweats less than in its baseline."""

_CONTEXT = "Verdict"
_LESS_UNTREATED = QT_TRANSLATE_NOOP("Verdict", "Less sweating")
_MORE_THAN_CHOSEN = QT_TRANSLATE_NOOP("Verdict", "More sweating")
_MAY_BE_MORE = QT_TRANSLATE_NOOP("Verdict", "No clear change")
_STAYED_DRY = QT_TRANSLATE_NOOP("Verdict", "Dry before and now")
_SO_FAR = QT_TRANSLATE_NOOP("Verdict", "So far: {verdict}. {found}")
_PROVISIONAL = QT_TRANSLATE_NOOP("Verdict", "Provisional: {verdict}. {found}")
_IN_FULL = QT_TRANSLATE_NOOP("Verdict", "{verdict}. {found}")
_NOTHING = QT_TRANSLATE_NOOP("Verdict", "There is nothing to compare yet.")
_NOT_TREATED = QT_TRANSLATE_NOOP("Verdict", "{name}, not treated")

_ONE_REGION = QT_TRANSLATE_NOOP("Verdict", "{region} (not treated)")
_TWO_REGIONS = QT_TRANSLATE_NOOP("Verdict", "{first} and {second} (not treated)")
_REGIONS = QT_TRANSLATE_NOOP("Verdict", "{count} regions that were not treated")
_ONE_BEFORE = QT_TRANSLATE_NOOP("Verdict", "{region} (before its own treatment)")
_TWO_BEFORE = QT_TRANSLATE_NOOP("Verdict", "{first} and {second} (before their own treatment)")
_REGIONS_BEFORE = QT_TRANSLATE_NOOP("Verdict", "{count} regions before their own treatment")
_CONTRAST: dict[str, str] = {
    "less": QT_TRANSLATE_NOOP(
        "Verdict",
        "{untreated} changed by {moved} % in the same days; compared with that, {name} sweats"
        " {amount} % less (likely between {least} % and {most} % less).",
    ),
    "more": QT_TRANSLATE_NOOP(
        "Verdict",
        "{untreated} changed by {moved} % in the same days; compared with that, {name} sweats"
        " {amount} % more (likely between {least} % and {most} % more).",
    ),
    "open": QT_TRANSLATE_NOOP(
        "Verdict",
        "{untreated} changed by {moved} % in the same days; compared with that, anything between"
        " {less} % less and {more} % more sweating fits your diary.",
    ),
    "as_well": QT_TRANSLATE_NOOP(
        "Verdict",
        "{untreated} changed by {moved} % in the same days as well, so weather or stress may be the"
        " reason; compared with that, anything between {less} % less and {more} % more sweating"
        " fits your diary.",
    ),
    "not_certain": QT_TRANSLATE_NOOP(
        "Verdict",
        "{untreated} changed by {moved} % in the same days; compared with that, anything between"
        " {less} % less and {more} % more sweating fits your diary, so weather or stress cannot be"
        " ruled out.",
    ),
    "no_limit": QT_TRANSLATE_NOOP(
        "Verdict",
        "{untreated} changed by {moved} % in the same days; how that compares cannot be told yet.",
    ),
}
_ALONE_UNCLEAR = QT_TRANSLATE_NOOP("Verdict", "On its own, the change is not clear. {compared}")
_ALONE_OTHERWISE = QT_TRANSLATE_NOOP(
    "Verdict", "On its own, the change goes the other way. {compared}"
)


def verdict_of(change: Estimate | None, points: Estimate | None, now_mean: float) -> str:
    """Return the key of VERDICTS that the interval of a change allows.

    Without a percent "same" is a region that was dry and is dry: both means up to ALMOST_DRY, the
    interval within DRY_WITHIN.

    Args:
        change: percent of the baseline mean, None where no percent can be given.
        points: of the scale 0-10; asked only where there is no percent.
        now_mean: mean severity of the days compared with the baseline, 0-10.
    """
    found = change or points
    if found is None or found.high is None:
        return "cannot_tell"
    if found.high < 0:
        if now_mean <= ALMOST_DRY:
            return "almost_dry"
        return "strong" if change and change.value <= STRONG_FROM else "partial"
    if found.low > 0:
        return "more"
    if change:
        return "same" if change.low > UNLIKELY_FROM else "cannot_tell"
    return "same" if _stayed_dry(found, now_mean) else "cannot_tell"


def halved(change: Estimate) -> str:
    """Tell whether sweating fell by half or more: "yes", "no" or "uncertain" by the interval."""
    return _reached(change, STRONG_FROM)


def four_points(points: Estimate, baseline_mean: float) -> str | None:
    """Tell whether sweating fell by 4 points or more: "yes", "no" or "uncertain" by the interval.

    None where the baseline mean lies below FOUR_POINTS_FROM.
    """
    return _reached(points, FOUR_POINTS) if baseline_mean >= FOUR_POINTS_FROM else None


def verdict_name(shown: RegionProgress) -> Sentence:
    """Return the verdict of a region alone; one not treated sweats less, it does not improve."""
    verdict = _verdict(shown)
    text = VERDICTS[verdict]
    if verdict in {"strong", "partial"} and not shown.treated:
        text = _LESS_UNTREATED
    elif verdict == "more" and after_treatment_began(shown):
        text = _MORE_THAN_CHOSEN
    elif verdict == "same" and shown.change is None:
        text = _STAYED_DRY
    elif verdict == "same" and _may_be_more(shown.change):
        text = _MAY_BE_MORE
    return Sentence(text, context=_CONTEXT)


def verdict_sentence(shown: RegionProgress, name: Sentence) -> Sentence:
    """Say how a region changed and within what range, or the reason why that cannot be said."""
    if shown.change is None and shown.points is None:
        return shown.reason or Sentence(_NOTHING, context=_CONTEXT)
    frame = _SO_FAR if shown.so_far else _PROVISIONAL if shown.provisional else _IN_FULL
    return Sentence(
        frame, {"verdict": verdict_name(shown), "found": _found(shown, name)}, context=_CONTEXT
    )


def contrast_sentence(shown: RegionProgress, names: Mapping[str, Sentence]) -> Sentence | None:
    """Say what the regions that were not treated did in the same days, None without any.

    Where the change alone and the change against them disagree, both are said.

    Args:
        shown: the region that is compared.
        names: its own name and those of the regions in `contrast_with`.
    """
    contrast = shown.contrast
    if contrast is None or not shown.contrast_with or shown.untreated_change is None:
        return None
    alone = direction(shown.change)
    kind = against = direction(contrast)
    moved = round(shown.untreated_change)
    if against == "open" and alone in {"less", "more"}:
        kind = "as_well" if _changed_as_well(alone, moved) else "not_certain"
    compared = Sentence(
        _CONTRAST[kind],
        {
            "untreated": _untreated(
                [_named(region, names) for region in shown.contrast_with], shown.treated_later
            ),
            "moved": signed(moved),
            "name": in_sentence(_named(shown.region, names)),
            **_figures(contrast, against, in_percent=True),
        },
        context=_CONTEXT,
    )
    if against not in {"less", "more"} or alone == against:
        return compared
    text = _ALONE_OTHERWISE if alone in {"less", "more"} else _ALONE_UNCLEAR
    return Sentence(text, {"compared": compared}, context=_CONTEXT)


def after_treatment_began(shown: RegionProgress) -> bool:
    """Tell whether a baseline that the patient chose reaches into the time of treatment."""
    return bool(
        shown.baseline_chosen
        and shown.baseline
        and shown.phases
        and shown.baseline.ends >= shown.phases.first_session
    )


def direction(found: Estimate | None) -> str:
    """Return "less" or "more" where an interval leaves out 0, else "open" or "no_limit"."""
    if found is None or found.high is None:
        return "no_limit"
    return "less" if found.high < 0 else "more" if found.low > 0 else "open"


def whole_percent(percent: float) -> int | float:
    """Return the size of a change as it is shown: whole, with digits where it would be 0."""
    size = abs(percent)
    decimals = decimals_of(size, 0)
    return round(size, decimals) if decimals else round(size)


def estimated_percent(percent: float) -> int | float:
    """Return the size of an estimate: as `whole_percent`, but just short of a half with a digit.

    Rounded, it would read as a half, from which an improvement is called strong.
    """
    if STRONG_FROM < percent < 0 and -round(-percent) <= STRONG_FROM:
        return floor(-10 * percent + _ROUNDING) / 10
    return whole_percent(percent)


def signed_estimate(percent: float) -> Rounded:
    """Return an estimate with its sign, of the size that `estimated_percent` gives."""
    size = estimated_percent(percent)
    return signed(copysign(size, percent), int(size > 1 and size != round(size)))


def _verdict(shown: RegionProgress) -> str:
    mean = shown.now.mean if shown.now else None
    return verdict_of(shown.change, shown.points, inf if mean is None else mean)


def _reached(found: Estimate, size: float) -> str:
    if found.high is not None and found.high <= size:
        return "yes"
    return "no" if found.low > size else "uncertain"


def _stayed_dry(points: Estimate, now_mean: float) -> bool:
    before, high = now_mean - points.value, inf if points.high is None else points.high
    within = points.low >= -DRY_WITHIN and high <= DRY_WITHIN
    return within and max(before, now_mean) <= ALMOST_DRY + _ROUNDING


def _may_be_more(change: Estimate | None) -> bool:
    return change is not None and change.high is not None and change.high > MORE_FROM


def _compared_with(shown: RegionProgress) -> Sentence:
    """Return what follows "than": the time that the baseline of a region stands for."""
    if after_treatment_began(shown):
        return IN_BASELINE
    return BEFORE_TREATMENT if shown.treated else BEFORE_OTHERS


def _found(shown: RegionProgress, name: Sentence) -> Sentence:
    """Return the numbers behind a verdict as a sentence, in percent where that can be given."""
    found = shown.change or shown.points
    way, in_percent = direction(found), shown.change is not None
    if not shown.treated:
        name = Sentence(_NOT_TREATED, {"name": name}, context=_CONTEXT)
    mean = shown.now.mean if shown.now else None
    fields: dict[str, object] = {"name": name, "before": _compared_with(shown)}
    fields |= {"limit": round(-UNLIKELY_FROM), "mean": mean}
    if shown.points and mean is not None:
        fields["mean_before"] = mean - shown.points.value
    sized = _figures(found, way, in_percent) if found else {}
    return Sentence(_text(shown, way), {**fields, **sized}, context=_CONTEXT)


def _text(shown: RegionProgress, way: str) -> str:
    """Return the text for the numbers of a region; `way` as from `direction`."""
    verdict = _verdict(shown)
    if way == "no_limit":
        return PERCENT[way]
    if shown.change is None:
        return POINTS[verdict if way == "open" else way]
    if verdict == "same" and _may_be_more(shown.change):
        verdict = "may_be_more"
    if not shown.treated:
        return UNTREATED.get(verdict) or PERCENT["less" if verdict in IMPROVED else verdict]
    is_halved = verdict == "strong" and halved(shown.change) == "yes"
    return PERCENT["halved" if is_halved else verdict]


def _figures(found: Estimate, way: str, in_percent: bool) -> dict[str, object]:
    """Return the value and the limits of a change as sizes without a sign, the smaller first."""
    size = whole_percent if in_percent else abs
    low, high = size(found.low), size(found.high or 0.0)
    amount = estimated_percent(found.value) if in_percent else abs(found.value)
    if way == "less":
        return {"amount": amount, "least": high, "most": low}
    if way == "more":
        return {"amount": amount, "least": low, "most": high}
    return {"less": low, "more": high}


def _changed_as_well(alone: str, moved: int) -> bool:
    """Tell whether untreated regions went the same way, by enough percent to speak of it."""
    return (-moved if alone == "less" else moved) >= AS_WELL_FROM


def _named(region: str, names: Mapping[str, Sentence]) -> Sentence:
    return names.get(region) or Sentence("{name}", {"name": region}, context="")


def _untreated(names: list[Sentence], treated_later: bool) -> Sentence:
    """Name one or two regions, count more of them."""
    if len(names) == 1:
        one = _ONE_BEFORE if treated_later else _ONE_REGION
        return Sentence(one, {"region": names[0]}, context=_CONTEXT)
    if len(names) == 2:
        fields = {"first": names[0], "second": in_sentence(names[1])}
        two = _TWO_BEFORE if treated_later else _TWO_REGIONS
        return Sentence(two, fields, context=_CONTEXT)
    many = _REGIONS_BEFORE if treated_later else _REGIONS
    return Sentence(many, {"count": len(names)}, context=_CONTEXT)
