"""Checks that no output would destroy an input or another output, and that no input is given twice.

Inputs and outputs go in as they were given: paths, ``-``, open files. An error names those that are the same file. A
file may have many names, and an open one has none, so existing files are compared by device and number, and by their
paths only if they do not exist yet.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Mapping
from typing import cast

from citeconv import naming
from citeconv.errors import UsageError
from citeconv.opening import File, is_shared
from citeconv.plugins import Registered
from citeconv.report import Diagnostic, Report
from citeconv.sink import path_of

Identity = tuple[int, int]
"""Device and number of a file, by which the system knows it."""


def check_collisions(
    files: list[File], outputs: Mapping[str, object], entry: Registered, split: int = 0, consent: str = ""
) -> None:
    """Refuse outputs that would destroy an input or one another, and to read standard input twice.

    Args:
        files: The inputs.
        outputs: Where each output goes, by the name of the argument; the converted records come first. None for those
            that are not written.
        entry: The format of the records.
        split: The most records in a file, 0 for a single file.
        consent: The option that allows the records to replace an input; empty if they may.

    Raises:
        UsageError: An output would destroy another file of the run.
        TypeError: An output is neither a path nor a file that can be written.
    """
    records = next(iter(outputs))
    places = {name: output for name, output in outputs.items() if output is not None and path_of(output)}
    if split:  # no file of that very name is written
        _check_parts(files, places, entry, consent)
        places.pop(records, None)
    _check_working_folder([*files, *places.values()])
    read = {_identity(file, sys.stdin) for file in files} - {None}
    for name, output in places.items():
        by_name = name == records and _is_path(output)
        if _identity(output, sys.stdout) in read and (consent or not by_name):
            cure = f"; {consent} allows it" if by_name else ""
            raise UsageError(f"{_called(name, output)} is also an input{cure}")
    _check_each_other(places)
    if files.count("-") > 1:
        raise UsageError("standard input can be read once only")


def note_repeats(files: list[File], report: Report) -> None:
    """Report files that are named twice: their records come twice."""
    seen = set()
    for file in filter(_is_path, files):
        identity = _identity(file)
        if identity in seen:
            message = "this file is named more than once; its records are converted each time"
            report.add(Diagnostic(code="repeated-input", message=message, file=os.fsdecode(cast(str, file))))
        elif identity:
            seen.add(identity)


# -- inside


def _check_parts(files: list[File], places: Mapping[str, object], entry: Registered, consent: str) -> None:
    """Refuse to split an output into files of which one is an input, or another output."""
    from citeconv.parts import Numbered

    (records, output), *others = places.items()
    numbered = Numbered(output, entry)
    whole = _called(records, output)
    for file in filter(_is_path, files):
        if consent and numbered.number(path_of(file)):
            raise UsageError(f"{path_of(file)} is an input, and named as a part of {whole}; {consent} allows it")
    for name, other in others:
        if _is_path(other) and numbered.number(path_of(other)):
            raise UsageError(f"{_called(name, other)} is named as a part of {whole}")


def _check_each_other(places: Mapping[str, object]) -> None:
    """Refuse two outputs in one place."""
    taken: dict[object, str] = {}
    for name, output in places.items():
        if _is_path(output) and is_shared(path_of(output)):
            continue
        for place in filter(None, (_identity(output, sys.stdout), _final_path(output))):
            if taken.setdefault(place, name) != name:
                shared = "both go to standard output" if output == "-" else "name the same file"
                raise UsageError(f"{taken[place]} and {name} {shared}")


def _check_working_folder(files: Iterable[object]) -> None:
    """Refuse relative paths if the working folder was deleted."""
    for file in filter(_is_path, files):
        path = path_of(file)
        if not os.path.isabs(path):
            try:
                os.getcwd()
            except OSError as error:
                raise UsageError(f"{path}: there is no working folder any more ({error.strerror})") from None


def _called(name: str, output: object) -> str:
    """Return the words for an output in a message: its argument and its path."""
    if output == "-":
        return "standard output"
    return naming.given(name, path_of(output)) if _is_path(output) else f"what {name} is open on"


def _is_path(file: object) -> bool:
    return isinstance(file, (str, os.PathLike)) and file != "-"


def _identity(file: object, standard: object = None) -> Identity | None:
    """Return the identity of a regular file, None if it is none; ``-`` stands for the stream ``standard``."""
    stream = standard if file == "-" else file
    try:
        found = os.stat(path_of(file) if _is_path(file) else stream.fileno())  # type: ignore[attr-defined]
    except (OSError, ValueError, AttributeError, TypeError):  # the system knows no such file
        return None
    return (found.st_dev, found.st_ino) if stat.S_ISREG(found.st_mode) else None


def _final_path(output: object) -> str:
    """Return the path that an output will have; empty for an open file."""
    if not _is_path(output):
        return "-" if output == "-" else ""
    try:
        return os.path.realpath(path_of(output))
    except ValueError:  # no file can have such a name; opening it says so
        return ""
