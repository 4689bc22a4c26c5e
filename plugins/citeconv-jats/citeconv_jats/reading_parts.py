"""What references and fronts have in common: names, dates, pages and identifiers, out of their elements.

Elements go in, parts of a citation come out. Publishers differ in how they write each; what is only a manner of writing
(a DOI with its resolver, initials with full stops, a month in words) is put into the form of the model.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from typing import Any
from urllib.parse import unquote

import msgspec

from citeconv import Date, Identifier, Issn, Name
from citeconv.values.bare import bare_pages
from citeconv.values.dates import MONTH_NAMES, parse_date, parse_edtf
from citeconv.values.dois import BEFORE_DOI
from citeconv.values.forms import letters
from citeconv.values.isbns import ISBN
from citeconv.values.issns import Kind, find_issns
from citeconv.values.links import AT_ARXIV, number_on_page, take_number_on_page, without_arxiv
from citeconv.values.markup import from_element, parts_of
from citeconv.values.names import A_SUFFIX, SUFFIXES, initials_first, inverted_name, short_name, spaced
from citeconv.values.pages import expand_pages, is_article_number
from citeconv.values.patterns import lazy
from citeconv_jats.dates import iso_range, words
from citeconv_jats.draft import Draft, name_of
from citeconv_jats.mapping import HREF, IDS, LANG, LINKS, ROLES
from citeconv_jats.running_text import WORD

KIND_OF_THESIS = lazy(r"(?<=\S) ?\[([^\[\]]{0,40}(?:[Tt]hesis|[Dd]issertation)[^\[\]]{0,20})\]\.?\Z")
"""What NLM's style has behind the title of a thesis."""
REPORT_NUMBER = lazy(
    r"(?:Report|Rep\.?|Publication|Pub\.?|Technical Report|Document) ?(?:No\.?|Number|#):? ?(\S{1,40}?)\.?"
)
"""A comment that is no more than the number of a report."""
DATE_PARTS = ("year", "month", "day", "season", "string-date")
PAGE_PARTS = ("fpage", "lpage", "page-range")
_BEFORE_FIRST = "-\u2010\u2011\u2012\u2013\u2014\u2015,; "
"""Signs at the beginning of a range that are no page."""
COLLABS = ("collab", "collab-name", "collab-wrap", "collab-alternatives", "collab-name-alternatives")
"""Elements for the name of a group."""
PERSONS = ("name", "string-name", "anonymous", "name-alternatives", *COLLABS)
NOT_OF_GROUP = ("contrib-group", "xref", "aff", "email", "fn", "address", "ext-link")
"""What may stand within the name of a group, and is no part of it."""
_NAME_PARTS = {"surname": "family", "given-names": "given", "suffix": "suffix"}
_WITHIN_TEXT = frozenset(
    "italic bold sup sub sc underline overline strike roman sans-serif monospace styled-content named-content x xref fn"
    " inline-formula math tex-math inline-graphic break".split()
).union([""])
"""Elements, and comments, that do not part words."""

_BEFORE_SUFFIX = lazy(rf"(?P<given>[^,]{{1,40}}?)(?: ?, ?| )(?P<suffix>{A_SUFFIX})\.?")
_SUFFIX_ENDS = (*SUFFIXES, *(f"{suffix}." for suffix in SUFFIXES))
_BEFORE_DATE = lazy(
    r"(?:(?:last )?access(?:ed)?|acess?(?:o|ado)|available|citad[oa]|cited|consultado|epub|retrieved|viewed)\b:?"
    r"(?: (?:el|em|en|on)\b:?)? ?|on ",
    re.I,
)
"""What stands before a day of access, or of going online."""
_DOI_PREFIX = lazy(rf"(?!10){BEFORE_DOI}(?=10)", re.I)
_DOI = lazy(r"\b10\.\d{4,9}/[^\s<>\"]{1,200}")
_AROUND_A_YEAR = " ().,;:"
_ARXIV = lazy(rf"https?://{AT_ARXIV}([\w./-]{{9,40}}?)(?:\.pdf)?", re.I)
_WEB_PAGES = lazy(r"e\d{1,5}(?:[-\u2013]e?\d{1,5})?")
"""Pages that are only on the web, behind the printed ones: ``1888-1902`` and ``e21``."""
_YEAR = lazy(r"(\d{4})([a-z])?")
_WHOLE_ISBN = lazy(ISBN)
_PLAIN_LINKS = frozenset(("", "doi", "email", "ftp", "http", "https", "uri", "url", "web"))
"""``@ext-link-type`` of what is no more than an address, in small letters."""
_NUMBER = lazy(r"(?=\D{0,40}\d)(?!\w{2,8}:/)[^\s/]{1,60}")
"""What identifies a work, and is no address."""
_ID_FIELDS = {**{kind: field for field, kind in IDS.items()}, "pmc": "pmcid"}
ISSN_LENGTH = 9
"""Of one ISSN; a longer text may be several."""
_ISSN_KINDS: dict[str | None, Kind] = {
    "print": "print", "ppub": "print", "electronic": "electronic", "epub": "electronic", "linking": "linking",
}  # fmt: skip
"""The kind of an ISSN, by ``@publication-format``, or ``@pub-type`` of older versions."""
_ID_TYPES = ("pub-id-type", "book-id-type", "book-part-id-type", "collection-id-type")
_EASTERN = ("zh", "ja", "ko", "vi", "hu")
"""Languages in which family names come first."""
_MOST_INITIALS = 3


