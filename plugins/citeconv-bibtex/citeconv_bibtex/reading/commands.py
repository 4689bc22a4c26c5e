r"""Commands that a ``@preamble`` defines: a value with ``\sea{North}`` goes in, what it stands for comes out.

BibTeX hands a preamble to TeX; here it is read as far as it names text. A definition is taken where its body holds
commands that ``tex`` knows and parameters; all others (conditions, lengths, ``\write``) stay words of the preamble,
and what calls them stays as it is written. A command that ``tex`` knows by itself keeps its meaning.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from citeconv.values import tex
from citeconv.values.patterns import end_of, lazy

MOST = 200
"""Commands that are put in for one value; a value with more is left from there on."""

_JOINED = lazy(r"[\"}]\s{0,99}#\s{0,99}[\"{]")
_DEFINITION = lazy(
    r"\\(?:(?:(?:re)?new|provide)command|DeclareRobustCommand)\*?\s{0,9}"
    r"(?:\{\s{0,9}\\([A-Za-z]+)\s{0,9}\}|\\([A-Za-z]+))\s{0,9}"
    r"(?:\[\s{0,9}([0-9])\s{0,9}\]\s{0,9})?(?:\[([^\[\]{}]{0,200})\]\s{0,9})?\{"
    r"|\\def\s{0,9}\\([A-Za-z]+)\s{0,9}((?:#[1-9]){0,9})\{"
)
r"""``\newcommand{\name}[1][default]{``, ``\def\name#1{``."""
_OPENING = lazy(r"@\s{0,9}preamble\s{0,9}[{(]\s{0,99}[\"{]\s{0,99}", re.I)
_CLOSING = lazy(r"\s{0,99}[\"}]\s{0,99}[})]")
_NEW = ("\\newcommand", "\\providecommand")
_CONTROL = lazy(r"\\([A-Za-z]+|[^A-Za-z])")
_PARAMETER = lazy(r"(?<!\\)#([1-9])")
_BRACE = lazy(r"\\[{}]|[{}]")
_BLANKS = lazy(r"[ \t\n]+")
_OPTION = lazy(r"[ \t\n]*\[([^\[\]{}]{0,200})\]")
_TOKEN = lazy(r"\\(?:[A-Za-z]+|[\s\S])|[^{}]")
_DASH = lazy(r"[{\s]{0,9}[-–—][-–—}\s]{0,9}")
_ENDS_IN_WORD = lazy(r"\\[A-Za-z]+\Z")

_VERBATIM = frozenset(("doi", "eprint", "file", "pdf", "url", "urlraw"))
"""Fields in which a backslash is one: BibLaTeX's manual, "Data Types"."""


class _Command(NamedTuple):
    arity: int  # how many arguments it takes
    option: str | None  # what stands for the first where none is given in brackets
    body: str


class Commands:
    """The commands of one file."""

    def __init__(self) -> None:
        self._known: dict[str, _Command] = {}

    def __bool__(self) -> bool:
        return bool(self._known)

    def define(self, preamble: str, room: int) -> int:
        """Take the definitions of a block ``@preamble{...}``, and return what room they took.

        Args:
            preamble: The block.
            room: How many characters commands in them may stand for; a definition that needs more is not taken.
        """
        text, pos, before = _JOINED.sub("", preamble), 0, room
        while (match := _DEFINITION.search(text, pos)) is not None:
            pos = _closing(text, match.end())
            if pos < 0:
                break
            braced, bare, count, option, of_def, parameters = match.groups()
            name = braced or bare or of_def
            if tex.knows(name) or (match[0].startswith("\\prov") and name in self._known):
                continue
            number = int(count or len(parameters or "") // 2)
            body, room = self._put_in(text[match.end() : pos - 1], room)
            if _is_text(body, number):
                self._known[name] = _Command(number, option, _with_words(body, number))
        return before - room

    def definitions(self, text: str) -> str:
        """Return blocks that define, each by itself, the commands that a text calls."""
        called = dict.fromkeys(match[1] for match in _CONTROL.finditer(text)) if self._known else {}
        return "".join([_definition(name, self._known[name]) for name in called if name in self._known])

    def put_in(self, fields: list[tuple[str, str]], room: int) -> tuple[list[tuple[str, str]], int]:
        """Return fields with what the commands in them stand for, and how many characters those are.

        Args:
            fields: Names in lower case and values.
            room: How many those may be; commands that need more are left.
        """
        if not self._known:
            return fields, 0
        before = room
        done = []
        for name, value in fields:
            if "\\" in value and name not in _VERBATIM:
                value, room = self._put_in(value, room)
            done.append((name, value))
        return done, before - room

    def _put_in(self, value: str, room: int) -> tuple[str, int]:
        """Return a value with what its commands stand for, and the room that is left."""
        pos = 0
        for _ in range(MOST):
            match = next((m for m in _CONTROL.finditer(value, pos) if m[1] in self._known), None)
            if match is None:
                break
            command = self._known[match[1]]
            arguments, end = _arguments(value, match.end(), command)
            if len(arguments) < command.arity:
                pos = match.end()
                continue
            words = _with(command.body, arguments)
            if len(words) > room:
                break
            room -= len(words)
            pos = match.start()
            between = " " if value[end : end + 1].isalpha() and _ENDS_IN_WORD.search(words) else ""
            value = f"{value[:pos]}{words}{between}{value[end:]}"
        return value, room


def bodies_of_new_commands(preamble: str) -> list[str] | None:
    """Return what the commands of a block ``@preamble{...}`` stand for, and by default take; None if it does more.

    Args:
        preamble: The block. Definitions that would take the place of others (``\\def``, ``\\renewcommand``) are more.
    """
    text = _JOINED.sub("", preamble)
    opening = _OPENING.match(text)
    bodies: list[str] = []
    pos = opening.end() if opening else -1
    while pos >= 0 and (match := _DEFINITION.match(text, pos)) is not None and match[0].startswith(_NEW):
        end = _closing(text, match.end())
        bodies += [text[match.end() : end - 1], match[4] or ""]
        pos = end_of(_BLANKS, text, end) if end >= 0 else -1
    return bodies if bodies and pos >= 0 and _CLOSING.fullmatch(text, pos) else None


def _closing(text: str, pos: int) -> int:
    """Return the place behind the brace that closes a group begun before ``pos``, or -1."""
    depth = 1
    for match in _BRACE.finditer(text, pos):
        depth += {"{": 1, "}": -1}.get(match[0], 0)
        if not depth:
            return match.end()
    return -1


def _is_text(body: str, arity: int) -> bool:
    """Return whether a body prints text: commands that are known, and parameters that there are."""
    names = [match[1] for match in _CONTROL.finditer(body) if match[1].isalpha()]
    return all(map(tex.knows, names)) and all(int(match[1]) <= arity for match in _PARAMETER.finditer(body))


def _with_words(body: str, arity: int) -> str:
    r"""Return a body, or all arguments where it has but a dash in the place of words that not every TeX can set.

    ``\newcommand{\bibcyr}[1]{---}``; a body that prints nothing hides its argument, by which entries are sorted.
    """
    if not arity or _DASH.fullmatch(body) is None:
        return body
    return "".join([f"#{place}" for place in range(1, arity + 1)])


def _with(body: str, arguments: list[str]) -> str:
    return _PARAMETER.sub(lambda match: arguments[int(match[1]) - 1], body)


def _definition(name: str, command: _Command) -> str:
    count = f"[{command.arity}]" if command.arity else ""
    option = "" if command.option is None else f"[{command.option}]"
    return f'@preamble{{"\\newcommand{{\\{name}}}{count}{option}{{{command.body}}}"}}\n'


def _arguments(value: str, pos: int, command: _Command) -> tuple[list[str], int]:
    """Return the arguments of a call, fewer than it takes where the value ends, and the place behind them."""
    arguments: list[str] = []
    if command.option is not None:
        given = _OPTION.match(value, pos)
        arguments.append(given[1] if given else command.option)
        pos = given.end() if given else pos
    while len(arguments) < command.arity:
        begin = end_of(_BLANKS, value, pos)
        if value[begin : begin + 1] == "{":
            end = _closing(value, begin + 1)
            if end < 0:
                break
            arguments.append(value[begin + 1 : end - 1])
            pos = end
        elif (token := _TOKEN.match(value, begin)) is not None:
            arguments.append(token[0])
            pos = token.end()
        else:
            break
    if not command.arity:  # a name eats the blanks behind it, and `{}` ends it
        pos = end_of(_BLANKS, value, pos)
    return arguments, pos
