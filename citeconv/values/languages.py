"""Languages: the English names that PubMed prints and the MARC codes of MEDLINE, to BCP 47 and back."""

from __future__ import annotations

from citeconv.values.patterns import lazy

_TABLE = """
Afrikaans af afr|Albanian sq alb|Amharic am amh|Arabic ar ara|Armenian hy arm|Azerbaijani az aze|Basque eu baq
Belarusian be bel|Bengali bn ben|Bosnian bs bos|Bulgarian bg bul|Burmese my bur|Catalan ca cat|Chinese zh chi
Croatian hr hrv|Czech cs cze|Danish da dan|Dutch nl dut|English en eng|Esperanto eo epo|Estonian et est|Faroese fo fao
Filipino fil fil|Finnish fi fin|French fr fre|Gaelic gd gla|Galician gl glg|Georgian ka geo|German de ger|Greek el gre
Hebrew he heb|Hindi hi hin|Hungarian hu hun|Icelandic is ice|Indonesian id ind|Irish ga gle|Italian it ita
Japanese ja jpn|Kazakh kk kaz|Kinyarwanda rw kin|Korean ko kor|Kyrgyz ky kir|Latin la lat|Latvian lv lav
Lithuanian lt lit|Macedonian mk mac|Malay ms may|Malayalam ml mal|Maltese mt mlt|Maori mi mao|Mongolian mn mon
Multiple Languages mul mul|Norwegian no nor|Persian fa per|Polish pl pol|Portuguese pt por|Pushto ps pus
Romanian ro rum|Russian ru rus|Sanskrit sa san|Serbian sr srp|Serbo-Croatian sh scr|Slovak sk slo|Slovenian sl slv
Spanish es spa|Swahili sw swa|Swedish sv swe|Tagalog tl tgl|Tamil ta tam|Tatar tt tat|Thai th tha|Turkish tr tur
Ukrainian uk ukr|Undetermined und und|Urdu ur urd|Uzbek uz uzb|Vietnamese vi vie|Welsh cy wel|Yiddish yi yid|Zulu zu zul
"""
_IN_OTHER_LANGUAGES = {
    "en": "englisch|anglais|inglés|inglês|inglese|engels|engelska|engelsk|angielski|angličtina|ingilizce|английский"
    "|ingles|英文|英语|英語|영어",
    "de": "allemand|alemán|alemão|tedesco|duits|tyska|tysk|niemiecki|almanca|aleman|alemao|немецкий|德语|德文|ドイツ語",
    "fr": "französisch|francés|francês|francese|frans|franska|fransk|francuski|fransızca|французский|法语|法文"
    "|frances|francais|フランス語",
    "es": "spanisch|espagnol|espanhol|spagnolo|spaans|spanska|spansk|hiszpański|espanol|испанский|西班牙语|スペイン語",
    "pt": "portugiesisch|portugais|portugués|portoghese|portugees|portugalski|portugues|葡萄牙语",
    "it": "italienisch|italien|italiaans|włoski|意大利语",
    "nl": "niederländisch|néerlandais|neerlandés|holandés|holandês|olandese",
    "ru": "russisch|russe|ruso|russo|rosyjski|俄语|俄文", "zh": "chinesisch|chinois|chino|chinês|cinese|chinees|중국어",
    "ja": "japanisch|japonais|japonés|japonês|giapponese|日语|日文", "pl": "polnisch|polonais|polaco|polacco",
    "tr": "türkisch|turc|turco", "ko": "koreanisch|coréen|coreano|韩语",
}  # fmt: skip
"""What languages are called in others, as people say in their own tables."""
_ALSO = {
    "greek, modern": "el", "moldavian": "ro", "scottish gaelic": "gd", "castilian": "es", "mandarin": "zh",
    "farsi": "fa", "slovene": "sl", "flemish": "nl", "norwegian bokmål": "nb", "norwegian nynorsk": "nn",
    "scc": "sr", "srp": "sr", "deu": "de", "fra": "fr", "zho": "zh", "nld": "nl", "ces": "cs", "slk": "sk",
    "ron": "ro", "fas": "fa", "ell": "el", "isl": "is", "hye": "hy", "kat": "ka", "eus": "eu", "sqi": "sq",
    "中文": "zh", "汉语": "zh", "简体中文": "zh", "繁體中文": "zh", "日本語": "ja", "한국어": "ko", "русский": "ru",
    "українська": "uk", "العربية": "ar", "فارسی": "fa", "עברית": "he", "ελληνικά": "el", "deutsch": "de",
    "français": "fr", "español": "es", "castellano": "es", "português": "pt", "italiano": "it", "nederlands": "nl",
    "polski": "pl", "čeština": "cs", "türkçe": "tr", "svenska": "sv", "dansk": "da", "norsk": "no", "suomi": "fi",
    "undetermined language": "und", "unspecified": "und", "not specified": "und", "undefined": "und",
    "unknown": "und", "undefined/unknown": "und", "rumanian": "ro",
    "english (us)": "en-US", "english (uk)": "en-GB",
    "mkd": "mk", "msa": "ms", "mya": "my", "mri": "mi", "cym": "cy", "mol": "ro", "nob": "nb", "nno": "nn",
}  # fmt: skip
"""Further names, also those that speakers use, former codes of MARC, and those of ISO 639-2 that are not MARC's."""

_ROWS = [tuple(entry.rsplit(" ", 2)) for line in _TABLE.split("\n") for entry in line.split("|") if entry]
LANGUAGES: dict[str, str] = (
    {word: code for code, words in _IN_OTHER_LANGUAGES.items() for word in words.split("|")}
    | {name.lower(): code for name, code, _ in _ROWS}
    | _ALSO
    | {marc: code for _, code, marc in _ROWS}
)
"""BCP 47 code by English name in lower case, and by the codes of three letters of MARC and ISO 639-2."""
_NAMES = {code: name for name, code, _ in _ROWS}
_MARC = {code: marc for _, code, marc in _ROWS}
_WITH_REGION = lazy(r"([A-Za-z]{2})[-_]([A-Za-z]{2})")


def language_code(text: str) -> str:
    """Return the BCP 47 code for an English name or an ISO 639 code, or the text as it is when it is neither.

    Args:
        text: ``English``, ``eng``, ``EN``, or with a region, ``en-US``, ``pt_BR``.
    """
    name = text.strip()
    lower = name.lower()
    if (code := LANGUAGES.get(lower)) or lower in _NAMES:
        return code or lower
    parted = _WITH_REGION.fullmatch(name)
    return f"{lower[:2]}-{parted[2].upper()}" if parted and lower[:2] in _NAMES else name


def languages_with_blanks(text: str) -> tuple[str, ...]:
    """Return the codes for what may be the names of several languages with only blanks between: ``English Spanish``."""
    code = language_code(text)
    codes = [LANGUAGES.get(word.lower(), "") for word in text.split()]
    return tuple(codes) if code == text.strip() and " " in code and all(codes) else (code,)


def language_codes(names: str) -> tuple[str, ...]:
    """Return the BCP 47 codes for names in a row as PubMed prints them: ``English, Greek, Modern``."""
    return tuple([language_code(name) for name in names.replace(", Modern", "").split(", ")])


def language_name(code: str) -> str:
    """Return the English name for a BCP 47 code, its region aside, or the code as it is when it is not known."""
    return _NAMES.get(code.partition("-")[0].lower(), code)


def marc_code(code: str) -> str:
    """Return the three letters of MARC and MEDLINE for a BCP 47 code, or the code as it is when it is not known."""
    return _MARC.get(code, code)
