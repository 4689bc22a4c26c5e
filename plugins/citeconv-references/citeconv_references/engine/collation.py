"""Sort keys of text, in the order that citeproc-js sorts in.

That is the root order of Unicode collation at its first level (accents and case do not count), with the letters that a
language sorts apart (Czech ``ch`` behind ``h``), its own script before Latin, numbers by their value, blanks before
everything and punctuation ignored, no-break spaces with it. Equal keys keep the order of the input.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from typing import TypeAlias

from citeconv.values.normal import normalized
from citeconv.values.patterns import lazy
from citeconv_references.engine.textcase import DOTTED

CYRILLIC = "аәбвгғдђҙеєжҗзѕиійјкқҡлљмнңњоөпрсҫтћуүұфхҳһцҷчҹџшщъыьэюя"
"""The order of Cyrillic letters in the languages that are written so."""


def _behind_russian(letters: str) -> dict[str, str]:
    """Return the sort keys of letters that no decomposition gives, each behind the Russian one before it."""
    keys, base = {}, ""
    for place, letter in enumerate(letters):
        if "а" <= letter <= "я" and letter != "й":
            base = letter
        else:
            keys[letter] = f"{base}{chr(0xE080 + place)}"
    return keys


LETTERS = {
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "ł": "l",
    "ħ": "h",
    "ŧ": "t",
    "ı": "i",
    "ŀ": "l",
    "þ": "z\ue0ff",
    "ς": "σ",
    **dict(zip("ךםןףץ", "כמנפצ", strict=True)),
    **_behind_russian(CYRILLIC),
}
"""Letters that Unicode's decompositions do not take apart, as the root collation has them."""
Letters: TypeAlias = dict[str, tuple[str, ...]]
SCANDINAVIAN: Letters = {"z": ("å", "ä", "ö")}
DANISH: Letters = {"z": ("æ", "ø", "å")}
CROATIAN: Letters = {"c": ("č", "ć"), "d": ("dž", "đ"), "l": ("lj",), "n": ("nj",), "s": ("š",), "z": ("ž",)}
TURKISH: Letters = {"c": ("ç",), "g": ("ğ",), "h": ("ı",), "o": ("ö",), "s": ("ş",), "u": ("ü",)}
TAILORINGS: dict[str, Letters] = {
    "sv": SCANDINAVIAN,
    "fi": SCANDINAVIAN,
    **dict.fromkeys(("da", "nb", "nn"), DANISH),
    "is": {
        "a": ("á",), "d": ("ð",), "e": ("é",), "i": ("í",), "o": ("ó",), "u": ("ú",), "y": ("ý",),
        "z": ("þ", "æ", "ö", "å"),
    },
    "et": {"s": ("š", "z", "ž"), "w": ("õ", "ä", "ö", "ü")},
    "es": {"n": ("ñ",)},
    "gl": {"n": ("ñ",)},
    "pl": {
        "a": ("ą",), "c": ("ć",), "e": ("ę",), "l": ("ł",), "n": ("ń",), "o": ("ó",), "s": ("ś",), "z": ("ź", "ż"),
    },
    "cs": {"c": ("č",), "h": ("ch",), "r": ("ř",), "s": ("š",), "z": ("ž",)},
    "sk": {"a": ("ä",), "c": ("č",), "h": ("ch",), "o": ("ô",), "s": ("š",), "z": ("ž",)},
    "hr": CROATIAN,
    "bs": CROATIAN,
    "sl": {"c": ("č", "ć"), "d": ("đ",), "s": ("š",), "z": ("ž",)},
    "lt": {"c": ("č",), "s": ("š",), "z": ("ž",)},
    "lv": {"c": ("č",), "g": ("ģ",), "i": ("y",), "k": ("ķ",), "l": ("ļ",), "n": ("ņ",), "s": ("š",), "z": ("ž",)},
    "hu": {
        "c": ("cs",), "d": ("dz", "dzs"), "g": ("gy",), "l": ("ly",), "n": ("ny",), "o": ("ö",), "s": ("sz",),
        "t": ("ty",), "u": ("ü",), "z": ("zs",),
    },
    "ro": {"a": ("ă", "â"), "i": ("î",), "s": ("ș",), "t": ("ț",)},
    "tr": TURKISH,
    "az": TURKISH,
    "be": {"е": ("ё",), "у": ("ў",)},
    "kk": {"е": ("ё",)},
    "ky": {"е": ("ё",)},
    "uk": {"г": ("ґ",), LETTERS["і"]: ("ї",)},
}  # fmt: skip
"""Letters, of one sign or several, that a language sorts after another one (CLDR)."""
SWEDISH_TWINS = {"æ": "ä", "ø": "ö", "ü": "y"}
DANISH_TWINS = {"ä": "æ", "ö": "ø", "ü": "y", "aa": "å"}
EQUALS: dict[str, dict[str, str]] = {
    "sv": SWEDISH_TWINS,
    "fi": SWEDISH_TWINS,
    "da": DANISH_TWINS,
    "nb": DANISH_TWINS,
    "nn": DANISH_TWINS,
    "is": {"ä": "æ", "ø": "ö"},
    "lt": {"y": "i"},
    "hu": {
        "ő": "ö", "ű": "ü", "ccs": "cs cs", "ddz": "dz dz", "ddzs": "dzs dzs", "ggy": "gy gy", "lly": "ly ly",
        "nny": "ny ny", "ssz": "sz sz", "tty": "ty ty", "zzs": "zs zs",
    },
    "ro": {"ş": "ș", "ţ": "ț"},
    "mk": {"й": "и"},
    "sr": {"й": "и"},
}  # fmt: skip
"""What counts as another letter of the language, or as several (CLDR)."""
OWN_SCRIPTS = {
    **dict.fromkeys("be bg kk ky mk mn ru sr uk".split(), ("\u0400", "\u052f")),
    "el": ("\u0370", "\u03ff"),
    "he": ("\u0590", "\u05ff"),
    **dict.fromkeys("ar fa ur".split(), ("\u0600", "\u06ff")),
}
"""Where the letters of a script stand that languages sort before the Latin ones (CLDR)."""
PARTS_NUMBERS = lazy(r"(?<=\d)[^\w\s]+(?=\d)")
BETWEEN_NUMBERS = "\x05"
"""Stands for ignored signs that part numbers: ``10.1`` is two of them."""
DIGITS = lazy(rf"{BETWEEN_NUMBERS}?(\d+)")
HANGUL = lazy(r"[\uac00-\ud7af]")


