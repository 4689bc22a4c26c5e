"""What a DOI looks like, and what stands before it where it is written as an address: pieces of patterns."""

from __future__ import annotations

HOST = r"(?:(?:dx[.-])?doi[.-]org(?:\.[\w.-]{1,60})?|doi\.(?:acm|ieeecomputersociety)\.org)"
"""The resolver: ``doi.org``, ``dx.doi.org``; behind a library's proxy ``doi.org.proxy.example.edu``, or
``doi-org.proxy.example.edu``; those that two publishers had of their own."""

DOI = r"10\.\d{4,9}(?:\.\d{1,9}){0,4}/\S+"
"""A DOI alone, by the form that Crossref and DataCite give; what differs is an identifier of another kind."""

ANY_DOI = r"10(?:\.\d{1,9}){0,6}/\S+"
"""What may be meant as a DOI: one with a slip in its prefix too, and the short ones of shortdoi.org (``10/abc``)."""

PUBLISHER = r"https?://[\w.-]{1,60}/(?:doi/(?:abs/|e?pdf/|full/|book/)?|chapter/|article/|book/)"
"""What stands before a DOI in the addresses of publishers."""
