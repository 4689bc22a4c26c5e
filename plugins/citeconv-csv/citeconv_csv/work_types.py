"""What kind of work a row is about: the words of programs and databases to CSL's types; tables only.

They are apart from the columns because every start looks at those.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from citeconv.citation import CitationType

ZOTERO_TYPES: dict[str, CitationType] = {
    "journalArticle": "article-journal", "book": "book", "bookSection": "chapter",
    "conferencePaper": "paper-conference",
    "thesis": "thesis", "report": "report", "preprint": "article", "webpage": "webpage", "patent": "patent",
    "newspaperArticle": "article-newspaper", "magazineArticle": "article-magazine", "dataset": "dataset",
    "standard": "standard", "presentation": "speech", "manuscript": "manuscript", "document": "document",
    "blogPost": "post-weblog", "computerProgram": "software", "encyclopediaArticle": "entry-encyclopedia",
    "dictionaryEntry": "entry-dictionary", "film": "motion_picture", "videoRecording": "motion_picture",
    "audioRecording": "song", "podcast": "broadcast", "radioBroadcast": "broadcast", "tvBroadcast": "broadcast",
    "statute": "legislation", "bill": "bill", "case": "legal_case", "hearing": "hearing", "interview": "interview",
    "letter": "personal_communication", "email": "personal_communication", "instantMessage": "personal_communication",
    "map": "map", "artwork": "graphic", "forumPost": "post", "attachment": "document", "note": "document",
}  # fmt: skip
"""Zotero's item types."""

OPENOFFICE_TYPES: dict[str, CitationType] = {
    "0": "article-journal", "1": "book", "2": "pamphlet", "3": "book", "5": "chapter", "6": "paper-conference",
    "7": "article-journal", "8": "document", "9": "thesis", "10": "document", "13": "report", "14": "manuscript",
    "15": "personal_communication", "16": "webpage",
}  # fmt: skip
"""Numbers for types of entries in OpenOffice's bibliography, as JabRef writes them."""

