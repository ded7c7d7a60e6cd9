"""The command line: what it prints, its exit status, and one sentence for what went wrong."""

import os
import runpy
import subprocess
import sys
import types
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from model.records.day import DayContext
from tests.ui.conftest import NOW, ROOT, add, snapshot
from ui.places import default_diary


def main(*arguments: object, **options) -> subprocess.CompletedProcess[str]:
    """Run main.py as a process of its own."""
    command = [sys.executable, ROOT / "main.py", *arguments]
    options = {"capture_output": True, "text": True, "encoding": "utf-8", "timeout": 60} | options
    return subprocess.run([str(part) for part in command], check=False, **options)


# ---- main.py, as a process ----


def test_a_diary_is_made_filled_and_told_of(tmp_path):
    assert main("new", "d.drymap", cwd=tmp_path).returncode == 0
    day = (date.today() - timedelta(days=1)).isoformat()
    added = main(
        *("add", "d.drymap", "--day", day, "--region", "palm_left", "--severity", "7"),
        cwd=tmp_path,
    )
    assert (added.returncode, added.stdout) == (0, f"Saved: Left palm, {day}: 7\n")
    shown = main("show", "d.drymap", cwd=tmp_path)
    assert (shown.returncode, shown.stderr) == (0, "")
    assert f"Left palm  1 days  last 7 on {day}" in shown.stdout


def test_wrong_usage_ends_with_status_2():
    for arguments in (["bake"], ["add", "d.drymap"], ["new"], ["--diary"], ["show", "a", "b"]):
        done = main(*arguments)
        assert (done.returncode, done.stdout) == (2, "")
        assert "usage: main.py" in done.stderr
    both = main("--diary", "a.drymap", "show", "b.drymap")
    assert both.returncode == 2
    assert "--diary opens the window" in both.stderr


def test_what_goes_wrong_is_told_without_a_traceback(tmp_path):
    done = main("show", tmp_path / "nowhere.drymap")
    assert (done.returncode, done.stdout) == (1, "")
    assert len(done.stderr.splitlines()) == 1
    assert "Traceback" not in done.stderr


def test_a_reader_that_has_seen_enough_is_no_error(tmp_path):
    read, write = os.pipe()
    os.close(read)
    try:
        done = main("regions", stdout=write, stderr=subprocess.PIPE, capture_output=False)
    finally:
        os.close(write)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_output_that_cannot_be_written_is_told():
    with open("/dev/full", "w") as full:  # noqa: PTH123 - a device
        done = main("regions", stdout=full, stderr=subprocess.PIPE, capture_output=False)
    assert done.returncode == 1
    assert done.stderr == (
        "What was asked for was done, but not printed: No space left on device.\n"
    )


def test_output_is_utf8_wherever_it_runs(file, run, tmp_path):
    (tmp_path / "note.txt").write_text("Schweiß 汗", "utf-8")
    run(*add(file), "--note-file", tmp_path / "note.txt")
    strange = os.environ | {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "latin-1"}
    done = main("show", file, "--day", "2026-11-20", env=strange)
    assert "Note for the doctor: Schweiß 汗" in done.stdout


def test_without_a_command_the_window_opens_on_the_diary(monkeypatch):
    asked = []
    window = types.ModuleType("ui.application")
    window.run = lambda diary, clock: asked.append((diary, clock())) or 7
    monkeypatch.setitem(sys.modules, "ui.application", window)
    for arguments, diary in (([], None), (["--diary", "d.drymap"], Path("d.drymap"))):
        monkeypatch.setattr(sys, "argv", ["main.py", *arguments])
        with pytest.raises(SystemExit) as ended:
            runpy.run_path(str(ROOT / "main.py"), run_name="__main__")
        assert ended.value.code == 7
        assert asked[-1][0] == diary
        assert abs(asked[-1][1] - datetime.now().astimezone()) < timedelta(minutes=1)
        assert asked[-1][1].utcoffset() is not None


def test_main_stays_short():
    assert len((ROOT / "main.py").read_text("utf-8").splitlines()) < 40


def test_the_usual_diary_lies_in_the_users_own_folder():
    path = default_diary()
    assert path.name == "diary.drymap"
    assert path.parent.name == "drymap"
    assert path.is_relative_to(os.environ["XDG_DATA_HOME"])


# ---- add ----


