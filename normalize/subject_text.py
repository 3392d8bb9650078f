"""What a cited document is about, cut out of the text around its number, and whether that surely is its title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from normalize.anchors import Anchor
from normalize.citation_frame import Frame
from normalize.dates import FoundDate
from normalize.shadow import Shadow, shade
from normalize.title_words import begins_act, begins_title, end_of_title, is_bare_title
from normalize.vocabulary import Spelling, any_of, spelling_of, word_lists


class Span(NamedTuple):
    """From `start` to `end`."""

    start: int
    end: int


class Subject(NamedTuple):
    """`sure`: it reads as a document's title and stands where titles do; else it may be the sentence around."""

    text: str
    sure: bool


NONE = Subject("", sure=False)
LONGEST_CLAUSE = 80  # letters before a citation in which its sentence's subject is sought
OWN_SUBJECT = 4  # words between the kind and the number that are surely a subject
_CONTENT = re.compile(
    r"(?:(?:co|voi)\s+)?(?:noi\s+dung|trich\s+yeu)\s*(?:la\s*)?:?\s+"
)  # "…, nội dung: tổ chức kiểm tra"
_ANNOUNCED = re.compile(r've\s+viec\s+|v\s?/\s?v\s+|"\s*')
_ON = re.compile(r"ve\s+")
_CUT = re.compile(
    r"\.(?=\s|$)|;|\n\s*[-+*•·–o]\s|\n\s*\d+[.)]\s|\n\s*\n|\||"
    r",\s*(?:trung\s+tam|nha\s+truong|truong|don\s+vi|ban\s+giam|hieu\s+truong|giam\s+doc)\b|"
    r"(?<=\d{4})\s+(?:da|duoc|nham|voi)\s|"  # "… năm học 2021-2022 đã kết thúc"
    r",\s*(?=[^,;.\n]{2,40}?\s(?:da|dang|se)\s)|"  # "…, các tổ chuyên môn đã xây dựng": the sentence goes on
    r"[\s,(]*(?:(?:ban\s+hanh|ky)\s+)?\(?ngay\s+\d{1,2}\s*(?:[/.-]|thang)|[\s,-]+\d{1,3}(?:[.,]\d+)?\s?%|\(\s*\d{1,2}/\d{1,2}/\d{4}|(?:[,;]|\bva|\bvoi|\btheo)\s*$"
)
_LINKS = re.compile(r"[\s,:]*(?:(?:la|co|mang|so|ky\s+hieu|cua\s+(?:nha\s+)?truong)[\s,:]*)*")
_CALLED = re.compile(r"\(?\s*(?:sau\s+day\s+)?goi\s+tat")
# What leads from a title to the number behind it: "… (số", "… mang số", "…, ban hành".
_TAIL = re.compile(
    r"[\s,;:(\[|-]*(?:(?:ban\s+hanh|ky)\s+)?(?:(?:mang|co)\s+)?(?:\bso\b(?:\s+hieu)?|\bky\s+hieu)?[\s:.]*$"
)
_DAY = re.compile(r"[\s,;:(\[|-]*(?:(?:ban\s+hanh|ky|ra)\s+)?(?:(?:vao\s+)?ngay\s*:?\s*)?$")
_HOLDER = re.compile(r"\s+(?:cua|do)\s+(?:nha\s+truong|don\s+vi|truong|trung\s+tam|hieu\s+truong|giam\s+doc)\b[^,;:]*$")


class Setting(NamedTuple):
    """What a citation stands in: up to its neighbours (`around`), the frame behind it, the dates."""

    around: Span
    frame: Frame
    dates: Sequence[FoundDate]


def subject_of(shadow: Shadow, anchor: Anchor, setting: Setting) -> Subject:
    """The title between the kind word and the number, or behind the number ("V/v …"), or else what may be one."""
    between = _between(shadow, anchor, setting.dates)
    if len(between.text.split()) >= OWN_SUBJECT:
        return between
    behind = _behind(shadow, anchor, setting)
    if behind.sure:
        return behind
    if between.text:
        return between
    titled = shade(behind.text)
    act = begins_act(titled, 0, len(titled.plain))
    return behind if act else _in_front(shadow, anchor, setting.around.start) or behind


