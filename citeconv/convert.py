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
"""Of what is given as a text and may be meant as the name of a file."""


class RejectedRecordWarning(UserWarning):
    """Records could not be read or written and nobody was listening; give a ``Report`` to learn of each."""


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
        report: Takes counts and diagnostics. Without one, a ``RejectedRecordWarning`` at the end tells of rejected
            records.
        limits: Bounds for hostile inputs: the longest record, the largest unpacked size.
        options: Settings of formats, as ``PLUGIN_NAME=value``.

    Raises:
        CiteconvError: The file cannot be read, its format not told, or no record found in all its text.
    """
    expect(str, format=format, encoding=encoding)
    expect(Limits, limits=limits)
    account = _account(report)
    before = _text_of_nobody(account)
    with naming.asked_by("load"):  # not while it is read: between two citations the caller asks for other things
        settings = checked(options, account)
        given = Input(file, format, encoding, account, settings, limits or USUAL_LIMITS)
    note_unused(settings, account, read=[given.entry])
    for item in read_one(Run(account), given):
        given.counts.written += 1
        yield item.citation
    if not given.counts.read and _text_of_nobody(account) > before:
        raise no_records([given.counts], account)
    if report is None:
        _warn(account)


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
        report: Takes counts and diagnostics. Without one, a ``RejectedRecordWarning`` tells of citations that were not
            written, as well as the report that is returned.
        options: Settings of formats, as ``PLUGIN_NAME=value``.

    Returns:
        The report: what was written, rejected, lost.

    Raises:
        CiteconvError: The format is unknown, or the file cannot be written.
    """
    account = _account(report)
    entry, settings = _to_dump(format, options, account, file)
    note_name(file, entry, account)
    sink = Sink(file)
    with _timed(account):
        try:
            for piece in _pieces(citations, entry, settings, account, file):
                sink.write(piece)
            sink.commit()
        except BaseException:
            sink.discard()
            raise
    if report is None:
        _warn(account)
    return account


