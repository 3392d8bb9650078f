"""From lines in the order of reading to paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from parsers.lines import TextLine, first_word_width

WIDER = 1.2  # of the usual distance of lines; a wider one is between paragraphs
INDENT = 0.7  # of the size; a first line set in further than this begins a paragraph
ENOUGH = 4  # wide lines that show how a text is set
EVEN = 1.0  # points; stretched lines end so close to the edge
MOST = 0.6  # of the wide lines of a justified text; the others end paragraphs
SLACK = 2.0  # points; what a line may fall short of its column's right edge

_BULLET = re.compile(
    r"[•▪●○◦✓➢❖\uf0b7\uf0a7]|[-–—*+]\s*(?!\d+\W*$)\S|\d{1,2}(?:\.\d{1,2})*[.)/]\s|[a-zđA-ZĐ][.)/]\s|[IVX]{1,5}[.)/]\s|\(\d{1,2}\)\s"
)
_LETTERHEAD = re.compile(
    r"(TRƯỜNG|TRUNG TÂM|PHÒNG|SỞ|BỘ|UBND|[ỦU][YỶ] BAN|Số\s*:|CỘNG H|ĐỘC LẬP|Độc lập)\b", re.UNICODE
)
_BEFORE_NUMBER = re.compile(r"(?<!\w)(?:số|mức|mức độ|ngày|tháng|năm|lớp|khối|điều|khoản)$", re.IGNORECASE)
_YEARS = re.compile(r"[-–]\s*\d")  # the second half of "2022 - 2023", which a line's end may cut


def paragraphs_of(lines: Sequence[TextLine]) -> list[list[TextLine]]:
    """Lines grouped into paragraphs, in the same order."""
    if not lines:
        return []
    pitch, justified = usual_pitch(lines), is_justified(lines)
    groups = [[lines[0]]]
    for before, line in pairwise(lines):
        short = justified and before.right - before.box.x1 > SLACK and before.box.x0 - before.left < 4 * before.size
        if short or begins_paragraph(groups[-1], before, line, pitch):
            groups.append([])
        groups[-1].append(line)
    return groups


def is_justified(lines: Sequence[TextLine]) -> bool:
    """Whether full lines are stretched to the right edge: then one that ends before it ends its paragraph."""
    wide = [line for line in lines if line.right - line.box.x1 < 3 * line.size]
    return len(wide) >= ENOUGH and sum(line.right - line.box.x1 <= EVEN for line in wide) >= MOST * len(wide)


def usual_pitch(lines: Sequence[TextLine]) -> float:
    """The commonest distance of two lines' baselines, as a multiple of the size."""
    steps = Counter(
        round((line.base - before.base) / line.size, 1)
        for before, line in pairwise(lines)
        if 0.9 * line.size < line.base - before.base < 2.2 * line.size
    )
    if not steps:
        return 1.2
    most = max(steps.values())
    return min(step for step, times in steps.items() if times >= 0.3 * most)


def begins_paragraph(group: Sequence[TextLine], before: TextLine, line: TextLine, pitch: float) -> bool:
    """Whether a line begins a new paragraph, after the lines of the current one."""
    if _is_apart(before, line, pitch):
        return True
    if _BULLET.match(line.text) and not _is_rest_of_number(before, line):
        return True
    if not is_full(before, line) and not _is_last_word_of_title(before, line):
        return True
    if before.text[-1:] in ";:" and line.text[:1].isupper():
        return True
    hangs = bool(_BULLET.match(group[0].text)) or len(group) > 1
    return line.box.x0 - before.box.x0 > INDENT * line.size and not hangs and not is_centred(line)


def _is_rest_of_number(before: TextLine, line: TextLine) -> bool:
    """Whether what looks like a bullet is the second year of two, or the number that the line above speaks of ("Quyết
    định số⏎99/QĐ-…", "Mức⏎3. Hồ sơ")."""
    if _YEARS.match(line.text):
        return before.text[-1:].isdigit()
    return line.text[:1].isdigit() and _BEFORE_NUMBER.search(before.text) is not None and is_full(before, line)


def _is_apart(before: TextLine, line: TextLine, pitch: float) -> bool:
    """Whether two lines' places or looks part them."""
    step = line.base - before.base
    if (line.left, line.right) != (before.left, before.right) or step <= 0:
        return True
    if step > WIDER * pitch * max(line.size, before.size) or abs(line.size - before.size) > 0.15 * before.size:
        return True
    bold, bold_before = _is_bold(line), _is_bold(before)
    if bold != bold_before and None not in {bold, bold_before}:
        return True
    indented = max(line.box.x0, before.box.x0) > line.left + 0.35 * (line.right - line.left)
    if indented and abs(line.box.x0 - before.box.x0) > SLACK and not is_centred(line):
        return True  # lines set to the right, such as a signature's
    # A letterhead has the upper body's name, then the school's, in bold or not.
    centred = is_centred(line) and is_centred(before)
    return centred and (_face(line) != _face(before) or bool(_LETTERHEAD.match(line.text)))


def is_full(line: TextLine, following: TextLine) -> bool:
    """Whether the following line's first word had no room left on the line."""
    return has_no_room(line, following, line.left, line.right)


def has_no_room(line: TextLine, following: TextLine, left: float, right: float) -> bool:
    """The same for a line whose column goes from `left` to `right`."""
    x0, _, x1, _ = line.box
    start = left if _is_in_the_middle(x0 - left, right - x1, line.size) else x0
    length = x1 - x0 + 0.2 * line.size + first_word_width(following)
    return length > right - start - SLACK


def is_centred(line: TextLine) -> bool:
    """Whether the line stands in the middle of its column, clear of both edges."""
    return _is_in_the_middle(line.box.x0 - line.left, line.right - line.box.x1, line.size)


def _is_in_the_middle(before: float, after: float, size: float) -> bool:
    return before > size and abs(before - after) < 0.5 * size


def _is_last_word_of_title(before: TextLine, line: TextLine) -> bool:
    """Whether a line is one word in capitals that the centred capitals above it had no room for."""
    short = " " not in line.text and len(line.text) < 9
    return short and line.text.isupper() and before.text.isupper() and is_centred(line) and is_centred(before)


def _is_bold(line: TextLine) -> bool | None:
    """Whether all of the line is bold; None where part of it is."""
    bold = {_has_bold_name(piece.font) for piece in line.pieces}
    return bold.pop() if len(bold) == 1 else None


@lru_cache(maxsize=1000)
def _has_bold_name(font: str) -> bool:
    return "bold" in font.lower()


def _face(line: TextLine) -> str:
    """The font that most of the line is set in."""
    return max(line.pieces, key=lambda piece: len(piece.text)).font


def text_of_lines(texts: Sequence[str]) -> str:
    """Lines run together: a hyphen at a line's end, and a word cut by a soft hyphen, need no space."""
    parts = list(_parts(texts))
    return "".join(parts)


def _parts(texts: Sequence[str]) -> Iterator[str]:
    yield texts[0]
    for before, text in pairwise(texts):
        cut = len(before) > 1 and before.endswith(("-", "/")) and not before[-2].isspace()
        yield text if cut else f" {text}"


def goes_on_below(last: TextLine, first: TextLine) -> bool:
    """Whether the first line of a page goes on with the paragraph of the line that ends the page before."""
    if _BULLET.match(first.text) or abs(first.size - last.size) > 0.15 * last.size:
        return False
    ended = last.text[-1:] in ".;:!?"
    return not ended and (first.text[:1].islower() or is_full(last, first))
