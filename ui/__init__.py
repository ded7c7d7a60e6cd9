"""The screen and the command line: the only part that joins what is kept and what it means."""

from pathlib import Path

RESOURCES = Path(__file__).parent.parent / "resources"
