"""The loop between a reader and a writer, and the library's verbs: load, iterload, dump, convert.

Inputs are split and parsed record by record, written one by one, counted and reported. A damaged record, or a
plugin that raises, costs that record and never the batch. Every input is opened and recognised
before the first byte of output, so a missing file costs nothing but a message.
"""

from __future__ import annotations

import io
import os
import time
import warnings
from collections.abc import Callable, Iterable, Iterator
from typing import IO, Any

import msgspec

from citeconv.citation import Citation
from citeconv.detect import detect
from citeconv.errors import CiteconvError, RecordError, SourceError, UnknownFormatError, UsageError
from citeconv.format import Format, Leftover, Record
from citeconv.losses import LossCheck
from citeconv.plugins import Registered, registry
from citeconv.report import CODES, Counts, Diagnostic, Report
from citeconv.sink import Sink
from citeconv.source import Source

File = str | os.PathLike[str] | IO[bytes] | IO[str]


class RejectedRecordWarning(UserWarning):
    """Records could not be read and nobody was listening; give a ``Report`` to learn of each."""


class _Item(msgspec.Struct, gc=False):
    """A citation with what the loop needs to know of its record."""

    citation: Citation
    line: int
    original: bytes


class _Input:
    """One input: recognised at once, read when its turn comes."""

    def __init__(self, file: File, from_: str, encoding: str, report: Report, settings: dict[str, Any]) -> None:
        self.file, self.encoding = file, encoding
        source = Source(file, encoding)
        try:
            entry, remark = detect(source, from_)
        except BaseException:
            source.close()
            raise
        self.name = source.name
        self.counts = Counts(input=self.name, format=entry.format.name)
        if remark:
            report.add(Diagnostic(code="detection", message=remark, file=self.name))
        self.entry = entry
        self.settings = _settings_for(entry, settings)
        self._source: Source | None = source
        if source.reopenable:  # thousands of files must not stay open together
            source.close()
            self._source = None

    def discard(self) -> None:
        """Close it if it was never read."""
        if self._source is not None:
            self._source.close()

    def source(self) -> Source:
        """Return the input, open at its beginning."""
        source = self._source or Source(self.file, self.encoding)
        self._source = None
        return source


