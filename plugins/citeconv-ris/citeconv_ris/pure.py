"""What universities' portals with Elsevier's Pure put elsewhere than others do: subtitles, conferences, numbers.

The values of a record by tag go in, and out come those that others would have in their place. Pure has the DOI under
``U2`` and ``DO``, and its own number as a partner of Scopus in addresses there. ``T2`` is the subtitle where it stands
right behind the title, and the conference beside the journal or the book; ``M1`` is the number of the article.
"""

from __future__ import annotations

from citeconv.values.bare import with_subtitle
from citeconv_ris.reading import Found

_PARTNER = "partnerID=8YFLogxK"
"""Pure in the addresses of Scopus."""
_HOLDERS = ("JF", "BT")
"""Tags of the journal and the book, beside which ``T2`` is neither."""


def is_from_pure(found: Found) -> bool:
    """Return whether a record is Pure's."""
    dois = found.get("DO")
    return bool((dois and found.get("U2") == dois) or any(_PARTNER in address for address in found.get("UR", ())))


def move_titles(found: Found, values: list[tuple[str, str]]) -> str:
    """Put the subtitle of Pure's record behind the title, and take the conference out of it.

    Args:
        found: The values by tag.
        values: The tags and values in the order of the file.

    Returns:
        The name of the conference.
    """
    titles, others = found.get("T1", []), found.get("T2", [])
    if len(titles) != 1 or not others or not is_from_pure(found):
        return ""
    journals = {title for tag in _HOLDERS for title in found.get(tag, ())}
    behind = values.index(("T1", titles[0])) + 1
    if others[0] not in journals and values[behind : behind + 1] == [("T2", others[0])]:
        found["T1"] = [with_subtitle(titles[0].rstrip(": "), others.pop(0))]
    event = others.pop(0) if journals and len(others) == 1 and others[0] not in journals else ""
    if not others:
        del found["T2"]
    return event
