"""What one cell holds, kind by kind: the text of a cell goes in, the value of a field comes out.

Programs differ: lists are parted by semicolons, bars or commas, dates are ``2024-03-01``, ``1 Mar 2024`` or
``2019/03/01``, ISSNs have hyphens or none. A function returns what is empty for a cell that it cannot read; the cell
then goes to ``extra`` as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

import msgspec

from citeconv import (
    CITATION_TYPES,
    Chemical,
    Databank,
    Date,
    Event,
    Grant,
    Identifier,
    Issn,
    Keyword,
    Related,
    Subject,
)
from citeconv.values.abstracts import abstract_sections, clean, clean_lines
from citeconv.values.bare import bare_pages
from citeconv.values.databases import WOS_TYPES, number_elsewhere, read_chemicals, read_cited, read_grants
from citeconv.values.dates import MONTHS, parse_date, parse_edtf, parse_numbers
from citeconv.values.dois import HOST
from citeconv.values.issns import Kind, find_issns, has_check_digit
from citeconv.values.languages import languages_with_blanks
from citeconv.values.links import AT_ARXIV, PUBMED, number_of_record
from citeconv.values.literals import described, quoted_list
from citeconv.values.memo import remembered
from citeconv.values.nlm import read_heading, title_as_cited
from citeconv.values.pages import expand_pages, with_hyphens
from citeconv.values.patterns import lazy
from citeconv_csv.columns import DAY_FIRST, MONTH_FIRST, Column
from citeconv_csv.names import (
    family_first,
    glued_people,
    own_names,
    people,
    scopus_names,
    with_plain_signs,
)
from citeconv_csv.work_types import OPENOFFICE_TYPES, SECTION_TYPES, ZOTERO_TYPES, work_type

_ADDRESS = lazy(rf"https?://(?:www\.)?(?:{HOST}|openalex\.org)/|{PUBMED}", re.I)
_BEFORE_ARXIV = lazy(rf"\A(?:https?://)?{AT_ARXIV}|\Aarxiv: ?", re.I)
_WITHOUT_SCHEME = lazy(rf"\A(?:{HOST}/|DOI\s+)", re.I)
_BROKEN = lazy(r"(?<=[/.:]) +(?![A-Z])")
"""Blanks in a DOI as copied from a page: ``https:// doi. org/ 10. 1007/ s1``."""
_ENCODED = lazy(r"%(2[0389BCF]|3[ABCE]|5[BD])", re.I)
"""Signs of DOIs that addresses spell by their numbers: ``10.1002/1097(2001)1%3C1::AID-X%3E3.0.CO%3B2-1``."""
_BETWEEN_DOIS = lazy(r"(?<!\s)\s*[;,|]\s*(?=(?:(?:doi:\s?)?https?://[\w.-]{1,60}/|doi:\s?)?10\.\d{4,9}/)", re.I)
_OF_A_DOI = lazy(r";2-[\w#]\Z")
"""How DOIs of the 1990s end, ``…3.0.CO;2-M``."""
_ANY = Column("doi")
_BETWEEN_APPLICANTS = lazy(r";;|;?\s?\n")
_BETWEEN_INVENTORS = lazy(r" ?\[[A-Z]{2}\](?:\s{0,3}\n)?|;;|\n")
"""Behind inventors stands their country (Espacenet); what parts them may be a line end, or two semicolons (Lens)."""
_OPENALEX, _LONGEST_HOST = "//openalex.org/", 24
_SHORTEST_WOS = 9
_OF_DIMENSIONS = "pub."
_OF_OPENALEX = lazy(r"W[1-9]\d{6,10}")
_PMCID = lazy(r"(?:PMC ?)?(\d{1,9}(?:\.[1-9])?)(?:\.0)?", re.I)
_LABEL = lazy(r"(?:doi|pmid|pmcid)\s*:\s*", re.I)
_SHORT_ISSN = lazy(r"([0-9]{4,6}[0-9Xx])(?:\.0)?")
_NUMBERS_LISTED = lazy(r"\d{4,20}(?:; \d{4,20})+")
_ISSN_GAP = lazy(r"(?:[,;|\s]|\band\b)*")
_MONTH = "(?:Jan|Feb|M[aä]r|Apr|Ma[iy]|Jun|Jul|Aug|Sep|O[ck]t|Nov|De[cz])"
_SHORT_YEAR = lazy(rf"^(\d\d?-{_MONTH}-)(\d\d)$")
"""What Excel saves of a date in its own form, ``1-Dec-25``."""
_MONTH_AND_SHORT_YEAR = lazy(rf"({_MONTH})-(\d\d)")
_IN_NUMBERS = lazy(r"(\d\d?)([/.-])(\d\d?)\2(\d{4}|(?<=/)\d\d)")
"""``22-08-2015``, and Excel's ``4/1/22``."""
_MADE_A_DATE = lazy(
    rf"\d{{1,2}}(?:-|\. ?){_MONTH}(?:-(?:\d\d|\d{{4}}))?|{_MONTH}[- ]\d\d"
    r"|\d\d?/\d\d?/(?:19|20)\d\d|\d\d?\.\d\d?\.(?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d(?: 00:00:00)?"
)
"""What a spreadsheet makes of pages and issues: ``2-May``, ``May-12``, ``02/05/2020``."""
_PARTS_OF_DATE = lazy(r"[^\W\d_]+|\d+")
_OPENAIRE = "info:eu-repo/semantics/"
"""What stands before the types of OpenAIRE, which repositories have."""
_BEHIND_TYPE = lazy(r" - | ?[(\uff08]|, ")
_BEHIND_NUMBER = lazy(r"\) ?[,;]")
_NUMBERS = frozenset("0123456789-, ")
_NUMBER = lazy(r"(?P<first>\d{1,8})[.,](?P<digits>\d{1,8})(?:[eE]\+?(?P<power>\d{1,2}))?")
_AND, _MANY_AND, _LIST_SIGNS = " and ", 3, frozenset(",;|[\n")
"""What parts a list that has no other signs, from so many on."""
_MIDNIGHT = lazy(r" (?:0?0:00(?::00)?|12:00:00 AM)\Z")
"""What programs write behind a day whose time is not known."""
_DATE_PARTS = lazy(r"\[\[(\d{4})(?:, ?(\d\d?))?(?:, ?(\d\d?))?\]\]")
"""Crossref's date, as programs leave it in a cell: ``[[2021, 12, 5]]``."""
_CLOCK = lazy(r"(?<!\d)\d\d?:\d\d(?::\d\d(?:\.\d{1,9})?)?")


