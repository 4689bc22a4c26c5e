"""The ORCID, the number of a researcher, and what stands before it in its address: pieces of patterns."""

from __future__ import annotations

ORCID = r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]"
"""The number; the check digit is not looked at: what a file calls an ORCID is one."""

ADDRESS = r"(?:https?://)?(?:www\.)?orcid\.org/"
"""What makes an address of it, with or without a scheme."""
