"""From items to the bytes of one output: each citation is written, and what the format cannot carry is reported.

A citation that cannot be written, or a writer that raises, costs that record only. A fault in the frame around the
records ends the run.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from citeconv.citation import FIELDS, Citation
from citeconv.errors import INTERRUPTS, RecordError
from citeconv.format import Leftover
from citeconv.guards import as_bytes, bug, frame_of, guarded
from citeconv.losses import LossCheck, without_surrogates, wrong_types
from citeconv.plugins import Registered
from citeconv.report import Counts, Diagnostic, name_of
from citeconv.run import Found, Item, Run, first_line
from citeconv.values.texts import SURROGATE, change_texts

_HALVES = "a half of a surrogate pair became U+FFFD"
_NULS = "NUL left out, which makes a file no text"


def written(
    found: Iterable[Found], run: Run, entry: Registered, settings: dict[str, Any], framed: bool = False
) -> Iterator[bytes]:
    """Yield the output in pieces, the first one with the first record.

    Args:
        found: What to write.
        run: Counts and reports.
        entry: The format to write.
        settings: Its settings.
        framed: Whether the frame is written even if there are no records: an empty array, say, rather than nothing.
    """
    return _Writing(run, entry, settings).pieces(found, framed)


class _Writing:
    """One output while it is written."""

    def __init__(self, run: Run, entry: Registered, settings: dict[str, Any]) -> None:
        run.report.output = entry.format.name
        self._run = run
        self._writer = entry.make(settings)
        self._lost_paths = LossCheck(self._writer.carries)

    def pieces(self, found: Iterable[Found], framed: bool) -> Iterator[bytes]:
        """Yield the opening, the records with separators between them, and the end."""
        writer = self._writer
        arranges = guarded(writer, writer.arranges)
        separator = frame_of(writer, "separator", writer.separator)
        opening: bytes | None = None  # asked for when the first record is there, before that is written
        pending, began = b"", False  # the opening or a separator, due before the next record; whether anything went out
        for counts, item in self._arranged(found) if arranges else found:
            if opening is None:
                opening = pending = frame_of(writer, "begin", guarded(writer, writer.begin))
            data = self._leftover(item, counts.input) if isinstance(item, Leftover) else self._record(item, counts)
            if data is None:
                continue
            yield pending + data
            pending, began = separator, True
        if framed and not began:
            yield opening if opening is not None else frame_of(writer, "begin", guarded(writer, writer.begin))
            began = True
        if began:
            yield frame_of(writer, "end", guarded(writer, writer.end))

    # -- in the writer's own order

    def _arranged(self, found: Iterable[Found]) -> Iterator[Found]:
        """Yield the leftovers, which have no place in the order, then all records as the writer arranges them."""
        items: list[tuple[Counts, Item]] = []
        leftovers: list[Found] = []
        for counts, item in found:
            if isinstance(item, Item):
                items.append((counts, item))
            else:
                leftovers.append((counts, item))
        ordered = self._in_order(items)
        yield from leftovers
        if ordered is None:
            return
        missing = dict.fromkeys(range(len(items)))
        for place, citation in _matched(ordered, [item.citation for _, item in items]):
            del missing[place]
            counts, item = items[place]
            yield counts, Item(citation, item.line, item.originals)
        for place in missing:
            lost = RecordError(f"bug in the {self._writer.name} writer: arrange did not return this record")
            self._reject(*items[place], lost, "plugin-bug")

    def _in_order(self, items: list[tuple[Counts, Item]]) -> list[Citation] | None:
        """Return the citations as the writer arranges them; None where it fails, which costs all of them."""
        writer = self._writer
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
                self._run.reject(counts, item.line, item.originals, bug(writer, "arranging", error), "plugin-bug")
            return None

    # -- one record

    def _record(self, item: Item, counts: Counts) -> bytes | None:
        """Return a record as the writer has it; None if it is rejected."""
        writer, text = self._writer, None
        try:
            text = writer.write(item.citation)
            data = as_bytes(text)
            lost = self._lost_paths(item.citation)
        except UnicodeEncodeError as error:
            return self._record_without_halves(item, counts, text, error)
        except RecordError as error:
            self._reject(counts, item, error, "unwritable-record")
        except INTERRUPTS:
            raise
        except BaseException as error:
            if fault := wrong_types(item.citation):  # of a reader: what programs give was checked before
                blamed = RecordError(f"bug in the {counts.format} reader: {fault}")
                self._reject(counts, item, blamed, "plugin-bug", named=False)
            else:
                self._reject(counts, item, bug(writer, "writer", error), "plugin-bug")
        else:
            if b"\0" in data and isinstance(text, str):
                data = self._without_nuls(item, counts, data)
            self._count(item, counts, lost)
            return data
        return None

    def _without_nuls(self, item: Item, counts: Counts, data: bytes) -> bytes:
        """Return the text of a record without the NULs of its values: no program would open it as text."""
        _, changed = change_texts(lambda text: text.replace("\0", ""), item.citation, FIELDS)
        if not changed:  # they are the format's own
            return data
        told = [field for field in changed if field in self._writer.carries] or changed
        self._report_parts_lost([(field, _NULS) for field in told], item, counts)
        return data.replace(b"\0", b"")

    def _record_without_halves(self, item: Item, counts: Counts, text: Any, error: UnicodeEncodeError) -> bytes | None:
        """Return a record without the halves of surrogate pairs in it, which no encoding can express.

        Args:
            item: The record.
            counts: Those of its input.
            text: What the writer made of it; None if it was the writer that failed.
            error: What was raised.
        """
        whole, changed = without_surrogates(item.citation)
        if not changed:
            self._reject(counts, item, bug(self._writer, "writer", error), "plugin-bug")
            return None
        mended = Item(whole, item.line, item.originals)
        self._report_parts_lost([(field, _HALVES) for field in changed], mended, counts)
        if text is None:
            self._forget()
            return self._record(mended, counts)
        self._count(mended, counts, self._lost_paths(whole))
        return SURROGATE.sub("\ufffd", text).encode()

    # -- what became of it

    def _count(self, item: Item, counts: Counts, lost: tuple[str, ...]) -> None:
        """Count a record as written, and report what the output lacks of it."""
        writer = self._writer
        counts.written += 1
        if writer.kept_paths:
            lost = tuple([path for path in lost if path not in writer.kept_paths])
            writer.kept_paths.clear()
        if lost:
            self._run.report.add_losses(lost, counts.input, item.line, name_of(item.citation))
        if writer.losses:
            self._report_parts_lost(writer.losses, item, counts)
            writer.losses.clear()
        if writer.notes:
            self._run.report_guesses(writer.notes, counts.input, item.line, item.citation)

    def _reject(self, counts: Counts, item: Item, error: RecordError, code: str, named: bool = True) -> None:
        """Reject a record that cannot be written, and forget what the writer said of it."""
        self._forget()
        record = name_of(item.citation) if named else ""
        self._run.reject(counts, item.line, item.originals, error, code, record)

    def _forget(self) -> None:
        """Forget what the writer said of a record that is not written, or is written again."""
        self._writer.losses.clear()
        self._writer.kept_paths.clear()
        self._writer.notes.clear()

    def _report_parts_lost(self, losses: list[tuple[str, str]], item: Item, counts: Counts) -> None:
        """Report fields of a record that are carried in part, each reason once."""
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
            self._run.report.add(loss, again=field in fields)
            fields.add(field)

    # -- what is no record

    def _leftover(self, leftover: Leftover, name: str) -> bytes | None:
        """Return a leftover as the writer has it; None if it has no place for it, which is reported."""
        writer = self._writer
        try:
            text = writer.write_leftover(leftover)
            data = None if text is None else as_bytes(text)
            self._run.report_guesses(writer.notes, name, first_line(leftover), None)
        except INTERRUPTS:
            raise
        except BaseException as error:
            self._run.report_bug(str(bug(writer, "writer", error)), name, leftover.line)
            data = None
        if data is None and leftover.data.strip():
            self._run.report_leftover(leftover, name)
        return data or None


def _matched(ordered: list[Citation], citations: list[Citation]) -> Iterator[tuple[int, Citation]]:
    """Yield each citation that ``arrange`` returned, with the place of the one it stands for; no place comes twice.

    A writer may return changed copies (with year suffixes, say): a copy stands for the first citation with the same
    identifiers and title that is not yet taken. What stands for none is passed over.
    """
    by_identity = {id(citation): place for place, citation in enumerate(citations)}
    alike: dict[tuple[str, ...], list[int]] = {}  # the first at the end, where ``pop`` takes it
    for place in reversed(range(len(citations))):
        alike.setdefault(_likeness(citations[place]), []).append(place)
    free = set(range(len(citations)))
    for citation in ordered:
        place = by_identity.get(id(citation), -1)
        candidates = alike.get(_likeness(citation), [])
        while place not in free and candidates:
            place = candidates.pop()
        if place in free:
            free.remove(place)
            yield place, citation


def _likeness(citation: Citation) -> tuple[str, ...]:
    return citation.pmid, citation.doi, citation.key, citation.title
