"""How much of a file stands in ``--to json``: the share of its values found, what is missing, what is in extra.

    python benchmarks/values.py [-v] [--format NAME] FILE...

A function for each format yields the values of a file (tag, field, element), record by record, by a method that shares
nothing with our readers: a line pattern, or the parser of another project. A value is found if its letters and digits
stand in the JSON of its record in their order; or if those of all its parts do, where it is made of several (a DOI
with its label, a heading with qualifiers, a date, a name, a list); or if it is the name of a language or of a type.
Where the number of records differs, values are looked for in the whole file, and the line says so. A value is in extra
alone if it is found there and in no field: what stands in both is found in its field. ``-v`` prints what is missing.
"""

from __future__ import annotations

import argparse
import collections
import csv
import html
import io
import json
import re
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

import citeconv
from citeconv.values.dates import MONTHS, SEASONS
from citeconv.values.languages import language_code

Value = tuple[str, str]
"""Name of a tag, field or element, and its text."""

# -- the values of a file, by format


def tagged(text: str, line: str, end: str, first: str = "", lists: str = "") -> Iterator[list[Value]]:
    """Yield the tags of each record of a tagged format; a line without a tag belongs to the one before.

    Args:
        text: The file.
        line: Pattern of a line with a tag: the tag, the value.
        end: Pattern of the line that ends a record; it belongs to none.
        first: Tag that begins a record where the end is not marked.
        lists: Tags whose further lines are further values, although they are indented.
    """
    several = lists.split()
    pattern, last = re.compile(line), re.compile(end)
    record: list[Value] = []
    for row in re.split(r"\r\n|\r|\n", text.replace("\ufeff", "")):
        match = pattern.match(row)
        if last.fullmatch(row) or (match and match[1] == first):
            if record:
                yield record
            record = []
        if match and not last.fullmatch(row):
            record.append((match[1].upper(), (match[2] or "").strip()))
        elif record and row.strip() and not last.fullmatch(row):
            tag, value = record.pop()
            joined = row[:1].isspace() and tag not in several
            record += [(tag, f"{value} {row.strip()}")] if joined else [(tag, value), (tag, row.strip())]
    if record:
        yield record


def ris(text: str) -> Iterator[list[Value]]:
    """RIS: what stands between one ``ER`` and the next."""
    row = r"[ \t]*([A-Za-z][A-Za-z0-9])[ \xa0]{0,3}- *(.*)"
    for record in tagged(text, row, r"[ \t]*[Ee][Rr][ \xa0]{0,3}-.*"):
        glued = [(tag, re.split(r"[ \t]{2,}[A-Z][A-Z0-9]  - ", value)) for tag, value in record]
        found = [(tag, part) for tag, parts in glued for part in parts if part]
        if found:
            yield found


def nbib(text: str) -> Iterator[list[Value]]:
    """MEDLINE: a record begins with its PMID."""
    return tagged(
        text, r"([A-Z]{2,5}) *- (.*)", r"<.*>|</?pre>", "PMID" if re.search(r"^PMID *-", text, re.M) else "PMC"
    )


def refer(text: str) -> Iterator[list[Value]]:
    """Refer: ``%T Title``; a record begins with its type, or behind an empty line."""
    starts = re.match(r"\s*%0\s", text) is not None
    return tagged(text, r"%(\S) ?(.*)", "(?!)" if starts else r"\s*", "0" if starts else "")


def wos(text: str) -> Iterator[list[Value]]:
    """The Web of Science: ``TI Title``; further lines are further values."""
    for record in tagged(text, r"([A-Z][A-Z0-9])(?: (.+)| *$)", r"ER *|EF *", lists="AU AF BA BF CA BE ED CR C1"):
        found = [(tag, value) for tag, value in record if tag not in ("FN", "VR") and value]
        if found:
            yield found


_OVID_SOURCE = re.compile(
    r"Date of Publication:|Article Number:|Conference:|\((?:pp |no pagination\))|[:;,()]+|\b(?:Vol|pp)\b\.?|\. "
)
"""The words in a source line."""


_OVID_NAMES = re.compile(r"[.;]?[ \t]{2,}")
"""Signs between names."""
_OVID_OWNER = re.compile(r"Source: NLM\. ")
"""What stands before a number that NLM has given."""


