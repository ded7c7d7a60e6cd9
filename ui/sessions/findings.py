"""What the diary gives reason to point out: calm boxes with days and sources, each dismissed once.

Nothing here judges: what a finding says, and where that was read, comes with it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFont,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from model.analysis.notices import Finding
from model.analysis.sentences import span_text
from model.catalog.cautions import CAUTIONS
from model.catalog.sources import SOURCES
from model.catalog.terms import NOTICES
from ui.look import look_of
from ui.sessions.resting import PlainButton, RestingPlace
from ui.widgets.choice import Flow
from ui.widgets.layout import Card, named, quiet
from ui.words import translated

Say = Callable[[str, str], str]

STOP = CAUTIONS["skin_reaction"].kind
"""The kind that stands first and looks different: blister, burn, broken skin."""

AT_ONCE = 5
"""So many boxes are shown at once; the others behind a button. A convention."""

DOWN = QBoxLayout.Direction.TopToBottom

SIGN = 18
"""Points across the sign beside what says stop."""


class FindingsCard(Card):
    """The findings that nobody dismissed yet, "stop and ask" first, then the latest first.

    Without the text `nothing` the card is hidden where nothing stands, and then the focus goes to
    `rest`: it must not slip onto a button that nobody meant. A `compact` one takes a few lines: it
    shows one finding after the other, without a card around them.
    """

    dismissed = Signal(object)  # tuple of Findings

    def __init__(
        self,
        nothing: str = "",
        rest: QWidget | None = None,
        most: int = AT_ONCE,
        parent: QWidget | None = None,
        *,
        compact: bool = False,
    ) -> None:
        super().__init__(parent)
        self._rest, self._most, self._compact = rest, 1 if compact else most, compact
        self._turn = 0  # which one a compact card shows
        self._found: list[Finding] = []
        self._say: Say = translated
        self._waiting: set[str] = set()  # reasons dismissed here and not yet stored
        self.boxes: dict[str, FindingBox] = {}
        self.heading = RestingPlace(self.tr("Please look at this"))
        self._nothing = wrapped(quiet(nothing))
        self._keeps = bool(nothing)
        self._column = QVBoxLayout()
        self._column.setSpacing(10)
        self.more = PlainButton(checkable=False)
        self.more.clicked.connect(self._unfold)
        self._unfolded = False
        if compact:
            self._take_few_lines()
        else:
            self.box.addWidget(self.heading)
            self.box.addWidget(self._nothing)
            self.box.addLayout(self._column)
            self.box.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.show_findings(())

    def _take_few_lines(self) -> None:
        self.setObjectName("")  # the box has a frame of its own
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(4)
        line = QHBoxLayout()
        line.addWidget(self.heading)
        line.addWidget(self.more)
        line.addStretch(1)
        for below in (self._column, line):
            self.box.addLayout(below)
        self.box.addWidget(self._nothing)

    def show_findings(self, found: Sequence[Finding], say: Say = translated) -> None:
        """Show what was not dismissed yet; `say` turns (context, English text) into words."""
        # Late days first; what no day made has no place among them and stands last.
        latest = sorted(found, key=lambda item: (item.days[-1:], item.reason), reverse=True)
        before, self._found = self._found, sorted(latest, key=lambda item: item.kind != STOP)
        if before != self._found:
            self._turn = 0
        self._say = say
        self._waiting &= {item.reason for item in found}
        self._lay_out()

    def may_press_again(self) -> None:
        """Let what could not be stored be dismissed once more."""
        self._waiting.clear()
        self._lay_out()

    def say_nothing(self, nothing: str) -> None:
        """Say this where nothing stands."""
        self._nothing.setText(nothing)

    def _unfold(self) -> None:
        """Show the others too or, in a compact card, the next one."""
        if self._compact:
            self._turn = (self._turn + 1) % max(1, len(self._found))
        else:
            self._unfolded = not self._unfolded
        self._lay_out()

    def _lay_out(self) -> None:
        shown = self._found if self._unfolded else self._found[self._turn :][: self._most]
        if self._focus_is_lost({item.reason for item in shown}):
            self._rest_focus()
        old, self.boxes = self.boxes, {}
        count = Counter(item.kind for item in shown)
        for place, item in enumerate(shown):
            box = old.get(item.reason)
            if box is None or box.finding != item:
                box = self._new_box(item)
            else:
                del old[item.reason]
            first = item.kind not in {other.kind for other in shown[:place]}
            alike = count[item.kind] if first else 1
            if alike == 1 and box.together.hasFocus():
                self._rest_focus()
            box.offer(alike, item.reason not in self._waiting)
            self._column.insertWidget(place, box)
            box.show()  # now, not with the next event: it may be given the focus
            self.boxes[item.reason] = box
        for box in old.values():
            box.hide()
            box.deleteLater()
        self._say_more(len(self._found) - self._most)
        self._order_tabs()
        self._nothing.setVisible(self._keeps and not shown)
        if not self._keeps and (not shown or self.parentWidget() is not None):
            self.setVisible(bool(shown))  # without a parent it would be a window of its own

    def _new_box(self, item: Finding) -> FindingBox:
        box = FindingBox(item, self._say, self._compact)
        box.dismiss.clicked.connect(lambda: self._dismiss([item]))
        box.together.clicked.connect(lambda: self._dismiss_all(item.kind))
        if item.kind == STOP:
            QAccessible.updateAccessibility(QAccessibleEvent(box, QAccessible.Event.Alert))
        return box

    def _say_more(self, hidden: int) -> None:
        fewer, more = self.tr("Show fewer"), self.tr("Show {count} more")
        self.more.setText(fewer if self._unfolded else more.format(count=max(hidden, 0)))
        if self._compact:
            text = self.tr("Show the next ({place} of {count})")
            self.more.setText(text.format(place=self._turn + 1, count=len(self._found)))
        alone = self._compact and hidden <= 0
        if hidden <= 0 and (self.more.hasFocus() or (alone and self.heading.hasFocus())):
            (self._elsewhere() if alone else self.heading).setFocus()
        self.more.setVisible(hidden > 0)
        self.heading.setVisible(not alone)

    def _dismiss_all(self, kind: str) -> None:
        """Dismiss what is seen of a kind; what is folded away was not seen."""
        self._dismiss([box.finding for box in self.boxes.values() if box.finding.kind == kind])

    def _dismiss(self, found: Iterable[Finding]) -> None:
        meant = tuple(item for item in found if item.reason not in self._waiting)
        self._waiting |= {item.reason for item in meant}
        self._rest_focus()  # before the button that has it is disabled
        self._lay_out()
        if meant:
            self.dismissed.emit(meant)

    def _focus_is_lost(self, shown: set[str]) -> bool:
        """Tell whether what has the focus is about to go."""
        gone = [box for reason, box in self.boxes.items() if reason not in shown]
        nothing_left = not shown and not self._keeps
        return any(map(_has_focus, gone)) or (nothing_left and _has_focus(self))

    def _rest_focus(self) -> None:
        """Put the focus where no key does anything."""
        leaves = not self._keeps and self._waiting >= {item.reason for item in self._found}
        away = (leaves and self._rest is not None) or self.heading.isHidden()
        if _has_focus(self):
            place = self._elsewhere() if away else self.heading
            place.setFocus(Qt.FocusReason.OtherFocusReason)
        if leaves and self._rest is None and not self._found:
            self.heading.clearFocus()

    def _elsewhere(self) -> QWidget:
        """Return what takes the focus when the card goes: `rest`, where that can be seen."""
        rest = self._rest
        seen = rest is not None and rest.isVisible()
        return rest if rest is not None and seen else self.parentWidget() or self.heading

    def _order_tabs(self) -> None:
        buttons = [part for box in self.boxes.values() for part in (box.dismiss, box.together)]
        for before, after in pairwise([self.heading, *buttons, self.more]):
            QWidget.setTabOrder(before, after)


class FindingBox(QFrame):
    """One finding: what is said, the days that made it so, where it was read, and its buttons.

    A `compact` one has its buttons beside the words.
    """

    def __init__(self, finding: Finding, say: Say, compact: bool = False) -> None:
        super().__init__()
        self.finding = finding
        self.is_stop = finding.kind == STOP
        said = finding.text.said(say)
        self.setAccessibleName(said)
        self.dismiss, self.together = PlainButton(self.tr("Dismiss")), PlainButton()
        self.dismiss.setAccessibleName(self.tr("Dismiss: {finding}").format(finding=said))
        self.kind = _first_upper(say("Notice", NOTICES[finding.kind]))
        words = QVBoxLayout()
        words.setSpacing(1 if compact else 4)
        if compact:
            title = self.tr("{title}: {text}").format(title=self._title().text(), text=said)
            words.addWidget(wrapped(named(QLabel(title), "heading")))
        else:
            words.addWidget(self._title())
            words.addWidget(wrapped(QLabel(said)))
        for text in (self._days(say), cited(finding.sources)):
            if text:
                words.addWidget(wrapped(quiet(text)))
        self._put(words, compact)

    def _put(self, words: QVBoxLayout, compact: bool) -> None:
        """Lay the buttons out below the words or beside them."""
        self._above = 6 if compact else 10
        whole = QBoxLayout(QBoxLayout.Direction.LeftToRight if compact else DOWN, self)
        side = 14 + (SIGN + 10) * self.is_stop
        whole.setContentsMargins(side, self._above, 8 if compact else 14, self._above + 2)
        whole.addLayout(words, 1)
        if compact:
            whole.setSpacing(10)
            for button in (self.dismiss, self.together):
                whole.addWidget(button)
            return
        buttons = QWidget()
        buttons.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        row = Flow(buttons, across=8)
        row.addWidget(self.dismiss)
        row.addWidget(self.together)
        whole.setSpacing(8)
        whole.addWidget(buttons)

    def offer(self, count: int, may_press: bool) -> None:
        """Offer to dismiss this one and, where it is the first of several, all of its kind."""
        self.together.setText(self.tr("Dismiss these {count} together").format(count=count))
        name = self.tr("Dismiss these {count} together: {kind}")
        self.together.setAccessibleName(name.format(count=count, kind=self.kind))
        self.together.setVisible(count > 1)
        self.dismiss.setEnabled(may_press)
        self.together.setEnabled(may_press)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a thin frame or, for what says stop, a thick one and a sign with eight corners."""
        look = look_of(self.palette())
        width = 3 if self.is_stop else 1
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(look.page))
        painter.setPen(QPen(QColor(look.text if self.is_stop else look.border), width))
        inset = width / 2
        frame = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(frame, 8, 8)
        if self.is_stop:
            self._paint_sign(painter, QColor(look.text), QColor(look.page))
        painter.end()

    def _paint_sign(self, painter: QPainter, fill: QColor, ink: QColor) -> None:
        left = 14.0 if not self.isRightToLeft() else self.width() - 14.0 - SIGN
        top = self._above + 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        cut = SIGN * 0.293  # of a square, so that all eight sides are alike
        line = (cut, 0), (SIGN - cut, 0), (SIGN, cut), (SIGN, SIGN - cut)
        back = (SIGN - cut, SIGN), (cut, SIGN), (0, SIGN - cut), (0, cut)
        painter.drawPolygon(QPolygonF([QPointF(left + x, top + y) for x, y in (*line, *back)]))
        painter.setBrush(ink)
        painter.drawRoundedRect(QRectF(left + SIGN / 2 - 1.2, top + 3.5, 2.4, 7), 1, 1)
        painter.drawEllipse(QPointF(left + SIGN / 2, top + 13.6), 1.4, 1.4)

    def _title(self) -> QLabel:
        label = wrapped(named(QLabel(self.kind), "heading"))
        if self.is_stop:
            label.setText(self.tr("Stop and ask"))
            font = QFont(label.font())
            font.setPointSizeF(font.pointSizeF() * 1.2)
            font.setBold(True)
            label.setFont(font)
        return label

    def _days(self, say: Say) -> str:
        """Return the days that made it say so, where its sentence does not name them already."""
        days = self.finding.days
        if not days or (len(days) == 1 and days[0] in self.finding.text.fields.values()):
            return ""
        spans = [span_text(first, last, say) for first, last in runs(days)]
        return self.tr("Days: {days}").format(days="; ".join(spans))


