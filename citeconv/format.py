"""The contract between the core and a format: ``Format``, and the ``Record`` and ``Option`` it deals in.

A plugin returns subclasses of ``Format`` from its ``citeconv_formats`` hook. Reading is ``split`` (cut the input)
then ``parse`` (one record, one citation); writing is ``write`` (one citation, some text). The core does all else: it
opens files, calls these methods record by record, counts and reports. ::

    # citeconv_titles.py
    from citeconv import Citation, Format, hookimpl

    class Titles(Format):
        "A title a line."
        name = "titles"
        carries = frozenset({"title"})
        def write(self, citation: Citation) -> str:
            return citation.title

    @hookimpl
    def citeconv_formats():
        return Titles

    # pyproject.toml
    [project.entry-points.citeconv]
    titles = "citeconv_titles"
"""

from __future__ import annotations

import functools
import importlib
import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, AnyStr, ClassVar, Generic

import msgspec

from citeconv.citation import Citation
from citeconv.errors import RecordError

if TYPE_CHECKING:
    from citeconv.source import Source


class Record(msgspec.Struct, frozen=True, gc=False):
    """One record as cut out of the input, not yet understood.

    Args:
        line: Line of the input on which it begins, from 1.
        data: Its text, with line ends as ``\\n`` and stray bytes decoded.
        context: What belongs to the file and not to the record (a CSV header, ``@string`` macros); immutable.
        raw: The text before any repair, for ``--rejects``; empty when it equals ``data``.
        fault: Why the record cannot be parsed at all; the core rejects it with these words.
        preamble: The text without which the record cannot be read again: a CSV header, the ``@string`` macros it uses.
            ``--rejects`` writes it before the record, once if it is the same for many.
    """

    line: int
    data: str
    context: Any = None
    raw: str = ""
    fault: str = ""
    preamble: str = ""

    def part(self, begin: int, end: int, kind: type[Record] | None = None, line: int = 0) -> Record:
        """Return a part as a record of its own, without context and preamble; the record itself, if that is all of it.

        Args:
            begin: Where it begins in ``data``.
            end: Where it ends there.
            kind: Its class, by default the same as the whole.
            line: Its line if that is known, which saves counting.
        """
        kind = kind or type(self)
        if begin == 0 and end == len(self.data) and type(self) is kind:
            return self
        raw = self.raw[begin:end] if len(self.raw) == len(self.data) else ""
        line = line or self.line + self.data.count("\n", 0, begin)
        return kind(line, self.data[begin:end], None, raw, self.fault)

    def cut(self, start: re.Pattern[str], sign: str) -> Iterator[Record]:
        """Yield the records that this one consists of, where ``Source.records`` could not cut them.

        Args:
            start: Matches where a record begins, in its group ``start``.
            sign: A string that each match holds. It saves time: most records have it at their beginning only.
        """
        if self.data.find(sign, 1) < 0:
            yield self
            return
        line = self.line
        blanks = len(self.data) - len(self.data.lstrip())  # a match there begins no second record
        places = [place for match in start.finditer(self.data) if (place := match.start("start")) > blanks]
        for begin, end in itertools.pairwise([0, *places, len(self.data)]):
            yield self.part(begin, end, line=line)
            line += self.data.count("\n", begin, end)


class Leftover(Record, frozen=True, gc=False):
    """Text that belongs to no record: a banner between exports, ``@comment``, an XML prolog.

    ``split`` yields it where it stands. If the output format is of the same plugin, the core offers it to
    ``Format.write_leftover``; else it is reported.
    """


class Rest(Leftover, frozen=True, gc=False):
    """More of the record before, which was too long: it is rejected together with that record's beginning."""


