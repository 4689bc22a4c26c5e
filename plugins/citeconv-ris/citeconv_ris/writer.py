"""Writing: a citation goes in, the lines of one RIS record come out, each ended by CR LF, in the order of the table.

The rows of ``mapping.ROWS`` become functions when the writer is made; a record then costs one fetch of its fields and a
call for each that is filled. Every value that a reader of RIS, ours included, would take for something else is
reported.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial
from itertools import compress
from operator import attrgetter
from typing import Any, NamedTuple

from msgspec.structs import replace

from citeconv import Citation, Date, Name
from citeconv.values.abstracts import told_as_abstract
from citeconv.values.bare import bare_pages, not_bare, without_stop
from citeconv.values.catalogued import numbered_series
from citeconv.values.conferences import is_proceedings, names_meeting
from citeconv.values.creators import principal
from citeconv.values.differences import differences
from citeconv.values.forms import ABSENT, is_absent, is_degree
from citeconv.values.names import without_stops
from citeconv.values.pages import expand_pages
from citeconv.values.patterns import lazy
from citeconv.values.preprints import is_preprint, named_preprint
from citeconv.values.supplements import told_in_issue
from citeconv_ris import fields, mapping, record_types, syntax
from citeconv_ris.by_type import starts
from citeconv_ris.dates import read_date, tells_hour, write_accessed, write_date
from citeconv_ris.identifier_lines import IdentifierWriter
from citeconv_ris.lines import END, UNSAFE, stays_on_line, tagged_line
from citeconv_ris.names import read_name
from citeconv_ris.record import read_record
from citeconv_ris.remarks import of_web_of_science, tagged
from citeconv_ris.settle import MONTHLY_ISSUE
from citeconv_ris.tags import CERTAIN, DIALECTS, KEPT, WEB_OF_SCIENCE, of_type, places_of, tag_of
from citeconv_ris.values import (
    AVAILABILITY,
    LONG_WORD,
    WORD_IN_PAGES,
    are_of_conference,
    are_pages,
    is_address,
    is_number_of_article,
    may_be_start,
)
from citeconv_ris.word_lines import WordWriter

Emit = Callable[[Any, Citation], str]
"""From a field's value and its citation to whole lines."""


class _Plan(NamedTuple):
    """How records of a type are written: the fields in one call, a function for each, and tags that others have not."""

    fetch: Callable[[Citation], tuple[Any, ...]]
    emits: list[Emit]
    fields: list[str]
    places: dict[str, str]
    own_tags: frozenset[str]
    series_in_t2: bool


_NO_TITLE = ("http", "- ", *fields.SUPPLEMENT)
"""What a value in the place of a title begins with of which another, or none, is read."""
_YEAR = 4
_EXTRA = lazy(r"ris:([A-Z][A-Z0-9])")
_PAGES = lazy(r"([^-,;\s]+)-([^-,;\s]+)")
_NOTHING = lazy(rf"- ({ABSENT}){END}")
"""A value that is read as none."""
_UNREADABLE = "\ufffd"
_NAMES = tuple(dict.fromkeys(row.field for row in mapping.ROWS if row.kind in ("names", "roles")))
_TAGLESS = frozenset(("roles", "extra", "series_number", "paper-conference event_place"))
"""Kinds of rows that find their tags themselves, some in one type only."""
_UNTYPED = mapping.UNPUBLISHED.union([kind for kind, tag in mapping.WRITE_TYPES.items() if tag == "GEN"])
_SAME_TYPE = {kind: mapping.READ_TYPES[tag] == kind for kind, tag in mapping.WRITE_TYPES.items()}


def _of_web_of_science(citation: Citation) -> bool:
    """Return whether a record will be read as one of the Web of Science, by tags that only it has."""
    return bool(citation.extra or citation.annote) and (
        any(name[:4] == "ris:" and name[4:] in WEB_OF_SCIENCE for name, _ in citation.extra)
        or of_web_of_science(citation.annote)
    )


def _read_type(ris_type: str, citation: Citation) -> str:
    """Return the type that a record of a type of RIS will be read as."""
    return record_types.read_type(ris_type, [*filter(None, (citation.genre,)), *citation.publication_types])


