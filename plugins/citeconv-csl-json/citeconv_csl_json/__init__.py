"""CSL-JSON: the form in which pandoc, Quarto, Zotero and every CSL processor take citations.

An array of items goes in, or one item, or an object that holds them; an array comes out, an item a line (``formats``).
``to_item`` and ``from_item`` serve those who have items rather than files.
"""

from __future__ import annotations

from typing import Any

from citeconv import CITATION_TYPES, Format, Option, hookimpl
from citeconv_csl_json.mapping import TYPES

__all__ = ["CslJson", "from_item", "to_item"]


_OF_OTHERS = (
    "itemType|put-code|orcid-identifier|authorships|abstract_inverted_index|doi_url|z_authors|lens_id|paperId|first_name"
    "|static_data|search-results|sortpubdate|resultList|bibjson|hits|aggregations|article_url"
)
"""Keys of Zotero, ORCID, OpenAlex, Unpaywall, Zenodo, Publish or Perish and others, whose JSON has types and some keys
of CSL's."""


class CslJson(Format[bytes]):
    """CSL-JSON, for pandoc, Quarto, Zotero and CSL processors."""

    name = "csl-json"
    suffixes = (".csl.json", ".csljson")
    signature = (
        r'\A[\s\[]*(?=\{)(?!\{\s*"citeconv")'
        rf'(?![\s\S]*?"(?:{_OF_OTHERS})"\s*:)(?![\s\S]*?"\$schema"\s*:\s*"https?://json-schema\.org)'
        r'\{(?:\s*"(?:DOI|ISBN|ISSN|PMID|PMCID|URL|abstract|accessed)"\s*:|(?=[\s\S]*?(?:'
        rf'"type"\s*:\s*"(?:{"|".join([*CITATION_TYPES, *TYPES])})"'
        r'|"(?:container-title(?:-short)?|date-parts|citation-key|title-short|collection-title|publisher-place'
        r'|non-dropping-particle|call-number|event-place)"\s*:|"message-type"\s*:\s*"work|"family"\s*:\s*")))'
    )
    """An object in which a variable or a type of CSL is named, and that is neither citeconv's own nor another's."""
    needs = ("{",)
    options = (
        Option(
            name="plain",
            help="leave out custom, which holds what CSL has no variable for",
            default=False,
            does=("write",),
        ),
    )
    home = "citeconv_csl_json.formats"
    does = ("read", "write")


def __getattr__(name: str) -> Any:
    if name in ("from_item", "to_item"):
        from citeconv_csl_json import items

        return getattr(items, name)
    raise AttributeError(name)


@hookimpl
def citeconv_formats() -> type[Format[bytes]]:
    """Offer ``csl-json``."""
    return CslJson
