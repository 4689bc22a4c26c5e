"""Whether the fields read from PubMed text agree with PubMed's own CSV of the same records, per field.

Usage: ``python benchmarks/fields.py TEXT CSV``. The CSV gives title, authors, journal, year, DOI and PMCID in columns
of their own, and volume, issue and pages within its ``Citation``. Each difference is printed; what is compared is
brought to one form first: no final full stop, no brackets of a translation, initials together, page ranges in full.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections import Counter
from collections.abc import Iterator

from citeconv import Citation, Name, load
from citeconv.values.nlm import title_as_cited
from citeconv.values.pages import expand_pages

CITATION = re.compile(
    r".*?\. (?P<date>\d{4}[^;:.]*)(?:;(?P<volume>[^(:.]*)(?:\((?P<issue>.*?)\)(?=[:.]))?)?(?::(?P<pages>.*?))?"
    r"\. ?(?:doi|Epub|eCollection|Print|Online|Preprint|\Z)"
)


def author(name: Name) -> str:
    """Return a name as PubMed prints it."""
    if name.literal:
        return f"{name.literal}. Electronic address: {name.email}" if name.email else name.literal
    initials = name.given.replace(" ", "")
    given = initials if initials.replace("-", "").replace("'", "").isupper() else name.given
    return " ".join(part for part in (name.family, given, name.suffix) if part)


def fields(citation: Citation, row: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    """Yield the name of each field, our value and that of the CSV."""
    yield "title", citation.title, title_as_cited(row["Title"])
    authors = row["Authors"].rstrip(".").replace(";", ",")
    yield "authors", ", ".join(map(author, citation.author)), authors
    journal = citation.container_title_short or citation.container_title
    yield "journal", journal, row["Journal/Book"].removesuffix(" [Preprint]")
    yield "year", str(citation.issued.year if citation.issued else ""), row["Publication Year"]
    yield "doi", citation.doi, row["DOI"]
    yield "pmcid", citation.pmcid, row["PMCID"]
    place = CITATION.match(row["Citation"] + " ")
    if place:
        yield "volume", citation.volume, (place["volume"] or "").strip()
        yield "issue", citation.issue, place["issue"] or ""
        slot = place["pages"] or ""
        known = {citation.page, citation.number, citation.pii, citation.doi}
        if slot in known:
            yield "pages", slot, slot
        else:
            yield "pages", citation.page or citation.number, expand_pages(slot)


def main() -> None:
    """Print each difference, then the share per field."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("text")
    parser.add_argument("csv")
    arguments = parser.parse_args()
    ours = {citation.pmid: citation for citation in load(arguments.text)}
    same, total = Counter[str](), Counter[str]()
    with open(arguments.csv, encoding="utf-8-sig", newline="") as stream:
        for row in csv.DictReader(stream):
            citation = ours.get(row["PMID"])
            if citation is None or not row["Citation"]:
                continue
            for field, left, right in fields(citation, row):
                total[field] += 1
                same[field] += left == right
                if left != right:
                    print(f"{field} of PMID {row['PMID']}: {left!r} here, {right!r} there")
    for field, count in total.items():
        print(f"{field:8} {same[field]:5} of {count:5} agree ({same[field] / count:.2%})")


if __name__ == "__main__":
    main()
