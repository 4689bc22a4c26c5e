"""What kind of work a row is about: the words of programs, databases and people go in, CSL's types come out.

Case, blanks and signs do not count, so that ``Book Section``, ``book_section`` and ``bookSection`` are one word. The
tables are apart from the columns because every start looks at those.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from citeconv.values.forms import letters

if TYPE_CHECKING:
    from citeconv.citation import CitationType

_ENGLISH: dict[CitationType, str] = {
    "article-journal": "article|journal|journal article|review|letter|editorial|short survey|article in press|erratum"
    "|clinical trial|article; early access|meeting abstract|jour|article in press; article|article-journal"
    "|journal articles|scholarly journals|research article|journal publication|peer-reviewed article"
    "|peer-reviewed research article|journal paper|academic journal|original article|review article|book review"
    "|retracted|ejour|data paper|article in journal",
    "paper-conference": "proceedings paper|article; proceedings paper|conference paper|conference"
    "|conference proceeding|conference proceedings|conference proceedings article|conference abstract"
    "|conference publication|conference review|conferences|conf|cpaper|inproceedings|proceeding"
    "|proceedings-article|conference and workshop papers|conference papers & proceedings|workshop|workshop paper"
    "|conference material|conference item|conference object|conference contribution|meeting paper"
    "|speeches/meeting papers|chapter conferencepaper|poster|poster presentation|inproceeding",
    "article-magazine": "magazine|magazines|mgzn|trade journals|trade publication|magazine article",
    "article-newspaper": "newspaper|news|newspapers|newspaper article|newsarticle",
    "book": "book|books|monograph|edited book|proceedings|books and theses|editorship|monography|book, whole"
    "|authored book|ebook|edbook|reference-book|reference work|living reference work|collection|douv",
    "chapter": "book chapter|chapter|book section|chap|inbook|incollection|parts in books or collections|book part"
    "|echap|protocol|chapter in book",
    "thesis": "thesis|dissertation|phd thesis|thes|master's thesis|dissertations & theses|doctoral thesis"
    "|doctoral dissertation|master thesis|bachelor thesis|bachelor's thesis|dissertation/thesis|theses"
    "|student thesis|licentiate thesis|diplomathesis|mathesis|bathesis",
    "report": "report|working paper|technical report|rprt|techreport|working papers|reports|discussion paper"
    "|white paper|policy brief|research report|technicaldocumentation",
    "article": "preprint|posted-content|informal publications|informal and other publications|arxiv|arxiv preprint",
    "patent": "patent|pat|patent application|granted patent|limited patent|amended patent|design right",
    "dataset": "data set|data and artifacts|data",
    "standard": "standard|standards|stand|norm",
    "webpage": "web page|web site|elec|document from internet site|web|internet|online|www",
    "software": "software|computer program|comp|program",
    "entry-encyclopedia": "reference work entry|living reference work entry|reference entry"
    "|encyclopedias & reference works|encyc|chapter referenceworkentry|encyclopedia article",
    "speech": "presentation|slide|lecture|speech|slides|talk",
    "post-weblog": "blog post|blog",
    "manuscript": "unpb|unpublished|unpublished work|manuscript",
    "entry-dictionary": "dict|dictionary entry",
    "motion_picture": "video|film|video recording",
    "graphic": "photograph|photo|artwork",
    "song": "audio recording",
    "broadcast": "podcast|radio broadcast|tv broadcast|television broadcast",
    "legislation": "statute|law|constitution",
    "hearing": "hearing",
    "interview": "interview",
    "personal_communication": "email|instant message",
    "post": "forum post|tweet",
    "regulation": "regulation",
    "treaty": "treaty",
    "bill": "bill",
    "map": "map",
}  # fmt: skip
"""In English, in short (RIS's and BibTeX's among them), and as databases list their publications."""

_OTHERS: dict[CitationType, str] = {
    "article-journal": "zeitschriftenartikel|zeitschriftenaufsatz|aufsatz|artikel|originalarbeit|übersichtsarbeit"
    "|article de revue|article de périodique|article scientifique|artículo|artículo de revista|artículo científico"
    "|artículo original|artigo|artigo de revista|artigo de periódico|artigo científico|artigo original|articolo"
    "|articolo di rivista|articolo scientifico|tijdschriftartikel|artykuł|článek|статья|makale|artikel jurnal|期刊"
    "|期刊论文|期刊文章|学术期刊|特色期刊|辑刊|雑誌論文|학술논문|학술지|статья в журнале|научная статья"
    "|журнальная статья|обзорная статья|стаття|наукова стаття|стаття в журналі|araştırma makalesi|derleme"
    "|derleme makale|olgu sunumu|artykuł w czasopiśmie|artykuł naukowy|článek v časopise|článok|cikk|folyóiratcikk"
    "|articol|članak|чланак|artikkeli|lehtiartikkeli|artikkeli lehdessä|artikel i tidskrift|tidskriftsartikel"
    "|artikel i vetenskaplig tidskrift|artikel, forskningsöversikt|tidsskriftsartikkel|tidsskriftartikkel"
    "|vitenskapelig artikkel|tidsskriftsartikel|artigo em periódico|article de recherche|article original"
    "|article dans une revue|art|学术论文|学术期刊论文|综述|原著論文|原著|総説|論文|紀要論文|会議録/抄録"
    "|学術雑誌論文|학술저널|학술지논문|국내학술지논문|해외학술논문|국내학술논문|일반논문|مقاله|مقاله پژوهشی|مقالة"
    "|بحث|مقال|מאמר|מאמר בכתב עת|บทความ|บทความวิจัย|บทความวารสาร|artikel penelitian|bài báo|άρθρο"
    "|publicació en revista|artículo de revisión",
    "article-newspaper": "zeitungsartikel|article de presse|artículo de periódico|artigo de jornal"
    "|articolo di giornale|krantenartikel|报纸|报纸文章|газетная статья|статья в газете|tidningsartikel|新聞記事"
    "|신문기사|gazete yazısı",
    "book": "buch|monographie|monografie|sammelband|livre|ouvrage|libro|monografía|livro|monografia|boek|książka|книга"
    "|монография|kitap|buku|图书|专著|書籍|図書|단행본|kirja|bok|bog|kniha|könyv|carte|knjiga|књига|книжка"
    "|ouvrages|ouv|samlingsverk (redaktörskap)|samlingsverk|proceedings (redaktörskap)|antologi|單行本|研究書"
    "|학술서|کتاب|كتاب|ספר|หนังสือ|sách|βιβλίο|llibre|учебник|учебное пособие|сборник статей",
    "chapter": "buchkapitel|kapitel|buchbeitrag|beitrag im sammelband|beitrag in sammelband|aufsatz in sammelband"
    "|chapitre|chapitre de livre|chapitre d'ouvrage|capítulo|capítulo de libro|capítulo de livro|capitolo"
    "|capitolo di libro|hoofdstuk|rozdział|глава|глава книги|图书章节|专著章节|статья в сборнике|раздел книги"
    "|глава в книге|kitap bölümü|rozdział w książce|rozdział w monografii|kapitola v knize|kapitola|könyvfejezet"
    "|poglavlje|kirjan luku|kapitel i bok, del av antologi|kapitel i bok|bokkapittel|bogkapitel|hoofdstuk in boek"
    "|bijdrage in boek|chapitre d'un ouvrage|couv|専門書の一部|단행본 챕터|فصل کتاب|فصل من كتاب|פרק בספר"
    "|capítol de llibre",
    "paper-conference": "konferenzbeitrag|tagungsbeitrag|actes de congrès|actes de colloque|ponencia|actas de congreso"
    "|trabalho de congresso|anais de congresso|artigo de congresso|atti di convegno|contributo in atti di convegno"
    "|conferentiebijdrage|会议|会议论文|中国会议|国内会议|国际会议|학술대회|статья в сборнике трудов конференции"
    "|статья в сборнике материалов конференции|тезисы доклада|тезисы доклада на конференции|материалы конференции"
    "|тези доповіді|матеріали конференції|bildiri|konferans bildirisi|kongre bildirisi|materiały konferencyjne"
    "|referat konferencyjny|příspěvek ve sborníku|konferencia-előadás|konferenzpaper|konferensbidrag"
    "|konferenceartikel|konferansepaper|konferanseartikkel|konferenssijulkaisu|artikkeli konferenssijulkaisussa"
    "|communication dans un congrès|comm|会議録|会議発表論文|学会発表|국내학술대회|학술발표|مقاله کنفرانس"
    "|مقاله همایش|prosiding|makalah konferensi|บทความการประชุม",
    "thesis": "doktorarbeit|masterarbeit|bachelorarbeit|diplomarbeit|habilitation|habilitationsschrift"
    "|hochschulschrift|thèse|thèse de doctorat|mémoire|mémoire de master|tesis|tesis doctoral|tesis de maestría"
    "|tesis de grado|tese|tese de doutorado|tese de doutoramento|dissertação|dissertação de mestrado|tesi"
    "|tesi di dottorato|tesi di laurea|proefschrift|scriptie|praca doktorska|диссертация|tez|doktora tezi"
    "|yüksek lisans tezi|skripsi|学位论文|博士|硕士|博士论文|硕士论文|博士学位论文|硕士学位论文|学位論文|博士論文"
    "|修士論文|학위논문|автореферат диссертации|докторская диссертация|кандидатская диссертация|дисертація"
    "|автореферат|doktora|yüksek lisans|tıpta uzmanlık|uzmanlık tezi|rozprawa doktorska|praca magisterska"
    "|disertační práce|diplomová práce|bakalářská práce|doktori értekezés|disszertáció|teză de doctorat"
    "|disertacija|doktorska disertacija|doktorski rad|väitöskirja|opinnäytetyö|pro gradu|doktorsavhandling"
    "|licentiatavhandling|studentuppsats|examensarbete|masteruppsats|kandidatuppsats|doktorgradsavhandling"
    "|masteroppgave|ph d -afhandling|speciale|thèse d'état|these|hdr|mem|thèse ou mémoire|mémoire d'étudiant"
    "|pós-graduação|trabalho de conclusão de curso|trabajo de fin de grado|trabajo fin de máster|博士学位|硕士学位"
    "|博硕士论文|博碩士論文|卒業論文|学位論文(博士)|국내석사|국내박사|석사학위논문|박사학위논문|석사|박사"
    "|پایان نامه|رسالة|رسالة ماجستير|رسالة دكتوراه|أطروحة|תזה|עבודת גמר|วิทยานิพนธ์|tesis magister|disertasi"
    "|luận án|luận văn|tesi doctoral|διατριβή",
    "report": "bericht|forschungsbericht|arbeitspapier|rapport|rapport de recherche|document de travail|informe"
    "|informe técnico|documento de trabajo|relatório|relatório técnico|rapporto|rapporto tecnico|отчет|报告"
    "|科技报告|研究报告|보고서|raport|zpráva|jelentés|rapportti|raportti|izvještaj|звіт|rapor|relazione|rap|報告書"
    "|研究報告|연구보고서|گزارش|تقرير|דו\"ח|รายงานวิจัย|laporan|laporan penelitian|handbok",
    "patent": "patentschrift|brevet|patente|brevetto|octrooi|патент|专利|特許|patenti|patenttijulkaisu|szabadalom"
    "|特許文献|특허|اختراع|براءة اختراع",
    "webpage": "webseite|internetseite|internetquelle|page web|site web|página web|sitio web|pagina web|sito web"
    "|webpagina|网页|网站|веб-сайт|сайт|электронный ресурс|web sitesi|strona internetowa|webová stránka|verkkosivu"
    "|webbsida|nettside|webside|ウェブページ|웹사이트",
    "dataset": "datensatz|jeu de données|conjunto de datos|conjunto de dados|数据集|набор данных|データセット|데이터셋"
    "|dataset, forskningsdata",
    "standard": "norme|norma|标准|гост|стандарт|standart|規格|표준",
    "article": "препринт|预印本|プレプリント|préimpression|prépublication, document de travail|manuskript (preprint)"
    "|ön baskı",
    "post-weblog": "блог|博客",
    "article-magazine": "dergi yazısı|populærvitenskapelig artikkel|artikkel i populærvitenskapelig tidsskrift",
}  # fmt: skip
"""In other languages."""
_TYPES: dict[str, CitationType] = {
    letters(word): kind for table in (_OTHERS, _ENGLISH) for kind, words in table.items() for word in words.split("|")
}

ZOTERO_TYPES: dict[str, CitationType] = {
    "letter": "personal_communication", "case": "legal_case", "document": "document", "attachment": "document",
    "note": "document",
}  # fmt: skip
"""Zotero's item types that are not what the same words say elsewhere."""

