"""Scores and levels that a stretch of text gives as a result; bounds and a criterion's figures are none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from normalize.criteria import CriterionSet
from normalize.folding import fold
from normalize.levels import ROMAN
from normalize.mentions import SCHOOL
from normalize.numbers import parse_points, parse_words
from normalize.vocabulary import any_of, word_lists


class Claim(NamedTuple):
    """A score (with the maximum, where it is written beside it) or a level, from `start` to `end`.

    `named`: the level's name behind another one's number ("mức 3 (đáp ứng cơ bản)"), which it should explain.
    """

    start: int
    end: int
    score: Decimal | None = None
    maximum: Decimal | None = None
    level: int | None = None
    named: bool = False


NUMBER = r"\d{1,3}(?:[.,]\d{1,2})?(?![\d])"
POINTS = r"(?:diem|d|đ)(?!\w)"
_SCORE = re.compile(
    rf"(?<![\w.,/-])(?P<score>{NUMBER})\s*(?:{POINTS})?\s*(?:/|tren)(?:\s*(?:tong(?:\s+so)?|thang(?:\s+diem)?))?\s*(?P<max>{NUMBER})(?![\w/%.-]\d)(?:\s*{POINTS})?"
    rf"|(?<![\w.,/-])(?P<only>{NUMBER})\s*{POINTS}(?!\s*/)"
)
# A label with a colon, or one that can only be followed by the figure: "Tổng điểm: 85,5", "có tổng điểm 85,5".
_LABELLED = re.compile(
    r"(?:(?P<sure>con\s+so|tong\s+(?:so\s+)?diem|diem\s+tong|so\s+diem|diem\s+so|diem\s+dat(?:\s+duoc)?|diem\s+tu\s+(?:cham|danh\s+gia))"
    r"|cong\s+diem|tong\s+cong|tu\s+(?:cham|danh\s+gia)|diem)"
    r"(?:\s+(?:cua\s+)?nhom(?:\s+tieu\s+chi)?\s+(?:\d|[ivx]+)(?!\w))?"
    rf"(?:\s+(?:la|dat|duoc|dat\s+duoc|tu\s+cham|{SCHOOL}|cua\s+(?!nhom)\w+))*"
    rf"\s*(?(sure)[:=]?|[:=])\s*(?P<score>{NUMBER})(?![\w/%-]|[.,]\d|\s*[/%])"
)
# "lần lượt đạt 91 và 92 điểm", "lần lượt ở mức 3 và 2": the word stands once for all the figures.
_NEXT = r"\s*(?:,|;|va)\s*"
_SHARED = re.compile(
    rf"(?<=\s)(?P<score>{NUMBER})(?={_NEXT}(?:{NUMBER}{_NEXT}){{0,4}}{NUMBER}\s*(?:{POINTS}|/\s*\d{{2,3}}|tren\s+thang))"
    rf"|(?<!\w)muc(?:\s*do)?\s+(?P<first>\d){_NEXT}(?P<second>\d)(?!\w|[,.]\d|\s*{POINTS})"
)
# "điểm của hai nhóm lần lượt là 73 và 97": the word stands before them only, and nothing behind.
_LISTED = re.compile(
    rf"(?<!\w)diem(?!\w)[^;.\d]*(?:\d[^;.\d]*)*?lan\s+luot\s+(?:la|dat|duoc|dat\s+duoc)\s+(?P<figures>{NUMBER}(?:{_NEXT}{NUMBER})+)(?=\s*(?:$|[.;(]))"
)
_RESPECTIVELY = re.compile(r"(?<!\w)lan\s+luot(?!\w)")
_DIGIT_WORD = r"(?:khong|mot|hai|ba|bon|tu|nam|lam|sau|bay|tam|chin|muoi|tram|ruoi|phay|linh|le)"
_IN_WORDS = re.compile(rf"(?<!\w)(?P<words>{_DIGIT_WORD}(?:\s+{_DIGIT_WORD}){{0,6}})\s+diem(?!\w)")
ONE_LEVEL = r"(?P<level>\d|iii|ii|iv|i|v|mot|hai|ba|bon)"
_LEVEL = re.compile(
    rf"(?<!\w)(?:muc|cap)(?:\s*do)?(?:\s+(?:chuyen\s+doi\s+so|dap\s+ung|dat|dat\s+duoc|xep\s+loai|tu\s+danh\s+gia|la|so))*\s*[:=\-]?\s*[\"(]?\s*"
    rf"(?:muc(?:\s*do)?\s*[:\-]?\s*)?{ONE_LEVEL}(?![\w%])(?![.,/]\d)(?!\s*(?:,|va|den|-|/|hoac)\s*(?:\d(?!\d)|[iv]+\b))"
)
_LEVEL_WORDS = {"mot": 1, "hai": 2, "ba": 3, "bon": 4}
_AFTER = 24  # letters after a level that may say of what it is ("mức độ 2 dịch vụ công")


def claims_in(plain: str, criteria: CriterionSet) -> list[Claim]:
    """Every score and level of a folded sentence that is a result, in order."""
    levels = list(_levels(plain, criteria))
    found = [*_scores(plain), *_misnamed(plain, levels, criteria), *levels, *_shared(plain, criteria)]
    found.sort(key=lambda claim: (claim.start, -claim.end))
    kept: list[Claim] = []
    for claim in found:
        if kept and (claim.start < kept[-1].end or _says_again(plain, kept[-1], claim)):
            continue
        scale = claim.level is not None and _is_scale(plain, claim, found)
        if is_result(plain, claim) and not scale and not _is_all_there_is(plain, claim, criteria):
            kept.append(claim)
    return kept


_AGAIN = re.compile(r"\s*(?:\(|,?\s*(?:tuc|bang\s+chu)(?!\w))\s*:?\s*")


def _says_again(plain: str, told: Claim, claim: Claim) -> bool:
    """ "33 điểm (ba mươi ba điểm)", "mức đáp ứng cơ bản (mức 2)"."""
    same = (told.score, told.level) == (claim.score, claim.level)
    return same and _AGAIN.fullmatch(plain, told.end, claim.start) is not None


_AMONG = re.compile(r"(?<!\w)trong(?:\s+(?:so|tong\s+so))?\s+$")


def _is_all_there_is(plain: str, claim: Claim, criteria: CriterionSet) -> bool:
    """ "Trong 100 điểm của nhóm 1, nhà trường đạt 71 điểm"."""
    maxima = {group.maximum for group in criteria.groups}
    return claim.score in maxima and claim.maximum is None and _AMONG.search(plain[: claim.start]) is not None


def level_number(text: str) -> int:
    """The level that a digit, a Roman number or a word means."""
    return int(text) if text.isdigit() else ROMAN.get(text) or _LEVEL_WORDS[text]


def _is_scale(plain: str, level: Claim, claims: list[Claim]) -> bool:
    """The scale explained ("dưới 50 điểm xếp mức 1"): a score of the same clause is a bound."""
    start = _clause_start(plain, level.start)
    return any(
        claim.score is not None
        and start <= claim.start < level.start
        and _SCALE_BOUND.search(plain[start : claim.start])
        for claim in claims
    )


_SCALE_BOUND = re.compile(r"(?:(?<!\w)(?:duoi|tren|tu|den|hon)|[<>≤≥]=?)\s*$")


def _clause_start(plain: str, end: int) -> int:
    return max((match.end() for match in re.finditer(r"[;\n]|\.\s", plain[:end])), default=0)


def _scores(plain: str) -> list[Claim]:
    found: list[Claim] = []
    for match in _SCORE.finditer(plain):
        score = parse_points(match["score"] or match["only"])
        maximum = parse_points(match["max"]) if match["max"] else None
        if score is not None:
            found.append(Claim(*match.span(), score, maximum))
    for match in _LABELLED.finditer(plain):
        score = parse_points(match["score"])
        if score is not None:
            found.append(Claim(match.start("score"), match.end("score"), score))
    for match in _IN_WORDS.finditer(plain):
        words = parse_words(match["words"])
        if words is not None:
            found.append(Claim(*match.span(), words))
    return found


def _shared(plain: str, criteria: CriterionSet) -> Iterator[Claim]:
    """The figures of a list whose word stands only before or behind all of them."""
    told = _RESPECTIVELY.search(plain)
    known = {level for level, _ in criteria.level_names}
    for match in _LISTED.finditer(plain) if told else ():
        for figure in re.finditer(NUMBER, match["figures"]):
            start = match.start("figures") + figure.start()
            yield Claim(start, start + len(figure.group()), parse_points(figure.group()))
    for match in _SHARED.finditer(plain, told.end()) if told else ():
        if match["score"] is not None:
            yield Claim(*match.span("score"), parse_points(match["score"]))
            continue
        for name in ("first", "second"):
            if int(match[name]) in known:
                yield Claim(*match.span(name), level=int(match[name]))


def without_figures_in_words(plain: str) -> str:
    """The folded text, as long as before, with blanks for scores written out."""
    return _IN_WORDS.sub(lambda match: " " * len(match.group()), plain)


def _levels(plain: str, criteria: CriterionSet) -> list[Claim]:
    known = {level for level, _ in criteria.level_names}
    found: list[Claim] = []
    for match in _LEVEL.finditer(plain):
        level = level_number(match["level"])
        if level in known:
            found.append(Claim(*match.span(), level=level))
    pattern, levels = _named(criteria)
    if pattern is not None:
        numbered = {claim.end for claim in found}
        for match in pattern.finditer(plain):
            name = next(key for key in ("name", "bare", "of", "dash") if match[key] is not None)
            start = match.start() if name == "name" else match.start(name)
            if _end_before(plain, start) not in numbered:  # else it says the number's level again, or `_misnamed`
                found.append(Claim(start, match.end(), level=levels[" ".join(match[name].split())]))
    return found


def _end_before(plain: str, start: int) -> int:
    """Where the words before `start` end, a colon, dash, comma or bracket between them apart."""
    before = plain[:start].rstrip()
    return len(before[:-1].rstrip()) if before[-1:] and before[-1] in "(:,–-" else len(before)


def _misnamed(plain: str, levels: Sequence[Claim], criteria: CriterionSet) -> Iterator[Claim]:
    """Names right behind a level's number that are another level's: "mức 3 (đáp ứng cơ bản)", "mức 3: …"."""
    names = {fold(name): level for level, name in criteria.level_names}
    pattern = (
        re.compile(rf"\s*[(:,–-]\s*(?P<told>(?:muc\s+)?(?P<name>{any_of(names)}))(?=\s*(?:$|[)\".,;\n]))")
        if names
        else None
    )
    for claim in levels if pattern else ():
        aside = pattern.match(plain, claim.end) if pattern else None
        level = names[" ".join(aside["name"].split())] if aside else claim.level
        if aside is not None and level != claim.level:
            yield Claim(*aside.span("told"), level=level, named=True)


@lru_cache(maxsize=16)
def _named(criteria: CriterionSet) -> tuple[re.Pattern[str] | None, dict[str, int]]:
    """Levels by name: "Mức đáp ứng cơ bản", "xếp loại: Đáp ứng tốt"; a bare name in a sentence is praise."""
    levels = {fold(name): level for level, name in criteria.level_names}
    if not levels:
        return None, levels
    lead = r"(?:muc(?:\s*do)?|xep\s+loai|xep\s+muc|ket\s+luan|danh\s+gia)(?:\s+(?:dat|la|muc))*\s*[:\-]?\s*[\"(]?\s*"
    # … or right after a figure, and nothing behind it: "76 điểm, đáp ứng tốt"
    beside = rf"(?:\d\s*{POINTS}|/\s*\d{{2,3}})\s*[,;(\-]+\s*(?:dat\s+)?[\"]?\s*"
    names = any_of(levels)
    of_group = r"(?=\s+(?:o|cho|doi\s+voi|tai)\s+(?:noi\s+dung\s+|linh\s+vuc\s+)?nhom(?!\w))"
    pattern = (
        rf"(?<!\w){lead}(?P<name>{names})(?!\w)|{beside}(?P<bare>{names})(?=\s*(?:$|[\".,;)]))"
        rf"|(?<!\w)(?P<of>{names}){of_group}|[-:]\s*(?P<dash>{names})(?=\s*(?:$|[;.,)]))"
    )
    return re.compile(pattern), levels


def is_result(plain: str, claim: Claim) -> bool:
    """Whether a figure is had as a result: no bound, difference or maximum, nor a criterion's or some criteria's."""
    start = _clause_start(plain, claim.start)
    before = plain[start : claim.start]
    told = _TOLD.match(plain, claim.start) is not None  # "tự xếp mức 2" is folded like "từ mức 2"
    if (_bound().search(before) and not told) or _CRITERION.search(_ASIDE.sub(" ", before)):
        return False
    if claim.score is not None and _OF_CRITERION.match(plain, claim.end):
        return False
    if _NO_RESULT.match(plain, claim.end) or (claim.maximum is None and _MOST.match(plain, claim.end)):
        return False  # "58 điểm/100 điểm tối đa" says both
    if claim.level is None:
        return True
    return not (_OF_SOME.search(before) or _other_level().search(plain[start : claim.end + _AFTER]))


_ASIDE = re.compile(r"\([^()]*\)")
# "tiêu chí 1.3 đạt 21 điểm": a part of the group.
_CRITERION = re.compile(
    r"(?<![\w.,])(?:tieu\s+chi|muc|chi\s+so|noi\s+dung)\s*:?\s*\d{1,2}[.,]\d{1,2}[^;]*$|(?<![\w.,/])\d\.\d{1,2}\.?[a-h]?(?!\d|\s*(?:diem|/))\s[^;]*$"
)


_NO_RESULT = re.compile(
    r"\s*(?:tro\s+len|tro\s+xuong|%|trung\s+binh|binh\s+quan|khao\s+sat|hai\s+long"
    r"|(?:chua|khong)\s+dat(?!\s+muc)|bi\s+(?:mat|tru))"
)
_MOST = re.compile(r"\s*toi\s+da")
# "5/7 tiêu chí của nhóm 1 đạt mức 3": the level of these
_OF_SOME = re.compile(
    r"(?:\d|mot\s+so|nhieu|hau\s+het|da\s+so)\s+tieu\s+chi\s+(?:cua|trong|thuoc|o)\s+(?:nhom|linh\s+vuc)"
)
_TOLD = re.compile(r"(?:xep|danh\s+gia|ket\s+luan)(?!\w)")
# "24 điểm thuộc về tiêu chí 1.3", "15 điểm của tiêu chí 1.5"
_OF_CRITERION = re.compile(
    r"\s*,?\s*(?:la\s+)?(?:thuoc(?:\s+ve)?|cua|tu|o|tai|nam\s+o|danh\s+cho|cho)\s+(?:cac\s+)?tieu\s+chi\s+\d"
)


@cache
def _words(section: str) -> list[str]:
    return word_lists("statements")[section]["words"]


@cache
def _bound() -> re.Pattern[str]:
    """Right before a figure; an arrow ("=>") is none."""
    return re.compile(rf"(?:(?<!\w){any_of(_words('bound'))}|(?<![-=])[<>≤≥])\s*(?:la\s+)?$")


@cache
def _other_level() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(_words('other_level'))}(?!\w)")
