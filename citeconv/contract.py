"""What a class must declare to be taken as a format: each check returns what is wrong in words, or nothing.

A class that a plugin offers goes in. The checks run once, when it is loaded, so that later code can rely on all that
every start and every error looks at; what depends on other formats, such as a name that is taken, is the registry's.
"""

from __future__ import annotations

import re
from operator import attrgetter
from typing import Any

from citeconv.errors import INTERRUPTS
from citeconv.format import Format, Option

_PROBES = ("", "lorem ipsum", "1", "\n\n\n", "Dear Sir,\nplease find enclosed", "\x00\x01\ufffd")
"""Texts of no format at all: a signature that matches one of these would claim any file."""

_TYPES: dict[str, type] = {
    "signature": str,
    "needs": tuple,
    "record_start": str,
    "open_ended": bool,
    "reads_bytes": bool,
    "lacks": str,
    "home": str,
    "does": tuple,
}
"""The types of what a class declares; they are checked, as every start relies on them."""

ATTRIBUTES = ("name", "suffixes", "options", *_TYPES)
declared = attrgetter(*ATTRIBUTES)
"""Returns the values of all that a class declares."""

_OPTION_TYPES: dict[str, type] = {
    "name": str, "help": str, "metavar": str, "implies": str, "choices": tuple, "flags": tuple, "suffixes": dict,
    "does": tuple,
}  # fmt: skip

_OWN_FLAGS = frozenset(
    "-h -t -f -o -q -v --help --to --from --output --in-place --report --rejects --strict --merge --missing "
    "--split --encoding --max-record --max-unpacked --quiet --verbose --list-formats --schema --version".split()
)
"""Flags of the command line itself, which no option may take."""


def class_fault(cls: Any) -> str:
    """Return why something is no class of a format."""
    if isinstance(cls, Format):
        return "it is an instance; let the hook return the class"
    return "" if isinstance(cls, type) and issubclass(cls, Format) else "it is no subclass of citeconv.Format"


def name_fault(cls: type[Format[Any]]) -> str:
    """Return what is wrong with the name of a format."""
    name = getattr(cls, "name", None)
    well_formed = isinstance(name, str) and re.fullmatch(r"[a-z0-9][a-z0-9+._-]*", name)
    return "" if well_formed else "its name must be lower-case letters, digits and -"


def attribute_fault(cls: type[Format[Any]]) -> str:
    """Return what is wrong with the methods and attributes of a format, its options apart."""
    if not (cls.reads() or cls.writes()):
        return "it has neither parse nor write"
    if cls.parse is not Format.parse and cls.split is Format.split and not cls.record_start:
        return "it has parse, but neither record_start nor split"
    if not (isinstance(cls.suffixes, tuple) and all(map(_is_ending, cls.suffixes))):
        return "its suffixes must be a tuple of endings in lower case, each with its dot"
    for attribute, kind in _TYPES.items():
        if not isinstance(getattr(cls, attribute), kind):
            return f"its {attribute} must be a {kind.__name__}"
    if not isinstance(cls.describe(), str):
        return "its describe must return a text"
    options: Any = cls.options
    if not (isinstance(options, tuple) and all(isinstance(option, Option) for option in options)):
        return "its options must be a tuple of citeconv.Option"
    return ""


def option_fault(option: Option, plugin: str) -> str:
    """Return what is wrong with an option of a format of a plugin."""
    if odd := _odd_part(option):
        return f"its option {option.name!r} has {odd}"
    if not re.fullmatch(r"[a-z][a-z0-9-]*", option.name):
        return f"its option {option.name!r} must be named in lower-case letters, digits and -"
    if not all(map(_is_ending, option.suffixes)):
        return f"its option {option.name!r} has suffixes that are no endings in lower case"
    for flag in (option.flag(plugin), *option.flags):
        if flag in _OWN_FLAGS or not re.fullmatch(r"--?[a-zA-Z][a-zA-Z0-9._-]*", flag):
            return f"its flag {flag} is taken, or is none"
    return ""


def recognising_fault(cls: type[Format[Any]]) -> str:
    """Return what is wrong with how a class recognises its files; empty if nothing is."""
    try:
        return "its signature claims every file" if any(map(cls.recognises, _PROBES)) else ""
    except re.error as error:
        return f"its signature is no regular expression: {error}"
    except INTERRUPTS:
        raise
    except BaseException as error:
        return f"it cannot tell its files: {brief(error)}"


def brief(error: BaseException) -> str:
    """Return an exception of a plugin as one short line, even if its message is long or cannot be made."""
    from citeconv.report import printable

    try:
        words = str(error)
    except INTERRUPTS:
        raise
    except BaseException:
        words = "(its message cannot be shown)"
    kind = type(error)
    name = f"{kind.__module__}.error" if kind.__name__ == "error" else kind.__name__  # of re, struct, zlib ...
    return printable(f"{name}: {words[:300]}")[:300]


# -- inside


def _odd_part(option: Option) -> str:
    """Return which attribute of an option has a wrong type or value; empty if none has."""
    for part, kind in _OPTION_TYPES.items():
        value = getattr(option, part)
        texts = () if kind is str else value
        if not isinstance(value, kind) or not all(isinstance(text, str) for text in texts):
            return f"{part} that are no {kind.__name__} of texts" if kind is not str else f"a {part} that is no text"
    if not all(isinstance(value, bool if option.default is False else str) for value in option.suffixes.values()):
        return "suffixes that stand for no value of it"
    if option.default is True or not isinstance(option.default, (str, int, float, type(None))):
        return f"a default of {option.default!r}, which is neither a text, a number, None nor False"
    if option.choices and option.default and option.default not in option.choices:
        return f"a default that is none of its choices: {option.default!r}"
    return ""


def _is_ending(text: Any) -> bool:
    return isinstance(text, str) and text.startswith(".") and text == text.lower()
