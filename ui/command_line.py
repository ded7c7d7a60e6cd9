"""Everything that can be done to a diary without a window; imports no Qt, and for `--version`,
`--help` and `regions` nothing else that is heavy.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from model.records.errors import Conflict, DiaryError
from model.text import QT_TRANSLATE_NOOP
from model.version import VERSION
from ui.command_report import add_options, options_of

if TYPE_CHECKING:
    from model.records.day import Rating
    from model.records.snapshot import Contents, Snapshot

Clock = Callable[[], datetime]


@dataclass(frozen=True)
class Answer:
    """What a command prints, what it remarks on stderr, and what went wrong in spite of it."""

    lines: Sequence[str] = ()
    remarks: Sequence[str] = ()
    problem: str = ""


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Understand the command line; end the program with status 2 where it is wrong.

    Returns:
        `command` (None = open the window), `diary` and what the command needs.
    """
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:  # under pythonw there is none; tests put others in their place
            with contextlib.suppress(AttributeError):
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    parser = _parser()
    wish = parser.parse_args(arguments)
    if wish.command is not None and wish.diary is not None:
        parser.error(f"--diary opens the window; here it is '{wish.command} FILE'")
    return wish


def run(wish: argparse.Namespace, clock: Clock) -> int:
    """Do what was understood; print one sentence on stderr for what went wrong.

    Returns:
        The exit status, 0 or 1.
    """
    try:
        answer: Answer = wish.answer(wish, clock)
    except Conflict as problem:
        return _complain(f"{problem} (--keep mine or --keep theirs)")
    except DiaryError as problem:
        from model.files import AlreadyThere

        return _complain(f"{problem}{' (--force)' if isinstance(problem, AlreadyThere) else ''}")
    except KeyboardInterrupt:
        return 130  # as a shell reports a program that was interrupted
    try:
        sys.stdout.writelines(f"{_printable(line)}\n" for line in answer.lines)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader, such as `head`, has seen enough; nor may Python complain when it flushes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _complain(f"What was asked for was done, but not printed: {error.strerror}.")
    for remark in answer.remarks:
        print(_one_line(remark), file=sys.stderr)
    return _complain(answer.problem) if answer.problem else 0


# ---- The commands, in the order of --help ----


def _new(wish: argparse.Namespace, clock: Clock) -> Answer:
    from model.diary import Diary

    Diary.create(wish.file, clock).close()
    return Answer([f"New diary: {wish.file}"])


def _add(wish: argparse.Namespace, clock: Clock) -> Answer:
    from dataclasses import replace

    from model.diary import Diary
    from model.records.day import DayContext
    from model.records.person import OwnRegion
    from model.records.rules import Record
    from ui.plain_text import region_names

    rating = _rating(wish)
    note = _note(wish.note_file) if wish.note_file else None
    with Diary.open(wish.file, clock) as diary:
        entered = "same_day" if rating.day == diary.today() else "late"
        records: list[Record] = [replace(rating, entered=entered, recorded_at=diary.now())]
        if note is not None:
            known = {context.day: context for context in diary.of(DayContext)}
            context = known.get(rating.day, DayContext(rating.day, recorded_at=diary.now()))
            records.append(replace(context, note=_with_paragraph(context.note, note)))
        diary.put(*records)
        name = region_names(diary.of(OwnRegion)).get(rating.region, rating.region)
    value = "not applicable" if rating.severity is None else rating.severity
    return Answer([f"Saved: {name}, {rating.day}: {value}"])


def _show(wish: argparse.Namespace, clock: Clock) -> Answer:
    from ui.plain_text import day_in_words, summary

    snapshot = _snapshot(wish.file, clock)
    if wish.day is None:
        return Answer([f"Diary: {wish.file}", *summary(snapshot)])
    return Answer(day_in_words(snapshot, _day(wish.day)))


