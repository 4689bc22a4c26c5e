"""Citations to test formats with: random ones, ordinary ones, and pairs that differ in one field or part.

They are made from the types of the model's fields, so that a new field is tested as soon as it is declared.
``citations()`` is a Hypothesis strategy; the others are fixed, with a unique word (``zqtoken``) in the field that is
tested.
"""

from __future__ import annotations

import functools
import typing
from collections.abc import Iterator
from typing import Any

import msgspec
from hypothesis import strategies as st

from citeconv import citation as model
from citeconv.citation import FIELDS, PARTS, Citation

_LETTERS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp", "Zs"))
_ANYTHING = st.characters(codec="utf-8", exclude_categories=["Cs"])
_WORDS = st.text(_LETTERS, min_size=1, max_size=12)
_TEXT = st.one_of(
    st.lists(_WORDS, min_size=1, max_size=5).map(" ".join),
    st.sampled_from(
        [
            "A title ending in a question?", "<i>Escherichia coli</i> and CO<sub>2</sub>", "p < 0.05 & n > 3",
            "50 % of {x}", "\\input{secret} $x_1$ #2 ~ ^", "König, B. and Sons", "ﬁ é ß Ω ≥ 中文 العربية", "a; b, c",
            "x ]]> y", "=cmd|' /C calc'!A0",
        ]
    ),
)  # fmt: skip
_WILD = _TEXT | st.text(_ANYTHING, min_size=1, max_size=30)
_BY_NAME: dict[str, st.SearchStrategy[Any]] = {
    "doi": st.from_regex(r"10\.[0-9]{4}/[A-Za-z0-9()<>;_.-]{1,12}", fullmatch=True),
    "pmid": st.integers(1, 99_999_999).map(str),
    "pmcid": st.integers(1, 9_999_999).map("PMC{}".format),
    "orcid": st.just("0000-0002-1825-0097"),
    "language": st.sampled_from([("en",), ("de",), ("zh", "en"), ("pt-BR",)]),
    "url": st.just("https://example.org/a_b?c=%20d#e"),
    "page": st.sampled_from(["1-9", "S12-S15", "559-561", "vi-x", "12", "1-2, 5-9"]),
    "isbn": st.just(("978-3-16-148410-0",)),
    "et_al": st.just(("author",)),
    "status": st.sampled_from(["retracted", "ahead of print", "in press"]),
}


def _dates() -> st.SearchStrategy[model.Date]:
    month, day = st.integers(1, 12), st.integers(1, 28)
    single = st.one_of(
        st.builds(model.Date, year=st.integers(1800, 2030)),
        st.builds(model.Date, year=st.integers(1800, 2030), month=month),
        st.builds(model.Date, year=st.integers(1800, 2030), month=month, day=day),
        st.builds(model.Date, year=st.integers(1800, 2030), season=st.integers(1, 4)),
    )
    ranges = st.builds(model.Date, year=st.integers(1800, 1999), month=month, end=single | st.just(model.Date()))
    return single | ranges | st.builds(model.Date, year=st.just(1998), literal=_WORDS)


def _names(text: st.SearchStrategy[str]) -> st.SearchStrategy[model.Name]:
    """Return a strategy for names; where the text is wild, so are the parts of some."""
    family = _WORDS | st.sampled_from(["van der Berg", "O'Neil", "de la Cruz", "Müller and Sons", "Li, Jr"])
    given_name = st.sampled_from(["", "J", "J A", "Jean-Paul", "J-P", "Élodie"])
    if text is _WILD:
        family, given_name = family | text, given_name | st.just("Per\nOlof") | text
    person = st.builds(
        model.Name,
        family=family,
        given=given_name,
        suffix=st.sampled_from(["", "", "", "Jr", "3rd"]),
        affiliations=st.just(()) | st.builds(model.Affiliation, text=text).map(lambda one: (one,)),
        orcid=st.just("") | _BY_NAME["orcid"],
        equal_contribution=st.booleans(),
    )
    return person | st.builds(model.Name, literal=text)


