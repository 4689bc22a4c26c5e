"""What one conversion has open: its inputs, its output, and the file of its rejected records.

Paths or open files go in, and are opened: every input is recognised before the first byte of output, so that a missing
file costs no more than a message. At the end all outputs take their places, or none does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from citeconv.errors import EmptyError, SourceError
from citeconv.inputs import Input
from citeconv.opening import File
from citeconv.outputs import sink_for
from citeconv.plugins import Registered
from citeconv.rejects import Rejects
from citeconv.report import Counts, Diagnostic, Report
from citeconv.run import Found
from citeconv.sink import Sink, Target

if TYPE_CHECKING:
    from citeconv.parts import Parts


class Conversion:
    """The files of a conversion. If it fails, all are closed, and no output takes its place.

    Args:
        report: Takes the diagnostics; it may hold those of other runs, too.
        strict: Whether a rejected record or a lost field also keeps the output from its place.
    """

    def __init__(self, report: Report, strict: bool) -> None:
        self.inputs: list[Input] = []
        self.rejects: Rejects | None = None
        self._sinks: list[Sink | Parts] = []
        self._report = report
        self._strict = strict
        self._inputs_before, self._faults_before = len(report.inputs), _faults(report)

    def __enter__(self) -> Conversion:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is not None:
            for one in (*self.inputs, *self._sinks):
                one.discard()

    @property
    def counts(self) -> list[Counts]:
        """The counts of this run, without those of other runs with the same report."""
        return self._report.inputs[self._inputs_before :]

    def open_inputs(self, files: list[File], opened: Callable[[File], Input]) -> None:
        """Open all inputs before any is read; empty ones are reported, if there are others.

        Args:
            files: The inputs.
            opened: Opens one.

        Raises:
            SourceError: All are empty.
            EmptyError: The only one is.
        """
        empty: list[EmptyError] = []
        for file in files:
            try:
                self.inputs.append(opened(file))
            except EmptyError as error:
                if len(files) == 1:
                    raise
                empty.append(error)
        if not self.inputs:
            raise SourceError(f"{'; '.join(map(str, empty))}: no records found; nothing written")
        for one in empty:
            self._report.add(Diagnostic(code="no-records", message=one.what, file=one.name))
            self._report.inputs.append(Counts(input=one.name, format=""))

    def open_outputs(self, output: Target, rejects: Target | None, entry: Registered, split: int) -> None:
        """Open the output, and the file of rejected records if they are kept.

        Args:
            output: Where the output goes.
            rejects: Where rejected records go.
            entry: The format of the output.
            split: The most records in a file, 0 for a single file.
        """
        if rejects is not None:
            sink = Sink(rejects)
            self._sinks.append(sink)
            self.rejects = Rejects(sink)
        self._sinks.append(sink_for(output, entry, self._report, split, self._strict))

    def write(self, found: Iterator[Found], written: Callable[[Iterable[Found]], Iterator[bytes]]) -> Iterator[None]:
        """Write what was found, piece by piece, and yield after each, so that the caller can show progress.

        Args:
            found: What there is to write.
            written: Turns it into the bytes of a file.
        """
        sink = self._sinks[-1]
        for piece in written(found) if isinstance(sink, Sink) else sink.in_turn(found, written):
            sink.write(piece)
            yield

    def finish(self) -> None:
        """Put the output, unless it is held back, and the rejects in their places, once both are whole."""
        report, sink = self._report, self._sinks[-1]
        if self.rejects is not None:
            self.rejects.finish()
        report.held_back = self._strict and _faults(report) > self._faults_before
        if report.held_back:
            sink.discard()
        else:
            sink.finish()
        report.settled = True
        if not report.held_back:
            sink.place()
        if self.rejects is not None:
            self.rejects.place()
            self._note_mixture()

    def _note_mixture(self) -> None:
        """Report rejects of several formats, which cannot be read again as one file."""
        formats = sorted({counts.format for counts in self.counts if counts.rejected})
        if len(formats) > 1:
            names = ", ".join(formats)
            message = f"the rejects hold records of several formats ({names}); separate them to read them again"
            self._report.add(Diagnostic(code="mixed-rejects", message=message))


# -- inside


def _faults(report: Report) -> int:
    """Return how many records were rejected, and how often something was lost."""
    return report.count("error") + report.count("loss")
