"""Outputs in several files, for programs that limit the records in a file: ``refs-1.ris``, ``refs-2.ris``, and so on.

Records go in and are cut into portions; each portion is written to a file of its own, as if these records were
converted alone. As with a single output, no file takes its place before all are whole.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator

from citeconv.errors import UsageError
from citeconv.opening import is_shared
from citeconv.plugins import Registered
from citeconv.report import Diagnostic, Report
from citeconv.run import Found, Item
from citeconv.sink import Sink, path_of

SHOWN = 3
"""How many files of an earlier run a note names; ``...`` stands for more."""


class Numbered:
    """The names of the parts of one output.

    Args:
        output: The name that was given: ``refs.ris``.
        entry: The format to write, whose endings the parts keep (``refs-1.csl.json``).

    Raises:
        UsageError: The output is not a file with a name.
    """

    def __init__(self, output: object, entry: Registered) -> None:
        path = path_of(output)
        if path == "-" or is_shared(path) or (os.path.exists(path) and not os.path.isfile(path)):
            raise UsageError(
                "an output that is split needs the name of a file, such as refs.ris for refs-1.ris, refs-2.ris"
            )
        endings = [ending for ending in entry.format.suffixes if path.lower().endswith(ending)]
        size = max(map(len, endings), default=len(os.path.splitext(path)[1]))
        self._stem, self._ending = path[: len(path) - size], path[len(path) - size :]
        stem = re.escape(os.path.basename(self._stem))
        self._name = re.compile(rf"{stem}-([1-9][0-9]{{0,8}}){re.escape(self._ending)}")

    def name(self, number: int) -> str:
        """Return the name of a part, the first of which is 1."""
        return f"{self._stem}-{number}{self._ending}"

    def number(self, path: str) -> int:
        """Return the number of the part that a path names; 0 if none."""
        folder, name = os.path.split(os.path.realpath(path))
        return self._numbers(name) if folder == os.path.realpath(os.path.dirname(self._stem)) else 0

    def standing(self) -> list[int]:
        """Return the numbers of the parts whose files exist, in order."""
        try:
            names = os.listdir(os.path.dirname(self._stem) or ".")
        except OSError:  # which is reported when the first part is written
            return []
        return sorted(filter(None, map(self._numbers, names)))

    def _numbers(self, name: str) -> int:
        found = self._name.fullmatch(name)
        return int(found[1]) if found else 0


class Parts:
    """A sink of several files.

    Args:
        numbered: Their names.
        size: The most records of each.
        report: Takes the names of the files, and a note if there are more from an earlier run.
    """

    def __init__(self, numbered: Numbered, size: int, report: Report) -> None:
        self._numbered = numbered
        self._size = size
        self._report = report
        self._files_before = len(report.files)  # of another run with the same report
        self._sinks: list[Sink] = []
        self._begins = True
        Sink(numbered.name(1))  # fails if it cannot be written, before any work is done

    def in_turn(self, found: Iterable[Found], write: Callable[[Iterable[Found]], Iterator[bytes]]) -> Iterator[bytes]:
        """Yield the bytes of all parts in turn; write each piece here before asking for the next."""
        for portion in portions(found, self._size):
            self.finish()
            self._begins = True
            yield from write(portion)

    def write(self, data: bytes) -> None:
        """Write bytes of the present part, whose file is made when the first come."""
        if self._begins:
            name = self._numbered.name(len(self._sinks) + 1)
            self._sinks.append(Sink(name))
            self._report.files.append(name)
            self._begins = False
        self._sinks[-1].write(data)

    def finish(self) -> None:
        """Do all that may fail or take long with the present part."""
        if not self._begins:
            self._sinks[-1].finish()

    def place(self) -> None:
        """Put all parts in their places, and note files with higher numbers from an earlier run."""
        for sink in self._sinks:
            sink.place()
        stale = [number for number in self._numbered.standing() if number > len(self._sinks)]
        if stale:
            names = ", ".join(map(self._numbered.name, stale[:SHOWN])) + (", ..." if len(stale) > SHOWN else "")
            message = f"left as it was, of a run that made more parts than this one: {names}"
            self._report.add(Diagnostic(code="older-parts", message=message))

    def discard(self) -> None:
        """Forget all parts."""
        del self._report.files[self._files_before :]
        for sink in self._sinks:
            sink.discard()


def portions(found: Iterable[Found], size: int) -> Iterator[Iterator[Found]]:
    """Yield records in portions, none of which is empty; use up each before asking for the next.

    Args:
        found: What there is to write.
        size: The most records of a portion. Leftovers between two portions belong to the first.
    """
    rest = iter(found)
    ahead = next(rest, None)

    def portion() -> Iterator[Found]:
        nonlocal ahead
        records = 0
        while (one := ahead) is not None:
            if isinstance(one[1], Item):
                if records == size:
                    return
                records += 1
            yield one
            ahead = next(rest, None)

    while ahead is not None:
        yield portion()
