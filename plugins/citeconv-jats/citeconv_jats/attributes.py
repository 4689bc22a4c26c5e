"""Attributes that no reader knows: an element that was read goes in, what its attributes say goes to ``extra``.

JATS has a hundred attributes, and publishers add their own. Those that are read stand in a table by their element.
Those that say nothing of the work, but how its parts refer to each other, look or are sorted, stand in another. All
others are kept, of whatever element, with the name of their element.
"""

from __future__ import annotations

from typing import Any

from citeconv_jats.draft import Draft, name_of
from citeconv_jats.mapping import HREF, LANG

_IDENTIFIER = "pub-id-type custom-type assigning-authority"
_DATE = "date-type pub-type publication-format iso-8601-date calendar"
_TERM = "vocab vocab-identifier vocab-term vocab-term-identifier"
_CITATION = "publication-type citation-type publication-format"
_NAMES: dict[str, str] = {
    "article": "article-type dtd-version",
    "book": "book-type dtd-version",
    "book-part-wrapper": "content-type dtd-version from-where",
    "book-part": "book-part-type book-part-number dtd-version indexed",
    "collection-meta": "collection-type",
    "journal-id": "journal-id-type",
    "subj-group": "assigning-authority",
    "article-version": f"article-version-type {_TERM}",
    "alt-title": "alt-title-type",
    "contrib": "contrib-type corresp equal-contrib",
    "contrib-id": "contrib-id-type",
    "given-names": "initials",
    "role": _TERM,
    "xref": "ref-type",
    "institution-id": f"institution-id-type {_TERM}",
    "country": "country",
    "event": "event-type",
    "fn": "fn-type",
    "ext-link": "ext-link-type assigning-authority",
    "related-article": "related-article-type ext-link-type vol issue page",
    "patent": "country",
    "related-object": "source-id source-id-type source-type document-id document-id-type object-id-type ext-link-type",
    "sec": "sec-type",
    "kwd-group": f"kwd-group-type assigning-authority {_TERM}",
    "funding-source": "country source-type",
    "count": "count count-type",
    "person-group": "person-group-type custom-type",
    "size": "units",
    **dict.fromkeys(("article-id", "pub-id", "object-id", "volume-id", "issue-id"), _IDENTIFIER),
    "book-id": f"book-id-type {_IDENTIFIER}",
    "book-part-id": f"book-part-id-type {_IDENTIFIER}",
    "collection-id": f"collection-id-type {_IDENTIFIER}",
    **dict.fromkeys(("issn", "isbn"), "pub-type publication-format"),
    **dict.fromkeys(("pub-date", "date"), _DATE),
    **dict.fromkeys(("year", "date-in-citation", "conf-date", "string-date"), "iso-8601-date"),
    **dict.fromkeys(("name", "string-name"), "name-style"),
    **dict.fromkeys(("abstract", "trans-abstract"), "abstract-type"),
    **dict.fromkeys(("kwd", "compound-kwd", "compound-kwd-part", "named-content", "institution"), _TERM),
    **dict.fromkeys(("subject", "compound-subject-part"), _TERM),
    **dict.fromkeys(("fig-count", "table-count", "equation-count", "ref-count", "page-count", "word-count"), "count"),
    **dict.fromkeys((f"book-{kind}-count" for kind in ("fig", "table", "equation", "ref", "page", "word")), "count"),
    **dict.fromkeys(("element-citation", "mixed-citation", "nlm-citation", "citation"), _CITATION),
}
READ = {element: frozenset(names.split()) for element, names in _NAMES.items()}
"""The attributes that are read, or that only say in a code what their element says in words, by element."""

SILENT = {
    "how parts refer to each other, and their order": ("id", "rid", "seq", "rev-id", "rel-id", "sortable"),
    "where a text leads, which is read where it matters": ("xlink:href", "xlink:role", "xlink:title"),
    "how something looks or is shown": (
        "xlink:type", "xlink:show", "xlink:actuate", "xml:space", "xml:base", "toggle", "position", "orientation",
        "mimetype", "mime-subtype", "notation", "alt",
    ),
    "how a publisher sorts elements": (
        "content-type", "specific-use", "subj-group-type", "license-type", "notes-type", "list-type", "award-type",
        "abbrev-type", "publisher-type", "taxon-name-part-type",
    ),
    "the language of a part": ("xml:lang",),
    "how HighWire shows a reference": ("linkable", "use-reference-as-is"),
    "that a register was asked": ("authenticated",),
    "which schema a file obeys": ("noNamespaceSchemaLocation", "schemaLocation"),
}  # fmt: skip
"""The attributes that say nothing of the work, whichever element has them, by what they say."""
_PREFIXES = {"xlink:": HREF.removesuffix("href"), "xml:": LANG.removesuffix("lang")}


def _whole(name: str) -> str:
    """Return the name of an attribute as lxml has it."""
    prefix = next(filter(name.startswith, _PREFIXES), "")
    return _PREFIXES.get(prefix, "") + name.removeprefix(prefix)


_SILENT = frozenset(_whole(name) for names in SILENT.values() for name in names)
_LINKS = ("ext-link", "uri", "related-object")
_RUNNING = frozenset("aff article-title funding-statement license-p meta-value p source title".split())
"""Elements with running text, in which the words of a link may hide where it leads."""
_NOTHING: frozenset[str] = frozenset()
_NO = frozenset(("", "no"))


def _is_of_licence(link: Any, draft: Draft) -> bool:
    """Whether a link leads where the licence says that it stands."""
    return link.get(HREF, "") in draft.fields.get("license", "")


def keep_attributes(draft: Draft, root: Any) -> None:
    """Keep the attributes of an element, and of all in it, that no table knows."""
    for element in root.iter():
        keep_own_attributes(draft, element)


def keep_own_attributes(draft: Draft, element: Any) -> None:
    """Keep the attributes of an element that no table knows; ``no`` says as much as none, a number what is printed."""
    keys = element.keys()
    if not keys:
        return
    name = name_of(element)
    if name in _LINKS and name_of(element.getparent()) in _RUNNING and not _is_of_licence(element, draft):
        draft.keep_address(element)
    if _SILENT.issuperset(keys) or "/MathML" in element.tag:
        return
    known = READ.get(name, _NOTHING)
    for key in keys:
        own = key.rpartition("}")[2]
        if key not in _SILENT and own not in known and own not in _SILENT:
            value = " ".join(element.get(key).split())
            if value not in _NO and not (own == "designator" and value in (element.text or "")):
                draft.say(f"{name}/@{own}", value)
