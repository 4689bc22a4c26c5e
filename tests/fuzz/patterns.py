"""Search every regular expression of ours for super-linear behaviour: ``python tests/fuzz/patterns.py --help``.

The patterns of our modules go in; a line for each for which a text exists on which it takes more than linear time comes
out, with that text. Patterns are those that modules make as they are imported, those written out in a call of ``re``
within a function, those that come to be while every fixture is read and written in every format, and those that formats
declare. Texts are made from the pattern itself: what leads up to a repetition, then what it repeats, many times, then
something that makes it fail. Their length doubles until growth shows, so that a pattern which needs exponential time is
found before it can hang.
"""

from __future__ import annotations

import argparse
import ast
import importlib
import json
import math
import pkgutil
import re
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

if sys.version_info >= (3, 11):
    from re import _constants as codes
    from re import _parser as parser
else:
    import sre_constants as codes  # type: ignore[import-not-found, unused-ignore]
    import sre_parse as parser  # type: ignore[import-not-found, unused-ignore]

LONGEST = 1 << 14
"""Characters of the longest text. Half is enough for growth by the square, and less sure with what is slower."""
ENOUGH = 0.01
"""Seconds from which on growth can be told from noise."""
LAZY = "citeconv.values.patterns"
KINDS = ("Lazy", "Pattern")
"""Types of pattern: those that wait to be compiled, and those that are; by name, for modules are imported afresh."""
ENDS = ("", "\0", "!", "\n", "a", " ")
OF_CATEGORY = {
    "CATEGORY_DIGIT": "7", "CATEGORY_NOT_DIGIT": "x", "CATEGORY_SPACE": " ", "CATEGORY_NOT_SPACE": "x",
    "CATEGORY_WORD": "a", "CATEGORY_NOT_WORD": "-",
}  # fmt: skip


class Patterns:
    """The patterns of ours, each with its flags, the module that has it, and how a call within a function uses it."""

    def __init__(self) -> None:
        self.modules: dict[tuple[str, int], str] = {}
        self.calls: dict[tuple[str, int], str] = {}

    def add(self, pattern: str | bytes, flags: int, module: str, use: str = "") -> None:
        """Take a pattern; one of bytes as one of the text that has the same numbers."""
        if isinstance(pattern, bytes):
            pattern, flags = pattern.decode("latin-1"), flags | re.ASCII
        else:
            flags |= re.UNICODE if not flags & re.ASCII else 0
        self.modules.setdefault((pattern, flags), module)
        if use:
            self.calls.setdefault((pattern, flags), use)

    def uses(self, pattern: str, flags: int) -> set[str]:
        """Return how a pattern is used: by ``match`` alone, say."""
        use = self.calls.get((pattern, flags), "")
        return {use if use in ("match", "fullmatch") else "finditer"} if use else self._uses_of_its_name(pattern, flags)

    def _uses_of_its_name(self, pattern: str, flags: int) -> set[str]:
        """Return what the name of a pattern shows in the source of its package."""
        module = self.modules[pattern, flags]
        wanted = re.compile(pattern, flags)  # equal to ours, if not the same
        ours = [(key, value) for key, value in vars(sys.modules[module]).items() if type(value).__name__ in KINDS]
        names = [key for key, value in ours if (value.pattern, value.flags) == (wanted.pattern, wanted.flags)]
        if not names:
            return self._uses_in_a_row(wanted, module)
        if len(names) != 1:
            return {"finditer"}
        package = Path(str(sys.modules[module.partition(".")[0]].__file__)).parent
        own = Path(str(sys.modules[module].__file__))
        sources = {path: path.read_text(encoding="utf-8") for path in package.rglob("*.py")}
        defined = re.compile(rf"^{re.escape(names[0])} = ", re.M)
        source = "\n".join(text for path, text in sources.items() if path == own or not defined.search(text))
        found = re.findall(rf"\b{re.escape(names[0])}\b(?! ?=[^=])(?:\.(match|fullmatch)\b)?", source)
        return {use or "finditer" for use in found} or {"finditer"}

    def _uses_in_a_row(self, wanted: re.Pattern[str], module: str) -> set[str]:
        """Return how the patterns of a tuple are used, by each: ``form.fullmatch(text) for form in _FORMS``."""
        rows = [
            name
            for name, value in vars(sys.modules[module]).items()
            if name.startswith("_") and type(value) is tuple and wanted in _compiled(value)
        ]
        source = Path(str(sys.modules[module].__file__)).read_text(encoding="utf-8")
        lines = [line for name in rows for line in source.splitlines() if re.search(rf"\b{name}\b(?! = \()", line)]
        found = [re.findall(r"\b(\w+)\.(match|fullmatch)\(\w+\) for \1 in\b", line) for line in lines]
        return {use for uses in found for _, use in uses} if found and all(found) else {"finditer"}


