"""Languages as PubMed names them, in BCP 47."""

from __future__ import annotations

_CODES = """
Afrikaans af|Albanian sq|Arabic ar|Armenian hy|Azerbaijani az|Basque eu|Belarusian be|Bengali bn|Bosnian bs
Bulgarian bg|Catalan ca|Chinese zh|Croatian hr|Czech cs|Danish da|Dutch nl|English en|Esperanto eo|Estonian et
Faroese fo|Filipino fil|Finnish fi|French fr|Gaelic gd|Galician gl|Georgian ka|German de|Greek el|Greek, Modern el
Hebrew he|Hindi hi|Hungarian hu|Icelandic is|Indonesian id|Irish ga|Italian it|Japanese ja|Kazakh kk|Kinyarwanda rw
Korean ko|Kyrgyz ky|Latin la|Latvian lv|Lithuanian lt|Macedonian mk|Malay ms|Malayalam ml|Maori mi|Moldavian ro
Mongolian mn|Multiple Languages mul|Norwegian no|Persian fa|Polish pl|Portuguese pt|Pushto ps|Romanian ro|Russian ru
Sanskrit sa|Scottish Gaelic gd|Serbian sr|Serbo-Croatian sh|Slovak sk|Slovenian sl|Spanish es|Swahili sw|Swedish sv
Tagalog tl|Tamil ta|Tatar tt|Thai th|Turkish tr|Ukrainian uk|Undetermined und|Urdu ur|Uzbek uz|Vietnamese vi
Welsh cy|Yiddish yi|Zulu zu
"""

LANGUAGES: dict[str, str] = {
    name.lower(): code
    for name, _, code in (entry.rpartition(" ") for line in _CODES.split("\n") for entry in line.split("|") if entry)
}
"""BCP 47 code by lower-case English name."""
