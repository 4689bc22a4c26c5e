"""Formatted references in any CSL style; ``citeconv_references.engine`` is the processor."""
