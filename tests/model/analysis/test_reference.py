"""The command that checks reference cases: what passes, what it misses, what it cannot read."""

import copy
import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]

# Values: R 4.2.2. Wright & McCathren 2012 (Nick); McKissick et al. 2010, first against third
# period, and the autocorrelation of its three periods.
NICK = {
    "id": "nick",
    "improvement": "decrease",
    "t": [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
    "y": [1, 2, 1, 1, 1, 0, 3, 0, 0, 1, 0],
    "phase": list("AAAAABBBBBB"),
    "expected": [
        {"measure": "n_A", "value": 5, "tol": 0},
        {"measure": "mean_B", "value": 0.66666666667, "tol": 1e-8},
        {"measure": "vif_B_rho0.6", "value": 2.80832, "tol": 1e-8},
        {"measure": "vif_A_rho0", "value": 1, "tol": 1e-8},
        {"measure": "NAP", "value": 0.76666666667, "tol": 1e-8},
        {"measure": "NAP_CI_lower", "value": 0.41490969515, "tol": 0.0002},
        {"measure": "NAP_CI_upper_effn_rho0.3", "value": 0.95285598271, "tol": 1e-6},
        {"measure": "change_pct_upper_rho0.3", "value": 319.513526186, "tol": 0.0004},
        {"measure": "change_upper_unbounded_rho0.3", "value": 0, "tol": 0},
        {"measure": "change_upper_unbounded_rho0.6", "value": 1, "tol": 0},
        {"measure": "change_pct_upper_rho0.6", "value": None, "tol": 0},
        {"measure": "change_df_rho0.3", "value": 2.8927697903, "tol": 1e-5},
        {"measure": "points_lower_rho0.3", "value": -2.7118072502, "tol": 1e-6},
        {"measure": "gls_car1_phi", "value": 4.3505898454e-10, "tol": 0.01},
        {"measure": "gls_car1_change_SE", "value": 0.57563706015, "tol": 0.0028781853007},
        {"measure": "PEM", "value": 0.75, "tol": 1e-8},
    ],
}
PARKER = {
    "id": "parker",
    "improvement": "increase",
    "t": [*range(1, 15)],
    "y": [20, 20, 26, 25, 22, 23, 28, 25, 24, 27, 30, None, 30, 29],
    "phase": list("AAAAAABBBBBBBB"),
    "expected": [
        {"measure": "NAP", "value": 0.91666666667, "tol": 1e-8},
        {"measure": "n_B", "value": 7, "tol": 0},
    ],
}
THIRD = [11.82, 13.95, 11.93, 16.09, 18.09, 11.75, 13.75, 12.59, 11]
AGAINST = {
    "id": "against",
    "kind": "contrast",
    "t": [*range(1, 10)],
    "y": [13.62, 12.57, 15.76, 5.97, 4.63, 5.82, 3.72, 8.07, 2.95],
    "phase": list("AAABBBBBB"),
    "untreated": [THIRD],
    "expected": [
        {"measure": "n_paired_B", "value": 6, "tol": 0},
        {"measure": "untreated_ratio", "value": 1.1043766578, "tol": 1e-7},
        {"measure": "treated_ratio_paired_days", "value": 0.37139451728, "tol": 1e-7},
        {"measure": "contrast_pct", "value": -66.3706657823, "tol": 1e-6},
        {"measure": "contrast_pct_upper_rho0.3", "value": -17.1269886892, "tol": 1e-4},
        {"measure": "contrast_upper_unbounded_rho0.6", "value": 1, "tol": 0},
    ],
}
POOLED = {
    "id": "pooled",
    "kind": "pooled_rho",
    "series": [
        {"t": [*range(1, 11)], "phase": list("AAABBBBBBB"), "y": [*AGAINST["y"], 11.86]},
        {
            "t": [*range(1, 13)],
            "phase": list("AAAAABBBBBBB"),
            "y": [8.07, 21.86, 19.6, 20.98, 17.75, 9.96, 4.02, 10.8, 9.57, 0.04, 5.57, 24.52],
        },
        {
            "t": [*range(1, 14)],
            "phase": list("AAAAAAAAABBBB"),
            "y": [*THIRD, 1.98, 4.8, 11.87, 5.34],
        },
    ],
    "expected": [
        {"measure": "pooled_r_raw", "value": -0.18406956025, "tol": 1e-8},
        {"measure": "pooled_rho_corrected", "value": 0, "tol": 1e-8},
        {"measure": "n_pairs", "value": 29, "tol": 0},
    ],
}
LINE = {
    "id": "line",
    "t": [1, 2, 3, 4, 6, 7],
    "y": [1, 2, None, 4, 6, 7],
    "phase": list("AAABBB"),
    "expected": [],
    "lowess": [
        {
            "frac": 0.5,
            "iter": 3,
            "delta": 0,
            "x": [1, 2, 4, 6, 7],
            "fitted": [1, 2, 4, 6, 7],
            "tol": 1e-5,
        }
    ],
}
CASES = [NICK, PARKER, AGAINST, POOLED, LINE]
COUNT = 15 + 1 + 2 + 6 + 3 + 1  # the measures above; PEM and phi are none of the program's


@pytest.fixture
def check(tmp_path):
    def run(cases):
        file = tmp_path / "cases.json"
        file.write_text(cases if isinstance(cases, str) else json.dumps({"cases": cases}))
        return reference(file)

    return run


def reference(file):
    command = [sys.executable, "-m", "bench.reference", str(file)]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)


