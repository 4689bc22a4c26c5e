"""The one hook by which a distribution offers its formats."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pluggy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from citeconv.format import Format

hookspec = pluggy.HookspecMarker("citeconv")
hookimpl = pluggy.HookimplMarker("citeconv")


@hookspec
def citeconv_formats() -> type[Format[Any]] | Sequence[type[Format[Any]]]:  # type: ignore[empty-body]
    """Return a Format subclass, or a list of them."""
