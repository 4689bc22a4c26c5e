"""Fields of databases and reference managers: where they go when read, and that they come back when written."""

from __future__ import annotations

import io
from typing import Literal

import pytest
from msgspec import structs

import citeconv
from citeconv import Affiliation, Citation, Date, Event, Grant, Identifier, Issn, Name, Report

WEB_OF_SCIENCE = """@article{ WOS:000000000000001,
Author = {Lind, Per and Wei, Rong and Roe, Ann},
Title = {Tides of the northern shelf},
Journal = {JOURNAL OF TIDES},
Year = {2020},
Type = {Article},
Language = {English},
Affiliation = {Lind, P (Corresponding Author), Inst Tides, 1 Shelf Rd, North.
   Lind, Per; Wei, Rong, Inst Tides, North.
   Roe, Ann, Shelf Coll, South.},
DOI = {10.5555/tides},
Keywords = {tides; shelves},
Keywords-Plus = {WATER; MOON},
Web-of-Science-Categories  = {Oceanography; Engineering, Ocean},
Author-Email = {per.lind@example.org
   roe.ann@example.org},
Affiliations = {Institute of Tides; Shelf College},
ResearcherID-Numbers = {Lind, Per/A-1234-2019
   Wei, Rong/B-1-2020},
ORCID-Numbers = {Roe, Annie/0000-0002-1825-0097},
Funding-Acknowledgement = {Tidal Fund {[}12, 34]; Moon Foundation},
Funding-Text = {We thank the Tidal Fund.},
Number-of-Cited-References = {80},
Times-Cited = {3},
Usage-Count-Last-180-days = {2},
Journal-ISO = {J. Tides},
Doc-Delivery-Number = {AB1CD},
Web-of-Science-Index = {Science Citation Index Expanded (SCI-EXPANDED)},
Unique-ID = {WOS:000000000000001},
ISSN = {0123-4560},
EISSN = {1234-5679},
Cited-References = {Lind P, 2001, TIDES, V1, P1.
   Wei R, 2002, MOON \\& SEA, V2, P2, DOI 10.5555/moon.},
DA = {2025-10-16},
}
"""
SCOPUS = """@ARTICLE{Lind2020,
author={Lind, P. and Wei, R.},
title={Tides of the southern shelf},
journal={Journal of Tides},
year={2020},
affiliation={Institute of Tides, North},
funding_details={Tidal Fund, TF, 12, 34},
funding_details={Moon Foundation},
funding_text\u00a01={The Moon Foundation funded it.},
correspondence_address1={Lind, P.; Institute of Tides; email: lind@example.org},
abbrev_source_title={J. Tides},
document_type={Article},
references={Lind, P., High water (2001) Tides, 1, pp. 1-9; Wei, R., The moon (2002) Sea, 2, pp. 2-3},
source={Scopus},
}
"""


def read(text: str) -> Citation:
    """Return the one citation in a text."""
    (citation,) = citeconv.load(io.BytesIO(text.encode()), "bibtex", report=Report())
    return citation


def entry(*lines: str, authors: str = "Lind, Per and Wei, Rong") -> Citation:
    """Return the citation in an entry with these fields."""
    return read(f"@article{{k,\n author = {{{authors}}},\n title = {{T}},\n {', '.join(lines)}\n}}")


def written(citation: Citation, to: str = "bibtex") -> tuple[str, set[str]]:
    """Return a citation as text, and what is reported as lost."""
    report = Report()
    return citeconv.dumps([citation], to, report=report), set(report.lost())


