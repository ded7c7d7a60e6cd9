"""Progress: the headline, the change of each region, and what is behind it; hosts the charts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from ui.link import Link
from ui.progress.beside import Beside
from ui.progress.deck import ChartDeck, write_picture
from ui.progress.found import FOR_DOCTOR, Found, find, first_region, is_for_doctor
from ui.progress.head import Head
from ui.progress.period import ALL, Period, PeriodDialog
from ui.progress.plan_card import PlanCard
from ui.progress.region_card import RegionCard
from ui.progress.said import Said
from ui.progress.warm import ChartsLoader
from ui.settings import settings
from ui.widgets.layout import FINGER, Card, Column, heading
from ui.widgets.page import Page
from ui.widgets.saving import ask_where_to_save
from ui.words import translated

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from model.charts import Chart
    from model.diary import Diary
    from model.records.person import BaselineChoice, InductionChoice
    from model.records.rules import Record
    from model.records.snapshot import Snapshot
    from ui.progress.figures import FiguresCard
    from ui.progress.window_dialog import Chosen

    _Choice = TypeVar("_Choice", BaselineChoice, InductionChoice)

CHANGE, BODY, OVERVIEW = "change", "body", "overview"
TOP_HEIGHT, BODY_HEIGHT = 300, 390  # in points
BESIDE = 900
"""Points from which the change per region stands beside the body."""


class ProgressPage(Page):
    """One column of cards; what depends on a region follows the one that is chosen."""

    KINDS = frozenset(
        {"rating", "session", "followed_region", "own_region", "course", "profile"}
        | {"co_treatment", "event", "reaction", "assessment", "day_context", "owned_applicator"}
        | {"baseline", "induction", "wet_again"}
    )

    def __init__(self, link: Link, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._link = link
        self._reads = 0
        self.region = ""
        self.period = ALL
        self.found: Found | None = None
        self.said: Said | None = None
        self.dialog: QDialog | None = None
        self.figures: FiguresCard | None = None
        self._charts = ChartsLoader(self)
        self._charts.loaded.connect(self._show_charts)
        self._charts.failed.connect(lambda: self._say_waiting(failed=True))
        self._build()
        # Before another diary is opened: what was chosen belongs to this one.
        link.opening.connect(self.card.threshold.store)
        link.failed.connect(self._undo_threshold)
        link.broke.connect(self._undo_threshold)

    def refresh(self) -> None:
        """Read the whole diary again and compare baseline and now."""
        if not self._charts.is_done:
            self._say_waiting()
            self._charts.start()
        self._reads += 1
        reads = self._reads
        self._link.snapshot(lambda snapshot: self._find(snapshot, reads))

    def choose_region(self, region: str) -> None:
        """Show a region; only what depends on it is drawn again."""
        if self.said is None or region not in self.said.names or region == self.region:
            return
        self.region = region
        self._show_region()
        self._show_charts()

    def choose_period(self, period: Period) -> None:
        """Look at another period."""
        self.period = period
        self.head.show_period(period)
        self.refresh()

    def save_picture(self, deck: ChartDeck, target: Path) -> None:
        """Save the chart of a deck as PNG or SVG, as the name of the file ends."""
        if deck.canvas is None:
            return
        ending = "svg" if target.suffix.casefold() == ".svg" else "png"
        content = deck.canvas.picture(ending)

        def write(diary: Diary) -> Path:
            del diary  # only its thread is needed: a slow disk must not freeze the window
            write_picture(content, target)
            return target

        self._link.read(write, lambda saved: deck.say(self._saved_as(saved)))

    # ---- Parts ----

    def _build(self) -> None:
        self.head = Head()
        self.head.show_loading()
        self.head.period_chosen.connect(self.choose_period)
        self.head.own_days_wanted.connect(self._ask_for_days)
        self.head.baseline_wanted.connect(self._ask_for_baseline)
        self.head.usual_wanted.connect(lambda: self._usual_baseline(self._chosen()))
        self.head.induction_wanted.connect(self._ask_for_induction)
        self.head.usual_end_wanted.connect(lambda: self._usual_induction(self._moved()))
        self.head.doctor_chosen.connect(self._set_for_doctor)
        self.to_today = QPushButton(self.tr("Rate on the Today page"), minimumHeight=FINGER)
        self.to_today.clicked.connect(lambda: self.page_wanted.emit("today"))
        self.plan = PlanCard()
        self.change = ChartDeck(self.tr("Change per region"), TOP_HEIGHT, is_narrow=True)
        self.body = ChartDeck(self.tr("Body"), BODY_HEIGHT, is_narrow=True)
        self.top = Beside(_card_of(self.change), _card_of(self.body), BESIDE)
        self.card = RegionCard()
        self.card.region_chosen.connect(self.choose_region)
        self.card.threshold_chosen.connect(self._set_threshold)
        self.all = ChartDeck(self.tr("Charts of all regions"))
        self.together = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self.all_card = Card()
        self.all_card.box.addWidget(heading(self.tr("All regions")))
        self.all_card.box.addWidget(self.together)
        self.all_card.box.addWidget(self.all)
        self._decks = (self.change, self.body, self.card.charts, self.all)
        for deck in self._decks:
            deck.region_chosen.connect(self.choose_region)
            deck.region_stepped.connect(self._step)
            deck.save_wanted.connect(lambda chart, deck=deck: self._ask_where(deck, chart))
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 6, 8)
        self._column.setSpacing(14)
        for part in (self.head, self.plan, self.top, self.card, self.all_card):
            self._column.addWidget(part)
        self._column.insertWidget(1, self.to_today, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)
        for part in (self.to_today, self.top, self.card, self.all_card):
            part.hide()
        page = QVBoxLayout(self)
        page.setContentsMargins(22, 12, 16, 0)
        page.addWidget(Column(inside))

    def _find(self, snapshot: Snapshot, reads: int) -> None:
        period, for_doctor = self.period, is_for_doctor()
        self._link.read(
            lambda diary: find(snapshot, period, for_doctor, diary.today()),
            lambda found: self._show(found, reads),
        )

    def _show(self, found: Found, reads: int) -> None:
        if reads != self._reads:  # something else was asked meanwhile
            return
        from model.charts import CHARTS

        self.found, said = found, Said(found)
        self.said = said
        self.to_today.setVisible(found.is_empty)
        self.plan.show_lines(() if found.is_empty else said.plan)
        for part in (self.top, self.card, self.all_card):
            part.setVisible(not found.is_empty)
        self._show_head(said)
        if found.is_empty:
            return
        if self.region not in said.names:
            self.region = first_region(found.view.progress)
        self.top.setVisible(bool(found.view.progress.sessions))
        self.card.show_regions(said.marked_names, self.region)
        self._show_figures()
        self._show_region()
        self.together.setText("\n".join(said.together))
        self.together.setVisible(bool(said.together))
        self.card.charts.set_charts(self._charts_of_region())
        self.change.set_charts([CHARTS[CHANGE]])
        self.body.set_charts([CHARTS[BODY]])
        self.all.set_charts(self._charts_of_all())
        self._show_charts()

    def _show_head(self, said: Said) -> None:
        found = said.found
        if found.is_empty:
            headline, more = self.tr("Progress"), ""
            lines = [
                self.tr(
                    "Nothing is rated yet. Rate your regions on the Today page, best for 14 days"
                    " before the first session."
                )
            ]
        else:
            (headline, more), lines = said.headline, [said.quality]
            lines += [said.entry] if said.entry else []
        if found.is_simulated:
            lines.append(self.tr("Simulated: no patient's data."))
        self.head.show_found(found, headline, more, lines)
        self.head.show_baselines(said.chosen_baselines)
        self.head.show_inductions(said.moved_inductions)

    def _show_region(self) -> None:
        said, found, region = self.said, self.found, self.region
        if said is None or found is None:
            return
        self.card.show_region(
            region, said.verdict(region), said.sure(region), said.doctors_line(region)
        )
        if self.figures is not None:
            self.figures.show_region(region)

    def _show_charts(self) -> None:
        """Show the charts, once they can be drawn: the words of the page are there before them."""
        if self.found is None or self.found.is_empty or not self._charts.is_done:
            return
        view, region = self.found.view, self.region
        self.card.show_charts(view, region)
        for deck in (self.all,) if self.top.isHidden() else (self.change, self.body, self.all):
            deck.show_view(view, region)

    def _say_waiting(self, failed: bool = False) -> None:
        for deck in self._decks:
            deck.show_waiting(failed)

    def _show_figures(self) -> None:
        """Show every figure where the doctor's switch is on; the card is made when needed."""
        if self.found is None or self.said is None:
            return
        wanted = self.found.view.for_doctor
        if wanted and self.figures is None:
            from ui.progress.figures import FiguresCard

            self.figures = FiguresCard()
            self.figures.region_chosen.connect(self.choose_region)
            self._column.insertWidget(self._column.indexOf(self.card) + 1, self.figures)
            QWidget.setTabOrder(self.card.charts.save, self.figures.table)
        if self.figures is not None:
            self.figures.setVisible(wanted)
            self.figures.show_view(self.found.view, self.said.names)

    def _charts_of_region(self) -> list[Chart]:
        from model.charts import CHARTS

        return [chart for chart in CHARTS.values() if chart.of_region]

    def _charts_of_all(self) -> list[Chart]:
        from model.charts import CHARTS

        rest = [it for it in CHARTS.values() if not it.of_region and it.id not in (CHANGE, BODY)]
        return sorted(rest, key=lambda chart: chart.id != OVERVIEW)

    # ---- Deeds ----

    def _step(self, step: int) -> None:
        """Go to the next region, or the one before, in the order of the charts."""
        regions = list(self.said.names) if self.said else []
        if self.region in regions:
            place = regions.index(self.region) + step
            self.choose_region(regions[max(0, min(place, len(regions) - 1))])

    def _set_for_doctor(self, on: bool) -> None:
        settings().setValue(FOR_DOCTOR, on)
        self.refresh()

    def _set_threshold(self, threshold: int) -> None:
        def records(diary: Diary) -> tuple[Record, ...]:
            from model.records.person import WetAgain

            return (WetAgain(threshold, diary.now()),)

        title = self.tr("Severity of wet again")
        self._link.put(records, title, lambda _: self.card.threshold.answered())

    def _undo_threshold(self, error: object, is_write: bool) -> None:
        del error  # the window tells of it
        if is_write and self.found is not None:
            self.card.threshold.refused(self.found.view.threshold)

    def _ask_for_days(self) -> None:
        if self.found is None or self.found.whole is None:
            return
        self.head.show_period(self.period)  # until days were chosen
        dialog = PeriodDialog(self.found.span, self.found.whole, self.found.today, self)
        dialog.chosen.connect(self.choose_period)
        self._open(dialog)

    def _ask_for_baseline(self) -> None:
        from ui.progress.baseline_dialog import BaselineDialog, baselines

        if self.found is None or self.said is None:
            return
        listed = baselines(self.found.view.progress)
        dialog = BaselineDialog(listed, self.said.names, self.region, self.found.today, self)
        dialog.chosen.connect(self._set_baseline)
        dialog.usual_wanted.connect(self._usual_baseline)
        self._open(dialog)

    def _ask_for_induction(self) -> None:
        from ui.progress.induction_dialog import InductionDialog, inductions

        if self.found is None or self.said is None:
            return
        listed = inductions(self.found.view.progress)
        dialog = InductionDialog(listed, self.said.names, self.region, self.found.today, self)
        dialog.chosen.connect(self._set_induction)
        dialog.usual_wanted.connect(self._usual_induction)
        self._open(dialog)

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(self._forget_dialog)
        dialog.open()

    def _forget_dialog(self) -> None:
        self.dialog = None

    def _set_baseline(self, chosen: Chosen) -> None:
        def records(diary: Diary) -> tuple[Record, ...]:
            from model.records.person import BaselineChoice

            first = BaselineChoice("", chosen.first, chosen.last, diary.now(), chosen.reason)
            return tuple(replace(first, region=region) for region in chosen.regions)

        self._link.put(records, self.tr("Baseline chosen"))

    def _set_induction(self, chosen: Chosen) -> None:
        def records(diary: Diary) -> tuple[Record, ...]:
            from model.records.person import InductionChoice

            first = InductionChoice("", chosen.last, diary.now(), chosen.reason)
            return tuple(replace(first, region=region) for region in chosen.regions)

        self._link.put(records, self.tr("End of the induction moved"))

    def _usual_baseline(self, regions: Iterable[str]) -> None:
        from model.records.person import BaselineChoice

        self._forget_choices(BaselineChoice, regions, self.tr("Usual baseline"))

    def _usual_induction(self, regions: Iterable[str]) -> None:
        from model.records.person import InductionChoice

        self._forget_choices(InductionChoice, regions, self.tr("Usual end of the induction"))

    def _forget_choices(self, kind: type[_Choice], regions: Iterable[str], title: str) -> None:
        """Take out what the patient chose for these regions, in one step."""
        wanted = {*regions}
        stored = self.found.view.snapshot.of(kind) if self.found else ()
        gone = tuple(each for each in stored if each.region in wanted)
        if gone:
            self._link.run(lambda diary: diary.remove(*gone, title=title))

    def _chosen(self) -> list[str]:
        regions = self.found.view.progress.regions if self.found else ()
        return [each.region for each in regions if each.baseline_chosen]

    def _moved(self) -> list[str]:
        regions = self.found.view.progress.regions if self.found else ()
        return [each.region for each in regions if each.induction_moved]

    def _ask_where(self, deck: ChartDeck, chart: Chart) -> None:
        name = translated("Chart", chart.name)
        if self.said is not None and chart.of_region:
            name = self.tr("{region}, {chart}", "file name").format(
                region=self.said.names[self.region], chart=name
            )
        endings = {self.tr("PNG picture (*.png)"): "png", self.tr("SVG picture (*.svg)"): "svg"}
        ask_where_to_save(
            self,
            self.tr("Save the chart"),
            name,
            endings,
            lambda target: self.save_picture(deck, target),
        )

    def _saved_as(self, target: Path) -> str:
        return self.tr("Saved as {file}").format(file=target)


def _card_of(deck: ChartDeck) -> Card:
    made = Card()
    made.box.addWidget(deck)
    return made