class _Run:
    """One conversion: some inputs, one writer, one report."""

    frames_nothing = False
    """Whether no records make an empty output of the format, rather than none."""

    def __init__(self, report: Report, rejects: Sink | None) -> None:
        self.report = report
        self.rejects = rejects

    # -- reading

    def read(self, given: _Input, leftovers: bool) -> Iterator[_Item | Leftover]:
        """Yield the citations of one input, and its leftovers if the output may want them."""
        self.report.inputs.append(given.counts)
        counts, name = given.counts, given.name
        source = given.source()
        try:
            reader = _make(given.entry, given.settings)
            parse, keep = reader.parse, self.rejects is not None
            for record in self._split(reader, source, name):
                if isinstance(record, Leftover):
                    if leftovers:
                        yield record
                    elif record.data.strip():
                        self.report.add(_leftover(record, name))
                    continue
                counts.read += 1
                try:
                    if record.fault:
                        raise RecordError(record.fault)
                    citation = parse(record)
                except RecordError as error:
                    reader.notes.clear()
                    self._reject(counts, record.line, _original(source, record, keep), error, "damaged-record")
                    continue
                except Exception as error:
                    reader.notes.clear()
                    bug = _bug(reader, "reader", error)
                    self._reject(counts, record.line, _original(source, record, keep), bug, "plugin-bug")
                    continue
                if reader.notes:
                    self._notes(reader, name, record.line, citation)
                yield _Item(citation, record.line, _original(source, record, keep))
            for line, message in source.notes:
                self.report.add(Diagnostic(code="encoding", message=message, file=name, line=line))
        finally:
            source.close()

    def _split(self, reader: Format[Any], source: Source, name: str) -> Iterator[Record]:
        line = 1
        try:
            for record in reader.split(source):
                line = record.line
                yield record
        except CiteconvError:
            raise
        except Exception as error:
            message = f"{_bug(reader, 'splitter', error)}; the rest of the input is not read"
            self.report.add(Diagnostic(code="plugin-bug", message=message, file=name, line=line))

    def _reject(self, counts: Counts, line: int, original: bytes, error: RecordError, code: str, who: str = "") -> None:
        counts.rejected += 1
        place = line + error.line - 1 if error.line else line
        self.report.add(Diagnostic(code=code, message=str(error), file=counts.input, line=place, record=who))
        if self.rejects is not None:
            self.rejects.write(original.rstrip(b"\r\n") + b"\n\n\n")

    def _notes(self, format_: Format[Any], name: str, line: int, citation: Citation | None) -> None:
        for within, message in format_.notes:
            place = line + within - 1 if within else line
            self.report.add(
                Diagnostic(code="guess", message=message, file=name, line=place, record=_who(citation))
            )
        format_.notes.clear()

    # -- writing

    def write(self, inputs: Iterable[_Input], entry: Registered, settings: dict[str, Any]) -> Iterator[bytes]:
        """Yield the output in pieces, the first when the first record is there."""
        self.report.output = entry.format.name
        writer = _make(entry, settings)
        check = LossCheck(writer.carries)
        arranged = _guarded(writer, writer.arranges)
        separator = _bytes(writer.separator)
        pending = b""  # the separator, or the frame before the first record
        began = False
        for counts, item in self._arranged(inputs, writer) if arranged else self._in_turn(inputs, writer):
            if isinstance(item, Leftover):
                data = self._leftover(writer, item, counts.input)
            else:
                data = self._record(writer, check, item, counts)
            if data is None:
                continue
            if not began:
                pending, began = _bytes(_guarded(writer, writer.begin)), True
            yield pending + data
            pending = separator
        if self.frames_nothing and not began:
            pending, began = _bytes(_guarded(writer, writer.begin)), True
            yield pending
        if began:
            yield _bytes(_guarded(writer, writer.end))

    def _in_turn(self, _inputs: Iterable[_Input], _writer: Format[Any]) -> Iterator[tuple[Counts, _Item | Leftover]]:
        takes = type(_writer).write_leftover is not Format.write_leftover
        for given in _inputs:
            own = takes and given.entry.plugin == registry().get(_writer.name).plugin
            for item in self.read(given, own):
                yield given.counts, item

    def _arranged(self, inputs: Iterable[_Input], writer: Format[Any]) -> Iterator[tuple[Counts, _Item | Leftover]]:
        """Hand all citations to the writer's ``arrange``, and find each one's record again afterwards."""
        items = [(counts, item) for counts, item in self._in_turn(inputs, writer) if isinstance(item, _Item)]
        by_identity = {id(item.citation): place for place, (_, item) in enumerate(items)}
        alike: dict[tuple[str, ...], list[int]] = {}
        for place in reversed(range(len(items))):
            alike.setdefault(_likeness(items[place][1].citation), []).append(place)
        left = dict.fromkeys(range(len(items)))
        try:
            ordered = list(writer.arrange([item.citation for _, item in items]))
        except Exception as error:
            for counts, item in items:
                self._reject(counts, item.line, item.original, _bug(writer, "arranging", error), "plugin-bug")
            return
        for citation in ordered:
            place = by_identity.get(id(citation), -1)
            candidates = alike.get(_likeness(citation), [])
            while place not in left and candidates:  # a changed copy: it stands for the first alike not yet seen
                place = candidates.pop()
            if place in left:
                del left[place]
                counts, item = items[place]
                yield counts, _Item(citation, item.line, item.original)
        for place in left:
            counts, item = items[place]
            lost = RecordError(f"bug in the {writer.name} writer: arrange did not return this record")
            self._reject(counts, item.line, item.original, lost, "plugin-bug", _who(item.citation))

    def _record(self, writer: Format[Any], check: LossCheck, item: _Item, counts: Counts) -> bytes | None:
        citation = item.citation
        try:
            text = writer.write(citation)
            data = text.encode() if isinstance(text, str) else text
        except RecordError as error:
            writer.losses.clear()
            self._reject(counts, item.line, item.original, error, "unwritable-record", _who(citation))
            return None
        except Exception as error:
            writer.losses.clear()
            bug = _bug(writer, "writer", error)
            self._reject(counts, item.line, item.original, bug, "plugin-bug", _who(citation))
            return None
        counts.written += 1
        lost = check(citation)
        if lost:
            self.report.add_losses(lost, counts.input, item.line, _who(citation))
        if writer.losses:
            for field, why in writer.losses:
                self.report.add(
                    Diagnostic(
                        code="carried-in-part",
                        message=f"{field}: {why}",
                        file=counts.input,
                        line=item.line,
                        record=_who(citation),
                        field=field,
                    )
                )
            writer.losses.clear()
        if writer.notes:
            self._notes(writer, counts.input, item.line, citation)
        return data

    def _leftover(self, writer: Format[Any], leftover: Leftover, name: str) -> bytes | None:
        try:
            text = writer.write_leftover(leftover)
        except Exception as error:
            message = str(_bug(writer, "writer", error))
            self.report.add(Diagnostic(code="plugin-bug", message=message, file=name, line=leftover.line))
            text = None
        if text is None and leftover.data.strip():
            self.report.add(_leftover(leftover, name))
        return None if text is None else _bytes(text)


