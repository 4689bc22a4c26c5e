"""Unicode to TeX: characters go in, forms that pdfLaTeX typesets without extra packages come out.

Two error handlers for ``str.encode`` do the work, so that the ASCII bulk of a text moves at the speed of C and Python
sees only the rest: ``citeconv-tex`` leaves ASCII, ``citeconv-tex-utf8`` leaves UTF-8 without invisible and control
characters. What has no TeX form is transliterated, or written as ``[U+4E2D]``, between two DEL characters and with
its code point; ``unmark`` takes the marks off again and says which characters they were.
"""

from __future__ import annotations

import codecs
import re
import unicodedata

from citeconv.values.normal import normalized
from citeconv.values.patterns import lazy
from citeconv.values.tex_signs import ACCENTS, MATH, MATH_ACCENTS, TEXT, pairs

MARK = "\x7f"
"""Stands on both sides of what is written in place of a character without a TeX form."""

COMMON = {
    "$": r"\$", "&": r"\&", "%": r"\%", "_": r"\_", "#": r"\#", "^": r"{\textasciicircum}", "~": r"{\textasciitilde}",
    "|": "$|$", "<": r"{\textless}", ">": r"{\textgreater}",
}  # fmt: skip
SPECIALS = {**COMMON, "\\": r"{\textbackslash}", "{": r"$\lbrace$", "}": r"$\rbrace$"}
"""What TeX takes for something else. No ``\\{``: BibTeX counts braces even behind a backslash."""

_PLAIN = {
    "\u2013": "--", "\u2014": "---", "\u201c": "``", "\u201d": "''", "\u2032": "$'$", "\u2033": "$''$", "\u2212": "$-$",
    "\u00b8": r"{\c{}}",
    "≲": r"$\stackrel{<}{\sim}$", "≳": r"$\stackrel{>}{\sim}$", "≜": r"$\stackrel{\Delta}{=}$", "≮": r"$\not<$",
    "≯": r"$\not>$", "≰": r"$\not\leq$", "≱": r"$\not\geq$", "⟹": r"$\Longrightarrow$", "⟺": r"$\Longleftrightarrow$",
}  # fmt: skip
_NEAR = {
    **pairs(r"""
        ‐ - ‑ - ‒ -- ― --- ‛ ` ∕ / ∶ : ⩽ $\leq$ ⩾ $\geq$ ≦ $\leq$ ≧ $\geq$ ⋅ $\cdot$ ∙ $\bullet$ ◦ $\circ$ ∆ $\Delta$
        ⟂ $\perp$ 〈 $\langle$ 〉 $\rangle$ ⋆ $\star$ ◯ $\bigcirc$ ◊ $\diamond$ ϕ $\phi$ ϵ $\epsilon$ ‴ $'''$
        ˆ {\textasciicircum} ˜ {\textasciitilde}
    """),
    **dict.fromkeys("\u2007\u202f", "~"),
    **dict.fromkeys("\u0085\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000", " "),
    **dict.fromkeys("\u2028\u2029", " "),
}
"""What TeX has nearest to a sign or a blank of which it knows no such variety; each use is reported as a loss."""

LOOSE = {
    **pairs("""
        а a б b в v г g д d е e ё yo ж zh з z и i й j к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh
        щ shch ъ " ы y ь ' э e ю yu я ya є ye і i ї yi ґ g ў w ђ dj ј j љ lj њ nj ћ c џ dz ѓ g ќ k ѕ dz ә a қ q ң n
        ө o ү u ұ u һ h
        А A Б B В V Г G Д D Е E Ё Yo Ж Zh З Z И I Й J К K Л L М M Н N О O П P Р R С S Т T У U Ф F Х Kh Ц Ts Ч Ch Ш Sh
        Щ Shch Ъ " Ы Y Ь ' Э E Ю Yu Я Ya Є Ye І I Ї Yi Ґ G Ў W Ђ Dj Ј J Љ Lj Њ Nj Ћ C Џ Dz Ѓ G Ќ K Ѕ Dz
        Α A Β B Ε E Ζ Z Η H Ι I Κ K Μ M Ν N Ο O ο o Ρ P Τ T Χ X
        ħ h Ħ H ŧ t Ŧ T ĸ k ə e Ə E ɑ a ɛ e ɔ o ɪ i ʻ ` ʼ ' ʹ ' ʺ '' ♀ female ♂ male ∴ therefore ∵ because
        ✓ yes ✔ yes ✗ no ✘ no ● * ■ * ▪ * □ * ▲ * ▼ * ◆ * ‣ * ⁃ - ☆ *
    """),
    "\ufffd": "?",
}
"""Readable ASCII for characters without a TeX form; each use is reported as a loss."""