def holds_dois(text: str) -> bool:
    """Return whether a cell has several DOIs."""
    return _BETWEEN_DOIS.search(text) is not None


def parts(text: str) -> list[str]:
    """Return the pieces of a list: parted by bars, by semicolons, by commas outside of parentheses, or by lines."""
    text = with_plain_signs(text)
    if "|" in text or ";" in text or text.startswith("["):
        return parts_of_names(text)
    if "\n" in text and "," not in text:
        return text.split("\n")
    pieces: list[str] = []
    opened = 0
    for part in text.split(","):
        if opened > 0:
            pieces[-1] += f",{part}"
        else:
            pieces.append(part)
        opened += part.count("(") - part.count(")")
    if opened > 0:  # one that nothing closes
        pieces = text.split(",")
    return [piece for part in pieces if (piece := part.strip())]


def parts_of_names(text: str) -> list[str]:
    """Return the pieces of a list whose pieces may hold commas."""
    pieces = quoted_list(text) or text.split("|" if "|" in text else ";")
    return [piece for part in pieces if (piece := part.strip())]


# -- dates


@remembered(4096)
def read_date(text: str) -> Date | None:
    """Return the date in a cell, whatever order its parts are in; None where only guesses would tell day from month."""
    said = text = whole(clean(text))
    if "[[" in text and (numbers := _DATE_PARTS.search(text)):
        text = "-".join([number.zfill(2) for number in numbers.groups() if number])
    elif text[:1] == "{":  # an object, as programs that ask PubMed leave it
        parts = described(text)
        text = " ".join(filter(None, map(parts.get, ("year", "month", "day")))) or parts.get("medlinedate", text)
    found = parse_edtf(text)
    if found is None:
        text = _SHORT_YEAR.sub(lambda match: f"{match[1]}{_of_excel(match[2])}", text)
        found = parse_numbers(text) or parse_date(text)
        if found.literal:
            found = msgspec.structs.replace(found, literal=said)
    return found if found.year or found.literal else None


