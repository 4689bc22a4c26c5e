"""Printed citations in a cell, as the search pages of BVS (LILACS) and SciELO have them in the column ``Source``.

The cell goes in, the texts of its parts come out, by field: of an article in a journal, ``Rev. mar;72(1): 1-5, jan.
2019. tab, graf``, or ``Revista do Mar; 72(1); 1-5``; of a book, ``Santos; Editora do Mar; 2019. 120 p. ilus``. What
stands behind the date says how a work is illustrated, and has the field ``annote``.
"""

from __future__ import annotations

from citeconv.values.patterns import lazy

_DATE = r"(?P<issued>(?:[^\W\d][^\d;,]{0,30} )?\d{4}(?: (?:[A-Za-z]{3}|\d\d?)){0,2})\.?"
_REST = r"(?: (?P<annote>.*))?"
_FORMS = (
    lazy(
        r"(?P<container_title>[^;]{1,300}); ?(?P<volume>[^\s(:;,]{0,20}) ?(?:\((?P<issue>[^();]{1,40})\))?"
        rf"(?:: ?(?P<page>[^,;]{{1,60}}))?, ?{_DATE}{_REST}"
    ),
    lazy(
        r"(?P<container_title>[^;]{1,300}); (?P<volume>[^();]{0,20})\((?P<issue>[^();]{0,40})\); ?(?P<page>[^;]{0,60})"
    ),
    lazy(
        rf"(?P<publisher_place>[^;]{{1,100}}); (?P<publisher>[^;]{{1,200}}); {_DATE}"
        rf"(?: \[?(?P<number_of_pages>\d{{1,5}})\]? ?p\.?)?{_REST}"
    ),
)
"""An article as BVS prints it, an article as SciELO does, a book."""


def printed_fields(text: str) -> dict[str, str]:
    """Return the parts of a printed citation by field; none if it has another form."""
    match = next(filter(None, (form.fullmatch(text) for form in _FORMS)), None)
    parts = match.groupdict("") if match else {}
    return {field: part for field, value in parts.items() if (part := value.strip(" -"))}
