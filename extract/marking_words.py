"""Where on a page of a PDF certain words stand: the figure meant, within the place; personal data, to be hidden."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extract.masking import EMAIL, PHONE
from parsers.document import Box
from parsers.frames import Frame
from parsers.pdfium import Bounds, Glyphs, Page, glyphs_of, text_of

SPACES = re.compile(r"[\s\0]+")
NEAR = 2.0  # points by which a character may stick out of its cell
LONGEST = 200  # letters looked for; a whole paragraph needs no mark within itself
LINE_OF = 0.5  # of a character's height: two that share so much of it stand on one line


class Letters(NamedTuple):
    """A page's characters in the order of the file, each with its box on the page as it is shown."""

    text: str
    boxes: Sequence[Box]


def letters_of(page: Page) -> Letters:
    """The characters of an open page."""
    with text_of(page) as text:
        return Letters("", ()) if text is None else _visible(glyphs_of(text), Frame(page.bounds, page.rotation))


def _visible(glyphs: Glyphs, frame: Frame) -> Letters:
    """All characters; of spaces and line ends that follow each other only the first, as a space."""
    text = SPACES.sub(lambda run: " " + "\0" * (len(run.group()) - 1), glyphs.text)
    kept = [number for number, letter in enumerate(text) if letter != "\0"]
    return Letters("".join(text[number] for number in kept), [_box(glyphs, number, frame) for number in kept])


def _box(glyphs: Glyphs, number: int, frame: Frame) -> Box:
    low, high = sorted((glyphs.bottoms[number], glyphs.tops[number]))
    return frame.box(Bounds(glyphs.lefts[number], low, glyphs.rights[number], high))


def found_in(letters: Letters, box: Box, words: Sequence[str]) -> list[Box]:
    """The lines of the first of the words that stands in the box exactly once; none where none does."""
    inside = [at for at, letter in enumerate(letters.boxes) if letters.text[at] != " " and _is_in(letter, box)]
    text = "".join(letters.text[number] for number in inside)
    for wanted in words:
        pattern = _pattern(wanted)
        hits = list(re.finditer(pattern, text)) if pattern else []
        if len(hits) == 1:
            return _lines([letters.boxes[inside[at]] for at in range(*hits[0].span())])
    return []


def _pattern(wanted: str) -> str:
    """The words without their spaces, which pages do not keep; a figure is no part of a longer one."""
    plain = "".join(wanted.split()).strip("…")
    if not plain or len(plain) > LONGEST:
        return ""
    if re.fullmatch(r"-?\d+(\.\d+)?", plain):
        return r"(?<![\d.,/])" + re.escape(plain).replace(r"\.", "[.,]") + r"(?![\d])(?![.,]\d)"
    return re.escape(plain)


def personal_in(letters: Letters) -> list[Box]:
    """The lines of all phone numbers and e-mail addresses of the page."""
    hits = [hit.span() for pattern in (EMAIL, PHONE) for hit in pattern.finditer(letters.text)]
    return [
        line
        for start, end in hits
        for line in _lines([letters.boxes[at] for at in range(start, end) if letters.text[at] != " "])
    ]


def _is_in(letter: Box, box: Box) -> bool:
    x, y = (letter.x0 + letter.x1) / 2, (letter.top + letter.bottom) / 2
    return box.x0 - NEAR <= x <= box.x1 + NEAR and box.top - NEAR <= y <= box.bottom + NEAR


def _lines(boxes: Sequence[Box]) -> list[Box]:
    """Boxes of characters as boxes of lines."""
    return list(_joined(boxes))


def _joined(boxes: Sequence[Box]) -> Iterator[Box]:
    line: Box | None = None
    for box in boxes:
        if line is None:
            line = box
        elif min(line.bottom, box.bottom) - max(line.top, box.top) > LINE_OF * (box.bottom - box.top):
            line = Box(min(line.x0, box.x0), min(line.top, box.top), max(line.x1, box.x1), max(line.bottom, box.bottom))
        else:
            yield line
            line = box
    if line is not None:
        yield line