def _values(hint: Any, text: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    """Return a strategy for the values of a field from its type."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if hint is str:
        return text
    if hint is bool:
        return st.just(True)
    if hint is model.Name:
        return _names(text)
    if hint is model.Date or model.Date in arguments:
        return _dates()
    if origin is typing.Literal:
        return st.sampled_from([choice for choice in arguments if choice])
    if origin is tuple and arguments[-1] is Ellipsis:
        return st.lists(_values(arguments[0], text), min_size=1, max_size=3).map(tuple)
    if origin is tuple:
        return st.tuples(*(_values(argument, text) for argument in arguments))
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        fields = {name: _values(inner, text) for name, inner in _hints(hint).items()}
        needed = {name: fields.pop(name) for name in _required(hint)}
        return st.fixed_dictionaries(needed, optional=fields).map(lambda values: hint(**values))
    raise TypeError(f"no strategy for {hint}")


@functools.cache
def _hints(struct: Any) -> dict[str, Any]:
    hints = typing.get_type_hints(struct)
    return {name: hints[name] for name in struct.__struct_fields__}


@functools.cache
def _required(struct: Any) -> tuple[str, ...]:
    nothing = msgspec.NODEFAULT
    fields = msgspec.structs.fields(struct)
    return tuple(field.name for field in fields if field.default is nothing and field.default_factory is nothing)


_USUAL = tuple("title type author container_title issued volume issue page doi pmid abstract keyword".split())
"""Fields that most records have; each is filled in about every third citation."""


def citations(wild: bool = False) -> st.SearchStrategy[Citation]:
    """Return a strategy for citations in which any field may be filled.

    Args:
        wild: Let text hold line ends, control characters and blanks at its ends, too.
    """
    text = _WILD if wild else _TEXT
    strategies = {name: _values(hint, text) for name, hint in _hints(Citation).items()} | _BY_NAME
    usual = st.lists(st.sampled_from(_USUAL), unique=True, min_size=1, max_size=8)
    any_field = st.lists(st.sampled_from(FIELDS), unique=True, max_size=8)
    chosen = st.builds(lambda some, more: dict.fromkeys([*some, *more]), usual, any_field)
    filled = chosen.flatmap(lambda names: st.fixed_dictionaries({name: strategies[name] for name in names}))
    return filled.map(lambda values: Citation(**values))


def sample_citations(count: int) -> Iterator[Citation]:
    """Yield that many ordinary, different citations."""
    for number in range(count):
        yield Citation(
            type="article-journal",
            title=f"Title number {number} of <i>many</i>",
            author=tuple(model.Name(family=f"Family{number}x{place}", given="A B") for place in range(4)),
            container_title="Journal of Examples",
            issued=model.Date(year=2000 + number % 25, month=1 + number % 12),
            volume=str(number % 90),
            page=f"{number}-{number + 5}",
            doi=f"10.5555/example.{number}",
            pmid=str(90_000_000 + number),
            abstract=(model.AbstractSection(label="METHODS", paragraphs=("Words " * 60,)),),
        )


def odd_citation() -> Citation:
    """Return a citation of which each text holds what none should: controls, ends of lines, signs of many formats."""
    return Citation(
        type="article-journal",
        title=f"Tides {_ODD} and shelves",
        author=(model.Name(family=f"Lind{_ODD}", given="Per\x00\x1b"), model.Name(literal=f"Group {_ODD}")),
        container_title=f"Journal{_ODD}",
        issued=model.Date(year=2021, literal=f"in{_ODD}"),
        volume="1\n2",
        page="1\t2",
        doi="10.5555/a b\x07<c>&d",
        url="https://example.org/\x1b[2J",
        keyword=(model.Keyword(text=_ODD), model.Keyword(text="second\n\nthird")),
        abstract=(model.AbstractSection(label="A:\n", paragraphs=(f"One{_ODD}", "\r\nTwo\x85\u2028")),),
        note=("ER  - \nTY  - JOUR", "}\n@article{x,", "]]></x>"),
        extra=(("test:X\nY", _ODD),),
    )


_ODD = "\x00\x07\x1b[31m\r\n\n\t\x0b\x0c\x7f\x9b\u2028\u202e\u00ad\ufeff\ufffe\U0010ffff<&>\"'{\\}"
"""Control characters, every line end, signs without width, non-characters, and what formats have for themselves."""


_TOKENS = {
    "doi": "10.5555/zqtoken", "pmid": "90000017", "pmcid": "PMC9000017", "url": "https://example.org/zqtoken",
    "page": "417-423", "page_first": "417", "orcid": "0000-0002-1825-0097", "email": "zqtoken@example.org",
    "number_of_pages": "417", "volume": "417", "issue": "423",
}  # fmt: skip
_OF_BOOKS = frozenset(
    "edition publisher publisher_place isbn collection_title chapter_number number_of_volumes".split()
)


def filled(path: str) -> tuple[Citation, Citation, str]:
    """Return a bare citation, the same with a path filled, and the text to look for in the output; empty if none."""
    field, _, detail = path.partition(".")
    kind: Any = "book" if field in _OF_BOOKS else "article-journal"
    bare: dict[str, Any] = {"type": kind, "title": "Bare title", "pmid": "90000001"}
    if field == "type":
        return Citation(title="Bare title"), Citation(title="Bare title", type="book"), ""
    if field == "extra":
        return Citation(**bare), Citation(**{**bare, "extra": (("test:X", "zqtoken"),)}), "zqtoken"
    hint = _hints(Citation)[field]
    part = PARTS.get(field)
    if part is None:
        token = "" if field in _VALUES else _TOKENS.get(field, "zqtoken")
        value = _VALUES.get(field, (token,) if typing.get_origin(hint) is tuple else token)
        bare.update(_BESIDE.get(field, {}))
        return Citation(**bare), Citation(**{**bare, field: value}), token
    plain, full, token = _filled_part(part, detail)
    several = typing.get_origin(hint) is tuple
    less = {field: (plain,) if several else plain} if detail else {}
    more = {field: (full,) if several else full}
    return Citation(**{**bare, **less}), Citation(**{**bare, **more}), token


_VALUES: dict[str, Any] = {
    "language": ("de",), "isbn": ("978-3-16-148410-0",), "status": "retracted", "et_al": ("author",),
}  # fmt: skip
"""Values of fields that hold words of a list, or numbers, which no word stands for in the output."""
_BESIDE: dict[str, dict[str, Any]] = {"et_al": {"author": (model.Name(family="Known", given="A"),)}}
"""Other fields that a field needs, to mean anything."""

_NEEDED: dict[Any, dict[str, Any]] = {
    model.Name: {"family": "Zqfamily", "given": "Ann"},
    model.Date: {"year": 1987},
    model.Issn: {"value": "1234-5679"},
    model.Event: {"kind": "received", "date": model.Date(year=1987)},
    model.Grant: {"number": "zqnumber"},
    model.Related: {"kind": "comment-in", "citation": "zqcitation"},
}
"""What a value must have besides the part under test, so that formats can express it."""


_FAMILY = {"family": "Zqfamily"}
_WHOLE = _NEEDED[model.Name]
_PART_VALUES: dict[tuple[Any, str], tuple[dict[str, Any], Any]] = {
    (model.Name, "family"): (_FAMILY, "Zqother"),
    (model.Name, "literal"): (_FAMILY, "Zqother"),
    (model.Name, "given"): (_FAMILY, "Ann"),
    (model.Name, "suffix"): (_WHOLE, "Jr"),
    (model.Date, "year"): ({"year": 1987}, 1988),
    (model.Date, "day"): ({"year": 1987, "month": 4}, 3),
    (model.Date, "end"): ({"year": 1987}, model.Date(year=1989)),
}
"""For some parts, the other parts and the value to use, where an example by type would not be seen, or be wrong."""


def _needed(part: Any) -> dict[str, Any]:
    required = {name: _example(hint) for name, hint in _hints(part).items() if name in _required(part)}
    return required | _NEEDED.get(part, {})


def basic_parts(part: Any) -> list[str]:
    """Return the parts of a value that are neither required nor listed apart in ``carries``."""
    return [name for name in part.__struct_fields__ if name not in part.details and name not in _required(part)]


def with_part(field: str, part: Any, name: str) -> tuple[Citation, Citation]:
    """Return a citation with a value of a field, and the same with one part of the value filled."""
    needed, value = _PART_VALUES.get((part, name), (_needed(part), _example(_hints(part)[name])))
    if isinstance(value, str):
        value = _TOKENS.get(name, value)
    plain = part(**needed)
    full = part(literal=value) if name == "literal" and part is model.Name else part(**{**needed, name: value})
    several = typing.get_origin(_hints(Citation)[field]) is tuple
    bare: dict[str, Any] = {"type": "article-journal", "title": "Bare title", "pmid": "90000001"}
    one, other = ((plain,), (full,)) if several else (plain, full)
    return Citation(**{**bare, field: one}), Citation(**{**bare, field: other})


def _filled_part(part: Any, detail: str) -> tuple[Any, Any, str]:
    """Return a plain part, the same with one detail filled, and the text to look for."""
    needed = _needed(part)
    plain = part(**needed)
    if not detail:
        return plain, plain, "zqfamily" if part is model.Name else "1987" if part is model.Date else ""
    name, _, deeper = detail.partition(".")
    hint = _hints(part)[name]
    if deeper:
        inner = model.Affiliation(text="Zqplace")
        full = model.Affiliation(text="Zqplace", identifiers=(model.Identifier(kind="ror", value="zqtoken"),))
        return part(**needed, affiliations=(inner,)), part(**needed, affiliations=(full,)), "zqtoken"
    value = _TOKENS.get(name) or _example(hint)
    text = value if isinstance(value, str) else ""
    return plain, part(**{**needed, name: value}), text


def _example(hint: Any) -> Any:
    """Return a value of a type; text is ``zqtoken``."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if hint is str:
        return "zqtoken"
    if hint is bool:
        return True
    if hint is int:
        return 3
    if hint is model.Date or model.Date in arguments:
        return model.Date(year=1987)
    if origin is typing.Literal:
        return next(choice for choice in arguments if choice)
    if origin is tuple:
        return (_example(arguments[0]),)
    if hint is model.Name:
        return model.Name(family="Zqmember")
    return hint(**{name: _example(inner) for name, inner in _hints(hint).items() if name in _required(hint)})
