"""Cutting a ``ref`` with several works: its text goes in, a ``ref`` for each of them comes out."""

from __future__ import annotations

from collections.abc import Iterator

from citeconv import Record, RecordError
from citeconv.values.patterns import lazy
from citeconv.xml_elements import forget_namespaces, parse_element

_FORM = lazy(
    r"<(?P<name>(?:[\w.-]{1,40}:)?(?:(?:element-|mixed-|nlm-)?citation|citation-alternatives))(?:\s[^<>]*)?(?<!/)>"
)
"""The tag that begins a citation, or alternatives of one."""
_REF = lazy(r"\s*<(?P<name>[\w.:-]{1,60})")
_LONGEST_HEAD = 2000
"""Characters before the first citation, which are repeated before the others: the tag of the ``ref`` and its label."""


def cut_reference(whole: Record) -> Iterator[Record]:
    """Yield a record for each work in a ``ref``, with its label; itself if it has but one."""
    spans = _spans(whole.data)
    ref = _REF.match(whole.data)
    if whole.fault or ref is None or len(spans) < 2 or spans[0][0] > _LONGEST_HEAD or len(spans) != _works(whole.data):
        yield whole
        return
    head, end = whole.data[: spans[0][0]], f"</{ref['name']}>"
    line = place = 0
    for begin, close in spans:
        line, place = line + whole.data.count("\n", place, begin), begin
        rest = whole.data[close:] if close == spans[-1][1] else end
        yield Record(whole.line + line, f"{head}{whole.data[begin:close]}{rest}")


def _spans(text: str) -> list[tuple[int, int]]:
    """Return where citations begin and end; none if they are of several kinds, or an end tag is missing."""
    found: list[tuple[int, int]] = []
    name = ""
    place = 0
    while match := _FORM.search(text, place):
        place = text.find(f"</{match['name']}>", match.end()) + len(match["name"]) + 3
        if place <= match.end() or match["name"] != (name or match["name"]):
            return []
        name = match["name"]
        found.append((match.start(), place))
    return found


def _works(text: str) -> int:
    from citeconv_jats.forms import works

    try:
        root = parse_element(text, lambda _remark: None)
    except RecordError:
        return 0
    forget_namespaces(root)
    return len(works(root))