def ovid(text: str) -> Iterator[list[Value]]:
    """Ovid's labelled text: ``<1>``, then labels, each with its indented values below."""
    record: list[Value] = []
    label = ""
    for row in text.splitlines():
        tag = re.match(r"([A-Z][A-Z0-9])  - (.*)", row)
        if re.fullmatch(r"<\d+(?:\. )?>\s*", row):
            if record:
                yield record
            record = []
        elif tag:
            label = "Source" if tag[1] == "SO" else tag[1]
            parts = _OVID_SOURCE.split(tag[2]) if label == "Source" else [tag[2]]
            record += [(label, part.strip()) for part in parts if part.strip(" .,()")]
        elif row[:1].isspace() and row.strip():
            lists = {"Source": _OVID_SOURCE, "Authors": _OVID_NAMES, "Other ID": _OVID_OWNER}
            parts = lists[label].split(row) if label in lists else [row]
            record += [(label, part.strip()) for part in parts if part.strip(" .,()")]
        else:
            label = row.strip()
    if record:
        yield record


def cochrane(text: str) -> Iterator[list[Value]]:
    """The Cochrane Library's text: a numbered line, then ``TI: Title``."""
    return tagged(text, r"([A-Z][A-Z0-9]{1,2}): ?(.*)", r"Record #?\d+ of \d+\s*")


def table(text: str) -> Iterator[list[Value]]:
    """CSV: a row is a record; the header is the first line with four cells."""
    csv.field_size_limit(1 << 30)
    lines = text.lstrip("\ufeff").splitlines(keepends=True)
    signs = r"[^,;\t]*[,;\t]"
    head = next((place for place, line in enumerate(lines[:10]) if re.match(signs * 3, line)), 0)
    delimiter = max(",;\t", key=lines[head].count)
    stream = io.StringIO("".join(lines[head:]), newline="")
    for row in csv.DictReader(stream, delimiter=delimiter, restkey="more"):
        cells = [(name or "", cell) for name, cell in row.items() if isinstance(cell, str)]
        if any(cell.strip() for _, cell in cells):
            yield [(name, cell.strip()) for name, cell in cells if cell.strip()]


def csl_json(text: str) -> Iterator[list[Value]]:
    """CSL-JSON: the strings and numbers of each item."""
    tree = json.loads(text)
    items = tree.get("items", [tree]) if isinstance(tree, dict) else tree
    for item in items:
        yield [(name, str(leaf)) for name, value in item.items() for leaf in leaves(value) if leaf not in ("", None)]


_TABBING_ACCENT = re.compile(r"\\a([`'=])")
_BARE_AMPERSAND = re.compile(r"(?<!\\)&")
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)\b")
_BIBTEX_COMMENT = re.compile(r"^[ \t]*%.*\n", re.M)
_NAME_KEY = re.compile(r"(?:^|,\s*)(?:useprefix\s*=\s*(?:true|false)|(?:family|given|prefix|suffix|given-i)\s*=)")
_BIBTEX_LISTS = dict.fromkeys(("author", "editor", "translator"), re.compile(r"\s+and\s+", re.I)) | {
    "author-email": re.compile(r"\s+")
}
_VARIANTS = {"variant=british": "en-GB", "variant=american": "en-US", "british": "en-GB", "american": "en-US"}
"""BibLaTeX's names for kinds of English."""
_BIBLATEX_KEYS = {
    "techreport": "technical report", "resreport": "research report", "mathesis": "master's thesis",
    "phdthesis": "phd thesis",
}  # fmt: skip


