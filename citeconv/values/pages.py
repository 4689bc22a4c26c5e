"""Page ranges as PubMed prints them, brought to their full form.

NLM shortened the second page until about 2018 (``559-61``, ``E559-68``, ``426.e13-21``); ``expand_pages`` writes it
out.
"""

from __future__ import annotations

import re

_PAIR = re.compile(
    r"(?P<stem>[^\W\d]*(?:\d+\.)?[^\W\d]*)(?P<first>\d+)(?P<tail>[A-Za-z]?)[-\u2013](?P<last>\d+)(?P=tail)(?![\w.])"
)


def expand_pages(text: str) -> str:
    """Return a page field with every range in full: ``559-61`` gives ``559-561``.

    Args:
        text: One range, or several with words between them (``1086-92; discussion 1092-3``).
    """
    return _PAIR.sub(_expand, text) if "-" in text or "\u2013" in text else text


def _expand(match: re.Match[str]) -> str:
    stem, first, tail, last = match["stem"], match["first"], match["tail"], match["last"]
    missing = len(first) - len(last)
    if missing > 0:
        full = first[:missing] + last
        if int(full) >= int(first):
            return f"{stem}{first}{tail}-{stem}{full}{tail}"
    elif stem and missing == 0 and int(last) >= int(first):
        return f"{stem}{first}{tail}-{stem}{last}{tail}"
    return f"{stem}{first}{tail}-{last}{tail}"
