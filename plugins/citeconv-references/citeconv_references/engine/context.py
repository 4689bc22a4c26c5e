"""What is known while an item is rendered: its fields, its place in the list, and what was printed of it so far.

Every renderer is given a context and the stream. Whether a group prints is found out on the way: what looks a variable
up says so in the context, and the group around it looks there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

from citeconv_references.engine import people
from citeconv_references.engine.people import Person
from citeconv_references.engine.stream import Seam, Stream

if TYPE_CHECKING:
    from citeconv_references.engine.disambiguate import SharedNames
    from citeconv_references.engine.name_format import NameFormat


class Context:
    """An item, and how far its reference or citation has come.

    Args:
        item: The item; ``item`` loses what is not to be printed again, ``fields`` keeps all, which conditions ask for.
        number: Its place in the list.
        year_suffix: What tells it from others of the year, until it is printed.
    """

    __slots__ = (
        "began",
        "cited",
        "fields",
        "filled",
        "first_names",
        "given_added",
        "group_start",
        "item",
        "language",
        "missed",
        "name_format",
        "names_added",
        "names_seen",
        "number",
        "people_cited",
        "previous",
        "recording",
        "shared",
        "substitute",
        "substitute_rule",
        "tried",
        "year_suffix",
    )

    def __init__(self, item: Mapping[str, Any], number: int = 1, year_suffix: str = "") -> None:
        self.item = item
        self.fields = item
        self.number = number
        self.year_suffix = year_suffix
        self.language = str(item.get("language") or item.get("jurisdiction") or "")
        self.tried = self.filled = False
        """Within a group: a variable was looked up, and one was there."""
        self.missed = False
        """Names or a number were looked up where something around them prints, and were not there: for citeproc-js the
        entry has begun."""
        self.group_start = 0
        """The place in the stream behind which the innermost group prints."""
        self.recording: list[str] | None = None
        """The variables that a substitute prints, while one is tried."""
        self.cited = False
        """A citation is rendered, to be told from others, and no reference."""
        self.names_added = 0
        self.given_added: Mapping[int, str] = {}
        """What tells the citation from others: how many names, and the forms of given names by their place."""
        self.shared: SharedNames | None = None
        """People from whom the given names of others with their family name tell them."""
        self.people_cited: list[tuple[Person, ...]] = []
        """All names in a citation."""
        self.names_seen = False
        """The first names are printed, or what stands in their place."""
        self.first_names: tuple[Person, ...] = ()
        self.name_format: NameFormat | None = None
        self.began: tuple[str, ...] = ()
        self.previous: tuple[str, ...] = ()
        """What the first names are, or the text in their place, here and in the entry before."""
        self.substitute: str | None = None
        self.substitute_rule = "complete-all"
        """What the style puts in place of names that are those of the entry before."""

    def found(self, variable: str) -> None:
        """Take down that a variable is there."""
        self.filled = True
        if self.recording is not None:
            self.recording.append(variable)

    def people(self, variable: str) -> tuple[Person, ...]:
        """Return the names of a variable, which a ready item has in parts."""
        names = self.item.get(variable)
        return names if isinstance(names, tuple) else people.read(names)

    def suppress(self, variables: Iterable[str]) -> None:
        """Take variables out of what is still to be printed; conditions see them as before."""
        gone = set(variables)
        self.item = {name: value for name, value in self.item.items() if name not in gone}


Renderer: TypeAlias = Callable[[Context, Stream], None]


def prints(render: Renderer, context: Context, out: Stream, bare: bool = True) -> bool:
    """Render a group and tell if it prints anything; take it back if it calls variables and none of them is there.

    What is printed fills the group around it. A macro is a group, too, for citeproc-js; and after one that comes upon
    no variable at all, for no condition in it holds, the group around it counts as calling none so far. What is not
    ``bare`` says itself where its elements begin, behind its prefix.
    """
    start = len(out)
    filled, missed, around = context.filled, context.missed, context.group_start
    context.tried = context.filled = False
    if bare:
        context.group_start = start
    render(context, out)
    context.group_start = around
    if context.tried and not context.filled:
        del out[start:]
    if len(out) > start:
        context.tried = context.filled = True
        return True
    context.filled, context.missed = context.filled or filled, missed
    return False


def end_group(out: Stream) -> None:
    """Let the seam at the end of the stream become what it is at the end of a group."""
    end = out[-1]
    if type(end) is Seam:
        out[-1] = end.at_end
