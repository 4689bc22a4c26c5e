"""What several tags say together: the date, the pages, and the titles of the journal or book.

A reading in which all tags were seen goes in, with their dates and titles set aside; its fields are filled here. Each
of these stands in several tags at once, often in different words, and none of them is always there.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from msgspec.structs import replace

from citeconv import Date, Event
from citeconv.values.bare import bare_count, bare_pages, part_volume, with_subtitle
from citeconv.values.catalogued import numbered_series
from citeconv.values.conferences import take_meeting
from citeconv.values.dates import parse_date, parse_days
from citeconv.values.extra_lines import begins, fill
from citeconv.values.forms import is_year
from citeconv.values.pages import expand_pages
from citeconv.values.patterns import lazy
from citeconv_ris import mapping
from citeconv_ris.dates import implied, read_date, tells_hour
from citeconv_ris.people import take_places
from citeconv_ris.reading import Reading, decode
from citeconv_ris.remarks import annotation
from citeconv_ris.values import are_pages, is_number_of_article

_DATE_ORDER = ("DA", "Y1", "PY", "YR", "Y2", "PD", "C1")
"""Tags of dates, the most precise first."""
_DASHES = lazy(r"\s{0,3}[\u2010-\u2015-]{1,3}\s{0,3}")
_YEAR_TAGS = ("PY", "YR")
_MONTH_DAY = lazy(r"(\d{1,2})[/-](\d{1,2})/?")
_ALONE = {
    "full": "container_title", "proceedings": "container_title", "either": "container_title",
    "short": "container_title_short", "event": "event_title",
}  # fmt: skip
"""The field of a title that is the only one."""
_NONE = [""]
MONTHLY_ISSUE = lazy(r"\d{1,4} [A-Z][A-Za-z]{2,8}(?: \d{4})?")
_EXTENT = lazy(r"(\d{1,5})(?: p| ?pp)\.?(?:-\1(?: p| ?pp)\.?)?")
"""How many pages a work has, in the place of those on which it stands: ``24 pp.``, from there to there."""
_ARTICLE = lazy(r"(?:Article(?: No\.?)?|pii:) ([\w.]{1,30})")
"""The number of an article in the place of its pages (ACM; as PubMed has told it: ``pii: E1392``)."""
_NEWSPAPER = lazy(r"([^;]{2,60}); ?(?:Pg|Pag|P\u00e1g|Blz|S|pp?)\. ?(\w{1,6}(?:-\w{1,6})?)")
"""The section and the page of a newspaper (LexisNexis): ``WORLD; Pg. 8``."""
_LONGEST_PAGE = 6
"""Digits of a page; more are the number of an article."""
_ISSUE_BEHIND = lazy(
    r"(?P<journal>[^;]{1,200}); Vol\.? (?P<volume>\w{1,9})(?:,? No\.? (?P<issue>[\w./-]{1,20}))?"
    r" \((?P<year>\d{4})\)(?:: (?P<name>.{1,200}))?"
)
"""``Tides; Vol 3, No 2 (2016): Salt``: the issue, and its title, behind the journal in Open Journal Systems 2."""
_NO_PAGE = ("no", "no-specified", "n/a")
"""How Ovid's ``No`` to ``Specified``, which EndNote joins, and ProQuest, say that there is no pagination."""
_PAGE_TAGS = ("SP", "EP", "PG")
_STEPS = frozenset("received accepted revised".split())


class _Dated(NamedTuple):
    """A date, and the value of the tag that it was read from."""

    tag: str
    text: str
    date: Date


