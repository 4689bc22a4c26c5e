"""citeconv: convert citations between formats, losing nothing in silence.

``load``, ``loads`` and ``iterload`` read; ``dump`` and ``dumps`` write; ``convert`` does both, in flat memory, and
returns the report. ``CITATION_TYPES`` and its like list the words that some values are made of. A plugin needs
``Format``, ``Record``, ``Citation``, ``RecordError`` and ``hookimpl``.
"""

from typing import TYPE_CHECKING

from citeconv.citation import (
    CITATION_TYPES,
    FIELDS,
    NAME_FIELDS,
    RELATED_KINDS,
    Abstract,
    AbstractSection,
    Affiliation,
    Chemical,
    Citation,
    Databank,
    Date,
    Event,
    Grant,
    Identifier,
    Issn,
    Keyword,
    Name,
    Qualifier,
    Related,
    Subject,
)
from citeconv.convert import RejectedRecordWarning, convert, dump, dumps, iterload, load, loads
from citeconv.errors import CiteconvError, RecordError
from citeconv.format import Format, Leftover, Option, Record, Rest
from citeconv.hookspecs import hookimpl
from citeconv.losses import paths
from citeconv.report import Counts, Diagnostic, Report
from citeconv.source import Limits, Source

__version__: str

if not TYPE_CHECKING:  # else any name would be one of ours

    def __getattr__(name: str) -> str:
        """Return the version when it is asked for, which takes time to find out."""
        if name != "__version__":
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib.metadata import version

        return version(__name__)


__all__ = [
    "CITATION_TYPES",
    "FIELDS",
    "NAME_FIELDS",
    "RELATED_KINDS",
    "Abstract",
    "AbstractSection",
    "Affiliation",
    "Chemical",
    "Citation",
    "CiteconvError",
    "Counts",
    "Databank",
    "Date",
    "Diagnostic",
    "Event",
    "Format",
    "Grant",
    "Identifier",
    "Issn",
    "Keyword",
    "Leftover",
    "Limits",
    "Name",
    "Option",
    "Qualifier",
    "Record",
    "RecordError",
    "RejectedRecordWarning",
    "Related",
    "Report",
    "Rest",
    "Source",
    "Subject",
    "convert",
    "dump",
    "dumps",
    "hookimpl",
    "iterload",
    "load",
    "loads",
    "paths",
]
