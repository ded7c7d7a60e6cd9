"""The command line: what it prints, its exit status, and one sentence for what went wrong."""

import contextlib
import json
import os
import runpy
import sqlite3
import subprocess
import sys
import types
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pypdf
import pytest

from model import exports
from model.diary import Diary
from model.records.day import DayContext
from model.records.snapshot import Snapshot
from ui import command_line
from ui.places import default_diary

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 11, 22, 20, 15, tzinfo=timezone(timedelta(hours=1)))
RATINGS = "day,region,severity\n2026-11-20,palm_left,7\n2026-11-20,palm_right,\n"


def clock() -> datetime:
    return NOW


@pytest.fixture
def run(capsys):
    """Run the command line in this process; return the status, stdout and stderr."""

    def run(*arguments: object) -> tuple[int, str, str]:
        wish = command_line.parse([str(argument) for argument in arguments])
        status = command_line.run(wish, clock)
        return (status, *capsys.readouterr())

    return run


@pytest.fixture
def refused(run):
    """Run what must fail with status 1; return the one sentence it says."""

    def run_it(*arguments: object) -> str:
        status, out, err = run(*arguments)
        assert (status, out) == (1, "")
        assert err.endswith("\n")
        assert len(err.splitlines()) == 1
        return err.strip()

    return run_it


@pytest.fixture
def file(tmp_path, run) -> Path:
    """An empty diary."""
    path = tmp_path / "d.drymap"
    assert run("new", path)[0] == 0
    return path


@pytest.fixture
def demo(tmp_path, run) -> Path:
    """The sample diary."""
    path = tmp_path / "demo.drymap"
    assert run("demo", path)[0] == 0
    return path


def snapshot(path: Path) -> Snapshot:
    with Diary.open(path, clock) as diary:
        return diary.snapshot()


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


def add(file: Path, day="2026-11-20", region="palm_left", severity="7") -> tuple[object, ...]:
    return ("add", file, "--day", day, "--region", region, "--severity", severity)


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


@pytest.fixture
def tables(tmp_path) -> Path:
    """A folder with a table of ratings."""
    path = tmp_path / "tables"
    path.mkdir()
    (path / "ratings.csv").write_text(RATINGS)
    return path


def test_a_second_import_of_the_same_file_changes_nothing(file, tables, run):
    assert run("import", file, tables) == (0, f"2 entries taken over from {tables}\n", "")
    before = snapshot(file)
    status, out, _ = run("import", file, tables)
    assert (status, out) == (0, f"Nothing new in {tables}: the diary holds all of it\n")
    assert snapshot(file) == before


def test_what_an_import_leaves_out_is_told(file, tables, run):
    (tables / "ratings.csv").write_text("mood,day,region,severity\nok,2026-11-20,palm_left,7\n")
    (tables / "food.csv").write_text("a,b\n")
    status, _, err = run("import", file, tables)
    assert (status, err) == (0, "Note: not known and left out: food.csv; ratings.csv: mood\n")


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("2026-11-21,palm_left,11", "ratings.csv, line 4: Severity must be a whole number"),
        ("2026-11-23,palm_left,1", "ratings.csv, line 4: 2026-11-23 is in the future."),
        ("2026-11-20,palm_left,8", "ratings.csv, lines 2 and 4 contradict each other"),
    ],
)
def test_a_bad_row_stops_the_whole_import(row, sentence, file, tables, refused):
    (tables / "ratings.csv").write_text(f"{RATINGS}{row}\n")
    assert refused("import", file, tables).startswith(sentence)
    assert list(snapshot(file).ratings()) == []


def test_whose_word_counts_is_asked_and_obeyed(file, tables, run, refused):
    run(*add(file, severity="3"))
    before = snapshot(file)
    assert refused("import", file, tables).endswith("(--keep mine or --keep theirs)")
    assert snapshot(file) == before
    assert run("import", file, tables, "--keep", "mine")[0] == 0
    assert severities(file) == {"palm_left": 3, "palm_right": None}
    assert run("import", file, tables, "--keep", "theirs")[0] == 0
    assert severities(file) == {"palm_left": 7, "palm_right": None}


def severities(file: Path) -> dict[str, int | None]:
    return {rating.region: rating.severity for rating in snapshot(file).ratings()}


@pytest.mark.parametrize("target", ["out.json", "out.zip", "out"])
def test_a_diary_moves_house_in_every_format(target, demo, file, run, tmp_path):
    assert run("export", demo, tmp_path / target) == (0, f"Written: {tmp_path / target}\n", "")
    assert run("import", file, tmp_path / target)[0] == 0
    assert snapshot(file) == snapshot(demo)


def test_an_export_replaces_nothing_unless_forced(demo, run, refused, tmp_path):
    target = tmp_path / "out.json"
    target.write_text("mine")
    assert refused("export", demo, target).endswith("let it be replaced. (--force)")
    assert target.read_text() == "mine"
    assert run("export", demo, target, "--force")[0] == 0
    assert exports.read(target).records


def test_an_export_that_cannot_be_written_is_told(demo, refused, tmp_path):
    assert "No such file" in refused("export", demo, tmp_path / "nowhere" / "out.json")
    assert "Drymap knows .json" in refused("export", demo, tmp_path / "out.xlsx")
    page = tmp_path / "nowhere" / "page.pdf"
    assert f"{page} could not be written: No such file" in refused("report", demo, page)
    assert {path.name for path in tmp_path.iterdir()} <= {"demo.drymap", "backups"}


# ---- report, progress, show, check, backup, demo ----


