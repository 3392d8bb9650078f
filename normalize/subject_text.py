"""What a cited document is about, cut out of the text around its number."""

from __future__ import annotations

import re
from typing import NamedTuple

from normalize.anchors import Anchor
from normalize.shadow import Shadow


class Span(NamedTuple):
    """From `start` to `end`."""

    start: int
    end: int


_ABOUT = r"(?:v\s*/\s*v|ve\s+viec|ve|quyet\s+dinh\s+ve\s+viec|ban\s+hanh|phe\s+duyet|thanh\s+lap|kien\s+toan|phan\s+cong|phan\s+quyen|cong\s+nhan|giao\s+nhiem\s+vu|cu\s+)"
_KIND = r"(?:ke\s+hoach|quyet\s+dinh|quy\s+che|quy\s+dinh|huong\s+dan|thong\s+bao|bao\s+cao|chuong\s+trinh|de\s+an)"
_STRONG = re.compile(rf"(?:{_ABOUT}|{_KIND})\b|\"")
_WEAK = re.compile(
    r"(?:trien\s+khai|thuc\s+hien|to\s+chuc|quy\s+dinh|huong\s+dan|su\s+dung|quan\s+ly|ung\s+dung|xay\s+dung|cong\s+tac|chuyen\s+doi|day\s+hoc|tang\s+cuong)\b"
)
_LEAD = re.compile(r"[\s,;:)\]-]*")
_ISSUED_BY = re.compile(rf"cua\s+[^;.()\n]{{2,80}}?[\s,(]+(?=(?:{_ABOUT}|{_KIND})\b)")
_CUT = re.compile(
    r"\.(?=\s|$)|;|\n\s*[-+*•·–o]\s|\n\s*\d+[.)]\s|\n\s*\n|"
    r",\s*(?:trung\s+tam|nha\s+truong|truong|don\s+vi|ban\s+giam|hieu\s+truong|giam\s+doc)\b|"
    r"[\s,(]*(?:(?:ban\s+hanh|ky)\s+)?\(?ngay\s+\d{1,2}\s*[/.-]|\(\s*\d{1,2}/\d{1,2}/\d{4}|(?:[,;]|\bva|\bvoi|\btheo)\s*$"
)
_CALLED = re.compile(r"\(?\s*(?:sau\s+day\s+)?goi\s+tat")


def subject_of(shadow: Shadow, anchor: Anchor, around: Span, after: int) -> str:
    """The subject after the number ("V/v …"), else the one between the kind word and the number, else ""."""
    behind = _behind(shadow, after, around.end)
    if behind and behind[1]:
        return behind[0]
    before = _between(shadow, anchor) or _in_front(shadow, anchor, around.start)
    if before:
        return before
    return behind[0] if behind else ""


def _behind(shadow: Shadow, start: int, end: int) -> tuple[str, bool] | None:
    """The subject after a number and its date, and whether a word like "V/v" announces it."""
    lead = _LEAD.match(shadow.plain, start, end)
    begin = lead.end() if lead else start
    opened = shadow.plain[begin : begin + 1] == "("
    begin += opened
    issued = _ISSUED_BY.match(shadow.plain, begin, end)
    if issued:
        begin = issued.end()
    strong = _STRONG.match(shadow.plain, begin, end) is not None
    apart = bool(re.search(r"[,;:)\n-]", shadow.plain[start:begin])) and not opened
    if not strong and (apart or not _WEAK.match(shadow.plain, begin, end)):
        return None
    return _tidy(shadow.source[begin : _end_of(shadow, begin, end)]), strong


def _end_of(shadow: Shadow, begin: int, end: int) -> int:
    """Where a subject ends: sentence, next bullet, a closing bracket or quote that was opened before."""
    depth = 0
    cut = _CUT.search(shadow.plain, begin + 1, end)
    stop = cut.start() if cut else end
    called = _CALLED.search(shadow.plain, begin, stop)
    stop = called.start() if called else stop
    for position in range(begin, stop):
        letter = shadow.plain[position]
        depth += (letter == "(") - (letter == ")")
        if depth < 0:
            return position
    return stop


def _between(shadow: Shadow, anchor: Anchor) -> str:
    """The subject that stands between the kind word and the number: "Kế hoạch thực hiện nhiệm vụ … số 109/KH-…"."""
    if anchor.word is None or anchor.adjacent:
        return ""
    text = shadow.source[anchor.word.end : anchor.symbol.start]
    plain = shadow.plain[anchor.word.end : anchor.symbol.start]
    tail = re.search(r"[\s(,:]*(?:\bso\b)?[\s:.]*$", plain)
    return _tidy(text[: tail.start()] if tail else text)


_OPENING = re.compile(rf"[\s*+•-]*(?P<subject>{_ABOUT}\b[^;:\n(]*?)[\s:(,]*(?:theo\s+)?$")


def _in_front(shadow: Shadow, anchor: Anchor, lower: int) -> str:
    """The subject before the kind word: "Thành lập Ban chỉ đạo: Quyết định số 108/…"."""
    cuts = [match.end() for match in re.finditer(r"[;\n]|\.\s", shadow.plain[lower : anchor.start])]
    begin = lower + (cuts[-1] if cuts else 0)
    match = _OPENING.fullmatch(shadow.plain, begin, anchor.start)
    return _tidy(shadow.source[slice(*match.span("subject"))]) if match else ""


def _tidy(text: str) -> str:
    return " ".join(text.split()).strip(' ,;:.-"“”()[]')
