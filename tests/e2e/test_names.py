"""Every control of every page has a name of its own and a role for a screen reader."""

import subprocess
import sys
from collections import Counter

PAGES = ("Today", "Sessions", "Progress", "Doctor's report", "Diary")
NO_ROLE = {"", "unknown", "invalid"}
DATA = {"table cell", "list item", "column header"}  # an empty cell is empty, two may be the same


def test_every_control_of_every_page_has_a_name_of_its_own_and_a_role(start, tmp_path):
    demo = tmp_path / "demo.drymap"
    subprocess.run([sys.executable, "main.py", "demo", demo], check=True, capture_output=True)
    program = start("--diary", str(demo))
    program.find(role="label", name=demo.name)
    wrong = []
    for number, page in enumerate(PAGES, 1):
        program.press(f"ctrl+{number}")
        program.wait(program.find(role="list item", name=page, within="Pages"), state="selected")
        controls = [thing for thing in program.page() if "focusable" in thing["states"]]
        assert len(controls) > len(PAGES)
        wrong += [f"{page}: {fault}" for fault in faults(controls)]
    assert wrong == []


def faults(controls) -> list[str]:
    """Tell of the controls that cannot be told from others by what a reader says of them."""
    no_role = [thing for thing in controls if thing["role"] in NO_ROLE]
    named = [thing for thing in controls if thing["role"] not in DATA]
    nameless = [thing for thing in named if not thing["name"].strip()]
    # Qt gives the title of a group to what is nameless in it: then many have the same name.
    times = Counter(
        (thing["role"], thing["name"], thing["label"], *thing["within"]) for thing in named
    )
    return [
        *(f"no role: {thing['name']!r} at {thing['box']}" for thing in no_role),
        *(f"no name: {thing['role']} at {thing['box']}" for thing in nameless),
        *(
            f"the same name {n} times: {role} {name!r}"
            for (role, name, *_), n in times.items()
            if n > 1
        ),
    ]
