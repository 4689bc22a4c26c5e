"""The promises that citeconv makes of every format, tested on both."""

from __future__ import annotations

import html
from typing import ClassVar

from citeconv.testing import FormatTests
from citeconv_jats import Jats, JatsFront


class TestJats(FormatTests):
    """The list of references."""

    format = Jats
    expressed: ClassVar[dict[str, str]] = {
        "page": "<fpage>417</fpage>\\s*<lpage>423</lpage>",
        "chair": 'custom-type="chair"',
    }

    def plain(self, output: str) -> str:
        """Undo XML's escapes."""
        return html.unescape(output)


class TestJatsFront(FormatTests):
    """Articles with all in their fronts."""

    format = JatsFront
    expressed: ClassVar[dict[str, str]] = {"page": "<fpage>417</fpage>\\s*<lpage>423</lpage>"}

    def plain(self, output: str) -> str:
        """Undo XML's escapes."""
        return html.unescape(output)
