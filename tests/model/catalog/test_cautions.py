"""No rule, number or text of a medical kind without its source: here is where one would show."""

import ast
import dataclasses
import importlib
import pkgutil
import string
from pathlib import Path

import pytest

import model.catalog
from model.analysis import judgement, notices, plan, planned, reach, red_flags, start
from model.catalog import cautions, terms, treatments
from model.catalog.applicators import APPLICATORS
from model.catalog.cautions import CAUTIONS, CEILINGS_SEEN, EMERGENCY, Figure, Listed
from model.catalog.regions import GROUPS
from model.catalog.sources import SOURCES
from model.catalog.treatments import CO_TREATMENTS, CONTRAINDICATIONS

MODULES = [
    importlib.import_module(f"model.catalog.{found.name}")
    for found in pkgutil.iter_modules(model.catalog.__path__)
]
PLAN = (judgement, plan, planned, reach, start)
PLAIN = (0, 1, 7, 12)  # what a rule may say without a source: none, the next one, a week, a year


def facts(module):
    """Every public value of a catalog module, with what its tables hold."""
    for name, value in vars(module).items():
        if name.isupper() and not callable(value):
            inside = value.values() if isinstance(value, dict) else value
            several = isinstance(value, dict | tuple | frozenset)
            yield from ((name, item) for item in inside) if several else [(name, value)]


def unsourced(module):
    """The names of a module under which a fact stands without a source that is listed."""
    return {
        name
        for name, fact in facts(module)
        if dataclasses.is_dataclass(fact)
        and not (fact.sources and set(fact.sources) <= SOURCES.keys())
    }


def bare(module):
    """The names of a module under which a number or text stands that can have no source."""
    return {name for name, fact in facts(module) if not dataclasses.is_dataclass(fact)}


def test_every_fact_of_the_catalog_has_a_source_that_is_listed():
    assert len(MODULES) >= 7
    assert sum(dataclasses.is_dataclass(f) for m in MODULES for _, f in facts(m)) > 150
    assert {module.__name__: unsourced(module) for module in MODULES if unsourced(module)} == {}


def test_cautions_and_treatments_hold_no_number_or_text_that_can_have_no_source():
    assert bare(cautions) == {"PATIENTS"}  # adults, children: words, no claim
    assert bare(treatments) == set()


@pytest.mark.parametrize("made", [Figure(8, "min", ()), Figure(8, "min", ("hearsay",)), 8, "rest"])
def test_a_fact_without_a_source_is_found(made, monkeypatch):
    monkeypatch.setattr(cautions, "PLANTED", made, raising=False)
    assert "PLANTED" in unsourced(cautions) | bare(cautions)


def numbers_of_its_own(source):
    """Numbers that stand in a module outside a Figure; to how many digits one rounds is no rule."""
    tree = ast.parse(source)
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    sourced = [node for node in calls if ast.unparse(node.func) in {"Figure", "cautions.Figure"}]
    digits = [part for node in calls if ast.unparse(node.func) == "round" for part in node.args[1:]]
    free = {id(inside) for node in (*sourced, *digits) for inside in ast.walk(node)}
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and type(node.value) in (int, float)
        and node.value not in PLAIN
        and id(node) not in free
    ]


def texts_of_its_own(source):
    """Count the texts marked for the screen that stand in a rule itself."""
    names = (n for n in ast.walk(ast.parse(source)) if isinstance(n, ast.Name | ast.Attribute))
    return sum(ast.unparse(node).endswith("QT_TRANSLATE_NOOP") for node in names)


@pytest.mark.parametrize("module", [notices, red_flags])
def test_a_rule_takes_its_numbers_and_texts_from_the_catalog(module):
    source = Path(module.__file__).read_text("utf-8")
    assert numbers_of_its_own(source) == []
    assert texts_of_its_own(source) == 0
    assert figures(module) == {}


@pytest.mark.parametrize("module", PLAN)
def test_what_is_said_of_a_plan_turns_on_numbers_with_a_source(module):
    assert numbers_of_its_own(Path(module.__file__).read_text("utf-8")) == []
    for name, figure in figures(module).items():
        assert figure.sources, name
        assert {*figure.sources} <= SOURCES.keys(), name


def figures(module):
    return {name: value for name, value in vars(module).items() if isinstance(value, Figure)}


def test_the_conventions_of_a_plan_are_named_as_such():
    conventions = {
        name
        for module in PLAN
        for name, figure in figures(module).items()
        if figure.sources == ("drymap",)
    }
    assert conventions == {"LOOK_AHEAD_DAYS", "NEAR_DAYS", "RECENT_DAYS"}


def test_a_number_and_a_text_of_a_rule_s_own_are_found():
    rule = "if minutes < 10: say(QT_TRANSLATE_NOOP('Caution', 'short'))"
    assert numbers_of_its_own(rule) == [10]
    assert texts_of_its_own(rule) == 1
    assert numbers_of_its_own("LEAST = 28; SHORT = Figure(10, 'min', ('drymap',))") == [28]
    assert numbers_of_its_own("round(each * 100, 6)") == [100]