def test_web_of_science() -> None:
    """Each author gets addresses, e-mail and numbers by the names in front of them; counts stand in the annotation."""
    citation = read(WEB_OF_SCIENCE)
    lind, wei, roe = citation.author
    tides = Affiliation(text="Inst Tides, North")
    assert lind == Name(
        family="Lind", given="Per", email="per.lind@example.org", corresponding=True,
        affiliations=(tides, Affiliation(text="Inst Tides, 1 Shelf Rd, North")),
        identifiers=(Identifier(kind="researcherid", value="A-1234-2019"),),
    )  # fmt: skip
    assert (wei.affiliations, wei.corresponding, wei.email) == ((tides,), False, "")
    assert (roe.orcid, roe.email) == ("0000-0002-1825-0097", "roe.ann@example.org")
    assert citation.grants == (
        Grant(agency="Tidal Fund", number="12"), Grant(agency="Tidal Fund", number="34"),
        Grant(agency="Moon Foundation"),
    )  # fmt: skip
    assert citation.note == ("We thank the Tidal Fund.",)
    assert citation.annote == (
        "Affiliations: Institute of Tides; Shelf College; Times Cited: 3; Usage Count (Last 180 Days): 2; "
        "Date of Export: 2025-10-16"
    )
    assert citation.source == "Science Citation Index Expanded (SCI-EXPANDED)"
    assert [tag for tag, _ in citation.extra] == ["bibtex:affiliation", "bibtex:orcid-numbers"]


@pytest.mark.parametrize(("year", "date"), [("", Date(year=2020, month=6)), ("Year = {2021},\n", Date(year=2021))])
def test_an_article_in_early_access_is_cited_by_that(year: str, date: Date) -> None:
    """What no issue has yet has no year, and is cited by the day on which it appeared online."""
    text = WEB_OF_SCIENCE.replace("Year = {2020},\n", f"{year}Early-Access-Date = {{JUN 2020}},\n")
    assert date == read(text.replace("{Article}", "{Article; Early Access}")).issued


def test_scopus() -> None:
    """One address is that of all authors; the one to write to is known by name."""
    citation = read(SCOPUS)
    lind, wei = citation.author
    assert [place.text for place in lind.affiliations] == ["Institute of Tides, North", "Institute of Tides"]
    assert (lind.corresponding, lind.email) == (True, "lind@example.org")
    assert wei.affiliations == (Affiliation(text="Institute of Tides, North"),)
    assert [(grant.agency, grant.number) for grant in citation.grants] == [
        ("Tidal Fund", "12"), ("Tidal Fund", "34"), ("Moon Foundation", ""),
    ]  # fmt: skip
    assert citation.grants[0].acronym == "TF"
    assert citation.note == ("The Moon Foundation funded it.",)
    assert not citation.extra


@pytest.mark.parametrize("to", ["bibtex", "biblatex"])
@pytest.mark.parametrize("text", [WEB_OF_SCIENCE, SCOPUS], ids=["web of science", "scopus"])
def test_fields_of_databases_come_back(text: str, to: str) -> None:
    """A record of a database is written with its fields again: what is read anew is the same."""
    citation = read(text)
    output, lost = written(citation, to)
    again = read(output)
    for field in set(citeconv.FIELDS) - {path.partition(".")[0] for path in lost}:
        assert getattr(again, field) == getattr(citation, field), field
    assert not lost


OF_R = """@ARTICLE{ref_02,
publication_type={Journal Article and Review},
language={eng},
author={Lind P and Roe A},
author_full={Lind, Per and Roe, Ana},
date_published_elec={20201215},
date_published={2020 Feb 3},
title={Tides of the northern shelf.},
journal={Journal of tides},
journal_abbreviated={J Tides},
volume={NA},
issue={1664-3021 (Print) and 1664-3021 (Linking) and 4},
pages={12-19},
article_id={S1-7 [pii] and 10.5555/tides [doi]},
pubmed_central_identitfier={PMC7000001},
location_id={10.5555/tides [doi] and e7 [pii]},
keywords={tides and shelves},
subset={NA},
}
"""


