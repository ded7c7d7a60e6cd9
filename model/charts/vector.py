"""A small SVG of a figure for a page: paths in hundredths of a point, and letters as text.

matplotlib's own writer takes most of the time of a page and writes five times as much, which is
then parsed again. savefig is given this module as its backend.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from html import escape  # that of xml.sax brings urllib and ssl along
from itertools import cycle
from typing import Any

import numpy as np
from matplotlib.backend_bases import FigureCanvasBase, GraphicsContextBase, RendererBase
from matplotlib.font_manager import FontProperties
from matplotlib.path import Path
from matplotlib.transforms import Bbox, Transform

from model.charts.style import FONT
from model.charts.vector_paths import FINE, Piece, fine, kept_piece, piece, seen_piece

DOTS = 4.0  # of a picture, to a point
ANCHORS = {"left": "start", "center": "middle", "right": "end"}
NO_FILL = ' fill="none"'
WIDEST = 1.1  # width of a letter at most, in sizes of the letters
DEPTH = 0.25  # from the lowest letter to the base line, in sizes of the letters
HEAD = (
    '<?xml version="1.0" encoding="utf-8"?>\n<svg xmlns="http://www.w3.org/2000/svg"'
    ' xmlns:xlink="http://www.w3.org/1999/xlink" width="{0}pt" height="{1}pt"'
    ' viewBox="0 0 {0} {1}" font-family="{2}">\n'
)


class SvgRenderer(RendererBase):
    """Draws the artists of a figure as SVG; a pixel is a point.

    Hatches of matplotlib, clipping by other shapes than rectangles, and formulas are not drawn:
    the charts of the program have none.
    """

    def __init__(self, width: float, height: float, font: str) -> None:
        super().__init__()
        self._size = width, height
        family = _escaped(font.replace('"', "'"))
        self._parts = [HEAD.format(_short(width), _short(height), family)]
        self._clips: dict[tuple[float, ...], str] = {}
        self._fine = False  # whether what is written now is in hundredths

    def text(self) -> str:
        """Return the whole file."""
        self._to(fine=False)
        return "".join((*self._parts, "</svg>\n"))

    # ---- What artists ask ----

    def get_canvas_width_height(self) -> tuple[float, float]:
        """Return the size in points."""
        return self._size

    def flipy(self) -> bool:
        """Tell that y grows downwards."""
        return True

    def get_image_magnification(self) -> float:
        """Return how many dots of a picture go to a point."""
        return DOTS

    def draw_path(
        self, gc: GraphicsContextBase, path: Path, transform: Transform,
        rgbFace: Any = None,  # noqa: N803 - as matplotlib names it
    ) -> None:  # fmt: skip
        """Draw one path."""
        self._write(
            _look(gc, rgbFace), [seen_piece(path, transform, self._size, rgbFace is None)], gc
        )

    def draw_markers(
        self, gc: GraphicsContextBase, marker_path: Path, marker_trans: Transform, path: Path,
        trans: Transform, rgbFace: Any = None,  # noqa: N803 - as matplotlib names it
    ) -> None:  # fmt: skip
        """Draw a mark at each point of a path, all as one path where that looks the same."""
        places = np.asarray(trans.transform(path.vertices), np.float64)
        places = places[np.isfinite(places).all(axis=1)]
        look = _look(gc, rgbFace)
        mark = marker_path.cleaned(marker_trans, remove_nans=True, curves=True)
        corners = np.asarray(mark.vertices, np.float64)
        _, _, line = piece(corners, mark.codes, self._size[1])
        marks = [(x, y, line) for x, y in fine(places + corners[0], self._size[1]).tolist()]
        for group in [marks] if _merges(look) else [[each] for each in marks]:
            self._write(look, group, gc)

    def draw_path_collection(  # noqa: PLR0913, PLR0917 - as matplotlib calls it
        self, gc: GraphicsContextBase, master_transform: Transform, paths: Sequence[Path],
        all_transforms: Any, offsets: Any, offset_trans: Transform, facecolors: Any,
        edgecolors: Any, linewidths: Any, linestyles: Any, *others: Any, **more: Any,
    ) -> None:  # fmt: skip
        """Draw paths, neighbours of the same look as one where that looks the same."""
        if len(all_transforms) or np.any(offset_trans.transform(offsets)):
            super().draw_path_collection(
                gc, master_transform, paths, all_transforms, offsets, offset_trans, facecolors,
                edgecolors, linewidths, linestyles, *others, **more,
            )  # fmt: skip
            return
        affine: Any = master_transform
        last, matrix = "", affine.get_matrix().tobytes()
        group: list[Piece] = []
        looks = _looks(gc, facecolors, edgecolors, linewidths, linestyles)
        for path, look in zip(paths, looks, strict=False):
            # Two grounds as one could leave a hole where they meet: lines alone become one.
            if group and (look != last or NO_FILL not in look or "opacity" in look):
                self._write(last, group, gc)
                group = []
            last = look
            group.append(kept_piece(path, matrix, self._size, NO_FILL in look))
        if group:
            self._write(last, group, gc)

    def draw_image(
        self, gc: GraphicsContextBase, x: float, y: float, im: Any, transform: Any = None
    ) -> None:
        """Draw a picture of dots as it is."""
        import base64
        import io

        from PIL import Image

        del gc, transform
        file = io.BytesIO()
        Image.fromarray(np.asarray(im)[::-1]).save(file, "png")
        tall, wide = (side / DOTS for side in im.shape[:2])
        self._to(fine=False)
        self._parts.append(
            f'<image x="{_short(x)}" y="{_short(self._size[1] - y - tall)}"'
            f' width="{_short(wide)}" height="{_short(tall)}" xlink:href="data:image/png;base64,'
            f'{base64.b64encode(file.getvalue()).decode()}"/>\n'
        )

    def get_text_width_height_descent(
        self, s: str, prop: Any, ismath: Any
    ) -> tuple[float, float, float]:
        """Return the measures of a line of letters."""
        del ismath
        return _measures(s, str(prop.get_weight()), prop.get_size_in_points())

    def draw_text(
        self, gc: GraphicsContextBase, x: float, y: float, s: str, prop: Any, angle: float,
        ismath: Any = False, mtext: Any = None,
    ) -> None:  # fmt: skip
        """Draw a line of letters; x and y, from above, are the left end of its base line."""
        del ismath
        color, size, side = _color(gc.get_rgb()), prop.get_size_in_points(), "left"
        bold = str(prop.get_weight()) == "bold"
        if mtext is not None and not angle:
            # The page sets letters a little wider or narrower than they were measured.
            x = float(mtext.get_transform().transform(mtext.get_unitless_position())[0])
            side = mtext.get_horizontalalignment()
        turn = f' transform="rotate({_short(-angle)} {_short(x)} {_short(y)})"' if angle else ""
        self._letters(x, y, s, color, size, bold, side, turn)

    def write_line(
        self, x: float, y: float, text: str, color: str, size: float, bold: bool, side: str,
        clip: Bbox | None = None,
    ) -> None:  # fmt: skip
        """Draw a line of letters of which `side` stands on x, and the lowest letter on y.

        Unlike `draw_text` it asks for no measures: the page knows its letters itself.
        """
        wide = WIDEST * size * len(text)  # to either side, whichever stands on x
        foot = self._size[1] - y
        drawn = x - wide, foot - WIDEST * size, x + wide, foot
        cut = self._clip(clip, tuple(FINE * side for side in drawn), fine=False)
        if cut:
            self._to(fine=False)
            self._parts.append(f"<g{cut}>")
        self._letters(x, self._size[1] - y - DEPTH * size, text, color, size, bold, side, "")
        if cut:
            self._parts.append("</g>\n")

    # ---- How it is written ----

    def _letters(
        self, x: float, y: float, text: str, color: str, size: float, bold: bool, side: str,
        turn: str,
    ) -> None:  # fmt: skip
        self._to(fine=False)
        heavy = " font-weight: bold;" if bold else ""
        self._parts.append(
            f'<text style="font-size: {_short(size)}px;{heavy} text-anchor: {ANCHORS[side]};'
            f' fill: {color}" x="{_short(x)}" y="{_short(y)}"{turn}>{_escaped(text)}</text>\n'
        )

    def _write(self, look: str, pieces: Iterable[Piece], gc: GraphicsContextBase) -> None:
        drawn = [(x, y, line) for x, y, line in pieces if line.text]
        if not look or not drawn:
            return
        self._to(fine=True)
        edge = round(FINE * gc.get_linewidth() / 2)
        box = (
            min(x + line.west for x, _, line in drawn) - edge,
            min(y + line.north for _, y, line in drawn) - edge,
            max(x + line.east for x, _, line in drawn) + edge,
            max(y + line.south for _, y, line in drawn) + edge,
        )
        clip = self._clip(gc.get_clip_rectangle(), box, fine=True)
        path = "".join(f"M{x} {y}{line.text}" for x, y, line in drawn)
        self._parts.append(f'<path d="{path}"{look}{clip}/>\n')

    def _clip(self, asked: Bbox | None, drawn: tuple[float, ...], fine: bool) -> str:
        """Return what clips a drawing of a box in hundredths, "" where nothing has to be."""
        if asked is None:
            return ""
        left, low, right, high = (round(FINE * float(side)) for side in asked.extents)
        top, foot = (round(FINE * self._size[1]) - side for side in (high, low))
        west, north, east, south = drawn
        if left <= west and east <= right and top <= north and south <= foot:
            return ""
        part = 1 if fine else FINE
        box = tuple(each / part for each in (left, top, right - left, foot - top))
        if box not in self._clips:
            self._clips[box] = f"clip{len(self._clips)}"
            x, y, wide, tall = map(_short, box)
            self._parts.append(
                f'<clipPath id="{self._clips[box]}">'
                f'<rect x="{x}" y="{y}" width="{wide}" height="{tall}"/></clipPath>\n'
            )
        return f' clip-path="url(#{self._clips[box]})"'

    def _to(self, fine: bool) -> None:
        if fine != self._fine:
            self._parts.append(f'<g transform="scale({1 / FINE:g})">\n' if fine else "</g>\n")
            self._fine = fine


@lru_cache(maxsize=256)  # of the ticks of axes, which are the same on every page
def _measures(text: str, weight: str, size: float) -> tuple[float, float, float]:
    letters = FontProperties(family=FONT, weight=weight, size=size)
    return RendererBase().get_text_width_height_descent(text, letters, ismath=False)


class FigureCanvas(FigureCanvasBase):
    """What savefig looks for in a backend: how to print an SVG."""

    filetypes = {  # noqa: RUF012 - as matplotlib declares it
        "svg": "Scalable Vector Graphics",
    }
    fixed_dpi = 72

    def print_svg(self, target: Any, **more: Any) -> None:
        """Write the figure to an open text file."""
        del more
        self.figure.dpi = 72
        width, height = (72 * float(side) for side in self.figure.get_size_inches())
        renderer = SvgRenderer(width, height, FONT)
        self.figure.draw(renderer)
        target.write(renderer.text())


def _looks(
    gc: GraphicsContextBase, faces: Any, edges: Any, widths: Any, styles: Any
) -> Iterator[str]:
    """Yield the looks of the items of a collection, without end."""
    kinds: dict[tuple[object, ...], str] = {}
    listed: list[list[Any]] = [
        [tuple(each) for each in np.asarray(colors).tolist()] for colors in (faces, edges)
    ]
    listed += [list(widths), list(range(len(styles)))]
    for key in zip(*(cycle(each or [None]) for each in listed), strict=True):
        if key not in kinds:
            face, edge, width, style = key
            one = GraphicsContextBase()
            one.copy_properties(gc)
            one.set_linewidth(width if edge and edge[3] else 0)
            if edge:
                one.set_foreground(edge, isRGBA=True)
            if style is not None:
                one.set_dashes(*styles[style])
            kinds[key] = _look(one, face if face and face[3] else None)
        yield kinds[key]


def _look(gc: GraphicsContextBase, face: Any) -> str:
    """Return fill and stroke as attributes, "" for what cannot be seen."""
    forced = gc.get_forced_alpha()
    face_seen = face is not None and (len(face) < 4 or face[3] > 0 or forced)
    width, stroke = gc.get_linewidth(), gc.get_rgb()
    line_seen = bool(width) and (stroke[3] > 0 or forced)
    if not face_seen and not line_seen:
        return ""
    found = [f' fill="{_color(face)}"' if face_seen else NO_FILL]
    if face_seen and len(face) == 4 and face[3] != 1 and not forced:
        found.append(f' fill-opacity="{_short(face[3])}"')
    if line_seen:
        found.append(f' stroke="{_color(stroke)}" stroke-width="{_short(FINE * width)}"')
        if stroke[3] != 1 and not forced:
            found.append(f' stroke-opacity="{_short(stroke[3])}"')
        found += _ends(gc)
    if forced and gc.get_alpha() != 1:
        found.append(f' opacity="{_short(gc.get_alpha())}"')
    return "".join(found)


def _ends(gc: GraphicsContextBase) -> list[str]:
    found = []
    if gc.get_capstyle() != "butt":
        cap = {"projecting": "square"}.get(gc.get_capstyle(), gc.get_capstyle())
        found.append(f' stroke-linecap="{cap}"')
    if gc.get_joinstyle() != "miter":
        found.append(f' stroke-linejoin="{gc.get_joinstyle()}"')
    dashes: Any
    start, dashes = gc.get_dashes()
    if dashes is not None:
        listed = ",".join(_short(FINE * each) for each in dashes)
        found.append(f' stroke-dasharray="{listed}" stroke-dashoffset="{_short(FINE * start)}"')
    return found


def _merges(look: str) -> bool:
    """Tell whether paths of a look may be one: lines alone or ground alone, and nothing clear."""
    return (NO_FILL in look or "stroke=" not in look) and "opacity" not in look


def _color(found: Any) -> str:
    return "#" + "".join(f"{round(255 * part):02x}" for part in found[:3])


def _short(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")


def _escaped(text: str) -> str:
    return escape(text, quote=False)
