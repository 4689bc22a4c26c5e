"""Opens inputs: a path, ``-`` or an open file goes in, a stream comes out, or an error with advice.

People often give something else than a file: a folder, an address, a DOI, the text itself.
"""

from __future__ import annotations

import os
import re
import stat
import sys
from typing import IO, Any

from citeconv import naming
from citeconv.errors import SourceError
from citeconv.values.patterns import lazy

File = str | os.PathLike[str] | IO[bytes] | IO[str]
"""What an input is given as: a path, ``-`` for standard input, or an open file, binary or text."""

_SOUGHT = lazy(r"(?:https?|ftp)://|(?:doi: ?)?10\.\d{4,9}/|(?:PMID:? ?)?\d{4,9}\Z|PMC\d{4,9}\Z", re.I)
"""Addresses, DOIs, and numbers in PubMed and PMC, which other programs look up."""
_OPEN_FILES = ("/dev/std", "/dev/fd/", "/proc/")
"""Where POSIX systems have names for files that are open already: ``/dev/stdout``, ``/dev/fd/1``."""
_TAKEN_BY = {"bytes": "; loads takes what is in a file", "Citation": "; dump takes citations"}
"""Advice about values of types that other functions take."""


def opened(file: File) -> tuple[IO[Any], str]:
    """Return the stream of an input, and its path; the path is empty for streams that the caller must not close.

    Raises:
        SourceError: It does not exist, or cannot be opened.
        TypeError: It is neither a path nor an open file.
    """
    if not isinstance(file, (str, os.PathLike)):
        if not hasattr(file, "read"):
            kind = type(file).__name__
            raise TypeError(f"expected a path or an open file, got {kind}{_TAKEN_BY.get(kind, '')}")
        return file, ""
    if file == "-":
        if sys.stdin is None:
            raise SourceError("<stdin>: there is no standard input")
        return getattr(sys.stdin, "buffer", sys.stdin), ""  # a program may have put a text in its place
    path = os.fsdecode(file)
    if not path:
        raise SourceError("the name of an input is empty")
    if "\n" in path and not os.path.lexists(path):
        taker = naming.called("text")
        raise SourceError(f"no file has a name of several lines; if that is the text itself, {taker} takes it")
    try:
        return open(path, "rb", buffering=0), path
    except FileNotFoundError:
        cure = "; nothing is looked up: save the record, and name its file" if _SOUGHT.match(path) else ""
        raise SourceError(f"{path}: no such file{cure}") from None
    except IsADirectoryError:
        raise SourceError(_is_folder(path)) from None
    except PermissionError:
        if os.path.isdir(path):  # Windows says so of a folder
            raise SourceError(_is_folder(path)) from None
        raise SourceError(f"{path}: no permission to read it") from None
    except (OSError, ValueError) as error:
        raise SourceError(f"{path!r}: cannot be opened: {error}") from None


def is_shared(path: str) -> bool:
    """Whether others may write what a path leads to: a device, or what is open already, were it a file."""
    if path.startswith(_OPEN_FILES):
        return True
    try:
        return stat.S_ISCHR(os.stat(path).st_mode)
    except (OSError, ValueError):  # there is none, or no file can have such a name
        return False


def name_of_stream(file: object) -> str:
    """Return the name that messages use for an input without a path."""
    if file == "-":
        return "<stdin>"
    name = getattr(file, "name", "")
    return name if isinstance(name, str) and name else "<input>"


def _is_folder(path: str) -> str:
    """Return the message for a folder that was named as an input."""
    pattern = "" if any(sign in path for sign in "*?[") else f'; in the shell "{path.rstrip("/")}/*" does'
    return f"{path}: is a folder; name the files in it{pattern}"
