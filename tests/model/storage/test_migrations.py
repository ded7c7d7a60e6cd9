"""The layout of the file: written out once, the same by every way, and an old one comes along."""

import importlib.util
import shutil
import sqlite3
from contextlib import closing
from datetime import date

import pytest
import sqlalchemy
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateTable

from model.diary import Diary
from model.records.day import Rating
from model.records.errors import CannotWrite, DamagedDiary
from model.records.person import InductionChoice, WetAgain
from model.storage import migrations, preflight, store
from model.storage.tables import METADATA

# What a later Drymap may bring: a step that rebuilds the table of ratings.
LATER = '''
"""A later layout."""
from sqlalchemy import Connection

revision = "0004"
down_revision = "0003"

def upgrade(tx: Connection) -> None:
    tx.exec_driver_sql("CREATE TABLE lamp (id INTEGER PRIMARY KEY) STRICT")
    tx.exec_driver_sql("INSERT INTO lamp SELECT count(*) FROM rating")
    {last}
'''


def words(text):
    return text.replace('"', "").split()


def tables(driver):
    query = (
        "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name != 'alembic_version'"
    )
    return {name: words(text) for name, text in driver.execute(query)}


@pytest.fixture
def memory():
    """An SQLite of its own, in memory."""
    engine = sqlalchemy.create_engine("sqlite://")
    with engine.connect() as tx:
        yield tx
    engine.dispose()


def test_the_written_layout_is_the_one_that_the_records_ask_for(diary):
    diary.close()
    with closing(sqlite3.connect(diary.path)) as file:
        written = tables(file)
    asked = {
        table.name: words(str(CreateTable(table).compile(dialect=sqlite.dialect())))
        for table in METADATA.tables.values()
    }
    assert written == asked, "write a migration (model/storage/migrations) for the changed rules"


def test_a_file_made_directly_is_what_alembic_makes_of_nothing(diary, memory, monkeypatch):
    migrations.upgrade(memory)
    by_alembic = memory.connection.driver_connection
    diary.close()
    with closing(sqlite3.connect(diary.path)) as file:
        assert tables(file) == tables(by_alembic)
        for query in ("SELECT * FROM alembic_version", "PRAGMA user_version"):
            assert file.execute(query).fetchall() == by_alembic.execute(query).fetchall()


def test_the_numbers_of_the_layout_agree(memory):
    from alembic.script import ScriptDirectory

    migrations.create(memory)
    head = ScriptDirectory(str(migrations.SCRIPTS)).get_current_head()
    assert int(head) == preflight.FORMAT
    made = store.schema_digest(memory.connection.driver_connection)
    assert made == preflight.SCHEMA, f"after a change of the layout SCHEMA is {made!r}"


@pytest.fixture
def old(path, clock, example):
    """A closed diary of today, which is an old one for the program of `later`."""
    with Diary.create(path, clock) as diary:
        diary.put(*(example(Rating, number) for number in range(100)))
    shutil.rmtree(path.parent / "backups")
    return path


def module_of(file):
    spec = importlib.util.spec_from_file_location(file.stem, file)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def later(tmp_path, monkeypatch):
    """Turn this program into a later one that knows one more step."""

    def arrange(last="pass"):
        scripts = tmp_path / "later"
        shutil.copytree(migrations.SCRIPTS, scripts)
        step = scripts / "versions" / "v0004_later.py"
        step.write_text(LATER.format(last=last))
        monkeypatch.setattr(migrations, "SCRIPTS", scripts)
        monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, module_of(step)))
        monkeypatch.setattr(preflight, "FORMAT", 4)
        engine = sqlalchemy.create_engine("sqlite://")
        with engine.begin() as tx:
            if last == "pass":
                migrations.create(tx)
            schema = store.schema_digest(tx.connection.driver_connection)
        engine.dispose()
        monkeypatch.setattr(preflight, "SCHEMA", schema)

    return arrange


