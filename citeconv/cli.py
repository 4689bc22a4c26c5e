"""The command line: ``citeconv FILE... --to FORMAT [-o FILE]``.

Arguments go in; an exit status comes out. Here, and only here, errors become lines on standard error: what went wrong
with a record as ``file:line: severity: message``, what ended the run as one line, and at the end one line of counts.
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import os
import signal
import sys
import warnings
from collections.abc import Iterator, Sequence
from typing import Any

from citeconv import naming
from citeconv.arguments import (
    asked,
    check_last,
    check_places,
    format_options,
    implied_format,
    line_width,
    names_given,
    parsed,
)
from citeconv.convert import convert
from citeconv.errors import CiteconvError, UsageError
from citeconv.outputs import output_format
from citeconv.plugins import Registered, registry
from citeconv.report import Diagnostic, Report, printable
from citeconv.source import Limits
from citeconv.voice import HELD_BACK, ReportFile, Voice, say

_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")
EXIT_OK, EXIT_REJECTED, EXIT_NOTHING, EXIT_INTERRUPTED, EXIT_SIGNALLED = 0, 1, 2, 130, 128
"""Statuses of the process; the number of the signal is added to the last."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        argv: Arguments without the program's name; those of the process by default.

    Returns:
        0 all converted; 1 a record was rejected, or under ``--strict`` a field lost; 2 nothing could be done;
        130 interrupted; 143 terminated; 129 its terminal was closed.
    """
    report = Report()
    if argv is None:  # else signals are the business of the calling program
        _hear_signals(report)
    if not sys.warnoptions:
        warnings.simplefilter("ignore")  # warnings are for programmers
    try:
        try:
            with naming.asked_by("command line"):
                return _run(sys.argv[1:] if argv is None else argv, report)
        finally:
            if sys.stdout is not None:
                sys.stdout.flush()  # here, where a failure can still be reported
            if argv is None and report.settled:
                _hear_no_more()
    except SystemExit as end:  # --help and --version end so
        return int(end.code or EXIT_OK)
    except CiteconvError as error:
        _complain(f"error: {error}")
        return EXIT_NOTHING
    except KeyboardInterrupt as end:
        _complain(f"{_how_ended(end)}; no output file was written")
        return EXIT_SIGNALLED + end.number if isinstance(end, _Terminated) else EXIT_INTERRUPTED
    except BrokenPipeError:  # the reader of our pipe has seen enough
        _abandon_stdout()
        return EXIT_OK
    except OSError as error:
        _abandon_stdout()
        _complain(f"error: {error.filename or '<stdout>'}: {error.strerror or error}")
        return EXIT_NOTHING


class _Terminated(KeyboardInterrupt):
    """SIGTERM or SIGHUP came: it ends the run as an error does, so that no temporary file is left."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def _how_ended(error: BaseException) -> str:
    """Return the words for the exception that ended the run."""
    if isinstance(error, KeyboardInterrupt):
        return "terminated" if isinstance(error, _Terminated) else "interrupted"
    return str(error) or type(error).__name__


def _hear_signals(report: Report) -> None:
    """Let the first signal end the run in order, and the second at once.

    A run that is already renaming its files goes on to its end. Signals that the process was started to ignore
    (``nohup``) stay ignored.
    """

    def end(number: int, _: object) -> None:
        signal.signal(number, signal.SIG_DFL)
        if not report.settled:
            raise KeyboardInterrupt if number == signal.SIGINT else _Terminated(number)

    for name in _SIGNALS:
        number = getattr(signal, name, None)  # not every system has all
        if number is not None and signal.getsignal(number) in (signal.SIG_DFL, signal.default_int_handler):
            with contextlib.suppress(ValueError):  # only the main thread may
                signal.signal(number, end)


def _hear_no_more() -> None:
    """Ignore signals, as the work is done: one that came while Python shuts down would change the exit status."""
    for name in _SIGNALS:
        if number := getattr(signal, name, None):
            with contextlib.suppress(ValueError):
                signal.signal(number, signal.SIG_IGN)


def _complain(message: str) -> None:
    say(printable(f"citeconv: {message}"), sys.stderr)


