"""The ISBN, the number of a book: pieces of patterns.

The check digit is not looked at: what a file calls an ISBN is one.
"""

from __future__ import annotations

ISBN = r"(?<![\d-])(?:97[89][- ]?)?\d(?:-?\d){8}-?[\dXx](?![\d-])"
"""One among other words and numbers."""

LONE_ISBN = r"(?:97[89][- ]?)?(?:\d[- ]?){9}[\dXx]"
"""One that is all its field holds, and may thus have blanks in it."""
