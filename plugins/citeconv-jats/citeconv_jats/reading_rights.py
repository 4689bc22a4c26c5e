"""Reading whose an article is and who paid for it: ``permissions`` and ``funding-group`` in, rights and grants out.

Year and holder of the copyright are mostly repeated in its statement, and the address of a licence in its text; what is
not is put behind them, so that each is one text.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from citeconv import Grant, Name
from citeconv.values.forms import letters
from citeconv.values.markup import from_element, parts_of
from citeconv_jats.draft import Draft, name_of
from citeconv_jats.mapping import CONTRIBUTORS, HREF
from citeconv_jats.reading_parts import PERSONS, person_of

_HOLDERS = ("copyright-year", "copyright-holder")


def read_permissions(draft: Draft, elements: Iterable[Any]) -> None:
    """Read the children of ``permissions``, which may also stand in ``article-meta`` itself."""
    told: dict[str, list[str]] = {name: [] for name in _HOLDERS}
    for element in elements:
        name, text = name_of(element), from_element(element)
        if name == "copyright-statement":
            draft.put("copyright", text, name)
        elif name in told:
            told[name].append(text)
        elif name == "license":
            href, text = element.get(HREF) or _address_in(element), parts_of(element)
            draft.put("license", text if href in text else f"{text} {href}".strip(), name)
        else:
            draft.keep(element)
    statement = draft.fields.get("copyright", "")
    more = [text for name in _HOLDERS for text in told[name] if letters(text) not in letters(statement)]
    if more:
        draft.fields["copyright"] = f"{statement} \N{COPYRIGHT SIGN} {' '.join(more)}".strip()


def _address_in(element: Any) -> str:
    """Return the first address in the words of a licence, which may be all that tells which one it is."""
    return next((href for link in element.iter("ext-link", "uri") if (href := link.get(HREF))), "")


def read_funding(draft: Draft, element: Any) -> None:
    """Read ``funding-group``: a grant for each award."""
    for child in element:
        name = name_of(child)
        if name == "award-group":
            _award(draft, child)
        elif name == "funding-statement" and (text := from_element(child)):
            draft.add("note", text)
        else:
            draft.keep(child)


def _award(draft: Draft, element: Any) -> None:
    fields: dict[str, str] = {}
    numbers: list[str] = []
    for child in element:
        name = name_of(child)
        if name == "funding-source":
            _funder(draft, child, fields)
        elif name == "award-id":
            numbers.append(from_element(child))
            draft.keep_address(child)
        elif name in ("principal-award-recipient", "principal-investigator"):
            _recipient(draft, child)
        else:
            draft.keep(child)
    if (register := element.get(HREF) or "") not in fields.get("agency", ""):  # F1000's number of the funder
        fields["agency"] = f"{fields.get('agency', '')} ({register})".lstrip()
    for number in numbers or [""]:
        draft.add("grants", Grant(number=number, **fields))


def _funder(draft: Draft, element: Any, fields: dict[str, str]) -> None:
    """Read who paid: the name with its identifiers in brackets, NLM's acronym, the country."""
    wrapped = next(element.iter("institution-wrap"), None) is not None
    numbers = _cut_numbers(element, wrapped)
    names = element.iter("institution") if wrapped else filter(_is_name, element)
    name = " ".join(map(from_element, names)) or from_element(element)
    if not wrapped and any(map(_is_name, element)):
        others = [text for each in element if not _is_name(each) and (text := from_element(each))]
        if others:
            draft.say("funding-source", "; ".join(others))
    for kind, number in numbers:
        if kind == "nlm-acronym":
            fields.setdefault("acronym", number)
        elif number:
            name = f"{name} ({number})".lstrip()
    if (register := element.get(HREF) or "") not in name:
        name = f"{name} ({register})".lstrip()
    if name:
        fields["agency"] = "; ".join(filter(None, (fields.get("agency"), name)))
    if country := element.get("country"):
        fields.setdefault("country", country)


def _cut_numbers(element: Any, wrapped: bool) -> list[tuple[str, str]]:
    """Take the identifiers out of a funder, and return their kinds and texts."""
    numbers = []
    for each in list(element.iter("institution-id" if wrapped else "named-content")):
        if wrapped or (each.get("content-type") or "").endswith(("id", "identifier")):
            numbers.append((each.get("institution-id-type") or "", from_element(each)))
            each.clear(keep_tail=True)
    return numbers


def _is_name(element: Any) -> bool:
    """Whether an element is marked as the name of a funder, beside which others tell more names, or where it is."""
    return name_of(element) == "named-content" and element.get("content-type") in ("name", "funder-name")


def _recipient(draft: Draft, element: Any) -> None:
    """Keep who got the money, if it is none of those who made the article."""
    people: list[Name] = [name for field in CONTRIBUTORS for name in draft.lists.get(field, ())]
    known = {(name.family, name.given) for name in people}
    persons = [child for child in element if name_of(child) in PERSONS]
    for child in persons:
        name = person_of(child, draft)
        if name is not None and (name.family, name.given) not in known:
            draft.say(name_of(element), " ".join(filter(None, (name.given, name.family, name.suffix, name.literal))))
    if not persons:
        draft.keep(element)
