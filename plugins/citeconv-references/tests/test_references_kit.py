"""Formatted references keep citeconv's promises."""

from __future__ import annotations

from typing import ClassVar

from citeconv.testing import FormatTests
from citeconv_references import References


class TestReferences(FormatTests):
    """The laws of the kit, in the style that is the default."""

    format = References
    expressed: ClassVar[dict[str, str]] = {
        "type": "Bare title",  # it shows in the form of the reference only
        "title_short": "Bare title",  # the title says it in full
        "page": "417-23",
    }