def carried(target: str = "any") -> frozenset[str]:
    """Return what is carried when a program is to read the file."""
    instead = mapping.TARGETS[target].instead
    paths = {"type"}
    for row in mapping.ROWS:
        if instead.get(row.kind, instead.get(row.tag)) != "":
            paths.add("author.affiliations" if row.kind == "addresses" else row.field)
            if row.kind == "roles":
                paths.add(f"{row.field}.role")
    return frozenset(paths)


def _may_be_another(citation: Citation) -> bool:
    """Return whether what has no type in RIS, or is a manuscript, may be read as an article or a preprint."""
    told = citation.volume or citation.genre
    return bool(told) and citation.type in _UNTYPED


class Writer(IdentifierWriter, WordWriter):
    """The writing half of the format."""

    separator = END
    carries = carried()

    def __init__(self, settings: Mapping[str, Any] | None = None) -> None:
        super().__init__(settings)
        target = str(self.settings["target"])
        self._instead = mapping.TARGETS[target].instead
        self.carries = carried(target)  # what is lost depends on the program
        self._for_any = target == "any"
        self._keeps_markup = target == "zotero"
        self._behind_group = "," if target == "endnote" else ""  # the sign that no part of it is a given name
        self._plans: dict[tuple[str, str], _Plan] = {}
        self._own_tags: frozenset[str] = frozenset()  # what means something else in the type of the record
        self._series_in_t2 = False  # whether T2 is no container in it

    def write(self, citation: Citation) -> str:
        """Return the lines of a record, ``TY`` to ``ER``."""
        if citation.type == "article":
            citation = named_preprint(citation, self.lose)
        ris_type = self._type(citation)
        types = ris_type, _read_type(ris_type, citation)
        plan = self._plans.get(types) or self._plan(*types)
        self.is_doubtful = (
            MONTHLY_ISSUE.fullmatch(citation.issue) is not None
            or citation.volume.endswith(")")
            or names_meeting(citation.container_title)
            or names_meeting(citation.container_title_short)
            or _may_be_another(citation)
        )
        for field in not_bare(citation):
            self.lose(field, "is read without the words or signs around it")
        self._places, self._own_tags, self._series_in_t2 = plan.places, plan.own_tags, plan.series_in_t2
        if not citation.author:
            citation = self._with_author(citation)
        citation = told_in_issue(citation, self.lose, self.keep)
        if citation.other_abstracts:
            citation = told_as_abstract(citation, self.lose, self.keep)
        values = plan.fetch(citation)
        lines = [
            emit(value, citation)
            for emit, value in zip(compress(plan.emits, values), filter(None, values), strict=True)
        ]
        text = "".join(lines)
        if _NOTHING.search(text):
            for field, line in zip(compress(plan.fields, values), lines, strict=True):
                for word in _NOTHING.findall(line) if field != "extra" else ():
                    self.lose(field, f"{word} will be read as no value")
        if _UNREADABLE in text:
            for field, line in zip(compress(plan.fields, values), lines, strict=True):
                if _UNREADABLE in line:
                    self.lose(field, "a character that could not be read (U+FFFD) became ?")
            text = text.replace(_UNREADABLE, "?")
        text = f"TY  - {ris_type}{END}{text}ER  - {END}"
        if self.is_doubtful and self._for_any:
            self._read_again(citation, text)
        return text

    def _with_author(self, citation: Citation) -> Citation:
        """Return a work that has no author, in the place of whom readers find its director, composer, host …"""
        field = principal(citation, self._places)
        if not field:
            return citation
        self.lose("author", f"the {field} is read as one")
        return replace(citation, author=getattr(citation, field))

    def _read_again(self, citation: Citation, text: str) -> None:
        """Report what is read otherwise in a record that holds something odd, unless it was told already."""
        text = text.replace(END, "\n")
        values = [pair for pair in syntax.pairs(text, strict=True) if not is_absent(pair[1])]
        dialect = next((one.name for one in DIALECTS if re.search(one.pattern, text, re.M)), "")
        names = {field: tuple(map(_without_stops, getattr(citation, field))) for field in _NAMES}
        again, _ = read_record(values, dialect)
        for field, difference in differences(replace(citation, **names), again, self.carries, self.losses):
            self.lose(field, difference)

    def _plan(self, ris_type: str, kind: str) -> _Plan:
        """Return how a record of a RIS type that is read as a type of CSL is written, worked out once for each."""
        rows = [(row, emit) for row in mapping.ROWS if (emit := self._emit(row, ris_type, kind))]
        plan = self._plans[ris_type, kind] = _Plan(
            attrgetter(*(row.field for row, _ in rows)),
            [emit for _, emit in rows],
            [row.field for row, _ in rows],
            places_of(ris_type, kind),
            frozenset(of_type(ris_type, kind)),
            tag_of("container_title", "T2", ris_type, kind) != "T2",
        )
        return plan

    def _emit(self, row: mapping.Row, ris_type: str, kind: str) -> Emit | None:
        """Return the function for a row of the table, or none if the program must not get it."""
        method: Callable[..., str] = getattr(self, f"_{row.kind}")
        tag = tag_of(row.field, row.tag, ris_type, kind)
        own = places_of(ris_type, kind).get(row.field, "") if row.field in mapping.LABELLED_IN_ENDNOTE else ""
        for_endnote = self.settings["target"] == "endnote"
        if own and for_endnote:
            tag = own
        prefix = f"{tag}  - "
        if not tag and row.kind not in _TAGLESS and f"{kind} {row.kind}" not in _TAGLESS:
            method = self._no_tag
        elif tag == row.tag:
            prefix = self._instead.get(row.kind, self._instead.get(row.tag, prefix))
            if not prefix:
                return None
            if for_endnote and prefix[:2] != tag and prefix[:2] in of_type(ris_type, kind):  # which has it otherwise
                prefix = f"{tag}  - "
        rule = of_type(ris_type, kind).get(tag)
        emit = partial(method, prefix, row.field)
        return emit if rule is None or rule.kind in CERTAIN else partial(self._doubtful, emit)

    def _no_tag(self, _prefix: str, field: str, _value: Any, citation: Citation) -> str:
        self.lose(field, f"{citation.type} has no tag for it")
        if field == "collection_title" and citation.collection_number and self._numbers_series(citation):
            self.lose("collection_number", "would stand behind the title of the series")
        return ""

    def _doubtful(self, emit: Emit, value: Any, citation: Citation) -> str:
        """Write a value whose form tells what it is; reading it will show."""
        self.is_doubtful = True
        return emit(value, citation)

    def _title(self, prefix: str, field: str, value: str, citation: Citation) -> str:
        if without_stop(value) != value:
            self.lose(field, "its full stop at the end is not read")
        return self._text(prefix, field, value, citation)

    # -- where and when

    def _type(self, citation: Citation) -> str:
        """Return the type, the one that the source had if it was RIS and means the same."""
        kind = citation.type
        for tag, value in citation.extra:
            if tag == "ris:TY" and _read_type(value, citation) == kind:
                field, _ = mapping.TOLD_BY_TYPE.get(value, ("type", ""))
                if not getattr(citation, field):
                    self.lose(field, "is read from the type")
                return value
        if kind == "article":
            if not is_preprint(citation.genre):
                self.lose("type", "an article that is no preprint will be read as a manuscript")
                if citation.page and not are_pages(citation.page):
                    self.lose("page", "a page of a manuscript will be read as its extent")
                    self.lose("number_of_pages", "the page is read back as that")
        elif not _SAME_TYPE[kind]:
            self.lose("type", f"{kind} has no type in RIS")
        return mapping.WRITE_TYPES[kind]

    def _container(self, prefix: str, field: str, value: str, citation: Citation) -> str:
        kind = citation.type
        self.is_doubtful |= value.startswith(_NO_TITLE) or citation.event_title.startswith("http")
        if kind == "paper-conference" and citation.event_title:
            event = self._tidy("event_title", citation.event_title)
            if _of_web_of_science(citation):
                return tagged_line(prefix, self._tidy(field, value)) + self._conference(event)
            if is_proceedings(event) and not is_proceedings(value):
                self.lose("event_title", "will be read as the title of the proceedings")
                self.lose("container_title", "the conference will be read as the proceedings")
                self.lose("extra", "the title of the proceedings will be read into it")
            elif not are_of_conference(event, value) and any(one.value[:4] == "WOS:" for one in citation.identifiers):
                self.lose("event_title", "will be read as the title of the proceedings")
                self.lose("container_title", "will be read as an institution")
                self.lose("annote", "the title of the proceedings will be read into it")
            return tagged_line("T2  - ", event) + tagged_line("C3  - ", self._tidy(field, value))
        return tagged_line(self._first(kind, prefix), self._tidy(field, value))

    def _conference(self, event: str) -> str:
        """Return the conference as the Web of Science has it."""
        if len(LONG_WORD.findall(event)) < 2:
            self.lose("event_title", "will be read as an issue")
        return tagged_line("CP  - ", event)

    def _first(self, kind: str, usual: str) -> str:
        """Return the beginning of the line of the journal or book."""
        return self._instead.get(f"T2 {kind}", usual)

    def _short(self, prefix: str, field: str, value: str, citation: Citation) -> str:
        """Return the abbreviation; it is the journal, too, where no other title is known: all readers look there."""
        text = self._tidy(field, value)
        self.is_doubtful |= text.startswith(_NO_TITLE)
        if citation.container_title:
            return tagged_line(prefix, text)
        self.is_doubtful |= "T2" in self._own_tags
        self.lose("container_title", "the abbreviation stands in its place, too")
        usual = "JF  - " if self._series_in_t2 else self._instead.get("T2", "T2  - ")
        return tagged_line(self._first(citation.type, usual), text) + tagged_line(prefix, text)

    def _event(self, prefix: str, field: str, value: str, citation: Citation) -> str:
        if citation.type == "paper-conference" and citation.container_title:
            return ""
        if "event_title" in self._places:
            return self._text(prefix, field, value, citation)
        self.lose(field, "only a paper in proceedings that have a title has a conference")
        if citation.container_title or citation.container_title_short or self._series_in_t2:
            return ""
        self.lose("container_title", "the conference will be read as the proceedings")
        return self._text(prefix, field, value, citation)

    def _issued(self, prefix: str, field: str, value: Date, citation: Citation) -> str:
        text, exact = write_date(value)
        if not exact:
            return self._odd_date(prefix, field, value, text)
        year = text[:4]
        text = _with_hour(citation) or text
        if prefix == "Y1":
            return f"Y1  - {text}{END}"
        return f"PY  - {year}{END}" if text == year else f"{prefix}{text}{END}PY  - {year}{END}"

    def _odd_date(self, prefix: str, field: str, value: Date, text: str) -> str:
        self.lose(field, "is not a date that RIS can tell in full")
        if text:
            year = "" if prefix == "Y1" else f"PY  - {text[:4]}{END}"
            return f"{prefix[:2]}  - {UNSAFE.sub(' ', text)}{END}{year}"
        literal = self._tidy(field, value.literal or str(value.year or ""))
        return tagged_line("PY  - ", literal)

    def _accessed(self, prefix: str, field: str, value: Date, _citation: Citation) -> str:
        """Return the day of the last access, in the words of the source where they say the hour."""
        if text := write_accessed(value):
            return f"{prefix}{text}{END}"
        text, exact = write_date(value)
        if not exact:
            self.lose(field, "is not a date that RIS can tell in full")
        return f"{prefix}{UNSAFE.sub(' ', text)}{END}" if text else ""

    def _available(self, prefix: str, field: str, value: Date, citation: Citation) -> str:
        text, exact = write_date(value)
        if citation.edition or citation.type in mapping.VERSIONED or not exact or not value.month:
            self.lose(field, "has no tag beside the edition, or is not a date that RIS can tell in full")
            return ""
        return f"{prefix}{text}{END}"

    def _series(self, prefix: str, field: str, value: str, citation: Citation) -> str:
        """Return the title of the series, with the number of the work behind it in a type that has no tag for that."""
        self.is_doubtful |= numbered_series(value)[1] != ""
        if citation.collection_number and self._numbers_series(citation):
            value = f"{value} ; {citation.collection_number}"
        return self._text(prefix, field, value, citation)

    def _shelf(self, prefix: str, field: str, value: str, citation: Citation) -> str:
        if value in AVAILABILITY:
            self.lose(field, f"{value} says who may read the work")
        return self._text(prefix, field, value, citation)

    def _series_number(self, prefix: str, field: str, value: str, citation: Citation) -> str:
        if "collection_number" in self._places:
            return self._text(prefix, field, value, citation)
        return "" if self._numbers_series(citation) else self._no_tag(prefix, field, value, citation)

    def _numbers_series(self, citation: Citation) -> bool:
        """Return whether the number of a work in its series has no tag, and is read behind the title of that."""
        told = citation.collection_title, citation.collection_number
        return "collection_number" not in self._places and numbered_series(" ; ".join(told)) == told

    def _place(self, prefix: str, field: str, value: str, citation: Citation) -> str:
        """Return where the publisher is; in proceedings ``CY`` is the place of the conference if ``C1`` is there."""
        if citation.type == "paper-conference" and not citation.event_place:
            prefix = "CY  - "
        self.is_doubtful |= is_address(value)
        return self._text(prefix, field, value, citation)

    def _event_place(self, prefix: str, field: str, value: str, citation: Citation) -> str:
        if citation.type != "paper-conference":
            return self._text(prefix, field, value, citation)
        self.is_doubtful |= is_address(value)
        if not citation.publisher_place:
            self.lose(field, "will be read as the place of the publisher")
            self.lose("publisher_place", "the place of the conference will be read as one")
        return self._text("CY  - ", field, value, citation)

    def _day(self, prefix: str, field: str, value: Date, _citation: Citation) -> str:
        text, exact = write_date(value)
        if not exact:
            self.lose(field, "is not a date that RIS can tell in full")
        return f"{prefix}{text}{END}" if exact else ""

    def _page(self, _prefix: str, field: str, value: str, citation: Citation) -> str:
        first, _, last = value.partition("-")
        in_order = first.isdigit() and last.isdigit() and len(first) == len(last) and first < last
        if in_order and citation.type not in mapping.EXTENT:
            return f"SP  - {first}{END}EP  - {last}{END}"
        full = expand_pages(re.sub("--+", "-", bare_pages(value)))
        if full != value:
            self.lose(field, f"{value} is written as {full}")
        self.is_doubtful |= (" " in full and not full[0].isdigit()) or is_number_of_article(full)
        pair = _PAGES.fullmatch(full)
        if pair is not None and WORD_IN_PAGES.search(full):
            pair = None
        is_extent = citation.type in mapping.EXTENT and not (self._for_any and (pair or are_pages(full)))
        if is_extent or citation.number == value:
            self.lose(field, "will be read as the extent of the work, or as the number of the article")
        if is_extent:
            self.lose("number_of_pages", "the page is read back as that")
        if full.strip("-") != full:
            self.lose(field, "is read without the dash at its end")
        if pair is None:
            return tagged_line("SP  - ", self._tidy(field, full))
        if pair[1] == pair[2]:
            self.lose(field, "will be read as one page")
        if pair[1].isdecimal() and pair[2].isdecimal() and int(pair[2][:99]) < int(pair[1][:99]):
            return f"SP  - {full}{END}"
        return tagged_line("SP  - ", self._tidy(field, pair[1])) + tagged_line("EP  - ", self._tidy(field, pair[2]))

    def _start_page(self, prefix: str, field: str, value: str, citation: Citation) -> str:
        """Return the page on which a work begins, beside its pages."""
        page = citation.page
        if not page or (prefix == "SE  - " and (citation.section or not starts(page, value))):
            self.lose(field, "is read where it is that of the pages")
            return ""
        return self._text(prefix, field, value, citation)

    def _section(self, prefix: str, field: str, value: str, citation: Citation) -> str:
        """Return the section of an issue; alone, a number is taken for the page on which an article begins."""
        alone = not citation.page and not citation.number and citation.type in mapping.START_PAGES
        if alone and may_be_start(value):
            for each in (field, "number" if is_number_of_article(value) else "page"):
                self.lose(each, "a section is read as pages")
        return self._text(prefix, field, value, citation)

    def _number_of_pages(self, prefix: str, field: str, value: str, citation: Citation) -> str:
        if prefix != "SP  - ":
            return self._text(prefix, field, value, citation)
        if citation.page or citation.type not in mapping.EXTENT:
            self.lose(field, "only a whole work has an extent")
            return ""
        if are_pages(value):
            self.lose(field, "will be read as pages")
        self.is_doubtful |= not value.isdecimal()
        return self._text(prefix, field, value, citation)

    def _edition(self, prefix: str, field: str, value: str, citation: Citation) -> str:
        if citation.type in mapping.VERSIONED:
            if citation.version:
                self.lose(field, "its tag holds the version")
                return ""
            self.lose(field, "will be read as the version")
            self.lose("version", "the edition will be read as it")
        self.is_doubtful |= len(value) > _YEAR and value[:_YEAR].isdigit()  # which may be the day it came online
        return tagged_line(prefix, self._tidy(field, value))

    def _version(self, prefix: str, field: str, value: str, citation: Citation) -> str:
        if "version" in self._places:
            return tagged_line(prefix, self._tidy(field, value))
        return self._no_tag(prefix, field, value, citation)

    def _number(self, prefix: str, field: str, value: str, citation: Citation) -> str:
        """Return the article number, in the place of the page as well if there is none, for readers look there."""
        text = self._tidy(field, value)
        self.is_doubtful |= ":" in value or "]" in value  # of an identifier in this place
        if other := self._places.get(field):
            self.is_doubtful |= other == "SN" or is_degree(value)  # where it may look like an ISBN, or a degree
            return tagged_line(f"{other}  - ", text)
        if citation.page or citation.number_of_pages or citation.type in mapping.EXTENT:
            if prefix == "SP  - ":
                self.lose(field, "the number of an article has no tag of its own for this program")
                return ""
            return tagged_line(prefix, text)
        return "".join([tagged_line(each, text) for each in dict.fromkeys((prefix, "SP  - "))])

    # -- what is left

    def _annotation(self, _prefix: str, field: str, value: str, citation: Citation) -> str:
        """Return what a database said beside the citation, each under its tag; any other annotation is one line."""
        told_anew = bool(self._places) and not citation.type.startswith("article")
        if citation.translator or citation.section or citation.reviewed_title or citation.page_first or told_anew:
            self.is_doubtful |= of_web_of_science(value)  # where their tags mean something else
        return "".join([tagged_line(f"{tag}  - ", text) for tag, text in tagged(self._tidy(field, value))])

    def _extra(self, _prefix: str, field: str, value: tuple[tuple[str, str], ...], citation: Citation) -> str:
        """Return what a RIS file had under a tag of its own."""
        lines, written = [], _with_hour(citation)
        for name, text in value:
            match = _EXTRA.fullmatch(name)
            if match is None:
                self.lose(field, f"{name[:30]} is no tag of RIS")
            elif match[1] in ("TY", "ER"):
                if match[1] == "ER" or _read_type(text, citation) != citation.type:
                    self.lose(field, f"{match[1]} cannot be written with {text[:30]}")
            elif name == "ris:DA" and text == written:
                written = ""
            else:
                self.is_doubtful |= match[1] not in KEPT or match[1] in WEB_OF_SCIENCE or match[1] in self._own_tags
                lines.append(tagged_line(f"{match[1]}  - ", self._tidy(field, text)))
        return "".join(lines)


def _without_stops(name: Name) -> Name:
    """Return a name with its initials as they are read, without full stops and apart; ``XING`` is read as it is."""
    in_capitals = name.given.isupper() and "." not in name.given
    whole = in_capitals and read_name(f"{name.family}, {name.given}").given == name.given
    return name if whole else replace(name, given=without_stops(name.given))


def _with_hour(citation: Citation) -> str:
    """Return the value of ``DA`` that tells the date and its hour, to be written in the place of the date."""
    for tag, text in citation.extra:
        if tag == "ris:DA" and tells_hour(text) and stays_on_line(text) and read_date(text) == citation.issued:
            return text
    return ""
