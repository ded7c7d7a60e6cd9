"""What the page of one diary says, word for word: a change of it is meant or a fault.

To change it on purpose, run the test with DRYMAP_WRITE_GOLDEN=1 and look at the difference.
"""

import json
import os
from dataclasses import asdict
from pathlib import Path

import pytest

from model.report.content import content
from model.report.options import APPENDICES, Options
from model.version import VERSION

GOLDEN = Path(__file__).parents[2] / "golden"


def said(page):
    """Return a page as text, its drawings by their words alone."""
    values = asdict(page)
    drawings = [values["body"], *(drawing for row in values["charts"] for drawing in row)]
    for drawing in drawings:
        del drawing["svg"]
    text = json.dumps(values, indent=1, ensure_ascii=False, sort_keys=True) + "\n"
    return text.replace(f"Drymap {VERSION}", "Drymap")


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_page_says_what_it_always_said(full, printed, language):
    chosen = Options(language=language, appendix=frozenset(APPENDICES))
    found = said(content(full, chosen, printed))
    file = GOLDEN / f"page.{language}.json"
    if "DRYMAP_WRITE_GOLDEN" in os.environ:
        file.write_text(found, "utf-8")
    assert found == file.read_text("utf-8")