def test_medline_of_r() -> None:
    """The packages synthesisr and revtools have names of their own for MEDLINE's tags; nothing but NA is lost."""
    found = read(OF_R)

    assert (found.issued, found.available_date) == (Date(year=2020, month=2, day=3), Date(year=2020, month=12, day=15))
    assert [(one.family, one.given) for one in found.author] == [("Lind", "Per"), ("Roe", "Ana")]
    assert (found.doi, found.pii, found.pmcid) == ("10.5555/tides", "S1-7", "PMC7000001")
    assert (found.container_title_short, found.issue, found.volume) == ("J Tides", "4", "")
    assert {one.value for one in found.issn} == {"1664-3021"}
    assert [one.text for one in found.keyword] == ["tides", "shelves"]
    assert found.publication_types == ("Journal Article", "Review")
    assert found.extra == (("bibtex:location_id", "e7 [pii]"),)
    other = read(OF_R.replace("Roe, Ana", "Roe, Ana and Wei, R"))
    assert [(one.family, one.given) for one in other.author] == [("Lind", "P"), ("Roe", "A")]
    assert ("bibtex:author_full", "Lind, Per and Roe, Ana and Wei, R") in other.extra


def test_works_cited_that_look_like_wrapped_text() -> None:
    """They are several all the same."""
    rows = [f"{name} {name} {name} {name}, 2001, J TIDES" for name in ("LIND", "WEIS", "ROES")]
    cited = "\n\n".join(rows)
    citation = entry("unique-id = {WOS:000000000000001}", f"cited-references = {{{cited}}}")
    assert citation.references == "\n".join(rows)
    assert read(written(citation)[0]).references == citation.references


@pytest.mark.parametrize("kinds", [("electronic", ""), ("", ""), ("electronic", "electronic")])
def test_issns_that_do_not_tell_which_is_which(kinds: tuple[Literal["", "electronic"], ...]) -> None:
    """The database has one field for each kind; what of two does not fit is told."""
    numbers = [Issn(value=value, kind=kind) for value, kind in zip(("0123-4560", "1234-5679"), kinds, strict=True)]
    citation = structs.replace(entry("unique-id = {WOS:000000000000001}"), issn=tuple(numbers))
    assert "issn" in written(citation)[1]


def test_names_are_kept() -> None:
    """The fields have the names that the database gave them."""
    output, _ = written(read(WEB_OF_SCIENCE))
    for name in (
        "times-cited = {3}", "da = {2025-10-16}", "unique-id = {WOS:000000000000001}", "journal-iso = {J. Tides}",
        "doc-delivery-number = {AB1CD}", "funding-acknowledgement = {Tidal Fund [12, 34]; Moon Foundation}",
        "orcid-numbers = {Roe, Annie/0000-0002-1825-0097}", "affiliations = {Institute of Tides; Shelf College}",
        "keywords-plus = {WATER; MOON}", "number-of-cited-references = {80}", "type = {Article}",
    ):  # fmt: skip
        assert name in output
    output, _ = written(read(SCOPUS))
    assert "document_type = {Article}" in output
    assert "correspondence_address1 = {Lind, P.; Institute of Tides; email: lind@example.org}" in output


def test_others_have_no_such_fields() -> None:
    """A record of PubMed is written without them, and they are reported."""
    author = Name(family="Lind", given="Per", orcid="0000-0002-1825-0097", email="lind@example.org")
    history = (Event(kind="record-created", date=Date(year=2020, month=1, day=2)),)
    citation = Citation(title="T", pmid="1", author=(author,), grants=(Grant(agency="A"),), history=history)
    output, lost = written(citation)
    assert lost == {"author.orcid", "author.email", "grants", "history"}
    assert "orcid" not in output


@pytest.mark.parametrize(("day", "lost"), [("3/7/24", True), ("2024-03-07", False)])
def test_a_day_of_entry_that_would_not_be_read_is_told(day: str, lost: bool) -> None:
    """No program's form of a date is a table's own."""
    date = Date(literal=day) if lost else Date(year=2024, month=3, day=7)
    _, told = written(Citation(title="T", history=(Event(kind="record-created", date=date),)))

    assert ("history" in told) == lost


@pytest.mark.parametrize(
    ("source", "pmid", "lost"), [("PubMed", "", True), ("Embase", "7", True), ("Embase", "", False)]
)
def test_source_of_records_from_pubmed(source: str, pmid: str, lost: bool) -> None:
    """Of PubMed's records, without a PMID too, the source is lost, as no program knows the field; it is told."""
    text, told = written(Citation(type="article-journal", title="Kelp", source=source, pmid=pmid))

    assert lost == ("source" in told) != ("source = {" in text)


