"""A refusal reads as one sentence, also where it tells of a row and what is wrong with it."""

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from model.records.errors import DiaryError
from ui.words import number_text, sentence


class Loud(QTranslator):
    def translate(self, context, text, disambiguation=None, n=-1):
        return text.upper() if context in ("DiaryError", "Field") else ""

    def isEmpty(self):
        return False


@pytest.fixture
def loud(qapp):
    translator = Loud()
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


def test_a_row_and_its_fault_are_both_translated(loud):
    fault = DiaryError("too big", what="Severity")
    assert sentence(DiaryError("row bad: {0}".replace("{0}", "x"))) == "ROW BAD: X"
    assert "TOO BIG" in sentence(RowError(fault))


class RowError(DiaryError):
    """A sentence whose field name survives upper case."""

    def __init__(self, fault):
        super().__init__("line: {PROBLEM}", PROBLEM=fault)


@pytest.mark.parametrize(
    ("value", "shown"), [(-24.4, "\u221224"), (8.0, "+8"), (0.2, "0"), (-0.4, "0")]
)
def test_a_change_has_its_sign_and_nothing_is_minus_zero(qapp, value, shown):
    assert number_text(value, 0, signed=True) == shown
