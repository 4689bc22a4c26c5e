"""Fields with other values than they should have, or without the field that gives them their meaning."""

from __future__ import annotations

from typing import Any

import pytest

from citeconv import FIELDS, Affiliation, Citation, Date, Identifier, Name, Report, dumps, loads


def read(fields: str) -> dict[str, Any]:
    """Return what is read of an entry with such fields, but for its key, type and title."""
    [found] = loads(f"@article{{k, title = {{T}}, {fields}}}", "bibtex", report=Report())
    nothing = Citation()
    return {
        field: getattr(found, field)
        for field in FIELDS
        if field not in ("key", "type", "title") and getattr(found, field) != getattr(nothing, field)
    }


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("primaryclass = {cs.DL}", {"extra": (("bibtex:primaryclass", "cs.DL"),)}),
        ("editortype = {compiler}", {"extra": (("bibtex:editortype", "compiler"),)}),
        ("editortype = {compiler}, editor = {Lind, P}",
         {"editor": (Name(family="Lind", given="P", role="compiler"),)}),
        ("pii = {S1}, owner = {lind}", {"pii": "S1", "source_owner": "lind"}),
        ("arxiv = {nothing}, eprint = {2101.00001}",
         {"identifiers": (Identifier(kind="arxiv", value="2101.00001"),), "extra": (("bibtex:arxiv", "nothing"),)}),
        ("eprint = {https://example.org/full.pdf}", {"url": "https://example.org/full.pdf"}),
        (r"howpublished = {\url{https://example.org/b}}, url = {https://example.org/a}",
         {"url": "https://example.org/a", "extra": (("bibtex:howpublished", "https://example.org/b"),)}),
        ("author = {family=Lind}", {"author": (Name(family="Lind"),)}),
        ("author = {, , Per}", {"author": (Name(literal="Per"),)}),
        ("yearfiled = {soon}, monthfiled = {x}", {"submitted": Date(literal="soon x")}),
        ("year = 2019, month = {--}", {"issued": Date(year=2019), "extra": (("bibtex:month", "–"),)}),
        ("year = 2019, month = mar, day = {3--40}", {"issued": Date(year=2019, literal="2019 mar 3–40")}),
        ("year = 2019, month = mar, day = {3--5}",
         {"issued": Date(year=2019, month=3, day=3, end=Date(year=2019, month=3, day=5))}),
        ("year = 2019, month = {32 March}", {"issued": Date(year=2019, literal="2019 32 March")}),
        ("year = 2019, month = {4 Mai -- 6 Juni}",
         {"issued": Date(year=2019, month=5, day=4, end=Date(year=2019, month=6, day=6))}),
        ("year = 2019, month = {jan--mar}, day = 31", {"issued": Date(year=2019, literal="2019 jan–mar 31")}),
        ("year = 2019, month = {Oct 2000}", {"issued": Date(year=2019, literal="2019 Oct 2000")}),
        ("year = {2019--2021}", {"issued": Date(year=2019, end=Date(year=2021))}),
        ("year = {2019--}", {"issued": Date(year=2019, end=Date())}),
        ("year = 2019, month = {jan-feb-mar}", {"issued": Date(year=2019, literal="2019 jan-feb-mar")}),
        ("date = {1998--99}", {"issued": Date(year=1998, end=Date(year=1999))}),
        ("dayfiled = {3}", {"extra": (("bibtex:dayfiled", "3"),)}),
        ("author = {id=x, useprefix=true}", {"author": (Name(literal="id=x, useprefix=true"),)}),
        (r"author = {{Study \{ Group}}", {"author": (Name(literal="Study { Group"),)}),
        (r"author = {{Study\}}", {"author": (Name(family="Study}"),)}),
        (r"note = {Read}, addendum = {\null}", {"note": ("Read",)}),
        ("journal = {Tides}, journaltitle = {Tides}", {"container_title": "Tides"}),
        ("author = {Lind, P.}, correspondence_address1 = {Lind, P.; Shelf College}",
         {"author": (Name(family="Lind", given="P", corresponding=True,
                          affiliations=(Affiliation(text="Shelf College"),)),)}),
        ("author = {Lind, P.}, author_email = {lind at example.org}",
         {"author": (Name(family="Lind", given="P"),), "extra": (("bibtex:author_email", "lind at example.org"),)}),
        ("author = {Lind, Per}, affiliation = {Lind, P (Corresponding Author), Inst Tides.\n   Lind, Per.}",
         {"author": (Name(family="Lind", given="Per", corresponding=True,
                          affiliations=(Affiliation(text="Inst Tides"),)),),
          "extra": (("bibtex:affiliation", "Lind, P (Corresponding Author), Inst Tides.\nLind, Per."),)}),
        ("timestamp = {Mon, 99 Feb 2019 10:00:00 +0200}",
         {"extra": (("bibtex:timestamp", "Mon, 99 Feb 2019 10:00:00 +0200"),)}),
    ],
)  # fmt: skip
def test_odd_values(fields: str, expected: dict[str, Any]) -> None:
    """What cannot be read as what its field says stands in ``extra``, or as the words that it is."""
    assert read(fields) == expected