@pytest.mark.parametrize(("owner", "lost"), [("lind", False), ("a{b", True)])
def test_owner_with_a_sign_of_tex(owner: str, lost: bool) -> None:
    """An owner is read as it stands, so one that TeX would not print so is not written, and told."""
    text, told = written(Citation(title="Kelp", source="Embase", source_owner=owner))

    assert lost == ("source_owner" in told) != ("owner = {" in text)


def test_addresses_of_nobody() -> None:
    """Addresses of several authors together stand in the annotation, and return from it."""
    citation = entry("affiliation = {Institute of Tides, North; Shelf College, South}")
    assert citation.annote == "Affiliation: Institute of Tides, North; Shelf College, South"
    assert citation.author[0].affiliations == ()
    assert "affiliation = {Institute of Tides, North; Shelf College, South}" in written(citation)[0]


def test_name_glued_to_an_address() -> None:
    """What is more than a name names nobody."""
    value = "Lind, P.No. 11, Shelf Road, North; email: p@example.org"
    citation = entry(f"correspondence_address1 = {{{value}}}")
    assert citation.extra == (("bibtex:correspondence_address1", value),)


def test_an_email_address_glued_to_a_name() -> None:
    """Scopus has no separator where there is no address between them."""
    citation = entry("correspondence_address1 = {Lind, P.email: p@example.org}")
    assert (citation.author[0].email, citation.author[0].corresponding, citation.extra) == ("p@example.org", True, ())


def test_numbers_of_several_in_one_line() -> None:
    """A program may have joined the lines of a field, on each of which a name stands before its number."""
    numbers = "Lind, Per/0000-0002-1825-0097 Wei, Rong/0000-0001-5109-3700"
    citation = entry(f"orcid-numbers = {{{numbers}}}", authors="Lind, Per and Wei, Rong")
    assert ["0000-0002-1825-0097", "0000-0001-5109-3700"] == [author.orcid for author in citation.author]
    assert citation.extra == ()


def test_two_of_one_name() -> None:
    """A name that two authors have tells nothing."""
    citation = entry("orcid-numbers = {Lind, P/0000-0002-1825-0097}", authors="Lind, Per and Lind, Pia")
    assert [author.orcid for author in citation.author] == ["", ""]
    assert citation.extra == (("bibtex:orcid-numbers", "Lind, P/0000-0002-1825-0097"),)


@pytest.mark.parametrize(
    ("field", "value", "day", "time"),
    [
        ("timestamp", "2010.02.03", (2010, 2, 3), ""),
        ("timestamp", "Thu, 13 Dec 2012 14:15:16 +0100", (2012, 12, 13), "14:15"),
        ("date-added", "2010-06-22 21:28:06 -0400", (2010, 6, 22), "21:28"),
        ("date-modified", "2010-06-22 21:28:06 -0400", (2010, 6, 22), "21:28"),
        ("creationdate", "2023-01-05T12:00:00", (2023, 1, 5), "12:00"),
        ("added-at", "Thu Feb 5 17:23:38 2004", (2004, 2, 5), "17:23"),
        ("bibdate", "2002-01-03", (2002, 1, 3), ""),
    ],
)
def test_dates_of_records(field: str, value: str, day: tuple[int, int, int], time: str) -> None:
    """When an entry was made or changed is part of its history, and comes back in the same words."""
    citation = entry(f"{field} = {{{value}}}")
    (event,) = citation.history
    assert ((event.date.year, event.date.month, event.date.day), event.time) == (day, time)
    output, lost = written(citation)
    assert f"{field} = {{{value}}}" in output
    assert not lost


def test_dates_that_are_none() -> None:
    """A date of a record that cannot be read stays as it is."""
    assert entry("timestamp = {some day}").extra == (("bibtex:timestamp", "some day"),)