def test_an_older_diary_is_copied_and_brought_along(old, clock, later, sql):
    bytes_before = old.read_bytes()
    with Diary.open(old, clock) as diary:
        before = diary.snapshot()
    later()
    with Diary.open(old, clock) as diary:
        assert diary.snapshot() == before
        assert diary.check() == ()
        assert diary.undo_title == "Rating"
    assert preflight.format_of(old) == 4
    assert sql(old, "SELECT id FROM lamp") == sql(old, "SELECT count(*) FROM rating")
    (copy,) = (old.parent / "backups").iterdir()
    assert len(copy.read_bytes()) == len(bytes_before)
    assert sql(copy, "SELECT * FROM rating") == sql(old, "SELECT * FROM rating")
    assert sql(copy, "PRAGMA user_version") == [(3,)]
    Diary.open(old, clock).close()
    assert len(list((old.parent / "backups").iterdir())) == 1


LATER_TABLES = {1: ("induction", "wet_again"), 2: ("wet_again",)}
"""Layout -> the tables that it did not have yet."""


@pytest.mark.parametrize("layout", LATER_TABLES)
@pytest.mark.parametrize(
    "entry",
    [InductionChoice("palm_left", date(2026, 10, 1), reason="away for a week"), WetAgain(5)],
    ids=lambda entry: entry.KIND,
)
def test_a_diary_of_an_earlier_layout_keeps_all_and_takes_the_new_entry(
    old, clock, sql, layout, entry
):
    with Diary.open(old, clock) as diary:
        before = diary.snapshot()
        undoable = diary.undo_title
    with closing(sqlite3.connect(old)) as file:
        for table in LATER_TABLES[layout]:
            file.execute(f"DROP TABLE {table}")
        file.execute("UPDATE alembic_version SET version_num = ?", (f"{layout:04}",))
        file.execute(f"PRAGMA user_version = {layout}")
        file.commit()
    with Diary.open(old, clock) as diary:
        assert diary.snapshot() == before
        assert diary.undo_title == undoable
        diary.put(entry)
    with Diary.open(old, clock) as diary:
        assert diary.of(type(entry)) == (entry,)
        assert diary.check() == ()
        diary.undo()
        assert diary.snapshot() == before
        diary.undo()
        assert diary.snapshot() != before, "what was written in the old layout is undone too"
        diary.redo()
        assert diary.snapshot() == before
    (copy,) = (old.parent / "backups").iterdir()
    assert sql(copy, "PRAGMA user_version") == [(layout,)]


def test_a_new_diary_of_the_later_program_has_the_later_layout(tmp_path, clock, later, sql):
    later()
    path = tmp_path / "new.drymap"
    Diary.create(path, clock).close()
    assert preflight.format_of(path) == 4
    assert sql(path, "SELECT version_num FROM alembic_version") == [("0004",)]


@pytest.mark.parametrize(
    "last", ['raise RuntimeError("torn")', 'tx.exec_driver_sql("DROP TABLE nothing")']
)
def test_a_step_that_fails_leaves_the_file_as_it_was(old, clock, later, last):
    bytes_before = old.read_bytes()
    later(last)
    with pytest.raises((RuntimeError, sqlalchemy.exc.OperationalError)):
        Diary.open(old, clock)
    assert old.read_bytes() == bytes_before
    assert sorted(file.name for file in old.parent.iterdir() if file.is_file()) == [old.name]


def test_a_step_that_leaves_something_else_than_the_layout_is_refused(old, clock, later):
    later('tx.exec_driver_sql("CREATE TABLE stray (x) ")')
    with pytest.raises(DamagedDiary):
        Diary.open(old, clock)


def test_without_a_copy_nothing_is_migrated(old, clock, later):
    bytes_before = old.read_bytes()
    (old.parent / "backups").write_text("in the way")
    later()
    with pytest.raises(CannotWrite, match="backups"):
        Diary.open(old, clock)
    assert old.read_bytes() == bytes_before


def test_a_diary_of_today_is_opened_without_alembic(old, program):
    assert (
        program(
            """
with Diary.open(path, clock) as diary:
    diary.put(Rating(TODAY, "palm_left", 3))
with Diary.create(path.with_name("new.drymap"), clock) as diary:
    diary.put(Rating(TODAY, "palm_left", 3))
    diary.ratings_between(TODAY, TODAY)
print(json.dumps(sorted({"alembic", "numpy", "matplotlib", "PySide6"} & sys.modules.keys())))
""",
            old,
        )
        == []
    )
