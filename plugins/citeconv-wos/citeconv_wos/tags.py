"""What the tags of the Web of Science mean: tables only.

The tags are those of Clarivate's "Web of Science Core Collection Field Tags" and of the other databases on its platform
(MEDLINE, INSPEC, BIOSIS), which have some of their own. A tag that stands in none of the tables goes to ``extra``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from citeconv.citation import CitationType

TEXT: dict[str, str] = {
    "SO": "container_title", "JI": "container_title_short", "SE": "collection_title", "VL": "volume", "IS": "issue",
    "SU": "supplement", "PN": "part", "PU": "publisher", "PI": "publisher_place", "PV": "publisher_place",
    "CT": "event_title", "CL": "event_place", "PG": "number_of_pages", "NR": "number_of_references",
    "FT": "original_title", "MA": "number",
}  # fmt: skip
"""Fields of plain text; of two that have one field, the first keeps it."""

NAMES: dict[str, str] = {"BE": "editor", "ED": "editor", "BF": "container_author", "BA": "container_author"}
"""Fields of persons besides the authors; full names before short ones."""

GROUPS: dict[str, str] = {"CA": "author", "GP": "container_author"}
"""Fields of groups."""

LISTS: dict[str, str] = {"DT": "publication_types", "WC": "categories", "SC": "categories"}
"""Fields of values that semicolons part."""

IDENTIFIERS: dict[str, str] = {
    "UT": "wos", "AN": "accession", "CO": "coden", "D2": "book-doi", "GA": "isi-delivery-number",
}  # fmt: skip
"""Identifiers by the name of their scheme."""

TYPES: dict[str, CitationType] = {
    "J": "article-journal", "B": "book", "S": "chapter", "P": "patent", "C": "paper-conference",
}  # fmt: skip
"""Types of publication: journal, book, series, patent, conference."""

DOCUMENTS: dict[str, CitationType] = {
    "Book": "book", "Book Chapter": "chapter", "Proceedings Paper": "paper-conference", "Data set": "dataset",
    "Software": "software", "Dissertation/Thesis": "thesis",
}  # fmt: skip
"""Document types that say what it is where the publication is no journal."""

SEASONS = {"SPR": "Spring", "SUM": "Summer", "FAL": "Fall", "AUT": "Autumn", "WIN": "Winter"}
"""Seasons as they stand in dates."""
