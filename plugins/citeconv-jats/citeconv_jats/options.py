"""The settings of ``jats``; they stand by themselves because they are asked for before anything else is imported."""

from __future__ import annotations

from citeconv import Option
from citeconv.values.patterns import lazy

NAME = lazy(r"[A-Za-z_][A-Za-z0-9_.-]*")
"""What an ``id`` may be; XML allows more letters, some tools do not."""


def check_prefix(value: str) -> None:
    """Raise ``ValueError`` if ids cannot begin so."""
    if not NAME.fullmatch(value):
        raise ValueError(f"{value!r} cannot begin an id: a letter first, then letters, digits, full stops, hyphens")


OPTIONS = (
    Option(
        name="citation",
        help="how each reference is tagged: element-citation, mixed-citation in NLM's style, or both",
        default="element",
        choices=("element", "mixed", "both"),
        does=("write",),
    ),
    Option(
        name="records",
        help="what to read: articles, by their fronts; the references; or whichever the file is about",
        default="auto",
        choices=("auto", "articles", "references"),
        does=("read",),
    ),
    Option(
        name="fragment",
        help="write a bare ref-list, ready to paste, instead of an article",
        default=False,
        does=("write",),
    ),
    Option(
        name="journal",
        help="which title of the journal to write where both are known",
        default="full",
        choices=("full", "abbrev"),
        does=("write",),
    ),
    Option(
        name="ids",
        help="prefix of the numbered ids of references that bring no key of their own",
        default="ref",
        metavar="PREFIX",
        check=check_prefix,
    ),
    Option(
        name="labels",
        help="labels of the references: those of the source, a running number, or none",
        default="source",
        choices=("source", "number", "none"),
        does=("write",),
    ),
)
