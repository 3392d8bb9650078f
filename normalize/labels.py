"""Row labels: "1.3.", "I.3", "Tiêu chí 1.3", "a)", "III", as ordinals."""

from __future__ import annotations

import re

_PREFIX = re.compile(r"^(?:nhóm tiêu chí|nhóm|tiêu chí|tiêu chuẩn|chỉ số|phần|mục|tc|stt)\s*(?=[\dIVX])\s*:?\s*", re.I)
_LABEL = re.compile(
    r"^\(?(?P<label>\d{1,2}(?:\s?[.,]\s?\d{1,2}){0,2}(?:\s?[.,]?\s?[a-hđ])?|[IVX]{1,4}(?:\s?[.,]\s?\d{1,2}){0,2}(?:\s?[.,]?\s?[a-hđ])?"
    r"|[A-HĐ]\s?\.?\s?\d{1,2}(?:\.\d{1,2})*|[a-hđA-HĐ])(?P<end>\s*[.)/:]*\s*)$"
)
_LEADING = re.compile(
    r"^\(?(?P<label>\d{1,2}(?:[.,]\d{1,2}){1,2}[a-hđ]?|\d{1,2}(?=\s*[.)/:])|[IVX]{1,4}(?:[.,]\d{1,2}){0,2}(?=\s*[.):])"
    r"|[A-HĐ]\.?\d{1,2}(?:\.\d{1,2})*|[a-hđ](?=\s*[.)]))\s*[.)/:]*\s+(?=\S)"
)
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10}
_LETTERS = "abcdefgh"  # as the criterion data count: d is the fourth
_LETTERS_VI = "abcdđefgh"  # as Vietnamese lists count: đ is the fifth


def parse_label(text: str) -> tuple[int, ...] | None:
    """Ordinals of a label that stands alone ("I.3." gives (1, 3); "a)" gives (1,)); None when it is none."""
    match = _LABEL.match(_PREFIX.sub("", " ".join(text.split())))
    return None if match is None else _ordinals(match.group("label"))


def split_label(text: str) -> tuple[tuple[int, ...] | None, str]:
    """The label that a text begins with, and the rest."""
    tail = _PREFIX.sub("", text)
    match = _LEADING.match(tail)
    if match is None:
        return None, text
    return _ordinals(match.group("label")), tail[match.end() :]


def _ordinals(label: str) -> tuple[int, ...] | None:
    found: list[int] = []
    for part in re.findall(r"\d+|[IVX]+|[a-hđA-HĐ]", label):
        if part.isdigit():
            found.append(int(part))
        elif part in _ROMAN and not found:
            found.append(_ROMAN[part])
        elif part.lower() in _LETTERS_VI:
            found.append(_letter(part.lower()))
        else:
            return None
    return tuple(found)


def _letter(letter: str) -> int:
    return 5 if letter == "đ" else _LETTERS.index(letter) + 1
