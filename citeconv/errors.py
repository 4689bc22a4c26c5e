"""What can go wrong, as one tree.

    CiteconvError               ends the run: one line on stderr, exit status 2
    ├── UnknownFormatError      no format of that name; the message lists near misses
    ├── DetectionError          the content fits no format, or several
    │   └── EmptyError          there is no content
    ├── PluginError             a plugin cannot be used
    ├── SourceError             an input cannot be read, or holds no record
    ├── OutputError             an output cannot be written
    └── UsageError              options that do not fit together
    RecordError                 costs one record: it is rejected and the run goes on

Plugin authors need ``RecordError`` alone.
"""

from __future__ import annotations

from typing import Final

INTERRUPTS: Final = (KeyboardInterrupt, GeneratorExit)
"""Exceptions that are let through when a plugin raises them. Any other is a bug of the plugin and costs only what it
was doing, even if it is no ``Exception``: Python's ``SystemExit``, or a panic in Rust."""


class CiteconvError(Exception):
    """Base of the errors that end a run; the message is one line for a person."""


class UnknownFormatError(CiteconvError):
    """There is no format of that name, or it cannot read (or write) as asked."""


class DetectionError(CiteconvError):
    """The format of an input cannot be told from its content."""


class EmptyError(DetectionError):
    """An input holds nothing, or nothing but blanks: the message is its ``name`` and ``what`` was found."""

    def __init__(self, name: str, what: str) -> None:
        super().__init__(f"{name}: {what}")
        self.name, self.what = name, what


class PluginError(CiteconvError):
    """A plugin cannot be loaded or breaks the contract."""


class SourceError(CiteconvError):
    """An input is missing, unreadable, empty or not text."""


class OutputError(CiteconvError):
    """An output cannot be written."""


class UsageError(CiteconvError):
    """The options or arguments do not fit together."""


class RecordError(Exception):
    """Raised by ``Format.parse`` and ``Format.write``: this record cannot be converted.

    Args:
        message: What was found and what was expected, for a person.
        line: Line of the fault, 1 for the first line *of the record*; 0 when unknown.
    """

    def __init__(self, message: str, line: int = 0) -> None:
        super().__init__(message or "the format gives no reason")
        self.line = line if isinstance(line, int) else 0  # a plugin's mistake here must not hide the reason
