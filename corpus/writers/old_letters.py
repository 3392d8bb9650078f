"""Text as the fonts of the nineties have it (TCVN3, fonts `.VnTime` and, for capitals, `.VnTimeH`)."""

from __future__ import annotations

from functools import cache
from itertools import groupby
from unicodedata import normalize

SMALL_FONT, CAPITAL_FONT = ".VnTime", ".VnTimeH"

# each small letter at the code point that the fonts draw it at (TCVN 5712:1993, third set)
SMALL = {
    "à": 0xB5, "ả": 0xB6, "ã": 0xB7, "á": 0xB8, "ạ": 0xB9, "ă": 0xA8, "ằ": 0xBB, "ẳ": 0xBC, "ẵ": 0xBD, "ắ": 0xBE,
    "ặ": 0xC6, "â": 0xA9, "ầ": 0xC7, "ẩ": 0xC8, "ẫ": 0xC9, "ấ": 0xCA, "ậ": 0xCB, "đ": 0xAE, "è": 0xCC, "ẻ": 0xCE,
    "ẽ": 0xCF, "é": 0xD0, "ẹ": 0xD1, "ê": 0xAA, "ề": 0xD2, "ể": 0xD3, "ễ": 0xD4, "ế": 0xD5, "ệ": 0xD6, "ì": 0xD7,
    "ỉ": 0xD8, "ĩ": 0xDC, "í": 0xDD, "ị": 0xDE, "ò": 0xDF, "ỏ": 0xE1, "õ": 0xE2, "ó": 0xE3, "ọ": 0xE4, "ô": 0xAB,
    "ồ": 0xE5, "ổ": 0xE6, "ỗ": 0xE7, "ố": 0xE8, "ộ": 0xE9, "ơ": 0xAC, "ờ": 0xEA, "ở": 0xEB, "ỡ": 0xEC, "ớ": 0xED,
    "ợ": 0xEE, "ù": 0xEF, "ủ": 0xF1, "ũ": 0xF2, "ú": 0xF3, "ụ": 0xF4, "ư": 0xAD, "ừ": 0xF5, "ử": 0xF6, "ữ": 0xF7,
    "ứ": 0xF8, "ự": 0xF9, "ỳ": 0xFA, "ỷ": 0xFB, "ỹ": 0xFC, "ý": 0xFD, "ỵ": 0xFE,
}  # fmt: skip
CAPITAL = {"Ă": 0xA1, "Â": 0xA2, "Ê": 0xA3, "Ô": 0xA4, "Ơ": 0xA5, "Ư": 0xA6, "Đ": 0xA7}
PLAIN = {"“": '"', "”": '"', "–": "-", "—": "-", "…": "...", "•": "-", "✓": "x", "’": "'"}


@cache
def _tables() -> tuple[dict[int, int | str], dict[int, int | str]]:
    """Translations for the two fonts: the capitals' font draws capitals at the small letters' places."""
    small: dict[int, int | str] = {ord(c): code for c, code in (SMALL | CAPITAL).items()}
    small |= {ord(c): text for c, text in PLAIN.items()}
    return small, small | {ord(c.upper()): code for c, code in SMALL.items()}


def pieces_of(text: str) -> list[tuple[str, str]]:
    """The text in runs of one font: (font, text at the font's code points)."""
    composed = normalize("NFC", text)
    small, capital = _tables()
    only_capital = {c.upper() for c in SMALL} - set(CAPITAL)
    runs = []
    for high, letters in groupby(composed, key=only_capital.__contains__):
        part = "".join(letters)
        font, table = (CAPITAL_FONT, capital) if high else (SMALL_FONT, small)
        runs.append((font, part.translate(table)))
    return runs
