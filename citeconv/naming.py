"""What messages call a setting: ``--from`` on the command line, ``from_`` for ``convert``, ``format`` for ``load``.

Messages with advice are made deep inside a run, which does not know whether the command line or a program called it. So
the caller is kept in a context variable, of which each thread has its own; by default it is ``convert``.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from contextvars import ContextVar

_CALLERS = ("command line", "convert", "load", "dump")
_NAMES = {
    "reads": ("--from", "from_", "format", "format"),
    "writes": ("--to", "to", "format", "format"),
    "output": ("-o", "output", "file", "file"),
    "encoding": ("--encoding", "encoding", "encoding", "encoding"),
    "longest": ("--max-record", *["limits=Limits(record=...)"] * 3),
    "unpacked": ("--max-unpacked", *["limits=Limits(unpacked=...)"] * 3),
    "text": ("- (standard input)", "loads", "loads", "loads"),
}
"""For each setting, its name for each of ``_CALLERS``; ``text`` is how to give the text itself instead of a file."""

_caller: ContextVar[str] = ContextVar("_caller", default="convert")


@contextlib.contextmanager
def asked_by(caller: str) -> Iterator[None]:
    """Let messages use the names of a caller: ``command line``, ``convert``, ``load`` or ``dump``."""
    token = _caller.set(caller)
    try:
        yield
    finally:
        _caller.reset(token)


def in_python() -> bool:
    """Whether a program called, not the command line."""
    return _caller.get() != _CALLERS[0]


def called(setting: str) -> str:
    """Return the caller's name for a setting."""
    return _NAMES[setting][_CALLERS.index(_caller.get())]


def said(setting: str, *values: str) -> str:
    """Return how the caller gives a setting one of these values, or any value.

    That is ``--to ris or jats`` or ``to="ris" or "jats"``; without values ``--to`` or ``to=...``.
    """
    return given(called(setting), *values)


def given(name: str, *values: str) -> str:
    """Return how the caller gives an argument of this name one of these values, or any."""
    if in_python():
        return f"{name}=" + (" or ".join([f'"{value}"' for value in values]) or "...")
    return " ".join(filter(None, (name, " or ".join(values))))


def elsewhere(name: str) -> list[str]:
    """Return the caller's names for settings that other callers call ``name``."""
    return [called(setting) for setting, names in _NAMES.items() if name in names and called(setting) != name]


def arguments() -> list[str]:
    """Return the caller's names for the settings that are often misspelt."""
    return [called(setting) for setting in ("reads", "writes", "output", "encoding")]