def wrapped(label: QLabel) -> QLabel:
    """Let a label break its lines and never ask for width, however long a word is."""
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    label.setSizePolicy(policy)
    return label


def cited(sources: Iterable[str]) -> str:
    """Return the sources of a text as a line that can be read."""
    names = [source_text(source) for source in sources]
    if not names:
        return ""
    one = QCoreApplication.translate("Sources", "Source: {sources}")
    several = QCoreApplication.translate("Sources", "Sources: {sources}")
    return (one if len(names) == 1 else several).format(sources="; ".join(names))


def source_text(source: str) -> str:
    """Return where a fact was read, as it is cited everywhere, or that it is our own word."""
    if source == "drymap":
        return QCoreApplication.translate("Sources", "Drymap's own wording or convention")
    return SOURCES[source]


def runs(days: Sequence[date]) -> list[tuple[date, date]]:
    """Return the first and last day of each run of days in a row, of days in ascending order."""
    found: list[tuple[date, date]] = []
    for day in days:
        if found and day - found[-1][1] <= timedelta(days=1):
            found[-1] = (found[-1][0], day)
        else:
            found.append((day, day))
    return found


def _has_focus(part: QWidget) -> bool:
    inside = part.focusWidget()  # the last that had it, even where it has it no longer
    return inside is not None and inside.hasFocus() and part.isAncestorOf(inside)


def _first_upper(text: str) -> str:
    return text[:1].upper() + text[1:]
