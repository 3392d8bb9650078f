"""How well what was read agrees with the truth: figures, header, statements, citations, tables. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any
from unicodedata import normalize

from corpus.measure import About, Row, Truth
from corpus.tables import Cells, adjacency, first_difference, paired

FIELDS = ("score", "stated_max", "level")
HEADER = ("school", "school_year", "number", "date", "signatory")
NAMES = ("school", "signatory")  # compared without regard to letter case
Fields = Mapping[str, str]
FRAME_COLUMNS = 2  # what sets a letterhead or signatures side by side is read as a table of so many columns


@dataclass(frozen=True, slots=True)
class Read:
    """One field: the answers that are right and what was read; `field` is like `item score`, `citation date`.

    `sure`: how sure the program is of a figure that it read from a picture.
    """

    about: About
    field: str
    where: str
    answers: tuple[str, ...]
    got: str
    sure: float | None = None

    @property
    def right(self) -> bool:
        """The program read one of the right answers."""
        return self.got in self.answers

    @property
    def counts(self) -> bool:
        """Something stands there, or something was read where nothing stands."""
        return "" not in self.answers or not self.right


@dataclass(frozen=True, slots=True)
class TableJudged:
    """One table of the truth: what it is, the first difference ("" where exact), and its neighbourhoods."""

    about: About
    role: str
    ruling: str
    difference: str
    right: int
    wanted: int
    got: int


def figures(about: About, truth: Truth, rows: Iterable[Row]) -> Iterator[Read]:
    """Every figure of the score table, beside what was read."""
    pictures = _pictures(truth)
    given = {(row["group"], row["criterion"], row["item"]): row for row in rows}
    for wanted in truth["rows"]:
        key = (wanted["group"], wanted["criterion"], wanted["item"])
        row = given.pop(key, {})
        for field in FIELDS:
            if wanted[field] is not None:
                yield _figure(about, key, field, wanted[field], _pictured(row, pictures))
    for key, row in given.items():
        if row["score"] not in (None, ""):
            yield _figure(about, key, "score", [""], _pictured(row, pictures))


def _pictures(truth: Truth) -> frozenset[int]:
    """The pages of a scan that are pictures, by number; digital ones may stand among them."""
    pages = truth["scan"]["pages"] if "scan" in truth else ()
    return frozenset(number for number, page in enumerate(pages, 1) if not page.get("digital"))


def _pictured(row: Row, pictures: Collection[int]) -> Row:
    """The row with the confidence only of figures that were read from pictures."""
    pages = row.get("pages", {})
    sure = {field: sure for field, sure in row.get("sure", {}).items() if pages.get(field) in pictures}
    return {**row, "sure": sure}


def _figure(about: About, key: tuple[str, str, str], field: str, answers: Sequence[str], row: Row) -> Read:
    kind = "item" if key[2] else "criterion" if key[1] else "group"
    where = key[2] or key[1] or key[0]
    got, sure = tidied(row.get(field)), row["sure"].get(field)
    return Read(about, f"{kind} {field}", where, tuple(tidied(a) for a in answers), got, sure)


def header(about: About, truth: Truth, structure: Mapping[str, Any]) -> Iterator[Read]:
    """Every field of the header; one that the report leaves out must not be read."""
    given = structure.get("header") or {}
    for field in HEADER:
        tidy = folded if field in NAMES else str.strip
        got = valued(given.get(field))
        yield Read(about, f"header {field}", "", (tidy(truth["header"][field] or ""),), tidy(got))


def statements(about: About, truth: Truth, structure: Mapping[str, Any]) -> Iterator[Read]:
    """What the text says of the groups: each statement beside the likest one that was read."""
    wanted = [{f: tidied(s[f]) for f in ("group", "score", "level")} for s in truth["statements"]]
    given = [{f: tidied(valued(s[f])) for f in ("group", "score", "level")} for s in structure.get("statements") or ()]
    for one, other in mated(wanted, given, (("group", "score", "level"), ("group", "score"), ("group",))):
        if one is None and other is not None and (_repeats(truth, other) or _is_word(truth, other)):
            continue
        where = f"group {(one or other or {}).get('group')}"
        for field in ("score", "level"):
            yield Read(about, f"statement {field}", where, ((one or {}).get(field, ""),), (other or {}).get(field, ""))


def _repeats(truth: Truth, statement: Mapping[str, str]) -> bool:
    """A statement says only what the table says too: a caption, or the last line of a list."""
    rows = [row for row in truth["rows"] if row["group"] == statement["group"] and not row["criterion"]]
    known = {field: {tidied(a) for row in rows for a in row[field] or ()} for field in ("score", "level")}
    return all(statement[field] in {"", *known[field]} for field in known)


def _is_word(truth: Truth, statement: Mapping[str, str]) -> bool:
    """The level of which the name stands beside another one's digit ("mức 3 (đáp ứng cơ bản)"), which is said too."""
    named = {(s["group"], tidied(s.get("word"))) for s in truth["statements"]}
    return not statement["score"] and (statement["group"], statement["level"]) in named