def _compiled(values: Iterable[Any]) -> list[re.Pattern[str]]:
    """Return the patterns among some values."""
    return [re.compile(value.pattern, value.flags) for value in values if type(value).__name__ in KINDS]


def our_patterns() -> Patterns:
    """Import every module of the core and of the plugins afresh, put them to work, and return their patterns."""
    found = Patterns()
    names = ["citeconv", *sorted({entry.module.partition(".")[0] for entry in entry_points(group="citeconv")})]
    lazy_class = importlib.import_module(LAZY).Lazy
    for name in [name for name in sys.modules if name.partition(".")[0] in names and name != LAZY]:
        del sys.modules[name]
    compile_ = re._compile  # type: ignore[attr-defined]

    def recording(pattern: Any, flags: Any) -> Any:
        compiled = compile_(pattern, flags)
        if module := _module_of_ours(sys._getframe(1)):
            found.add(compiled.pattern, compiled.flags, module)
        return compiled

    initial = lazy_class.__init__

    def remembering(self: Any, source: Any, flags: int = 0) -> None:
        initial(self, source, flags)
        found.add(source, re.compile(source, flags).flags, _module_of_ours(sys._getframe(1)))

    re._compile, lazy_class.__init__ = recording, remembering  # type: ignore[attr-defined]
    try:
        modules = [module for name in names for module in _modules(name)]
        _work()
    finally:
        re._compile, lazy_class.__init__ = compile_, initial  # type: ignore[attr-defined]
    for module in modules:
        for pattern, flags, use in written_out(Path(str(module.__file__)).read_text(encoding="utf-8")):
            found.add(pattern, flags, module.__name__, use)
    return found


def _module_of_ours(frame: Any) -> str:
    """Return the module of ours for which a pattern is made, or nothing."""
    while frame and frame.f_globals.get("__name__") in ("re", LAZY):
        frame = frame.f_back
    module = str(frame.f_globals.get("__name__", "")) if frame else ""
    return module if module.startswith("citeconv") else ""


def _modules(name: str) -> Iterator[Any]:
    """Import a package and everything in it."""
    package = importlib.import_module(name)
    yield package
    for module in pkgutil.walk_packages(getattr(package, "__path__", []), f"{name}."):
        if not module.name.endswith("__main__"):
            yield importlib.import_module(module.name)


def _work() -> None:
    """Read every fixture, and write what is read of the smallest of each format in all others."""
    from laws import broken_laws, fixtures

    from citeconv.plugins import registry

    writers = [name for name, entry in registry().formats.items() if entry.format.writes()]
    for name, inputs in fixtures().items():
        for data in inputs:
            broken_laws(data, name)
        for to in writers:
            broken_laws(min(inputs, key=len), name, to)


