"""Reading ``custom-meta``, names with values for which JATS has no element: they go in, fields of a citation come out.

Our own stand under the name of a field; publishers have theirs. Those that have no field are kept in ``extra``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from citeconv import Abstract, AbstractSection, Identifier, Subject
from citeconv.values.languages import language_code
from citeconv.values.links import without_arxiv
from citeconv.values.markup import from_element
from citeconv.values.patterns import lazy
from citeconv_jats.dates import meta_date
from citeconv_jats.draft import Draft, name_of
from citeconv_jats.mapping import (
    DATA_STATEMENT,
    META_ABSTRACTS,
    META_FIELDS,
    META_IDS,
    META_KINDS,
    META_LANGUAGES,
    META_SUBJECTS,
)

_TAG = lazy(r"[\w-]+:\S")
"""What a value of another format is kept under."""


def read_metas(draft: Draft, elements: Iterable[Any]) -> None:
    """Read the children of groups of ``custom-meta``."""
    for element in elements:
        name = next((from_element(each) for each in element if name_of(each) == "meta-name"), "")
        value = next((from_element(each) for each in element if name_of(each) == "meta-value"), "")
        if name in META_KINDS:
            _own(draft, name, value)
        else:
            _of_publisher(draft, name, value)


def _own(draft: Draft, name: str, value: str) -> None:
    """Read what stands under the name of a field."""
    kind, field = META_KINDS[name], META_FIELDS.get(name, name.replace("-", "_"))
    if kind == "date":
        known = draft.fields.get(field)
        draft.fields[field] = msgspec.structs.replace(known, literal=value) if known is not None else meta_date(value)
    elif kind == "list":
        draft.add(field, value)
    elif value:
        draft.fields[field] = value


def _of_publisher(draft: Draft, name: str, value: str) -> None:
    """Read what a publisher has; an abstract under a name of its own is a further one."""
    if name == DATA_STATEMENT and value:
        draft.add("note", value)
    elif name in META_ABSTRACTS and value:
        sections = (AbstractSection(paragraphs=(value,)),)
        draft.add("other_abstracts", Abstract(kind=META_ABSTRACTS[name], sections=sections))
    elif name in META_IDS and value:
        draft.add("identifiers", Identifier(kind=META_IDS[name], value=without_arxiv(value)))
    elif name in META_LANGUAGES and value and not draft.lists.get("language"):
        draft.add("language", language_code(value))
    elif name in META_SUBJECTS and value:
        draft.add("subjects", Subject(term=value, vocabulary=name))
    else:
        draft.extra.append((name if _TAG.match(name) else f"jats:meta/{name}", value))
