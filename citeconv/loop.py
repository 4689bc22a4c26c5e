"""The loop between readers and a writer: every record that is found is written, rejected or merged, and counted.

Inputs and an output format go in, the bytes of the output come out, and the report is filled. A damaged record, or a
plugin that raises, costs that record and never the batch.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from citeconv.citation import FIELDS, Citation
from citeconv.detect import looks_like
from citeconv.errors import INTERRUPTS, CiteconvError, RecordError
from citeconv.format import Format, Leftover, Record, Rest
from citeconv.guards import as_bytes, bug, check_piece, check_spread, frame_of, guarded
from citeconv.inputs import Input
from citeconv.losses import LossCheck, TypeCheck, without_surrogates, wrong_types
from citeconv.plugins import Registered
from citeconv.rejects import Original, Rejects
from citeconv.report import Counts, Diagnostic, Report, name_of
from citeconv.source import Source
from citeconv.values.texts import SURROGATE, change_texts

WAYS_TO_MERGE = ("ids", "titles")
"""How to tell that records are of the same work: by identifiers alone, or also by title, year and first page."""

LOOKED_AT = 20
"""Records of an input whose values are held against their types; all of them once there was one that is not."""

WITHDRAWN = ("retracted", "withdrawn")
"""What the status of a work is, whatever another database knows of it."""

LONG = 200
"""Characters from which on a leftover may be records of another format, and is looked at: banners are shorter."""

_HALVES = "a half of a surrogate pair became U+FFFD"
_NULS = "NUL left out, which makes a file no text"


class Item(msgspec.Struct, gc=False):
    """A citation with what the loop needs to know of its record, or of its records."""

    citation: Citation
    line: int
    originals: tuple[Original, ...] = ()


Found = tuple[Counts, Item | Leftover]
"""What there is to write, with the counts of the input in which it was found."""


class Run:
    """One conversion: what is read or given, one writer, one report."""

    def __init__(self, report: Report, rejects: Rejects | None) -> None:
        self.report = report
        self.rejects = rejects
        self.defining: set[str] = set()  # names of inputs with blocks of their format that are no records: ``@string``
        self._types = TypeCheck()
        self._followed: dict[str, Format[Any]] = {}  # by plugin, the last reader that others of it follow

    # -- reading

    def found(self, inputs: Iterable[Input], output: Registered) -> Iterator[Found]:
        """Yield what the inputs hold, one after the other.

        Args:
            inputs: Read in turn.
            output: The format to write; leftovers of its own plugin's formats may go into it.
        """
        takes = output.format.working().write_leftover is not Format.write_leftover
        for given in inputs:
            for item in self.read(given, takes and given.entry.plugin == output.plugin):
                yield given.counts, item

    def given(self, citations: Iterable[Citation], counts: Counts) -> Iterator[Found]:
        """Yield citations that a program has made, those that are none apart."""
        check = TypeCheck()
        for citation in citations:
            counts.read += 1
            try:
                whole = check(citation)
            except RecordError as error:
                self._reject(counts, 0, (), error, "unwritable-record")
            else:
                yield counts, Item(whole, 0)

    def read(self, given: Input, leftovers: bool) -> Iterator[Item | Leftover]:
        """Yield the citations of one input, and its leftovers if the output may want them."""
        self.report.inputs.append(given.counts)
        source = given.source()
        try:
            reader = given.entry.make(given.settings)
            self._follow(reader, given)
            for record in self._split(reader, source, given.name):
                if isinstance(record, Leftover):
                    if self._is_left(record, given, source, leftovers):
                        yield record
                    continue
                given.counts.read += 1
                citation = self._parsed(reader, record, given, source)
                if citation is not None:
                    if reader.notes:
                        self._notes(reader, given.name, record.line, citation)
                    if citation.status in WITHDRAWN:
                        self._tell_withdrawn(citation, given.name, record.line)
                    yield Item(citation, record.line, self._originals(source, record))
            for line, message in source.notes:
                self.report.add(Diagnostic(code="encoding", message=message, file=given.name, line=line))
        finally:
            source.close()

    def _follow(self, reader: Format[Any], given: Input) -> None:
        """Let a reader know that of the input before, if files of its format complete each other."""
        if type(reader).follow is Format.follow:
            return
        before = self._followed.get(given.entry.plugin)
        self._followed[given.entry.plugin] = reader
        try:
            if before is not None:
                reader.follow(before)
        except INTERRUPTS:
            raise
        except BaseException as error:
            message = f"{bug(reader, 'follow', error)}; the inputs before are not heeded"
            self.report.add(Diagnostic(code="plugin-bug", message=message, file=given.name))

    def _is_left(self, leftover: Leftover, given: Input, source: Source, wanted: bool) -> bool:
        """Whether text that is no record is handed on; if not, it is told of, or rejected as another format's."""
        if leftover.context is not None:
            self.defining.add(given.name)
        if isinstance(leftover, Rest):
            if self.rejects is not None:
                self.rejects.go_on(source.original(leftover))
        elif fault := _foreign(leftover, given.entry):
            given.counts.read += 1
            self._reject(given.counts, leftover.line, self._originals(source, leftover), fault, "foreign-records")
        elif wanted:
            return True
        elif leftover.data.strip():
            self._tell_leftover(leftover, given.name, source)
        return False

    def _parsed(self, reader: Format[Any], record: Record, given: Input, source: Source) -> Citation | None:
        """Return the citation in a record; None if it is rejected."""
        try:
            if fault := source.fault_of(record):
                raise RecordError(fault)
            if given.doubtful and (wrong := _foreign(record, given.entry)):
                raise wrong
            citation = reader.parse(record)
            if type(citation) is not Citation:
                raise TypeError(f"parse returned {type(citation).__name__}, not a citeconv.Citation")
            if given.counts.read <= LOOKED_AT or given.mistyped:
                self._check_types(citation, given)
            check_spread(citation, len(record.data))
            return citation
        except RecordError as error:
            self._not_read(reader, record, given, source, error, "damaged-record")
        except INTERRUPTS:
            raise
        except BaseException as error:
            self._not_read(reader, record, given, source, bug(reader, "reader", error), "plugin-bug")
        return None

    def _check_types(self, citation: Citation, given: Input) -> None:
        """Refuse values that are not of their types: who gives a number for a text does so from the first record on."""
        try:
            self._types(citation)
        except RecordError as error:
            given.mistyped = True
            raise TypeError(str(error)) from None

    def _not_read(
        self, reader: Format[Any], record: Record, given: Input, source: Source, error: RecordError, code: str
    ) -> None:
        """Reject a record that cannot be read, and drop the guesses that were made of it."""
        reader.notes.clear()
        self._reject(given.counts, record.line, self._originals(source, record), error, code)

    def _originals(self, source: Source, record: Record) -> tuple[Original, ...]:
        """Return a record as it was found, if rejected ones are kept."""
        if self.rejects is None:
            return ()
        return (Original(record.preamble, source.original(record), source.line_end),)

    def _split(self, reader: Format[Any], source: Source, name: str) -> Iterator[Record]:
        line = 1
        try:
            pieces = reader.split(source)
            if not isinstance(pieces, Iterable):
                raise TypeError(f"split returned {type(pieces).__name__}; let it yield records")
            for record in pieces:
                check_piece(record)
                line = record.line
                yield record
        except (CiteconvError, *INTERRUPTS):
            raise
        except BaseException as error:
            message = f"{bug(reader, 'splitter', error)}; the rest of the input is not read"
            self.report.add(Diagnostic(code="plugin-bug", message=message, file=name, line=line))

    def _reject(
        self,
        counts: Counts,
        line: int,
        originals: tuple[Original, ...],
        error: RecordError,
        code: str,
        who: str = "",
    ) -> None:
        counts.rejected += 1
        place = line + error.line - 1 if error.line else line
        self.report.add(Diagnostic(code=code, message=str(error), file=counts.input, line=place, record=who))
        if self.rejects is not None:
            for original in originals:
                self.rejects.add(original)

    def _notes(self, format_: Format[Any], name: str, line: int, citation: Citation | None) -> None:
        for within, message in format_.notes:
            place = line + within - 1 if within else line
            self.report.add(Diagnostic(code="guess", message=message, file=name, line=place, record=name_of(citation)))
        format_.notes.clear()

    def _tell_withdrawn(self, citation: Citation, name: str, line: int) -> None:
        """Say that a work should not be cited as if nothing had happened; its retraction is a work of its own."""
        message = f"this work was {citation.status}"
        self.report.add(Diagnostic(code="retracted", message=message, file=name, line=line, record=name_of(citation)))

    def _tell_leftover(self, record: Leftover, name: str, source: Source | None = None) -> None:
        text, line = record.data.lstrip(), _first_line(record)
        offset = source.offset(line) if source else None
        words = " ".join(text[:1000].split()[:8])
        place = "" if offset is None else f", line at byte {offset}"
        message = f"text that belongs to no record ({len(text.rstrip())} characters{place}): {words[:60]}"
        self.report.add(Diagnostic(code="leftover", message=message, file=name, line=line))

    # -- writing

    def write(
        self, found: Iterable[Found], entry: Registered, settings: dict[str, Any], framed: bool = False
    ) -> Iterator[bytes]:
        """Yield the output in pieces, the first when the first record is there.

        Args:
            found: What to write.
            entry: The format to write.
            settings: Its settings.
            framed: Whether no records make an empty output of the format, rather than none.
        """
        self.report.output = entry.format.name
        writer = entry.make(settings)
        check = LossCheck(writer.carries)
        arranged = guarded(writer, writer.arranges)
        separator = frame_of(writer, "separator", writer.separator)
        opening: bytes | None = None  # the frame before the first record, asked for before that is written
        pending, began = b"", False  # the separator or the opening, and whether anything went out
        for counts, item in self._arranged(found, writer) if arranged else found:
            if opening is None:
                opening = pending = frame_of(writer, "begin", guarded(writer, writer.begin))
            if isinstance(item, Leftover):
                data = self._leftover(writer, item, counts.input)
            else:
                data = self._record(writer, check, item, counts)
            if data is None:
                continue
            yield pending + data
            pending, began = separator, True
        if framed and not began:
            yield opening if opening is not None else frame_of(writer, "begin", guarded(writer, writer.begin))
            began = True
        if began:
            yield frame_of(writer, "end", guarded(writer, writer.end))

    def _arranged(self, found: Iterable[Found], writer: Format[Any]) -> Iterator[Found]:
        """Yield all records in the order of the writer's ``arrange``, behind the leftovers, which have none."""
        leftovers: list[Found] = []
        items: list[tuple[Counts, Item]] = []
        for counts, item in found:
            if isinstance(item, Item):
                items.append((counts, item))
            else:
                leftovers.append((counts, item))
        ordered = self._in_order(writer, items)
        yield from leftovers
        by_identity = {id(item.citation): place for place, (_, item) in enumerate(items)}
        alike: dict[tuple[str, ...], list[int]] = {}
        for place in reversed(range(len(items))):
            alike.setdefault(_likeness(items[place][1].citation), []).append(place)
        left = dict.fromkeys(range(len(items) if ordered is not None else 0))
        for citation in ordered or ():
            place = by_identity.get(id(citation), -1)
            candidates = alike.get(_likeness(citation), [])
            while place not in left and candidates:  # a changed copy: it stands for the first alike not yet seen
                place = candidates.pop()
            if place in left:
                del left[place]
                counts, item = items[place]
                yield counts, Item(citation, item.line, item.originals)
        for place in left:
            counts, item = items[place]
            lost = RecordError(f"bug in the {writer.name} writer: arrange did not return this record")
            self._reject(counts, item.line, item.originals, lost, "plugin-bug", name_of(item.citation))

    def _in_order(self, writer: Format[Any], items: list[tuple[Counts, Item]]) -> list[Citation] | None:
        """Return the citations as the writer arranges them; None where it fails, which costs all of them."""
        try:
            ordered = list(writer.arrange([item.citation for _, item in items]))
            odd = [each for each in ordered if not isinstance(each, Citation)]
            if odd:
                raise TypeError(f"arrange returned {type(odd[0]).__name__} among the citations")
            return ordered
        except INTERRUPTS:
            raise
        except BaseException as error:
            for counts, item in items:
                self._reject(counts, item.line, item.originals, bug(writer, "arranging", error), "plugin-bug")
            return None

    def _record(self, writer: Format[Any], check: LossCheck, item: Item, counts: Counts) -> bytes | None:
        """Return a record as the writer has it; None if it is rejected."""
        citation, text = item.citation, None
        try:
            text = writer.write(citation)
            data = as_bytes(text)
            lost = check(citation)
        except UnicodeEncodeError as error:
            return self._without_halves(writer, check, item, counts, text, error)
        except RecordError as error:
            self._not_written(writer, item, counts, error, "unwritable-record")
        except INTERRUPTS:
            raise
        except BaseException as error:
            if fault := wrong_types(citation):  # those that a program made were looked at before
                wrong = RecordError(f"bug in the {counts.format} reader: {fault}")
                self._not_written(writer, item, counts, wrong, "plugin-bug", named=False)
            else:
                self._not_written(writer, item, counts, bug(writer, "writer", error), "plugin-bug")
        else:
            if b"\0" in data and isinstance(text, str):
                data = self._without_nuls(writer, item, counts, data)
            self._written(writer, item, counts, lost)
            return data
        return None

    def _without_nuls(self, writer: Format[Any], item: Item, counts: Counts, data: bytes) -> bytes:
        """Return a record of text without the NULs in the values of its citation: no program would open it as text."""
        _, changed = change_texts(lambda text: text.replace("\0", ""), item.citation, FIELDS)
        if not changed:  # they are the format's own
            return data
        told = [field for field in changed if field in writer.carries] or changed
        self._carried_in_part([(field, _NULS) for field in told], item, counts)
        return data.replace(b"\0", b"")

    def _without_halves(
        self, writer: Format[Any], check: LossCheck, item: Item, counts: Counts, text: Any, error: UnicodeEncodeError
    ) -> bytes | None:
        """Return a record that holds halves of surrogate pairs, which no encoding has, without them.

        Args:
            writer: The writer.
            check: Finds what is not carried.
            item: The record.
            counts: Those of its input.
            text: What the writer made of it; None if that is where it failed.
            error: What was raised.
        """
        whole, changed = without_surrogates(item.citation)
        if not changed:
            self._not_written(writer, item, counts, bug(writer, "writer", error), "plugin-bug")
            return None
        again = Item(whole, item.line, item.originals)
        self._carried_in_part([(field, _HALVES) for field in changed], again, counts)
        if text is None:
            _forget(writer)
            return self._record(writer, check, again, counts)
        self._written(writer, again, counts, check(whole))
        return SURROGATE.sub("\ufffd", text).encode()

    def _not_written(
        self, writer: Format[Any], item: Item, counts: Counts, error: RecordError, code: str, named: bool = True
    ) -> None:
        """Reject a record that cannot be written, and drop what the writer said of it."""
        _forget(writer)
        self._reject(counts, item.line, item.originals, error, code, name_of(item.citation) if named else "")

    def _written(self, writer: Format[Any], item: Item, counts: Counts, lost: tuple[str, ...]) -> None:
        """Count a record, and report what it lost on the way."""
        counts.written += 1
        if writer.kept_paths:
            lost = tuple([path for path in lost if path not in writer.kept_paths])
            writer.kept_paths.clear()
        if lost:
            self.report.add_losses(lost, counts.input, item.line, name_of(item.citation))
        if writer.losses:
            self._carried_in_part(writer.losses, item, counts)
            writer.losses.clear()
        if writer.notes:
            self._notes(writer, counts.input, item.line, item.citation)

    def _carried_in_part(self, losses: list[tuple[str, str]], item: Item, counts: Counts) -> None:
        """Report fields of a record that are carried in part, with each reason once."""
        fields: set[str] = set()
        for field, why in dict.fromkeys(losses):
            loss = Diagnostic(
                code="carried-in-part",
                message=f"{field}: {why}",
                file=counts.input,
                line=item.line,
                record=name_of(item.citation),
                field=field,
            )
            self.report.add(loss, again=field in fields)
            fields.add(field)

    def _leftover(self, writer: Format[Any], leftover: Leftover, name: str) -> bytes | None:
        try:
            text = writer.write_leftover(leftover)
            data = None if text is None else as_bytes(text)
            self._notes(writer, name, _first_line(leftover), None)
        except INTERRUPTS:
            raise
        except BaseException as error:
            message = str(bug(writer, "writer", error))
            self.report.add(Diagnostic(code="plugin-bug", message=message, file=name, line=leftover.line))
            data = None
        if data is None and leftover.data.strip():
            self._tell_leftover(leftover, name)
        return data or None


def _first_line(leftover: Leftover) -> int:
    """Return the line of a leftover that is its first with anything in it."""
    return leftover.line + leftover.data.count("\n", 0, len(leftover.data) - len(leftover.data.lstrip()))


# -- inside


def _forget(writer: Format[Any]) -> None:
    """Drop what a writer said of a record that is not written, or is written again."""
    writer.losses.clear()
    writer.kept_paths.clear()
    writer.notes.clear()


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


def _likeness(citation: Citation) -> tuple[str, ...]:
    return citation.pmid, citation.doi, citation.key, citation.title
