"""The page in other languages: nothing stays English, numbers and days are written as read there,
and a translation that is not there or cannot be trusted does no harm.
"""

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from pathlib import Path
from string import Formatter
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.analysis.sentences import Rounded, Sentence, number_text
from model.records.errors import DiaryError
from model.report.content import Page
from model.report.languages import FOLDER, LANGUAGES, languages, translate_into
from model.report.options import APPENDICES, Options
from model.version import VERSION
from tests.model.report.conftest import content

MODEL = Path(__file__).parents[3] / "model"
ROOMS = ("analysis", "catalog", "charts", "report")  # what a page is made of
# Contexts of these rooms that only the window shows.
OF_THE_WINDOW = {"Appointment", "DiaryError", "Evidence", "Planning", "Schedule"}
DRAWN = ("beside", "body", "chosen", "keys", "series", "timeline", "wear_off")
NEVER_SAID = re.compile(
    r"(?i:geheilt|verursacht durch|signifikant|(?<!kein )beweis)|\bSie\b|\bIhre?\b"
)
# What the patient wrote in the diary of these tests stays as it was written.
OWN_WORDS = """A hot day. May I treat the armpits? Roll-on nightly Lisbon Drymap primary"""
TRANSLATED = [code for code in LANGUAGES if code != "en"]
GERMAN = translate_into("de")


def marked() -> Iterator[tuple[str, str]]:
    """Find the texts that a page may show: context and English text."""
    for room in ROOMS:
        for path in sorted((MODEL / room).rglob("*.py")):
            if room == "charts" and not path.stem.startswith(DRAWN):
                continue
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Call) and getattr(node.func, "id", "") == (
                    "QT_TRANSLATE_NOOP"
                ):
                    context, text = (ast.literal_eval(part) for part in node.args)
                    if context not in OF_THE_WINDOW:
                        yield context, text


def messages(code: str) -> dict[tuple[str, str], ElementTree.Element]:
    """Return what stands in a language's file, as the tools of Qt see it."""
    root = ElementTree.parse(FOLDER / f"drymap_{code}.ts").getroot()
    return {
        (context.findtext("name", ""), message.findtext("source", "")): message.find("translation")
        for context in root.iter("context")
        for message in context.iter("message")
    }


def named(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def said(part: object) -> Iterator[str]:
    """Return every text of a page, that of its drawings too."""
    if isinstance(part, str):
        drawn = re.findall(r"<text[^>]*>(.*?)</text>", part, re.DOTALL)
        yield from (re.sub(r"<[^>]*>", "", text) for text in drawn) if "<svg" in part else [part]
    elif is_dataclass(part):
        for each in fields(part):
            yield from said(getattr(part, each.name))
    elif isinstance(part, tuple):
        for each in part:
            yield from said(each)


def words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]{2,}", text.casefold()))


@pytest.fixture
def page(full, printed) -> Page:
    """The page of the full diary in German, with every appendix."""
    return content(full, Options(language="de", appendix=frozenset(APPENDICES)), printed)


@pytest.mark.parametrize("code", TRANSLATED)
def test_every_text_of_a_page_is_translated(code):
    found = messages(code)
    assert [
        key for key in marked() if key not in found or found[key].get("type") or not found[key].text
    ] == []


@pytest.mark.parametrize("code", TRANSLATED)
def test_a_translation_names_the_same_fields(code):
    wrong = [
        (key, target.text)
        for key, target in messages(code).items()
        if target.text and named(key[1]) != named(target.text)
    ]
    assert wrong == []


def test_german_says_no_more_than_the_diary_shows():
    texts = [target.text or "" for target in messages("de").values()]
    assert [text for text in texts if NEVER_SAID.search(text)] == []


def test_a_page_in_german_has_no_english_word_left(page):
    finished = [each for each in messages("de").values() if not each.get("type")]
    german = set().union(*(words(each.text or "") for each in finished))
    english = set().union(*(words(text) for _, text in marked())) - german - words(OWN_WORDS)
    assert len(english) > 300
    found = {text: words(text) & english for text in said(page)}
    assert {text: left for text, left in found.items() if left} == {}


def test_a_german_page_says_that_it_is_german(page):
    assert page.language == "de"
    assert page.frame.title == "Schwitzen und Iontophorese: zum Arztbesuch"


def with_point(texts: Iterable[str]) -> list[str]:
    """Return the texts with a decimal point; versions and codes of diseases have one anywhere."""
    found = [text for text in texts if re.search(r"\d\.\d", text)]
    return [text for text in found if VERSION not in text and "L74.51" not in text]


def test_numbers_of_a_german_page_have_a_comma(page):
    cells = [cell for row in page.table.rows for cell in row]
    assert any(re.search(r"\d,\d", cell) for cell in cells)
    assert with_point(said(replace(page, body=None, charts=()))) == []
    drawn = (page.body, *(picture for row in page.charts for picture in row))
    assert with_point(picture.alt for picture in drawn) == []


