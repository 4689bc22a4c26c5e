"""Real downloads, as many as there are at hand: all records are read, and all they say stands in the citation."""

from __future__ import annotations

import collections
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from citeconv import Citation, Leftover, Source
from citeconv.values.dates import MONTHS
from citeconv.values.languages import language_code
from citeconv.values.markup import from_element, plain, unescape
from citeconv.values.names import initials_of
from citeconv.xml_elements import parse_element
from citeconv_pubmed_xml import PubmedXml
from citeconv_pubmed_xml.mapping import RELATIONS
from real_exports import needed_exports

INLINE = {"b", "i", "sup", "sub", "u", "DispFormula"}
DEFAULTS = {("ValidYN", "Y"), ("CompleteYN", "Y"), ("MajorTopicYN", "N"), ("MajorTopicYN", "Y"), ("Version", "1")}
"""Attributes that say nothing, or are a switch in the citation."""

FIELDS = {"UNLABELLED", "pubmed", "doi", "pii", "pmc", "mid", "ORCID", "authors", "editors"}
"""Attributes that say which field a text belongs to."""

pytestmark = pytest.mark.long


def citations() -> Iterator[tuple[Path, Any, Citation]]:
    """Yield each record of the corpus as a tree and as a citation."""
    for path in needed_exports("pubmed-xml"):
        reader = PubmedXml()
        for record in reader.split(Source(io.BytesIO(path.read_bytes()))):
            if not isinstance(record, Leftover):
                yield path, parse_element(record.data), reader.parse(record)


def test_every_record_is_read() -> None:
    """As many citations as there are start tags of articles."""
    found = collections.Counter(path for path, _, _ in citations())

    for path in needed_exports("pubmed-xml"):
        expected = len(re.findall(rb"<Pubmed(?:Book)?Article[ >]", path.read_bytes()))
        assert found[path] == expected, path.name


def test_every_value_is_kept() -> None:
    """Of 1,000 texts and attributes, 999 stand in the citation, 950 of them in a field that has a name."""
    whole = missing = extra = 0
    odd: collections.Counter[str] = collections.Counter()
    for _, root, citation in citations():
        named, kept = _packed(_strings(citation)), _packed(value for _, value in citation.extra)
        for name, value in _values(root):
            whole += 1
            if _stands(name, value, named, citation):
                continue
            if _pack(value) in kept:
                extra += 1
            else:
                missing += 1
                odd[f"{name}: {value[:60]}"] += 1

    assert missing * 1000 <= whole, odd.most_common(20)
    assert extra * 20 <= whole


def test_fields_equal_what_the_elements_hold() -> None:
    """The main fields are what a few paths find in the tree, for every article."""
    for path, root, citation in citations():
        article = root if root.tag == "MedlineCitation" else root.find("MedlineCitation")
        if article is None:
            continue
        find = article.findtext
        assert citation.pmid == find("PMID"), path.name
        assert citation.volume == find("Article/Journal/JournalIssue/Volume", "").strip()
        assert citation.issue == find("Article/Journal/JournalIssue/Issue", "").strip()
        assert citation.container_title == " ".join(find("Article/Journal/Title", "").split())
        title = _pack(plain(from_element(article.find("Article/ArticleTitle"))))
        assert _pack(plain(citation.title)) in title or "NotAvailable" in title
        people = article.findall("Article/AuthorList/Author[LastName]")
        valid = [_pack(each.findtext("LastName")) for each in people if each.get("ValidYN") != "N"]
        assert [_pack(name.family) for name in citation.author if name.family] == valid
        assert len(citation.subjects) == len(article.findall("MeshHeadingList/MeshHeading"))
        assert len(citation.grants) == len(article.findall("Article/GrantList/Grant"))
        own = {each.get("IdType"): each.text for each in root.findall("PubmedData/ArticleIdList/ArticleId")}
        assert citation.pmcid == own.get("pmc", "")
        location = article.findtext("Article/ELocationID[@EIdType='doi']", "")
        assert citation.doi == unescape(own.get("doi") or location).strip()


def _values(root: Any) -> Iterator[tuple[str, str]]:
    """Yield the texts and attributes of a record, each with its element's name, but for those that say nothing."""
    for element in root.iter():
        name = element.tag
        if not isinstance(name, str) or name in INLINE or "}" in name:
            continue
        is_text = not len(element) or all(child.tag in INLINE or "}" in child.tag for child in element)
        if is_text and (text := plain(from_element(element))):
            yield name, text
        for key, value in element.items():
            if value and (key, value) not in DEFAULTS:
                yield f"{name}/@{key}", value


def _stands(name: str, value: str, named: str, citation: Citation) -> bool:
    """Whether a value stands in a named field, in the form of the model."""
    if _pack(value).rstrip(".").strip("[]").rstrip(".:") in named:
        return True
    if name == "Initials":
        return any(initials_of(each.given) == value for each in _people(citation))
    if name in ("Month", "Hour", "Minute", "Day"):
        return str(MONTHS.get(value.lower(), 0) or int(value)) in named
    if name in ("Language", "OtherAbstract/@Language"):
        return language_code(value) in named
    if name == "Identifier":
        return value.rpartition("/")[2] in named
    if name in ("MedlineDate", "Season"):
        return citation.issued is not None and bool(citation.issued.end or citation.issued.season)
    if name == "CommentsCorrections/@RefType":
        return RELATIONS[value] in named
    return value.lower() in named or value in FIELDS


def _people(citation: Citation) -> list[Any]:
    groups = [name.members for name in citation.author]
    return [*citation.author, *citation.contributor, *citation.editor, *citation.subject_names, *sum(groups, ())]


def _strings(value: Any) -> Iterator[str]:
    """Yield all texts and numbers in a citation but for ``extra``."""
    if isinstance(value, tuple):
        for each in value:
            yield from _strings(each)
    elif hasattr(value, "__struct_fields__"):
        for name in value.__struct_fields__:
            if name != "extra":
                yield from _strings(getattr(value, name))
    elif value:
        yield str(value)


def _packed(values: Iterator[str]) -> str:
    return "\n".join(map(_pack, values))


def _pack(text: str) -> str:
    """Return text without markup and blanks, as far as they differ between an element and a citation."""
    return re.sub(r"\s+", "", plain(unescape(text)))
