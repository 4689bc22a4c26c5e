"""Tags that mean something of their own in a type, with values of this form and of others."""

from __future__ import annotations

from typing import Any

import pytest

from citeconv import FIELDS, Affiliation, Citation, Date, Issn, Name, Report, loads


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("CASE|SE  - 2019/03/04", {"submitted": Date(year=2019, month=3, day=4)}),
        ("CASE|SE  - some day", {"extra": (("ris:SE", "some day"),)}),
        ("CASE|SE  - 2019|SE  - 2020", {"submitted": Date(year=2019), "extra": (("ris:SE", "2020"),)}),
        ("JOUR|PY  - 2020|PD  - JAN 5", {"issued": Date(year=2020, month=1, day=5)}),
        ("CONF|PY  - 2012|C2  - 2013", {"issued": Date(year=2013), "event_date": Date(year=2012)}),
        ("CONF|PY  - 2012|C2  - PMC12345", {"issued": Date(year=2012), "pmcid": "PMC12345"}),
        ("CONF|PY  - 2012|C2  - shelf", {"issued": Date(year=2012), "extra": (("ris:C2", "shelf"),)}),
        ("CONF|T2  - Proceedings of Tides|C3  - Tides 2",
         {"container_title": "Proceedings of Tides", "extra": (("ris:C3", "Tides 2"),)}),
        ("RPRT|A3  - Shelf Institute", {"publisher": "Shelf Institute"}),
        ("RPRT|A3  - Shelf Institute|PB  - Press", {"publisher": "Press", "extra": (("ris:A3", "Shelf Institute"),)}),
        ("RPRT|A3  - Lind, Per", {"collection_editor": (Name(family="Lind", given="Per"),)}),
        ("RPRT|SN  - TR-4", {"number": "TR-4"}),
        ("RPRT|SN  - 1234-5679", {"issn": (Issn(value="1234-5679"),)}),
        ("ELEC|C1  - 2014|C2  - 12 June", {"accessed": Date(year=2014, month=6, day=12)}),
        ("ELEC|C1  - Tide Institute", {"extra": (("ris:C1", "Tide Institute"),)}),
        ("ELEC|VL  - 3|M1  - x", {"volume": "3", "extra": (("ris:M1", "x"),)}),
        ("ELEC|Y2  - 2014/06/12|C2  - 13 June 2015",
         {"accessed": Date(year=2014, month=6, day=12), "extra": (("ris:C2", "13 June 2015"),)}),
        ("JOUR|AU  - Lind, P|CY  - lind@example.org, Tide Institute, Riga, Latvia|CY  - Riga",
         {"author": (Name(family="Lind", given="P", affiliations=(
             Affiliation(text="lind@example.org, Tide Institute, Riga, Latvia"),)),),
          "publisher_place": "Riga"}),
        ("JOUR|IS  - 5|M1  - 5", {"issue": "5"}),
        ("JOUR|Y2  - soon", {"extra": (("ris:Y2", "soon"),)}),
        ("JOUR|N1  - doi:nonsense", {"note": ("doi:nonsense",)}),
        ("JOUR|PY  - 2019|IS  - 8 May", {"issued": Date(year=2019, month=5), "issue": "8"}),
        ("JOUR|IS  - 8 May", {"issue": "8 May"}),
    ],
)  # fmt: skip
def test_values_by_their_form(lines: str, expected: dict[str, Any]) -> None:
    """What has not the form of its field is read as what the tag means elsewhere, or kept."""
    kind, *tags = lines.split("|")
    [found] = loads("\n".join([f"TY  - {kind}", "TI  - T", *tags, "ER  - ", ""]), "ris", report=Report())
    nothing = Citation()
    assert expected == {
        field: getattr(found, field)
        for field in FIELDS
        if field not in ("type", "title") and getattr(found, field) != getattr(nothing, field)
    }
