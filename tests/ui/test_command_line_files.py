"""What goes in and out of a diary without a window: imports, exports, reports, summaries."""

import contextlib
import json
import sqlite3
from datetime import datetime
from pathlib import Path

import pypdf
import pytest

from model import exports
from model.report import options
from tests.ui.conftest import RATINGS, add, snapshot
from ui import command_report


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
    assert "Drymap knows .json" in refused("export", demo, tmp_path / "out.ods")
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
    ahead = ("--from", "2027-01-01", "--to", "2027-02-01")
    assert refused("report", demo, target, *ahead).startswith("2027-01-01 is in the future.")
    assert refused("report", demo, target, *ahead[:2]).startswith("2027-01-01 is in the future.")
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


def test_a_report_takes_the_options_of_the_page(demo, run, refused, tmp_path):
    target = tmp_path / "page.pdf"
    chosen = ("--paper", "us-letter", "--language", "de", "--without-name", "--without", "body")
    assert run("report", demo, target, *chosen, "--appendix", "sessions")[0] == 0
    reader = pypdf.PdfReader(target)
    assert [round(side) for side in reader.pages[0].mediabox[2:]] == [612, 792]
    assert reader.trailer["/Root"]["/Lang"] == "de"
    assert len(reader.pages) > 1
    assert "There is no translation" in refused(
        "report", demo, target, "--force", "--language", "xx"
    )


def test_the_options_of_the_command_are_those_of_the_page():
    assert tuple(options.PAPERS) == command_report.PAPERS
    assert tuple(options.SECTIONS) == command_report.SECTIONS
    assert tuple(options.APPENDICES) == command_report.APPENDICES
