"""Characters as they are meant: one Unicode spelling (NFC), old font encodings undone, bytes decoded."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from parsers.formats import wide_codec
from parsers.legacy import Legacy, decode, from_tcvn3, from_vni, legacy_of
from parsers.syllables import MIN_WORDS, syllable_share

__all__ = ["MIN_WORDS", "syllable_share", "text_of", "tidy", "unicode_of", "unmask"]

# Letters that only real Unicode text has: no old font encoding stores them.
_UNICODE_VIETNAMESE = re.compile("[ĂăĐđĨĩŨũƠơƯưẠ-ỹ\u0300\u0301\u0303\u0309\u0323]")
_HIGH = re.compile("[\xa1-\xac\xae-\xff]")
_ASCII_LETTER = re.compile("[A-Za-z]")

_SPACES = "\xa0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_UNSEEN = "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
_SOFT_HYPHEN = "\xad"
_HARD_HYPHEN = "\u2011"
_UNTIDY = re.compile(f"[{_SPACES}{_UNSEEN}{_HARD_HYPHEN}]")
_TIDY = str.maketrans(dict.fromkeys(_SPACES, " ") | dict.fromkeys(_UNSEEN, "") | {_HARD_HYPHEN: "-"})

_JUNK_SHARE = 0.6  # Vietnamese prose has more than this share of possible syllables, old encodings read as Latin-1 less
_SURE_SHARE = 0.85  # what the decoded text must reach before it is believed without a font's word for it
_SURE_WORDS = 20


def tidy(text: str) -> str:
    """`text` composed (NFC), with plain spaces and hyphens only, and without invisible characters.

    A soft hyphen stays where the text may be in an old encoding, in which it is a letter: `unmask` decides.
    """
    if text.isascii():
        return text
    text = unicodedata.normalize("NFC", text)
    if text.isprintable() and _HARD_HYPHEN not in text:
        return text  # nearly always: none of the others is printable
    if _UNTIDY.search(text):
        text = text.translate(_TIDY)
    return text.replace(_SOFT_HYPHEN, "") if _SOFT_HYPHEN in text and not _may_be_masked(text) else text


def unicode_of(text: str, font: str) -> str:
    """What a person sees when `text` is set in `font`: text in an old Vietnamese font is decoded, other text is not.

    Always composed (NFC). Text that is Unicode although its font is an old one (a program falls back to another font
    for it) stays as it is.
    """
    legacy = legacy_of(font)
    if legacy is None or _UNICODE_VIETNAMESE.search(text):
        return unicodedata.normalize("NFC", text)
    return decode(text, legacy)


def unmask(texts: Sequence[str]) -> list[str]:
    """`texts` with old font encodings undone where the words leave no doubt, though no font name tells of them."""
    suspects = [text for text in texts if _may_be_masked(text)]
    legacy = _encoding_behind(" ".join(suspects)) if suspects else None
    if legacy is None:
        return [text.replace(_SOFT_HYPHEN, "") for text in texts]
    return [decode(text, legacy) if _may_be_masked(text) else text for text in texts]


def text_of(data: bytes) -> str:
    """The text that `data` holds, in Unicode or in one of the old Vietnamese encodings, told by its marks and words."""
    for mark, marked_codec in ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if data.startswith(mark):
            return data[len(mark) :].decode(marked_codec, errors="replace")
    codec = wide_codec(data)
    if codec:
        return data.decode(codec, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _best_guess(data)


def _may_be_masked(text: str) -> bool:
    if text.isascii() or _UNICODE_VIETNAMESE.search(text):
        return False
    return bool(_HIGH.search(text) and _ASCII_LETTER.search(text))


def _encoding_behind(text: str) -> Legacy | None:
    """The old encoding that alone makes sense of `text`; None where that is not overwhelmingly clear."""
    if len(text.split()) < _SURE_WORDS or (syllable_share(text) or 0.0) > _JUNK_SHARE:
        return None
    share, best = max((syllable_share(decode(text, legacy)) or 0.0, legacy.value) for legacy in _CANDIDATES)
    return Legacy(best) if share >= _SURE_SHARE else None


_CANDIDATES = (Legacy.TCVN3, Legacy.VNI)


def _best_guess(data: bytes) -> str:
    """The most Vietnamese of the readings that bytes which are no UTF-8 can have."""
    latin = data.decode("cp1252", errors="replace")
    readings = [
        data.decode("utf-8", errors="replace"),
        unicodedata.normalize("NFC", data.decode("cp1258", errors="replace")),
        from_tcvn3(data.decode("latin-1")),
        from_vni(latin),
        latin,
    ]
    shares = [syllable_share(reading) or 0.0 for reading in readings]
    return readings[shares.index(max(shares))]
