"""Inputs that come in small pieces, so that a short text meets every boundary."""

from __future__ import annotations

import pytest

from citeconv import decoding, source


def read_in_pieces(monkeypatch: pytest.MonkeyPatch, chunk: int, head: int) -> None:
    """Have as many bytes read at a time, and so many characters looked at by detection."""
    monkeypatch.setattr(decoding, "CHUNK", chunk)
    monkeypatch.setattr(decoding, "HEAD", head)
    monkeypatch.setattr(source, "HEAD", head)