def written_out(source: str) -> Iterator[tuple[str | bytes, int, str]]:
    """Yield the patterns that calls of ``re`` in a source spell out, their flags, and the function called."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        called, pattern = ast.unparse(node.func), node.args[0]
        if called.startswith("re.") and isinstance(pattern, ast.Constant) and isinstance(pattern.value, (str, bytes)):
            named = re.findall(r"\bre\.([A-Z]+)\b", ast.unparse(node))
            flags = re.compile(pattern.value, sum({int(getattr(re, name)) for name in named})).flags
            yield pattern.value, flags, called.removeprefix("re.")


# -- texts that may be hard for a pattern


def attacks(pattern: str, flags: int) -> Iterator[tuple[str, str, str]]:
    """Yield beginnings, what to repeat after them, and ends, for each repetition in a pattern."""
    seen = set()
    nodes = list(parser.parse(pattern, flags))
    pumps = [(before, pump) for before, body in _repetitions(nodes, "") for pump in _samples(body)]
    begun = [("", before + pump) for before, pump in pumps]  # a search begins anew at each of these
    for before, pump in [*pumps, *begun, *_stretches(nodes)]:
        for end in ENDS:
            for start in {"", before}:
                if pump and (start, pump, end) not in seen:
                    seen.add((start, pump, end))
                    yield start, pump, end


def _repetitions(nodes: list[Any], before: str) -> Iterator[tuple[str, list[Any]]]:
    """Yield each repetition's body, and a text that leads up to it."""
    for opcode, value in nodes:
        for inner in _inside(opcode, value):
            yield from _repetitions(inner, before)
        if opcode in _REPEATS and value[1] > 8:
            yield before, list(value[2])
        before += _sample([(opcode, value)])


def _stretches(nodes: list[Any]) -> Iterator[tuple[str, str]]:
    """Yield the texts from one repetition to another, with what leads up to them, and the text of the whole pattern.

    Repeated, such a text lets each of the repetitions in it end, and the whole begin, in many places.
    """
    flat = _flattened(nodes)
    for choice in range(3):
        yield "", _sample(flat, choice, 1)
    places = [place for place, (opcode, value) in enumerate(flat) if opcode in _REPEATS and value[1] > 8]
    for number, first in enumerate(places):
        for last in places[number + 1 :]:
            for more in (0, 1):
                yield _sample(flat[:first], 0, 1), _sample(flat[first : last + 1], 0, more)


def _flattened(nodes: list[Any]) -> list[Any]:
    """Return the nodes of a sequence with those of its groups, optional ones too, in their places."""
    flat = []
    for opcode, value in nodes:
        if opcode is codes.SUBPATTERN:
            flat += _flattened(list(value[3]))
        elif opcode in _REPEATS and value[1] == 1:
            flat += _flattened(list(value[2]))
        else:
            flat.append((opcode, value))
    return flat


def _inside(opcode: Any, value: Any) -> list[list[Any]]:
    """Return the parts of a node that are themselves lists of nodes."""
    if opcode in _REPEATS:
        return [list(value[2])]
    if opcode is codes.SUBPATTERN:
        return [list(value[3])]
    if opcode is codes.BRANCH:
        return [list(branch) for branch in value[1]]
    if opcode in (codes.ASSERT, codes.ASSERT_NOT):
        return [list(value[1])]
    if opcode is codes.GROUPREF_EXISTS:
        return [list(part) for part in value[1:] if part is not None]
    return [list(value)] if opcode in _ATOMIC else []


_REPEATS = {getattr(codes, name) for name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT") if hasattr(codes, name)}
_ATOMIC = {codes.ATOMIC_GROUP} if hasattr(codes, "ATOMIC_GROUP") else set()


def _samples(nodes: list[Any]) -> list[str]:
    """Return a few different texts that match: by each choice of each branch, shortest first."""
    texts = {_sample(nodes, choice) for choice in range(6)} | {_sample(nodes, choice, 1) for choice in range(12)}
    return sorted(texts, key=len)


def _sample(nodes: list[Any], choice: int = 0, more: int = 0) -> str:
    """Return a text that a list of nodes matches, but for what stands around it."""
    return "".join(_one(opcode, value, choice, more) for opcode, value in nodes)


def _one(opcode: Any, value: Any, choice: int, more: int) -> str:
    if opcode is codes.LITERAL:
        return chr(value)
    if opcode is codes.NOT_LITERAL:
        return "x" if value != ord("x") else "y"
    if opcode is codes.ANY:
        return "x"
    if opcode is codes.IN:
        return _member(value, choice)
    if opcode in _REPEATS:
        return _sample(list(value[2]), choice, more) * min(max(value[0], more), value[1])
    if opcode is codes.BRANCH:
        branches = value[1]
        return _sample(list(branches[choice % len(branches)]), choice, more)
    if opcode in (codes.ASSERT, codes.ASSERT_NOT):
        return ""
    inside = _inside(opcode, value)
    return _sample(inside[0], choice, more) if inside else ""


def _member(items: list[Any], choice: int) -> str:
    """Return a character of a set."""
    if items[0][0] is codes.NEGATE:
        excluded = re.compile("[" + "".join(_as_source(item) for item in items[1:]) + "]")
        allowed = [char for char in "x -a.1,\"'<&{\n\\é" if not excluded.match(char)]
        return allowed[choice % len(allowed)] if allowed else "☃"
    opcode, value = items[choice % len(items)]
    if opcode is codes.LITERAL:
        return chr(value)
    if opcode is codes.RANGE:
        return chr(value[0])
    return OF_CATEGORY.get(str(value), "x")


def _as_source(item: Any) -> str:
    opcode, value = item
    if opcode is codes.LITERAL:
        return re.escape(chr(value))
    if opcode is codes.RANGE:
        return f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}"
    return {"CATEGORY_DIGIT": r"\d", "CATEGORY_SPACE": r"\s", "CATEGORY_WORD": r"\w"}.get(str(value), r"\W")


