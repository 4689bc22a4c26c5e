"""The braces of a title, which shield words from styles that lower-case it, for an entry that becomes an entry again.

Raw values go in; out comes the title with a sign for each brace that shields something. Only BibTeX has a use for it,
so it stands in ``extra``, and only where a format of this plugin writes what is read. Shielding is what
BibTeX's ``change.case$`` leaves alone: braces of the outermost level that do not begin with a backslash, and are not
an argument of a command.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from citeconv import Citation
from citeconv.values.bare import with_subtitle, without_stop
from citeconv.values.patterns import lazy
from citeconv.values.tex import text

TAG = "bibtex:{title}"
"""Under which the title with its braces stands in ``extra``; no field can have that name."""
OPEN, CLOSE = "\x1c", "\x1d"
"""The signs for the two braces, which no text has."""

_PAIRED = lazy(f"[^{OPEN}{CLOSE}]*(?:{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}[^{OPEN}{CLOSE}]*)*")
_TOKEN = lazy(r"\\(?P<command>[A-Za-z]+\*?\s*|[\"'^`~=.])|\\[\s\S]|(?P<sign>[{}$])|[^\\{}$]+")


def with_braces(citation: Citation, values: Mapping[str, str]) -> Citation:
    """Return a citation with the braces of its title, unless it cannot be told where they go.

    Args:
        citation: As it was read.
        values: The raw values of its fields.
    """
    parts = [values[name] for name in ("title", "subtitle") if name in values]
    if any([OPEN in part or CLOSE in part for part in parts]):
        return citation
    title = with_subtitle(*[text(_marked(part)) for part in parts]).replace(OPEN + CLOSE, "")
    title = f"{without_stop(title[:-1])}{CLOSE}" if title.endswith(CLOSE) else without_stop(title)
    if without_marks(title) != citation.title or _PAIRED.fullmatch(title) is None:
        return citation
    return replace(citation, extra=(*citation.extra, (TAG, title)))


def _marked(value: str) -> str:
    """Return a raw value with a sign behind each brace that begins to shield, and before each that ends it."""
    out: list[str] = []
    depth, is_shield, in_math, is_argument = 0, False, False, False
    for token in _TOKEN.finditer(value):
        sign, written = token["sign"], token[0]
        if sign == "$":
            in_math, is_argument = not in_math, False
        elif sign == "{":
            depth += 1
            if depth == 1:
                is_shield = not (is_argument or in_math or value.startswith("\\", token.end()))
                written += OPEN if is_shield else ""
        elif sign == "}":
            depth -= 1
            if depth == 0:
                written = CLOSE + written if is_shield else written
                is_argument = False
        elif depth == 0:
            is_argument = token["command"] is not None
        out.append(written)
    return "".join(out)


def without_marks(title: str) -> str:
    """Return a title without the signs that stand for braces."""
    return title.replace(OPEN, "").replace(CLOSE, "")


def apart(citation: Citation) -> tuple[Citation, str]:
    """Return a citation without the braces of its title, and a title with signs for them; nothing if it has none."""
    titles = [title for tag, title in citation.extra if tag == TAG]
    if not titles:
        return citation, ""
    return replace(citation, extra=tuple([each for each in citation.extra if each[0] != TAG])), titles[0]
