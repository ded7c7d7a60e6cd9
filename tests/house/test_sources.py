"""Rules of the house that no linter knows: sizes, docstrings, clocks, files, translatable text."""

import ast
from collections.abc import Iterator

import pytest

FUNCTION = (ast.FunctionDef, ast.AsyncFunctionDef)
PURE = ("model/analysis/", "model/records/", "model/catalog/", "model/text.py")
CLOCKS = {
    "datetime.date.today",
    "datetime.datetime.now",
    "datetime.datetime.today",
    "datetime.datetime.utcnow",
    "time.gmtime",
    "time.localtime",
    "time.time",
    "time.time_ns",
    "PySide6.QtCore.QDate.currentDate",
    "PySide6.QtCore.QDateTime.currentDateTime",
    "PySide6.QtCore.QDateTime.currentDateTimeUtc",
    "PySide6.QtCore.QDateTime.currentMSecsSinceEpoch",
    "PySide6.QtCore.QDateTime.currentSecsSinceEpoch",
    "PySide6.QtCore.QTime.currentTime",
}
WIDEST = {"Exception", "BaseException"}
TRANSLATORS = {"tr", "translate", "QT_TR_NOOP", "QT_TRANSLATE_NOOP"}


def imported_names(tree: ast.Module) -> dict[str, str]:
    """Map each name that an import binds to what it stands for, dots and all."""
    names = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                names[alias.asname or alias.name.split(".")[0]] = (
                    alias.name if alias.asname else alias.name.split(".")[0]
                )
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                names[alias.asname or alias.name] = f"{node.module}.{alias.name}"
    return names


def dotted(node: ast.expr, names: dict[str, str]) -> str:
    """Spell out an expression of names and dots; empty for any other expression."""
    if isinstance(node, ast.Name):
        return names.get(node.id, node.id)
    if isinstance(node, ast.Attribute):
        base = dotted(node.value, names)
        return f"{base}.{node.attr}" if base else ""
    return ""


def clocks_read(tree: ast.Module) -> Iterator[int]:
    """Find the lines that name a clock, called or handed on."""
    names = imported_names(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Name | ast.Attribute) and dotted(node, names) in CLOCKS:
            yield node.lineno


def files_opened(tree: ast.Module) -> Iterator[int]:
    """Find the lines that call the built-in `open`, or take anything but chance from `os`."""
    names = imported_names(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and dotted(node.func, {}) == "open":
            yield node.lineno
        elif isinstance(node, ast.Name | ast.Attribute):
            name = dotted(node, names)
            if name.startswith("os.") and name != "os.urandom":
                yield node.lineno


def composed_texts(tree: ast.Module) -> Iterator[int]:
    """Find the lines that hand anything but a plain text to a translator.

    What is looked up at run time is then not what was collected: it is never translated.
    """
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        called = dotted(node.func, {}).rpartition(".")[2]
        if called in TRANSLATORS and any(
            isinstance(part, ast.JoinedStr | ast.BinOp)
            or (
                isinstance(part, ast.Call)
                and isinstance(part.func, ast.Attribute)
                and part.func.attr == "format"
            )
            for part in node.args
        ):
            yield node.lineno


def blanket_handlers(tree: ast.Module) -> Iterator[int]:
    """Find the lines that catch every exception there is."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ExceptHandler):
            caught = node.type.elts if isinstance(node.type, ast.Tuple) else [node.type]
            if any(each is None or dotted(each, {}) in WIDEST for each in caught):
                yield node.lineno


def places(sources, rule, paths=("",)) -> list[str]:
    """Tell where a rule finds something, as path:line."""
    return [
        f"{path}:{line}"
        for path, tree in sources.items()
        if path.startswith(tuple(paths))
        for line in sorted(set(rule(tree)))
    ]


def test_only_main_reads_the_clock(sources):
    places_found = places(sources, clocks_read)
    assert [place for place in places_found if not place.startswith("main.py:")] == []


def test_analysis_records_and_catalog_open_no_file(sources):
    assert places(sources, files_opened, PURE) == []


def test_text_to_translate_is_never_composed(sources):
    assert places(sources, composed_texts) == []


def test_everything_is_caught_in_one_place_of_the_screen_at_most(sources):
    found = places(sources, blanket_handlers)
    assert len(found) <= 1, found
    assert all(place.startswith("ui/") for place in found), found


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        (clocks_read, "from datetime import date as day\ntoday = day.today"),
        (clocks_read, "import datetime\nnow = datetime.datetime.now(datetime.UTC)"),
        (clocks_read, "def late():\n    from time import time\n    return time()"),
        (clocks_read, "from PySide6.QtCore import QDate\nQDate.currentDate()"),
        (files_opened, "text = open('diary').read()"),
        (files_opened, "import os\nos.listdir('.')"),
        (files_opened, "from os import environ\nhome = environ['HOME']"),
        (composed_texts, "label = self.tr(f'{n} days')"),
        (composed_texts, "label = QCoreApplication.translate('Page', 'a' + b)"),
        (composed_texts, "label = QT_TRANSLATE_NOOP('Page', '{} days'.format(3))"),
        (blanket_handlers, "try:\n    pass\nexcept (ValueError, Exception):\n    pass"),
        (blanket_handlers, "try:\n    pass\nexcept:\n    pass"),
    ],
)
def test_a_rule_sees_what_it_forbids(rule, code):
    assert list(rule(ast.parse(code)))


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        (
            clocks_read,
            "self.today()\ndate.fromisoformat('2026-11-22')\nimport time\ntime.monotonic()",
        ),
        (files_opened, "self.open(path)\ndiary.open()"),
        (files_opened, "import os\nos.urandom(16)"),
        (composed_texts, "label = self.tr('{days} days').format(days=3)"),
        (blanket_handlers, "try:\n    pass\nexcept (ValueError, OSError):\n    pass"),
    ],
)
def test_a_rule_lets_pass_what_it_allows(rule, code):
    assert list(rule(ast.parse(code))) == []


def test_every_module_opens_with_a_sentence(sources, root):
    tests = [*root.glob("tests/**/*.py"), *root.glob("bench/**/*.py")]
    trees = sources | {
        path.relative_to(root).as_posix(): ast.parse(path.read_text("utf-8")) for path in tests
    }
    silent = [path for path, tree in trees.items() if not (ast.get_docstring(tree) or "").strip()]
    assert silent == []


def test_no_file_is_longer_than_400_lines(sources, root):
    long = [path for path in sources if len((root / path).read_text("utf-8").splitlines()) > 400]
    assert long == []


def test_no_function_is_longer_than_60_lines(sources):
    long = [
        f"{path}:{node.lineno} {node.name}"
        for path, tree in sources.items()
        for node in ast.walk(tree)
        if isinstance(node, FUNCTION) and node.end_lineno - node.lineno + 1 > 60
    ]
    assert long == []


def test_main_stays_under_40_lines(root):
    assert len((root / "main.py").read_text("utf-8").splitlines()) < 40
