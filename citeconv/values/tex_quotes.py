r"""Quotation marks that TeX makes of other signs: a TeX value goes in, and comes out with the marks themselves.

A pair of doubled signs, and two quotation marks in front of a word, are ligatures in the fonts of Russian, French and
German (``<<x>>``, ``,,x''``). A grave accent is an opening mark, and the apostrophe behind what follows closes it;
alone it stays what it is. Empty braces behind a sign say that it is that sign, and nothing more.
"""

from __future__ import annotations

from citeconv.values.patterns import lazy

SINGLE = lazy(r"(?<![`\w\\])`(?![\s`']|\{\})([^`']{1,300}(?:'\w[^`']{0,300}){0,5}(?<!\s))'(?![\w'])")
"""What stands between single marks, with the apostrophes that are within words."""
_GUILLEMETS = lazy(r"<<(?![\s<=])([^<>]{1,400})(?<!\s)>>")
_LOW = lazy(r"(?<![\w,]),,(?=\w[^,]{0,400}(?:``|''))")


def with_marks(value: str) -> str:
    """Return a value with quotation marks for pairs of signs of which TeX makes them; double ones of ASCII stay."""
    if "<<" in value:
        value = _GUILLEMETS.sub("«\\1»", value)
    if ",," in value:
        value = _LOW.sub("„", value)
    return SINGLE.sub("‘\\1’", value) if "`" in value else value
