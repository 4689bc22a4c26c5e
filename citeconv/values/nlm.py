"""What NLM's formats share (MEDLINE, PubMed's XML and text): titles and headings as printed, and which types there are.

A title as printed goes in, a title as cited comes out, and back; the list of publication types gives one CSL type.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from msgspec.structs import replace

from citeconv.citation import CitationType, Name, Qualifier, Related, Subject
from citeconv.values.bare import is_of_abbreviation
from citeconv.values.patterns import lazy

NOT_AVAILABLE = "[Not Available]"
"""What stands for the title of an article whose title nobody has translated."""

PUBLICATION_TYPES: dict[str, CitationType] = {
    "preprint": "article",
    "book": "book",
    "book chapter": "chapter",
    "book section": "chapter",
    "academic dissertation": "thesis",
    "dataset": "dataset",
    "newspaper article": "article-newspaper",
}
"""The publication types that say what a record is, in lower case; all others are kinds of journal article."""

MANUSCRIPT_SYSTEMS = "NIHMS|EMS|HALMS|CAMS|UKMS"
"""What the numbers of authors' manuscripts in PubMed Central begin with, by the system that took them: for patterns."""

OTHER_ABSTRACTS = {
    "publisher": "Publisher",
    "plain-language-summary": "plain-language-summary",
    "aids": "AIDS",
    "aamc": "AAMC",
    "kie": "KIE",
    "nasa": "NASA",
    "pip": "PIP",
}
"""NLM's ``OtherAbstract/@Type`` by its name in a ``Citation``."""

AHEAD_OF_PRINT = "aheadofprint"
"""The publication status of what is printed later."""

STATUSES = {AHEAD_OF_PRINT: "ahead of print"}
"""What a publication status says to readers."""

STATUS_WORDS = {AHEAD_OF_PRINT: "Epub ahead of print"}
"""What stands for a publication status, and for what it says to readers, in a reference as NLM prints it."""

PUBLICATION_STATUSES = {words: status for status, words in STATUS_WORDS.items()}
"""The publication status by these words."""

COLLABORATOR = "collaborator"
"""The role of a contributor who is one of a group, nobody knows of which."""

RETRACTED = "retracted"
"""The status of a work that was retracted."""

_EARLY_ACCESS = "early access"
"""The Web of Science's type of what no issue has yet, in lower case."""

_RETRACTED = frozenset(("retracted publication", "retracted"))
"""What databases call the type of a work that was retracted, in lower case."""

RETRACTIONS = ("retraction-in", "retracted-and-republished-in")
"""Relations to what retracts an article."""

_CITED_DOI = lazy(r"10\.(?:(?<=[\s:/]10\.)|(?<=\A10\.)|(?<=[Dd][Oo][Ii]\.10\.))\d{3,9}/\S+")
"""It looks back for what stands before one, because ``re`` is quick to find a literal."""
_REPORTS = frozenset(("technical report", "government publication"))

_PLACE_OF_JOURNAL = lazy(
    r" \((?:[^()]{1,60}, [^()]{1,60}|[^()]{1,60} ed\.|(?:[^()]{1,60} : )?(?:18|19|20)\d\d|Online|Print)\)\Z"
)
"""Where, since when or for whom a journal is published, by which NLM's catalogue tells it from others of its name."""
_ANY_JOURNAL = frozenset("acta annals bulletin journal magazine news newsletter proceedings report reports".split())


def citation_type(publication_types: Iterable[str], book: bool = False, chapter: bool = False) -> CitationType:
    """Return CSL's type for NLM's publication types.

    Args:
        publication_types: As NLM lists them, in any case.
        book: Whether the record is of a book or a part of one.
        chapter: Whether it is of a part.
    """
    names = [name.lower() for name in publication_types]
    for name in names:
        if name in PUBLICATION_TYPES and (not book or not chapter or name != "book"):
            return PUBLICATION_TYPES[name]
    if not book:
        return "article-journal"
    if chapter:
        return "chapter"
    return "report" if not _REPORTS.isdisjoint(names) else "book"


def title_as_cited(text: str, translated: bool = False) -> str:
    """Return a title without NLM's final full stop and without the brackets of a translation.

    Args:
        text: The title as printed.
        translated: Whether it is known to be one, so that brackets at both ends are the translation's.
    """
    title = _without_stop(text)
    if title.startswith("[") and title.endswith("]") and (translated or _encloses(title)):
        title = _without_stop(title[1:-1].lstrip())
    return title


