"""The body on paper: fills and numbers written into the text of the body map."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree import ElementTree as ET

from model.charts.body_shapes import BODYMAP, FIGURES, SVG, Box, bounds_of, flattened
from model.charts.style import FONT, PAPER, severity_color

FACE_PARTS = frozenset({"nose", "cheek_left", "cheek_right", "upper_lip", "chin"})
LETTERS = 0.042  # size of the letters as a share of a figure's height: 6 points on the page
WIDTH = 1.6  # of three characters like 7.5, in sizes of the letters (DejaVu Sans)
DARK_FROM = 6.0  # severity from which white letters are read better than black ones


def body(severities: Mapping[str, float | None], svg: str | None = None) -> str:
    """Return the figures of the body map with regions filled by their mean severity.

    The close-up of the face is added where a part of it has a value that the figures cannot show.

    Args:
        severities: region -> mean 0-10, or None where too few days were rated (hatched); regions
            that are not named stay plain.
        svg: text of the body map, by default the one that is shipped.
    """
    ET.register_namespace("", SVG)
    drawing = ET.fromstring(BODYMAP.read_text("utf-8") if svg is None else svg)
    for shape in drawing:
        if (region := shape.get("data-region", "")) in severities:
            shape.set("fill", _fill(severities[region]))
    shapes = [shape for shape in drawing if shape.get("data-view") in FIGURES]
    frames = {view: _frame(drawing, view) for view in FIGURES}
    page = ET.Element(f"{{{SVG}}}svg", {**drawing.attrib, "viewBox": _view_box(frames)})
    page.append(_hatching())
    page.extend(shapes)
    if FACE_PARTS & severities.keys():
        page.append(_face(drawing, frames))
    page.extend(_sides(frames))
    page.extend(_numbers(shapes, severities, frames))
    return ET.tostring(page, encoding="unicode")


def _fill(severity: float | None) -> str:
    return "url(#no-data)" if severity is None else severity_color(severity, PAPER)


def _frame(drawing: ET.Element, view: str) -> Box:
    found = drawing.find(f"*[@id='view.{view}']")
    if found is None:
        raise ValueError(f"The body map has no frame view.{view}.")
    x, y, width, height = (float(found.get(name, 0)) for name in ("x", "y", "width", "height"))
    return Box(x, y, x + width, y + height)


def _face(drawing: ET.Element, frames: Mapping[str, Box]) -> ET.Element:
    """Return the close-up of the face, put where the legs of the two figures leave room."""
    face, front = _frame(drawing, "face"), frames["front"]
    scale = 0.33 * (front.bottom - front.top) / (face.bottom - face.top)
    left = (front.right + frames["back"].left - scale * (face.left + face.right)) / 2
    top = front.bottom - scale * face.bottom
    moved = ET.Element(
        f"{{{SVG}}}g", {"transform": f"translate({left:.1f} {top:.1f}) scale({scale:.3f})"}
    )
    moved.extend(shape for shape in drawing if shape.get("data-view") == "face")
    return moved


def _view_box(frames: Mapping[str, Box]) -> str:
    left, top = (min(getattr(box, side) for box in frames.values()) for side in ("left", "top"))
    right = max(box.right for box in frames.values())
    bottom = max(box.bottom for box in frames.values()) + _letters(frames["front"]) / 2
    return f"{left:g} {top:g} {right - left:g} {bottom - top:g}"


def _hatching() -> ET.Element:
    """Return the pattern that says "no data" without a colour."""
    definitions = ET.Element(f"{{{SVG}}}defs")
    pattern = ET.SubElement(
        definitions,
        f"{{{SVG}}}pattern",
        {
            "id": "no-data",
            "width": "14",
            "height": "14",
            "patternUnits": "userSpaceOnUse",
            "patternTransform": "rotate(45)",
        },
    )
    look = {"width": "14", "height": "14", "fill": "#ffffff"}
    ET.SubElement(pattern, f"{{{SVG}}}rect", look)
    ET.SubElement(pattern, f"{{{SVG}}}rect", {"width": "4", "height": "14", "fill": PAPER.missing})
    return definitions


def _numbers(
    shapes: list[ET.Element], severities: Mapping[str, float | None], frames: Mapping[str, Box]
) -> list[ET.Element]:
    """Return one number for each region with a value, at the largest of its shapes."""
    largest: dict[str, tuple[Box, Box]] = {}
    for shape in shapes:
        region, box = shape.get("data-region", ""), _bounds(shape)
        if severities.get(region) is None:
            continue
        if region not in largest or box.area > largest[region][0].area:
            largest[region] = box, frames[shape.get("data-view", "")]
    taken: list[Box] = []
    placed = (
        _number(severities[region] or 0.0, *largest[region], taken)
        for region in sorted(largest, key=lambda name: largest[name][0].top)
    )
    return [number for number in placed if number is not None]


def _number(severity: float, shape: Box, frame: Box, taken: list[Box]) -> ET.Element | None:
    """Return the number of a region: inside it, else beside it away from the midline, or below.

    `taken` are the places of other numbers; this one moves down until it is free, and joins them.
    None where it would stray too far from its region; the table has every number.
    """
    height, width = 0.9 * _letters(frame), WIDTH * _letters(frame)
    center = (shape.left + shape.right) / 2
    left, top = center - width / 2, (shape.top + shape.bottom - height) / 2
    # Shapes are not rectangles: a number three times smaller than the box lies within most.
    inside = shape.bottom - shape.top > height and shape.area > 3 * width * height
    if not inside:
        to_the_left = center < (frame.left + frame.right) / 2
        beside = shape.left - width - 6 if to_the_left else shape.right + 6
        if frame.left <= beside <= frame.right - width:
            left = beside
        else:
            top = shape.bottom + 4
    place = Box(left, top, left + width, top + height)
    while any(place.meets(other) for other in taken):
        place = Box(place.left, place.top + 4, place.right, place.bottom + 4)
    if place.top - top > 1.5 * height:
        return None
    taken.append(place)
    color = "#ffffff" if inside and severity >= DARK_FROM else "#000000"
    x, y = left + width / 2, place.bottom - 0.1 * height
    return _text(f"{severity:.1f}", x, y, frame, color, halo=not inside)


def _sides(frames: Mapping[str, Box]) -> list[ET.Element]:
    """Return R and L at both figures: the patient's own sides, mirrored between front and back."""
    return [
        _text(side, x, frame.top + _letters(frame), frame, PAPER.faint)
        for frame, sides in ((frames["front"], "RL"), (frames["back"], "LR"))
        for side, x in zip(
            sides,
            (frame.left + 2 * _letters(frame), frame.right - 2 * _letters(frame)),
            strict=True,
        )
    ]


def _text(words: str, x: float, y: float, frame: Box, color: str, halo: bool = False) -> ET.Element:
    text = ET.Element(
        f"{{{SVG}}}text",
        {
            "x": f"{x:.1f}",
            "y": f"{y:.1f}",
            "text-anchor": "middle",
            "font-family": FONT,
            "font-size": f"{_letters(frame):.1f}",
            "fill": color,
        },
    )
    if halo:  # a number beside its region lies over the outlines of others
        text.attrib |= {
            "stroke": "#ffffff",
            "stroke-width": f"{0.2 * _letters(frame):.1f}",
            "paint-order": "stroke",
        }
    text.text = words
    return text


def _bounds(shape: ET.Element) -> Box:
    return bounds_of(flattened(shape.get("d", "")))


def _letters(frame: Box) -> float:
    """Return the size of the letters beside a figure of a frame."""
    return LETTERS * frame.height