def _import(wish: argparse.Namespace, clock: Clock) -> Answer:
    from model import exports
    from model.diary import Diary

    with Diary.open(wish.file, clock) as diary:
        contents = exports.read(wish.source, diary.now())
        change = diary.merge(contents, keep=wish.keep)
    if change.count:
        line = f"{change.count} entries taken over from {wish.source}"
    else:
        line = f"Nothing new in {wish.source}: the diary holds all of it"
    return Answer([line], _left_out(contents))


def _export(wish: argparse.Namespace, clock: Clock) -> Answer:
    from model import exports

    exports.format_of(wish.target)  # before a large diary is read for nothing
    exports.write(_snapshot(wish.file, clock), wish.target, wish.force)
    return Answer([f"Written: {wish.target}"])


def _report(wish: argparse.Namespace, clock: Clock) -> Answer:
    from model.diary import Diary
    from model.report.layout import write_pdf

    if wish.target.suffix.lower() != ".pdf":
        raise DiaryError(
            QT_TRANSLATE_NOOP("DiaryError", "The report is a PDF file: let its name end in .pdf.")
        )
    with Diary.open(wish.file, clock) as diary:
        snapshot, today = diary.snapshot(), diary.today()
    first, last = (_day(each) if each else None for each in (wish.first, wish.last))
    options = options_of(wish, first, last, snapshot, today)
    write_pdf(snapshot, wish.target, options, today, replace_it=wish.force)
    return Answer([f"Written: {wish.target}"])


def _progress(wish: argparse.Namespace, clock: Clock) -> Answer:
    import json

    from model.analysis.progress import progress
    from model.analysis.words import progress_as_dict
    from ui.plain_text import progress_table

    snapshot = _snapshot(wish.file, clock)
    found = progress(snapshot, wish.wet_at)
    if not wish.json:
        return Answer(progress_table(found, snapshot))
    return Answer([json.dumps(progress_as_dict(found, snapshot), indent=2, allow_nan=False)])


def _check(wish: argparse.Namespace, clock: Clock) -> Answer:
    from model.diary import Diary

    with Diary.open(wish.file, clock) as diary:
        problems = diary.check()
    if not problems:
        return Answer([f"{wish.file} is sound"])
    return Answer(
        problems,
        problem=f"{wish.file} is damaged in {len(problems)} places; go back to a backup of it.",
    )


def _backup(wish: argparse.Namespace, clock: Clock) -> Answer:
    from model.diary import Diary

    with Diary.open(wish.file, clock) as diary:
        diary.backup(wish.target)
    return Answer([f"Written: {wish.target}"])


def _demo(wish: argparse.Namespace, clock: Clock) -> Answer:
    from model.diary import Diary
    from model.exports.demo import sample_diary

    diary = Diary.create(wish.file, clock)
    with contextlib.ExitStack() as unfinished:
        unfinished.callback(wish.file.unlink, missing_ok=True)  # not half a sample
        with diary:
            diary.merge(sample_diary(diary.now()), title="Sample diary")
        unfinished.pop_all()
    return Answer([f"Sample diary (simulated): {wish.file}"])


def _regions(wish: argparse.Namespace, clock: Clock) -> Answer:
    from model.catalog.regions import REGIONS

    del wish, clock
    return Answer([f"{region.id}\t{region.name}" for region in REGIONS.values()])


# ---- What they share ----


def _snapshot(file: Path, clock: Clock) -> Snapshot:
    from model.diary import Diary

    with Diary.open(file, clock) as diary:
        return diary.snapshot()


def _rating(wish: argparse.Namespace) -> Rating:
    from model.exports.entries import fields_of
    from model.exports.values import value_of
    from model.records.day import Rating

    severity = fields_of(Rating)["severity"].rule
    if not wish.severity.strip():
        severity.check(wish.severity)  # an empty cell means not applicable, an empty word nothing
    na = wish.severity.lower() == "na"
    rating = Rating(_day(wish.day), wish.region, None if na else value_of(wish.severity, severity))
    rating.check()
    return rating


def _day(text: str) -> date:
    from model.exports.entries import fields_of
    from model.exports.values import day_of_text
    from model.records.day import Rating

    day = day_of_text(text)
    fields_of(Rating)["day"].rule.check(day)
    assert isinstance(day, date)
    return day


