"""Automatic numbers and bullets as the text that is seen: "1.4.", "a)", "-"."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from parsers.symbols import drawn, is_symbol_font

LEVELS = 9
_BULLET = "-"
_PLAIN_BULLETS = frozenset("-+*–")
_TICKS = frozenset("☐☑☒✓✗√")
_PLACEHOLDER = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list counts and looks."""

    start: int = 1
    format: str = "decimal"
    pattern: str = ""
    suffix: str = " "
    restart: int | None = None  # 0: never; n: only after level n-1; None: after any higher level
    legal: bool = False  # all numbers shown as decimals
    font: str = ""
    style: str = ""  # the paragraph style that is linked to this level
    width: int = 0  # digits of a zero-padded custom format


@dataclass(frozen=True, slots=True)
class Definition:
    """A list instance (`w:num`): the abstract list whose counters it shares, its levels, its own starts."""

    abstract: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int] = field(default_factory=dict)

    def depth_of(self, style: str | None) -> int:
        """The level that is linked to a paragraph style."""
        return next((depth for depth, level in self.levels.items() if style and level.style == style), 0)


class Numbering:
    """The lists of a document and how far each has counted; paragraphs ask in the order of the document."""

    def __init__(self, definition_of: Callable[[str], Definition | None] | None = None) -> None:
        self._definition_of = definition_of
        self._counters: dict[str, list[int | None]] = {}
        self._started: set[tuple[str, int]] = set()

    def __bool__(self) -> bool:
        return self._definition_of is not None

    def label(self, list_id: str, level: int | None, style: str | None = None) -> str:
        """The next label of a list, with what follows it ("1. "); "" where there is none.

        Without a level of its own a paragraph stands at the level that its style is linked to.
        """
        definition = self._definition_of(list_id) if self._definition_of else None
        if definition is None:
            return ""
        depth = level if level is not None else definition.depth_of(style)
        look = definition.levels.get(depth)
        if look is None:
            return ""
        if look.format == "bullet":
            return bullet_of(look) + " "
        counters = self._count(list_id, definition, depth)
        text = _PLACEHOLDER.sub(lambda found: _shown(definition, counters, int(found[1]) - 1, look), look.pattern)
        return text + look.suffix if text else ""

    def _count(self, list_id: str, definition: Definition, depth: int) -> list[int | None]:
        counters = self._counters.setdefault(definition.abstract, [None] * LEVELS)
        # A higher level that no paragraph has used yet counts as used once: Word numbers the first heading 1 "2"
        # when a heading 2 stands before it ("1.1").
        for higher in range(depth):
            if counters[higher] is None:
                counters[higher] = definition.levels.get(higher, Level()).start
        look = definition.levels[depth]
        own_start = definition.starts.get(depth)
        if own_start is not None and (list_id, depth) not in self._started:
            self._started.add((list_id, depth))
            counters[depth] = own_start
        else:
            before = counters[depth]
            counters[depth] = look.start if before is None else before + 1
        for deeper in range(depth + 1, LEVELS):
            below = definition.levels.get(deeper)
            if below is None or below.restart is None or 0 < below.restart <= depth + 1:
                counters[deeper] = None
        return counters


def _shown(definition: Definition, counters: list[int | None], depth: int, look: Level) -> str:
    level = definition.levels.get(depth, Level())
    reached = counters[depth]
    if reached is None:
        reached = level.start
    if look.legal and level.format != "decimalZero":
        return str(reached)
    return in_format(reached, level)


def in_format(reached: int, level: Level) -> str:
    """A number in a level's format; formats of other scripts and words are shown as decimals."""
    if level.width:
        return str(reached).zfill(level.width)
    write = _FORMATS.get(level.format)
    return write(reached) if write else str(reached)


def bullet_of(level: Level) -> str:
    """A bullet as text: signs that are letters or ticks stay, drawings become a dash."""
    seen = drawn(level.pattern, level.font) if is_symbol_font(level.font) else level.pattern
    if seen in _TICKS or seen in _PLAIN_BULLETS or (len(seen) > 1 and seen.strip()):
        return seen
    return _BULLET


def letters(reached: int) -> str:
    """1 → a, 26 → z, 27 → aa, 53 → aaa: Word repeats the letter."""
    if not 1 <= reached <= 26 * 30:
        return str(reached)
    turns, letter = divmod(reached - 1, 26)
    return chr(ord("a") + letter) * (turns + 1)


def roman(reached: int) -> str:
    """1 → i, 4 → iv; a decimal where Roman numbers end."""
    if not 1 <= reached < 4000:
        return str(reached)
    parts = []
    for worth, sign in _ROMAN:
        times, reached = divmod(reached, worth)
        parts.append(sign * times)
    return "".join(parts)


_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip

_FORMATS: Mapping[str, Callable[[int], str]] = {
    "lowerLetter": letters,
    "upperLetter": lambda reached: letters(reached).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda reached: roman(reached).upper(),
    "decimalZero": lambda reached: str(reached).zfill(2),
    "numberInDash": lambda reached: f"- {reached} -",
    "none": lambda _: "",
}