def put_language(draft: Draft, element: Any) -> None:
    """Take the language that an element is in; a code all in capitals is one in small letters."""
    if language := element.get(LANG):
        draft.add("language", language.lower() if language.isupper() else language)


def put_notes(draft: Draft, element: Any) -> None:
    """Take ``notes``, each child of which is a note."""
    for child in element:
        if text := from_element(child):
            draft.add("note", text)


# -- names


def given_of(text: str) -> str:
    """Return given names; where they are only initials, apart and without full stops."""
    if "." in text:
        parts = text.replace(".-", "-").replace(".", " ").split()
        initials = all(len(part.replace("-", "")) < 3 and not part.islower() for part in parts)
        return " ".join(spaced(part) if part.isupper() else part for part in parts) if initials else text
    return spaced(text) if len(text) <= _MOST_INITIALS and text.isalpha() and text.isupper() else text


def person_of(element: Any, draft: Draft) -> Name | None:
    """Return the person or group of an element of ``PERSONS``; None if it is empty."""
    kind = name_of(element)
    if kind.endswith("-alternatives"):
        return _person_in_forms(element, draft)
    if kind == "collab-wrap":
        named = next((child for child in element if name_of(child) in COLLABS), None)
        return None if named is None else person_of(named, draft)
    if kind in COLLABS or kind == "anonymous":
        text = group_text(element) or ("Anonymous" if kind == "anonymous" else "")
        return Name(literal=text) if text else None
    parts = _parts_of_name(element, draft)
    if not parts:
        text = from_element(element)
        return _person_in(text) if text else None
    if element.get("name-style") == "eastern":
        parts["static_ordering"] = True
    return Name(**parts)


def _person_in_forms(element: Any, draft: Draft) -> Name | None:
    """Return the person in the forms of one name, of which those are kept that say more than the one that is taken."""
    forms = [child for child in element if name_of(child) in PERSONS]
    own = _own_form(forms, (draft.lists.get("language") or [""])[0])
    person = None if own is None else person_of(own, draft)
    for other in forms:
        if other is not own and (person is None or not says_name(other, person)):
            draft.keep(other)
    return person


def _parts_of_name(element: Any, draft: Draft) -> dict[str, Any]:
    """Return the parts of a ``name`` or a ``string-name`` that are tagged; what is no part of one is kept."""
    parts: dict[str, Any] = {}
    for child in element:
        part = _NAME_PARTS.get(name_of(child))
        text = from_element(child)
        if part is None or (part in parts and parts[part] != text):
            draft.keep(child)
        elif part == "given":
            given, suffix = bare_given(text)
            if given:
                parts[part] = given_of(given)
            if suffix:
                parts["suffix"] = suffix
        elif text := text.rstrip(","):  # JSTOR's, before a suffix
            parts[part] = text
        if part == "given" and (initials := child.get("initials")):
            parts["initials"] = initials
    return parts


def bare_given(text: str) -> tuple[str, str]:
    """Return given names, and the suffix that may stand behind them: ``W. M., 3rd``."""
    if not text.endswith(_SUFFIX_ENDS):
        return text.rstrip(" ,"), ""
    match = _BEFORE_SUFFIX.fullmatch(text)
    return (match["given"] if match else text).rstrip(" ,"), match["suffix"] if match else ""


