"""What happened in a run: diagnostics as values, counts for each input, and the law that the counts add up.

Diagnostics go in one by one. Only their number and the first of each kind are kept, so memory does not grow with the
input. Listeners get each as it comes: the command line prints it, ``--report`` writes it to a file.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from typing import Literal

import msgspec

from citeconv.citation import Citation
from citeconv.errors import SourceError

Severity = Literal["error", "loss", "note"]

CODES: dict[str, Severity] = {
    "damaged-record": "error",  # the reader could not understand it
    "unwritable-record": "error",  # the writer could not express it
    "foreign-records": "error",  # a part of the input is in another format
    "no-records": "error",  # one input of several holds none
    "plugin-bug": "error",  # an exception that no format should raise
    "miscount": "error",  # the records found are not the sum of those written, rejected and merged
    "not-carried": "loss",  # the output format has no place for the field
    "carried-in-part": "loss",  # the output format has a place for the field, but not for all of its value
    "guess": "note",  # a reader or writer had to decide
    "leftover": "note",  # text that belongs to no record
    "without-records": "note",  # one of several inputs holds only what its format has besides records
    "encoding": "note",  # bytes that had to be guessed at
    "retracted": "note",  # the work was retracted or withdrawn
    "missing": "note",  # the record has no value in a field in which each should have one
    "merged": "note",  # the record was merged into another one of the same work
    "kept-apart": "note",  # the record shares an identifier with one of another work
    "older-parts": "note",  # files of an earlier run, named like parts of this one, stand beside these
    "mixed-rejects": "note",  # the file of rejects holds records of several formats
    "repeated-input": "note",  # the same file was named twice
    "detection": "note",  # the content is not what the file's name says
    "unused-option": "note",  # an option has no effect on what is read and written
    "plugin": "note",  # a plugin was left out
}
"""Every code with its severity; codes are stable, messages are not."""


class Diagnostic(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """One thing worth telling, with its place.

    Args:
        code: A key of ``CODES``.
        message: For a person, one line.
        file: Name of the input; empty for the output as a whole.
        line: Line in it from 1; 0 when unknown.
        record: PMID, DOI or key of the record, as far as known.
        field: Path of the field concerned (``author.orcid``).
    """

    code: str
    message: str
    file: str = ""
    line: int = 0
    record: str = ""
    field: str = ""

    @property
    def severity(self) -> Severity:
        """error: the record is rejected; loss: written, not in full; note: a decision that was made."""
        return CODES[self.code]

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        who = f" (record {self.record})" if self.record else ""
        return printable(f"{place or 'citeconv'}: {self.severity}: {self.message}{who}")

    def as_dict(self) -> dict[str, object]:
        """Return it as JSON-ready data, severity included."""
        return {"severity": self.severity, **msgspec.to_builtins(self)}


class Counts(msgspec.Struct, kw_only=True):
    """Records of one input: ``read`` are those found, and ``read == written + rejected + merged``."""

    input: str
    format: str
    read: int = 0
    written: int = 0
    rejected: int = 0
    merged: int = 0

    def add_up(self) -> bool:
        """Whether every record found is accounted for."""
        return self.read == self.written + self.rejected + self.merged


GIVEN = "<citations>"
"""The name of the input where a program gives citations, instead of files; having none is no error there."""


class Tally(msgspec.Struct, kw_only=True):
    """The number of diagnostics of one kind (of a loss: of records that have it), and the first of them."""

    count: int
    first: Diagnostic


class Report:
    """The account of a run.

    Attributes:
        inputs: Counts per input, in order.
        tallies: Number and first diagnostic, by code and field.
        output: Name of the output format.
        files: Names of the files that were written, if the output was split into several.
        seconds: How long the run took.
        option_names: For messages, what the user called each option (``--style`` for ``references_style``); empty where
            they were given in Python.
        held_back: Whether there is no output because something was rejected or lost under ``--strict``.
        settled: Whether only the renaming of files is left to do, which must not be interrupted.
        each_loss: Whether listeners get every field not carried in every record, or only the first, which is faster.
    """

    def __init__(self, listener: Callable[[Diagnostic], None] | None = None) -> None:
        self.inputs: list[Counts] = []
        self.tallies: dict[tuple[str, str], Tally] = {}
        self.output = ""
        self.files: list[str] = []
        self.seconds = 0.0
        self.option_names: dict[str, str] = {}
        self.held_back = False
        self.settled = False
        self.each_loss = True
        self._listeners = [listener] if listener else []

    def __repr__(self) -> str:
        total = self.total
        return f"<Report: {total.read} read, {total.written} written, {total.rejected} rejected>"

    def add(self, diagnostic: Diagnostic, again: bool = False) -> None:
        """Count a diagnostic and hand it to the listeners.

        Args:
            diagnostic: The diagnostic.
            again: Whether the same record had one of this kind before; it is then not counted again.
        """
        kind = (diagnostic.code, diagnostic.field)
        tally = self.tallies.get(kind)
        if tally is None:
            self.tallies[kind] = Tally(count=1, first=diagnostic)
        elif not again:
            tally.count += 1
        for listener in self._listeners:
            listener(diagnostic)

    def add_losses(self, fields: Iterable[str], file: str, line: int, record: str) -> None:
        """Count fields of a record that the output does not carry: as ``add`` does for each, but faster."""
        for field in fields:
            tally = self.tallies.get(("not-carried", field))
            if tally is not None and not (self._listeners and self.each_loss):
                tally.count += 1
            else:
                self.add(
                    Diagnostic(
                        code="not-carried",
                        message=f"{field} not carried by {self.output}",
                        file=file,
                        line=line,
                        record=record,
                        field=field,
                    )
                )

    def listen(self, listener: Callable[[Diagnostic], None]) -> None:
        """Call ``listener`` with each diagnostic to come, beside those already listening."""
        self._listeners.append(listener)

    def count(self, severity: Severity) -> int:
        """Return how many diagnostics of a severity there were."""
        return sum(tally.count for (code, _), tally in self.tallies.items() if CODES[code] == severity)

    def lost(self) -> dict[str, int]:
        """Return the fields lost, wholly or in part, with the number of records that lost them."""
        lost: dict[str, int] = {}
        for (code, field), tally in self.tallies.items():
            if CODES[code] == "loss":
                lost[field] = lost.get(field, 0) + tally.count
        return lost

    @property
    def total(self) -> Counts:
        """The sum over all inputs."""
        formats = dict.fromkeys(counts.format for counts in self.inputs if counts.format)
        number = len(self.inputs)
        total = Counts(input=f"{number} input{'' if number == 1 else 's'}", format=", ".join(formats))
        for counts in self.inputs:
            total.read += counts.read
            total.written += counts.written
            total.rejected += counts.rejected
            total.merged += counts.merged
        return total

    def balance(self) -> bool:
        """Whether the conservation law holds for every input."""
        return all(counts.add_up() for counts in self.inputs)

    def summary(self) -> dict[str, object]:
        """Return counts and tallies as JSON-ready data."""
        return {
            "output": self.output,
            **({"files": self.files} if self.files else {}),
            "inputs": [msgspec.to_builtins(counts) for counts in self.inputs],
            "total": {name: getattr(self.total, name) for name in ("read", "written", "rejected", "merged")},
            "balanced": self.balance(),
            "tallies": [
                {
                    "severity": CODES[code],
                    "code": code,
                    **({"field": field} if field else {}),
                    "count": tally.count,
                    "first": tally.first.as_dict(),
                }
                for (code, field), tally in self.tallies.items()
            ],
            "seconds": round(self.seconds, 3),
        }


def check_sums(report: Report, own: list[Counts], defining: Container[str] = ()) -> None:
    """Check that the counts of a run add up, and that it found records.

    Args:
        report: Takes the diagnostics.
        own: The counts of this run; the report may hold those of other runs, too.
        defining: Names of inputs with blocks of their format other than records, such as macros. Such a file may have
            no records if it is one of several.

    Raises:
        SourceError: No input holds a record.
    """
    for counts in own:
        if not counts.add_up():
            message = (
                f"records do not add up: {counts.read} read, {counts.written} written, {counts.rejected} rejected, "
                f"{counts.merged} merged; the fault is in {counts.format} or {report.output}"
            )
            report.add(Diagnostic(code="miscount", message=message, file=counts.input))
    empty = [counts for counts in own if not counts.read and counts.input != GIVEN]
    if empty and not any(counts.read for counts in own):
        raise no_records(empty, report, "; nothing written")
    for counts in empty:
        if counts.input in defining:
            message = f"holds only what {counts.format} has besides records"
            report.add(Diagnostic(code="without-records", message=message, file=counts.input))
        elif counts.format:  # else it was told at once
            report.add(Diagnostic(code="no-records", message=f"no {counts.format} records found", file=counts.input))


def no_records(empty: list[Counts], report: Report, so: str = "") -> SourceError:
    """Return the error for inputs without records; it shows the first leftover found in them."""
    names = ", ".join(f"{counts.input} ({counts.format or 'empty'})" for counts in empty)
    leftovers = report.tallies.get(("leftover", ""))
    first = leftovers.first if leftovers else None
    ours = first is not None and first.file in {counts.input for counts in empty}
    place = f"; {first.file}:{first.line} has {first.message}" if first and ours else ""
    return SourceError(f"{names}: no records found{so}{place}")


def name_of(citation: Citation | None) -> str:
    """Return what messages call a record: its PMID, else its DOI, key or title; empty if there is no citation."""
    if citation is None:
        return ""
    return f"PMID {citation.pmid}" if citation.pmid else citation.doi or citation.key or citation.title[:40]


def printable(text: str) -> str:
    """Return a text as one line fit for a terminal, with control characters made visible: inputs may be hostile."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else f"\\x{ord(c):02x}" if c != "\n" else " " for c in text)
