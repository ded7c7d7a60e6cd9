"""A disk that is full or read-only, and programs that die while they write."""

import os
import sys

import pytest

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="kills need a system with fork")
needs_limits = pytest.mark.skipif(sys.platform == "win32", reason="needs limits on file sizes")

RATINGS = """
REGIONS = [f"{stem}_{side}" for stem in ("palm", "sole", "axilla") for side in ("left", "right")]
def many(first, count):
    columns = RatingColumns.empty()
    for n in range(first, first + count):
        day, at = TODAY - timedelta(days=n // 6), NOON - timedelta(seconds=n * 7919)
        columns.append(Rating(day, REGIONS[n % 6], n % 11, recorded_at=at))
    return Contents(columns)
"""


@needs_limits
def test_a_full_disk_refuses_the_write_and_loses_nothing(path, program):
    said = program(
        RATINGS
        + """
import resource
with Diary.create(path, clock) as diary:
    diary.merge(many(0, 2000))
    before, bytes_before = diary.snapshot(), path.read_bytes()
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    said = []
    for room in (0, 5000, 60_000):
        resource.setrlimit(resource.RLIMIT_FSIZE, (len(bytes_before) + room, hard))
        try:
            diary.merge(many(2000, 30_000))
        except CannotWrite as refusal:
            said.append(str(refusal))
        assert diary.snapshot() == before and diary.check() == (), room
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    assert diary.read_only is None
    assert diary.merge(many(2000, 30_000)).count == 30_000
    diary.undo()
    assert diary.snapshot() == before
with Diary.open(path, clock) as diary:
    assert diary.snapshot() == before
print(json.dumps(said))
""",
        path,
    )
    assert len(said) == 3
    assert all("is full or cannot be written. Nothing was saved" in sentence for sentence in said)


@needs_limits
def test_a_new_diary_on_a_full_disk_leaves_no_half_of_one(path, program):
    said = program(
        """
import resource
_, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, hard))
try:
    Diary.create(path, clock)
except CannotWrite as refusal:
    print(json.dumps([str(refusal), os.listdir(path.parent)]))
""",
        path,
    )
    assert "is full or cannot be written" in said[0]
    assert said[1] == []


@needs_limits
def test_a_full_disk_still_opens_and_says_so(path, clock, program, diary):
    diary.close()
    said = program(
        """
import resource
_, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (1, hard))
with Diary.open(path, clock) as diary:
    said = [str(diary.read_only), diary.check()]
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    diary.put(Rating(TODAY, "palm_left", 3))
    print(json.dumps([*said, diary.read_only]))
""",
        path,
    )
    assert "is full" in said[0]
    assert said[1:] == [[], None]


@needs_limits
@pytest.mark.parametrize("mode", ["folder", "file"])
def test_a_read_only_place_can_be_read_and_says_why_it_cannot_be_written(tmp_path, program, mode):
    # In a folder that an ordinary user may enter: root, who runs tests in containers, may write
    # everywhere and becomes such a user here.
    said = program(
        """
import shutil, tempfile
folder = Path(tempfile.mkdtemp())
try:
    path = folder / "diary.drymap"
    with Diary.create(path, clock) as diary:
        diary.put(Rating(TODAY, "palm_left", 3))
        diary.snapshot()
    shutil.rmtree(folder / "backups")
    path.chmod(0o444 if sys.argv[2] == "file" else 0o666)
    folder.chmod(0o555 if sys.argv[2] == "folder" else 0o777)
    before = path.read_bytes()
    if pid := os.fork():
        _, status = os.waitpid(pid, 0)
        assert status == 0
    else:
        if os.getuid() == 0:
            os.setuid(65534)
        with Diary.open(path, clock) as diary:
            said = [str(diary.read_only), [r.severity for r in diary.snapshot().ratings()]]
            for write in (diary.undo, lambda: diary.put(Rating(TODAY, "palm_left", 4))):
                try:
                    write()
                except CannotWrite as refusal:
                    said.append(str(refusal))
        print(json.dumps(said), flush=True)
        os._exit(0)
    assert path.read_bytes() == before
    assert os.listdir(folder) == ["diary.drymap"], os.listdir(folder)
finally:
    folder.chmod(0o700)
    shutil.rmtree(folder)
""",
        tmp_path / "unused",
        mode,
    )
    assert "lies where nothing can be written" in said[0]
    assert said == [said[0], [3], said[0], said[0]]