# -- the library's verbs


def iterload(
    file: File, format: str = "", *, encoding: str = "", report: Report | None = None, **options: Any
) -> Iterator[Citation]:
    """Yield the citations of a file one by one, in flat memory.

    Args:
        file: Path, ``-`` for standard input, or an open file, binary or text.
        format: Name of the format; empty to find out from the content.
        encoding: Codec to force; empty to find out.
        report: Takes counts and diagnostics. Without one, a ``RejectedRecordWarning`` at the end tells of rejected
            records.
        options: Settings of formats, as ``PLUGIN_NAME=value``.

    Raises:
        CiteconvError: The file cannot be read, or its format not told.
    """
    account = report or Report()
    settings = _checked(options)
    given = _Input(file, format, encoding, account, settings)
    run = _Run(account, None)
    for item in run.read(given, leftovers=False):
        if isinstance(item, _Item):
            given.counts.written += 1
            yield item.citation
    if report is None and given.counts.rejected:
        first = next(t.first for (code, _), t in account.tallies.items() if CODES[code] == "error")
        warnings.warn(
            f"{given.counts.rejected} of {given.counts.read} records rejected; first: {first}",
            RejectedRecordWarning,
            stacklevel=2,
        )


def load(
    file: File, format: str = "", *, encoding: str = "", report: Report | None = None, **options: Any
) -> list[Citation]:
    """Return all citations of a file; arguments as for ``iterload``."""
    return list(iterload(file, format, encoding=encoding, report=report, **options))


def loads(text: str | bytes, format: str = "", *, report: Report | None = None, **options: Any) -> list[Citation]:
    """Return all citations in a text; arguments as for ``iterload``."""
    stream: IO[Any] = io.BytesIO(text) if isinstance(text, bytes) else io.StringIO(text, newline="")
    return load(stream, format, report=report, **options)


