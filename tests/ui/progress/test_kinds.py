"""The Progress page is refreshed by every kind of record that its results and charts read."""

import ast
from pathlib import Path

from model.records import kinds
from ui.progress.page import ProgressPage

ROOT = Path(__file__).parents[3]


def kinds_read():
    """Return the kinds of records that are asked of a snapshot, as in `snapshot.of(Session)`."""
    by_class = {kind.__name__: kind.KIND for kind in kinds.KINDS.values()}
    found = set()
    for file in [*ROOT.glob("model/analysis/*.py"), *ROOT.glob("model/charts/*.py")]:
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "of":
                names = {each.id for each in node.args if isinstance(each, ast.Name)}
                found |= {by_class[name] for name in names & set(by_class)}
    return found


def test_progress_is_refreshed_by_all_that_it_reads_and_nothing_else():
    assert len(kinds_read()) > 8
    assert {"rating", *kinds_read()} == ProgressPage.KINDS
