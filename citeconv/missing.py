"""Records that lack a field their user needs: a DOI, say, which a publisher asks for, or an abstract for screening.

Records go through unchanged; the report has a note for each that has no value in one of the fields asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from citeconv.citation import FIELDS, PARTS, Citation
from citeconv.errors import UsageError
from citeconv.report import Diagnostic, Report, name_of
from citeconv.run import Found, Item
from citeconv.values.nearest import did_you_mean

_Value = Callable[[Citation], object]


def lookup(path: str) -> _Value:
    """Return what gives the value of a citation in a field, in any of its parts or in any of several fields.

    Args:
        path: A field (``doi``, in letters of any case), a detail of one (``author.orcid``, ``issued.month``), or
            several, of which one is enough, with slashes between them (``page/number``).

    Raises:
        UsageError: There is no such field.
    """
    values = [_one(each) for each in path.split("/")]
    return lambda citation: any(value(citation) for value in values)


def _one(path: str) -> _Value:
    field, dot, detail = path.lower().replace("-", "_").partition(".")
    if field not in FIELDS:
        raise UsageError(f"no field is called {path!r}{did_you_mean(field, FIELDS)}")
    if not dot:
        return lambda citation: getattr(citation, field)
    details = PARTS[field].__struct_fields__ if field in PARTS else ()
    if detail not in details:
        raise UsageError(f"{field} has no detail called {detail!r}{did_you_mean(detail, details)}")

    def value(citation: Citation) -> object:
        parts = getattr(citation, field)
        return any(getattr(part, detail) for part in (parts if isinstance(parts, tuple) else (parts,)) if part)

    return value


class Missing:
    """Tells of the records without a value.

    Args:
        report: Takes note of each.
        paths: As ``lookup`` takes them.
    """

    def __init__(self, report: Report, paths: Iterable[str]) -> None:
        self._report = report
        self._values = {path: lookup(path) for path in paths}

    def told(self, found: Iterable[Found]) -> Iterator[Found]:
        """Yield what was found."""
        for counts, item in found:
            if isinstance(item, Item):
                for path, value in self._values.items():
                    if not value(item.citation):
                        self._tell(path, item, counts.input)
            yield counts, item

    def _tell(self, path: str, item: Item, name: str) -> None:
        message, who = f"no {path.replace('/', ' and no ')}", name_of(item.citation)
        told = Diagnostic(code="missing", message=message, file=name, line=item.line, record=who, field=path)
        self._report.add(told)
