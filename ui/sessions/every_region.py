"""Every region: what reaches it, who says so, and where sources contradict each other."""

from __future__ import annotations

import html
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QTreeWidgetItem, QWidget

from model.analysis.reach import KINDS, Reach, reach_of
from model.catalog.regions import GROUPS, REGIONS, WHOLE_BODY, pair_of
from model.catalog.sources import SOURCES
from model.records.treatment import OwnedApplicator
from ui.widgets.layout import FINGER, Card, heading, named, quiet
from ui.widgets.region_rows import ID, Box, Rows
from ui.words import translated

ROWS_SHOWN = 9
"""So many rows are seen at once; the others are scrolled to."""


@dataclass(frozen=True)
class ReachRow:
    """A region, or both sides of one where the same can be said of them."""

    regions: tuple[str, ...]
    group: str
    reach: Reach


class ReachTree(Rows):
    """Regions by group, each with what reaches it; the arrow keys pass over the groups."""

    went_to = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setItemsExpandable(False)
        self.setIndentation(14)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._shown: tuple[tuple[str, str, str, str], ...] = ()
        self.currentItemChanged.connect(lambda: self.went_to.emit(self.current()))

    def show_lines(self, lines: Sequence[tuple[str, str, str, str]]) -> None:
        """Show (id, group, regions, what reaches them); nothing moves if nothing has changed."""
        if tuple(lines) == self._shown:
            return
        self._shown = tuple(lines)
        wanted, scrolled = self.current(), self.verticalScrollBar().value()
        with QSignalBlocker(self):
            self.clear()
            items = self._add_lines(lines)
            if items:
                self.setCurrentItem(items.get(wanted) or next(iter(items.values())))
        self.verticalScrollBar().setValue(scrolled)
        self._fit()
        self.went_to.emit(self.current())

    def moveCursor(self, action: Rows.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Pass over the groups: there is nothing to be said of them."""
        index = super().moveCursor(action, modifiers)
        if not index.isValid() or index.parent().isValid():
            return index
        upwards = action in (Rows.CursorAction.MoveUp, Rows.CursorAction.MovePageUp)
        beyond = self.indexAbove(index) if upwards else self.indexBelow(index)
        return beyond if beyond.isValid() else self.currentIndex()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the height of the rows as they are drawn in the window's style."""
        super().showEvent(event)
        self._fit()

    def _add_lines(self, lines: Sequence[tuple[str, str, str, str]]) -> dict[str, QTreeWidgetItem]:
        groups: dict[str, QTreeWidgetItem] = {}
        items = {}
        for id_, group, regions, answer in lines:
            if group not in groups:
                groups[group] = self._group(group)
            item = items[id_] = QTreeWidgetItem(groups[group], [f"{regions}\n{answer}"])
            item.setData(0, ID, id_)
            said = self.tr("{regions}: {answer}").format(regions=regions, answer=answer)
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, said)
            # May be too long for its row; escaped, for a name is shown as it was typed.
            item.setToolTip(0, f"<span>{html.escape(said)}</span>")
        return items

    def _group(self, name: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem(self, [name])
        font = item.font(0)
        font.setBold(True)
        item.setFont(0, font)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        item.setExpanded(True)
        return item

    def _fit(self) -> None:
        """Be as high as the rows, up to ROWS_SHOWN of them."""
        height, index = 2 * self.frameWidth(), self.model().index(0, 0)
        for _ in range(ROWS_SHOWN):
            if not index.isValid():
                break
            height += self.sizeHintForIndex(index).height()
            index = self.indexBelow(index)
        self.setFixedHeight(max(height, FINGER))


class EveryRegion(Card):
    """The list of regions, the patient's own ones or all, and what is said of the current one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: Mapping[str, str] = {}
        self._mine: frozenset[str] = frozenset()
        self._rows: dict[str, ReachRow] = {}
        whole = reach_of(WHOLE_BODY, (), date.min)
        parts = (whole.text, whole.evidence)
        self.whole_body = _wrapped(
            self.tr("Generalised sweating: {answer} Source: {source}.").format(
                answer=" ".join(part.said(translated) for part in parts if part),
                source=_sources(whole),
            )
        )
        self.only_mine = Box(self.tr("Only my &regions"), checked=True)
        self.only_mine.setMinimumHeight(FINGER)
        self.only_mine.toggled.connect(self._show)
        self.none_mine = _wrapped(self.tr("You follow no region yet. Choose them on Today."))
        self.tree = ReachTree(self.tr("Regions and what reaches them"))
        self.tree.went_to.connect(self._say)
        self.name = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self.answer = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self.caution = named(QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True), "banner")
        self.evidence, self.source = _wrapped(), _wrapped()
        bold = self.name.font()
        bold.setBold(True)
        self.name.setFont(bold)
        self.box.addWidget(heading(self.tr("What reaches each region")))
        for part in (self.whole_body, self.only_mine, self.none_mine, self.tree):
            self.box.addWidget(part)
        for part in (self.name, self.answer, self.caution, self.evidence, self.source):
            self.box.addWidget(part)
        self.box.addStretch(1)

    def show_state(
        self,
        names: Mapping[str, str],
        parents: Mapping[str, str],
        mine: Collection[str],
        owned: Sequence[OwnedApplicator],
        today: date,
    ) -> None:
        """Show what reaches each region; `parents` are own regions and where they lie."""
        self._names, self._mine = dict(names), frozenset(mine)
        answers = {
            region: reach_of(region, owned, today, parents)
            for region in in_order((*REGIONS, *parents, *mine), parents)
        }
        self._rows = {row.regions[0]: row for row in _rows(answers)}
        self._show()

    def _show(self) -> None:
        rows = list(self._rows.values())
        if self.only_mine.isChecked():
            rows = [row for row in rows if self._mine.intersection(row.regions)]
        self.tree.show_lines([self._line(row) for row in rows])
        self.tree.setVisible(bool(rows))
        self.none_mine.setVisible(not rows)
        self._say(self.tree.current())

    def _line(self, row: ReachRow) -> tuple[str, str, str, str]:
        group = translated("RegionGroup", GROUPS[row.group]) if row.group else self.tr("Other")
        answer = translated("Reach", KINDS[row.reach.kind])
        if row.reach.kind == "none" and not row.reach.place:
            answer = self.tr("not known where it lies")
        return row.regions[0], group, self._named(row), answer

    def _named(self, row: ReachRow) -> str:
        return ", ".join(self._names.get(region, region) for region in row.regions)

    def _say(self, id_: str) -> None:
        row = self._rows.get(id_)
        said = ("", "", "", "", "")
        if row is not None:
            reach = row.reach
            said = (
                self._named(row),
                reach.text.said(translated),
                reach.caution.said(translated) if reach.caution else "",
                reach.evidence.said(translated) if reach.evidence else "",
                self.tr("Source: {source}.").format(source=_sources(reach)),
            )
        parts = (self.name, self.answer, self.caution, self.evidence, self.source)
        for part, text in zip(parts, said, strict=True):
            part.setText(text)
            part.setVisible(bool(text))


def in_order(regions: Collection[str], parents: Mapping[str, str]) -> list[str]:
    """Return regions in the order of the catalog, one's own ones behind that in which they lie."""
    places = {region: place for place, region in enumerate(REGIONS)}

    def place(region: str) -> tuple[int, bool]:
        return places.get(parents.get(region, region), len(places)), region in parents

    return sorted(dict.fromkeys(regions), key=place)


def _rows(answers: Mapping[str, Reach]) -> list[ReachRow]:
    """Put both sides of a region into one row where the same can be said of them."""
    rows = []
    taken: set[str] = set()
    for region, reach in answers.items():
        if region in taken:
            continue
        other = pair_of(region)
        both = other in answers and _same(reach, answers[other])
        regions = (region, other) if both else (region,)
        taken.update(regions)
        group = REGIONS[reach.place].group if reach.place in REGIONS else ""
        rows.append(ReachRow(regions, group, reach))
    return rows


def _same(one: Reach, other: Reach) -> bool:
    return replace(one, region="", place="") == replace(other, region="", place="")


def _sources(reach: Reach) -> str:
    return "; ".join(SOURCES[source] for source in reach.sources)


def _wrapped(text: str = "") -> QLabel:
    label = quiet(text)
    label.setWordWrap(True)
    return label