def _behind(shadow: Shadow, anchor: Anchor, setting: Setting) -> Subject:
    """The subject after a number and its date."""
    frame, end = setting.frame, setting.around.end
    begin = _past_own_kind(shadow, anchor, frame.end, end)
    kind = begin > frame.end
    content = _CONTENT.match(shadow.plain, begin, end)
    begin = content.end() if content else begin
    announced = _ANNOUNCED.match(shadow.plain, begin, end)
    on = announced or _ON.match(shadow.plain, begin, end)
    first = on.end() if on else begin
    titled = begins_title(shadow, first, end)
    adverbial = not (content or on) and _is_adverbial(shadow, anchor)
    if not (content or on) and ((adverbial and not (titled and frame.date)) or not anchor.symbol.symbol):
        return NONE
    if first >= end or _never().begins(shadow, first, end) or not shadow.plain[first].isalnum():
        return NONE
    if not (kind or content or on or titled) and frame.marks.strip():
        return NONE
    stop = end_of_title(shadow, begin, _end_of(shadow, first, end))
    if kind or content or on:  # "nội dung", "V/v" or its own kind word stands right before it
        acts = begins_act(shadow, first, end)
        sure = (kind or content is not None or announced is not None or acts) and not _is_of_part(shadow, anchor)
    else:
        sure = _is_entry(shadow, anchor, frame) and is_bare_title(shadow, first, stop)
    text = _tidy(shadow.source[begin:stop])
    return Subject(text, sure and bool(text))


def _past_own_kind(shadow: Shadow, anchor: Anchor, start: int, end: int) -> int:
    """Past the kind word where it stands behind the number: "12/KH-THCS ngày 5/10/2022 - Kế hoạch …"."""
    kind = _kind_words().match(shadow.plain, start, end) if anchor.word is None else None
    return kind.end() if kind else start


@cache
def _kind_words() -> re.Pattern[str]:
    words = [word for phrases in word_lists("documents")["words"].values() for word in phrases]
    return re.compile(rf"{any_of(words)}[\s:-]+")


# "Mục 3 của Kế hoạch số … về trách nhiệm": what follows is the part's.
_PART = re.compile(
    r"\b(?:(?:muc|dieu|khoan|phan|chuong)\s+(?:\d|[ivx]+\b|[a-h]\b|thu\s|dau\b|cuoi\b|cua\b|trong\b)|phu\s+luc\s)[^;:\n]{0,40}$"
)
# What a citation is named in without being the sentence's object: the start of a line, a list, what is issued.
_ENTRY = re.compile(
    r"(?:^|[;:,\n+*•·(\[-]|\d[.)]|\.\s|\b(?:ban\s+hanh|ky|xay\s+dung|co|ra|can\s+cu|gom|va|cong\s+bo|luu|luu\s+giu|xem|bang|"
    r"kem|dua\s+tren))[\s*]*$"
)
LONGEST_PART = 60  # letters before a citation in which the part of the document is sought


def _is_of_part(shadow: Shadow, anchor: Anchor) -> bool:
    return _PART.search(shadow.plain, max(0, anchor.start - LONGEST_PART), anchor.start) is not None


def _is_entry(shadow: Shadow, anchor: Anchor, frame: Frame) -> bool:
    """Nothing goes on behind a citation that stands there but its own title, and no mark keeps that apart."""
    before = shadow.plain[max(0, anchor.start - LONGEST_CLAUSE) : anchor.start]
    return _ENTRY.search(before) is not None and not any(mark in frame.marks for mark in ",\n")


# "Các thành viên theo Quyết định số 49/QĐ-THTH thực hiện nhiệm vụ": the verb behind is that of the sentence's subject;
# not so in "Theo Kế hoạch số …", "dạy học theo Kế hoạch số …".
_ADVERBIAL = re.compile(
    r"(?:^|[;\n]|[.:]\s)[\s*+•·–-]*(?P<subject>[^;:.\n]*?\w)\s+(?:theo|can\s+cu|dua\s+(?:tren|vao)|tai|trong)"
    r"(?:\s+(?:cac|tinh\s+than))?\s+$"
)


def _is_adverbial(shadow: Shadow, anchor: Anchor) -> bool:
    """A preposition stands before the citation, and before that the subject of a sentence whose verb comes behind."""
    begin = max(0, anchor.start - LONGEST_CLAUSE)
    sentence = _ADVERBIAL.search(shadow.plain[begin : anchor.start])
    if sentence is None:
        return False
    return not _doing().occurs(shadow, begin + sentence.start("subject"), begin + sentence.end("subject"))


@cache
def _doing() -> Spelling:
    return spelling_of(word_lists("documents")["doing"]["verbs"])


@cache
def _linking() -> Spelling:
    return spelling_of(word_lists("titles")["linking"]["words"])


@cache
def _never() -> Spelling:
    return spelling_of(word_lists("documents")["subject"]["never"])


