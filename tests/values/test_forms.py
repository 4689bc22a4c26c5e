"""What tells a server of preprints, a university or an address of DOIs."""

from __future__ import annotations

import re

import pytest

from citeconv.values.dois import HOST
from citeconv.values.forms import is_absent, names_preprint_server, names_university


@pytest.mark.parametrize(
    ("host", "is_one"),
    [
        ("doi.org", True), ("dx.doi.org", True), ("doi-org.proxy.example.edu", True), ("dx.doi.org.lib.example", True),
        ("example.org", False), ("doi.organic.example", False), ("doi.org" + ".a" * 99, False),
    ],
)  # fmt: skip
def test_hosts_of_dois(host: str, is_one: bool) -> None:
    """The resolver, also behind a library's proxy."""
    assert is_one == bool(re.fullmatch(HOST, host))


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("arXiv", True), ("bioRxiv : the preprint server for biology", True), ("EarthArXiv", True), ("Preprints", True),
        ("Research Square", True), ("SSRN Electronic Journal", True), ("Preprints of Tides", False), ("Tides", False),
        ("Rxiv", False),
    ],
)  # fmt: skip
def test_servers_of_preprints(name: str, is_one: bool) -> None:
    """Servers of preprints are known by their names, which databases have as those of journals."""
    assert names_preprint_server(name) == is_one


@pytest.mark.parametrize(
    ("name", "is_one"),
    [("University of Tides", True), ("Boston College", True), ("冰大学", True), ("Colleges of Tides", False)],
)
def test_universities(name: str, is_one: bool) -> None:
    """Universities are known by the word for them in many languages, and colleges."""
    assert names_university(name) == is_one


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("NA", True), ("<NA>", True), ("NaN", True), ("None", True), ("N/A", True), ("n/a--n/a", True), ("--", True),
        ("undefined", True), ("character(0)", True), ("<Blank>", True), ("Na", False), ("Nan", False), ("none", False),
        ("0", False), ("", False), ("NATO", False), ("n.a.", True), ("N.A.", False),
        ("Undefined", False), ("<NA", False),
    ],
)  # fmt: skip
def test_is_absent(text: str, absent: bool) -> None:
    """Words and signs of programs and databases stand for no value; names of people and numbers do not."""
    assert is_absent(text) is absent
