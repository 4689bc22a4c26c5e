"""One record of "Abstract (text)" to a ``Citation``.

A record is blocks between blank lines: source line, title, [language], authors, collaborators, affiliations, relations,
abstracts, copyright, identifiers, conflict of interest. Only the first and the identifiers are always there, so a
block is known by its first words, and by its place where it has none.
"""

from __future__ import annotations

import re
from typing import Any

from msgspec.structs import replace

from citeconv.citation import Affiliation, Citation, Date, Event, Name
from citeconv.errors import RecordError
from citeconv.pubmed.abstract import parse_texts
from citeconv.pubmed.authors import Author, name_of, parse_authors, split_marks
from citeconv.pubmed.books import is_imprint, parse_book
from citeconv.pubmed.header import parse_source_line
from citeconv.pubmed.languages import LANGUAGES
from citeconv.pubmed.records import CONFLICT
from citeconv.pubmed.relations import parse_relations
from citeconv.pubmed.source_fields import clean_title, source_fields
from citeconv.pubmed.text import clean, unwrap

STATUSES = {
    "indexed for medline": "MEDLINE",
    "in process": "In-Process",
    "in data review": "In-Data-Review",
    "as supplied by publisher": "Publisher",
    "oldmedline": "OLDMEDLINE",
    "oldmedline for pre1966": "OLDMEDLINE",
    "": "PubMed-not-MEDLINE",
}
"""NLM's status by the flag behind the PMID, in lower case and without "PubMed -"."""

_NUMBER = re.compile(r"\s*\d{1,7}\. *")
_PMID = re.compile(r"\nPMID: ?(?P<pmid>\d{1,8})\b(?P<flag>[^\n]*)(?=\n\s|\n?\Z)")
_FLAG = re.compile(r"\[(?:PubMed(?: - )?)?(?P<words>[^\]]*)\]")
_AVAILABLE = re.compile(r"\[Available on (\d{4})-(\d\d)-(\d\d)\]")
_IDENTIFIER_LABELS = ("DOI: ", "PMCID: ", "PII: ")
_ENTRY = re.compile(r"\n\((\d{1,4}|#)\) ?")
_INLINE_ENTRY = re.compile(r"[;.] \((\d{1,3})\)(?=[^\W\d])")
_EQUAL = re.compile(r"equally|equal contribut|equal first", re.I)
_EQUAL_NOTE_LIMIT = 150
_LANGUAGE = "[Article in "
_MEDIUM = " [Internet]"
_NO_AUTHORS = "[No authors listed"


def parse_record(text: str) -> Citation:
    """Return the citation in the text of one record, from its number to its last block.

    Raises:
        RecordError: It has no number, or no PMID: it is cut short.
    """
    number = _NUMBER.match(text)
    if number is None:
        raise RecordError("no record number such as `1. ` at its beginning")
    at = text.find("\nPMID:")
    pmid = _PMID.match(text, at) if at >= 0 else None
    while at >= 0 and pmid is None:  # a line that begins so, in the middle of a paragraph
        at = text.find("\nPMID:", at + 1)
        pmid = _PMID.match(text, at) if at >= 0 else None
    if pmid is None:
        raise RecordError("no PMID line: the record is cut short")
    end, lines = _cut_identifiers(text, at)
    head = text[number.end() : end]
    flag = pmid["flag"]
    old = flag.endswith(" ") or flag.startswith("  ") or "Author information: \n" in head  # blanks that mean nothing
    marked = not old and " \n" in head
    builder = _Builder(marked)
    builder.read([block for part in clean(head, marked).split("\n\n") if (block := part.strip("\n "))])
    builder.identifiers(pmid, lines)
    if pmid.end() + 1 < len(text):
        builder.behind(clean(text[pmid.end() :], marked).strip("\n "))
    return builder.citation()


def _cut_identifiers(text: str, end: int) -> tuple[int, list[str]]:
    """Return where the lines of identifiers before the PMID's begin, and those lines."""
    lines: list[str] = []
    while True:
        start = text.rfind("\n", 0, end)
        if not text.startswith(_IDENTIFIER_LABELS, start + 1):
            return end, lines
        lines.append(text[start + 1 : end])
        end = start


