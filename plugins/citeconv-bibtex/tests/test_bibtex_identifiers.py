"""What is read of DOIs, ISSNs, ISBNs and addresses, wherever they stand."""

from __future__ import annotations

import io

import pytest

from citeconv import Citation, Identifier, Issn, convert, dumps, load, loads
from citeconv.report import Report

bibtexparser = pytest.importorskip("bibtexparser")


def read(text: str) -> list[Citation]:
    """Return the citations in a text."""
    return load(io.BytesIO(text.encode()), "bibtex", report=Report())


def field(name: str, value: str, kind: str = "article") -> Citation:
    """Return the citation in an entry with one field."""
    return read(f"@{kind}{{k,\n  {name} = {{{value}}},\n}}\n")[0]


def again(text: str, to: str = "bibtex") -> str:
    """Return a text read and written."""
    out = io.BytesIO()
    convert(io.BytesIO(text.encode()), out, from_="bibtex", to=to, report=Report())
    return out.getvalue().decode()


def test_an_address_that_is_none() -> None:
    """EndNote's way into the Web of Science is no address in the web; another one behind it is the record's."""
    isi = "<Go to ISI>://WOS:000990000000001"
    both, alone = field("url", f"{isi} https://example.org/x"), field("url", isi)

    assert ("https://example.org/x", (Identifier(kind="url", value=isi),)) == (both.url, both.identifiers)
    assert isi == alone.url


def test_an_address_with_blanks() -> None:
    """Those within a line are part of it, a line end is not."""
    assert field("url", "https://example.org/Volume 9/7 Tides.pdf").url == "https://example.org/Volume 9/7 Tides.pdf"
    assert field("url", "https://example.org/Volume\n    9/Tides.pdf").url == "https://example.org/Volume9/Tides.pdf"


@pytest.mark.parametrize("between", [" ", "; ", ", ", ";", "|", " and ", "\n    ", "\\n", "%5Cn", "\\%5Cn"])
def test_several_addresses(between: str) -> None:
    """The first is that of the work, the others are further ones."""
    addresses = ("https://example.org/x", "http://example.org/y?a=1")
    found = field("url", between.join(addresses))

    assert (addresses[0], (Identifier(kind="url", value=addresses[1]),)) == (found.url, found.identifiers)


@pytest.mark.parametrize(
    "written",
    [
        "10.5555/a_b",
        "https://doi.org/10.5555/a_b",
        "https://doi-org.proxy.example.edu/10.5555/a_b",
        "doi: 10.5555/a_b",
        r"10.5555/a\_b",
        r"{10.5555/a{\_}b}",
    ],
)
def test_dois_are_bare(written: str) -> None:
    """However a program wrote it."""
    assert field("doi", written).doi == "10.5555/a_b"


@pytest.mark.parametrize(
    ("value", "issns", "isbns", "left"),
    [
        ("9783161484100", [], ("9783161484100",), ""),
        ("1234-5679, 978-3-16-148410-0", ["1234-5679"], ("978-3-16-148410-0",), ""),
        ("1234-56791", ["1234-56791"], (), ""),
        ("12345679 2049-3630", ["1234-5679", "2049-3630"], (), ""),
        ("ISSN 1234-5679", ["1234-5679"], (), ""),
        ("1234-5679 (CEUR)", ["1234-5679"], (), "1234-5679 (CEUR)"),
    ],
)
def test_numbers_in_the_field_for_an_issn(value: str, issns: list[str], isbns: tuple[str, ...], left: str) -> None:
    """An ISBN there is one, eight digits within a longer number are none, and nothing beside them is lost."""
    found = field("issn", value)
    assert ([one.value for one in found.issn], found.isbn) == (issns, isbns)
    assert dict(found.extra).get("bibtex:issn", "") == left


@pytest.mark.parametrize(
    ("doi", "pages", "read_as"),
    [
        ("", "doi.org/10.5555/x.1", ("10.5555/x.1", "")),
        ("https://doi.org/10.5555/x.1", "10.5555/X.1", ("10.5555/x.1", "")),
        ("10.5555/other", "10.5555/x.1", ("10.5555/other", "10.5555/x.1")),
    ],
)
def test_a_doi_in_the_place_of_pages(doi: str, pages: str, read_as: tuple[str, str]) -> None:
    """It is the DOI of the entry, unless that has another."""
    (found,) = read(f"@article{{k, title = {{T}}, pages = {{{pages}}}{f', doi = {{{doi}}}' if doi else ''}}}")
    assert (found.doi, found.page or found.number) == read_as


