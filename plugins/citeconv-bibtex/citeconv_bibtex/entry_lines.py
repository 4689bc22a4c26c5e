"""What the fields of an entry share while it is written: the coding of texts, and what several of them leave to one.

Settings go in; what is set for each entry, and what its fields put together for ``note`` and ``pubstate``, which stand
but once, is here.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from functools import partial
from typing import Any, ClassVar

from citeconv import Citation, Date, Format
from citeconv.values.memo import Memo
from citeconv.values.preprints import is_preprint
from citeconv_bibtex import mapping, syntax
from citeconv_bibtex.latex import MARK, unmark
from citeconv_bibtex.reading.fields import language_tags
from citeconv_bibtex.syntax import Encode


class EntryLines(Format[str], ABC):
    """What all fields of the entry at hand share."""

    dialect: ClassVar[int]
    """Column of the tables: 0 BibTeX, 1 BibLaTeX."""

    def __init__(self, settings: Mapping[str, Any] | None = None) -> None:
        super().__init__(settings)
        self._encode = encode = self.encoding()
        self._recurring = Memo(partial(syntax.text, encode=encode), 2048)
        self._language_lines = Memo(self.language_lines)
        self._languages_again = Memo(self.languages_again)
        self._entry_type = ""
        self._title_with_braces = ""  # with signs for them, if it was read of BibTeX
        self.is_legal = False  # whether ``howpublished`` tells where a law or a case stands
        self.is_doubtful = False  # whether the entry holds what only reading it again will show to be read as it was
        self.remarks: list[str] = []  # for `note`, as TeX
        self.states: list[str] = []  # for `pubstate`, or `note` where there is none

    # -- what the dialects differ in

    @abstractmethod
    def encoding(self) -> Encode:
        """Return the coding of characters."""

    @abstractmethod
    def publication_date(self, date: Date, field: str) -> str:
        """Return the lines of the date to cite; ``field`` is where it came from."""

    @abstractmethod
    def language_lines(self, languages: tuple[str, ...]) -> str:
        """Return the lines that tell the language."""

    # -- what many need

    def text(self, value: str) -> str:
        """Return a text as TeX."""
        return syntax.text(value, self._encode)

    def _verbatim(self, name: str, value: str, field: str) -> str:
        safe = syntax.verbatim(value)
        if safe != value:
            self.lose(field, f"percent-encoded: {safe}")
        return f"  {name} = {{{safe}}},\n"

    def remark(self, part: str, value: str, tex: str, field: str = "") -> None:
        """Leave a field, or part of one, to ``note``, where readers part what stands there at semicolons."""
        field = field or part
        if "; " in value:
            self.lose(field, "is read as several notes")
            self.lose("note", f"what follows a semicolon in {field} is read as one")
        if MARK in tex and unmark(tex, bool(self.settings["utf8"]))[1]:
            self.lose(field, "holds characters without TeX")
        self.remarks.append(f"{mapping.IN_NOTE[part]}{tex}")

    def languages(self, tags: tuple[str, ...]) -> str:
        """Return babel's names for languages; a tag that babel does not know stands as it is."""
        return " and ".join([mapping.babel_name(tag) or self.text(tag) for tag in tags])

    def languages_again(self, tags: tuple[str, ...]) -> tuple[str, ...]:
        """Return languages as they are read again, but for characters without TeX, which are told anyway."""
        return tags if MARK in (read := self.languages(tags)) else language_tags(read)

    def _is_preprint(self, citation: Citation) -> bool:
        kinds = citation.type == "article" and self._entry_type in ("misc", "online")
        return kinds and is_preprint(citation.genre)
