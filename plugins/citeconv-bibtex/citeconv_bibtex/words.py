"""What an entry says in words: languages, states, notes, abstract and keywords go in, whole lines come out."""

from __future__ import annotations

from abc import ABC

from citeconv import AbstractSection, Citation, Keyword, Subject
from citeconv.values.conferences import conference_in
from citeconv.values.nlm import STATUS_WORDS, STATUSES
from citeconv.values.preprints import is_preprint
from citeconv_bibtex import databases, syntax
from citeconv_bibtex.databases import WEB_OF_SCIENCE, names_of
from citeconv_bibtex.fields import Fields
from citeconv_bibtex.reading.notes import EVENT, tells_field
from citeconv_bibtex.sections import in_lines, labelled


class Words(Fields, ABC):
    """The methods for the fields that hold words on the work."""

    def _language(self, values: tuple[str, ...], _: Citation) -> str:
        if (again := self._languages_again[values]) != values:
            self.lose("language", f"{', '.join(values)} is read as {', '.join(again)}")
        return self._language_lines[values]

    def _status(self, value: str, citation: Citation) -> str:
        if STATUSES.get(citation.publication_status) != value:
            self.states.append(value)
            self.is_doubtful |= is_preprint(value)
        return ""

    def _publication_status(self, value: str, citation: Citation) -> str:
        if value in STATUS_WORDS:
            self.remarks.append(STATUS_WORDS[value])
            if not citation.status:
                self.lose("status", "is read from the note")
        else:
            self.lose("publication_status", f"no words for {value}")
        return ""

    def _note(self, values: tuple[str, ...], citation: Citation) -> str:
        if not self.dialect and citation.event_date:
            self._keep_event(values, citation)
        self.is_doubtful |= any(map(tells_field, values)) or len(set(values)) < len(values)
        lines = ""
        name = names_of(citation).funding
        if name and databases.is_on_funding(values[-1]):
            lines = f"  {name} = {{{self.text(values[-1])}}},\n"
            values = values[:-1]
        if databases.is_beside(values):
            if len(values) > 1:
                self.lose("note", "an entry has one note")
            return f"  notes = {{{self.text('; '.join(values))}}},\n{lines}"
        if self.dialect and len(values) > 1:
            lines = f"  addendum = {{{self.text(values[1])}}},\n{lines}"
            values = (values[0], *values[2:])
        if len(values) > 1:
            self.lose("note", "an entry has one note")
        self.remarks.extend(map(self.text, values))
        return lines

    def _keep_event(self, notes: tuple[str, ...], citation: Citation) -> None:
        """Say what of a conference, for which BibTeX has no field, will be read again in a note."""
        for note in notes:
            for field, told in zip(EVENT, conference_in(note), strict=True):
                if told and told == getattr(citation, field):
                    self.keep(field)

    def _abstract(self, values: tuple[AbstractSection, ...], _: Citation) -> str:
        paragraphs, misread = labelled(values)
        for fault in misread:
            self.lose("abstract", fault)
        whole = in_lines(paragraphs, self.text)
        return f"  abstract = {{{whole}}},\n" if whole else ""

    def _keywords(self, values: tuple[Keyword, ...], citation: Citation) -> str:
        further = ""
        if citation.identifiers and names_of(citation) is WEB_OF_SCIENCE:
            further, values = self._databases.keywords_plus(values)
        terms = [keyword.text for keyword in values] + [subject.term for subject in citation.subjects]
        if not terms:
            return further
        if citation.subjects:
            self.lose("subjects", "stand among the keywords")
            self.lose("keyword", "headings stand among them")
        elif len({"", *map(str.strip, terms)}) <= len(terms):
            self.lose("keyword", "the same term is read once")
        return f"  keywords = {{{syntax.keywords(terms, self._encode)}}},\n{further}"

    def _subjects(self, _: tuple[Subject, ...], citation: Citation) -> str:
        return "" if citation.keyword else self._keywords((), citation)