def test_an_address_in_typewriter_letters() -> None:
    """A link that shows its address is an address, whatever letters it is set in."""
    found = field("howpublished", r"\href{https://example.org/x}{\texttt{https://example.org/x}}", "misc")
    assert ("https://example.org/x", "") == (found.url, found.publisher)


@pytest.mark.parametrize(
    "written",
    [
        r"\url{http://example.org/~lind/a\_b}",
        r"http://example.org/{\textasciitilde}lind/a\_b",
        r"\texttt{http://example.org/\~{}lind/a\_b}",
        r"\url{http://example.org/$^\sim$lind/a\_b}",
    ],
)
def test_an_address_by_which_it_was_published(written: str) -> None:
    """However it is set and its signs are escaped, it is the address of the work."""
    found = field("howpublished", written, "misc")
    assert (found.type, found.url, found.publisher) == ("webpage", "http://example.org/~lind/a_b", "")


@pytest.mark.parametrize(
    ("written", "doi", "url", "left"),
    [
        ("Doi 10.5555/x", "10.5555/x", "", ()),
        ("http://doi.acm.org/10.5555/x", "10.5555/x", "", ()),
        ("10/abc", "10/abc", "", ()),
        ("n/a", "", "", (("bibtex:doi", "n/a"),)),
        ("https://example.org/x", "", "https://example.org/x", ()),
    ],
)
def test_a_doi_that_is_none(written: str, doi: str, url: str, left: tuple[tuple[str, str], ...]) -> None:
    """Nobody is led to a DOI that there is not; what stands in its place is kept."""
    found = field("doi", written)
    assert (found.doi, found.url, found.extra) == (doi, url, left)


def test_an_issn_in_the_field_for_an_isbn() -> None:
    """It is one, as Mendeley has it from PubMed, behind that of its own field."""
    isbn = "1234-5679 (Electronic)$\\backslash$r2049-3630"
    (found,) = read(f"@article{{k, isbn = {{{isbn}}}, issn = {{20493630}}, title = {{T}}}}")
    assert found.issn == (Issn(value="2049-3630"), Issn(value="1234-5679", kind="electronic"))
    assert (found.isbn, found.extra) == ((), ())


def test_an_address_of_related_works_is_no_key() -> None:
    """Publish or Perish has an address where BibLaTeX has keys."""
    address, keys = "https://example.org/q", field("related", "a,b")
    assert [(one.kind, one.value) for one in field("related", address).identifiers] == [("related-url", address)]
    assert (keys.identifiers, keys.extra) == ((), (("bibtex:related", "a,b"),))
    assert f"related = {{{address}}}" in again(f"@misc{{k, title = {{T}}, related = {{{address}}}}}")


@pytest.mark.parametrize(
    ("value", "issns", "isbns"),
    [
        ("0968-0004 (Print) 0968-0004", ["0968-0004"], ()),
        ("1566-1369 0-08-044195-5", ["1566-1369"], ("0-08-044195-5",)),
        ("978-3-16-148410-0, 1234-5679", ["1234-5679"], ("978-3-16-148410-0",)),
        ("0 1985 6664 9", [], ("0 1985 6664 9",)),
        ("THE ISBN", [], ("THE ISBN",)),
    ],
)
def test_numbers_in_the_field_for_an_isbn(value: str, issns: list[str], isbns: tuple[str, ...]) -> None:
    """ISSNs are told from ISBNs, whose digits may stand in fours."""
    found = field("isbn", value)
    assert (issns, isbns) == ([each.value for each in found.issn], found.isbn)


def test_an_address_behind_a_sign() -> None:
    """What has no letter is no address."""
    found = field("url", "+ https://example.org/tides")
    assert (found.url, found.identifiers) == ("https://example.org/tides", ())


