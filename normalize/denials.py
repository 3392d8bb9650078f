"""What the text says is not done or not there, of the things that the official table gives points for.

Three ways: a sentence that is understood to its last word denies surely; one that names a thing beside a negation and
is not wholly understood may deny (`Denial.sure` is false); one that is plainly of the past, of others or of a part
denies nothing.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from normalize.criteria import CriterionSet
from normalize.dates import find_school_years
from normalize.denial_clauses import clauses_of, negations_of
from normalize.denial_concepts import concepts_in
from normalize.denial_phrases import Named, Token, phrases
from normalize.denial_scope import NEUTRAL, Sentence, surely_denied
from normalize.denial_words import concepts_of, titles_of, tokens_of
from normalize.doubts import affirmed_in, may_be_denied
from normalize.flow import flowing
from normalize.folding import fold
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
NEGATIONS = "chưa không"
SHIFTED_WITHIN = 3  # words after a negation
_ENDS = re.compile(r"(?<!\.)[.;!?](?=\s|$)|\n")


def find_denials(
    passages: Sequence[Passage], criteria: CriterionSet, school_year: str | None = None, school: str | None = None
) -> tuple[Denial, ...]:
    """Every denial of the narrative, in order, then those in the evidence, of what its row is on. A sentence on another
    year than the report's denies nothing; what the narrative affirms elsewhere is not told as doubtful."""
    known = frozenset(re.findall(r"[a-z]+|[0-9]+", fold(f"{school_year or ''} {school or ''}")))
    told = flowing([passage for passage in passages if passage.where in {"text", "closing", "evidence"}])
    found = [denial for passage in told for denial in _denials_of(passage, criteria, school_year, known)]
    if all(denial.sure for denial in found):
        return tuple(found)
    affirmed = _affirmed([passage for passage in told if passage.where != "evidence"], criteria)
    kept = (denial if denial.sure else _without(denial, affirmed) for denial in found)
    return tuple(denial for denial in kept if denial.targets)


def _without(denial: Denial, affirmed: Collection[str]) -> Denial:
    return replace(denial, targets=tuple(target for target in denial.targets if target not in affirmed))


def _affirmed(passages: Sequence[Passage], criteria: CriterionSet) -> frozenset[str]:
    """The criteria and items of which the text says that they are done."""
    found: set[str] = set()
    for passage in passages:
        shadow = shade(passage.text)
        for span in _sentences(shadow):
            if _may_affirm().search(shadow.plain, *span):
                tokens = tokens_of(shadow, *span)
                found.update(affirmed_in(tokens, clauses_of(tokens), concepts_of(criteria)))
    return frozenset(found)


def _denials_of(
    passage: Passage, criteria: CriterionSet, school_year: str | None, known: frozenset[str]
) -> Iterator[Denial]:
    shadow = shade(passage.text)
    if _may_deny().search(shadow.plain) is None:
        return
    sentences = [*_sentences(shadow), (len(shadow.plain), len(shadow.plain))]
    for span, following in pairwise(sentences):
        if _is_past(shadow.plain[slice(*span)], school_year) or _is_done_next(shadow, following, criteria):
            continue
        yield from _denials_in(shadow, span, passage, criteria, known)


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
    tokens = tokens_of(shadow, *span)
    return not concepts_in(tokens, concepts_of(criteria), 0, len(tokens))


def _denials_in(
    shadow: Shadow, span: tuple[int, int], passage: Passage, criteria: CriterionSet, known: frozenset[str]
) -> Iterator[Denial]:
    """What the sentence surely denies, then what else it may deny."""
    plain = shadow.plain[slice(*span)]
    if _may_deny().search(plain) is None or _DONE_SINCE.search(plain) or shadow.plain[span[1] :][:1] == "?":
        return
    tokens = tokens_of(shadow, *span)
    end = len(tokens)
    if not concepts_in(tokens, concepts_of(criteria), 0, end) or phrases("veto.words").occur(tokens, 0, end):
        return
    sentence = _read(tokens, criteria, known)
    settled = {} if _is_shifted(sentence) else surely_denied(sentence)
    sure = [thing for things in settled.values() for thing in things]
    doubted = may_be_denied(sentence, concepts_of(criteria), settled)
    text = " ".join(shadow.source[slice(*span)].split())
    told: set[str] = set()
    for things, is_sure in ((sure, True), (doubted, False)):
        targets = [target for target in _targets(things, passage) if target not in told]
        told.update(targets)
        if targets:
            subject = ", ".join(_source(shadow, tokens, thing) for thing in things if {*thing.targets} & {*targets})
            read = passage.sure_of(f"{NEGATIONS} {subject}")
            shared = tuple(one for one in targets if any(one in it.targets and len(it.targets) > 1 for it in things))
            yield Denial(subject, tuple(targets), text, passage.place, is_sure, shared, read)


