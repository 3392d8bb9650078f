"""One line of a score table that is written as a list, taken apart: title, points or answer, level, evidence."""

from __future__ import annotations

import re
from dataclasses import dataclass

from normalize.answers import parse_answer
from normalize.folding import fold
from normalize.labels import split_label
from normalize.readings import LEVEL

LONGEST_ANSWER = 30  # characters
LONGEST_TOTAL = 120
_BULLET = re.compile(r"^\s*[-–+•*·▪]\s*(?=\S)")
LONGEST_SAID = 15
# "5,5,5" is no number, but stands where the points do.
_POINTS = r"-?\d{1,3}(?:[.,]\d{1,2}){0,2}\s*(?:điểm|đ)?\s*(?:/\s*\d{1,3}(?:[.,]\d+)?\s*(?:điểm|đ)?)?"
_SCORE = re.compile(
    rf"\s*(?:[:;(\[=…]|(?<!\d)[-–—,.])[:;,.(\[\-–—=…]*\s*"
    r"(?:điểm\s*)?(?:tự\s*(?:chấm|đánh giá)|đạt(?:\s*được)?|được)?\s*:?\s*"
    rf"(?P<score>{_POINTS})(?=\s*(?:[;()\[\]–—]|[,.](?!\d)|-(?!\d)|đạt|xếp|mức|$))",
    re.IGNORECASE,
)
_NUMERAL = r"(?:không|một|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín|mười|mươi|trăm|linh|lẻ|rưỡi|phẩy)"
_SCORE_IN_WORDS = re.compile(
    r"(?:\s*[:=(\[]|\s[-–—])\s*(?:tự\s*(?:chấm|đánh giá)|đạt(?:\s*được)?|được)?\s*:?\s*"
    rf"(?P<score>{_NUMERAL}(?:\s+{_NUMERAL}){{0,4}}\s*(?:điểm|đ)?\s*(?:/\s*\d{{1,3}}\s*(?:điểm|đ)?)?)"
    r"(?=\s*(?:[.,;()\[\]–—-]|đạt|xếp|mức|$))",
    re.IGNORECASE,
)
_BARE_SCORE = re.compile(
    rf"^\s*[:\-–—=]?\s*(?:đạt|điểm|tự chấm)?\s*:?\s*(?P<score>{_POINTS})\s*[.;]?\s*$", re.IGNORECASE
)
_WORDS = r"hồ sơ|minh chứng|ghi chú|tài liệu|căn cứ"
# "(10 điểm): đạt mười điểm", "(10 điểm): đạt tạm tính"
_BEHIND_MAXIMUM = re.compile(
    rf"\s*[)\]]\s*[:–—-]\s*+(?:đạt|tự\s*chấm|được)?+\s*(?P<said>[-–—](?=\.?$)|[^\W\d_][^:;.]{{0,{LONGEST_SAID}}}$)",
    re.IGNORECASE,
)
_EVIDENCE = re.compile(
    rf"(?:^|[.;,(\[\-–—]\s*|\s\s)(?:(?:các|có)\s+)?(?:{_WORDS})(?:\s*(?:,|và|/|-)?\s*(?:{_WORDS}|kèm theo))*\s*[:–-]\s*"
    r"(?P<text>.*)$",
    re.IGNORECASE | re.DOTALL,
)
# "… : Có Minh chứng: …", the line end lost
_RAN_ON = re.compile(r"\s(?:Hồ sơ|Minh chứng|Ghi chú)[^:;.]{0,20}:\s*(?P<text>.*)$", re.DOTALL)
_ANSWER = re.compile(rf"[:\-–—]\s*(?P<answer>[^:\-–—;.]{{1,{LONGEST_ANSWER}}})[.;]?\s*$")
_DASH = re.compile(r"((?:đạt|chấm|:)\s+[-–—])(?=\s*[,;]?\s*(?:đạt\s*)?mức)", re.IGNORECASE)  # "đạt –, mức 1"
_LEVEL_NAMED = re.compile(rf"({LEVEL.pattern})\s*[:(–-]\s*[^\W\d_][^\d:;]{{3,28}}$", re.IGNORECASE)  # "mức 2: đáp ứng"
_TOTAL = re.compile(r"^(?:tong|cong)\b")
_WORD = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class ListLine:
    """A line's parts; empty where it has none.

    `said` are its points or its answer; `bracketed` when the points stand alone in brackets right after the title
    ("… (30 điểm)"), which may be what can be had at most. `proves`: it announces evidence, which may stand below.
    """

    label: tuple[int, ...] | None
    listed: bool
    title: str
    said: str
    level: str
    evidence: str
    proves: bool = False
    bracketed: bool = False

    @property
    def is_level(self) -> bool:
        """Only a level, with a word or two around it ("+ Đạt mức 2")."""
        alone = bool(self.level) and not self.said and not self.proves
        return alone and len(_WORD.findall(self.title)) <= 3 and re.search(r"\d", self.title) is None

    @property
    def is_evidence(self) -> bool:
        """Only evidence ("Minh chứng: …")."""
        return self.proves and not self.title and not self.said

    @property
    def is_total(self) -> bool:
        """The closing line of a group ("Tổng điểm nhóm 1: 73 điểm")."""
        return bool(self.said) and len(self.title) <= LONGEST_TOTAL and _TOTAL.match(fold(self.title)) is not None


