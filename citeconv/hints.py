"""What a user may have meant by a word or an ending that names no format.

A word, such as ``zotero``, ``docx`` or ``jsno``, and the formats go in; a hint comes out. It looks at what the formats
say about themselves: their endings, the first lines of their docstrings, the choices and endings of their options; near
misses come last. The table holds only words that no format has reason to use for itself. Imported only after errors.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable
from importlib.util import find_spec
from typing import Any, Protocol

from citeconv import naming
from citeconv.format import Format, Option
from citeconv.values.nearest import meant, nearest

_SYNONYMS = {
    **dict.fromkeys(("word", "docx", "doc", "odt", "libreoffice", "pages"), "rtf"),
    **dict.fromkeys(("excel", "xls", "xlsx", "ods"), "spreadsheets"),
    **dict.fromkeys(("mendeley", "refworks", "papers", "citavi", "paperpile", "readcube"), "zotero"),
    **dict.fromkeys(("tex", "overleaf"), "latex"),
    **dict.fromkeys(("pdf", "web", "webpage"), "html"),
    **dict.fromkeys(("style", "list-styles", "standalone"), "references"),
    "md": "markdown",
    "bib": "bibtex",
}
"""What to look for where no format mentions the word itself."""

_STYLES = frozenset(("ama", "apa", "chicago", "harvard", "ieee", "mla", "nature", "nlm", "vancouver"))
"""Citation styles that are asked for as if they were formats."""

_OTHERS_OPEN = {
    **dict.fromkeys((".docx", ".doc", ".odt"), ".rtf"),
    **dict.fromkeys((".xlsx", ".xls", ".ods"), ".csv"),
    ".pdf": ".html",
}
"""Endings of files that are not text, so that no program can open text under such a name, and the ending of what the
same programs can open."""


_HABITS = {
    **dict.fromkeys(("-i", "--in", "--input", "--infile"), "inputs are named without an option"),
    **dict.fromkeys(("--force", "--overwrite", "-y", "--yes"), "an output that exists is replaced without it"),
    **dict.fromkeys(("-r", "-R", "--recursive"), 'name the files, or a pattern such as "folder/*.ris"'),
    **dict.fromkeys(
        ("--dedupe", "--dedup", "--deduplicate", "--duplicates", "--unique"),
        "say --merge ids, or --merge titles",
    ),
    **dict.fromkeys(
        ("--count", "--counts", "--stats", "--statistics", "--summary"),
        "the last line counts the records, and -v those of each input",
    ),
    **dict.fromkeys(("--format", "--fmt"), "say --to for the output, --from for the inputs"),
    **dict.fromkeys(("--input-format", "--in-format", "--informat", "--reader"), "say --from"),
    **dict.fromkeys(("--output-format", "--out-format", "--outformat", "--writer"), "say --to"),
    **dict.fromkeys(("--log", "--logfile"), "say --report FILE"),
    "--list": "say --list-formats",
}
"""Options that other programs have, and what to do here."""


class Entry(Protocol):
    """A format as the registry has it; the registry asks here for hints, so this module cannot import it."""

    @property
    def format(self) -> type[Format[Any]]:
        """The class."""

    @property
    def plugin(self) -> str:
        """The prefix of its options."""


def hint(word: str, entries: Iterable[Entry], to: str = "") -> str:
    """Return ``; did you mean …?``, or nothing where none is near.

    Args:
        word: What the user said, a name or an ending without its full stop.
        entries: The formats to choose from.
        to: ``write`` if the format is to write, so that its options may be what was meant.
    """
    known = list(entries)
    word = word.lower().lstrip(".")
    for wanted in filter(None, (word, _SYNONYMS.get(word))):
        fitting = _fitting(wanted, known)
        if not fitting and to == "write":
            fitting = _by_style(wanted, known) if wanted in _STYLES else _by_option(wanted, known)
        if fitting:
            return meant(fitting)
    if word in _SYNONYMS:
        return ""
    if near := nearest(word, [entry.format.name for entry in known], 3):
        return meant(near)
    words = {each: entry.format.name for entry in known for each in _words(entry) if len(each) > 4}
    endings = {suffix.lstrip("."): entry.format.name for entry in known for suffix in entry.format.suffixes}
    more = {**words, **endings}
    return meant([more[near] for near in nearest(word, more)])


def absent(word: str) -> str:
    """Return ``; the package … is not installed`` for a format, an ending or an option of one of ours that is missing.

    Args:
        word: What the user said, a name, an ending, or an option in either spelling (``--ris-target``, ``ris_target``).
    """
    from importlib import metadata

    word = word.lower().lstrip(".-").replace("_", "-")
    word = _SYNONYMS.get(word, word)
    requirements: list[str] = []
    with contextlib.suppress(metadata.PackageNotFoundError):
        requirements += metadata.requires("citeconv") or ()
    for package in (found[0] for found in map(re.compile(r"citeconv-[a-z-]+").match, requirements) if found):
        if f"citeconv-{word}-".startswith(f"{package}-") and find_spec(package.replace("-", "_")) is None:
            return f"; the package {package} is not installed"
    return ""


def habit(option: str) -> str:
    """Return ``; say …`` for an option that other programs have, or nothing."""
    cure = _HABITS.get(option, "")
    return f"; {cure}" if cure else ""


def unwritable(path: str, entry: Entry, entries: Iterable[Entry]) -> str:
    """Return why a file cannot be written under its name, with the cure; nothing if it can.

    Args:
        path: The output.
        entry: The format it is to be in.
        entries: All formats: what one of them claims to write can be written.
    """
    stem, dot, ending = path.rpartition(".")
    suffix = f".{ending.lower()}"
    instead = _OTHERS_OPEN.get(suffix, "") if dot else ""
    if not instead or any(_claims(each, suffix) for each in entries):
        return ""
    message = f"{path}: files named {suffix} cannot be written"
    for option in entry.format.options:
        if instead in option.suffixes:
            choice = _setting(entry, option, option.suffixes[instead])
            return f"{message}; say {naming.said('output', f'{stem}{instead}')} ({choice}) and open that"
    if instead in entry.format.suffixes:
        return f"{message}; say {naming.said('output', f'{stem}{instead}')} and open that"
    return message


def by_option(path: str, entries: Iterable[Entry]) -> str:
    """Return which formats write files with the ending of a path if they are named: ``--to X``, or a flag of theirs.

    In Python an option is enough for none.
    """
    fitting = [
        entry
        for entry in entries
        if entry.format.writes() and any(path.lower().endswith(s) for o in entry.format.options for s in o.suffixes)
    ]
    if not fitting:
        return ""
    options = [] if naming.in_python() else [option for entry in fitting for option in _enough(entry)]
    flags = [f"{option.flags[0]} {option.metavar or option.name.upper()}".rstrip() for option in options]
    return " or ".join([*flags, naming.said("writes", *(entry.format.name for entry in fitting))])


def _claims(entry: Entry, suffix: str) -> bool:
    own = entry.format.suffixes if entry.format.writes() else ()
    return suffix in own or any(suffix in option.suffixes for option in entry.format.options)


def _fitting(word: str, entries: list[Entry]) -> list[str]:
    """Return the formats that have the word as an ending, or in what they say of themselves."""
    by_ending = [entry.format.name for entry in entries if f".{word}" in entry.format.suffixes]
    by_label = [entry.format.name for entry in entries if word in _words(entry)]
    return list(dict.fromkeys((*by_ending, *by_label)))


def _by_option(word: str, entries: list[Entry]) -> list[str]:
    """Return the formats of which the word is a choice, with the option that makes it."""
    return [
        f"{entry.format.name} with {_setting(entry, option, word)}"
        for entry in entries
        if entry.format.writes()
        for option in entry.format.options
        if word in _values(option)
    ]


def _by_style(word: str, entries: list[Entry]) -> list[str]:
    """Return the formats that an option of theirs is enough to ask for, with that option."""
    return [
        f"{entry.format.name} with {_setting(entry, option, word, option.flags[0])}"
        for entry in entries
        for option in _enough(entry)
    ]


def _enough(entry: Entry) -> list[Option]:
    """Return the options of a format that have a flag which is enough to ask for it."""
    return [option for option in entry.format.options if option.flags and option.implies == entry.format.name]


def _setting(entry: Entry, option: Option, value: str, flag: str = "") -> str:
    """Return how to give an option a value: ``--ris-target zotero``, or ``ris_target="zotero"`` in Python."""
    name = option.parameter(entry.plugin) if naming.in_python() else flag or option.flag(entry.plugin)
    return naming.given(name, value)


def _values(option: Option) -> set[str]:
    usual = {option.default} if option.implies else set()
    return {*option.choices, *option.suffixes.values(), *usual}


def _words(entry: Entry) -> set[str]:
    return {word for word in re.findall(r"[a-z0-9]+", entry.format.describe().lower()) if len(word) > 2}