def _is_shifted(sentence: Sentence) -> bool:
    """A word that may make it another's or another time's; none where it is what is not done: "chưa chuyển sang X"."""
    denied = {negation.end + word for negation in sentence.negations for word in range(SHIFTED_WITHIN)}
    return any(
        start not in denied for start, _ in phrases("veto.shifting").spans(sentence.tokens, 0, len(sentence.tokens))
    )


def _targets(things: Sequence[Named], passage: Passage) -> list[str]:
    """What the things stand for; in an evidence cell, of what its row is on."""
    found = dict.fromkeys(target for thing in things for target in thing.targets)
    return [target for target in found if passage.where != "evidence" or _is_of_row(target, passage.criterion)]


def _read(tokens: Sequence[Token], criteria: CriterionSet, known: frozenset[str]) -> Sentence:
    from normalize.denial_grammar import grammar_of, longest

    grammar = grammar_of(criteria)
    words = [token.word for token in tokens]
    things = [*grammar.read(words), *_told_apart(tokens, criteria)]
    clauses = clauses_of(tokens, things)
    negations = tuple(negations_of(tokens, things))
    parts = [one for clause in clauses for one in concepts_in(tokens, concepts_of(criteria), *clause[:2])]
    named = longest([*things, *grammar.read_lacking(words), *(part for part in parts if not _borrows(part, things))])
    about = titles_of(criteria, (target for one in named for target in one.targets))
    whole = [one._replace(own=one.own | _titled(tokens, one, criteria)) for one in named]
    return Sentence(tokens, clauses, negations, whole, known, about)


def _told_apart(tokens: Sequence[Token], criteria: CriterionSet) -> Iterator[Named]:
    """Things whose parts stand around commas and a negation, with nothing else between: "phần mềm thi chưa kết nối,
    trao đổi kết quả với hệ thống quản trị", "tuyển sinh vẫn bằng hồ sơ giấy, chưa thực hiện trực tuyến"."""
    if not any(token.word == "," for token in tokens):
        return
    denied = phrases("negation.words").covered(tokens, 0, len(tokens))
    known = phrases(*NEUTRAL, "understood.acts", "understood.ways", "understood.actors", "negation.auxiliaries")
    for one in concepts_in(tokens, concepts_of(criteria), 0, len(tokens)):
        inside = frozenset(range(one.start, one.end))
        marks = frozenset(at for at in inside if tokens[at].word == ",")
        plain = marks | denied | one.own | _titled(tokens, one, criteria) | known.covered(tokens, one.start, one.end)
        if marks and len(denied & inside) == 1 and inside <= plain:
            yield one


def _borrows(part: Named, things: Sequence[Named]) -> bool:
    """All its words stand in the names of two others: "tuyển sinh trực tuyến và thu phí …" is no "thu trực tuyến"."""
    spans = [frozenset(range(thing.start, thing.end)) for thing in things]
    if any(part.start < thing.start and thing.end <= part.end and _takes_from(part, thing) for thing in things):
        return True
    return part.own <= frozenset().union(*spans) and not any(part.own <= span for span in spans)


def _takes_from(part: Named, thing: Named) -> bool:
    """Some words of another thing that is named whole: "phí … trực tuyến" in "phí tuyển sinh trực tuyến"."""
    if not part.own & thing.own or thing.own <= part.own:
        return False
    return not any(_is_of_row(one, other) or _is_of_row(other, one) for one in part.targets for other in thing.targets)


def _titled(tokens: Sequence[Token], named: Named, criteria: CriterionSet) -> frozenset[int]:
    """The words within a thing's name that its official title has too."""
    title = titles_of(criteria, named.targets)
    return frozenset(at for at in range(named.start, named.end) if tokens[at].word in title)


def _is_of_row(target: str, row: str | None) -> bool:
    """The target is what the row is on, or an item of it ("2.4b" of "2.4")."""
    return row is not None and target.startswith(row) and not target[len(row) : len(row) + 1].isdigit()


def _source(shadow: Shadow, tokens: Sequence[Token], thing: Named) -> str:
    return " ".join(shadow.source[tokens[thing.start].start : tokens[thing.end - 1].end].split())


@cache
def _may_deny() -> re.Pattern[str]:
    """A cheap look: a negation, a word of lack or of another way stands in the text."""
    words = word_lists("denials")["negation"]
    return re.compile(rf"(?<!\w){any_of([*words['words'], *words['lack'], *words['otherwise']])}(?!\w)")


@cache
def _may_affirm() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(word_lists('denials')['affirmed']['words'])}(?!\w)")
