"""What columns are called in other languages than English: a table only, by the field that they hold.

Names are in lower case with single blanks, as ``columns`` has them; where one has accents, it stands without them, too.
"""

from __future__ import annotations

ELSEWHERE: dict[tuple[str, ...], str] = {
    ("title",): "titel|aufsatztitel|artikeltitel|titre|titre de l'article|título|titolo|título del artículo"
    "|título do artigo|título del documento|título do documento|titolo dell'articolo|titel van het artikel|tytuł"
    "|tytuł artykułu|název|názov|cím|titlu|titlul|naslov|başlık|makale başlığı|makale adı|otsikko|tittel|rubrik"
    "|название|заглавие|название статьи|заголовок|назва|judul|judul artikel|tiêu đề|ชื่อเรื่อง|τίτλος|标题|題名|题名"
    "|篇名|论文题目|论文标题|文献标题|標題|論文題目|タイトル|論文名|제목|논문제목|논문명|عنوان|العنوان|عنوان مقاله"
    "|כותרת|शीर्षक|название публикации|название работы|中文标题|中文题名|中文篇名|论文名称|论文题名|題目|题目|论文名"
    "|論文タイトル|論文標題|書名|书名|标题名称|عنوان المقال|عنوان المقالة|عنوان البحث|عنوان الدراسة|כותר"
    "|שם המאמר|כותרת המאמר"
    "|ชื่อบทความ|ชื่อวิทยานิพนธ์|서명|표제|논문명(국문)|논문명(한글)|자료명|назва статті|назва публікації"
    "|заглавие на статията|наслов|tytuł publikacji|tez adı|yayın adı|makalenin adı|tên bài báo|nimeke|títol"
    "|izenburua|pealkiri|nosaukums|pavadinimas|titulli|judul penelitian|titolo articolo|titre article"
    "|titulo articulo|naslov rada"
    "|題名(日本語)",
    ("editor", "people"): "herausgeber|herausgeberin|herausgeber/in|hrsg|directeur de publication"
    "|éditeur scientifique|éditeurs scientifiques|editores|coordinador|coordinadores|compilador|organizador"
    "|organizadores|curatore|curatori|a cura di|redacteur|redacteuren|redaktor|主编|编者|編者|toimittaja|toimittajat"
    "|redaktör|redaktörer|redaktører|editör|editörler|редактор|редакторы|编者姓名|편집자|편자|المحرر|עורך|editori"
    "|szerkesztő|szerkesztők|penyunting|redaktorzy|toim",
    ("author", "people"): "autor|autoren|verfasser|verfasserin|auteur|auteurs|autores|autor(es)|autor/a|autore"
    "|autori|autor(i)|autorzy|autoři|szerző|szerzők|yazar|yazarlar|tekijä|tekijät|forfatter|forfattere|författare"
    "|автор|авторы|автори|penulis|pengarang|tác giả|ผู้แต่ง|συγγραφέας|συγγραφείς|作者|著者|著者名|저자|저자명|نویسنده"
    "|نویسندگان|المؤلف|المؤلفون|מחבר|लेखक|автор(ы)|фио|ф и о|фио авторов|авторы публикации|المؤلفين|اسم المؤلف"
    "|أسماء المؤلفين|الباحث|الباحثون|الباحثين|الكاتب|پدیدآور|پدیدآوران|نام نویسندگان|מחברים|שמות המחברים|ชื่อผู้แต่ง"
    "|ผู้เขียน|ผู้วิจัย|ผู้นิพนธ์|저자(한글)|지은이|연구자|작성자|著者・編者|著者・編集者|著者名(日本語)|筆者|作成者"
    "|論文著者|作者姓名|责任者|責任者|全部作者|nama penulis|yazar(lar)|yazar adı|yazar adları|yazar ad|аутор|аутори"
    "|autor(é)|szerző(k)|kirjoittaja|kirjoittajat|autors|autorius|autoriai|autorid|autorul|συντάκτης|लेखक का नाम"
    "|autorius(-iai)|tekija(t)|författare/författarna|forfatter(e)",
    ("issued", "year"): "jahr|erscheinungsjahr|publikationsjahr|année|année de publication|año|año de publicación"
    "|anno|anno di pubblicazione|ano|ano de publicação|jaar|jaar van publicatie|rok|rok wydania|rok vydání|év"
    "|kiadás éve|anul|godina|yıl|yayın yılı|vuosi|julkaisuvuosi|år|utgivelsesår|utgivningsår|udgivelsesår|год"
    "|год издания|год публикации|рік|tahun|tahun terbit|năm|ปี|έτος|年份|年|出版年|出版年份|发表年份|発行年|出版年度"
    "|연도|발행연도|سال|السنة|سنة|שנה|वर्ष|год выхода|год выпуска|год публ|год изд|年度|年代|发表年|发表年度|出版年代"
    "|刊行年|発行年度|年次|발행년도|발행년|출판년도|출판연도|출판년|학위년도|학위수여년도|년도|게재연도|سال انتشار"
    "|سال نشر|سنة النشر|عام النشر|السنة الميلادية|שנת פרסום|שנת הוצאה|ปีที่พิมพ์|ปีที่เผยแพร่|ปี พ ศ|พ ศ|yayım yılı"
    "|basım yılı|рік видання|рік публікації|tahun publikasi|anul publicării|any de publicació|godina izdanja|година"
    "|rok publikacji|megjelenés éve|aasta|gads|metai|χρονολογία|năm xuất bản",
    ("issued", "date"): "datum|erscheinungsdatum|date de publication|fecha|fecha de publicación"
    "|data di pubblicazione|data de publicação|дата|дата публикации|发表时间|出版日期|发表日期|発行日|발행일|tanggal"
    "|tarih|yayın tarihi|日期|发布日期|发行日期"
    "|出版时间|刊出日期|発行年月|発行年月日|出版年月|出版年月日|出版日付|刊行年月"
    "|公開日|발행일자|발행년월|출판일|출판일자|게재일|วันที่เผยแพร่|วันที่พิมพ์|تاريخ النشر|التاريخ|تاریخ انتشار"
    "|תאריך פרסום|תאריך|tanggal terbit|tanggal publikasi|дата выхода|дата издания|дата публікації|data publikacji"
    "|datum vydání|publiceringsdatum|julkaisupäivä",
    ("container_title",): "zeitschrift|zeitschriftentitel|périodique|periodikum|quelle|revue|titre de la revue|revista"
    "|título de la revista|título da revista|periódico|rivista|titolo della rivista|tijdschrift|czasopismo|časopis"
    "|folyóirat|dergi|dergi adı|lehti|tidsskrift|tidskrift|журнал|название журнала|jurnal|nama jurnal|tạp chí|วารสาร"
    "|περιοδικό|期刊|刊名|期刊名称|来源期刊|文献来源|雑誌名|掲載誌|저널|학술지명|مجله|نشریه|المجلة"
    "|название источника|наименование журнала|название издания|期刊名|来源出版物|来源刊物|刊物名称|母体文献"
    "|出版物名称|期刊/会议名称|掲載誌名|収録誌|資料名|刊行物名|収録刊行物|誌名|論文誌名|저널명|학술지|간행물명"
    "|간행물|수록지|수록지명|게재지|게재지명|잡지명|اسم المجلة|عنوان المجلة|نام مجله|نام نشریه|عنوان نشریه"
    "|عنوان مجله|כתב עת|כתב-עת|שם כתב העת|ชื่อวารสาร|derginin adı|yayınlandığı dergi|видання|назва журналу|списание"
    "|julkaisu|lehden nimi|publicerad i|publisert i|publikation|публикация в|folyóirat címe|nazwa czasopisma"
    "|tytuł czasopisma|název časopisu|titlul revistei|revistă|zurnāls|žurnalas|ajakiri|часопис|terbit di"
    "|nama terbitan|tên tạp chí",
    ("container_title", "journal or database"): "来源|источник|źródło|zdroj|出处|출처|lähde|källa|kaynak|fuente"
    "|fonte|bron|kilde|المصدر|منبع|джерело",
    ("volume",): "band|jahrgang|tome|volumen|jaargang|tom|ročník|kötet|cilt|nide|том|卷|卷号|巻|권|جلد|المجلد|مجلد"
    "|رقم المجلد|دوره|כרך|ปีที่|เล่มที่|vuosikerta|volyymi|권수|巻数|巻次|卷次|卷数|jilid|τόμος|volym|årgång|årgang"
    "|volum|rocznik|wolumin|svazek|évfolyam|volumul|tập|cilt no|годишњак|свеска",
    ("issue",): "heft|heftnummer|ausgabe|aflevering|numéro|número|fascículo|fascicolo|zeszyt|číslo|szám|sayı|numero"
    "|выпуск|номер|期|期号|号|호|شماره|العدد|رقم العدد|גיליון|חוברת|ฉบับที่|ฉบับ|numer|numer zeszytu|випуск"
    "|номер выпуска|호수|号数|期次|期数|刊期|τεύχος|häfte|hefte|číslo časopisu|füzet|numărul|număr|số|sayı no"
    "|dergi sayısı|nomor|број|bilangan",
    ("page", "page"): "seiten von-bis|seiten von–bis|seiten|seite|pp|págs|pág|pagina's|pagina|página|páginas"
    "|pagine|paginas|classement des pages|bladzijden"
    "|strony|strany|oldalak|oldalszám|sayfa|sayfalar|sivut|sider|sidor|страницы|сторінки|halaman|trang|页码|页|起止页码"
    "|ページ|頁|페이지|صفحات|الصفحات|أرقام الصفحات|رقم الصفحات|עמודים|עמוד|หน้า|เลขหน้า|sayfa aralığı|sayfa no"
    "|sayfa numaraları|сторінка|страница|стр|диапазон страниц|쪽|쪽수|수록면|수록페이지|게재면|掲載ページ|掲載頁"
    "|記事ページ|起止页|页码范围|页面|頁次|頁碼|页次|halaman ke|hlm|σελίδες|σελ|sidintervall|sidnummer|stránky"
    "|pagini|pàgines|sivunumerot|seitenbereich|seitenangabe|seitenzahlen|страници|puslapiai|leheküljed",
    ("edition",): "auflage|édition|edición|edição|edizione|druk|wydanie|издание|版次|版本|painos|utgåva|baskı|vydání"
    "|kiadás|판차|판사항|الطبعة|מהדורה|พิมพ์ครั้งที่|edisi|ediția|edició|ausgabe/auflage|版表示",
    ("publisher_place",): "verlagsort|erscheinungsort|lieu d'édition|lieu de publication|lugar de publicación"
    "|lugar de edición|local de publicação|luogo di pubblicazione|luogo di edizione|plaats van uitgave"
    "|miejsce wydania|место издания|出版地|kustannuspaikka|julkaisupaikka|utgivningsort|förlagsort|utgiversted"
    "|utgivelsessted|basım yeri|yayın yeri|místo vydání|kiadás helye|місце видання|발행지|مكان النشر|محل نشر"
    "|מקום הוצאה|tempat terbit|kota terbit|출판지|出版地点",
    ("source",): "datenbank|base de données|base de datos|base de dados|banca dati|baza danych|база данных"
    "|来源数据库|データベース|수록db|데이터베이스|veritabanı|veri tabanı|قاعدة البيانات|پایگاه داده|ฐานข้อมูล"
    "|tietokanta|databas|databáze|adatbázis|база даних|文献来源库",
    ("", "type or source"): "数据库",
    ("source", "database or remark"): "base",
    ("url", "url"): "online-adresse|adresse en ligne|indirizzo online|lien|enlace|collegamento|adresse url"
    "|adresse web|internetadresse|ссылка|链接|网址|リンク|링크"
    "|ลิงก์|tautan|رابط|الرابط|لینک|קישור|bağlantı|посилання|원문링크|원문주소|원문url|상세링크|链接地址|原文链接"
    "|网页链接|odkaz|länk|lenke|linkki|ссылка на публикацию|гиперссылка|enllaç|liên kết|adres url",
    ("publisher",): "verlag|maison d'édition|éditeur|editorial|editora|editore|casa editrice|uitgever|wydawca"
    "|wydawnictwo|vydavatel"
    "|kiadó|yayınevi|yayıncı|kustantaja|forlag|förlag|издательство|издатель|penerbit|出版社|出版者|出版商|발행처"
    "|출판사|ناشر|الناشر|دار النشر|הוצאה|מוציא לאור|הוצאה לאור|สำนักพิมพ์|ผู้จัดพิมพ์|발행기관|발행기관명|출판기관"
    "|출판사명|학위수여기관|出版单位|出版社名|出版機関|発行元|発行所|学位授予单位|授予单位|видавництво|видавець"
    "|nakladatel|nakladatelství|vydavatelství|editura|kustantamo|julkaisija|utgivare|utgiver|udgiver|basımevi"
    "|yayımcı|nhà xuất bản|εκδότης|издател|izdavač|издавач|leidykla|kirjastus|editor/publisher",
    ("abstract", "abstract"): "zusammenfassung|résumé|resumen|riassunto|resumo|sommario|samenvatting|streszczenie"
    "|abstrakt|abstrakty|összefoglaló|kivonat|özet|tiivistelmä|sammendrag|sammanfattning|аннотация|реферат|анотація"
    "|abstrak|tóm tắt|บทคัดย่อ|περίληψη|摘要|抄録|要旨|要約|초록|چکیده|الملخص|תקציר|सार|文摘|内容摘要|中文摘要"
    "|摘要(中文)|抄録・要旨|アブストラクト|抄録(日本語)|국문초록|초록(한글)|요약|ملخص|المستخلص|مستخلص|خلاصه"
    "|özet/abstract|öz|резюме|abstrakti|rezumat|sažetak|сажетак|resum|anotácia|anotace|kokkuvõte|santrauka|संक्षेप",
    ("keyword", "keywords"): "schlagwörter|schlagworte|stichwörter|stichworte|mots-clés|mots clés|palabras clave"
    "|palavras-chave|palavras chave|parole chiave|trefwoorden|słowa kluczowe|klíčová slova|kulcsszavak"
    "|anahtar kelimeler|avainsanat|nøkkelord|nyckelord|nøgleord|ключевые слова|ключові слова|kata kunci|từ khóa"
    "|关键词|關鍵詞|キーワード|키워드|주제어|کلمات کلیدی|کلیدواژه ها|中文关键词|关键字|件名|핵심어|중심어"
    "|الكلمات المفتاحية|كلمات مفتاحية|الكلمات الدالة|کلیدواژه|کلیدواژه‌ها|کلید واژه|کلید واژه ها|کلیدواژگان"
    "|واژگان کلیدی|מילות מפתח|מלות מפתח|คำสำคัญ|anahtar sözcükler|anahtar kelime|ключови думи|кључне речи"
    "|ključne riječi|ključne reči|ključne besede|từ khoá|λέξεις κλειδιά|λέξεις-κλειδιά|cuvinte cheie|cuvinte-cheie"
    "|kľúčové slová|asiasanat|aiheet|ämnesord|emneord|paraules clau|märksõnad|atslēgvārdi|raktažodžiai"
    "|schlüsselwörter|deskriptoren|descripteurs|descriptores|descritores|कीवर्ड",
    ("language", "languages"): "sprache|langue|idioma|lingua|taal|język|jazyk|nyelv|dil|kieli|språk|sprog|язык|мова"
    "|bahasa|语言|語種|语种|言語|언어|زبان|اللغة|שפה|لغة|لغة النشر|ภาษา|작성언어|본문언어|記述言語|本文言語|言語種別"
    "|語言|文种|yayın dili|язык публикации|jezik|језик|γλώσσα|limba|ngôn ngữ|llengua|keel|valoda|kalba|език",
    ("publication_types", "publication types"): "dokumenttyp|dokumententyp|type de référence|dokumentart"
    "|publikationsart|medientyp|tipo documento"
    "|tipo de material|type publicatie|publicatietype|publikationstyp|type de document|tipo de documento"
    "|tipo de publicación|tipo de publicação|tipo di documento|文献类型|资料类型|资源类型|类型|文書種別|자료유형|typ"
    "|tipo|тип|论文类型|文献种类|文獻類型|資料種別|資料タイプ|論文種類|記事区分|자료형태|논문유형|자료구분|문헌유형"
    "|자료종류|yayın türü|makale türü|belge türü|тип публикации|тип документа|вид публикации|вид издания"
    "|тип публікації|typ publikacji|typ dokumentu|rodzaj publikacji|druh dokumentu|publikasjonstype|julkaisutyyppi"
    "|aineistotyyppi|jenis dokumen|jenis publikasi|نوع الوثيقة|نوع المنشور|نوع مقاله|نوع مدرک|סוג פרסום|סוג|ประเภท"
    "|ประเภทเอกสาร|dokumentumtípus|típus|tipus de document|tip document",
    ("event_title",): "konferenz|tagung|conférence|conferencia|congreso|conferência|konferencja|конференция|会议"
    "|会议名称|会議名|学会名|会议论文集名称|회의명|학술대회명|konferans|konferans adı|конференція|المؤتمر"
    "|konferenssi|konferens|konferanse",
    ("number",): "artikelnummer|numéro d'article|número de artículo|número do artigo|文章号|文献编号|논문번호",
    ("number_of_pages",): "seitenzahl|anzahl seiten|anzahl der seiten|nombre de pages|número de páginas"
    "|总页数|页数|총페이지|総ページ数|ページ数|頁數|количество страниц|sayfa sayısı|sivumäärä|antal sidor|antall sider"
    "|liczba stron|počet stran|jumlah halaman",
    ("collection_title",): "schriftenreihe|reihentitel|série|colección|serie|серия"
    "|丛书|系列|叢書名|丛书名|シリーズタイトル|シリーズ名|총서명|총서사항|السلسلة|סדרה|seria wydawnicza|sarja|dizi",
    ("note", "lines"): "anmerkungen|bemerkungen|remarques|notas|uwagi|примечания|备注|備考|비고|примечание|примітки"
    "|notlar|kommentarer|ملاحظات|הערות|หมายเหตุ|catatan|huomautukset|poznámka|poznámky|megjegyzés|anmärkningar"
    "|merknader|remarque|observaciones|observações|osservazioni|opmerkingen|commento|commenti|commentaire|commentaires|comentario|comentarios|comentário|comentários"
    "|kommentar",
    ("original_title",): "英文标题|英文题名|英文篇名|外文标题|英文題名|英語標題|論文名(英語)|論文名(英文)"
    "|논문명(영문)|논문명(영어)|영문제목|영문논문명|제목(영문)|название на английском|название (англ)"
    "|título en inglés|título em inglês|ingilizce başlık|judul bahasa inggris|عنوان انگلیسی",
    ("issued", "month"): "monat|mois|mes|mese|mês|maand|месяц|місяць|月份|月|월|발행월|ay|bulan|miesiąc|månad"
    "|kuukausi|měsíc|hónap",
    ("page", "first page"): "erste seite|anfangsseite|von seite|seite von|page de début|première page|página inicial"
    "|pagina iniziale|beginpagina|strona początkowa|strona od|起始页|起始页码|开始页|開始ページ|開始頁|始頁"
    "|시작페이지|시작쪽|첫페이지|başlangıç sayfası|ilk sayfa|начальная страница|startsida|startside|halaman awal"
    "|صفحة البداية",
    ("page", "last page"): "letzte seite|endseite|bis seite|seite bis|page de fin|dernière page|página final"
    "|pagina finale|eindpagina|strona końcowa|strona do|结束页|终止页|结束页码|終了ページ|終了頁|終頁|종료페이지"
    "|끝페이지|마지막페이지|bitiş sayfası|son sayfa|конечная страница|slutsida|sluttside|halaman akhir|صفحة النهاية",
    ("issn", "issn"): "issn号|国际标准刊号|issn numarası|issn번호",
    ("isbn", "list"): "isbn号|标准书号|isbn번호",
    ("doi", "doi"): "doi号|doi-doi|doi번호|doi adresi|doi numarası",
    ("grants", "grants"): "基金|基金项目|资助项目|资助基金|финансирование|연구비지원|助成金|fuente de financiación",
    ("categories", "list"): "分类号|中图分类号|中图法分类号|学科|学科分类|학문분야|주제분야|학술분야|рубрика"
    "|область наук|тематика|sujet|sujets|sachgebiet|área temática",
    ("call_number",): "索书号|請求記号|청구기호|signatur|cote|signatura|шифр",
    ("accessed", "accessed"): "abgerufen am|zugriffsdatum|datum des zugriffs|abrufdatum|letzter zugriff|consulté le"
    "|date de consultation|fecha de acceso|fecha de consulta|data de acesso|data di accesso|дата обращения"
    "|アクセス日|参照日|访问日期|访问时间|erişim tarihi",
    ("identifiers", "identifier", "record"): "流水号|文献番号|論文番号|書誌id|논문id|관리번호|№ п/п|id записи",
    ("key",): "引用键|kurzbeleg|clé de citation|clé bibtex",
    ("title_short",): "kurztitel|titre court|titolo breve|título breve|título curto",
    ("number_of_volumes",): "anzahl bände|nombre de volumes",
    ("translator", "people"): "übersetzer|übersetzerin|traducteur|traductrice|traduttore|traductor",
    ("contributor", "people"): "contributeur|contributeurs|colaboradores|mitwirkende",
    ("copyright",): "droits|derechos|direitos|rechte",
    ("identifiers", "identifier", "naid"): "naid",
}  # fmt: skip
"""Kinds of columns, as ``columns.Column`` has them, and their names."""

PLACES = "ort|lieu|ville|lugar|ciudad|local|cidade|luogo|plaats|地址"
"""What may be the publisher's place, or that of a study."""

ARTICLES = "artículo|articulo|artigo|articolo"
"""What may be the title of an article, or what it is called for short."""

NUMBERS = "nr|nummer|núm|num|n°|nº|n|№|lfd nr|序号|编号"
"""What may be the number of an issue, or of a row."""

WITHOUT_ACCENTS = str.maketrans(
    "áàâãäåąčćçďéèêëęěğíìîïıłńňñóòôõöőøřśšşťúùûüűůýźžż", "aaaaaaacccdeeeeeegiiiiilnnnooooooorssstuuuuuuyzzz"
)
"""Letters that many write without their accents in such a name; a table, for every start asks for them."""