def bibtex(text: str) -> Iterator[list[Value]]:
    """BibTeX, by bibtexparser, its TeX by pylatexenc.

    Before pylatexenc, which knows neither, HTML's entities are decoded and the accents of a tabbing (``\\a'e``) made
    usual ones; BibLaTeX's keys stand for the words that it prints, and an edition for its number. Lines that begin with
    ``%`` are comments, as biber has it.
    """
    import bibtexparser
    from pylatexenc.latex2text import LatexNodes2Text

    decode = LatexNodes2Text(math_mode="text", keep_comments=True).latex_to_text
    library = bibtexparser.parse_string(_BIBTEX_COMMENT.sub("", text), parse_stack=[])
    blocks = [getattr(block, "ignore_error_block", block) for block in library.blocks]  # also a key that comes again
    macros = {
        each.key.lower(): str(each.value).strip('{}"') for each in blocks if isinstance(each, bibtexparser.model.String)
    }
    for entry in blocks:
        if not hasattr(entry, "entry_type") or not hasattr(entry, "fields"):
            continue
        record = []
        for field in entry.fields:
            if field.key.startswith("%"):  # a comment, of which bibtexparser knows nothing
                continue
            raw = macros.get(str(field.value).lower(), str(field.value))
            sign = _BIBTEX_LISTS.get(field.key.lower())
            for one in sign.split(raw) if sign else [raw]:
                if sign and one.strip('{}" ').lower() == "others":
                    continue  # a field says whose list is cut short
                one = _NAME_KEY.sub(" ", one) if sign else one
                one = _TABBING_ACCENT.sub(r"\\\1", _BARE_AMPERSAND.sub(r"\\&", html.unescape(html.unescape(one))))
                try:
                    plain = decode(one)
                except Exception:  # what pylatexenc cannot read is compared as it is
                    plain = one
                plain = plain.strip().strip('{}"')
                if field.key.lower() == "edition" and (ordinal := _ORDINAL.match(plain)):
                    plain = ordinal[1]
                record.append((field.key.lower(), _BIBLATEX_KEYS.get(plain, plain)))
        yield record


_INLINE = frozenset(
    "i b u sup sub em italic bold underline sc monospace style email uri ext-link named-content xref".split()
)
"""Elements within a text."""


_PROLOG = re.compile(r"<\?xml[^>]*\?>|<!DOCTYPE[^>\[]*>")


def xml(text: str, records: Iterable[str]) -> Iterator[list[Value]]:
    """XML, by lxml: the text of every element that holds text, in each element of these names, of all documents."""
    from lxml import etree

    names = set(records)
    parser = etree.XMLParser(recover=True, resolve_entities=False, huge_tree=True, no_network=True)
    text = text.strip("\ufeff \n")
    text = json.loads(text) if text.startswith('"') else text
    tree = etree.fromstring(f"<all>{re.sub(_PROLOG, '', text)}</all>".encode(), parser)
    for element in tree.iter(*[f"{{*}}{name}" for name in names]):
        if not any(etree.QName(outer).localname in names for outer in element.iterancestors()):
            yield list(_texts(element))


def _says_nothing(element: Any, name: str) -> bool:
    """Return whether an element is only a sign to refer by, or the second form of a formula.

    What refers to what (an author to an affiliation) is found as such in the citation, and so is that there are others;
    of a formula, MathML is.
    """
    outer = element.getparent()
    if normal("".join(element.itertext())) == "etal":
        return True  # a field says whose list is cut short
    if name == "meta-name":
        return True  # it says what its value is
    if name == "xref":
        return bool(element.get("rid"))
    if name == "label":
        return outer is not None and bool(outer.get("id")) and not outer.tag.endswith("ref")
    return name == "tex-math" and outer is not None and any(str(each.tag).endswith("}math") for each in outer)


def _texts(element: Any) -> Iterator[Value]:
    name = element.tag.rpartition("}")[2]
    if _says_nothing(element, name):
        return
    inner = [child for child in element if isinstance(child.tag, str)]
    within = all(child.tag.rpartition("}")[2] in _INLINE or child.tag.endswith("}math") for child in inner)
    if within and (name not in ("mixed-citation", "citation", "nlm-citation") or not inner):
        whole = " ".join("".join(element.itertext()).split())
        if whole:
            yield name, whole
        return
    for child in inner:
        yield from _texts(child)
    for own in [element.text, *[child.tail for child in inner]]:
        if own and len(own.strip()) > 5 and any(sign.isalnum() for sign in own):
            yield name, own.strip()


_FRONT = "<(?:article-id|contrib|journal-title|pub-date|abstract)[ >]"
"""Elements of a front that says what the article is; in a mere list of references it does not."""

FORMATS: dict[str, Callable[[str], Iterator[list[Value]]]] = {
    "ris": ris,
    "ovid": ovid,
    "cochrane": cochrane,
    "nbib": nbib,
    "refer": refer,
    "wos": wos,
    "csv": table,
    "tsv": table,
    "csl-json": csl_json,
    "bibtex": bibtex,
    "biblatex": bibtex,
    "pubmed-xml": lambda text: xml(text, ("PubmedArticle", "PubmedBookArticle", "DeleteCitation")),
    "endnote-xml": lambda text: xml(text, ("record",)),
    "jats": lambda text: xml(text, ("front",) if re.search(_FRONT, text) else ("ref",)),
}
"""The function for each format, by its name in citeconv."""

