"""The command that measures coverage: an honest simulator holds, one that lies is found out."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

# As small as the command allows: days independent of each other, `TOLD` is what the truth claims.
SIMULATOR = """
from __future__ import annotations

import dataclasses

import numpy as np


@dataclasses.dataclass(frozen=True)
class Scenario:
    name: str = "S1"
    regions: tuple = (("palms", 7.0, 0.5, True), ("soles", 6.0, 0.3, True),
                      ("back", 6.0, 0.0, False), ("elsewhere", 5.0, 0.0, False))
    n_base: int = 14
    n_maint: int = 28
    gain: float = 0.35
    half_life: float = 14.0
    p_miss: float = 0.15
    miss_informative: float = 0.0
    scale_max: int = 10


@dataclasses.dataclass
class Diary:
    names: list
    treated: np.ndarray
    phase: np.ndarray
    y: np.ndarray
    sessions: np.ndarray


TOLD = 0.0


def simulate_many(s, n_pat, seed, no_effect=False):
    rng = np.random.default_rng(seed)
    days = s.n_base + 28 + s.n_maint
    level = np.array([r[1] for r in s.regions])[:, None] * np.ones(days)
    if not no_effect:
        left = np.array([1 - r[2] - TOLD * (n_pat > 1000) for r in s.regions])
        level[:, s.n_base:] *= left[:, None]
    level[:, s.n_base:] *= 0.75  # cooler weather for all: no effect of the sessions
    y = rng.normal(level, 1.2, (n_pat, len(s.regions), days))
    return np.clip(np.rint(y), 0, s.scale_max), rng


def simulate_batch(s, n_pat, seed):
    y, rng = simulate_many(s, n_pat, seed)
    treated = np.array([r[3] for r in s.regions])
    phase = np.repeat(["A", "I", "B"], [s.n_base, 28, s.n_maint])
    sessions = np.zeros(y.shape[1:], bool)
    sessions[treated, s.n_base:s.n_base + 28:2] = True
    sessions[treated, s.n_base + 28::7] = True
    missing = rng.random((n_pat, 1, y.shape[2])) < s.p_miss
    names = [r[0] for r in s.regions]
    return [Diary(names, treated, phase, each, sessions) for each in np.where(missing, np.nan, y)]


SCENARIOS = {"S1 standard": Scenario(), "S2 two": Scenario(name="S2", n_base=21),
             "S11 0-4 scale": Scenario(name="S11", scale_max=4)}
"""


@pytest.fixture
def measure(tmp_path):
    def run(*options, told="0.0"):
        file = tmp_path / "simulate.py"
        file.write_text(SIMULATOR.replace("TOLD = 0.0", f"TOLD = {told}"))
        return coverage("--simulator", file, *options)

    return run


def coverage(*options):
    command = [sys.executable, "-m", "bench.coverage", *map(str, options)]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)


def test_an_honest_simulator_holds(measure):
    done = measure("--patients", 40, "--scenario", "S1")
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[0].startswith("40 patients a scenario, seed 1. S11 left out")
    assert next(line for line in lines if line.endswith("n 160 160")).startswith("S1 standard ")
    assert lines[-1].startswith("All bounds hold within 2 Monte-Carlo errors (change 0.91-0.97")


def test_the_same_seed_gives_the_same_figures(measure):
    first, again, other = (
        measure("--patients", 20, "--scenario", "S1", "--seed", seed).stdout.partition("\n")[2]
        for seed in (3, 3, 4)
    )
    assert first == again != other


def test_a_truth_that_is_not_that_of_the_diaries_is_found_out(measure):
    done = measure("--patients", 40, "--scenario", "S1", "S2", told="0.25")
    lines = done.stdout.splitlines()
    assert done.returncode == 1
    assert lines[-1].startswith("4 bounds are missed by more than 2 Monte-Carlo errors")
    assert sum(line.endswith("MISSED") for line in lines) == 4


def test_scenarios_that_the_note_only_describes_are_made(measure):
    done = measure("--patients", 20, "--scenario", "S16", "S16b", "S16c", "M50", "S11")
    starts = [line.split()[0] for line in done.stdout.splitlines() if line.count("±") == 2]
    assert starts == ["S16", "S16b", "S16c", "M50", "M50"]
    assert "not judged, as the method note lists it outside: M50" in done.stdout


def test_one_bound_that_is_missed_is_one(measure):
    done = measure("--patients", 40, "--scenario", "S1", told="0.07")
    assert done.returncode == 1
    assert done.stdout.splitlines()[-1].startswith("1 bound is missed by more than 2 Monte-Carlo")


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--patients", 19], "Give at least 20 patients: 19 are too few to tell."),
        (["--patients", -5], "Give at least 20 patients: -5 are too few to tell."),
        (["--seed", -1], "A seed is 0 or above, not -1."),
    ],
)
def test_options_that_give_no_figure_are_refused_in_a_sentence(measure, options, sentence):
    done = measure(*options)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"{sentence}\n")


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("notes.md", "# Notes", "its name does not end in .py."),
        ("notes.py", "no Python at all", "SyntaxError("),
        ("notes.py", "import no_such_package", "ModuleNotFoundError("),
        ("notes.py", "Scenario = SCENARIOS = 1", "it lacks simulate_many, simulate_batch."),
    ],
)
def test_a_file_that_is_no_simulator_is_said_in_a_sentence(tmp_path, name, text, why):
    (tmp_path / name).write_text(text)
    done = coverage("--simulator", tmp_path / name)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"{name} is no simulator: {why}" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_without_a_simulator_a_sentence_says_what_to_do(tmp_path):
    done = coverage("--simulator", tmp_path / "nowhere.py")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.endswith("nowhere.py; name it: --simulator\n")


def test_a_scenario_that_is_unknown_is_named(measure):
    done = measure("--scenario", "S99")
    assert (done.returncode, done.stderr) == (2, "No scenario has such a name.\n")
