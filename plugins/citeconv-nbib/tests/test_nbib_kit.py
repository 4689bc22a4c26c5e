"""The promises that citeconv makes of every format, tested on MEDLINE."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from citeconv.testing import FormatTests
from citeconv_nbib import Nbib


class TestNbib(FormatTests):
    """PubMed's own format."""

    format = Nbib
    samples = Path(__file__).parent / "samples"
    expressed: ClassVar[dict[str, str]] = {
        "language": "LA  - ger", "status": "Retracted Publication", "et_al": "et al", "type": "PT  - Book",
        "keyword.major": r"OT  - \*", "subjects.major": r"MH  - \*", "issn.kind": "Print",
    }  # fmt: skip
    may_differ: ClassVar[frozenset[str]] = frozenset({"key", "publication_types"})
