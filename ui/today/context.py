"""The card of what surrounded a day: stress, heat, activity, the night, counters and tags."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui.today.tags import TagsField
from ui.widgets.choice import Choice, Counter, Flow
from ui.widgets.layout import heading
from ui.widgets.severity import NOT_RECORDED
from ui.widgets.strip import RatingStrip
from ui.words import vocabulary

if TYPE_CHECKING:
    from model.records.day import DayContext


class ContextCard(QFrame):
    """One press an answer; what was pressed is shown at once, and again when it is stored."""

    completed = Signal(str, int)  # 10, in place of the 1 given just before
    changed = Signal(str, object)  # field of DayContext; int, str, None or, for tags, a tuple

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._make_fields()
        top = QHBoxLayout()
        top.addWidget(heading(self.tr("The day")))
        top.addWidget(self.tags, 1)
        flow = Flow(across=14, down=4)
        for part in (
            self._stress_row(),
            self.heat,
            self.activity,
            self.night_sweat,
            self.showers,
            self.clothes_changed,
        ):
            flow.addWidget(part)
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 8, 14, 10)
        box.setSpacing(4)
        box.addLayout(top)
        box.addLayout(flow)

    def show_context(
        self, context: DayContext | None, known_tags: Sequence[str], is_today: bool = True
    ) -> None:
        """Show what the diary holds of a day (None = nothing), and offer tags used before."""
        self.stress.set_value(
            NOT_RECORDED if context is None or context.stress is None else context.stress
        )
        self.heat.show_value(context.heat if context else None)
        self.activity.show_value(context.activity if context else None)
        self.night_sweat.show_value(context.night_sweat if context else None)
        self.night_sweat.rename(self._night(is_today))
        self.clothes_changed.show_value(context.clothes_changed if context else None)
        self.showers.show_value(context.showers if context else None)
        self.tags.show_tags(context.tags if context else (), known_tags)

    def _night(self, is_today: bool) -> str:
        return self.tr("Sweat last night") if is_today else self.tr("Sweat the night before")

    def _make_fields(self) -> None:
        from model.catalog.terms import ACTIVITY, HEAT, NIGHT_SWEAT

        self.stress = RatingStrip(self.tr("Stress"), may_not_apply=False)
        self.stress.chosen.connect(self._set_stress)
        self.stress.completed.connect(lambda value: self.completed.emit("stress", value))
        self.heat = Choice(self.tr("Heat"), vocabulary("Heat", HEAT))
        self.activity = Choice(self.tr("Activity"), vocabulary("Activity", ACTIVITY))
        self.night_sweat = Choice(
            self._night(True),
            vocabulary("NightSweat", NIGHT_SWEAT),
            short={"drenched": self.tr("drenched")},
        )
        self.clothes_changed = Counter(self.tr("Clothes changed"))
        self.showers = Counter(self.tr("Showers"))
        self.tags = TagsField()
        self.heat.chosen.connect(lambda value: self.changed.emit("heat", value))
        self.activity.chosen.connect(lambda value: self.changed.emit("activity", value))
        self.night_sweat.chosen.connect(lambda value: self.changed.emit("night_sweat", value))
        self.clothes_changed.chosen.connect(
            lambda value: self.changed.emit("clothes_changed", value)
        )
        self.showers.chosen.connect(lambda value: self.changed.emit("showers", value))
        self.tags.changed.connect(lambda value: self.changed.emit("tags", value))

    def _stress_row(self) -> QWidget:
        row = QWidget()
        row.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        label = QLabel(self.tr("Stress"))
        label.setBuddy(self.stress)
        line.addWidget(label)
        line.addWidget(self.stress, 1)
        return row

    def _set_stress(self, value: int) -> None:
        self.stress.set_value(value)
        self.changed.emit("stress", None if value == NOT_RECORDED else value)
