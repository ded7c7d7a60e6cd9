"""Colours of the screen in light and dark: one hue for severity, from faint to strong."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette


@dataclass(frozen=True)
class Look:
    """One theme; every text stands at 4.5:1 or more on what it is drawn on."""

    dark: bool
    page: str
    card: str
    border: str
    text: str
    quiet: str
    accent: str
    on_accent: str
    chosen: str  # background of the chosen entry of the navigation
    skin: str  # a region that is not followed
    line: str  # outline and details of the body
    edge: str  # borders between regions
    ramp: tuple[str, str, str]  # severity 0, 5 and 10

    def severity(self, value: int) -> QColor:
        """Return the fill of a severity 0..10."""
        low, middle, high = (QColor(stop) for stop in self.ramp)
        if value <= 5:
            return _mix(low, middle, value / 5)
        return _mix(middle, high, (value - 5) / 5)

    def on_severity(self, value: int) -> QColor:
        """Return the colour of a numeral on that fill."""
        fill = self.severity(value)
        return QColor("#ffffff") if _luminance(fill) < 0.18 else QColor("#10151a")


LIGHT = Look(
    dark=False,
    page="#f7f6f3",
    card="#ffffff",
    border="#dedad2",
    text="#1d232a",
    quiet="#5f615f",
    accent="#0b5a9c",
    on_accent="#ffffff",
    chosen="#dce8f4",
    skin="#f1eeea",
    line="#8f8a80",
    edge="#c9c3b8",
    ramp=("#ffffff", "#79b3dd", "#0a3f75"),
)
DARK = Look(
    dark=True,
    page="#1b1d20",
    card="#25282c",
    border="#43474d",
    text="#eceef0",
    quiet="#adb1b6",
    accent="#7cbcf0",
    on_accent="#0c1620",
    chosen="#2b3d4f",
    skin="#363a40",
    line="#8c9299",
    edge="#5d636a",
    ramp=("#14171a", "#2f6da3", "#b4dcff"),
)


def look_of(palette: QPalette) -> Look:
    """Return the theme that goes with the system's palette."""
    return DARK if palette.color(QPalette.ColorRole.Window).lightness() < 128 else LIGHT


def style_sheet(look: Look) -> str:
    """Return the one style sheet of the window: cards, navigation and headings."""
    return _SHEET.format(**{name: getattr(look, name) for name in _NAMES})


_NAMES = ("page", "card", "border", "text", "quiet", "accent", "on_accent", "chosen")
_SHEET = """
#page, #pages {{ background: {page}; }}
#navigation {{ background: {page}; border: none; border-right: 1px solid {border};
    color: {text}; padding: 8px; outline: none; }}
#navigation::item {{ padding: 9px 10px; border-radius: 6px; color: {text}; }}
#navigation::item:selected {{ background: {chosen}; color: {text}; }}
#navigation::item:focus {{ border: 2px solid {accent}; }}
QFrame#card {{ background: {card}; border: 1px solid {border}; border-radius: 10px; }}
QScrollArea, QScrollArea > #qt_scrollarea_viewport, QWidget#inside {{ background: transparent;
    border: none; }}
QTreeView {{ background: {card}; color: {text}; alternate-background-color: {page};
    border: none; outline: none; }}
QTreeView::item {{ padding: 5px 10px 5px 2px; }}
QTreeView::item:selected {{ background: {chosen}; color: {text}; }}
QTreeView::item:selected:focus {{ border-bottom: 2px solid {accent}; }}
QHeaderView::section {{ background: {card}; color: {quiet}; padding: 5px 10px 5px 4px;
    border: none; border-bottom: 1px solid {border}; font-weight: 600; }}
QStatusBar {{ background: {page}; color: {quiet}; }}
QMenuBar {{ background: {page}; color: {text}; }}
QLabel#title {{ font-size: 17pt; font-weight: 600; color: {text}; }}
QLabel#banner {{ background: {chosen}; color: {text}; padding: 8px 18px;
    border-bottom: 2px solid {accent}; }}
QLabel#heading {{ font-weight: 600; color: {text}; }}
QLabel#quiet {{ color: {quiet}; }}
QScrollArea:focus {{ border: 2px solid {accent}; }}
QPushButton:focus, QToolButton:focus {{ border: 2px solid {accent}; border-radius: 5px;
    padding: 3px 4px; }}
QPushButton:checked, QToolButton:checked {{ background: {accent}; color: {on_accent};
    border: 2px solid {text}; border-radius: 5px; padding: 3px 4px; }}
QPushButton:checked:focus, QToolButton:checked:focus {{ border: 2px dashed {on_accent}; }}
QPushButton:disabled, QToolButton:disabled {{ color: {quiet}; }}
QPushButton#primary {{ background: {accent}; color: {on_accent}; border: 1px solid {accent};
    border-radius: 6px; padding: 6px 14px; font-weight: 600; }}
QPushButton#primary:disabled {{ background: {page}; color: {quiet}; border-color: {border}; }}
QPushButton#primary:focus {{ border: 2px solid {text}; }}
QPushButton#choice {{ background: {card}; color: {text}; border: 1px solid {border};
    border-radius: 6px; padding: 0; }}
QPushButton#choice:hover {{ background: {chosen}; }}
QPushButton#choice:focus {{ border: 2px solid {accent}; }}
QPushButton#choice:checked {{ background: {accent}; color: {on_accent}; border: 2px solid {text}; }}
QPushButton#choice:checked:focus {{ outline: 2px solid {on_accent}; outline-offset: -4px; }}
QPlainTextEdit#note, QLineEdit#tag {{ background: {card}; color: {text};
    border: 1px solid {border}; border-radius: 6px; padding: 1px; }}
QPlainTextEdit#note:focus, QLineEdit#tag:focus {{ border: 2px solid {accent}; padding: 0; }}
"""


def _mix(one: QColor, other: QColor, share: float) -> QColor:
    def part(low: int, high: int) -> int:
        return round(low + (high - low) * share)

    return QColor(
        part(one.red(), other.red()),
        part(one.green(), other.green()),
        part(one.blue(), other.blue()),
    )


def _luminance(color: QColor) -> float:
    """Relative luminance 0..1 as WCAG 2 defines it."""
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in (color.redF(), color.greenF(), color.blueF())
    )
    return float(0.2126 * red + 0.7152 * green + 0.0722 * blue)