def test_numbers_in_notes() -> None:
    """A DOI or an ISBN that is all of a note is one, and the note stays, for it is there to be printed."""
    doi, isbn = field("note", "https://doi.org/10.5555/tides"), field("note", "ISBN 978-1498716963", "book")
    assert (doi.doi, doi.note) == ("10.5555/tides", ("https://doi.org/10.5555/tides",))
    assert (isbn.isbn, isbn.note) == (("978-1498716963",), ("ISBN 978-1498716963",))
    assert field("note", "ISBN 978-1498716960", "book").isbn == ()


def test_an_address_in_an_element_of_html() -> None:
    """The address in a link, as mediaTUM writes it, is the address."""
    link = 'doi:<a href="https://doi.org/10.5555/tides">10.5555/tides</a>'
    assert field("url", link).url == "https://doi.org/10.5555/tides"


def test_no_pages() -> None:
    """The American Physical Society has no pages for how many it does not know."""
    assert field("numpages", "0").number_of_pages == ""
    assert again("@article{k,\n  numpages = {0},\n}\n") == "@article{k,\n  numpages = {0},\n}\n"


@pytest.mark.parametrize(
    "fields",
    [
        "url = {doi:10.1000/tides}",
        "url = {10.1000/tides}",
        "eprint = {https://doi.org/10.1000/tides}",
        "doi = {10.1000/Tides}, eprint = {https://doi.org/10.1000/tides}",
        "doi = {10.1000/tides}, url = {doi:10.1000/tides}",
    ],
)
def test_dois_in_fields_of_addresses(fields: str) -> None:
    """A DOI that stands where an address or an eprint should is the DOI, and no address beside it."""
    [found] = read(f"@article{{k, title = {{T}}, {fields}}}")

    assert found.doi.lower() == "10.1000/tides"
    assert (found.url, found.identifiers, found.extra) == ("", (), ())


def test_an_address_of_another_doi() -> None:
    """What is the address of another DOI than the entry's is an address."""
    [found] = read("@article{k, doi = {10.1000/tides}, eprint = {https://doi.org/10.1000/waves}}")

    assert (found.doi, found.url) == ("10.1000/tides", "https://doi.org/10.1000/waves")


def test_addresses_in_several_fields() -> None:
    """The addresses in further fields of the name are identifiers, as several in one are."""
    [found] = read("@article{k, url = {https://example.org/a}, url = {https://example.org/b}, url = {soon}}")

    assert found.url == "https://example.org/a"
    assert found.identifiers == (Identifier(kind="url", value="https://example.org/b"),)
    assert found.extra == (("bibtex:url", "soon"),)


def test_numbers_of_reference_manager() -> None:
    """The number of a record in PubMed or the Web of Science that stands for its address is that number."""
    pubmed, wos, other = (field("url", value) for value in ("PM:16394152", "ISI:000179221100009", "PM:soon"))

    assert (pubmed.pmid, pubmed.url) == ("16394152", "")
    assert (wos.identifiers, wos.url) == ((Identifier(kind="wos", value="000179221100009"),), "")
    assert other.url == "PM:soon"


@pytest.mark.parametrize("value", ["1234-5679 VO - 22", "1234-5679 VO  - 22", "1234-5679 VO -"])
def test_numbers_with_a_volume_of_mendeley(value: str) -> None:
    """The volume that Mendeley put behind an ISSN is none of its digits, but the volume."""
    found = field("isbn", value)

    assert (found.issn, found.isbn) == ((Issn(value="1234-5679"),), ())
    assert (found.volume, found.extra) == ("22" if "22" in value else "", ())


def test_numbers_of_the_web_of_science_among_issns() -> None:
    """Zotero has them there: they are numbers of the record, that of one from MEDLINE is its PMID."""
    wos, medline = field("issn", "WOS:000900000000001"), field("issn", "MEDLINE:90000013")

    assert (wos.identifiers, wos.issn) == ((Identifier(kind="wos", value="WOS:000900000000001"),), ())
    assert (medline.pmid, medline.issn, medline.extra) == ("90000013", (), ())