def _own_form(forms: Sequence[Any], language: str) -> Any:
    """Return the form of a name that an article of a language has: the one in its language or script, or the first."""
    own = language[:2].lower()
    spoken = next((form for form in forms if own and (form.get(LANG) or "")[:2].lower() == own), None)
    if spoken is None and own and own not in _EASTERN:
        spoken = next((form for form in forms if form.get("name-style") == "western"), None)
    if spoken is None:  # OJS has the name as it is displayed before its parts
        first = next(iter(forms), None)
        whole = first is not None and name_of(first) == "string-name" and not len(first) and not first.get(LANG)
        spoken = next((form for form in forms if whole and len(form) and not form.get(LANG)), first)
    return spoken


def _person_in(text: str) -> Name:
    """Return the person or group that a name without parts is of."""
    if (person := initials_first(" ".join(text.split()))) is not None:  # also blanks that are thin or do not break
        return msgspec.structs.replace(person, given=given_of(person.given))
    return short_name(text, doubtful=False) or inverted_name(text)


def says_name(element: Any, person: Name) -> bool:
    """Return whether a further form of a name has the same words."""
    own = " ".join((person.family, person.given, person.suffix, person.literal))
    return sorted(WORD.findall(parts_of(element).casefold())) == sorted(WORD.findall(own.casefold()))


def group_text(element: Any) -> str:
    """Return the name of a group, without the people and places that may stand in it."""
    text = text_without(element, NOT_OF_GROUP)
    return text.strip(" ,;") if len(element) else text


def text_without(element: Any, names: Iterable[str]) -> str:
    """Return the text of an element without that of children of some names; what follows them stays."""
    if not any(name_of(child) in names for child in element):
        return from_element(element)
    bare = deepcopy(element)
    for child in list(bare):
        if name_of(child) in names:
            before, tail = child.getprevious(), child.tail or ""
            if before is None:
                bare.text = (bare.text or "") + tail
            else:
                before.tail = (before.tail or "") + tail
            bare.remove(child)
    return from_element(bare)


def set_apart(element: Any) -> None:
    """Put signs between the elements of a citation that stand side by side, as whoever prints them does.

    Args:
        element: Of a citation with text between its elements. It is changed.
    """
    for parent in (element, *element.iter("person-group", "name", "string-name")):
        last: Any = None
        for child in parent:
            if last is not None and not (last.tail or "").strip():
                names = (name_of(last), name_of(child))
                if all(name in PERSONS for name in names):
                    last.tail = ", "
                elif not last.tail and not any(name in _WITHIN_TEXT for name in names):
                    last.tail = "-" if names == ("fpage", "lpage") else " "
            last = child


def field_of(kind: str) -> tuple[str, str]:
    """Return the field for a kind of people, and their role where there is none."""
    field = ROLES.get(kind.strip().lower().replace("_", "-").replace(" ", "-"))
    return (field, "") if field else ("contributor", kind)


# -- dates


def date_parts(element: Any) -> dict[str, str]:
    """Return the text of each part of a date, and its ISO form as ``iso``.

    A second year with what belongs to it, as JSTOR has them for a volume of several years, is the end of a range.
    """
    dates: list[dict[str, str]] = [{}]
    for child in element:
        if (name := name_of(child)) in DATE_PARTS:
            if name in dates[-1]:
                dates.append({})
            dates[-1][name] = from_element(child)
    iso = element.get("iso-8601-date") or ""
    if not iso and len(dates) == 2 and all("year" in date for date in dates):
        first, last = map(_numbers, dates)
        if first and last and not (first.literal or last.literal) and first.year < last.year:
            iso = iso_range(msgspec.structs.replace(first, end=last))
    return {**dates[0], "iso": iso}


def date_of(parts: Mapping[str, str], iso: str = "") -> Date | None:
    """Return the date that parts make; None if there are none.

    Args:
        parts: Text by the names of ``DATE_PARTS``.
        iso: The ISO form, where it is known.
    """
    wording = parts.get("string-date", "")
    known = parse_edtf(iso) if iso else None
    numbers = _numbers(parts)
    if not wording:
        if known is None or numbers is None:
            return numbers or known
        ranges = known.end is not None and known.year == numbers.year
        return known if ranges or _says_more(known, numbers) else numbers
    if known is not None and (wording == words(known) or _says_only(known, wording)):
        return known
    told = parse_edtf(wording) or parse_date(wording)
    base = known or numbers
    if not told.literal and (base is None or _holds(told, base)):
        return told
    if base is None:
        return msgspec.structs.replace(told, literal=wording)
    return msgspec.structs.replace(base, literal=wording)


def _holds(told: Date, base: Date) -> bool:
    """Return whether what words tell says all that numbers do (``Dec 2015`` beside 2015, not beside 2015-12-01)."""
    return told.year == base.year and base.month in (0, told.month) and base.day in (0, told.day)


