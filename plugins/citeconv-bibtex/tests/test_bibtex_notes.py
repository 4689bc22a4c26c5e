"""Notes: which are another field, and which stay what they are and come back."""

from __future__ import annotations

import io

import pytest
from msgspec import structs

import citeconv
from citeconv import Citation, Date, Report, loads

VISITS = {
    "[Online; accessed 16-Dec-2023]": (2023, 12, 16),
    "accessed 12/29/16": (2016, 12, 29),
    "Last accessed on March 1st, 2017.": (2017, 3, 1),
    "aufgerufen am 05.06.18": (2018, 6, 5),
    "Acessado em: 04/09/2020": (2020, 9, 4),
    "consulté le 3 février 2021": (2021, 2, 3),
    "Accessed: 2021-02-03": (2021, 2, 3),
    "[cit. 2021-02-03]": (2021, 2, 3),
    "Dostopano: 3. 2. 2021": (2021, 2, 3),
    "[Online; navštívené 3.2.2021]": (2021, 2, 3),
    "[pristupljeno 28-Lipanj-2022]": (2022, 6, 28),
    "Luettu 2018-02-23": (2018, 2, 23),
    "Diakses pada 12 Maret 2021": (2021, 3, 12),
}


def read(text: str) -> list[Citation]:
    """Return the citations in a text."""
    return citeconv.load(io.BytesIO(text.encode()), "bibtex", report=Report())


def entry(*lines: str) -> Citation:
    """Return the citation in an entry with these fields."""
    return read(f"@article{{k,\n title = {{T}},\n {', '.join(lines)}\n}}")[0]


def written(citation: Citation, to: str = "bibtex") -> tuple[str, set[str]]:
    """Return a citation as text, and what is reported as lost."""
    report = Report()
    return citeconv.dumps([citation], to, report=report), set(report.lost())


def test_addendum() -> None:
    """What is printed at the end of an entry is a second note, in BibLaTeX again an addendum."""
    citation = entry("addendum = {Behind}", "note = {In front}")
    assert citation.note == ("In front", "Behind")
    assert "addendum = {Behind}" in written(citation, "biblatex")[0]
    assert written(citation)[1] == {"note"}


@pytest.mark.parametrize("to", ["bibtex", "biblatex"])
def test_notes_of_databases_are_not_printed(to: str) -> None:
    """What a database says of its record goes to a field that no style prints, and is a note when read."""
    citation = structs.replace(entry(), note=("Export Date: 1 May 2020; CODEN: TESTA",))
    output, lost = written(citation, to)
    assert "  notes = {Export Date: 1 May 2020; CODEN: TESTA},\n" in output
    assert " note = " not in output
    assert (read(output)[0].note, lost) == (citation.note, set())


def test_notes_beside_those_of_databases() -> None:
    """An entry has one such field: several notes become one, and that is reported."""
    output, lost = written(structs.replace(entry(), note=("Lind, Per", "Cited By: 3")))
    assert "  notes = {Lind, Per; Cited By: 3},\n" in output
    assert lost == {"note"}


@pytest.mark.parametrize(
    "note",
    [
        "cited By 0; Conference of 9th Tide Days, TIDE 2019 ; Conference Date: 3 June 2019 Through 5 June 2019; All",
        "Publisher Copyright: \u00a9 Tides.; 9th Tide Days, TIDE 2019 ; Conference date: 03-06-2019 Through 05-06-2019",
        "Cited by: 2; Conference name: 9th Tide Days, TIDE 2019; Conference date: 3 June 2019 through 5 June 2019; All",
    ],
)
def test_conferences_in_notes(note: str) -> None:
    """Scopus, and portals with Pure, tell of the conference in a note, which stays what it is."""
    (found,) = read(f"@inproceedings{{a, title = {{T}}, note = {{{note}}}}}")
    assert found.event_title == "9th Tide Days, TIDE 2019"
    assert found.event_date == Date(year=2019, month=6, day=3, end=Date(year=2019, month=6, day=5))
    assert found.note == (" ".join(note.split()),)


@pytest.mark.parametrize(
    "note", [r"Published earlier as \cite{lind1968}", "Published previously, 1968", "Published here in 1968"]
)
def test_a_note_on_another_publication(note: str) -> None:
    """It says nothing of the date of this one."""
    (found,) = read(f"@book{{k, year = 1993, note = {{{note}}}}}")
    assert (found.issued, found.note) == (Date(year=1993), (note,))


