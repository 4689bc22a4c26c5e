"""EndNote XML: the element of a record goes in, a ``Reference`` comes out, and back.

A field is a leaf, named by its path below ``record``. Four things are odd. Text stands in ``style`` runs, whose face is
italics or the like; blanks with a line end between runs are layout. Line ends are layout, too, and a line of a value
ends in a carriage return written as a character reference. Other programs put some fields elsewhere. And what is no
field (the library's name and path, record numbers, attributes) is kept as it is, with its path.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from citeconv.values.markup import TAGS, from_element, from_html, runs
from citeconv.values.memo import remembered
from citeconv.values.patterns import lazy
from citeconv.xml_elements import parse_element
from citeconv_endnote.field_reader import Reference
from citeconv_endnote.fields import DEFAULT, ORDER, STRAYS
from citeconv_endnote.fields import TAGS as SIGNED
from citeconv_endnote.library import PREFIX, SAME_AS_TEXT
from citeconv_endnote.types import reference_type

START = '<?xml version="1.0" encoding="UTF-8"?>\n<xml><records>\n'
END = "</records></xml>\n"

_FACES = {"italic": "i", "bold": "b", "superscript": "sup", "subscript": "sub"}
_FACE_OF = {tag: face for face, tag in _FACES.items()}
_APPEARANCE = frozenset(("font", "size", "charset"))
"""Attributes of a run that say how it looks, and nothing of the work."""
_PLAIN = frozenset(("normal", *_FACES))
_LEAVES = frozenset((*SIGNED.values(), *DEFAULT, *STRAYS))
_SPACES = lazy(r"[ \t]{2,}|\t")
_BLANKS = lazy(r"[ \t\n\f\v]+")
_NAME = lazy(r"[A-Za-z_][A-Za-z0-9_.-]{0,60}")
_DEEPEST = 8
_BOOKS = frozenset(("Book", "Electronic Book"))
_SERIES = "titles/secondary-title"
_SECONDARY = "contributors/secondary-authors/author"
_TERTIARY = "contributors/tertiary-authors/author"
_OTHER = {_SECONDARY: _TERTIARY, _TERTIARY: _SECONDARY}
_PARTS_OF_TEXT = frozenset(("dates/year/@Year", "dates/year/@Month", "dates/year/@Day", "pages/@start", "pages/@end"))
"""Attributes in which Reference Manager repeats the parts of a text."""
_SIGNS_BETWEEN = lazy(r"[/-]")
_LINE_FEEDS = lazy(r"&#(?:xA|xa|10);")
_PLACES = {name: place for place, name in enumerate(ORDER)}
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\n": "&#xD;", '"': "&quot;"}
_CONTROLS = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF], "\ufffd")
"""What XML cannot hold, not even escaped."""
_STYLE = '<style face="{}" font="default" size="100%">{}</style>'


def read(text: str, note: Callable[[str], object]) -> Reference:
    """Return the reference in the text of a ``record`` element.

    Args:
        text: The element.
        note: Called with what was put right in it.

    Raises:
        RecordError: It is not well-formed.
    """
    if "  " in text or "\t" in text:
        text = _SPACES.sub(" ", text)
    root = parse_element(_LINE_FEEDS.sub("&#13;", text) if "&#" in text else text, note)
    type_name = number = ""
    fields: dict[str, list[str]] = {}
    extra: list[tuple[str, str]] = []
    if root.keys():
        _attributes("record", root, "", extra)
    for path, element in _leaves(root, extra):
        value = _text(element)
        if path == "ref-type":
            type_name, number = element.get("name", "").strip(), value
            _attributes(path, element, type_name, extra)
            continue
        if value:
            path = STRAYS.get(path, path)
            if path in fields:
                fields[path].append(value)
            else:
                fields[path] = [value]
        _attributes(path, element, value, extra)
        if len(element):
            _inner_attributes(path, element, extra)
    if (_TERTIARY in fields or _SERIES in fields) and _is_book(type_name, number):
        fields = _exchanged(fields)
    return Reference(type_name, number, fields, extra)


def _leaves(root: Any, extra: list[tuple[str, str]]) -> Iterator[tuple[str, Any]]:
    """Yield the elements that hold values, with their paths, in the order of the text.

    Args:
        root: The record.
        extra: Takes text and attributes where none should be: outside of these elements.
    """
    todo: list[tuple[str, Any]] = [(_local(child.tag), child) for child in reversed(root)]
    while todo:
        path, element = todo.pop()
        tail = element.tail
        if tail and not tail.isspace():
            extra.append((path, _one_line(tail)))
        if len(element) and path not in _LEAVES and element[0].tag != "style":
            _attributes(path, element, "", extra)
            if element.text and not element.text.isspace():
                extra.append((path, _one_line(element.text)))
            todo += [(f"{path}/{_local(child.tag)}", child) for child in reversed(element)]
        else:
            yield path, element


def _is_book(type_name: str, number: str) -> bool:
    kind = reference_type(type_name, number)
    return kind is not None and kind.name in _BOOKS


def _exchanged(fields: dict[str, list[str]]) -> dict[str, list[str]]:
    """Return fields with secondary and tertiary authors exchanged.

    Of a book EndNote has the editors of the series in the first, and those of the book in the second place. Programs
    that know no editors of series have those of the book in the first place, too: where neither tertiary authors nor a
    series are told, that is who stands there.
    """
    return {_OTHER.get(path, path): values for path, values in fields.items()}


def _local(tag: str) -> str:
    """Return the name of an element without its namespace."""
    return tag.rpartition("}")[2] if tag[0] == "{" else tag


def _attributes(path: str, element: Any, value: str, extra: list[tuple[str, str]]) -> None:
    for name, text in element.items():
        place = f"{path}/@{name.rpartition('}')[2]}"
        text = _one_line(text)
        said = text == value if place in SAME_AS_TEXT else place in _PARTS_OF_TEXT and text in _said(value)
        if text and not said:
            extra.append((place, text))


def _said(value: str) -> list[str]:
    """Return the parts of a date or of pages, with what Reference Manager has for a part that is not there."""
    return ["0", *_SIGNS_BETWEEN.split(value)]


def _inner_attributes(path: str, element: Any, extra: list[tuple[str, str]]) -> None:
    """Keep the attributes of what stands in a leaf, but for those of appearance, and faces that are no markup."""
    for child in element.iterdescendants():
        for name, text in child.items():
            if name == "face" and child.tag == "style":
                text = " ".join(face for face in text.replace(",", " ").split() if face not in _PLAIN)
            if text and name not in _APPEARANCE:
                extra.append((f"{path}/{_local(child.tag)}/@{name.rpartition('}')[2]}", _one_line(text)))


def _one_line(text: str) -> str:
    return _BLANKS.sub(" ", text.replace("\r", " ")).strip(" ")


def _text(element: Any) -> str:
    """Return the value of a leaf, its lines on lines."""
    if not len(element):
        text = element.text or ""
    elif len(element) == 1 and element[0].tag == "style" and not len(element[0]) and _layout(element):
        child = element[0]
        faces = _faces(child)
        text = _marked([(faces, child.text or "")]) if faces else child.text or ""
    elif all(child.tag == "style" for child in element):
        text = _BLANKS.sub(" ", _marked(list(_runs(element))))
    else:
        text = from_element(element)
    if "&" in text or "<" in text:  # a web page's, escaped as XML
        text = from_html(text)
    if "\r" in text:
        lines = (_BLANKS.sub(" ", line).strip(" ") for line in text.split("\r"))
        return "\n".join(filter(None, lines))
    return (_BLANKS.sub(" ", text) if "\n" in text else text).strip(" ")


def _layout(element: Any) -> bool:
    """Return whether nothing but blanks stands around the only run."""
    return not (element.text or "").strip() and not (element[0].tail or "").strip()


def _runs(element: Any) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield each run with its markup; blanks with a line end between runs are layout."""
    texts = [((), element.text)]
    for child in element:
        yield from _between(texts.pop()[1])
        yield _faces(child), child.text or "" if not len(child) else from_element(child)
        texts.append(((), child.tail))
    yield from _between(texts.pop()[1])


