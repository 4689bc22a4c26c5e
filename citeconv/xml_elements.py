"""Cut XML text into elements without parsing all of it, and parse each safely, so that damage costs one record.

The text of a document goes in (or of several, one after the other), the text of each element of the given names comes
out. Only what matters for cutting is understood: comments, CDATA, processing instructions and document types, in
which nothing is a tag, and the tags of the given names. The elements are not nested, unless it is said that they may
be, so that a start tag within an open element means that an end tag is missing, and begins the next record.
``parse_element`` makes one piece a tree with lxml: no entities but characters, no network, no document type, nesting
bounded by libxml2.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from citeconv.cutter import Cutter
from citeconv.errors import RecordError
from citeconv.format import Leftover, Record
from citeconv.source import Source
from citeconv.values.patterns import lazy

NAMESPACES = {
    "xlink": "http://www.w3.org/1999/xlink",
    "mml": "http://www.w3.org/1998/Math/MathML",
    "ali": "http://www.niso.org/schemas/ali/1.0/",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
}
"""What usual prefixes stand for in a piece whose declaration stood outside of it; others get ``urn:prefix:NAME``."""

_FRAME = "<frame" + "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
_ENDS = {"!--": "-->", "![CDATA[": "]]>", "?": "?>"}
_DOCTYPE = lazy(
    r"""<!DOCTYPE(?:[^<>\["']|"[^"]*"|'[^']*')*"""
    r"""(?:\[(?:[^\]"'<]|"[^"]*"|'[^']*'|<!--(?:[^-]|-(?!->))*-->|<(?!!--))*\]\s*)?>"""
)
"""A document type, with its declarations in brackets if it has some."""
_DOCTYPE_SIZE = 1 << 18
"""Characters of a document type, at most: the end of one that is never closed must not be sought with each chunk."""
_EMPTY = lazy(r"""(?:[^<>"']|"[^"<]*"|'[^'<]*')*/>""")
_PREFIX = lazy(r"\bxmlns:([A-Za-z_][\w.-]{0,40})\s*=")
_TAG_END = lazy(r"\s*>")
_ANY_TAG = lazy(r"""</?[^\W\d](?:[^<>"']|"[^"<]*"|'[^'<]*')*>""")
_USED_PREFIX = lazy(r"<([A-Za-z_][\w.-]{0,40}):|\s([A-Za-z_][\w.-]{0,40}):[\w.-]{1,80}\s*=\s*[\"']")
_REFERENCE = lazy(r"&(?:#(?P<decimal>\d{1,8});|#[xX](?P<hex>[0-9a-fA-F]{1,7});|(?P<name>[A-Za-z][A-Za-z0-9]{1,31});)?")
_OWN_ENTITIES = frozenset("amp lt gt quot apos".split())
_USUAL_SIZE = 10_000_000
"""Bytes from which on libxml2 must be told to take long text; that lifts its bound of nesting, too."""
_MOST_ATTRIBUTES = 255
"""Attributes of one element, at most: each is looked for from the first one on, so that many take quadratic time."""
ILLEGAL = lazy("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 does not allow in a file."""
_PLACE = lazy(r",? line \d+|, column \d+")


def split_elements(
    source: Source, names: Iterable[str], inner: Iterable[str] = (), nesting: Iterable[str] = ()
) -> Iterator[Record]:
    """Yield each element of some names as a ``Record``; text between them, if there is any, as a ``Leftover``.

    Tags, comments, processing instructions and the document type that stand around the records are passed over.

    Args:
        source: XML text, well-formed or not.
        names: Names of elements that are records and do not stand in each other, without a prefix.
        inner: Names of elements that are records only where they do not stand within one of ``names``.
        nesting: Those of them that may stand within others of the same name: the outermost is the record.
    """
    return _Cutter(source, tuple(names), tuple(inner), frozenset(nesting)).pieces()


class _Cutter(Cutter):
    """The state between two chunks, with the element that is open."""

    def __init__(self, source: Source, names: tuple[str, ...], inner: tuple[str, ...], nesting: frozenset[str]) -> None:
        super().__init__(source)
        self.nesting = nesting
        self.depth = 0  # how many elements of its name are open within the open element
        self.outer = frozenset(names)
        longest_first = sorted({*names, *inner}, key=len, reverse=True)
        used = re.findall(rf"<([A-Za-z_][\w.-]{{0,40}}):(?:{_either(longest_first)})[\s/>]", source.head)
        prefixes = ["", *(f"{name}:" for name in dict.fromkeys((*_PREFIX.findall(source.head), *used)))]
        tags = rf"(?P<close>/)?(?:{_either(prefixes[::-1])})(?P<name>{_either(longest_first)})(?=[\s/>])"
        self.token = re.compile(rf"<(?:{tags}|(?P<other>!--|!\[CDATA\[|!DOCTYPE\b|\?))")
        self.open = ""  # name of the open element
        self.marks = [  # what may matter within an element of `inner`, and of `names`
            re.compile(f"<(?:[!?]|{_either([prefix + name for prefix in prefixes for name in begins])})")
            for begins in (longest_first, names)
        ]
        self.ends: dict[str, int] = {}  # where the window holds an end tag next; -1 for nowhere
        self.missing: set[str] = set()  # kinds of token whose end the window does not hold
        self.passed: list[tuple[int, int]] = []  # comments and the like after `start`

    def feed(self, chunk: str, last: bool) -> Iterator[Record]:
        self.window = self.window[self.start :] + chunk
        self.pos -= self.start
        self.passed = [(begin - self.start, end - self.start) for begin, end in self.passed]
        self.start = 0
        self.ends.clear()
        self.missing.clear()
        patient = not last and len(self.window) <= self.source.limits.record
        stop = self.window.rfind("<", self.pos) if patient else -1
        if stop < 0 or _ANY_TAG.match(self.window, stop):
            stop = len(self.window)  # else a tag goes on in the next chunk
        while match := self.token.search(self.window, self.pos, stop):
            if match["other"]:
                end = self._end_of(match)
                near = match["other"] != "!DOCTYPE" or len(self.window) - match.start() < _DOCTYPE_SIZE
                if end < 0 and patient and near:
                    stop = match.start()
                    break
                self.pos = match.end() if end < 0 else end
            else:
                yield from self._tag(match)
        self.pos = max(self.pos, stop)
        if last:
            yield from self._cut(len(self.window))
        elif self.open and self.pos > self.source.limits.record:
            name, depth = self.open, self.depth
            yield self.take_record(self.pos)
            self.open, self.depth, self.overlong = name, depth, True
        elif not self.open:
            yield from self._between(self.pos)

    def _end_of(self, match: re.Match[str]) -> int:
        """Return where a comment or the like ends; -1 if not in the window."""
        kind, begin = match["other"], match.start()
        if kind in self.missing:
            return -1
        if kind == "!DOCTYPE":
            found = _DOCTYPE.match(self.window, begin, begin + _DOCTYPE_SIZE)
            end = found.end() if found else -1
        else:
            place = self.window.find(_ENDS[kind], match.end())
            end = place + len(_ENDS[kind]) if place >= 0 else -1
        if end < 0:
            self.missing.add(kind)  # so that each end is sought only once
        elif not self.open and kind != "![CDATA[":
            self.passed.append((begin, end))
        return end

    def _tag(self, match: re.Match[str]) -> Iterator[Record]:
        name = match["name"]
        self.pos = match.end()
        if match["close"]:
            if name == self.open and (end := _TAG_END.match(self.window, self.pos)):
                self.pos = end.end()
                if self.depth:
                    self.depth -= 1
                else:
                    yield self.take_record(self.pos)
        elif name == self.open and name in self.nesting:
            self.depth += _EMPTY.match(self.window, self.pos) is None
        elif not self.open or name in self.outer or self.open not in self.outer:
            yield from self._cut(match.start())
            if empty := _EMPTY.match(self.window, self.pos):
                self.pos = empty.end()
                yield self.take_record(self.pos)
            else:
                self.open = name
                self._jump(name, self.window[match.start() + 1 : match.end()])

    def _jump(self, name: str, tag: str) -> None:
        """Go to the end tag at once where nothing on the way can matter: it spares a look at each tag."""
        end = self.ends.get(tag)
        if end is None or 0 <= end < self.pos:  # each is sought only once
            end = self.ends[tag] = self.window.find(f"</{tag}>", self.pos)
        if end >= 0 and self.marks[name in self.outer].search(self.window, self.pos, end) is None:
            self.pos = end

    def _cut(self, end: int) -> Iterator[Record]:
        if self.open:
            yield self.take_record(end)
        else:
            yield from self._between(end)

    def _between(self, end: int) -> Iterator[Record]:
        """Pass over markup and blanks; anything else belongs to no element."""
        text = self.window[self.start : end]
        odd = "" if text.isspace() else self._masked(end).lstrip()
        self.go_to(end - len(odd), text[: len(text) - len(odd)])
        if odd:
            yield self.take(end, Leftover)

    def _masked(self, end: int) -> str:
        """Return the text up to a place with blanks instead of tags, comments and the like."""
        pieces: list[str] = []
        place = self.start
        for begin, after in self.passed:
            pieces += self.window[place:begin], " " * (after - begin)
            place = after
        pieces.append(self.window[place:end])
        return _ANY_TAG.sub(lambda tag: " " * len(tag[0]), "".join(pieces))

    def go_to(self, end: int, text: str) -> None:
        """Go on behind a text; no element is open there."""
        super().go_to(end, text)
        self.open = ""
        self.depth = 0
        self.passed.clear()


def _either(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, words))


def parse_element(text: str, note: Callable[[str], object] | None = None) -> Any:
    """Return one element, as lxml makes it, from text that ``split_elements`` has cut; all in it are elements.

    Faults that are frequent in exports are put right, and noted: characters that XML does not allow, ``&`` that is no
    reference, names of HTML's and ISO's entities; any other entity stays a name, for its definition is not read. A
    prefix may be declared outside of the text. Comments and processing instructions are left out.

    Args:
        text: The element, from its start tag to its end tag.
        note: Called with what was put right; None if nobody wants to know.

    Raises:
        RecordError: It is not well-formed, nests too deeply, or has an element with too many attributes.
    """
    from lxml import etree

    try:
        data = f"{_FRAME}>{text}</frame>".encode()
        parser = _parser(len(data) > _USUAL_SIZE)
        frame = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        mended, faults = _mend(text)
        try:
            frame = etree.fromstring(f"{_FRAME}{_declared(text)}>{mended}</frame>".encode(), parser)
        except etree.XMLSyntaxError as error:
            message = _PLACE.sub("", error.msg or "").strip() or "cannot be parsed"
            if message.startswith("Excessive depth"):
                raise RecordError("nested too deeply", error.lineno or 0) from None
            raise RecordError(f"not well-formed XML: {message}", error.lineno or 0) from None
        if note:
            for fault in faults:
                note(fault)
    if len(frame) != 1:
        raise RecordError("not well-formed XML: not one element")
    if text.count("=") > _MOST_ATTRIBUTES and _crowded()(frame):
        raise RecordError(f"an element has more than {_MOST_ATTRIBUTES} attributes")
    return frame[0]


def forget_namespaces(root: Any) -> None:
    """Rename an element, and all in it but those of MathML, to what they are without a namespace."""
    for element in root.iter():
        if "/MathML" not in element.tag:
            element.tag = element.tag.rpartition("}")[2]


@functools.cache
def _parser(huge: bool) -> Any:
    from lxml import etree

    return etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False,
        attribute_defaults=False, recover=False, huge_tree=huge, remove_comments=True, remove_pis=True,
    )  # fmt: skip


@functools.cache
def _crowded() -> Any:
    from lxml import etree

    return etree.XPath(f"boolean(descendant::*[@*[{_MOST_ATTRIBUTES + 1}]])")


def _declared(text: str) -> str:
    """Return declarations of the prefixes in a text that ``NAMESPACES`` does not know."""
    used = {first or second for first, second in _USED_PREFIX.findall(text)}
    return "".join(f' xmlns:{name}="urn:prefix:{name}"' for name in sorted(used - {"xml", "xmlns", *NAMESPACES}))


@functools.cache
def _iso_greek() -> dict[str, str]:
    """Return the Greek letters by their names in ISO 8879, which end in ``gr``: ``rgr``, ``Rgr``, ``THgr``."""
    names = "a b g d e z ee th i k l m n x o p r sf s t u ph kh ps oh".split()
    letters = "αβγδεζηθικλμνξοπρςστυφχψω"
    small = {f"{name}gr": letter for name, letter in zip(names, letters, strict=True)}
    return small | {f"{name[:-2].upper()}gr": letter.upper() for name, letter in small.items() if name != "sfgr"}


_NAMESPACE = lazy(r"""\bxmlns(?::[\w.-]{1,40})?=(?:"[^"<>]{0,300}"|'[^'<>]{0,300}')""")


def _mend(text: str) -> tuple[str, list[str]]:
    """Return text with its frequent faults put right, and a message for each kind of fault."""
    from html import escape
    from html.entities import html5  # takes a millisecond

    greek = _iso_greek()
    faults: dict[str, None] = {}

    def reference(match: re.Match[str]) -> str:
        digits, name = match["decimal"] or match["hex"], match["name"]
        if digits:
            number = int(digits, 10 if match["decimal"] else 16)
            if number <= 0x10FFFF and not ILLEGAL.match(chr(number)):
                return match[0]
            faults[f"{match[0]} is no character of XML; read as U+FFFD"] = None
            return "\ufffd"
        if not name:
            faults["& that begins no reference read as &amp;"] = None
            return "&amp;" + match[0][1:]
        if name in _OWN_ENTITIES:
            return match[0]
        if f"{name};" in html5:
            faults[f"&{name}; is HTML's, not XML's"] = None
            return escape(html5[f"{name};"])
        if name in greek:
            faults[f"&{name}; is ISO's, not XML's"] = None
            return greek[name]
        faults[f"&{name}; is not defined; kept as it is"] = None
        return f"&amp;{name};"

    text, count = ILLEGAL.subn("\ufffd", text)
    if count:
        faults[f"{count} character{'s' if count > 1 else ''} that XML does not allow read as U+FFFD"] = None
    whole = _NAMESPACE.sub(lambda match: "".join(match[0].split()), text)
    if whole != text:
        faults["blanks within the name of a namespace left out"] = None
    return _REFERENCE.sub(reference, whole), list(faults)
