"""Lines of words: abstracts, keywords and headings, kinds of works, languages, notes.

A value that readers would cut, join or take for something else is reported.
"""

from __future__ import annotations

from citeconv import Abstract, AbstractSection, Citation, Keyword, Related, Subject
from citeconv.values.extra_lines import begins
from citeconv.values.keywords import keywords_in
from citeconv.values.nlm import status_of
from citeconv.values.notices import MERE_NOTE, read_notice, untold, write_notice
from citeconv.values.patterns import lazy
from citeconv_ris import fields, mapping, scopus
from citeconv_ris.lines import END, LineWriter, is_plain, tagged_line
from citeconv_ris.values import DOI, LABELLED

_BARE_TERM = lazy(r"\w+(?:[ ,/-]{1,2}\w+)*")
"""A keyword, as most are, without signs that may mean something."""
_GENRES = frozenset(kind for kind, tag in mapping.WRITE_TYPES.items() if mapping.READ_TYPES[tag] in mapping.GENRES)
"""Types that are read, perhaps as another type, with ``M3`` as their ``genre``."""

_TELLING = ("RAYYAN", "arXiv:", *fields.DOI_BEGINS, *scopus.LABELS)
"""What a note begins with of which more than a note may be read."""


class WordWriter(LineWriter):
    """What writes words."""

    def _abstract(self, prefix: str, field: str, value: tuple[AbstractSection, ...], _citation: Citation) -> str:
        first = value[0]
        if len(value) == 1 and len(first.paragraphs) == 1 and not first.label:
            text = first.paragraphs[0]
        else:
            text = " ".join(
                [word for part in value for word in (part.label and f"{part.label}:", *part.paragraphs) if word]
            )
            self.lose(field, "its sections and paragraphs run on")
        self.is_doubtful |= text.startswith(fields.EBSCO_COPYRIGHT)
        return tagged_line(prefix, self._tidy(field, text))

    def _other_abstracts(self, prefix: str, field: str, value: tuple[Abstract, ...], citation: Citation) -> str:
        """Return further abstracts of which only the text is known; programs would take others for the first."""
        self.is_doubtful = True
        lines: list[str] = []
        for one in value:
            line = "" if one.kind or one.language else self._abstract(prefix, field, one.sections, citation)
            if not citation.abstract or not line or line in lines or line.startswith(f"{prefix}Copyright"):
                self.lose(field, "only the first is read as the abstract")
            elif one.sections != citation.abstract:
                lines.append(line)
            else:
                self.lose(field, "says the same as the first")
        return "".join(lines)

    def _keywords(self, prefix: str, field: str, value: tuple[Keyword, ...], _citation: Citation) -> str:
        return self._list(prefix, field, [one.text for one in value])

    def _subjects(self, prefix: str, field: str, value: tuple[Subject, ...], citation: Citation) -> str:
        """Return headings as keywords, with each qualifier behind a slash."""
        self.lose(field, "stand among the keywords")
        self.lose("keyword", "headings stand among them")
        known = {one.text for one in citation.keyword}
        terms = [
            term
            for one in value
            for term in ([f"{one.term}/{each.term}" for each in one.qualifiers] or [one.term])
            if term not in known
        ]
        return self._list(prefix, "subjects", terms)

    def _list(self, prefix: str, field: str, terms: list[str]) -> str:
        block = "".join(terms)
        if not is_plain(block):
            terms = [term if _BARE_TERM.fullmatch(term) else self._term(field, term) for term in terms]
        if keywords_in(terms) != terms and len(terms) == 1:
            self.lose(field, "a single keyword is read as several")
        different = dict.fromkeys(terms)
        if len(different) != len(terms):
            self.lose(field, "the same term is written once")
        return "".join([f"{prefix}{term}{END}" for term in different if term and not term.isspace()])

    def _term(self, field: str, term: str) -> str:
        """Return a keyword without what would part it, or make it a major one."""
        text = self._tidy(field, term)
        safe = text.replace(";", ",").replace("*", "").strip()
        if safe != text:
            self.lose(field, "semicolons became commas, and asterisks were left out")
        return safe

    def _genre(self, prefix: str, field: str, value: str, citation: Citation) -> str:
        if citation.type not in _GENRES or DOI.search(value):
            self.lose(field, f"M3 of {citation.type} is something else")
            return ""
        return self._text(prefix, field, value, citation)

    def _publication_types(self, prefix: str, field: str, value: tuple[str, ...], citation: Citation) -> str:
        if citation.type in _GENRES:
            self.lose(field, f"M3 of {citation.type} is its genre")
            return ""
        if not citation.status and status_of("", value, ()):
            self.lose("status", "is read from the publication types")
        text = "; ".join(value)
        if text.count(";") >= len(value) or DOI.search(text):
            self.lose(field, "a type that holds a semicolon")
        return self._text(prefix, field, text, citation)

    def _language(self, prefix: str, field: str, value: tuple[str, ...], citation: Citation) -> str:
        text = "; ".join(value)
        if fields.LANGUAGE_CODES[text] != value:
            self.lose(field, f"{text} is read as {', '.join(fields.LANGUAGE_CODES[text])}")
        return self._text(prefix, field, text, citation)

    def _status(self, prefix: str, field: str, value: str, citation: Citation) -> str:
        return self._text(f"{prefix}Status: ", field, value, citation)

    def _notices(self, prefix: str, field: str, value: tuple[Related, ...], citation: Citation) -> str:
        """Return comments, corrections and retractions as notes; the works that it cites are none."""
        lines = [self._tidy(field, write_notice(each)) for each in value]
        for why in untold(value, lines):
            self.lose(field, why)
        if not citation.status and status_of("", (), value):
            self.lose("status", "is read from the notices")
        if None in map(read_notice, filter(None, lines)):
            self.lose("note", MERE_NOTE)
        return "".join([tagged_line(prefix, line) for line in lines])

    def _notes(self, prefix: str, field: str, value: tuple[str, ...], _citation: Citation) -> str:
        notes = [self._tidy(field, note) for note in value]
        for note in notes:
            self.is_doubtful |= note.startswith(_TELLING) or bool(LABELLED.match(note) or begins(note))
            self.is_doubtful |= read_notice(note) is not None or note[:9].lower() == "retracted"
        return "".join([tagged_line(prefix, note) for note in notes])

    def _works_cited(self, prefix: str, field: str, value: str, citation: Citation) -> str:
        """Return the works cited under the tag of laws and cases, or as Scopus has them of its own records."""
        if not prefix.startswith("N1"):
            return self._text(prefix, field, value, citation)
        if not citation.source.startswith("Scopus"):
            self.lose(field, f"{citation.type} has no tag for it")
            return ""
        self.is_doubtful = True
        return tagged_line(f"{prefix}{scopus.REFERENCES}", self._tidy(field, value))

    def _count(self, prefix: str, field: str, value: str, citation: Citation) -> str:
        if not value.isdigit():
            self.lose(field, "is no number")
            return ""
        return self._text(f"{prefix}Cited Reference Count: ", field, value, citation)
