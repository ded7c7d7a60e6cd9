"""The words around the bodies: their headings, the names of their views, and the keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from model.analysis.sentences import Translate, day_of_month_text, span_text
from model.charts.body_faces import days_of, same_span
from model.charts.body_layout import NAME, Placed
from model.charts.body_shapes import FIGURES
from model.charts.live import SMALL
from model.charts.style import PAPER, Palette, severity_color
from model.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from datetime import date

    from model.analysis.progress import Window
    from model.charts.marks import Swatch
    from model.charts.texts import Words

HEADING, LINE = 9.0, 11.0  # letters of a heading and the height of a line, in points
KEY_SIZE = SMALL - 1  # letters of the keys
STEPS = 5  # boxes of the key of shades
WIDER = 1.05  # words on a screen than at the 72 dpi at which they are measured
INTO_SECOND = 1.5  # times the width of a body that the keys of changes take, at most

BASELINE = QT_TRANSLATE_NOOP("Chart", "Baseline")
CHOSEN_ALL = QT_TRANSLATE_NOOP("Chart", "\u2020 chosen by the patient")
CHOSEN_SOME = QT_TRANSLATE_NOOP("Chart", "\u2020 chosen by the patient: {regions}")
MOVED_ALL = QT_TRANSLATE_NOOP("Chart", "\u2021 end of the induction moved by the patient")
MOVED_SOME = QT_TRANSLATE_NOOP(
    "Chart", "\u2021 end of the induction moved by the patient: {regions}"
)
NOW = QT_TRANSLATE_NOOP("Chart", "Now")
SO_FAR = QT_TRANSLATE_NOOP("Chart", "So far")
CHANGE = QT_TRANSLATE_NOOP("Chart", "Change in %")
SHADED = QT_TRANSLATE_NOOP("Chart", "shaded: 95 % interval without 0")
PERIOD = QT_TRANSLATE_NOOP("Chart", "{span}, {days}")
PERIODS = QT_TRANSLATE_NOOP("Chart", "periods differ, {days}")
SHORT_SPAN = QT_TRANSLATE_NOOP("Date", "{first} \u2013 {last}")
FEW_KEY = QT_TRANSLATE_NOOP("Chart", "too few days")
UNCLEAR_KEY = QT_TRANSLATE_NOOP("Chart", "no clear change")
MORE_KEY = QT_TRANSLATE_NOOP("Chart", "more")
SIDES = {"right": QT_TRANSLATE_NOOP("BodyMap", "R"), "left": QT_TRANSLATE_NOOP("BodyMap", "L")}
NAMES = {
    "front": QT_TRANSLATE_NOOP("BodyMap", "Front"),
    "back": QT_TRANSLATE_NOOP("BodyMap", "Back"),
    "face": QT_TRANSLATE_NOOP("BodyMap", "Face"),
    "palms": QT_TRANSLATE_NOOP("BodyMap", "Palms"),
    "hand_backs": QT_TRANSLATE_NOOP("BodyMap", "Backs of hands"),
    "soles": QT_TRANSLATE_NOOP("BodyMap", "Soles"),
    "foot_tops": QT_TRANSLATE_NOOP("BodyMap", "Tops of feet"),
}
FROM_BEHIND = frozenset({"back"})
"""Views on which the patient's left is on the left; every other view is seen from the front."""


def heading(
    part: int, windows: Sequence[Window], so_far: bool, width: float, translate: Translate
) -> list[str]:
    """Return the lines above the first, second or third body, the name of the body first.

    The days are written short or over two lines where `width` points are too few for them.
    """
    from model.charts.texts import wrapped

    name = (BASELINE, SO_FAR if so_far else NOW, CHANGE)[part]
    said = translate("Chart", SHADED) if part == 2 else _period(windows, translate, width)
    return [translate("Chart", name), *wrapped(said, width, SMALL)]


def chosen_lines(names: Sequence[str], of: int, width: float, translate: Translate) -> list[str]:
    """Name the regions whose baseline the patient chose, none where it is that of all `of`."""
    return _named_lines((CHOSEN_ALL, CHOSEN_SOME), names, of, width, translate)


def moved_lines(names: Sequence[str], of: int, width: float, translate: Translate) -> list[str]:
    """Name the regions whose latest days follow an end that the patient moved, likewise."""
    return _named_lines((MOVED_ALL, MOVED_SOME), names, of, width, translate)