def test_several_notes_are_all_read() -> None:
    """Publish or Perish has a second field ``note`` for the date of the query."""
    (found,) = read("@misc{k, note = {3 cites}, note = {Query date: 2022}, title = {T}}")
    assert found.note == ("3 cites", "Query date: 2022")


def test_notes_on_a_line_each() -> None:
    """Lines of any length that begin with small letters are notes, and stay lines."""
    notes = "clean, or not so clean\nwhy were the tides measured by hand?\nno winds\nvariation in this year\n- odd"
    assert read(f"@article{{k,\n  annote = {{{notes}}},\n}}\n")[0].annote == notes


@pytest.mark.parametrize("note", VISITS)
def test_a_note_on_when_an_address_was_looked_up(note: str) -> None:
    """It is the date of the visit, and comes back as one."""
    entry = f"@misc{{k, url = {{https://example.org/tides}}, note = {{{note}}}}}"
    for found in (read(entry)[0], read(citeconv.dumps(read(entry), "bibtex"))[0]):
        year, month, day = VISITS[note]
        assert (found.accessed, found.note, found.type) == (Date(year=year, month=month, day=day), (), "webpage")


@pytest.mark.parametrize(
    ("fields", "note"),
    [
        ("url = {https://example.org}", "accessed 3/4/2020"),
        ("url = {https://example.org}", "Retrieved from the archive of the survey"),
        ("url = {https://example.org}, urldate = {2020-04-05}", "accessed 2020-04-06"),
        ("title = {Tides}", "accessed 2020-04-06"),
    ],
)
def test_a_note_that_stays_one(fields: str, note: str) -> None:
    """So does one whose date may be two, or which a field contradicts, or that has no address."""
    assert read(f"@misc{{k, {fields}, note = {{{note}}}}}")[0].note == (note,)


DAY = Date(year=2021, month=2, day=3)


@pytest.mark.parametrize(
    ("words", "accessed"),
    [
        (r"[Online]. Available: \url{https://example.org/a_b}. [Accessed: 3-Feb-2021]", DAY),
        (r"[Online]. Available: \url{https://example.org/a_b}", None),
        (r"Available at \url{https://example.org/a_b} (accessed 3 February 2021)", DAY),
        (r"Retrieved February 3, 2021, from https://example.org/a\_b", DAY),
        (r"Retrieved from \url{https://example.org/a_b} on 3 February 2021", DAY),
        (r"Recuperado el 3 de febrero de 2021 de \url{https://example.org/a_b}", DAY),
        (r"Disponível em: \url{https://example.org/a_b}. Acesso em: 3 fev. 2021", DAY),
        (r"Dostępny (03.02.2021): \url{https://example.org/a_b}", DAY),
        (r"Dostupné z: \url{https://example.org/a_b}", None),
        (r"Website, \url{https://example.org/a_b}", None),
        (r'[Online]. Available: {"}\url{https://example.org/a_b}{"}', None),
    ],
)
@pytest.mark.parametrize("field", ["howpublished", "note"])
def test_addresses_in_words(field: str, words: str, accessed: Date | None) -> None:
    """What says where a page is, and when it was looked up, is its address and the day of access, and comes back so."""
    for text in (f"@misc{{k, {field} = {{{words}}}}}", f"@online{{k, {field} = {{{words}}}}}"):
        (found,) = read(text)
        (again,) = read(citeconv.dumps([found], "bibtex"))
        for one in (found, again):
            assert (one.url, one.accessed or None) == ("https://example.org/a_b", accessed)
            assert (one.note, one.publisher, one.extra) == ((), "", ())
    assert found.type == "webpage"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("url = {https://example.org/c}, note = {Available: https://example.org/a}", "https://example.org/c"),
        ("url = {https://example.org/a}, urldate = {2020}, note = {Available: https://example.org/a, cit. 3.2.2021}",
         "https://example.org/a"),
        (r"howpublished = {\url{https://example.org/c}}, note = {Available: https://example.org/a}",
         "https://example.org/c"),
        ("note = {https://example.org/a}", ""),
        ("note = {Available: https://example.org/a, for members only}", ""),
        ("note = {Retrieved from https://example.org/a, accessed 3.2.2021 (2.2.2021)}", ""),
    ],
)  # fmt: skip
def test_addresses_in_notes_that_stay(fields: str, expected: str) -> None:
    """A note that tells another address or day than a field does, or something beside, is a note."""
    (found,) = read(f"@misc{{k, {fields}}}")
    assert (found.url, len(found.note)) == (expected, 1)


