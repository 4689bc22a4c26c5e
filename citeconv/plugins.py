"""The formats that are installed: found through entry points, checked once, kept by name.

Each entry point of the group ``citeconv`` is loaded behind a guard, so a broken plugin costs one line of warning. Our
own formats are loaded in the same way. The order is fixed, the core first, then by the names of the entry points: if
two plugins have a format of the same name, it is always the later one that is left out, with a warning that names both.
"""

from __future__ import annotations

import contextlib
import functools
import sys
from _thread import RLock  # as functools has it: the module threading takes time to import
from collections.abc import Iterable, Iterator, Set
from typing import Any

import msgspec
import pluggy

from citeconv import contract, hookspecs
from citeconv.contract import ATTRIBUTES, brief, declared
from citeconv.entry_points import EntryPoint, entry_points
from citeconv.errors import INTERRUPTS, CiteconvError, PluginError, RecordError, UnknownFormatError
from citeconv.format import Format, Option


class Registered(msgspec.Struct, frozen=True):
    """A format and where it comes from: ``plugin`` is the entry point's name, the prefix of its options."""

    format: type[Format[Any]]
    plugin: str
    distribution: str
    version: str

    def make(self, settings: dict[str, Any]) -> Format[Any]:
        """Return an instance of the format that does the work.

        Raises:
            PluginError: It cannot be set up; the message names the culprit.
        """
        try:
            made = self.format(settings)
            if not isinstance(made.carries, Set):
                raise TypeError("carries is no frozenset of paths")
            if not hasattr(made, "settings"):
                raise TypeError("its __init__ does not call that of Format")
            return made
        except (CiteconvError, RecordError, *INTERRUPTS):
            raise
        except BaseException as error:
            raise self.bug(f"format {self.format.name} cannot be set up", error) from error

    def bug(self, what: str, error: BaseException) -> PluginError:
        """Return the error for a fault of the plugin, which it names."""
        who = f"{self.plugin} ({self.distribution} {self.version})"
        return PluginError(f"bug in plugin {who}: {what}: {brief(error)}")


