"""What the page says of an induction whose end the patient moved."""

from datetime import date

from model.records.person import InductionChoice
from model.report.options import EVERYTHING
from tests.model.report.conftest import content

MOVED = InductionChoice("palm_left", date(2026, 10, 11))


def test_the_row_is_marked_and_the_day_stands_below(rated, printed):
    table = content(rated(112, induction=(MOVED,)), EVERYTHING, printed).table
    found = {row[0]: row[2] for row in table.rows}
    assert (found["Left palm"], found["Right palm"]) == ("4.0 (28)‡", "6.0 (28)")
    assert "‡ Left palm: end of the induction moved to 11 Oct 2026." in table.notes


def test_regions_moved_to_one_day_stand_in_one_note(rated, printed):
    both = MOVED, InductionChoice("palm_right", MOVED.ends)
    notes = content(rated(112, induction=both), EVERYTHING, printed).table.notes
    assert [note for note in notes if note.startswith("‡")] == [
        "‡ Right palm, Left palm: end of the induction moved to 11 Oct 2026.",
        "‡ at untreated regions: the days of the region treated first.",
    ]
