"""What a cited document is about, cut out of the text around its number."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from normalize.anchors import Anchor
from normalize.shadow import Shadow
from normalize.vocabulary import Spelling, any_of, spelling_of, word_lists


class Span(NamedTuple):
    """From `start` to `end`."""

    start: int
    end: int


LONGEST_CLAUSE = 80  # letters before a citation in which its sentence's subject is sought
_LEAD = re.compile(r"[\s,:)\]-]*")  # what stands behind a semicolon is another matter
_CONTENT = re.compile(r"(?:(?:voi\s+)?noi\s+dung|trich\s+yeu)\s*(?:la\s*)?:?\s+")  # "…, nội dung: tổ chức kiểm tra"
OWN_SUBJECT = 4  # words between the kind and the number that are surely a subject
_CUT = re.compile(
    r"\.(?=\s|$)|;|\n\s*[-+*•·–o]\s|\n\s*\d+[.)]\s|\n\s*\n|"
    r",\s*(?:trung\s+tam|nha\s+truong|truong|don\s+vi|ban\s+giam|hieu\s+truong|giam\s+doc)\b|"
    r"(?<=\d{4})\s+(?:da|duoc|nham|voi)\s|"  # "… năm học 2021-2022 đã kết thúc"
    r",\s*(?=[^,;.\n]{2,40}?\s(?:da|dang|se)\s)|"  # "…, các tổ chuyên môn đã xây dựng": the sentence goes on
    r"[\s,(]*(?:(?:ban\s+hanh|ky)\s+)?\(?ngay\s+\d{1,2}\s*(?:[/.-]|thang)|[\s,-]+\d{1,3}(?:[.,]\d+)?\s?%|\(\s*\d{1,2}/\d{1,2}/\d{4}|(?:[,;]|\bva|\bvoi|\btheo)\s*$"
)
_LINKS = re.compile(r"[\s,:]*(?:(?:la|co|mang|so|ky\s+hieu|cua\s+(?:nha\s+)?truong)[\s,:]*)*")
_CALLED = re.compile(r"\(?\s*(?:sau\s+day\s+)?goi\s+tat")


def subject_of(shadow: Shadow, anchor: Anchor, around: Span, after: int) -> str:
    """The subject after the number ("V/v …"), else the one between the kind word and the number, else ""."""
    between = _between(shadow, anchor)
    if len(between.split()) >= OWN_SUBJECT:
        return between
    behind = _behind(shadow, anchor, after, around.end)
    if behind and behind[1]:
        return behind[0]
    before = between or _in_front(shadow, anchor, around.start)
    if before:
        return before
    return behind[0] if behind else ""


def _behind(shadow: Shadow, anchor: Anchor, start: int, end: int) -> tuple[str, bool] | None:
    """The subject after a number and its date, and whether a word like "V/v" announces it."""
    lead = _LEAD.match(shadow.plain, start, end)
    begin = lead.end() if lead else start
    opened = shadow.plain[begin : begin + 1] == "("
    begin += opened
    issued = _issued_by().match(shadow.plain, begin, end)
    if issued:
        begin = issued.end()
    content = _CONTENT.match(shadow.plain, begin, end)
    if content:
        begin = content.end()
    strong = content is not None or _sure().match(shadow.plain, begin, end) is not None
    apart = bool(re.search(r"[,;:)\n-]", shadow.plain[start:begin])) and not opened
    if not strong and (apart or not anchor.symbol.symbol or _is_adverbial(shadow, anchor)):
        return None
    if not strong and not _may_begin(shadow, begin, end):
        return None
    return _tidy(shadow.source[begin : _end_of(shadow, begin, end)]), strong


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
    subject = text[: tail.start()] if tail else text
    if _LINKS.fullmatch(plain):  # "số kế hoạch là 35/KH-THCS"
        return ""
    return "" if plain.lstrip().startswith("cua ") else _tidy(subject)  # "Quyết định của Hiệu trưởng số …"


def _in_front(shadow: Shadow, anchor: Anchor, lower: int) -> str:
    """The subject before the kind word: "Thành lập Ban chỉ đạo: Quyết định số 108/…"."""
    cuts = [match.end() for match in re.finditer(r"[;\n]|\.\s", shadow.plain[lower : anchor.start])]
    begin = lower + (cuts[-1] if cuts else 0)
    match = _opening().fullmatch(shadow.plain, begin, anchor.start)
    return _tidy(shadow.source[slice(*match.span("subject"))]) if match else ""


def _tidy(text: str) -> str:
    return " ".join(text.split()).strip(' ,;:.-"“”()[]')


@cache
def _sure() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(word_lists('documents')['subject']['sure'])})(?!\w)|\"")


def _may_begin(shadow: Shadow, begin: int, end: int) -> bool:
    """A word that stands right after the number, without a mark between, and does not go on with the sentence."""
    return shadow.plain[begin : begin + 1].isalpha() and not _never().begins(shadow, begin, end)


@cache
def _never() -> Spelling:
    return spelling_of(word_lists("documents")["subject"]["never"])


@cache
def _issued_by() -> re.Pattern[str]:
    """ "của Sở Giáo dục và Đào tạo Hải Phòng", when the subject follows."""
    return re.compile(rf"cua\s+[^;.()\n]{{2,80}}?[\s,(]+(?=(?:{_sure().pattern}))")


@cache
def _opening() -> re.Pattern[str]:
    """A phrase that is a subject by its first word, up to a colon, a bracket or "kèm theo"."""
    lists = r"(?!.*(?:van ban|tai lieu|minh chung|ho so))"  # what introduces a list of documents is no subject
    return re.compile(
        rf"[\s*+•-]*(?P<subject>{lists}(?:{_sure().pattern})[^;:\n(]*?\w+[^;:\n(]*?)(?:\s*[:(]\s*|\s+kem\s+theo\s+)$"
    )
