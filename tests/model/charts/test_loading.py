"""matplotlib is loaded without the docstrings that it writes at each import, and works as ever."""

import subprocess
import sys
from pathlib import Path

import pytest
from matplotlib.text import Text

from model.charts.loading import load_matplotlib

ROOT = Path(__file__).parents[3]

LOADS = {
    "a chart": "from model.charts import CHARTS; CHARTS['change'].live",
    "what draws charts": "from ui.progress.warm import ChartsLoader; ChartsLoader()._load()",
}
LOADS["a chart on paper"] = """
from model.charts import CHARTS
from model.report.drawings import _made
_made(CHARTS["body"], (4, 2), lambda context, text: text)
"""
LOOKS = """
import inspect
from matplotlib.text import Text
print("color" in inspect.signature(Text.set).parameters)
"""


def said(code):
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def test_matplotlib_alone_writes_them():
    assert said(LOOKS) == "True", "what is left out here has gone: see model/charts/loading.py"


@pytest.mark.parametrize("how", LOADS)
def test_they_are_left_out(how):
    assert said(LOADS[how] + LOOKS) == "False"


def test_properties_are_set_and_wrong_ones_refused_all_the_same():
    load_matplotlib()
    text = Text()
    text.set(color="red", size=7)
    assert (text.get_color(), text.get_fontsize()) == ("red", 7)
    with pytest.raises(AttributeError, match="colour"):
        text.set(colour="red")