def _with_paragraph(before: str, added: str) -> str:
    """Return a note with one more paragraph; one that ends with it already stays as it is."""
    if not before.strip():
        return added
    if not added.strip() or before == added or before.endswith(f"\n\n{added}"):
        return before
    return f"{before.rstrip()}\n\n{added}"


def _note(file: Path) -> str:
    """Read a note, no further than the longest one can be."""
    from model.exports.files import opened
    from model.files import readable
    from model.records.rules import NOTE_LIMIT

    most = 4 * NOTE_LIMIT + 3  # bytes: four a character, and the mark that editors put first
    with readable(file), opened(file) as stream:
        data = stream.read(most + 1)
    if len(data) > most:
        raise DiaryError(
            QT_TRANSLATE_NOOP(
                "DiaryError",
                "{file} is too long for a note: at most {limit} characters. Shorten it.",
            ),
            file=file,
            limit=NOTE_LIMIT,
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DiaryError(
            QT_TRANSLATE_NOOP("DiaryError", "{file} is not UTF-8 text. Save it as UTF-8."),
            file=file,
        ) from error


def _left_out(contents: Contents) -> list[str]:
    if not contents.unknown_columns:
        return []
    return [f"Note: not known and left out: {'; '.join(contents.unknown_columns)}"]


def _complain(sentence: str) -> int:
    print(_one_line(sentence), file=sys.stderr)
    return 1


def _one_line(text: str) -> str:
    return _printable(" ".join(text.split()))


def _printable(text: str) -> str:
    """Replace what could move the cursor or colour the terminal; a note may hold anything."""
    text = text.expandtabs() if "\t" in text and "\n" in text else text
    return "".join(c if c.isprintable() or c in "\n\t" else "�" for c in text)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="main.py",
        description="Drymap, a diary of sweating and its treatment. Without a command it opens"
        " its window.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"Drymap {VERSION}")
    parser.add_argument(
        "--diary", type=Path, metavar="FILE", help="the diary to open the window on"
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="without a window")

    def command(
        name: str, answer: Callable[[argparse.Namespace, Clock], Answer], words: str, *paths: str
    ) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=words, description=words, allow_abbrev=False)
        added.set_defaults(answer=answer)
        for path in paths:
            added.add_argument(path, type=Path, metavar=path.upper())
        return added

    command("new", _new, "make an empty diary", "file")
    add = command("add", _add, "rate one region of one day", "file")
    add.add_argument("--day", required=True, help="like 2026-11-22")
    add.add_argument("--region", required=True, help="an id; 'regions' lists them")
    add.add_argument("--severity", required=True, help="0 (dry) to 10, or na: not applicable")
    add.add_argument("--note-file", type=Path, help="text (UTF-8) to add to the day's note")
    show = command("show", _show, "tell what a diary holds", "file")
    show.add_argument("--day", help="only this day, with its notes")
    take = command("import", _import, "add what a .json, .zip or folder holds", "file", "source")
    take.add_argument(
        "--keep",
        choices=["mine", "theirs"],
        default="",
        help="where both contradict each other: keep the diary's (mine) or SOURCE's (theirs)",
    )
    give = command(
        "export", _export, "write all as .json, .xlsx, .fhir.json, .zip, folder", "file", "target"
    )
    report = command("report", _report, "write the doctor's page as a PDF", "file", "target")
    add_options(report)
    for writing in (give, report):
        writing.add_argument("--force", action="store_true", help="replace TARGET if it is there")
    change = command("progress", _progress, "what changed in each region", "file")
    change.add_argument("--json", action="store_true", help="as JSON")
    change.add_argument(
        "--wet-at",
        type=int,
        choices=range(1, 11),
        metavar="N",
        help="severity (1-10) from which a region is wet again; else as the diary says",
    )
    command("check", _check, "look at every page of a diary for damage", "file")
    command("backup", _backup, "copy a diary to a new file", "file", "target")
    command("demo", _demo, "make a sample diary of 16 weeks (simulated)", "file")
    command("regions", _regions, "list the ids and names of the regions")
    return parser
