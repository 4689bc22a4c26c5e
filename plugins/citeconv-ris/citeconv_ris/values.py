"""What a value is by its form: DOI, ISSN, ISBN, the name of a database, a note that is a field in disguise.

Writer and reader ask the same questions, so that what is written is read as what it was.
"""

from __future__ import annotations

import re

from citeconv.values import dois
from citeconv.values.conferences import is_proceedings, names_conference
from citeconv.values.pages import is_article_number
from citeconv.values.patterns import lazy

DOI = lazy(dois.DOI)
BOOK_DOI = "Book DOI"
"""What stands before the DOI of the book of a chapter in a note."""
LABELLED = lazy(
    r"(?P<label>PMID|PMCID|Status|doi|Book DOI|Cited Reference Count|Cited By"
    r"|(?:Total )?Times Cited(?: in [A-Z][A-Za-z ]{3,40})?) ?: {0,3}(?P<value>\S.*)",
    re.I | re.S,
)
"""A note that holds an identifier or the state of the publication."""
LANGUAGES = lazy(r"[;|,]")
"""What parts the languages in a value."""
AVAILABILITY = frozenset(("none", "public", "restricted"))
"""Who may read the full text, which EPrints has in the place of the shelf."""
LONG_WORD = lazy(r"[^\W\d_]{3,}")
"""Two of them make the name of a conference, and not the number of an issue."""
WORD_IN_PAGES = lazy(r"(?<![^-])(?![ivxlcdm]+(?:-|\Z))[^\W\d_]{2,}\.?(?![^-])", re.I)
"""``9-Dec`` and ``Dec-09``, which a spreadsheet made of pages: neither side is a page of its own."""
MAIL = lazy(r"[^\s@/:]{1,80}@[^\s@/:]{3,80}")
"""An e-mail address."""
_INSTITUTION = lazy(
    r"\b(?:univ\w*|instit\w+|dept|department|college(?! (?:Station|Park))|hospital|school|academ\w+|cent(?:er|re)"
    r"|ministry|corp\w*)\b|;",
    re.I,
)
_IN_ADDRESS = lazy(r",[^,]*,|\buniv\w*,", re.I)
_PRESS = lazy(r"\bpress\b|verlag|publish|editor|\bpark\b", re.I)
_DEPARTMENT = lazy(
    r"\b(?:d[eé]part\w*|facult\w+|fakult\w+|schools?|institut\w*|colleges?|divisi\w+|cent(?:er|re|ro)s?|chair|lehrstuhl"
    r"|abteilung|escuela|[ée]cole|programs?|programmes?)\b",
    re.I,
)
_HOLDINGS = lazy(r"repositor|theses|dissertations?\b|abstracts|archive|collection|database|librar", re.I)
_START = lazy(r"[A-Za-z]{0,3}\d{1,9}[A-Za-z]?(?:-[A-Za-z]{0,3}\d{1,9}[A-Za-z]?)?")


def names_department(text: str) -> bool:
    """Return whether a text is a part of a university, and not where it has its theses."""
    return _DEPARTMENT.search(text) is not None and not are_holdings(text)


def are_holdings(text: str) -> bool:
    """Return whether a text names the place where theses are kept, ``ProQuest Dissertations & Theses``."""
    return _HOLDINGS.search(text) is not None


def is_number_of_article(page: str) -> bool:
    """Return whether what stands in the place of an article's pages is its number (``e0175947``, ``636959``)."""
    return is_article_number(page) and WORD_IN_PAGES.search(page) is None


def are_pages(text: str) -> bool:
    """Return whether what may be the extent of a work (``224``, ``268-268``) are the pages of a part: ``495-499``."""
    first, _, last = text[:20].partition("-")
    return first.isdecimal() and last.isdecimal() and int(first) < int(last)


def may_be_start(section: str) -> bool:
    """Return whether what EndNote calls the start page of an article, and others its section, is pages or a number."""
    return _START.fullmatch(section) is not None


def are_of_conference(event: str, proceedings: str) -> bool:
    """Return whether of two titles the first is that of a conference and the second that of its proceedings.

    The second may be a list of institutions, as the Web of Science has them.
    """
    if is_proceedings(event):
        return False
    named = is_proceedings(proceedings) or names_conference(proceedings)
    return named or (names_conference(event) and not names_institution(proceedings))


def names_institution(text: str) -> bool:
    """Return whether a text names a university or another institution, or may be a list of them."""
    return _INSTITUTION.search(text) is not None


def is_address(place: str) -> bool:
    """Return whether what stands for the place of a publisher is the address of an author, as Mendeley has it."""
    return names_institution(place) and _IN_ADDRESS.search(place) is not None and _PRESS.search(place) is None
