"""Each case of the design's table: done in the real window, counted, and found in the file."""

from __future__ import annotations

import shutil
import sqlite3
import statistics
import sys
from collections import deque
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from bench.common import SETTINGS
from bench.driven import Bare, Driven, now, ranged, until
from model.diary import Diary
from model.records.day import Assessment
from model.records.person import FollowedRegion
from model.records.snapshot import Contents, RatingColumns, day_number
from model.records.treatment import Session
from ui.bodymap import BodyMap

WEDNESDAY = datetime(2026, 11, 18, 21, 14, tzinfo=timezone(timedelta(hours=1)))
MONDAY = WEDNESDAY - timedelta(days=2)  # the week's first day: then the HDSS is offered
DAY, MINE = timedelta(days=1), ("palm_right", "palm_left", "sole_right", "sole_left")
FOUR, YESTERDAYS = (2, 4, 7, 10), (5, 0, 3, 8)
ARROWS = {
    Qt.Key.Key_Left: QPointF(-1, 0),
    Qt.Key.Key_Right: QPointF(1, 0),
    Qt.Key.Key_Up: QPointF(0, -1),
    Qt.Key.Key_Down: QPointF(0, 1),
}


def dry(it: Driven) -> None:
    it.click(it.page.header.dry)


def severity_then_regions(it: Driven) -> None:
    palette = it.page.map_card.palette_strip
    it.click(palette, palette.cell(6).center())
    for region in MINE:
        it.click(it.page.map, it.page.map.point_of(region))


def strips(it: Driven) -> None:
    for region, value in zip(MINE, FOUR, strict=True):
        strip = it.page.strips.strip_of(region)
        it.click(strip, strip.cell(value).center())


def click_and_digit(it: Driven) -> None:
    for region in MINE:
        it.click(it.page.map, it.page.map.point_of(region))
        it.key(Qt.Key.Key_6)


def both_sides(it: Driven) -> None:
    it.click(it.page.map_card.tools.both)
    for region in MINE[::2]:
        it.click(it.page.map, it.page.map.point_of(region))
        it.key(Qt.Key.Key_6)


def arrow_and_digit(it: Driven) -> None:
    """Reach the map by Tab from where the window starts, then the regions by arrows."""
    while not hasattr(QApplication.focusWidget(), "region"):
        it.key(Qt.Key.Key_Tab)
    for region in MINE:
        for key in way(it.page.map, region):
            it.key(key)
        it.key(Qt.Key.Key_6)


def way(body: BodyMap, region: str) -> list[Qt.Key]:
    """Find the fewest arrows from the current region to another; the map alone knows them."""
    ways = deque([(body._current, ())])
    known = {id(body._current)}
    while ways[0][0].region != region:
        shape, keys = ways.popleft()
        for key, direction in ARROWS.items():
            there = body._neighbour(shape, direction)
            if there is not None and id(there) not in known:
                known.add(id(there))
                ways.append((there, (*keys, key)))
    return list(ways[0][1])


def same(it: Driven) -> None:
    it.click(it.page.header.same)


def session(it: Driven) -> None:
    it.go_to("sessions")
    it.click(it.window.shown("sessions").repeat)


def missed(it: Driven) -> None:
    it.click(it.page.header.dots.dots[-3])
    it.click(it.page.header.dry)


def hdss(it: Driven) -> None:
    it.click(it.page.around.weekly.answers[2])


def pdf(it: Driven) -> None:
    it.go_to("report")
    report = it.window.shown("report")
    it.click(report.save_button)
    dialog = report.findChild(QFileDialog)
    until(dialog.isVisible)
    it.key(Qt.Key.Key_Return, dialog)


def rated(values: dict[str, int], entered: str, days_ago: int = 0) -> Callable[[Diary], bool]:
    day = WEDNESDAY.date() - days_ago * DAY
    wanted = {region: (value, entered) for region, value in values.items()}
    return lambda diary: (
        wanted
        == {row.region: (row.severity, row.entered) for row in diary.ratings_between(day, day)}
    )


def repeated(diary: Diary) -> bool:
    first, last = sorted(diary.of(Session), key=lambda row: row.started_at)
    return last.started_at == WEDNESDAY and last.applicators == first.applicators


def answered(diary: Diary) -> bool:
    found = [(row.day, row.instrument, row.score) for row in diary.of(Assessment)]
    return found == [(MONDAY.date(), "hdss", 2)]


def printed(diary: Diary) -> bool:
    (found,) = (diary.path.parent / "Documents").glob("*.pdf")
    whole = found.read_bytes()
    found.unlink()
    return whole.startswith(b"%PDF") and whole.rstrip().endswith(b"%%EOF")


