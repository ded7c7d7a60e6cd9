"""Many words of a chart as one artist, and lines of text that fit a width."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.figure import Figure
from matplotlib.transforms import Affine2D, Transform

from model.charts.label import Label, width_in_points


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
    """Draws any number of lines of text over lines and marks; labels are used again."""

    zorder = 3

    def __init__(self, owner: Axes | Figure, transform: Transform | None = None) -> None:
        """Stand on the data of an axes, or where a transform says."""
        super().__init__()
        place: Any = transform
        if place is None and isinstance(owner, Axes):
            place = owner.transData
        self._place = place
        self._labels: list[Label] = []
        self._shown = 0
        owner.add_artist(self)

    def put(self, words: Iterable[Words]) -> None:
        """Show these lines in place of all that was shown before."""
        listed = [each for each in words if each.text]
        while len(self._labels) < len(listed):
            self._labels.append(self._made())
        self._shown = len(listed)
        for label, each in zip(self._labels, listed, strict=False):
            label.set_position((each.x, each.y))
            label.set_horizontalalignment(each.side)
            label.set_text(each.text)
            label.set_color(each.color)
            label.set_fontsize(each.size)
            label.set_fontweight("bold" if each.bold else "normal")

    def said(self) -> tuple[str, ...]:
        """Return what stands there, line by line."""
        return tuple(label.get_text() for label in self._labels[: self._shown])

    def draw(self, renderer: Any) -> None:
        """Draw what was put."""
        shown = self._labels[: self._shown] if self.get_visible() else []
        if shown and isinstance(renderer, RendererAgg):
            # All places in one go: a transform costs as much for one point as for all of them.
            places = self._place.transform([label.get_position() for label in shown])
            for label, (x, y) in zip(shown, places.tolist(), strict=True):
                if label.get_text():
                    label.stamp(renderer, x, y)
        else:
            for label in shown:
                label.draw(renderer)
        self.stale = False

    def _made(self) -> Label:
        label = Label(0, 0, "left")
        figure: Any = self.get_figure()
        label.set_figure(figure)
        label.set_transform(self._place)
        label.set_clip_on(False)
        return label


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
