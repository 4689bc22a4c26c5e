"""Titles: subtitles, full stops, journals as they are cited."""

from __future__ import annotations

import pytest

from citeconv import loads
from citeconv.values.bare import with_subtitle, without_stop
from citeconv.values.nlm import journal_as_cited


@pytest.mark.parametrize(
    ("title", "subtitle", "whole"),
    [
        ("Tides", "a survey", "Tides: a survey"), ("Why?", "A tale", "Why? A tale"),
        ("Tides:", "a survey", "Tides: a survey"),
        ("Salt \u2013", "a tale", "Salt \u2013 a tale"), ("", "a survey", "a survey"), ("Tides", "", "Tides"),
    ],
)  # fmt: skip
def test_subtitles(title: str, subtitle: str, whole: str) -> None:
    """A colon parts a subtitle from its title, unless that ends in a sign that does."""
    assert with_subtitle(title, subtitle) == whole


@pytest.mark.parametrize(
    ("format_", "record"),
    [
        ("bibtex", "@article{{a, title = {{{}}}, subtitle = {{{}}}}}"),
        ("csl-json", '[{{"id": "a", "type": "article-journal", "title": ["{}"], "subtitle": ["{}"]}}]'),
        (
            "jats",
            (
                "<article><front><article-meta><title-group><article-title>{}</article-title><subtitle>{}</subtitle>"
                "</title-group></article-meta></front></article>"
            ),
        ),
    ],
)
def test_subtitles_in_formats(format_: str, record: str) -> None:
    """It does so in every format that has the two apart."""
    (found,) = loads(record.format("Why?", "A tale"), format_)
    assert found.title == "Why? A tale"


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        ("Tides of the shelf.", "Tides of the shelf"),
        ("Salt in healthy men.", "Salt in healthy men"),
        ("Imaging of the shelf by MRI.", "Imaging of the shelf by MRI"),
        ("Care at five years of follow-up.", "Care at five years of follow-up"),
        ("Technetium-99m.", "Technetium-99m"),
        ("Tides (in 2020).", "Tides (in 2020)"),
        ("Do tides matter?.", "Do tides matter?"),
        ("Growth of <i>Mola mola</i>.", "Growth of <i>Mola mola</i>"),
        ("Growth of <i>Mola mola.</i>", "Growth of <i>Mola mola</i>"),
        ("Growth of <i>Mola</i> sp.", ""),
        ("Growth of <i>Mola</i> spp.", ""),
        ("A reply to Lind et al.", ""),
        ("Tides of the U.S.", ""),
        ("Tides of the shelf...", ""),
    ],
)
def test_the_full_stop_behind_a_title(printed: str, title: str) -> None:
    """It is none of it, but for that of an abbreviation or an ellipsis."""
    assert (title or printed) == without_stop(printed)


@pytest.mark.parametrize(
    ("title", "cited"),
    [
        ("Lancet (London, England)", "Lancet"),
        ("Public health reports (Washington, D.C. : 1974)", "Public health reports"),
        ("Rhode Island medical journal (2013)", "Rhode Island medical journal"),
        ("BMJ (Clinical research ed.)", "BMJ"),
        ("Burns : journal of the International Society for Burn Injuries", "Burns"),
        ("CMAJ : Canadian Medical Association journal = journal de l'Association medicale canadienne", "CMAJ"),
        ("Sheng li xue bao : [Acta physiologica Sinica]", "Sheng li xue bao"),
        ("Proceedings (Baylor University. Medical Center)", "Proceedings (Baylor University. Medical Center)"),
        ("Journal : official journal of the Society", "Journal : official journal of the Society"),
        ("Journal of physics. B, Atomic physics", "Journal of physics. B, Atomic physics"),
        ("Angewandte Chemie (International ed. in English)", "Angewandte Chemie (International ed. in English)"),
    ],
)
def test_journals_as_people_cite_them(title: str, cited: str) -> None:
    """What NLM's catalogue adds to a title is left out, unless the title alone would be that of any journal."""
    assert cited == journal_as_cited(title)