KILLS = """
import random, signal, time
chance = random.Random(int(sys.argv[2]))

def die_while(write, after):
    \"\"\"Kill a child while it writes; return the last write that it said was safe.\"\"\"
    ours, theirs = os.pipe()
    pid = os.fork()
    if not pid:
        with Diary.open(path, clock) as diary:
            for number in range(10**6):
                write(diary, number)
                os.write(theirs, number.to_bytes(4, "big"))
        os._exit(0)
    os.close(theirs)
    said = b""
    while len(said) < 4 * after:
        said += os.read(ours, 4 * after - len(said))
    end = time.perf_counter() + chance.random() * 0.008
    while time.perf_counter() < end:
        pass
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    while more := os.read(ours, 4096):
        said += more
    os.close(ours)
    return int.from_bytes(said[-4:], "big") if said else -1
"""


@needs_fork
def test_a_killed_program_loses_nothing_that_it_said_was_safe(path, program):
    assert (
        program(
            KILLS
            + """
def write(diary, number):
    diary.put(Rating(TODAY - timedelta(days=number), "palm_left", number % 11))

Diary.create(path, clock).close()
rounds = []
for _ in range(30):
    acknowledged = die_while(write, after=chance.randrange(1, 4))
    with Diary.open(path, clock) as diary:
        assert diary.check() == (), diary.check()
        found = {rating.day: rating.severity for rating in diary.snapshot().ratings()}
        for number in range(acknowledged + 1):
            assert found.pop(TODAY - timedelta(days=number)) == number % 11
        assert len(found) <= 1, found  # the write that was under way, whole or not at all
        while diary.undo():
            pass
        assert list(diary.snapshot().ratings()) == []
        diary.put(Rating(TODAY, "scalp", 1))
        diary.undo()
    assert sorted(os.listdir(path.parent)) == ["backups", path.name]
    rounds.append(acknowledged)
print(json.dumps(len(rounds)))
""",
            path,
            1,
        )
        == 30
    )


@needs_fork
def test_a_killed_import_is_whole_or_not_there(path, program):
    states = program(
        KILLS
        + RATINGS
        + """
new = many(0, 3000)

def write(diary, number):
    diary.merge(new) if number % 2 == 0 else diary.undo()

Diary.create(path, clock).close()
states = []
for _ in range(25):
    acknowledged = die_while(write, after=chance.randrange(1, 3))
    with Diary.open(path, clock) as diary:
        assert diary.check() == (), diary.check()
        states.append(len(list(diary.snapshot().ratings())))
        if diary.undo_title:
            diary.undo()
print(json.dumps(states))
""",
        path,
        2,
    )
    assert set(states) <= {0, 3000}


@needs_fork
def test_a_killed_creation_leaves_a_diary_or_nothing(path, program):
    states = program(
        """
import random, signal, time
chance = random.Random(3)
states = []
for _ in range(25):
    pid = os.fork()
    if not pid:
        Diary.create(path, clock).close()
        os._exit(0)
    end = time.perf_counter() + chance.random() * 0.03
    while time.perf_counter() < end:
        pass
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    states.append(path.exists())
    with (Diary.open if path.exists() else Diary.create)(path, clock) as diary:
        assert diary.check() == ()
    assert os.listdir(path.parent) == [path.name]
    path.unlink()
print(json.dumps(states))
""",
        path,
    )
    assert len(states) == 25
