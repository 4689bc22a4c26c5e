"""Where a work stands and who published it: numbers, pages and publishers go in, the fields of a citation come out.

What is odd is that one field means several things: a number is that of an issue, a report or a series by the type of
the entry, pages may be the number of an article or a DOI, and ``howpublished`` an address, a publisher or what holds
the work.
"""

from __future__ import annotations

import re

from citeconv.values.authors import quoted_addresses
from citeconv.values.bare import BEHIND_COUNT, VOLUME_BEHIND, article_field, bare_article, bare_pages, place_in_journal
from citeconv.values.forms import names_university
from citeconv.values.pages import counted_article, expand_pages, is_article_number
from citeconv.values.patterns import lazy
from citeconv.values.preprints import is_preprint
from citeconv.values.tex import lines, text, verbatim, with_line_ends
from citeconv_bibtex import legal, mapping
from citeconv_bibtex.reading import tables
from citeconv_bibtex.reading.identifiers import Identifiers
from citeconv_bibtex.reading.visits import Address, address_in, looked_up

_LINK = lazy(r"\s*(?:\\url\s*\{\s*)?((?:https?|ftp)://[^\s{}]+)(?:\s*\})?\s*")
_NUMBERS = ("isbn", "issn", "issue", "number", "pages", "volume")
_TAG_BEHIND = lazy(r" (?P<tag>OP|VO|(?<=   )WE) {1,2}-(?: |\Z)(?P<value>.{0,300})\Z", re.S)
"""EBSCO's tag for what an article is in, IEEE's of old for the volume, and the Web of Science's for its index, which
Rayyan has so: ``1234-5679 VO - 17``."""
_DASH = lazy(r"(?:(?<!\s)\s+)?[-\u2010-\u2015\u2212]{1,3}\s*")
_RANGE = lazy(r"\d{1,12}--?\d{1,12}")
_LOST_DASH = lazy(r"([\d:]+)\?([\d:]+)")
"""Pages of which an encoding could not hold the dash, as in many files from ACM: ``619?623``."""
_PAGE_WORD = lazy(r"(?<!\w)(?:pp?|pages?)[. ]\s*(?=\w)", re.I)
_WORDS = lazy(r"[^\W\d_]{4}")
"""Letters of what is no page: ``Section SR, Page 1`` is kept as it is."""
_THESES = ("phdthesis", "mastersthesis", "bachelorsthesis", "thesis")
_PUBLISHERS = {
    **dict.fromkeys(
        _THESES,
        ("school", "institution", "university", "publisher", "organization"),
    ),
    "patent": ("holder", "assignee", "publisher", "institution", "organization"),
    **dict.fromkeys(("techreport", "report"), ("institution", "publisher", "organization", "school")),
    **dict.fromkeys(
        ("online", "electronic", "www", "software"), ("organization", "organisation", "publisher", "institution")
    ),
}
_ANY_PUBLISHER = ("publisher", "institution", "school", "organization", "organisation", "university")

_INSTITUTION = lazy(tables.INSTITUTION)
_EXTENT = lazy(
    rf"(?P<number>(?:(?:[ivxlc]{{1,9}}|[IVXLC]{{1,9}}|\[\d{{1,3}}\]) ?[+,] ?)?\d{{1,5}})"
    rf"(?P<unit>[ \u00a0]?{BEHIND_COUNT})?"
    r"(?P<more> \([^()]{1,60}\))?(?: [:;])?"
)
"""The number of the pages of a work: ``340 p.``, ``XX, 327 Seiten``, ``300 p. :``, ``xii+340 pp. (1 plate)``."""