def order_of(cells: Iterable[str]) -> str:
    """Return the order of days and months in a column: ``DAY_FIRST``, ``MONTH_FIRST``, or nothing if none tells it.

    Args:
        cells: Some of the column. What is over 12 is a day.
    """
    days = [_MIDNIGHT.sub("", cell.strip(), count=1) for cell in cells]
    numbers = [(int(found[1]), int(found[3])) for day in days if (found := _IN_NUMBERS.fullmatch(day))]
    told = [pair for pair in numbers if min(pair) < 13 <= max(pair) < 32]
    orders = {DAY_FIRST if first > second else MONTH_FIRST for first, second in told}
    return orders.pop() if len(orders) == 1 else ""


def _in_order(text: str, order: str) -> Date | None:
    """Return the date in a cell of a column with an order, ``4/1/22``; None if it is of no such form."""
    found = _IN_NUMBERS.fullmatch(_MIDNIGHT.sub("", text, count=1))
    if found is None:
        return None
    first, second, year = int(found[1]), int(found[3]), found[4]
    day, month = (first, second) if order == DAY_FIRST else (second, first)
    if not (0 < month < 13 and 0 < day < 32):
        return None
    return Date(year=int(year if len(year) == 4 else _of_excel(year)), month=month, day=day)


def _of_excel(year: str) -> str:
    """Return a year of two digits in full: as in Excel, 29 is 2029 and 30 is 1930."""
    return f"{'20' if year < '30' else '19'}{year}"


def _date(text: str, column: Column) -> Date | None:
    return (_in_order(text.strip(), column.detail) if column.detail else None) or read_date(text)


def _early_access(text: str, _: Column) -> Date | None:
    """Return the Web of Science's month and year, ``OCT 2019``, of which Excel makes ``Oct-19``."""
    text = text.strip()
    short = _MONTH_AND_SHORT_YEAR.fullmatch(text)
    return read_date(f"{short[1]} {_of_excel(short[2])}" if short else text)


def read_moment(text: str) -> tuple[Date | None, str]:
    """Return the date in a cell, and the time of day behind it."""
    date = read_date(text)
    clock = _CLOCK.search(text)
    if clock and date and date.literal and (day := read_date(text[: clock.start()])) and not day.literal:
        date = day
    time = clock[0] if clock and date and not date.literal else ""
    return date, f"0{time}" if time[1:2] == ":" else time


def _event(text: str, column: Column) -> tuple[Event, ...]:
    date, time = read_moment(text)
    return (Event(kind=column.detail, date=date, time=time),) if date else ()


def undated(text: str) -> str:
    """Return what a spreadsheet may have made a date of, ``9-12`` for ``9-Dec`` or ``2024-12-09``; else nothing.

    Args:
        text: Pages, or the number of an issue.
    """
    if not 5 <= len(text) <= 20 or _MADE_A_DATE.fullmatch(text) is None:
        return ""
    parts = [str(MONTHS.get(part.lower()[:3]) or int(part)) for part in _PARTS_OF_DATE.findall(text)]
    several = [part for part in parts if len(part) < 4]
    if text[0].isalpha():  # Dec-09
        return "-".join(several)
    return (
        f"{several[0]}-{several[1]}" if len(parts) == 2 else f"{several[0]}-{several[1]} or {several[1]}-{several[0]}"
    )


