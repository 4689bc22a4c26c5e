"""Whether two citations are of the same work.

``keys`` finds candidates by identifiers and titles; ``difference`` compares two of them and decides, as chapters share
the DOI of their book, a notice of retraction has that of the article, and numbers are mistyped. In doubt, two citations
are of two works.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

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
PLACE_KEY = "first author, year, volume and first page"
AUTHOR_KEY = "title, year and first author"

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
_TELLING_WORDS = 5
"""A title of so many words is one author's in one year but once; ``Reply`` and ``In memoriam`` are not."""
_LEAST_NAME = 4
"""Letters of a family name that tell it from others although databases spell it differently."""
_MOST_LETTERS_LOST = 2
_SMALL_WORDS = frozenset("a and de der des die du et for für in la le of on the und y".split())
"""Words that abbreviations of journals leave out."""
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
        by_title: Whether two of title, first author and first page, with the year, are such a key, too.
    """
    words, page = _title_words(citation.title), _first_page(citation)
    title = "".join(words)
    numbers = list(_numbers(citation))
    if title:
        yield from ((what, f"{value} {title}") for what, value in numbers)
    yield from numbers
    if not (by_title and title and citation.issued and (year := citation.issued.year)):
        return
    author, volume = _first_author(citation), _volume(citation)
    if page:
        yield TITLE_KEY, f"{title} {year} {page}"
    if author and volume and page:
        yield PLACE_KEY, f"{author} {year} {volume} {page}"
    if author and len(words) >= _TELLING_WORDS:
        yield AUTHOR_KEY, f"{title} {year} {author}"


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


def _digits_of_page(citation: Citation) -> str:
    return "".join(filter(str.isdecimal, _first_page(citation)))


def _elsewhere(one: Citation, other: Citation) -> str:
    """Return how two citations without a common identifier differ in volume, first author or page, or what they lack.

    They must share a volume or the first author; where they do not share a page, both, or the journal for the volume.
    """
    volumes, authors, pages = (list(map(what, (one, other))) for what in (_volume, _first_author, _digits_of_page))
    if all(volumes) and volumes[0] != volumes[1]:
        return "another volume"
    if all(authors) and not _is_same_name(*authors):
        return "another first author"
    if all(pages) and pages[0] != pages[1]:
        return "another first page"
    if not (all(volumes) or all(authors)):
        return "neither volume nor first author in common"
    if all(pages) or (all(authors) and (all(volumes) or _are_in_one_journal(one, other))):
        return ""
    return "no page in common"


def _is_same_name(name: str, another: str) -> bool:
    """Whether two family names are one, of which a database left out a particle or signs that it did not know."""
    shorter, longer = sorted((name, another), key=len)
    if len(shorter) < _LEAST_NAME or shorter == longer:
        return shorter == longer
    rest = iter(longer)
    is_part = shorter[0] == longer[0] and all(letter in rest for letter in shorter)
    return longer.endswith(shorter) or (is_part and len(longer) - len(shorter) <= _MOST_LETTERS_LOST)


def _are_in_one_journal(one: Citation, other: Citation) -> bool:
    """Whether two citations are of one type and in one journal, by its ISSN or by its title, in full or abbreviated."""
    if one.type != other.type:
        return False
    if not {each.value for each in one.issn}.isdisjoint([each.value for each in other.issn]):
        return True
    titles = [[each.container_title, each.container_title_short] for each in (one, other)]
    return any(_is_abbreviated(*map(_journal_words, pair)) for pair in product(*titles))


@remembered()
def _journal_words(title: str) -> tuple[str, ...]:
    return tuple([word for word in _words(title) if word not in _SMALL_WORDS])


def _is_abbreviated(words: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether of each word of one title the other has the beginning, as abbreviations have."""
    return (
        bool(words)
        and len(words) == len(others)
        and all(one.startswith(other) or other.startswith(one) for one, other in zip(words, others, strict=True))
    )


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


def _volume(citation: Citation) -> str:
    """Return the volume without its supplement or part, which others may have in the issue."""
    return citation.volume.lower().partition(_SUPPLEMENT)[0].partition("(")[0].strip()


def _place(citation: Citation) -> tuple[str, str]:
    """Return the volume, without its supplement, and the first page or article number."""
    return _volume(citation), _first_page(citation)


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
