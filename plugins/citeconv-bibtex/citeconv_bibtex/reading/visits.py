"""Days of access, and addresses with words before them, that people write into a note or ``howpublished``, for lack of
a field: the text goes in, a date or an address comes out.

Wikipedia proposes ``[Online; accessed 16-Dec-2023]``, theses have ``Zugriff am 12.01.18``. In English, nothing tells
whether ``3/4/2020`` is in March or in April; in the other languages here, and with full stops, the day comes first.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from citeconv import Date
from citeconv.values.dates import parse_date
from citeconv.values.patterns import lazy

_ENGLISH = r"(?:last |date |page )?(?:accessed|access|visited|checked|retrieved|viewed)(?: online)?(?: on)?"
_OTHERS = (
    r"(?:zuletzt |letzter )?(?:aufgerufen|abgerufen|zugegriffen|besucht|aufruf|abruf|zugriff|besuch)(?: am)?"
    r"|acess?ad[oa](?: em| a)?|acesso(?: em| a)?|consultad[oa](?: el| em| en)?|accedido(?: el)?|visitado(?: el| em)?"
    r"|último acceso|consultée? le|visitée? le|consultato(?: il)?|visitato(?: il)?|ultimo accesso|accesso(?: il)?"
    r"|(?:data )?dostępu?|(?:son )?erişim(?: tarihi)?|geraadpleegd op|hämtad|besökt|åtkomst|дата обращения"
    r"|дата звернення|cit(?:ov[aá]no|ov[aá]n[eé]|\.)|navštíven[oéáý]|získan[oéáý]|pristupljeno|posjećeno|dostopano"
    r"|ogledano|luettu|viitattu|haettu|katsottu|tarkistettu|žiūrėta|tikrinta|skatīts|vaadatud|külastatud|letölt(?:ve|és)"
    r"|megtekintve|hozzáférés|besøgt|tilgået|hentet|besøkt|lest|lokaliseret|diakses(?: pada)?(?: tanggal)?"
    r"|accesat(?: la)?|посетен(?: на)?|приступљено|επίσκεψη|πρόσβαση|truy cập(?: ngày)?"
)
_AVAILABLE = (
    r"(?:available|accessible|retrieved|downloaded|obtained|accessed)(?: online)?(?: (?:at|from|on|via|in|under))?"
    r"|disponível(?: em)?|disponible(?: en| sur| à)?|disponibile(?: su| presso| a| all['’]indirizzo)?|recuperado de"
    r"|obtenido de|(?:online )?(?:verfügbar|abrufbar|erreichbar|einsehbar)(?: unter)?|online unter"
    r"|dostupn[éýá](?: z| na| online)?|dostupno(?: na)?|dostopno(?: na)?|dosegljivo(?: na)?|dostępn[eya](?: na)?"
    r"|dostęp(?: zdalny)?|elérhető(?:ség)?|saatavi(?:lla|ssa)(?: osoitteesta)?|tillgängligt?(?: på| via)?"
    r"|tilgængelig(?: på| via)?|tilgjengelig(?: på| fra)?|beschikbaar(?: op| via)?|tersedia(?: di| pada)?|diakses dari"
    r"|erişim adresi|prieiga(?: per internetą)?|pieejams|kättesaadav|disponibil(?: la)?|режим доступ[ау]"
    r"|доступно(?: на)?"
)
_VISIT = lazy(
    rf"[\[(]?(?:(?:online|on-line|web ?page|web ?site|internet|url) ?[;,:.]? )?(?:(?P<english>{_ENGLISH})|{_OTHERS})"
    r" ?[:,]? (?P<date>\w.{4,24}?)\.?[\])]?",
    re.I,
)
"""``[Online; accessed 4-May-2020]``, ``zuletzt besucht am 4.5.2020``."""
_ADDRESS = lazy(
    r"(?P<online>[\[(]?(?:on-?line|internet|web(?: ?(?:page|site))?)[\])]?[.,:;]? )?"
    rf"(?P<available>(?:{_AVAILABLE})(?: ?\((?P<day>[^()]{{6,24}})\))? ?[:,]? ?"
    r"|(?:(?:retrieved|accessed|downloaded)(?: on)?|recuperado(?: el)?) (?P<before>[^:()]{6,24}?),? (?:from|at|de):? )?"
    r"(?:url ?: ?)?"
    r"[<(\[\"\u201c]?(?P<url>(?:https?|ftp)://[^\s<>\"\u201c\u201d\u00a0]{4,2000})[>\"\u201d]?"
    r"(?:[ ,;](?P<rest>.{6,60}))?",
    re.I,
)
"""``[Online]. Available: https://example.org. [Accessed: 4-May-2020]``, as IEEE has it, and APA's ``Retrieved May 4,
2020, from https://example.org``."""
_ON = lazy(r"(?:on|am|le|el|em|il|pada) ", re.I)
_NUMBERS = lazy(r"(\d{1,2})([./-]) ?(\d{1,2})\2 ?(20\d\d|\d\d)")


class Address(NamedTuple):
    """An address that a text tells.

    Args:
        url: The address.
        accessed: When it was looked up, if the text says so.
        in_words: Whether the text says that it is one.
    """

    url: str
    accessed: Date | None
    in_words: bool


def address_in(words: str) -> Address | None:
    """Return the address that a text tells, with the day on which it was looked up, if it tells nothing else."""
    found = _ADDRESS.fullmatch(words) if "://" in words else None
    if found is None:
        return None
    days = [f"accessed {found[name]}" for name in ("day", "before") if found[name]]
    if rest := (found["rest"] or "").strip(" .,;"):
        days.append(_ON.sub("accessed ", rest, count=1) if _ON.match(rest) else rest)
    accessed = looked_up(days[0]) if days else None
    if len(days) > 1 or (days and accessed is None):
        return None
    url = found["url"].rstrip(".,;:>])") if "(" not in found["url"] else found["url"].rstrip(".,;:>]")
    return Address(url, accessed, bool(found["online"] or found["available"] or accessed))


def looked_up(note: str) -> Date | None:
    """Return when an address was looked up, if a note says that and nothing else."""
    visit = _VISIT.fullmatch(note)
    if visit is None:
        return None
    if numbers := _NUMBERS.fullmatch(visit["date"]):
        return _in_numbers(numbers, visit["english"] is not None)
    date = parse_date(visit["date"].replace("-", " "))
    return date if date.day and not (date.end or date.literal) else None


def _in_numbers(found: re.Match[str], english: bool) -> Date | None:
    """Return the day that numbers are; None if nothing tells it from the month, or they are no day."""
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    month, day = (first, second) if second > 12 else (second, first)
    may_be_month = english and found[2] != "." and max(first, second) <= 12
    if may_be_month or not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return Date(year=year + 2000 if year < 100 else year, month=month, day=day)
