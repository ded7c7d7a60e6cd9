"""What was found goes with the diary in which it was found."""

import gc
import weakref

from tests.ui.conftest import NOW, snapshot
from ui.progress.found import find
from ui.progress.period import ALL


def test_the_same_question_is_answered_once(demo):
    known = snapshot(demo)
    asked = known, ALL, False, NOW.date()
    found = find(*asked)
    assert find(*asked) is found
    assert find(known, ALL, True, NOW.date()) is not found


def test_of_a_diary_that_is_no_longer_open_nothing_stays_in_memory(demo):
    known = snapshot(demo)
    find(known, ALL, False, NOW.date())
    gone = weakref.ref(known)
    del known
    gc.collect()
    assert gone() is None
