"""Running text from lines: a sentence that a page wraps over several lines becomes one passage again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from normalize.kinds import find_kind_words
from normalize.passages import Passage
from normalize.shadow import shade
from normalize.symbols import kind_of_letters

CELLS_AFTER_CUT = 12  # other cells of the cut row and of the next one stand between
SAME_COLUMN_PT = 4.0  # points; left edges of one column on two pages
FULL_SHARE = 0.85  # of the longest line of a cell; letters differ in width
CUT_SHARE = 0.6  # capitals are wide
_NEW = re.compile(
    r"\s*(?:[-+*•·–—►➢❖✓]|o\s|\d{1,2}(?:\.\d{1,2})*[.)]\s|[IVX]{1,4}[.)]\s|[a-zđ]\)\s"
    r"|(?:Phần|PHẦN|Mục|MỤC)\s(?:thứ\s\w+|THỨ\s\w+|[IVX]{1,4}|\d{1,2}|[A-D])\s?[:.–-]\s)"
)
# A line that ends so goes on, also where the next one begins like a new document ("ban hành⏎Quy chế", "2022⏎- 2023").
_OPEN = re.compile(r"(?:\b(?:ban hành|về|việc|và|theo|của|duyệt|kèm|hiện|số|tại|với|cho))\s*$", re.I)
_SCHOOL_YEAR = re.compile(r"\b20\d\d\s*\n\s*[-–]\s*20\d\d\b")
_SYMBOL_HEAD = re.compile(r"\d\s?/\s?[A-ZĐ]+[a-zđ]?-(?:[A-ZĐ&][a-zđ]?|[-.])*[A-ZĐ&][a-zđ]?$")
_SYMBOL_TAIL = re.compile(r"[A-ZĐ&]{1,12}(?:[-.][A-ZĐ&]+)*(?=[\s,;.)]|$)")
_LOST_HYPHEN = re.compile(r"(\d/(?P<kind>[A-ZĐ]{2,4}))[.,]?( *\n)(?=[A-ZĐ&]{2,}(?:[-.&][A-ZĐ&]+)*(?:\s+(?!\n)|[,;]))")
_FIELD = re.compile(r"[^\W\d_]+(?:\s[^\W\d_]+){0,4}\s?:\s")  # "Phần mềm: …", "Số lượng học liệu: 42"
_ENDED = re.compile(r"[.;:!?…]\W*$")


def flowing(passages: Sequence[Passage]) -> list[Passage]:
    """The passages with wrapped lines joined; cells keep to themselves, with their own lines joined."""
    edges = _right_edges(passages)
    joined: list[list[Passage]] = []
    for passage in passages:
        cut = next((lines for lines in reversed(joined[-CELLS_AFTER_CUT:]) if _is_rest_of(lines[-1], passage)), None)
        if cut is not None:
            cut.append(passage)
        elif joined and _goes_on(joined[-1][-1], passage, edges):
            joined[-1].append(passage)
        else:
            joined.append([passage])
    return [_as_one(lines) for lines in joined]


def _as_one(lines: Sequence[Passage]) -> Passage:
    text = unwrap(" ".join(map(_mended, lines)), lines[0])
    if len(lines) == 1:
        return replace(lines[0], text=text)
    unsure = tuple(word for line in lines for word in line.unsure)
    return replace(lines[0], text=text, confidence=min(line.confidence for line in lines), unsure=unsure)


def _mended(passage: Passage) -> str:
    """The text; in a picture a hyphen at a line's end is lost, or taken for a dot: "44/QĐ.⏎TH&THCS ngày"."""
    if passage.confidence == 1 or "\n" not in passage.text:
        return passage.text
    return _LOST_HYPHEN.sub(lambda cut: f"{cut[1]}-{cut[3]}" if kind_of_letters(cut["kind"]) else cut[0], passage.text)