def _named_lines(
    texts: tuple[str, str], names: Sequence[str], of: int, width: float, translate: Translate
) -> list[str]:
    from model.charts.texts import wrapped

    if not names:
        return []
    said = translate("Chart", texts[len(names) < of]).format(regions=", ".join(names))
    return wrapped(said, width, SMALL)


def _period(windows: Sequence[Window], translate: Translate, width: float) -> str:
    from model.charts.label import width_in_points

    if not windows:
        return translate("Chart", FEW_KEY)
    span, days = same_span(windows), days_of(windows).said(translate)
    if span is None:
        return translate("Chart", PERIODS).format(days=days)
    said = translate("Chart", PERIOD).format(span=span_text(*span, translate), days=days)
    if width_in_points(said, SMALL) <= width:
        return said
    return translate("Chart", PERIOD).format(span=_short(*span, translate), days=days)


def _short(first: date, last: date, translate: Translate) -> str:
    return translate("Date", SHORT_SPAN).format(
        first=day_of_month_text(first, translate), last=day_of_month_text(last, translate)
    )


def head_height(heads: Sequence[Sequence[str]]) -> float:
    """Return what headings take above the bodies, in points."""
    return LINE * max(map(len, heads)) + 6


def heading_words(lines: Sequence[str], left: float, top: float, palette: Palette) -> list[Words]:
    """Place the lines of a heading below the upper edge of the picture."""
    from model.charts.marks import middled

    name, *others = lines
    found = [middled(left, top - 3 - LINE / 2, name, palette.text, HEADING, "left", True)]
    return found + [
        middled(left, top - 3 - (number + 0.5) * LINE, line, palette.faint, SMALL, "left")
        for number, line in enumerate(others, 1)
    ]


def view_name(
    view: Placed, corner: tuple[float, float], palette: Palette, translate: Translate
) -> list[Words]:
    """Print the name of a view, and the patient's own right and left at its sides."""
    from model.charts.label import width_in_points
    from model.charts.marks import middled

    color, size = palette.faint, SMALL - (0.5 if palette is PAPER else 1.5)
    name = translate("BodyMap", NAMES[view.view])
    middle, y = corner[0] + view.left + view.width / 2, corner[1] + view.bottom - NAME / 2
    aside = 0.27 * view.width if view.view in FIGURES else (view.width - size) / 2
    ends = ("left", "right") if view.view in FROM_BEHIND else ("right", "left")
    fits = width_in_points(name, size) + 8 <= 2 * aside
    return [middled(middle, y, name, color, size)] * fits + [
        middled(middle + shift, y, translate("BodyMap", SIDES[side]), color, size)
        for side, shift in zip(ends, (-aside, aside), strict=True)
    ]


def key_rows(
    palette: Palette,
    said: Callable[[str], str],
    lefts: Sequence[float],
    width: float,
    size: float = KEY_SIZE,
) -> list[tuple[float, int, list[Swatch]]]:
    """Return rows of keys with their left end and their number from above.

    The keys of means stand below the first body and those of changes end below the third, where
    they may begin below the second; where one of them is wider than a body, of which `width` is
    that in points, all follow one another over all bodies. The shades have a row of their own,
    on paper only where one row is not enough.
    """
    from model.charts.marks import DOTTED, HATCHED, LINED, Swatch, row_width, rows_of

    shades = tuple(severity_color(10 * n / (STEPS - 1), palette) for n in range(STEPS))
    plain = (palette.baseline,)
    means = [Swatch(shades, "10", "0"), Swatch(plain, said(FEW_KEY), hatch=HATCHED)]
    changes = [
        Swatch(shades, "\u2212100 %", "0"),
        Swatch(plain, said(UNCLEAR_KEY), hatch=LINED),
        Swatch(plain, said(MORE_KEY), hatch=DOTTED),
    ]
    if max(swatch.width(size) for swatch in means + changes) <= width:
        before, after = (
            [keys]
            if palette is PAPER and WIDER * row_width(keys, size) <= room
            else [keys[:1], *rows_of(keys[1:], room, size)]
            for keys, room in ((means, width), (changes, INTO_SECOND * width))
        )
        widest = WIDER * max(row_width(row, size) for row in after)
        left = min(lefts[2], lefts[2] + width - widest)
        columns = [(lefts[0], before), (left, after)]
    else:
        columns = [(lefts[0], rows_of(means + changes, lefts[2] + width, size))]
    return [(left, number, row) for left, rows in columns for number, row in enumerate(rows)]
