"""The legacy encoding of a text that is not UTF-8, guessed from the letters that the bytes would be in each.

Bytes go in; a codec comes out, or nothing where Windows-1252 is as good a guess. Programs in China, Japan, Korea,
Russia, Turkey or Poland save tables in the encoding of their system, and old files of DOS and the Macintosh are still
about. Encodings with two bytes a character are recognised by which characters are frequent, those of non-Latin scripts
by their commonest letters, and those of Latin letters by an alphabet that has all the letters, where no language has
those that Windows-1252 makes of the bytes.
"""

from __future__ import annotations

import codecs
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from citeconv.values.patterns import lazy

_MOST = 1 << 14
"""Bytes that are looked at."""
_FEWEST_SIGNS = 4
_FEWEST_LETTERS = 12
_FEWEST_ODD = 2
"""Different letters, at least, that would be others in Windows-1252."""
_NEARLY_ALL, _MOSTLY, _HALF = 0.95, 0.8, 0.5
_PUNCTUATION = frozenset("‘’‚“”„–—…•\xa0«»§°·©®\xad№")
_WORDS = lazy(rb"[A-Za-z\x80-\xff]{2,}")
_PAIRS = lazy(rb"[\x80-\xff]{2}")


class _Wide(NamedTuple):
    """An encoding with two bytes a character, and the first bytes by which it is recognised.

    Args:
        codec: Its name in Python.
        signs: The last first byte of signs; those above it are of letters.
        common: The first bytes of the frequent characters.
        own: The first bytes of the characters that tell it from the others.
        fewest_own: The least share of the letters that ``own`` begins.
        fewest_pairs: The least share of the letters that are made of two bytes beyond ASCII: in Big5 the second byte
            of four in ten is ASCII, and what Latin letters would make has one much more often.
    """

    codec: str
    signs: int
    common: range
    own: range
    fewest_own: float
    fewest_pairs: float = 0.5


_WIDE = (
    _Wide("cp932", 0x81, range(0x88, 0x98), range(0x82, 0x84), 0.02),
    _Wide("euc_jp", 0xA3, range(0xB0, 0xD0), range(0xA4, 0xA6), 0.02),
    _Wide("cp949", 0xA3, range(0xB0, 0xC9), range(0xB0, 0xC9), 0.9),
    _Wide("gb18030", 0xA3, range(0xB0, 0xD8), range(0xC9, 0xD8), 0.1),
    _Wide("cp950", 0xA3, range(0xA4, 0xC7), range(0xA4, 0xC7), 0.1, 0.25),
)
"""The first that fits is taken. Kana are Japanese alone, and what Korean has no syllables for is Chinese."""

_SCRIPTS = {
    "оеаинтсрвл": ("cp1251", "koi8_r", "cp866", "iso8859_5"),
    "αοιετσνηυρς": ("cp1253",),
    "יוהלאתרבמש": ("cp1255",),
    "الينمتربوةه": ("cp1256",),
    "านรอกเงลยมว่้": ("cp874",),
}
"""The commonest letters of a script, and its encodings."""

_WESTERN = (
    "àâæçéèêëîïôœùûü", "äöüß", "áéíóúüñ", "áàâãçéêíóôõúü", "àèéìíòóùú", "åäöæøéü", "áðéíóúþæö", "àçèéíïòóúü",
)  # fmt: skip
"""The letters beyond ASCII of languages of Windows-1252; without Icelandic's rare ý, where Turkish has ı."""
_ELSEWHERE = {
    "ąćęłńóśźż": ("cp1250", "iso8859_2"),
    "áčďéěíňóřšťúůýž": ("cp1250", "iso8859_2"),
    "áäčďéíĺľňóôŕšťúýž": ("cp1250", "iso8859_2"),
    "áéíóöőúüű": ("cp1250", "iso8859_2"),
    "čćđšž": ("cp1250", "iso8859_2"),
    "ăâîşţ": ("cp1250", "iso8859_2"),
    "çğıiöşüâîû": ("cp1254",),
    "ąčęėįšųūž": ("cp1257",),
    "āčēģīķļņšūž": ("cp1257",),
}
"""Those of others, and their encodings."""
_OF_OTHER_SYSTEMS = ("mac_roman", "cp850")


