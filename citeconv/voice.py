"""What a run prints: diagnostics, counts and losses go in; lines on standard error and a report file come out.

Diagnostics are printed as they come, as a run may be long. If nobody reads the stream, the run goes on; if the report
file cannot be written, it ends.
"""

from __future__ import annotations

import contextlib
from typing import Any, TextIO

from citeconv.report import Counts, Diagnostic, Report, Tally, printable
from citeconv.sink import Sink

_LOST = {"not-carried": "not carried", "carried-in-part": "carried in part"}
_LOUDNESS = {
    **dict.fromkeys(("guess", "leftover", "retracted", "merged", "kept-apart"), 1),
    **dict.fromkeys(_LOST, 2),
}
"""How many ``-v`` it takes to print a diagnostic that is not an error; 0 for codes not named here."""

HELD_BACK = "--strict: output held back"

SHOWN = 20
"""Errors that are printed without ``-v``; the rest is counted."""


def say(line: str, stream: TextIO | None) -> None:
    """Print a message; a closed stream is no reason to stop."""
    if stream is not None:
        with contextlib.suppress(OSError):
            print(line, file=stream)


class Voice:
    """Prints diagnostics as they come, a progress bar if the run takes long, and the closing line."""

    def __init__(self, quiet: bool, verbose: int, stream: TextIO | None, output_is_terminal: bool) -> None:
        self.quiet, self.verbose, self.stream = quiet, verbose, stream
        self._errors = 0
        self._bar: Any = None
        self._task: Any = None
        self._calls = 0
        self._may_show = not (quiet or output_is_terminal) and stream is not None and stream.isatty()

    def hear(self, diagnostic: Diagnostic) -> None:
        """Print a diagnostic, unless it needs more ``-v`` than were given."""
        severity = diagnostic.severity
        if severity == "error":
            self._errors += 1
            if self._errors > SHOWN and not self.verbose:
                return
        elif self.quiet or self.verbose < _LOUDNESS.get(diagnostic.code, 0):
            return
        self._say(str(diagnostic))

    def _say(self, line: str) -> None:
        if self._bar is None:
            say(line, self.stream)
        else:
            self._bar.console.print(line, markup=False, highlight=False, soft_wrap=True)

    def progress(self, report: Report) -> None:
        """Show progress on a terminal if the run takes longer than a second."""
        self._calls += 1
        if self._calls < 9 or not self._may_show:
            return
        if self._bar is None and not self._start_bar():
            self._may_show = False
            return
        total = report.total
        self._bar.update(self._task, description=f"{total.read:,} records read, {total.rejected:,} rejected")

    def _start_bar(self) -> bool:
        """Set up the bar; False without rich."""
        try:
            from rich.console import Console
            from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
        except ImportError:
            return False
        columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
        self._bar = Progress(*columns, console=Console(file=self.stream), transient=True)
        self._task = self._bar.add_task("")
        self._bar.start()
        return True

    def end(self) -> None:
        """Remove the progress bar."""
        if self._bar is not None:
            self._bar.stop()
            self._bar = None

    def close(self, report: Report) -> None:
        """Print the fields lost, if ``-v`` was given, and the closing line."""
        if self._errors > SHOWN and not self.verbose:
            self._say(f"citeconv: {self._errors - SHOWN} more errors (-v shows them)")
        if self.quiet:
            return
        if self.verbose:
            for (code, field), tally in report.tallies.items():
                if code in _LOST:
                    self._say(printable(_loss(code, field, tally, report.output)))
            if len(report.inputs) > 1:
                for counts in report.inputs:
                    self._say(printable(f"{counts.input}: {_counted(counts)}"))
        self._say(printable(_closing(report, self.verbose)))


def _loss(code: str, field: str, tally: Tally, output: str) -> str:
    """Return the line about a field that was lost, with the first record's reason if it was carried in part."""
    records = "1 record" if tally.count == 1 else f"{tally.count} records"
    line = f"loss: {field}: {_LOST[code]} by {output}: {records}, first at {tally.first.file}:{tally.first.line}"
    return line + tally.first.message.removeprefix(field) if code == "carried-in-part" else line


def _counted(counts: Counts) -> str:
    merged = f", {counts.merged} merged" if counts.merged else ""
    return (
        f"{counts.format or 'empty'}: {counts.read} read, {counts.written} written, {counts.rejected} rejected{merged}"
    )


def _closing(report: Report, verbose: int) -> str:
    """Return the line that accounts for the run."""
    total = report.inputs[0] if len(report.inputs) == 1 else report.total
    parts = [f"{total.input}: {_counted(total)}"]
    hints = _fields_lost(report)
    tallies = [(code, tally.count) for (code, _), tally in report.tallies.items() if _LOUDNESS.get(code) == 1]
    if retracted := sum(count for code, count in tallies if code == "retracted"):
        hints.append(f"{retracted} retracted work{'s' if retracted > 1 else ''}")
    if notes := sum(count for code, count in tallies if code != "retracted"):
        hints.append(f"{notes} note{'s' if notes > 1 else ''}")
    if hints:
        parts.append(", ".join(hints) + ("" if verbose else " (-v shows them)"))
    if lacking := [
        f"{tally.count} without {field}" for (code, field), tally in report.tallies.items() if code == "missing"
    ]:
        parts.append(", ".join(lacking))
    if report.files:
        parts.append(f"{len(report.files)} file{'s' if len(report.files) > 1 else ''}")
    if report.held_back:
        parts.append(HELD_BACK)
    return "; ".join(parts)


def _fields_lost(report: Report) -> list[str]:
    """Return the numbers of fields that some record lost as a whole, and of those lost only in part, in words."""
    wholly = sum(code == "not-carried" for code, _ in report.tallies)
    partly = len(report.lost()) - wholly
    said = [f"{wholly} field{'s' if wholly > 1 else ''} not carried by {report.output}"] if wholly else []
    if partly:
        in_part = f"{partly} field{'s' if partly > 1 else ''} carried in part by {report.output}"
        said.append(f"{partly} in part" if wholly else in_part)
    return said


class ReportFile:
    """Streams the report: diagnostics as they come, counts at the end."""

    def __init__(self, path: str) -> None:
        self._sink = Sink(path)
        self._comma = b""
        self._sink.write(b'{"diagnostics": [')

    def hear(self, diagnostic: Diagnostic) -> None:
        """Write one diagnostic."""
        self._sink.write(self._comma + b"\n  " + _as_json(diagnostic.as_dict()))
        self._comma = b","

    def close(self, report: Report, error: str = "") -> None:
        """Write the counts, and the error if the run failed, and put the file in its place."""
        summary = {**report.summary(), **({"error": error} if error else {})}
        try:
            self._sink.write(b"\n],\n" + _as_json(summary, 1)[2:] + b"\n")
            self._sink.commit()
        except BaseException:
            self._sink.discard()
            raise


def _as_json(value: dict[str, Any], indent: int | None = None) -> bytes:
    """Return JSON; bytes of file names that are not UTF-8 become escapes of the lone surrogates Python has for them."""
    import msgspec

    try:
        data = msgspec.json.encode(value)
    except UnicodeEncodeError:
        import json

        return json.dumps(value, indent=indent).encode()
    return data if indent is None else msgspec.json.format(data, indent=indent)
