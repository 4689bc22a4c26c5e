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

import pytest

pytest.register_assert_rewrite("citeconv.testing.laws")  # so that a law that is broken shows the values that break it

from citeconv.testing.examples import citations, sample_citations  # noqa: E402
from citeconv.testing.laws import EXAMPLES, SETTINGS, FormatTests  # noqa: E402

__all__ = ["EXAMPLES", "SETTINGS", "FormatTests", "citations", "sample_citations"]
