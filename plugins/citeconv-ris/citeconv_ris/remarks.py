"""What a database or a reader says beside the citation: tags go in, the annotation comes out, and the other way round.

Each remark is a part of the annotation, behind the label that the Web of Science's own names of its fields give it; an
annotation of any other form is EndNote's ``RN``, research notes. Only what is read as the same annotation is written
in several tags.
"""

from __future__ import annotations

from typing import NamedTuple

from citeconv.values.databases import WOS_REMARKS
from citeconv.values.patterns import lazy
from citeconv_ris.values import LABELLED

LABELS = {"PA": WOS_REMARKS["PA"], "C3": WOS_REMARKS["C3"], "M4": "Exported from"}
"""Tags of remarks, and their labels in the annotation."""

_TAGS = {label: tag for tag, label in LABELS.items()}
_ORDER = ("N1", "PA", "C3", "M4", "RN")
"""In which order remarks stand in the annotation."""
_CUT = lazy(rf"; (?=(?:{'|'.join(_TAGS)}|(?:Total )?Times Cited[A-Za-z ]{{0,50}}|Cited By): )")


class Remark(NamedTuple):
    """One remark: its place in the annotation, its label, and what it says."""

    place: int
    label: str
    text: str


def remark(tag: str, values: list[str]) -> Remark:
    """Return the remark that the values of a tag are."""
    return Remark(_ORDER.index(tag), LABELS.get(tag, ""), "; ".join(values))


def count(note: str) -> Remark | None:
    """Return the remark in a note that tells how often a work was cited, none if it is another note."""
    match = LABELLED.fullmatch(note)
    counts = match is not None and "cited " in match["label"].lower() + " " and match["value"].isdigit()
    return Remark(0, match["label"], match["value"]) if match and counts and "Count" not in match["label"] else None


def annotation(remarks: list[Remark]) -> str:
    """Return the annotation that remarks are."""
    ordered = sorted(remarks, key=lambda one: one.place)
    return "; ".join([f"{one.label}: {one.text}" if one.label else one.text for one in ordered])


def tagged(text: str) -> list[tuple[str, str]]:
    """Return the tags and values that are read as an annotation."""
    found: dict[str, list[str]] = {}
    remarks = []
    for part in _CUT.split(text):
        label, _, said = part.partition(": ")
        counted = count(part)
        tag = _TAGS.get(label) or ("N1" if counted else "RN")
        if tag in found and tag != "N1":
            break
        values = said.split("; ") if tag == "C3" else [said if tag in LABELS else part]
        found.setdefault(tag, []).extend(values)
        remarks.append(counted or remark(tag, values))
    lines = [(tag, value) for tag, values in found.items() for value in values]
    known = ("C3" not in found or "PA" in found) and found.get("M4", ["Citavi"]) == ["Citavi"]
    if known and annotation(remarks) == text and all(value and value == value.strip() for _, value in lines):
        return lines
    return [("RN", text)]


def of_web_of_science(annote: str) -> bool:
    """Return whether an annotation will be written in tags that only the Web of Science has."""
    return f"{LABELS['PA']}: " in annote and any(tag == "PA" for tag, _ in tagged(annote))
