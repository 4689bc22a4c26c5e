"""What the two halves of a run share: its report, the file of its rejected records, and the words for what happened.

``citeconv.reading`` turns inputs into items, ``citeconv.writing`` turns items into the bytes of the output; between
them ``citeconv.merging`` and others may stand. All of them report here, so that every record is counted once.
"""

from __future__ import annotations

import msgspec

from citeconv.citation import Citation
from citeconv.errors import RecordError
from citeconv.format import Leftover
from citeconv.rejects import Original, Rejects
from citeconv.report import Counts, Diagnostic, Report, name_of
from citeconv.source import Source

WAYS_TO_MERGE = ("ids", "titles")
"""How to find records of the same work: by identifiers only, or also by title, year, first page and author."""


class Item(msgspec.Struct, gc=False):
    """A citation, the line of its record, and the records it was made of as they were found, for the rejects."""

    citation: Citation
    line: int
    originals: tuple[Original, ...] = ()


Found = tuple[Counts, Item | Leftover]
"""Something to write, with the counts of the input that it comes from."""


class Run:
    """One conversion.

    Args:
        report: Takes counts and diagnostics.
        rejects: Takes rejected records as they were found; None if nobody keeps them.

    Attributes:
        defining: Names of the inputs that hold blocks of their format other than records: ``@string``.
    """

    def __init__(self, report: Report, rejects: Rejects | None = None) -> None:
        self.report = report
        self.rejects = rejects
        self.defining: set[str] = set()

    def reject(
        self,
        counts: Counts,
        line: int,
        originals: tuple[Original, ...],
        error: RecordError,
        code: str,
        record: str = "",
    ) -> None:
        """Count a record as rejected, report why, and keep it as it was found.

        Args:
            counts: Those of its input.
            line: Where it begins.
            originals: The record, or the records it was merged from, as they were found.
            error: Why; its line counts from the beginning of the record.
            code: Code of the diagnostic.
            record: What messages call the record, where that is known.
        """
        counts.rejected += 1
        place = line + error.line - 1 if error.line else line
        self.report.add(Diagnostic(code=code, message=str(error), file=counts.input, line=place, record=record))
        if self.rejects is not None:
            for original in originals:
                self.rejects.add(original)

    def report_guesses(self, notes: list[tuple[int, str]], name: str, line: int, citation: Citation | None) -> None:
        """Report the notes that a reader or writer made, and clear them.

        Args:
            notes: Lines, counted from the beginning of the record, and messages.
            name: Name of the input.
            line: Where the record begins.
            citation: What is in it, if it is one.
        """
        for within, message in notes:
            place = line + within - 1 if within else line
            self.report.add(Diagnostic(code="guess", message=message, file=name, line=place, record=name_of(citation)))
        notes.clear()

    def report_bug(self, message: str, name: str, line: int = 0) -> None:
        """Report a fault of a plugin that no single record can be blamed for."""
        self.report.add(Diagnostic(code="plugin-bug", message=message, file=name, line=line))

    def report_leftover(self, leftover: Leftover, name: str, source: Source | None = None) -> None:
        """Report text that is no record and has no place in the output; a source still open knows its offset."""
        text, line = leftover.data.lstrip(), first_line(leftover)
        offset = source.offset(line) if source else None
        words = " ".join(text[:1000].split()[:8])
        place = "" if offset is None else f", line at byte {offset}"
        message = f"text that belongs to no record ({len(text.rstrip())} characters{place}): {words[:60]}"
        self.report.add(Diagnostic(code="leftover", message=message, file=name, line=line))


def first_line(leftover: Leftover) -> int:
    """Return the number of the first line of a leftover that is not blank."""
    return leftover.line + leftover.data.count("\n", 0, len(leftover.data) - len(leftover.data.lstrip()))