TYPES = {
    "article": "article-journal", "journal": "article-journal", "journal article": "article-journal",
    "journal-article": "article-journal", "review": "article-journal", "letter": "article-journal",
    "editorial": "article-journal", "short survey": "article-journal", "article in press": "article-journal",
    "erratum": "article-journal", "clinical trial": "article-journal", "article; early access": "article-journal",
    "meeting abstract": "article-journal", "proceedings paper": "paper-conference",
    "article; proceedings paper": "paper-conference", "conference paper": "paper-conference",
    "conference": "paper-conference", "conference proceeding": "paper-conference",
    "conference proceedings": "paper-conference", "conference proceedings article": "paper-conference",
    "conference abstract": "paper-conference", "conference publication": "paper-conference",
    "conference review": "paper-conference", "conferences": "paper-conference", "magazine": "article-magazine",
    "magazines": "article-magazine", "newspaper": "article-newspaper", "book": "book", "books": "book",
    "monograph": "book", "edited book": "book", "book chapter": "chapter", "book-chapter": "chapter",
    "chapter": "chapter", "book section": "chapter", "thesis": "thesis", "dissertation": "thesis",
    "phd thesis": "thesis", "report": "report", "working paper": "report", "technical report": "report",
    "preprint": "article", "posted-content": "article", "patent": "patent", "dataset": "dataset",
    "data set": "dataset",
    "standard": "standard", "standards": "standard", "web page": "webpage", "website": "webpage",
    "software": "software", "jour": "article-journal", "chap": "chapter", "conf": "paper-conference",
    "cpaper": "paper-conference", "thes": "thesis", "rprt": "report", "news": "article-newspaper",
    "mgzn": "article-magazine", "elec": "webpage", "pat": "patent", "article in press; article": "article-journal",
    "inproceedings": "paper-conference", "phdthesis": "thesis", "mastersthesis": "thesis", "inbook": "chapter",
    "incollection": "chapter", "proceeding": "paper-conference", "proceedings": "book",
    "proceedings-article": "paper-conference",
    "techreport": "report", "article-journal": "article-journal", "ph.d. thesis": "thesis",
    "reference work entry": "entry-encyclopedia", "living reference work entry": "entry-encyclopedia",
    "journal articles": "article-journal", "conference and workshop papers": "paper-conference",
    "parts in books or collections": "chapter", "books and theses": "book", "editorship": "book",
    "informal publications": "article", "informal and other publications": "article", "data and artifacts": "dataset",
    "scholarly journals": "article-journal", "trade journals": "article-magazine",
    "dissertations & theses": "thesis", "conference papers & proceedings": "paper-conference",
    "working papers": "report", "reports": "report", "newspapers": "article-newspaper",
    "research article": "article-journal", "journal publication": "article-journal",
    "peer-reviewed article": "article-journal", "peer-reviewed research article": "article-journal",
    "workshop": "paper-conference", "workshop paper": "paper-conference", "conference material": "paper-conference",
    "arxiv": "article", "arxiv preprint": "article", "pre-print": "article",
    "monography": "book", "reference entry": "entry-encyclopedia", "reference-entry": "entry-encyclopedia",
    "journal, article": "article-journal", "journalarticle": "article-journal", "journal paper": "article-journal",
    "academic journal": "article-journal", "original article": "article-journal", "review article": "article-journal",
    "book review": "article-journal", "retracted": "article-journal", "ejour": "article-journal",
    "trade publication": "article-magazine", "magazine article": "article-magazine",
    "newspaper article": "article-newspaper", "book, whole": "book", "authored book": "book", "ebook": "book",
    "edbook": "book", "book, chapter": "chapter", "book, section": "chapter", "book part": "chapter",
    "bookpart": "chapter", "booksection": "chapter", "echap": "chapter",
    "reference-book": "book", "encyclopedias & reference works": "entry-encyclopedia",
    "conference item": "paper-conference", "conference object": "paper-conference",
    "conference contribution": "paper-conference", "conferencepaper": "paper-conference",
    "meeting paper": "paper-conference", "speeches/meeting papers": "paper-conference", "presentation": "speech",
    "slide": "speech", "doctoral thesis": "thesis", "doctoral dissertation": "thesis", "master thesis": "thesis",
    "master's thesis": "thesis", "masters thesis": "thesis", "bachelor thesis": "thesis",
    "bachelor's thesis": "thesis", "dissertation/thesis": "thesis", "dissertations/theses": "thesis",
    "theses": "thesis", "discussion paper": "report", "white paper": "report", "policy brief": "report",
    "research report": "report", "document from internet site": "webpage", "web site": "webpage", "web": "webpage",
    "blog post": "post-weblog", "blog": "post-weblog", "computer program": "software", "comp": "software",
    "data paper": "article-journal", "data": "dataset", "stand": "standard", "unpb": "manuscript",
    "unpublished": "manuscript", "unpublished work": "manuscript", "encyc": "entry-encyclopedia",
    "dict": "entry-dictionary", "chapter conferencepaper": "paper-conference",
    "chapter referenceworkentry": "entry-encyclopedia", "reference work": "book", "living reference work": "book",
    "protocol": "chapter", "patent application": "patent", "granted patent": "patent", "limited patent": "patent",
    "amended patent": "patent", "design right": "patent",
    "doctoralthesis": "thesis", "masterthesis": "thesis", "bachelorthesis": "thesis",
    "conferenceobject": "paper-conference",
    "workingpaper": "report", "technicaldocumentation": "report", "lecture": "speech",
    "article in journal": "article-journal", "student thesis": "thesis", "licentiate thesis": "thesis",
    "chapter in book": "chapter", "manuscript": "manuscript", "collection": "book", "poster": "paper-conference",
    "poster presentation": "paper-conference", "douv": "book", "video": "motion_picture",
    "photograph": "graphic", "photo": "graphic",
}  # fmt: skip
"""Words for types in columns such as ``Document Type``, in lower case."""

