"""What EBSCO means by its RIS tags, and says in its notes."""

from __future__ import annotations

from typing import Any

import pytest

from citeconv import AbstractSection, Affiliation, Citation, Date, Grant, Identifier, Report, dumps, loads
from told import read_told


def one(*lines: str) -> Any:
    """Return the citation of a journal article with these lines."""
    found, _ = read_told("\n".join(["TY  - JOUR", "TI  - A title", *lines, "ER  - ", ""]))
    assert len(found) == 1
    return found[0]


def test_platform_of_a_database() -> None:
    """``DP`` beside ``DB`` is the platform on which the database is; alone it is the source."""
    assert one("DP  - EBSCOhost").source == "EBSCOhost"
    both = one("DP  - EBSCOhost", "DB  - Academic Search Premier")
    assert (both.archive, both.source) == ("EBSCOhost", "Academic Search Premier")
    assert "DP  - EBSCOhost\r\n" in dumps([both], "ris")


EBSCO = ("DP  - EBSCOhost", "AU  - Lind, Per A.", "AU  - Wei, R.")


def test_correspondence_of_ebsco() -> None:
    """PsycINFO's address begins with the author to write to, who may have no more; e-mail is his, or whom it names."""
    found = one(*EBSCO, "AD  - Wei, R., Tide Institute, North", "UR  - https://example.org/1", "UR  - w@example.org")
    assert [(author.corresponding, author.email) for author in found.author] == [(False, ""), (True, "w@example.org")]
    assert found.author[1].affiliations == (Affiliation(text="Tide Institute, North"),)
    assert (found.url, found.identifiers) == ("https://example.org/1", ())
    mails = ("UR  - https://example.org/1", "UR  - berg@example.org", "UR  - lind.p@example.org")
    alone = one(*EBSCO, "AD  - Lind, Per A.", *mails)
    assert [author.corresponding for author in alone.author] == [True, False]
    assert (alone.author[0].affiliations, alone.author[0].email) == ((), "lind.p@example.org")
    assert (alone.identifiers, alone.extra) == ((), (("ris:UR", "berg@example.org"),))
    usual = one(*EBSCO, "AD  - Tide Institute, North")
    assert usual.author[0].affiliations == (Affiliation(text="Tide Institute, North"),)
    assert one("DP  - EBSCOhost", "AD  - Tide Institute, North").extra == (("ris:AD", "Tide Institute, North"),)


def test_sponsors_of_ebsco() -> None:
    """PsycINFO has grants in a field for users, which is kept where it tells more."""
    found = one(*EBSCO, "U1  - Sponsor: Tide Fund, North. Grant: 12; 34. Recipients: No recipient indicated", "U1  - x")
    fund = "Tide Fund, North"
    assert found.grants == (Grant(agency=fund, number="12"), Grant(agency=fund, number="34"))
    assert found.extra == (("ris:U1", "x"),)
    more = "Sponsor: Shelf Fund. Other Details: For tides. Recipients: Lind, Per A."
    named = one(*EBSCO, f"U1  - {more}")
    assert (named.grants, named.extra) == ((Grant(agency="Shelf Fund"),), (("ris:U1", more),))


def test_notes_of_ebsco() -> None:
    """What has no tag stands in the note: numbers and language (PsycINFO), the places of the authors (the others)."""
    note = (
        "Accession Number: 1; Lind, Per A. 1,2; Email Address: per@example.org; Wei, R. 2; Affiliations: 1 : Shelf"
        " College; North; 2: Tide Institute; Issue Info: Aug2016, Vol. 3, p1; Subject Term: TIDES; 3: nothing"
    )
    found = one(*EBSCO, f"N1  - {note}")
    assert [[place.text for place in author.affiliations] for author in found.author] == [
        ["Shelf College; North", "Tide Institute"],
        ["Tide Institute"],
    ]
    assert ([author.email for author in found.author], found.note) == (["per@example.org", ""], (note,))
    psychology = "Accession Number: 2. PMID: 90000001 Other. Language: EnglishMajor Descriptor: Tides. ArtID: 12. End"
    told = one(*EBSCO, "AD  - Lind, Per A., North", f"N1  - {psychology}")
    assert (told.pmid, told.language, told.number) == ("90000001", ("en",), "12")
    assert one(*EBSCO, "N1  - Other Title: Language: The tide. Language: GermanMajor Descriptor: x").language == ("de",)
    assert one(*EBSCO, "N1  - Other Title: Language: The tide.").language == ()
    known = one(*EBSCO, "LA  - Dutch", "C7  - 7", f"N1  - {psychology}")
    assert (known.language, known.number) == (("nl",), "7")


