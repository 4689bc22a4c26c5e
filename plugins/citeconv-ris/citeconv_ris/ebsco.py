"""What EBSCO tells in its notes: a reading goes in, and its fields that no tag has filled are filled.

EBSCO's databases have tags for the citation only. All else stands in one ``N1``, with labels: PsycINFO's with full
stops between, those of the others with semicolons, and there the authors once more, with the numbers of their places.
The note itself stays as it is, for most of it has no field.
"""

from __future__ import annotations

from citeconv.values.authors import Authors
from citeconv.values.languages import LANGUAGES
from citeconv.values.patterns import lazy
from citeconv_ris.reading import Reading, decode

_LABELLED = {
    "pmid": lazy(r"\bPMID: (\d{5,8})\b"),
    "number": lazy(r"\bArtID: ([\w.-]{1,30}?)\.?(?: |\Z)"),
}
_LANGUAGE = lazy(r"\bLanguage: ([A-Z][a-z]{2,20})")
"""The word ends where the next begins: ``Language: EnglishMajor Descriptor: ...``."""
_ACCESSION = lazy(r"Accession Number: (\w[\w-]{3,30})[.;]")
_AFFILIATIONS = "Affiliations: "
_WITHOUT_SIGNS = "; Affiliation:  1: "
"""What stands before the places in exports until about 2018, which have blanks where others have semicolons."""
_PERSON = lazy(r"(?<=\d) (?=[^\W\d])|(?<=\w) (?=Email Address: )")
_MAIL_BEFORE_PERSON = lazy(r"(Email Address: \S{1,100}) ")
_MAIL = "Email Address: "
_PLACE = lazy(r"(\d{1,3}) ?: ?(\S.*)")
_NUMBERED = lazy(r"(\S[^\d;]{1,80}) (\d{1,3}(?:,\d{1,3}){0,20})")


def read_note(reading: Reading, note: str) -> None:
    """Fill what a note tells and no tag has told."""
    if "AN" not in reading.found and (accession := _ACCESSION.match(note)):
        reading.identify("accession", accession[1])
    for field, pattern in _LABELLED.items():
        if field not in reading.fields and (found := pattern.search(note)):
            reading.fields[field] = found[1]
    if "language" not in reading.fields:
        words = (match[1].lower() for match in _LANGUAGE.finditer(note))
        if code := next((LANGUAGES[word] for word in words if word in LANGUAGES), ""):  # else it is part of a title
            reading.fields["language"] = (code,)
    people, affiliations, places = (_with_signs(note) if _WITHOUT_SIGNS in note else note).partition(_AFFILIATIONS)
    authors = reading.fields.get("author", ())
    if affiliations and authors and not any(author.affiliations for author in authors):
        _give_places(reading, people, _numbered_places(places))


def _with_signs(note: str) -> str:
    """Return a note with semicolons between people, e-mail addresses and places, as later exports have them."""
    people, _, behind = note.partition(_WITHOUT_SIGNS)
    people = _PERSON.sub("; ", _MAIL_BEFORE_PERSON.sub(r"\1; ", people))
    places, semicolon, rest = behind.partition("; ")
    return f"{people}; {_AFFILIATIONS}1: {places.replace('  ', '; ')}{semicolon}{rest}"


def _numbered_places(text: str) -> dict[str, str]:
    """Return the places by their numbers: ``1: Institute of Tides; 2: Shelf College; Source Info: …``."""
    places: dict[str, list[str]] = {}
    number = ""
    for piece in map(str.strip, text.split(";")):
        if found := _PLACE.fullmatch(piece):
            number = found[1]
            places[number] = [found[2]]
        elif not number or ": " in piece or not piece:  # what stands behind the places
            break
        else:
            places[number].append(piece)
    return {number: "; ".join(pieces) for number, pieces in places.items()}


def _give_places(reading: Reading, text: str, places: dict[str, str]) -> None:
    """Give places and e-mail to the authors in a list: ``Lind, Per 1,2; Email Address: per@example.org; Wei, R 1``."""
    people = Authors(reading.fields["author"])
    last: int | None = None
    for piece in map(str.strip, decode(text).split(";")):
        numbered = _NUMBERED.fullmatch(piece)
        who = people.place(numbered[1] if numbered else piece)
        if who is not None:
            last = who
            for number in numbered[2].split(",") if numbered else ():
                people.add_address(who, decode(places.get(number, "")))
        elif last is not None and piece.startswith(_MAIL) and not people.names[last].email:
            people.change(last, email=piece.removeprefix(_MAIL))
    reading.fields["author"] = people.complete()
