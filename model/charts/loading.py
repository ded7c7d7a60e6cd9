"""Loads matplotlib without what nobody will read; imports it only when asked."""

from __future__ import annotations


def load_matplotlib() -> None:
    """Import what draws figures; to be called before a figure or an artist of it is imported.

    A quarter of the import is docstrings and signatures, written anew each time for the method
    `set` of a hundred classes. They are left out; `set` itself works as ever.

    WORKAROUND: https://github.com/matplotlib/matplotlib/pull/23686 made them faster, not fewer.
    """
    from matplotlib.artist import Artist

    Artist._update_set_signature_and_docstring = classmethod(lambda cls: None)  # type: ignore[attr-defined]
    import matplotlib.backends.backend_agg
    import matplotlib.figure  # noqa: F401
