"""What kind of work a reference is to, and which title is whose: each depends on the other, and on all that is there.

The elements of titles go in by their names, with a draft that has all else of the reference; the type and the titles go
into the draft. ``source`` is odd: it is the journal, the book of a chapter, or the work itself where no title is given.
"""

from __future__ import annotations

from typing import Any

from citeconv.values.bare import without_stop
from citeconv.values.markup import from_element, unwrapped
from citeconv_jats.draft import Draft, name_of
from citeconv_jats.mapping import CONTAINED, LANG, TYPE_NAMES, TYPES
from citeconv_jats.reading_parts import KIND_OF_THESIS

TITLES = ("article-title", "chapter-title", "data-title")
"""Elements for the title of the work itself."""


def settle_issue_title(draft: Draft, titles: dict[str, Any]) -> None:
    """Take the title of an issue; where nothing else is what the work stands in, as Pensoft has it, it is that."""
    title = titles.pop("issue-title", None)
    if title is None:
        return
    if "source" not in titles and not titles.keys().isdisjoint(TITLES):
        titles["source"] = title
    else:
        draft.put("volume_title", from_element(title), "issue-title")


def settle_type(draft: Draft, element: Any, titles: dict[str, Any]) -> None:
    """Take the type that a citation says it is of, or else that which its elements tell.

    Args:
        draft: Takes it.
        element: The citation.
        titles: Its titles.
    """
    name = element.get("publication-type") or element.get("citation-type") or ""
    word = name.strip().lower().replace("_", "-").replace(" ", "-")
    kind = TYPES.get(word) or TYPE_NAMES.get(word)
    if kind is None:
        kind = _guess(draft, titles)
        if name:
            draft.say("publication-type", name)
    elif kind == "periodical" and "article-title" in titles and _is_periodical(titles.get("source")):
        kind = "article-magazine"
    elif kind == "book" and ("chapter-title" in titles or ("source" in titles and len(titles.keys() & set(TITLES)))):
        kind = "chapter"
    if kind != "document":
        draft.fields["type"] = kind
    if word == "preprint":
        draft.fields.setdefault("genre", "Preprint")


def settle_titles(draft: Draft, titles: dict[str, Any]) -> None:
    """Take the title of the work, in English where a translation is there, and of what it stands in."""
    kind = draft.fields.get("type", "document")
    source, translated = titles.get("source"), titles.get("trans-title")
    own = [titles[name] for name in TITLES if name in titles]
    if not own and source is not None and not _is_container(source, kind):
        own, source = [source], None
    for element in own[1:]:
        draft.keep(element)
    if own:
        _put_title(draft, own[0], translated, kind)
    elif translated is not None:
        draft.put("title", without_stop(from_element(translated)), "trans-title")
    if source is not None:
        short = source.get("content-type") == "abbrev"
        repository = kind == "dataset" and not short and draft.fields.keys().isdisjoint(("publisher", "volume"))
        field = "publisher" if repository else "container_title_short" if short else "container_title"
        draft.put(field, _title_of(source), "source")


def _put_title(draft: Draft, own: Any, translated: Any, kind: str) -> None:
    """Take the title in the element of the work's own, and in that of its translation, if there is one."""
    title = without_stop(_title_of(own))
    if kind == "thesis" and (behind := KIND_OF_THESIS.search(title)) and "genre" not in draft.fields:
        title, draft.fields["genre"] = title[: behind.start()], behind[1]
    language = own.get(LANG) or ""
    if translated is not None and not language.startswith("en") and _is_english(translated):
        draft.put("original_title", title, name_of(own))
        draft.put("title", without_stop(from_element(translated)), "trans-title")
    else:
        draft.put("title", title, name_of(own))
        if translated is not None:
            draft.keep(translated)
    if language not in ("", "und") and not draft.lists.get("language"):
        draft.add("language", language)


def _title_of(element: Any) -> str:
    """Return a title; that of a journal or book may be slanted as a whole, which is how it is printed."""
    text = from_element(element)
    return unwrapped(text) if name_of(element) == "source" else text


def _is_english(element: Any) -> bool:
    return (element.get(LANG) or "en").startswith("en")


def _is_container(source: Any, kind: str) -> bool:
    """Return whether a ``source`` without a title beside it is nevertheless that of something in it."""
    return kind in CONTAINED or source.get("content-type") in ("abbrev", "container")


def _is_periodical(source: Any) -> bool:
    """Return whether a ``source`` is the newspaper or magazine of an article, for which eLife has one word."""
    return source is not None and source.get("content-type") != "container"


def _guess(draft: Draft, titles: dict[str, Any]) -> str:
    """Return the type of a citation that does not tell it."""
    if "data-title" in titles:
        return "dataset"
    if "chapter-title" in titles:
        return "chapter"
    if "source" not in titles:
        return "document"
    if "article-title" in titles:
        in_book = draft.lists.get("editor") or ("publisher" in draft.fields and "volume" not in draft.fields)
        return "chapter" if in_book else "article-journal"
    return "book" if "publisher" in draft.fields else "document"
