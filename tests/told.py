"""What a reader says of an input: text (as UTF-8) or bytes go in, the citations and the diagnostics come out."""

from __future__ import annotations

from citeconv import Citation, Report, loads
from citeconv.report import Diagnostic


def read_told(data: str | bytes, from_: str = "", **options: str) -> tuple[list[Citation], list[Diagnostic]]:
    """Return the citations in an input, and what was said of it.

    Args:
        data: The input.
        from_: Its format; found by its content if not given.
        options: Options of the format.
    """
    report, seen = Report(), list[Diagnostic]()
    report.listen(seen.append)
    return loads(data.encode() if isinstance(data, str) else data, from_, report=report, **options), seen
