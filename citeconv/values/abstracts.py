"""Abstracts where a format has one string for them, such as CSL-JSON and CSV, and for any cell that holds plain lines.

Sections go in, text comes out: an empty line between sections, a label before its text, each paragraph on a line of its
own. And back. ``clean`` and ``clean_lines`` bring text that some program wrote into the form of the model.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec.structs import replace

from citeconv.citation import AbstractSection, Citation
from citeconv.values.markup import BLANKS, from_html
from citeconv.values.patterns import lazy

NO_ABSTRACT = "Not Available <P />"
"""What NASA ADS has in place of an abstract that is missing."""

_NOWHERE = "abstract available from the publisher"
"""What PubMed has, in small letters, in place of an abstract that only the publisher has."""
_LONG = 200
_NOT_CLEAN = tuple("<&\\\t\r\n\f\v")
_BREAK = lazy(r"[\t\r\n\f\v]")
_LINES = lazy(r"(?:(?<! ) +)?(?:\r\n?|\n) *")
_WORDS = r"[A-Z ,/&]{4}|[A-Z]{1,3}-[A-Z]{3,12} [A-Z]|(?<=A)IM(?:S|\(S\))?:|(?<=C)ASES?:|(?<=D)ATA:|(?<=G)OAL:"
"""What follows the first letter of a label: words, not letters that stand for some, as in ``9% vs. HBI: 4%``."""
_LABEL_IN_LINE = lazy(
    rf"([A-Z](?:(?<=\A.)|(?<=[.?!)\]%] .)(?={_WORDS}))(?![a-z])"
    r"[A-Z0-9 ,/&'’()-]{2,60}(?<=[A-Z)])): "
)
"""A capital first, which a search finds faster than the end of a sentence before it."""
_LONGEST_LABEL = 63
"""Signs of a label and of the colon and the blank behind it, without which none is looked for."""
_LABEL = lazy(r"(?P<label>[A-Z][A-Z0-9 ,/&()'’-]{1,79}): +(?=\S)")
_TAGGED = ("</jats:", "</title>")
_TITLE = lazy(r"<(?:jats:)?title(?:\s[^<>]{0,200})?>([^<>]{1,80})</(?:jats:)?title>")
_PARAGRAPH = lazy(r"</(?:jats:)?p>")
_PUBMED_SECTION = lazy(
    r"<AbstractText(?: Label=\"(?P<label>[^\"<>]{0,200})\")?(?: NlmCategory=\"(?P<category>[A-Z]{0,30})\")?>"
)


def is_clean(text: str) -> bool:
    """Whether a text that is not empty is, at a glance, in the form of the model already.

    ``isprintable`` looks at each character, a search for each of the few that break lines at many at once.
    """
    if len(text) > _LONG:
        return not any(map(text.__contains__, _NOT_CLEAN)) and text == text.strip()
    return (
        "<" not in text and "&" not in text and "\\" not in text and text.isprintable() and text[0] != " " != text[-1]
    )


def clean(text: str) -> str:
    """Return text in the form of the model: entities and foreign markup decoded, one line, no blanks around."""
    if "<" in text or "&" in text or "\\" in text:
        text = from_html(text)
    if not text.isprintable():
        text = one_line(text)
    return text.strip()


def one_line(text: str) -> str:
    """Return text with each run of blanks and line ends as one blank, if there is any line end or tab in it."""
    return BLANKS.sub(" ", text) if _BREAK.search(text) else text


def clean_lines(text: str) -> str:
    """Return text in the form of the model, its line ends kept as single ``\\n``."""
    if "<" in text or "&" in text or "\\" in text:
        text = from_html(text)
    if "\r" in text or " \n" in text or "\n " in text:
        text = _LINES.sub("\n", text)
    return text.strip()


def with_any_abstract(citation: Citation) -> Citation:
    """Return a citation with the first of its other abstracts as its own, if it has but such, as PIP's records have."""
    if citation.abstract:
        return citation
    for other in citation.other_abstracts:
        if any(text.lower().strip(" .") != _NOWHERE for section in other.sections for text in section.paragraphs):
            rest = tuple([each for each in citation.other_abstracts if each is not other])
            return replace(citation, abstract=other.sections, other_abstracts=rest)
    return citation


