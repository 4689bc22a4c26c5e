"""Cut JSON text into its top-level objects without decoding it, so that damage costs one record; decode an object.

The text of an array of objects (or of one object, or of objects one after the other) goes in, each object's text
comes out. Three things keep damage local: a JSON string cannot hold a line end, so an unclosed one is taken to
end with its line; where objects begin on lines of their own, a line that begins like the first one begins the
next object, however many braces the last one forgot to close; and a brace behind which a name and its value follow has
closed nothing, as these cannot stand between the objects of an array.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from citeconv.cutter import Cutter
from citeconv.errors import RecordError
from citeconv.format import Leftover, Record
from citeconv.source import LEFTOVER_LIMIT, Source
from citeconv.values.patterns import lazy

_STRING = r'[^"\\\n]*(?:\\.[^"\\\n]*)*(?P<close>")?'
_TOKEN = lazy(rf'"{_STRING}|[{{}}]|\n[ \t]*(?=\{{)')
_REST_OF_STRING = lazy(_STRING)
_LINE_START = lazy(r"\n(?P<start>\{)")
_GOES_ON = lazy(r'[ \t\r\n]{0,80},?[ \t\r\n]{0,80}"(?:[^"\\\n]|\\.){0,80}"[ \t]{0,9}:')
"""What does not follow an object, but a member of one."""
_SEPARATORS = " \t\r\n,[]"
_ESCAPE = lazy(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?P<lone>u[dD][89a-fA-F][0-9a-fA-F]{2})|.)", re.S
)
"""An escape within a string: a surrogate pair, half of one, or any other."""
_decode = msgspec.json.Decoder().decode
_encode = msgspec.json.Encoder().encode
_LONGEST_NUMBER = 4000
"""Digits of a number that is kept as text: Python refuses to convert much longer ones, which would take long."""

_MEMBERS = lazy(r'"(?P<name>[^"\\\n]*(?:\\.[^"\\\n]*)*)"?|[{}\[\]]')
_VALUE = lazy(r"\s{0,80}:\s{0,80}(?P<value>\[\s{0,80}\{|[\[{]|[^\s])")

_LOOKAHEAD = 1024


def members(text: str) -> dict[str, str]:
    """Return the names of the members of the object that a text begins with, and by which signs their values begin.

    Args:
        text: JSON text; names are found as far as it goes.

    Returns:
        For each name ``[{``, ``[`` or ``{``, or the first character of any other value.
    """
    found: dict[str, str] = {}
    depth = 0
    for token in _MEMBERS.finditer(text, text.find("{") + 1):
        if token["name"] is None:
            depth += 1 if token[0] in "{[" else -1
            if depth < 0:
                break
        elif depth == 0 and (value := _VALUE.match(text, token.end())):
            found[token["name"]] = "".join(value["value"].split())
    return found


def split_objects(source: Source, wanted: re.Pattern[str] | None = None, *, inner: bool = False) -> Iterator[Record]:
    """Yield each top-level object as a ``Record``; other text between objects as a ``Leftover``.

    Args:
        source: JSON text: an array, a single object, or a sequence of objects.
        wanted: Matches where an object begins that is a record, from its brace on, in 1024 characters at most. Other
            objects are then opened, so that records are found however deep they are wrapped. Without it every object
            is one.
        inner: The first object is opened in any case.
    """
    cutter = _Cutter(source, wanted)
    cutter.opens = inner
    return cutter.pieces()


def split_lines(source: Source) -> Iterator[Record]:
    """Yield each object of a text that has one a line, which is faster; what stands behind one, as a ``Leftover``.

    Args:
        source: JSON text: an array, or a sequence of objects.
    """
    for record in source.records(_LINE_START):
        whole = record.data.rstrip(_SEPARATORS)[-1:] == "}"
        if type(record) is not Record:
            if record.data.strip().lstrip("[").strip():
                yield record
        elif (whole and not _holds_several(record.data)) or record.fault:
            yield record
        else:
            cutter = _Cutter(source, None)
            cutter.line = record.line
            yield from cutter.feed(record.raw or record.data, True)


def _holds_several(line: str) -> bool:
    """Whether a line may hold several objects: one follows another at once, or begins with the same name."""
    return "}{" in line or line.find(line[: line.find(":") + 1], 1) > 0


class _Cutter(Cutter):
    """The state between two chunks, with how many braces are open."""

    def __init__(self, source: Source, wanted: re.Pattern[str] | None) -> None:
        super().__init__(source)
        self.wanted = wanted
        self.opens = False  # whether the next object is none that is wanted, whatever it looks like
        self.before = 0  # characters of the input before the window
        self.in_string = False  # whether `pos` is within a string
        self.depth = 0
        self.indent: str | None = None  # what stands before an object that begins a line
        self.break_before = -1  # where a line end was seen right before the present token

    def feed(self, chunk: str, last: bool) -> Iterator[Record]:
        self.window = self.window[self.start :] + chunk
        self.before += self.start
        self.pos -= self.start
        self.break_before -= self.start
        self.start = 0
        stop = len(self.window)
        if not last:
            stop = max(_before_indentation(self.window, len(self.window) - _LOOKAHEAD), self.pos)
        if self.in_string and (rest := _REST_OF_STRING.match(self.window, self.pos, stop)):
            self._string(rest, stop)
        if not self.in_string:
            for match in _TOKEN.finditer(self.window, self.pos, stop):
                yield from self._token(match[0], match.start(), match.end())
                if match[0][0] == '"' and self._string(match, stop):
                    break
            else:
                self.pos = stop
        if last:
            yield from self._cut(len(self.window))
        elif self.depth and self.pos - self.start > self.source.limits.record:
            yield self.take_record(self.pos)
            self.overlong = True
        elif self.depth == 0 and self.pos - self.start > LEFTOVER_LIMIT:
            yield from self._between(self.pos)

    def _string(self, match: re.Match[str], stop: int) -> bool:
        """Go to the end of a string; True if it may go on in the next chunk."""
        self.pos = match.end()
        self.in_string = not match["close"] and match.end() >= stop - 1
        return self.in_string

    def _token(self, token: str, begin: int, end: int) -> Iterator[Record]:
        if token == "{":
            before = self.window[self.break_before : begin] if self.break_before >= 0 else None
            if self.before + begin == 0:  # nothing stands before the first line
                before = "\n"
            if self.depth == 0:
                if self.wanted and (self.opens or not self.wanted.match(self.window, begin)):
                    self.opens = False
                    return
                yield from self._between(begin)
                self.indent = before
            elif before is not None and before == self.indent:
                yield self.take_record(self.break_before)
                yield from self._between(begin)
                self.depth = 0
            self.depth += 1
        elif token == "}" and self.depth:
            self.depth -= 1
            if self.depth == 0 and not self.wanted and _GOES_ON.match(self.window, end):
                self.depth = 1
            elif self.depth == 0:
                yield self.take_record(end)
        self.break_before = begin if token[0] == "\n" else -1

    def _cut(self, end: int) -> Iterator[Record]:
        if self.depth:
            yield self.take_record(end)
        else:
            yield from self._between(end)

    def _between(self, end: int) -> Iterator[Record]:
        """Pass over commas, brackets and blanks; anything else belongs to no object."""
        text = self.window[self.start : end]
        if text.strip(_SEPARATORS):
            yield self.take(end, Leftover)
        else:
            self.go_to(end, text)


def _before_indentation(text: str, end: int) -> int:
    """Return where a line end with blanks begins behind which ``end`` is, or ``end``: what follows decides about it."""
    begin = len(text[: max(end, 0)].rstrip(" \t"))
    return begin - 1 if text[begin - 1 : begin] == "\n" else max(end, 0)


def bare_object(text: str) -> str:
    """Return an object's text without what stands behind it: commas and brackets are its array's, or the next one's."""
    text = text.strip()
    return text if text.endswith("}") else text.rstrip(",[] \n\t")


def decode_object(text: str, note: Callable[[str], object]) -> Any:
    """Return the value of an object's text.

    Control characters in strings, ``NaN``, numbers beyond all bounds and halves of surrogate pairs, which JSON or its
    readers do not allow, are read, too. Of two members of one name the last counts, as for all readers.

    Args:
        text: As it was cut out.
        note: Called with what was put right.

    Raises:
        RecordError: It is not JSON.
    """
    text = bare_object(text)
    try:
        value = _decode(text)
        if text.count('"') == _encode(value).count(b'"'):  # else members have one name, or a quote is written as \u0022
            return value
    except (msgspec.DecodeError, UnicodeEncodeError):
        pass
    except RecursionError:
        raise RecordError("nested too deeply") from None
    return _decode_with_care(text, note)


def _decode_with_care(text: str, note: Callable[[str], object]) -> Any:
    import json  # takes milliseconds

    def members_of(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for name, value in pairs:
            if found.setdefault(name, value) != value:
                note(f'"{name}" stands twice, with two values; the last one is read')
            found[name] = value
        return found

    def constant(name: str) -> None:
        note(f"{name}, which JSON does not know, is read as no value")

    mended = _ESCAPE.sub(_without_half, text)
    if mended != text:
        note("half of a surrogate pair read as U+FFFD")
    try:
        return json.loads(
            mended,
            strict=False,
            object_pairs_hook=members_of,
            parse_constant=constant,
            parse_int=lambda digits: int(digits) if len(digits) < _LONGEST_NUMBER else digits,
            parse_float=lambda digits: digits if math.isinf(number := float(digits)) else number,
        )
    except json.JSONDecodeError as error:
        raise RecordError(f"not JSON: {error.msg.removesuffix(' starting at')}", error.lineno) from None
    except RecursionError:
        raise RecordError("nested too deeply") from None


def _without_half(match: re.Match[str]) -> str:
    return "\\ufffd" if match["lone"] else match[0]