def unwrap(text: str, passage: Passage) -> str:
    """Line ends that only the width made become blanks; those before a bullet or a new beginning stay.

    A passage without a page is of a format whose line ends are the writer's own: a capital after one begins anew.
    """
    if "\n" not in text:
        return text
    lines = shade(text).source.split("\n")
    width = max(map(len, lines)) if passage.place.page is not None else 0
    parts, glued = [lines[0]], lines[0]  # `glued`: the lines above that one symbol runs through
    for before, line in pairwise(lines):
        cut = len(before) >= CUT_SHARE * width > 0 and _is_cut(glued, line)
        parts.append("" if cut else "\n" if _begins_anew(before, line, width) else " ")
        parts.append(line)
        glued = glued + line if cut or (parts[-2] == " " and before.endswith(("-", "/"))) else line
    return "".join(parts)


def _is_cut(above: str, line: str) -> bool:
    """A narrow column cut a document's symbol apart: "107/KH-GDNN-GD⏎TX ngày", "30/QĐ-⏎PTDTBTTHN⏎C ngày"."""
    tail = _SYMBOL_TAIL.match(line)
    if tail is None or kind_of_letters(tail.group()):
        return False
    rest = line[tail.end() :].lstrip()
    if rest[:1].isupper() and not rest.upper().startswith("NGÀY"):  # "30/QĐ-THCS⏎BAN HÀNH QUY CHẾ"
        return False
    return _SYMBOL_HEAD.search(above) is not None


def _begins_anew(before: str, line: str, width: int) -> bool:
    if _SCHOOL_YEAR.search(f"{before}\n{line}") or (_OPEN.search(before) and line[:1].isupper()):
        return False
    if not line.strip() or not before.strip() or _NEW.match(line) is not None:
        return True
    if not line.lstrip()[0].isupper():
        return False
    if _FIELD.match(line) is not None:
        return True
    full = len(before) + 1 + len(line.split(maxsplit=1)[0]) > FULL_SHARE * width
    return not width or not full or _ENDED.search(before) is not None or _names_document(line)


def _names_document(line: str) -> bool:
    words = find_kind_words(shade(line), 0, min(len(line), 24))
    return bool(words) and not line[: words[0].start].strip(" -+*•")


def _right_edges(passages: Iterable[Passage]) -> dict[int | None, float]:
    edges: dict[int | None, float] = {}
    for passage in passages:
        if passage.place.box is not None and passage.place.table is None:
            edges[passage.place.page] = max(edges.get(passage.place.page, 0.0), passage.place.box.x1)
    return edges


def _goes_on(before: Passage, after: Passage, edges: dict[int | None, float]) -> bool:
    """`after` is the next line of the same paragraph."""
    if before.where != after.where or after.where == "header":
        return False
    if before.place.table is not None or after.place.table is not None:
        return False
    if before.criterion or after.criterion or not before.text.strip() or not after.text.strip():
        return False
    first = after.text.lstrip()[0]
    if _NEW.match(after.text) or before.text.rstrip().endswith((".", ";", ":", "!", "?")):
        return False
    if before.place.box is None:
        return first.islower()
    return first.islower() or _was_full(before, after, edges.get(before.place.page, 0.0))


def _is_rest_of(cell: Passage, passage: Passage) -> bool:
    """`passage` is the rest of a cell of the table that a page break cut: below it, and in the middle of a sentence."""
    above, below = cell.place.box, passage.place.box
    if above is None or below is None or cell.place.page is None or passage.place.page != cell.place.page + 1:
        return False
    if (cell.where, cell.criterion) != ("appendix", passage.criterion) or passage.where != "appendix":
        return False
    if abs(above.x0 - below.x0) > SAME_COLUMN_PT or _ENDED.search(cell.text) or _NEW.match(passage.text):
        return False
    return passage.text.lstrip()[:1].islower() or cell.text.rstrip()[-1:] in "-–(,/" or passage.text[:1].isdigit()


def _was_full(before: Passage, after: Passage, edge: float) -> bool:
    """The next line's first word would not have fitted: the line was wrapped, not ended."""
    box = before.place.box
    if box is None:
        return False
    letter = (box.x1 - box.x0) / max(1, len(before.text))
    return box.x1 + (len(after.text.split()[0]) + 1) * letter > edge
