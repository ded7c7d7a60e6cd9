"""The body three times: at baseline, now, and what changed between the two.

Severity and the size of a fall are shades of one hue with their number printed; too little data,
no clear change and a rise are told by hatching and shape, so that it may be printed in black.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from model.analysis.progress import RegionProgress
from model.analysis.sentences import Sentence, number_text
from model.analysis.words import region_name
from model.charts.body_faces import (
    LESS,
    MORE,
    NO_DATA,
    UNCLEAR,
    Faces,
    beyond,
    change_text,
    description,
    detail,
    faces,
    kind_of_change,
    mean_of,
    region_said,
    table,
    too_little,
)
from model.charts.body_layout import LIKE_A_NUMBER, Cells, Number, Placed, arrange, numbers
from model.charts.body_parts import leader, outlines, plate
from model.charts.body_shapes import CLOSE_UPS, FIGURES, body_shapes
from model.charts.body_words import (
    KEY_SIZE,
    chosen_lines,
    head_height,
    heading,
    heading_words,
    key_rows,
    moved_lines,
    view_name,
)
from model.charts.live import LiveChart, Margins
from model.charts.style import PAPER, readable_on, severity_color
from model.charts.view import View
from model.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from matplotlib.artist import Artist
    from matplotlib.path import Path

    from model.charts.body_shapes import Points
    from model.charts.texts import Words

__all__ = ["BodyChart", "description", "table"]

KEYS = 11.0  # height of a row of keys in points
LOW, MANY = 150.0, 12  # height of a picture in points, and regions that crowd so low a one
DEAREST = 20.0  # cost of a number beside its region, at most, in a crowd
GUTTER = 10.0  # between two bodies
LETTERS, LARGE_LETTERS, LARGE_FROM = 6.5, 7.5, 220.0  # of numbers; from which width of a body
GROUND = 0.45  # half the height of the ground of a number, in sizes of its letters

UNIT = QT_TRANSLATE_NOOP("Chart", "Mean of the worst of each day, 0 = dry to 10")
UNIT_BEYOND = QT_TRANSLATE_NOOP("Chart", "{unit}; {beyond}")
TITLE = QT_TRANSLATE_NOOP("Chart", "The body before and now")
HANDS_AND_FEET = frozenset(CLOSE_UPS) - {"face"}


class BodyChart(LiveChart):
    """The body at baseline, now and its change; a region that is shown has a thick outline."""

    has_regions: ClassVar[bool] = True
    margins: ClassVar[Margins] = Margins(left=8, right=8, below=4, above=18, titled=40)

    def region_at(self, x: float, y: float) -> str:
        """Return the region at a point of the canvas, in its pixels; "" where there is none."""
        if self._empty is not None or self._view is None:
            return ""
        across, up = self._axes.transData.inverted().transform((x, y))
        return self._region_there(float(across), float(up))

    def _collect(self, view: View, region: str) -> Sentence | None:
        del region
        self._faces = faces(view)
        return too_little(view)

    def _frame_of(self) -> tuple[object, ...]:
        return (self._view,)  # only the outline of the chosen region is drawn over it

    def _dress(self) -> None:
        from matplotlib.collections import LineCollection, PathCollection, PolyCollection

        from model.charts.marks import DOTTED, HATCHED, LINED, Swatches, look_of
        from model.charts.texts import Texts

        axes, palette = self._axes, self._palette
        axes.set_xticks([])
        axes.set_yticks([])
        self._faces = Faces((), ())
        self._places: list[tuple[str, str, Path]] = []  # region and view of every shape
        self._filled: list[tuple[str, str]] = []  # colour and hatching of each
        self._numbers: dict[str, list[Words]] = {}
        self._targets: list[tuple[str, float, float, float, float, Path | None]] = []
        looks: dict[str, dict[str, Any]] = {
            "skin": {"facecolors": palette.baseline, "edgecolors": "none"},
            "plain": {"facecolors": "none", "edgecolors": palette.grid, "lw": 0.5},
            "lines": {"facecolors": "none", "edgecolors": palette.missing, "lw": 0.4},
            "outline": {"facecolors": "none", "edgecolors": palette.missing, "lw": 0.6},
            "filled": {"edgecolors": palette.faint, "lw": 0.5},
        }
        self._paths: dict[str, Any] = {
            name: axes.add_collection(PathCollection([], **look), autolim=False)
            for name, look in looks.items()
        }
        self._fillings: dict[str, Any] = {
            hatch: self.line(**look_of(hatch, palette)) for hatch in (HATCHED, DOTTED, LINED)
        }
        self._plates: Any = axes.add_collection(
            PolyCollection([], facecolors=palette.baseline, edgecolors="none", zorder=2.5),
            autolim=False,
        )
        self._leaders: Any = axes.add_collection(
            LineCollection([], colors=palette.faint, linewidths=0.6), autolim=False
        )
        self._texts = Texts(axes)
        self._key_size = LARGE_LETTERS if palette is PAPER else KEY_SIZE
        self._swatches = Swatches(axes, palette, self._key_size)

    def _artists(self) -> dict[str, Artist]:
        from matplotlib.collections import PathCollection

        from model.charts.marks import DOTTED, HATCHED, LINED, look_of
        from model.charts.texts import Texts

        axes, palette = self._axes, self._palette
        look = {"facecolors": "none", "joinstyle": "round"}
        around = PathCollection([], edgecolors=palette.background, lw=4.4, **look)
        chosen = PathCollection([], edgecolors=palette.text, lw=3.2, **look)
        inside = PathCollection([], edgecolors=palette.faint, lw=0.4)
        # The line stays outside: what it covers of the region is filled again.
        return {
            "around": axes.add_collection(around, autolim=False),
            "chosen": axes.add_collection(chosen, autolim=False),
            "inside": axes.add_collection(inside, autolim=False),
            HATCHED: self.line(**look_of(HATCHED, palette)),
            DOTTED: self.line(**look_of(DOTTED, palette)),
            LINED: self.line(**look_of(LINED, palette)),
            "numbers": Texts(self._axes),  # of the chosen region: the outline may lie on them
        }

    def _title(self) -> Sentence:
        return Sentence(TITLE, context="Chart")

    def _detail(self) -> Sentence:
        return detail(self._faces)

    def _unit(self) -> str:
        more = beyond(self._faces)
        unit = self.said(UNIT)
        if more is None:
            return unit
        return self.said(UNIT_BEYOND).format(unit=unit, beyond=more.said(self._translate))

    def _fill(self) -> None:
        import numpy as np

        from model.charts.marks import DOTTED, HATCHED, LINED, fill

        found = [
            (view, path, look)
            for (region, view, path), look in zip(self._places, self._filled, strict=True)
            if region == self._region
        ]
        close = [each for each in found if each[0] in HANDS_AND_FEET]
        chosen = close or found  # on the figures a line would hide a hand
        for name in ("around", "chosen", "inside"):
            self._data[name].set_paths([path for _, path, _ in chosen])
        self._data["inside"].set_facecolors([color for _, _, (color, _) in chosen])
        for hatch in (HATCHED, DOTTED, LINED):
            corners = [
                np.asarray(p.vertices, np.float64) for _, p, look in chosen if look[1] == hatch
            ]
            fill(self._data[hatch], hatch, corners)
        self._data["numbers"].put(self._numbers.get(self._region, ()))

    def _said_at(self, x: float, y: float) -> Sentence | None:
        region = self._region_there(x, y)
        shown = self._view.progress.of(region) if self._view and region else None
        return region_said(shown, self._view) if shown and self._view else None

    def _region_there(self, x: float, y: float) -> str:
        if not self._targets:
            self._set_targets()
        for region, left, low, right, high, path in self._targets:
            within = left <= x <= right and low <= y <= high
            if within and (path is None or path.contains_point((x, y))):
                return region
        return ""

    def _set_targets(self) -> None:
        """Keep what the pointer meets: first the numbers, which small regions are found by."""
        self._targets = []
        for region, words in self._numbers.items():
            for each in words:
                corners = plate(each)
                self._targets.append((region, *corners[0], *corners[2], None))
        for region, _, path in self._places:
            left, low, right, high = map(float, path.get_extents().extents)
            self._targets.append((region, left, low, right, high, path))

    # ---- The frame: all but the outline of the chosen region ----

    def _lay_out(self) -> None:
        width, height = self._inner
        self._axes.set_xlim(0, width)
        self._axes.set_ylim(0, height)
        cells = self._cells(False)
        placed = self._arranged(cells)
        if height > width:
            upright = self._cells(True)
            larger = self._arranged(upright)
            if larger[0].scale > placed[0].scale:
                cells, placed = upright, larger
        is_large = cells.width >= LARGE_FROM or self._palette is PAPER
        letters = LARGE_LETTERS if is_large else LETTERS
        regions = [each.region for each in self._faces.shown]
        dearest = DEAREST if height < LOW and len(regions) > MANY else LIKE_A_NUMBER
        found = numbers(placed, regions, cells.width, cells.height, letters, dearest)
        self._draw_bodies(placed, cells)
        self._draw_words(placed, found, cells, letters)
        middles = ((x, KEYS * (cells.rows - row - 0.5), made) for x, row, made in cells.keys)
        self._swatches.put(middles)
        self._targets = []  # set where somebody points at them: never on paper

    def _cells(self, upright: bool) -> Cells:
        """Return the room of each body: all beside one another, or one above the other."""
        width, height = self._inner
        third = (width - 2 * GUTTER) / 3
        lefts = [(third + GUTTER) * part for part in range(3)]
        keys = key_rows(self._palette, self.said, lefts, third, self._key_size)
        foot = KEYS * (1 + max(row for _, row, _ in keys)) + 4
        wide = width if upright else third
        heads = [self._heading(part, wide) for part in range(3)]
        each = (height - foot - 2 * GUTTER * upright) / (3 if upright else 1)
        tall = max(each - head_height(heads), 1)
        corners = (
            [(0.0, foot + (2 - part) * (each + GUTTER)) for part in range(3)]
            if upright
            else [(left, foot) for left in lefts]
        )
        return Cells(wide, tall, tuple(corners), heads, keys)

    def _arranged(self, cells: Cells) -> tuple[Placed, ...]:
        return arrange(cells.width, cells.height, self._close_ups())

    def _heading(self, part: int, width: float) -> list[str]:
        windows = (self._faces.before, self._faces.now, ())[part]
        known = [shown for shown in self._faces.shown if mean_of(shown.now) is not None]
        so_far = bool(known) and all(shown.so_far for shown in known)
        lines = heading(part, windows, so_far, width, self._translate)
        return [*lines, *self._chosen_said(part, width)]

    def _chosen_said(self, part: int, width: float) -> list[str]:
        """Say of which regions the patient chose the days of a body, in lines below its heading."""
        shown = self._faces.shown
        if part == 0:
            names = self._names(each for each in shown if each.baseline_chosen)
            return chosen_lines(names, len(shown), width, self._translate)
        if part == 1:
            names = self._names(each for each in shown if each.now_moved and each.treated)
            return moved_lines(names, len(shown), width, self._translate)
        return []

    def _names(self, regions: Iterable[RegionProgress]) -> list[str]:
        return [
            region_name(each.region, self._view.snapshot).said(self._translate)
            for each in regions
            if self._view
        ]

    def _close_ups(self) -> tuple[str, ...]:
        """Return the close-ups of regions that have something to show; the face of its parts."""
        shown = {each.region for each in self._faces.shown}
        whole = {s.region for s in body_shapes() if s.view in FIGURES} & shown
        parts = shown - whole
        wanted = {s.view for s in body_shapes() if s.region in shown and s.view != "face"}
        return tuple(v for v in CLOSE_UPS if v in wanted or (v == "face" and parts))

    def _draw_bodies(self, placed: Sequence[Placed], cells: Cells) -> None:
        import numpy as np

        from model.charts.marks import DOTTED, HATCHED, LINED, fill

        shown = {each.region: each for each in self._faces.shown}
        paths: dict[str, list[Path]] = {name: [] for name in self._paths}
        fillings: dict[str, list[Points]] = {HATCHED: [], DOTTED: [], LINED: []}
        self._places, self._filled = [], []
        for shape, part, path in outlines(tuple(placed), cells.corners):
            if not shape.region:
                paths["skin" if shape.outline or shape.filled else "lines"].append(path)
                continue
            if shape.region not in shown:
                paths["plain"].append(path)
                continue
            self._places.append((shape.region, shape.view, path))
            _, hatch = look = self._look(part, shown[shape.region])
            paths["filled"].append(path)
            self._filled.append(look)
            if hatch:
                fillings[hatch].append(np.asarray(path.vertices, np.float64))
        paths["outline"] = paths["skin"]
        for name, found in paths.items():
            self._paths[name].set_paths(found)
        self._paths["filled"].set_facecolors([color for color, _ in self._filled])
        for hatch, polygons in fillings.items():
            fill(self._fillings[hatch], hatch, polygons)

    def _look(self, part: int, shown: RegionProgress) -> tuple[str, str]:
        """Return the colour of a region on one of the bodies, and what fills it besides."""
        from model.charts.marks import DOTTED, HATCHED, LINED

        plain = self._palette.baseline
        if part < 2:
            mean = mean_of((shown.baseline, shown.now)[part])
            return (plain, HATCHED) if mean is None else (severity_color(mean, self._palette), "")
        kind = kind_of_change(shown)
        if kind == LESS and shown.change is not None:
            return severity_color(-shown.change.value / 10, self._palette), ""
        return plain, {NO_DATA: HATCHED, MORE: DOTTED, UNCLEAR: LINED}.get(kind, "")

    def _draw_words(
        self, placed: Sequence[Placed], found: Sequence[Number], cells: Cells, letters: float
    ) -> None:
        texts: list[Words] = []
        palette = self._palette
        shown = {each.region: each for each in self._faces.shown}
        self._numbers = {}
        leaders, plates = [], []
        for part, corner in enumerate(cells.corners):
            top = corner[1] + cells.height + head_height(cells.heads)
            texts += heading_words(cells.heads[part], corner[0], top, palette)
            for view in placed:
                texts += view_name(view, corner, palette, self._translate)
            for number in found:
                said = self._number(part, number, shown[number.region], corner, letters)
                if said is None:
                    continue
                self._numbers.setdefault(number.region, []).append(said)
                if not number.inside:
                    leaders.append(leader(number, said, corner))
                elif part == 2 and kind_of_change(shown[number.region]) in {MORE, UNCLEAR}:
                    plates.append(plate(said, GROUND))
        self._texts.put(texts + [text for found in self._numbers.values() for text in found])
        self._leaders.set_segments(leaders)
        self._plates.set_verts(plates)

    def _number(
        self, part: int, number: Number, shown: RegionProgress, corner: tuple[float, float],
        letters: float,
    ) -> Words | None:  # fmt: skip
        from model.charts.marks import middled

        kind = kind_of_change(shown)
        if part < 2:
            mean = mean_of((shown.baseline, shown.now)[part])
            words = None if mean is None else number_text(mean, 1, self._translate)
        else:
            change = change_text(shown)
            words = change.said(self._translate) if change else None
        if words is None:
            return None
        color = self._palette.text
        fill, _ = self._look(part, shown)
        if number.inside:
            color = readable_on(fill, (color, self._palette.background))
        bold = part < 2 or kind != UNCLEAR
        return middled(
            corner[0] + number.x, corner[1] + number.y, words, color, letters,
            bold=bold and part == 2,
        )  # fmt: skip