def _between(text: str | None) -> Iterator[tuple[tuple[str, ...], str]]:
    if text and not ("\n" in text and text.isspace()):
        yield (), text


def _faces(style: Any) -> tuple[str, ...]:
    face = style.get("face", "normal")
    if face == "normal":
        return ()
    names = {_FACES[name] for name in face.replace(",", " ").split() if name in _FACES}
    return tuple([tag for tag in TAGS if tag in names])


def _marked(pieces: list[tuple[tuple[str, ...], str]]) -> str:
    """Return runs as one text with citeconv's tags, each opened and closed as seldom as may be."""
    if not any(faces for faces, _ in pieces):
        return "".join([text for _, text in pieces])
    out: list[str] = []
    opened: list[str] = []
    for faces, text in [*pieces, ((), "")]:
        keep = 0
        while keep < len(opened) and opened[keep] in faces:
            keep += 1
        out += [f"</{tag}>" for tag in reversed(opened[keep:])]
        del opened[keep:]
        if text:
            fresh = [tag for tag in faces if tag not in opened]
            out += [f"<{tag}>" for tag in fresh]
            opened += fresh
            out.append(text)
    return "".join(out)


def _pieces(text: str) -> list[tuple[tuple[str, ...], str]]:
    """Cut a text at its markup: each run with the tags around it that EndNote has a face for."""
    pieces: list[tuple[tuple[str, ...], str]] = []
    opened: list[str] = []
    for piece, tag in runs(text):
        if tag == "open":
            opened.append(piece)
        elif tag == "close":
            opened.remove(piece)
        else:
            faces = tuple([name for name in TAGS if name in opened and name in _FACE_OF])
            if pieces and pieces[-1][0] == faces:
                piece = pieces.pop()[1] + piece
            pieces.append((faces, piece))
    return pieces


def writable(text: str) -> str:
    """Return a text as it is read again: markup in EndNote's faces, in their order, and signs for their references."""
    return _marked(_pieces(_one_line(from_html(text)) if "&" in text or "<" in text else text))


