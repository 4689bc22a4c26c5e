"""From inputs to items: each input is split into records, and each record parsed into a citation.

A damaged record, or a reader that raises, costs that record only. A splitter that raises costs the rest of its input.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from msgspec.structs import replace

from citeconv import naming
from citeconv.citation import Citation
from citeconv.detect import Foreign, looks_like
from citeconv.errors import INTERRUPTS, CiteconvError, RecordError
from citeconv.format import Format, Leftover, Record, Rest
from citeconv.guards import bug, check_piece, check_spread
from citeconv.inputs import Input
from citeconv.losses import TypeCheck
from citeconv.plugins import Registered
from citeconv.rejects import Original
from citeconv.report import Counts, Diagnostic, name_of
from citeconv.run import Found, Item, Run

LOOKED_AT = 20
"""How many records of an input have the types of their values checked; once a value was wrong, all others are, too."""

WITHDRAWN = ("retracted", "withdrawn")
"""The statuses of works that should not be cited as if nothing had happened."""

_APART = "put them into a file of their own, to be read as that"
LONG = 200
"""Characters from which on a leftover may hold records of another format, and is checked; banners are shorter."""


def read_all(run: Run, inputs: Iterable[Input], output: Registered) -> Iterator[Found]:
    """Yield what the inputs hold, one input after the other.

    Args:
        run: Counts and reports.
        inputs: Read in turn.
        output: The format to write, which may have a place for leftovers of its own plugin's formats.
    """
    takes_leftovers = output.format.working().write_leftover is not Format.write_leftover
    readers: dict[str, Format[Any]] = {}
    for given in inputs:
        own_output = given.entry.plugin == output.plugin
        for item in _Reading(run, given, readers, own_output).items(takes_leftovers and own_output):
            yield given.counts, item


def read_one(run: Run, given: Input) -> Iterator[Item]:
    """Yield the citations of one input."""
    for item in _Reading(run, given, {}).items(leftovers_wanted=False):
        if isinstance(item, Item):
            yield item


def take_given(run: Run, citations: Iterable[Citation], counts: Counts) -> Iterator[Found]:
    """Yield the citations that a program made, and reject whatever else is among them."""
    check = TypeCheck()
    for citation in citations:
        counts.read += 1
        try:
            checked = check(citation)
        except RecordError as error:
            run.reject(counts, 0, (), error, "unwritable-record")
        else:
            yield counts, Item(checked, 0)


class _Reading:
    """One input while it is read.

    Args:
        run: Counts and reports.
        given: The input.
        readers: By plugin, the reader of the last input of one of its formats; this one's is put there.
        written_back: Whether a format of the same plugin writes what is read.
    """

    def __init__(self, run: Run, given: Input, readers: dict[str, Format[Any]], written_back: bool = False) -> None:
        self._run = run
        self._given = given
        self._readers = readers
        self._written_back = written_back
        self._check_types = TypeCheck()

    def items(self, leftovers_wanted: bool) -> Iterator[Item | Leftover]:
        """Yield the citations of the input, and its leftovers if the output may have a place for them."""
        given, run = self._given, self._run
        run.report.inputs.append(given.counts)
        self._source = source = given.source()
        try:
            self._reader = reader = given.entry.make(given.settings)
            reader.written_back = self._written_back
            self._follow_reader_before()
            for record in self._unmixed() if given.entry.format.open_ended else self._split():
                if isinstance(record, Leftover):
                    if self._keeps_leftover(record, leftovers_wanted):
                        yield record
                    continue
                given.counts.read += 1
                citation = self._parse(record)
                if citation is not None:
                    if reader.notes:
                        run.report_guesses(reader.notes, given.name, record.line, citation)
                    if citation.status in WITHDRAWN:
                        self._report_withdrawn(citation, record.line)
                    yield Item(citation, record.line, self._originals(record))
            for line, message in source.notes:
                run.report.add(Diagnostic(code="encoding", message=message, file=given.name, line=line))
        finally:
            source.close()

    def _follow_reader_before(self) -> None:
        """Show the reader that of the input before, where files of its format complete each other."""
        reader, plugin = self._reader, self._given.entry.plugin
        if type(reader).follow is Format.follow:
            return
        before = self._readers.get(plugin)
        self._readers[plugin] = reader
        try:
            if before is not None:
                reader.follow(before)
        except INTERRUPTS:
            raise
        except BaseException as error:
            message = f"{bug(reader, 'follow', error)}; the inputs before are not heeded"
            self._run.report_bug(message, self._given.name)

    def _split(self) -> Iterator[Record]:
        reader, line = self._reader, 1
        try:
            pieces = reader.split(self._source)
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
            self._run.report_bug(message, self._given.name, line)

    def _unmixed(self) -> Iterator[Record]:
        """Yield what the reader cuts, and apart from a record what was pasted behind it from another format's export.

        Only records are searched that may hold so much: those near the end of the input, and any that is longer than
        twice all before.
        """
        foreign, longest = Foreign(self._given.entry), 0
        for record in self._split():
            size = len(record.data)
            if type(record) is Record and (size > longest or self._source.at_end):
                longest = max(longest, 2 * size)
                if start := foreign.start(record.data):
                    yield replace(record, data=record.data[:start], raw=record.part(0, start).raw)
                    yield record.part(start, size, Leftover)
                    continue
            yield record

    def _keeps_leftover(self, leftover: Leftover, wanted: bool) -> bool:
        """Return whether text that is no record is handed on to the writer; if not, it is reported or rejected here."""
        given, run = self._given, self._run
        if leftover.context is not None:
            run.defining.add(given.name)
        if isinstance(leftover, Rest):
            if run.rejects is not None:
                run.rejects.go_on(self._source.original(leftover))
        elif fault := _foreign(leftover, given):
            given.counts.read += 1
            run.reject(given.counts, leftover.line, self._originals(leftover), fault, "foreign-records")
        elif wanted:
            return True
        elif leftover.data.strip():
            run.report_leftover(leftover, given.name, self._source)
        return False

    def _parse(self, record: Record) -> Citation | None:
        """Return the citation in a record; None if it is rejected."""
        given, reader = self._given, self._reader
        try:
            if fault := self._source.fault_of(record):
                raise RecordError(fault)
            if given.doubtful and (foreign := _foreign(record, given)):
                raise foreign
            citation = reader.parse(record)
            if type(citation) is not Citation:
                raise TypeError(f"parse returned {type(citation).__name__}, not a citeconv.Citation")
            if given.counts.read <= LOOKED_AT or given.mistyped:
                self._refuse_wrong_types(citation)
            check_spread(citation, len(record.data))
            return citation
        except RecordError as error:
            self._reject(record, error, "damaged-record")
        except INTERRUPTS:
            raise
        except BaseException as error:
            self._reject(record, bug(reader, "reader", error), "plugin-bug")
        return None

    def _refuse_wrong_types(self, citation: Citation) -> None:
        """Refuse values that are not of their types: a reader with that fault shows it in its first records."""
        try:
            self._check_types(citation)
        except RecordError as error:
            self._given.mistyped = True
            raise TypeError(str(error)) from None

    def _reject(self, record: Record, error: RecordError, code: str) -> None:
        """Reject a record that cannot be read, and forget the guesses that its reader made."""
        self._reader.notes.clear()
        self._run.reject(self._given.counts, record.line, self._originals(record), error, code)

    def _originals(self, record: Record) -> tuple[Original, ...]:
        """Return a record as it was found, if rejected ones are kept."""
        if self._run.rejects is None:
            return ()
        return (Original(record.preamble, self._source.original(record), self._source.line_end),)

    def _report_withdrawn(self, citation: Citation, line: int) -> None:
        message, record = f"this work was {citation.status}", name_of(citation)
        note = Diagnostic(code="retracted", message=message, file=self._given.name, line=line, record=record)
        self._run.report.add(note)


def _foreign(piece: Record, given: Input) -> RecordError | None:
    """Return why a piece of an input cannot be read: it looks like another format than the input's own.

    Args:
        piece: A leftover, or a record of an input that as a whole does not look like the format that was told.
        given: The input.
    """
    text = piece.data.strip()
    short = len(text) < LONG and isinstance(piece, Leftover)
    if short or not (others := looks_like(text, given.entry)):
        return None
    names = [entry.format.name for entry in others]
    cure = f"{naming.said('reads', *names)} reads them" if given.doubtful else _APART
    what = f"{len(text):,} characters that are no record of {given.entry.format.name} look like {' or '.join(names)}"
    return RecordError(f"{what}; {cure}")