def guessed_codec(start: bytes) -> str:
    """Return the codec of a text that is no UTF-8; empty if it is UTF-8 with stray bytes, or Windows-1252, or unknown.

    Args:
        start: Its first bytes.
    """
    sample = _telling(start)
    text = sample.decode("utf-8", "surrogateescape")
    stray = sum(["\udc80" <= sign <= "\udcff" for sign in text])
    if 2 * (sum([sign > "\x7f" for sign in text]) - stray) > stray:
        return ""
    words = [word for word in _WORDS.findall(sample) if not word.isascii()]
    return _wide(sample) or _of_script(words) or _latin(b" ".join(words))


def _telling(start: bytes) -> bytes:
    """Return lines that are not all ASCII."""
    lines, size = list[bytes](), 0
    for line in start.splitlines(keepends=True):
        if not line.isascii():
            lines.append(line)
            size += len(line)
            if size > _MOST:
                break
    return b"".join(lines)[:_MOST]


def _wide(sample: bytes) -> str:
    return next((each.codec for each in _WIDE if _fits(each, sample)), "")


def _fits(wide: _Wide, sample: bytes) -> bool:
    try:
        text = codecs.getincrementaldecoder(wide.codec)().decode(sample)
        first = Counter([sign.encode(wide.codec)[0] for sign in text if sign > "\x7f"])
    except UnicodeError:
        return False
    letters = sum([count for byte, count in first.items() if byte > wide.signs])
    own = sum([count for byte, count in first.items() if byte in wide.own])
    known = sum([count for byte, count in first.items() if byte in wide.common or byte in wide.own])
    together = len(_PAIRS.findall(sample)) > wide.fewest_pairs * letters
    return together and known >= max(_FEWEST_SIGNS, _MOSTLY * letters) and own >= wide.fewest_own * letters


def _of_script(words: list[bytes]) -> str:
    """Return the encoding in which most letters are the commonest of a script; nothing if there are Latin ones, too."""
    whole = [word for word in words if word[0] > 0x7F and word[-1] > 0x7F]
    if len(whole) < _MOSTLY * len(words):
        return ""
    text = b" ".join(whole)
    shares = [(_share(text, codec, common), codec) for common, codecs in _SCRIPTS.items() for codec in codecs]
    share, codec = max(shares)
    return codec if share >= _HALF else ""


def _share(words: bytes, codec: str, common: str) -> float:
    """Return the share of the letters beyond ASCII that are the common ones; 0 if there are few letters."""
    letters = [sign for sign in words.decode(codec, "replace") if sign > "\x7f" and sign not in _PUNCTUATION]
    return sum([sign.lower() in common for sign in letters]) / len(letters) if len(letters) >= _FEWEST_LETTERS else 0


def _latin(words: bytes) -> str:
    usual = list(_letters(words, "cp1252"))
    western = max([_coverage(usual, alphabet) for alphabet in _WESTERN])
    for codec, alphabet, most in _latin_codecs():
        letters = list(_letters(words, codec))
        odd = {now for before, now in zip(usual, letters, strict=True) if before != now}
        if western < most and len(odd) >= _FEWEST_ODD and _coverage(letters, alphabet) >= _NEARLY_ALL:
            return codec
    return ""


def _latin_codecs() -> Iterator[tuple[str, str, float]]:
    """Yield codecs, each with an alphabet and the largest share of letters that one Western language may cover."""
    for alphabet, names in _ELSEWHERE.items():
        yield from [(codec, alphabet, 0.9) for codec in names]
    for codec in _OF_OTHER_SYSTEMS:
        yield from [(codec, alphabet, _HALF) for alphabet in _WESTERN]


def _letters(words: bytes, codec: str) -> Iterator[str]:
    """Yield the characters beyond ASCII, but an empty text for a capital behind a small letter."""
    before = " "
    for sign in words.decode(codec, "replace"):
        if sign > "\x7f":
            yield "" if sign.isupper() and before.islower() else sign
        before = sign


def _coverage(signs: list[str], alphabet: str) -> float:
    """Return the share of letters, punctuation apart, that belong to an alphabet."""
    letters = [sign for sign in signs if sign not in _PUNCTUATION]
    return sum([sign != "" and sign.lower()[0] in alphabet for sign in letters]) / max(1, len(letters))
