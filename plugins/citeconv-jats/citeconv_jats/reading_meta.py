"""Reading what is said of a work: ``article-meta`` goes in, fields of its citation come out.

Each element is given to the method that a table names for it; what is in no table is kept in ``extra``.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce
from typing import Any, ClassVar

import msgspec

from citeconv import Databank, Date, Event, Grant, Identifier
from citeconv.values.bare import with_subtitle, without_stop
from citeconv.values.dates import parse_edtf
from citeconv.values.forms import letters
from citeconv.values.markup import from_element
from citeconv.values.patterns import lazy
from citeconv_jats.dates import words
from citeconv_jats.draft import Draft, Reader, name_of
from citeconv_jats.mapping import (
    EVENTS,
    HREF,
    LANG,
    LINKS,
    RELATION_KINDS,
)
from citeconv_jats.reading_metas import read_metas
from citeconv_jats.reading_parts import (
    DATE_PARTS,
    PERSONS,
    bare_id,
    date_of,
    date_parts,
    doi_of,
    person_of,
    put_id,
    put_isbn,
    put_pages,
    text_without,
    worded_date,
)
from citeconv_jats.reading_people import Contributors, leave, place_text
from citeconv_jats.reading_relations import relation
from citeconv_jats.reading_rights import read_funding, read_permissions
from citeconv_jats.reading_terms import read_abstract, read_keywords

_TIME = lazy(r"T(\d\d:\d\d(?::\d\d)?)")
_OLD_DATES = {
    "ppub": ("pub", "print"), "epub": ("pub", "electronic"), "epub-ppub": ("pub", "print"),
    "collection": ("collection", "electronic"), "ecollection": ("collection", "electronic"),
    "epreprint": ("preprint", "electronic"),
}  # fmt: skip
"""``@date-type`` and ``@publication-format`` by the ``@pub-type`` of older versions."""
_TITLES = ("article-title", "book-title", "title")
_FEW = 100
"""Statements up to which a further one is looked for in those before it."""
_COUNTED = {"fig-count": "figure"}
_PUBLISHED = ("pub", "publication", "published", "epub", "ppub", "pubr")


class Meta(Reader):
    """Reads ``article-meta``; what is said of books is read by those that derive from it."""

    texts: ClassVar[dict[str, str]] = {
        "volume": "volume", "issue": "issue", "issue-part": "part",
        "supplement": "supplement", "elocation-id": "number", "volume-series": "collection_number",
        "issue-title": "volume_title",
    }  # fmt: skip
    functions: ClassVar[dict[str, Callable[[Draft, Any], None]]] = {
        "article-id": put_id, "aff": leave, "aff-alternatives": leave, "isbn": put_isbn, "abstract": read_abstract,
        "trans-abstract": read_abstract, "kwd-group": read_keywords, "funding-group": read_funding,
    }  # fmt: skip
    table: ClassVar[dict[str, str]] = {
        "article-version": "version",
        "article-version-alternatives": "versions", "issue-title-group": "walk",
        "article-categories": "categories", "subj-group": "subjects", "title-group": "titles",
        "contrib-group": "contributors", "author-notes": "notes",
        "pub-date": "pub_date", "fpage": "page", "lpage": "page", "page-range": "page",
        "history": "history", "pub-history": "history", "permissions": "permissions", "self-uri": "uri",
        "ext-link": "link", "uri": "link",
        "related-article": "related", "related-object": "databank", "conference": "conference", "counts": "counts",
        "custom-meta-group": "metas", "custom-meta-wrap": "metas",
        "copyright-statement": "permission", "copyright-year": "permission", "copyright-holder": "permission",
        "license": "permission",
        "contract-num": "award", "contract-sponsor": "sponsor", "product": "product",
    }  # fmt: skip

    def read(self, element: Any) -> None:
        """Read the element."""
        self.people = Contributors(self.draft, element)
        self.pages: dict[str, str] = {}
        self.published: list[tuple[str, str, Date]] = []
        self.rights: list[Any] = []
        self.last: list[Any] = []
        self.interests: dict[str, None] = {}
        self.banks: list[tuple[str, list[str]]] = []
        self.walk(element)
        self.draft.put("conflict_of_interest", " ".join(self.interests), "author-notes")
        for name, numbers in self.banks:
            self.draft.add("databanks", Databank(name=name, accession_numbers=tuple(numbers)))
        read_permissions(self.draft, self.rights)
        self.people.finish(element)
        put_pages(self.draft, self.pages, "container_title" in self.draft.fields)
        self._settle_dates()
        read_metas(self.draft, self.last)  # what stands under the name of a field, of which elements say less

    def categories(self, element: Any) -> None:
        for group in element:
            if name_of(group) == "series-title":
                self.draft.put("collection_title", from_element(group), "series-title")
            elif name_of(group) == "subj-group":
                self.subjects(group)
            else:
                self.draft.keep(group)

    def subjects(self, element: Any) -> None:
        kind = element.get("subj-group-type") or ""
        field = "publication_types" if kind == "pubmed-publication-type" else "categories"
        for subject in element.iter("subject", "compound-subject"):
            if text := from_element(subject):
                self.draft.add(field, text)
        for other in element:
            if name_of(other) not in ("subject", "compound-subject", "subj-group"):
                self.draft.keep(other)

    # -- titles

    def titles(self, element: Any) -> None:
        draft, translated = self.draft, None
        own = next((child for child in element if name_of(child) in _TITLES), None)
        title = self._title(own) if own is not None else ""
        for child in element:
            name = name_of(child)
            if name == "subtitle":
                title = with_subtitle(title, self._title(child))
            elif name == "alt-title":
                self._alternative(child)
            elif name in ("trans-title-group", "trans-title") and translated is None:
                translated = child
            elif child is not own:
                draft.keep(child)
        other = self._translated(translated) if translated is not None else ""
        language = "" if translated is None else _language(translated)
        foreign = own is not None and not (own.get(LANG) or (draft.lists.get("language") or [""])[0]).startswith("en")
        if other and foreign and language.startswith("en"):
            title, other = other, title
            draft.put("original_title", without_stop(other), "article-title")
        elif other:
            draft.say("trans-title", other)
        draft.put("title", without_stop(title), "article-title")

    def _title(self, element: Any) -> str:
        """Return a title without its footnotes, which become notes."""
        children = list(element)
        while children and name_of(children[-1]) in ("fn", "xref") and not (children[-1].tail or "").strip():
            child = children.pop()
            if name_of(child) == "fn" and (text := text_without(child, ("label",))):
                self.draft.add("note", text)
            element.remove(child)
        return from_element(element)

    def version(self, element: Any) -> None:
        """Read the version of the work; PMC's own count of the versions that it has had is none."""
        if element.get("article-version-type") == "pmc-version":
            self.draft.say("article-version/pmc-version", from_element(element))
        else:
            self.draft.put("version", from_element(element), "article-version")

    def versions(self, element: Any) -> None:
        """Read what is told of a version in several ways: its number, and how far the work has come."""
        for child in element:
            if child.get("article-version-type") == "publication-state":
                self.draft.put("status", from_element(child), "article-version")
            else:
                self.version(child)

    def _translated(self, element: Any) -> str:
        if name_of(element) == "trans-title":
            return from_element(element)
        return reduce(with_subtitle, map(from_element, element), "")

    def _alternative(self, element: Any) -> None:
        kind, text = element.get("alt-title-type") or "", from_element(element)
        if kind in ("short", "") or "running" in kind:
            self.draft.put("title_short", text, "alt-title")
        elif text:
            self.draft.say(f"alt-title/{kind}", text)

    # -- people and notes

    def contributors(self, element: Any) -> None:
        self.people.group(element)

    def notes(self, element: Any) -> None:
        for child in element:
            text = from_element(child)
            kind = child.get("fn-type") or ""
            if kind in ("coi-statement", "conflict", "COI-statement"):
                if len(self.interests) >= _FEW or text not in " ".join(self.interests):
                    self.interests[text] = None
            elif text and self._says_whose_address(child, kind):
                self.draft.say("corresp", text)
            elif text:
                self.draft.add("note", text)

    def _says_whose_address(self, element: Any, kind: str) -> bool:
        """Whether an address for letters says no more than that it is one, and whose."""
        if kind == "corresp":
            self.people.correspondents(element)
        elif name_of(element) != "corresp":
            return False
        return not self.people.says_more(element)

    # -- dates

    def pub_date(self, element: Any) -> None:
        kind, form = element.get("date-type") or "", element.get("publication-format") or ""
        if not kind and (old := element.get("pub-type")):
            kind, form = _OLD_DATES.get(old, (old, ""))
        parts = date_parts(element)
        date = date_of(parts, parts["iso"])
        if date is None:
            self.draft.keep(element)
        elif kind in ("", *_PUBLISHED, "collection") or (kind == "issue" and form == "print"):
            self.published.append((kind if kind in ("collection", "issue") else "pub", form, date))
        else:
            self.draft.add("history", Event(kind=kind, date=date))

    def _settle_dates(self) -> None:
        """Tell the date to cite: the printed one, the electronic one if there is no other, that of the collection."""
        draft = self.draft
        dates = [(form, date) for kind, form, date in self.published if kind == "pub"]
        printed = next((entry for entry in dates if entry[0] == "print"), None)
        if printed is not None:
            dates.remove(printed)
            dates.insert(0, printed)
        for kind, form, date in self.published:
            if kind == "pub":
                continue
            field = "collection_date" if kind == "collection" else "print_date"
            if not dates:
                dates.append((form, date))
            elif field in draft.fields:
                draft.say("pub-date", words(date))
            else:
                draft.fields[field] = date
        for field, (_, date) in zip(("issued", "available_date"), dates, strict=False):
            draft.fields.setdefault(field, date)
        for _, date in dates[2:]:
            draft.say("pub-date", words(date))

    def history(self, element: Any) -> None:
        for child in element:
            parts = date_parts(child)
            date = (
                date_of(parts, parts["iso"]) if any(part in parts for part in DATE_PARTS) else parse_edtf(parts["iso"])
            )
            kind = child.get("date-type") or child.get("event-type") or ""
            time = _TIME.search(parts["iso"])
            if name_of(child) == "event":
                self._event(child, kind)
            elif date is None:
                self.draft.keep(child)
            else:
                event = Event(kind=EVENTS.get(kind, kind), date=date, time=time[1] if time else "")
                self.draft.add("history", event)

    def _event(self, element: Any, kind: str) -> None:
        """Read an event with its dates, identifiers and words."""
        for child in element:
            name = name_of(child)
            if name == "date":
                self._event_date(child, kind)
            elif name in ("article-id", "self-uri"):
                self._event_id(child, kind)
            else:
                self.draft.keep(child)

    def _event_id(self, element: Any, kind: str) -> None:
        """Read what names the form that a work had at an event, such as its preprint: no identifier of the work."""
        text, href = from_element(element), element.get(HREF) or ""
        kind = kind or element.get("content-type") or element.get("specific-use") or "event"
        value = href or text
        doi = doi_of(value) or (value if element.get("pub-id-type") == "doi" else "")
        if value:
            sort = "doi" if doi else element.get("pub-id-type") or "url"
            self.draft.add("identifiers", Identifier(kind=f"{kind}-{sort}", value=doi or value))
        if href and text and letters(text) not in letters(href):
            self.draft.say("self-uri", text)

    def _event_date(self, element: Any, kind: str) -> None:
        parts = date_parts(element)
        if (date := date_of(parts, parts["iso"])) is not None:
            kind = element.get("date-type") or kind
            self.draft.add("history", Event(kind=EVENTS.get(kind, kind), date=date))

    # -- place, rights, relations

    def page(self, element: Any) -> None:
        text = from_element(element)
        if self.pages.setdefault(name_of(element), text) != text:
            self.draft.keep(element)

    def permissions(self, element: Any) -> None:
        self.rights.extend(element)

    def permission(self, element: Any) -> None:
        self.rights.append(element)

    def uri(self, element: Any) -> None:
        """Read an address of the article: the first whole one is its own; others, and names of files, identify it."""
        text, href = from_element(element), element.get(HREF) or ""
        address, draft = href or text, self.draft
        whole = "://" in address or text == href
        if address and not (whole and draft.takes("url", address)):
            draft.add("identifiers", Identifier(kind=element.get("content-type") or "url", value=address))
        if text and letters(text) not in letters(address):
            draft.say("self-uri", text)

    def link(self, element: Any) -> None:
        """Read a link beside the other elements: to the article, or to what a publisher calls by a name of its own."""
        kind, href = element.get("content-type") or "", element.get(HREF) or ""
        if kind and href:
            self.draft.add("identifiers", Identifier(kind=kind, value=href))
            if letters(from_element(element)) not in letters(href):
                self.draft.keep(element)
        else:
            self.uri(element)

    def related(self, element: Any) -> None:
        name = element.get("related-article-type") or "other"
        kind = RELATION_KINDS.get(name, "other")
        related = relation(element, kind)
        if kind == "other" and name not in RELATION_KINDS:
            related = msgspec.structs.replace(related, note="; ".join(filter(None, (name, related.note))))
        self.draft.add("related", related)

    def databank(self, element: Any) -> None:
        name, number, text = element.get("source-id") or "", element.get("document-id") or "", from_element(element)
        if not name or not (number or element.get("source-type") == "database"):
            self._object(element, number)
            return
        if not self.banks or self.banks[-1][0] != name:
            self.banks.append((name, []))
        self.banks[-1][1].extend(filter(None, [number]))
        if text not in number:
            self.draft.keep(element)

    def _object(self, element: Any, number: str) -> None:
        """Read an object that is in no database by its identifier or address; without one, keep its text."""
        field = LINKS.get(element.get("document-id-type") or "", "")
        related = relation(element, "other")
        if field and number:
            related = msgspec.structs.replace(related, **{field: bare_id(field, number)})
        elif number:
            kind = element.get("document-id-type") or "id"
            related = msgspec.structs.replace(related, identifiers=(Identifier(kind=kind, value=number),))
        if related.doi or related.pmid or related.pmcid or related.identifiers:
            kind = element.get("object-type") or element.get("document-type") or element.get("content-type") or ""
            data = "data" in kind.lower()
            note = "; ".join(filter(None, ("" if data else kind, related.note)))
            related = msgspec.structs.replace(related, kind="associated-dataset" if data else "other", note=note)
            self.draft.add("related", related)
        else:
            self.draft.keep(element)

    def product(self, element: Any) -> None:
        """Read the work that is reviewed, and who made it."""
        title = next((from_element(each) for each in element.iter("source", "article-title")), "")
        for each in element.iter(*PERSONS):
            whole = name_of(each.getparent()) not in PERSONS and name_of(each) != "anonymous"
            if whole and (person := person_of(each, self.draft)) is not None:
                self.draft.add("reviewed_author", person)
        self.draft.put("reviewed_title", title, "product")
        self.draft.keep(element)

    # -- money

    def award(self, element: Any) -> None:
        self.draft.add("grants", Grant(number=from_element(element)))

    def sponsor(self, element: Any) -> None:
        self.draft.add("grants", Grant(agency=from_element(element)))

    # -- the rest

    def conference(self, element: Any) -> None:
        """Read a conference, or the volume of its papers, which SPIE has as one of several."""
        volume = element.get("content-type") == "volume" and "container_title" not in self.draft.fields
        for child in element:
            name = name_of(child)
            if name == "conf-date" and (date := worded_date(child)) is not None:
                self.draft.fields.setdefault("event_date", date)
            elif name == "conf-name":
                self.draft.put("container_title" if volume else "event_title", from_element(child), name)
            elif name == "conf-loc":
                self.draft.put("event_place", place_text(child), name)
            else:
                self.draft.keep(child)

    def counts(self, element: Any) -> None:
        """Read numbers: of references, of pages, and of what else makes up the article, which are its dimensions."""
        parts = []
        for child in element:
            name, number = name_of(child).removeprefix("book-"), child.get("count") or ""
            if letters(from_element(child)) not in ("", letters(number)):  # as books have, in words
                self.draft.keep(child)
            if field := {"ref-count": "number_of_references", "page-count": "number_of_pages"}.get(name):
                self.draft.put(field, number, name)
            elif number:
                plural = "" if number == "1" or name == "count" else "s"
                kind = child.get("count-type") or _COUNTED.get(name, name.removesuffix("-count"))
                parts.append(f"{number} {kind}{plural}")
        self.draft.put("dimensions", ", ".join(parts), "counts")

    def metas(self, element: Any) -> None:
        self.last.extend(element)


def _language(translated: Any) -> str:
    """Return the language of a translated title: the group's, or that of the title in it."""
    titles = (translated, *translated.iter("trans-title"))
    return next((language for each in titles if (language := each.get(LANG))), "")
