"""Entries: a citation goes in, one ``@type{key, …}`` comes out, in the dialect that a subclass declares.

The rows of ``mapping.FIELDS`` become functions when the writer is made; a record then costs one fetch of its fields and
a call for each that is filled. What each returns is told in ``fields``.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Container, Mapping
from itertools import compress
from operator import attrgetter
from typing import Any

from msgspec.structs import replace

from citeconv import Citation
from citeconv.values.abstracts import told_as_abstract
from citeconv.values.bare import not_bare
from citeconv.values.creators import principal
from citeconv.values.differences import differences
from citeconv.values.patterns import lazy
from citeconv.values.preprints import is_at_arxiv, named_preprint
from citeconv.values.supplements import told_in_issue
from citeconv.values.tex_escapes import has_escapes
from citeconv.values.texts import change_texts, map_texts
from citeconv_bibtex import capitals, databases, legal, mapping, syntax
from citeconv_bibtex.databases import has_fields
from citeconv_bibtex.keys import KeyMaker
from citeconv_bibtex.latex import MARK, TEX, is_foreign, named, unmark
from citeconv_bibtex.reading import tables
from citeconv_bibtex.reading.blocks import Scanner
from citeconv_bibtex.reading.fields import EntryReader
from citeconv_bibtex.reading.identifiers import KEY_AT_EUROPE_PMC
from citeconv_bibtex.reading.places import tells_address
from citeconv_bibtex.reading.slips import MEANT
from citeconv_bibtex.words import Words

Emit = Callable[[Any, Citation], str]
"""From a field's value and its citation to whole lines of the entry."""

_SHOWN = bytes.maketrans(bytes({*range(32), 127} - {10}), b"?" * 32)
"""Control characters, which no file may hold, as something else."""
_ENTITY, _TAG = lazy(r"\\&[\\\w]"), lazy(r"\\textless\}/?[A-Za-z]")
"""What may be taken for an entity or a tag, which are decoded when they are read."""
_ODD_START = lazy(
    r"=(?<= =) \{(?: |[nN](?:/[aA]|\.[aA]\.|[oO][nN][eE]|[aA][nN]|[uU][lL][lL])\W|NA\}|[uU]ndefined|-|\$-\$"
    r"|character\(0\)|(?<=  volume = \{)0\})"
)
"""What begins a value that may be read as none, or with a blank, which is not read; ``re`` finds a rare sign best."""
_FIELD_START = lazy(r"^  ([\w-]+) = ", re.M)
_FIELD_BREAK = lazy(r"^(?=  [^\s={}]+ = )", re.M)
_FIELD_NAME = lazy(r"[/_]{0,9}[A-Za-z][A-Za-z0-9_.+/:-]*")


