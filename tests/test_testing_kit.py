"""The kit catches what it promises to catch: a format that breaks one law fails that law's test."""

from __future__ import annotations

import inspect
import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from citeconv import Citation, Format, Leftover, Name, Record, RecordError
from citeconv.plugins import Registered, registry
from citeconv.testing import FormatTests


class Good(Format[str]):
    """Titles behind a label."""

    name = "kit-titles"
    suffixes = (".kit",)
    signature = r"^KIT "
    record_start = r"\n(?P<start>KIT )"
    carries = frozenset({"title"})

    def parse(self, record: Record) -> Citation:
        """Read the title."""
        title = record.data.strip()[4:]
        if "\n" in title:
            raise RecordError("a title is one line")
        return Citation(title=title)

    def write(self, citation: Citation) -> str:
        """Write the title."""
        title = " ".join(citation.title.split())
        if title != citation.title:
            self.lose("title", "blanks")
        if citation.type != "document":
            self.lose("type", "no types")
        return f"KIT {title}"

    def end(self) -> str:
        """End the last line."""
        return "\n"


class Silent(Good):
    """Promises the abstract, and drops it."""

    carries = frozenset({"title", "abstract"})


class Forgetful(Good):
    """Changes the title without a word."""

    def write(self, citation: Citation) -> str:
        """Write in capitals."""
        return super().write(citation).upper()


class Fragile(Good):
    """Has a bug for odd text."""

    def write(self, citation: Citation) -> str:
        """Fail on letters beyond ASCII."""
        citation.title.encode("ascii")
        return super().write(citation)


class Hasty(Good):
    """Has a bug for odd records."""

    def parse(self, record: Record) -> Citation:
        """Fail on a second line."""
        (title,) = record.data.strip()[4:].split("\n")
        return Citation(title=title)


class Unstable(Good):
    """Writes something else in each run."""

    def write(self, citation: Citation) -> str:
        """Add a hash that depends on the seed."""
        return f"{super().write(citation)} {hash(citation.title) % 97}"


class Hoarder(Good):
    """Keeps everything it writes."""

    def __init__(self, settings: Any = None) -> None:
        super().__init__(settings)
        self.kept: list[list[int]] = []

    def write(self, citation: Citation) -> str:
        """Keep a lot for each record."""
        self.kept.append(list(range(1000)))
        return super().write(citation)


class Picky(Good):
    """Reads the same text otherwise in another encoding."""

    def split(self, source: Any) -> Iterator[Record]:
        """Add the encoding to each record."""
        for record in super().split(source):
            yield Record(record.line, record.data.strip() + source.encoding)


class Deaf(Good):
    """Passes over every line that is no record of its own."""

    def split(self, source: Any) -> Iterator[Record]:
        """Keep the first line of each record."""
        for record in super().split(source):
            yield Record(record.line, record.data.partition("\n")[0])


class Headed(Good):
    """Reads titles otherwise after a line that stands but once in a file."""

    def split(self, source: Any) -> Iterator[Record]:
        """Number the records."""
        for number, record in enumerate(super().split(source)):
            yield Record(record.line, f"{record.data.strip()} {number}", raw=record.data)


class Signed(Good):
    """Titles, each before its authors and their addresses, of which it has no place for suffixes, and says so."""

    carries = frozenset({"title", "author"})

    def parse(self, record: Record) -> Citation:
        """Read the title and the authors."""
        title, *names = record.data.strip()[4:].split(" / ")
        if "\n" in record.data.strip():
            raise RecordError("a title is one line")
        pairs = [name.partition(" + ") for name in names]
        return Citation(title=title, author=tuple(Name(family=family, given=given) for family, _, given in pairs))

    def write(self, citation: Citation) -> str:
        """Write the title and the authors."""
        parts = [super().write(citation)]
        if "/" in citation.title:
            self.lose("title", "strokes")
        for name in citation.author:
            text = " + ".join(filter(None, (name.family, name.given)))
            if name.literal or any(mark in text.replace(" + ", "", 1) for mark in "/+"):
                self.lose("author", "strokes, or no person")
            self.look(name)
            parts += [" ".join(text.split())] if text else []
        return " / ".join(parts)

    def look(self, name: Name) -> None:
        """Say what is left out of a name."""
        if name.suffix:
            self.lose("author", "no suffixes")


class Beheaded(Signed):
    """Drops the suffixes of names, among other details that are told."""

    def look(self, name: Name) -> None:
        """Pass over the suffix."""


class Swapping(Signed):
    """Takes the given name for the family name, under cover of the details of names that are told."""

    def parse(self, record: Record) -> Citation:
        """Read the names the other way round."""
        citation = super().parse(record)
        return Citation(
            title=citation.title,
            author=tuple(Name(family=name.given, given=name.family) for name in citation.author),
        )


class Choosy(Good):
    """Passes over authors and notes that it does not know by their names."""

    def parse(self, record: Record) -> Citation:
        """Read the title, and what follows the sign of an author."""
        title, _, more = record.data.strip()[4:].partition(" ; ")
        key, _, value = more.partition("=")
        return Citation(title=title, note=(value,) if key == "note" else ())


