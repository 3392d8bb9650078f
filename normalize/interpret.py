"""A Document to a Report: the score table, then the text around it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal

from normalize.appendix import Reckoned, read_appendix
from normalize.citations import find_citations
from normalize.criteria import CriterionSet
from normalize.denials import find_denials
from normalize.folding import fold
from normalize.header import read_header
from normalize.lettering import names_in
from normalize.listed import with_table
from normalize.passages import Passage
from normalize.readings import without_maxima
from normalize.report import Criterion, Item, Report
from normalize.settling import settle
from normalize.statements import Reporter, find_statements
from normalize.wording import wordbook_of
from parsers.document import Cell, Document, Paragraph, Table

NEAR = 8  # blocks between two score tables of one appendix; more are narrative
TITLE_WITHIN = 30  # blocks; the title of a report stands on its first page
RUNNING_HEADS = 2  # blocks at the top of the first page
_TITLE = re.compile(r"^(?:bao cao|phieu|ho so|bieu|ban tu danh gia|ket qua tu danh gia)\b")
_MOTTO = re.compile(r"\bdoc lap ?- ?tu do ?- ?hanh phuc\b")


def interpret(document: Document, criteria: CriterionSet) -> Report:
    """What a document says, read against one criterion set."""
    document, reckoned = _with_appendix(document, criteria)
    passages = tuple(passages_of(document, reckoned, criteria))
    header = read_header(passages, document)
    year = None if header.school_year is None else header.school_year.value
    school = None if header.school is None else header.school.value
    reporter = Reporter(year, school, names_in(document, criteria))
    statements = (*find_statements(passages, criteria, reporter), *(reckoned.statements if reckoned else ()))
    return Report(
        document.file,
        document.digest,
        criteria.id,
        header,
        None if reckoned is None else settle(reckoned.appendix, statements, criteria),
        statements,
        find_denials((*passages, *evidence_of(reckoned)), criteria, year, school),
        find_citations(passages, header),
        document.doubts,
        document.remarks,
        document.files,
        frozenset(_pictured(document)),
    )


def _pictured(document: Document) -> Iterator[int]:
    """The pages of which something was read with less than certainty: from a picture."""
    for block in document.blocks:
        for part in block.cells if isinstance(block, Table) else (block,):
            if part.confidence < 1 and part.place.page is not None:
                yield part.place.page


def _with_appendix(document: Document, criteria: CriterionSet) -> tuple[Document, Reckoned | None]:
    """The score table; that of a list where there is no table, or one of something else that has but a few criteria."""
    reckoned = read_appendix(document, criteria)
    lacking = _lacking(reckoned, criteria)
    if 2 * lacking <= sum(len(group.criteria) for group in criteria.groups):
        return document, reckoned
    listed = with_table(document, wordbook_of(criteria))
    if listed is document:
        return document, reckoned
    again = read_appendix(listed, criteria)
    return (listed, again) if _lacking(again, criteria) < lacking else (document, reckoned)


def _lacking(reckoned: Reckoned | None, criteria: CriterionSet) -> int:
    """How many criteria no row holds."""
    if reckoned is None:
        return sum(len(group.criteria) for group in criteria.groups)
    return len(reckoned.appendix.missing)


def evidence_of(reckoned: Reckoned | None) -> Iterator[Passage]:
    """What the score table gives as evidence, by the row that it stands in."""
    for group in reckoned.appendix.groups if reckoned is not None else ():
        for criterion in group.criteria:
            rows: tuple[Criterion | Item, ...] = (criterion, *criterion.items)
            for row in rows:
                if row.evidence is not None and row.evidence.value:
                    yield Passage(row.evidence.text, row.evidence.place, "evidence", row.id)


def passages_of(document: Document, reckoned: Reckoned | None, criteria: CriterionSet) -> Iterator[Passage]:
    """The document's text by its part in the report, in order."""
    tables = reckoned.criteria if reckoned else {}
    maxima = {group.maximum for group in criteria.groups}
    title = _title_block(document)
    for at, block in enumerate(document.blocks):
        part = "header" if at < title else "closing" if _is_in_appendix(at, tables) else "text"
        if reckoned is not None and at in reckoned.captions:
            part = "appendix"
        if isinstance(block, Paragraph):
            yield _passage(block, part if block.role == "body" or part == "appendix" else "margin")
        elif at in tables:
            yield from _passages_of_score_table(block, tables[at], maxima)
        else:
            yield from _passages_of_table(block, part)


def _is_in_appendix(at: int, tables: Mapping[int, object]) -> bool:
    """After the last score table, or close between two."""
    before = max((table for table in tables if table < at), default=None)
    after = min((table for table in tables if table > at), default=None)
    return before is not None and (after is None or after - before <= NEAR)


def _title_block(document: Document) -> int:
    """The first title; not a running head above the national motto that begins like one."""
    titles, motto = [], 0
    for at, block in enumerate(document.blocks[:TITLE_WITHIN]):
        text = (
            fold(block.text) if isinstance(block, Paragraph) else fold(" ".join(cell.text for cell in block.cells[:6]))
        )
        motto = motto or (at if _MOTTO.search(text) else 0)
        if isinstance(block, Paragraph) and block.role == "body" and _TITLE.match(text):
            titles.append(at)
    if len(titles) > 1 and titles[0] < RUNNING_HEADS and titles[0] < motto < titles[1]:
        return titles[1]
    return next(iter(titles), 0)


def _passages_of_score_table(
    table: Table, criteria: Mapping[int, str], maxima: Collection[Decimal | None]
) -> Iterator[Passage]:
    """Cells with words; a row of one cell over the whole width is text that stands in the table."""
    wide = max(2, table.columns - 1)
    for cell in table.cells:
        if not re.search(r"[^\W\d_]{2}", cell.text):
            continue
        if cell.column_span >= wide and cell.row not in criteria:
            yield _passage(cell, "closing", None, without_maxima(cell.text, maxima))
        else:
            yield _passage(cell, "appendix", criteria.get(cell.row))


def _passages_of_table(table: Table, part: str) -> Iterator[Passage]:
    """A row a passage, so that a figure stands with its words; cells apart where a cell has several lines."""
    rows: dict[int, list[int]] = {}
    for at, cell in enumerate(table.cells):
        rows.setdefault(cell.row, []).append(at)
    for members in rows.values():
        cells = [table.cells[at] for at in members if table.cells[at].text.strip()]
        if not cells:
            continue
        if any("\n" in cell.text for cell in cells) or len(cells) == 1:
            yield from (_passage(cell, part) for cell in cells)
        else:
            unsure = tuple(word for cell in cells for word in cell.unsure)
            sure = min(cell.confidence for cell in cells)
            yield Passage(" | ".join(cell.text for cell in cells), cells[0].place, part, None, sure, unsure)


def _passage(block: Paragraph | Cell, where: str, criterion: str | None = None, text: str | None = None) -> Passage:
    shown = block.text if text is None else text
    return Passage(shown, block.place, where, criterion, block.confidence, block.unsure)
