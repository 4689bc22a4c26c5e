"""Output formats: a tree of runs goes in, text of one entry comes out. Escaping is done here and nowhere else."""

from citeconv_references.engine.output.html import to_html
from citeconv_references.engine.output.latex import to_latex
from citeconv_references.engine.output.markdown import to_markdown
from citeconv_references.engine.output.rtf import to_rtf
from citeconv_references.engine.output.text import to_text

__all__ = ["to_html", "to_latex", "to_markdown", "to_rtf", "to_text"]