@pytest.mark.parametrize(
    ("slip", "name", "value"),
    [
        ("adress", "publisher_place", "Haven"), ("addres", "publisher_place", "Haven"), ("bookitle", "container_title",
        "Shores"), ("jounral", "container_title", "Shores"), ("publsiher", "publisher", "Salt"), ("publischer",
        "publisher", "Salt"), ("nuber", "issue", "3"), ("pagees", "page", "3-9"), ("edtion", "edition", "2"),
        ("vol", "volume", "7"), ("collection", "collection_title", "Tides"), ("annotate", "annote", "Read"),
    ],
)  # fmt: skip
def test_names_that_are_mistyped(slip: str, name: str, value: str) -> None:
    """One slip within the name of a field, or an own word for it, is read as the field."""
    assert read(f"{slip} = {{{value}}}") == {name: value}


def test_a_mistyped_name_is_told() -> None:
    """The user is told what a name is read as; beside the field that is meant it stays what it is."""
    told: list[str] = []
    entry = "@article{k, title = {T}, titel = {U}, adress = {Haven}}"
    [found] = loads(entry, "bibtex", report=Report(lambda one: told.append(one.message)))

    assert told == ["adress: read as address"]
    assert found.extra == (("bibtex:titel", "U"),)


@pytest.mark.parametrize("name", ["xeditor", "titlex", "editorz", "pages2", "sorttitle", "jour", "nyear", "tlte-a"])
def test_names_that_are_their_own(name: str) -> None:
    """A letter before a name or behind it is no slip, nor are two; such a field is kept under its own name."""
    assert read(f"{name} = {{Salt}}") == {"extra": ((f"bibtex:{name}", "Salt"),)}


@pytest.mark.parametrize(
    ("written", "edition"),
    [
        (r"2\textsuperscript{nd}", "2"), ("$3^{rd}$ ed.", "3"), (r"1$^{\mathrm{st}}$ edition", "1"), ("4th edn.", "4"),
        ("2nd edition.", "2"),
        (r"2\textsuperscript{nd} revised", "2<sup>nd</sup> revised"),
    ],
)  # fmt: skip
def test_editions_with_raised_letters(written: str, edition: str) -> None:
    """The number of an edition is found before letters that are raised, too."""
    assert read(f"edition = {{{written}}}")["edition"] == edition


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("journal = {Jurnal Garam (JG), Vol. 9, No. 2}", ("Jurnal Garam (JG)", "9", "2", "", "")),
        ("journal = {GARAM, Volume 3 Nomor : 2}", ("GARAM", "3", "2", "", "")),
        ("journal = {Notes on Salt, vol. 12, no. 3, pp. 3--8}", ("Notes on Salt", "12", "3", "3-8", "")),
        ("journal = {Notes on Salt 8(2): 269-284}", ("Notes on Salt", "8", "2", "269-284", "")),
        ("journal = {Salt. 13(18), 104833}", ("Salt", "13", "18", "", "104833")),
        ("journal = {Salt 13 (2020)}", ("Salt 13 (2020)", "", "", "", "")),
        ("journal = {Salt, Vol. 8}, volume = {8}, number = {4}", ("Salt", "8", "4", "", "")),
        ("journal = {Salt, Vol. 8}, volume = {9}", ("Salt, Vol. 8", "9", "", "", "")),
        ("journal = {Physics of Salt 12}", ("Physics of Salt 12", "", "", "", "")),
    ],
)
def test_volumes_behind_the_title_of_the_journal(fields: str, expected: tuple[str, ...]) -> None:
    """They are read from there, unless a field of their own says something else, and come back as fields."""
    found = loads(f"@article{{k, title = {{T}}, {fields}}}", "bibtex")[0]
    for one in (found, loads(dumps([found], "bibtex"), "bibtex")[0]):
        assert (one.container_title, one.volume, one.issue, one.page, one.number) == expected


def test_what_would_be_read_as_a_volume_is_told() -> None:
    """A title that ends as such a journal does is not read back."""
    report = Report()
    dumps([Citation(type="article-journal", container_title="Salt, Vol. 8")], "bibtex", report=report)
    assert "container_title" in report.lost()


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("isbn = {1234-5679 VO - 17}", ("17", "", ())),
        ("isbn = {1234-5679 VO -}, volume = {3}", ("3", "", ())),
        ("isbn = {1234-5679}, number = {4 OP - Salt {\\&} Sand. June 2031, Vol. 5 Issue 4, p2}",
         ("", "4", (("bibtex:op", "Salt & Sand. June 2031, Vol. 5 Issue 4, p2"),))),
    ],
)  # fmt: skip
def test_tags_of_ris_in_values(fields: str, expected: tuple[object, ...]) -> None:
    """Mendeley has a tag of RIS that it does not know behind the value of the line before."""
    found = loads(f"@article{{k, title = {{T}}, {fields}}}", "bibtex")[0]
    assert [issn.value for issn in found.issn] == ["1234-5679"]
    assert (found.volume, found.issue, found.extra) == expected


def test_addresses_in_fields_of_ones_own() -> None:
    """A tie or a dash in an address is a sign of it, whatever the field is called."""
    address = "https://example.org/~lind/waves--tides_1.pdf"
    found = loads(f"@misc{{lind, title = {{Waves}}, slides = {{{address}}}}}", "bibtex")

    assert found[0].extra == (("bibtex:slides", address),)
    assert loads(dumps(found, "bibtex"), "bibtex") == found
