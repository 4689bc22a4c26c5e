"""The library's verbs: ``load``, ``iterload``, ``dump`` and ``convert``, and ``loads`` and ``dumps`` for text.

Files or citations go in; citations or files come out, with a report of what was read, written, rejected and lost.
Arguments are checked here, before anything is opened. ``citeconv.reading`` and ``citeconv.writing`` do the work, record
by record, in flat memory.
"""

from __future__ import annotations

import io
import os
import sys
import time
import warnings
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import IO, TYPE_CHECKING, Any, cast

from citeconv import naming
from citeconv.citation import Citation
from citeconv.collisions import check_collisions, note_repeats
from citeconv.conversion import Conversion
from citeconv.errors import DetectionError, UsageError
from citeconv.inputs import Input
from citeconv.opening import File
from citeconv.options import checked, expect, note_unused, settings_for
from citeconv.outputs import note_name, output_format
from citeconv.plugins import Registered
from citeconv.reading import read_all, read_one, take_given
from citeconv.report import CODES, GIVEN, Counts, Report, check_sums, no_records
from citeconv.run import WAYS_TO_MERGE, Found, Run
from citeconv.sink import Sink, Target, path_of
from citeconv.source import USUAL_LIMITS, Limits
from citeconv.values.nearest import did_you_mean
from citeconv.writing import written

if TYPE_CHECKING:
    from citeconv.missing import Missing

_LONGEST_PATH = 1000
"""Characters up to which a text given to ``loads`` may be the name of a file by mistake."""


class RejectedRecordWarning(UserWarning):
    """Records could not be read or written, and no ``Report`` was given; give one to learn about each of them."""


def iterload(
    file: File,
    format: str = "",
    *,
    encoding: str = "",
    report: Report | None = None,
    limits: Limits = USUAL_LIMITS,
    **options: Any,
) -> Iterator[Citation]:
    """Yield the citations of a file one by one, in flat memory.

    Args:
        file: Path, ``-`` for standard input, or an open file, binary or text.
        format: Name of the format; empty to find out from the content.
        encoding: Codec to force; empty to find out.
        report: Takes counts and diagnostics. Without one, there is a ``RejectedRecordWarning`` at the end if records
            were rejected.
        limits: Bounds for hostile inputs: the longest record, the largest unpacked size.
        options: Settings of formats, as ``PLUGIN_NAME=value``.

    Raises:
        CiteconvError: The file cannot be read, its format is not recognised, or its text holds no record.
    """
    expect(str, format=format, encoding=encoding)
    expect(Limits, limits=limits)
    heard, report = report is not None, _own_report(report)
    before = _leftovers(report)
    with naming.asked_by("load"):  # not while it is read: between two citations the caller asks for other things
        settings = checked(options, report)
        given = Input(file, format, encoding, report, settings, limits or USUAL_LIMITS)
    note_unused(settings, report, read=[given.entry])
    for item in read_one(Run(report), given):
        given.counts.written += 1
        yield item.citation
    if not given.counts.read and _leftovers(report) > before:
        raise no_records([given.counts], report)
    if not heard:
        _warn(report)


def load(
    file: File,
    format: str = "",
    *,
    encoding: str = "",
    report: Report | None = None,
    limits: Limits = USUAL_LIMITS,
    **options: Any,
) -> list[Citation]:
    """Return all citations of a file; arguments as for ``iterload``."""
    return list(iterload(file, format, encoding=encoding, report=report, limits=limits, **options))


def loads(
    text: str | bytes,
    format: str = "",
    *,
    encoding: str = "",
    report: Report | None = None,
    limits: Limits = USUAL_LIMITS,
    **options: Any,
) -> list[Citation]:
    """Return all citations in a text; arguments as for ``iterload``."""
    if not isinstance(text, (str, bytes)):
        raise TypeError(f"expected the text of a file, a str or bytes, got {type(text).__name__}")
    stream: IO[Any] = io.BytesIO(text) if isinstance(text, bytes) else io.StringIO(text, newline="")
    try:
        return load(stream, format, encoding=encoding, report=report, limits=limits, **options)
    except DetectionError as error:
        if len(text) <= _LONGEST_PATH and len(text.split()) == 1 and os.path.splitext(text)[1]:
            raise DetectionError(f"{error}; if it is the name of a file, load reads that") from None
        raise