class _Builder:
    """Collects the fields of one citation block by block."""

    def __init__(self, marked: bool) -> None:
        self.marked = marked
        self.fields: dict[str, Any] = {"type": "article-journal", "source": "PubMed"}
        self.extra: list[tuple[str, str]] = []
        self.authors: list[Author] | None = None
        self.collaborators: list[Author] = []
        self.affiliations = ""

    def citation(self) -> Citation:
        """Return the citation."""
        if self.extra:
            self.fields["extra"] = tuple(self.extra)
        return Citation(**self.fields)

    def read(self, blocks: list[str]) -> None:
        """Take the blocks before the identifiers."""
        if not blocks:
            return
        place, head, line = 0, "", parse_source_line(unwrap(blocks[0]))
        if line is None and len(blocks) > 1 and "\n" not in blocks[0] and blocks[0].isupper():
            line = parse_source_line(unwrap(blocks[1]))
            if line is not None:
                place, head = 1, blocks[0].strip()
        if line is not None and not (line.date[4:5] and any(block.startswith("In: ") for block in blocks[1:4])):
            self.fields.update(source_fields(line))
            if line.rest:
                self.extra.append(("pubmed:source", line.rest))
            place += 1
        if head:
            self.head(head)
        if place < len(blocks):
            self.title(unwrap(blocks[place]))
        self.rest(blocks[place + 1 :])

    def head(self, words: str) -> None:
        """Take the words that stand before the source line: ``RETRACTED ARTICLE``."""
        if words.startswith("RETRACTED"):
            self.fields["status"] = "retracted"
        else:
            self.extra.append(("pubmed:head", words))

    def title(self, text: str) -> None:
        """Take the title."""
        title = clean_title(text)
        if title:
            self.fields["title"] = title

    def rest(self, blocks: list[str]) -> None:
        """Take the blocks behind the title."""
        texts: list[str] = []
        for block in blocks:
            if texts or not self.known(block):
                texts.append(block)
        self.people()
        self.fields.update(parse_texts(texts, self.marked))

    def known(self, block: str) -> bool:
        """Take a block that says what it is, or that is the authors' by its place; False if it is text."""
        first = block[:2]
        if first == "[A" and block.startswith(_LANGUAGE) and self.authors is None:
            self.language(unwrap(block))
        elif first == "Co" and block.startswith("Collaborators:"):
            self.collaborators = parse_authors(unwrap(block[14:]))
        elif first == "Au" and block.startswith("Author information:"):
            self.affiliations = block[19:]
        elif block.startswith("In: ") or ("issued" not in self.fields and is_imprint(unwrap(block))):
            self.book(unwrap(block))
        elif self.authors is None:
            self.authors = self.listed(unwrap(block))
        elif related := parse_relations(block):
            self.fields["related"] = (*self.fields.get("related", ()), *related)
        else:
            return False
        return True

    def language(self, text: str) -> None:
        """Take ``[Article in German; Abstract available in German from the publisher]``."""
        names, _, more = text[len(_LANGUAGE) :].rstrip(".").removesuffix("]").partition("; ")
        self.fields["language"] = tuple(LANGUAGES.get(name.lower(), name) for name in names.split(", "))
        if more:
            self.extra.append(("pubmed:language", more))

    def book(self, text: str) -> None:
        """Take the block of a chapter's book."""
        fields = parse_book(text)
        if fields is None:
            self.extra.append(("pubmed:book", text))
        else:
            self.fields.update(fields)
            title = self.fields.get("title", "")
            if title.endswith(_MEDIUM):
                self.fields.update(title=title.removesuffix(_MEDIUM), medium="Internet")

    def listed(self, text: str) -> list[Author]:
        """Return the authors in their block; a cut list is noted."""
        if text.startswith(_NO_AUTHORS):
            return []
        authors = parse_authors(text)
        if authors and authors[-1][4] == "et al":
            authors.pop()
            self.fields["et_al"] = ("author",)
        return authors

    # -- people

    def people(self) -> None:
        """Join authors, their affiliations, and the collaborators of a group."""
        authors = self.authors or []
        affiliations, notes, equal = self.entries(authors)
        marks = {author[3] for author in authors}
        known = {each: _resolve(each, affiliations, equal) for each in marks}
        names = [
            Name(
                family=family,
                given=given,
                suffix=suffix,
                literal=literal,
                email=email,
                affiliations=known[each][0],
                equal_contribution=known[each][1],
            )
            for family, given, suffix, each, literal, email in authors
        ]
        if self.collaborators:
            self.join_collaborators(names)
        if names:
            self.fields["author"] = tuple(names)
        used = {mark for each in marks for mark in split_marks(each)}
        if used != affiliations.keys() or notes:
            self.odd_marks(used, affiliations, notes, equal)

    def odd_marks(
        self, used: set[str], affiliations: dict[str, Affiliation], notes: dict[str, str], equal: set[str]
    ) -> None:
        """Keep what does not join up: affiliations without author, notes on authors, marks that lead nowhere."""
        for mark, affiliation in affiliations.items():
            if mark not in used:
                self.extra.append(("pubmed:affiliation", f"({mark}){affiliation.text}" if mark else affiliation.text))
        for mark, note in notes.items():
            self.extra.append(("pubmed:author-note", f"({mark}){note}"))
        for mark in sorted(used - affiliations.keys() - equal):
            self.extra.append(("pubmed:mark", mark))

    def entries(self, authors: list[Author]) -> tuple[dict[str, Affiliation], dict[str, str], set[str]]:
        """Return affiliations by mark, notes about authors by mark, and the marks that say "contributed equally"."""
        affiliations: dict[str, Affiliation] = {}
        notes: dict[str, str] = {}
        equal = {"#"}
        if not self.affiliations:
            return affiliations, notes, equal
        parts = _ENTRY.split(self.affiliations)  # text before the first mark, then mark and text in turn
        if len(parts) <= 3 and _INLINE_ENTRY.search(parts[-1]):
            parts = self.inline_entries(parts, authors)
        parts[0] = parts[0].strip()
        if parts[0]:
            affiliations[""] = Affiliation(text=unwrap(parts[0]))
        for mark, wrapped in zip(parts[1::2], parts[2::2], strict=True):
            text = unwrap(wrapped)
            if len(text) < _EQUAL_NOTE_LIMIT and "qual" in text and _EQUAL.search(text):
                equal.add(mark)
                if text.rstrip(".") != "Contributed equally":
                    notes[mark] = text
            elif mark in affiliations:
                affiliations[mark] = Affiliation(text=f"{affiliations[mark].text} {text}")
            elif text:
                affiliations[mark] = Affiliation(text=text)
        return affiliations, notes, equal

    def inline_entries(self, parts: list[str], authors: list[Author]) -> list[str]:
        """Cut entries that run on in one line: ``(1)Dept A, Boston; (2)Dept B``, if authors bear the marks."""
        borne = {mark for author in authors for mark in split_marks(author[3])}
        cut = [*parts[:-1], *_INLINE_ENTRY.split(unwrap(parts[-1]))]
        marks = cut[1::2]
        return cut if len(marks) == len(set(marks)) and set(marks) <= borne else parts

    def join_collaborators(self, names: list[Name]) -> None:
        """Make the collaborators members of the one group among the authors; else contributors."""
        members = tuple(map(name_of, self.collaborators))
        groups = [place for place, name in enumerate(names) if name.literal]
        if len(groups) == 1:
            group = names[groups[0]]
            names[groups[0]] = Name(
                literal=group.literal, email=group.email, affiliations=group.affiliations, members=members
            )
        else:
            self.fields["contributor"] = tuple([replace(name, role="collaborator") for name in members])

    # -- identifiers and what follows

    def identifiers(self, pmid: re.Match[str], lines: list[str]) -> None:
        """Take the lines ``DOI:``, ``PMCID:`` and ``PMID:``."""
        self.fields["pmid"] = pmid["pmid"]
        flag = _FLAG.search(pmid["flag"])
        if flag:
            self.fields["indexing_status"] = STATUSES.get(flag["words"].lower(), flag["words"])
        elif pmid["flag"].strip():
            self.extra.append(("pubmed:flag", pmid["flag"].strip()))
        for line in lines:
            label, _, value = line.partition(": ")
            value, _, more = value.strip().partition(" ")
            if label == "DOI":
                self.doi(value)
            else:
                self.fields["pmcid" if label == "PMCID" else "pii"] = value
            if more:
                self.behind_identifier(label, more.strip())

    def doi(self, value: str) -> None:
        """Take the ``DOI:`` line, which wins over the source line's."""
        other = self.fields.get("doi")
        if other and other.lower() != value.lower():
            self.extra.append(("pubmed:doi", other))
        self.fields["doi"] = value

    def behind_identifier(self, label: str, text: str) -> None:
        """Take ``[Available on 2019-01-01]`` behind a PMCID."""
        date = _AVAILABLE.fullmatch(text)
        if date:
            year, month, day = map(int, date.groups())
            release = Event(kind="pmc-release", date=Date(year=year, month=month, day=day))
            self.fields["history"] = (*self.fields.get("history", ()), release)
        else:
            self.extra.append((f"pubmed:{label.lower()}", text))

    def behind(self, text: str) -> None:
        """Take what follows the PMID: the conflict of interest."""
        if not text:
            return
        if text.startswith(CONFLICT):
            paragraphs = text[len(CONFLICT) :].split("\n\n")
            self.fields["conflict_of_interest"] = "\n".join([line for p in paragraphs if (line := unwrap(p).strip())])
        else:
            self.extra.append(("pubmed:after", unwrap(text)))


def _resolve(marks: str, affiliations: dict[str, Affiliation], equal: set[str]) -> tuple[tuple[Affiliation, ...], bool]:
    """Return the affiliations that an author's marks lead to, and whether one of them says "contributed equally"."""
    if not marks:
        return (), False
    each = split_marks(marks)
    return tuple([affiliations[mark] for mark in each if mark in affiliations]), not equal.isdisjoint(each)
