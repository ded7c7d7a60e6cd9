"""The command that checks reference cases: what passes, what it misses, what it cannot read."""

import copy
import json
import subprocess
import sys
from pathlib import Path

import pytest

from bench.reference import main

ROOT = Path(__file__).resolve().parents[2]

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
def check(tmp_path, monkeypatch, capsys):
    def run(cases):
        file = tmp_path / "cases.json"
        file.write_text(cases if isinstance(cases, str) else json.dumps({"cases": cases}))
        monkeypatch.setattr(sys, "argv", ["bench.reference", str(file)])
        return subprocess.CompletedProcess(sys.argv, main(), *capsys.readouterr())

    return run


def reference(file):
    command = [sys.executable, "-m", "bench.reference", str(file)]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)


def test_the_command_ends_with_the_count_and_with_1_if_a_value_is_off(tmp_path):
    file = tmp_path / "cases.json"
    file.write_text(json.dumps({"cases": [PARKER, {"id": "odd"}]}))
    done = reference(file)
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout == "odd  all of it  nothing is expected\n2 passed, 1 failed, 0 skipped\n"


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
    ("content", "why"),
    [
        ("", "Expecting value: line 1 column 1 (char 0)"),
        ("[]", '"cases" is no list'),
        ('{"cases": 3}', '"cases" is no list'),
        ('{"cases": []}', '"cases" is empty'),
        pytest.param('{"cases": ' + "[" * 100_000, "nested too deeply", id="nested"),
    ],
)
def test_what_holds_no_cases_is_said_in_a_sentence(check, content, why):
    done = check(content)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.endswith(f"cases.json does not hold reference cases: {why}.\n")
    assert len(done.stderr.splitlines()) == 1


def without(case, *names):
    return {name: value for name, value in case.items() if name not in names}


@pytest.mark.parametrize(
    ("case", "said"),
    [
        (without(NICK, "phase"), "nick  16 values  phase is no list of names"),
        ({**NICK, "phase": [1] * 11}, "nick  16 values  phase is no list of names"),
        ({**NICK, "phase": list("AB")}, "nick  16 values  t, y and phase are not of one length"),
        ({**NICK, "t": [1, 2, 3, 3, *range(5, 12)]}, "nick  16 values  t 3 is rated twice"),
        ({**NICK, "t": [*range(1, 11), None]}, "nick  16 values  t has a hole"),
        ({**NICK, "t": "soon"}, "nick  16 values  t is no list of numbers"),
        ({**NICK, "y": [*NICK["y"][1:], "2"]}, "nick  16 values  y is no number"),
        ({**NICK, "y": [*NICK["y"][1:], 10**400]}, "nick  16 values  y is not finite"),
        ({**NICK, "y": [*NICK["y"][1:], 10**399]}, "nick  16 values  y is not finite"),
        ({**NICK, "y": [*NICK["y"][1:], float("inf")]}, "nick  16 values  y is not finite"),
        ({**POOLED, "series": {}}, "pooled  3 values  series is no list"),
        ({**POOLED, "series": ["x"]}, "pooled  3 values  a series is no series"),
        ({"id": "x"}, "x  all of it  nothing is expected"),
        ({"id": "x", "expected": 3}, 'x  all of it  "expected" or "lowess" is no list'),
        (without({**NICK, "y": 0}, "id"), "case 1  16 values  y is no list of numbers"),
        ("nick", "case 1  all of it  is no case"),
    ],
)
def test_an_odd_case_fails_in_one_line_and_the_others_are_computed(check, case, said):
    done = check([case, PARKER])
    found, last = done.stdout.splitlines()
    assert (found, done.stderr, done.returncode) == (said, "", 1)
    failed = 1 if "all of it" in said else len(case["expected"])
    assert last == f"2 passed, {failed} failed, 0 skipped"


def test_a_number_of_more_digits_than_can_be_read_fails_its_own_case(check):
    text = json.dumps({"cases": [{**NICK, "t": ["long", *range(10)]}, PARKER]})
    done = check(text.replace('"long"', "1" + "0" * 5000))
    assert done.stdout == "nick  16 values  t is not finite\n2 passed, 16 failed, 0 skipped\n"


def test_of_a_phase_without_a_rating_only_its_days_can_be_counted(check):
    expected = [
        {"measure": "n_A", "value": 0, "tol": 0},
        {"measure": "mean_A", "value": 0, "tol": 1},
        {"measure": "vif_A_rho0.3", "value": 1, "tol": 1},
        {"measure": "NAP", "value": 0.5, "tol": 1},
        {"measure": "change_pct_rho0.3", "value": 0, "tol": 100},
        {"measure": "mean_B", "value": 10 / 11, "tol": 1e-8},
    ]
    done = check([{**NICK, "phase": ["B"] * 11, "expected": expected}])
    assert done.stdout == ("nick  4 values  phase A has no rating\n2 passed, 4 failed, 0 skipped\n")


