"""Citation keys: templates, clashes, repeats, and the memory they take."""

from __future__ import annotations

import re

import pytest

from citeconv import Citation, Date, Name, dumps
from citeconv.errors import UsageError
from citeconv_bibtex.keys import KeyMaker, parse_template


def record(family: str = "Figuero-Pérez", title: str = "Anakinra as an alternative", **fields: str) -> Citation:
    """Return a citation of 2021."""
    names = (Name(family=family, given="L"),) if family else ()
    return Citation(author=names, title=title, issued=Date(year=2021), **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("family", "title", "expected"),
    [
        ("Figuero-Pérez", "Anakinra as an alternative", "figueroperez2021anakinra"),
        ("van der Plas", "The use of it", "vanderplas2021use"),
        ("Øster", "A <i>S. aureus</i> outbreak", "oster2021aureus"),
        ("Weiß", "SARS-CoV-2 in 2020", "weiss2021sars"),
        ("Жуков", "β-Catenin", "zhukov2021beta"),
        ("Doe", "On it", "doe2021on"),
        ("", "Title", "anon2021title"),
        ("王", "汉语", "anon2021"),
    ],
)
def test_default(family: str, title: str, expected: str) -> None:
    """First author's family, year, first word that says something; all in lower-case ASCII."""
    assert expected == KeyMaker().key(record(family, title))[0]


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("pmid", "pmid900"),
        ("better-bibtex", "figueroperezAnakinraAlternativeTreatment2021"),
        ("jabref", "figueroperez2021"),
        ("{journal}:{year}_{pmid}", "jtest:2021_900"),
        ("{doi}", "10.5555/a.b"),
        ("x-{key}", "x-Old-Key"),
    ],
)
def test_templates(template: str, expected: str) -> None:
    """Presets and placeholders with literal text between them."""
    citation = record(
        title="Anakinra as an alternative in treatment", pmid="900", doi="10.5555/a(.)b", key="Old-Key",
        container_title_short="J Test",
    )  # fmt: skip
    assert expected == KeyMaker(template).key(citation)[0]


@pytest.mark.parametrize("template", ["nothing", "{autor}", "{auth}{", "{auth} {year}", "{auth},", "{}", ""])
def test_bad_template(template: str) -> None:
    """A template that cannot work is refused in one line that tells the placeholders."""
    with pytest.raises(ValueError, match=r"\{shorttitle\}") as error:
        parse_template(template)
    assert "\n" not in str(error.value)


def test_bad_template_is_a_usage_error() -> None:
    """The core refuses the option by its name."""
    with pytest.raises(UsageError, match="bibtex_keys"):
        dumps([record()], "bibtex", bibtex_keys="{autor}")


def test_template_without_its_number() -> None:
    """A record without PMID gets the default key where the template asks for one."""
    assert KeyMaker("pmid").key(record())[0] == "figueroperez2021anakinra"


@pytest.mark.parametrize("template", ["{journal}", "{title}", "{shorttitle}", "{year}-{title}", "{doi}{title}"])
def test_template_without_a_word(template: str) -> None:
    """No key is empty or signs alone: a record that has nothing of what the template names gets the default key."""
    assert KeyMaker(template).key(Citation(type="article-journal", author=(Name(family="Roe"),)))[0] == "roe"


def test_key_of_the_source() -> None:
    """The source's key is kept under the default template, without what BibTeX cannot take."""
    assert KeyMaker().key(record(key="Doe_2020a"))[0] == "Doe_2020a"
    assert KeyMaker().key(record(key="Dóe{2020},x y"))[0] == "Doe2020xy"
    assert KeyMaker("jabref").key(record(key="Doe_2020a"))[0] == "figueroperez2021"


def test_clash_gets_a_suffix_from_identity() -> None:
    """The first holder stays bare; others carry their own PMID, or a hash of DOI or content."""
    maker = KeyMaker()
    others = [record(pmid="2"), record(doi="10.5555/2"), record(title="Anakinra again")]
    assert maker.key(record(pmid="1")) == ("figueroperez2021anakinra", "")
    keys = [maker.key(citation)[0] for citation in others]
    assert keys[0] == "figueroperez2021anakinra-2"
    assert all(re.fullmatch(r"figueroperez2021anakinra-[0-9a-f]{8}", key) for key in keys[1:])
    again = KeyMaker()
    again.key(record(pmid="9"))
    assert keys[::-1] == [again.key(citation)[0] for citation in others[::-1]]


def test_keys_differ_in_more_than_case() -> None:
    """BibTeX folds case, so ``DOE`` and ``doe`` clash."""
    maker = KeyMaker()
    assert [maker.key(record(key="Doe", pmid="1"))[0], maker.key(record(key="doe", pmid="2"))[0]] == ["Doe", "doe-2"]


def test_repeat_is_told() -> None:
    """The same record twice is told, whether its key was bare or not; its keys are numbered."""
    maker = KeyMaker()
    citations = [record(pmid=pmid) for pmid in "12212"]
    bare = "figueroperez2021anakinra"
    expected = [(bare, ""), (f"{bare}-2", ""), (f"{bare}-2-2", f"{bare}-2"), (f"{bare}-1", bare), (f"{bare}-2-3",) * 2]
    assert expected[:4] == [maker.key(citation) for citation in citations[:4]]
    assert maker.key(citations[4]) == (f"{bare}-2-3", f"{bare}-2")


def test_many_repeats_stay_distinct() -> None:
    """A record repeated thousands of times costs little and never gets a key twice."""
    maker = KeyMaker()
    assert len({maker.key(record(pmid="1"))[0] for _ in range(5000)}) == 5000