def agrees(iso: str, date: Date) -> bool:
    """Return whether an ISO form says nothing else than a date, be it more or less."""
    known = parse_edtf(iso)
    return known is not None and (_holds(known, date) or _holds(date, known))


def _says_more(known: Date, base: Date) -> bool:
    """Return whether a date in ISO form goes into detail where parts do not: a month behind the year, or a day."""
    return not (base.season or base.literal or base.end or known.season) and _holds(known, base)


def _says_only(date: Date, wording: str) -> bool:
    """Return whether words are a date's year, month and day in whatever order, and nothing else."""
    if date.end is not None or date.season or date.circa:
        return False
    said = set(WORD.findall(wording.lower()))
    month = MONTH_NAMES[date.month].lower()
    numbers = {str(date.year), str(date.day), f"{date.day:02}", str(date.month), f"{date.month:02}"}
    return all(word in numbers or bool(month and word.startswith(month)) for word in said)


def _numbers(parts: Mapping[str, str]) -> Date | None:
    year, month, day, season = (parts.get(part, "") for part in ("year", "month", "day", "season"))
    if not (year or month or season):
        return None
    match = _YEAR.fullmatch(year.strip(_AROUND_A_YEAR))
    if match is None:
        return parse_date(" ".join(filter(None, (year, month or season, day))))
    number = int(match[1])
    if (not month or month.isdecimal()) and (not day or day.isdecimal()) and not season and len(month + day) < 9:
        month_number = int(month or 0)
        if month_number <= 12 and int(day or 0) <= 31:
            return Date(year=number, month=month_number, day=int(day or 0) if month_number else 0)
    return parse_date(" ".join(filter(None, (match[1], month or season, day))))


def suffix_of(year: str) -> str:
    """Return the letter behind a year (``2007a``)."""
    match = _YEAR.fullmatch(year.strip(_AROUND_A_YEAR))
    return (match[2] or "") if match else ""


def day_in(text: str) -> Date | None:
    """Return the day or the days that a text tells; None if it tells anything else."""
    if date := parse_edtf(text):
        return date
    date = parse_date(text)
    return date if date.day and not date.literal else None


def worded_date(element: Any) -> Date | None:
    """Return the date of an element that says it in words, perhaps with its ISO form or in parts."""
    parts = date_parts(element)
    if "year" in parts:
        return date_of(parts, parts["iso"])
    text = from_element(element).replace("|", "/").strip("()[]")  # "|" is SPIE's sign between two dates
    if match := _BEFORE_DATE.match(text):
        text = text[match.end() :]
    return date_of({"string-date": text}, parts["iso"]) if text or parts["iso"] else None


# -- pages and identifiers


def put_pages(draft: Draft, parts: Mapping[str, str], in_journal: bool) -> None:
    """Take the pages that ``fpage``, ``lpage`` and ``page-range`` make; one that is not in the range is kept.

    The only page of an article in a journal may be its number (``e22``).
    """
    first, last, whole = (_bare_pages(parts.get(name, "")) for name in PAGE_PARTS)
    joined = f"{first}-{last}" if first and last and first != last else first or last
    if joined and whole != joined and _WEB_PAGES.fullmatch(whole):
        joined, whole = f"{expand_pages(joined)}.{whole}", ""
    numbers = in_journal and joined == first and not whole and is_article_number(first)
    if numbers and draft.takes("number", first):
        return
    pages = expand_pages(whole or joined)
    draft.put("page", pages, "page-range")
    if whole and not pages.lstrip(_BEFORE_FIRST).startswith(first):
        draft.say("fpage", first)
    if whole and not pages.endswith(last):
        draft.say("lpage", last)


def _bare_pages(text: str) -> str:
    """Return pages without the word before them, which a full stop or a blank parts from them."""
    return bare_pages(text).rstrip(".") if "." in text or " " in text else text


def put_issn(draft: Draft, element: Any) -> None:
    """Take ``issn`` or ``issn-l``, unless it is empty; several may stand in one, as Zotero has them."""
    name = "linking" if name_of(element) == "issn-l" else element.get("publication-format") or element.get("pub-type")
    text, kind = from_element(element), _ISSN_KINDS.get(name, "")
    found, rest = find_issns(text, kind) if len(text) != ISSN_LENGTH else ((), "")
    if found and not rest.strip(" ,;/"):
        draft.lists.setdefault("issn", []).extend(found)
    elif text:
        draft.add("issn", Issn(value=text, kind=kind))


