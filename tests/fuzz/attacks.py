"""Inputs made to take a reader's time and memory, each with what its format alone can be attacked by.

A size goes in, an input comes out: one thing a record may hold, so many times, or so deep. They are kept by format and
name. All of these have once taken more than linear time, or brought more out than was put in; the others that were
tried (each tag of each tagged format, each element of the XML formats) are bombs of ``test_hostile_inputs.py`` in
other words.
"""

from __future__ import annotations

from collections.abc import Callable

Attack = Callable[[int], str]


def _entry(fields: str, before: str = "") -> str:
    return f"{before}@article{{k,\n  title = {{T}},\n{fields}\n}}\n"


def _doubled(depth: int) -> str:
    return '@string{a0 = "laugh"}\n' + "".join(f"@string{{a{n} = a{n - 1} # a{n - 1}}}\n" for n in range(1, depth))


def _chained(length: int) -> str:
    return '@string{a0 = "x"}\n' + "".join(f"@string{{a{n} = a{n - 1}}}\n" for n in range(1, length))


_AS_LETTERS = str.maketrans("0123456789", "qzxwvkjhyg")
_ACCENTS = "\u0301\u0323"


def _unknown(count: int) -> list[str]:
    return ["\\" + f"{n:06}".translate(_AS_LETTERS) for n in range(count)]


BIBTEX: dict[str, Attack] = {
    "macros that double": lambda n: _entry(f"note = a{n - 1}", _doubled(n)),
    "a macro of itself": lambda n: _entry("note = a", '@string{a = "x"}\n' + "@string{a = a # a}\n" * n),
    "macros of macros": lambda n: _entry(f"note = a{n - 1}", _chained(n)),
    "a long macro": lambda n: f"@string{{a = {{{'x' * 40 * n}}}}}\n" + "@misc{k, title = a}\n" * n,
    "a long macro in one value": lambda n: _entry(f"note = {'a # ' * n} a", f"@string{{a = {{{'x' * 10 * n}}}}}\n"),
    "a long parent": lambda n: (
        "".join(f"@inbook{{k{k}, title = {{T}}, crossref = {{p}}}}\n" for k in range(n))
        + f"@book{{p, title = {{P}}, note = {{{'x' * 40 * n}}}}}\n"
    ),
    "a parent that never comes": lambda n: (
        f"@misc{{p, title = {{P}}}}\n@misc{{k, crossref = {{{'p, ' * n} q}}}}\n" + "@misc{r, title = {R}}\n" * n
    ),
    "parents of many and with many": lambda n: (
        f"@xdata{{p, xdata = {{{', '.join(f'x{k}' for k in range(n))}}}}}\n"
        + "".join(f"@xdata{{x{k}, f{k} = {{v}}}}\n" for k in range(n))
        + "@misc{k, title = {K}, xdata = {p}}\n" * n
    ),
    "long values that wait": lambda n: (
        f"@string{{a = {{{'x' * 40 * n}}}}}\n"
        + "".join(f"@inbook{{k{k}, title = a # {{{k}}}, crossref = {{p}}}}\n" for k in range(n))
        + "@book{p, title = {P}}\n"
    ),
    "entries in one line": lambda n: "@misc{k, title = {T}}" * n,
    "commands that nobody knows": lambda n: _entry(f"note = {{{' '.join(_unknown(20 * n))}}}"),
    "accents upon one letter": lambda n: _entry(f"note = {{a{_ACCENTS * 20 * n}}}"),
    "escaped braces in one line": lambda n: r"@misc{k, title = {T \{ t}}" * n,
}


def _medline(inside: str, behind: str = "") -> str:
    return (
        '<PubmedArticle><MedlineCitation Status="MEDLINE" Owner="NLM"><PMID Version="1">9900001</PMID><Article>'
        "<Journal><Title>J</Title></Journal><ArticleTitle>T</ArticleTitle>"
        f"{inside}</Article>{behind}</MedlineCitation></PubmedArticle>\n"
    )


PUBMED_XML: dict[str, Attack] = {
    "attributes": lambda n: _medline("<Odd " + " ".join(f'a{k}="x"' for k in range(n)) + "/>"),
    "numbers of an author": lambda n: _medline(
        f"<AuthorList><Author><LastName>Li</LastName>{'<Identifier>x</Identifier>' * n}</Author></AuthorList>"
    ),
    "lists of investigators": lambda n: _medline(
        f"<AuthorList>{'<Author><CollectiveName>G</CollectiveName></Author>' * n}</AuthorList>",
        "<InvestigatorList><Investigator><LastName>Li</LastName></Investigator></InvestigatorList>" * n,
    ),
    "digits of a month": lambda n: _medline(
        f"<ArticleDate><Year>2001</Year><Month>{'1' * n}</Month><Day>{'1' * n}</Day></ArticleDate>"
    ),
}


def _front(meta: str, back: str = "") -> str:
    return (
        "<article><front><article-meta><title-group><article-title>T</article-title></title-group>"
        f"{meta}</article-meta></front><back>{back}</back></article>\n"
    )


