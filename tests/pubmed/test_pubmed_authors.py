"""Lists of authors: who is a person, who a group, and where the list is none."""

from __future__ import annotations

import pytest

from citeconv.pubmed.authors import Author, parse_author_list, parse_authors
from citeconv.pubmed.lines import author_fields


def shown(authors: list[Author] | None) -> list[str] | None:
    """Return each author in a word: ``Lind|P|Jr``, ``Lind|`` without more, or the name of a group."""
    if authors is None:
        return None
    return [
        literal or "|".join([family, *filter(None, names)] if any(names) else [family, ""])
        for family, *names, _, literal, _ in authors
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lind P, Vega H; Moss Group, et al.", ["Lind|P", "Vega|H", "Moss Group", "et al"]),
        ("Lindqvist Hanna, Ma Yi, Wu B.", ["Hanna|Lindqvist", "Ma|Yi", "Wu|B"]),
        ("Lindqvist Hanna, Ma Yi, Moe Per.", ["Hanna|Lindqvist", "Yi|Ma", "Per|Moe"]),
        ("Lind P PhD Jr, Vega H.", ["Lind|P|PhD Jr", "Vega|H"]),
        ("Lind P Dr, Vega H Mr.", ["Lind|P|Dr", "Vega|H|Mr"]),
        ("de Lind PH Júnior, Vega H.", ["de Lind|P H|Júnior", "Vega|H"]),
        ("Lind PH van der, Vega H de, de Moe K de.", ["van der Lind|P H", "de Vega|H", "de Moe|K"]),
        ("Tunç Ӧ, Vega H.", ["Tunç|Ӧ", "Vega|H"]),
        ("Lind P, Human Moss Effort, Vega H.", ["Lind|P", "Human Moss Effort", "Vega|H"]),
        ("Lind P; , on behalf of Moss Net; Tide Group,.", ["Lind|P", "on behalf of Moss Net", "Tide Group"]),
        ("Lind P; Tide Study, Moss AB, and the Sea Group.", ["Lind|P", "Tide Study, Moss AB, and the Sea Group"]),
        ("Lind P Vega's, Moe H.", ["Lind|P|Vega's", "Moe|H"]),
        ("Lind PABCDEFGH, Vega H.", ["PABCDEFGH|Lind", "Vega|H"]),
        ("Xue H (薛海童), Lind P.", ["Xue|H (薛海童)", "Lind|P"]),
        ("Alves Sde O, Alves MCdela C, Lind P.", ["Alves|S de O", "Alves|M C dela C", "Lind|P"]),
        ("Lind P, Vega, Jr. HM, Moe, III K.", ["Lind|P", "Vega|H M|Jr", "Moe|K|III"]),
        ("Lind P, Ada -, Moe H.", ["Lind|P", "Ada|", "Moe|H"]),
        (
            "Moss Care; Tide Centre (Lind P, Email: p@example.org; Vega H, Email: h@example.org).",
            ["Moss Care", "Tide Centre (Lind P, Email: p@example.org; Vega H, Email: h@example.org)"],
        ),
        ("Moss Care; Tide Centre (Lind P; Sea Group.", ["Moss Care", "Tide Centre (Lind P", "Sea Group"]),
        ("Lind P, Ada, MOSSNET.", ["Lind|P", "Ada|", "MOSSNET"]),
        ("Lind P, Hanna M Vega Jr.", ["Lind|P", "Vega|Hanna M|Jr"]),
        ("Lind P, Vega Hanna Maria.", ["Lind|P", "Maria|Vega Hanna"]),
        ("Lind P, Team 4, Lichens (Oslo).", ["Lind|P", "Team 4", "Lichens (Oslo)"]),
        ("Lind P; Moss ABCD.", ["Lind|P", "Moss ABCD"]),
        ("Lind P; Moss ABCD, Vega H.", ["Lind|P", "Moss|A B C D", "Vega|H"]),
        ("Lind P; Moss AB.", ["Lind|P", "Moss|A B"]),
        ("Lind P; Ada, Moss Unit, Vega H.", ["Lind|P", "Ada, Moss Unit", "Vega|H"]),
        ("Lind P; Ada, Vega H.", ["Lind|P", "Ada|", "Vega|H"]),
        ("Lind P; OsloNet, Vega H, Moe K.", ["Lind|P", "OsloNet", "Vega|H", "Moe|K"]),
        ("Task Force on Moss ABCD, Lind P.", ["Task Force on Moss ABCD", "Lind|P"]),
        ("Health Quality Ontario.", ["Health Quality Ontario"]),
        ("Medical Advisory Secretariat.", ["Medical Advisory Secretariat"]),
        ("Deutsche Gesellschaft für Moose.", ["Deutsche Gesellschaft für Moose"]),
        ("The BMJ.", ["The BMJ"]),
        ("Care N, Public A, World HG.", ["Care|N", "Public|A", "World|H G"]),
        ("Vincent van Gogh.", ["Gogh|Vincent van"]),
        ("Lind P PhD, PT(1), Vega H PT, BSc(2), Moe A PT.", ["Lind|P|PhD, PT", "Vega|H|PT, BSc", "Moe|A|PT"]),
        ("Lind P(1); PhD; Vega H; PhD.", ["Lind|P|PhD", "Vega|H|PhD"]),
        ("Lind PA , Jr(1), Vega H.", ["Lind|P A|Jr", "Vega|H"]),
        ("Islam Sohel Md, Vega H.", ["Islam Sohel|Md", "Vega|H"]),
        ("Lind PA Md PhD, Vega H Md, Moe Md.", ["Lind|P A|Md PhD", "Vega|H|Md", "Moe|Md"]),
        (
            "Vega HB 2cnd, Moe KA Fesc Esq, Ek AB Rd, Lind P.",
            ["Vega|H B|2cnd", "Moe|K A|Fesc Esq", "Ek|A B|Rd", "Lind|P"],
        ),
        ("Lind (Moe, Vega H.", ["Lind (Moe", "Vega|H"]),
        ("Lind P(Oslo, Vega H.", ["Lind P(Oslo", "Vega|H"]),
        ("Lind 2nd PA, Vega H.", ["Lind|P A|2nd", "Vega|H"]),
        ("Lind P, Vega, H, Moe K.", ["Lind|P", "Vega|H", "Moe|K"]),
        ("Lind Gel-H, Vega H.", ["Lind|G el-H", "Vega|H"]),
        ("Lind Dzh, Moe Rfj, Vega J-m, Ek é, Ek Ann.", ["Lind|Dzh", "Moe|Rfj", "Vega|J-m", "Ek|é", "Ann|Ek"]),
        ("Lind A [corrected to Lund A], Vega H.", ["Lind|A [corrected to Lund A]", "Vega|H"]),
        ("St. Lind P, Vega H.", ["St. Lind|P", "Vega|H"]),
        ("New Norway. Supreme Court, Orange County.", ["New Norway. Supreme Court, Orange County"]),
        ("MSSR. Komitet MSSR po Moss.", ["MSSR. Komitet MSSR po Moss"]),
        ("Lind & Vega.", ["Lind & Vega"]),
        ("Tang und Moos e. V., Lind P.", ["Tang und Moos e. V.", "Lind|P"]),
        ("Lind P, Aktion Meer e. V.", ["Lind|P", "Aktion Meer e. V"]),
        ("Aktion Meer e.V., Lind EV.", ["Aktion Meer e.V.", "Lind|E V"]),
        ("Moss Study ABCD, Lind P.", ["Moss Study ABCD", "Lind|P"]),
    ],
)
def test_who_is_who(text: str, expected: list[str]) -> None:
    """Persons by their initials, groups by their words, full names by their neighbours."""
    assert shown(parse_authors(text)) == expected


