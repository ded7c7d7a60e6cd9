"""What typst does with a page, here or in a process of its own: typst cannot be stopped, that can.

A page of a hundred sheets takes typst a minute and a gigabyte. Whoever closes the window or chooses
again must not go on paying for it.
"""

from __future__ import annotations

import contextlib
import pickle
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import IO, Any, NamedTuple

from model.files import Step
from model.report.fonts import Fonts, files_in

TEMPLATE = Path(__file__).parent / "page.typ"
_ROOT = Path(__file__).parents[2]
_ASKED_EVERY = 0.1  # seconds in which `step` is asked


class Copy(NamedTuple):
    """The values of a page as JSON, and the letters to set them in."""

    values: str
    fonts: Fonts


def compiler_of(copy: Copy) -> Any:
    """Return a compiler that holds template, letters and values; nothing is written to disk."""
    import json

    import typst

    return typst.Compiler(
        str(TEMPLATE),
        root=str(TEMPLATE.parent),
        font_paths=files_in(copy.fonts.folders),
        ignore_system_fonts=True,
        sys_inputs={"page": copy.values, "fonts": json.dumps(copy.fonts.families)},
    )


def first_that_sets(copies: Sequence[Copy]) -> Any:
    """Return a compiler of the first copy that becomes a file, of the last without trying it.

    PDF/UA refuses signs that no font has, and marks on letters where the bold font has none.
    """
    import typst

    *tried, last = copies
    for copy in tried:
        compiler = compiler_of(copy)
        try:
            compiler.compile(format="pdf", pdf_standards=["ua-1"])
        except typst.TypstError:
            continue
        return compiler
    return compiler_of(last)


def pressed(copies: Sequence[Copy], wish: dict[str, Any], step: Step) -> Any:
    """Return what the compiler of a page makes, from a process of its own.

    Args:
        copies: as `first_that_sets` takes them.
        wish: what `compile` of typst takes.
        step: asked all the while; raises Cancelled to stop, and the process is gone.

    Raises:
        RuntimeError: typst failed; the message is its own.
    """
    with subprocess.Popen(
        [sys.executable, "-m", __name__],
        cwd=_ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    ) as process:
        # `communicate` would not do: asked again after a timeout, it forgets what is left to write.
        asked, process.stdin = process.stdin, None
        handing_over = threading.Thread(
            target=_hand_over, args=(asked, pickle.dumps((copies, wish)))
        )
        handing_over.start()
        try:
            said, wrong = _answer(process, step)
        finally:
            if process.poll() is None:  # it is no longer wanted
                process.kill()
            handing_over.join()
    if process.returncode:
        raise RuntimeError(wrong.decode(errors="replace"))
    return pickle.loads(said)


def _hand_over(pipe: IO[bytes], asked: bytes) -> None:
    with contextlib.suppress(BrokenPipeError), pipe:  # it has ended already
        pipe.write(asked)


def _answer(process: subprocess.Popen[bytes], step: Step) -> tuple[bytes, bytes]:
    while True:
        try:
            return process.communicate(timeout=_ASKED_EVERY)
        except subprocess.TimeoutExpired:
            step(0, 0)  # nobody knows how far it is


def _press() -> None:
    copies, wish = pickle.load(sys.stdin.buffer)
    pickle.dump(first_that_sets(copies).compile(**wish), sys.stdout.buffer)


if __name__ == "__main__":
    _press()