class Places(Identifiers):
    """The methods for fields that tell where a work stands, and by whom it was published."""

    def _number(self, name: str, value: str) -> None:
        """Read ``number`` and ``issue``, which mean different things by entry type."""
        found = {name: self._recurring(value) for name, value in self._take("number", "issue")}
        if "number" in found:
            field = "number"
            if self.kind in tables.BOOKS and "series" in self.values:
                field = "collection_number"
            elif self.kind in tables.ISSUES:
                field = "issue"
            self._put(field, found["number"], "number")
        if "issue" in found:
            self._put("issue", found["issue"], "issue")

    def _pages(self, name: str, value: str) -> None:
        """Read pages and article numbers, which stand in each other's fields."""
        first, *others = self._take(*tables.PAGES)
        is_range = _RANGE.fullmatch(first[1]) is not None  # as most are
        if first[0] == "pages" and not is_range and self._take_doi("pages", first[1]):
            page = ""
        elif first[0] == "pages":
            words = first[1] if is_range else self._without_volume(text(with_line_ends(first[1])).strip())
            page = expand_pages(words.replace("--", "-")) if is_range else read_pages(words)
            if not page:
                self._keep("pages", first[1])
            if any(number == first[1] for _, number in others):
                page = ""  # it is no page
            number, extent = counted_article(words) if self.kind in mapping.ARTICLE_NUMBERS and not others else ("", "")
            if number:
                self._put("number_of_pages", extent, "pages")
                self._put("number", number, "pages")
                page = ""
            elif extent := _extent(words, self.kind):
                self._put("number_of_pages", extent, "pages")
                page = ""
            is_number = self.kind in mapping.ARTICLE_NUMBERS and is_article_number(page)
            self._put("number" if is_number and not others else "page", page, "pages")
        else:
            others = [first, *others]
        for other, number in others:
            words = text(number)
            self._put(article_field(words), bare_article(words), other)

    def _without_volume(self, pages: str) -> str:
        """Return pages without the volume of proceedings that IEEE has behind them: ``61-64 vol.1``."""
        behind = VOLUME_BEHIND.search(pages) if "ol" in pages else None
        if behind is None:
            return pages.removesuffix("-") if pages.endswith("pp.-") else pages  # IEEE's "10 pp.-"
        if text(self.values.get("volume", "")) in ("", behind["beside"]):
            self.out["volume"] = behind["beside"]
        else:
            self._keep("pages", self.values["pages"])
        return pages[: behind.start()]

    def _single_page(self, name: str, value: str) -> None:
        """Read ``page``, as somebody calls the pages where he has no field of that name."""
        page = "" if set(tables.PAGES) & self.values.keys() else read_pages(text(value))
        if page:
            is_number = self.kind in mapping.ARTICLE_NUMBERS and is_article_number(page)
            self._put("number" if is_number else "page", page, name)
        else:
            self._keep(name, value)

    def _publisher(self, name: str, value: str) -> None:
        """Read whoever published it; ``howpublished`` is an address, a publisher, or what holds the work."""
        order = _PUBLISHERS.get(self.kind, _ANY_PUBLISHER)
        if name not in (*order, *_ANY_PUBLISHER, "howpublished"):  # the holder, or assignee, of what is no patent
            return self._keep(name, value)
        found = dict(self._take(*dict.fromkeys((*order, *_ANY_PUBLISHER)), "howpublished"))
        how = found.pop("howpublished", "")
        if self.kind == "jurisdiction" and "institution" in found:
            self._put("authority", self._recurring(found.pop("institution")), "institution")
        if self.kind in _THESES and self._has_department(found.get("school", ""), found.get("publisher", "")):
            self._put("division", self._recurring(found.pop("school")), "school")
        for place, publisher in found.items():
            self._put("publisher", self._recurring(publisher), place)
        if not how or self._is_told_by_others(how):
            return None
        address = self._address_in(how)
        if address is not None:
            if self.kind == "misc":
                self.out["type"] = "webpage"
            if address.url != verbatim(self.values.get("url", address.url)):
                self._keep("howpublished", how)
            else:
                self.out["url"] = address.url
                if address.accessed is not None:
                    self.out["accessed"] = address.accessed
        elif (visit := looked_up(text(how))) is not None and not self._has_visit():
            self.out["accessed"] = visit
        elif self.kind not in tables.HOWPUBLISHED:
            self._keep("howpublished", how)
        else:
            holds = "publisher" in found or "shortjournal" in self.values or self._is_preprint()
            field = "container_title" if holds else "publisher"
            self._put(field, self._recurring(how), "howpublished")
        return None

    def _part_at_tags(self) -> None:
        """Part values at tags of RIS that Mendeley does not know, and so has behind the value of the line before."""
        for name in _NUMBERS:
            found = _TAG_BEHIND.search(self.values[name]) if " -" in self.values.get(name, "") else None
            if found is None:
                continue
            self.values[name] = self.values[name][: found.start()]
            if found["tag"] == "VO" and found["value"].isdigit():
                self.values.setdefault("volume", found["value"])
            elif found["value"]:
                self.extra.append((f"bibtex:{found['tag'].lower()}", text(found["value"])))

    def _journal_alone(self, place: str, title: str) -> str:
        """Return the title of a journal without the volume and issue that somebody has behind it, which are read.

        They stay in it where fields of their own say something else.
        """
        found = place_in_journal(title) if self.kind == "article" and place != "booktitle" else None
        if found is None:
            return title
        told = (("volume", found.volume, ("volume",)), ("issue", found.issue, ("number", "issue")))
        for _, value, names in (*told, ("page", found.page, tables.PAGES)):
            if value and any([text(self.values.get(name, value)) != value for name in names]):
                return title
        for field, value, names in told:
            if value and self.values.keys().isdisjoint(names):
                self.out[field] = value
        if found.page and self.values.keys().isdisjoint(tables.PAGES):
            page = read_pages(found.page)
            self.out["number" if is_article_number(page) else "page"] = page
        return found.journal

    def _address_in(self, how: str) -> Address | None:
        """Return the address in ``howpublished``, unless it has a day of access that another field tells, too."""
        link = _LINK.fullmatch(verbatim(how)) or _LINK.fullmatch(text(how))  # \texttt{http://…}
        if link is not None:
            return Address(link[1], None, in_words=False)
        address = address_in(text(how))
        return None if address is not None and address.accessed is not None and self._has_visit() else address

    def _has_visit(self) -> bool:
        """Whether it is known when the address was looked up, or a field says it."""
        return "accessed" in self.out or any(
            [tables.FIELDS.get(name, ("", ""))[1] == "accessed" for name in self.values]
        )

    def _has_department(self, school: str, publisher: str) -> bool:
        """Whether a thesis has its department for the school and its university for the publisher (Pure)."""
        return (
            bool(school)
            and names_university(self._recurring(publisher))
            and not names_university(self._recurring(school))
        )

    def _is_told_by_others(self, how: str) -> bool:
        """Whether ``howpublished`` is what we write of laws and cases, which other fields say."""
        if self.kind not in legal.TYPES:
            return False
        names = (
            "number",
            "volume",
            "journaltitle",
            "journal",
            "booktitle",
            "section",
            "pages",
            "institution",
            "publisher",
        )
        told = {name: self._recurring(self.values[name]) for name in names if name in self.values}
        container = told.get("journaltitle") or told.get("journal") or told.get("booktitle", "")
        page = read_pages(told.get("pages", ""))
        parts = (told.get("number", ""), told.get("volume", ""), container, told.get("section", ""), page)
        courts = (
            "",
            told.get("institution", ""),
            told.get("publisher", ""),
            self._recurring(self.values.get("organization", "")),
        )
        words = text(how)
        return bool(words) and any(words == legal.cited_as(*parts, court) for court in courts)

    def _place(self, name: str, value: str) -> None:
        """Read where the publisher is; beside an address, a location is that of the conference (ACM)."""
        places = self._take(*tables.PLACES)
        for place, words in places:
            several, behind = quoted_addresses(words)
            if several:
                self._addresses_of_people(place, ". ".join([each.removesuffix(".") for each in several]))
                self._put("publisher_place", self._recurring(behind), place)
                continue
            if place == "location" and self.kind in tables.CONFERENCES and places[0][0] == "address":
                self._put("event_place", self._recurring(words), place)
                continue
            if self.kind == "article" and place == "address" and "," in words and _INSTITUTION.search(words):
                self._addresses_of_people(place, words)  # EndNote's and BibDesk's: the author's
                continue
            self._put("publisher_place", self._countries(words), place)

    def _addresses_of_people(self, name: str, words: str) -> None:
        """Take an address for that of the authors, unless another field has one."""
        if self.people.setdefault("affiliation", lines(words)) != lines(words):
            self._keep(name, words)

    def _countries(self, words: str) -> str:
        """Return the place in a field; that of a patent may be a list of countries by BibLaTeX's keys."""
        parts = words.split(" and ")
        if self.kind == "patent" and all([part.strip().lower() in tables.COUNTRIES for part in parts]):
            return ", ".join([tables.COUNTRIES[part.strip().lower()] for part in parts])
        return self._recurring(words)

    def _is_preprint(self) -> bool:
        states = (self.values.get("note", "")[:8], self.values.get("pubstate", ""))
        return self.kind in ("misc", "online") and any(map(is_preprint, states))


