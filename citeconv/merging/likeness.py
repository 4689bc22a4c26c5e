"""Whether two citations are of the same work.

``keys`` finds candidates by identifiers and titles; ``difference`` compares two of them and decides, as chapters share
the DOI of their book, a notice of retraction has that of the article, and numbers are mistyped. In doubt, two citations
are of two works.
"""

from __future__ import annotations

from collections.abc import Iterator

from citeconv.citation import Citation
from citeconv.values.authors import unaccented
from citeconv.values.markup import plain
from citeconv.values.memo import remembered
from citeconv.values.pages import is_article_number
from citeconv.values.patterns import lazy

_WORD = lazy(r"[^\W_]+")
_NUMBERS = {"pmid": "PMID", "pmcid": "PMCID", "doi": "DOI"}
"""Identifiers of works by field, the most certain first."""
_RECORD_NUMBERS = {"wos": "number in the Web of Science", "scopus": "number in Scopus"}
"""Numbers of records in databases, by the scheme of the identifier."""
TITLE_KEY = "title, year and first page"

_NOTICES = frozenset(
    "addendum author authors comment commentary comments correction corrections corrigenda corrigendum discussion "
    "editorial errata erratum letter notice re reply response retracted retraction review withdrawal withdrawn".split()
)
"""First words of titles that go on with the title of another work, which they are about."""
_CORRECTIONS = frozenset("addendum correction corrections corrigenda corrigendum errata erratum".split())
_ABOUT = frozenset("for in on to".split())
"""Words between such a first word and the title; ``Correction of scoliosis`` is no notice."""
_PLACE_BEHIND = lazy(r"(.+?) vol \d{1,4}(?: pg)? (?=[^\W_]{0,9}\d)[^\W_]{1,20} (?:1[89]|20)\d\d")
"""What the Web of Science says, in words, behind the title of what is corrected: ``Tides (vol 36, pg 1281, 2022)``. A
volume without a page is one of a work in several."""
_LONGEST_TITLE = 1000
_FEWEST_WORDS = 3
"""A title of so many words may be another one without its subtitle."""
_ALIKE = 0.8
"""Share of words that one title has in common in two databases, which spell ``tumour`` or leave out a formula."""
_COUNTS = lazy(r"[^\W\d]*\d\w*|[ivx]{1,5}|[a-z]")
"""Words in which titles of the same work must not differ: Part 1 and Part 2, II and III, A and B."""
_DIGITS_OF_ARTICLES = 5
"""An article number of so many digits belongs to one article; ``e814`` may be a page with several abstracts."""
_SUPPLEMENT = " suppl"
"""What stands behind a volume before the number of its supplement."""
_GREEK = str.maketrans(
    dict(zip("αβγδεζηθικλμνξοπρσςτυφχψω", (
        "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma sigma tau "
        "upsilon phi chi psi omega"
    ).split(), strict=True))
)  # fmt: skip
"""Greek letters as databases spell them that lack the letters."""
_NUMERALS = {
    numeral: figure
    for numerals, figures in (
        ("one two three four five six seven eight nine ten eleven twelve", "1 2 3 4 5 6 7 8 9 10 11 12"),
        (
            "first second third fourth fifth sixth seventh eighth ninth tenth",
            "1st 2nd 3rd 4th 5th 6th 7th 8th 9th 10th",
        ),
        ("i ii iii iv v vi vii viii ix x", "1 2 3 4 5 6 7 8 9 10"),
    )
    for numeral, figure in zip(numerals.split(), figures.split(), strict=True)
}
"""Numerals of titles in figures, as the Web of Science writes them: ``IN 3 SPANIELS .2.``."""


def keys(citation: Citation, by_title: bool) -> Iterator[tuple[str, str]]:
    """Yield what another citation of the same work may share: a name for messages, and the value.

    Each number comes together with the title first, and then alone: of many works with one number, few have the title.

    Args:
        citation: The citation.
        by_title: Whether title, year and first page are such a key, too.
    """
    title, page = "".join(_title_words(citation.title)), _first_page(citation)
    numbers = list(_numbers(citation))
    if title:
        yield from ((what, f"{value} {title}") for what, value in numbers)
    yield from numbers
    if by_title and title and page and citation.issued and citation.issued.year:
        yield TITLE_KEY, f"{title} {citation.issued.year} {page}"


def _numbers(citation: Citation) -> Iterator[tuple[str, str]]:
    for field, what in _NUMBERS.items():
        if value := getattr(citation, field):
            yield what, value.lower()
    for identifier in citation.identifiers:
        if what := _RECORD_NUMBERS.get(identifier.kind, ""):
            yield what, identifier.value.lower()


