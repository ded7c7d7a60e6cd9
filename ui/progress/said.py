"""The sentences of the Progress page, from the rules of the model, in the window's language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from model.analysis.sentences import Sentence
from model.text import QT_TRANSLATE_NOOP
from ui.progress.found import Found
from ui.progress.period import Span
from ui.words import said, translated


@dataclass(frozen=True, eq=False)
class Said:
    """What may be said of a diary; every sentence comes from a rule of model.analysis."""

    found: Found

    @cached_property
    def names(self) -> dict[str, str]:
        """The names of the regions that the page shows, in its order."""
        return {region: name.said(translated) for region, name in self._named.items()}

    @property
    def marked_names(self) -> dict[str, str]:
        """The same; of a region whose days the patient chose it is said."""
        chosen = QT_TRANSLATE_NOOP("Said", "{region} (baseline chosen)")
        moved = QT_TRANSLATE_NOOP("Said", "{region} (end of induction moved)")
        names = dict(self.names)
        for it in self.found.view.progress.regions:
            for text, holds in ((chosen, it.baseline_chosen), (moved, it.induction_moved)):
                if holds:
                    names[it.region] = translated("Said", text).format(region=names[it.region])
        return names

    @property
    def headline(self) -> tuple[str, str]:
        """All regions in one sentence, and what is said in addition, "" for nothing."""
        fields = self.found.headline.fields  # a title is one sentence, the rest goes below it
        first, others = fields.get("first"), fields.get("others")
        if isinstance(first, Sentence) and isinstance(others, Sentence):
            return said(first), said(others)
        return said(self.found.headline), ""

    @property
    def quality(self) -> str:
        """Which days are compared, how many of them were rated, and how many sessions were done."""
        return said(self.found.quality)

    @property
    def entry(self) -> str:
        """How many days were entered on the day itself, and the longest gap; "" without any."""
        from model.analysis.quality import entry_line

        line = entry_line(self.found.view.progress.quality)
        return said(line) if line else ""

    @property
    def together(self) -> tuple[str, ...]:
        """What may be said of all regions as one; for a doctor also the sum of their severities."""
        return _all(self.found.together)

    @property
    def plan(self) -> tuple[str, ...]:
        """What to know before the first session, () after it."""
        return _all(self.found.plan)

    @property
    def chosen_baselines(self) -> dict[Span, list[str]]:
        """The days of every baseline that the patient chose, with the names of its regions."""
        from model.records.person import BaselineChoice

        view = self.found.view
        stored = {it.region: (it.starts, it.ends) for it in view.snapshot.of(BaselineChoice)}
        found: dict[Span, list[str]] = {}
        for it in view.progress.regions:
            if it.baseline_chosen and it.phases is not None:
                # None where a restart has left nothing of them: then it is said what was chosen.
                days = it.phases.baseline or stored[it.region]
                found.setdefault(days, []).append(self.names[it.region])
        return found

    @property
    def moved_inductions(self) -> dict[date, list[str]]:
        """The days to which the patient moved the end of an induction, with their regions."""
        found: dict[date, list[str]] = {}
        for it in self.found.view.progress.regions:
            if it.induction_moved and it.phases and it.phases.moved:
                found.setdefault(it.phases.moved, []).append(self.names[it.region])
        return found

    def verdict(self, region: str) -> tuple[str, ...]:
        """Say how a region changed, and how that compares with the untreated ones."""
        from model.analysis.verdicts import contrast_sentence, verdict_sentence

        shown = self.found.view.progress.of(region)
        if shown is None:
            return ()
        compared = contrast_sentence(shown, self._named)
        return _all(
            (verdict_sentence(shown, self._named[region]), *([compared] if compared else []))
        )

    def sure(self, region: str) -> tuple[str, ...]:
        """Say how sure that is, beyond what `verdict` says; a plain word comes first."""
        from model.analysis.sureness import how_sure
        from model.analysis.sureness_word import sure_word

        view = self.found.view
        shown = view.progress.of(region)
        if shown is None:
            return ()
        word = sure_word(shown, view.progress, view.snapshot)
        rest = how_sure(shown, view.progress, view.snapshot)
        lines = _all((*([word] if word else []), *rest))
        verdict = self.verdict(region)
        return tuple(line for line in lines if line not in verdict)

    def doctors_line(self, region: str) -> str:
        """Return all figures of a region in one line, "" unless they are wanted."""
        from model.analysis.sureness import doctor_line

        shown = self.found.view.progress.of(region)
        if shown is None or not self.found.view.for_doctor:
            return ""
        return said(doctor_line(shown, self._named[region]))

    @cached_property
    def _named(self) -> dict[str, Sentence]:
        from model.analysis.words import region_name

        view = self.found.view
        return {it.region: region_name(it.region, view.snapshot) for it in view.progress.regions}


def _all(sentences: Iterable[Sentence]) -> tuple[str, ...]:
    return tuple(map(said, sentences))
