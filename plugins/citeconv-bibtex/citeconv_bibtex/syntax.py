"""The syntax of a field's value: text with citeconv's markup goes in, what TeX and BibTeX take comes out.

Every function is total: whatever the text holds (braces, backslashes, half a tag), what comes out has balanced braces
and no TeX command of the text's own. What is odd is the protection of capitals: BibTeX styles and pandoc turn titles to
sentence case, and keep only what stands in braces that do not begin with a backslash.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from citeconv.values.markup import TAG, TAGS
from citeconv.values.memo import Memo
from citeconv.values.patterns import lazy
from citeconv_bibtex.capitals import CLOSE, OPEN
from citeconv_bibtex.latex import COMMON, SPECIALS, marked

Encode = Callable[[str], str]
"""From escaped text to the characters of the dialect: ``latex.to_ascii`` or ``latex.to_utf8``."""

MARKUP = {"i": r"\emph{", "b": r"\textbf{", "sup": r"\textsuperscript{", "sub": r"\textsubscript{", "sc": r"\textsc{"}
"""citeconv's inline markup, and how its TeX form begins."""

_COMMON = tuple(COMMON.items())
_SPECIAL = lazy(r"[\\{}&%_#$^~|<>]")
_LIGATURE = lazy(r"([-'`,])(?=\1)|[?!](?=`)|(?<![`\w\\])`(?=[^\s`'][^`]*')")
_HYPHENS, _COMMAS = lazy("--"), lazy(",,")
"""Frequent signs, which ``re`` finds in pairs in half the time that ``in`` takes."""
_COMMANDS = lazy(rf"</?(?:{'|'.join(TAGS)})>|([\\{{}}&%_#$^~|<>])")
_CONTROLS = lazy("[\x00-\x08\x0e-\x1f\x7f]+")
_UNSAFE = lazy(r"[^!#-\[\]_-z|~]+")
_UNSAFE_SIGNS = (" ", '"', "\\", "^", "{", "}")
"""What is unsafe among the printable signs of ASCII."""
_BLANKS = lazy(r"[\t-\r ]{2,}|[\t-\r]")
_COMMAND = lazy(r"\\(?:[A-Za-z]+|[^A-Za-z])|[{}$]")
_NO_LETTER = lazy(r"[\W_]+")
_ONE_BLANK = marked(" ", " ")
_SHIELDED = lazy(f"{OPEN}([^{OPEN}{CLOSE}]*){CLOSE}")
_BLANK_INSIDE = "\x1f"
_APART = "\x1e"
"""Between keywords that are coded in one go."""
_DEPTH = 20
"""Tags nested deeper stay as they are; TeX allows 255 groups in all."""


def without_controls(text: str) -> str:
    """Return a text without control characters, but for line ends and blanks."""
    return text if text.isprintable() else _CONTROLS.sub("", text)


def in_line(text: str) -> str:
    """Return a text without line ends; runs of blanks become one in a text that has any."""
    return text if text.isprintable() else " ".join(text.split())


def escape(text: str) -> str:
    """Return a text without markup, in one line, with everything escaped that TeX would interpret."""
    if "  " in text or "\n" in text:
        text = _BLANKS.sub(_ONE_BLANK, text)
    if "\\" in text or "{" in text or "}" in text:
        text = _SPECIAL.sub(_form, text)
    else:
        for char, form in _COMMON:
            if char in text:
                text = text.replace(char, form)
    if _HYPHENS.search(text) or ("'" in text and "''" in text) or "`" in text or _COMMAS.search(text):
        text = _LIGATURE.sub(r"\g<0>{}", text)
    return text


def _form(match: re.Match[str]) -> str:
    return SPECIALS[match[0]]


def has_markup(text: str) -> bool:
    """Return whether there can be a pair of tags in a text."""
    return "<" in text and "</" in text


def markup(text: str, blank: str = " ") -> str:
    """Return an escaped text with its markup as TeX; a tag without its partner is plain text.

    Args:
        text: With citeconv's markup.
        blank: Written for each blank that stands inside markup.
    """
    first, *rest = TAG.split(text)
    if not rest:
        return escape(text)
    tags = list(zip(rest[::3], rest[1::3], rest[2::3], strict=True))  # slash or nothing, name, text behind it
    forms = _pair(tags)
    out, plain, level = [], [first], 0
    for (slash, name, after), form in zip(tags, forms, strict=True):
        if form:
            out.append(_inside(plain, level, blank))
            out.append(form)
            level += -1 if slash else 1
            plain = [after]
        else:
            plain += ["<", slash, name, ">", after]
    out.append(_inside(plain, level, blank))
    return "".join(out)


def _pair(tags: list[tuple[str, str, str]]) -> list[str]:
    """Return the TeX form of each tag that has a partner, and nothing for the others."""
    forms = [""] * len(tags)
    opened: list[int] = []
    for index, (slash, name, _) in enumerate(tags):
        if not slash:
            if len(opened) < _DEPTH:
                opened.append(index)
            continue
        while opened and any(tags[place][1] == name for place in opened):
            place = opened.pop()
            if tags[place][1] == name:
                forms[place], forms[index] = MARKUP[name], "}"
                break
    return forms


