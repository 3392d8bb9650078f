"""Text as the fonts of the nineties have it: TCVN3 (`.VnTime`, for capitals `.VnTimeH`) and VNI (`VNI-Times`)."""

from __future__ import annotations

from functools import cache
from itertools import groupby
from unicodedata import normalize

SMALL_FONT, CAPITAL_FONT, VNI_FONT = ".VnTime", ".VnTimeH", "VNI-Times"
FONTS = {"TCVN3": SMALL_FONT, "VNI": VNI_FONT}

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
# VNI writes a vowel and, behind it, a letter for its marks; in capitals the marks' letters are capitals too
VNI_MARKS = {
    "": "", "\u0301": "ù", "\u0300": "ø", "\u0309": "û", "\u0303": "õ", "\u0323": "ï",
    "\u0302": "â", "\u0302\u0301": "á", "\u0302\u0300": "à", "\u0302\u0309": "å", "\u0302\u0303": "ã",
    "\u0302\u0323": "ä", "\u0306": "ê", "\u0306\u0301": "é", "\u0306\u0300": "è", "\u0306\u0309": "ú",
    "\u0306\u0303": "ü", "\u0306\u0323": "ë",
}  # fmt: skip
VNI_WHOLE = {"ơ": "ô", "ư": "ö", "đ": "ñ", "í": "í", "ì": "ì", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î"}


@cache
def _tables() -> tuple[dict[int, int | str], dict[int, int | str]]:
    """Translations for the two fonts: the capitals' font draws capitals at the small letters' places."""
    small: dict[int, int | str] = {ord(c): code for c, code in (SMALL | CAPITAL).items()}
    return small, small | {ord(c.upper()): code for c, code in SMALL.items()}


def pieces_of(text: str, letters: str) -> list[tuple[str, str]]:
    """The text in runs of one font: (font, text at the font's code points)."""
    return _in_tcvn3(text) if letters == "TCVN3" else [(VNI_FONT, _in_vni(text))]


def _in_vni(text: str) -> str:
    return "".join(_vni_letter(letter) for letter in normalize("NFC", text))


@cache
def _vni_letter(letter: str) -> str:
    """One letter as VNI's fonts have it: one or two code points."""
    small = letter.lower()
    if small in VNI_WHOLE:
        return VNI_WHOLE[small] if letter == small else VNI_WHOLE[small].upper()
    base, *marks = list(normalize("NFD", small))
    horned = "\u031b" in marks  # ơ and ư are letters of their own, the tone follows
    tones = "".join(sorted((mark for mark in marks if mark != "\u031b"), key="\u0302\u0306".find, reverse=True))
    if not marks or (tones not in VNI_MARKS and tones):
        return letter
    written = (VNI_WHOLE[{"o": "ơ", "u": "ư"}[base]] if horned else base) + VNI_MARKS[tones]
    return written if letter == small else written.upper()


def _in_tcvn3(text: str) -> list[tuple[str, str]]:
    """Capitals with marks have a font of their own."""
    composed = normalize("NFC", text)
    small, capital = _tables()
    only_capital = {c.upper() for c in SMALL} - set(CAPITAL)
    runs = []
    for high, letters in groupby(composed, key=only_capital.__contains__):
        part = "".join(letters)
        font, table = (CAPITAL_FONT, capital) if high else (SMALL_FONT, small)
        runs.append((font, part.translate(table)))
    return runs
