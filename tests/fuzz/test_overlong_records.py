"""Records that are longer than is taken, among others: each reader rejects them one by one, and reads the others.

Five records go in, in the layouts that files of a format have, some of them filled up beyond the limit, and little at
a time, as a pipe gives it. The others must be written, and the rejects, mended, must complete the job.
"""

from __future__ import annotations

import io
from collections import Counter

import pytest
from laws import readers

from citeconv import Report, convert
from citeconv.source import Limits

LIMITS = Limits(record=3_000)
LONG = "salt and tides of the sea " * 800
"""More than a reader looks ahead and behind, so that the end of such a record is handed on by itself."""
PLANS = {"first": {0}, "middle": {2}, "last": {4}, "two in a row": {1, 2}, "all": {0, 1, 2, 3, 4}}

PUBMED = (
    "{n}. J Imag Oceans. 2019 Mar;37(1):2{n}-9{n}. doi: 10.1000/x{n}.\n\nTides {n}.\n\nLind P(1).\n\n"
    "Author information:\n(1)Nowhere.\n\nSalt. {fill}\n\nDOI: 10.1000/x{n}\nPMID: 900000{n}\n"
)
SUMMARY = (
    "{n}: Lind P. Tides {n}. {fill}. J Imag Oceans. 2019 Mar;37(1):2{n}-9{n}. doi: 10.1000/x{n}. PMID: 900000{n}.\n"
)
MEDLINE = "PMID- 900000{n}\nTI  - Tides {n}\nAB  - {fill}\nAU  - Lind P\nSO  - J Imag Oceans. 2019;37(1):2{n}.\n"
RIS = "TY  - JOUR\nTI  - Tides {n}\nAU  - Lind, Per\nAB  - {fill}\nDO  - 10.1000/x{n}\n"
WOS = "PT J\nAU Lind, P\nTI Tides {n}\nAB {fill}\nUT WOS:00000000000000{n}\nER\n"
OVID = "<{n}>\nTitle\n  Tides {n}.\nAuthors\n  Lind P.\nAbstract\n  {fill}\nAccession Number\n  20310000{n}\n"
COCHRANE = "Record #{n} of 5\nID: CN-0000000{n}\nAU: Lind P\nTI: Tides {n}\nAB: {fill}\n"
REFER = "%0 Journal Article\n%T Tides {n}\n%A Lind, Per\n%X {fill}\n%R 10.1000/x{n}\n"
BIBTEX = "@article{{k{n},\n  title = {{Tides {n}}},\n  abstract = {{{fill}}},\n  doi = {{10.1000/x{n}}}\n}}\n"
CSL = '{{"type":"book","id":"k{n}","title":"Tides {n}","abstract":"{fill}"}}'
JSON = '{{"citeconv":1,"title":"Tides {n}","abstract":[{{"paragraphs":["{fill}"]}}]}}'
PUBMED_XML = (
    "<PubmedArticle><MedlineCitation><PMID>900000{n}</PMID><Article><ArticleTitle>Tides {n}</ArticleTitle>"
    "<Abstract><AbstractText>{fill}</AbstractText></Abstract></Article></MedlineCitation></PubmedArticle>"
)
JATS = (
    '<ref id="r{n}"><element-citation publication-type="journal"><article-title>Tides {n}</article-title>'
    "<comment>{fill}</comment></element-citation></ref>"
)
ENDNOTE = (
    '<record><ref-type name="Book">6</ref-type><titles><title>Tides {n}</title></titles>'
    "<abstract>{fill}</abstract></record>"
)
LAYOUTS: dict[str, dict[str, tuple[str, str, str, str]]] = {
    "pubmed": {
        "as saved": ("", PUBMED, "\n\n", ""),
        "one empty line": ("", PUBMED, "\n", ""),
        "no empty line": ("", PUBMED, "", ""),
        "no numbers": ("", PUBMED.removeprefix("{n}. "), "\n\n", ""),
        "banners": ("", PUBMED, "\n\n=== next ===\n\n\n", ""),
    },
    "pubmed-summary": {"as saved": ("", SUMMARY, "\n", ""), "no empty line": ("", SUMMARY, "", "")},
    "nbib": {
        "as saved": ("", MEDLINE, "\n", ""),
        "no empty line": ("", MEDLINE, "", ""),
        "no PMID": ("", MEDLINE.partition("\n")[2], "\n", ""),
        "PMID at the first only": ("PMID- 9000000\n", MEDLINE.partition("\n")[2], "\n", ""),
    },
    "ris": {
        "as specified": ("", RIS + "ER  - \n", "\n", ""),
        "no end": ("", RIS, "\n", ""),
        "no end nor empty line": ("", RIS, "", ""),
        "blanks missing": ("", RIS.replace("  - ", " - "), "", ""),
        "type in the middle": ("", RIS.partition("\n")[2].replace("DO ", "TY  - JOUR\nDO ") + "ER  - \n", "\n", ""),
    },
    "wos": {"as saved": ("FN Clarivate Analytics Web of Science\nVR 1.0\n", WOS, "\n", "\nEF\n")},
    "ovid": {"as saved": ("", OVID, "\n", "")},
    "cochrane": {"as saved": ("", COCHRANE, "\n\n", "")},
    "refer": {"as saved": ("", REFER, "\n", ""), "no types": ("", REFER.partition("\n")[2], "\n", "")},
    "bibtex": {
        "as usual": ("", BIBTEX, "\n", ""),
        "in one line": ("", BIBTEX.replace("\n", ""), " ", ""),
        "never closed": ("", BIBTEX.removesuffix("}}\n"), "\n", ""),
    },
    "csl-json": {"as usual": ("[", CSL, ",\n", "]"), "in one line": ("[", CSL, ",", "]")},
    "json": {"as usual": ("[\n", JSON, ",\n", "\n]\n"), "in one line": ("[", JSON, ",", "]")},
    "jsonl": {"as usual": ("", JSON, "\n", "\n")},
    "pubmed-xml": {"as saved": ("<PubmedArticleSet>\n", PUBMED_XML, "\n", "\n</PubmedArticleSet>\n")},
    "jats": {"a list": ("<ref-list>\n", JATS, "\n", "\n</ref-list>\n")},
    "endnote-xml": {"in one line": ("<xml><records>", ENDNOTE, "", "</records></xml>")},
    "csv": {"as usual": ("Title,Abstract,DOI\n", '"Tides {n}","{fill}",10.1000/x{n}\n', "", "")},
    "tsv": {"as usual": ("Title\tAbstract\tDOI\n", "Tides {n}\t{fill}\t10.1000/x{n}\n", "", "")},
}
"""By format and layout: what stands before the first record, a record, what stands between, and behind the last."""
CASES = [(format_, name) for format_, layouts in LAYOUTS.items() for name in layouts]


