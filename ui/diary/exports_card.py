"""The ways out of a diary: every format of `model.exports`, and the calendar of the plan."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from ui.link import Link
from ui.widgets.layout import FINGER, Card, heading, quiet
from ui.widgets.saved import Saved
from ui.widgets.saving import ask_where_to_save
from ui.widgets.working import Working
from ui.words import translated

if TYPE_CHECKING:
    from model.diary import Diary
    from model.exports import Format
    from model.files import Step
    from model.records.snapshot import Snapshot

Q = TypeVar("Q")


class ExportsCard(Card):
    """One button that names the formats in words; how far an export is, and how it ended."""

    def __init__(self, link: Link, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self.button = QPushButton(self.tr("&Export"), minimumHeight=FINGER)
        self.formats = QMenu(self.button)
        self.formats.aboutToShow.connect(self._list_formats)
        self.button.setMenu(self.formats)
        self.working = Working(self.button)
        self.saved = Saved()
        hint = quiet(
            self.tr(
                "The complete diary and the CSV tables can be imported again. Private notes go"
                " along, except into FHIR."
            )
        )
        hint.setWordWrap(True)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        self.box.addWidget(heading(self.tr("Export")))
        self.box.addWidget(hint)
        self.box.addLayout(row)
        self.box.addWidget(self.working)
        self.box.addWidget(self.saved)
        self._take_over()

    def export_to(
        self, target: Path, chosen: Format | None = None, may_replace: bool = True
    ) -> None:
        """Write the diary in a format, that of the name's ending where none is chosen."""

        def write(snapshot: Snapshot, step: Step) -> None:
            from model.exports import write

            write(snapshot, target, may_replace, step, chosen)

        self._begin(lambda diary: diary.snapshot(), write, target)

    def write_calendar(self, target: Path) -> None:
        """Write the plan with its alarms, timed and worded as the Sessions page is set."""
        from ui.reminder import DISCREET, reminder_time
        from ui.settings import settings

        at, discreet = reminder_time(), settings().value(DISCREET, True, bool) is True

        def write(diary: Diary) -> None:
            from ui.sessions.calendar import write_plan_of
            from ui.sessions.state import read_judged, read_logged

            logged = read_logged(diary)
            judged = read_judged(diary, logged, {})
            write_plan_of(target, logged, judged, at, discreet, translated, diary.now())

        self._begin(write, lambda written, step: None, target)

    def _begin(
        self, question: Callable[[Diary], Q], job: Callable[[Q, Step], None], target: Path
    ) -> None:
        title = self.tr("Export to {file}").format(file=target.name)
        work = self._link.work(question, job, lambda _: None, title)
        later = self.tr("{diary} was exported to {file}")
        diary = self._link.path.name if self._link.path else ""
        work.file, work.told_later = target, later.format(diary=diary, file=target.name)
        self.saved.follow(work, target, self.tr("Exported to {file}").format(file=target.name))
        self.working.watch(work)

    def _take_over(self) -> None:
        """Tell how files end that were begun on a page of a diary which was closed since."""
        saved = self.saved
        for number, (work, file) in enumerate(self._link.take_untold()):
            if number:  # each is told, and can be opened
                saved = Saved()
                self.box.addWidget(saved)
            saved.follow(work, file, work.told_later)
            if not work.is_over:
                self.working.watch(work)

    def _list_formats(self) -> None:
        """Name the formats when they are asked for: to know them takes a moment."""
        if not self.formats.isEmpty():
            return
        from model.exports import FORMATS

        for known in FORMATS:
            text = self.tr("{format}\u2026").format(format=translated("Format", known.name))
            action = self.formats.addAction(text)
            action.triggered.connect(lambda _=False, known=known: self._ask_where(known))
        self.formats.addSeparator()
        self.formats.addAction(self.tr("Calendar of the plan (.ics)\u2026"), self._ask_for_calendar)

    def _ask_where(self, chosen: Format) -> None:
        name = self.tr("Diary {day}", "file name").format(day=self._link.clock().date())
        what = translated("Format", chosen.name).partition(" (.")[0]
        ask_where_to_save(
            self,
            self.tr("Export"),
            name,
            {f"{what} (*{chosen.ending})": chosen.ending.removeprefix(".")},
            lambda file: self._export_as(chosen, file),
        )

    def _export_as(self, chosen: Format, file: Path) -> None:
        target = with_ending(file, chosen.ending)
        self.export_to(target, chosen, may_replace=target == file)  # else nobody has asked

    def _ask_for_calendar(self) -> None:
        ask_where_to_save(
            self,
            self.tr("Calendar of the plan"),
            self.tr("Plan", "file name"),
            {self.tr("Calendar (*.ics)"): "ics"},
            self.write_calendar,
        )


def with_ending(file: Path, ending: str) -> Path:
    """Return a file whose name ends as its format asks; "" leaves any name as it is."""
    if file.name.lower().endswith(ending):
        return file
    last = f".{ending.rpartition('.')[2]}"
    stem = file.stem if file.suffix.lower() == last else file.name  # .json of .fhir.json
    return file.with_name(stem + ending)
