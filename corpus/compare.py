"""What differs between two discrepancy tables of the same reports: findings new, gone and moved."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

Row = Mapping[str, str]
SAME = ("report", "rule", "criterion")  # what a finding is about: with these it is the same one, elsewhere or otherwise
SHOWN = ("severity", "place", "stated", "expected", "impact", "message")  # what of it may change
COLUMNS = {*SAME, *SHOWN, "finding_id"}


@dataclass(frozen=True, slots=True)
class Moved:
    """One finding in two versions; `changes` are columns with what they held and hold now."""

    row: Row
    changes: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Differences:
    """All that differs."""

    new: tuple[Row, ...]
    gone: tuple[Row, ...]
    moved: tuple[Moved, ...]
    same: int

    def __bool__(self) -> bool:
        return bool(self.new or self.gone or self.moved)


def compare(old: Path, new: Path) -> tuple[str, bool]:
    """The differences as text, and whether there are any."""
    found = differences(table_of(old), table_of(new))
    return told(found), bool(found)


def table_of(path: Path) -> list[Row]:
    """The rows of a table, or of every table in a folder; tables of another kind are passed over."""
    if not path.exists():
        raise SystemExit(f"{path}: there is no such file or folder")
    if path.is_dir():
        rows = [row for table in sorted(path.rglob("*.csv")) for row in _rows(table) or ()]
    elif (read := _rows(path)) is None:
        raise SystemExit(f"{path}: no discrepancy table: its columns are not those of `doisoat check -o findings.csv`")
    else:
        rows = read
    return rows


def _rows(path: Path) -> list[Row] | None:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        reader = csv.DictReader(stream)
        return list(reader) if set(reader.fieldnames or ()) >= COLUMNS else None


def differences(old: Sequence[Row], new: Sequence[Row]) -> Differences:
    """Findings paired by their id, then by what they are about; the rest is new or gone."""
    pairs, left, right = _paired(old, new, ("report", "finding_id"))
    likely, left, right = _paired(left, right, SAME)
    moved = tuple(Moved(b, changes) for a, b in (*pairs, *likely) if (changes := _changes(a, b)))
    return Differences(tuple(right), tuple(left), moved, len(pairs) + len(likely) - len(moved))


Pairs = list[tuple[Row, Row]]


def _paired(old: Iterable[Row], new: Iterable[Row], by: Sequence[str]) -> tuple[Pairs, list[Row], list[Row]]:
    """Rows that agree in the columns `by`, one with one in their order; and those left over on each side."""
    waiting: dict[tuple[str, ...], list[Row]] = {}
    for row in new:
        waiting.setdefault(tuple(row[column] for column in by), []).append(row)
    pairs: Pairs = []
    left = []
    for row in old:
        mates = waiting.get(tuple(row[column] for column in by))
        if mates:
            pairs.append((row, mates.pop(0)))
        else:
            left.append(row)
    return pairs, left, [row for rows in waiting.values() for row in rows]


def _changes(old: Row, new: Row) -> tuple[tuple[str, str, str], ...]:
    return tuple((column, old[column], new[column]) for column in SHOWN if old[column] != new[column])


def told(found: Differences) -> str:
    """The differences as text, report by report within each kind."""
    lines = [
        f"{len(found.new)} new, {len(found.gone)} gone, {len(found.moved)} moved, {found.same} the same",
        *(f"+ {_line(row)}" for row in _in_order(found.new)),
        *(f"- {_line(row)}" for row in _in_order(found.gone)),
    ]
    for moved in sorted(found.moved, key=lambda moved: _key(moved.row)):
        lines.append(f"~ {moved.row['report']}: {moved.row['rule']} {moved.row['criterion']}".rstrip())
        lines += [f"    {column}: {old or 'nothing'} → {new or 'nothing'}" for column, old, new in moved.changes]
    return "\n".join(lines) + "\n"


def _in_order(rows: Iterable[Row]) -> list[Row]:
    return sorted(rows, key=_key)


def _key(row: Row) -> tuple[str, ...]:
    return tuple(row[column] for column in SAME)


def _line(row: Row) -> str:
    """A finding in one line."""
    about = " ".join(filter(None, (row["severity"], row["rule"], row["criterion"])))
    return f"{row['report']}: {about}: {row['stated']} → {row['expected']} ({row['place'] or 'no place'})"