_ELSEWHERE = {
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
    "book": "buch|monographie|monografie|sammelband|livre|ouvrage|libro|monografía|livro|monografia|boek|książka"
    "|книга|монография|kitap|buku|图书|专著|書籍|図書|단행본|kirja|bok|bog|kniha|könyv|carte|knjiga|књига|книжка"
    "|ouvrages|ouv|samlingsverk (redaktörskap)|samlingsverk|proceedings (redaktörskap)|antologi|單行本|研究書|학술서"
    "|کتاب|كتاب|ספר|หนังสือ|sách|βιβλίο|llibre|учебник|учебное пособие|сборник статей",
    "chapter": "buchkapitel|kapitel|buchbeitrag|beitrag im sammelband|beitrag in sammelband|aufsatz in sammelband"
    "|chapitre|chapitre de livre|chapitre d'ouvrage|capítulo|capítulo de libro|capítulo de livro|capitolo"
    "|capitolo di libro|hoofdstuk|rozdział|глава|глава книги|图书章节|专著章节|статья в сборнике|раздел книги"
    "|глава в книге|kitap bölümü|rozdział w książce|rozdział w monografii|kapitola v knize|kapitola|könyvfejezet"
    "|poglavlje|kirjan luku|kapitel i bok, del av antologi|kapitel i bok|bokkapittel|bogkapitel|hoofdstuk in boek"
    "|bijdrage in boek|chapitre d'un ouvrage|couv|専門書の一部|단행본 챕터|فصل کتاب|فصل من كتاب|פרק בספר"
    "|capítol de llibre",
    "paper-conference": "konferenzbeitrag|tagungsbeitrag|actes de congrès|actes de colloque|ponencia"
    "|actas de congreso|trabalho de congresso|anais de congresso|artigo de congresso|atti di convegno"
    "|contributo in atti di convegno|conferentiebijdrage|会议|会议论文|中国会议|国内会议|国际会议|학술대회"
    "|статья в сборнике трудов конференции|статья в сборнике материалов конференции|тезисы доклада"
    "|тезисы доклада на конференции|материалы конференции|тези доповіді|матеріали конференції|bildiri"
    "|konferans bildirisi|kongre bildirisi|materiały konferencyjne|referat konferencyjny|příspěvek ve sborníku"
    "|konferencia-előadás|konferenzpaper|konferensbidrag|konferenceartikel|konferansepaper|konferanseartikkel"
    "|konferenssijulkaisu|artikkeli konferenssijulkaisussa|communication dans un congrès|comm|会議録|会議発表論文"
    "|学会発表|국내학술대회|학술발표|مقاله کنفرانس|مقاله همایش|prosiding|makalah konferensi|บทความการประชุม",
    "thesis": "doktorarbeit|masterarbeit|bachelorarbeit|diplomarbeit|habilitation|habilitationsschrift"
    "|hochschulschrift|thèse|thèse de doctorat|mémoire|mémoire de master|tesis|tesis doctoral|tesis de maestría"
    "|tesis de grado|tese|tese de doutorado|tese de doutoramento|dissertação|dissertação de mestrado|tesi"
    "|tesi di dottorato|tesi di laurea|proefschrift|scriptie|praca doktorska|диссертация|tez|doktora tezi"
    "|yüksek lisans tezi|skripsi|学位论文|博士|硕士|博士论文|硕士论文|博士学位论文|硕士学位论文|学位論文|博士論文"
    "|修士論文|학위논문|автореферат диссертации|докторская диссертация|кандидатская диссертация|дисертація"
    "|автореферат|doktora|yüksek lisans|tıpta uzmanlık|uzmanlık tezi|rozprawa doktorska|praca magisterska"
    "|disertační práce|diplomová práce|bakalářská práce|doktori értekezés|disszertáció|teză de doctorat|disertacija"
    "|doktorska disertacija|doktorski rad|väitöskirja|opinnäytetyö|pro gradu|doktorsavhandling|licentiatavhandling"
    "|studentuppsats|examensarbete|masteruppsats|kandidatuppsats|doktorgradsavhandling|masteroppgave"
    "|ph d -afhandling|ph.d.-afhandling|speciale|thèse d'état|these|hdr|mem|thèse ou mémoire|mémoire d'étudiant"
    "|pós-graduação|trabalho de conclusão de curso|trabajo de fin de grado|trabajo fin de máster|博士学位|硕士学位"
    "|博硕士论文|博碩士論文|卒業論文|学位論文(博士)|국내석사|국내박사|석사학위논문|박사학위논문|석사|박사|پایان نامه"
    "|پایان‌نامه|رسالة|رسالة ماجستير|رسالة دكتوراه|أطروحة|תזה|עבודת גמר|วิทยานิพนธ์|tesis magister|disertasi|luận án"
    "|luận văn|tesi doctoral|διατριβή",
    "report": "bericht|forschungsbericht|arbeitspapier|rapport|rapport de recherche|document de travail|informe"
    "|informe técnico|documento de trabajo|relatório|relatório técnico|rapporto|rapporto tecnico|отчет|报告|科技报告"
    "|研究报告|보고서|raport|zpráva|jelentés|rapportti|raportti|izvještaj|звіт|rapor|relazione|rap|報告書|研究報告"
    "|연구보고서|گزارش|تقرير|דו\"ח|รายงานวิจัย|laporan|laporan penelitian|working-paper|handbok",
    "patent": "patentschrift|brevet|patente|brevetto|octrooi|патент|专利|特許|patenti|patenttijulkaisu|szabadalom"
    "|特許文献|특허|اختراع|براءة اختراع",
    "webpage": "webseite|internetseite|internetquelle|page web|site web|página web|sitio web|pagina web|sito web"
    "|webpagina|网页|网站|веб-сайт|сайт|электронный ресурс|web sitesi|strona internetowa|webová stránka|verkkosivu"
    "|webbsida|nettside|webside|ウェブページ|웹사이트",
    "dataset": "datensatz|jeu de données|conjunto de datos|conjunto de dados|数据集|набор данных|データセット"
    "|데이터셋|dataset, forskningsdata",
    "standard": "norm|norme|norma|标准|гост|стандарт|standart|規格|표준",
    "article": "препринт|预印本|プレプリント|préimpression|prépublication, document de travail|manuskript (preprint)"
    "|ön baskı",
    "post-weblog": "блог|博客",
    "article-magazine": "dergi yazısı|populærvitenskapelig artikkel|artikkel i populærvitenskapelig tidsskrift",
}  # fmt: skip
TYPES.update((word, kind) for kind, words in _ELSEWHERE.items() for word in words.split("|"))

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
    "review|letter|editorial|erratum|short survey|clinical trial|meeting abstract|conference review|conference abstract"
    "|working paper|book review|review article|data paper|retracted|article in press|white paper|discussion paper"
    "|policy brief|edited book|blog post".split("|")
)
"""Words that say more than the type that they are."""

GENRES = {
    "mastersthesis": "Master's thesis", "phdthesis": "PhD thesis", "phd thesis": "PhD thesis",
    "ph.d. thesis": "PhD thesis", "master thesis": "Master's thesis", "master's thesis": "Master's thesis",
    "masters thesis": "Master's thesis", "doctoral thesis": "Doctoral thesis", "bachelor thesis": "Bachelor's thesis",
    "doctoral dissertation": "Doctoral dissertation", "bachelor's thesis": "Bachelor's thesis",
}  # fmt: skip
"""Words that say the genre, too."""
