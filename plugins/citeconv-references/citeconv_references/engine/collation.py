"""Sort keys of text, in the order that citeproc-js sorts in.

That is the root order of Unicode collation at its first level (accents and case do not count), with the letters that
a language counts apart, numbers by their value, blanks before everything and punctuation ignored, no-break spaces
with it. Equal keys keep the order of the input.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

from citeconv.values.normal import normalized
from citeconv.values.patterns import lazy

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
}
"""Letters that Unicode's decompositions do not take apart, as the root collation has them."""
SCANDINAVIAN = {"z": "åäö"}
TAILORINGS: dict[str, dict[str, str]] = {
    "sv": SCANDINAVIAN,
    "fi": SCANDINAVIAN,
    "da": {"z": "æøå"},
    "nb": {"z": "æøå"},
    "nn": {"z": "æøå"},
    "no": {"z": "æøå"},
    "is": {"a": "á", "d": "ð", "e": "é", "i": "í", "o": "ó", "u": "ú", "y": "ý", "z": "þæöå"},
    "et": {"s": "šzž", "w": "õäöü"},
    "es": {"n": "ñ"},
    "gl": {"n": "ñ"},
    "eu": {"n": "ñ"},
    "pl": {"a": "ą", "c": "ć", "e": "ę", "l": "ł", "n": "ń", "o": "ó", "s": "ś", "z": "źż"},
    "cs": {"c": "č", "r": "ř", "s": "š", "z": "ž"},
    "sk": {"a": "ä", "c": "č", "o": "ô", "s": "š", "z": "ž"},
    "hr": {"c": "čć", "d": "đ", "s": "š", "z": "ž"},
    "sr": {"c": "čć", "d": "đ", "s": "š", "z": "ž"},
    "sl": {"c": "čć", "d": "đ", "s": "š", "z": "ž"},
    "lt": {"c": "č", "s": "š", "z": "ž"},
    "lv": {"c": "č", "g": "ģ", "k": "ķ", "l": "ļ", "n": "ņ", "s": "š", "z": "ž"},
    "hu": {"o": "ö", "u": "ü"},
    "ro": {"a": "ăâ", "i": "î", "s": "ș", "t": "ț"},
    "tr": {"c": "ç", "g": "ğ", "h": "ı", "o": "ö", "s": "ş", "u": "ü"},
    "az": {"c": "ç", "g": "ğ", "h": "ı", "o": "ö", "s": "ş", "u": "ü"},
}
"""Letters that a language sorts after another one (CLDR)."""
DIGITS = lazy(r"\d+")
HANGUL = lazy(r"[\uac00-\ud7af]")


@lru_cache(maxsize=8)
def collation(language: str) -> Callable[[str], str]:
    """Return what makes the sort key of a text in a language."""
    tailored = {
        letter: f"{base}{chr(0xE000 + place)}"
        for base, letters in TAILORINGS.get(language, {}).items()
        for place, letter in enumerate(letters)
    }
    table: dict[int, str] = {}

    def key(text: str) -> str:
        text = normalized("NFC", text.lower())
        if not text.isascii():
            for character in set(text):
                if ord(character) not in table:
                    table[ord(character)] = _element(character, tailored)
            text = text.translate(table)
        else:
            text = text.translate(ASCII)
        if DIGITS.search(text):
            text = DIGITS.sub(_number, text)
        return text

    return key


def _element(character: str, tailored: dict[str, str]) -> str:
    """Return what a character counts as."""
    if character in tailored:
        return tailored[character]
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
    digits = match[0].lstrip("0")
    return f"\x03{chr(0x20 + min(len(digits), 0xFF))}{digits}"