def test_dblp() -> None:
    """DBLP's address of a record is an identifier, DBLP its source."""
    lines = ("biburl = {https://dblp.org/rec/x/Lind20}", "bibsource = {dblp computer science bibliography}")
    citation = entry(*lines)
    assert citation.identifiers == (Identifier(kind="dblp-url", value="https://dblp.org/rec/x/Lind20"),)
    assert citation.source == "dblp computer science bibliography"
    assert all(line in written(citation)[0] for line in lines)


@pytest.mark.parametrize(
    ("value", "name", "own"),
    [
        ("Per Lind 0001", Name(family="Lind", given="Per"), "Per Lind 0001"),
        ("Lind 0012, Per", Name(family="Lind", given="Per"), "Per Lind 0012"),
        ("Anna D. de Roe~0003", Name(family="de Roe", given="Anna D"), "Anna D. de Roe 0003"),
        (r"{\"O}sten 0002", Name(family="Östen"), "Östen 0002"),
    ],
)
def test_dblp_homonyms(value: str, name: Name, own: str) -> None:
    """The number of a person is no part of the name: with it, the name is DBLP's identifier, and its loss is told."""
    citation = entry(authors=value)
    assert citation.author == (structs.replace(name, identifiers=(Identifier(kind="dblp", value=own),)),)
    text, lost = written(citation)
    assert "000" not in text
    assert "author.identifiers" in lost


@pytest.mark.parametrize("value", ["Center of Tides 0001", "{Tides 0001}", "Per Lind 2001", "Lind 00012, Per"])
def test_other_numbers_in_names(value: str) -> None:
    """A group, and a number of another form, stay as they are."""
    (name,) = entry(authors=value).author
    assert value.strip("{}").split(" ")[-1].strip(",") in f"{name.literal} {name.given} {name.family}"
    assert not name.identifiers


def test_annotation_with_remarks() -> None:
    """What a reader wrote stands in front of what the databases say, and both come back apart."""
    citation = entry("times-cited = {3}", "annote = {Read it; twice}", "titleaddon = {A reply}")
    assert citation.annote == "Read it; twice; Times Cited: 3; Title Addition: A reply"
    output = written(citation)[0]
    assert "annote = {Read it; twice}" in output
    assert read(output).annote == citation.annote


def test_the_same_label_twice() -> None:
    """A label that comes again is part of the value before it: an entry has one field of a name."""
    citation = Citation(title="T", annote="Times Cited: 3; Times Cited: 4")
    assert read(written(citation)[0]).annote == citation.annote


def test_fields_that_would_mean_something_else() -> None:
    """A remark stays in the annotation where its field would be read as something else."""
    for citation in (
        Citation(type="webpage", title="T", url="https://example.org", annote="Title Addition: Site"),
        Citation(type="chapter", title="T", annote="Main Title: Book"),
        Citation(title="T", author=(Name(family="Lind"),), annote="Affiliation: Institute of Tides"),
    ):
        for to in ("bibtex", "biblatex"):
            assert read(written(citation, to)[0]).annote == citation.annote


def test_role_of_editors() -> None:
    """What the editors did is the role of each of them."""
    citation = entry("editor = {Roe, Ann and Poe, Bo}", "editortype = {compiler}")
    assert [(name.family, name.role) for name in citation.editor] == [("Roe", "compiler"), ("Poe", "compiler")]


def test_languages_without_a_name_in_babel() -> None:
    """They have no ``langid``, which LaTeX would stop at."""
    text = citeconv.dumps(
        [Citation(type="book", title="T", language=("qqq", "tlh-x-foo"))], "biblatex", report=Report()
    )
    assert "langid" not in text
    assert "  language = {qqq and tlh-x-foo},\n" in text


@pytest.mark.parametrize(
    ("tags", "langid", "printed"),
    [
        (("de",), "german", "german"),
        (("zh",), "chinese", "Chinese"),
        (("hu",), "magyar", "hungarian"),
        (("en-GB",), "british", "english"),
        (("en", "de-AT"), "english", "english and naustrian"),
        (("en-GB", "en-US"), "british", "english and american"),
        (("br",), "breton", "Breton"),
    ],
)
def test_languages_are_printed_as_names(tags: tuple[str, ...], langid: str, printed: str) -> None:
    """BibLaTeX has strings of its own for some, and prints others as they stand; ``langid`` tells the region."""
    text = citeconv.dumps([Citation(type="book", title="T", language=tags)], "biblatex")
    assert f"  langid = {{{langid}}},\n  language = {{{printed}}},\n" in text
    assert tags == citeconv.loads(text, "biblatex")[0].language