def test_notes_of_ebsco_with_blanks_for_semicolons() -> None:
    """Exports until about 2018 have people and places one behind the other."""
    note = (
        "Accession Number: 117000001; Lind, Per A. 1,2; Email Address: per@example.org Wei, R. 2; Affiliation:  1:"
        " Shelf College, North  2: Tide Institute; Source Info: Aug2016, Vol. 3, p1; Subject Term: TIDES"
    )
    found = one(*EBSCO, f"N1  - {note}")
    assert [[place.text for place in author.affiliations] for author in found.author] == [
        ["Shelf College, North", "Tide Institute"],
        ["Tide Institute"],
    ]
    assert [author.email for author in found.author] == ["per@example.org", ""]
    assert (found.identifiers, found.note) == ((Identifier(kind="accession", value="117000001"),), (note,))


def test_the_number_of_a_record_of_ebsco() -> None:
    """It stands at the beginning of the note alone, unless a tag has it."""
    number = Identifier(kind="accession", value="2019-12345-001")
    assert one(*EBSCO, "N1  - Accession Number: 2019-12345-001. PMID: 90000001").identifiers == (number,)
    assert one(*EBSCO, "N1  - Other: Accession Number: 2019-12345-001. End").identifiers == ()
    with_tag = one(*EBSCO, "AN  - 117000001", "N1  - Accession Number: 117000001; Lind, Per A.")
    assert with_tag.identifiers == (Identifier(kind="accession", value="117000001"),)


def test_ebsco_first_day_of_a_month_in_words() -> None:
    """EBSCO's first day of a month or year is none where the words behind it name the month or year alone."""
    assert one("PY  - 2031/04/01/APR 2031").issued == Date(year=2031, month=4)
    assert one("PY  - 2031/01/01/2031").issued == Date(year=2031)
    assert one("PY  - 2031/04/15/Apr2031").issued == Date(year=2031, month=4, day=15, literal="Apr2031")


@pytest.mark.parametrize("tags", [("AB", "AB"), ("N2", "AB"), ("AB", "N2")])
@pytest.mark.parametrize("first", [True, False])
def test_a_copyright_statement_in_the_place_of_the_abstract(tags: tuple[str, str], first: bool) -> None:
    """It is no abstract, wherever it stands, and where there is no other; one that would be read so is reported."""
    statement = "Copyright of Journal of Tides is the property of Shelf Press and its content may not be copied."
    texts = [statement, "We saw."] if first else ["We saw.", statement]
    lines = [f"{tag}  - {text}\n" for tag, text in zip(tags, texts, strict=True)]
    (found,) = loads(f"TY  - JOUR\nTI  - T\nJF  - J\n{''.join(lines)}ER  - \n", "ris", report=Report())
    assert ((AbstractSection(paragraphs=("We saw.",)),), statement) == (found.abstract, found.copyright)
    (found,) = loads(f"TY  - JOUR\nTI  - T\nJF  - J\nAB  - {statement}\nER  - \n", "ris", report=Report())
    assert ((), statement) == (found.abstract, found.copyright)
    again = statement.replace("Tides", "Moss")
    (found,) = loads(f"TY  - JOUR\nTI  - T\nAB  - {statement}\nAB  - {again}\nER  - \n", "ris", report=Report())
    assert (statement, ((again,),)) == (found.copyright, tuple([part.paragraphs for part in found.abstract]))
    about = "Copyright of photographs is the property of whoever took them, we found."
    (found,) = loads(f"TY  - JOUR\nTI  - T\nJF  - J\nAB  - {about}\nER  - \n", "ris", report=Report())
    assert (AbstractSection(paragraphs=(about,)),) == found.abstract
    odd = Citation(type="article-journal", abstract=(AbstractSection(paragraphs=(statement,)),))
    dumps([odd], "ris", report=(report := Report()))
    assert "abstract" in report.lost()
