"""What the doctor's page prints of the person: name, and the facts that the diagnosis rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from ui.link import Link
from ui.widgets.layout import FINGER, Card, heading, quiet
from ui.widgets.wheel import WheelGuard
from ui.words import vocabulary

if TYPE_CHECKING:
    from model.diary import Diary
    from model.records.person import Profile

W = TypeVar("W", bound=QWidget)

NO_YEAR = 1899  # value of the year's box while it is empty
NO_NUMBER = -1


class ProfileCard(Card):
    """Every field is stored when it is left; all of it may stay empty."""

    def __init__(self, link: Link, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._profile: Profile | None = None
        self._wheel = WheelGuard(self)
        self._form = QFormLayout(rowWrapPolicy=QFormLayout.RowWrapPolicy.WrapLongRows)
        self.name = self._line(self.tr("N&ame or initials"), 200)
        self.birth_year = self._number(self.tr("&Year of birth"), NO_YEAR, 2199)
        self.sex = self._choice(self.tr("Se&x"), _sexes())
        self.diagnosis = self._line(self.tr("&Diagnosis, as your doctor put it"), 200)
        self.icd10 = self._line(self.tr("&ICD-10 code, from your doctor's papers"), 16)
        self.onset_age = self._number(self.tr("A&ge when it began"), NO_NUMBER, 120)
        self.symmetric = self._answer(self.tr("Both sides ali&ke"))
        self.family_history = self._answer(self.tr("&Others in the family sweat so"))
        self.stops_in_sleep = self._answer(self.tr("It &stops during sleep"))
        self.episodes_per_week = self._number(self.tr("&Episodes a week"), NO_NUMBER, 999)
        self.box.addWidget(heading(self.tr("On the doctor's report")))
        hint = quiet(
            self.tr("All of it may stay empty. Name and year can be left out of a report.")
        )
        hint.setWordWrap(True)
        self.box.addWidget(hint)
        self.box.addLayout(self._form)

    def show_profile(self, profile: Profile | None) -> None:
        """Show what is stored; what is being typed stays as it is."""
        if profile == self._profile:
            return
        self._profile = profile
        for name, field in self._fields().items():
            value = getattr(profile, name) if profile else None
            if isinstance(field, QComboBox):
                field.setCurrentIndex(field.findData(value))
            elif field.hasFocus():
                continue
            elif isinstance(field, QLineEdit):
                field.setText(value or "")
            else:
                field.setValue(field.minimum() if value is None else value)

    def _fields(self) -> dict[str, QLineEdit | QSpinBox | QComboBox]:
        return {
            "name": self.name,
            "birth_year": self.birth_year,
            "sex": self.sex,
            "diagnosis": self.diagnosis,
            "icd10": self.icd10,
            "onset_age": self.onset_age,
            "symmetric": self.symmetric,
            "family_history": self.family_history,
            "stops_in_sleep": self.stops_in_sleep,
            "episodes_per_week": self.episodes_per_week,
        }

    def _line(self, label: str, most: int) -> QLineEdit:
        made = QLineEdit(maxLength=most)
        made.editingFinished.connect(self._store)
        return self._added(label, made)

    def _number(self, label: str, none: int, most: int) -> QSpinBox:
        made = QSpinBox(minimum=none, maximum=most, specialValueText="\u2013")
        made.setValue(none)
        made.editingFinished.connect(self._store)
        self._wheel.guard(made)
        return self._added(label, made)

    def _answer(self, label: str) -> QComboBox:
        return self._choice(label, {True: self.tr("yes"), False: self.tr("no")})

    def _choice(self, label: str, names: Mapping[Any, str]) -> QComboBox:
        made = QComboBox()
        made.addItem(self.tr("not said"), None)
        for value, text in names.items():
            made.addItem(text, value)
        made.activated.connect(self._store)
        self._wheel.guard(made)
        return self._added(label, made)

    def _added(self, label: str, field: W) -> W:
        field.setMinimumHeight(FINGER)
        self._form.addRow(label, field)
        named = self._form.labelForField(field)
        if isinstance(named, QLabel):
            named.setMinimumHeight(FINGER)
        return field

    def _store(self) -> None:
        values = {name: _value(field) for name, field in self._fields().items()}

        def records(diary: Diary) -> tuple[Profile, ...]:
            from model.records.person import Profile

            stored = diary.of(Profile)
            before = stored[0] if stored else Profile()
            after = replace(before, **values)
            return (after,) if after != before else ()

        self._link.put(records, self.tr("Profile"))


def _sexes() -> dict[str, str]:
    from model.catalog import terms  # kept off the way to the first window

    return vocabulary("Sex", terms.SEXES)


def _value(field: QLineEdit | QSpinBox | QComboBox) -> Any:
    """Return what a field says, None where it says nothing."""
    if isinstance(field, QLineEdit):
        return field.text()
    if isinstance(field, QSpinBox):
        return None if field.value() == field.minimum() else field.value()
    return field.currentData()
