"""Where to start: the patient's regions in the order of the patient's own numbers; no advice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from model.analysis.start import Rank, ranking, rule, what_is_missing
from model.catalog.regions import pair_of
from ui.widgets.layout import Card, heading, quiet
from ui.widgets.severity import NOT_RECORDED
from ui.widgets.strip import RatingStrip
from ui.words import translated

if TYPE_CHECKING:
    from model.analysis.reach import Reach
    from model.analysis.start import Rated


class WhereToStart(Card):
    """The regions in order, and how much each bothers; the question keeps its own fixed order."""

    bother_chosen = Signal(str, object)  # region, 0..10 or None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked: dict[str, int | None] = {}
        self.fold = QPushButton(minimumHeight=32)
        self.question = BotherQuestion(self.fold)
        self.question.chosen.connect(self.bother_chosen)
        self.fold.clicked.connect(lambda: self._open(self.question.isHidden()))
        self.ranks = QWidget()
        column = QVBoxLayout(self.ranks)
        column.setContentsMargins(QMargins())
        self._lines: list[RankLine] = []
        self.rule, self.missing = quiet(rule().said(translated)), quiet()
        self.none = quiet(self.tr("You follow no region yet. Choose them on Today."))
        self.box.addWidget(heading(self.tr("Where to start")))
        for label in (self.rule, self.none, self.missing):
            label.setWordWrap(True)
        self.box.addWidget(self.rule)
        self.box.addWidget(self.none)
        self.box.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self.question, self.ranks, self.missing):
            self.box.addWidget(part)
        self.box.addStretch(1)
        self._open(False)

    def show_state(
        self,
        regions: Sequence[str],
        rated: Mapping[str, Rated],
        bother: Mapping[str, int | None],
        reach: Mapping[str, Reach],
        names: Mapping[str, str],
    ) -> None:
        """Show the order, and the question for each of `regions` in their own order.

        The question opens by itself for a region that was not shown before and lacks its answer;
        it closes by itself only while it is not seen.
        """
        asked = {region: bother.get(region) for region in regions}
        new = asked.keys() - self._asked.keys()
        self._asked = asked
        self.question.show_regions({region: names.get(region, region) for region in regions})
        self.question.show_answers(asked)
        if any(asked[region] is None for region in new):
            self._open(True)
        known = {region: each for region, each in rated.items() if region in asked}
        ranks = ranking(known, asked, reach)
        self._show_ranks(ranks, names)
        missing = what_is_missing(ranks) if ranks else None
        self.missing.setText(missing.said(translated) if missing else "")
        self.missing.setVisible(missing is not None)
        for part in (self.rule, self.fold, self.ranks):
            part.setVisible(bool(ranks))
        self.none.setVisible(not ranks)
        if not ranks:
            self._open(False)

    def hideEvent(self, event: QHideEvent) -> None:
        """Fold the question away once it is answered: it is asked once."""
        super().hideEvent(event)
        if not event.spontaneous() and None not in self._asked.values():
            self._open(False)

    def _open(self, on: bool) -> None:
        self.question.setVisible(on)
        self.fold.setText(
            self.tr("Hide the question") if on else self.tr("How much does each bother you?\u2026")
        )

    def _show_ranks(self, ranks: Sequence[Rank], names: Mapping[str, str]) -> None:
        column = self.ranks.layout()
        while len(self._lines) < len(ranks) and column is not None:
            self._lines.append(RankLine())
            column.addWidget(self._lines[-1])
        for line, rank in zip(self._lines, ranks, strict=False):
            line.show_rank(rank, names.get(rank.region, rank.region))
        for line in self._lines[len(ranks) :]:
            line.hide()


class BotherQuestion(QWidget):
    """One question for each region: how much does it bother you, 0 to 10."""

    chosen = Signal(str, object)

    def __init__(self, after: QWidget) -> None:
        """Begin without a region; Tab comes here from `after`."""
        super().__init__()
        self._after = after
        self._names: dict[str, str] = {}
        self.strips: dict[str, RatingStrip] = {}
        self._parts: list[QWidget] = []
        question = QLabel(self.tr("How much does it bother you?"), wordWrap=True)
        hint = quiet(
            self.tr(
                "0 is not at all, 10 as much as can be. Asked once; change it whenever you like."
            )
        )
        hint.setWordWrap(True)
        self._grid = QGridLayout(self, contentsMargins=QMargins(), verticalSpacing=4)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(question, 0, 0, 1, 2)
        self._grid.addWidget(hint, 1, 0, 1, 2)

    def show_regions(self, names: Mapping[str, str]) -> None:
        """Ask for these regions; the strips stay, with the focus, while the regions are the same.

        A region that is asked for anew takes its place without the others losing their strips.
        """
        if dict(names) == self._names:
            return
        self._names = dict(names)
        for gone in self.strips.keys() - names.keys():
            strip = self.strips.pop(gone)
            strip.hide()
            strip.deleteLater()
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._parts = []
        self.strips = {region: self.strips.get(region) or self._strip(region) for region in names}
        before = self._after
        for row, (region, strip) in enumerate(self.strips.items(), 2):
            label = QLabel(names[region], textFormat=Qt.TextFormat.PlainText, wordWrap=True)
            self._parts.append(label)
            strip.setAccessibleName(
                self.tr("How much does it bother you: {region}").format(region=names[region])
            )
            self._grid.addWidget(label, row, 0)
            self._grid.addWidget(strip, row, 1)
            QWidget.setTabOrder(before, strip)
            before = strip

    def show_answers(self, bother: Mapping[str, int | None]) -> None:
        """Show what the diary holds; None is not answered."""
        for region, strip in self.strips.items():
            answer = bother[region]
            strip.set_value(NOT_RECORDED if answer is None else answer)

    def _strip(self, region: str) -> RatingStrip:
        strip = RatingStrip(region, may_not_apply=False)
        strip.chosen.connect(lambda value: self._choose(region, value))
        strip.completed.connect(lambda value: self._choose(region, value))
        strip.chosen_both.connect(lambda value: self._choose_both(region, value))
        return strip

    def _choose_both(self, region: str, value: int) -> None:
        for side in (region, pair_of(region)):
            if side in self.strips:
                self._choose(side, value)

    def _choose(self, region: str, value: int) -> None:
        """Show at once what will be stored, so that a second press takes it back."""
        self.strips[region].set_value(value)
        self.chosen.emit(region, None if value == NOT_RECORDED else value)


class RankLine(QWidget):
    """A region's place, its name, why it stands there, whether it can be reached, and a caution."""

    def __init__(self) -> None:
        super().__init__()
        self.place = QLabel()
        self.name = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        bold = self.name.font()
        bold.setBold(True)
        for label in (self.place, self.name):
            label.setFont(bold)
        self.why, self.caution = quiet(), quiet()
        for label in (self.why, self.caution):
            label.setWordWrap(True)
        top = Qt.AlignmentFlag.AlignTop
        self.place.setMinimumWidth(self.place.fontMetrics().horizontalAdvance("00."))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(self.why)
        words.addWidget(self.caution)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 2, 0, 2)
        line.addWidget(self.place, 0, top)
        line.addLayout(words, 1)

    def show_rank(self, rank: Rank, name: str) -> None:
        """Show one place of the order."""
        known = rank.score is not None  # what nobody has rated or answered has no place yet
        self.place.setText(self.tr("{place}.").format(place=rank.place) if known else "\u2013")
        self.name.setText(name)
        self.why.setText(rank.explanation.said(translated))
        caution = rank.reach.caution
        self.caution.setText(caution.said(translated) if caution else "")
        self.caution.setVisible(caution is not None)
        self.show()
