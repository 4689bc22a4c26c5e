"""The entry points of what is installed, read from the folders of metadata on ``sys.path``.

A group's name goes in, its entry points come out, each with its distribution. ``importlib.metadata`` answers the same,
but its import alone is a third of a start; so it is asked only where something other than a folder is searched.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Iterator
from importlib.machinery import PathFinder
from typing import Any, NamedTuple

_INFO = (".dist-info", ".egg-info")
_HEADERS = ("METADATA", "PKG-INFO")


class EntryPoint(NamedTuple):
    """A name for an object in a module (``package.module:object``, or the module alone), and whose it is."""

    name: str
    value: str
    distribution: str
    version: str

    def load(self) -> Any:
        """Import the module; return the object, or the module itself if none is named."""
        module, _, path = self.value.partition("[")[0].replace(" ", "").partition(":")
        found: Any = importlib.import_module(module)
        for name in path.split(".") if path else ():
            found = getattr(found, name)
        return found


def entry_points(group: str) -> list[EntryPoint]:
    """Return the entry points of a group. Of distributions with the same name the first on ``sys.path`` counts."""
    if any(finder is not PathFinder and hasattr(finder, "find_distributions") for finder in sys.meta_path):
        return _by_importlib(group)
    found: list[EntryPoint] = []
    seen: set[str] = set()
    for folder in dict.fromkeys(sys.path):
        try:
            names = os.listdir(folder or ".")
        except NotADirectoryError:
            return _by_importlib(group)
        except OSError:  # there is no such folder, or none that may be read
            continue
        for name in names:
            if not name.endswith(_INFO):
                continue
            distribution = name.rpartition(".")[0].partition("-")[0].lower().replace(".", "_")
            if distribution not in seen:
                seen.add(distribution)
                found += _of(os.path.join(folder, name), group)
    return found


def _by_importlib(group: str) -> list[EntryPoint]:
    from importlib import metadata

    return [
        EntryPoint(found.name, found.value, *((found.dist.name, found.dist.version) if found.dist else ("", "")))
        for found in metadata.entry_points(group=group)
    ]


def _of(info: str, group: str) -> Iterator[EntryPoint]:
    """Yield the entry points of a distribution, given the folder of its metadata."""
    text = _text(os.path.join(info, "entry_points.txt"))
    if f"[{group}]" not in text:
        return
    distribution, version = _name_and_version(info)
    section = ""
    for line in map(str.strip, text.splitlines()):
        name, equals, value = line.partition("=")
        if line.startswith("["):
            section = line.strip("[]").strip()
        elif section == group and equals and not line.startswith(("#", ";")):
            yield EntryPoint(name.strip(), value.strip(), distribution, version)


def _name_and_version(info: str) -> tuple[str, str]:
    """Return what the headers ``Name`` and ``Version`` say; they stand at the top."""
    head = next(filter(None, (_text(os.path.join(info, name), 4096) for name in _HEADERS)), "")
    headers = dict(line.partition(": ")[::2] for line in head.partition("\n\n")[0].splitlines())
    return headers.get("Name", ""), headers.get("Version", "")


def _text(path: str, length: int = -1) -> str:
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            return file.read(length)
    except OSError:
        return ""
