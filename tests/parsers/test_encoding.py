"""Old font encodings letter by letter, tidying, bytes to text, and the check for possible syllables."""

from __future__ import annotations

from pathlib import Path

import pytest

from parsers.encoding import syllable_share, text_of, tidy, unicode_of, unmask
from parsers.legacy import Legacy, legacy_of
from parsers.syllables import is_syllable

SAMPLE = (Path(__file__).parents[2] / "corpus" / "samples" / "bao-cao-gdtx.txt").read_text("utf-8")

LETTERS = (
    "á à ả ã ạ â ấ ầ ẩ ẫ ậ ă ắ ằ ẳ ẵ ặ é è ẻ ẽ ẹ ê ế ề ể ễ ệ í ì ỉ ĩ ị "
    "ó ò ỏ õ ọ ô ố ồ ổ ỗ ộ ơ ớ ờ ở ỡ ợ ú ù ủ ũ ụ ư ứ ừ ử ữ ự ý ỳ ỷ ỹ ỵ đ"
)
VNI = (
    "aù aø aû aõ aï aâ aá aà aå aã aä aê aé aè aú aü aë eù eø eû eõ eï eâ eá eà eå eã eä í ì æ ó ò "
    "où oø oû oõ oï oâ oá oà oå oã oä ô ôù ôø ôû ôõ ôï uù uø uû uõ uï ö öù öø öû öõ öï yù yø yû yõ î ñ"
)
TCVN3 = (
    "¸ µ ¶ · ¹ © Ê Ç È É Ë ¨ ¾ » ¼ ½ Æ Ð Ì Î Ï Ñ ª Õ Ò Ó Ô Ö Ý × Ø Ü Þ "
    "ã ß á â ä « è å æ ç é ¬ í ê ë ì î ó ï ñ ò ô \xad ø õ ö ÷ ù ý ú û ü þ ®"
)
MIXED = "Trường TH&THCS số 12: Nguyễn Bỉnh Khiêm – ĐỘC LẬP, Tự do (100%)"


@pytest.mark.parametrize(
    ("font", "text", "seen"),
    [
        pytest.param("Times New Roman", "Tr­êng 9½ £", "Tr­êng 9½ £", id="a Unicode font"),
        pytest.param("", "¸", "¸", id="no font known"),
        pytest.param(".VnTime", MIXED, MIXED, id="Unicode text in a TCVN3 font"),
        pytest.param("VNI-Times", MIXED, MIXED, id="Unicode text in a VNI font"),
        pytest.param("Arial", "e\u0302\u0301", "ế", id="decomposed text is composed"),
        pytest.param(".VnTime", TCVN3, LETTERS, id="TCVN3, every small letter"),
        pytest.param(".VnTimeH", TCVN3, LETTERS.upper(), id="TCVN3, every capital, in the capital font"),
        pytest.param(".VnTime", "¡ ¢ £ ¤ ¥ ¦ §", "Ă Â Ê Ô Ơ Ư Đ", id="TCVN3, the capitals without a tone"),
        pytest.param("VNI-Times", VNI, LETTERS, id="VNI, every small letter"),
        pytest.param("VNI-Times", VNI.upper(), LETTERS.upper(), id="VNI, every capital"),
        pytest.param("VNI-Times", "ÑIEÀU 1. Vieäc", "ĐIỀU 1. Việc", id="VNI, words"),
        pytest.param(".VnTime", "Sè 12/Q§-UBND", "Số 12/QĐ-UBND", id="TCVN3, words"),
    ],
)
def test_unicode_of(font: str, text: str, seen: str) -> None:
    assert unicode_of(text, font) == seen


@pytest.mark.parametrize(
    ("font", "legacy"),
    [
        ("Times New Roman", None),
        ("Vnitimes", None),
        ("VNtimes new roman", None),
        ("Vivaldi", None),
        ("", None),
        (".VnTime", Legacy.TCVN3),
        (".VNTIME", Legacy.TCVN3),
        (".VnArial Narrow", Legacy.TCVN3),
        (".VnTime-Bold", Legacy.TCVN3),
        ("ABCDEF+.VnTime,Italic", Legacy.TCVN3),
        ("ABCDEF+VnTime", Legacy.TCVN3),
        (".VnTimeH", Legacy.TCVN3_CAPITALS),
        (".VnArial NarrowH", Legacy.TCVN3_CAPITALS),
        (".VnTimeH Bold", Legacy.TCVN3_CAPITALS),
        ("ABCDEF+.VnTimeH,Bold", Legacy.TCVN3_CAPITALS),
        ("_VnTimeH", Legacy.TCVN3_CAPITALS),
        ("VNI-Times", Legacy.VNI),
        ("VNI Helve", Legacy.VNI),
        ("ABCDEF+Vni-Aptima", Legacy.VNI),
    ],
)
def test_font_names(font: str, legacy: Legacy | None) -> None:
    assert legacy_of(font) is legacy


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("ASCII\ttab\nline", "ASCII\ttab\nline"),
        ("đạt\xa010\u2009điểm", "đạt 10 điểm"),
        ("Q\u200bĐ\u2011UBND\ufeff", "QĐ-UBND"),
        ("ti\xadêu chí đạt", "tiêu chí đạt"),
        ("co\u0323\u0302ng", "cộng"),
        ("½ “ngoặc” – …", "½ “ngoặc” – …"),
    ],
)
def test_tidy(text: str, seen: str) -> None:
    assert tidy(text) == seen


