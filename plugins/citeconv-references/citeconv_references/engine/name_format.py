"""How names are set: cs:name with its parts, and cs:et-al.

Names go in, as many of a list as the style shows; what comes out goes into the stream. Every option is settled when the
style is compiled, most of them inherited from cs:style, cs:citation or cs:bibliography.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from typing import TYPE_CHECKING

from citeconv.values.memo import Memo
from citeconv_references.engine import people
from citeconv_references.engine.initials import initials
from citeconv_references.engine.people import Person
from citeconv_references.engine.stream import AFTER_SUFFIX, CLOSE, OTHER, PUNCTUATION, Mark, Stream, opening
from citeconv_references.engine.textcase import CaseFunction, case_of, casing, put
from citeconv_references.engine.xml import Element, whole_number

if TYPE_CHECKING:
    from citeconv_references.engine.compile import Compiler

INHERITED = {"name-form": "form", "name-delimiter": "delimiter"}
"""Options of cs:style, cs:citation and cs:bibliography that cs:name has under other names."""
OPTIONS = frozenset(
    """and delimiter-precedes-et-al delimiter-precedes-last et-al-min et-al-use-first et-al-subsequent-min
    et-al-subsequent-use-first et-al-use-last initialize initialize-with name-as-sort-order sort-separator""".split()
)

JOINING = frozenset("’'- ")
"""What a particle ends with behind which no blank is added, but in sort keys."""
NO_FORMS: Mapping[int, str] = {}
TIED_PARTICLES = frozenset(("cs", "fr", "ru"))
"""Languages in which no line breaks between a particle and the family name."""


def inherited_options(*elements: Element | None) -> dict[str, str]:
    """Return the name options that cs:style and then cs:citation or cs:bibliography set."""
    options: dict[str, str] = {}
    for element in elements:
        if element is None:
            continue
        for name, value in element.attributes.items():
            if name in OPTIONS or name == "names-delimiter":
                options[name] = value
            elif name in INHERITED:
                options[INHERITED[name]] = value
    return options


class NamePart:
    """A cs:name-part: format, case and affixes of the family or the given name; ``around`` are cs:names' attributes."""

    def __init__(self, element: Element, language: str, around: Mapping[str, str]) -> None:
        self.open = _opening_within(element.attributes, around)
        self.case_name = element.get("text-case")
        self.case: CaseFunction | None = case_of(self.case_name, language)
        self.prefix = element.get("prefix")
        self.suffix = element.get("suffix")

    def in_language(self, language: str) -> NamePart:
        """Return the part for names in a language."""
        part = copy(self)
        part.case = case_of(self.case_name, language)
        return part

    def put(self, text: str, out: Stream) -> None:
        """Append a text that is not empty, with the affixes."""
        if self.prefix:
            out.append(self.prefix)
        self.put_bare(text, out)
        if self.suffix:
            out.append(self.suffix)

    def put_bare(self, text: str, out: Stream) -> None:
        """Append a text without affixes."""
        put(text, self.open, self.case, out)