def _end_of(shadow: Shadow, begin: int, end: int) -> int:
    """Where a subject ends: sentence, next bullet, a closing bracket or quote that was opened before."""
    depth = 0
    cut = _CUT.search(shadow.plain, begin + 1, end)
    stop = cut.start() if cut else end
    called = _CALLED.search(shadow.plain, begin, stop)
    stop = called.start() if called else stop
    for position in range(begin, stop):
        letter = shadow.plain[position]
        depth += (letter in "([") - (letter in ")]")
        if depth < 0 or (letter == '"' and position > begin + 1):
            return position
    return stop


def _between(shadow: Shadow, anchor: Anchor, dates: Sequence[FoundDate]) -> Subject:
    """The subject that stands between the kind word and the number: "Kế hoạch thực hiện nhiệm vụ … số 109/KH-…"."""
    if anchor.word is None or anchor.adjacent:
        return NONE
    begin, end = anchor.word.end, _before_number(shadow, anchor, dates)
    if _LINKS.fullmatch(shadow.plain, begin, end) or shadow.plain[begin:end].lstrip().startswith(("cua ", ",", "do ")):
        return NONE  # "số kế hoạch là 35/KH-THCS", "Quyết định của Hiệu trưởng số …"
    while begin < end and shadow.plain[begin] in ' "(:-':
        begin += 1
    stop = end_of_title(shadow, begin, end)
    holder = _HOLDER.search(shadow.plain, begin, stop)
    stop = holder.start() if holder else stop
    sure = not _never().begins(shadow, begin, stop) and not _linking().begins(shadow, begin, stop)
    return Subject(_tidy(shadow.source[begin:stop]), sure=sure)


def _before_number(shadow: Shadow, anchor: Anchor, dates: Sequence[FoundDate]) -> int:
    """Where the words before a number end: before "số", and before a date that stands in front of that."""
    begin = anchor.word.end if anchor.word is not None else 0
    tail = _TAIL.search(shadow.plain, begin, anchor.symbol.start)
    end = tail.start() if tail else anchor.symbol.start
    for date in dates:
        if begin <= date.start < end and date.end >= end:
            day = _DAY.search(shadow.plain, begin, date.start)
            return day.start() if day else date.start
    return end


def _in_front(shadow: Shadow, anchor: Anchor, lower: int) -> Subject | None:
    """What is done by the document ("Thành lập Ban chỉ đạo: Quyết định số 108/…"): likely its subject, never surely."""
    cuts = [match.end() for match in re.finditer(r"[;\n]|\.\s", shadow.plain[lower : anchor.start])]
    begin = lower + (cuts[-1] if cuts else 0)
    done = _DONE.search(shadow.plain, max(begin, anchor.start - LONGEST_CLAUSE), anchor.start)
    if done is not None:
        named = "whole" if done["whole"] else "what"
        parts = [shadow.source[slice(*done.span(name))] for name in ("act", named) if done[name]]
        return Subject(_tidy(" ".join(parts)), sure=False)
    match = _FRONT.fullmatch(shadow.plain, begin, anchor.start)
    if match is None or not begins_act(shadow, match.start("subject"), match.end("subject")):
        return None
    return Subject(_tidy(shadow.source[slice(*match.span("subject"))]), sure=False)


# "Ban chỉ đạo chuyển đổi số được thành lập theo …"; "… đã ban hành Quy chế … kèm theo …".
_DONE = re.compile(
    r"(?:^|[,;:\n]|\.\s)[\s*+•-]*(?P<what>[^,;:.\n]{6,}?)\s+(?:da\s+)?duoc\s+"
    r"(?P<act>thanh\s+lap|kien\s+toan|phe\s+duyet|ban\s+hanh|cong\s+nhan)\s+(?:kem\s+)?(?:theo|tai|bang)\s+$"
    r"|\b(?P<whole>ban\s+hanh\s+(?:quy\s+che|quy\s+dinh|quy\s+trinh|noi\s+quy|ke\s+hoach|danh\s+muc)\b[^,;:.\n]*?)"
    r"[\s,]+(?:(?:duoc\s+)?ban\s+hanh\s+)?kem\s+theo\s+$"
)
# What introduces a list of documents is no subject.
_FRONT = re.compile(
    r"[\s*+•-]*(?!.*(?:van ban|tai lieu|minh chung|ho so))(?:ve\s+(?:viec\s+)?|viec\s+)?"
    r"(?P<subject>[^;:\n(]*?\w+[^;:\n(]*?)(?:\s*[:(]\s*|\s+-\s+|\s+(?:kem\s+)?(?:thuc\s+hien\s+)?(?:theo|co)\s+)$"
)


def _tidy(text: str) -> str:
    return " ".join(text.split()).strip(' ,;:.-"“”()[]|')
