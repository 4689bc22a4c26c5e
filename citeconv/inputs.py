"""The inputs of a run: all are recognised at the start, and each is read when its turn comes.

A path or open file goes in; an ``Input`` comes out that knows the format and its settings, and gives the text.
"""

from __future__ import annotations

from typing import Any

from citeconv.detect import detect, read_as_bytes
from citeconv.opening import File
from citeconv.options import settings_for
from citeconv.report import Counts, Diagnostic, Report
from citeconv.source import Limits, Source


class Input:
    """One input.

    Args:
        file: Path, ``-`` for standard input, or an open file.
        from_: Name of its format; empty to find out.
        encoding: Name of its codec; empty to find out.
        report: Takes a note if the name of the file suggests another format.
        settings: The options of all formats.
        limits: Bounds for hostile inputs.
    """

    def __init__(
        self, file: File, from_: str, encoding: str, report: Report, settings: dict[str, Any], limits: Limits
    ) -> None:
        self.file, self.encoding, self.limits = file, encoding, limits
        source = Source(file, encoding, limits=limits, binary=read_as_bytes(from_))
        try:
            entry, remark = detect(source, from_)
        except BaseException:
            source.close()
            raise
        self.name = source.name
        self.counts = Counts(input=self.name, format=entry.format.name)
        if remark:
            report.add(Diagnostic(code="detection", message=remark, file=self.name))
        self.entry = entry
        self.doubtful = bool(from_ and remark)
        self.mistyped = False  # whether its reader has returned a value of a wrong type
        self.settings = settings_for(entry, settings)
        self._source: Source | None = source
        if source.reopenable:  # thousands of files must not stay open together
            source.close()
            self._source = None

    def discard(self) -> None:
        """Close it if it was never read."""
        if self._source is not None:
            self._source.close()

    def _is_bytes(self, _: str) -> bool:
        return self.entry.format.reads_bytes

    def source(self) -> Source:
        """Return the input, open at its beginning."""
        source = self._source or Source(self.file, self.encoding, limits=self.limits, binary=self._is_bytes)
        self._source = None
        return source
