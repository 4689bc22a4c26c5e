"""Older encodings are told by what the letters of a text would be in each of them."""

from __future__ import annotations

import io

import pytest

import citeconv
from citeconv.charsets import guessed_codec

_CHINESE = "题名,作者,刊名,年\n滨海湿地鸟类研究,张伟;李娜,海岸学报,2021\n沙丘植被的生态特征,陈静,沙漠研究,2019\n"
_RUSSIAN = "Авторы;Название;Журнал;Год\nИванов И.И.;Птицы приливных болот;Вестник болот;2021\n"
TEXTS = {
    "gb18030": _CHINESE,
    "cp950": "題名,作者,年\n濱海濕地鳥類研究,張偉;李娜,2021\n國民中學學生學習態度之研究,王小明,2020\n",
    "cp932": "タイトル,著者,雑誌名\n干潟の鳥類の調査,佐藤 花子,海岸学会誌\n",
    "euc_jp": "タイトル,著者,雑誌名\n干潟の鳥類の調査,佐藤 花子,海岸学会誌\n",
    "cp949": "제목,저자,학술지명\n갯벌의 조류 연구,김민수,해양학회지\n",
    "cp1251": _RUSSIAN,
    "koi8_r": _RUSSIAN,
    "cp866": _RUSSIAN,
    "cp1253": "Τίτλος;Συγγραφείς;Έτος\nΠουλιά των ελών;Παπαδόπουλος Γ.;2021\n",
    "cp1255": "כותרת,מחבר,שנה\nציפורי ביצה,כהן דנה,2021\n",
    "cp1256": "العنوان,المؤلف,السنة\nطيور المستنقعات,أحمد علي,2021\n",
    "cp874": "ชื่อเรื่อง,ผู้แต่ง,ปี\nนกในหนองน้ำ,สมชาย ใจดี,2564\n",
    "cp1254": "Başlık;Yazarlar;Yıl\nGelgit bataklığı kuşları;Ayşe Işık;2021\n",
    "cp1250": "Tytuł;Autorzy;Rok\nPtaki bagien i łąk wybrzeża;Wiśniewski Łukasz;2021\n",
    "iso8859_2": "Tytuł;Autorzy;Rok\nPtaki bagien i łąk wybrzeża;Wiśniewski Łukasz;2021\n",
    "cp1257": "Pavadinimas;Autorius\nPelkių paukščių gyvenimas žiemą;Žukauskas Ąžuolas\n",
    "mac_roman": "AU  - Müller, H.\nAU  - Löwe, Günther\nTI  - Vögel der Küste\n",
    "cp850": "AU  - Müller, H.\nAU  - Löwe, Günther\nTI  - Vögel der Küste\n",
}


@pytest.mark.parametrize("codec", TEXTS)
def test_text_tells_its_encoding(codec: str) -> None:
    """A few titles and names are enough."""
    assert codec == guessed_codec(TEXTS[codec].encode(codec))


def test_second_bytes_may_be_letters_of_ascii() -> None:
    """Signs of Big5 are known as such although many of them end in one."""
    title = "臺灣地區老人憂鬱症狀之研究"
    assert guessed_codec(f"TI  - {title}\nAU  - 陳, 大文\n".encode("cp950")) == "cp950"


def test_last_sign_may_be_cut() -> None:
    """The beginning of a file is looked at, and that may end within a sign."""
    assert guessed_codec((_CHINESE * 300).encode("gb18030")[:16381]) == "gb18030"


WESTERN = (
    "Jørgensen, Sørensen og Åse",
    "Novotný, é",
    "Français à Paris : étude générale, où l’on",
    "perché è così, città, può, più",
    "Çelik",
    "“quoted” – 5 µg at 37 °C, 10 µl, 20 µm",
    "Þórður Sigurðsson, Ísland, Æsa",
    "Müller, Grégoire, García Núñez, Gonçalves",
)


@pytest.mark.parametrize("text", WESTERN)
def test_windows_1252_is_not_mistaken(text: str) -> None:
    """What it has as letters of a language, or as signs beside none, is no other encoding's."""
    assert guessed_codec(f"{text}\n".encode("cp1252")) == ""


def test_utf8_with_stray_bytes_is_not_mistaken() -> None:
    """A file may be mixed, and is then UTF-8 in which some bytes are not."""
    assert guessed_codec(_RUSSIAN.encode() + "Птица\n".encode("cp1251")) == ""


def test_guess_is_told() -> None:
    """A note says what the text was read as, and how to say better."""
    told: list[str] = []
    report = citeconv.Report(lambda diagnostic: told.append(diagnostic.message))
    (citation,) = citeconv.load(io.BytesIO(TEXTS["cp1254"].encode("cp1254")), "csv", report=report)
    assert citation.title == "Gelgit bataklığı kuşları"
    assert told == ["not UTF-8: read as cp1254 by what it holds (encoding=... to say better)"]
