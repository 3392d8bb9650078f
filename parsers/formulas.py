"""Simple formulas of a sheet reckoned anew: sums and plain arithmetic of cells; of all others nothing is said.

A file stores beside each formula what it gave when it was last reckoned. A program that changed a cell and did not
reckon, or somebody who typed over the stored value, leaves a figure that changes as soon as the file is opened.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal, DivisionByZero, InvalidOperation, Overflow
from typing import NamedTuple, TypeAlias

from parsers.sheet_cells import At, Sheet, Value, column_of

CLOSE = Decimal("0.000001")  # of a point: nearer than that two figures are one, written by different programs
_LONGEST = 2000  # letters
_MOST_CELLS = 20_000  # in one range
_DEEPEST = 60  # formulas that rest on formulas without a stored value, and brackets within brackets
_TOKEN = re.compile(
    r"\s*(?:(?P<number>\d+(?:\.\d+)?(?:E[+-]?\d+)?)"
    r"|(?P<range>(?:(?:'(?:[^']|'')+'|[^\W\d][\w.]*)!)?\$?[A-Za-z]{1,3}\$?\d{1,7}(?::\$?[A-Za-z]{1,3}\$?\d{1,7})?(?![\w(]))"
    r"|(?P<name>[A-Za-z]{2,10})(?=\()|(?P<sign>[-+*/(),%]))"
)
_REF = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})")

Figures: TypeAlias = "list[Decimal | None]"  # None: a cell that is empty or holds no number


class _Unknown(Exception):  # noqa: N818 - it is no error
    """The formula is none of the simple ones, or rests on something that is no number."""


class Contradiction(NamedTuple):
    """A cell whose stored value is not what its formula gives now."""

    sheet: Sheet
    at: At
    value: Value
    reckoned: Decimal


class Formulas:
    """The formulas of a workbook."""

    def __init__(self, sheets: Sequence[Sheet]) -> None:
        self._sheets: Mapping[str, Sheet] = {sheet.name.casefold(): sheet for sheet in sheets}

    def contradictions(self, sheet: Sheet) -> Iterator[Contradiction]:
        """The cells of a sheet whose stored number is not what the formula gives."""
        for at, value in sheet.cells.items():
            if not value.formula or value.number is None:
                continue
            reckoned = self.reckoned(sheet, value.formula)
            if reckoned is not None and abs(reckoned - value.number) > CLOSE * max(Decimal(1), abs(reckoned)):
                yield Contradiction(sheet, at, value, reckoned)

    def reckoned(self, sheet: Sheet, formula: str, depth: int = 0) -> Decimal | None:
        """What a formula gives, from the stored values of the cells that it names; None where that is not simple."""
        if len(formula) > _LONGEST or depth > _DEEPEST:
            return None
        try:
            return _Reckoning(self, sheet, _tokens_of(formula), depth).whole()
        except (_Unknown, InvalidOperation, DivisionByZero, Overflow):
            return None

    def figures(self, name: str, home: Sheet, depth: int) -> Figures:
        """The figures in a range like "C4:C9" or "'Nhóm 1'!C4"."""
        place, _, cells = name.rpartition("!")
        sheet = self._sheets.get(place.strip("'").replace("''", "'").casefold()) if place else home
        first, _, last = cells.partition(":")
        begin, end = _REF.fullmatch(first), _REF.fullmatch(last or first)
        if sheet is None or begin is None or end is None:
            raise _Unknown
        rows = range(int(begin[2]) - 1, int(end[2]))
        columns = range(column_of(begin[1]), column_of(end[1]) + 1)
        if len(rows) * len(columns) > _MOST_CELLS:
            raise _Unknown
        return [self._figure(sheet, (row, column), depth) for row in rows for column in columns]

    def _figure(self, sheet: Sheet, at: At, depth: int) -> Decimal | None:
        value = sheet.cells.get(at)
        if value is None:
            return None
        if value.number is None and value.formula and not value.text:
            reckoned = self.reckoned(sheet, value.formula, depth + 1)
            if reckoned is None:
                raise _Unknown
            return reckoned
        if value.text.startswith("#"):  # an error goes through every sum
            raise _Unknown
        return value.number


class _Token(NamedTuple):
    kind: str
    text: str


def _tokens_of(formula: str) -> list[_Token]:
    tokens, at = [], 0
    body = formula.strip()
    while at < len(body):
        found = _TOKEN.match(body, at)
        if found is None or found.lastgroup is None:
            raise _Unknown
        tokens.append(_Token(found.lastgroup, found[found.lastgroup]))
        at = found.end()
    return tokens


class _Reckoning:
    """One formula, read from left to right: sums of products of terms."""

    def __init__(self, book: Formulas, sheet: Sheet, tokens: list[_Token], depth: int) -> None:
        self._book = book
        self._sheet = sheet
        self._tokens = tokens[::-1]
        self._depth = depth

    def whole(self) -> Decimal:
        """What all of it gives."""
        result = self._sum()
        if self._tokens:
            raise _Unknown
        return result

    def _next(self, *signs: str) -> str:
        """Takes the next token if it is one of the signs."""
        if self._tokens and self._tokens[-1].kind == "sign" and self._tokens[-1].text in signs:
            return self._tokens.pop().text
        return ""

    def _sum(self) -> Decimal:
        result = self._product()
        while sign := self._next("+", "-"):
            result += self._product() if sign == "+" else -self._product()
        return result

    def _product(self) -> Decimal:
        result = self._term()
        while sign := self._next("*", "/"):
            term = self._term()
            result = result * term if sign == "*" else result / term
        return result

    def _term(self) -> Decimal:
        if sign := self._next("-", "+"):
            return -self._term() if sign == "-" else self._term()
        if not self._tokens:
            raise _Unknown
        token = self._tokens.pop()
        result = self._of(token)
        while self._next("%"):
            result /= 100
        return result

    def _of(self, token: _Token) -> Decimal:
        if token.kind == "number":
            return Decimal(token.text)
        if token.kind == "range":
            return self._cell(token.text)
        self._depth += 1
        if self._depth > _DEEPEST:
            raise _Unknown
        if token.kind == "name" and self._next("("):
            return self._function(token.text.upper())
        if token.text == "(":
            result = self._sum()
            if self._next(")"):
                return result
        raise _Unknown

    def _cell(self, name: str) -> Decimal:
        """One cell in plain arithmetic: an empty one is 0, a text is not reckoned with."""
        if ":" in name:
            raise _Unknown
        figure = self._book.figures(name, self._sheet, self._depth)[0]
        if figure is None and not self._is_empty(name):
            raise _Unknown
        return figure or Decimal(0)

    def _is_empty(self, name: str) -> bool:
        found = _REF.fullmatch(name)
        return found is not None and (int(found[2]) - 1, column_of(found[1])) not in self._sheet.cells

    def _function(self, name: str) -> Decimal:
        """SUM and its like take ranges, in which texts and empty cells do not count."""
        figures: list[Decimal] = []
        while True:
            token = self._tokens[-1] if self._tokens else _Token("", "")
            alone = len(self._tokens) > 1 and self._tokens[-2] in (_Token("sign", ","), _Token("sign", ")"))
            if token.kind == "range" and alone:
                self._tokens.pop()
                figures += [f for f in self._book.figures(token.text, self._sheet, self._depth) if f is not None]
            else:
                figures.append(self._sum())
            if self._next(")"):
                return _applied(name, figures)
            if not self._next(","):
                raise _Unknown


def _applied(name: str, figures: list[Decimal]) -> Decimal:
    if name == "SUM":
        return sum(figures, Decimal(0))
    if name in ("MIN", "MAX"):
        return (min if name == "MIN" else max)(figures, default=Decimal(0))
    if name == "AVERAGE" and figures:
        return sum(figures, Decimal(0)) / len(figures)
    raise _Unknown