@pytest.mark.parametrize(
    ("untreated", "why"),
    [
        (None, "untreated is no list of regions"),
        ([], "untreated is no list of regions"),
        (THIRD, "untreated is no list of numbers"),
        ([THIRD[1:]], "untreated is not of the length of t"),
        ([["x"] * 9], "untreated is no number"),
    ],
)
def test_odd_untreated_regions_fail_what_rests_on_them(check, untreated, why):
    expected = [*AGAINST["expected"], {"measure": "n_A", "value": 3, "tol": 0}]
    done = check([{**AGAINST, "untreated": untreated, "expected": expected}])
    assert done.stdout == f"against  6 values  {why}\n1 passed, 6 failed, 0 skipped\n"


@pytest.mark.parametrize(
    ("odd", "why"),
    [
        ({"tol": float("inf")}, "n_A  tol is not finite"),
        ({"tol": float("nan")}, "n_A  tol is not finite"),
        ({"tol": -1}, "n_A  tol is below 0"),
        ({"tol": "0"}, "n_A  tol is no number"),
        ({"value": float("nan")}, "n_A  value is not finite"),
        ({"value": 10**400}, "n_A  value is not finite"),
        ({"value": "5"}, "n_A  value is no number"),
        ({"value": True}, "n_A  value is no number"),
        ({"measure": 3}, "unnamed  an expected value without a measure"),
    ],
)
def test_an_odd_expected_value_fails_alone(check, odd, why):
    first, *others = NICK["expected"]
    done = check([{**NICK, "expected": [{**first, **odd}, *others]}])
    assert done.stdout == f"nick  {why}\n13 passed, 1 failed, 2 skipped\n"


@pytest.mark.parametrize("name", ["tol", "value", "measure"])
def test_an_expected_value_that_lacks_something_fails_alone(check, name):
    first, *others = NICK["expected"]
    done = check([{**NICK, "expected": [without(first, name), *others, "odd"]}])
    assert done.stdout.endswith("\n13 passed, 2 failed, 2 skipped\n")


def test_a_correlation_that_cannot_be_used_fails_what_rests_on_it(check):
    expected = copy.deepcopy(NICK["expected"])
    expected[13]["value"] = 1
    done = check([{**NICK, "expected": expected}])
    assert done.stdout == (
        "nick  gls_car1_change_SE  gls_car1_phi is outside 0 to 1\n13 passed, 1 failed, 2 skipped\n"
    )


def test_the_order_of_the_days_in_the_file_does_not_matter(check):
    def turned(case):
        columns = {name: case[name][::-1] for name in ("t", "y", "phase") if name in case}
        untreated = [row[::-1] for row in case.get("untreated", ())]
        return {**case, **columns, **({"untreated": untreated} if untreated else {})}

    pooled = {**POOLED, "series": [turned(each) for each in POOLED["series"]]}
    done = check([*map(turned, [NICK, PARKER, AGAINST, LINE]), pooled])
    assert done.stdout == f"{COUNT - 2} passed, 0 failed, 2 skipped\n"


@pytest.mark.parametrize(
    ("odd", "why"),
    [
        ({"frac": None}, "lowess  frac is no number"),
        ({"frac": -1}, "lowess frac -1  frac is not above 0"),
        ({"tol": float("nan")}, "lowess frac 0.5  tol is not finite"),
        ({"iter": 10**9}, "lowess frac 0.5  iter is no whole number from 0 to 100"),
        ({"fitted": [1, 2]}, "lowess frac 0.5  days and values are not of one length"),
        ({"fitted": "x"}, "lowess frac 0.5  fitted is no list of numbers"),
    ],
)
def test_an_odd_curve_fails_alone(check, odd, why):
    curve = {**LINE["lowess"][0], **odd}
    done = check([{**LINE, "lowess": [curve, "odd", LINE["lowess"][0]]}])
    assert done.stdout == f"line  {why}\nline  lowess  is no curve\n1 passed, 2 failed, 0 skipped\n"


def test_a_curve_may_hold_a_day_twice(check):
    tied = {"t": [1, 1, 2, 3], "y": [2, 4, 3, 3], "phase": list("AAAA"), "expected": []}
    curve = {"frac": 1, "delta": 0, "x": [1, 1, 2, 3], "fitted": [3] * 4, "tol": 1e-6}
    assert check([{**tied, "lowess": [curve]}]).stdout == "1 passed, 0 failed, 0 skipped\n"


def test_a_file_that_is_not_there_is_said_in_a_sentence(tmp_path):
    done = reference(tmp_path / "nowhere.json")
    assert done.returncode == 2
    assert done.stderr.endswith("nowhere.json cannot be read: No such file or directory.\n")