_LIGATURES = frozenset(("--", "''", "``", "?`", "!`"))
_RAISING = {"<super": r"\textsuperscript", "<sub": r"\textsubscript"}
_MARKED = lazy("\x7f([0-9a-f]+):([^\x7f]*)\x7f")
_CLUSTER = lazy("([^\\W_])([\u0300-\u036f\u20d0-\u20ff]{1,30})")


def compose(base: str, marks: str) -> str:
    """Return the TeX form of a base (itself TeX) under combining marks; empty when there is none."""
    if base.startswith("$\\") or base.isdecimal():  # on a digit an accent is mathematics: P$\bar{4}$m2
        inner = base.strip("$")
        for mark in marks:
            if mark not in MATH_ACCENTS:
                return ""
            inner = f"\\{MATH_ACCENTS[mark]}{{{inner}}}"
        return f"${inner}$"
    if base.startswith("{\\"):
        base = base[1:-1]
    elif not base.isalnum():
        return ""
    for mark in marks:
        accent = ACCENTS.get(mark)
        if accent is None:  # an arrow, which is an accent in mathematics alone
            return f"$\\{MATH_ACCENTS[mark]}{{{base}}}$" if mark == marks and mark in MATH_ACCENTS else ""
        if base in ("i", "j") and (base == "j" or accent not in "'`^\"") and accent not in "dckb":
            base = f"\\{base}"
        simple = len(base) == 1 and not accent.isalpha()
        base = f"\\{accent}{base}" if simple else f"\\{accent}{{{base}}}"
    return f"{{{base}}}"


def marked(char: str, instead: str) -> str:
    """Return what is written instead of a character, with a mark that says so; blanks part words, not the mark."""
    bare = instead.lstrip(" ")
    return f"{' ' * (len(instead) - len(bare))}\x7f{ord(char):x}:{bare}\x7f"


def _derive(char: str) -> str:
    """Work out the form of a character that stands in no table from what Unicode says of it."""
    tag, _, rest = unicodedata.decomposition(char).rpartition("> ")
    if tag:
        parts = "".join(TEX[chr(int(code, 16))] for code in rest.split())
        if tag in _RAISING:
            return marked(char, f"{_RAISING[tag]}{{{unmark(parts)[0]}}}")
        if tag == "<circle" and len(parts) == 1:
            return f"{{\\textcircled{{{parts}}}}}"
        return parts if MARK in parts else marked(char, parts)
    base, marks = unicodedata.normalize("NFD", char)[:1], unicodedata.normalize("NFD", char)[1:]
    if base != char:
        plain = TEX[base]
        if "[U+" in plain:  # Korean syllables and kana are made of parts, of which the first says something else
            return marked(char, f"[U+{ord(char):04X}]")
        is_usual = base.isalpha() and unicodedata.normalize("NFC", char) == char  # the sign for ohm is no omega
        composed = compose(plain, marks)
        form = composed or plain
        return form if MARK in form or (composed and is_usual) else marked(char, form)
    instead = {"Cc": "", "Cf": "", "Pd": "-"}.get(unicodedata.category(char), f"[U+{ord(char):04X}]")
    return marked(char, instead)


class _Forms(dict[str, str]):
    """TeX forms by character; those of the many CJK characters are worked out each time, the rest once."""

    def __missing__(self, char: str) -> str:
        form = _derive(char)
        if MARK not in form:
            self[char] = form
        return form


TEX: dict[str, str] = _Forms(
    {
        **{chr(code): chr(code) for code in range(32, 127)},
        **{char: f"${chr(92)}{name}$" for char, name in MATH.items()},
        **{char: f"{{{chr(92)}{name}}}" for char, name in TEXT.items()},
        **_PLAIN,
        "\u00a0": "~",
        **{char: marked(char, instead) for char, instead in (_NEAR | LOOSE).items()},
        **SPECIALS,
    }
)
"""The TeX form of every character, ASCII included; a combining mark alone has none."""


_ALONE = {char: form for char, form in TEX.items() if form[:1] in ("{", "$") and not char.isascii()}
"""Forms that need no look at their neighbours."""