def title_as_printed(title: str, languages: Sequence[str] = ()) -> str:
    """Return a title with a full stop at its end, and in brackets if the article is in other languages than English.

    Args:
        title: The title as cited.
        languages: BCP 47 codes; empty if not known.
    """
    if not title:
        return ""
    stop = "" if title.endswith(("?", "!", ".")) else "."
    return f"[{title}]." if languages and "en" not in languages else f"{title}{stop}"


def journal_as_cited(title: str) -> str:
    """Return the title of a journal without what NLM's catalogue adds to tell it from others, and without subtitles.

    ``Lancet (London, England)`` is ``Lancet``, and ``Shelves : official journal of the Society`` is ``Shelves``. What
    is a word for any journal keeps all of it: ``Journal (Tide, Shelf and Salt Society)``.

    Args:
        title: The title as NLM has it.
    """
    own = _PLACE_OF_JOURNAL.sub("", title)
    for sign in (" = ", " : "):
        head = own.partition(sign)[0]
        if head.count("(") == head.count(")"):
            own = head
    return title if own.casefold() in _ANY_JOURNAL else own


def tell_retraction(publication_types: Iterable[str]) -> bool:
    """Return whether publication types say that a work was retracted: NLM's and the Web of Science's, or Scopus'."""
    return not _RETRACTED.isdisjoint(map(str.lower, publication_types))


def take_retraction(fields: dict[str, Any]) -> None:
    """Fill the status of a citation, if it has none, of which types, notes or relations say that it was retracted.

    Args:
        fields: The fields of the citation; EndNote has all that PubMed says of it in notes.
    """
    words = (*fields.get("publication_types", ()), *fields.get("note", ()))
    related = fields.get("related", ())
    if (words or related) and "status" not in fields and status_of("", words, related):
        fields["status"] = RETRACTED


def take_early_access(fields: dict[str, Any]) -> None:
    """Fill the date of an article that is in no issue yet, as the Web of Science says by the type of the publication.

    It is cited by the day on which it appeared online.

    Args:
        fields: The fields of the citation.
    """
    if "available_date" in fields and _EARLY_ACCESS in map(str.lower, fields.get("publication_types", ())):
        fields.setdefault("issued", fields["available_date"])


def status_of(publication_status: str, publication_types: Iterable[str], relations: Iterable[Related]) -> str:
    """Return what readers are to know of an article: ``retracted``, ``ahead of print``, or nothing."""
    if tell_retraction(publication_types) or any(each.kind in RETRACTIONS for each in relations):
        return RETRACTED
    return STATUSES.get(publication_status, "")


def cited_doi(text: str) -> str:
    """Return the DOI in the citation of another article (``… doi: 10.1/x.``), or that is it; empty if there is none."""
    found = _CITED_DOI.search(text) if "10." in text else None
    return found[0].rstrip(".;,") if found else ""


def read_heading(text: str) -> Subject:
    """Return the heading of MeSH in ``*Heading/qualifier/*qualifier``."""
    term, *rest = text.split("/")
    qualifiers = tuple([Qualifier(term=name.removeprefix("*"), major=name[:1] == "*") for name in rest])
    return Subject(term=term.removeprefix("*"), major=term[:1] == "*", qualifiers=qualifiers)


def write_heading(subject: Subject) -> str:
    """Return a heading with its qualifiers."""
    names: list[Subject | Qualifier] = [subject, *subject.qualifiers]
    return "/".join([f"*{name.term}" if name.major else name.term for name in names])


def join_collaborators(authors: list[Name], people: Iterable[Name]) -> tuple[Name, ...]:
    """Make the people behind a group members of the only one among the authors; return those who cannot be.

    Args:
        authors: The authors; the group is replaced.
        people: PubMed's collaborators or investigators, who are contributors where it is not told of which group.
    """
    groups = [place for place, name in enumerate(authors) if name.literal]
    if len(groups) != 1:
        return tuple([replace(name, role=COLLABORATOR) for name in people])
    authors[groups[0]] = replace(authors[groups[0]], members=tuple(people))
    return ()


def _without_stop(title: str) -> str:
    """Return a title without NLM's full stop, which stands for an abbreviation's own as well: ``in the U.S.``."""
    if not title.endswith(".") or title.endswith("..") or is_of_abbreviation(title, len(title) - 1):
        return title
    return title[:-1].rstrip()


def _encloses(title: str) -> bool:
    """Whether the first bracket is closed by the last: ``[A title]``, but not ``[177Lu]Lu in [men]``."""
    depth = 0
    for place, sign in enumerate(title):
        depth += (sign == "[") - (sign == "]")
        if not depth:
            return place == len(title) - 1
    return False
