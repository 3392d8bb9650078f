"""Rules on documents cited more than once: one document, one number, one date; one number, one document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from normalize.report import Citation
from rules.audit import Audit
from rules.citing import (
    are_alike,
    are_different,
    are_nearly_alike,
    are_of_one_day_and_lead,
    are_of_one_year,
    are_of_one_year_and_lead,
    cited_as,
    day_of,
    has_same_number,
    have_other_dates,
    is_a_slip_apart,
    may_be_same_year,
    name_other_years,
    register_number,
    tidied,
)
from rules.finding import Finding
from rules.showing import distinct


def document_number(audit: Audit) -> Iterator[Finding]:
    """One document, told by its kind, issuer and subject, that is cited with different numbers."""
    numbered = [citation for citation in audit.report.citations if tidied(citation)]
    told: set[frozenset[str]] = set()
    for cluster in _clusters(numbered, _may_be_one_document):
        votes = Counter(tidied(citation) for citation in cluster)
        if len(votes) < 2:
            continue
        told.update(map(frozenset, combinations(votes, 2)))
        for citation in numbered:  # later citations give the number alone, without the subject
            if citation not in cluster and any(has_same_number(citation, other) for other in cluster):
                votes[tidied(citation)] += 1
        if min(votes.values()) < 2:  # numbers that are each confirmed are two documents
            yield from _deviations("document-number", cluster, votes, tidied, cited_as)
    yield from _likely_slips(numbered, told)


def _likely_slips(numbered: Sequence[Citation], told: set[frozenset[str]]) -> Iterator[Finding]:
    """Two citations of one day and nearly one subject, whose numbers are a slip of the hand apart: one finding a pair
    of numbers. A register counts on: one that is so far off on the same day is hardly another document."""
    for index, one in enumerate(numbered):
        for other in numbered[index + 1 :]:
            numbers = frozenset((tidied(one), tidied(other)))
            if numbers in told or not is_a_slip_apart(tidied(one), tidied(other)) or not are_nearly_alike(one, other):
                continue
            told.add(numbers)
            at = _most_telling([one, other])
            right = other if at is one else one
            found = _finding("document-number", at, [right])
            yield replace(found, stated=cited_as(at), expected=cited_as(right), variant="doubtful")


def _may_be_one_document(one: Citation, other: Citation) -> bool:
    if have_other_dates(one, other):
        return False  # another number and another date: another document
    if not (one.sure or other.sure) and one.date is None:
        return False
    by_year = one.sure and other.sure and are_of_one_year_and_lead(one, other)
    return one.place != other.place and (are_alike(one, other) or are_of_one_day_and_lead(one, other) or by_year)


def document_date(audit: Audit) -> Iterator[Finding]:
    """One document, told by its number, issuer and subject, that is cited with different dates."""
    dated = [citation for citation in audit.report.citations if citation.date is not None and tidied(citation)]
    for cluster in _clusters(dated, _is_one_document):
        votes = Counter(day_of(citation) for citation in cluster)
        official = [audit.criteria.date.isoformat() for citation in cluster if _is_authority(audit, citation)]
        votes.update(2 * official)
        if len(votes) < 2:
            continue
        if official and votes.keys() - {day_of(citation) for citation in cluster}:
            yield from _beside_law(audit, cluster)
        else:
            yield from _deviations("document-date", cluster, votes, day_of, _shown_date)


def _is_one_document(one: Citation, other: Citation) -> bool:
    if not has_same_number(one, other):
        return False
    if not may_be_same_year(one, other):
        # numbers begin anew each year: only the same subject makes it one document, of one school year or one day
        return are_of_one_year_and_lead(one, other) or (are_alike(one, other) and _differ_in_one_part(one, other))
    # One number of one register: the wordings need not be close, if only they do not speak for two documents.
    return not are_different(one, other) and not name_other_years(one, other)


def _differ_in_one_part(one: Citation, other: Citation) -> bool:
    """Whether two dates agree but for the day, the month or the year, as they do after one slip."""
    if one.date is None or other.date is None:
        return False
    parts = zip(one.date.timetuple()[:3], other.date.timetuple()[:3], strict=True)
    return sum(first == second for first, second in parts) == 2


def _is_authority(audit: Audit, citation: Citation) -> bool:
    """Whether the citation is of the decision that the criterion set rests on."""
    match = re.search(r"(\d+)/(\S+)", audit.criteria.authority)
    if match is None or tidied(citation) != match[1]:
        return False
    return _letters(citation.symbol) == _letters(match[2])


def _letters(symbol: str) -> str:
    return re.sub(r"[^A-ZĐ]", "", symbol.upper())


def _beside_law(audit: Audit, cluster: Sequence[Citation]) -> Iterator[Finding]:
    """The decision that the set rests on, cited with a date that is not its own anywhere in the report."""
    first = _most_telling(cluster)
    about = _finding("document-date", first, [])
    yield replace(about, stated=_shown_date(first), expected=f"{audit.criteria.date:%d/%m/%Y}", variant="law")


def document_reuse(audit: Audit) -> Iterator[Finding]:
    """One number, issuer and year that is cited for clearly different documents: one finding a number."""
    numbered = [citation for citation in audit.report.citations if tidied(citation)]
    told: list[Citation] = []
    for same in (_is_reuse, _may_be_reuse):
        for index, one in enumerate(numbered):
            others = [other for other in numbered[index + 1 :] if same(one, other)]
            if not others or any(has_same_number(one, known) for known in told):
                continue
            told.append(one)
            yield replace(_told_reuse(one, others), variant="" if same is _is_reuse else "doubtful")


def _told_reuse(one: Citation, others: Sequence[Citation]) -> Finding:
    place = _most_telling([one, *others])
    rest = [citation for citation in (one, *others) if citation is not place]
    alike = [citation for citation in rest if not are_different(citation, place)]
    apart = [citation for citation in rest if citation not in alike]
    return replace(_finding("document-reuse", place, apart, alike), stated=cited_as(place))


def _is_reuse(one: Citation, other: Citation) -> bool:
    return _may_be_reuse(one, other) and are_of_one_year(one, other)


def _may_be_reuse(one: Citation, other: Citation) -> bool:
    """The same where one has no date: it may be of another year, for numbers begin anew each year."""
    return (
        bool(one.issuer and other.issuer)
        and one.place != other.place
        and has_same_number(one, other)
        and may_be_same_year(one, other)
        and are_different(one, other)
    )


def _clusters(citations: Sequence[Citation], same: Callable[[Citation, Citation], bool]) -> list[list[Citation]]:
    """Groups of citations of which each is the same document as every other (so that likeness does not drift)."""
    clusters: list[list[Citation]] = []
    for citation in citations:
        home = next((known for known in clusters if all(same(citation, other) for other in known)), None)
        if home is None:
            clusters.append([citation])
        else:
            home.append(citation)
    return clusters


def _deviations(
    rule: str,
    cluster: Sequence[Citation],
    votes: Counter[str],
    key: Callable[[Citation], str],
    shown: Callable[[Citation], str],
) -> Iterator[Finding]:
    """A finding for each value that most citations do not have; on a tie the appendix is held to the text."""
    ranked = sorted(cluster, key=lambda citation: (-votes[key(citation)], citation.where == "appendix"))
    right = ranked[0]
    for value in dict.fromkeys(key(citation) for citation in cluster):
        if value == key(right):
            continue
        wrong = [citation for citation in cluster if key(citation) == value]
        first = _most_telling(wrong)
        good = [citation for citation in cluster if key(citation) == key(right)]
        rest = [citation for citation in wrong if citation is not first]
        yield replace(_finding(rule, first, good, rest), stated=shown(first), expected=shown(right))


def _most_telling(citations: Sequence[Citation]) -> Citation:
    """The citation to report at: in the appendix if there is one, for that is what is checked against evidence."""
    return next((citation for citation in citations if citation.where == "appendix"), citations[-1])


def _finding(rule: str, at: Citation, others: Sequence[Citation], also: Sequence[Citation] = ()) -> Finding:
    """A finding at one citation; `also` are those that say the same, `others` those that say something else."""
    rows = [citation.criterion for citation in (at, *others, *also)]
    return Finding(
        rule,
        next((row for row in rows if row), ""),
        at.place,
        facts={
            "document": cited_as(at),
            "about": _shortest([at, *also] if rule == "document-reuse" else [at, *also, *others]),
            "other": _shortest(others),
        },
        others=tuple(place for place in distinct([citation.place for citation in others]) if place != at.place),
        also=tuple(place for place in distinct([citation.place for citation in also]) if place != at.place),
        excerpt=at.text,
        confidence=min(citation.confidence for citation in (at, *others)),
        documents=frozenset(register_number(citation) for citation in (at, *others)),
    )


_ANNOUNCED = re.compile(r"^(?:v\s*/\s*v|về\s+việc|về)\s+", re.IGNORECASE)


def _shortest(citations: Sequence[Citation]) -> str:
    """The subject in the fewest words: a longer one may run on into the sentence."""
    subjects = [_ANNOUNCED.sub("", citation.subject) for citation in citations if citation.subject]
    return min(subjects, key=len, default="")


def _shown_date(citation: Citation) -> str:
    return f"{citation.date:%d/%m/%Y}" if citation.date is not None else citation.date_text or ""
