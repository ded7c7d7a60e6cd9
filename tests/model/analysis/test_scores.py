"""Totals of questionnaires: which two are compared, and whether the difference matters."""

from datetime import timedelta

import pytest

from model.analysis.scores import (
    score_changes,
    score_in_short,
    score_sentence,
    treatment_begins,
)
from model.analysis.sentences import Sentence
from model.catalog.scales import INSTRUMENTS
from model.catalog.sources import SOURCES
from model.records.day import Assessment
from model.records.person import Profile
from model.records.treatment import Session
from tests.model.analysis.conftest import FIRST, at
from tests.model.analysis.test_verdicts import FORBIDDEN, unmarked


def filled(instrument, *scores, region=None):
    return tuple(
        Assessment(
            FIRST + timedelta(day), instrument, score, region=region, id=f"{instrument}{day}"
        )
        for day, score in scores
    )


def compared(written, *assessments, sessions=(10,), **records):
    diary = written({}, {"palm_left": sessions}, assessment=assessments, **records)
    return score_changes(diary)


def said(written, *assessments, **fields):
    return [str(score_sentence(change)) for change in compared(written, *assessments, **fields)]


def test_the_last_before_the_first_session_is_compared_with_the_latest(written):
    given = filled("dlqi", (30, 9), (9, 15), (2, 20), (50, 8), (10, 30))
    (found,) = compared(written, *given, sessions=(10, 40, 60))
    assert (found.first.score, found.latest.score, found.points) == (15, 8, -7)
    assert (found.before, found.meaningful, found.sources) == (True, True, ("dlqi",))


def test_one_of_the_day_of_the_first_session_is_not_before_it(written):
    (found,) = compared(written, *filled("dlqi", (10, 15), (50, 8)))
    assert found.before is False


def test_a_session_in_the_night_belongs_to_the_day_of_the_patient(written):
    night = Session(at(10, hour=3), ("palm_left",), ("hand_tray",), id="s")
    for ends_at, is_before in ((0, True), (6, False)):
        profile = (Profile(day_ends_at_hour=ends_at),)
        on_day_9 = filled("dlqi", (9, 15), (50, 8))
        (found,) = score_changes(
            written({}, session=(night,), profile=profile, assessment=on_day_9)
        )
        assert found.before is is_before


def test_where_none_was_filled_in_before_the_first_of_all_is_said_to_be_compared(written):
    assert said(written, *filled("dlqi", (20, 12), (50, 9))) == [
        "DLQI: 12 on 22 Mar 2026, 9 on 21 Apr 2026: 3 points less. The smallest change that matters"
        " to patients is 4 points: not reached. None was filled in before the first session; this"
        " compares with the first."
    ]


@pytest.mark.parametrize(
    ("latest", "ending"),
    [
        (11, "4 points less. The smallest change that matters to patients is 4 points: reached."),
        (
            12,
            "3 points less. The smallest change that matters to patients is 4 points: not reached.",
        ),
        (
            14,
            "1 point less. The smallest change that matters to patients is 4 points: not reached.",
        ),
        (
            15,
            "no difference. The smallest change that matters to patients is 4 points: not reached.",
        ),
        (
            16,
            "1 point more, that is worse. The smallest change that matters to patients is 4 points:"
            " not reached.",
        ),
        (
            19,
            "4 points more, that is worse. The smallest change that matters to patients is 4"
            " points: reached, for the worse.",
        ),
    ],
)
def test_a_change_is_held_against_the_published_smallest_one(written, latest, ending):
    assert said(written, *filled("hidroqol", (2, 15), (50, latest))) == [
        f"HidroQoL: 15 on 4 Mar 2026, {latest} on 21 Apr 2026: {ending}"
    ]


@pytest.mark.parametrize(
    ("latest", "ending"),
    [
        (1, "3 on 4 Mar 2026, 1 on 21 Apr 2026: 2 points less."),
        (2, "3 on 4 Mar 2026, 2 on 21 Apr 2026: 1 point less."),
        (3, "3 on 4 Mar 2026, 3 on 21 Apr 2026: no difference."),
        (4, "3 on 4 Mar 2026, 4 on 21 Apr 2026: 1 point more, that is worse."),
    ],
)
def test_hdss_is_said_in_points_and_never_in_percent(written, latest, ending):
    (found,) = said(written, *filled("hdss", (2, 3), (50, latest)))
    assert found == f"HDSS (1-4): {ending}"
    assert "%" not in found