def dump(
    citations: Iterable[Citation],
    file: Target,
    format: str = "",
    *,
    report: Report | None = None,
    **options: Any,
) -> Report:
    """Write citations to a file, whole or not at all.

    Args:
        citations: Any iterable; consumed one by one.
        file: Path, ``-`` for standard output, or an open binary file.
        format: Name of the format; empty to take it from the ending of the path.
        report: Takes counts and diagnostics. Without one, there is a ``RejectedRecordWarning`` if citations could not
            be written; the report that is returned has them, too.
        options: Settings of formats, as ``PLUGIN_NAME=value``.

    Returns:
        The report: what was written, rejected, lost.

    Raises:
        CiteconvError: The format is unknown, or the file cannot be written.
    """
    heard, report = report is not None, _own_report(report)
    entry, settings = _to_dump(format, options, report, file)
    note_name(file, entry, report)
    sink = Sink(file)
    with _timed(report):
        try:
            for piece in _pieces(citations, entry, settings, report, file):
                sink.write(piece)
            sink.commit()
        except BaseException:
            sink.discard()
            raise
    if not heard:
        _warn(report)
    return report


def dumps(citations: Iterable[Citation], format: str, *, report: Report | None = None, **options: Any) -> str:
    """Return citations as text in a format; for a binary format use ``dump``. Arguments as for ``dump``."""
    heard, report = report is not None, _own_report(report)
    data = b"".join(_pieces(citations, *_to_dump(format, options, report), report))
    try:
        text = data.decode()
    except UnicodeDecodeError:
        raise UsageError(f"{report.output} is no text; dump(citations, io.BytesIO(), ...) takes its bytes") from None
    if not heard:
        _warn(report)
    return text


def convert(
    inputs: File | Iterable[File],
    output: Target = "-",
    *,
    from_: str = "",
    to: str = "",
    encoding: str = "",
    strict: bool = False,
    merge: str = "",
    missing: Iterable[str] = (),
    split: int = 0,
    rejects: Target | None = None,
    report: Report | None = None,
    limits: Limits = USUAL_LIMITS,
    progress: Callable[[Report], None] | None = None,
    **options: Any,
) -> Report:
    """Convert files to one output, record by record, in flat memory.

    Args:
        inputs: One file or several, of one format or several: paths, ``-``, open files.
        output: Path, ``-`` for standard output, or an open binary file. If it is an input, it replaces that.
        from_: Format of the inputs; empty to find out for each.
        to: Format of the output; empty to take it from the ending of its path.
        encoding: Codec of the inputs; empty to find out for each.
        strict: Write nothing at all if a record is rejected or a field lost.
        merge: How to find records of the same work, to make them one: ``ids`` by PMID, PMCID and DOI, ``titles`` also
            by title, year, first page and author. If given, all records are held in memory. Empty to write each record.
        missing: Fields in which every record should have a value (``doi``, ``issued.month``, or one of
            ``page/number``); the report has a note for each record without.
        split: The most records in a file: ``refs.ris`` becomes ``refs-1.ris``, ``refs-2.ris`` and so on, each as if its
            records were converted alone. 0 for a single file.
        rejects: Where rejected records go, verbatim; the file is not made if there are none.
        report: Takes counts and diagnostics, of several runs if you like; a new one by default.
        limits: Bounds for hostile inputs: the longest record, the largest unpacked size.
        progress: Called now and then with the report so far.
        options: Settings of formats, as ``PLUGIN_NAME=value``.

    Returns:
        The report.

    Raises:
        CiteconvError: Nothing could be done: an input is missing or in an unknown format, the output cannot be written,
            or no input holds a record.
    """
    expect(str, from_=from_, to=to, encoding=encoding, merge=merge)
    expect(bool, strict=strict)
    expect(int, split=split)
    expect(Limits, limits=limits)
    report = _own_report(report)
    files = _files(inputs)
    _check_usage(files, merge, split)
    lacking = _missing(missing, report)
    settings = checked(options, report)
    entry = output_format(to, output)
    check_collisions(files, {"output": output, "rejects": rejects}, entry, split)
    report.output = entry.format.name
    note_name(output, entry, report)
    if not merge:
        note_repeats(files, report)
    with _timed(report), Conversion(report, strict) as conversion:
        opened = partial(Input, from_=from_, encoding=encoding, report=report, settings=settings)
        conversion.open_inputs(files, partial(opened, limits=limits or USUAL_LIMITS))
        note_unused(settings, report, read=[given.entry for given in conversion.inputs], written=[entry])
        conversion.open_outputs(output, rejects, entry, split)
        run = Run(report, conversion.rejects)
        found = _looked_through(read_all(run, conversion.inputs, entry), report, merge, lacking)
        in_bytes = partial(written, run=run, entry=entry, settings=settings_for(entry, settings, path_of(output)))
        _tell_progress(conversion.write(found, in_bytes), progress, report)
        check_sums(report, conversion.counts, run.defining)
        conversion.finish()
    return report