PROSE = "Có triển khai phần mềm quản trị nhà trường và tổ chức kiểm tra đánh giá kết quả học tập trên phòng máy tính"
TO_TCVN3 = dict(zip(LETTERS.split(" "), TCVN3.split(" "), strict=True))
TO_VNI = dict(zip(LETTERS.split(" "), VNI.split(" "), strict=True))


def written(text: str, codes: dict[str, str]) -> str:
    return "".join(codes.get(letter, letter) for letter in text)


@pytest.mark.parametrize(
    ("texts", "seen"),
    [
        pytest.param([PROSE, "9½", "café"], [PROSE, "9½", "café"], id="Unicode"),
        pytest.param(
            ["The school has a café and a résumé of naïve façade works which were made by Zoë and Noël in the old days"]
            * 2,
            ["The school has a café and a résumé of naïve façade works which were made by Zoë and Noël in the old days"]
            * 2,
            id="another language with accents",
        ),
        pytest.param([written("điểm số", TO_TCVN3)], [written("điểm số", TO_TCVN3)], id="too few words to be sure"),
        pytest.param([written(PROSE, TO_TCVN3), "9½", "ghi chú: đạt"], [PROSE, "9½", "ghi chú: đạt"], id="TCVN3"),
        pytest.param([written(PROSE, TO_VNI), "10"], [PROSE, "10"], id="VNI"),
    ],
)
def test_unmask(texts: list[str], seen: list[str]) -> None:
    assert unmask(texts) == seen


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(PROSE.encode(), id="UTF-8"),
        pytest.param(PROSE.encode("utf-8-sig"), id="UTF-8 with its mark"),
        pytest.param(PROSE.encode("utf-16"), id="UTF-16 with its mark"),
        pytest.param(("\ufeff" + PROSE).encode("utf-16-be"), id="UTF-16, high byte first"),
        pytest.param(PROSE.encode("utf-16-le"), id="UTF-16 without a mark"),
        pytest.param(written(PROSE, TO_TCVN3).encode("latin-1"), id="TCVN3 bytes"),
        pytest.param(written(PROSE, TO_VNI).encode("cp1252"), id="VNI bytes"),
    ],
)
def test_text_of(data: bytes) -> None:
    assert text_of(data) == PROSE


def test_text_of_windows_1258_writes_tones_as_marks_of_their_own() -> None:
    marks = {
        "ể": "ê\u0309",
        "ị": "i\u0323",
        "ề": "ê\u0300",
        "ầ": "â\u0300",
        "ả": "a\u0309",
        "ổ": "ô\u0309",
        "ậ": "â\u0323",
    }
    marks |= {"ọ": "o\u0323", "ế": "ê\u0301", "ờ": "ơ\u0300", "ứ": "ư\u0301", "ò": "o\u0300"}
    assert text_of(written(PROSE, marks).encode("cp1258")) == PROSE


def test_text_of_utf8_with_a_few_broken_bytes() -> None:
    data = PROSE.encode() + b"\xe1\xba"
    assert text_of(data).startswith(PROSE)


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        pytest.param(SAMPLE, 0.95, 1.0, id="a report"),
        pytest.param(PROSE.upper(), 1.0, 1.0, id="capitals"),
        pytest.param(written(SAMPLE, TO_TCVN3), 0.0, 0.5, id="TCVN3 read as Latin-1"),
        pytest.param(written(SAMPLE, TO_VNI), 0.0, 0.6, id="VNI read as Latin-1"),
        pytest.param(
            "the quick brown fox jumps over the lazy dog while nobody watches it there", 0.0, 0.5, id="English"
        ),
        pytest.param(SAMPLE.translate({ord(a): "\ufffd" for a in "ạảấầậếềệốồộớờợứừự"}), 0.0, 0.75, id="letters lost"),
        pytest.param("".join(chr(ord(c) + 3) if c.isalpha() else c for c in SAMPLE), 0.0, 0.3, id="a shifted font map"),
    ],
)
def test_syllable_share(text: str, least: float, most: float) -> None:
    share = syllable_share(text)
    assert share is not None
    assert least <= share <= most


@pytest.mark.parametrize(
    "text", ["", "10 9,5 100%", "108/QĐ-GDNN-GDTX", "GV TH THCS CNTT CSDL", "a@example.edu.vn đạt"]
)
def test_too_few_words_say_nothing(text: str) -> None:
    assert syllable_share(text) is None


@pytest.mark.parametrize(
    "word", ["nghiêng", "khuếch", "quýt", "gìn", "giếng", "quốc", "Yến", "oanh", "ỷ", "xoong", "thuở", "ươm", "HOẠT"]
)
def test_syllables(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["tet", "cạp̀", "f", "strong", "hoatj", "quyễt", "biềnh", "ángh", "trươngg", "ế́"])
def test_no_syllables(word: str) -> None:
    assert not is_syllable(word)
