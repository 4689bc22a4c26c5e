"""What Scopus tells in its notes: a reading goes in, and its fields that no tag has filled are filled.

Each label with its value is a note of its own, or all stand in one, with semicolons between, or what EPPI-Reviewer has
between notes. The note itself stays as it is, for most of it has no field.
"""

from __future__ import annotations

from citeconv.values.databases import read_chemicals, read_grants
from citeconv.values.dates import parse_days
from citeconv.values.patterns import lazy
from citeconv_ris.reading import Reading, decode

LABELS = ("Export Date: ", "CODEN: ", "Chemicals/CAS: ", "Conference ", "Funding details: ")
"""What the notes that tell something begin with."""
_TEXTS = {"conference name": "event_title", "conference location": "event_place"}
_NUMBERS = {"conference code": "scopus-conference", "coden": "coden"}
_LISTS = ("funding details", "chemicals/cas")
"""Labels behind whose value nothing else stands, which may have semicolons in it."""


REFERENCES = "References: "
_YEAR = lazy(r"\(\d{4}\)")


def without_references(reading: Reading, notes: list[str]) -> list[str]:
    """Take the works cited from notes, of which each stands on a line, with a semicolon before the next.

    A single line may be about references, if another program wrote it.
    """
    begin = 0
    while begin < len(notes) and not notes[begin].startswith(REFERENCES):
        begin += 1
    if begin == len(notes) or not _YEAR.search(notes[begin]):
        return notes
    if not notes[begin].endswith(";") and not reading.fields.get("source", "").startswith("Scopus"):
        return notes
    end = begin + 1
    while end < len(notes) and notes[end - 1].endswith(";"):
        end += 1
    cited = "; ".join([decode(note).rstrip("; ") for note in notes[begin:end]]).removeprefix(REFERENCES)
    if not reading.takes("references", cited):
        return notes
    return [*notes[:begin], *notes[end:]]


def read_note(reading: Reading, note: str) -> None:
    """Fill what a note tells and no tag has told."""
    label, _, text = note.partition(": ")
    if label.lower() in _LISTS:
        _read(reading, label.lower(), text)
        return
    for part in note.replace(" | ", "; ").split("; "):
        label, _, text = part.partition(": ")
        _read(reading, label.lower(), text.strip())


def _read(reading: Reading, label: str, text: str) -> None:
    fields = reading.fields
    if field := _TEXTS.get(label):
        fields.setdefault(field, decode(text))
    elif kind := _NUMBERS.get(label):
        reading.identify(kind, text)
    elif label == "conference date" and (days := parse_days(text)):
        fields.setdefault("event_date", days)
    elif label == "funding details":
        held = fields.get("grants", ())
        reading.add("grants", *[grant for grant in read_grants(text) if grant not in held])
    elif label == "chemicals/cas" and "chemicals" not in fields:
        fields["chemicals"] = tuple(read_chemicals(decode(text)))
