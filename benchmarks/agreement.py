"""Whether the same articles agree when they are read from several formats, or by another project too; per field.

    python benchmarks/agreement.py [-v] FILE...
    python benchmarks/agreement.py [-v] --foreign FILE...     # each beside another project

Articles are known by their PMIDs, entries of BibTeX by their keys, other records by their titles.
What is compared is brought to the form that all have: letters without marks (some exports are ASCII), initials, two at
most, for given names, no markup. A value that only one of two formats has counts as a difference, but for fields that
the other format never has. Each difference belongs to a class, told in words with its number; ``-v`` prints each. What
no class explains is counted last, and the exit status is 1.
"""

from __future__ import annotations

import argparse
import collections
import dataclasses
import difflib
import itertools
import re
import sys
import unicodedata
from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from citeconv import Citation, CiteconvError, Date, Name, Report, load
from citeconv.values.markup import plain
from citeconv.values.names import initials_of
from citeconv.values.pages import expand_pages


@dataclasses.dataclass
class Reading:
    """What one reader says of one article.

    Attributes:
        fields: The value of each field.
        also: Other values of the same kind beside it.
        values: All it says, each value in letters.
    """

    fields: dict[str, Any]
    also: dict[str, tuple[Any, ...]]
    values: frozenset[str]


_OTHER_SIGNS = re.compile(r"[\W_]+")
_UNDERLINED = re.compile("</?u>")
_ASCII = str.maketrans({"ß": "ss", "ø": "o", "Ø": "O", "®": "(R)"})


def letters(text: str) -> str:
    """Return the letters and digits of a text in lower case, without marks, Greek ones by their names."""
    text = _UNDERLINED.sub("", plain(text))
    if text.isascii():
        return _OTHER_SIGNS.sub("", text).lower()
    signs = unicodedata.normalize("NFKD", text.translate(_ASCII))
    return "".join([_spelled(sign) for sign in signs.lower() if sign.isalnum()])


def _spelled(sign: str) -> str:
    name = unicodedata.name(sign, "") if "\u0370" <= sign <= "\u03ff" else ""
    return name.removeprefix("GREEK SMALL LETTER ").removeprefix("FINAL ").lower().replace("lamda", "lambda") or sign


def persons(names: tuple[Name, ...]) -> tuple[str, ...]:
    """Return the persons among names, each as family name and initials."""
    return tuple(
        [letters(f"{name.family}{name.initials or initials_of(name.given)}") for name in names if not name.literal]
    )


def groups(names: tuple[Name, ...]) -> tuple[str, ...]:
    """Return the groups among names."""
    return tuple([letters(name.literal) for name in names if name.literal])


def day(date: Date | None) -> tuple[int, ...]:
    """Return a date as numbers, as coarse as it is."""
    if date is None:
        return ()
    return tuple(itertools.takewhile(bool, (date.year, date.month, date.day)))


def _abstract(citation: Citation) -> str:
    return letters("".join([part.label + "".join(part.paragraphs) for part in citation.abstract]))


def _piis(citation: Citation) -> tuple[str, ...]:
    found = {citation.pii, *[each.value for each in citation.identifiers if each.kind == "pii"]}
    return tuple(sorted(found - {"", citation.doi}))


def _headings(citation: Citation) -> tuple[str, ...]:
    return tuple(
        [
            "/".join([f"{'*' * each.major}{each.term}" for each in (subject, *subject.qualifiers)])
            for subject in citation.subjects
        ]
    )


FIELDS: dict[str, Callable[[Citation], Any]] = {
    "title": lambda citation: letters(citation.title),
    "authors": lambda citation: persons(citation.author),
    "groups": lambda citation: groups(citation.author),
    "container": lambda citation: letters(citation.container_title),
    "journal": lambda citation: letters(citation.container_title_short),
    "date": lambda citation: day(citation.issued),
    "volume": lambda citation: citation.volume,
    "issue": lambda citation: citation.issue,
    "pages": lambda citation: citation.page or citation.number,
    "doi": lambda citation: citation.doi.lower(),
    "pmcid": lambda citation: citation.pmcid,
    "pii": _piis,
    "abstract": _abstract,
    "keywords": lambda citation: tuple([letters(each.text) for each in citation.keyword]),
    "headings": _headings,
}
ALSO: dict[str, Callable[[Citation], tuple[Any, ...]]] = {
    "title": lambda citation: (letters(citation.original_title),),
    "container": lambda citation: tuple(
        map(letters, (citation.container_title_short, citation.collection_title, citation.event_title))
    ),
    "journal": lambda citation: (letters(citation.container_title),),
    "date": lambda citation: (day(citation.print_date), day(citation.collection_date), day(citation.available_date)),
    "issue": lambda citation: (citation.number, citation.collection_number),
    "pages": lambda citation: (citation.number, citation.pii, citation.doi),
}
"""Other values of a citation that another reader may take for the field's."""


