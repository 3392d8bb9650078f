"""Blocks of one criterion whose figures must be paired together, since a page break cut the row that they are of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from normalize.blocks import Block
from normalize.figures import Entry


def runs_of(blocks: Sequence[Block], entries: Sequence[Sequence[Entry]]) -> Iterator[range]:
    """Positions of blocks, one or more a run: the figures of a run are as many as its items together."""
    done = 0
    for at in range(len(blocks)):
        if at < done:
            continue
        run = _run(blocks, entries, at)
        yield run
        done = run.stop


def _run(blocks: Sequence[Block], entries: Sequence[Sequence[Entry]], start: int) -> range:
    alone = range(start, start + 1)
    criterion = _criterion(blocks[start])
    if criterion is None:
        return alone
    stop = start + 1
    while stop < len(blocks) and _criterion(blocks[stop]) == criterion:
        stop += 1
        run = range(start, stop)
        cut = _is_cut(blocks[stop - 2], blocks[stop - 1]) or not _count(entries[stop - 1])
        lame = any(not _is_whole(blocks[at], _count(entries[at])) for at in run) or _has_spare(blocks, entries, run)
        if lame and cut and _is_whole_together(blocks, entries, run):
            return run
    return alone


def _criterion(block: Block) -> str | None:
    criteria = {unit.criterion for unit in block.units}
    return criteria.pop() or None if len(criteria) == 1 else None


def _count(entries: Sequence[Entry]) -> int:
    return sum(bool(entry.text.strip()) for entry in entries)


def _is_cut(before: Block, after: Block) -> bool:
    """The second block begins a page."""
    first, second = before.segments[-1].cell, after.segments[0].cell
    return first is not None and second is not None and first.place.page != second.place.page


def _is_whole(block: Block, count: int) -> bool:
    """As many figures as a row of these units has by itself."""
    items = sum(unit.is_item for unit in block.units)
    head = len(block.units) > items
    if len(block.units) == 1:
        return count <= 1
    return count in {0, items} or (head and count in {1, items + 1})


def _has_spare(blocks: Sequence[Block], entries: Sequence[Sequence[Entry]], run: range) -> bool:
    """One figure more than items in the first block, none in the others: it may be of an item after the break."""
    items = [sum(unit.is_item for unit in blocks[at].units) for at in run]
    counts = [_count(entries[at]) for at in run]
    return items[0] > 0 and counts[0] == items[0] + 1 == sum(items) and not any(counts[1:])


def _is_whole_together(blocks: Sequence[Block], entries: Sequence[Sequence[Entry]], run: range) -> bool:
    units = [unit for at in run for unit in blocks[at].units]
    items = sum(unit.is_item for unit in units)
    count = sum(_count(entries[at]) for at in run)
    return items > 1 and count in {items, items + (len(units) > items)}
