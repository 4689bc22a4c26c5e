"""Guards around plugins: what they return is checked for its type, and what they raise becomes a message.

Records, citations and texts of a format go in and are refused where they are of another type; an exception becomes an
error that names the format, the part of it that failed, and the line in the plugin's own modules.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any, Final

from citeconv.citation import Citation
from citeconv.contract import brief
from citeconv.errors import INTERRUPTS, CiteconvError, PluginError, RecordError
from citeconv.format import Format, Record

_SPREAD, _ENOUGH = 100, 1_000_000
"""How many times the length of their record the affiliations may come to, written out for each person. Records are not
checked if their length times the number of their people is less than the second number."""

_RECORD_TYPES: dict[str, type] = {"line": int, "data": str, "raw": str, "fault": str, "preamble": str}
_CORE: Final = ("citeconv.reading", "citeconv.writing", __name__)
"""Modules that call plugins: an exception that shows up there comes from a plugin, or is about what one returned."""


def bug(format_: Format[Any], part: str, error: BaseException) -> RecordError:
    """Return the error that reports an exception in some part of a format."""
    return RecordError(f"bug in the {format_.name} {part}: {brief(error)}{_place(format_, error)}")


def _place(format_: Format[Any], error: BaseException) -> str:
    """Return the file and line in the plugin's own modules at which an exception was raised, for its author."""
    own, place, trace = type(format_).__module__.partition(".")[0], "", error.__traceback__
    while trace is not None:
        code, module = trace.tb_frame.f_code, str(trace.tb_frame.f_globals.get("__name__"))
        if module.partition(".")[0] == own and module not in _CORE:
            place = f", at {os.path.basename(code.co_filename)}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place


def guarded(writer: Format[Any], frame: Callable[[], Any]) -> Any:
    """Call a method of a writer that is about the frame around the records; a bug there ends the run."""
    try:
        return frame()
    except (CiteconvError, *INTERRUPTS):
        raise
    except BaseException as error:
        raise PluginError(str(bug(writer, frame.__name__, error))) from error


def frame_of(writer: Format[Any], part: str, text: Any) -> bytes:
    """Return a part of the frame around the records as bytes."""
    try:
        return as_bytes(text)
    except TypeError as error:
        raise PluginError(str(bug(writer, part, error))) from error


def check_piece(record: Any) -> None:
    """Refuse anything but a record with parts of the right types."""
    if not isinstance(record, Record):
        raise TypeError(f"split yielded {type(record).__name__}, not a citeconv.Record")
    types = {type(record.data), type(record.raw), type(record.fault), type(record.preamble)}
    if types == {str} and type(record.line) is int:
        return
    for part, kind in _RECORD_TYPES.items():
        if not isinstance(value := getattr(record, part), kind):
            raise TypeError(f"split yielded a record whose {part} is {type(value).__name__}, not {kind.__name__}")


def check_spread(citation: Citation, size: int) -> None:
    """Refuse long affiliations shared by so many people that written out they would fill the memory.

    Args:
        citation: What was read.
        size: Characters of its record.

    Raises:
        RecordError: The output would be far longer than the record.
    """
    number = len(citation.author) + len(citation.editor) + len(citation.contributor)
    if number * size <= _ENOUGH:
        return
    people = (*citation.author, *citation.editor, *citation.contributor)
    spread = sum([len(place.text) for name in people for place in name.affiliations])
    if spread > _SPREAD * size:
        raise RecordError(f"affiliations would come to {spread:,} characters, written out for {number:,} people")


def as_bytes(text: Any) -> bytes:
    """Return what a writer returned as bytes."""
    if isinstance(text, str):
        return text.encode()
    if isinstance(text, bytes):
        return text
    raise TypeError(f"text or bytes expected, got {type(text).__name__}")
