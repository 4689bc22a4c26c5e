"""Entry points are found as ``importlib.metadata`` finds them, in folders without it."""

from __future__ import annotations

import sys
import zipfile
from importlib import metadata
from pathlib import Path

import pytest

from citeconv.entry_points import EntryPoint, entry_points


def _as_importlib_has_them(group: str) -> set[EntryPoint]:
    return {
        EntryPoint(found.name, found.value, found.dist.name, found.dist.version)
        for found in metadata.entry_points(group=group)
        if found.dist
    }


def _install(site: Path, folder: str, entries: str, header: str = "METADATA", name: str = "Some-Plugin") -> None:
    info = site / folder
    info.mkdir(parents=True)
    (info / header).write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 2.0\nSummary: x\n\nName: no\n")
    (info / "entry_points.txt").write_text(entries)


@pytest.mark.parametrize("group", ["citeconv", "console_scripts", "pytest11", "nothing"])
def test_what_is_installed_is_found_as_importlib_finds_it(group: str) -> None:
    """The same entry points with the same names and versions of distributions, whatever the group."""
    assert set(entry_points(group)) == _as_importlib_has_them(group)


def test_where_others_than_folders_hold_distributions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """``importlib`` is asked where a finder of somebody's may know more."""
    _install(tmp_path, "some_plugin-2.0.dist-info", "[citeconv]\nsome = some_module\n")

    class Finder:
        @staticmethod
        def find_spec(*_: object) -> None:
            return None

        @staticmethod
        def find_distributions(*_: object) -> list[metadata.Distribution]:
            return [metadata.PathDistribution(tmp_path / "some_plugin-2.0.dist-info")]

    usual = set(entry_points("citeconv"))
    monkeypatch.setattr(sys, "meta_path", [*sys.meta_path, Finder])
    assert set(entry_points("citeconv")) - usual == {EntryPoint("some", "some_module", "Some-Plugin", "2.0")}


ENTRIES = (
    "# remark\n[other]\na = b\n\n[citeconv]\nsome = some_module : thing.part\n# no = no\nmore=more\n[third]\nc = d\n"
)


@pytest.mark.parametrize(("folder", "header"), [("x-2.0.dist-info", "METADATA"), ("x-2.0-py3.11.egg-info", "PKG-INFO")])
def test_only_the_group_is_read(folder: str, header: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sections of other groups, comments and blank lines are passed over, in wheels' and in eggs' metadata."""
    _install(tmp_path, folder, ENTRIES, header)
    monkeypatch.setattr(sys, "path", [str(tmp_path), str(tmp_path / "absent")])
    found = entry_points("citeconv")
    assert found == [
        EntryPoint("some", "some_module : thing.part", "Some-Plugin", "2.0"),
        EntryPoint("more", "more", "Some-Plugin", "2.0"),
    ]
    assert set(found) == _as_importlib_has_them("citeconv")


def test_the_first_of_two_distributions_of_one_name_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What stands further behind on the path is hidden, however its name is spelled."""
    _install(tmp_path / "a", "some_plugin-2.0.dist-info", "[citeconv]\nfirst = x\n")
    _install(tmp_path / "b", "Some.Plugin-1.0.dist-info", "[citeconv]\nsecond = y\n")
    monkeypatch.setattr(sys, "path", [str(tmp_path / "a"), str(tmp_path / "b")])
    assert [found.name for found in entry_points("citeconv")] == ["first"]


def test_what_is_no_folder_is_left_to_importlib(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A plugin in a zip file on the path is found too."""
    packed = tmp_path / "packed.zip"
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr("some_plugin-2.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: Some-Plugin\nVersion: 2.0\n")
        file.writestr("some_plugin-2.0.dist-info/entry_points.txt", "[citeconv]\nzipped = x\n")
    monkeypatch.setattr(sys, "path", [*sys.path, str(packed)])
    assert EntryPoint("zipped", "x", "Some-Plugin", "2.0") in entry_points("citeconv")


@pytest.mark.parametrize(("value", "expected"), [("os.path:join", "join"), ("os.path : join [extra]", "join")])
def test_an_object_in_a_module_is_loaded(value: str, expected: str) -> None:
    """What stands behind the colon is looked up in the module; extras play no part."""
    assert EntryPoint("x", value, "", "").load().__name__ == expected


def test_a_module_alone_is_loaded() -> None:
    """Without a colon the module itself is the plugin."""
    assert EntryPoint("x", "citeconv.lossless", "", "").load().__name__ == "citeconv.lossless"