def _ahead(one: Reading, other: Reading, _: str) -> bool:
    return bool(one.fields.get("volume")) != bool(other.fields.get("volume"))


def _also(one: Reading, other: Reading, field: str) -> bool:
    return any(
        value and agree(value, theirs.fields[field])
        for mine, theirs in ((one, other), (other, one))
        for value in mine.also.get(field, ())
    )


def _in_full(one: Reading, other: Reading, field: str) -> bool:
    return bool(expand_pages(one.fields[field]) == expand_pages(other.fields[field]))


def _several(one: Reading, other: Reading, field: str) -> bool:
    mine, theirs = set(one.fields[field]), set(other.fields[field])
    return mine <= theirs or theirs <= mine


def _identifier(one: Reading, other: Reading, field: str) -> bool:
    number = letters(one.fields[field] or other.fields[field])
    lacking = other if one.fields[field] else one
    return not lacking.fields[field] and number in map(letters, lacking.fields.get("pii", ()))


def _et_al(one: Reading, other: Reading, field: str) -> bool:
    return (*one.fields[field], "etal") == other.fields[field] or (*other.fields[field], "etal") == one.fields[field]


def _wrapped(one: Reading, other: Reading, field: str) -> bool:
    return "".join(one.fields[field]) == "".join(other.fields[field])


def _unlabelled(one: Reading, other: Reading, field: str) -> bool:
    return bool(one.fields[field].replace("unlabelled", "") == other.fields[field].replace("unlabelled", ""))


def _formula(one: Reading, other: Reading, field: str) -> bool:
    return "mathml" in f"{one.fields[field]} {other.fields[field]}"


def _not_available(one: Reading, other: Reading, field: str) -> bool:
    return "notavailable" in (one.fields[field], other.fields[field])


def _other_order(one: Reading, other: Reading, field: str) -> bool:
    mine, theirs = one.fields[field], other.fields[field]
    return len(mine) == len(theirs) and all(map(_same_letters, mine, theirs))


def _same_letters(first: str, second: str) -> bool:
    return sorted(first) == sorted(second)


def _not_parted(one: Reading, other: Reading, field: str) -> bool:
    mine, theirs = ("".join(reading.fields[field]) for reading in (one, other))
    return _same_letters(mine.replace("and", ""), theirs.replace("and", ""))


def _command(one: Reading, other: Reading, field: str) -> bool:
    """Whether two texts differ in a few places, each no longer than the name of a command, and little in all."""
    mine, theirs = (
        "".join(value) if isinstance(value := reading.fields[field], tuple) else value for reading in (one, other)
    )
    matcher = difflib.SequenceMatcher(None, mine, theirs, autojunk=False)
    pieces = [max(step[2] - step[1], step[4] - step[3]) for step in matcher.get_opcodes() if step[0] != "equal"]
    return len(pieces) <= 6 and max(pieces, default=0) <= 24 and 4 * sum(pieces) <= max(len(mine), len(theirs))


def _word_before(one: Reading, other: Reading, field: str) -> bool:
    mine, theirs = (_PAGE_WORD.sub("", reading.fields[field]) for reading in (one, other))
    return bool(mine == theirs)


def _tags(one: Reading, other: Reading, field: str) -> bool:
    mine, theirs = (_SCRIPTS.sub("", " ".join(reading.fields[field]).replace("mathrm", "")) for reading in (one, other))
    return mine == theirs


def _reads_on(one: Reading, other: Reading, field: str) -> bool:
    values = sorted((one.fields[field], other.fields[field]), key=len)
    return _ANOTHER_TAG.match(values[1].removeprefix(values[0])) is not None


def _extended(one: Reading, other: Reading, field: str) -> bool:
    return any("given" in name and "family" in name for name in (*one.fields[field], *other.fields[field]))


def _repeated(one: Reading, other: Reading, field: str) -> bool:
    mine, theirs = one.fields[field], other.fields[field]
    shared = min(len(mine), len(theirs))
    return shared == 1 and mine[:shared] == theirs[:shared]


def _initials(one: Reading, other: Reading, field: str) -> bool:
    mine, theirs = one.fields[field], other.fields[field]
    pairs = zip(mine, theirs, strict=False)
    return len(mine) == len(theirs) and all(
        first.startswith(second) or second.startswith(first) for first, second in pairs
    )


def _homonyms(one: Reading, other: Reading, field: str) -> bool:
    mine, theirs = ([_HOMONYM.sub("", name) for name in reading.fields[field]] for reading in (one, other))
    return len(mine) == len(theirs) and all(map(_same_letters, mine, theirs))