def dumps(citations: Iterable[Citation], format: str, *, report: Report | None = None, **options: Any) -> str:
    """Return citations as text in a format; for a binary format use ``dump``. Arguments as for ``dump``."""
    account = _account(report)
    data = b"".join(_pieces(citations, *_to_dump(format, options, account), account))
    try:
        text = data.decode()
    except UnicodeDecodeError:
        raise UsageError(f"{account.output} is no text; dump(citations, io.BytesIO(), ...) takes its bytes") from None
    if report is None:
        _warn(account)
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
        output: Path, ``-`` for standard output, or an open binary file. It may be an input, whose place it then takes.
        from_: Format of the inputs; empty to find out for each.
        to: Format of the output; empty to take it from the ending of its path.
        encoding: Codec of the inputs; empty to find out for each.
        strict: Write nothing at all if a record is rejected or a field lost.
        merge: How to find records of the same work, which are made one: ``ids`` by PMID, PMCID and DOI, ``titles`` also
            by title, year and first page. Empty to write each; else all are held until the last is read.
        missing: Fields in which each record should have a value (``doi``, ``issued.month``, or one of ``page/number``);
            the report has a note for each that has none.
        split: The most records of a file; ``refs.ris`` then makes ``refs-1.ris``, ``refs-2.ris`` and so on, each as if
            its records were converted alone. 0 to write one file, whatever their number.
        rejects: Where rejected records go, verbatim; not made if there are none.
        report: Takes counts and diagnostics, as it may for several runs; a new one by default.
        limits: Bounds for hostile inputs: the longest record, the largest unpacked size.
        progress: Called now and then with the report so far.
        options: Settings of formats, as ``PLUGIN_NAME=value``.

    Returns:
        The report.

    Raises:
        CiteconvError: Nothing could be done: an input is missing or unknown, the output cannot be written, or no input
            holds a record.
    """
    expect(str, from_=from_, to=to, encoding=encoding, merge=merge)
    expect(bool, strict=strict)
    expect(int, split=split)
    expect(Limits, limits=limits)
    account = _account(report)
    files = _files(inputs)
    _check_usage(files, merge, split)
    lacking = _missing(missing, account)
    settings = checked(options, account)
    entry = output_format(to, output)
    check_collisions(files, {"output": output, "rejects": rejects}, entry, split)
    account.output = entry.format.name
    note_name(output, entry, account)
    if not merge:
        note_repeats(files, account)
    with _timed(account), Conversion(account, strict) as conversion:
        opened = partial(Input, from_=from_, encoding=encoding, report=account, settings=settings)
        conversion.open_inputs(files, partial(opened, limits=limits or USUAL_LIMITS))
        note_unused(settings, account, read=[given.entry for given in conversion.inputs], written=[entry])
        conversion.open_outputs(output, rejects, entry, split)
        run = Run(account, conversion.rejects)
        found = _looked_through(read_all(run, conversion.inputs, entry), account, merge, lacking)
        in_bytes = partial(written, run=run, entry=entry, settings=settings_for(entry, settings, path_of(output)))
        _tell_progress(conversion.write(found, in_bytes), progress, account)
        check_sums(account, conversion.counts, run.defining)
        conversion.finish()
    return account


# -- inside


def _account(report: Report | None) -> Report:
    """Return the report of a run: that which was given, or a new one."""
    expect(Report, report=report)
    return report or Report()


@contextmanager
def _timed(account: Report) -> Iterator[None]:
    """Say in the report how long what is done took, however it ends."""
    started = time.perf_counter()
    try:
        yield
    finally:
        account.seconds = time.perf_counter() - started


def _check_usage(files: list[File], merge: str, split: int) -> None:
    """Refuse values that ``convert`` can do nothing with."""
    if not files:
        raise UsageError("no input; name a file, or several")
    if merge and merge not in WAYS_TO_MERGE:
        raise UsageError(f"merge: {merge!r} is none of {', '.join(WAYS_TO_MERGE)}{did_you_mean(merge, WAYS_TO_MERGE)}")
    if split and split < 0:
        raise UsageError(f"split: {split} is less than one record a file")


def _files(inputs: File | Iterable[File]) -> list[File]:
    """Return the files that were given, of which an open one could be gone through as well."""
    if isinstance(inputs, (str, bytes, os.PathLike)) or hasattr(inputs, "read") or not isinstance(inputs, Iterable):
        return [cast(File, inputs)]
    return list(inputs)


def _looked_through(found: Iterator[Found], account: Report, merge: str, wanted: Missing | None) -> Iterator[Found]:
    """Return what was found with records of the same work made one, and those told of that lack something."""
    if merge:
        from citeconv.merging import Merger

        found = Merger(account, merge).merged(found)
    return wanted.told(found) if wanted else found


def _tell_progress(pieces: Iterator[None], progress: Callable[[Report], None] | None, account: Report) -> None:
    """Go through the pieces of the output, and tell now and then how far it is."""
    due = time.perf_counter() + 0.2
    for _ in pieces:
        if progress is not None and time.perf_counter() > due:
            progress(account)
            due = time.perf_counter() + 0.1


def _missing(fields: Iterable[str] | None, account: Report) -> Missing | None:
    """Return what tells of records without a value in some field, if that is asked for."""
    paths = fields.split(",") if isinstance(fields, str) else list(fields or ())
    if not paths:
        return None
    from citeconv.missing import Missing

    return Missing(account, paths)


def _warn(account: Report) -> None:
    """Warn of records that were rejected while nobody listened."""
    total = account.total
    if total.rejected:
        first = next(t.first for (code, _), t in account.tallies.items() if CODES[code] == "error")
        warnings.warn(
            f"{total.rejected} of {total.read} records rejected; first: {first}",
            RejectedRecordWarning,
            stacklevel=_callers_level(),
        )


def _callers_level() -> int:
    """Return how many calls above ``_warn`` the first is that is not of this module."""
    level, frame = 1, sys._getframe(1)
    while frame.f_globals is globals() and frame.f_back is not None:
        level, frame = level + 1, frame.f_back
    return level


def _to_dump(
    format: str, options: dict[str, Any], account: Report, file: object = "-"
) -> tuple[Registered, dict[str, Any]]:
    """Return the format to write and its settings, as ``dump`` was told them."""
    expect(str, format=format)
    with naming.asked_by("dump"):
        return output_format(format, file), checked(options, account)


def _pieces(
    citations: Iterable[Citation], entry: Registered, settings: dict[str, Any], account: Report, file: object = "-"
) -> Iterator[bytes]:
    if isinstance(citations, Citation):
        raise UsageError("citations are written from a list; there is one alone: put it into brackets, [citation]")
    note_unused(settings, account, written=[entry])
    counts = Counts(input=GIVEN, format="citation")
    account.inputs.append(counts)
    run = Run(account)
    found = take_given(run, citations, counts)
    yield from written(found, run, entry, settings_for(entry, settings, path_of(file)), framed=True)
    check_sums(account, [counts])


def _text_of_nobody(report: Report) -> int:
    """Return how often a report tells of text that belongs to no record."""
    told = report.tallies.get(("leftover", ""))
    return told.count if told else 0
