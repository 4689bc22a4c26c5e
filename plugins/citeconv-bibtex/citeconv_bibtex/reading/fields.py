"""What an entry means: its type and raw fields go in, a citation comes out.

Each field is read by the method of its kind (``tables.FIELDS``). Several fields that tell one thing (``year`` and
``month``, ``number`` and ``issue``, the five that may name a publisher) are read together when the first of them comes.
What has no place in a citation, or whose place is taken, stands in ``extra`` under its own name.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from citeconv import Citation, Date, Keyword
from citeconv.values.authors import cut_at_semicolons
from citeconv.values.bare import part_volume, with_subtitle, without_stop
from citeconv.values.catalogued import numbered_series
from citeconv.values.conferences import take_meeting
from citeconv.values.databases import PARTS_OF_SERIES, read_grants, with_remarks
from citeconv.values.dates import in_calendar, parse_date
from citeconv.values.forms import LONGEST_ABSENT, is_absent
from citeconv.values.languages import language_code
from citeconv.values.nlm import STATUSES, take_early_access, take_retraction
from citeconv.values.patterns import lazy
from citeconv.values.preprints import PREPRINT, is_preprint
from citeconv.values.tex import lines, one_line, text, verbatim, with_line_ends
from citeconv_bibtex import mapping
from citeconv_bibtex.reading import of_r, tables
from citeconv_bibtex.reading.abstracts import paragraphs, sections
from citeconv_bibtex.reading.blocks import Entry
from citeconv_bibtex.reading.creators import Creators
from citeconv_bibtex.reading.draft import Draft
from citeconv_bibtex.reading.entered import entered
from citeconv_bibtex.reading.places import is_address
from citeconv_bibtex.reading.slips import MEANT
from citeconv_bibtex.reading.terms import items_of
from citeconv_bibtex.reading.when import edtf, published

_ORDINAL = lazy(r"(\d{1,4})(?:(<sup>)?(?:st|nd|rd|th)(?(2)</sup>))?\.?(?:\s?(?:edn?|edition)\.?)?", re.I)
_JOURNALS = ("container_title", "container_title_short")
_CHAPTER = lazy(r"\bBook Chapter\b", re.I)
_TIME = lazy(r"\dT\d\d:")
_LANGUAGES = lazy(r"(?<!\s)\s+and\s+|(?:(?<!\s)\s+)?[,;/]\s*")
_NULLS = frozenset(("null", "NA"))
"""What ResearchRabbit and R write for all that they do not know."""
_MAY_BE_NULL = frozenset(("title", "author", "editor"))
_ABSENT = frozenset(("none", "nan", "n.a.", "undefined", "$-$"))
"""What else stands for what is not known, in small letters."""
_NO_ISSUE = frozenset(("0", "ja"))
"""What stands beside the volume 0 of an article that is in no issue yet (SAGE, Taylor & Francis, ACS)."""
_ADDING = frozenset(("keywords", "grants", "further_note"))
"""Kinds of which a field that comes again adds to the first."""
_FULL_JOURNALS = ("fjournal", "journal-full")
"""The full titles of journals in MathSciNet and BibDesk, which have the short ones in ``journal``."""
_ARXIV = frozenset(("ArXiv", "CoRR"))
"""What Semantic Scholar and DBLP have for the journal of preprints at arXiv, whose number is the volume then."""
_SUBTITLES = {
    "journaltitle": "journalsubtitle", "journal": "journalsubtitle", "booktitle": "booksubtitle",
    "maintitle": "mainsubtitle",
}  # fmt: skip
"""The fields that go on with a title."""


class EntryReader(Creators):
    """Reads the entries of one file.

    Args:
        note: Takes what the user is told of guesses.
    """

    def __init__(self, note: Callable[[str], None]) -> None:
        super().__init__()
        self._note_to_user = note
        self._handlers: dict[str, Callable[[str, str], None]] = {
            name: getattr(self, f"_{kind}") for name, (kind, _) in tables.FIELDS.items()
        } | dict.fromkeys(tables.IDENTIFIERS, self._identifier)

    def read(self, entry: Entry) -> Citation:
        """Return the citation in an entry."""
        self._start(entry)
        repeated = self._gather(entry)
        self._leave_out_zeros()
        self._part_at_tags()
        for name, value in self.values.items():
            if name not in self.done:
                self._handlers.get(name, self._keep)(name, value)
        for name, value in repeated:
            self._again(name, value)
        for fault in entry.faults:
            self._note_to_user(fault)
        if self.people:
            self._give_to_authors()
        if self.remarks:
            self._annotate()
        self._numbers_told(entry.key)
        self._settle()
        kind = self._csl_type()
        if self.extra:
            self.out["extra"] = tuple(self._in_order())
        return Citation(key=entry.key, type=kind, **self.out)

    def _settle(self) -> None:
        """Complete what several fields tell: the date with its words, the status, the issue behind the volume."""
        if literal := self.out.pop("literal", ""):
            self.out["issued"] = _with_words(self.out["issued"], literal)
        if "publication_status" in self.out:
            self.out.setdefault("status", STATUSES[self.out["publication_status"]])
        if self.kind in tables.ISSUES:
            part_volume(self.out)
            take_meeting(self.out)
        take_retraction(self.out)
        take_early_access(self.out)
        if "note" in self.out:
            self._settle_notes()

    def _gather(self, entry: Entry) -> list[tuple[str, str]]:
        """Take the fields of an entry by name; return those whose name stood before with another value."""
        values, repeated = self.values, []
        for name, value in entry.fields:
            if len(value) <= LONGEST_ABSENT and is_unknown(name, value):
                if value not in _NULLS:
                    self.extra.append((f"bibtex:{'-'.join(name.split())}", self._recurring(value)))
            elif value and name not in values:
                values[name] = value
            elif value and value != values[name]:
                repeated.append((name, value))
        if not of_r.SIGNS.isdisjoint(values):
            self.values, left = of_r.as_bibtex(values)
            values = self.values
            self.extra += [(f"bibtex:{name}", value) for name, value in left]
        for name in [name for name in values if name not in self._handlers]:
            if (meant := MEANT[name]) and meant not in values:
                values[meant] = values.pop(name)
                self._note_to_user(f"{name}: read as {meant}")
        return repeated

    def _annotate(self) -> None:
        """Put what databases remark beside the citation into the annotation, in the order of the fields."""
        order = {tables.REMARKS.get(name): place for place, name in enumerate(self.values)}
        remarks = sorted(self.remarks.items(), key=lambda remark: order.get(remark[0], 0))
        annote = self.out.get("annote", "")
        known = annote.split("; ")  # as it was written, and is inherited once more
        told = [remark for label, words in remarks if (remark := f"{label}: {words}") not in known]
        if told:
            self.out["annote"] = with_remarks(annote, told)

    def _leave_out_zeros(self) -> None:
        """Keep apart a volume, an issue and a date that programs write as 0 where there is none."""
        values = self.values
        if values.get("volume") == "0" and values.get("number", values.get("issue", "0")) in _NO_ISSUE:
            self._leave_out("volume", "number", "issue")
        for name in ("year", "date"):
            if values.get(name, "")[:1] == "0" and not values[name].strip("0-"):  # 0000-00-00
                self._leave_out(name)

    def _leave_out(self, *names: str) -> None:
        """Keep fields under their own names, for they say nothing."""
        for name, value in self._take(*names):
            self.extra.append((f"bibtex:{name}", value))
            del self.values[name]

    def _csl_type(self) -> Any:
        """Return CSL's type; the entry type stands in ``extra`` where it says more."""
        kind, out = self.kind, self.out
        found = out.pop("type", "") or tables.TYPES.get(kind, "document")
        if kind in tables.GENRES and "genre" not in out:
            out["genre"] = tables.GENRES[kind]
        if is_preprint(kind):
            out.setdefault("genre", PREPRINT)
        if kind == "misc" and found in ("document", "webpage"):
            told = self._type_of_misc()
            found = found if told == "document" else told
        if found in ("document", "webpage") and kind in ("misc", "online") and self._is_at_arxiv():
            found = "article"
        if found == "article-journal" and self._is_of_database() and out.keys().isdisjoint(_JOURNALS):
            document = out.get("publication_types", ("",))[0].lower()  # Scopus calls all articles since 2025
            found = "book" if document == "book" else PARTS_OF_SERIES.get(document, found)
        if found == "article-journal" and "reviewed_author" in out:  # JSTOR's
            found = "review-book"
        if found == "book" and _CHAPTER.search("; ".join(out.get("publication_types", (out.get("genre", ""),)))):
            found = "chapter"
        if kind == "book" and "journal" in self.values and out.get("container_title") == out.get("title"):  # Scopus's
            out.pop("container_title", None)
        if not self._tells_entry_type(found):
            self.extra.insert(0, ("bibtex:entrytype", kind))
        return found

    def _type_of_misc(self) -> str:
        """Return what an entry that says so nowhere else is, by its genre, or by the fields that it has."""
        out = self.out
        genre = out.get("genre", "").lower()
        found = tables.KINDS_OF_MISC.get(genre, "document")
        if genre == tables.MISC_WORDS.get(found, found).lower():
            del out["genre"]  # the type tells it
        if found != "document":
            return found
        if "url" in out and "accessed" in out and "doi" not in out:
            return "webpage"
        return "patent" if out.get("publisher") == tables.GOOGLE_PATENTS else found

    def _tells_entry_type(self, found: str) -> bool:
        """Return whether CSL's type, with the other fields, says all that the entry type does."""
        kind, out = self.kind, self.out
        if kind == "patent" and not tables.OF_IEEE.isdisjoint(self.values):
            return False
        return (
            kind in tables.GENRES
            or kind in tables.SYNONYMS
            or (kind in mapping.ENTRY_TYPES[found] and kind != "inbook")
            or (kind == "inbook" and "date" in self.values)
            or (kind == "collection" and "editor" in out and "author" not in out)
        )

    def _is_at_arxiv(self) -> bool:
        """Return whether it has a number at arXiv, which calls its preprints ``@misc``."""
        return any([number.kind == "arxiv" for number in self.out.get("identifiers", ())])

    def _in_order(self) -> list[tuple[str, str]]:
        """Return what has no place in the order of the fields, which are not all read in it; people come first.

        So they do where an entry is written: what belongs to nobody stands with what the authors got.
        """
        if len(self.extra) > 1:
            names = [*self.people, *[name for name in self.values if name not in self.people]]
            places = {f"bibtex:{'-'.join(name.split())}": place for place, name in enumerate(names)}
            self.extra.sort(key=lambda each: places.get(each[0], -1))
        return self.extra

    def _again(self, name: str, value: str) -> None:
        """Take a field that comes for the second time: keywords and notes add up, the first counts elsewhere."""
        kind = tables.FIELDS.get(name, ("",))[0]
        if kind in _ADDING:
            self._handlers[name](name, value)
        elif kind == "note":
            self._further_note(name, value)
        elif name == "url" and is_address(value):
            self._add_identifier("url", verbatim(value))
        elif name in self.people:  # whose label in the annotation may be the first one's
            self.extra.append((f"bibtex:{name}", lines(value)))
        else:
            self._keep(name, value)

    # -- what databases add

    _remark = Draft._keep

    def _event(self, name: str, value: str) -> None:
        """Read when somebody entered the record or changed it."""
        event = entered(text(value), tables.FIELDS[name][1])
        if event is None or event in self.out.get("history", ()):
            self._keep(name, value)
        else:
            self._add("history", event)

    def _grants(self, name: str, value: str) -> None:
        self._add("grants", *read_grants(text(value)))

    def _archive_class(self, name: str, value: str) -> None:
        """Read the class that arXiv, or another archive, gave the work."""
        if "eprint" in self.values and (words := text(value)):
            self._add("categories", words)
        else:
            self._keep(name, value)

    # -- texts

    def _text(self, name: str, value: str) -> None:
        self._put(tables.FIELDS[name][1], self._recurring(value), name)

    def _series(self, name: str, value: str) -> None:
        """Read the title of a series; where zbMATH has it in full, that in ``series`` is the abbreviation."""
        found = dict(self._take("fseries", "series", "collection"))
        if "fseries" in found and "series" in found and "shortseries" not in self.values:
            self._keep("shortseries", found.pop("series"))
        for place, title in found.items():
            words = self._recurring(title)
            if " ; " in words and "number" not in self.values:
                words, number = numbered_series(words)
                self._put("collection_number", number, place)
            self._put("collection_title", tables.SERIES.get(words, words), place)

    def _verbatim(self, name: str, value: str) -> None:
        self._put(tables.FIELDS[name][1], verbatim(value), name)

    def _list(self, name: str, value: str) -> None:
        self._add(tables.FIELDS[name][1], *cut_at_semicolons(text(value)))

    def _title(self, name: str, value: str) -> None:
        title = self._with_subtitle("title", "subtitle")
        self._put("title", without_stop(title), name)

    def _with_subtitle(self, name: str, second: str) -> str:
        """Return a title with its subtitle."""
        return with_subtitle(*[text(value) for _, value in self._take(name, second)])

    def _container(self, name: str, value: str) -> None:
        """Read what holds the work: the journal, the book, the site."""
        order = self._containers()
        taken = dict(self._take(*order, "maintitle", "titleaddon", *_SUBTITLES.values()))
        for place in order:
            subtitle = _SUBTITLES.get(place, "")
            if place in taken and (title := self._with_subtitle(place, subtitle)):
                del taken[place]
                taken.pop(subtitle, None)
                self._put_container(place, self._journal_alone(place, title))
                if title in _ARXIV and (number := self.values.get("volume", "")).startswith("abs/"):
                    self._number_at_arxiv(f"arXiv:{number[4:]}")
                elif "rXiv" in title:
                    self._number_at_arxiv(title)
                break
        for place, other in taken.items():
            if self._recurring(other) != self.out.get("container_title"):
                self._keep(place, other)

    def _containers(self) -> list[str]:
        """Return the fields that may name what holds the work, those that count first in front."""
        journals = ["journaltitle", "journal", *_FULL_JOURNALS]
        full = [name for name in _FULL_JOURNALS if self._recurring(self.values.get(name, ""))]
        if "journal" in self.values and full:
            journals = full
            for name, short in self._take("journal"):
                self._put("container_title_short", self._recurring(short), name)
        order = ["booktitle", *journals, "maintitle"] if self.kind in tables.PARTS else [*journals, "booktitle"]
        if self.kind in tables.WHOLES and "title" not in self.values:
            order.append("maintitle")
        if mapping.CONTAINERS.get(self.kind, ("", ""))[1] == "titleaddon":
            order.append("titleaddon")
        return order

    def _put_container(self, place: str, title: str) -> None:
        """Take the title of what holds the work, which of a whole book is its own."""
        own = place == "booktitle" and self.kind in tables.WHOLES
        nameless = "title" not in self.values and self.kind in tables.WHOLES
        if nameless and place in ("booktitle", "maintitle"):  # a parent to be inherited from, or a volume of one
            self._put("title", title, place)
        elif not own or title != text(self.values["title"]):
            self._put("container_title", title, place)
        else:  # BibTeX's own styles give that to children, and not the title
            self._keep(place, self.values[place])

    def _edition(self, name: str, value: str) -> None:
        words = text(value)
        self._put("edition", number_of_edition(words) or words, name)

    def _paragraphs(self, name: str, value: str) -> None:
        self._put(tables.FIELDS[name][1], "\n".join(paragraphs(value)), name)

    def _references(self, name: str, value: str) -> None:
        """Read the works cited, which the Web of Science has on a line each, with a full stop behind them."""
        rows = [row for line in lines(with_line_ends(value)).split("\n") if (row := one_line(line))]
        listed = all(row.endswith(".") for row in rows)
        self._put(tables.FIELDS[name][1], "\n".join(rows if listed else paragraphs(value)), name)

    def _abstract(self, name: str, value: str) -> None:
        self._put("abstract", sections(value), name)

    def _keywords(self, name: str, value: str) -> None:
        """Read keywords, each on a line, or parted by semicolons, or else by commas; those of BibSonomy are words."""
        owner = tables.FIELDS[name][1]
        items = items_of(value)
        if len(items) == 1 and "interhash" in self.values:
            items = value.split()
        words = [text(item).strip() for item in items]
        old = self.out.get("keyword", ())
        known = {keyword.text for keyword in old}
        new = [Keyword(text=word, owner=owner) for word in dict.fromkeys(words) if word and word not in known]
        self.out["keyword"] = (*old, *new)
        if not self.out["keyword"]:
            del self.out["keyword"]

    def _language(self, name: str, value: str) -> None:
        """Read ``language``, which is printed, and ``langid``, which is for hyphenation."""
        found = dict(self._take("language", "langid", "hyphenation", "langidopts", "la"))
        variant = found.pop("langidopts", "")
        if not found:
            self._keep(name, value)
            return
        tags = {name: language_tags(value) for name, value in found.items()}
        exact: list[str] = []
        if variant:
            kind = tables.TAGS.get(variant.partition("variant=")[2].strip(), "")
            exact = [place for place, its in tags.items() if kind and its == (kind.partition("-")[0],)]
            for place in exact:
                tags[place] = (kind,)
            if not exact:
                self._keep("langidopts", variant)
        chosen = next(iter(tags))
        tags[chosen] = with_regions(tags[chosen], tags.get("langid", ()))
        self._put("language", tags[chosen], chosen)
        for other, its_tags in tags.items():
            if not set(its_tags) <= set(tags[chosen]):
                self._keep(other, found[other])
                if variant and other in exact:
                    self._keep("langidopts", variant)

    # -- dates

    def _issued(self, name: str, value: str) -> None:
        parts = dict(self._take("date", "year", "month", "day"))
        for other, words in self._take("jstor_formatteddate"):  # JSTOR's "Winter, 1989" beside its year
            whole = published(parts.get("year", ""), words, "")
            if whole and whole.year and not (whole.literal or parts.keys() - {"year"}):
                parts["month"] = words
            else:
                self._keep(other, words)
        if "date" not in parts:
            date = published(parts.get("year", ""), parts.get("month", ""), parts.get("day", ""))
            self._put("issued", date, name)
            if date is None and parts.get("day", "").strip("0"):  # a day alone
                self._keep("day", parts["day"])
            return
        self._tell_time("date", parts["date"])
        date = edtf(parts["date"])
        if not date.year and "year" in parts:  # date = {Mar 3}, year = {2015}
            whole = published(parts["year"], parts["date"], "")
            date = whole if whole and whole.year else date
        self._put("issued", date, "date")
        told = published(str(date.year), parts.get("month", ""), "")
        month = str(told.month) if told and not (told.literal or told.end or told.day or told.season) else ""
        said = {"year": text(parts.get("year", "")), "month": month, "day": text(parts.get("day", "")).lstrip("0")}
        for other, value in said.items():
            if other in parts and value != str(getattr(date, other)):
                self._keep(other, parts[other])

    def _filed(self, name: str, value: str) -> None:
        """Read when a patent was applied for, in IEEE's fields."""
        parts = dict(self._take("yearfiled", "monthfiled", "dayfiled"))
        date = published(*[parts.get(part, "") for part in ("yearfiled", "monthfiled", "dayfiled")])
        if date is None:
            for part, words in parts.items():
                self._keep(part, words)
        else:
            self._put("submitted", date, name)

    def _date(self, name: str, value: str) -> None:
        self._tell_time(name, value)
        self._put(tables.FIELDS[name][1], edtf(value), name)

    def _tell_time(self, name: str, value: str) -> None:
        if _TIME.search(value):
            self._note_to_user(f"{name}: the time of the day is left out")

    # -- kinds and states

    def _pubstate(self, name: str, value: str) -> None:
        words = self._recurring(value)
        if self._is_preprint():
            self.out.update(type="article", genre=PREPRINT)
        else:
            self._put("status", tables.STATES.get(words.lower(), words), name)

    def _publication_status(self, name: str, value: str) -> None:
        """Read what BibDesk has of MEDLINE's status."""
        if value in STATUSES:
            self._put("publication_status", value, name)
        else:
            self._keep(name, value)

    def _is_of_database(self) -> bool:
        """Whether it is a record of the Web of Science or Scopus, whose types are those of documents."""
        return "unique-id" in self.values or self.values.get("source") == tables.SCOPUS

    def _genre(self, name: str, value: str) -> None:
        words = self._recurring(value)
        if name == "type" and self._is_of_database():
            self._list(name, value)
            return
        if tables.NAMES_OF_TYPES.get(words.lower(), "") == tables.TYPES.get(self.kind, "document"):
            self._keep(name, value)
            return
        if name == "entrysubtype" and words.lower() == self.kind:  # @newspaper
            return
        if name == "entrysubtype" and "type" in self.values and self.kind in mapping.TYPED:
            self._keep(name, value)
            return
        if self.kind == "article":
            subtype = mapping.TYPES_OF_SUBTYPES.get(words.lower())
            if name == "entrysubtype" and subtype:
                self.out["type"] = subtype
            elif name == "type":
                self._list(name, value)
            else:
                self._put("genre", words, name)
        elif self.kind == "misc" and words.lower() in tables.KINDS_OF_MISC:
            self._put("genre", words, name)
        else:
            self._put("genre", tables.THESIS_TYPES.get(words.lower(), words), name)