def _no_doi(one: Reading, other: Reading, field: str) -> bool:
    return not (one.fields[field] + other.fields[field]).startswith("10.")


def _own_title(one: Reading, other: Reading, field: str) -> bool:
    return (one.fields[field] or other.fields[field]) in (one.fields["title"], other.fields["title"])


_ANOTHER_TAG = re.compile("[a-z][a-z0-9]-")
_HOMONYM = re.compile(r"0\d{3}")
_SCRIPTS = re.compile("su[bp]")
_PAGE_WORD = re.compile(r"^pp?\W*(?=\d)")
CLASSES: dict[str, tuple[str, Callable[[Reading, Reading, str], bool]]] = {
    "one was exported ahead of print, the other later": ("title date volume issue pages", _ahead),
    "one takes for it what the other has in a field beside it": ("title container journal date issue pages", _also),
    "one gives two initials of those who have more": ("authors", _initials),
    "one has the last page in full": ("pages", _in_full),
    "one takes the number of an article from an identifier": ("pages", _identifier),
    "one has one of several": ("pii", _several),
    "one takes `et al.` for an author": ("authors", _et_al),
    "one takes the lines of a wrapped value for several": ("authors groups keywords", _wrapped),
    "one takes UNLABELLED for a label": ("abstract", _unlabelled),
    "one keeps a formula as MathML": ("title abstract", _formula),
    "one has the original title where the translated one is not available": ("title", _not_available),
    "one takes a suffix behind a comma, or the words of a group, for a given name": (
        "authors",
        _other_order,
    ),
    "one does not part names at an `and` that stands oddly": ("authors", _not_parted),
    "one takes the number of a homonym of DBLP's (`0001`) for part of the name": ("authors", _homonyms),
    "one does not know the names of BibLaTeX that say what is what": ("authors", _extended),
    "one keeps tags as text": ("keywords", _tags),
    "one takes the first of a field that comes several times": ("keywords", _repeated),
    "one takes the title of a whole book for that of what it stands in": ("container", _own_title),
    "one takes for a DOI what is none": ("doi", _no_doi),
    "one reads on into another tag on the same line": ("doi", _reads_on),
    "one keeps a word before the pages": ("pages", _word_before),
    "one keeps, or leaves out, a command or a reference that it does not know": (
        "title authors container abstract keywords volume pages",
        _command,
    ),
}
"""What explains a difference: in words, for which fields, by which test."""


def agree(first: Any, second: Any) -> bool:
    """Whether two values do not contradict each other: a date that is coarser says the same so far."""
    if isinstance(first, tuple) and first and isinstance(first[0], int):
        shared = min(len(first), len(second))
        return bool(first[:shared] == second[:shared])
    return bool(first == second)


def stands(value: Any, reading: Reading) -> bool:
    """Whether a value stands anywhere in what a reader says of an article."""
    parts = value if isinstance(value, tuple) else (value,)
    return all(letters(str(part)) in reading.values for part in parts)


def explained(one: Reading, other: Reading, field: str) -> str:
    """Return the class of a difference; nothing if there is none for it."""
    for words, (fields, test) in CLASSES.items():
        if field in fields.split() and test(one, other, field):
            return words
    return ""


def read(citation: Citation) -> Reading:
    """Return what is compared of a citation."""
    fields = {field: get(citation) for field, get in FIELDS.items()}
    also = {field: get(citation) for field, get in ALSO.items()}
    return Reading(fields, also, frozenset(map(letters, texts(msgspec.to_builtins(citation)))))


def _as_entry(citation: Citation, reading: Reading) -> Reading:
    """Return a reading in the terms of BibTeX: names in full, groups among them, one ``number`` for all."""
    reading = _in_one(citation, reading)
    reading.fields["keywords"] = tuple(dict.fromkeys(filter(None, reading.fields["keywords"])))
    reading.fields["volume"] = plain(citation.volume)
    reading.fields["issue"] = citation.issue or citation.collection_number
    if citation.type not in ("article-journal", "paper-conference", "chapter"):
        reading.fields["issue"] = reading.fields["issue"] or citation.number
        reading.fields["pages"] = citation.page
    return reading


def _in_one(citation: Citation, reading: Reading) -> Reading:
    """Return a reading with persons and groups in one list, in full, as they stand in a file."""
    names = [
        letters(each.literal or f"{each.dropping_particle}{each.particle}{each.family}{each.given}{each.suffix}")
        for each in citation.author
    ]
    del reading.fields["groups"]
    reading.fields["authors"] = tuple(names)
    if not citation.type.startswith("article"):
        reading.fields["pages"] = citation.page
    return reading


