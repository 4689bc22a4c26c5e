"""The loop between readers and a writer: every record that is found is written, rejected or merged, and counted.

Inputs and an output format go in, the bytes of the output come out, and a report fills. A damaged record, or a plugin
that raises, costs that record and never the batch. Every input is opened and recognised before the first byte of
output, so a missing file costs nothing but a message.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from typing import IO, Any

import msgspec

from citeconv.citation import Citation
from citeconv.detect import detect, looks_like
from citeconv.errors import FAULTS, CiteconvError, PluginError, RecordError
from citeconv.format import Format, Leftover, Record, Rest
from citeconv.losses import LossCheck, TypeCheck, without_surrogates, wrong_types
from citeconv.plugins import Registered, registry
from citeconv.report import Counts, Diagnostic, Report
from citeconv.sink import Sink
from citeconv.source import Limits, Source
from citeconv.values.texts import SURROGATE

SPREAD, ENOUGH = 100, 1_000_000
"""How many times as long as a record its affiliations may be where they are written out for each of its people, and the
number of people times the length of the record up to which that is not looked at."""

LONG = 200
"""Characters from which on a leftover may be records of another format, and is looked at: banners are shorter."""

_HALVES = "a half of a surrogate pair became U+FFFD"

File = str | os.PathLike[str] | IO[bytes] | IO[str]


class Item(msgspec.Struct, gc=False):
    """A citation with what the loop needs to know of its record."""

    citation: Citation
    line: int
    original: Original | None


class Original(msgspec.Struct, gc=False):
    """A record as it was found, with what must stand before it in a file of its own, and how lines end there."""

    preamble: str
    data: bytes
    line_end: str


class Rejects:
    """The file of rejected records: each verbatim, behind what it needs to be read alone, before two blank lines."""

    def __init__(self, sink: Sink) -> None:
        self._sink = sink
        self._preamble = ""
        self._line_ends = b""  # at the end of the last record: they count if more of it follows
        self._end = b""  # what goes behind it
        self._open = False

    def add(self, original: Original) -> None:
        """Take a record."""
        self._close()
        if original.preamble != self._preamble:
            self._preamble = original.preamble
            text = original.preamble.replace("\n", original.line_end)
            self._sink.write(text.encode("utf-8", "surrogatepass"))
        self._end = 3 * original.line_end.encode()
        self.go_on(original.data)

    def go_on(self, data: bytes) -> None:
        """Take more of the last record."""
        text = data.rstrip(b"\r\n")
        if text:
            self._sink.write(self._line_ends + text)
            self._line_ends = b""
        self._line_ends += data[len(text) :]
        self._open = True

    def finish(self) -> None:
        """Take note that no more comes: all is on the disk, or the disk is full."""
        self._close()
        self._sink.finish()

    def place(self) -> None:
        """Put the file in its place, if there is anything in it."""
        self._sink.place()

    def _close(self) -> None:
        if self._open:
            self._sink.write(self._end)
        self._open, self._line_ends = False, b""


class Input:
    """One input: recognised at once, read when its turn comes."""

    def __init__(
        self, file: File, from_: str, encoding: str, report: Report, settings: dict[str, Any], limits: Limits
    ) -> None:
        self.file, self.encoding, self.limits = file, encoding, limits
        source = Source(file, encoding, limits=limits, binary=True)
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
        self.doubtful = bool(from_ and remark)
        self.settings = settings_for(entry, settings)
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
        source = self._source or Source(self.file, self.encoding, limits=self.limits, binary=True)
        self._source = None
        return source


class Run:
    """One conversion: some inputs, one writer, one report."""

    frames_nothing = False
    """Whether no records make an empty output of the format, rather than none."""

    def __init__(self, report: Report, rejects: Rejects | None) -> None:
        self.report = report
        self.rejects = rejects
        self.defining: set[str] = set()  # names of inputs with blocks of their format that are no records: ``@string``

    # -- reading

    def read(self, given: Input, leftovers: bool) -> Iterator[Item | Leftover]:
        """Yield the citations of one input, and its leftovers if the output may want them."""
        self.report.inputs.append(given.counts)
        counts, name = given.counts, given.name
        source = given.source()
        try:
            reader = given.entry.make(given.settings)
            parse, keep = reader.parse, self.rejects is not None
            for record in self._split(reader, source, name):
                if isinstance(record, Leftover):
                    if record.context is not None:
                        self.defining.add(name)
                    if isinstance(record, Rest):
                        if self.rejects is not None:
                            self.rejects.go_on(source.original(record))
                    elif fault := _foreign(record, given.entry):
                        counts.read += 1
                        self._reject(counts, record.line, _original(source, record, keep), fault, "foreign-records")
                    elif leftovers:
                        yield record
                    elif record.data.strip():
                        self._tell_leftover(record, name, source)
                    continue
                counts.read += 1
                try:
                    if record.fault:
                        raise RecordError(record.fault)
                    if given.doubtful and (wrong := _foreign(record, given.entry)):
                        raise wrong
                    citation = parse(record)
                    people = len(citation.author) + len(citation.editor) + len(citation.contributor)
                    if people * len(record.data) > ENOUGH:
                        _check_spread(citation, len(record.data))
                except RecordError as error:
                    reader.notes.clear()
                    self._reject(counts, record.line, _original(source, record, keep), error, "damaged-record")
                    continue
                except FAULTS as error:
                    reader.notes.clear()
                    bug = _bug(reader, "reader", error)
                    self._reject(counts, record.line, _original(source, record, keep), bug, "plugin-bug")
                    continue
                if reader.notes:
                    self._notes(reader, name, record.line, citation)
                yield Item(citation, record.line, _original(source, record, keep))
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
        except FAULTS as error:
            message = f"{_bug(reader, 'splitter', error)}; the rest of the input is not read"
            self.report.add(Diagnostic(code="plugin-bug", message=message, file=name, line=line))

    def _reject(
        self, counts: Counts, line: int, original: Original | None, error: RecordError, code: str, who: str = ""
    ) -> None:
        counts.rejected += 1
        place = line + error.line - 1 if error.line else line
        self.report.add(Diagnostic(code=code, message=str(error), file=counts.input, line=place, record=who))
        if self.rejects is not None and original is not None:
            self.rejects.add(original)

    def _notes(self, format_: Format[Any], name: str, line: int, citation: Citation | None) -> None:
        for within, message in format_.notes:
            place = line + within - 1 if within else line
            self.report.add(Diagnostic(code="guess", message=message, file=name, line=place, record=_who(citation)))
        format_.notes.clear()

    def _tell_leftover(self, record: Leftover, name: str, source: Source | None = None) -> None:
        text = record.data.lstrip()
        line = record.line + record.data.count("\n", 0, len(record.data) - len(text))
        offset = source.offset(line) if source else None
        words = " ".join(text[:1000].split()[:8])
        place = "" if offset is None else f", line at byte {offset}"
        message = f"text that belongs to no record ({len(text.rstrip())} characters{place}): {words[:60]}"
        self.report.add(Diagnostic(code="leftover", message=message, file=name, line=line))

    # -- writing

    def write(self, inputs: Iterable[Input], entry: Registered, settings: dict[str, Any]) -> Iterator[bytes]:
        """Yield the output in pieces, the first when the first record is there."""
        self.report.output = entry.format.name
        writer = entry.make(settings)
        check = LossCheck(writer.carries)
        arranged = _guarded(writer, writer.arranges)
        separator = _frame(writer, "separator", writer.separator)
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
                pending, began = _frame(writer, "begin", _guarded(writer, writer.begin)), True
            yield pending + data
            pending = separator
        if self.frames_nothing and not began:
            pending, began = _frame(writer, "begin", _guarded(writer, writer.begin)), True
            yield pending
        if began:
            yield _frame(writer, "end", _guarded(writer, writer.end))

    def _in_turn(self, _inputs: Iterable[Input], _writer: Format[Any]) -> Iterator[tuple[Counts, Item | Leftover]]:
        takes = type(_writer).write_leftover is not Format.write_leftover
        for given in _inputs:
            own = takes and given.entry.plugin == registry().get(_writer.name).plugin
            for item in self.read(given, own):
                yield given.counts, item

    def _arranged(self, inputs: Iterable[Input], writer: Format[Any]) -> Iterator[tuple[Counts, Item | Leftover]]:
        """Hand all citations to the writer's ``arrange``, and find each one's record again afterwards."""
        items = [(counts, item) for counts, item in self._in_turn(inputs, writer) if isinstance(item, Item)]
        by_identity = {id(item.citation): place for place, (_, item) in enumerate(items)}
        alike: dict[tuple[str, ...], list[int]] = {}
        for place in reversed(range(len(items))):
            alike.setdefault(_likeness(items[place][1].citation), []).append(place)
        left = dict.fromkeys(range(len(items)))
        try:
            ordered = list(writer.arrange([item.citation for _, item in items]))
        except FAULTS as error:
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
                yield counts, Item(citation, item.line, item.original)
        for place in left:
            counts, item = items[place]
            lost = RecordError(f"bug in the {writer.name} writer: arrange did not return this record")
            self._reject(counts, item.line, item.original, lost, "plugin-bug", _who(item.citation))

    def _record(self, writer: Format[Any], check: LossCheck, item: Item, counts: Counts) -> bytes | None:
        citation, text = item.citation, None
        try:
            text = writer.write(citation)
            data = _bytes(text)
            lost = check(citation)
        except UnicodeEncodeError as error:
            whole, changed = without_surrogates(citation)
            if not changed:
                _forget(writer)
                self._reject(counts, item.line, item.original, _bug(writer, "writer", error), "plugin-bug", _who(whole))
                return None
            again = Item(whole, item.line, item.original)
            self._carried_in_part([(field, _HALVES) for field in changed], again, counts)
            if text is None:
                _forget(writer)
                return self._record(writer, check, again, counts)
            citation, data, lost = whole, SURROGATE.sub("\ufffd", text).encode(), check(whole)
        except RecordError as error:
            _forget(writer)
            self._reject(counts, item.line, item.original, error, "unwritable-record", _who(citation))
            return None
        except FAULTS as error:
            _forget(writer)
            if fault := wrong_types(citation):
                self._reject(counts, item.line, item.original, RecordError(fault), "unwritable-record")
                return None
            bug = _bug(writer, "writer", error)
            self._reject(counts, item.line, item.original, bug, "plugin-bug", _who(citation))
            return None
        counts.written += 1
        if writer.kept_paths:
            lost = tuple([path for path in lost if path not in writer.kept_paths])
            writer.kept_paths.clear()
        if lost:
            self.report.add_losses(lost, counts.input, item.line, _who(citation))
        if writer.losses:
            self._carried_in_part(writer.losses, item, counts)
            writer.losses.clear()
        if writer.notes:
            self._notes(writer, counts.input, item.line, citation)
        return data

    def _carried_in_part(self, losses: list[tuple[str, str]], item: Item, counts: Counts) -> None:
        for field, why in losses:
            self.report.add(
                Diagnostic(
                    code="carried-in-part",
                    message=f"{field}: {why}",
                    file=counts.input,
                    line=item.line,
                    record=_who(item.citation),
                    field=field,
                )
            )

    def _leftover(self, writer: Format[Any], leftover: Leftover, name: str) -> bytes | None:
        try:
            text = writer.write_leftover(leftover)
            data = None if text is None else _bytes(text)
        except FAULTS as error:
            message = str(_bug(writer, "writer", error))
            self.report.add(Diagnostic(code="plugin-bug", message=message, file=name, line=leftover.line))
            data = None
        if data is None and leftover.data.strip():
            self._tell_leftover(leftover, name)
        return data or None


class Given(Run):
    """A run over citations that are there already; an empty list is written as one."""

    frames_nothing = True

    def __init__(self, report: Report, citations: Iterable[Citation], counts: Counts) -> None:
        super().__init__(report, None)
        self._citations, self._counts = citations, counts

    def _in_turn(self, _inputs: Iterable[Input], _writer: Format[Any]) -> Iterator[tuple[Counts, Item | Leftover]]:
        check = TypeCheck()
        for citation in self._citations:
            self._counts.read += 1
            if fault := check(citation):
                self._reject(self._counts, 0, None, RecordError(fault), "unwritable-record")
            else:
                yield self._counts, Item(citation, 0, None)


# -- inside


def _guarded(writer: Format[Any], frame: Callable[[], Any]) -> Any:
    try:
        return frame()
    except CiteconvError:
        raise
    except FAULTS as error:
        raise PluginError(str(_bug(writer, frame.__name__, error))) from error


def _frame(writer: Format[Any], part: str, text: Any) -> bytes:
    """Return what stands around records as bytes."""
    try:
        return _bytes(text)
    except TypeError as error:
        raise PluginError(str(_bug(writer, part, error))) from error


def settings_for(entry: Registered, options: dict[str, Any], output: object = "-") -> dict[str, Any]:
    """Return the settings of a format: the options given, and what the ending of the output's path stands for."""
    settings = {}
    for option in entry.format.options:
        name = option.parameter(entry.plugin)
        if name in options:
            settings[option.name] = options[name]
        elif option.suffixes:
            path = path_of(output).lower()
            for ending in sorted(option.suffixes, key=len):  # the longest that fits is the last to be taken
                if path.endswith(ending):
                    settings[option.name] = option.suffixes[ending]
    return settings


