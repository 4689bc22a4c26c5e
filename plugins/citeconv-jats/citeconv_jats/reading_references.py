"""Reading ``ref``: an element goes in, the citation in it comes out.

The four kinds of citation, ``element-citation``, ``mixed-citation`` and their elders ``nlm-citation`` and ``citation``,
hold the same elements; in all but the first, text may stand between them, and sometimes there is nothing but text. The
text that says more than the elements is kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from citeconv import Citation, Name
from citeconv.values.bare import bare_count
from citeconv.values.forms import letters
from citeconv.values.markup import from_element, parts_of, plain
from citeconv.values.names import names_on_a_line, short_name, stands_for_others
from citeconv.values.nlm import STATUSES
from citeconv.values.patterns import lazy
from citeconv_jats.attributes import keep_attributes
from citeconv_jats.draft import Draft, name_of
from citeconv_jats.elements import LABEL_NUMBER, Elements
from citeconv_jats.forms import ALTERNATIVES, FORMS, LINK_ELEMENTS, WRAPPERS, printed_forms, without_hidden_ids
from citeconv_jats.mapping import (
    CITATION_TEXTS,
    ID_WORDS,
    LANG,
    NUMBER_ELEMENTS,
    TEXT_AFTER_DATE,
    TEXT_BEFORE_DATE,
)
from citeconv_jats.reading_comments import cut_access, put_reference_id, read_comment
from citeconv_jats.reading_parts import (
    DATE_PARTS,
    PAGE_PARTS,
    PERSONS,
    agrees,
    date_of,
    date_parts,
    doi_in,
    field_of,
    person_of,
    put_id,
    put_isbn,
    put_issn,
    put_link,
    put_pages,
    suffix_of,
    text_without,
    worded_date,
)
from citeconv_jats.reading_titles import TITLES, settle_issue_title, settle_titles, settle_type
from citeconv_jats.running_text import OWN_WORDS, WORD, names_others, says_more, take

_REPORTS = frozenset(("report", "gov", "government", "techreport"))
ARTICLE = ", article "
_AND_ARTICLE = lazy(rf"(?P<place>[^,]{{1,40}}){ARTICLE}(?P<number>\w[\w.-]{{0,30}})")
"""A volume or an issue with the number of an article behind it, as Hindawi has them in PMC."""
_EDITORS = lazy(r"[\s,.(]*\b[Ee]d(?:itor)?s?\b[\s,.:)]*")
_YEAR_DIGITS = 4
_PEOPLE = frozenset((*PERSONS, "person-group", "etal"))
_STANDARD_NUMBERS = ("named-content", "std-id", "pub-id")
"""What the number of a standard is marked with in it."""
_RUNNING = ("inline-formula", "math", "chem-struct", "taxon-name")
"""Elements that are part of running text, with whatever is in them."""
_MARKED = frozenset(field for field, _, marked in TEXT_BEFORE_DATE + TEXT_AFTER_DATE if marked)
_ACCESS = frozenset("access-date accessed access cited cited-date".split())


def read_reference(root: Any, prefix: str = "ref") -> Citation:
    """Return the citation in a ``ref``, or in an element of ``FORMS`` that stands alone.

    Args:
        root: The element.
        prefix: What numbered ids begin with, which are no keys.
    """
    draft = Draft()
    forms = [root] if name_of(root) in FORMS else []
    if not forms:
        key = root.get("id") or ""
        if key and not (key.startswith(prefix) and key[len(prefix) :].isdecimal()):
            draft.fields["key"] = key
        forms = _children(draft, root)
    if forms:
        _Form(draft, forms[0]).read()
        for printed_form in printed_forms(forms):
            for each in printed_form.iter("pub-id"):
                put_id(draft, each)
    keep_attributes(draft, root)
    if "publication_status" in draft.fields:
        draft.fields.setdefault("status", STATUSES[draft.fields["publication_status"]])
    citation = draft.citation()
    others = [each for each in forms[1:] if not (forms[0].tag != each.tag and _prints(each, citation))]
    for other in others:
        draft.keep(other)
    return draft.citation() if others else citation


def printed(citation: Citation) -> str:
    """Return a citation in NLM's style."""
    from lxml.etree import Element

    from citeconv_jats.mixed import MixedCitations

    writer = MixedCitations(False, Elements(), lambda _field, _why: None)
    return from_element(writer.add(Element("ref"), citation))