def test_variants_of_a_language() -> None:
    """A variant makes the language more exact; one of another language is kept."""
    assert entry("langid = {english}", "langidopts = {variant=british}").language == ("en-GB",)
    citation = entry("langid = {german}", "langidopts = {variant=british}")
    assert (citation.language, citation.extra) == (("de",), (("bibtex:langidopts", "variant=british"),))


@pytest.mark.parametrize("to", ["bibtex", "biblatex"])
def test_publisher_with_and(to: str) -> None:
    """A publisher is a list to biblatex and pandoc, which part it at the word; braces keep one whole."""
    citation = structs.replace(entry(), type="book", publisher="Moss and Sons")
    output, lost = written(citation, to)
    assert "publisher = {{Moss and Sons}}" in output
    assert (read(output).publisher, lost) == ("Moss and Sons", set())


@pytest.mark.parametrize(("words", "number"), [("Second", "2"), ("third edition", "3"), ("Revised", "Revised")])
def test_edition_in_words(words: str, number: str) -> None:
    """The words that BibTeX's manual has for an edition are its number, and are told where they come from elsewhere."""
    assert entry(f"edition = {{{words}}}").edition == number
    assert written(structs.replace(entry(), edition=words), "biblatex")[1] == (
        {"edition"} if words != number else set()
    )


def test_number_of_a_preprint_with_its_class() -> None:
    """arXiv's own form has the class behind the number."""
    citation = entry("eprint = {arXiv:2101.00001v2 [stat.ME]}")
    assert citation.identifiers == (Identifier(kind="arxiv", value="2101.00001v2"),)
    assert citation.categories == ("stat.ME",)


def test_class_of_a_preprint() -> None:
    """The class that arXiv gave a preprint is its category, and comes back as such."""
    citation = entry("eprint = {2101.00001}", "archiveprefix = {arXiv}", "primaryclass = {stat.ME}")
    assert citation.categories == ("stat.ME",)
    output, lost = written(citation)
    assert "primaryclass = {stat.ME}" in output
    assert not lost


def test_fields_of_join2_and_catalogues() -> None:
    """Institutes and programs of JOIN2, Dewey's classes, and the numbers of catalogues and of calibre come back."""
    source = (
        "@book{a, title = {Tides}, reportid = {Shelf-2018-1}, cin = {INM-6}, cid = {I:(DE-1)INM-6}, ddc = {610},"
        " pnm = {Waves (1-1)}, pid = {G:(DE-1)1-1}, typ = {PUB:(DE-1)16}, ppn_gvk = {900000001X}, calibreid = {503},"
        " dewey-call-number = {808/.0428}, library-id = {9000000001}, local-url = {file://localhost/tides.pdf}}"
    )
    found = read(source)
    assert found.extra == ()
    assert found.annote == (
        "Institute: INM-6; Institute ID: I:(DE-1)INM-6; Dewey Class: 610; Program: Waves (1-1); "
        "Program ID: G:(DE-1)1-1; Publication Kind: PUB:(DE-1)16; Dewey Call Number: 808/.0428"
    )
    assert Identifier(kind="ppn", value="900000001X") in found.identifiers
    assert read(citeconv.dumps([found], "bibtex")) == found