# -- growth


def weakness(pattern: str, flags: int, uses: Iterable[str] = ("finditer",), longest: int = LONGEST) -> str:
    """Return a text, as Python, on which the pattern takes more than linear time; empty if none was found."""
    compiled = re.compile(pattern, flags)
    works: dict[str, Callable[[str], object]] = {
        "match": compiled.match,
        "fullmatch": compiled.fullmatch,
        "finditer": lambda text: sum(1 for _ in compiled.finditer(text)),
    }
    for start, pump, end in attacks(pattern, flags):
        for use in uses:
            if _grows(works[use], start, pump, end, longest):
                return f"{use}({start!r} + {pump!r} * n + {end!r})"
    return ""


_FIRST_STEPS = ((ENOUGH / 400, 1.5), (math.inf, 1.25))
"""How much longer the next text is, by the time that the last one took: short, for what grows exponentially."""
_STEPS = ((ENOUGH / 40, 4), (ENOUGH / 4, 2), (math.inf, 1.25))
"""The same, where that has been seen."""


def _grows(work: Callable[[str], object], start: str, pump: str, end: str, longest: int) -> bool:
    """Whether twice the text takes much more than twice as long, and that again for twice as much."""
    times = [0.0]
    size = 16
    while True:
        text = start + pump * (size // len(pump) + 1) + end
        times.append(_seconds(work, text))
        if times[-1] > ENOUGH or size == longest:
            break
        steps = _STEPS if size >= 128 else _FIRST_STEPS
        size = min(longest, int(size * next(step for below, step in steps if times[-1] < below)))
    if times[-1] <= ENOUGH:
        return False
    text = start + pump * (size // len(pump) + 1) + end
    for _ in range(3):  # only what grows each time is no noise
        half = min(_seconds(work, start + pump * (size // 2 // len(pump) + 1) + end) for _ in range(2))
        if min(_seconds(work, text) for _ in range(2)) < 3 * half:
            return False
    return True


def _seconds(work: Callable[[str], object], text: str) -> float:
    started = time.process_time()
    work(text)
    return time.process_time() - started


def main() -> int:
    """Print each pattern that can be slowed down; write the list of all to the file that is named, if one is."""
    options = argparse.ArgumentParser(description="Search our regular expressions for super-linear behaviour.")
    options.add_argument("--longest", type=int, default=LONGEST, help=f"characters of a text (default: {LONGEST})")
    options.add_argument("--list", type=Path, help="file for the list of all patterns, as JSON")
    given = options.parse_args()
    weak = 0
    found = our_patterns()
    for (pattern, flags), module in found.modules.items():
        if text := weakness(pattern, flags, found.uses(pattern, flags), given.longest):
            weak += 1
            print(f"{module}: {pattern!r}\n    {text}", flush=True)
    print(f"{len(found.modules)} patterns, {weak} that can be slowed down")
    if given.list:
        given.list.write_text(json.dumps([pattern for pattern, _ in found.modules]), encoding="utf-8")
    return 1 if weak else 0


if __name__ == "__main__":
    sys.exit(main())