def _prints(element: Any, citation: Citation) -> bool:
    """Return whether an element has a citation's parts as elements in NLM's style, and so says nothing more."""
    marked = name_of(element) == "mixed-citation" and len(element) > 0
    return marked and from_element(element) == printed(citation)


def _children(draft: Draft, root: Any) -> list[Any]:
    """Read what stands in a ``ref`` beside the citations, and return these."""
    forms = []
    for child in root:
        name = name_of(child)
        if name in FORMS:
            forms.append(child)
        elif name == ALTERNATIVES:
            forms += _children(draft, child)
        elif name == "label":
            _label(draft, from_element(child))
        elif text := parts_of(child):
            draft.add("note", text)
    return sorted(forms, key=lambda each: FORMS.index(name_of(each)))


def _label(draft: Draft, text: str) -> None:
    match = LABEL_NUMBER.fullmatch(text)
    draft.put(*(("citation_number", match[1]) if match else ("citation_label", text)), "label")


class _Form:
    """One citation: its elements are gathered first, for what a title is depends on the others."""

    def __init__(self, draft: Draft, element: Any) -> None:
        self.draft = draft
        self.element = element
        self.dates: dict[str, str] = {}
        self.iso = ""  # of the year
        self.pages: dict[str, str] = {}
        self.titles: dict[str, Any] = {}
        self.links: list[Any] = []  # they may say again what an identifier says
        self.place_ids: list[Any] = []  # they may stand for a volume or an issue
        self.articles: list[str] = []  # comments that may number the article
        self.loose: list[str] = []
        self.after_title: int | None = None  # how many authors stand before the title
        self.typed = False  # whether a group says what its people did
        self.before = ""  # name of the element before
        self.found = name_of(element) == "element-citation"

    def read(self) -> None:
        """Put all that the citation holds into the draft."""
        draft, element = self.draft, self.element
        self._run_through()
        for link in self.links:
            put_link(draft, link)
        for each in self.place_ids:
            self._settle_place_id(each)
        if not self.found:
            self._untagged()
        elif element.tag != "element-citation" or any(not text.isspace() for text in self.loose):
            self._loose_text(element)
        draft.put("medium", element.get("publication-format") or "", "medium")
        if language := element.get(LANG):
            draft.add("language", language)
        settle_issue_title(draft, self.titles)
        settle_type(draft, element, self.titles)
        settle_titles(draft, self.titles)
        self._settle_date()
        for text in self.articles:
            self._settle_article(text)
        self._settle_place()
        put_pages(draft, self.pages, draft.fields.get("type") == "article-journal")

    def _run_through(self) -> None:
        """Read one child after the other, and gather the text between them."""
        running = False  # whether the piece before was text
        for piece in _pieces(self.element):
            if not isinstance(piece, str):
                running = False
                self._one(piece)
                continue
            if not running and not piece.isspace():
                piece = self._take(piece)
            if running:
                self.loose[-1] += piece
            else:
                self.loose.append(piece)
            running = True
            if _EDITORS.fullmatch(piece):
                self._move_editors()

    def _untagged(self) -> None:
        """Keep a citation that is all text as a note, and take the DOI in it."""
        text = from_element(without_hidden_ids(self.element))
        if text:
            self.draft.add("note", text)
        self.draft.put("doi", doi_in(text), "doi")

    def _take(self, text: str) -> str:
        """Return a piece of running text without what has a field: the label before all, others behind people."""
        label = LABEL_NUMBER.fullmatch(text.strip())
        if label and not (self.before or self.loose) and len(label[1]) < _YEAR_DIGITS:
            self.draft.fields.setdefault("citation_number", label[1])
            return ""
        if self.before in _PEOPLE and names_others(text):
            self._cut("author")
        return cut_access(self.draft, take(self.draft, self.pages, text, self.before))

    def _settle_date(self) -> None:
        """Make the date to cite of its parts, which an attribute tells, too, unless the date is worded."""
        iso = self.dates.get("iso") or ("" if "string-date" in self.dates else self.iso)
        if (date := date_of(self.dates, iso)) is not None:
            self.draft.fields["issued"] = date
            if self.iso and not agrees(self.iso, date):
                self.draft.say("year/@iso-8601-date", self.iso)
        self.draft.put("year_suffix", suffix_of(self.dates.get("year", "")), "year")

    def _settle_article(self, text: str) -> None:
        """Take a comment for the number of an article that has no other place in its volume."""
        if "number" in self.draft.fields or self.pages:
            self.draft.add("note", text)
        else:
            self.draft.fields["number"] = text.removeprefix("pii: ")

    def _settle_place(self) -> None:
        """Part the number of an article from the volume or issue that it stands behind."""
        fields = self.draft.fields
        for field in ("volume", "issue"):
            place = fields.get(field, "")
            match = _AND_ARTICLE.fullmatch(place) if ARTICLE in place else None
            if match and "number" not in fields:
                fields[field], fields["number"] = match["place"], match["number"]

    def _loose_text(self, element: Any) -> None:
        """Keep running text with words that no element has; an identifier has the name of its kind before it."""
        kinds = [each.get("custom-type") or each.get("pub-id-type") or "" for each in element.iter("pub-id")]
        printed = [ID_WORDS[kind] for kind in kinds if kind in ID_WORDS]
        known = OWN_WORDS.union(WORD.findall(" ".join([*kinds, *printed])))
        told = [" ".join(text.split()) for text in self.loose if says_more(text, known)]
        if told:
            self.draft.say("text", " \u2026 ".join(told))

    def _move_editors(self) -> None:
        """Make editors of the people who are named behind a title, or just before where there is none.

        What they did must not be said by a group.
        """
        people = self.draft.lists.get("author", [])
        first = self.after_title
        if first is None and not (self.titles or self.typed) and self.before in _PEOPLE:
            first = 0
        if first is not None and first < len(people):
            self.draft.lists.setdefault("editor", []).extend(people[first:])
            del people[first:]
            if not people:
                del self.draft.lists["author"]

    def _one(self, element: Any) -> None:
        """Read one child."""
        draft, name = self.draft, name_of(element)
        self.found = self.found or name not in LINK_ELEMENTS
        if name == "role" and _EDITORS.fullmatch(from_element(element)):
            self._move_editors()
        elif name == "institution" and self._stands_first():
            draft.add("author", Name(literal=from_element(element)))
        elif field := CITATION_TEXTS.get(name):
            draft.put(field, _text_of(element, field), name)
        elif put := _FUNCTIONS.get(name):
            put(draft, element)
        elif read := _READERS.get(name):
            read(self, element)
        else:
            draft.keep(element)
        self.before = name

    def _stands_first(self) -> bool:
        """Whether what comes next stands where authors do, in a form in which the order is that of print."""
        lists = self.draft.lists
        return self.element.tag != "element-citation" and not (
            self.titles or lists.get("author") or lists.get("editor")
        )

    # -- dates, pages and titles

    def _first(self, parts: dict[str, str], element: Any) -> bool:
        """Take the text of an element, and return whether it is the first of its name; others are kept."""
        name = name_of(element)
        if name in parts:
            self.draft.keep(element)
            return False
        parts[name] = from_element(element)
        return True

    def _page(self, element: Any) -> None:
        self._first(self.pages, element)

    def _date_part(self, element: Any) -> None:
        self._first(self.dates, element)

    def _year(self, element: Any) -> None:
        if self._first(self.dates, element):
            self.iso = element.get("iso-8601-date") or ""

    def _string_date(self, element: Any) -> None:
        if not self._first(self.dates, element):
            return
        inner = date_parts(element)
        self.dates.update({part: text for part, text in inner.items() if part != "iso"})
        if "year" in inner and not says_more(text_without(element, DATE_PARTS)):
            del self.dates["string-date"]
        if inner["iso"]:
            self.dates["iso"] = inner["iso"]

    def _title(self, element: Any) -> None:
        name = name_of(element)
        if self.titles.setdefault(name, element) is not element:
            self.draft.keep(element)
        elif self.after_title is None and name in TITLES:
            self.after_title = len(self.draft.lists.get("author", ()))

    # -- people

    def _group(self, element: Any) -> None:
        said = element.get("custom-type") or element.get("person-group-type") or ""
        self.typed = self.typed or bool(said)
        kind = said or "author"
        field, role = field_of(kind)
        for piece in _pieces(element):
            if not isinstance(piece, str):
                self._person(piece, field, role)
            elif names_others(piece):
                self._cut(field)
            elif says_more(piece):
                if len(element):
                    self.loose.append(piece)
                else:
                    for name in _listed(" ".join(piece.split())):
                        self.draft.add(field, _with_role(name, role) if role else name)

    def _author(self, element: Any) -> None:
        self._person(element, "author")

    def _person(self, element: Any, field: str, role: str = "") -> None:
        draft, name = self.draft, name_of(element)
        known = draft.lists.get(field)
        if name == "etal":
            self._cut(field)
            if letters("".join(element.itertext())) != "etal":
                draft.keep(element)
        elif name == "role" and known and not known[-1].role:
            known[-1] = _with_role(known[-1], from_element(element))
        elif name not in PERSONS:
            draft.keep(element)
        elif (person := person_of(element, draft)) is not None:
            if known and name != "collab" and stands_for_others(person):
                self._cut(field)
            else:
                draft.add(field, _with_role(person, role) if role else person)

    def _cut(self, field: str) -> None:
        """Take note that there are more than those who are named."""
        if field not in self.draft.lists.get("et_al", ()):
            self.draft.add("et_al", field)

    # -- what is read by name

    def _link(self, element: Any) -> None:
        self.links.append(element)

    def _place_id(self, element: Any) -> None:
        self.place_ids.append(element)

    def _settle_place_id(self, element: Any) -> None:
        """Take the identifier of a volume or an issue for its number, as PLOS has it, where there is no other."""
        field = name_of(element).removesuffix("-id")
        if field in self.draft.fields:
            self.draft.keep(element)
        else:
            self.draft.put(field, from_element(element), name_of(element))

    def _number(self, element: Any) -> None:
        self.draft.put("number", from_element(element), name_of(element))
        if name_of(element) == "patent":
            self.draft.put("jurisdiction", element.get("country") or "", "patent/@country")

    def _standard(self, element: Any) -> None:
        """Read a standard: its organization, its number and its title, or the number alone."""
        inner = {name_of(child): child for child in element}
        marked = [child for name, child in inner.items() if name in _STANDARD_NUMBERS]
        organization, source = inner.get("std-organization"), inner.get("source")
        if not marked:
            return self._number(element)
        if organization is not None:
            self.draft.put("publisher", from_element(organization), "std-organization")
        if source is not None and self.titles.setdefault("source", source) is not source:
            self.draft.keep(source)
        for child in marked:
            self.draft.put("number", from_element(child), name_of(child))
        read = {organization, source, *marked}
        for child in element:
            if child not in read:
                self._one(child)
        if says_more(bare := text_without(element, inner)):
            self.loose.append(bare)
        return None

    def _sponsor(self, element: Any) -> None:
        if name := from_element(element):
            self.draft.add("organizer", Name(literal=name))

    def _size(self, element: Any) -> None:
        if element.get("units") in ("page", "pages"):
            self.draft.put("number_of_pages", bare_count(from_element(element)), "size")
        else:
            self.draft.keep(element)

    def _count(self, element: Any) -> None:
        self.draft.put("number_of_pages", element.get("count") or "", "page-count")

    def _date(self, element: Any) -> None:
        parts = date_parts(element)
        for part, text in parts.items():
            if not text:
                continue
            if self.dates.setdefault(part, text) != text:
                self.draft.say("date", text)

    def _dated(self, element: Any) -> None:
        """Read a date that is not the one to cite."""
        kind = element.get("content-type") or "access-date"
        field = "accessed" if kind in _ACCESS else "available_date" if kind == "epub" else ""
        if name_of(element) == "conf-date":
            field = "event_date"
        date = worded_date(element)
        if not field or date is None or field in self.draft.fields:
            self.draft.keep(element)
        else:
            self.draft.fields[field] = date

    def _comment(self, element: Any) -> None:
        kind = (self.element.get("publication-type") or self.element.get("citation-type") or "").lower()
        medium = not self.element.get("publication-format")
        if number := read_comment(self.draft, element, report=kind in _REPORTS, thesis=kind == "thesis", medium=medium):
            self.articles.append(number)

    def _annotation(self, element: Any) -> None:
        self.draft.put("annote", from_element(element), "annotation")