# -- identifiers


def _bare(text: str, _column: Column) -> str:
    text = clean(text)
    return _LABEL.sub("", _ADDRESS.sub("", text, count=1), count=1).rstrip("/") if ":" in text else text


def _doi(text: str, column: Column) -> str:
    """Return a DOI; nothing if it is none, such as ``unavailable`` or a key."""
    bare = _WITHOUT_SCHEME.sub("", _bare(text, column), count=1)
    if "%" in bare:
        bare = _ENCODED.sub(lambda sign: chr(int(sign[1], 16)), bare)
    if " " in bare:
        whole_one = _BROKEN.sub("", bare)
        bare = bare if " " in whole_one else _WITHOUT_SCHEME.sub("", _bare(whole_one, column), count=1)
    if not bare.startswith("10"):
        return ""
    return bare.rstrip(".,;")


def several_dois(text: str) -> tuple[list[str], list[str]]:
    """Return the DOIs in a cell that has more than one, each once, and what stands there and is none.

    Args:
        text: ``10.5555/a;S0140-6736(20)30183-5;10.5555/a``; a semicolon may be part of a DOI, but not before another.
    """
    dois: dict[str, str] = {}
    others: dict[str, None] = {}
    for piece in _BETWEEN_DOIS.split(text):
        first, *rest = [piece] if _OF_A_DOI.search(piece) else piece.split(";")
        doi = _doi(first.strip(), _ANY)
        if doi:
            dois.setdefault(doi.lower(), doi)
        others |= dict.fromkeys(each for each in (*([] if doi else [first]), *rest) if each.strip())
    return list(dois.values()), [each.strip() for each in others]


def _pmid(text: str, column: Column) -> str:
    """Return a PMID, which spreadsheets and pandas may have made a number: ``31234567.0``, ``3.1234567E+07``.

    The Cochrane Library says whose number it is: ``PUBMED 31234567``.
    """
    said = number_elsewhere(text)
    bare = said.value if said and said.kind == "pmid" else _bare(text, column)
    number = _NUMBER.fullmatch(bare)
    if number is None:
        digits, link, _ = bare.partition(" [")  # Ovid's, before its address
        return digits if link and digits.isdecimal() else bare
    if number["power"]:  # 3.12E+07 has lost its digits
        return f"{number['first']}{number['digits']}" if len(number["digits"]) == int(number["power"]) else ""
    return "" if number["digits"].strip("0") else number["first"]


def _pmcid(text: str, column: Column) -> str:
    """Return a PMCID; nothing if it is none: the cells of a row may have moved."""
    number = _PMCID.fullmatch(_bare(text, column))
    return f"PMC{number[1]}" if number else ""


def _elsewhere(text: str, _column: Column) -> tuple[Identifier, ...]:
    number = number_elsewhere(text)
    return (number,) if number else ()


def whole(cell: str) -> str:
    """Return a whole number as it was before pandas made ``52.0`` of it, and any other cell as it is."""
    return cell[:-2] if cell[-2:] == ".0" and cell[:-2].isdecimal() else cell


def _identifier(text: str, column: Column) -> tuple[Identifier, ...]:
    """Return a number, or the several that a database counts as one work (``1682031929; 1901430638``)."""
    text = clean(text)
    kind = "openalex" if _OPENALEX in text[:_LONGEST_HOST] or _OF_OPENALEX.fullmatch(text) else column.detail
    if kind == "wos" and text.isdecimal() and len(text) < _SHORTEST_WOS:  # bibliometrix has PubMed's numbers there
        kind = "accession"
    if kind == "dimensions" and not text.startswith(_OF_DIMENSIONS):  # anybody's number of a publication
        kind = "record"
    if kind == "record" and number_of_record(text)[0] == "wos":  # as WOS:000... says of itself
        kind = "wos"
    values = text.split("; ") if _NUMBERS_LISTED.fullmatch(text) else [text]
    where = _BEFORE_ARXIV if kind == "arxiv" else _ADDRESS
    return tuple([Identifier(kind=kind, value=where.sub("", value)) for value in values])


