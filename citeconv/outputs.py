"""The output: its format, by name or by the ending of its path, and the sink that takes its bytes.

The name of a format and a path or an open file go in; a registered format and a sink come out, or an error that says
what to give instead.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from citeconv import naming
from citeconv.detect import SAYS_NOTHING
from citeconv.errors import OutputError, UnknownFormatError, UsageError
from citeconv.plugins import Registered, registry
from citeconv.report import Diagnostic, Report
from citeconv.sink import Sink, Target, path_of

if TYPE_CHECKING:
    from citeconv.parts import Parts

_PACKED = (".gz", ".bz2", ".xz", ".zst", ".zip")
"""Endings of files in which text is packed."""


def output_format(name: str, file: object = "-") -> Registered:
    """Return the format to write: by name, else by the ending of the path.

    Raises:
        UnknownFormatError: No such format, or none can be told from the path.
        UsageError: The name is that of files in which text cannot be: packed, or of a word processor.
        OutputError: There is no name.
    """
    path = path_of(file)
    if not path:
        raise OutputError("the name of an output is empty")
    found = [registry().get(name, "write")] if name else registry().by_suffix(path, "write") if path != "-" else []
    packing = next((ending for ending in _PACKED if path.lower().endswith(ending)), "")
    if packing and not any(path.lower().endswith(entry.format.suffixes) for entry in found):
        cure = naming.said("output", path[: -len(packing)])
        raise UsageError(f"{path}: output is not packed; say {cure} and pack that")
    if name:
        _check_ending(path, found[0])
    if len(found) == 1:
        return found[0]
    if found:
        cure = naming.said("writes", *(entry.format.name for entry in found))
        raise UnknownFormatError(f"{path}: its ending fits several formats; say {cure}")
    if os.path.isdir(path) or path.endswith((os.sep, "/")):
        raise OutputError(f"{path}: names a folder, not a file")
    raise UnknownFormatError(_no_format(path))


def note_name(output: object, entry: Registered, report: Report) -> None:
    """Report a name whose ending belongs to another format than the output's."""
    path = path_of(output)
    ending = os.path.splitext(path)[1].lower()
    own = [*entry.format.suffixes, *(suffix for option in entry.format.options for suffix in option.suffixes)]
    if not ending or ending in SAYS_NOTHING or any(suffix.endswith(ending) for suffix in own):
        return
    named = [*registry().by_suffix(path, "write"), *registry().by_suffix(path, "read")]
    if named and all(other.plugin != entry.plugin for other in named):
        message = f"named {ending}, but it is {entry.format.name} ({entry.format.describe()})"
        report.add(Diagnostic(code="detection", message=message, file=path))


def sink_for(output: Target, entry: Registered, report: Report, split: int, strict: bool) -> Sink | Parts:
    """Return where the output goes: into one file, a pipe, standard output, or under numbered names."""
    if not split:
        return Sink(output, hold=strict)
    from citeconv.parts import Numbered, Parts  # needed by few

    return Parts(Numbered(output, entry), split, report)


# -- inside


def _no_format(path: str) -> str:
    """Return the message for a path from which the output format cannot be told."""
    entries = [entry for entry in registry().formats.values() if entry.format.writes()]
    names = ", ".join(entry.format.name for entry in entries)
    say = f"say {naming.said('writes', 'FORMAT')}"
    if path == "-":
        return f"which format to write? {say}, or {naming.said('output', 'FILE')} with its ending; there are {names}"
    from citeconv.hints import absent, by_option, hint

    if cure := by_option(path, entries):
        return f"{path}: its ending alone tells no format; say {cure}"
    _, dot, ending = os.path.basename(path).rpartition(".")
    meant = (absent(ending) or hint(ending, entries, "write")) if dot else ""
    read = " and ".join(entry.format.name for entry in registry().by_suffix(path, "read"))
    fault = f"{read} can be read, but not written" if read else "no format has its ending"
    return f"{path}: {fault}{meant or f'; {say}; there are {names}'}"


def _check_ending(path: str, entry: Registered) -> None:
    """Refuse to write text under the name of a binary file (``refs.docx``)."""
    if path == "-" or path.lower().endswith(entry.format.suffixes):
        return
    from citeconv.hints import unwritable

    if fault := unwritable(path, entry, registry().formats.values()):
        raise UsageError(fault)
