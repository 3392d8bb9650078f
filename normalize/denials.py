"""What the text says is not done or not there, of the things that the official table gives points for.

Precision first: a denial counts only when it is whole, present, the school's own, and without another way found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from normalize.criteria import CriterionSet
from normalize.dates import find_school_years
from normalize.denial_scope import Span, denied_things, is_denied_within
from normalize.denial_words import Token, names_a_thing, titles_of, tokens_of
from normalize.flow import flowing
from normalize.foreign import speaks_of_now
from normalize.passages import Passage
from normalize.report import Denial
from normalize.shadow import Shadow, shade
from normalize.vocabulary import any_of, word_lists

_DONE = (
    r"(?<!\w)da\s+(?:co|duoc|trien\s+khai|trang\s+bi|thuc\s+hien|hoan\s+thanh|khac\s+phuc|lap\s+dat|xay\s+dung"
    r"|dau\s+tu)(?!\w)"
)
# "Năm 2021 chưa có phòng studio, đến năm 2022 đã lắp đặt.", "Từ chỗ chưa có học liệu, đến nay kho đã rất phong phú."
_DONE_SINCE = re.compile(
    rf"(?<!\w)(?:chua|khong)\s.*{_DONE}|(?<!\w)tu\s+(?:cho|khi|viec)\s+(?:con\s+)?(?:chua|khong)\s"
    r"|(?<!\w)(?:chua|khong)\s.*[,;]\s*(?:nhung\s+)?(?:den\s+nay|hien\s+nay|nay|gio\s+day)\s(?!.*(?:chua|khong)\s).*(?<!\w)da(?!\w)"
)
# "… chưa có phòng studio; năm 2023 đã xây dựng xong": a time, and nothing of its own that was done then.
# A plan or a request is not yet the thing.
_DONE_NEXT = re.compile(
    rf"\W*(?:(?:den|toi|sang|vao)\s+)?(?:nam|nay|hien)(?!\w).*{_DONE}"
    r"(?!\s+(?:to\s+trinh|ke\s+hoach|chu\s+truong|de\s+xuat|van\s+ban|de\s+an|du\s+toan|phuong\s+an|phe\s+duyet|duyet)(?!\w))"
)
_OF_YEAR = re.compile(r"\W*(?:(?:trong|o|vao|hoi)\s+)?nam(?:\s+hoc)?\s+(?P<year>20\d\d)(?!\d)")
_BEFORE_YEAR = re.compile(r"\W*truoc\s+(?:khi\s+)?(?:nam(?:\s+hoc)?|thang\s+\d{1,2}\s*(?:/|nam))\s*20\d\d")
_ENDS = re.compile(r"(?<!\.)[.;!?](?=\s|$)|\n")


def find_denials(
    passages: Sequence[Passage], criteria: CriterionSet, school_year: str | None = None
) -> tuple[Denial, ...]:
    """Every denial of the narrative, in order, then those in the evidence, of what its row is on. A sentence on another
    year than the report's denies nothing."""
    found: list[Denial] = []
    for passage in flowing([passage for passage in passages if passage.where in {"text", "closing", "evidence"}]):
        shadow = shade(passage.text)
        if _may_deny().search(shadow.plain) is None:
            continue
        sentences = [*_sentences(shadow), (len(shadow.plain), len(shadow.plain))]
        for span, following in pairwise(sentences):
            if _is_past(shadow.plain[slice(*span)], school_year) or _is_done_next(shadow, following, criteria):
                continue
            denial = _denial_of(shadow, span, passage, criteria)
            if denial is not None:
                found.append(denial)
    return tuple(found)


def _sentences(shadow: Shadow) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _ENDS.finditer(shadow.plain):
        yield start, match.start()
        start = match.end()
    yield start, len(shadow.plain)


def _is_past(plain: str, school_year: str | None) -> bool:
    """The sentence begins with another year than the report's, and does not come to the present."""
    if _BEFORE_YEAR.match(plain):
        return True
    match = _OF_YEAR.match(plain)
    if match is None or school_year is None:
        return False
    told = find_school_years(plain[match.start("year") :])[:1]
    ours = told[0][1] == school_year if told and told[0][0] == 0 else match["year"] in school_year
    return not ours and not speaks_of_now(plain, school_year)


def _is_done_next(shadow: Shadow, span: tuple[int, int], criteria: CriterionSet) -> bool:
    """The next sentence tells when that was done."""
    if _DONE_NEXT.match(shadow.plain[slice(*span)]) is None:
        return False
    return not names_a_thing(frozenset(token.word for token in tokens_of(shadow, *span)), criteria)


def _denial_of(shadow: Shadow, span: tuple[int, int], passage: Passage, criteria: CriterionSet) -> Denial | None:
    plain = shadow.plain[slice(*span)]
    if _may_deny().search(plain) is None or _veto().search(" ".join(plain.split())) or _DONE_SINCE.search(plain):
        return None
    tokens = tokens_of(shadow, *span)
    words = [token.word for token in tokens]
    if not names_a_thing(frozenset(words), criteria):
        return None
    denied = _denied(words, criteria)
    if not denied:
        return None
    targets = tuple(dict.fromkeys(target for thing in denied for target in thing.targets))
    if passage.where == "evidence":
        targets = tuple(target for target in targets if _is_of_row(target, passage.criterion))
        if not targets:
            return None
    subject = ", ".join(_source(shadow, tokens, thing) for thing in denied)
    return Denial(subject, targets, " ".join(shadow.source[slice(*span)].split()), passage.place)


def _is_of_row(target: str, row: str | None) -> bool:
    """The target is what the row is on, or an item of it ("2.4b" of "2.4")."""
    return row is not None and target.startswith(row) and not target[len(row) : len(row) + 1].isdigit()


def _denied(words: list[str], criteria: CriterionSet) -> list[Span]:
    from normalize.denial_grammar import grammar_of

    grammar = grammar_of(criteria)
    denials, things = grammar.read(words)
    found: dict[tuple[int, int], Span] = {}
    for denial in denials:
        for thing in denied_things(words, denial, things, titles_of(criteria, things)):
            found[thing.start, thing.end] = thing
    for thing in grammar.read_lacking(words):
        if is_denied_within(words, thing, titles_of(criteria, [thing])):
            found[thing.start, thing.end] = thing
    return [found[key] for key in sorted(found)]


def _source(shadow: Shadow, tokens: Sequence[Token], thing: Span) -> str:
    return " ".join(shadow.source[tokens[thing.start].start : tokens[thing.end - 1].end].split())


@cache
def _may_deny() -> re.Pattern[str]:
    """A cheap look: a negation or a word of lack stands in the text."""
    words = word_lists("denials")["negation"]
    return re.compile(rf"(?<!\w){any_of([*words['words'], *words['lack']])}(?!\w)")


@cache
def _veto() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(word_lists('denials')['veto']['words'])}(?!\w)")
