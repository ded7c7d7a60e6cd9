"""An export that is broken off leaves nothing, whatever its format and whenever that happens."""

import sys
from itertools import pairwise

import pytest

from model import exports
from model.diary import Diary
from model.exports import FORMATS
from model.files import Cancelled
from model.records.day import Rating
from tests.model.exports.conftest import LAST, REGIONS_OF_LONG

NAMES = [f"diary{known.ending}" for known in FORMATS]


@pytest.fixture(autouse=True)
def _wants_its_library(request):
    if "xlsx" in request.node.name:
        pytest.importorskip("xlsxwriter")


def everything_in(folder) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else b""
        for path in folder.rglob("*")
    }


class CancelledAfter:
    """A step that ends the work when it is called for the n-th time."""

    def __init__(self, steps: int) -> None:
        self.left = steps

    def __call__(self, done: int, of: int) -> None:
        self.left -= 1
        if self.left < 0:
            raise Cancelled


@pytest.mark.parametrize("steps", [0, 1, 4])
@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_left_of_a_cancelled_export(name, steps, long_diary, tmp_path):
    step = CancelledAfter(steps)
    with pytest.raises(Cancelled):
        exports.write(long_diary, tmp_path / name, step=step)
    assert everything_in(tmp_path) == {}


@pytest.mark.parametrize("name", NAMES)
def test_what_stood_there_stays_as_it_was(name, small, long_diary, tmp_path):
    exports.write(small, tmp_path / name)
    before = everything_in(tmp_path)
    with pytest.raises(Cancelled):
        exports.write(long_diary, tmp_path / name, replace=True, step=CancelledAfter(3))
    assert everything_in(tmp_path) == before


@pytest.mark.parametrize("name", NAMES)
def test_steps_go_up_to_all_that_there_is(name, long_diary, tmp_path):
    told = []
    exports.write(long_diary, tmp_path / name, step=lambda done, of: told.append((done, of)))
    assert len(told) > 4
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert {of for _, of in told} == {told[0][1]}
    assert told[-1][0] == told[-1][1] >= 2200 * len(REGIONS_OF_LONG)
    assert told[0][0] == 0
    assert max(later - before for (before, _), (later, _) in pairwise(told)) <= 1500


@pytest.mark.parametrize("name", NAMES)
def test_the_last_step_is_the_whole_of_any_diary(name, small, tmp_path):
    told = []
    exports.write(small, tmp_path / name, step=lambda done, of: told.append((done, of)))
    assert told[-1][0] == told[-1][1] > 0


@pytest.mark.parametrize("name", NAMES)
def test_a_watched_export_is_the_same_as_an_unwatched_one(name, small, tmp_path):
    for folder in ("watched", "not"):
        (tmp_path / folder).mkdir()
    exports.write(small, tmp_path / "watched" / name, step=lambda done, of: None)
    exports.write(small, tmp_path / "not" / name)
    assert everything_in(tmp_path / "watched") == everything_in(tmp_path / "not")


@pytest.mark.parametrize("name", NAMES)
def test_an_export_leaves_the_diary_as_it_was(name, tmp_path):
    from tests.ui.conftest import clock

    path = tmp_path / "of" / "d.drymap"
    path.parent.mkdir()
    with Diary.create(path, clock) as diary:
        diary.put(Rating(LAST, "palm_left", 7))
    before = path.read_bytes()
    (tmp_path / "out").mkdir()
    with Diary.open(path, clock) as diary:
        exports.write(diary.snapshot(), tmp_path / "out" / name)
        with pytest.raises(Cancelled):
            exports.write(diary.snapshot(), tmp_path / "out" / f"2{name}", step=CancelledAfter(0))
    assert path.read_bytes() == before


@pytest.mark.parametrize("name", ["diary.fhir.json", "diary.FHIR.JSON", "a.b.xlsx"])
def test_what_only_leads_out_is_refused_in_a_sentence(name, tmp_path, problem):
    (tmp_path / name).write_text("{}")
    assert problem(lambda: exports.read(tmp_path / name)) == (
        f"{name} is a file for other programs: Drymap writes such files and cannot read them."
        " Choose the complete diary (.json) or its CSV files instead."
    )


def test_a_format_that_was_chosen_counts_more_than_the_name(small, tmp_path):
    (folder,) = (known for known in FORMATS if not known.ending)
    exports.write(small, tmp_path / "Diary 22.11.2026", chosen=folder)
    assert exports.read(tmp_path / "Diary 22.11.2026").records


def test_the_registry_loads_no_library_of_a_format(tmp_path):
    import subprocess

    code = "import sys, model.exports; print({'xlsxwriter', 'numpy', 'icalendar'} & {*sys.modules})"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "set()"