def test_isbns_in_both_fields() -> None:
    """An ISBN in the field of ISSNs that the other field has says nothing more; another one stays where it is."""
    [same, other] = read(
        "@book{a, isbn = {978-3-16-148410-0}, issn = {9783161484100}}"
        "@book{b, isbn = {978-3-16-148410-0}, issn = {0-306-40615-2}}"
    )

    assert (same.isbn, same.issn, same.extra) == (("978-3-16-148410-0",), (), ())
    assert (other.isbn, other.issn, other.extra) == (("978-3-16-148410-0",), (), (("bibtex:issn", "0-306-40615-2"),))


@pytest.mark.parametrize(
    ("value", "numbers"),
    [
        ("S0000-0000(07)00018-X [pii]\n  10.5555/t.1 [doi]", ("10.5555/t.1", "S0000-0000(07)00018-X")),
        ("tides1 [pii] 10.5555/t.1", ("10.5555/t.1", "tides1")),
        ("10.5555/t.1 [doi]", ("10.5555/t.1", "")),
        ("tides1 [pii]", ("", "tides1")),
    ],
)
def test_numbers_with_their_kinds_in_the_place_of_the_doi(value: str, numbers: tuple[str, str]) -> None:
    """EndNote has there what PubMed has of an article."""
    found = field("doi", value)
    assert (numbers, ()) == ((found.doi, found.pii), found.extra)


def test_what_has_no_kind_among_numbers_that_have() -> None:
    """It is kept."""
    found = field("doi", "tides1 [pii] shelf")
    assert (found.pii, found.extra) == ("tides1", (("bibtex:doi", "shelf"),))


def test_the_next_line_of_a_tagged_file_behind_a_doi() -> None:
    """Rayyan has what it does not know of the Web of Science's file there, which is kept."""
    found = field("doi", "10.5555/t.1     WE  - Science Citation Index Expanded (SCI-EXPANDED)")
    left = "WE - Science Citation Index Expanded (SCI-EXPANDED)"
    assert (found.doi, found.extra) == ("10.5555/t.1", (("bibtex:doi", left),))


def test_an_address_of_a_doi_without_its_scheme() -> None:
    """RefWorks has such."""
    assert field("doi", "//doi.org/10.5555/t.1").doi == "10.5555/t.1"


@pytest.mark.parametrize(
    ("issn", "isbn", "read_as"),
    [
        ("00000019 (ISSN); 9780000000019 (ISBN); 9780000000026 (ISBN)", "",
         (["0000-0019"], ("9780000000019", "9780000000026"), ())),
        ("9780000000019 (ISBN)", "", ([], ("9780000000019",), ())),
        ("00000019 (ISSN); 9780000000019 (ISBN)", "978-0-00-000001-9", (["0000-0019"], ("978-0-00-000001-9",), ())),
        ("00000019 (ISSN); 9780000000019 (ISBN)", "9780000000026",
         (["0000-0019"], ("9780000000026",), (("bibtex:issn", "00000019 (ISSN); 9780000000019 (ISBN)"),))),
    ],
)  # fmt: skip
def test_isbns_that_are_said_to_be_such_among_issns(
    issn: str, isbn: str, read_as: tuple[list[str], tuple[str, ...], tuple[tuple[str, str], ...]]
) -> None:
    """Rayyan and Zotero have them from Scopus' RIS files; those that ``isbn`` has are not read twice."""
    (found,) = read(f"@inproceedings{{k, issn = {{{issn}}}, isbn = {{{isbn}}}}}")
    assert read_as == ([each.value for each in found.issn], found.isbn, found.extra)


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("Artn 1083\n10.5555/tides.1", ("1083", "", "10.5555/tides.1")),
        ("Pii S0921-8181(02)00060-7\nDoi 10.5555/tides.1", ("", "S0921-8181(02)00060-7", "10.5555/tides.1")),
        ("ARTN e1046", ("e1046", "", "")),
        ("Pii S0921-8181(02)00060-7", ("", "S0921-8181(02)00060-7", "")),
    ],
)
def test_numbers_of_articles_in_the_place_of_dois(value: str, found: tuple[str, str, str]) -> None:
    """EndNote has the number of an article from the Web of Science there, before the DOI or alone."""
    citation = field("doi", value)

    assert found == (citation.number, citation.pii, citation.doi)
    assert not citation.extra


