"""Numbers as reports write them: "9,5", "07", "7 điểm", "7/10", "bảy", "1.250"."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from normalize.folding import fold

_UNITS = {
    "khong": 0, "mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5, "lam": 5, "sau": 6, "bay": 7,
    "tam": 8, "chin": 9,
}  # fmt: skip
_FRACTIONS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_NUMBER = re.compile(r"(?!0)\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?")
_UNIT = r"(?:diem|d|point|points|pts)"
_LEAD = re.compile(r"^(?:[-+*•]\s+|(?:so )?diem(?: so| dat| dat duoc)?\s*:?\s*|dat\s*:?\s*|tong\s*:\s*)+")
_FIGURE = re.compile(rf"^({_NUMBER.pattern})\s*{_UNIT}?(?:\s*/\s*(?:{_NUMBER.pattern})\s*{_UNIT}?)?\.?$")
_BEHIND_WORDS = re.compile(rf"\s*{_UNIT}?(?:\s*/\s*(?:{_NUMBER.pattern})\s*{_UNIT}?)?$")  # "ba/6 điểm"
_ASIDE = re.compile(r"\(([^()]*)\)")
_DIGITS = re.compile(r"\s*\d+\s*(?:điểm|đ)?\s*")
_ONLY_UNIT = re.compile(rf"(?:{_UNIT}|\w{{1,2}})?\W*")  # "điểm (7)", "x (7)"
_BLANK = re.compile(r"^[\s\-–—/._…]*(?:điểm|đ)?[\s.…]*$", re.IGNORECASE)


def is_blank(text: str) -> bool:
    """Nothing, or only a mark that stands for nothing: "-", "–", "/", "…"."""
    return _BLANK.match(text) is not None


def is_dash(text: str) -> bool:
    """A mark that was written on purpose: "-", "–", "/"."""
    return re.fullmatch(r"\s*[-–—/]+\s*", text) is not None


def to_decimal(text: str) -> Decimal | None:
    """One number written the Vietnamese way (dot for thousands, comma for decimals; "7.5" too); a row of digits longer
    than any figure of a report is none."""
    if re.fullmatch(r"(?!0)\d{1,3}(?:\.\d{3}){1,4}(?:,\d{1,9})?", text):
        return tidy(Decimal(text.replace(".", "").replace(",", ".")))
    if re.fullmatch(r"\d{1,15}(?:[.,]\d{1,9})?", text):
        return tidy(Decimal(text.replace(",", ".")))
    return None


def tidy(number: Decimal) -> Decimal:
    """The same number without trailing zeros or exponent: 7.50 is 7.5, 7.0 is 7."""
    whole = number.to_integral_value()
    return whole.quantize(Decimal(1)) if number == whole else number.normalize()


def parse_words(text: str) -> Decimal | None:
    """A number from 0 to 199 in Vietnamese words ("bảy mươi ba", "bảy rưỡi", "tám phẩy năm"); else None."""
    words = [word for word in re.split(r"[\s\-]+", fold(text)) if word]
    if not words:
        return None
    if words[-1] == "ruoi":
        whole = _whole(words[:-1])
        return None if whole is None else whole + Decimal("0.5")
    if "phay" in words:
        cut = words.index("phay")
        whole, tail = _whole(words[:cut]), [_UNITS.get(word) for word in words[cut + 1 :]]
        if whole is None or not tail or any(digit is None for digit in tail):
            return None
        return tidy(whole + Decimal("0." + "".join(str(digit) for digit in tail)))
    return _whole(words)


def _whole(words: list[str]) -> Decimal | None:
    if len(words) >= 2 and words[1] == "tram" and words[0] == "mot":
        rest = [word for word in words[2:] if word not in {"linh", "le"}]
        below = _below_hundred(rest) if rest else 0
        return None if below is None else Decimal(100 + below)
    below = _below_hundred(words)
    return None if below is None else Decimal(below)


def _below_hundred(words: list[str]) -> int | None:
    """0 to 99: "bảy", "mười hai", "bảy mươi", "bảy mươi ba", "bảy ba"."""
    tens, rest = 0, words
    if words[:1] == ["muoi"]:
        tens, rest = 10, words[1:]
    elif len(words) >= 2 and words[1] in {"muoi", "chuc"} and words[0] in _UNITS:
        tens, rest = 10 * _UNITS[words[0]], words[2:]
    if not rest:
        return tens if tens else None
    if len(rest) == 1 and rest[0] in _UNITS:
        return tens + _UNITS[rest[0]]
    return None


@lru_cache(maxsize=1024)
def parse_points(text: str) -> Decimal | None:
    """Points written the Vietnamese way ("9,5", "9.50 đ", "7/10", "bảy điểm"); None when it is not one number."""
    for glyph, part in _FRACTIONS.items():
        if glyph in text:
            head = text.replace(glyph, "").strip()
            whole = Decimal(0) if not head else to_decimal(head)
            return None if whole is None else whole + part
    plain = _LEAD.sub("", fold(text)).strip(" .;:")
    aside = _ASIDE.search(plain)
    if aside is None:
        return _one_number(plain)
    around = _ASIDE.sub(" ", plain).strip(" .;:")
    outer, inner = _one_number(around), _one_number(aside.group(1).strip())
    if outer is not None:
        return outer if inner in {None, outer} else None
    return inner if _ONLY_UNIT.fullmatch(around) else None  # "(1) Có phần mềm …" is an item, not one point


def parse_cell(text: str) -> Decimal | None:
    """The one number of a cell, also where a narrow column breaks it ("12,|5", "6 điể|m", "41/10|0").

    Lines that are numbers each are a list, not one number.
    """
    number = parse_points(text)
    lines = text.split("\n")
    if number is not None or len(lines) == 1:
        return number
    cut = len(lines) == 2 and bool(re.search(r"[/.,]\s*$|/", lines[0]) and _DIGITS.fullmatch(lines[1]))
    if not cut and all(parse_points(line) is not None for line in lines if line.strip()):
        return None
    squeezed = "".join(text.split())
    return None if squeezed.isdigit() else parse_points(squeezed)


def _one_number(plain: str) -> Decimal | None:
    match = _FIGURE.match(plain)
    if match is not None:
        return to_decimal(match.group(1))
    return parse_words(_BEHIND_WORDS.sub("", plain))


def numbers_in(text: str) -> list[Decimal]:
    """Every number of a text, in order."""
    found = (to_decimal(match.group()) for match in _NUMBER.finditer(text))
    return [number for number in found if number is not None]
