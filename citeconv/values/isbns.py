"""The ISBN, the number of a book, where it stands among other words and numbers."""

from __future__ import annotations

ISBN = r"(?<![\d-])(?:97[89][- ]?)?\d(?:-?\d){8}-?[\dXx](?![\d-])"
"""The source of a pattern; the check digit is not looked at: what a file calls an ISBN is one."""