class Registry:
    """All formats by name, and what had to be left out.

    Attributes:
        formats: By name, in the order of registration.
        warnings: One line for each plugin or format that was left out, saying which and why.
    """

    def __init__(self) -> None:
        self.formats: dict[str, Registered] = {}
        self.warnings: list[str] = []
        self._named: dict[str, str] = {}  # distributions by the names of their entry points
        self._owners: dict[str, tuple[str, Option]] = {}  # plugin and option, by flag and by name in Python
        self.manager = pluggy.PluginManager("citeconv")
        self.manager.add_hookspecs(hookspecs)

    def load(self, installed: Iterable[EntryPoint]) -> None:
        """Load every entry point, each behind a guard."""
        for entry_point in sorted(installed, key=lambda each: (each.distribution != "citeconv", each.name, each.value)):
            name, _, distribution, version = entry_point
            before = {entry.format: declared(entry.format) for entry in self.formats.values()}
            try:
                with contextlib.redirect_stdout(sys.stderr):  # what it prints must not get into the output
                    plugin = entry_point.load()
            except INTERRUPTS:
                raise
            except BaseException as error:  # whatever a stranger's module does on import is its own affair
                self.warn(f"plugin {name} ({distribution} {version}) left out: {brief(error)}")
                continue
            self.register(plugin, name, distribution, version)
            self._set_back(before, f"plugin {name} ({distribution} {version})")

    def register(self, plugin: object, name: str, distribution: str = "", version: str = "") -> None:
        """Take the formats of one plugin object, leaving out those that break the contract."""
        who = f"plugin {name} ({distribution} {version})" if distribution else f"plugin {name}"
        try:
            if self.manager.has_plugin(name):
                self.warn(f"{who} left out: the name of its entry point is that of another, of {self._named[name]}")
                return
            self._named[name] = f"{distribution} {version}"
            self.manager.register(plugin, name=name)
            hook = [impl for impl in self.manager.hook.citeconv_formats.get_hookimpls() if impl.plugin_name == name]
            if not hook:
                self.warn(f"{who} left out: it has no hook citeconv_formats marked with citeconv.hookimpl")
                return
            offered: Any = hook[0].function()
            several = isinstance(offered, Iterable) and not isinstance(offered, (str, type))
            classes: list[Any] = list(offered) if several else [offered]
        except INTERRUPTS:
            raise
        except BaseException as error:
            self.warn(f"{who} left out: {brief(error)}")
            return
        for cls in classes:
            if fault := self._fault(cls, name):
                self.warn(f"{who}: format {getattr(cls, 'name', cls)!r} left out: {fault}")
            else:
                self.formats[cls.name] = Registered(cls, name, distribution, version)

    def _set_back(self, before: dict[type[Format[Any]], tuple[Any, ...]], who: str) -> None:
        """Undo changes that a plugin made to what other plugins' formats declare, which was checked before."""
        for cls, values in before.items():
            if declared(cls) != values:
                for attribute, value in zip(ATTRIBUTES, values, strict=True):
                    setattr(cls, attribute, value)
                self.warn(f"{who} changed what format {cls.name!r} declares; that was set back")

    def warn(self, message: str) -> None:
        """Remember a line for the user."""
        self.warnings.append(message)

    def get(self, name: str, to: str = "") -> Registered:
        """Return the format of that name.

        Args:
            name: Its name, in any case.
            to: ``read`` or ``write`` if it must be able to; empty if that does not matter.

        Raises:
            UnknownFormatError: There is none, or it cannot; the message says what there is.
        """
        able = {known: entry for known, entry in self.formats.items() if _able(entry.format, to)}
        entry = able.get(name.lower())
        if entry is not None:
            return entry
        if name.lower() in self.formats:
            known = ", ".join(able)
            message = f"format {name} can be {_OTHER[to]}, but not {_DONE[to]}; formats that can: {known}"
            raise UnknownFormatError(message)
        from citeconv.hints import absent, hint

        meant = absent(name) or hint(name, able.values(), to) or f"; known: {', '.join(able)}"
        raise UnknownFormatError(f"unknown format {name!r}{meant}")

    def options(self) -> Iterator[tuple[Registered, Option]]:
        """Yield each option of each format."""
        for entry in self.formats.values():
            for option in entry.format.options:
                yield entry, option

    def by_suffix(self, path: str, to: str) -> list[Registered]:
        """Return the formats that can ``to`` (read, write) and claim the ending of a path; the longest ending wins."""
        lower = path.lower().removesuffix(".gz") if to == "read" else path.lower()
        fitting = [
            (len(suffix), entry)
            for entry in self.formats.values()
            if _able(entry.format, to)
            for suffix in entry.format.suffixes
            if lower.endswith(suffix)
        ]
        longest = max([length for length, _ in fitting], default=0)
        return [entry for length, entry in fitting if length == longest]

    def _fault(self, cls: Any, plugin: str) -> str:
        """Return what is wrong with a class that a plugin offers as a format; empty if nothing is."""
        if fault := contract.class_fault(cls):
            return fault
        try:
            return self._declared_fault(cls, plugin) or contract.recognising_fault(cls)
        except INTERRUPTS:
            raise
        except BaseException as error:
            return brief(error)

    def _declared_fault(self, cls: type[Format[Any]], plugin: str) -> str:
        """Return what is wrong with the declarations of a class; empty if nothing is."""
        if fault := contract.name_fault(cls):
            return fault
        if cls.name in self.formats:
            other = self.formats[cls.name]
            return f"the name is already taken by plugin {other.plugin} ({other.distribution} {other.version})"
        if fault := contract.attribute_fault(cls):
            return fault
        options = (contract.option_fault(option, plugin) or self._claim(option, plugin) for option in cls.options)
        return next(filter(None, options), "")

    def _claim(self, option: Option, plugin: str) -> str:
        """Take the flags and the Python name of an option for a plugin; return what is wrong if another has one."""
        own = (plugin, option)
        for word in (option.flag(plugin), *option.flags, option.parameter(plugin)):
            other, _ = taken = self._owners.setdefault(word, own)
            if taken != own:
                by = "another option of the same plugin" if other == plugin else f"plugin {other}"
                return f"its option {option.name!r} takes {word}, which is taken by {by}"
        return ""


_LOADING = RLock()


def registry() -> Registry:
    """Return the registry of all installed formats, loading them on first use: once, whichever thread asks first."""
    with _LOADING:
        return _loaded()


@functools.cache
def _loaded() -> Registry:
    loaded = Registry()
    loaded.load(entry_points("citeconv"))
    return loaded


_DONE = {"read": "read", "write": "written"}
_OTHER = {"read": "written", "write": "read"}


def _able(cls: type[Format[Any]], to: str) -> bool:
    return cls.reads() if to == "read" else cls.writes() if to == "write" else True