TYPES = {
    "ris": ("TY",), "refer": ("0",), "wos": ("PT",), "endnote-xml": ("ref-type",), "csl-json": ("type",),
    "csv": ("Item Type", "Document Type", "Type", "type"),
}  # fmt: skip
"""Tags whose value is a word for the type, for which the citation has its own."""

COMPOSED = {"Citation", "Details", "Source"}.union(
    "SO CIN CON EIN EFR RIN ROF UIN UOF PROF PRIN RPI RPF CRI CRF ORI SPIN ECI ECF DDIN DRIN".split()
)
"""Tags whose value is a citation, of which the parts stand in fields of their own."""

# -- what stands in the citation

_MARKUP = re.compile(r"</?[A-Za-z][^<>]{0,400}>")
_FORM = re.compile(
    r"\((?:e?ISSN|ISBN|Print|Electronic|Linking)\)|\[(?:pmid|pmcid|pii|doi)\]|https?://(?:dx\.)?doi\.org/|\bdoi:"
    r"|\bIS[SB]N:? |\b(?:Date of Publication|Article Number): "
    r"|\bCited Reference Count:|\b(?:PUBMED|EMBASE) (?=\d)"
    r"|\b(?:UNSP|ARTN|PII)(?= \S)"
    r"|https?://orcid\.org/|\bORCID: ?|\bcreate date:|\bfirst author:|\bOnline (?=ahead of print)",
    re.I,
)
"""What says which kind of value follows or precedes."""
_ROLE = re.compile(r"\((?:corresponding author|reprint author|autor correspondente|通讯作者)\)[,，]?", re.I)
"""What says which author is to be written to: it parts his name from his address."""
_PART = re.compile(r"[;\[\]()/*|\n]")
_PIECE = re.compile(r",| and ")
"""What parts the items of a list whose items have none of the other signs."""
_GLUED = re.compile(r"(?<=[a-zß-ž])(?=[A-ZÀ-Ž](?:[a-zß-ž.]|[A-Z] ))")
"""Where Springer's names meet, which have nothing between them."""
_WORD = re.compile(r"[^\W\d_]+|\d+")
_SHORT_NAME = re.compile(r"(?P<family>\S.*?),? (?P<first>[A-Z])[A-Z. -]{0,8}(?: (?:Jr|Sr|2nd|3rd|I+))?[.,]?")
_MONTHS = MONTHS | SEASONS | {name[:3]: number for name, number in SEASONS.items()}
_LABELS = frozenset(
    "affiliation al doi ecollection editors email epub et name none pii place pmcid pmid print pubmed t through"
    " undefined z".split()
)
_DAY = re.compile(r"(\d{4})(\d\d)(\d\d)?")


def normal(text: str) -> str:
    """Return the letters and digits of a text, without markup, entities, accents apart and case."""
    text = _MARKUP.sub("", html.unescape(html.unescape(text)))
    return "".join(sign for sign in unicodedata.normalize("NFKC", text).casefold() if sign.isalnum())


def leaves(value: Any) -> Iterator[Any]:
    """Yield the strings and numbers in a JSON value, in order."""
    if isinstance(value, dict):
        for inner in value.values():
            yield from leaves(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner)
    else:
        yield value