def settle(reading: Reading) -> None:
    """Settle dates, pages and titles of the container."""
    if reading.dates:
        _settle_dates(reading)
        if reading.kind == "paper-conference" and "C2" in reading.found:
            _settle_year_published(reading, reading.found["C2"])
    if reading.fields.get("issue", "").startswith("(") and take_places(reading, "IS", reading.fields["issue"]):
        del reading.fields["issue"]
    settle_issue(reading.fields)
    if reading.kind in mapping.START_PAGES:
        part_volume(reading.fields)
    if any(tag in reading.found for tag in _PAGE_TAGS):
        _settle_pages(reading)
    if reading.containers:
        _settle_containers(reading)
        if "JF" in reading.found and "; Vol" in reading.fields.get("container_title", ""):
            _settle_issue_behind(reading)
    if reading.kind == "book" and reading.fields.get("source", "") == "Scopus":
        _settle_title(reading.fields)
    if " ; " in reading.fields.get("collection_title", "") and "collection_number" not in reading.fields:
        _settle_series(reading.fields)
    if reading.kind in mapping.IN_BOOKS and len(reading.found.get("DO", ())) > 1:
        reading.fields.get("identifiers", []).sort(key=lambda one: one.kind == "book-doi")  # behind the others
    if any(map(begins, reading.fields.get("note", ()))):
        _settle_notes(reading)
    if reading.remarks:
        reading.fields["annote"] = annotation(reading.remarks)
    take_meeting(reading.fields)


def _settle_notes(reading: Reading) -> None:
    """Fill what Zotero has kept in notes for lack of a field: ``Publisher: Shelf Press``."""
    told = reading.fields["note"]
    in_journal = reading.kind in mapping.START_PAGES
    left = [fill(reading.fields, note, in_journal) if begins(note) else note for note in told]
    reading.fields["note"] = list(filter(None, left))


def settle_issue(fields: dict[str, Any]) -> None:
    """Take the month out of an issue (Scopus, Embase), if the date has no other: ``1 January``, ``7 July 2022``."""
    if MONTHLY_ISSUE.fullmatch(fields.get("issue", "")) is None:
        return
    date: Date | None = fields.get("issued")
    number, word, *year = fields["issue"].split(" ")
    if date is None or date.end is not None or date.literal:
        return
    told = parse_date(f"{year[0] if year else date.year} {word}")
    if told.month and told.year == date.year and date.month in (0, told.month):
        fields["issue"] = number
        fields["issued"] = replace(date, month=told.month)


def _settle_series(fields: dict[str, Any]) -> None:
    """Take the number of a work in its series from behind the title of that, where catalogues have it."""
    title, number = numbered_series(fields["collection_title"])
    if number:
        fields["collection_title"], fields["collection_number"] = title, number


def _settle_title(fields: dict[str, Any]) -> None:
    """Pass over what holds a book where that is called like the book, as Scopus has it."""
    if fields.get("collection_title", "") == fields.get("title"):
        fields.pop("collection_title", None)


def _settle_dates(reading: Reading) -> None:
    """Take the most precise date that agrees with the year; what says something else, or the hour, is put aside."""
    if len(reading.dates) == 3 and any(value.startswith("doi: 10.") for value in reading.found.get("M3", ())):
        _settle_first_appearance(reading)
    tag, text = min(reading.dates) if len(reading.dates) < 3 else ("", "")
    date = read_date(text) if text else None
    usual = len(reading.dates) == 1 or max(reading.dates) == ("PY", text[:4])  # DA, and PY with its year
    if usual and date is not None and date.year and not date.literal:
        reading.fields["issued"] = date
        if tells_hour(text):
            reading.keep(tag, text)
        return
    ranked = [
        _Dated(tag, text, date)
        for tag, text in sorted(reading.dates, key=lambda one: _DATE_ORDER.index(one[0]))
        if (date := read_date(text)) is not None
    ]
    told = [one for one in ranked if one.date.year]
    year = next((one.date.year for one in told if one.tag in _YEAR_TAGS), told[0].date.year if told else 0)
    dates = []
    for one in ranked:
        date = one.date if one.date.year or not year else _with_year(one.text, year) or one.date
        if date.literal.lower() in _STEPS:
            reading.add("history", Event(kind=date.literal.lower(), date=replace(date, literal="")))
        else:
            dates.append(one._replace(date=date))
    if dates:
        _choose_date(reading, dates, year)


