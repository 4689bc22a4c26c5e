"""``python -m citeconv`` is ``citeconv``."""

import sys

from citeconv.cli import main

sys.exit(main())