def dump(
    citations: Iterable[Citation],
    file: str | os.PathLike[str] | IO[bytes],
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
        report: Takes counts and diagnostics; a new one by default.
        options: Settings of formats, as ``PLUGIN_NAME=value``.

    Returns:
        The report: what was written, rejected, lost.

    Raises:
        CiteconvError: The format is unknown, or the file cannot be written.
    """
    account = report or Report()
    entry = output_format(format, file)
    sink = Sink(file)
    try:
        for piece in _pieces(citations, entry, account, options):
            sink.write(piece)
        sink.commit()
    except BaseException:
        sink.discard()
        raise
    return account


def dumps(citations: Iterable[Citation], format: str, *, report: Report | None = None, **options: Any) -> str:
    """Return citations as text in a format; for a binary format use ``dump``. Arguments as for ``dump``."""
    pieces = _pieces(citations, output_format(format), report or Report(), options)
    return b"".join(pieces).decode()


def convert(
    inputs: File | list[File] | tuple[File, ...],
    output: str | os.PathLike[str] | IO[bytes] = "-",
    *,
    from_: str = "",
    to: str = "",
    encoding: str = "",
    strict: bool = False,
    rejects: str | os.PathLike[str] | IO[bytes] | None = None,
    report: Report | None = None,
    progress: Callable[[Report], None] | None = None,
    **options: Any,
) -> Report:
    """Convert files to one output, record by record, in flat memory.

    Args:
        inputs: One file or several, of one format or several.
        output: Path, ``-`` for standard output, or an open binary file.
        from_: Format of the inputs; empty to find out for each.
        to: Format of the output; empty to take it from the ending of its path.
        encoding: Codec of the inputs; empty to find out for each.
        strict: Write nothing at all if a record is rejected or a field lost.
        rejects: Where rejected records go, verbatim; not made if there are none.
        report: Takes counts and diagnostics; a new one by default.
        progress: Called now and then with the report so far.
        options: Settings of formats, as ``PLUGIN_NAME=value``.

    Returns:
        The report.

    Raises:
        CiteconvError: Nothing could be done: an input is missing or unknown, the output cannot be written, or no input
            holds a record.
    """
    started = time.perf_counter()
    account = report or Report()
    files = list(inputs) if isinstance(inputs, (list, tuple)) else [inputs]
    settings = _checked(options)
    entry = output_format(to, output)
    account.output = entry.format.name
    _note_repeats(files, account)
    given: list[_Input] = []
    sinks: list[Sink] = []
    try:
        given.extend(_Input(file, from_, encoding, account, settings) for file in files)
        reject_sink = Sink(rejects) if rejects is not None else None
        sinks += [reject_sink] if reject_sink else []
        sink = Sink(output, hold=strict)
        sinks.append(sink)
        run = _Run(account, reject_sink)
        due = started + 0.2
        for piece in run.write(given, entry, _settings_for(entry, settings)):
            sink.write(piece)
            if progress is not None and time.perf_counter() > due:
                progress(account)
                due = time.perf_counter() + 0.1
        account.seconds = time.perf_counter() - started
        _check_sums(account)
        if strict and (account.count("error") or account.count("loss")):
            sink.discard()
        else:
            sink.commit()
        if reject_sink is not None:
            reject_sink.commit()
    except BaseException:
        for one in given:
            one.discard()
        for one_sink in sinks:
            one_sink.discard()
        raise
    return account


def output_format(name: str, file: object = "-") -> Registered:
    """Return the format to write: by name, else by the ending of the path.

    Raises:
        UnknownFormatError: No such format, or none can be told from the path.
    """
    if name:
        return registry().get(name, "write")
    path = os.fspath(file) if isinstance(file, (str, os.PathLike)) else "-"
    found = registry().by_suffix(str(path), "write") if path != "-" else []
    if len(found) == 1:
        return found[0]
    if found:
        names = " or ".join(entry.format.name for entry in found)
        raise UnknownFormatError(f"{path}: its ending fits several formats; say --to {names}")
    names = ", ".join(n for n, entry in registry().formats.items() if entry.format.writes())
    why = f"{path}: no format has its ending;" if path != "-" else "which format to write?"
    raise UnknownFormatError(f"{why} say --to FORMAT; there are {names}")


# -- inside


def _pieces(
    citations: Iterable[Citation], entry: Registered, account: Report, options: dict[str, Any]
) -> Iterator[bytes]:
    counts = Counts(input="<citations>", format="citation")
    account.inputs.append(counts)
    run = _Given(account, citations, counts)
    yield from run.write([], entry, _settings_for(entry, _checked(options)))
    _check_sums(account)


class _Given(_Run):
    """A run over citations that are there already; an empty list is written as one."""

    frames_nothing = True

    def __init__(self, report: Report, citations: Iterable[Citation], counts: Counts) -> None:
        super().__init__(report, None)
        self._citations, self._counts = citations, counts

    def _in_turn(self, _inputs: Iterable[_Input], _writer: Format[Any]) -> Iterator[tuple[Counts, _Item | Leftover]]:
        for citation in self._citations:
            self._counts.read += 1
            yield self._counts, _Item(citation, 0, b"")


def _make(entry: Registered, settings: dict[str, Any]) -> Format[Any]:
    try:
        return entry.format(settings)
    except (CiteconvError, RecordError):
        raise
    except Exception as error:
        raise CiteconvError(
            f"bug in plugin {entry.plugin} ({entry.distribution} {entry.version}): "
            f"format {entry.format.name} cannot be set up: {type(error).__name__}: {error}"
        ) from error


def _guarded(writer: Format[Any], frame: Callable[[], Any]) -> Any:
    try:
        return frame()
    except CiteconvError:
        raise
    except Exception as error:
        raise CiteconvError(f"{_bug(writer, frame.__name__, error)}") from error


def _checked(options: dict[str, Any]) -> dict[str, Any]:
    """Return the options after a look that each is known and its value allowed."""
    known = {
        f"{entry.plugin}-{option.name}".replace("-", "_"): option
        for entry in registry().formats.values()
        for option in entry.format.options
    }
    for name, value in options.items():
        option = known.get(name)
        if option is None:
            import difflib

            near = difflib.get_close_matches(name, known, n=1)
            raise UsageError(f"unknown option {name!r}" + (f"; did you mean {near[0]}?" if near else ""))
        if option.choices and value not in option.choices:
            raise UsageError(f"{name}: {value!r} is none of {', '.join(option.choices)}")
        if option.check is not None:
            try:
                option.check(value)
            except ValueError as error:
                raise UsageError(f"{name}: {error}") from None
    return options


def _note_repeats(files: list[File], account: Report) -> None:
    """Say so where a file is named twice: its records come twice."""
    seen = set()
    for file in files:
        if isinstance(file, (str, os.PathLike)):
            path = os.path.realpath(file)
            if path in seen:
                message = "this file is named more than once; its records are converted each time"
                account.add(Diagnostic(code="repeated-input", message=message, file=os.fsdecode(file)))
            seen.add(path)


def _settings_for(entry: Registered, options: dict[str, Any]) -> dict[str, Any]:
    settings = {}
    for option in entry.format.options:
        name = f"{entry.plugin}-{option.name}".replace("-", "_")
        if name in options:
            settings[option.name] = options[name]
    return settings


def _original(source: Source, record: Record, keep: bool) -> bytes:
    return source.original(record) if keep else b""


def _leftover(record: Leftover, name: str) -> Diagnostic:
    words = " ".join(record.data.split()[:8])
    size = len(record.data.strip())
    message = f"text that belongs to no record ({size} characters): {words[:60]}"
    return Diagnostic(code="leftover", message=message, file=name, line=record.line)


def _bug(format_: Format[Any], part: str, error: Exception) -> RecordError:
    return RecordError(f"bug in the {format_.name} {part}: {type(error).__name__}: {error}")


def _who(citation: Citation | None) -> str:
    if citation is None:
        return ""
    return f"PMID {citation.pmid}" if citation.pmid else citation.doi or citation.key or citation.title[:40]


def _likeness(citation: Citation) -> tuple[str, ...]:
    return citation.pmid, citation.doi, citation.key, citation.title


def _bytes(text: Any) -> bytes:
    return text.encode() if isinstance(text, str) else bytes(text)


def _check_sums(report: Report) -> None:
    """Hold the run to the law, and refuse to call an input without records a success."""
    for counts in report.inputs:
        if not counts.add_up():
            message = (
                f"records do not add up: {counts.read} read, {counts.written} written, {counts.rejected} rejected, "
                f"{counts.merged} merged; the fault is in {counts.format} or {report.output}"
            )
            report.add(Diagnostic(code="miscount", message=message, file=counts.input))
    empty = [counts for counts in report.inputs if not counts.read and counts.input != "<citations>"]
    if empty and not report.total.read:
        names = ", ".join(f"{counts.input} ({counts.format})" for counts in empty)
        raise SourceError(f"{names}: no records found; nothing written")
    for counts in empty:
        report.add(Diagnostic(code="no-records", message=f"no {counts.format} records found", file=counts.input))