def test_every_caution_can_be_logged_as_a_notice():
    assert {caution.kind for caution in CAUTIONS.values()} <= terms.NOTICES.keys()
    for key, caution in CAUTIONS.items():
        assert caution.id == key
        fields = [name for _, name, _, _ in string.Formatter().parse(caution.text) if name]
        assert all(name.isidentifier() for name in fields), key  # named, never counted


def test_lists_name_what_the_vocabularies_hold():
    assert (
        set(cautions.STOP_REACTIONS.items) == {"blister", "burn", "wound"} <= terms.REACTIONS.keys()
    )
    assert set(cautions.STOPPED_FOR_PAIN.items) <= terms.STOP_REASONS.keys()
    assert set(cautions.DRENCHED.items) <= terms.NIGHT_SWEAT.keys()
    assert set(cautions.HOT.items) <= terms.HEAT.keys()
    assert set(cautions.LASTING.items) <= CO_TREATMENTS.keys()
    assert cautions.SPREAD_GROUPS.value < len(GROUPS)
    for name, listed in facts(cautions):
        if isinstance(listed, Listed):
            assert len(set(listed.items)) == len(listed.items) > 0, name


def test_ceilings_are_those_that_were_read_and_none_is_borrowed():
    read = {(c.applicator, c.who, c.sources[0]): c.current_ma for c in CEILINGS_SEEN}
    assert read == {  # FACTS 3.2
        ("hand_tray", "adult", "nhs_wpr26540"): 20,
        ("foot_tray", "adult", "nhs_wpr26540"): 20,
        ("hand_tray", "child", "nhs_wpr26540"): 15,
        ("foot_tray", "child", "nhs_wpr26540"): 15,
        ("hand_tray", "any", "wikipedia_de"): 15,
        ("foot_tray", "any", "wikipedia_de"): 25,
    }
    assert {seen.who for seen in CEILINGS_SEEN} == cautions.PATIENTS.keys()
    shown = {key: cautions.ceilings_seen(key) for key in APPLICATORS}
    assert [seen.current_ma for seen in shown["foot_tray"]] == [20, 15, 25]
    assert {key for key, seen in shown.items() if seen} == {"hand_tray", "foot_tray"}
    defaults = {(c.applicator, c.who): c.sources for c in CEILINGS_SEEN if c.is_default}
    assert defaults == {  # FACTS 10, warnings
        ("hand_tray", "any"): ("wikipedia_de",),
        ("foot_tray", "any"): ("wikipedia_de",),
        ("hand_tray", "child"): ("nhs_wpr26540",),
        ("foot_tray", "child"): ("nhs_wpr26540",),
    }


def test_the_rules_turn_on_the_numbers_that_were_read():
    assert (cautions.SHORTEST_SESSION.value, cautions.SHORTEST_SESSION.sources) == (
        10,
        ("hidrex_1994",),
    )
    assert cautions.SESSIONS_A_DAY.value == 1
    assert cautions.SESSIONS_A_WEEK.value == 5
    assert cautions.ONSET_AFTER.value == 25
    assert cautions.ASK_AGAIN_MONTHS.sources == ("drymap",)  # a convention, and named as one
    assert (cautions.ADULT_FROM.value, cautions.ADULT_FROM.sources) == (18, ("drymap",))
    assert len(cautions.SWEAT_DRUGS.items) == 15
    assert EMERGENCY.sources == ("mayo_text",)


def test_no_contraindication_that_a_diary_may_hold_was_lost():
    assert CONTRAINDICATIONS.keys() >= {
        "pacemaker",
        "pregnancy",
        "metal_implant",
        "metal_iud",
        "epilepsy",
        "heart_disease",
        "lost_sensation",
        "thrombosis",
        "skin_lesion",
        "open_wound",
        "braces",
        "young_child",
        "electrical_sensitivity",
    }
    assert terms.NOTICES.keys() >= {"skin_reaction", "red_flag", "contraindication", "ceiling"}


@pytest.mark.parametrize("item", ["metal_implant", "metal_iud", "braces", "young_child"])
def test_where_sources_disagree_the_checklist_says_so(item):
    assert CONTRAINDICATIONS[item].detail.startswith("Sources disagree")
    assert len(CONTRAINDICATIONS[item].sources) > 1


def test_every_contraindication_says_what_was_read_of_it():
    for key, item in CONTRAINDICATIONS.items():
        assert item.id == key
        assert item.name
        assert item.detail
        assert "very leaflet" not in item.detail  # not all were read


def test_that_no_treatment_is_noted_is_all_that_is_said_of_one_side():
    said = CAUTIONS["one_sided"].text
    assert "No treatment of one side is noted that would explain it." in said