def _settle_first_appearance(reading: Reading) -> None:
    """Take when an article first appeared, ``Y1`` with its year under ``PY``, beside the date of its issue, ``DA``.

    So do the sites of publishers that Atypon runs, known by the DOI under ``M3``.
    """
    told = dict(reading.dates)
    if told.keys() != {"DA", "PY", "Y1"}:
        return
    first, issued = read_date(told["Y1"]), read_date(told["DA"])
    if first is None or issued is None or not first.day or not issued.day or told["PY"] != str(first.year):
        return
    earlier = (first.year, first.month, first.day) < (issued.year, issued.month, issued.day)
    if earlier and reading.takes("available_date", first):
        reading.dates = [("DA", told["DA"])]


def _choose_date(reading: Reading, dates: list[_Dated], year: int) -> None:
    """Take the first of the most precise dates in the year of the publication; put aside what the others add."""
    of_year = [one for one in dates if one.date.year == year]
    best = max(of_year, key=lambda one: _precision(one.date), default=dates[0])
    reading.fields["issued"] = best.date
    for one in dates:
        hour = tells_hour(one.text)
        if (hour and not best.date.literal) if one is best else (hour or not implied(one.date, best.date)):
            reading.keep(one.tag, one.text)


def _settle_year_published(reading: Reading, values: list[str]) -> None:
    """Take the year of the proceedings (EndNote), beside which the others tell when the conference was."""
    year = next((int(value) for value in values if is_year(value)), 0)
    date = reading.fields.get("issued")
    if year and date is not None and date.year != year:
        reading.fields.setdefault("event_date", date)
        reading.fields["issued"] = Date(year=year)


def _with_year(text: str, year: int) -> Date | None:
    """Return the date in a value that leaves the year to another tag: ``AUG 7``, ``10/15``, ``12-14 June``."""
    match = _MONTH_DAY.fullmatch(text)
    date = read_date(f"{year}/{match[1]:0>2}/{match[2]:0>2}" if match else f"{year} {text}")
    if date is None or date.literal:
        date = parse_days(f"{text} {year}")
    return date if date is not None and not date.literal else None


def _precision(date: Date) -> float:
    """Return how much a date says: words say more than a year, less than a month."""
    return 0.5 if date.literal else bool(date.month or date.season) + bool(date.day) + (date.end is not None)


def _settle_pages(reading: Reading) -> None:
    """Take the pages under ``SP``, ``EP`` and ``PG``, the first of each; what they say beside that is kept."""
    found, fields = reading.found, reading.fields
    starts, ends, wholes = (found.get(tag, _NONE) for tag in _PAGE_TAGS)
    first, last, whole = starts[0], ends[0], wholes[0]
    if len(starts) == len(ends) == 1 and first != last and "PG" not in found and first.isdecimal() and last.isdecimal():
        if len(first) > _LONGEST_PAGE and len(last) < 3 and "number" not in fields:  # Primo's count behind it
            fields["number"], fields["number_of_pages"] = first, last
            return
        fields["page"] = expand_pages(f"{first}-{last}")  # as most are
        return
    if first.lower() in _NO_PAGE and not any(map(str.isdigit, last)):
        _keep_pages(reading, 0, [""])
        return
    _keep_pages(reading, 1, [first, last, whole])
    if not first and not last:
        first, whole = whole, ""
    if first and decode(first) == fields.get("number") and not last:  # written there for readers that look for pages
        if whole:
            reading.keep("PG", whole)
        return
    page = _joined_pages(first, last)
    if whole and expand_pages(_DASHES.sub("-", whole)) not in (page, first):
        reading.keep("PG", whole)
    _put_pages(reading, page, alone=not last)


def _keep_pages(reading: Reading, begin: int, taken: list[str]) -> None:
    """Keep the values of the tags of pages that are not taken.

    Args:
        reading: Keeps them.
        begin: The place of the first value of each tag that is kept.
        taken: Values that are not kept all the same.
    """
    for tag in _PAGE_TAGS:
        for value in reading.found.get(tag, [])[begin:]:
            if value not in taken:
                reading.keep(tag, value)


