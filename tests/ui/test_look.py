"""Both themes can be read: every text stands at 4.5:1 or more on what it is drawn on (WCAG 2)."""

import pytest
from PySide6.QtGui import QColor

from ui.look import DARK, LIGHT


def luminance(color):
    parts = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in (color.redF(), color.greenF(), color.blueF())
    ]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


def contrast(one, other):
    low, high = sorted(luminance(QColor(color)) for color in (one, other))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
def test_numerals_can_be_read_on_every_severity(look):
    for severity in range(11):
        fill = look.severity(severity)
        assert contrast(look.on_severity(severity), fill) >= 4.5, severity


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
def test_texts_can_be_read(look):
    pairs = [
        (look.text, look.page),
        (look.text, look.card),
        (look.text, look.chosen),
        (look.text, look.skin),
        (look.quiet, look.page),
        (look.quiet, look.card),
        (look.on_accent, look.accent),
    ]
    for ink, ground in pairs:
        assert contrast(ink, ground) >= 4.5, (ink, ground)


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
def test_more_sweating_is_always_a_clear_step_further_from_the_page(look):
    steps = [luminance(look.severity(severity)) for severity in range(11)]
    assert steps == sorted(steps, reverse=not look.dark)
    assert len(set(steps)) == 11