def read_issn(text: str, kind: Kind = "") -> tuple[Issn, ...]:
    """Return the ISSNs of a cell, each once; nothing if it holds anything else.

    One that has lost the zeros at its beginning, as numbers do in spreadsheets, is known by its check digit.
    """
    issns, rest = find_issns(_with_zeros(text.strip().removeprefix("ISSN-")), kind)
    return issns if _ISSN_GAP.fullmatch(rest) else ()


def _with_zeros(text: str) -> str:
    digits = _SHORT_ISSN.fullmatch(text)
    number = digits[1].upper().zfill(8) if digits else ""
    return number if number and has_check_digit(number) else text


def _issn(text: str, column: Column) -> tuple[Issn, ...]:
    kind: Any = column.detail  # the table of columns has no others
    return read_issn("; ".join(quoted_list(text)) or text, kind)


# -- lists


def read_list(text: str) -> tuple[str, ...]:
    """Return the texts that bars or semicolons part."""
    return tuple([clean(piece) for piece in parts_of_names(text)])


def _list(text: str, _column: Column) -> tuple[str, ...]:
    return read_list(text)


def read_keywords(text: str) -> tuple[Keyword, ...]:
    """Return keywords."""
    words = [word for piece in parts(text) if (word := clean(piece))]
    if "*" not in text:
        return tuple([Keyword(text=word) for word in words])
    starred = [word[:1] == "*" and len(word) > 1 for word in words]  # the Cochrane Library's
    return tuple([Keyword(text=word[major:], major=major) for word, major in zip(words, starred, strict=True)])


def _keywords(text: str, _column: Column) -> tuple[Keyword, ...]:
    """Return keywords, which R's packages for reviews part by "and" as BibTeX does its authors."""
    if text.count(_AND) >= _MANY_AND and not _LIST_SIGNS.intersection(text):
        return tuple([Keyword(text=clean(piece)) for piece in text.split(_AND) if piece.strip()])
    return read_keywords(text)


def _keyword_lines(text: str, _column: Column) -> tuple[Keyword, ...]:
    """Return keywords that stand a line each and may hold other signs, as Ovid's do."""
    return tuple([Keyword(text=clean(line)) for line in text.splitlines() if line.strip()])


def _languages(text: str, _column: Column) -> tuple[str, ...]:
    return tuple([code for piece in parts(clean(text)) for code in languages_with_blanks(piece)])


def read_subjects(text: str) -> tuple[Subject, ...]:
    """Return headings with their qualifiers, as MEDLINE has them: ``Dogs/*genetics/physiology; *Humans``."""
    return tuple([read_heading("/".join(map(clean, piece.split("/")))) for piece in parts_of_names(text)])


def _subjects(text: str, _column: Column) -> tuple[Subject, ...]:
    return read_subjects(text)


def _emtree(major: bool) -> Callable[[str, Column], tuple[Subject, ...]]:
    def read(text: str, column: Column) -> tuple[Subject, ...]:
        terms = [clean(piece) for piece in parts(text)]
        return tuple([Subject(term=term, vocabulary="Emtree", major=major, kind=column.detail) for term in terms])

    return read


def _classes(text: str, _column: Column) -> tuple[str, ...]:
    return tuple([f"{piece.strip()})" for piece in clean(text).rstrip(")").split("),")])