def is_unknown(name: str, value: str) -> bool:
    """Return whether a field says that its value is not known; people may be called *None*, as roles are."""
    if name == "numpages" and value == "0":  # of the American Physical Society
        return True
    if name in _MAY_BE_NULL:
        return name != "title" and is_absent(value) and not value.isalpha()
    return value in _NULLS or ((is_absent(value) or value.lower() in _ABSENT) and not name.endswith("type"))


def language_tags(value: str) -> tuple[str, ...]:
    """Return the languages in a field, each once."""
    words = [word for word in _LANGUAGES.split(text(value)) if word]
    return tuple(
        dict.fromkeys(tables.TAGS.get(word.lower().removeprefix("lang")) or language_code(word) for word in words)
    )


def with_regions(tags: tuple[str, ...], known: tuple[str, ...]) -> tuple[str, ...]:
    """Return languages with the regions that another field has for them: ``en`` beside ``en-GB`` is that."""
    return tuple(next((other for other in known if other.startswith(f"{tag}-")), tag) for tag in tags)


def _with_words(date: Date, words: str) -> Date:
    """Return a date with what a note says of it: a range that begins with it, a day beside it, or its wording."""
    told = parse_date(words)
    begins = told.end and replace(told, end=None) == date
    return told if begins or in_calendar(told) == date != told else replace(date, literal=words)


def number_of_edition(words: str) -> str:
    """Return the number of an edition for ``2nd ed.``, ``Second`` or ``third edition``, else nothing."""
    match = _ORDINAL.fullmatch(words)
    return match[1] if match else tables.ORDINALS.get(words.lower().removesuffix("edition").rstrip(), "")
