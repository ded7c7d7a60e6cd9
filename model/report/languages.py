"""The languages of the page: translations read from Qt Linguist files, without Qt."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from string import Formatter
from types import MappingProxyType

from model.analysis.sentences import Translate, as_written
from model.records.errors import DiaryError
from model.text import QT_TRANSLATE_NOOP

FOLDER = Path(__file__).parent.parent.parent / "resources" / "locale"
SOURCE = "en"  # the language in which the texts are written; needs no file
OWN_NAME = QT_TRANSLATE_NOOP("Language", "English")  # translated: the name of the other language

_PREFIX = "drymap_"
_NOT_IN_USE = ("unfinished", "vanished", "obsolete")  # what Qt Linguist calls them
_BROKEN = QT_TRANSLATE_NOOP(
    "DiaryError",
    "The translation {name} cannot be read. Choose English for the page, or install Drymap again.",
)
_UNKNOWN = QT_TRANSLATE_NOOP(
    "DiaryError", "There is no translation of the page into {code}. Choose one of: {known}."
)


def languages(folder: Path = FOLDER) -> dict[str, str]:
    """Return the languages that `folder` has files for, code to own name, English first.

    A file that cannot be read is listed by its code; `translate_into` says what is wrong with it.
    """
    found = {SOURCE: OWN_NAME}
    for path in sorted(folder.glob(f"{_PREFIX}*.ts")):
        code = path.stem.removeprefix(_PREFIX)
        try:
            found[code] = _read(path).get(("Language", OWN_NAME), code)
        except DiaryError:
            found[code] = code
    return found


def translate_into(code: str, folder: Path = FOLDER) -> Translate:
    """Return what translates the model's texts into the language of a code like 'de'.

    A text that the file lacks comes out in English. Raises DiaryError for a code without a file
    and for a file that cannot be read.
    """
    if code == SOURCE:
        return as_written
    known = languages(folder)
    if code not in known:
        raise DiaryError(_UNKNOWN, code=code, known=", ".join(known))
    texts = _read(folder / f"{_PREFIX}{code}.ts")
    return lambda context, text: texts.get((context, text), text)


@cache
def _read(path: Path) -> Mapping[tuple[str, str], str]:
    """Return the finished translations of a file by context and English text.

    Qt Linguist needs no entities of its own: a file that declares some is not read, so none can
    grow without bound.
    """
    from xml.etree import ElementTree

    try:
        written = path.read_text("utf-8")
        if "<!ENTITY" in written:
            raise DiaryError(_BROKEN, name=path.name)
        root = ElementTree.fromstring(written)
    except (OSError, UnicodeDecodeError, ElementTree.ParseError) as fault:
        raise DiaryError(_BROKEN, name=path.name) from fault
    found = {}
    for context in root.iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            source, target = message.findtext("source", ""), message.find("translation")
            if target is None or target.get("type") in _NOT_IN_USE or not target.text:
                continue
            if _fields(source) == _fields(target.text):
                found[name, source] = target.text
    return MappingProxyType(found)


def _fields(text: str) -> frozenset[str] | None:
    """Return the names of a text's fields; None where its braces are not in pairs."""
    try:
        return frozenset(name for _, name, _, _ in Formatter().parse(text) if name is not None)
    except ValueError:
        return None


LANGUAGES: dict[str, str] = languages()
