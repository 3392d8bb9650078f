"""Files that are no report: decisions, plans, lists and other letters that are sent beside one as its evidence.

A report is what scores the one who sends it. A file is something else only where its title says so, or where it has
many words and none of scoring; a report whose score table is missing stays a report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice
from typing import NamedTuple

from normalize.criteria import CriterionSet
from normalize.folding import fold
from normalize.report import Appendix, Report
from normalize.vocabulary import any_of, word_lists
from parsers.document import Document, Paragraph, Table

FIRST_LINES = 60  # lines within which the first title stands: the head of a letter has some ten
SUBJECT_LINES = 5  # lines of a title, its first one with them
SUBJECT_ENDS = re.compile(
    r"^(?:can cu|theo|thuc hien|kinh gui|hieu truong|giam doc|[ivx]+\.|\d+[.)]|so ?:|-{2,}|_{2,})"
)
LONGEST_TITLE = 150  # letters of a line; a longer one is running text
MANY_WORDS = 40  # a file of fewer says too little of what it is
SHOWN = 120  # letters of a title, told to people
NOT_TITLED = "-"  # shown of a letter that has no title


class Title(NamedTuple):
    """A line that names what a file is: `kind` is `own`, `other`, `either` or `letter`; `subject`: in folded words."""

    kind: str
    text: str
    subject: str


def other_letter(document: Document, report: Report, criteria: CriterionSet) -> str | None:
    """The title of a file that is no report (`NOT_TITLED` where it has none); None where it is one, or may be."""
    if report.appendix is not None and _has_figures(report.appendix):
        return None
    lines = list(_lines_of(document))
    titles = list(_titles_of(lines))
    own = [_is_own(title, criteria) for title in titles]
    if any(own) and (own[0] or report.statements):
        return None
    if not titles:
        return None if report.appendix is not None or _may_score(lines, report) else NOT_TITLED
    first = titles[0]
    if first.kind != "other" and report.statements:
        return None
    if report.appendix is not None and first.kind != "other":
        return None
    return first.text


def _has_figures(appendix: Appendix) -> bool:
    """Whether anything is scored: a decision that prints the official table has none."""
    rows = [row for group in appendix.groups for row in group.criteria]
    return (
        any(row.score or row.level or row.answer for row in rows)
        or any(item.score or item.level for row in rows for item in row.items)
        or any(group.score or group.level for group in appendix.groups)
    )


def _is_own(title: Title, criteria: CriterionSet) -> bool:
    """Whether it is titled as one's own assessment: by its word and by what it is about, or by its subject alone."""
    if title.kind == "other":
        return False
    if title.kind == "own" and re.fullmatch(_words("own"), title.subject.strip(" :.")):
        return True  # what it is on stands elsewhere
    if re.search(_words(title.kind, "about"), title.subject) is None:
        return False
    apart = re.search(_words("own", "apart"), title.subject)
    return apart is None or "chuyen doi so" in title.subject or apart.group() in fold(criteria.title)


def _may_score(lines: Sequence[str], report: Report) -> bool:
    """Whether a file without a title may be one's own assessment: it says a word of it, or it says too little."""
    text = fold("\n".join(lines))
    return bool(
        report.statements or len(re.findall(r"[a-z]{2,}", text)) < MANY_WORDS or re.search(_words("scoring"), text)
    )


def _lines_of(document: Document) -> Iterator[str]:
    """The lines of paragraphs and cells, in order; an empty one before and after each cell."""
    for block in document.blocks:
        texts = [block.text] if isinstance(block, Paragraph) else ["", *(f"{cell.text}\n\n" for cell in block.cells)]
        for text in texts:
            lines = re.split(r"\n|\t|\s{3,}", text)
            yield from (line.strip() for line in lines if line.strip() or isinstance(block, Table))


def _titles_of(lines: Sequence[str]) -> Iterator[Title]:
    """The titles; that of a letter without one only where it comes before all others."""
    found = False
    for at, line in enumerate(lines):
        kind = _kind_of(line, first=at < FIRST_LINES and not found)
        if kind is None or (not found and at >= FIRST_LINES):
            continue
        found = True
        whole = list(islice(_title_lines(lines[at:]), SUBJECT_LINES))
        subject = fold(" ".join(whole))
        if kind in {"either", "letter"} and re.search(_words("either", "asks"), subject):
            kind = "other"
        yield Title(kind, " ".join(whole)[:SHOWN], subject)


def _kind_of(line: str, *, first: bool) -> str | None:
    """What a line makes of the file when it is its title; None where it is none."""
    if not line or len(line) > LONGEST_TITLE:
        return None
    plain = fold(line).lstrip(" *-#\"'")
    for kind in ("own", "either", "other"):
        begun = re.match(_words(kind), plain)
        if begun is None:
            continue
        word = line.lstrip(" *-#\"'“")[: begun.end()]
        return kind if word.isupper() or begun.end() == len(plain.rstrip(" :.")) else None
    return "letter" if first and re.match(_words("letter"), plain) else None


def _title_lines(lines: Sequence[str]) -> Iterator[str]:
    """The lines of the title that begins with the first of them."""
    for at, line in enumerate(lines):
        if at and (not line or line[-1] in ".;" or len(line) > LONGEST_TITLE or SUBJECT_ENDS.match(fold(line))):
            return
        yield line


@cache
def _words(section: str, key: str = "words") -> str:
    """A pattern of the section's words; a letter without a title tells its own result like a notice."""
    name = "either" if section == "letter" and key == "about" else section
    return r"(?<!\w)" + any_of(word_lists("letters")[name][key]) + r"(?!\w)"