ZEROS, SIXES = dict.fromkeys(MINE, 0), rated(dict.fromkeys(MINE, 6), "same_day")
CASES = (  # what it is, at most, how it is done, what must be in the file
    ("dry day", 1, dry, rated(ZEROS, "same_day")),
    ("four regions: a severity, then regions", 5, severity_then_regions, SIXES),
    (
        "four regions: a value each, in the list",
        5,
        strips,
        rated(dict(zip(MINE, FOUR, strict=True)), "same_day"),
    ),
    ("four regions: both sides, click, digit", 5, both_sides, SIXES),
    ("four regions: click and digit", 5, click_and_digit, SIXES),
    ("four regions: Tab to the map, arrows, digits", 5, arrow_and_digit, SIXES),
    (
        "same as yesterday, as copied",
        1,
        same,
        rated(dict(zip(MINE, YESTERDAYS, strict=True)), "copied"),
    ),
    ("a session like the last one", 3, session, repeated),
    ("a missed day caught up, as late", 2, missed, rated(ZEROS, "late", 2)),
    ("weekly HDSS", 1, hdss, answered),
    ("the doctor's PDF", 3, pdf, printed),
)


def cases(runs: int, home: Path) -> None:
    from ui.progress import canvas  # noqa: F401  loaded before, not beside, what is measured

    (home / "Documents").mkdir(exist_ok=True)
    seen: dict[str, list[tuple[int, float, float]]] = {}
    for clock in (WEDNESDAY, MONDAY):
        small_diary(home / f"{clock.date()}", clock)
    for run in range(runs + 1):  # the first round warms up and is not counted
        for name, _, drive, holds in CASES:
            presses, ours = logged(drive, holds, home, name)
            bare = bare_presses(presses, home / "raw.db")
            if run:
                seen.setdefault(name, []).append((presses, ours, bare))
    print(f"{'':44} presses at most   until stored, median (range)   / bare window (range)")
    for name, most, *_ in CASES:
        presses, ours, bare = zip(*seen[name], strict=True)
        ratios = [one / other for one, other in zip(ours, bare, strict=True)]
        mark = "over" if max(presses) > most else ""
        print(f"{name:44} {max(presses):4} {most:6} {mark:5} {spread(ours)}   {ranged(ratios)}")


def logged(drive: Callable, holds: Callable, home: Path, name: str) -> tuple[int, float]:
    clock = MONDAY if drive is hdss else WEDNESDAY
    path = home / "day.drymap"
    shutil.copy(home / f"{clock.date()}", path)
    it, done = Driven(path, clock), []
    drive(it)
    presses = it.presses
    it.link.when_done(lambda: done.append(now()))
    until(lambda: bool(done))
    it.close()
    with Diary.open(path, lambda: clock) as diary:
        if not holds(diary):
            sys.exit(f"{name}: the diary does not hold it")
    return presses, done[0] - it.first


def small_diary(path: Path, clock: datetime) -> None:
    """Make a diary of a year; today and the day before yesterday are not rated."""
    made, today = RatingColumns.empty(), clock.date()
    for back in (1, *range(3, 365)):
        for region, severity in zip(MINE, YESTERDAYS, strict=True):
            made.day.append(day_number(today - back * DAY))
            made.region.append(region)
            made.severity.append(severity)
            made.entered.append(0)
            made.recorded_at.append(None)
            made.offset_minutes.append(None)
    with Diary.create(path, lambda: clock) as diary:
        diary.merge(Contents(made))
        diary.put(*(FollowedRegion(region, True, n) for n, region in enumerate(MINE)))
        diary.put(Session(clock - 3 * DAY, MINE[:2], ("hand_tray",), 12.0, 20.0))


def bare_presses(count: int, path: Path) -> float:
    raw = sqlite3.connect(path, isolation_level=None)
    for setting in SETTINGS:
        raw.execute(f"PRAGMA {setting}")
    raw.execute("CREATE TABLE IF NOT EXISTS rating (id INTEGER PRIMARY KEY, severity INTEGER)")
    bare = Bare(QPoint(1280, 800), lambda: raw.execute("INSERT INTO rating (severity) VALUES (6)"))
    started = now()
    for _ in range(count):
        QTest.mouseClick(bare.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(9, 9))
    taken = now() - started
    bare.close()
    raw.close()
    return taken


def spread(times: list[float]) -> str:
    low, middle, high = (1000 * of(times) for of in (min, statistics.median, max))
    return f"{middle:6.1f} ms ({low:.1f} to {high:.1f})".ljust(30)
