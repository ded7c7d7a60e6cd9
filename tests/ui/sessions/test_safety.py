"""The tab Safety: an emergency line that stays, a checklist that clears nobody, nothing hidden."""

from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from model.analysis.notices import checklist, finding
from model.analysis.sentences import Sentence
from model.catalog.cautions import CAUTIONS, EMERGENCY
from model.catalog.sources import SOURCES
from model.catalog.treatments import CONTRAINDICATIONS
from model.records.person import ContraindicationAnswer, Notice
from ui.sessions.safety import SafetyTab, ToAskLine

TODAY = date(2026, 11, 22)
LEFT = Qt.MouseButton.LeftButton
ASK = CAUTIONS["ask_before"].text
MARK = Sentence("small blisters", context="Reaction")
BLISTER = finding("skin_reaction", "r", [TODAY], day=TODAY, reaction=MARK)
OPEN = finding("reaction_open", "r", [TODAY], day=TODAY, reaction=MARK, severity=2)
SHORT = finding("short_session", "s", [TODAY], day=TODAY, minutes=6, least=10)


def answers(day=TODAY, note="", **given):
    return [
        ContraindicationAnswer(item, day, given.get(item, "no"), note if item in given else "")
        for item in CONTRAINDICATIONS
    ]


class Diary:
    """Stands for the diary: stores what the tab tells and shows it again."""

    def __init__(self, tab):
        self.tab, self.held, self.put, self.taken = tab, {}, [], []
        self.notices, self.found, self.today, self.changed = [], [], TODAY, None
        tab.answered.connect(self.store)
        tab.withdrawn.connect(self.remove)

    def holds(self, *given):
        self.held = {(answer.item, answer.day): answer for answer in given}
        self.show()

    def store(self, answer):
        self.put.append(answer)
        self.held[answer.item, answer.day] = answer
        self.show()

    def remove(self, answer):
        self.taken.append(answer)
        self.held.pop((answer.item, answer.day))
        self.show()

    def show(self):
        given = tuple(self.held.values())
        state = checklist(given, self.today, self.changed)
        self.tab.show_state(self.found, state, given, self.notices, {}, self.today)