def test_day_of_access_in_place_of_a_publisher() -> None:
    """``howpublished`` may tell no more than when a page was looked up."""
    (found,) = read("@misc{k, title = {T}, url = {https://example.org}, howpublished = {Online; accessed 3 May 2021}}")
    assert (found.accessed, found.publisher) == (Date(year=2021, month=5, day=3), "")
    (other,) = read("@misc{k, title = {T}, howpublished = {Accessed 3 May 2021}, urldate = {2021-05-04}}")
    assert (other.accessed, other.publisher) == (Date(year=2021, month=5, day=4), "Accessed 3 May 2021")


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("accessdate", "2021-02-03", DAY),
        ("lastvisited", "3.2.2021", DAY),
        ("date_accessed", "20/02/2021", Date(year=2021, month=2, day=20)),
        ("cited", "2021-02-03", DAY),
        ("zugriff", "03.02.21", DAY),
        ("cited", "12", None),
        ("access", "open", None),
    ],
)
def test_fields_for_the_day_of_access(field: str, value: str, expected: Date | None) -> None:
    """Styles and people have other names for ``urldate``; some of them may hold something else."""
    (found,) = read(f"@misc{{k, url = {{https://example.org}}, {field} = {{{value}}}}}")
    assert (found.accessed or None) == expected
    assert found.extra == (() if expected else ((f"bibtex:{field}", value),))


def test_notes_that_zotero_has_for_lack_of_a_field() -> None:
    """What begins with the label of a field is that field where nothing else tells it; the rest stays a note."""
    note = (
        "Number: 3\nPublisher: Shelf Press\n\\_eprint: https://example.org\nPlace: North Bay\nPMID: 90000001\n"
        "PMCID: PMC9000001\nISSN: 1234-5679"
    )
    (found,) = loads(f"@article{{k, title = {{T}}, note = {{{note}}}, issn = {{1234-5679}}}}", "bibtex")

    assert ("3", "Shelf Press", "North Bay") == (found.issue, found.publisher, found.publisher_place)
    assert ("90000001", "PMC9000001") == (found.pmid, found.pmcid)
    assert ("_eprint: https://example.org",) == found.note


@pytest.mark.parametrize(
    "note",
    [
        "Publisher: Salt",
        "ISBN: none",
        "The publisher: Salt",
        "Publisher: Salt; later Shelf",
        "Section: Tides",
        "Number: 12 tides",
        "Volume: 3 mL",
        "Accepted: see below for place: North Bay",
    ],
)
def test_notes_that_only_look_so_stay(note: str) -> None:
    """Another value than the field has, one of another form, and words that only hold a label are notes."""
    (found,) = loads(f"@article{{k, title = {{T}}, note = {{{note}}}, publisher = {{Shelf Press}}}}", "bibtex")

    assert (note,) == found.note


def test_notes_that_we_joined_are_read_apart() -> None:
    """BibTeX has one field for all notes, in which semicolons stand between them."""
    (found,) = loads("@article{k, title = {T}, note = {Number: 3; DOI: 10.5555/t; Tides}}", "bibtex")

    assert ("3", ("DOI: 10.5555/t; Tides",)) == (found.issue, found.note)


def test_the_publisher_behind_what_nature_has_on_its_pages() -> None:
    """A label that is no field's ends the value before it, and begins a note that tells fields, too."""
    note = "Bandiera\\_abtest: a Cg\\_type: Research Publisher: Shelf Press Subject\\_term: Tides;Salt"
    (found,) = loads(f"@article{{k, title = {{T}}, note = {{{note}}}}}", "bibtex")

    assert "Shelf Press" == found.publisher
    assert ("Bandiera_abtest: a Cg_type: Research Subject_term: Tides;Salt",) == found.note


def test_votes_of_rayyan_keep_their_braces() -> None:
    """They are signs of its notes, which programs look for, not TeX's."""
    note = 'RAYYAN-INCLUSION: {"Ann"=>"Included", "Per"=>"Maybe"} | RAYYAN-LABELS: {Tides}'
    (found,) = loads(f"@article{{rayyan-1, title = {{T}}, note = {{{note}}}}}", "bibtex")

    assert ('RAYYAN-INCLUSION: {"Ann"=>"Included", "Per"=>"Maybe"} | RAYYAN-LABELS: Tides',) == found.note
    assert found.note == loads(citeconv.dumps([found], "bibtex"), "bibtex")[0].note
