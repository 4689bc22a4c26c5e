"""A test kit for formats: subclass ``FormatTests`` and every promise that citeconv makes is tested on your format. ::

    from pathlib import Path
    from citeconv.testing import FormatTests
    from citeconv_titles import Titles

    class TestTitles(FormatTests):
        format = Titles
        samples = Path(__file__).parent / "samples"   # files of this format; leave out if it only writes

Run it with pytest; it needs ``citeconv[testing]``. What a format cannot do is not tested. Our own formats pass the same
tests. ``citations()`` is the Hypothesis strategy behind them, for tests of your own.
"""

from citeconv.testing.examples import citations, odd_citation, sample_citations
from citeconv.testing.kit import EXAMPLES, SETTINGS
from citeconv.testing.laws import FormatTests

__all__ = ["EXAMPLES", "SETTINGS", "FormatTests", "citations", "odd_citation", "sample_citations"]