def _contributor(kind: str, inside: str) -> str:
    return f'<contrib contrib-type="{kind}"><name><surname>Li</surname></name>{inside}</contrib>'


_WITH_PLACE = _contributor("author", '<xref ref-type="aff" rid="a"/>')
_WITH_ADDRESS = _contributor("author", '<xref ref-type="corresp" rid="c"/>')


def _named(number: int) -> str:
    name = f"<surname>Li{number}</surname><given-names>Per</given-names>"
    return f'<contrib contrib-type="author"><name>{name}</name></contrib>'


def _note_to(number: int) -> str:
    return f'<fn fn-type="corresp"><p>Per Li{number} (<email>v{number}@e.org</email>)</p></fn>'


def _part(people: str, inner: str = "", more: str = "") -> str:
    return f"<book-part><book-part-meta>{people}{more}</book-part-meta><body>{inner}</body></book-part>"


def _book(meta: str, body: str) -> str:
    titles = "<book-title-group><book-title>T</book-title></book-title-group>"
    return f"<book><book-meta>{titles}{meta}</book-meta><book-body>{body}</book-body></book>\n"


_ABSTRACT = "<abstract><p>{}</p></abstract>".format
_AUTHOR = f"<contrib-group>{_contributor('author', '')}</contrib-group>"