def put_isbn(draft: Draft, element: Any) -> None:
    """Take ``isbn``, unless it is empty; several may stand in one, as Zotero has them."""
    if text := from_element(element):
        several = text.split()
        draft.lists.setdefault("isbn", []).extend(several if all(map(_WHOLE_ISBN.fullmatch, several)) else [text])


def id_type(element: Any) -> str:
    """Return the kind of an identifier, which has attributes of its own in books."""
    return next(filter(None, map(element.get, _ID_TYPES)), "other")


def put_id(draft: Draft, element: Any) -> None:
    """Give an identifier its field; any other kind, and a second one of its kind, is one of ``identifiers``."""
    text = from_element(element)
    kind = id_type(element)
    custom = element.get("custom-type") if kind == "custom" else None
    field = _ID_FIELDS.get(custom or kind)
    if not text:
        text = element.get(HREF) or ""
    if not text:
        return
    if field is None:
        draft.add("identifiers", Identifier(kind=custom or kind, value=text if custom else without_arxiv(text)))
        return
    value = text if custom else bare_id(field, text)
    if field == "doi" and not custom and value[:2] != "10":
        draft.say(name_of(element), value)  # N/A
    elif not draft.takes(field, value):
        draft.add("identifiers", Identifier(kind=custom or kind, value=value))


def bare_id(field: str, text: str) -> str:
    """Return an identifier without resolver and label; a PMCID with its letters."""
    if field == "doi" and (match := _DOI_PREFIX.match(text)):
        bare = text[match.end() :]
        return unquote(bare) if "%" in bare and text.lower().startswith("http") else bare
    if field == "pmcid" and text.isdecimal():
        return f"PMC{text}"
    if "/" in text and (told := number_on_page(text))[0] == field:
        return told[1]
    return text.rstrip(".") if field == "pmid" else text


def doi_in(text: str) -> str:
    """Return the first DOI in running text; empty if there is none."""
    return first_in(text, _DOI)


def first_in(text: str, pattern: re.Pattern[str]) -> str:
    """Return the first thing of a form in running text, without the punctuation behind it; empty if there is none."""
    match = pattern.search(text)
    return match[0].rstrip(".,;:)]") if match else ""


def doi_of(address: str) -> str:
    """Return the DOI to which an address leads, empty if it leads elsewhere."""
    return bare_id("doi", address) if _DOI_PREFIX.match(address) else ""


def linked_ids(forms: Iterable[Any]) -> dict[str, str]:
    """Return the identifiers to which links lead in the forms of a reference, the first of each kind."""
    found: dict[str, str] = {}
    for form in forms:
        for link in form.iter("ext-link", "uri"):
            href = link.get(HREF) or from_element(link)
            field, number = number_on_page(href)
            ids = {field: number} if field else {}
            if doi := doi_in(doi_of(href)):
                ids["doi"] = doi
            found = {**ids, **found}
    return found


def put_arxiv(draft: Draft, href: str, text: str) -> bool:
    """Take the identifier from a link to arXiv that names it; return whether it does.

    The link is the address of the work, too, if it has none.
    """
    match = _ARXIV.fullmatch(href)
    if match is None or letters(text) not in (letters(match[1]), letters(f"arXiv{match[1]}")):
        return False
    identifier = Identifier(kind="arxiv", value=match[1])
    if identifier not in draft.lists.get("identifiers", ()):
        draft.add("identifiers", identifier)
    draft.fields.setdefault("url", href)
    return True


def put_link(draft: Draft, element: Any) -> None:
    """Give a link its field: an identifier, if it leads to one, or the address, which may be printed beside a DOI."""
    text, kind = from_element(element), element.get("ext-link-type") or ""
    href = element.get(HREF) or text
    numbered = kind.lower() not in _PLAIN_LINKS and kind not in LINKS and _NUMBER.fullmatch(text)
    if put_arxiv(draft, href, text):
        return
    if numbered and href == text:
        draft.add("identifiers", Identifier(kind=kind, value=text))
        return
    take_number_on_page(draft.fields, href)
    field = LINKS.get(kind)
    value = bare_id(field or "doi", href)
    known = draft.fields.get("doi", "")
    if field is None and doi_of(href) and (not known or (known.lower() == value.lower() and text != href)):
        field = "doi"
    if field == "doi" or (field and not href.startswith("http")):
        if field != "doi" or known.lower() != value.lower():
            draft.put(field, value, name_of(element))
    else:
        draft.put("url", href, name_of(element))
    if text and text not in href and bare_id("doi", text) not in href:
        if numbered:
            draft.add("identifiers", Identifier(kind=kind, value=text))
        else:
            draft.say(name_of(element), text)