def test_cases_that_hold_pass_and_what_the_program_has_not_is_skipped(check):
    done = check(CASES)
    assert (done.stdout, done.stderr) == (f"{COUNT - 2} passed, 0 failed, 2 skipped\n", "")
    assert done.returncode == 0


def test_every_tampered_value_is_missed(check):
    tampered = copy.deepcopy(CASES)
    wrong = 0
    for case in tampered:
        for expected in case["expected"]:
            if expected["measure"] in {"PEM", "gls_car1_phi"}:
                continue
            value = expected["value"]
            expected["value"] = 5 if value is None else value + 2.1 * max(expected["tol"], 1e-3)
            wrong += 1
    tampered[-1]["lowess"][0]["fitted"][2] += 1e-4
    done = check(tampered)
    lines = done.stdout.splitlines()
    assert lines[-1] == f"0 passed, {wrong + 1} failed, 2 skipped"
    assert done.returncode == 1
    assert "line  lowess frac 0.5 at 4  expected 4.0001  computed 4.0" in lines[-2]
    assert lines[0] == "nick  n_A  expected 5.0021  computed 5"
    assert len(lines) == wrong + 2


def test_a_limit_that_is_expected_where_there_is_none_is_missed(check):
    case = {**NICK, "expected": [{"measure": "change_pct_upper_rho0.6", "value": 9, "tol": 1e9}]}
    done = check([case])
    assert done.stdout.endswith("expected 9.0  computed None\n0 passed, 1 failed, 0 skipped\n")


def test_a_curve_over_other_days_is_missed(check):
    curve = {**LINE["lowess"][0], "x": [1, 2, 3, 6, 7]}
    assert check([{**LINE, "lowess": [curve]}]).stdout.endswith("0 passed, 1 failed, 0 skipped\n")


@pytest.mark.parametrize(
    "content",
    ["", "[]", '{"cases": 3}', '{"cases": [{"id": "x"}]}', '{"cases": [{"id": "x", "t": [1]}]}'],
)
def test_what_holds_no_cases_is_said_in_a_sentence(check, content):
    done = check(content)
    assert done.returncode == 2
    assert done.stdout == ""
    assert "does not hold reference cases" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_file_that_is_not_there_is_said_in_a_sentence(tmp_path):
    done = reference(tmp_path / "nowhere.json")
    assert done.returncode == 2
    assert done.stderr.endswith("nowhere.json cannot be read: No such file or directory.\n")
