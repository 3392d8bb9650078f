"""Numbers of a workbook as people see them: "7,5", "85%", "04/05/2023"."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from decimal import Context, Decimal, InvalidOperation
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

_FLOAT = Context(prec=15)  # digits that a spreadsheet keeps; what follows is the noise of binary fractions: 0.1+0.2
_MOST_DECIMALS = 10
_UNSHOWN = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]', re.IGNORECASE)
_DATE = re.compile(r"[dyhs]|mm", re.IGNORECASE)
_DECIMALS = re.compile(r"0\.(0+)")
_DAY_ONE = datetime(1899, 12, 30)  # Excel takes 1900 for a leap year; from March 1900 on, days are counted from here
_DAY_ONE_MAC = datetime(1904, 1, 1)
_LAST_DAY = 2_958_465  # 31/12/9999
# Excel's own formats that a file names by number only (ECMA-376, part 1, 18.8.30), as far as they change the meaning.
BUILTIN = {
    2: "0.00", 4: "#,##0.00", 9: "0%", 10: "0.00%", 14: "dd/mm/yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy",
    18: "h:mm", 19: "h:mm:ss", 20: "h:mm", 21: "h:mm:ss", 22: "d/m/yy h:mm", 39: "0.00", 40: "0.00", 45: "mm:ss",
    46: "[h]:mm:ss", 47: "mm:ss",
    **dict.fromkeys((27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58), "yyyy-mm-dd"),
}  # fmt: skip


class Kind(Enum):
    """What a format makes of a number."""

    NUMBER = "number"
    PERCENT = "percent"
    DATE = "date"


class Look(NamedTuple):
    """How a format shows numbers: what they are, and at least how many decimals."""

    kind: Kind = Kind.NUMBER
    decimals: int = 0


@lru_cache(maxsize=256)
def look_of(code: str) -> Look:
    """How a number format shows numbers; only its first part, for positive ones, is asked."""
    plain = _UNSHOWN.sub("", code).split(";")[0]
    if plain.lower() in ("general", "@", ""):
        return Look()
    found = _DECIMALS.search(plain)
    decimals = len(found[1]) if found else 0
    if "%" in plain:
        return Look(Kind.PERCENT, decimals)
    if _DATE.search(plain.replace("General", "")) and not re.search(r"0\.?0*E", plain):
        return Look(Kind.DATE)
    return Look(Kind.NUMBER, decimals)


def exact(text: str) -> Decimal | None:
    """The number that a file's digits mean, without the noise of binary fractions; None where they are no number."""
    try:
        number = _FLOAT.create_decimal(text.strip())
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def shown(number: Decimal, look: Look, *, mac: bool = False) -> str:
    """A number as its format shows it, with all decimals that it has: what rounds for the eye still counts in sums."""
    if look.kind is Kind.DATE:
        return _date(number, mac=mac)
    if look.kind is Kind.PERCENT:
        return f"{_plain(number * 100, look.decimals)}%"
    return _plain(number, look.decimals)


def shown_date(value: date | datetime) -> str:
    """A date the Vietnamese way, with the time where there is one."""
    day = f"{value.day:02}/{value.month:02}/{value.year}"
    if isinstance(value, datetime) and (value.hour or value.minute):
        return f"{day} {value.hour:02}:{value.minute:02}"
    return day


def _plain(number: Decimal, decimals: int) -> str:
    number = _FLOAT.plus(number)
    if -number.as_tuple().exponent > _MOST_DECIMALS:  # type: ignore[operator]  # finite: the exponent is a number
        number = number.quantize(Decimal(1).scaleb(-_MOST_DECIMALS))
    whole, _, rest = f"{number:f}".partition(".")
    rest = rest.rstrip("0")
    if rest:  # 1,10 may be a label; that 7,0 is 7 nobody minds
        rest = rest.ljust(decimals, "0")
    sign = "" if number or not whole.startswith("-") else whole[:1]
    return f"{whole.removeprefix(sign)},{rest}" if rest else whole.removeprefix(sign)


def _date(number: Decimal, *, mac: bool) -> str:
    if not 0 <= number <= _LAST_DAY:
        return _plain(number, 0)
    if number < 1:
        minutes = round(number * 24 * 60)
        return f"{minutes // 60:02}:{minutes % 60:02}"
    moment = (_DAY_ONE_MAC if mac else _DAY_ONE) + timedelta(days=int(number))
    return shown_date(moment + timedelta(minutes=round((number % 1) * 24 * 60)))
