"""Days and times are read as they were typed or not at all; nothing is mended in silence."""

from datetime import date

import pytest
from PySide6.QtCore import QLocale

from ui.widgets.when import day_in, time_in


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("22 Nov 2026", date(2026, 11, 22)),
        ("2 november 2026", date(2026, 11, 2)),
        ("2. Nov. 2026", date(2026, 11, 2)),
        ("22.11.2026", date(2026, 11, 22)),
        ("3.4.26", date(2026, 4, 3)),
        ("2026-04-03", date(2026, 4, 3)),
        ("29 Feb 2028", date(2028, 2, 29)),
        ("31 Nov 2026", None),
        ("29 Feb 2026", None),
        ("32.1.2026", None),
        ("3 Nov 202", None),
        ("3.4.202", None),
        ("3.4.6", None),
        ("333.4.26", None),
        ("22 Nox 2026", None),
        ("yesterday", None),
        ("", None),
        ("0.0.0000", None),
    ],
)
def test_a_day_is_read_as_it_was_typed_or_not_at_all(text, day):
    assert day_in(text) == day


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("de_DE", "5 Dez. 2025", date(2025, 12, 5)),
        ("de_DE", "5. Dezember 2025", date(2025, 12, 5)),
        ("de_DE", "5 Dec 2025", date(2025, 12, 5)),
        ("en_US", "4/3/2026", date(2026, 4, 3)),
        ("en_GB", "4/3/2026", date(2026, 3, 4)),
        ("en_US", "4.3.2026", date(2026, 3, 4)),
    ],
)
def test_a_day_is_read_in_the_window_s_language(text, day, language):
    QLocale.setDefault(QLocale(language))
    try:
        assert day_in(text) == day
    finally:
        QLocale.setDefault(QLocale.c())


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("21:14", 1274), ("9.05", 545), ("2114", 1274), ("24:00", None), ("19:60", None), ("7", None)],
)
def test_a_time_is_read_as_it_was_typed_or_not_at_all(text, minutes):
    found = time_in(text)
    assert (found and found.hour * 60 + found.minute) == minutes
