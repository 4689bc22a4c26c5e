"""Reading comments in references: an element goes in, what it tells goes into the draft.

Publishers have in a comment what they have no element for: where a work is found and when it was looked at, that it is
on the internet, the number of a report or of an article, how far it has come. Any other comment is a note.
"""

from __future__ import annotations

import re
from typing import Any

from citeconv import Identifier
from citeconv.values.markup import from_element
from citeconv.values.nlm import PUBLICATION_STATUSES
from citeconv.values.patterns import lazy
from citeconv_jats.draft import Draft, name_of
from citeconv_jats.forms import LINK_ELEMENTS
from citeconv_jats.mapping import COMMENTS, HREF, IDS
from citeconv_jats.reading_parts import (
    REPORT_NUMBER,
    day_in,
    doi_in,
    doi_of,
    first_in,
    id_type,
    put_arxiv,
    put_id,
    put_isbn,
    text_without,
)
from citeconv_jats.running_text import STATES, WORD, put_status

_LABELS = frozenset(
    "accession at available crossref disponible disponivel disponível doi em en from google https http id medline"
    " online org pmc pmcid pmid pubmed recuperado de retrieved url".split()
)
"""Words of a comment beside the identifiers in it."""
_ACCESSED = lazy(
    r"(?:\b(?:(?:[Ll]ast )?[Aa]ccessed|[Cc]ited|[Rr]etrieved|[Vv]iewed|Acess?o em)(?: on)?:?"
    r" (?P<after>\d{1,2} \w{3,9} \d{4}|\w{3,9} \d{1,2}, \d{4}|[\d.-]{8,10})"
    r"|(?P<before>\d{1,2} \w{3,9} \d{4}), date last accessed)[\s.;)\]]*\Z"
)
"""A day of access at the end of a comment."""
_ARTICLE_NUMBER = lazy(r"(?:pii: )?[a-z]{1,4}\d{3,8}")
_DEGREE = lazy(
    r"\[?((?:[^\W\d_][^\s\d\[\],;:]{0,20}[ -]){0,4}(?:thesis|tesis|thèse|dissertation|dissertação|habilitation)"
    r"(?: doctorale?| d[eiou] \w{5,20}| \([^()\d]{2,20}\))?)\]?\.?",
    re.I,
)
"""A comment that is no more than the kind of a thesis, as NLM's style has it in brackets."""
_ADDRESS = lazy(r"https?://[^\s<>\"]{1,500}")
_AROUND_MEDIA = "[]() "
_MEDIA = frozenset(("internet", "online", "on-line", "en línea", "on line"))
"""What stands in brackets behind a title where the work was read on the internet, in small letters."""
_LONG = 80
"""Characters of a comment that holds more than a status, a number or a day of access."""
NOTE = "note"
"""The ``@content-type`` of a comment that would be read as something else than the note that it is."""
_RESOLVED = frozenset((*IDS.values(), "pmc"))
"""Kinds of identifiers that lead to the work by themselves."""


def put_reference_id(draft: Draft, element: Any) -> None:
    """Take an identifier in a reference, and the address that may stand behind the number of something in a database.

    A number without a kind that is the label of the reference, as the American Physical Society has it, is none.
    """
    kind, href, text = id_type(element), element.get(HREF) or "", from_element(element)
    if kind == "isbn":
        put_isbn(draft, element)
        return
    if name_of(element) == "object-id" and kind == "other" and text == draft.fields.get("citation_number"):
        return
    put_id(draft, element)
    elsewhere = kind not in _RESOLVED and href.startswith("http") and text not in ("", href)
    if elsewhere and not draft.takes("url", href):
        draft.add("identifiers", Identifier(kind="url", value=href))


def read_comment(draft: Draft, element: Any, *, report: bool, thesis: bool, medium: bool) -> str:
    """Read a comment: identifiers, an address, a day of access, a medium, or words of which some have a field.

    Args:
        draft: What is known of the citation.
        element: The comment.
        report: Whether the citation is of a report, of which a comment may be the number.
        thesis: Whether it is of a thesis, of which a comment may be the kind.
        medium: Whether a comment may tell the medium, which nothing else tells.

    Returns:
        What may be the number of an article; empty if the comment is none.
    """
    kind = element.get("content-type") or ""
    if kind == NOTE:
        draft.add("note", from_element(element))
        return ""
    if kind in COMMENTS:
        text = from_element(element)
        draft.put(kind, text.lower() if kind == "status" and text.lower() in STATES else text, "comment")
        return ""
    links = list(element.iter(*LINK_ELEMENTS))
    known = all([_linked(draft, child) for child in links])
    text, bare, address = from_element(element), text_without(element, LINK_ELEMENTS), ""
    if not links:
        if (doi := doi_in(text)) and draft.takes("doi", doi):
            known, bare = True, text.replace(doi, "")
        elif address := first_in(text, _ADDRESS):
            known, bare = draft.fields.get("url", address) == address, text.replace(address, "")
    bare = cut_access(draft, bare)
    labels = all([word.lower() in _LABELS for word in WORD.findall(bare)])
    if known and text != bare and labels:
        draft.put("url", address, "comment")
    elif report and (numbered := REPORT_NUMBER.fullmatch(text)) and "number" not in draft.fields:
        draft.fields["number"] = numbered[1]
    elif thesis and "genre" not in draft.fields and (degree := _DEGREE.fullmatch(text)):
        draft.fields["genre"] = degree[1]
    elif text in PUBLICATION_STATUSES:
        draft.put("publication_status", PUBLICATION_STATUSES[text], "comment")
    elif medium and "medium" not in draft.fields and text.strip(_AROUND_MEDIA).lower() in _MEDIA:
        draft.fields["medium"] = text.strip(_AROUND_MEDIA)
    elif _ARTICLE_NUMBER.fullmatch(text):
        return text
    elif text and not is_label(text) and not put_status(draft, text):
        draft.add("note", text)
    return ""


def is_note(element: Any) -> bool:
    """Return whether a comment is read as a note and nothing else, whatever stands beside it."""
    text = "" if len(element) else element.text or ""
    if len(text) > _LONG and not ("10." in text or "http" in text or text[-1] == ":"):
        return _ACCESSED.search(text[-_LONG:]) is None
    draft = Draft()
    number = read_comment(draft, element, report=True, thesis=True, medium=True)
    return not (number or draft.fields or draft.extra) and list(draft.lists) == ["note"]


def cut_access(draft: Draft, text: str) -> str:
    """Return a text without the day of access at its end, which is put into the draft."""
    match = _ACCESSED.search(text)
    day = day_in(match["after"] or match["before"]) if match else None
    if match and day is not None and draft.takes("accessed", day):
        return text[: match.start()]
    return text


def is_label(text: str) -> bool:
    """Return whether a comment only says what stands behind it: ``Available from:``."""
    return text.endswith(":") and all([word.lower() in _LABELS for word in WORD.findall(text)])


def _linked(draft: Draft, element: Any) -> bool:
    """Take the identifier or the address from an element of a comment; return whether it has now a place."""
    href = element.get(HREF) or from_element(element)
    if name_of(element) in ("pub-id", "object-id"):
        put_reference_id(draft, element)
        return True
    if doi := doi_of(href):
        return draft.takes("doi", doi)
    return put_arxiv(draft, href, from_element(element)) or draft.takes("url", href)
