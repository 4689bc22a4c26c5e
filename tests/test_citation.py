"""The citation: complete, frozen, lossless in JSON, and true to its own rules."""

from __future__ import annotations

import json
import typing
from pathlib import Path

import jsonschema
import msgspec
import pytest
from hypothesis import given

import citeconv
from citeconv import Citation, Date, Name, citation
from citeconv.cli import main
from strategies import citations

CSL_TYPES = set(
    """
    article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset
    document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation
    manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical
    personal_communication post post-weblog regulation report review review-book software song speech standard thesis
    treaty webpage
    """.split()
)

CSL_NAMES = set(
    """
    author chair collection-editor compiler composer container-author contributor curator director editor
    editorial-director executive-producer guest host illustrator interviewer narrator organizer original-author
    performer producer recipient reviewed-author script-writer series-creator translator
    """.split()
)

CSL_VARIABLES = set(
    """
    abstract annote archive archive_collection archive_location archive-place authority call-number chapter-number
    citation-label citation-number collection-number collection-title container-title container-title-short
    dimensions division edition event-place event-title first-reference-note-number genre issue jurisdiction keyword
    language license locator medium note number number-of-pages number-of-volumes original-publisher
    original-publisher-place original-title page page-first part-number part-title printing-number publisher
    publisher-place references reviewed-genre reviewed-title scale section source status supplement-number title
    title-short URL version volume volume-title volume-title-short year-suffix DOI ISBN ISSN PMCID PMID
    accessed available-date event-date issued original-date submitted
    """.split()
)

RENAMED = {"part_number": "part", "printing_number": "printing", "supplement_number": "supplement"}

SCHEMA = jsonschema.Draft202012Validator(msgspec.json.schema(list[Citation]))


@given(citations())
def test_json_is_lossless(value: Citation) -> None:
    """Through ``json`` and ``jsonl`` any citation comes back as it was."""
    for name in ("json", "jsonl"):
        assert [value] == citeconv.loads(citeconv.dumps([value], name), name)


@given(citations())
def test_the_schema_admits_every_citation(value: Citation) -> None:
    """The JSON Schema that is printed describes what is written."""
    SCHEMA.validate(json.loads(citeconv.dumps([value], "json")))


def test_schema_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    """``--schema`` prints a valid JSON Schema."""
    assert 0 == main(["--schema"])

    schema = json.loads(capsys.readouterr().out)
    assert jsonschema.Draft202012Validator is jsonschema.validators.validator_for(schema)
    jsonschema.Draft202012Validator.check_schema(schema)


def test_all_types_of_csl() -> None:
    """The types are those of CSL 1.0.2, and no others."""
    assert CSL_TYPES == set(typing.get_args(citation.CitationType))


def test_all_names_of_csl() -> None:
    """Every name role of CSL is a field of names, and the only further one is the people a work is about."""
    assert {name.replace("-", "_") for name in CSL_NAMES} | {"subject_names"} == set(citation.NAME_FIELDS)


def test_all_variables_of_csl() -> None:
    """Every variable of CSL 1.0.2 has its field."""
    fields = {RENAMED.get(name, name) for name in (v.replace("-", "_").lower() for v in CSL_VARIABLES)}

    assert set() == fields - set(citation.FIELDS)


def test_parts_are_those_of_the_types() -> None:
    """The table of structured fields agrees with the types of the fields."""
    hints = typing.get_type_hints(Citation)
    structured = {}
    for name in citation.FIELDS:
        for kind in (hints[name], *typing.get_args(hints[name])):
            if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
                structured[name] = kind

    assert structured == citation.PARTS


def test_details_are_fields() -> None:
    """Each detail that a part names is a field of it."""
    for part in {Citation, *citation.PARTS.values()}:
        assert set(part.details) <= set(part.__struct_fields__)


def test_groups_of_fields() -> None:
    """Fields of names and of dates stand together, and no other is among them."""
    hints = typing.get_type_hints(Citation)

    assert {name for name in citation.FIELDS if hints[name] == tuple[Name, ...]} == set(citation.NAME_FIELDS)
    assert {name for name in citation.FIELDS if hints[name] == (Date | None)} == set(citation.DATE_FIELDS)


def test_empty_means_absent() -> None:
    """An empty citation is its version and nothing more; only dates may be ``None``."""
    assert b'{"citeconv":1}' == msgspec.json.encode(Citation())
    assert set(citation.DATE_FIELDS) == {name for name in citation.FIELDS if getattr(Citation(), name) is None}


def test_citations_are_values() -> None:
    """They compare by content and cannot be changed."""
    one, other = Citation(title="x", author=(Name(family="A"),)), Citation(title="x", author=(Name(family="A"),))

    assert one == other
    with pytest.raises(AttributeError):
        one.title = "y"  # type: ignore[misc]


def test_unknown_fields_are_refused() -> None:
    """A field that the model does not know is an error, never dropped."""
    with pytest.raises(msgspec.ValidationError, match="unknown field `titel`"):
        msgspec.json.decode(b'{"citeconv":1,"titel":"x"}', type=Citation)


def test_another_version_is_refused() -> None:
    """JSON of another version of the model is not taken for this one."""
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(b'{"citeconv":2,"title":"x"}', type=Citation)


def test_version_agrees() -> None:
    """CITATION.cff names the version that is installed."""
    from importlib.metadata import version

    text = (Path(__file__).parent.parent / "CITATION.cff").read_text(encoding="utf-8")

    assert f"\nversion: {version('citeconv')}\n" in text