OPENOFFICE_TYPES: dict[str, CitationType] = {
    "0": "article-journal", "1": "book", "2": "pamphlet", "3": "book", "5": "chapter", "6": "paper-conference",
    "7": "article-journal", "8": "document", "9": "thesis", "10": "document", "13": "report", "14": "manuscript",
    "15": "personal_communication", "16": "webpage",
}  # fmt: skip
"""Numbers for types of entries in OpenOffice's bibliography, as JabRef writes them."""

GENERAL = frozenset("article journalarticle review letter editorial erratum note".split())
"""Words that leave open what a work is where another one tells: ``Article; Book Chapter``."""

CLOSER = {
    ("book", "book chapter"): "chapter", ("article-journal", "data set"): "dataset",
    ("article-journal", "proceedings-article"): "paper-conference",
}  # fmt: skip
"""What a row is that is of one type by one column, and has a closer word in another (Web of Science, OpenAlex)."""

SECTION_TYPES = {
    "journals": "article-journal", "articles": "article-journal", "conferences": "paper-conference",
    "standards": "standard", "chapters": "chapter",
}  # fmt: skip
"""Last words of the sections of IEEE Xplore: ``IEEE Conferences``, ``IET Journals``, ``Wiley eBook Chapters``."""

SAYS_MORE = frozenset(
    map(
        letters,
        "review|letter|editorial|erratum|short survey|clinical trial|meeting abstract|conference review"
        "|conference abstract|working paper|book review|review article|data paper|retracted|article in press"
        "|white paper|discussion paper|policy brief|edited book|blog post|podcast|tweet".split("|"),
    )
)
"""Words that say more than the type that they are, by their letters."""

TOPICS = frozenset(
    "artwork constitution data email film internet law legislation map norm online photo photograph podcast program"
    " protocol regulation software standards treaty video web www".split()
)
"""Words that are what a work is about rather than what it is, where a column may have either, by their letters."""

GENRES = {
    "phdthesis": "PhD thesis", "mastersthesis": "Master's thesis", "masterthesis": "Master's thesis",
    "doctoralthesis": "Doctoral thesis", "doctoraldissertation": "Doctoral dissertation",
    "bachelorthesis": "Bachelor's thesis", "bachelorsthesis": "Bachelor's thesis",
}  # fmt: skip
"""Words that say the genre, too, by their letters."""


def work_type(words: str) -> CitationType | None:
    """Return CSL's type by words for it; None if they are none, or leave it open, as those for a letter do."""
    return _TYPES.get(letters(words))