# -- inside


def _own_report(report: Report | None) -> Report:
    """Return the report of a run: the one that was given, or a new one."""
    expect(Report, report=report)
    return report or Report()


@contextmanager
def _timed(report: Report) -> Iterator[None]:
    """Put into the report how long the body of the ``with`` took, however it ends."""
    started = time.perf_counter()
    try:
        yield
    finally:
        report.seconds = time.perf_counter() - started


def _check_usage(files: list[File], merge: str, split: int) -> None:
    """Refuse arguments that make no sense to ``convert``."""
    if not files:
        raise UsageError("no input; name a file, or several")
    if merge and merge not in WAYS_TO_MERGE:
        raise UsageError(f"merge: {merge!r} is none of {', '.join(WAYS_TO_MERGE)}{did_you_mean(merge, WAYS_TO_MERGE)}")
    if split and split < 0:
        raise UsageError(f"split: {split} is less than one record a file")


def _files(inputs: File | Iterable[File]) -> list[File]:
    """Return the files as a list; an open file is one file, although it can be iterated."""
    if isinstance(inputs, (str, bytes, os.PathLike)) or hasattr(inputs, "read") or not isinstance(inputs, Iterable):
        return [cast(File, inputs)]
    return list(inputs)


def _looked_through(found: Iterator[Found], report: Report, merge: str, wanted: Missing | None) -> Iterator[Found]:
    """Return what was found, with records merged and reported for what they lack, if that is asked for."""
    if merge:
        from citeconv.merging import Merger

        found = Merger(report, merge).merged(found)
    return wanted.checked(found) if wanted else found


def _tell_progress(pieces: Iterator[None], progress: Callable[[Report], None] | None, report: Report) -> None:
    """Let all pieces of the output be written, and call ``progress`` now and then."""
    due = time.perf_counter() + 0.2
    for _ in pieces:
        if progress is not None and time.perf_counter() > due:
            progress(report)
            due = time.perf_counter() + 0.1


def _missing(fields: Iterable[str] | None, report: Report) -> Missing | None:
    """Return what reports records without a value in one of the fields; None if no field is given."""
    paths = fields.split(",") if isinstance(fields, str) else list(fields or ())
    if not paths:
        return None
    from citeconv.missing import Missing

    return Missing(report, paths)


def _warn(report: Report) -> None:
    """Warn about rejected records where nobody gave a report to take them."""
    total = report.total
    if total.rejected:
        first = next(t.first for (code, _), t in report.tallies.items() if CODES[code] == "error")
        warnings.warn(
            f"{total.rejected} of {total.read} records rejected; first: {first}",
            RejectedRecordWarning,
            stacklevel=_callers_level(),
        )


def _callers_level() -> int:
    """Return how many calls above ``_warn`` the caller of this module is."""
    level, frame = 1, sys._getframe(1)
    while frame.f_globals is globals() and frame.f_back is not None:
        level, frame = level + 1, frame.f_back
    return level


def _to_dump(
    format: str, options: dict[str, Any], report: Report, file: object = "-"
) -> tuple[Registered, dict[str, Any]]:
    """Return the format to write and its settings, from the arguments of ``dump``."""
    expect(str, format=format)
    with naming.asked_by("dump"):
        return output_format(format, file), checked(options, report)


def _pieces(
    citations: Iterable[Citation], entry: Registered, settings: dict[str, Any], report: Report, file: object = "-"
) -> Iterator[bytes]:
    if isinstance(citations, Citation):
        raise UsageError("citations are written from a list; there is one alone: put it into brackets, [citation]")
    note_unused(settings, report, written=[entry])
    counts = Counts(input=GIVEN, format="citation")
    report.inputs.append(counts)
    run = Run(report)
    found = take_given(run, citations, counts)
    yield from written(found, run, entry, settings_for(entry, settings, path_of(file)), framed=True)
    check_sums(report, [counts])


def _leftovers(report: Report) -> int:
    """Return how many leftovers a report has."""
    tally = report.tallies.get(("leftover", ""))
    return tally.count if tally else 0