def _text_of(element: Any, field: str) -> str:
    """Return the text of a field; numbers and names of publishers hold no markup."""
    text = from_element(element)
    return text if field in _MARKED else plain(text)


def _listed(text: str) -> list[Name]:
    """Return the people in a group without elements, as BioMed Central has them: ``Lind P, Mo A``."""
    names = [short_name(name, doubtful=False) for name in names_on_a_line(text)]
    return [name for name in names if name] if all(names) else [Name(literal=text)]


def _with_role(name: Name, role: str) -> Name:
    return msgspec.structs.replace(name, role=role)


def _pieces(element: Any) -> Iterator[Any]:
    """Yield the elements that say something and the text between them, looking into those that only change the font."""
    if element.text:
        yield element.text
    stack = [iter(element)]
    parents = [element]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
            parent = parents.pop()
            if stack and parent.tail:
                yield parent.tail
        elif name_of(child) in _RUNNING:
            yield from filter(None, (from_element(child), child.tail))
        elif name_of(child) in WRAPPERS:
            if child.text:
                yield child.text
            stack.append(iter(child))
            parents.append(child)
        else:
            yield child
            if child.tail:
                yield child.tail


_FUNCTIONS = {
    "pub-id": put_reference_id, "object-id": put_reference_id, "issn": put_issn, "issn-l": put_issn, "isbn": put_isbn,
}  # fmt: skip
"""What reads the elements that stand for themselves."""
_READERS = {
    **dict.fromkeys(DATE_PARTS, _Form._date_part), "year": _Form._year, "string-date": _Form._string_date,
    **dict.fromkeys(PAGE_PARTS, _Form._page),
    **dict.fromkeys((*TITLES, "source", "trans-title", "issue-title"), _Form._title),
    **dict.fromkeys((*PERSONS, "etal"), _Form._author), "person-group": _Form._group,
    "ext-link": _Form._link, "uri": _Form._link, "volume-id": _Form._place_id, "issue-id": _Form._place_id,
    "size": _Form._size, "date": _Form._date, "date-in-citation": _Form._dated, "access-date": _Form._dated,
    "conf-date": _Form._dated, "comment": _Form._comment, "annotation": _Form._annotation,
    "conf-sponsor": _Form._sponsor, "page-count": _Form._count,
    **dict.fromkeys(NUMBER_ELEMENTS, _Form._number), "std": _Form._standard,
}  # fmt: skip
