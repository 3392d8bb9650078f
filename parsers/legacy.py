"""The two Vietnamese font encodings from before Unicode: TCVN3 (fonts `.Vn…`) and VNI (fonts `VNI-…`).

Such text is stored as Latin-1 characters that only the font draws as Vietnamese letters. A TCVN3 font has a
letter for each code; its upper-case sister (name ending in H) draws small letters as capitals. VNI writes a
vowel and then a mark that stands for accent and tone together.
"""

from __future__ import annotations

import re
import unicodedata
from enum import Enum
from functools import lru_cache


class Legacy(Enum):
    """How a font that is no Unicode font draws its characters."""

    TCVN3 = "tcvn3"
    TCVN3_CAPITALS = "tcvn3-capitals"
    VNI = "vni"


# TCVN 5712:1993, second table (VN2), which the ABC fonts follow: codes 0xA1 to 0xFE.
_TCVN3_CODES = "¡¢£¤¥¦§¨©ª«¬\xad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ"
_TCVN3_LETTERS = "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
_TCVN3 = str.maketrans(_TCVN3_CODES, _TCVN3_LETTERS)

_ACUTE, _GRAVE, _HOOK, _TILDE, _DOT = "\u0301", "\u0300", "\u0309", "\u0303", "\u0323"
_CIRCUMFLEX, _BREVE = "\u0302", "\u0306"
_VNI_MARKS = {
    "ù": _ACUTE,
    "ø": _GRAVE,
    "û": _HOOK,
    "õ": _TILDE,
    "ï": _DOT,
    "â": _CIRCUMFLEX,
    "á": _CIRCUMFLEX + _ACUTE,
    "à": _CIRCUMFLEX + _GRAVE,
    "å": _CIRCUMFLEX + _HOOK,
    "ã": _CIRCUMFLEX + _TILDE,
    "ä": _CIRCUMFLEX + _DOT,
    "ê": _BREVE,
    "é": _BREVE + _ACUTE,
    "è": _BREVE + _GRAVE,
    "ú": _BREVE + _HOOK,
    "ü": _BREVE + _TILDE,
    "ë": _BREVE + _DOT,
}
_VNI_LETTERS = str.maketrans("ôöíìæóòîñÔÖÍÌÆÓÒÎÑ", "ơưíìỉĩịỵđƠƯÍÌỈĨỊỴĐ")
_VNI_MARKED = re.compile("([aeouyAEOUYôöÔÖ])([{}])".format("".join(_VNI_MARKS) + "".join(_VNI_MARKS).upper()))

# A PDF names a subset `ABCDEF+.VnTime`, and some writers drop the dot or put `_` for it. Without the dot the letter
# case is asked for, so that no other family's name is taken for one of these.
_VNI_FONT = re.compile(r"^(?:[A-Z]{6}\+)?[._]?vni[- _]", re.IGNORECASE)
_TCVN3_FONT = re.compile(r"^(?:[A-Z]{6}\+)?(?:[._][Vv][Nn]|Vn(?=[A-Z0-9]))(?P<family>[^,\-]*)")
_STYLE_WORDS = re.compile(r"(?: (?:bold|italic|regular))+$", re.IGNORECASE)


@lru_cache(maxsize=256)  # fonts by name: a document has a few, and asks of every run
def legacy_of(font: str) -> Legacy | None:
    """The encoding that a font of this name draws; None for a Unicode font."""
    if _VNI_FONT.match(font):
        return Legacy.VNI
    found = _TCVN3_FONT.match(font)
    if not found:
        return None
    family = _STYLE_WORDS.sub("", found["family"]).rstrip()
    return Legacy.TCVN3_CAPITALS if family.endswith(("H", "h")) else Legacy.TCVN3


def from_tcvn3(text: str) -> str:
    """The letters that a TCVN3 font draws for `text`."""
    return text.translate(_TCVN3)


def from_vni(text: str) -> str:
    """The letters that a VNI font draws for `text`."""
    return unicodedata.normalize("NFC", _VNI_MARKED.sub(_letter, text).translate(_VNI_LETTERS))


def decode(text: str, legacy: Legacy) -> str:
    """The letters that a font of this encoding draws for `text`."""
    if legacy is Legacy.VNI:
        return from_vni(text)
    return from_tcvn3(text).upper() if legacy is Legacy.TCVN3_CAPITALS else from_tcvn3(text)


def _letter(found: re.Match[str]) -> str:
    # Composed here, before the single letters are mapped: a composed "ó" must not be taken for VNI's code for "ĩ".
    return found[1].translate(_VNI_LETTERS) + _VNI_MARKS[found[2].lower()]