class Shortened(Good):
    """Reads the title up to its second comma."""

    def parse(self, record: Record) -> Citation:
        """Read part of the title."""
        return Citation(title=",".join(record.data.strip()[4:].split(",")[:2]))


class Fusing(Good):
    """Takes two blanks for the end of the title."""

    def parse(self, record: Record) -> Citation:
        """Read the title."""
        return Citation(title=record.data.strip()[4:].partition("  ")[0])


class Patchy(Good):
    """Takes what follows the beginning of a record for nobody's text, however it came to be parted from it."""

    def split(self, source: Any) -> Iterator[Record]:
        """Yield leftovers of its own."""
        for record in super().split(source):
            yield Leftover(record.line, record.data) if isinstance(record, Leftover) else record


class Greedy(Good):
    """Has a signature that is found in ordinary letters."""

    signature = r"^KIT |REF"


class Poacher(Good):
    """Has a signature that is found in what others write."""

    signature = r"^KIT |^TY  - "


class Undescribed(Good):
    carries = frozenset({"titel"})


BROKEN = {
    Silent: "test_loses_nothing_in_silence",
    Forgetful: "test_reads_back_what_it_writes",
    Fragile: "test_writes_any_citation",
    Hasty: "test_a_bad_record_does_not_stop_the_batch",
    Unstable: "test_output_is_byte_stable",
    Hoarder: "test_streams_in_bounded_memory",
    Picky: "test_bom_line_ends_and_encoding_change_nothing",
    Headed: "test_rejects_read_again_complete_the_job",
    Deaf: "test_text_between_records_does_not_vanish",
    Beheaded: "test_loses_no_part_in_silence",
    Swapping: "test_reads_back_what_it_writes",
    Patchy: "test_a_record_that_is_too_long_is_rejected_whole",
    Choosy: "test_no_word_of_its_samples_vanishes",
    Shortened: "test_no_word_of_its_samples_vanishes",
    Fusing: "test_a_second_blank_costs_no_word",
    Greedy: "test_claims_nothing_else",
    Poacher: "test_claims_nothing_else",
    Undescribed: "test_says_what_it_is",
}


def kit_for(cls: type[Format[Any]], folder: Path, monkeypatch: pytest.MonkeyPatch) -> FormatTests:
    """Return the kit for a format that is registered for the length of a test."""
    samples = folder / "samples"
    samples.mkdir()
    titles = [f"KIT Title, number {number}, of many titles that fill a line ; note=kept\n" for number in range(30)]
    (samples / "titles.kit").write_text("".join(itertools.chain(titles)))
    monkeypatch.setitem(registry().formats, cls.name, Registered(cls, "kit", "kit", "1"))
    return type("Kit", (FormatTests,), {"format": cls, "samples": samples})()


def prove(kit: FormatTests, law: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run a test of the kit with the fixtures that it asks for."""
    fixtures = {"tmp_path": folder, "monkeypatch": monkeypatch}
    test = getattr(kit, law)
    test(**{name: fixtures[name] for name in inspect.signature(test).parameters if name in fixtures})


@pytest.mark.parametrize("cls", [Good, Signed], ids=lambda cls: cls.__name__.lower())
def test_good_format_passes(cls: type[Format[Any]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A format that keeps the laws passes every test of the kit."""
    kit = kit_for(cls, tmp_path, monkeypatch)
    monkeypatch.setattr("citeconv.testing.laws._python", lambda _, **__: "")  # it is installed in no other process
    for law in (name for name in dir(kit) if name.startswith("test_")):
        prove(kit, law, tmp_path, monkeypatch)


@pytest.mark.parametrize("cls", BROKEN, ids=lambda cls: cls.__name__.lower())
def test_broken_format_fails(cls: type[Format[Any]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A format that breaks a law fails that law's test."""
    kit = kit_for(cls, tmp_path, monkeypatch)
    if cls is Unstable:
        seeds = iter("ab")
        monkeypatch.setattr("citeconv.testing.laws._python", lambda _, **__: next(seeds))
    with pytest.raises(AssertionError):
        prove(kit, BROKEN[cls], tmp_path, monkeypatch)


@pytest.mark.parametrize("cls", [Fragile, Hasty], ids=lambda cls: cls.__name__.lower())
def test_a_bug_is_shown(cls: type[Format[Any]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The author of a format is told which exception it was, and where in the file it was provoked."""
    with pytest.raises(AssertionError, match=f"bug in the {cls.name} (reader|writer): (Unicode|Value)"):
        prove(kit_for(cls, tmp_path, monkeypatch), BROKEN[cls], tmp_path, monkeypatch)


def test_uninstalled_format_fails() -> None:
    """A format that nobody can get by its name fails."""
    kit = type("Kit", (FormatTests,), {"format": type("Nobody", (Good,), {"name": "nobody"})})()
    with pytest.raises(AssertionError, match="not installed"):
        kit.test_installed_under_its_own_name()