def _encode_tex(error: UnicodeError) -> tuple[str, int]:
    """Replace the run of non-ASCII characters that ``str.encode`` stopped at by its TeX form."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    text, start, end = error.object, error.start, error.end
    if end - start == 1 and (form := _ALONE.get(text[start])):
        return form, end
    before, out = text[start - 1 : start], ""
    for char in text[start:end]:
        form = TEX[char]
        if before + form[:1] in _LIGATURES:
            form = "{}" + form
        elif form.startswith(MARK) and unicodedata.category(char)[0] == "M":
            raise error
        out += form
        before = form[-1:]
    return (out + "{}" if before + text[end : end + 1] in _LIGATURES else out), end


def _encode_utf8(error: UnicodeError) -> tuple[bytes, int]:
    """Keep a run of non-ASCII characters but for spaces, invisible and control characters."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    run = error.object[error.start : error.end]
    if run.isprintable() and "\ufffd" not in run:
        return run.encode(), error.end
    return "".join(map(_visible, run)).encode(), error.end


def _visible(char: str) -> str:
    if char in "\u00a0\ufffd" or char.isspace() or unicodedata.category(char) in ("Cc", "Cf", "Cs"):
        return TEX[char]
    return TEX[char] if _is_none(ord(char)) else char


def _is_none(code: int) -> bool:
    """Return whether Unicode says that a code will never be a character; biber takes no file that holds one."""
    return code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF


codecs.register_error("citeconv-tex", _encode_tex)
codecs.register_error("citeconv-tex-utf8", _encode_utf8)


def to_ascii(text: str) -> str:
    """Return a text, its TeX specials already escaped, with every non-ASCII character as TeX."""
    before, *rest = text.encode("ascii", "xmlcharrefreplace").decode().split("&#")  # which no escaped text holds
    out = [before]
    for piece in rest:
        code, _, after = piece.partition(";")
        form, is_free = _FORMS[code]
        if not is_free and (not form or before[-1:] in _NOT_BEFORE or after[:1] in _NOT_BEHIND):
            return _with_neighbours(text)
        out += form, after
        before = after
    return "".join(out)


class _FormsByCode(dict[str, tuple[str, bool]]):
    """TeX forms by decimal code, and whether no neighbour could make another sign of one; none for combining marks."""

    def __missing__(self, code: str) -> tuple[str, bool]:
        char = chr(int(code))
        form = TEX[char]
        if not form or (MARK in form and unicodedata.category(char)[0] == "M"):
            found = "", False
        else:
            found = form, form[0] not in "-'`" and form[-1] not in "-'`?!"
        if char in TEX:
            self[code] = found
        return found


_FORMS = _FormsByCode()
_NOT_BEFORE = frozenset(("", *"-'`?!"))
"""What may make another sign with a form behind it; nothing stands for the form of another character."""
_NOT_BEHIND = frozenset("-'`")
"""What may make another sign with a form before it."""


def _with_neighbours(text: str) -> str:
    """Return what ``to_ascii`` does, with a look at what stands before and behind each character."""
    try:
        return text.encode("ascii", "citeconv-tex").decode()
    except UnicodeEncodeError:  # a combining mark: it belongs to the character before
        text = _CLUSTER.sub(_cluster, normalized("NFC", text))
        return "".join([char if char.isascii() else TEX[char] for char in text])


def _cluster(match: re.Match[str]) -> str:
    base, marks = match.groups()
    return compose(base if base.isascii() else TEX[base], marks) or match[0]


def to_utf8(text: str) -> str:
    """Return a text with its non-ASCII characters kept, but for invisible ones and odd spaces."""
    return text.encode("ascii", "citeconv-tex-utf8").decode()


def unmark(text: str, with_foreign: bool = False) -> tuple[str, str]:
    """Take the marks off a text.

    Args:
        text: With marks.
        with_foreign: Whether characters of which TeX has not even something near, as those of other scripts, come back.

    Returns:
        The text, and the characters that were replaced in it, each once, in order.
    """
    chars: dict[str, None] = {}

    def bare(match: re.Match[str]) -> str:
        char, instead = chr(int(match[1], 16)), match[2]
        if with_foreign and is_foreign(char, instead):
            return char
        chars[char] = None
        return instead

    return _MARKED.sub(bare, text), "".join(chars)


def is_foreign(char: str, instead: str) -> bool:
    """Return whether what stands in the place of a character says no more than how it sounds, or its number."""
    return char in LOOSE or ("[U+" in instead and unicodedata.category(char) != "Cn")


def named(char: str) -> str:
    """Return a character as it can be shown to the user."""
    return "runs of blanks" if char == " " else char if char.isprintable() else f"U+{ord(char):04X}"