def difference(one: Citation, other: Citation) -> str:
    """Return why two citations that share one of their ``keys`` are of different works; empty if they are not."""
    for field, what in _NUMBERS.items():
        value, another = getattr(one, field).lower(), getattr(other, field).lower()
        if value and another:
            if value != another:
                return f"another {what}"
            break
    else:
        if not (one.title and other.title):
            return "no title"
        if fault := _elsewhere(one, other):
            return fault
        field = ""
    return "" if _titles_agree(one, other) or _in_one_place(one, other, field) else "another title"


def letters(text: str) -> str:
    """Return the letters and digits of a text, without case and accents, and Greek letters by their names."""
    return "".join(_words(text))


@remembered()
def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(unaccented(plain(text[:_LONGEST_TITLE])).translate(_GREEK)))


@remembered()
def _title_words(title: str) -> tuple[str, ...]:
    return tuple([_NUMERALS.get(word, word) for word in _words(title)])


def _first_page(citation: Citation) -> str:
    return (citation.page_first or citation.page.partition("-")[0] or citation.number).lower()


def _elsewhere(one: Citation, other: Citation) -> str:
    """Return how two citations without a common identifier differ in volume or first author; they must share one."""
    shared = False
    for what, value, another in (
        ("volume", *_volumes(one, other)),
        ("first author", _first_author(one), _first_author(other)),
    ):
        if value and another:
            if value != another:
                return f"another {what}"
            shared = True
    return "" if shared else "neither volume nor first author in common"


def _in_one_place(one: Citation, other: Citation, field: str) -> bool:
    """Whether two citations that share a number have the same volume and page, which makes up for different titles.

    Databases word the titles of notices differently. Abstracts of a meeting, however, may share a DOI and even a page,
    so one of two titles must then contain the other.

    Args:
        one: The first citation.
        other: The second.
        field: The field of ``_NUMBERS`` that they share; empty if they share none of these.
    """
    (volume, page), place = map(_place, (one, other))
    if not (field and volume and page) or place != (volume, page):
        return False
    return (
        field != "doi"
        or _numbers_one_article(page)
        or _say_the_same(_title_words(one.title), _title_words(other.title))
    )


def _volumes(one: Citation, other: Citation) -> list[str]:
    """Return two volumes to compare, without the supplement if one has it, for the other may have it in the issue."""
    volumes = [one.volume.lower(), other.volume.lower()]
    supplemented = [_SUPPLEMENT in volume for volume in volumes]
    return volumes if all(supplemented) else [volume.partition(_SUPPLEMENT)[0] for volume in volumes]


def _place(citation: Citation) -> tuple[str, str]:
    """Return the volume, without its supplement, and the first page or article number."""
    return citation.volume.lower().partition(_SUPPLEMENT)[0], _first_page(citation)


def _numbers_one_article(page: str) -> bool:
    return is_article_number(page) and sum(map(str.isdigit, page)) >= _DIGITS_OF_ARTICLES


def _say_the_same(words: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether one title contains the other, words for notices aside; both or neither must be of a notice."""
    if _NOTICES.isdisjoint(words) != _NOTICES.isdisjoint(others):
        return False
    shorter, longer = sorted(([word for word in each if word not in _NOTICES] for each in (words, others)), key=len)
    return len(shorter) >= _FEWEST_WORDS and f" {' '.join(shorter)} " in f" {' '.join(longer)} "


def _first_author(citation: Citation) -> str:
    for name in citation.author[:1]:
        return letters(f"{name.particle}{name.family}" or name.literal)
    return ""


def _titles_agree(one: Citation, other: Citation) -> bool:
    """Whether the titles agree, those in the original language included; a citation without a title agrees with any."""
    titles = [list(map(_title_words, filter(None, (each.title, each.original_title)))) for each in (one, other)]
    return not all(titles) or any(_agree(words, others) for words in titles[0] for others in titles[1])


def _agree(words: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether two titles, given in words, may be of the same work."""
    if not (words and others):
        return words == others
    corrected, also = _corrected(words), _corrected(others)
    if bool(corrected) != bool(also):
        return False
    if corrected:
        words, others = corrected, also
    if words[0] != others[0] and not _NOTICES.isdisjoint((words[0], others[0])):
        return False
    shorter, longer = sorted((words, others), key=len)
    begins = len(shorter) >= _FEWEST_WORDS and longer[: len(shorter)] == shorter
    if begins or "".join(words) == "".join(others):
        return True
    one, other = set(words), set(others)
    return len(one & other) >= _ALIKE * max(len(one), len(other)) and not any(map(_COUNTS.fullmatch, one ^ other))


def _corrected(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the title of which a correction tells, in words; none if a title is not that of a correction."""
    found = _PLACE_BEHIND.fullmatch(" ".join(words)) if "vol" in words else None
    title = tuple(found[1].split()) if found else words
    if title[0] in _CORRECTIONS and title[1:2] != ("of",):
        return title[2:] if title[1:2] and title[1] in _ABOUT else title[1:]
    return title if found else ()