def _inside(plain: list[str], level: int, blank: str) -> str:
    text = escape("".join(plain))
    return text.replace(" ", blank) if level else text


def text(value: str, encode: Encode) -> str:
    """Return a text as TeX."""
    value = markup(value) if has_markup(value) else escape(value)
    return value if value.isascii() else encode(value)


def without_commands(value: str) -> str:
    """Return a text without markup, and with blanks for the signs that have a command in TeX."""
    if _COMMANDS.search(value) is None:
        return value
    return " ".join(_COMMANDS.sub(lambda match: " " if match[1] else "", value).split())


def title(value: str, encode: Encode, shields: str = "all") -> str:
    """Return a title as TeX, each word with a capital in braces of its own unless only the title's first letter is one.

    Markup counts as part of the word it touches: ``CO<sub>2</sub>`` is ``{CO\\textsubscript{2}}``, ``<i>S. aureus</i>``
    is ``{{\\emph{S. aureus}}}``, the one form that both BibTeX and pandoc leave alone.

    Args:
        value: The title.
        encode: The coding of characters.
        shields: Which words with a capital get braces: a name in ``SHIELDS``.
    """
    protected = SHIELDS[shields]
    value = markup(value, _BLANK_INSIDE) if has_markup(value) else escape(value)
    if not value.isascii():
        value = encode(value)
    if (rest := value[1:]) != rest.lower():
        first, *words = value.split(" ")
        if (rest := first[1:]) != rest.lower():
            first = protected[first]
        value = " ".join([first, *[word if word.islower() else protected[word] for word in words]])
    return value.replace(_BLANK_INSIDE, " ") if _BLANK_INSIDE in value else value


def title_in_braces(value: str, encode: Encode) -> str:
    """Return a title as TeX, in the braces that it had.

    Args:
        value: The title, with the signs of ``capitals`` for its braces.
        encode: The coding of characters.
    """
    value = title(value, encode, "none")
    return _SHIELDED.sub(_shielded, value)


def _shielded(match: re.Match[str]) -> str:
    """Put a group into braces, two where it begins with a backslash: then one alone shields nothing."""
    return f"{{{{{match[1]}}}}}" if match[1].startswith("\\") else f"{{{match[1]}}}"


def _protect(word: str) -> str:
    """Put a word, itself TeX, into braces if it holds a capital, but for punctuation around it."""
    if word.isalnum():
        return word if word == word.lower() else f"{{{word}}}"
    body = word.lstrip("(['\"`").rstrip(".,;:!?'\"")
    if body == body.lower():
        return word
    surplus = body.count(")") + body.count("]") - body.count("(") - body.count("[")
    while surplus > 0 and body.endswith((")", "]")):
        body, surplus = body[:-1], surplus - 1
    if surplus:  # (Re)activation
        body = word.rstrip(".,;:!?'\"")
    head, _, tail = word.partition(body)
    return f"{head}{{{{{body}}}}}{tail}" if body.startswith("\\") else f"{head}{{{body}}}{tail}"


def _protect_abbreviation(word: str) -> str:
    """Put a word into braces if a part of it has capitals wherever it stands: ``mRNA``, ``B12``, ``T-cell``."""
    return _protect(word) if any(map(_is_abbreviation, _NO_LETTER.split(_COMMAND.sub("", word)))) else word


def _is_abbreviation(part: str) -> bool:
    if len(part) < 2:
        return part.isupper() and part != "A"
    return part[1:] != part[1:].lower() or (part != part.lower() and not part.isalpha())


_all = Memo(_protect, 8192)
SHIELDS = {
    "kept": _all,
    "all": _all,
    "abbreviations": Memo(_protect_abbreviation, 8192),
    "none": Memo(lambda word: word),
}
"""Which words of a title are put into braces: with a capital, also where no braces can be kept, without which they were
others, or none."""


def verbatim(value: str) -> str:
    """Return an identifier or address with what could break the file percent-encoded; nothing is ever escaped."""
    if value.isascii() and value.isprintable() and not any(map(value.__contains__, _UNSAFE_SIGNS)):
        return value
    return _UNSAFE.sub(_percent, value)


def _percent(match: re.Match[str]) -> str:
    return "".join([f"%{byte:02X}" for byte in match[0].encode(errors="replace")])


def keywords(values: list[str], encode: Encode) -> str:
    """Return a list of keywords, each in braces if it holds what separates items; most are coded in one go.

    One alone has a comma behind it then: without, it would look like a list in braces of the Web of Science.
    """
    whole = _APART.join(values)
    if has_markup(whole) or "  " in whole or "\n" in whole or whole.count(_APART) >= len(values):
        items = [text(value, encode) for value in values]
    else:
        items = escape(whole).split(_APART)
        if not whole.isascii():
            items = [item if item.isascii() else encode(item) for item in items]
    if "," in whole or ";" in whole:
        pairs = zip(values, items, strict=True)
        items = [f"{{{item}}}" if "," in value or ";" in value else item for value, item in pairs]
        if len(items) == 1 and ";" in whole:
            return f"{items[0]},"
    return ", ".join(items)
