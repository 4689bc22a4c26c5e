"""What the engine raises."""

from __future__ import annotations


class StyleError(ValueError):
    """A style or locale that cannot be used; ``line`` is the place in its file, 0 if there is none."""

    def __init__(self, message: str, line: int = 0) -> None:
        super().__init__(message)
        self.message = message
        self.line = line


class RenderError(ValueError):
    """An item that cannot be set in a style."""