def test_numbers_of_german_drawings_have_a_comma(page):
    assert with_point(text for part in (page.body, page.charts) for text in said(part)) == []


def test_days_of_a_german_page_have_german_months(page):
    assert "22. Nov. 2026" in page.period
    assert "3. Aug." in page.period


def test_a_language_is_named_in_its_own_words():
    assert next(iter(LANGUAGES)) == "en"
    assert (LANGUAGES["en"], LANGUAGES["de"]) == ("English", "Deutsch")


def test_an_unknown_language_is_refused_with_those_there_are():
    with pytest.raises(DiaryError, match=r"into xx\. Choose one of: en, de"):
        translate_into("xx")


@pytest.fixture
def write(tmp_path):
    """Write a file of translations for 'fr' from (attributes, source, translation)."""

    def written(*texts: tuple[str, str, str], head: str = "") -> Path:
        lines = "".join(
            f"<message><source>{source}</source><translation {attributes}>{target}</translation>"
            "</message>"
            for attributes, source, target in texts
        )
        (tmp_path / "drymap_fr.ts").write_text(
            f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS{head}>\n<TS version="2.1">'
            f"<context><name>Language</name>{lines}</context></TS>",
            "utf-8",
        )
        return tmp_path

    return written


def test_a_new_file_is_a_new_language(write):
    folder = write(("", "English", "Français"))
    assert languages(folder) == {"en": "English", "fr": "Français"}
    assert translate_into("fr", folder)("Language", "English") == "Français"


def test_what_is_not_translated_comes_out_in_english(write):
    folder = write(
        ('type="unfinished"', "Sessions", "Séances"),
        ('type="vanished"', "Now", "Là"),
        ("", "Last", ""),
    )
    say = translate_into("fr", folder)
    assert [say("Language", text) for text in ("Sessions", "Now", "Last", "Rank")] == [
        "Sessions",
        "Now",
        "Last",
        "Rank",
    ]
    assert say("Report", "English") == "English"


@pytest.mark.parametrize("target", ["depuis {jour}", "depuis {day", "depuis", "{day} {0}"])
def test_a_translation_with_other_fields_is_not_used(write, target):
    say = translate_into("fr", write(("", "since {day}", target)))
    spoken = Sentence("since {day}", {"day": date(2026, 8, 3)}, "Language").said(say)
    assert spoken == "since 3 Aug 2026"


@pytest.mark.parametrize("written", [b"", b"<TS><context>", b"\xff\xfe\x00", b"not xml"])
def test_a_broken_file_is_listed_and_says_so_when_chosen(tmp_path, written):
    (tmp_path / "drymap_fr.ts").write_bytes(written)
    assert languages(tmp_path) == {"en": "English", "fr": "fr"}
    with pytest.raises(DiaryError, match=r"drymap_fr\.ts cannot be read"):
        translate_into("fr", tmp_path)


@pytest.mark.parametrize(
    "entity",
    ['<!ENTITY a "{lots}"><!ENTITY b "&a;&a;&a;">', '<!ENTITY b SYSTEM "file:///etc/hostname">'],
)
def test_entities_of_a_file_are_never_followed(write, entity):
    folder = write(("", "English", "&b;"), head=f" [{entity}]")
    assert languages(folder)["fr"] == "fr"
    with pytest.raises(DiaryError, match="cannot be read"):
        translate_into("fr", folder)


@given(st.floats(-1e6, 1e6), st.integers(0, 3), st.booleans())
def test_a_number_keeps_its_value_in_german(value, decimals, signed):
    text = number_text(value, decimals, GERMAN, signed)
    back = float(text.replace(",", ".").replace("\N{MINUS SIGN}", "-"))
    digits = len(text.partition(",")[2])
    assert back == round(value, digits)
    assert digits == decimals or (signed and not round(value, decimals))
    if signed and abs(value) >= 0.001:
        assert back, "a change does not look like none"
    assert text[0] in ("+0123456789\N{MINUS SIGN}" if signed else "0123456789\N{MINUS SIGN}")
    assert (text[0] == "+") == (signed and back > 0)


def test_a_number_that_rounds_to_nothing_has_no_sign():
    assert number_text(-0.04, 1, GERMAN) == "0,0"
    assert number_text(-0.0004, 1, GERMAN, signed=True) == "0,0"
    assert number_text(0.04, 1, signed=True) == "+0.04"
    assert number_text(-1.25, 2) == "−1.25"


def test_a_sentence_writes_its_numbers_as_the_language_does():
    sentence = Sentence(
        "{a:.1f} of {b:g}, {c}, {d} and {n}",
        {"a": 3.25, "b": 0.5, "c": 1.5, "d": Rounded(-1.25, 1, signed=True), "n": 10},
    )
    assert sentence.said(GERMAN) == "3,2 of 0,5, 1,5, −1,2 and 10"
    assert sentence.said() == "3.2 of 0.5, 1.5, −1.2 and 10"
