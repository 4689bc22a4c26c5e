"""Citation keys: a template and a citation go in, a key comes out that no other record of the output has.

The same record gets the same key in every run. Where two records would share one (BibTeX ignores case), the first keeps
it bare and any other gets a suffix from its own identity, never a count, so a key does not depend on how many came
before. Only an exact repeat of one record is counted.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from citeconv import Citation
from citeconv.values.key_table import SIXTY_FOUR_BITS, KeyTable
from citeconv.values.markup import TAG
from citeconv.values.memo import Memo
from citeconv.values.normal import normalized
from citeconv.values.patterns import lazy
from citeconv_bibtex.latex import LOOSE
from citeconv_bibtex.options import PLACEHOLDERS, PRESETS

STOP_WORDS = frozenset(
    "a about above after against al along among an and are as at before behind below beneath beside between beyond but "
    "by can could das de del der des die do does down during ein eine el en for from had has have how in into is it "
    "its la las le les los near nor not of off on onto or our over per por should so sur than that the their these "
    "this those through to toward towards un una und une under until up upon was were what when where which while who "
    "whose why will with within without y yet".split()
)
"""Words of a title that say nothing: articles, prepositions, auxiliaries, in the commoner languages."""

_PLACEHOLDER = lazy(r"\{(\w*)\}")
_LITERAL = lazy(r"[A-Za-z0-9_:.+/-]*")
_WORD = lazy(r"[a-z0-9]+")
_NOT_LETTER = lazy(r"[^a-z]+")
_UNSAFE = lazy(r"[^A-Za-z0-9_:.+/-]+")
_UNSAFE_IN_UNICODE = lazy(r"[^\w:.+/-]+")
_SHORT = 3
_TITLE_START = 300
_KEY_LENGTH = 120
_FOLD = str.maketrans(
    {
        **{char: plain for char, plain in LOOSE.items() if char.isalpha()},
        **dict(zip("ßæÆœŒøØłŁđĐðÐþÞıŋŊ", "ss ae AE oe OE o O l L d D d D th Th i ng Ng".split(), strict=True)),
        **{chr(code): unicodedata.name(chr(code)).split()[-1].lower() for code in range(0x3B1, 0x3CA)},
    }
)
"""Letters without an ASCII base in Unicode; Greek ones by name."""


def fold(value: str) -> str:
    """Return a text in ASCII, accents off, Greek letters by name; what has no ASCII form is left out."""
    if value.isascii():
        return value
    value = normalized("NFKD", value).translate(_FOLD)
    return normalized("NFKD", value).encode("ascii", "ignore").decode()


def _letters_of(value: str) -> str:
    return _NOT_LETTER.sub("", fold(value).lower())


_letters = Memo(_letters_of)


def _words(value: str, count: int) -> list[str]:
    """Return the first words of a title that say something; if there are none, its first word."""
    value = value[:_TITLE_START]
    if "<" in value:
        value = TAG.sub("", value)
    found: list[str] = []
    any_word = ""
    for part in value.split(" "):  # the first few tell, and to fold a whole title takes long
        for word in _WORD.findall(fold(part).lower()):
            if len(word) >= _SHORT and word not in STOP_WORDS and not word.isdigit():
                found.append(word)
                if len(found) == count:
                    return found
            any_word = any_word or word
    return found or [any_word]


def _auth(citation: Citation) -> str:
    """Family of the first author (or editor), letters only; of a group the first word that says something."""
    for names in (citation.author, citation.editor, citation.translator):
        for name in names:
            letters = _letters[name.family] if name.family else _words(name.literal, 1)[0]
            if letters:
                return letters
    return "anon"


def _year(citation: Citation) -> str:
    date = citation.issued or citation.container_issued
    return str(date.year) if date and date.year else ""


def _title(citation: Citation) -> str:
    return _words(citation.title, 1)[0]


def _short_title(citation: Citation) -> str:
    return "".join(word.capitalize() for word in _words(citation.title, 3))


def _journal(citation: Citation) -> str:
    return _letters[citation.container_title_short or citation.container_title]


def _source_key(citation: Citation) -> str:
    return sanitised(citation.key)


def _pmid(citation: Citation) -> str:
    return sanitised(citation.pmid)


def _doi(citation: Citation) -> str:
    return sanitised(citation.doi)


PARTS: dict[str, Callable[[Citation], str]] = dict(
    zip(PLACEHOLDERS, (_auth, _year, _title, _short_title, _journal, _pmid, _doi, _source_key), strict=True)
)
"""What a template may hold, and where it comes from."""

_NEEDED = ("pmid", "doi", "key")
"""Placeholders that leave no key worth the name when they are empty: the default template serves then."""


def sanitised(key: str) -> str:
    """Return a key with the characters that BibTeX, biber, TeX and a shell path all take; accents come off."""
    return _UNSAFE.sub("", fold(key))[:_KEY_LENGTH]


def kept(key: str) -> str:
    """Return a key of a source for biber, which takes the letters of every script as they are."""
    return sanitised(key) if key.isascii() else _UNSAFE_IN_UNICODE.sub("", normalized("NFC", key))[:_KEY_LENGTH]


def parse_template(template: str) -> tuple[str, list[str]]:
    """Take a template, or a preset by its name, apart.

    Returns:
        The template with ``%s`` for each placeholder, and the names of the placeholders.

    Raises:
        ValueError: It has no placeholder, an unknown one, or characters that no key may have.
    """
    pieces = _PLACEHOLDER.split(PRESETS.get(template, template))
    known = f"placeholders: {' '.join(f'{{{name}}}' for name in PLACEHOLDERS)}; presets: {', '.join(PRESETS)}"
    literals, names = pieces[::2], pieces[1::2]
    if not names:
        raise ValueError(f"{template!r} has no placeholder; {known}")
    for name in names:
        if name not in PARTS:
            raise ValueError(f"unknown placeholder {{{name}}}; {known}")
    for literal in literals:
        if not _LITERAL.fullmatch(literal):
            raise ValueError(f"{literal!r} cannot stand in a key: letters, digits and _ : . + / - can; {known}")
    return "%s".join(literals), names


class KeyMaker:
    """Makes the keys of one output.

    Args:
        template: See ``parse_template``.
        in_ascii: Whether the keys of the source lose all that is not ASCII, as those that are made do.

    Raises:
        ValueError: The template will not do.
    """

    def __init__(self, template: str = "scholar", in_ascii: bool = True) -> None:
        self._kept = sanitised if in_ascii else kept
        self.keeps_source_key = template == "scholar"
        self._default = _compiled("scholar")
        self._form, self._parts = _compiled(template)
        self._needed = [PARTS[name] for name in _NEEDED if PARTS[name] in self._parts]
        self._table = KeyTable()

    def key(self, citation: Citation) -> tuple[str, str]:
        """Return the key of a citation, and the key that the very same record had before, if it had one."""
        key = self._kept(citation.key) if self.keeps_source_key and citation.key else ""
        if not key:
            values = tuple([part(citation) for part in self._parts])
            key = self._form % values
            if not any(values) or (self._needed and not all(part(citation) for part in self._needed)):
                form, parts = self._default
                key = form % tuple([part(citation) for part in parts])
        identity = citation.pmid or citation.doi.lower()
        owner = hash(identity or citation) & SIXTY_FOUR_BITS or 1
        claim = self._table.claim
        if not (holder := claim(key.lower(), owner)):
            return key, ""
        before = key if holder == owner else ""
        own = f"{key}-{_suffix(citation)}"
        if not (holder := claim(own.lower(), owner)):
            return own, before
        return self._numbered(own, owner), before or (own if holder == owner else "")

    def _numbered(self, own: str, owner: int) -> str:
        """Return a record's own key with a number behind it, from 2: it came before."""
        key = f"{own}-{self._table.free_number(own.lower())}"
        self._table.claim(key.lower(), owner)
        return key


def _compiled(template: str) -> tuple[str, list[Callable[[Citation], str]]]:
    form, names = parse_template(template)
    return form, [PARTS[name] for name in names]


def _suffix(citation: Citation) -> str:
    """Return what tells a record from others with the same key: PMID, or eight digits of a hash of DOI or content."""
    if pmid := sanitised(citation.pmid):
        return pmid
    content = citation.doi.lower() or repr(citation)
    import hashlib  # takes longer to load than all the rest here

    return hashlib.blake2b(content.encode("utf-8", "replace"), digest_size=4).hexdigest()