def told_as_abstract(citation: Citation, lose: Callable[[str, str], None], keep: Callable[[str], None]) -> Citation:
    """Return a citation as ``with_any_abstract`` does, and report what is read otherwise.

    Args:
        citation: Any.
        lose: Called with each field that is read otherwise, and why.
        keep: Called with each field that is written nevertheless.
    """
    told = with_any_abstract(citation)
    if told is not citation:
        keep("other_abstracts")
        lose("other_abstracts", "one stands as the abstract, and is read as it; its kind and language are not told")
        lose("abstract", "another one stands in its place")
    return told


def abstract_text(sections: tuple[AbstractSection, ...]) -> tuple[str, bool]:
    """Return an abstract as text, and whether ``abstract_sections`` gives it back as it was.

    Args:
        sections: Any.
    """
    blocks, whole = [], True
    for section in sections:
        block, same = _section_text(section)
        blocks.append(block)
        whole = whole and same
    return "\n\n".join(blocks).strip(), whole


def _section_text(section: AbstractSection) -> tuple[str, bool]:
    label, paragraphs = section.label, section.paragraphs
    text = paragraphs[0] if len(paragraphs) == 1 else ""
    if text and is_clean(text) and not section.category:
        block = f"{label}: {text}" if label else text
        found = _LABEL.match(block)
        return block, found["label"] == label if found else not label
    text = "\n".join([one_line(paragraph).strip() for paragraph in paragraphs])
    block = f"{label}: {text}" if label else text
    return block, abstract_sections(block) == (section,)


def abstract_sections(text: str) -> tuple[AbstractSection, ...]:
    """Return the sections of an abstract, which empty lines part; capitals and a colon at the start are a label.

    Args:
        text: Plain, or as Crossref has it: what stands in ``<jats:title>`` is a label, in ``<jats:p>`` a paragraph; or
            as the Lens has it, in PubMed's elements.
    """
    if "</AbstractText>" in text:
        return tuple(_pubmed_sections(text))
    if any(map(text.__contains__, _TAGGED)):
        return tuple(_tagged_sections(text))
    sections: list[AbstractSection] = []
    for block in clean_lines(text).split("\n\n"):
        label, lines = "", [line for line in block.split("\n") if line]
        if not lines:
            continue
        if match := _LABEL.match(lines[0]):
            label, lines[0] = match["label"], lines[0][match.end() :]
        sections.append(AbstractSection(label=label, paragraphs=tuple(lines)))
    return tuple(sections)


def sections_in_line(text: str) -> tuple[AbstractSection, ...]:
    """Return the sections of an abstract in one line, as NLM has older ones: ``AIM: To see. METHODS: We saw.``.

    Args:
        text: Has labels behind its sentences if it begins with one.
    """
    if _LABEL_IN_LINE.match(text) is None:
        return (AbstractSection(paragraphs=(text,)),)
    return tuple([AbstractSection(label=label, paragraphs=(words,)) for label, words in _labelled(text)])


def lines_of_sections(text: str) -> list[str]:
    """Return each section of an abstract in one line with its label; arguments as for ``sections_in_line``."""
    at = text.find(": ", 0, _LONGEST_LABEL)
    if at < 0 or ": " not in text[at + 1 :] or _LABEL_IN_LINE.match(text) is None:  # it has one label at most
        return [text]
    return [f"{label}: {words}" for label, words in _labelled(text)]


def _labelled(text: str) -> list[tuple[str, str]]:
    parts = _LABEL_IN_LINE.split(text)
    return [(label, words.strip()) for label, words in zip(parts[1::2], parts[2::2], strict=True)]


def _tagged_sections(text: str) -> Iterator[AbstractSection]:
    pieces = _TITLE.split(text)
    for label, body in zip(["", *pieces[1::2]], pieces[::2], strict=True):
        title = clean(label).rstrip(" .:")
        paragraphs = tuple([text for piece in _PARAGRAPH.split(body) if (text := clean(piece))])
        if paragraphs:
            yield AbstractSection(label=title, paragraphs=paragraphs)
        elif title:  # a heading above others
            yield AbstractSection(paragraphs=(title,))


def _pubmed_sections(text: str) -> Iterator[AbstractSection]:
    start, label, category = 0, "", ""
    for match in (*_PUBMED_SECTION.finditer(text), None):
        body, _, junk = text[start : match.start() if match else len(text)].partition("</AbstractText>")
        if paragraph := clean(f"{body} {junk.strip(' ;')}"):
            yield AbstractSection(label=label, category=category, paragraphs=(paragraph,))
        if match:
            start, label, category = match.end(), match["label"] or "", match["category"] or ""
