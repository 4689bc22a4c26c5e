"""What ProQuest tells in its notes, one thing in each, behind a label: ``Last updated - 2023-05-03``.

A note goes in; if it is a field in disguise, the field of the reading is filled, and nothing is left of the note.
"""

from __future__ import annotations

from citeconv import Event
from citeconv_ris.dates import read_date
from citeconv_ris.reading import Reading, decode, several

_EVENTS = {
    "Date created": "record-created", "Date completed": "record-completed", "Date revised": "record-revised",
    **dict.fromkeys(
        (
            "Last updated", "Dernière mise à jour", "Zuletzt aktualisiert", "Última actualización",
            "Última atualização", "Ultimo aggiornamento",
        ),
        "updated",
    ),
}  # fmt: skip
_TEXTS = {"Copyright": "copyright", "Number of references": "number_of_references"}


def take_note(reading: Reading, note: str) -> bool:
    """Return whether a note was a field, which is filled then."""
    label, dash, value = note.partition(" - ")
    if not dash:
        return False
    if kind := _EVENTS.get(label):
        date = read_date(value)
        if date is None or not date.year or date.literal:
            return False
        reading.add("history", Event(kind=kind, date=date))
        return True
    if label == "CODEN":
        reading.identify("coden", value)
        return True
    if label == "SubjectsTermNotLitGenreText":  # the places among the keywords, once more
        known = {word.casefold() for word in reading.found.get("KW", ())}
        return known.issuperset(word.casefold() for word in several(value))
    field = _TEXTS.get(label, "")
    return bool(field) and reading.takes(field, decode(value))