def _joined_pages(first: str, last: str) -> str:
    """Return the range of a first and a last page, of which either may be missing, or hold the range."""
    page = first
    if last and first.endswith(";"):  # 1405; author reply 1406 (Zotero)
        page = f"{first} {last}"
    elif last and last != first:
        page = f"{bare_pages(first)}-{bare_pages(last)}" if first else last
    return page if page.isalnum() else expand_pages(_DASHES.sub("-", decode(page))).rstrip("-")


def _put_pages(reading: Reading, page: str, alone: bool) -> None:
    """Take pages for what their form, or the type, says that they are.

    Args:
        reading: What is read so far.
        page: The pages in full.
        alone: Whether no tag tells the last one.
    """
    fields = reading.fields
    if reading.kind in mapping.START_PAGES and page.partition("-")[0] == page.partition("-")[2]:
        page = page.partition("-")[0]  # e0123-e0123
    if (newspaper := _NEWSPAPER.fullmatch(page)) and "section" not in fields:
        fields["section"], fields["page"] = newspaper.groups()
    elif (article := _ARTICLE.fullmatch(page)) and "number" not in fields:
        fields["number"] = article[1]
    elif reading.kind == "article-journal" and "number" not in fields and _numbers_article(fields, page):
        fields["number"] = bare_pages(page)
    elif extent := _EXTENT.fullmatch(page):
        fields["number_of_pages"] = extent[1]
    elif reading.kind in mapping.EXTENT and alone and not are_pages(page):
        fields["number_of_pages"] = bare_count(page)
    elif page:
        fields["page"] = page if page.isalnum() else expand_pages(bare_pages(page))


def _numbers_article(fields: dict[str, Any], page: str) -> bool:
    """Whether pages are the number of an article by their form, or as the end of its DOI (medRxiv)."""
    return is_number_of_article(bare_pages(page)) or (
        page.count(".") > 1 and fields.get("doi", "").endswith(f"/{page}")
    )


def _without_subtitle(reading: Reading, titles: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the titles of a journal; beside ``JF``, which holds nothing else, ``T2`` may be the subtitle."""
    (tag, journal), (other, words), *more = titles
    title = reading.fields.get("title", "")
    if tag == "JF" and other == "T2" and title and words != journal and (words[:1].islower() or title.endswith(":")):
        reading.fields["title"] = with_subtitle(title.rstrip(": "), words)
        return [(tag, journal), *more]
    return titles


def _settle_containers(reading: Reading) -> None:
    """Tell the full title of the journal or book from its abbreviation."""
    fields = reading.fields
    if len(reading.containers) == 1 and reading.containers[0][0] in _ALONE:
        kind, tag, value = reading.containers[0]
        reading.put(_ALONE[kind], tag, value)
        return
    by_kind: dict[str, list[tuple[str, str]]] = {kind: [] for kind in _ALONE}
    for kind, tag, value in reading.containers:
        by_kind[kind].append((tag, value))
    full = by_kind["full"] + by_kind["proceedings"]
    if len(full) > 1 and reading.kind.startswith("article"):
        full = _without_subtitle(reading, sorted(full, key=lambda one: one[0] != "JF"))
    short, either = by_kind["short"], by_kind["either"]
    if full:
        short = [*short, *[(tag, value) for tag, value in either if value != full[0][1]]]
    else:
        full = either
    for field, values in (
        ("container_title", full), ("container_title_short", short), ("event_title", by_kind["event"]),
    ):  # fmt: skip
        for tag, value in values:
            if fields.setdefault(field, value) != value:
                reading.keep(tag, value)


def _settle_issue_behind(reading: Reading) -> None:
    """Part the title of a journal from the issue behind it; a year that is not the one of the date is put aside."""
    match = _ISSUE_BEHIND.fullmatch(reading.fields["container_title"])
    if match is None or reading.kind != "article-journal":
        return
    reading.fields["container_title"] = match["journal"]
    for field, part in (("volume", "volume"), ("issue", "issue"), ("volume_title", "name")):
        if match[part]:
            reading.put(field, "JF", match[part])
    if reading.fields.setdefault("issued", Date(year=int(match["year"]))).year != int(match["year"]):
        reading.keep("JF", match[0])