def test_a_rating_is_stored_with_its_time_and_how_it_was_entered(file, run):
    assert run(*add(file))[0] == 0
    assert run(*add(file, day="2026-11-22", severity="0"))[0] == 0
    assert run(*add(file, region="scalp", severity="na"))[0] == 0
    found = {(r.day.day, r.region): r for r in snapshot(file).ratings()}
    assert found[20, "palm_left"].severity == 7
    assert found[20, "palm_left"].entered == "late"
    assert found[22, "palm_left"].severity == 0
    assert found[22, "palm_left"].entered == "same_day"
    assert found[20, "scalp"].severity is None
    assert {rating.recorded_at for rating in found.values()} == {NOW}


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"severity": "11"}, "Severity must be a whole number from 0 to 10, not 11."),
        ({"severity": "3.5"}, "Severity must be a whole number from 0 to 10, not 3.5."),
        ({"severity": "-1"}, "Severity must be a whole number from 0 to 10, not -1."),
        ({"severity": "nan"}, "Severity must be a whole number from 0 to 10, not nan."),
        ({"severity": ""}, "Severity must be a whole number from 0 to 10, not ."),
        ({"severity": "7\n8"}, "Severity must be a whole number from 0 to 10, not 7 8."),
        ({"day": "2026-11-23"}, "2026-11-23 is in the future."),
        ({"day": "yesterday"}, "Day must be a day like 2026-11-22, not yesterday."),
        ({"day": "1899-12-31"}, "Day must be a day like 2026-11-22, not 1899-12-31."),
        ({"region": "palm"}, "There is no region 'palm'."),
        ({"region": "own_knee"}, "There is no region 'own_knee'"),
        ({"region": "\x1b[31mred"}, "There is no region '�[31mred'."),
    ],
)
def test_a_bad_rating_is_refused_and_nothing_changes(wrong, sentence, file, run, refused):
    run(*add(file))
    before = snapshot(file)
    assert refused(*add(file, **wrong)).startswith(sentence)
    assert snapshot(file) == before


@pytest.mark.parametrize("text", ["one line\n", "=1+1\r\n\r\n'quoted', \"汗\"\t", "", "x" * 20_000])
def test_a_note_is_stored_as_it_stands(text, file, run, tmp_path):
    note = tmp_path / "note.txt"
    note.write_bytes(text.encode())
    assert run(*add(file), "--note-file", note)[0] == 0
    (context,) = snapshot(file).of(DayContext)
    assert (context.day, context.note) == (date(2026, 11, 20), text)


def test_a_note_leaves_the_rest_of_its_day_alone(file, run, tmp_path):
    tables = tmp_path / "tables"
    tables.mkdir()
    (tables / "context.csv").write_text("day,stress,note\n2026-11-20,4,old\n")
    run("import", file, tables)
    (tmp_path / "note.txt").write_text("\ufeffnew", "utf-8")
    run(*add(file), "--note-file", tmp_path / "note.txt")
    (context,) = snapshot(file).of(DayContext)
    assert (context.stress, context.note) == (4, "old\n\nnew")


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"\0", "Note for the doctor holds characters that cannot be stored."),
        (b"x" * 20_001, "Note for the doctor is too long: 20001 characters"),
        (b"x" * 1_000_000, "is too long for a note: at most 20000 characters."),
        ("\ufeff".encode() * 1_000_000, "is too long for a note"),
        (b"\xff\xfe", "is not UTF-8 text."),
    ],
)
def test_a_bad_note_is_refused_and_its_rating_too(data, sentence, file, refused, tmp_path):
    note = tmp_path / "note.txt"
    note.write_bytes(data)
    assert sentence in refused(*add(file), "--note-file", note)
    assert list(snapshot(file).ratings()) == []


def test_a_second_note_of_a_day_becomes_a_paragraph_and_none_is_lost(file, run, refused, tmp_path):
    note = tmp_path / "note.txt"
    for text in ("First.\n", "Second.", "Second.", ""):  # the same again, or nothing, adds nothing
        note.write_text(text, "utf-8")
        assert run(*add(file), "--note-file", note)[0] == 0
    note.write_text("x" * 19_990, "utf-8")
    assert "20000" in refused(*add(file, severity="3"), "--note-file", note)
    (context,) = snapshot(file).of(DayContext)
    assert context.note == "First.\n\nSecond."
    assert [rating.severity for rating in snapshot(file).ratings()] == [7]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with a name are Unix's")
def test_what_may_never_end_is_not_read(file, refused, tmp_path):
    (tmp_path / "tables").mkdir()
    for pipe in ("pipe", "pipe.json", "pipe.zip", "tables/ratings.csv"):
        os.mkfifo(tmp_path / pipe)  # to open one to read it waits for a writer, for ever
    for source in ("pipe.json", "pipe.zip", "tables"):
        assert "is a device or a pipe" in refused("import", file, tmp_path / source)
    assert "is a device or a pipe" in refused(*add(file), "--note-file", tmp_path / "pipe")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs a device that never ends")
def test_a_device_is_not_imported(file, refused):
    assert "/dev/zero is a device or a pipe" in refused("import", file, "/dev/zero")


def test_a_note_that_is_not_there_is_told(file, refused, tmp_path):
    assert "cannot be read" in refused(*add(file), "--note-file", tmp_path / "nowhere.txt")
    assert "cannot be read" in refused(*add(file), "--note-file", tmp_path)
    assert list(snapshot(file).ratings()) == []


# ---- import and export ----