def _chemicals(text: str, _column: Column) -> tuple[Chemical, ...]:
    pairs = [piece.rstrip(") ").rpartition(" (") for piece in _BEHIND_NUMBER.split(text)]
    if all(name and number and _NUMBERS.issuperset(number) for name, _, number in pairs):
        return tuple([Chemical(name=clean(name), registry_number=number) for name, _, number in pairs])
    return tuple(read_chemicals("; ".join([piece.rstrip(" ,") for piece in parts_of_names(text)])))


def _grants(text: str, _column: Column) -> tuple[Grant, ...]:
    return tuple(read_grants("; ".join(parts_of_names(text))))


def _cited(text: str, _column: Column) -> tuple[Related, ...]:
    return tuple(read_cited(text))


def _links(text: str, column: Column) -> tuple[Identifier, ...]:
    return tuple([Identifier(kind=column.detail, value=link) for link in read_list(text)])


def _sequences(text: str, _column: Column) -> tuple[Databank, ...]:
    found = []
    for piece in parts_of_names(text):
        name, colon, numbers = clean(piece).partition(": ")
        if not colon:
            return ()
        found.append(Databank(name=name, accession_numbers=tuple([number.strip() for number in numbers.split(",")])))
    return tuple(found)


# -- types


def _type(text: str, _column: Column) -> str:
    word = clean(text).lower().removeprefix(_OPENAIRE)
    known = work_type(word) or SECTION_TYPES.get(word.rpartition(" ")[2])
    return known or (word if word in CITATION_TYPES else work_type(_BEHIND_TYPE.split(word, maxsplit=1)[0]) or "")


def _own_type(text: str, _column: Column) -> str:
    return text if text in CITATION_TYPES else ""


def _zotero_type(text: str, _column: Column) -> str:
    return ZOTERO_TYPES.get(text) or work_type(text) or ""


def _wos_type(text: str, _column: Column) -> str:
    return WOS_TYPES.get(text.strip().upper(), "")


READ: dict[str, Callable[[str, Column], Any]] = {
    "text": lambda text, _: clean(text),
    "lines": lambda text, _: tuple([line for line in quoted_list(text) or clean_lines(text).split("\n") if line]),
    "abstract": lambda text, _: abstract_sections(text),
    "date": _date,
    "early access": _early_access,
    "event": _event,
    "page": lambda text, _: expand_pages(with_hyphens(bare_pages(clean(text)))),
    "doi": _doi,
    "bare": _bare,
    "pmid": _pmid,
    "pmcid": _pmcid,
    "identifier": _identifier,
    "arxiv": _identifier,
    "elsewhere": _elsewhere,
    "issn": _issn,
    "list": _list,
    "keywords": _keywords,
    "keyword lines": _keyword_lines,
    "languages": _languages,
    "subjects": _subjects,
    "emtree": _emtree(False),
    "emtree major": _emtree(True),
    "embase classes": _classes,
    "chemicals": _chemicals,
    "sequences": _sequences,
    "grants": _grants,
    "cited": _cited,
    "links": _links,
    "type": _type,
    "own type": _own_type,
    "zotero type": _zotero_type,
    "wos type": _wos_type,
    "openoffice type": lambda text, _: OPENOFFICE_TYPES.get(whole(text.strip()), ""),
    "people": lambda text, column: people(text, column.detail),
    "family first": lambda text, _: family_first(text),
    "applicants": lambda text, _: "; ".join([clean(each) for each in _BETWEEN_APPLICANTS.split(text) if each.strip()]),
    "inventors": lambda text, _: family_first(_BETWEEN_INVENTORS.sub("; ", text)),
    "glued people": lambda text, _: glued_people(text),
    "own names": lambda text, _: own_names(text),
    "scopus names": lambda text, _: scopus_names(text),
    "pubmed title": lambda text, _: title_as_cited(clean(text)),
}
"""By the names that ``columns`` uses; what is not here needs the other cells of the row, too."""