@pytest.fixture
def tab(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    tab = SafetyTab()
    QVBoxLayout(window).addWidget(tab)
    window.resize(900, 700)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    tab.window_of_test = window
    return tab


@pytest.fixture
def diary(tab):
    return Diary(tab)


def press(qtbot, button):
    qtbot.mouseClick(button, LEFT)


def answer(qtbot, tab, item, term):
    press(qtbot, tab.checklist.questions[item].choice.button(term))


def lay_out():
    """Let every layout come to rest: a line that breaks is asked for its height twice."""
    for _ in range(8):
        QApplication.processEvents()


def chosen(tab):
    """What is shown as answered, by item."""
    return {
        item: term
        for item, question in tab.checklist.questions.items()
        for term in ("yes", "no", "unsure")
        if question.choice.button(term).isChecked()
    }


def texts(part):
    return [label.text() for label in part.findChildren(QLabel) if label.isVisible()]


def test_the_emergency_line_is_always_seen_with_its_source_and_never_dismissed(tab, diary):
    diary.notices = [Notice("red_flag", "emergency", *[datetime(2026, 11, 22, tzinfo=UTC)] * 2)]
    diary.show()
    (line,) = [label for label in tab.findChildren(QLabel) if label.text() == EMERGENCY.text]
    assert line.isVisible()
    frame = line.parentWidget()
    assert any(SOURCES["mayo_text"] in text for text in texts(frame))
    assert frame.findChildren(QAbstractButton) == []
    assert not tab.findChild(QScrollArea).isAncestorOf(line)


def test_what_was_never_answered_is_asked_at_once_with_nothing_preselected(tab, diary):
    diary.show()
    assert list(tab.checklist.questions) == list(CONTRAINDICATIONS)
    assert chosen(tab) == {}
    assert CAUTIONS["checklist_never"].text in texts(tab)


def test_every_question_says_what_sources_say_and_each_source_can_be_read(tab, diary):
    diary.show()
    shown = texts(tab.checklist)
    for item in CONTRAINDICATIONS.values():
        (detail,) = [t for t in texts(tab.checklist.questions[item.id]) if item.detail in t]
        numbers = detail.removeprefix(item.detail).strip(" []").split(", ")
        assert numbers == sorted(numbers, key=int)
        read = {text for text in shown for n in numbers if text.startswith(f"[{n}] ")}
        for source in item.sources:
            cited = "Drymap's own" if source == "drymap" else SOURCES[source]
            assert any(cited in text for text in read), (item.id, source)
        assert len(read) == len(item.sources)


def test_an_answer_is_stored_at_once_and_shown(qtbot, tab, diary):
    diary.show()
    answer(qtbot, tab, "epilepsy", "unsure")
    assert diary.put == [ContraindicationAnswer("epilepsy", TODAY, "unsure")]
    diary.put[0].check()
    assert chosen(tab) == {"epilepsy": "unsure"}
    answer(qtbot, tab, "epilepsy", "no")
    assert diary.put[1:] == [ContraindicationAnswer("epilepsy", TODAY, "no")]
    assert chosen(tab) == {"epilepsy": "no"}


def test_an_answer_pressed_again_is_taken_back(qtbot, tab, diary):
    diary.show()
    answer(qtbot, tab, "epilepsy", "yes")
    answer(qtbot, tab, "epilepsy", "yes")
    assert diary.taken == diary.put == [ContraindicationAnswer("epilepsy", TODAY, "yes")]
    assert chosen(tab) == {}


def test_an_answer_undone_elsewhere_is_not_shown_any_more(qtbot, tab, diary):
    diary.show()
    answer(qtbot, tab, "epilepsy", "no")
    answer(qtbot, tab, "epilepsy", "yes")
    diary.holds(diary.put[0])
    assert chosen(tab) == {"epilepsy": "no"}
    diary.holds()
    assert chosen(tab) == {}


def test_an_answer_that_could_not_be_stored_is_taken_back_on_the_screen(qtbot, tab, diary):
    diary.show()
    tab.answered.disconnect(diary.store)
    answer(qtbot, tab, "epilepsy", "no")
    diary.show()  # something else was stored meanwhile
    assert chosen(tab) == {"epilepsy": "no"}
    tab.may_press_again()
    assert chosen(tab) == {}


def test_answer_again_preselects_nothing_and_keeps_the_old_answers(qtbot, tab, diary):
    old = answers(date(2026, 3, 1), pacemaker="yes")
    diary.holds(*old)
    assert tab.checklist.questions == {}
    assert tab.checklist.toggle.text() == "Answer again"
    press(qtbot, tab.checklist.toggle)
    assert list(tab.checklist.questions) == list(CONTRAINDICATIONS)
    assert chosen(tab) == {}
    answer(qtbot, tab, "pacemaker", "no")
    assert chosen(tab) == {"pacemaker": "no"}
    assert set(old) < set(diary.held.values())
    press(qtbot, tab.checklist.toggle)
    assert tab.checklist.questions == {}
    press(qtbot, tab.checklist.toggle)
    assert chosen(tab) == {}


def test_it_says_when_it_was_asked_and_why_it_is_due(tab, diary):
    diary.holds(*answers(date(2026, 5, 22)))
    assert "Asked last: 22 May 2026" in texts(tab)
    assert any("6 months ago or more" in text for text in texts(tab))
    diary.changed = date(2026, 11, 3)
    diary.holds(*answers(date(2026, 11, 2))[1:], *answers(date(2026, 10, 30))[:1])
    assert "Asked last: 30 Oct – 2 Nov 2026" in texts(tab)
    assert any("Your applicators changed on 3 Nov 2026" in text for text in texts(tab))
    assert "Source: Drymap's own wording or convention" in texts(tab)
    diary.changed = None
    diary.holds(*answers())
    assert not any("please go through" in text for text in texts(tab))


def test_what_has_no_answer_yet_is_asked_and_nothing_else(qtbot, tab, diary):
    diary.holds(*answers()[2:])
    assert list(tab.checklist.questions) == list(CONTRAINDICATIONS)[:2]
    assert CAUTIONS["checklist_incomplete"].text in texts(tab)
    for item in list(CONTRAINDICATIONS)[:2]:
        answer(qtbot, tab, item, "no")
    assert len(tab.checklist.questions) == 2
    assert "All of these questions are answered." in texts(tab)


def test_questions_that_were_closed_do_not_open_by_themselves(qtbot, tab, diary):
    diary.show()
    press(qtbot, tab.checklist.toggle)
    diary.show()
    assert tab.checklist.questions == {}
    assert tab.checklist.toggle.text() == "Answer the questions"


@pytest.mark.parametrize("term", ["yes", "unsure"])
def test_yes_and_not_sure_say_ask_your_doctor_and_stay_in_the_list(qtbot, tab, diary, term):
    diary.holds(*answers(date(2026, 11, 1), "since 2019", metal_iud=term))
    said = texts(tab.checklist)
    assert ASK in said
    assert "Sources: " + "; ".join(SOURCES[s] for s in CAUTIONS["ask_before"].sources) in said
    word = {"yes": "yes", "unsure": "not sure"}[term]
    assert f"metal coil (intrauterine device): {word}, 1 Nov 2026. Note: since 2019" in said
    assert any(CONTRAINDICATIONS["metal_iud"].detail in text for text in said)
    diary.holds(*answers())
    assert ASK not in texts(tab.checklist)


def test_no_answer_whatever_says_that_treating_is_safe(qtbot, tab, diary):
    diary.holds(*answers())
    said = " ".join(texts(tab)).casefold()
    for word in ("you may", "you can", "safe to", "cleared", "no contraindication", "go ahead"):
        assert word not in said
    assert "Answered no: " in " ".join(texts(tab))


def test_a_question_answered_yes_says_ask_and_takes_a_note(qtbot, tab, diary):
    diary.show()
    question = tab.checklist.questions["braces"]
    assert not question.note.isVisible()
    answer(qtbot, tab, "braces", "yes")
    assert ASK in texts(question)
    qtbot.keyClicks(question.note, "Dr Berg: fine for feet ")
    qtbot.keyClick(question.note, Qt.Key.Key_Return)
    assert diary.put[1:] == [
        ContraindicationAnswer("braces", TODAY, "yes", "Dr Berg: fine for feet")
    ]
    answer(qtbot, tab, "braces", "no")
    assert diary.put[-1] == ContraindicationAnswer("braces", TODAY, "no")
    assert not question.note.isVisible()
    assert ASK not in texts(question)


def test_a_note_typed_when_the_questions_are_closed_is_not_lost(qtbot, tab, diary):
    diary.show()
    answer(qtbot, tab, "braces", "unsure")
    note = tab.checklist.questions["braces"].note
    note.setFocus()
    qtbot.keyClicks(note, "ask")
    diary.show()  # something else was stored
    assert note.text() == "ask"
    tab.checklist.toggle.click()  # a click that takes no focus, as on a Mac
    assert diary.put[-1].note == "ask"


def test_nothing_above_a_question_moves_while_it_is_answered(qtbot, tab, diary):
    diary.show()
    inside = tab.findChild(QScrollArea).widget()

    def top(item):
        return tab.checklist.questions[item].mapTo(inside, tab.rect().topLeft()).y()

    lay_out()
    before = top("pacemaker"), top("epilepsy")
    answer(qtbot, tab, "epilepsy", "yes")
    answer(qtbot, tab, "braces", "no")
    lay_out()
    assert (top("pacemaker"), top("epilepsy")) == before


def test_an_answer_after_midnight_is_of_the_new_day(qtbot, tab, diary):
    diary.show()
    answer(qtbot, tab, "epilepsy", "no")
    diary.today = TODAY + timedelta(days=1)
    diary.show()
    answer(qtbot, tab, "braces", "no")
    assert [given.day for given in diary.put] == [TODAY, diary.today]
    assert chosen(tab) == {"epilepsy": "no", "braces": "no"}


def test_questions_are_answered_by_keys_alone(qtbot, tab, diary):
    diary.show()
    tab.checklist.toggle.setFocus()
    for keys in ("Tab", "Right", "Space", "Tab", "Right", "Right", "Space"):
        qtbot.keyClick(tab.window_of_test.focusWidget(), getattr(Qt.Key, f"Key_{keys}"))
    assert [(given.item, given.answer) for given in diary.put] == [
        ("pacemaker", "no"),
        ("pregnancy", "unsure"),
    ]
    focused = tab.window_of_test.focusWidget()
    assert focused.accessibleName() == "pregnancy or breast-feeding: not sure"


def notice(kind, day, dismissed=True):
    at = datetime(2026, 11, day, 9, tzinfo=UTC)
    return Notice(kind, f"{kind}:{day}", at, at if dismissed else None, id=f"{kind}{day}")


def test_what_was_dismissed_stays_listed_latest_first(tab, diary):
    diary.show()
    assert "Nothing was dismissed so far." in texts(tab.log)
    diary.notices = [
        notice("short_session", 3),
        notice("skin_reaction", 9),
        notice("too_often", 10, dismissed=False),
        notice("weekly_question", 11),
    ]
    diary.show()
    assert texts(tab.log)[1:] == [
        "9 Nov 2026: skin reaction: stop and ask",
        "3 Nov 2026: short session",
    ]


def test_a_long_list_of_dismissed_notices_is_shown_at_a_press(qtbot, tab, diary):
    diary.notices = [notice("short_session", day) for day in range(1, 13)]
    diary.show()
    assert len(texts(tab.log)) == 1 + 8
    assert tab.log.more.text() == "Show 4 more"
    press(qtbot, tab.log.more)
    assert len(texts(tab.log)) == 1 + 12


def test_findings_are_shown_and_dismissed_in_the_tab(qtbot, tab, diary):
    heard = []
    tab.dismissed.connect(heard.append)
    diary.found = [SHORT]
    diary.show()
    assert str(SHORT.text) in texts(tab)
    press(qtbot, tab.findings.boxes[SHORT.reason].dismiss)
    assert heard == [(SHORT,)]


def test_what_says_stop_stands_above_the_tabs_and_is_not_said_twice(tab, diary):
    diary.found = [BLISTER]
    diary.show()
    assert tab.findings.boxes == {}
    assert "There is nothing to point out but what stands above." in texts(tab)
    diary.found = [BLISTER, OPEN]
    diary.show()
    assert list(tab.findings.boxes) == [OPEN.reason]
    diary.found = []
    diary.show()
    assert "There is nothing to point out now." in texts(tab)


def test_the_line_of_the_page_names_what_to_ask_and_stays_until_it_is_answered_no(qtbot):
    line = ToAskLine()
    qtbot.addWidget(line)
    line.show_checklist(checklist((), TODAY))
    assert line.isHidden()
    given = answers(pacemaker="yes", pregnancy="unsure")
    line.show_checklist(checklist(given, TODAY))
    assert not line.isHidden()
    assert line.label.text() == (
        "Ask your doctor before you treat. Answered yes or not sure: pacemaker or implanted"
        " defibrillator, pregnancy or breast-feeding"
    )
    line.show_checklist(checklist(answers(), TODAY))
    assert line.isHidden()


def test_the_tab_is_never_wider_than_a_narrow_window(tab, diary):
    diary.found = [SHORT]
    diary.show()
    assert tab.minimumSizeHint().width() < 330