def _abandon_stdout() -> None:
    """Send the rest of standard output's buffer nowhere, so that Python prints no error when it shuts down."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(argv: Sequence[str], report: Report) -> int:
    arguments = parsed(argv)
    if arguments.list_formats:
        return _print_formats(arguments.verbose)
    if arguments.schema:
        return _print_schema()
    if (lines := asked(arguments)) is not None:
        for line in lines:
            print(printable(line))
        return EXIT_OK
    if not arguments.files:
        raise UsageError("no input; name files, or - for standard input (citeconv --help)")
    check_last(arguments)
    settings, implied = format_options(arguments)
    report.option_names = names_given(argv, settings)
    on_terminal = arguments.output == "-" and sys.stdout is not None and sys.stdout.isatty()
    voice = Voice(arguments.quiet, arguments.verbose, sys.stderr, on_terminal)
    report.listen(voice.hear)
    left_out = [Diagnostic(code="plugin", message=warning) for warning in registry().warnings]
    for diagnostic in left_out:
        report.add(diagnostic)
    entry = output_format(arguments.to or implied_format(arguments, implied, report.option_names), arguments.output)
    check_places(arguments, entry)
    report_file = ReportFile(arguments.report) if arguments.report is not None else None
    if report_file:
        for diagnostic in left_out:  # they came before it was known whether the file can be written
            report_file.hear(diagnostic)
        report.listen(report_file.hear)
    report.each_loss = arguments.verbose > 1 or report_file is not None
    _convert(arguments, entry.format.name, settings, report, voice, report_file)
    if report_file:
        report_file.close(report, HELD_BACK if report.held_back else "")
    voice.close(report)
    return EXIT_REJECTED if report.count("error") or report.held_back else EXIT_OK


def _convert(
    arguments: argparse.Namespace,
    to: str,
    settings: dict[str, Any],
    report: Report,
    voice: Voice,
    report_file: ReportFile | None,
) -> None:
    """Convert the inputs; if that fails, write the reason to the report file."""
    gc.freeze()  # modules stay: without this, the collector looks through them again and again
    try:
        convert(
            arguments.files,
            arguments.output,
            from_=arguments.from_,
            to=to,
            encoding=arguments.encoding,
            strict=arguments.strict,
            merge=arguments.merge or "",
            missing=arguments.missing,
            split=arguments.split,
            rejects=arguments.rejects,
            limits=Limits(record=arguments.max_record, unpacked=arguments.max_unpacked),
            report=report,
            progress=voice.progress,
            **settings,
        )
    except BaseException as error:
        if report_file:
            with contextlib.suppress(CiteconvError):  # the first failure is the one to report
                report_file.close(report, _how_ended(error))
        raise
    finally:
        voice.end()


# -- what else can be asked for


def _print_formats(verbose: int) -> int:
    entries = [entry for _, entry in sorted(registry().formats.items())]
    rows = [("format", "", "endings", "plugin", "description"), *map(_row, entries)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row, entry in zip(rows, (None, *entries), strict=True):
        print(printable("  ".join(map(str.ljust, row, widths)).rstrip()))
        if verbose and entry and entry.format.writes():
            for line in _carried(entry.make({}).carries):
                print(line)
    for warning in registry().warnings:
        _complain(f"note: {warning}")
    return EXIT_OK


def _carried(carries: frozenset[str]) -> Iterator[str]:
    """Yield lines about what a format carries: the fields, then those with details, grouped by the details."""
    import textwrap

    from citeconv.losses import paths

    known = paths()
    details: dict[str, list[str]] = {path: [] for path in known if path in carries and "." not in path}
    for path in known:
        field, _, detail = path.partition(".")
        if detail and path in carries:
            details[field].append(detail)
    if carries.issuperset(known):
        told = ["carries: all fields, with all details"]
    else:
        alike: dict[str, list[str]] = {}
        for field, those in details.items():
            alike.setdefault(" ".join(those), []).append(field)
        alike.pop("", None)
        told = [f"carries: {' '.join(details) or 'nothing'}"]
        told += [f"and their {those}: {' '.join(fields)}" for those, fields in alike.items()]
    for line in told:
        yield from textwrap.wrap(line, line_width(), initial_indent="    ", subsequent_indent="      ")


def _row(entry: Registered) -> tuple[str, ...]:
    """Return the row of a format in the list of formats."""
    cls = entry.format
    does = "/".join(verb for verb, able in (("read", cls.reads()), ("write", cls.writes())) if able)
    return cls.name, does, " ".join(cls.suffixes), f"{entry.distribution} {entry.version}", cls.describe()


def _print_schema() -> int:
    import json

    import msgspec

    from citeconv.citation import Citation

    dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Citations of citeconv"}
    print(json.dumps(dialect | msgspec.json.schema(list[Citation]), indent=1))
    return EXIT_OK
