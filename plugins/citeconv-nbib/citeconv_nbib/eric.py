"""Records of ERIC, the Education Resources Information Center, which has MEDLINE's tags with a meaning of its own.

The lines of a record go in, a ``Citation`` comes out. Before it is read like any other, its lines are put as MEDLINE
has them: numbers lose their labels, languages become codes, dates begin with the year. ``JT`` is a journal in an
article's record and else the publisher; ``LID`` and ``AID`` are addresses; ``SO`` says once more what other tags say.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from citeconv import Citation, Identifier
from citeconv.values.dois import bare_doi
from citeconv.values.languages import language_code, marc_code
from citeconv.values.patterns import lazy
from citeconv_nbib.reading import read_citation
from citeconv_nbib.syntax import Lines, by_tag

if TYPE_CHECKING:
    from citeconv.citation import CitationType

START = "OWN - ERIC\n"
"""How a record begins."""

_NUMBER = lazy(r"E[DJ]\d{4,9}")
_MARKED = lazy(r"\S+ \[(?P<kind>[a-z]+)\]")
_ARTICLE = lazy(r"Article (?P<number>\S+) ")
"""What may stand before the date: the number of an article that has no pages."""
_EDITOR = lazy(r"(?P<name>\S.*), Eds?\.")
_YEAR_LAST = lazy(r"(?P<rest>\S.*) (?P<year>\d{4})")
_SOURCE = lazy(r"(?:v(?P<VI>\S+) ?)?(?:n(?P<IP>\S+) ?)?(?:p(?P<PG>\S+) ?)?(?P<DP>(?:Article \S+ )?[A-Z\d].*)?")
_DEGREE = lazy(r"(?P<genre>[^,]{0,40}(?:Dissertation|Thesis|Practicum)), (?P<school>\S.*)")
_TYPES: dict[str, CitationType] = {
    "Journal Articles": "article-journal",
    "Dissertations/Theses": "thesis",
    "Books": "book",
    "Collected Works - Proceedings": "book",
    "Speeches/Meeting Papers": "paper-conference",
}
"""The type by the beginning of a type of publication, the first that is there; what ERIC keeps else are reports."""


def read_lines(lines: Lines) -> Citation:
    """Return the citation in the lines of a record.

    Raises:
        RecordError: Nothing in it says which work it is.
    """
    return _Reading(lines).citation()


class _Reading:
    """Lines as MEDLINE has them, and what MEDLINE has no tag for."""

    def __init__(self, given: Lines) -> None:
        self.addresses: list[str] = []
        self.own_address = ""
        self.archives: list[str] = []
        self.article = ""
        self.degree: dict[str, str] = {}
        self.given = dict(given)
        kinds = [value for tag, value in given if tag == "PT"]
        marked = next((value for tag, value in given if tag in ("OID", "AID") and _NUMBER.match(value)), "")
        self.type = _type(marked, kinds)
        self.lines = [line for tag, value in given for line in self._line(tag, value)]
        self.lines.sort(key=_is_doi)  # MEDLINE names it behind other identifiers

    def citation(self) -> Citation:
        """Read the lines."""
        read = read_citation(by_tag(self.lines))
        addresses = [*self.addresses, *filter(None, [self.own_address])]
        return replace(
            read,
            type=self.type,
            genre=self.degree.get("genre", "") or read.genre,
            number=self.article or read.number,
            source="ERIC",
            archive="; ".join(self.archives),
            url=addresses[0] if addresses else "",
            identifiers=(*read.identifiers, *[Identifier(kind="uri", value=each) for each in addresses[1:]]),
            extra=tuple([(tag, value) for tag, value in read.extra if value]),
        )

    def _line(self, tag: str, value: str) -> Lines:
        put = _TAGS.get(tag)
        return put(self, value) if put else [(tag, value)]

    def _title(self, value: str) -> Lines:
        return [("TI", value if value.endswith((".", "?", "!")) else f"{value}.")]

    def _person(self, value: str) -> Lines:
        editor = _EDITOR.fullmatch(value)
        return [("FED", editor["name"]) if editor else ("AU", value)]

    def _issn(self, value: str) -> Lines:
        label, _, number = value.partition("-")
        kind = {"ISSN": "Print", "EISSN": "Electronic"}.get(label)
        if not kind:
            return [("ISSN", value)]
        return [("IS", f"{number} ({kind})")] if number else []

    def _isbn(self, value: str) -> Lines:
        number = value.removeprefix("ISBN-")
        return [("ISBN", number)] if number else []

    def _language(self, value: str) -> Lines:
        return [("LA", marc_code(language_code(value)))]

    def _address(self, value: str) -> Lines:
        if _MARKED.fullmatch(value):
            return [("AID", value)]
        if doi := bare_doi(value):
            return [("AID", f"{doi} [doi]")]
        self.addresses.append(value)
        return []

    def _own_address(self, value: str) -> Lines:
        if _MARKED.fullmatch(value) or self.own_address:
            return [("LID", value)]
        self.own_address = value
        return []

    def _owners_number(self, value: str) -> Lines:
        return [("AID", f"{value} [eric]")] if _NUMBER.fullmatch(value) else [("OID", value)]

    def _date(self, value: str) -> Lines:
        if article := _ARTICLE.match(value):
            self.article, value = article["number"], value[article.end() :]
        if parts := _YEAR_LAST.fullmatch(value):
            value = f"{parts['year']} {parts['rest']}"
        return [("DP", value)]

    def _container(self, value: str) -> Lines:
        if self.type == "thesis":
            self.archives.append(value)
            return []
        return [("JT" if self.type == "article-journal" else "PB", value)]

    def _source(self, value: str) -> Lines:
        if self.type == "thesis" and (degree := _DEGREE.fullmatch(value)):
            self.degree = degree.groupdict()
            return [("PB", degree["school"])]
        said = _SOURCE.fullmatch(value)
        again = said is not None and all(self.given.get(tag) == part for tag, part in said.groupdict().items() if part)
        return [] if again else [("SO", value)]


_TAGS: dict[str, Callable[[_Reading, str], Lines]] = {
    "TI": _Reading._title, "AU": _Reading._person, "ISSN": _Reading._issn, "ISBN": _Reading._isbn,
    "LA": _Reading._language, "AID": _Reading._address, "LID": _Reading._own_address,
    "OID": _Reading._owners_number, "DP": _Reading._date, "JT": _Reading._container, "SO": _Reading._source,
}  # fmt: skip
"""Tags that MEDLINE has in another way."""


def _is_doi(line: tuple[str, str]) -> bool:
    return line[0] == "AID" and line[1].endswith(" [doi]")


def _type(number: str, kinds: list[str]) -> CitationType:
    """Return the type of a work: those whose numbers begin with ``EJ`` are articles."""
    if number.startswith("EJ"):
        return "article-journal"
    return next((kind for name, kind in _TYPES.items() if any(each.startswith(name) for each in kinds)), "report")
