"""Characters of symbol fonts (Wingdings, Symbol …) as Unicode: ticks and boxes say yes or no in these reports."""

from __future__ import annotations

_BOX, _TICKED, _CROSSED, _TICK, _CROSS = "☐", "☑", "☒", "✓", "✗"
_UNKNOWN = "•"

_WINGDINGS = {
    0x28: "☎", 0x2A: "✉", 0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: _BOX, 0x70: _BOX, 0x71: _BOX, 0x72: _BOX, 0x73: "⬧",
    0x74: "⧫", 0x75: "◆", 0x76: "❖", 0x77: "⬥", 0x78: _CROSSED, 0x9E: "·", 0x9F: "•", 0xA0: "▪", 0xA1: "○", 0xA2: "○",
    0xA7: "▪", 0xA8: _BOX, 0xAB: "★", 0xD8: "➢", 0xDC: "→", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE7: "←",
    0xE8: "→", 0xEF: "⇦", 0xF0: "⇨", 0xFB: _CROSS, 0xFC: _TICK, 0xFD: _CROSSED, 0xFE: _TICKED,
}  # fmt: skip
_WINGDINGS_2 = {
    0x2A: _BOX, 0x30: _BOX, 0x4F: _CROSS, 0x50: _TICK, 0x51: _CROSSED, 0x52: _TICKED, 0x53: _CROSSED, 0x54: _CROSSED,
    0x97: "●", 0x98: "●", 0xA2: "■", 0xA3: _BOX,
}  # fmt: skip
_WEBDINGS = {0x61: _TICK, 0x63: _BOX, 0x67: "■", 0x6E: "●", 0x72: _CROSS, 0x3D: "●"}
_MARLETT = {0x61: _TICK, 0x62: _TICK, 0x72: _CROSS}
_SYMBOL = {
    0x2D: "−", 0x5C: "∴", 0xA2: "′", 0xA3: "≤", 0xA5: "∞", 0xA7: "♣", 0xA8: "♦", 0xA9: "♥", 0xAA: "♠", 0xAB: "↔",
    0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB7: "•",
    0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xBC: "…", 0xC7: "∩", 0xC8: "∪", 0xCE: "∈", 0xD6: "√", 0xD7: "⋅",
    0xDB: "⇔", 0xDC: "⇐", 0xDE: "⇒", 0xE5: "∑", 0xD2: "®", 0xD3: "©", 0xE2: "®", 0xE3: "©", 0xF2: "∫",
    0x40: "≅", 0xB5: "∝", 0xB6: "∂", 0xBE: "―", 0xC4: "⊗", 0xC5: "⊕", 0xC6: "∅", 0xC9: "⊃", 0xCA: "⊇", 0xCB: "⊄",
    0xCC: "⊂", 0xCD: "⊆", 0xCF: "∉", 0xD4: "™", 0xD5: "∏", 0xD8: "¬", 0xD9: "∧", 0xDA: "∨", 0xDD: "⇑", 0xDF: "⇓",
    0xE0: "◊", 0xE4: "™",
} | {ord(code): letter for code, letter in zip(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "αβχδεφγηιϕκλμνοπθρστυϖωξψζΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", strict=True)}  # fmt: skip

_FONTS = {
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "wingdings2": _WINGDINGS_2,
    "wingdings 3": {0x67: "▪", 0x7D: "►", 0xC6: "▶"},
    "webdings": _WEBDINGS,
    "marlett": _MARLETT,
    "symbol": _SYMBOL,
    "symbol tiger": _SYMBOL,
}
# Drawing fonts only draw; Symbol also has digits and brackets, and people leave real words in it by accident.
_DRAWING = frozenset(_FONTS) - {"symbol", "symbol tiger"}


def is_symbol_font(font: str) -> bool:
    """Whether the font draws signs for letters."""
    return font.lower() in _FONTS


def drawn(text: str, font: str) -> str:
    """What a symbol font shows for `text`: codes of the private area (U+F0xx), and in drawing fonts plain ones too."""
    name = font.lower()
    signs = _FONTS.get(name, _WINGDINGS)
    return "".join(_sign(ord(letter), signs, plain=name in _DRAWING) for letter in text)


def _sign(code: int, signs: dict[int, str], *, plain: bool) -> str:
    low = code - 0xF000
    if 0x20 <= low <= 0xFF:
        return signs.get(low) or (chr(low) if not plain and low < 0x7F else " " if low == 0x20 else _UNKNOWN)
    if code > 0x20 and (plain or 0xA1 <= code <= 0xFF):
        return signs.get(code, chr(code))
    return chr(code)