def test_a_doi_behind_a_slash() -> None:
    """What is left of an address before a DOI is none of it."""
    assert field("doi", "/10.1000/tides").doi == "10.1000/tides"


@pytest.mark.parametrize(
    ("citation", "lost"),
    [
        (Citation(title="T", url="doi:10.1000/x"), {"url", "doi"}),
        (Citation(title="T", url="PM:123"), {"url", "pmid"}),
        (Citation(title="T", edition="2<sup>nd</sup>"), {"edition"}),
        (Citation(title="T", isbn=("978-3-16-148410-0/hbk",)), {"isbn", "extra"}),
        (Citation(title="T", extra=(("bibtex:adress", "Haven"),)), {"extra", "publisher_place"}),
    ],
)
def test_what_is_read_as_another_field_is_told(citation: Citation, lost: set[str]) -> None:
    """What would be read as a number, or as the field that a name means, is told when it is written."""
    report = Report()
    dumps([citation], "bibtex", report=report)

    assert set(report.lost()) == lost


@pytest.mark.parametrize(
    ("field", "read_as"),
    [
        ("pmid = {90000001.0}", ("pmid", "90000001")),
        ("pmid = {https://pubmed.ncbi.nlm.nih.gov/90000001/}", ("pmid", "90000001")),
        ("article-number = {PMID 90000001}", ("pmid", "90000001")),
        ("pmcid = {pmc9000002}", ("pmcid", "PMC9000002")),
        ("doi = {10.5555/tides.2.}", ("doi", "10.5555/tides.2")),
        ("isbn = {9783642158889 3642158889}", ("isbn", ("9783642158889", "3642158889"))),
        ("isbn = {978-0-470-02581-9 0-470-02581-6}", ("isbn", ("978-0-470-02581-9", "0-470-02581-6"))),
        ("isbn = {ISBN 978-92-79-11104-4}", ("isbn", ("978-92-79-11104-4",))),
        ("isbn = {9789898565686 (ISBN)}", ("isbn", ("9789898565686",))),
        ("isbn = {3-16-148410-X (Hardcover)}", ("isbn", ("3-16-148410-X",))),
        ("isbn = {3-16-148410-X (pbk. : alk. paper)}", ("isbn", ("3-16-148410-X",))),
        ("isbn = {3-16-148410-X (cloth), 978-3-16-148410-0 (PDF)}", ("isbn", ("3-16-148410-X", "978-3-16-148410-0"))),
        ("isbn = {1234-5679 (Print)}", ("issn", (Issn(value="1234-5679", kind="print"),))),
    ],
)
def test_numbers_with_what_programs_add(field: str, read_as: tuple[str, object]) -> None:
    """Spreadsheets make decimals of numbers, people copy addresses and words for the number, and several at once."""
    (citation,) = read(f"@book{{a, title = {{T}}, {field}}}")
    name, value = read_as
    assert getattr(citation, name) == value


@pytest.mark.parametrize("kind", ["misc", "unpublished", "article"])
def test_a_number_at_arxiv_is_printed(kind: str) -> None:
    """The note has it, too, where nothing else says where the work is: classic styles print no eprint."""
    entry = again(f"@{kind}{{k, title = {{Tides}}, note = {{arXiv:2301.00001}}, year = {{2023}}}}\n")

    assert {"  eprint = {2301.00001},", "  note = {arXiv:2301.00001},"} <= set(entry.splitlines())
    assert entry == again(entry)
    assert "note" not in again(entry.replace("  eprint", "  journal = {J Tides},\n  eprint"))
    assert "note" not in again(entry, "biblatex")


def test_lists_and_tags_that_rayyan_has_in_numbers() -> None:
    """Several values of a tag are a list in JSON, and the tags of a RIS file behind a value are none of it."""
    (found,) = loads(
        '@article{k, title = {T}, issn = {["1234-5679", "2345-6787     J9  - J TIDES     JI  - J. Tides"]},\n'
        "  pages = {12-15     WE  - Science Citation Index (SCI)}}",
        "bibtex",
    )

    assert (["1234-5679", "2345-6787"], "12-15") == ([each.value for each in found.issn], found.page)
    assert {("bibtex:j9", "J TIDES"), ("bibtex:ji", "J. Tides")} <= set(found.extra)
