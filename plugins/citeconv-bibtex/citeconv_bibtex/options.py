"""The settings that both dialects share: light, for every start asks for them."""

from __future__ import annotations

from citeconv import Option

PRESETS = {
    "scholar": "{auth}{year}{title}",
    "better-bibtex": "{auth}{shorttitle}{year}",
    "jabref": "{auth}{year}",
    "pmid": "pmid{pmid}",
}
"""Names for templates of citation keys that other programs have made usual; the first is the default."""

PLACEHOLDERS = ("auth", "year", "title", "shorttitle", "journal", "pmid", "doi", "key")
"""What stands in braces in a template."""


def _check_keys(value: str) -> None:
    """Raise ``ValueError`` unless a value is a preset or a template."""
    from citeconv_bibtex.keys import parse_template

    parse_template(value)


def _check_omit(value: str) -> None:
    """Raise ``ValueError`` unless a value is a list of fields that we write."""
    from citeconv_bibtex.mapping import omitted

    omitted(value)


OPTIONS = (
    Option(
        name="keys",
        help=f"citation keys: {', '.join(PRESETS)}, or a template of {{{'} {'.join(PLACEHOLDERS)}}}",
        default="scholar",
        metavar="TEMPLATE",
        does=("write",),
        check=_check_keys,
    ),
    Option(
        name="journal",
        help="which title of the journal to print, the full one where it is known or the abbreviation",
        default="full",
        choices=("full", "abbrev"),
        does=("write",),
    ),
    Option(
        name="capitals",
        help="which words with capitals to shield in braces from styles that lower-case titles; kept: those that were "
        "in BibTeX, of other titles all",
        default="kept",
        choices=("kept", "all", "abbreviations", "none"),
        does=("write",),
    ),
    Option(
        name="omit",
        help="fields to leave out, such as abstract,keywords",
        metavar="FIELD,...",
        check=_check_omit,
        does=("write",),
    ),
    Option(
        name="ascii",
        help="write TeX instead of UTF-8 in biblatex too, as pdfLaTeX needs it",
        default=False,
        does=("write",),
    ),
    Option(
        name="utf8",
        help="leave Chinese, Cyrillic and what else TeX has no form for in UTF-8 in bibtex too, as XeLaTeX reads it",
        default=False,
        does=("write",),
    ),
)
"""The settings that both dialects share."""