def path_of(file: object) -> str:
    """Return the path of an output, ``-`` if it has none."""
    return os.fsdecode(file) if isinstance(file, (str, os.PathLike)) else "-"


def _forget(writer: Format[Any]) -> None:
    """Drop what a writer said of a record that is not written, or is written again."""
    writer.losses.clear()
    writer.kept_paths.clear()


def _check_spread(citation: Citation, size: int) -> None:
    """Refuse a long affiliation that is shared by so many that no output could hold it."""
    people = (*citation.author, *citation.editor, *citation.contributor)
    spread = sum([len(place.text) for name in people for place in name.affiliations])
    if spread > SPREAD * size:
        raise RecordError(f"affiliations would come to {spread:,} characters, written out for {len(people):,} people")


def _foreign(piece: Record, own: Registered) -> RecordError | None:
    """Return what to say of a piece of an input that another format knows for its own, and not that of the input."""
    text = piece.data.strip()
    if len(text) < LONG or not (others := looks_like(text, own)):
        return None
    names = " or ".join(entry.format.name for entry in others)
    return RecordError(
        f"{len(text):,} characters that are no record of {own.format.name} look like {names}; "
        "put them into a file of their own, to be read as that"
    )


def _original(source: Source, record: Record, keep: bool) -> Original | None:
    return Original(record.preamble, source.original(record), source.line_end) if keep else None


def _bug(format_: Format[Any], part: str, error: BaseException) -> RecordError:
    return RecordError(f"bug in the {format_.name} {part}: {type(error).__name__}: {error}")


def _who(citation: Citation | None) -> str:
    if citation is None:
        return ""
    return f"PMID {citation.pmid}" if citation.pmid else citation.doi or citation.key or citation.title[:40]


def _likeness(citation: Citation) -> tuple[str, ...]:
    return citation.pmid, citation.doi, citation.key, citation.title


def _bytes(text: Any) -> bytes:
    if isinstance(text, str):
        return text.encode()
    if isinstance(text, bytes):
        return text
    raise TypeError(f"text or bytes expected, got {type(text).__name__}")
