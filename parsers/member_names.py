"""Names of files in archives and mails as people see them: old code pages undone, no way out of the archive."""

from __future__ import annotations

import re
import unicodedata

from parsers.legacy import Legacy, decode
from parsers.syllables import is_syllable

_WORD = re.compile(r"[^\W\d_]+")
_ROOT = re.compile(r"(?:[A-Za-z]:)?/+|[A-Za-z]:")
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f\ufffd\ue000-\uf8ff]")
_LONGEST = 1024  # characters of a name with its folders; systems allow no file 4096 bytes


def name_of_bytes(raw: bytes) -> str:
    """The name that bytes without any word on their code page stand for: the most Vietnamese of the readings."""
    try:
        return unicodedata.normalize("NFC", raw.decode("utf-8"))  # what every packer on a Mac or Linux writes
    except UnicodeDecodeError:
        return max(_readings(raw), key=_likeness)


def _readings(raw: bytes) -> list[str]:
    """What the bytes say in each code page that names were written in, the likelier ones first."""
    latin = raw.decode("cp1252", "replace")
    readings = (
        raw.decode("cp1258", "replace"),
        decode(raw.decode("latin-1"), Legacy.TCVN3),
        decode(latin, Legacy.VNI),
        raw.decode("cp437"),
        latin,
    )
    return [unicodedata.normalize("NFC", reading) for reading in readings]


def _likeness(name: str) -> tuple[int, int]:
    """How much of a name is Vietnamese: words that can be syllables, less words that cannot, and odd signs."""
    words = [word for word in _WORD.findall(name) if not word.isascii()]
    odd = sum(not (sign.isalnum() or sign.isascii()) for sign in name)
    good = sum(map(is_syllable, words))
    return good - (len(words) - good) - 2 * odd, -len(name)


def unmangled(name: str) -> str:
    """A name whose UTF-8 was taken for another code page by whoever packed it ("b├ío c├ío"), as it was meant."""
    for codec in ("cp437", "cp1252"):
        try:
            meant = name.encode(codec).decode("utf-8")
        except UnicodeError:
            continue
        return unicodedata.normalize("NFC", meant)
    return unicodedata.normalize("NFC", name)


def name_within(name: str) -> str | None:
    """The name within the archive: slashes, no root, no idle parts; None where it leads out of the archive."""
    slashed = name.replace("\\", "/")[:_LONGEST]
    rooted = _ROOT.match(slashed)
    parts = [part for part in slashed[rooted.end() if rooted else 0 :].split("/") if part not in ("", ".")]
    if not parts or ".." in parts:
        return None
    return unicodedata.normalize("NFC", _UNPRINTABLE.sub("�", "/".join(parts)))
