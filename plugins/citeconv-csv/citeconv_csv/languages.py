"""What columns are called in other languages than English: a table only, by the field that they hold.

Names are in lower case with single blanks, as ``columns`` has them; where one has accents, it stands without them, too.
"""

from __future__ import annotations

ELSEWHERE: dict[tuple[str, ...], str] = {
    ("title",): "titel|aufsatztitel|artikeltitel|titre|titre de l'article|título|titolo|título del artículo"
    "|título do artigo|título del documento|título do documento|titolo dell'articolo|titel van het artikel|tytuł"
    "|tytuł artykułu|název|názov|cím|titlu|titlul|naslov|başlık|makale başlığı|makale adı|otsikko|tittel|rubrik"
    "|название|заглавие|название статьи|заголовок|назва|judul|judul artikel|tiêu đề|ชื่อเรื่อง|τίτλος|标题|題名"
    "|题名|篇名"
    "|论文题目|论文标题|文献标题|標題|論文題目|タイトル|論文名|제목|논문제목|논문명|عنوان|العنوان|عنوان مقاله|כותרת"
    "|शीर्षक",
    ("editor", "people"): "herausgeber|herausgeberin|herausgeber/in|hrsg|directeur de publication"
    "|éditeur scientifique"
    "|éditeurs scientifiques|editores|coordinador|coordinadores|compilador|organizador|organizadores|curatore"
    "|curatori"
    "|a cura di|redacteur|redacteuren|redaktor|主编|编者|編者",
    ("author", "people"): "autor|autoren|verfasser|verfasserin|auteur|auteurs|autores|autor(es)|autor/a|autore|autori"
    "|autor(i)|autorzy|autoři|szerző|szerzők|yazar|yazarlar|tekijä|tekijät|forfatter|forfattere|författare|автор"
    "|авторы|автори|penulis|pengarang|tác giả|ผู้แต่ง|συγγραφέας|συγγραφείς|作者|著者|著者名|저자|저자명|نویسنده"
    "|نویسندگان"
    "|المؤلف|المؤلفون|מחבר|लेखक",
    ("issued", "year"): "jahr|erscheinungsjahr|publikationsjahr|année|année de publication|año|año de publicación"
    "|anno|anno di pubblicazione|ano|ano de publicação|jaar|jaar van publicatie|rok|rok wydania|rok vydání|év"
    "|kiadás éve|anul|godina|yıl|yayın yılı|vuosi|julkaisuvuosi|år|utgivelsesår|utgivningsår|udgivelsesår|год"
    "|год издания|год публикации|рік|tahun|tahun terbit|năm|ปี|έτος|年份|年|出版年|出版年份|发表年份|発行年"
    "|出版年度|연도|발행연도"
    "|سال|السنة|سنة|שנה|वर्ष",
    ("issued", "date"): "datum|erscheinungsdatum|date de publication|fecha|fecha de publicación|data di pubblicazione"
    "|data de publicação|дата|дата публикации|发表时间|出版日期|发表日期|発行日|발행일|tanggal|tarih|yayın tarihi",
    ("container_title",): "zeitschrift|zeitschriftentitel|periodikum|quelle|revue|titre de la revue|revista"
    "|título de la revista|título da revista|periódico|rivista|titolo della rivista|tijdschrift|czasopismo|časopis"
    "|folyóirat|dergi|dergi adı|lehti|tidsskrift|tidskrift|журнал|название журнала|jurnal|nama jurnal|tạp chí|วารสาร"
    "|περιοδικό|期刊|刊名|期刊名称|来源期刊|文献来源|雑誌名|掲載誌|저널|학술지명|مجله|نشریه|المجلة",
    ("container_title", "journal or database"): "来源",
    ("volume",): "band|jahrgang|tome|volumen|jaargang|tom|ročník|kötet|cilt|nide|том|卷|卷号|巻|권|جلد",
    ("issue",): "heft|heftnummer|ausgabe|aflevering|numéro|número|fascículo|fascicolo|zeszyt|číslo|szám|sayı|numero"
    "|выпуск|номер|期|期号|号|호|شماره",
    (
        "page",
        "page",
    ): "seiten|seite|pp|págs|pág|pagina's|pagina|página|páginas|pagine|paginas|bladzijden|strony|strany|oldalak"
    "|oldalszám|sayfa|sayfalar"
    "|sivut|sider|sidor|страницы|сторінки|halaman|trang|页码|页|起止页码|ページ|頁|페이지|صفحات",
    ("edition",): "auflage|édition|edición|edição|edizione|druk|wydanie|издание|版次|版本",
    ("publisher_place",): "verlagsort|erscheinungsort|lieu d'édition|lieu de publication|lugar de publicación"
    "|lugar de edición|local de publicação|luogo di pubblicazione|luogo di edizione|plaats van uitgave"
    "|miejsce wydania|место издания|出版地",
    ("source",): "datenbank|base de données|base de datos|base de dados|banca dati|baza danych|база данных"
    "|来源数据库|データベース",
    ("", "type or source"): "数据库",
    ("source", "database or remark"): "base",
    ("url", "url"): "lien|enlace|collegamento|adresse url|adresse web|internetadresse|ссылка|链接|网址|リンク|링크",
    ("publisher",): "verlag|éditeur|editorial|editora|editore|casa editrice|uitgever|wydawca|wydawnictwo|vydavatel"
    "|kiadó|yayınevi|yayıncı|kustantaja|forlag|förlag|издательство|издатель|penerbit|出版社|出版者|出版商"
    "|발행처|출판사"
    "|ناشر",
    ("abstract", "abstract"): "zusammenfassung|résumé|resumen|riassunto|resumo|sommario|samenvatting|streszczenie"
    "|abstrakt|abstrakty|összefoglaló|kivonat|özet|tiivistelmä|sammendrag|sammanfattning|аннотация|реферат|анотація"
    "|abstrak|tóm tắt|บทคัดย่อ|περίληψη|摘要|抄録|要旨|要約|초록|چکیده|الملخص|תקציר|सार",
    ("keyword", "keywords"): "schlagwörter|schlagworte|stichwörter|stichworte|mots-clés|mots clés|palabras clave"
    "|palavras-chave|palavras chave|parole chiave|trefwoorden|słowa kluczowe|klíčová slova|kulcsszavak"
    "|anahtar kelimeler|avainsanat|nøkkelord|nyckelord|nøgleord|ключевые слова|ключові слова|kata kunci|từ khóa"
    "|关键词"
    "|關鍵詞|キーワード|키워드|주제어|کلمات کلیدی|کلیدواژه ها",
    ("language", "languages"): "sprache|langue|idioma|lingua|taal|język|jazyk|nyelv|dil|kieli|språk|sprog|язык|мова"
    "|bahasa|语言|語種|语种|言語|언어|زبان|اللغة",
    ("publication_types", "publication types"): "dokumenttyp|dokumentart|publikationsart|medientyp|tipo documento"
    "|tipo de material|type publicatie|publicatietype|publikationstyp|type de document|tipo de documento"
    "|tipo de publicación|tipo de publicação|tipo di documento|文献类型|资料类型|资源类型|类型|文書種別|자료유형"
    "|typ|tipo|тип",
    ("event_title",): "konferenz|tagung|conférence|conferencia|congreso|conferência|konferencja|конференция|会议"
    "|会议名称|会議名",
    ("number",): "artikelnummer|numéro d'article|número de artículo|número do artigo|文章号|文献编号|논문번호",
    ("number_of_pages",): "seitenzahl|anzahl der seiten|nombre de pages|número de páginas|总页数|页数",
    ("collection_title",): "schriftenreihe|série|colección|serie|серия|丛书|系列",
    ("note", "lines"): "anmerkungen|bemerkungen|remarques|notas|uwagi|примечания|备注|備考",
}
"""Kinds of columns, as ``columns.Column`` has them, and their names."""

PLACES = "ort|lieu|ville|lugar|ciudad|local|cidade|luogo|plaats"
"""What may be the publisher's place, or that of a study."""

NUMBERS = "nr|nummer|núm|num|n°|nº|n|№|lfd nr|序号|编号"
"""What may be the number of an issue, or of a row."""

WITHOUT_ACCENTS = str.maketrans(
    "áàâãäåąčćçďéèêëęěğíìîïıłńňñóòôõöőøřśšşťúùûüűůýźžż", "aaaaaaacccdeeeeeegiiiiilnnnooooooorssstuuuuuuyzzz"
)
"""Letters that many write without their accents in such a name; a table, for every start asks for them."""
