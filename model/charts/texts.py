"""Many words of a chart as one artist, and lines of text that fit a width."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.figure import Figure
from matplotlib.transforms import Affine2D, Transform

from model.charts.label import Label, drawable, stamp, width_in_points
from model.charts.letters import Face
from model.charts.vector import SvgRenderer


@dataclass(frozen=True)
class Words:
    """A line of text that stands on a point; `size` in points of the letters."""

    x: float
    y: float
    side: Literal["left", "center", "right"]  # of the text that stands on x
    text: str
    color: str
    size: float = 8.0
    bold: bool = False


class Texts(Artist):
    """Draws any number of lines of text over lines and marks.

    On Agg they are drawn from their kept pictures alone: a Text of matplotlib for each takes
    longer to make than to draw. Other formats get Texts, which are used again.
    """

    zorder = 3

    def __init__(self, owner: Axes | Figure, transform: Transform | None = None) -> None:
        """Stand on the data of an axes, or where a transform says."""
        super().__init__()
        place: Any = transform
        if place is None and isinstance(owner, Axes):
            place = owner.transData
        self._place = place
        self._words: tuple[Words, ...] = ()
        self._labels: list[Label] = []
        owner.add_artist(self)

    def put(self, words: Iterable[Words]) -> None:
        """Show these lines in place of all that was shown before."""
        drawn = (replace(each, text=drawable(each.text)) for each in words)
        self._words = tuple(each for each in drawn if each.text)

    def said(self) -> tuple[str, ...]:
        """Return what stands there, line by line."""
        return tuple(each.text for each in self._words)

    def draw(self, renderer: Any) -> None:
        """Draw what was put."""
        shown = self._words if self.get_visible() else ()
        if shown and isinstance(renderer, RendererAgg | SvgRenderer):
            # All places in one go: a transform costs as much for one point as for all of them.
            places = self._place.transform([(each.x, each.y) for each in shown])
            for each, (x, y) in zip(shown, places.tolist(), strict=True):
                if isinstance(renderer, SvgRenderer):
                    renderer.write_line(
                        x, y, each.text, each.color, each.size, each.bold, each.side
                    )
                    continue
                face = Face(each.size, _weight(each), renderer.dpi)
                stamp(renderer, each.text, face, each.color, (x, y), each.side)
        else:
            for label in self._labels_of(shown):
                label.draw(renderer)
        self.stale = False

    def _labels_of(self, shown: Sequence[Words]) -> list[Label]:
        while len(self._labels) < len(shown):
            self._labels.append(self._made())
        found = self._labels[: len(shown)]
        for label, each in zip(found, shown, strict=True):
            label.set_position((each.x, each.y))
            label.set_horizontalalignment(each.side)
            label.set_text(each.text)
            label.set_color(each.color)
            label.set_fontsize(each.size)
            label.set_fontweight(_weight(each))
        return found

    def _made(self) -> Label:
        label = Label(0, 0, "left")
        figure: Any = self.get_figure()
        label.set_figure(figure)
        label.set_transform(self._place)
        label.set_clip_on(False)
        return label


def _weight(words: Words) -> str:
    return "bold" if words.bold else "normal"


def texts_of(figure: Figure) -> Texts:
    """Return words that stand on a figure, in points from its lower left corner."""
    return Texts(figure, Affine2D().scale(1 / 72) + figure.dpi_scale_trans)


def wrapped(text: str, width: float, size: float) -> list[str]:
    """Break a text between words into lines of at most `width` points, where words allow it."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_in_points(longer, size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def cut(text: str, width: float, size: float) -> str:
    """Shorten a text to at most `width` points; what is left out becomes an ellipsis."""
    if width_in_points(text, size) <= width:
        return text
    while text and width_in_points(text.rstrip() + "…", size) > width:
        text = text[:-1]
    return text.rstrip() + "…"
