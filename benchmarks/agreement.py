"""Whether the same articles agree when they are read from different formats, per field and pair of formats.

    python benchmarks/agreement.py [-v] FILE...

Articles are known by their PMIDs. What is compared is brought to the form that all formats have: letters without marks
(some exports are ASCII), initials, two at most, for given names, no markup. A field is compared where both have it; a
date, as far as the coarser one goes. ``-v`` prints each difference.
"""

from __future__ import annotations

import argparse
import collections
import itertools
import unicodedata
from collections.abc import Callable
from typing import Any

from citeconv import Citation, CiteconvError, Date, Report, load
from citeconv.values.markup import plain
from citeconv.values.names import initials_of


def letters(text: str) -> str:
    """Return the letters and digits of a text in lower case, without marks."""
    return "".join([sign for sign in unicodedata.normalize("NFKD", plain(text)).lower() if sign.isalnum()])


def people(citation: Citation) -> tuple[str, ...]:
    """Return the authors, each as family name and initials, or as a group."""
    return tuple([letters(name.literal or f"{name.family}{initials_of(name.given)}") for name in citation.author])


def day(date: Date | None) -> tuple[int, ...]:
    """Return a date as numbers, as coarse as it is."""
    if date is None:
        return ()
    return tuple(itertools.takewhile(bool, (date.year, date.month, date.day)))


FIELDS: dict[str, Callable[[Citation], Any]] = {
    "title": lambda citation: letters(citation.title),
    "authors": people,
    "journal": lambda citation: letters(citation.container_title_short),
    "date": lambda citation: day(citation.issued),
    "volume": lambda citation: citation.volume,
    "issue": lambda citation: citation.issue,
    "pages": lambda citation: citation.page or citation.number,
    "doi": lambda citation: citation.doi.lower(),
    "pmcid": lambda citation: citation.pmcid,
}


def agree(first: Any, second: Any) -> bool:
    """Whether two values do not contradict each other: one that is coarser, or cut short, says the same so far."""
    if isinstance(first, tuple) and first and isinstance(first[0], int):
        shared = min(len(first), len(second))
        return bool(first[:shared] == second[:shared])
    return bool(first == second)


def main() -> None:
    """Read the files, compare, print a table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("files", nargs="+", metavar="FILE")
    parser.add_argument("-v", "--verbose", action="store_true", help="print each difference")
    arguments = parser.parse_args()
    by_pmid: dict[str, dict[str, Citation]] = collections.defaultdict(dict)
    for file in arguments.files:
        report = Report()
        try:
            for citation in load(file, report=report):
                if citation.pmid:
                    by_pmid[citation.pmid].setdefault(report.inputs[0].format, citation)
        except CiteconvError as error:
            print(error)
    compared: collections.Counter[tuple[str, str, str]] = collections.Counter()
    different: collections.Counter[tuple[str, str, str]] = collections.Counter()
    for pmid, found in by_pmid.items():
        for (one, first), (other, second) in itertools.combinations(sorted(found.items()), 2):
            for field, get in FIELDS.items():
                mine, theirs = get(first), get(second)
                if not (mine and theirs):
                    continue
                compared[one, other, field] += 1
                if not agree(mine, theirs):
                    different[one, other, field] += 1
                    if arguments.verbose:
                        print(f"PMID {pmid}, {one} and {other}: {field}: {mine!r} and {theirs!r}")
    for pair, keys in itertools.groupby(sorted(compared), lambda key: key[:2]):
        cells = [f"{key[2]} {compared[key] - different[key]}/{compared[key]}" for key in keys]
        print(f"{' and '.join(pair)}: {', '.join(cells)}")


if __name__ == "__main__":
    main()