def test_jstor() -> None:
    """JSTOR had the date in words beside the year, the kind of the article and the title of the issue."""
    found = read(
        "@article{a, title = {Tides}, journal = {Shelf}, jstor_articletype = {research-article},"
        " jstor_issuetitle = {Waves}, jstor_formatteddate = {Winter, 1989}, year = {1989}}"
    )
    assert (found.issued, found.publication_types) == (Date(year=1989, season=4), ("research-article",))
    assert (found.annote, found.extra) == ("JSTOR Issue Title: Waves", ())
    day = read("@article{a, title = {Tides}, year = {1989}, jstor_formatteddate = {Dec. 10, 1989}}")
    assert day.issued == Date(year=1989, month=12, day=10)
    other = read("@article{a, title = {Tides}, year = {1989}, month = feb, jstor_formatteddate = {Feb., 1989}}")
    assert other.issued == Date(year=1989, month=2)
    assert other.extra == (("bibtex:jstor_formatteddate", "Feb., 1989"),)


@pytest.mark.parametrize(
    ("told", "left"),
    [
        ('1="0000-0002-1825-0097"', ""),
        ("1=0000-0002-1825-0097", ""),
        ('1="https://orcid.org/0000-0002-1825-0097"; 3="0000-0002-1694-233X"', '3="0000-0002-1694-233X"'),
        ('1="0000-0002-1825-0097"; 2="Roe"', '2="Roe"'),
    ],
)
def test_orcids_in_annotations_of_biblatex(told: str, left: str) -> None:
    """Citation.js has them behind the place of their author; one of nobody is kept, and so is another word."""
    citation = entry(f"author+an:orcid = {{{told}}}", authors="Lind, Per and Wei, R")
    assert [name.orcid for name in citation.author] == ["0000-0002-1825-0097", ""]
    assert citation.extra == ((("bibtex:author+an:orcid", left),) if left else ())


@pytest.mark.parametrize(
    ("document", "journal", "kind"),
    [
        ("Book chapter", "", "chapter"),
        ("Conference paper", "", "paper-conference"),
        ("Book", "", "book"),
        ("Article", "", "article-journal"),
        ("Conference paper", "journal = {Tides},", "article-journal"),
    ],
)
def test_articles_of_scopus_without_a_journal(document: str, journal: str, kind: str) -> None:
    """Scopus calls all works articles since 2025; those in no journal are what it says of the document."""
    found = read(f"@ARTICLE{{k, title = {{T}}, {journal} type = {{{document}}}, source = {{Scopus}}}}")
    assert (found.type, found.publication_types) == (kind, (document,))
    others = read("@ARTICLE{k, title = {T}, document_type = {Book chapter}}")
    assert (others.type, others.publication_types) == ("article-journal", ("Book chapter",))


@pytest.mark.parametrize(("document", "journal"), [("Book chapter", ""), ("Book chapter", "Tides"), ("Article", "")])
def test_articles_that_are_read_as_what_a_database_calls_them(document: str, journal: str) -> None:
    """An article without a journal is reported where its document and the number of a database make it a chapter."""
    work = Citation(
        type="article-journal",
        title="T",
        container_title=journal,
        publication_types=(document,),
        identifiers=(Identifier(kind="wos", value="WOS:000900000100001"),),
    )
    report = Report()
    (again,) = citeconv.loads(citeconv.dumps([work], "bibtex", report=report), "bibtex")
    assert (again.type != work.type) == ("type" in report.lost()) == (document != "Article" and not journal)


def test_the_last_note_of_scopus_on_money() -> None:
    """It has Scopus's field, and others beside it stay notes; elsewhere it is a note."""
    notes = ("A remark.", "Supported by the Moss Fund, grant 12.")
    found = Citation(type="article-journal", title="Salt", container_title="Tides", source="Scopus", note=notes)
    text = citeconv.dumps([found], "bibtex")
    assert "  funding_text = {Supported by the Moss Fund, grant 12.},\n  note = {A remark.},\n" in text
    assert citeconv.loads(text, "bibtex", report=Report())[0].note == notes
    assert "funding_text" not in citeconv.dumps([structs.replace(found, source="")], "bibtex")


def test_a_journal_that_is_called_as_its_publisher() -> None:
    """An article has both, as no preprint server has."""
    found = Citation(type="article-journal", title="Salt", container_title="Tides", publisher="Tides")
    text = citeconv.dumps([found], "bibtex")
    assert "  journal = {Tides},\n  publisher = {Tides},\n" in text