def line_of(text: str) -> ListLine:
    """The parts of a paragraph."""
    bullet = _BULLET.match(text)
    tail = text[bullet.end() :] if bullet else text.strip()
    label, rest = (None, tail) if _BARE_SCORE.match(tail) else split_label(tail)  # "2,00 điểm" has no label
    evidence = min(filter(None, (_EVIDENCE.search(rest), _RAN_ON.search(rest))), key=re.Match.start, default=None)
    told = rest[: evidence.start()] if evidence else rest
    told = _DASH.sub(r"\1.", told)  # or the dash would be the level's mark
    found = LEVEL.search(told)
    level = found.group().strip(" ,;:-–(").rstrip(")") if found else ""
    bare = LEVEL.sub(" ", _LEVEL_NAMED.sub(r"\1", told)).strip()
    alone = _BARE_SCORE.match(bare)
    title, said, bracketed = ("", alone["score"].strip(), False) if alone else _title_and_points(bare)
    proof = _unbracketed(evidence) if evidence else ""
    return ListLine(label, bullet is not None, title, said, level, proof, evidence is not None, bracketed)


def _title_and_points(text: str) -> tuple[str, str, bool]:
    found = (*_SCORE.finditer(text), *_SCORE_IN_WORDS.finditer(text))
    scores = sorted(found, key=re.Match.start)
    if scores:
        last, first = scores[-1], scores[-1]
        for before in reversed(scores[:-1]):
            if before.end() < first.start():
                break
            first = before  # "– 3;4": two figures where one should stand
        opens = last.group().lstrip()[:1] in "(["
        said = text[first.start("score") : last.end("score")].strip()
        behind = _BEHIND_MAXIMUM.match(text, last.end()) if opens and len(scores) == 1 else None
        if behind:
            return f"{text[: last.end()].strip()})", behind["said"].strip(), False
        return text[: first.start()].strip(), said, opens and len(scores) == 1
    answer = _ANSWER.search(text)
    if answer is not None and parse_answer(answer["answer"].strip()) is not None:
        return text[: answer.start()].strip(), answer["answer"].strip(), False
    return text, "", False


def title_and_answer(title: str) -> tuple[str, str]:
    """A condition's title and what stands after its last colon, whatever it says ("… : Điều kiện bắt buộc")."""
    head, colon, tail = title.rpartition(":")
    return (head.strip(), tail.strip()) if colon and len(tail.strip()) <= LONGEST_ANSWER else (title, "")


_TAIL = re.compile(rf"(?:\s*:|\s+[-–—])\s+(?:tự\s*chấm|đạt|được)?\s*(?P<said>(?!\d{{4}})\S.{{0,{LONGEST_SAID - 1}}})$")


def title_and_tail(title: str) -> tuple[str, str]:
    """A title and the few letters that stand where others have their points ("… – năm sáu")."""
    tail = _TAIL.search(title)
    return (title[: tail.start()].strip(), tail["said"].strip()) if tail else (title, "")


def _unbracketed(evidence: re.Match[str]) -> str:
    """The evidence without the bracket that closes the one before its word."""
    text = evidence["text"].strip()
    opened = evidence.group().lstrip(" .;,-–—")[:1] in "(["
    return text[:-1].strip() if opened and text[-1:] in ")]" else text