class Pipe(io.RawIOBase):
    """Gives 4 KiB at a time."""

    def __init__(self, text: str) -> None:
        self._bytes = io.BytesIO(text.encode())

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        return self._bytes.read(min(size, 4096) if size >= 0 else 4096)


def file(format_: str, name: str, fills: list[str]) -> str:
    """Return a file of so many records."""
    head, record, between, foot = LAYOUTS[format_][name]
    return head + between.join([record.format(n=n, fill=fill) for n, fill in enumerate(fills, 1)]) + foot


def converted(text: str, format_: str) -> tuple[list[bytes], str, int]:
    """Return the citations in a file, its rejects and their number."""
    output, rejects, report = io.BytesIO(), io.BytesIO(), Report()
    convert(Pipe(text), output, from_=format_, to="jsonl", rejects=rejects, report=report, limits=LIMITS)
    return output.getvalue().splitlines(), rejects.getvalue().decode(), report.total.rejected


def test_every_reader_is_here() -> None:
    """No format is overlooked; a workbook is read as the table that it holds."""
    assert sorted(LAYOUTS) == sorted(set(readers()) - {"xlsx"})


@pytest.mark.parametrize(("format_", "name"), CASES)
def test_neighbours_of_a_record_that_is_too_long(format_: str, name: str) -> None:
    """It costs itself alone, wherever it stands, and the rejects hold it whole."""
    usual, none, _ = converted(file(format_, name, ["Salt."] * 5), format_)
    assert (5, "") == (len(usual), none)

    for plan, places in PLANS.items():
        written, rejects, count = converted(
            file(format_, name, [LONG if place in places else "Salt." for place in range(5)]), format_
        )
        assert [each for place, each in enumerate(usual) if place not in places] == written, plan
        assert len(places) == count, plan
        mended, none, _ = converted(rejects.replace(LONG, "Salt."), format_)
        assert (Counter(usual), "") == (Counter(written + mended), none), plan


@pytest.mark.parametrize(("format_", "name"), CASES)
def test_records_that_are_long_together(format_: str, name: str) -> None:
    """Records none of which is too long are read, however they stand together."""
    assert 5 == len(converted(file(format_, name, [LONG[:1_200]] * 5), format_)[0])