def _extent(pages: str, kind: str) -> str:
    """Return how many pages a work has, where that is what is said: with a word for them, or two numbers of a book."""
    match = _EXTENT.fullmatch(pages)
    if match is None or not (match["unit"] or kind in tables.WHOLES or kind in tables.GENRES):
        return ""
    number, unit, more = match.groups()
    if number.isdigit() and (not unit or (unit[0] not in " \u00a0" and kind not in tables.WHOLES)):  # 340; 123p
        return ""
    return pages if more else number


def is_address(value: str) -> bool:
    """Return whether a field holds an address and nothing else."""
    return _LINK.fullmatch(value) is not None


def tells_address(value: str) -> bool:
    """Return whether ``howpublished`` would be read as an address, or as the day on which one was looked up."""
    return is_address(value) or address_in(value) is not None or looked_up(value) is not None


def read_pages(value: str) -> str:
    """Return pages with hyphens for dashes, every range in full; nothing for a dash alone."""
    if not value.isalnum():
        if not any(map(str.isalnum, value)):
            return ""
        if (lost := _LOST_DASH.fullmatch(value)) is not None:
            value = f"{lost[1]}-{lost[2]}"
        bare = _PAGE_WORD.sub("", bare_pages(value))
        value = expand_pages(_DASH.sub("-", value if _WORDS.search(bare) else bare))
        if value.endswith("-") and is_article_number(value[:-1]):
            value = value[:-1]  # BibDesk's, where there is no last page
    return value
