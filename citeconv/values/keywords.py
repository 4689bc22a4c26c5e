"""Keywords in a list of lines, of which one may hold several: ``Salt; Sea level``, ``salt, sea level, tides``.

The lines go in, the keywords come out. A semicolon parts them wherever it stands. Commas do only on a line that is the
only one and has three keywords or more: a heading that is turned round, ``Neoplasms, Experimental``, has one. Words in
Chinese or Japanese have no blanks within them, so these part a line of nothing but such words.
"""

from __future__ import annotations

from citeconv.values.patterns import lazy

_SEMICOLON = lazy(r"(?:(?<! ) +)?[;\uff1b] *")
_COMMAS = lazy(r"[^,;()]{2,40}(?:,[^,;()]{2,41}){2,30}")
_WIDE_COMMA = lazy(r" ?[\uff0c\u3001] ?")
_WIDE_WORD = r"[\u3040-\u30ff\u3400-\u9fff][\u3040-\u30ff\u3400-\u9fff\u00b7-]{1,30}"
_NAME_AMONG = r"[A-Za-z][A-Za-z\d-]{1,20}"
_WIDE_WORDS = lazy(rf"{_WIDE_WORD}(?: {{1,2}}(?:{_NAME_AMONG} {{1,2}})?{_WIDE_WORD}){{1,20}}(?: {{1,2}}{_NAME_AMONG})?")
"""Words in Chinese or Japanese, between which names in Latin may stand alone."""
_FEWEST_COMMAS = 2
"""Of how many, none with a blank behind it, each parts keywords, however long: ``Salt,Sea level,Tides`` (Mendeley)."""


def keywords_in(lines: list[str]) -> list[str]:
    """Return the keywords in lines, each of which is one as a rule."""
    if len(lines) == 1:
        (line,) = lines
        glued = line.count(",") >= _FEWEST_COMMAS and ", " not in line and ";" not in line
        if glued or _COMMAS.fullmatch(line):
            return [word for part in line.split(",") if (word := part.strip())]
        if not line.isascii() and "," not in line:
            lines = line.split() if _WIDE_WORDS.fullmatch(line) else _WIDE_COMMA.split(line)
    text = "".join(lines)
    if ";" not in text and "\uff1b" not in text:
        return lines
    return [word for line in lines for part in _SEMICOLON.split(line) if (word := part.strip())]
