"""Pages: ranges in their full form, and the numbers of articles that stand in their place.

NLM shortened the second page until about 2018 (``559-61``, ``E559-68``, ``426.e13-21``); ``expand_pages`` writes it
out. An article that appears alone has a number instead (``e0251234``), which formats put in the same place.
"""

from __future__ import annotations

import re

from citeconv.values.memo import remembered
from citeconv.values.patterns import lazy

_NUMBERING_PII = lazy(r"(?!S\d{16}|[1-9]\d*-\d+\Z)[A-Za-z]{0,6}[.\d][\w.-]{0,20}")
_PAIR = lazy(
    r"(?<!\w)(?<!\w[-\u2013])(?P<stem>[^\W\d]{0,20}(?:\d{1,12}\.)?[^\W\d]{0,20})(?P<first>\d{1,12})(?P<tail>[A-Za-z]?)[-\u2013]"
    r"(?P<last>\d{1,12})(?P=tail)(?![\w-]|\.(?!e\d))"
)  # from the beginning of a word, and of bounded parts: a run without end must not be tried from each of its signs;
# not within more numbers with hyphens, which are no pages: s13643-019-1074-9

_PLAIN_PAGE = lazy(r"(?![eE]\d)[A-Za-z]{0,2}\d{1,5}[A-Za-z]?|[ivxlcdm]{1,8}|\d{1,4}\.\w+|\d{1,4}:\d{1,4}")
_SIDE = r"(?:\d{1,5}:)?(?:[A-Za-z]{0,3}\d{1,10}[A-Za-z]?\d{0,3}(?:\.\w{1,5})*|[ivxlcdm]{1,8})"
_PAGES = rf"{_SIDE}(?:[-\u2013]{_SIDE})?"
_RANGE = lazy(
    rf"{_SIDE}(?:[-\u2013](?:{_SIDE}|\+)?|\+)|{_PAGES}(?:\+{_PAGES}){{1,9}}|{_PAGES}\.e\d{{1,4}}[-\u2013]e?\d{{1,4}}|\W+"
)
"""Two pages, or one and those that follow it: ``58-``, ``58-+`` (Web of Science), ``58+`` (BibTeX), ``58-60+72``
(CNKI), ``58-60.e1-10`` (with those that are only on the web); or none, ``-``."""
_DASHES = lazy(r"\s?(?:--?|[\u2010-\u2015\u2212])\s?")
_ITEM = lazy(r"0\d*-(?:19|20)\d\d|(?:e|[A-Z]{2,5}\.)0\d{4}-\d\d|Article \w+")
"""An article number that looks like pages: ``00757-2024``; ``e01408-19`` and ``IAI.00911-18`` (American
Society for Microbiology)."""
_COUNTED = lazy(
    r"(?:(?:Paper No\.|Art\.(?: (?:ID|No\.))?|Article (?:ID|No\.)) ?(?P<number>[\w.-]{1,20})"
    r"|no\. ?(?P<item>[\w-]{1,20})(?=,))"
    r"(?:, (?P<extent>\d{1,5})(?: ?(?:pp?\.?|pages))?)?",
    re.I,
)
"""MathSciNet's numbers of articles, with their pages counted: ``Paper No. 28, 25``, ``Art. ID 984390, 8 pp.``,
``Art. 9, 4``, ``no. 32, 12``."""
_NO_LAST_PAGE = frozenset(("null", "N.PAG"))
"""What EBSCO has for the last page where it knows the first alone: ``22-null``, ``255-N.PAG``."""
_MOST_PAGES = 100
"""From the first to a last that lacks the letters; what is further away is no page: ``M15-566``."""
_LIST_SIGNS = (",", ";", " ", "&")


@remembered()
def is_article_number(text: str) -> bool:
    """Return whether what stands in the place of pages is the number of an article.

    Args:
        text: A page, a range, a list of them, or an article number (``e0251234``, ``117693``, ``Article 17``).
    """
    if _ITEM.fullmatch(text):
        return True
    if not any(map(str.isdecimal, text)):  # "N.PAG", "n/a-n/a"
        return False
    return not (_RANGE.fullmatch(text) or any([sign in text for sign in _LIST_SIGNS]) or _PLAIN_PAGE.fullmatch(text))


def counted_article(text: str) -> tuple[str, str]:
    """Return the number of an article and of its pages, where MathSciNet has both in the place of pages.

    Args:
        text: ``Paper No. 28, 25``, ``Art. 9, 4 pp.``; any other gives nothing twice.
    """
    counted = _COUNTED.fullmatch(text) if "." in text or " " in text else None
    return (counted["number"] or counted["item"], counted["extent"] or "") if counted else ("", "")


def numbers_article(pii: str) -> bool:
    """Return whether PubMed prints a publisher's identifier of an article in the place of its pages as its number.

    Args:
        pii: ``BSR20171072``, ``22r14494``; not ``S0140-6736(20)30183-5``, which is Elsevier's, nor
            ``2078-16``, a manuscript's, which all would take for pages.
    """
    return _NUMBERING_PII.fullmatch(pii) is not None


def with_hyphens(text: str) -> str:
    """Return pages with a hyphen for each of the dashes that are printed between them (``765‐778``, ``12–15``).

    Args:
        text: What a format that has no meaning of its own for dashes has in the place of pages.
    """
    plain = text.isascii() and "--" not in text and " -" not in text and "- " not in text
    return text if plain else _DASHES.sub("-", text)


def expand_pages(text: str) -> str:
    """Return a page field with every range in full: ``559-61`` gives ``559-561``.

    Args:
        text: One range, or several with words between them (``1086-92; discussion 1092-3``).
    """
    first, hyphen, last = text.partition("-")
    if hyphen and len(first) <= len(last) and first.isdecimal() and last.isdecimal():
        return text  # as most are
    if last in _NO_LAST_PAGE:
        return first
    if not hyphen and "\u2013" not in text:
        return text
    return text if "0" in first and _ITEM.fullmatch(text) else _PAIR.sub(_expand, text)


def _expand(match: re.Match[str]) -> str:
    stem, first, tail, last = match["stem"], match["first"], match["tail"], match["last"]
    if "." in stem and match.string.startswith(".", match.end()):
        return match[0]  # 248.e1-248.e5: the last page is in full
    missing = len(first) - len(last)
    if missing > 0:
        full = first[:missing] + last
        if int(full) > int(first):
            return f"{stem}{first}{tail}-{stem}{full}{tail}"
    elif stem and (missing == 0 or _has_same_letters(match)) and int(last) >= int(first):
        return f"{stem}{first}{tail}-{stem}{last}{tail}"
    return f"{stem}{first}{tail}-{last}{tail}"


def _has_same_letters(match: re.Match[str]) -> bool:
    """Whether a page of more digits has the letters of the first: ``S7-16``, not ``M20-0696`` nor ``58-60.e1-10``."""
    far = match["last"].startswith("0") or int(match["last"]) - int(match["first"]) > _MOST_PAGES
    return not far and match["stem"][-1].isalpha() and not match.string.endswith(".", 0, match.start())