def test_hdss_may_rise_by_more_than_a_point(written):
    assert said(written, *filled("hdss", (2, 1), (50, 4))) == [
        "HDSS (1-4): 1 on 4 Mar 2026, 4 on 21 Apr 2026: 3 points more, that is worse."
    ]


def test_a_questionnaire_without_a_published_smallest_change_is_not_judged(written):
    assert said(written, *filled("hdsm_ax", (2, 30), (50, 20))) == [
        "HDSM-Ax: 30 on 4 Mar 2026, 20 on 21 Apr 2026: 10 points less."
    ]


def test_the_question_for_the_change_itself_has_one_answer(written):
    assert said(written, *filled("global_change", (30, 4), (50, 2))) == [
        "Overall change since treatment began: a little better (21 Apr 2026)."
    ]


def test_regions_are_compared_apart_and_the_person_comes_first(written):
    left = filled("hdss", (2, 4), (50, 2), region="palm_left")
    whole = filled("hdss", (2, 3), (50, 3))
    found = compared(written, *left, *filled("dlqi", (2, 9), (50, 3)), *whole)
    assert [(each.instrument, each.region, each.points) for each in found] == [
        ("hdss", None, 0),
        ("hdss", "palm_left", -2),
        ("dlqi", None, -6),
    ]
    name = Sentence("Left palm", context="Region")
    assert str(score_sentence(found[1], name)).startswith("HDSS (1-4), Left palm: 4 on ")


def test_what_was_filled_in_once_or_only_before_has_no_change(written):
    assert compared(written, *filled("dlqi", (2, 9))) == ()
    assert compared(written, *filled("dlqi", (2, 9), (8, 12))) == ()
    assert compared(written) == ()


def test_without_a_session_the_first_is_compared_with_the_latest(written):
    found = said(written, *filled("dlqi", (2, 9), (8, 12), (9, 14)), sessions=())
    assert found == [
        "DLQI: 9 on 4 Mar 2026, 14 on 11 Mar 2026: 5 points more, that is worse. The smallest"
        " change that matters to patients is 4 points: reached, for the worse."
    ]


@pytest.mark.parametrize(
    ("instrument", "scores", "said"),
    [
        ("dlqi", ((2, 15), (50, 8)), "15 → 8: 7 points less; 4 or more matter to patients"),
        (
            "dlqi",
            ((2, 12), (50, 22)),
            "12 → 22: 10 points more, that is worse; 4 or more matter to patients",
        ),
        ("hdss", ((2, 3), (50, 2)), "3 → 2: 1 point less"),
        ("hdss", ((2, 3), (50, 3)), "3 → 3: no difference"),
        ("hdss", ((20, 3), (50, 4)), "3 → 4: 1 point more, that is worse (none before the first"
         " session)"),
    ],
)  # fmt: skip
def test_beside_a_chart_a_change_is_said_in_short(written, instrument, scores, said):
    (found,) = compared(written, *filled(instrument, *scores))
    assert str(score_in_short(found)) == said
    assert unmarked(score_in_short(found)) == []


def test_what_was_filled_in_after_a_day_is_not_known_then(written):
    given = filled("dlqi", (2, 15), (50, 8), (60, 20))
    diary = written({}, {"palm_left": [10]}, assessment=given)
    (known,) = score_changes(diary, FIRST + timedelta(59))
    assert (known.first.score, known.latest.score) == (15, 8)
    assert score_changes(diary, FIRST + timedelta(49)) == ()
    assert treatment_begins(diary) == FIRST + timedelta(10)
    assert treatment_begins(written({})) is None


def test_every_smallest_change_has_its_source():
    for scale in INSTRUMENTS.values():
        if scale.meaningful_change is not None:
            assert {*scale.sources} <= SOURCES.keys() - {"drymap"}, scale.id


def test_no_sentence_claims_a_cause(written):
    for instrument, scale in INSTRUMENTS.items():
        scores = filled(instrument, (2, scale.high), (50, scale.low))
        sentences = [score_sentence(change) for change in compared(written, *scores)]
        for sentence in sentences:
            assert not FORBIDDEN.search(str(sentence))
            # Names of questionnaires are the same in every language.
            assert {*unmarked(sentence)} <= {("Scale", scale.name)}
        assert len(sentences) == 1
