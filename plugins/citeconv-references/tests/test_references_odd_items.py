"""Items and styles with what is rare or wrong: what is printed of them, and what is said."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from citeconv import Citation, CiteconvError, Name, Report, dumps
from citeconv_references import styles
from citeconv_references.engine import locales
from small_styles import ZORN, one, printed, styled

TITLE = '<text variable="title"/>'
CHOICE = '<choose><if variable="{}"><text value="yes"/></if><else><text value="no"/></else></choose>'
DAY = '<date variable="issued"><date-part name="day"/></date>'


@pytest.mark.parametrize(
    ("layout", "item", "expected"),
    [
        (CHOICE.format("citation-number"), {}, "yes"),
        (CHOICE.format("year-suffix"), {}, "no"),
        (f"{TITLE}{DAY}", {"title": "T", "issued": {"date-parts": [[2020]]}}, "T"),
        (f"{TITLE}{DAY}", {"title": "T", "issued": {"date-parts": ["2020"]}}, "T"),
        ('<date variable="issued" form="text"/>', {"issued": {"raw": "12 May 2020"}}, "May 12, 2020"),
        ('<date variable="issued" form="text"/>', {"issued": {"raw": "May 12, 2020"}}, "May 12, 2020"),
        ('<date variable="issued" form="text"/>', {"issued": {"raw": "2020-05"}}, "May 2020"),
        ('<date variable="issued" form="text"/>', {"issued": {"raw": "2020"}}, "2020"),
        (f'{TITLE}<date variable="issued" form="long"/>', {"title": "T", "issued": {"date-parts": [[2020]]}}, "T"),
        (f'{TITLE}<text variable="note" prefix="; "/>', {"note": "title: Salt\ntitle: Sea\n\nRead"},
         "Salt; title: Sea  Read"),
        ('<text variable="title" text-case="uppercase"/>', {"title": 'salt <span class="nocase">weiß</span> straße'},
         "SALT weiß STRAßE"),
        ('<text variable="title" text-case="sentence"/>', {"title": "— …"}, "— …"),
        ('<names variable="author"><name name-as-sort-order="all"><name-part name="family" prefix="~"/></name></names>',
         {"author": [ZORN]}, "~Zorn, Ada Berta"),
        ('<names variable="author"/>', {"author": [{"family": "Lee", "static-ordering": True}]}, "Lee"),
    ],
)  # fmt: skip
def test_what_is_printed(layout: str, item: dict[str, Any], expected: str) -> None:
    """A value that is rare is set as any other; of one that is none, or that the style has no form for, nothing is."""
    assert one(layout, item) == expected


def test_an_entry_of_two_fields_without_either() -> None:
    """Nothing is set, and no column for it."""
    layout = f'{TITLE}<text variable="volume"/>'
    assert printed(layout, [{"publisher": "P"}], bibliography='second-field-align="flush"') == [""]


def test_syllables_of_korean_in_order() -> None:
    """They stand behind Latin letters, in their own order."""
    items = [{"title": "러"}, {"title": "가"}, {"title": "b"}]
    assert printed(TITLE, items, sort='<sort><key variable="title"/></sort>') == ["b", "가", "러"]


def _style(folder: Path, name: str, source: bytes | str) -> Path:
    path = folder / f"{name}.csl"
    path.write_bytes(source if isinstance(source, bytes) else source.encode())
    return path


def _dependent(parent: str) -> str:
    link = f'<link rel="independent-parent" href="http://www.zotero.org/styles/{parent}"/>'
    return f'<style xmlns="http://purl.org/net/xbiblio/csl"><info><title>Own</title><id>own</id>{link}</info></style>'


def test_a_style_that_depends_on_none_that_is_there(tmp_path: Path) -> None:
    """The message says which one is missing, or that there is none at the end."""
    path = _style(tmp_path, "own", _dependent("nobodys-style"))
    with pytest.raises(CiteconvError, match="depends on the style nobodys-style, which is not installed"):
        dumps([Citation(title="T")], "references", references_style=str(path))


def test_styles_that_depend_on_each_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A circle ends, and is told."""
    monkeypatch.setattr(styles, "_in_packages", lambda name: tmp_path / f"{name}.csl")
    _style(tmp_path, "one", _dependent("two"))
    _style(tmp_path, "two", _dependent("one"))
    with pytest.raises(CiteconvError, match="style one: its parents lead to no independent style"):
        dumps([Citation(title="T")], "references", references_style="one")


def test_a_damaged_style_that_names_a_parent(tmp_path: Path) -> None:
    """The line of the damage is told."""
    path = _style(tmp_path, "own", _dependent("vancouver").replace("</info>", "\n</inf>"))
    with pytest.raises(CiteconvError, match=r"own\.csl:2: "):
        dumps([Citation(title="T")], "references", references_style=str(path))


def test_a_style_without_a_layout(tmp_path: Path) -> None:
    """It cannot be used."""
    source = styled("").replace(b'<layout suffix=""></layout>', b"")
    with pytest.raises(CiteconvError, match="cs:bibliography has no cs:layout"):
        dumps([Citation(title="T")], "references", references_style=str(_style(tmp_path, "own", source)))


@pytest.mark.parametrize("name", ["ama", "AMA", "https://www.zotero.org/styles/ama"])
def test_a_style_by_the_name_that_people_use(name: str) -> None:
    """A style is found by the short name of who made it."""
    assert styles.find_style(name).source == styles.find_style("american-medical-association").source


def test_without_the_locales(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message says what is missing."""
    monkeypatch.setattr(locales, "find_spec", lambda _: None)
    with pytest.raises(locales.StyleError, match="locale files of citeproc-py are not installed"):
        locales.locale_folder()


def test_others_of_those_who_are_not_printed() -> None:
    """That there are more of them is lost, where the style prints nobody of theirs."""
    report = Report()
    letter = Citation(type="article-journal", title="T", recipient=(Name(family="Lind"),), et_al=("recipient",))
    dumps([letter], "references", report=report)
    assert {"recipient", "et_al"} <= set(report.lost())