def write(reference: Reference, lose: Callable[[str, str], None]) -> str:
    """Return a ``record`` element, on one line.

    Args:
        reference: Its fields.
        lose: Called with values that the format cannot hold.
    """
    record = _Element()
    name = _escaped(_without_controls(reference.type_name, lose))
    record.add("ref-type", reference.number or "0", "")
    record.attributes["ref-type"] = [("name", name)]
    fields = reference.fields
    if (_SECONDARY in fields or _TERTIARY in fields) and _is_book(reference.type_name, reference.number):
        fields = _exchanged(fields)
        if _TERTIARY not in fields and _SERIES not in fields:
            lose("collection_editor", "is read as the editor where no series is told")
            lose("editor", "the editors of a series are read as it")
    for path, values in fields.items():
        for value in values:
            record.add(path, _encoded(value), "")
    for tag, value in reference.extra:
        path, _, attribute = tag.removeprefix(PREFIX).partition("/@")
        if not (tag.startswith(PREFIX) and _is_path(path) and (not attribute or _NAME.fullmatch(attribute))):
            lose("extra", f"{tag} is no element of EndNote XML")
        else:
            value = _without_controls(value, lose)
            record.add(path, _escaped(value) if attribute else _encoded(value), attribute)
    for path in ("database", "source-app"):
        record.name_after_text(path)
    return f"<record>{record.text()}</record>\n"


def _without_controls(text: str, lose: Callable[[str, str], None]) -> str:
    """Return what is kept of a source as XML can hold it, and report where that changes it."""
    if (held := text.translate(_CONTROLS)) != text:
        lose("extra", "control characters have no place in XML")
    return held


def _is_path(path: str) -> bool:
    names = path.split("/")
    return len(names) <= _DEEPEST and all(map(_NAME.fullmatch, names)) and not {"style", "record"} & set(names)


class _Element:
    """The leaves of a record by their paths, put in the order of EndNote's document type."""

    def __init__(self) -> None:
        self.leaves: list[tuple[str, str]] = []
        self.attributes: dict[str, list[tuple[str, str]]] = {}

    def add(self, path: str, text: str, attribute: str) -> None:
        """Add a leaf, or an attribute of one."""
        if attribute:
            self.attributes.setdefault(path, []).append((attribute, text))
        else:
            self.leaves.append((path, text))

    def name_after_text(self, path: str) -> None:
        """Give an element that has no name its text for one, as EndNote does."""
        text = next((text for own, text in self.leaves if own == path), "")
        if text and not any(name == "name" for name, _ in self.attributes.get(path, ())):
            self.add(path, text, "name")

    def text(self) -> str:
        """Return the elements as text."""
        paths = {path for path, _ in self.leaves}
        self.leaves += [(path, "") for path in self.attributes if path not in paths]
        order: dict[str, int] = {}
        keyed = []
        for path, text in self.leaves:
            place, names, prefixes = _parted(path)
            keyed.append(((place, *[order.setdefault(prefix, len(order)) for prefix in prefixes]), names, text))
        keyed.sort(key=lambda item: item[0])
        out: list[str] = []
        opened: list[str] = []
        for _, names, text in keyed:
            parents = names[:-1]
            keep = 0
            while keep < min(len(opened), len(parents)) and opened[keep] == parents[keep]:
                keep += 1
            out += [f"</{name}>" for name in reversed(opened[keep:])]
            for length in range(keep + 1, len(parents) + 1):
                out.append(self._start(parents[:length]))
            opened = parents
            out.append(f"{self._start(names)}{text}</{names[-1]}>")
        return "".join([*out, *(f"</{name}>" for name in reversed(opened))])

    def _start(self, names: list[str]) -> str:
        """Return a start tag with the attributes that wait for it; one that stands twice waits for the next."""
        waiting = self.attributes.pop("/".join(names), None)
        if not waiting:
            return f"<{names[-1]}>"
        own: dict[str, str] = {}
        for place, (name, text) in enumerate(waiting):
            if name in own:
                self.attributes["/".join(names)] = waiting[place:]
                break
            own[name] = text
        return "".join([f"<{names[-1]}", *(f' {name}="{text}"' for name, text in own.items()), ">"])


@remembered()
def _parted(path: str) -> tuple[int, list[str], list[str]]:
    """Return the place of a path among the fields of a record, its names, and the paths through which it leads."""
    names = path.split("/")
    prefixes = ["/".join(names[:length]) for length in range(1, len(names) + 1)]
    return _PLACES.get(names[0], len(_PLACES)), names, prefixes


def _encoded(text: str) -> str:
    """Return the text of a leaf, in ``style`` runs if it has markup."""
    if "<" in text:
        pieces = _pieces(text)
        if any(faces for faces, _ in pieces):
            return "".join(
                _STYLE.format(" ".join(_FACE_OF[tag] for tag in faces) or "normal", _escaped(piece))
                for faces, piece in pieces
            )
    return _escaped(text)


def _escaped(text: str) -> str:
    """Return a text as it stands in XML; to replace what is there takes a tenth of the time of ``translate``."""
    for sign, form in _ESCAPES.items():
        if sign in text:
            text = text.replace(sign, form)
    return text