JATS: dict[str, Attack] = {
    "an affiliation of many": lambda n: _front(
        f'<contrib-group>{_WITH_PLACE * n}<aff id="a">{"North " * 20 * n}</aff></contrib-group>'
    ),
    "an affiliation of all editors": lambda n: _front(
        f"<contrib-group>{_contributor('editor', '') * n}<aff>{'North ' * 20 * n}</aff></contrib-group>"
    ),
    "an affiliation, again and again": lambda n: _front(
        "<contrib-group>"
        + _WITH_PLACE.replace('rid="', 'rid="' + "a " * n)
        + f'<aff id="a">{"North " * n}</aff></contrib-group>'
    ),
    "an address for letters of many": lambda n: _front(
        f"<contrib-group>{_WITH_ADDRESS * n}</contrib-group>"
        f'<author-notes><corresp id="c">{"<b>x</b>" * n}</corresp></author-notes>'
    ),
    "notes on whom to write to": lambda n: _front(
        f"<contrib-group>{''.join(map(_named, range(n)))}</contrib-group>"
        f"<author-notes>{''.join(map(_note_to, range(n)))}</author-notes>"
    ),
    "e-mail addresses of many": lambda n: _front(
        f"<contrib-group>{_WITH_ADDRESS * n}</contrib-group>"
        f'<author-notes><corresp id="c">{"".join(f"<email>v{k}@e.org</email>" for k in range(n))}</corresp>'
        "</author-notes>"
    ),
    "e-mail addresses of one name": lambda n: _front(
        f"<contrib-group>{_WITH_ADDRESS.replace('Li<', 'Lindgren<') * n}</contrib-group>"
        f'<author-notes><corresp id="c">{"".join(f"<email>lindgren{k}@e.org</email>" for k in range(n))}</corresp>'
        "</author-notes>"
    ),
    "addresses for letters": lambda n: _front(
        "<contrib-group>"
        + "".join(_contributor("author", f"<email>v{k}@e.org</email>") for k in range(n))
        + f"</contrib-group><author-notes>{'<corresp>to whom by mail</corresp>' * n}</author-notes>"
    ),
    "authors of a reference": lambda n: _front(
        "",
        "<ref-list><ref><mixed-citation><person-group>"
        f"{'<name><surname>Li</surname></name>' * n}</person-group></mixed-citation></ref></ref-list>",
    ),
    "parts within a part": lambda n: _book(
        "", _part("", "<book-part></book-part>" * n, _ABSTRACT("<b/>word " * 9 * n))
    ),
    "lists of a part": lambda n: _book("", _part("", "<ref-list></ref-list>" * n, _ABSTRACT("<b/>word " * 9 * n))),
    "parts within parts": lambda n: _book(
        "", _part(_AUTHOR, _part(_AUTHOR, _part(_AUTHOR)) * (n // 2), _ABSTRACT("<b/>word " * 9 * n))
    ),
    "parts of a book of many": lambda n: _book(
        f"<contrib-group>{_contributor('author', '') * n}</contrib-group>", _part(_AUTHOR) * n
    ),
    "parts of a part of many words": lambda n: _book(
        "", _part(f"<title-group><title>{'x' * 40 * n}</title></title-group>{_AUTHOR}", _part(_AUTHOR) * n)
    ),
    "parts of a book of many of one place": lambda n: _book(
        f'<contrib-group>{_WITH_PLACE * n}<aff id="a">{"North " * 20 * n}</aff></contrib-group>', _part(_AUTHOR) * n
    ),
    "parts of a book of many words": lambda n: _book(
        f"<edition>{'x' * 40 * n}</edition>{_ABSTRACT('word ' * 9 * n)}", _part(_AUTHOR) * n
    ),
    "standard numbers": lambda n: _front("".join(f"<isbn>{k}</isbn>" for k in range(n * 9))),
    "numbers of a databank": lambda n: _front(
        "".join(f'<related-object source-id="a" document-id="{k}">{k}</related-object>' for k in range(n * 9))
    ),
    "notes of a title": lambda n: _front(
        f"<title-group><article-title>T{'<fn>x</fn>' * n * 9}</article-title></title-group>"
    ),
    "statements of interests": lambda n: _front(
        "<author-notes>" + "".join(f'<fn fn-type="conflict"><p>{k}</p></fn>' for k in range(n * 9)) + "</author-notes>"
    ),
    "keywords": lambda n: _front(f"<kwd-group>{'<kwd>k</kwd>' * n}</kwd-group>"),
    "digits of a month": lambda n: _front(
        f"<pub-date><day>{'1' * n}</day><month>{'1' * n}</month><year>2001</year></pub-date>"
    ),
}


def _tagged(fields: str) -> str:
    return f"FN Clarivate Analytics Web of Science\nVR 1.0\nPT J\nTI T\n{fields}ER\n\nEF\n"


WOS: dict[str, Attack] = {
    "authors alike": lambda n: _tagged("AU " + "   ".join(f"Li, A{k}\n" for k in range(n))),
    "addresses of an author": lambda n: _tagged("AU Li, A\nC1 " + "   ".join(f"[Li, A] I{k}.\n" for k in range(n))),
    "an address of many": lambda n: _tagged(
        f"AF {'   '.join(f'Li, A{k}' + chr(10) for k in range(n))}"
        f"C1 [{'; '.join(f'Li, A{k}' for k in range(n))}] {'North ' * 20 * n}.\n"
    ),
    "odd standard numbers": lambda n: _tagged("SN " + "   ".join(f"v{k}\n" for k in range(n))),
    "e-mail addresses": lambda n: _tagged(
        f"AU {'   '.join(f'Li{k}, A' + chr(10) for k in range(n))}EM {'; '.join(f'x{k}@y.org' for k in range(n))}\n"
    ),
}


def _printed(authors: str = "Li A(1).", places: str = "(1)Institute.", text: str = "Text.") -> str:
    return (
        f"1. J Test. 2001 Jan;1(2):3-4. doi: 10.1/x.\n\nA title.\n\n{authors}\n\nAuthor information:\n{places}\n\n"
        f"{text}\n\nDOI: 10.1/x\nPMID: 9900001\n"
    )


PUBMED: dict[str, Attack] = {
    "lines of a flattened abstract": lambda n: (
        f"jn\tabs\tpmid\n1. J Test. 2001;1:2.\tT.  Lind P.  One.{'  word' * 200 * n}.\t9900001\n"
    ),
    "an affiliation of many": lambda n: _printed(
        ",\n".join(f"Li{k} A(1)" for k in range(n)) + ".", f"(1){'North ' * 20 * n}"
    ),
    "relations": lambda n: _printed(text="Comment in\n    J Test. 2001;1:2.\n\n" * n),
}


def _ris(fields: str) -> str:
    return f"TY  - JOUR\n{fields}ER  - \n"


RIS: dict[str, Attack] = {
    "BVS's numbers": lambda n: _ris(
        "DP  - https://bvsalud.org/\n" + "".join(f"ID  - a{k}\nC8  - b{k}\n" for k in range(10 * n))
    ),
    "families that a work cites": lambda n: _ris(
        "DB  - Ovid\n" + "A2  - a, b, c\n" * n + f"M1  - {'x ' * n}a b c 2001\n"
    ),
    "authors to write to": lambda n: _ris(
        "U2  - L1234567\n"
        + "".join(f"AU  - Li{k}, Per\n" for k in range(n))
        + "".join(f"AD  - P. Li{k}, North\n" for k in range(n))
    ),
    "addresses behind all authors": lambda n: _ris("AU  - Li, A\n" * n + "AD  - I\n" * n),
    "notes": lambda n: _ris("N1  - x\n" * n),
    "accession numbers": lambda n: _ris("".join(f"AN  - v{k}\n" for k in range(n))),
    "links": lambda n: _ris("".join(f"UR  - https://e.org/{k}\nL2  - https://f.org/{k}\n" for k in range(n))),
    "book numbers": lambda n: _ris("".join(f"SN  - 978{k:010}\n" for k in range(n))),
}

REFER: dict[str, Attack] = {
    "book numbers": lambda n: "%0 Book\n%T T\n%@ " + "".join(f"978000{k:07} (x)\n" for k in range(n * 9)),
    "authors and addresses": lambda n: "%0 Book\n%T T\n" + "%A Lind, P.\n" * n + "%+ " + "P. Lind, Quay\n" * n,
}

ATTACKS: dict[str, dict[str, Attack]] = {
    "bibtex": BIBTEX, "jats": JATS, "pubmed": PUBMED, "pubmed-xml": PUBMED_XML, "refer": REFER, "ris": RIS, "wos": WOS,
}  # fmt: skip