def test_a_line_without_authors() -> None:
    """A full stop alone is no name."""
    assert author_fields(" .") == {}


def test_old_exports_end_a_group_with_a_comma() -> None:
    """What follows a semicolon is a group there, whatever it looks like."""
    assert shown(parse_authors("Lind P; Moss ABCD, Vega H.", old=True)) == ["Lind|P", "Moss ABCD", "Vega|H"]
    assert shown(parse_authors("Lind P; Ada, Vega H.")) == ["Lind|P", "Ada|", "Vega|H"]


@pytest.mark.parametrize(
    ("text", "more", "expected"),
    [
        ("Lind P, Vega H", "Moss.", ["Lind|P", "Vega|H"]),
        ("Lind P, Moss", "Tides.", ["Lind|P", "Moss|"]),
        ("Lind P, Moss", " ", None),
        ("Lind P, Moe K, Moss of the sea", "Tides.", ["Lind|P", "Moe|K", "Moss of the sea"]),
        ("Lind P, Ada, Moss of the sea", "Tides.", None),
        ("Centers for Moss Control and Prevention (CMC)", "Tides.", ["Centers for Moss Control and Prevention (CMC)"]),
        ("Sea Forces Moss Surveillance Center (SFMSC)", "Tides.", ["Sea Forces Moss Surveillance Center (SFMSC)"]),
        ("From the Centers for Moss Control", "Tides.", None),
        ("Severe Acute Moss Syndrome (SAMS)", "Tides.", None),
        ("Moss Consultative Group on Tides", "Lichens.", ["Moss Consultative Group on Tides"]),
        ("Mya-Than, Aung-Kyaw-Oo, Ma-Ada", "Tides.", ["Mya-Than|", "Aung-Kyaw-Oo|", "Ma-Ada|"]),
        ("Lind P; Moss of the sea", "Tides.", ["Lind|P", "Moss of the sea"]),
        ("Lind P: a view; Moss of sea", "Tides.", None),
        ("Moe K, Lind P, moss of the sea, of tides, of salt: a view", "Tides.", None),
        ("Moe K, moss: a view; shores of the sea, of tides", "Tides.", None),
        ("Ada Lind, Per Moe, Hanna Vega", "Tides.", ["Lind|Ada", "Moe|Per", "Vega|Hanna"]),
        ("Ada Lind, Per Moe", "Tides.", None),
        ("Moss Research Group", "Tides.", ["Moss Research Group"]),
        ("Moss research group", "Tides.", None),
        ("Lichen Society (LS)", "Tides.", ["Lichen Society (LS)"]),
        ("Lichen something Society (LS)", "Tides.", None),
        ("Ministry of Tides", "Tides.", ["Ministry of Tides"]),
        ("Moss Working Group on Tides", "Tides.", ["Moss Working Group on Tides"]),
        (f"Moss {'Moss ' * 25}Group", "Tides.", None),
        ("Academy for Tides, Moss’ and Kelp’", "Tides.", ["Academy for Tides, Moss’ and Kelp’"]),
        ("Academy of " + "A' " * 36 + "sea", "Tides.", None),  # that takes no time, however the words may be told apart
        ("Moss Network; Tide Society", "Tides.", ["Moss Network", "Tide Society"]),
        ("Moss Network; tides of the sea", "Tides.", None),
    ],
)
def test_authors_or_the_beginning_of_a_title(text: str, more: str, expected: list[str] | None) -> None:
    """The first sentence of a summary is one or the other."""
    assert shown(parse_author_list(text, more)) == expected
