"""How much of the words of PubMed text exports stands in the ``json`` output, per file, and which words are missing.

Usage: ``python benchmarks/words.py FILE... [--show N]``. Each record's text is compared with its citation: a word
counts as kept when it stands anywhere in it. Left out of the count is what the layout prints and the model says
otherwise: record numbers, labels such as ``Author information:`` and ``PMID:``, the marks ``(1)`` behind authors,
status flags, and months, days and years, which became numbers. Leaked entities count as what they stand for.
"""

from __future__ import annotations

import argparse
import contextlib
import re
from collections import Counter

import msgspec

from citeconv import Citation, Leftover, Source
from citeconv.pubmed.record import parse_record
from citeconv.pubmed.records import split_records
from citeconv.pubmed.text import unescape

WORD = re.compile(r"[^\W_]+")
LAYOUT = re.compile(
    r"\A\s*\d+\. (?:RETRACTED ARTICLE)?"
    r"|^(?:Author information|Collaborators|DOI|PMCID|PMID|Conflict of interest statement|Publisher"
    r"|Plain Language Summary): ?|^\(#\)Contributed equally|^\((?:\d+|#)\)|\((?:\d+,?|#)\)(?=[(,;.\s])"
    r"|\[(?:PubMed(?: - )?)?(?:[Ii]ndexed for MEDLINE|in process|as supplied by publisher)?\]|\[Article in [^\]]*\]"
    r"|\[No authors listed\]|Electronic address: (?=\S+@)"
    r"|\b(?:Epub|eCollection|Print|Online\s+ahead\s+of\s+print|Epub\s+ahead\s+of\s+print|Preprint|doi|pii)\b"
    r"|\[Available on \d{4}-\d\d-\d\d\]"
    r"|^(?:Comment|Erratum|Retraction|Update|Expression of concern|Corrected and republished|Retracted and republished)"
    r" (?:in|on|of|for|from)[ \t]*$|^In: |editors\. |\[updated ",
    re.M,
)
MONTH = re.compile(r"\A(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Spring|Summer|Fall|Autumn|Winter|\d{1,4})\Z")


def words(text: str) -> Counter[str]:
    """Return the words of a text, case folded, with their number."""
    return Counter(WORD.findall(text.casefold()))


def missing_words(text: str, citation: Citation) -> tuple[int, Counter[str]]:
    """Return how many words a record has, and those that its citation lacks."""
    plain = LAYOUT.sub(" ", text)
    wanted = words(unescape(plain))
    kept = words(" ".join(_texts(msgspec.to_builtins(citation))))
    names = [*citation.author, *citation.editor, *citation.contributor]
    names += [member for name in citation.author for member in name.members]
    kept += words(" ".join(name.given.replace(" ", "") for name in names))
    gone = {word: count for word, count in wanted.items() if word not in kept and not MONTH.match(word.title())}
    return wanted.total(), Counter(gone)


def _texts(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for inner in value.values() for text in _texts(inner)]
    if isinstance(value, (list, tuple)):
        return [text for inner in value for text in _texts(inner)]
    return [str(value)]


def main() -> None:
    """Print the share of each file, and what is missing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+")
    parser.add_argument("--show", type=int, default=20, help="missing words to show per file")
    arguments = parser.parse_args()
    for file in arguments.files:
        total = 0
        gone: Counter[str] = Counter()
        where: dict[str, str] = {}
        with contextlib.closing(Source(file)) as source:
            for record in split_records(source):
                if isinstance(record, Leftover):
                    continue
                citation = parse_record(record.data)
                count, lost = missing_words(record.data, citation)
                total += count
                gone += lost
                where.update(dict.fromkeys(lost, citation.pmid))
        share = 1 - gone.total() / max(total, 1)
        print(f"{share:9.4%} of {total:9,} words, {gone.total():5} missing  {file}")
        for word, count in gone.most_common(arguments.show):
            print(f"           {word} ({count}, e.g. PMID {where[word]})")


if __name__ == "__main__":
    main()
