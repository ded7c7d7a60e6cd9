"""Start Drymap, as a window or on the command line; the only place that reads the clock."""

import sys
from datetime import datetime


def clock() -> datetime:
    """Return the local time with its offset from UTC."""
    return datetime.now().astimezone()


def main() -> int:
    """Do what the command line asks for; without a command, open the window.

    Returns:
        The exit status: 0, 1 for what went wrong, 2 for wrong usage.
    """
    diary = None
    if sys.argv[1:]:  # the usual start, without arguments, need not wait for a parser
        from ui import command_line

        wish = command_line.parse(sys.argv[1:])
        if wish.command is not None:
            return command_line.run(wish, clock)
        diary = wish.diary
    from ui.application import run

    return run(diary, clock)


if __name__ == "__main__":
    sys.exit(main())