class Option(msgspec.Struct, frozen=True, kw_only=True):
    """A setting of a format, shown as ``--PLUGIN-NAME``.

    Args:
        name: Name within the plugin: ``keys`` of plugin ``bibtex`` is ``--bibtex-keys``, in Python ``bibtex_keys``.
        help: One line, lower case, no full stop.
        default: Value if not given; ``False`` makes it a switch.
        choices: The values allowed; empty for any.
        metavar: Placeholder in ``--help``.
        flags: Short spellings (``--style``).
        implies: The output format that giving the option selects.
        suffixes: The values that endings of the output's path stand for (``{".html": "html"}``), or ``True`` for a
            switch, if the option is not given.
        does: ``("read",)`` or ``("write",)`` if it affects only that; a note tells users who give it in vain.
        check: Called with the value; raises ``ValueError`` with a line for the user if it is not allowed.
        prints: Makes it a question rather than a setting (``--list-styles [WORD]``): called with the word, or an empty
            string, it yields lines to print, and nothing is converted.
    """

    name: str
    help: str
    default: Any = ""
    choices: tuple[str, ...] = ()
    metavar: str = ""
    flags: tuple[str, ...] = ()
    implies: str = ""
    suffixes: dict[str, Any] = {}
    does: tuple[str, ...] = ()
    check: Callable[[str], object] | None = None
    prints: Callable[[str], Iterable[str]] | None = None

    def flag(self, plugin: str) -> str:
        """Return its name on the command line: ``--bibtex-keys``."""
        return f"--{plugin}-{self.name}"

    def parameter(self, plugin: str) -> str:
        """Return its name in Python: ``bibtex_keys``."""
        return f"{plugin}_{self.name}".replace("-", "_")