_AS_READ: dict[str, tuple[Callable[[Citation, Reading], Reading], bool]] = {
    "bibtex": (_as_entry, True), "csl-json": (_in_one, False), "endnote-xml": (_in_one, False), "ris": (_in_one, False),
}  # fmt: skip
"""In which terms another project reads a format, and whether it knows records by their keys."""


def texts(value: Any) -> Iterator[str]:
    """Yield all texts within a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, tuple, dict)):
        for each in value.values() if isinstance(value, dict) else value:
            yield from texts(each)


def readings(file: str, foreign_too: bool) -> Iterator[tuple[str, str, Reading]]:
    """Yield PMID, reader and reading of each article in a file, ours and, if it is wanted, those of another project."""
    report = Report()
    seen: collections.Counter[str] = collections.Counter()
    for citation in load(file, report=report):
        identity = citation.pmid
        reading = read(citation)
        if foreign_too and report.inputs[0].format in _AS_READ:
            as_read, has_key = _AS_READ[report.inputs[0].format]
            key = (has_key and citation.key) or reading.fields["title"]
            seen[key] += 1
            identity = f"{key} {seen[key]}"
            reading = as_read(citation, reading)
        if identity:
            yield identity, report.inputs[0].format, reading
    if foreign_too:
        import foreign

        for identity, fields in foreign.READERS[report.inputs[0].format](file):
            yield (
                identity,
                foreign.NAMES[report.inputs[0].format],
                Reading(fields, {}, frozenset(map(letters, texts(fields)))),
            )


class Table:
    """How often two readers were compared in a field, and how often they differed, by class."""

    def __init__(self) -> None:
        self.compared: collections.Counter[tuple[str, str, str]] = collections.Counter()
        self.different: collections.Counter[tuple[str, str, str]] = collections.Counter()
        self.lacks: collections.Counter[tuple[str, str, str, str]] = collections.Counter()
        self.classes: collections.Counter[tuple[str, str, str, str]] = collections.Counter()

    def compare(self, one: str, first: Reading, other: str, second: Reading) -> Iterator[str]:
        """Compare two readings of an article; yield each difference."""
        for field in first.fields.keys() & second.fields.keys():
            mine, theirs = first.fields[field], second.fields[field]
            if not mine and not theirs:
                continue
            if not mine or not theirs:
                lacking, value = (first, theirs) if theirs else (second, mine)
                if not stands(value, lacking):
                    self.lacks[one if lacking is first else other, one, other, field] += 1
                    continue
            self.compared[one, other, field] += 1
            if mine and theirs and agree(mine, theirs):
                continue
            self.different[one, other, field] += 1
            words = explained(first, second, field)
            self.classes[one, other, field, words] += 1
            yield f"{field}: {mine!r} and {theirs!r}: {words or 'NOT EXPLAINED'}"

    def __str__(self) -> str:
        lines = []
        for pair, keys in itertools.groupby(sorted(self.compared), lambda key: key[:2]):
            lines.append(" and ".join(pair))
            for key in sorted(keys, key=lambda key: list(FIELDS).index(key[2])):
                compared, different = self.compared[key], self.different[key]
                share = (compared - different) / compared
                lines.append(f"    {key[2]:10} {compared - different:6,} of {compared:6,} agree ({share:.2%})")
                for (lacking, *found), count in sorted(self.lacks.items()):
                    if tuple(found) == key:
                        lines.append(f"        {count:6,} more that {lacking} does not have")
                for (*found, words), count in sorted(self.classes.items()):
                    if tuple(found) == key:
                        lines.append(f"        {count:6,} {words or 'NOT EXPLAINED'}")
        return "\n".join(lines)


def main() -> int:
    """Read the files, compare, print a table; return the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("files", nargs="+", metavar="FILE")
    parser.add_argument("-v", "--verbose", action="store_true", help="print each difference")
    parser.add_argument("--foreign", action="store_true", help="compare with another project, file by file")
    arguments = parser.parse_args()
    found: dict[tuple[str, str], dict[str, Reading]] = collections.defaultdict(dict)
    for file in arguments.files:
        try:
            for pmid, reader, reading in readings(file, arguments.foreign):
                found[pmid, file if arguments.foreign else ""].setdefault(reader, reading)
        except CiteconvError as error:
            print(error)
    table = Table()
    for (pmid, file), by_reader in found.items():
        for (one, first), (other, second) in itertools.combinations(sorted(by_reader.items()), 2):
            for difference in table.compare(one, first, other, second):
                if arguments.verbose:
                    print(f"{file}{': ' * bool(file)}{pmid}, {one} and {other}: {difference}")
    print(table)
    return int(any(not words for *_, words in table.classes))


if __name__ == "__main__":
    sys.exit(main())
