"""The applicators and, below them, only the regions that the chosen ones reach."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from model.catalog.applicators import APPLICATORS
from model.records.treatment import OwnedApplicator
from ui.sessions.form_fields import Fold
from ui.widgets.choice import Flow
from ui.widgets.layout import quiet
from ui.widgets.region_rows import Box
from ui.words import translated

TAKEN_AT_ONCE = 2
"""Trays and pads reach a pair of regions: choosing them is choosing their regions."""


class ReachFields(QObject):
    """Two boxes of check marks, which the form lays out; regions follow the applicators."""

    changed = Signal()
    laid_out = Signal()  # other boxes stand there now

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.applicators: dict[str, QCheckBox] = {}
        self.regions: dict[str, QCheckBox] = {}
        self._reach: dict[str, Sequence[str]] = {}
        self._names: Mapping[str, str] = {}
        self._labels: dict[str, str] = {}
        self._at_hand: frozenset[str] = frozenset()
        self._held: tuple[str, ...] = ()
        self._make_applicators()
        self._make_regions()

    @property
    def chosen_applicators(self) -> tuple[str, ...]:
        """The applicators that are checked, in the order in which they are shown."""
        return tuple(each for each, box in self.applicators.items() if box.isChecked())

    @property
    def chosen_regions(self) -> tuple[str, ...]:
        """The regions that are checked, in the order of the body."""
        return tuple(each for each, box in self.regions.items() if box.isChecked())

    def order_tabs(self) -> None:
        """Let Tab walk from top to bottom also through boxes that came later.

        Only those are moved: to move what was there from the start, and is made of parts, breaks
        Qt's chain.
        """
        boxes = self.applicators.items()
        near = [box for _, box in boxes if box.parent() is self._near.parent()]
        far = [box for _, box in boxes if box.parent() is self._far.parent()]
        chain(self._head, near)
        chain(self.others.button, far)
        chain(self.another, list(self.regions.values()))

    def offer(
        self, owned: Sequence[OwnedApplicator], names: Mapping[str, str], today: date
    ) -> None:
        """Offer the applicators of the catalog, those at hand first, and the patient's own."""
        self._names = names
        own = [item for item in owned if item.applicator not in APPLICATORS]
        still = [item for item in owned if item.until is None or item.until >= today]
        at_hand = frozenset(item.applicator for item in still)
        known = sorted(APPLICATORS.values(), key=lambda item: item.id not in at_hand)
        self._reach = {item.applicator: item.regions for item in own}
        self._reach |= {
            item.id: [region for region in names if region in item.regions] for item in known
        }
        labels = {item.applicator: item.name for item in own}
        labels |= {item.id: translated("Applicator", item.name) for item in known}
        if (labels, at_hand) != (self._labels, self._at_hand):
            self._labels, self._at_hand = labels, at_hand
            self._lay_out_applicators(self.chosen_applicators)
        self._lay_out_regions()

    def show_chosen(self, applicators: Sequence[str], regions: Sequence[str]) -> None:
        """Check these and nothing else; what is not listed any more is shown as well."""
        self._held = tuple(regions)
        if self.applicators.keys() != self._labels.keys() | set(applicators):
            self._lay_out_applicators(applicators)
        for applicator, box in self.applicators.items():
            _check(box, applicator in applicators)
        self._lay_out_regions()
        for region, box in self.regions.items():
            _check(box, region in regions)

    def _make_applicators(self) -> None:
        self.applicator_box = QWidget()
        self.applicator_box.setAccessibleName(self.tr("Applicators"))
        near, far = QWidget(), QWidget()
        # Never seen: Qt puts nothing behind a part that takes no keys, and no other comes first.
        self._head = QWidget(near, focusPolicy=Qt.FocusPolicy.TabFocus, visible=False)
        self._near, self._far = _flow(near), _flow(far)
        self.others = Fold(
            self.tr("Other applicators"),
            self.tr("Other applicators: {count} chosen"),
            "sessions/other_applicators",
            far,
        )
        self.others.toggled.connect(lambda _: self.laid_out.emit())
        self.another = QPushButton(self.tr("Another applicator\u2026"))
        self.another.setMinimumHeight(30)
        column = QVBoxLayout(self.applicator_box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(quiet(self.tr("Applicators")))
        column.addWidget(near)
        column.addWidget(self.others)
        column.addWidget(self.another, 0, Qt.AlignmentFlag.AlignLeft)

    def _make_regions(self) -> None:
        self.region_box = QWidget()
        self.region_box.setAccessibleName(self.tr("Regions"))
        column = QVBoxLayout(self.region_box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        boxes = QWidget()
        self._region_flow = _flow(boxes)
        self._no_region = quiet(
            self.tr(
                "Choose an applicator; the regions it reaches appear here. No device treats the"
                " whole body at once."
            )
        )
        self._no_region.setWordWrap(True)
        for part in (quiet(self.tr("Regions")), self._no_region, boxes):
            column.addWidget(part)

    def _lay_out_applicators(self, chosen: Sequence[str]) -> None:
        for box in self.applicators.values():
            box.hide()
            box.deleteLater()
        self.applicators = {}
        gone = {each: self._gone_text() for each in chosen if each not in self._labels}
        fold = any(each in self._at_hand for each in self._labels)
        for applicator, label in (self._labels | gone).items():
            box = Box(label)
            box.setMinimumHeight(30)
            _check(box, applicator in chosen)
            box.toggled.connect(lambda on, each=applicator: self._toggled(each, on))
            is_near = not fold or applicator in self._at_hand or applicator in gone
            (self._near if is_near else self._far).addWidget(box)
            self.applicators[applicator] = box
        self.others.setVisible(fold)
        self._count_others()
        self.laid_out.emit()

    def _gone_text(self) -> str:
        return self.tr("an applicator no longer listed")

    def _toggled(self, applicator: str, on: bool) -> None:
        self._count_others()
        self._lay_out_regions()
        reached = self._reach.get(applicator, ())
        if on and len(reached) <= TAKEN_AT_ONCE:
            for region in reached:
                self.regions[region].setChecked(True)
        self.changed.emit()

    def _count_others(self) -> None:
        chosen = set(self.chosen_applicators)
        far = [each for each in self._labels if each not in self._at_hand]
        self.others.say_count(len(chosen & set(far)) if self._at_hand else 0)

    def _lay_out_regions(self) -> None:
        checked = set(self.chosen_regions)
        chosen = self.chosen_applicators
        reached = {region for each in chosen for region in self._reach.get(each, ())}
        if any(each not in self._reach for each in chosen):  # it is not known what it reached
            reached |= set(self._held)
        ordered = [region for region in self._names if region in reached]
        ordered += [region for region in self._held if region in reached - set(ordered)]
        if ordered == list(self.regions):
            for region, box in self.regions.items():
                box.setText(self._names.get(region, region))
            return
        for box in self.regions.values():
            box.hide()
            box.deleteLater()
        self.regions = {}
        for region in ordered:
            box = Box(self._names.get(region, region))
            box.setMinimumHeight(30)
            _check(box, region in checked)
            box.toggled.connect(lambda _: self.changed.emit())
            self._region_flow.addWidget(box)
            self.regions[region] = box
        self._no_region.setVisible(not ordered)
        self.laid_out.emit()


def chain(first: QWidget, later: Sequence[QWidget]) -> None:
    """Put these behind `first`, one after the other, in the order in which Tab walks."""
    for before, after in pairwise([first, *later]):
        QWidget.setTabOrder(before, after)


def _flow(box: QWidget) -> Flow:
    box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    return Flow(box, across=18, down=0)


def _check(box: QCheckBox, on: bool) -> None:
    box.blockSignals(True)
    box.setChecked(on)
    box.blockSignals(False)