class Target:
    """Citations as text to search in: one, or all of a file; ``extra`` says whether in what has no field, too."""

    def __init__(self, citations: list[citeconv.Citation], extra: bool = True) -> None:
        if not extra:
            citations = [msgspec.structs.replace(citation, extra=()) for citation in citations]
        trees = [json.loads(line) for line in citeconv.dumps(citations, "jsonl").split("\n") if line]
        found = list(leaves(trees))
        self.text = "".join(normal(leaf) for leaf in found if isinstance(leaf, str))
        self.numbers = {leaf for leaf in found if isinstance(leaf, int)}
        exact = {language for tree in trees for language in tree.get("language", ())}
        self.languages = exact | {language.partition("-")[0] for language in exact}
        self.typed = bool(trees)  # what has no type in the JSON is a document

    def holds(self, value: str, is_type: bool = False, composed: bool = False) -> bool:
        """Return whether a value stands in the citation."""
        value = _ROLE.sub(";", html.unescape(value))
        if normal(value) in self.text or (is_type and self.typed):
            return True
        if (day := _DAY.fullmatch(value)) and all(int(part) in self.numbers for part in day.groups("0") if int(part)):
            return True
        if (name := _SHORT_NAME.fullmatch(value)) and normal(name["family"] + name["first"]) in self.text:
            return True
        bare = _FORM.sub(" ", value)
        if bare != value and all(normal(part) in self.text for part in bare.split()):
            return True
        for sign in (_PART, _PIECE, _GLUED):
            items = [item for item in sign.split(bare) if item.strip()]
            if len(items) > 1 and all(map(self._holds_list, items)):
                return True
        return self._holds_item(value, 400 if composed else 60) or (
            len(value) < 60
            and all(
                (_VARIANTS.get(each.strip(" .")) or language_code(each.strip(" ."))) in self.languages
                for each in re.split("[;,|]", value)
            )
        )

    def _holds_item(self, value: str, longest: int = 60) -> bool:
        return normal(value) in self.text or (len(value) < longest and all(map(self._holds_word, _WORD.findall(value))))

    def _holds_list(self, value: str) -> bool:
        pieces = _PIECE.split(value)
        name = _SHORT_NAME.fullmatch(value.strip())
        if name and normal(name["family"] + name["first"]) in self.text:
            return True
        return self._holds_item(value) or (len(pieces) > 1 and all(self._holds_item(piece) for piece in pieces))

    def _holds_word(self, word: str) -> bool:
        number = int(word) if word.isdigit() else _MONTHS.get(word.lower(), -1)
        return number in self.numbers or number == 0 or word.lower() in _LABELS or normal(word) in self.text


def compare(path: Path, name: str, shown: int) -> tuple[int, int]:
    """Print how much of a file is found, and return the numbers of values and of those found."""
    report = citeconv.Report()
    citations = citeconv.load(path, name, report=report)
    name = name or report.inputs[0].format
    if name not in FORMATS:
        print(f"{path.name}: no way to find the values of {name}; there are {', '.join(FORMATS)}")
        return 0, 0
    records = list(FORMATS[name](text_of(path)))
    aligned = len(records) == len(citations)
    whole, fields = (
        [Target([one], extra) for one in citations] if aligned else [Target(citations, extra)] * len(records)
        for extra in (True, False)
    )
    types = TYPES.get(name, ())
    unplaced = [
        (tag, value, target)
        for record, target, field in zip(records, whole, fields, strict=True)
        for tag, value in record
        if value and not field.holds(value, tag in types, tag in COMPOSED)
    ]
    missing = [
        (tag, value) for tag, value, all_of in unplaced if not all_of.holds(value, tag in types, tag in COMPOSED)
    ]
    total = sum(len(record) for record in records)
    kept = len(unplaced) - len(missing)
    extra = collections.Counter(tag for citation in citations for tag, value in citation.extra if value)
    print(
        f"{path.name}: {name}: {len(records)} records, {len(citations)} read{'' if aligned else ' (NOT ALIGNED)'}, "
        f"{total} values, {100 * (total - len(missing)) / (total or 1):.2f} % found, "
        f"{100 * kept / (total or 1):.2f} % in extra alone, {extra.total()} there {dict(extra.most_common(8))}"
    )
    if missing and not shown:
        print(f"    missing {dict(collections.Counter(tag for tag, _ in missing).most_common(12))}")
    for tag, value in missing[:shown]:
        print(f"    missing {tag}: {value[:150]!r}")
    return total, total - len(missing)


def text_of(path: Path) -> str:
    """Return the text of a file, decoded as citeconv decodes it."""
    source = citeconv.Source(io.BytesIO(path.read_bytes()), name=path.name)
    try:
        return source.read()
    finally:
        source.close()


def main() -> int:
    """Compare files, and return 1 if a value in a thousand is missing."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--format", default="", help="of all files; found by their content if not given")
    parser.add_argument("-v", "--verbose", action="store_true", help="print what is missing, value by value")
    options = parser.parse_args()
    total = found = 0
    for path in options.files:
        try:
            counts = compare(path, options.format, 1000 if options.verbose else 0)
        except citeconv.CiteconvError as error:
            print(error)
            continue
        total, found = total + counts[0], found + counts[1]
    print(f"all: {total} values, {100 * found / (total or 1):.3f} % found")
    return int(found < total * 0.999)


if __name__ == "__main__":
    sys.exit(main())