class Entries(Words, ABC):
    """Base of the two dialects; one that leaves something open cannot be made."""

    def __init__(self, settings: Mapping[str, Any] | None = None) -> None:
        super().__init__(settings)
        self._keys = KeyMaker(str(self.settings["keys"]), in_ascii=not self.dialect or bool(self.settings["ascii"]))
        self._omitted = mapping.omitted(str(self.settings["omit"]))
        self._with_foreign = bool(self.settings["utf8"])
        rows = [row for row in mapping.FIELDS if row[1 + self.dialect]]
        self._fields = tuple(row.field for row in rows)
        self._fetch: Callable[[Citation], tuple[Any, ...]] = attrgetter(*self._fields)
        self._emits = [self._emit(row.field, row[1 + self.dialect], row.kind) for row in rows]
        self._left_out = {row.field for row in rows if mapping.names_of_row(row, self.dialect) <= self._omitted}
        self._reader = EntryReader(lambda _: None)

    # -- what the dialects differ in

    @abstractmethod
    def entry_type(self, citation: Citation) -> str:
        """Return the entry type, which for some types depends on what is known."""

    @abstractmethod
    def state_lines(self) -> str:
        """Return the lines for ``self.states`` and ``self.remarks``."""

    # -- the entry

    def write(self, citation: Citation) -> str:
        """Return the entry; it ends with a line end, so that the separator makes an empty line."""
        citation, braces = capitals.apart(citation) if citation.extra else (citation, "")
        self._title_with_braces = braces if self.settings["capitals"] == "kept" else ""
        key, before = self._keys.key(citation)
        if before:
            self.note(f"key {before} again: the same record twice, now as {key}")
        if citation.key and key != citation.key and self._keys.keeps_source_key:
            self.lose("key", f"{citation.key} is written as {key}")
        citation = told_in_issue(citation, self.lose, self.keep, ("part",))
        if citation.type == "article" and not is_at_arxiv(citation):  # where its number tells it
            citation = named_preprint(citation, self.lose)
        if citation.other_abstracts:
            citation = told_as_abstract(citation, self.lose, self.keep)
        known = len(self.losses)
        self.is_doubtful = False
        text = self._body(citation)
        data = text.encode()
        if data.translate(_SHOWN) != data:
            del self.losses[known:]
            shown, changed = change_texts(syntax.without_controls, citation, citation.__struct_fields__)
            text = self._body(map_texts(syntax.in_line, shown))
            self.losses += [(field, "control characters are not written") for field in changed]
            self.is_doubtful = True  # of blanks such as a tab nothing else tells
        entry = f"@{self._entry_type}{{{key},\n{text}}}\n"
        if (
            self.is_doubtful
            or not_bare(citation)
            or _ODD_START.search(text)
            or " },\n" in text  # a blank at the end of a value is not read, either
            or _is_code_like(text)
            or _tells_number(citation, key)
            or " ; " in citation.collection_title  # a number behind it
            or ")" in (people := text.partition("\n  title")[0])  # what they did
            or "]" in people
            or (self._entry_type == "article" and "," in citation.publisher_place)  # the author's address, to readers
        ):
            self._read_again(citation, entry)
        return f"@{self._entry_type}{{{key},\n{self._without_omitted(text)}}}\n" if self._omitted else entry

    def _without_omitted(self, text: str) -> str:
        """Return the lines of an entry without the fields that are to be left out, and report nothing of them."""
        self.losses = [loss for loss in self.losses if loss[0] not in self._left_out]
        parts = _FIELD_BREAK.split(text)
        return "".join([part for part in parts if part and part.split(None, 1)[0] not in self._omitted])

    def _read_again(self, citation: Citation, entry: str) -> None:
        """Report what is read otherwise in an entry that holds something odd, unless it was told already."""
        again = self._reader.read(Scanner().entry(entry)[0])
        for field, difference in differences(citation, again, self.carries | self.kept_paths, self.losses):
            self.lose(field, difference)

    def _body(self, citation: Citation) -> str:
        """Return the lines of all fields."""
        if not citation.author:
            citation = self._with_author(citation)
        self._entry_type = self.entry_type(citation)
        if citation.extra and citation.extra[0][0] == "bibtex:entrytype":
            self._entry_type = self._told_type(citation)
        if citation.authority and not citation.publisher and self._entry_type != "jurisdiction":
            citation = self._with_publisher(citation)
        self.is_legal = (
            citation.type in legal.LEGAL and self._entry_type in legal.TYPES and self._stands_somewhere(citation)
        )
        self._check_type(citation)
        for field in citation.et_al:
            if not getattr(citation, field) or field not in self.carries:
                self.lose("et_al", f"no names in {field}")
        values = self._fetch(citation)
        self.remarks, self.states = [], []
        filled = zip(compress(self._emits, values), filter(None, values), strict=True)
        parts = [emit(value, citation) for emit, value in filled]
        parts.append(self._type_lines(citation))
        if self.is_legal:
            parts.append(self.cited_as(citation))
        parts.append(self.state_lines() if self.remarks or self.states else "")
        added: dict[str, str] = {}
        used: Container[str] = ()
        if has_fields(citation):
            added, used = self._databases.lines(citation, self._entry_type, self.carries)
        parts += added.values()
        parts.append(self._own_fields(citation.extra, "".join(parts), used) if citation.extra else "")
        text = "".join(parts)
        if MARK in text:
            fields = [*compress(self._fields, values), "type", *(["number"] if self.is_legal else []), "note"]
            text = self._unmark(parts, [*fields, *added, "extra"])
        return text

    def _type_lines(self, citation: Citation) -> str:
        """Return what says the type where the name of the entry's does not, and when a patent was filed."""
        subtype = mapping.ENTRY_SUBTYPES.get(citation.type)
        lines = f"  entrysubtype = {{{subtype}}},\n" if subtype else ""
        if self._entry_type in tables.GENRES and not citation.genre:  # else styles print that it is a doctoral one
            self.lose("genre", f"is read as {mapping.ANY_THESIS}")
            lines += f"  type = {{{mapping.ANY_THESIS}}},\n"
        if self._is_typed_misc(citation):
            lines += f"  type = {{{tables.MISC_WORDS[citation.type]}}},\n"
        self.is_doubtful |= bool(lines and (citation.source or citation.identifiers))  # a database has types of its own
        if self._entry_type == "article" and not (citation.container_title or citation.container_title_short):
            self.is_doubtful |= bool(citation.publication_types)  # which tell it there
        if citation.submitted and citation.type == "patent":
            lines += self.filed_lines(citation.submitted)
        return lines

    def _stands_somewhere(self, citation: Citation) -> bool:
        """Whether it is told where a law stands, and not with its number alone, which in BibTeX the note has."""
        in_container = bool(citation.container_title or citation.container_title_short)
        return in_container or bool(self.dialect and citation.number)

    def _with_author(self, citation: Citation) -> Citation:
        """Return a work that has no author, in the place of whom styles print its director, composer, host …"""
        if not (field := principal(citation)):
            return citation
        self.lose("author", f"the {field} is read as one")
        return replace(citation, author=getattr(citation, field))

    def _with_publisher(self, citation: Citation) -> Citation:
        """Return a work of a court, an office or a parliament, which BibTeX has in the place of the publisher."""
        self.lose("publisher", "the authority is read back as the publisher")
        return replace(citation, publisher=citation.authority)

    def _is_typed_misc(self, citation: Citation) -> bool:
        """Whether ``type`` says what a ``@misc`` is, for BibTeX has no entry type for it: a data set, software."""
        if self.dialect or self._entry_type != "misc":
            return False
        at_arxiv = any([number.kind == "arxiv" for number in citation.identifiers])
        if citation.type == "webpage" and (self._is_site(citation) or self._is_bare_site(citation)):
            return False
        return citation.type in tables.MISC_WORDS and not citation.genre and not at_arxiv

    def _is_bare_site(self, citation: Citation) -> bool:
        """Whether ``howpublished`` holds the address, and nothing else: what holds the page, who published it."""
        return bool(citation.url) and not self._is_within(citation)

    def _is_site(self, citation: Citation) -> bool:
        """Whether an entry of BibTeX is read as a web page: it has an address and a day on which it was visited."""
        return self._entry_type == "misc" and bool(citation.url and citation.accessed and not citation.doi)

    def _is_at_arxiv(self, citation: Citation) -> bool:
        """Whether an entry of no other type is read as a preprint, by its number at arXiv."""
        return self._entry_type in ("misc", "online") and any([one.kind == "arxiv" for one in citation.identifiers])

    def _told_type(self, citation: Citation) -> str:
        """Return the entry type that a record had; the usual one if the dialect lacks it, or the type was changed."""
        told, usual = citation.extra[0][1], self._entry_type
        is_changed = tables.TYPES.get(usual) == citation.type != tables.TYPES.get(told, "document")
        return usual if is_changed else mapping.told_type(told, usual, self.dialect)

    def _check_type(self, citation: Citation) -> None:
        """Report a type that cannot be told from the entry."""
        kind = citation.type
        is_review = bool(citation.reviewed_author) and self._entry_type == "article"
        told = tables.TYPES.get(self._entry_type) == kind
        if told and not (is_review or self._is_site(citation) or self._is_at_arxiv(citation)):
            return
        bare_site = (
            kind == "webpage" and self._entry_type == "misc" and not self.dialect and self._is_bare_site(citation)
        )
        if self._is_at_arxiv(citation):
            read = "article"
        elif self._is_typed_misc(citation):
            read = kind
        elif self._entry_type == "misc" and citation.genre.lower() in tables.KINDS_OF_MISC:
            read = tables.KINDS_OF_MISC[citation.genre.lower()]
        elif bare_site or self._is_site(citation):
            read = "webpage"
        elif self._entry_type == "misc" and citation.publisher == tables.GOOGLE_PATENTS:
            read = "patent"
        elif is_review:
            read = "review-book"
        elif kind in mapping.ENTRY_SUBTYPES or self._is_preprint(citation):
            read = kind
        else:
            read = tables.TYPES.get(self._entry_type, "document")
        if read != kind:
            self.lose("type", f"@{self._entry_type} is read as {read}")

    def _own_fields(self, extra: tuple[tuple[str, str], ...], written: str, used: Container[str]) -> str:
        """Return the lines of fields of an entry that have no place in a citation, but for those used."""
        has_own = any([tag.startswith("bibtex:") for tag, _ in extra])
        names = set(_FIELD_START.findall(written) if has_own else ())
        lines = ""
        for tag, value in extra:
            origin, _, name = tag.partition(":")
            name = name.replace(" ", "-")
            if origin != "bibtex" or not _FIELD_NAME.fullmatch(name):
                self.lose("extra", f"{tag} is no field of BibTeX")
            elif name == "entrytype" and value == self._entry_type:
                self.is_doubtful |= not value.islower() or extra.count((tag, value)) > 1
                if value == "inbook" and self.dialect:
                    self.lose("extra", "@inbook is any chapter")
            elif name == "howpublished" and self._entry_type in tables.HOWPUBLISHED and not tells_address(value):
                self.lose("extra", f"howpublished of @{self._entry_type} is read as a publisher")
            elif name in used:
                continue
            elif name in names or databases.is_obeyed(name, value):
                self.lose("extra", f"there is another {name}" if name in names else f"TeX would obey {name}")
            else:
                names.add(name)
                self.is_doubtful |= name in tables.FIELDS or name in tables.IDENTIFIERS or bool(MEANT[name])
                if name in tables.REMARKS:
                    self.lose("extra", f"{name} is read as part of the annotation")
                    self.lose("annote", f"{name} is read as part of it")
                raw = name in mapping.VERBATIM and databases.is_raw(value)
                lines += f"  {name} = {{{value if raw else self.text(value)}}},\n"
        return lines

    def _unmark(self, parts: list[str], fields: list[str]) -> str:
        """Return the lines without marks, and report the characters that TeX does not have as such."""
        out = []
        for part, field in zip(parts, fields, strict=True):
            plain, chars = unmark(part, self._with_foreign) if MARK in part else (part, "")
            if chars:
                signs = " ".join(map(named, chars[:10]))
                cure = "; the option utf8 leaves them" if any([is_foreign(char, TEX[char]) for char in chars]) else ""
                self.lose(field, f"not as such in TeX: {signs}{' …' if len(chars) > 10 else ''}{cure}")
            out.append(plain)
        return "".join(out)

    def _emit(self, field: str, name: str, kind: str) -> Emit:
        """Return the function for one row."""
        if kind == "names":
            return lambda value, citation: self._name_list(name, value, citation, field)
        if field == "title":
            return self._title
        if kind == "title":
            title = self._title_text
            return lambda value, _: f"  {name} = {{{title(value)}}},\n"
        if kind == "date":
            return lambda value, _: self._other_date(name, value, field)
        if kind == "text":
            recurring, plain = self._recurring, self.text
            return lambda value, _: f"  {name} = {{{recurring[value] if len(value) < 99 else plain(value)}}},\n"
        method: Emit = getattr(self, f"_{kind}")
        return method


def _tells_number(citation: Citation, key: str) -> bool:
    """Return whether a key or an address may be read as a number, or as a type, that the citation has not."""
    if ":" in key and KEY_AT_EUROPE_PMC.fullmatch(key):
        return True
    url = citation.url
    return bool(url) and ("ncbi" in url or "europepmc" in url) and not (citation.pmid and citation.pmcid)


def _is_code_like(text: str) -> bool:
    """Whether lines hold what may be taken for an entity, a tag or TeX; most do not hold so much as its beginning."""
    if "&" in text and ("&amp;" in text or _ENTITY.search(text) is not None):  # one sign is found fifty times as fast
        return True
    if "$" in text and "\\$" in text and has_escapes(text):
        return True
    return "\\" in text and "\\text" in text and ("textbackslash" in text or _TAG.search(text) is not None)
