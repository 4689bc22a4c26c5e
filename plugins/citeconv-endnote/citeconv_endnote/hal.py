"""What HAL, the French archive, puts into other fields of EndNote than others do: they go in, the usual ones come out.

Its number is the call number, and ends the address. Addresses of files stand in Custom 2, collections are databases,
the kind of a talk (``Oral``) is the label, and the notes end with the type of the document, behind its subject.
"""

from __future__ import annotations

from typing import NamedTuple

from citeconv.values.patterns import lazy

Fields = dict[str, list[str]]
_NUMBER = lazy(r"[a-z]{2,20}(?:-[a-z]{2,20})?-\d{7,8}(?:v\d{1,2})?")
_URL, _FILES, _PLACE_OF_FILES = "urls/related-urls/url", "urls/pdf-urls/url", "custom2"
_NUMBER_FIELD, _COLLECTIONS, _LABEL, _KIND, _NOTES = "call-num", "remote-database-name", "label", "work-type", "notes"


class _Document(NamedTuple):
    """What a type of document is to EndNote: a reference type, and the type of the work."""

    type_name: str
    kind: str = ""


_DOCUMENTS = {
    "Preprints, Working Papers, ...": _Document("Electronic Article", "Preprint"),
    "Poster communications": _Document("Conference Paper", "Poster"),
    "Habilitation à diriger des recherches": _Document("Thesis", "Habilitation à diriger des recherches"),
    "Lectures": _Document("Unpublished Work", "Lecture"),
    "Videos": _Document("Film or Broadcast"),
    "Sounds": _Document("Music"),
    "Images": _Document("Artwork"),
    "Maps": _Document("Map"),
    "Software": _Document("Computer Program"),
    "Patents": _Document("Patent"),
}
"""HAL's types of documents for which it has no reference type of their own."""
_UNTOLD = frozenset(("", "generic", "unpublished work"))
"""Reference types, in small letters, that do not say what a document is."""


def arranged(type_name: str, fields: Fields) -> tuple[str, Fields]:
    """Return the reference type and the fields of a reference as others have them; as they are if it is not HAL's."""
    number = fields.get(_NUMBER_FIELD, [""])[0]
    addresses = fields.get(_URL, [])
    if _NUMBER.fullmatch(number) is None or not any([address.endswith(f"/{number}") for address in addresses]):
        return type_name, fields
    fields = dict(fields)
    note = fields.get(_NOTES, [""])[-1]
    document = next((one for ending, one in _DOCUMENTS.items() if note.endswith(ending)), _Document(""))
    if document.type_name and type_name.lower() in _UNTOLD:
        type_name = document.type_name
    if document.kind and _KIND not in fields:
        fields[_KIND] = [document.kind]
    _move_files(fields)
    if len(fields.get(_COLLECTIONS, ())) > 1:
        fields[_COLLECTIONS] = ["; ".join(fields[_COLLECTIONS])]
    if _KIND not in fields and fields.get(_LABEL, [""])[0].isalpha():
        fields[_KIND] = fields.pop(_LABEL)
    return type_name, fields


def _move_files(fields: Fields) -> None:
    """Move addresses of files where EndNote has them."""
    held = fields.pop(_PLACE_OF_FILES, [])
    files = [text for text in held if text.startswith("http")]
    if files:
        fields[_FILES] = [*fields.get(_FILES, []), *files]
    if others := [text for text in held if text not in files]:
        fields[_PLACE_OF_FILES] = others
