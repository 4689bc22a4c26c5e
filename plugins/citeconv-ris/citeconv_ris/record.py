"""Reading: the tags and values of one record go in, a citation comes out.

The type is told first, for the meaning of many tags depends on it and on the dialect; the function of each tag's kind
reads its values, and what several tags say together is settled at the end (``settle``).
"""

from __future__ import annotations

from citeconv import Citation
from citeconv.values.authors import quoted_addresses
from citeconv.values.memo import remembered
from citeconv.values.preprints import is_preprint
from citeconv_ris import mapping, pure, record_types
from citeconv_ris.fields import FUNCTIONS, LATE
from citeconv_ris.reading import Found, Function, Reading, decode
from citeconv_ris.settle import settle
from citeconv_ris.tags import DIALECTS, IN_DIALECT, MARKS, rules_of
from citeconv_ris.values import is_address

_TEXT = FUNCTIONS["text"]
_UNKNOWN: tuple[Function, str, bool] = (FUNCTIONS["kept"], "", False)
"""The functions of plain text, and of tags without a meaning."""

_WHOLE = ("report", "thesis")
"""Types of works that are in no book."""

_Plan = dict[str, tuple[Function, str, bool]]
"""For each tag its function, its field, and whether it comes after the others."""


@remembered()
def _plan(dialect: str, ris_type: str, kind: str) -> _Plan:
    """Return what each tag means in a dialect, under a type."""
    rules = rules_of(ris_type, kind)
    for each in DIALECTS:
        if each.name == dialect:
            rules |= each.tags | IN_DIALECT.get((dialect, kind), {})
    return {tag: (FUNCTIONS[rule.kind], rule.field, rule.kind in LATE) for tag, rule in rules.items()}


def read_record(values: list[tuple[str, str]], dialect: str) -> tuple[Citation, list[str]]:
    """Return the citation that the tags of a record make, and what had to be guessed.

    Args:
        values: Tags and their values, in the order of the file.
        dialect: Name of the dialect, or nothing.
    """
    found = _by_tag(values)
    types = found.pop("TY", [])
    told = types[0].upper() if types else ""
    ris_type = mapping.TYPES_IN_WORDS.get(told, told)
    kind = record_types.read_type(ris_type, found.get("M3", ()))
    if kind == "document" and record_types.is_in_issue(found):
        kind, told = "article-journal", ""
    if dialect == "Ovid" and record_types.is_article_of_trial(ris_type, found):
        kind = "article-journal"
    reading = Reading(found, kind or record_types.guess(found, ris_type), values)
    if told and (mapping.WRITE_TYPES.get(kind) != told or len(types) > 1):
        for each in types:
            reading.keep("TY", each)
    if dialect in MARKS and not _is_marked(found, MARKS[dialect]):
        dialect = ""
    _put_right(reading)
    _fill(reading, _plan(dialect, ris_type, reading.kind))
    settle(reading)
    if reading.kind in mapping.UNPUBLISHED and is_preprint(reading.fields.get("genre", "")):
        reading.kind = "article"
        if types == [mapping.WRITE_TYPES["article"]]:
            reading.extra = [each for each in reading.extra if each[0] != f"{reading.format}:TY"]
    if ris_type in mapping.TOLD_BY_TYPE:
        reading.fields.setdefault(*mapping.TOLD_BY_TYPE[ris_type])
    if not kind and ris_type not in mapping.LINK_KINDS:
        reading.notes.append(f"type {ris_type} is not known" if ris_type else f"no type: taken for {reading.kind}")
    return reading.citation(), reading.notes


def _by_tag(values: list[tuple[str, str]]) -> Found:
    found: Found = {}
    for tag, value in values:
        if tag in found:
            found[tag].append(value)
        else:
            found[tag] = [value]
    return found


def _put_right(reading: Reading) -> None:
    """Move values that some programs have under another tag, and drop what they have twice, before any is read."""
    found = reading.found
    if "CY" in found and not found.keys().isdisjoint(("AU", "A1")):
        _move_addresses(found)
    if "BT" in found and reading.kind in _WHOLE and found["BT"] in (found.get("T1"), found.get("TI")):
        del found["BT"]  # the title once more (Pure)
    if "T2" in found and "T1" in found and (event := pure.move_titles(found, reading.values)):
        reading.fields["event_title"] = decode(event)


def _is_marked(found: Found, marks: tuple[tuple[str, str], ...]) -> bool:
    """Return whether a record has a tag with a value that begins as those of a dialect do."""
    return any([value.startswith(begin) for tag, begin in marks for value in found.get(tag, ())])


def _fill(reading: Reading, meanings: _Plan) -> None:
    """Give the values of each tag to the function of its kind."""
    late = []
    for tag, theirs in reading.found.items():
        function, field, waits = meanings.get(tag, _UNKNOWN)
        if function is _TEXT and len(theirs) == 1 and "<" not in theirs[0] and "&" not in theirs[0]:  # as most are
            reading.put(field, tag, theirs[0])
        elif waits:
            late.append((function, field, tag, theirs))
        else:
            function(reading, field, tag, theirs)
    for function, field, tag, theirs in late:
        function(reading, field, tag, theirs)


def _move_addresses(found: Found) -> None:
    """Take addresses of authors out of the place of the publisher, also those that Rayyan has in a list there."""
    addresses: list[str] = []
    places: list[str] = []
    for value in found["CY"]:
        quoted, place = quoted_addresses(value)
        if quoted:
            addresses += quoted
            places += filter(None, [place])
        else:
            (addresses if is_address(value) else places).append(value)
    if addresses:
        found["AD"] = [*found.get("AD", ()), *addresses]
        del found["CY"]
        if places:
            found["CY"] = places
