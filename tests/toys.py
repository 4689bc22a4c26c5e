"""Two formats for tests of the loop, which fail as a title says, and what becomes of titles in them."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterator
from typing import Any

import citeconv
from citeconv import Citation, Format, Option, Record, RecordError, Report, hookimpl
from citeconv.plugins import registry


class Toy(Format[str]):
    """One title a line; words in it make the reader or the writer fail."""

    name = "toy"
    suffixes = (".toy",)
    signature = r"\A%toy\b"
    record_start = r"\n(?P<start>\*)"
    carries = frozenset({"title", "author"})
    options = (
        Option(name="case", help="how to write titles", choices=("upper", "lower")),
        Option(name="width", help="columns", check=int),
        Option(name="mark", help="what stands before a title", suffixes={".dash": "-", ".dash.toy": "--"}),
    )

    def parse(self, record: Record) -> Citation:
        text = record.data.strip("* \n")
        if "damaged" in text:
            raise RecordError("it says so", line=2)
        if "bug" in text:
            raise ZeroDivisionError("in the reader")
        if "guess" in text:
            self.note("taken for a title")
        return Citation(title=text)

    def write(self, citation: Citation) -> str:
        if "part" in citation.title:
            self.lose("title", "the rest of it")
        if "two parts" in citation.title:
            self.lose("title", "and more of it")
        if "perhaps" in citation.title:
            self.note("may be read otherwise")
        if citation.pmid and "with its number" in citation.title:
            self.keep("pmid")
        if "unwritable" in citation.title:
            raise RecordError("it cannot be said")
        if "crash" in citation.title:
            raise KeyError("in the writer")
        return (self.settings["mark"] or "*") + " " + getattr(citation.title, self.settings["case"] or "strip")()


class Sorted(Toy):
    """Toy, in the order of titles."""

    name = "sorted-toy"
    signature = ""
    suffixes = (".sorted",)
    parse = Format.parse

    def arrange(self, citations: list[Citation]) -> list[Citation]:
        if any("refuse" in citation.title for citation in citations):
            raise RuntimeError("no order")
        return sorted((c for c in citations if "drop" not in c.title), key=lambda c: c.title)


class Plugin:
    """Offers the two."""

    @hookimpl
    def citeconv_formats(self) -> list[type[Format[Any]]]:
        return [Toy, Sorted]


@contextlib.contextmanager
def installed() -> Iterator[None]:
    """Have the two formats among those installed."""
    known = registry()
    known.register(Plugin(), "toy")
    yield
    known.manager.unregister(name="toy")
    for name in ("toy", "sorted-toy"):
        del known.formats[name]


def toys(*titles: str) -> io.BytesIO:
    """Return an input of the format."""
    return io.BytesIO("\n".join(["%toy", *(f"* {title}" for title in titles), ""]).encode())


def converted(*titles: str, to: str = "toy", **more: Any) -> tuple[str, Report]:
    """Return what becomes of titles, and the report."""
    output = io.BytesIO()
    report = citeconv.convert(toys(*titles), output, to=to, **more)
    return output.getvalue().decode(), report