def test_a_report_is_a_pdf_of_the_period_asked_for(demo, run, refused, tmp_path):
    target = tmp_path / "page.pdf"
    assert run("report", demo, target) == (0, f"Written: {target}\n", "")
    assert "2026" in pypdf.PdfReader(target).pages[0].extract_text()
    assert refused("report", demo, target).endswith("let it be replaced. (--force)")
    period = ("--from", "2026-09-01", "--to", "2026-10-31")
    assert run("report", demo, target, *period, "--force")[0] == 0
    assert target.read_bytes()[:5] == b"%PDF-"


def test_a_report_that_makes_no_sense_is_refused(demo, refused, tmp_path):
    target = tmp_path / "page.pdf"
    assert "before it begins" in refused(
        "report", demo, target, "--from", "2026-11-01", "--to", "2026-10-01"
    )
    assert "Day must be a day" in refused("report", demo, target, "--from", "October")
    assert "let its name end in .pdf" in refused("report", demo, tmp_path / "page.docx")
    assert "No such file" in refused("report", demo, tmp_path / "nowhere" / "page.pdf")
    assert not target.exists()


def test_progress_is_told_as_json_and_as_a_table(demo, file, run):
    status, out, _ = run("progress", demo, "--json")
    found = {region["region"]: region for region in json.loads(out)["regions"]}
    assert status == 0
    assert found["palm_left"]["treated"] is True
    assert found["palm_left"]["baseline"]["from"] == "2026-08-03"
    assert found["palm_left"]["baseline"]["days"] > 20
    assert found["palm_left"]["change_percent"] < -20
    assert found["axilla_left"]["treated"] is False
    percent = f"{found['palm_left']['change_percent']:+.0f} %"
    (row,) = [line for line in run("progress", demo)[1].splitlines() if "Left palm " in line]
    assert percent in row
    assert run("progress", file) == (0, "No region was rated yet.\n", "")
    assert json.loads(run("progress", file, "--json")[1])["regions"] == []


def test_a_diary_is_summed_up(demo, file, run):
    _, out, _ = run("show", demo)
    assert "Person: Simulated example" in out
    assert "Period: 2026-08-03 to 2026-11-22, " in out
    assert "Sessions: 40, from 2026-08-31 to 2026-11-16" in out
    assert "Questionnaire: HDSS (1-4): " in out
    assert run("show", file)[1].splitlines()[1:] == ["Nothing was rated yet.", "Sessions: none"]


def test_a_day_is_told_with_its_session_and_note(demo, run):
    _, out, _ = run("show", demo, "--day", "2026-08-31")
    assert "19:00 Right palm, Left palm; Hand trays; 7 mA; 20 min" in out
    noted = run("show", demo, "--day", "2026-08-27")[1]
    assert "Note for the doctor: Simulated note: device arrived" in noted
    assert run("show", demo, "--day", "2020-01-01")[1] == "2020-01-01: no entries\n"


def test_a_sound_diary_is_called_sound_and_a_damaged_one_is_not(demo, run):
    assert run("check", demo) == (0, f"{demo} is sound\n", "")
    with contextlib.closing(sqlite3.connect(demo)) as damaged, damaged:
        damaged.execute("UPDATE rating SET severity = 10 - severity WHERE severity <> 5")
    status, out, err = run("check", demo)
    assert status == 1
    assert out  # what is wrong
    assert len(err.splitlines()) == 1
    assert "is damaged" in err


def test_a_backup_is_the_whole_diary(demo, run, refused, tmp_path):
    target = tmp_path / "copy.drymap"
    assert run("backup", demo, target)[0] == 0
    assert snapshot(target) == snapshot(demo)
    before = target.read_bytes()
    refused("backup", demo, target)
    assert target.read_bytes() == before


def test_new_and_demo_leave_an_existing_file_alone(file, refused):
    before = file.read_bytes()
    refused("new", file)
    refused("demo", file)
    assert file.read_bytes() == before


@pytest.mark.parametrize("command", ["show", "progress", "check"])
@pytest.mark.parametrize("content", [b"", b"not a diary", b"SQLite format 3\0" + bytes(84)])
def test_a_file_that_is_no_diary_is_refused_and_left_alone(command, content, refused, tmp_path):
    path = tmp_path / "x.drymap"
    path.write_bytes(content)
    refused(command, path)
    assert path.read_bytes() == content
    assert [item.name for item in tmp_path.iterdir()] == ["x.drymap"]


@pytest.mark.parametrize(
    "arguments",
    [
        ("show",),
        ("check",),
        ("progress", "--json"),
        ("import", "x.json"),
        ("export", "x.json"),
        ("report", "x.pdf"),
        ("backup", "x.drymap"),
        ("add", "--day", "2026-11-20", "--region", "palm_left", "--severity", "1"),
    ],
)
def test_a_diary_that_is_not_there_is_never_made(arguments, refused, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    command, *rest = arguments
    refused(command, "nowhere.drymap", *rest)
    assert list(tmp_path.iterdir()) == []


def test_the_regions_are_listed_with_a_tab_between_id_and_name(run):
    lines = run("regions")[1].splitlines()
    assert "palm_left\tLeft palm" in lines
    assert all(line.count("\t") == 1 for line in lines)


def test_half_a_sample_is_never_left(tmp_path, refused, monkeypatch):
    def half(now: datetime) -> None:
        raise exports.DiaryError("no more")

    monkeypatch.setattr("model.exports.demo.sample_diary", half)
    assert refused("demo", tmp_path / "d.drymap") == "no more"
    assert not (tmp_path / "d.drymap").exists()