def citations(about: About, truth: Truth, structure: Mapping[str, Any]) -> Iterator[Read]:
    """Every citation beside the likest one that was read."""
    wanted = [_cited(c) for c in truth["citations"]]
    given = [_cited(c) for c in structure.get("citations") or ()]
    likest = (("where", "number", "symbol", "date"), ("where", "number", "symbol"), ("where", "number"),
              ("where", "symbol", "date"), ("number", "symbol"))  # fmt: skip
    aside = " ".join(truth.get("aside", ()))
    known = {(one["number"], one["symbol"]) for one in wanted}
    for one, other in mated(wanted, given, likest):
        cited = one or other or {}
        if one is None and (_named_in(aside, cited) or _again(known, cited)):
            continue
        where = f"{cited.get('where')} {cited.get('number')}/{cited.get('symbol')}"
        for field in ("number", "date"):
            yield Read(about, f"citation {field}", where, ((one or {}).get(field, ""),), (other or {}).get(field, ""))


def _named_in(aside: str, cited: Fields) -> bool:
    """The number stands in a sentence of which no truth is kept."""
    return re.search(rf"\b0*{re.escape(cited['number'])}\b", aside) is not None


def _again(known: Collection[tuple[str, str]], cited: Fields) -> bool:
    """A sentence names a document once more, in short; it is cited elsewhere, and there it is judged."""
    return cited["where"] == "text" and not cited["date"] and (cited["number"], cited["symbol"]) in known


def _cited(raw: Mapping[str, Any]) -> dict[str, str]:
    """A citation's fields; a number without leading zeros."""
    texts = {field: folded(raw[field] or "") for field in ("where", "number", "symbol", "date")}
    return texts | {"number": texts["number"].lstrip("0")}


def mated(
    wanted: Sequence[Fields], given: Sequence[Fields], likest: Sequence[Sequence[str]]
) -> list[tuple[Fields | None, Fields | None]]:
    """Wanted and given records in pairs that agree in as many fields as possible; None where one has no mate."""
    pairs: list[tuple[Fields | None, Fields | None]] = []
    ones, others = list(wanted), list(given)
    for fields in likest:
        for one in tuple(ones):
            mate = next((other for other in others if all(one[f] == other[f] for f in fields)), None)
            if mate is not None:
                pairs.append((one, mate))
                ones.remove(one)
                others.remove(mate)
    return [*pairs, *((one, None) for one in ones), *((None, other) for other in others)]


def tables(about: About, truth: Truth, read: Sequence[Cells]) -> tuple[list[TableJudged], int]:
    """Every table of the truth judged, and how many tables were read where none stands."""
    pairs, left = paired(truth["tables"], read)
    out = []
    for pair in [pair.as_pages_show() for pair in pairs] if truth["format"].startswith("pdf") else pairs:
        difference = "no table" if pair.read is None else first_difference(pair.wanted, pair.read)
        shown = "" if difference is None else difference if isinstance(difference, str) else " | ".join(difference)
        counts = adjacency(pair.wanted, pair.read or [])
        out.append(TableJudged(about, pair.truth["role"], pair.truth["ruling"], shown, *counts))
    return out, sum(1 for cells in left if max((c[1] + c[3] for c in cells), default=0) > FRAME_COLUMNS)


def valued(field: Any) -> str:
    """A field of the structured report as text: it is null, a value, or a value with its place."""
    value = field.get("value") if isinstance(field, Mapping) else field
    return "" if value is None else str(value)


def folded(text: str) -> str:
    """A name without regard to letter case, composition and spaces."""
    return " ".join(normalize("NFC", text).casefold().split())


def tidied(figure: Any) -> str:
    """A figure without needless zeros: `7.0` and `7` are one."""
    text = "" if figure is None else str(figure).strip()
    try:
        return f"{Decimal(text).normalize():f}"
    except InvalidOperation:
        return text
