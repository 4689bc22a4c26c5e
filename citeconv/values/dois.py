"""What stands before a DOI where it is written as an address: a piece of a pattern, for each reader has its own."""

from __future__ import annotations

HOST = r"(?:dx[.-])?doi[.-]org(?:\.[\w.-]{1,60})?"
"""The resolver: ``doi.org``, ``dx.doi.org``; behind a library's proxy ``doi.org.proxy.example.edu``, or
``doi-org.proxy.example.edu``."""