class NameFormat:
    """How single names and lists of them are set: cs:name and cs:et-al."""

    def __init__(
        self,
        compiler: Compiler,
        name: Element | None,
        et_al: Element | None,
        options: Mapping[str, str],
        around: Mapping[str, str],
    ) -> None:
        own = {**options, **(name.attributes if name is not None else {})}
        get = own.get
        locale = compiler.locale
        self.form = get("form", "long")
        self.delimiter = get("delimiter", ", ")
        self.precedes_last = get("delimiter-precedes-last", "contextual")
        self.precedes_institution = options.get("delimiter-precedes-last", "contextual")
        self.before_institution = name.get("delimiter", ", ") if name is not None else ", "
        self.precedes_et_al = get("delimiter-precedes-et-al", "contextual")
        self.et_al_min = whole_number(get("et-al-min", ""))
        self.et_al_use_first = whole_number(get("et-al-use-first", ""), 999_999_999)
        self.subsequent_min = whole_number(get("et-al-subsequent-min", ""))
        self.subsequent_use_first = whole_number(get("et-al-subsequent-use-first", "")) or self.et_al_use_first
        self.use_last = get("et-al-use-last") == "true"
        self.inverted = get("name-as-sort-order", "")
        self.sort_separator = get("sort-separator", ", ")
        self.initialize = "false" not in (get("initialize"), options.get("initialize"))  # it is never taken back
        self.initialize_with = get("initialize-with")
        self.hyphens = compiler.root.get("initialize-with-hyphen") != "false"
        self.demote = compiler.root.get("demote-non-dropping-particle", "display-and-sort")
        self.conjunction = {"text": locale.text("and"), "symbol": "&"}.get(get("and", ""), "")
        self.spaced = people.STARTS_SPACED.match(self.conjunction) is not None
        self.joining = JOINING
        self.blank = "\u00a0" if locale.language in TIED_PARTICLES else " "
        attributes = name.attributes if name is not None else {}
        self.open = _opening_within(attributes, around)
        self.prefix = attributes.get("prefix", "")
        self.suffix = attributes.get("suffix", "")
        parts = {
            (part.tag, part.get("name")): NamePart(part, locale.language, around)
            for part in (name.children if name is not None else ())
        }
        self.family: NamePart | None = parts.get(("name-part", "family"))
        self.given: NamePart | None = parts.get(("name-part", "given"))
        self.institution: NamePart | None = parts.get(("institution-part", "family"))
        self.has_case = any(part.case_name for part in parts.values())
        self._in_languages = {casing(locale.language): self}
        self.et_al = locale.text(et_al.get("term", "et-al") if et_al is not None else "et-al")
        self.before_et_al = " " if people.STARTS_SPACED.match(self.et_al) else ""
        self.et_al_open: Mark | None = None
        if et_al is not None:
            slanted = people.ROMANESQUE.search(self.et_al)  # other scripts have no italics
            self.et_al_open = opening((et_al if slanted else et_al.without(("font-style",))).attributes)
        self.short_demoted = False
        self.pieces = compiler.pieces
        self._initials = Memo(self._initialized, 20_000)

    def in_language(self, language: str) -> NameFormat:
        """Return the format for an item that names its language, whose capitals may be its own."""
        if not self.has_case or not language:
            return self
        own = casing(language)
        if own not in self._in_languages:
            form = self._in_languages[own] = copy(self)
            form.family = self.family and self.family.in_language(own)
            form.given = self.given and self.given.in_language(own)
            form.institution = self.institution and self.institution.in_language(own)
        return self._in_languages[own]

    def cut(self, count: int) -> int:
        """Return how many names of a list are shown."""
        if not self.et_al_min or count < self.et_al_min:
            return count
        return min(self.et_al_use_first, self.most(count))

    def most(self, count: int) -> int:
        """Return how many names of a list can be shown: before an ellipsis two less than make it too long."""
        return min(count, max(self.et_al_min - 2, 0)) if self.use_last and count >= self.et_al_min else count

    def cut_cited(self, count: int) -> int:
        """Return how many names of a list a citation shows that comes again: as such they are told apart."""
        least = self.subsequent_min or self.et_al_min
        return min(self.subsequent_use_first, count) if least and count >= least else count

    def cut_again(self, count: int) -> int:
        """Return how many names of a list a citation shows that is not the first one of its item."""
        if not self.subsequent_min:
            return self.cut(count)
        if count < self.subsequent_min:
            return min(count, self.et_al_min or count)
        return min(count, self.subsequent_use_first)

    def printed(self, names: tuple[Person, ...], shown: int) -> tuple[Person, ...]:
        """Return the names of a list that are printed when ``shown`` are: the last, too, where it ends the list."""
        last = names[-1:] if self.use_last and len(names) - shown > 1 else ()
        return names[:shown] + last

    def render(
        self,
        names: tuple[Person, ...],
        out: Stream,
        shown: int,
        forms: Mapping[int, str] = NO_FORMS,
        others: bool = False,
    ) -> None:
        """Append a list of names, ``shown`` of them; ``others`` says that there are more than the item names."""
        count = len(names) + others
        whole = shown < count and not self.use_last  # a habit of citeproc-js: a list cut short is formatted as one, too
        if whole and self.prefix:
            out.append(self.prefix)
        if whole and self.open:
            out.append(self.open)
        for place in range(shown):
            if place:
                last = place == count - 1
                if self.conjunction and last:
                    self._conjunction(names, place, out)
                else:
                    out.append(self.before_institution if last and names[place].literal else self.delimiter)
            self.single(names[place], place, out, forms.get(place, self.form))
        if shown < count:
            self._shortened(names, shown, out, forms, others)
        if whole and self.open:
            out.append(CLOSE)
        if whole and self.suffix:
            out.append(self.suffix)

    def _conjunction(self, names: tuple[Person, ...], place: int, out: Stream) -> None:
        precedes, several, delimiter = self.precedes_last, place > 1, self.delimiter
        inverted = precedes == "after-inverted-name" and self._is_inverted(names[place - 1], place - 1)
        if names[place].literal:  # citeproc-js joins institutions in its own way, cs:name aside
            precedes, delimiter = self.precedes_institution, self.before_institution
            delimits = precedes == "always" or (precedes != "never" and several)
        elif precedes == "after-inverted-name":
            delimits = not several
        else:
            delimits = precedes == "always" or (precedes == "contextual" and several)
        if not self.spaced:  # of a script without blanks between words
            of_two = self.precedes_last == "always" and not several and not names[place].literal
            out.append(f"{delimiter}{self.conjunction}" if inverted or of_two else self.conjunction)
        elif inverted or delimits:
            out.append(delimiter)
            out.append(f"{self.conjunction} ")
        else:
            out.append(f" {self.conjunction} ")

    def _is_inverted(self, person: Person, place: int) -> bool:
        return bool(person.family) and (self.inverted == "all" or (self.inverted == "first" and place == 0))

    def _shortened(
        self, names: tuple[Person, ...], shown: int, out: Stream, forms: Mapping[int, str], others: bool
    ) -> None:
        """Append what stands for the names that are not shown."""
        count = len(names)
        if self.use_last and count - shown > 1 and not others:
            before = self.delimiter if shown > 1 else " "
            out.append(f"{before}… ")
            self.single(names[-1], count - 1, out, forms.get(count - 1, self.form))
            return
        if not self.et_al or not shown:
            return
        precedes = self.precedes_et_al
        delimits = (
            precedes == "always"
            or (precedes == "contextual" and shown > 1)
            or (precedes == "after-inverted-name" and (shown == 1 or self._is_inverted(names[shown - 1], shown - 1)))
        )
        out.append(self.delimiter if delimits else self.before_et_al)
        if self.et_al_open:
            out.append(self.et_al_open)
        out.append(self.et_al)
        if self.et_al_open:
            out.append(CLOSE)

    def single(self, person: Person, place: int, out: Stream, form: str) -> None:
        """Append a name; its format is set on each name, as citeproc-js has it, its affixes on persons alone."""
        affixed = not person.literal
        if affixed and self.prefix:
            out.append(self.prefix)
        if self.open:
            out.append(self.open)
        start = len(out)
        self._parts(person, place, out, form)
        if person.marked:
            parts, out[start:] = out[start:], []
            for part in parts:
                if isinstance(part, str) and "<" in part:
                    self.pieces(part, out)
                else:
                    out.append(part)
        if self.open:
            out.append(CLOSE)
        if affixed and self.suffix:
            out.append(self.suffix)
            if self.suffix[-1] in PUNCTUATION:
                out.append(AFTER_SUFFIX[OTHER, True])

    def _parts(self, person: Person, place: int, out: Stream, form: str) -> None:
        if person.replaced:
            out.append(person.literal or person.family)
            return
        if person.literal:
            self._bare(self.institution, person.literal, out)
            return
        if not person.family:
            self._put(self.given, person.given, out)
            return
        if person.joined:  # the affixes of parts are for names in letters
            self._bare(self.family, person.family, out)
            if form != "short" and person.given:
                self._bare(self.given, person.given, out)
            return
        if form == "short":
            if person.non_dropping and not self.short_demoted and self._is_inverted(person, place):
                self._inverted(person._replace(dropping="", suffix=""), "", out)
            else:
                self._family_name("" if self.short_demoted else person.non_dropping, person.family, out)
            return
        given = person.given if form == "full" else self.given_name(person.given)
        if person.static:
            self._static(person, given, out)
        elif self._is_inverted(person, place):
            self._inverted(person, given, out)
        else:
            self._straight(person, given, out)

    def _straight(self, person: Person, given: str, out: Stream) -> None:
        if given:
            self._put(self.given, given, out)
            out.append(" ")
        family = self.family
        if family and family.prefix:
            out.append(family.prefix)
        if person.dropping:
            self._bare(self.given, person.dropping, out)
            out.append(self._between(person.dropping, self.blank))
        self._with_particle(person.non_dropping, person.family, out)
        if person.suffix:
            out.append(f"{',' if person.comma_suffix else ''} {self.suffix_of(person)}")
        if family and family.suffix:
            out.append(family.suffix)

    def _static(self, person: Person, given: str, out: Stream) -> None:
        self._family_name(person.non_dropping, person.family, out)
        if given or person.dropping:
            out.append(" ")
            self._given_name(given, person.dropping, out)
        if person.suffix:
            out.append(f" {self.suffix_of(person)}")

    def _inverted(self, person: Person, given: str, out: Stream) -> None:
        after = person.non_dropping.rstrip() if self.demote == "display-and-sort" else ""
        self._family_name("" if after else person.non_dropping, person.family, out)
        if given or person.dropping or after:
            out.append(self.sort_separator)
            self._given_name(given, person.dropping, out, after)
        if person.suffix:
            out.append(self.sort_separator)
            out.append(self.suffix_of(person))

    def _family_name(self, particle: str, family: str, out: Stream) -> None:
        """Append a family name behind its particle, with the affixes of both."""
        part = self.family
        if part is not None and part.prefix:
            out.append(part.prefix)
        self._with_particle(particle, family, out)
        if part is not None and part.suffix:
            out.append(part.suffix)

    def _with_particle(self, particle: str, family: str, out: Stream) -> None:
        self._both(self.family, particle, family, self.blank, out)

    def _given_name(self, given: str, dropping: str, out: Stream, after: str = "") -> None:
        """Append a given name and the particles behind it, with the affixes of the part; ``after`` is the family's."""
        part = self.given
        if part is not None and part.prefix:
            out.append(part.prefix)
        self._both(part, given, dropping, " ", out)
        if after:
            if given or dropping:
                out.append(self._between(dropping or given))
            self._bare(self.family, after, out)
        if part is not None and part.suffix:
            out.append(part.suffix)

    def _both(self, part: NamePart | None, first: str, second: str, blank: str, out: Stream) -> None:
        """Append a name and its particle in their order; each of them is put in the case of the part alone."""
        if first and second and part is not None and part.case:
            part.put_bare(first, out)
            out.append(self._between(first, blank))
            part.put_bare(second, out)
        elif first or second:
            between = self._between(first, blank) if first and second else ""
            self._bare(part, f"{first}{between}{second}", out)

    def _between(self, before: str, blank: str = " ") -> str:
        """Return what stands between a particle and the name after it."""
        return "" if before[-1] in self.joining else blank

    @staticmethod
    def _bare(part: NamePart | None, text: str, out: Stream) -> None:
        if part is None:
            out.append(text)
        else:
            part.put_bare(text, out)

    @staticmethod
    def _put(part: NamePart | None, text: str, out: Stream) -> None:
        if part is None:
            out.append(text)
        else:
            part.put(text, out)

    def suffix_of(self, person: Person) -> str:
        """Return the suffix; its periods are the mark of initials, where the style sets them (``Ph. D.``)."""
        mark = self.initialize_with
        return person.suffix if mark is None else initials(person.suffix, mark, self.hyphens, names=False)

    def given_name(self, given: str) -> str:
        """Return a given name as the style has it, in initials or in full."""
        if self.initialize_with is None:
            return given
        return self._initials[given]

    def _initialized(self, given: str) -> str:
        return initials(given, self.initialize_with or "", self.hyphens, self.initialize)


def _opening_within(attributes: Mapping[str, str], around: Mapping[str, str]) -> Mark | None:
    """Return the mark that opens formats within cs:names, whose own ones ``normal`` does not take back."""
    return opening(
        {name: value for name, value in attributes.items() if value != "normal" or around.get(name, value) == value}
    )
