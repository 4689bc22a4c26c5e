"""The two dialects, BibTeX and BibLaTeX: what they differ in.

A citation goes in, an entry comes out. The dialects differ in little, and all of it is here: the coding of characters,
entry types, the date, languages, and where the state of a publication is told. The rest is in ``entries``.
"""

from __future__ import annotations

from msgspec.structs import replace

import citeconv_bibtex as declared
from citeconv import Citation, Date
from citeconv.values.dates import in_calendar, parse_date, range_in_words
from citeconv_bibtex import mapping, syntax
from citeconv_bibtex.dates import bibtex_date
from citeconv_bibtex.entries import Entries
from citeconv_bibtex.latex import to_ascii, to_utf8
from citeconv_bibtex.reading import Reads
from citeconv_bibtex.reading.fields import language_tags, with_regions
from citeconv_bibtex.syntax import Encode


class Bibtex(declared.Bibtex, Entries, Reads):
    """BibTeX, for LaTeX with a classic style; pure ASCII."""

    dialect = 0
    carries = mapping.carried(0)

    def encoding(self) -> Encode:
        """Return the coding of characters: TeX."""
        return to_ascii

    def entry_type(self, citation: Citation) -> str:
        """Return the entry type; a master's thesis has its own."""
        if citation.type == "thesis" and "master" in citation.genre.lower():
            return "mastersthesis"
        return mapping.ENTRY_TYPES[citation.type][0]

    def publication_date(self, date: Date, field: str) -> str:
        """Return ``year``, ``month`` and ``day``."""
        end = date.end
        self.is_doubtful |= end is not None and (end.month, end.season) == (date.month, date.season)
        if end and end.year != date.year and date.year:
            _tell_words(self, date, replace(date, circa=False), field, "has one year")
            date = replace(date, end=None)
        elif end and end.year == date.year and not (end.month or end.season):
            self.lose(field, "a range within a year needs a month at its end")
        lines = "".join([f"  {name} = {value},\n" for name, value in bibtex_date(date)])
        return lines if date.year else f"{self.year_from_words(date, field)}{lines}"

    def language_lines(self, languages: tuple[str, ...]) -> str:
        """Return ``language``."""
        return f"  language = {{{self.languages(languages)}}},\n"

    def state_lines(self) -> str:
        """Return ``note`` with all that BibTeX has no field for."""
        _tell_states(self, self.states)
        return f"  note = {{{'; '.join(self.remarks)}}},\n"


class Biblatex(declared.Biblatex, Entries, Reads):
    """BibLaTeX, for LaTeX with biber; UTF-8."""

    dialect = 1
    carries = mapping.carried(1)

    def encoding(self) -> Encode:
        """Return the coding of characters: UTF-8, or TeX with the option ``ascii``."""
        return to_ascii if self.settings["ascii"] else to_utf8

    def entry_type(self, citation: Citation) -> str:
        """Return the entry type: biber demands an editor of some, an address of ``@online``.

        Without a date ``@inbook`` would be taken for BibTeX's, which is part of a book without a title of its own.
        """
        kind = mapping.ENTRY_TYPES[citation.type][1]
        if kind == "online":
            return kind if citation.doi or citation.pmid or citation.url or citation.identifiers else "misc"
        if kind == "inbook":
            date = citation.issued or citation.container_issued
            return kind if date and date.year and not citation.editor else "incollection"
        return "collection" if kind == "book" and citation.editor and not citation.author else kind

    def publication_date(self, date: Date, field: str) -> str:
        """Return ``date`` in EDTF; ``note`` tells a day that is in no calendar, for biber refuses the whole date."""
        if not date.year:
            return self.year_from_words(date, field)
        possible = in_calendar(date)
        if possible != date:
            _tell_words(self, date, date, field, "is in no calendar")
        return self.edtf_line("date", possible, field)

    def language_lines(self, languages: tuple[str, ...]) -> str:
        """Return ``langid`` for hyphenation and readers, ``language`` to be printed."""
        langid = mapping.babel_name(_hyphenated(languages))
        line = f"  langid = {{{langid}}},\n" if langid else ""
        return f"{line}  language = {{{self.languages(languages)}}},\n"

    def languages(self, tags: tuple[str, ...]) -> str:
        """Return the names of languages as BibLaTeX prints them; ``langid`` tells the region of one."""
        told = _hyphenated(tags)
        return " and ".join([self.text(mapping.printed_language(tag, tag != told) or tag) for tag in tags])

    def languages_again(self, tags: tuple[str, ...]) -> tuple[str, ...]:
        """Return languages as they are read again, the one that is told by ``langid`` with its region."""
        return with_regions(super().languages_again(tags), language_tags(mapping.babel_name(_hyphenated(tags))))

    def state_lines(self) -> str:
        """Return ``pubstate`` for the first state, and ``note`` for all else."""
        lines = ""
        if self.states:
            state, *others = self.states
            key = "preprint" if state == "Preprint" else mapping.PUBSTATES.get(state) or self.text(state)
            lines = f"  pubstate = {{{key}}},\n"
            _tell_states(self, others)
        return f"{lines}  note = {{{'; '.join(self.remarks)}}},\n" if self.remarks else lines

    def _genre(self, value: str, citation: Citation) -> str:
        line = super()._genre(value, citation)
        if "\\" in line and "entrysubtype" in line and (plain := self._as_macro(value, "genre")) != value:
            return super()._genre(plain, citation)
        return line

    def _language(self, values: tuple[str, ...], citation: Citation) -> str:
        line = super()._language(values, citation)
        if "\\" in line:
            return super()._language(tuple([self._as_macro(value, "language") for value in values]), citation)
        return line

    def _as_macro(self, value: str, field: str) -> str:
        """Return a value of which BibLaTeX makes the name of a macro without what TeX would need a command for."""
        plain = syntax.without_commands(value)
        if plain != value:
            self.lose(field, "is the name of a macro to BibLaTeX, in which nothing stands that TeX would obey")
        return plain


def _hyphenated(tags: tuple[str, ...]) -> str:
    """Return the tag of the language of which ``langid`` tells; empty if babel knows none of them."""
    return next(filter(mapping.babel_name, tags), "")


def _tell_words(entries: Entries, date: Date, known: Date, field: str, why: str) -> None:
    """Leave the whole of a date to ``note``, unless that tells its wording already.

    Args:
        entries: Writes the entry.
        date: The date.
        known: What its words must be read as, lest it be a loss.
        field: The field that it fills.
        why: Why it cannot be written, said of its words.
    """
    words = range_in_words(date, "\u2013")
    if date.literal or parse_date(words) != known:
        entries.lose(field, f"{words} {why}")
    if not date.literal:
        entries.remark("literal", words, entries.text(words), field)


def _tell_states(entries: Entries, states: list[str]) -> None:
    """Leave states to ``note``, in front of all else: the usual ones as they are, others behind a word."""
    remarks, entries.remarks = entries.remarks, []
    for state in states:
        usual = state if state == "Preprint" else state[:1].upper() + state[1:]
        if (usual in mapping.STATES_IN_NOTE and state[:1].islower()) or usual == "Preprint":
            entries.remarks.append(usual)
        else:
            entries.remark("status", state, entries.text(state))
    entries.remarks += remarks