class Format(Generic[AnyStr]):
    """Base of all formats; the first line of a subclass's docstring is its description in ``--list-formats``.

    An instance serves one input or one output, so state on ``self`` is safe; set it up in ``__init__`` and accept
    ``settings``. A format reads when it defines ``parse``, and writes when it defines ``write``.
    """

    name: ClassVar[str]
    """Unique, lower case: ``ris``."""
    suffixes: ClassVar[tuple[str, ...]] = ()
    """File name endings, lower case with the dot: ``(".ris",)``."""
    signature: ClassVar[str] = ""
    """Regular expression (``re.M``) found in the first 4 KiB of every file of this format, and of no other."""
    needs: ClassVar[tuple[str, ...]] = ()
    """Strings of which every match of ``signature`` needs one: where none is present, it is not even compiled.
    A single sign that is rare in other texts is found many times as fast as a word."""
    record_start: ClassVar[str] = ""
    """Regular expression (``re.M``) for the default ``split``: records begin where it, or its group ``start``, does."""
    open_ended: ClassVar[bool] = False
    """Whether nothing in a record says where it ends, so that another format's export pasted behind it would pass for
    more of it. The core looks for such, and parts it from the record."""
    reads_bytes: ClassVar[bool] = False
    """Whether its files are not text (a spreadsheet): ``split`` uses ``source.data()``, and ``signature`` is searched
    in the first bytes, decoded as Latin-1."""
    lacks: ClassVar[str] = ""
    """For the error message, what is missing if a file with one of its endings is not recognised: ``no header``."""
    carries: frozenset[str] = frozenset()
    """Paths that ``write`` expresses: fields, and the details of their parts (``author.orcid``). All else is a loss."""
    options: ClassVar[tuple[Option, ...]] = ()
    """The settings it takes; several formats of a plugin may share them."""
    separator: Any = "\n"
    """What the core puts between two records."""
    home: ClassVar[str] = ""
    """Module of the class that does the work, which has the same name and derives from this one. This one then only
    declares what every start must know: ``name``, ``suffixes``, ``signature``, ``options``, ``does``. The module is
    imported when the format is first used, so a format that is not used costs next to nothing."""
    does: ClassVar[tuple[str, ...]] = ()
    """What a class with a ``home`` can do: ``read``, ``write`` or both."""
    written_back: bool = False
    """Set by the core on a reader, before ``split``: whether a format of the same plugin writes what is read. Then
    ``extra`` may hold what only that plugin has a use for, such as the form that a value had."""

    def __new__(cls, *_args: Any, **_settings: Any) -> Any:
        """Return an object of the class that does the work."""
        return super().__new__(cls.working())

    def __init__(self, settings: Mapping[str, Any] | None = None) -> None:
        self.settings: dict[str, Any] = {option.name: option.default for option in self.options}
        if settings:
            self.settings.update(settings)
        self.losses: list[tuple[str, str]] = []
        self.notes: list[tuple[int, str]] = []
        self.kept_paths: set[str] = set()

    # -- reading

    def follow(self, before: Format[Any]) -> None:
        """Take over from the reader of an earlier input whatever holds for this one, too; called before ``split``.

        Define it only where files of one run complete each other: a bibliography, say, with its macros in another file.

        Args:
            before: The reader of the last input in a format of this plugin; it followed the one before in turn.
        """

    def split(self, source: Source) -> Iterator[Record]:
        """Cut the input into records: cheap, tolerant, never failing.

        The default cuts before each match of ``record_start``; text before the first is a ``Leftover``.
        """
        return source.records(compiled(self.record_start))

    def parse(self, record: Record) -> Citation:
        """Return the citation in a record.

        Raises:
            RecordError: The record is damaged; it is rejected and the run goes on.
        """
        raise RecordError(f"{self.name} cannot be read")

    def note(self, message: str, line: int = 0) -> None:
        """Report a guess about the record at hand (``year 20211 read as 2021``); ``line`` counts from 1 within it."""
        if not (isinstance(message, str) and isinstance(line, int)):
            raise TypeError("note takes a text and the number of a line")
        self.notes.append((line, message))

    # -- writing

    def arrange(self, citations: list[Citation]) -> Iterable[Citation]:
        """Return all citations in output order. Define it only where order or neighbours matter: it ends streaming."""
        return citations

    def arranges(self) -> bool:
        """Return whether ``arrange`` is needed with the present settings; by default wherever it is defined."""
        return type(self).arrange is not Format.arrange

    def begin(self) -> AnyStr:
        """Return what comes before the first record."""
        return self.separator[:0]  # type: ignore[no-any-return]

    def write(self, citation: Citation) -> AnyStr:
        """Return the record as text, without the separator.

        Raises:
            RecordError: The citation cannot be expressed at all; it is rejected and the run goes on.
        """
        raise RecordError(f"{self.name} cannot be written")

    def write_leftover(self, leftover: Leftover) -> AnyStr | None:
        """Return a leftover of an input in a format of this plugin, as it is to stand in the output.

        None if there is no place for it, which is reported; empty if the output says the same already.
        """
        return None

    def end(self) -> AnyStr:
        """Return what comes after the last record."""
        return self.separator[:0]  # type: ignore[no-any-return]

    def lose(self, field: str, why: str) -> None:
        """Report that a value of the present citation is not written in full, although ``carries`` has its field."""
        if not (isinstance(field, str) and isinstance(why, str)):
            raise TypeError("lose takes a field and the reason, two texts")
        self.losses.append((field, why))

    def keep(self, path: str) -> None:
        """Declare that a path of the present citation is written in full, although ``carries`` does not have it."""
        self.kept_paths.add(path)

    # -- what the core asks

    @classmethod
    def recognises(cls, head: str) -> bool:
        """Return whether a file that begins like this is of the format; by default whether ``signature`` is found.

        Args:
            head: The first 4 KiB of a file.
        """
        if not cls.signature or (cls.needs and not any(map(head.__contains__, cls.needs))):
            return False
        return compiled(cls.signature).search(head) is not None

    @classmethod
    def working(cls) -> type[Format[AnyStr]]:
        """Return the class that does the work: this one, or that of the same name in ``home``."""
        if not cls.__dict__.get("home"):
            return cls
        return getattr(importlib.import_module(cls.home), cls.__name__)  # type: ignore[no-any-return]

    @classmethod
    def reads(cls) -> bool:
        """Whether the format has a reader."""
        return "read" in cls.does or cls.parse is not Format.parse

    @classmethod
    def writes(cls) -> bool:
        """Whether the format has a writer."""
        return "write" in cls.does or cls.write is not Format.write

    @classmethod
    def describe(cls) -> str:
        """Return the first line of the docstring, without its full stop."""
        return (cls.__doc__ or "").strip().partition("\n")[0].rstrip(".")


@functools.cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Return the pattern of a ``signature`` or a ``record_start``."""
    return re.compile(pattern, re.M)