@lru_cache(maxsize=8)
def collation(language: str) -> Callable[[str], str]:
    """Return what makes the sort key of a text in a language."""
    tailored = {
        letter: f"{base}{chr(0xE000 + place)}"
        for base, letters in TAILORINGS.get(language, {}).items()
        for place, letter in enumerate(letters)
    }
    for letter, others in EQUALS.get(language, {}).items():
        tailored[letter] = "".join([tailored.get(other, other) for other in others.split()])
    several = {letter: chr(0xF000 + place) for place, letter in enumerate(tailored) if len(letter) > 1}
    contraction = re.compile("|".join(sorted(several, key=len, reverse=True))) if several else None
    first, last = OWN_SCRIPTS.get(language, ("", ""))
    table = {ord(sign): tailored[letter] for letter, sign in several.items()}
    plain = ASCII | {ord(letter): sort for letter, sort in tailored.items() if letter.isascii() and len(letter) == 1}

    def key(text: str) -> str:
        text = text.replace("I", "ı").replace("İ", "i") if language in DOTTED else text
        text = PARTS_NUMBERS.sub(BETWEEN_NUMBERS, normalized("NFC", text.lower()))
        if contraction is not None:
            text = contraction.sub(lambda match: several[match[0]], text)
        if not text.isascii():
            for character in set(text):
                if ord(character) not in table:
                    sort = _element(character, tailored)
                    table[ord(character)] = f"\x04{sort}" if first <= character <= last else sort
            text = text.translate(table)
        else:
            text = text.translate(plain)
        if DIGITS.search(text):
            text = DIGITS.sub(_number, text)
        return text

    return key


def _element(character: str, tailored: dict[str, str]) -> str:
    """Return what a character counts as."""
    if character in tailored:
        return tailored[character]
    if character == BETWEEN_NUMBERS:
        return character
    if character in LETTERS:
        return LETTERS[character]
    category = unicodedata.category(character)
    if category[0] in "PCM":
        return ""
    if character == " ":
        return "\x01"
    if category[0] == "Z":
        return ""
    if category[0] == "S":
        return f"\x02{character}"
    if HANGUL.match(character):
        return f"\u2fff{character}"
    decomposed = unicodedata.normalize("NFKD", character)
    if decomposed == character:
        return character
    return "".join([_element(part, tailored) for part in decomposed.lower()])


ASCII = {code: _element(chr(code), {}) for code in range(128)}


def _number(match: re.Match[str]) -> str:
    digits = match[1].lstrip("0")
    return f"\x03{chr(0x20 + min(len(digits), 0xFF))}{digits}"
