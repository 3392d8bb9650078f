"""Numbers and symbols of documents: "12/KH-THCS", "05-NQ/TU", "30/2020/NĐ-CP", "3707/SGDĐT-VP", "749/QĐTTg"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from normalize.shadow import Shadow, shade
from normalize.vocabulary import word_lists


class Symbol(NamedTuple):
    """A number with its symbol, from `start` to `end` of the text.

    `number` None: the place for it is blank. `symbol` is what follows, tidied; `letters` the kind's letters in it, in
    their official spelling; `issuer` the organisation's letters; `year` stands between. `well_formed` False: a
    separator is missing or wrong.
    """

    start: int
    end: int
    number: str | None
    symbol: str
    letters: str | None
    issuer: str
    year: int | None = None
    well_formed: bool = True


CAPITALS = 2  # letters of an organisation, in the middle of words ("TrTHEN", "ThPT"); a word of the sentence has one
LONG_NAME = 3  # letters of a body's name from which more may follow ("SGDĐT", "UBNDX")
_PART = r"[a-z][a-z&0-9]*"
# "số4725/…": the blank after "số" is often lost.
# "1O8": a letter typed for a digit is a fault, not another number.
_NUMBER = r"(?:(?<![\w/.&-])|(?<=\bso))(?P<number>\d{1,5}[a-c]?|(?=[ol]?\d)[\dol]{2,5})"
# A school's own letters may hold a dot ("QĐ-TH.KS"): no blank beside it, and capitals only behind it.
_JOIN = r"(?:\s{0,2}[-/]\s{0,2}|\.(?=[a-z]))"
_CHAIN = rf"(?P<chain>{_PART}(?:{_JOIN}{_PART})*)"
_SLASH = r"(?P<slash>\s{0,6}[/\\]{1,2}\s?)"
_YEAR = r"(?:(?P<year>(?:19|20)\d\d)\s?[/\\]\s?)?"
_USUAL = re.compile(_NUMBER + _SLASH + _YEAR + r"(?P<kindless>-?)" + _CHAIN)
_BLANK = re.compile(r"(?:(?<!\w)|(?<=\bso))(?P<slash>/\s?)" + _YEAR + _CHAIN)
_PARTY = re.compile(rf"{_NUMBER}\s?-\s?(?P<kind>[a-z]{{1,5}})\s?/\s?(?P<organ>{_PART}(?:-{_PART})*)")
# "12/QĐ- ngày …": the organisation is missing; at the end of a line or cell it may have been cut off.
_OPEN = re.compile(r"-(?: *[,;.)]| +\S)")
_SWAPPED = re.compile(rf"(?<![\w/-])(?P<kind>[a-z]{{1,4}})\s?[-/]\s?(?P<number>\d{{1,5}})\s?[-/]\s?{_CHAIN}")
_NO_SLASH = re.compile(rf"(?<=so ){_NUMBER}\s?(?P<chain>{_PART}-{_PART}(?:-{_PART})*)")
_BODY = re.compile(
    rf"{_NUMBER}\s?/\s?(?P<body>(?:so|phong|bo|ubnd)\s+(?:gd|giao)[\w&]*(?:\s+(?:va\s+)?(?:dt|dao tao|duc)\b)*)"
)


def find_symbols(text: str) -> list[Symbol]:
    """Every number with a symbol, also blank, party and faulty ones, in order; whether it is cited is not asked."""
    shadow = shade(text)
    found: list[Symbol] = []
    if "/" not in shadow.plain and "\\" not in shadow.plain and "so " not in shadow.plain:
        return found
    for symbol in sorted(_candidates(shadow), key=lambda symbol: (symbol.start, -symbol.end)):
        if not found or symbol.start >= found[-1].end:
            found.append(symbol)
    return found


def kind_of_letters(letters: str) -> str | None:
    """The official spelling of a kind's letters, also where case or a stroke was lost ("QD", "TTR"); else None."""
    exact, folded = _kinds()
    if letters in exact:
        return letters
    near = folded.get(shade(letters).plain, ())
    return near[0] if len(near) == 1 else None


def _candidates(shadow: Shadow) -> Iterator[Symbol]:
    for match in _PARTY.finditer(shadow.plain):
        yield from _party(shadow, match)
    for match in _USUAL.finditer(shadow.plain):
        yield from _usual(shadow, match, match["number"].upper())
    for match in _BLANK.finditer(shadow.plain):
        yield from (symbol for symbol in _usual(shadow, match, None) if symbol.letters and symbol.issuer)
    for match in _NO_SLASH.finditer(shadow.plain):
        yield from (symbol for symbol in _usual(shadow, match, match["number"]) if symbol.letters and symbol.issuer)
    for match in _SWAPPED.finditer(shadow.plain):
        yield from _swapped(shadow, match)
    for match in _BODY.finditer(shadow.plain):
        body = " ".join(shadow.source[match.start("body") : match.end("body")].split())
        yield Symbol(match.start("number"), match.end(), match["number"], body, None, body, None, well_formed=False)


def _party(shadow: Shadow, match: re.Match[str]) -> Iterator[Symbol]:
    letters = kind_of_letters(shadow.source[match.start("kind") : match.end("kind")])
    organ = shadow.source[match.start("organ") : match.end("organ")]
    if letters is not None and organ[:1].isupper():
        well_formed = not _is_office(organ)  # only the Party turns the order round
        symbol = f"{letters}/{organ}"
        yield Symbol(match.start("number"), match.end(), match["number"], symbol, letters, organ, None, well_formed)


def _swapped(shadow: Shadow, match: re.Match[str]) -> Iterator[Symbol]:
    """Kind's letters before the number: "QĐ/108-THCS"."""
    letters = kind_of_letters(shadow.source[match.start("kind") : match.end("kind")])
    parts, end = _parts(shadow, match.start("chain"), match.end("chain"))
    if letters is not None and parts and _is_office("".join(parts)):
        issuer = "".join(parts)
        yield Symbol(
            match.start(), end, match["number"], f"{letters}-{issuer}", letters, issuer, None, well_formed=False
        )


def _usual(shadow: Shadow, match: re.Match[str], number: str | None) -> Iterator[Symbol]:
    parts, end = _parts(shadow, match.start("chain"), match.end("chain"))
    if not parts:
        return
    groups = match.groupdict()
    start = match.start("number") if number else match.start("slash")
    year = int(groups["year"]) if groups.get("year") else None
    letters, issuer, joined = _split(parts)
    tidy = (groups.get("slash") or "").strip() == "/" and not groups.get("kindless")
    joined = joined and (bool(issuer) or not _OPEN.match(shadow.plain, end))
    digits = number is None or not re.search(r"[OL]", number)
    yield Symbol(start, end, number, "".join(parts), letters, issuer, year, well_formed=tidy and joined and digits)


def _parts(shadow: Shadow, start: int, end: int) -> tuple[list[str], int]:
    """The parts of a symbol with the marks between them, and where it ends: before the first that is plain text."""
    parts: list[str] = []
    stop = start
    for piece in re.finditer(rf"(?P<join>{_JOIN})?(?P<part>{_PART})", shadow.plain[start:end]):
        part = shadow.source[start + piece.start("part") : start + piece.end("part")]
        join = piece["join"] or ""
        if not _belongs(part, join, len(parts)):
            break
        parts.extend([join.strip(), part] if join else [part])
        stop = start + piece.end()
    return parts, stop


def _belongs(part: str, join: str, before: int) -> bool:
    """A part is written in capitals; after a blank or line end it must hold two of them, for that may be a dash."""
    if join == ".":
        return before > 0 and (part.isupper() or sum(map(str.isupper, part)) >= CAPITALS)
    if not part[0].isupper():
        return before == 0 and kind_of_letters(part) is not None
    if not join or join in {"-", "/"}:
        return True
    if re.search(r"\s", join.strip(" \n")) is None and join[0].isspace() and join[-1].isspace():
        return before == 1 and part[:2].isupper()  # "QĐ - BGDĐT", but not "QĐ-THCS - BAN CHỈ ĐẠO"
    if "\n" in join and join[-1] != "\n" and join[-1].isspace():
        return False  # a bullet of the next line
    return sum(letter.isupper() for letter in part) >= CAPITALS or kind_of_letters(part) is not None


def _split(parts: list[str]) -> tuple[str | None, str, bool]:
    """Kind letters, organisation's letters, and whether they are joined as they should be."""
    letters = kind_of_letters(parts[0])
    if letters is not None:
        return letters, "".join(parts[2:]), len(parts) == 1 or parts[1] == "-"
    for prefix in _prefixes():
        if parts[0].startswith(prefix) and starts_as_body(parts[0][len(prefix) :]):
            return kind_of_letters(prefix), "".join((parts[0][len(prefix) :], *parts[1:])), False
    return None, "".join(parts), True


def starts_as_body(letters: str) -> bool:
    """The letters begin as those of a public body or a school do."""
    plain = shade(letters).plain
    return any(plain.startswith(start) for start in _bodies())


def is_of_upper_body(letters: str) -> bool:
    """The letters are those of who stands above the schools: a ministry, an office, a people's committee."""
    first = _bare(letters.partition("-")[0]).rstrip("0123456789")  # "QH14"
    upper = [body for body in _upper_letters() if first == body or (len(body) >= LONG_NAME and first.startswith(body))]
    # "TTGDTX" is a centre's, though it begins like "TTg"
    school = max((len(body) for body in _school_letters() if first.startswith(body)), default=0)
    return max(map(len, upper), default=0) > school


def _bare(letters: str) -> str:
    return re.sub(r"[^a-z0-9]", "", shade(letters).plain)


@cache
def _upper_letters() -> frozenset[str]:
    return frozenset(_bare(letters) for letters in word_lists("documents")["bodies"]["upper"])


@cache
def _school_letters() -> frozenset[str]:
    return frozenset(_bare(letters) for letters in word_lists("documents")["bodies"]["school"])


def _is_office(letters: str) -> bool:
    """A school's or an office's letters, not a Party organ's."""
    plain = shade(letters).plain
    party = any(plain.startswith(shade(organ).plain) for organ in word_lists("documents")["bodies"]["party"])
    return not party and starts_as_body(letters)


@cache
def _kinds() -> tuple[frozenset[str], dict[str, tuple[str, ...]]]:
    names = [name for name in word_lists("documents")["words"] if name not in {"CV", "L"}]
    folded: dict[str, tuple[str, ...]] = {}
    for name in names:
        key = shade(name).plain
        folded[key] = (*folded.get(key, ()), name)
    return frozenset(names), folded


@cache
def _bodies() -> tuple[str, ...]:
    bodies = word_lists("documents")["bodies"]
    return tuple(sorted({shade(name).plain for name in (*bodies["upper"], *bodies["school"])}))


@cache
def _prefixes() -> tuple[str, ...]:
    ambiguous = word_lists("documents")["ambiguous"]["letters"]
    return tuple(sorted(sorted(_kinds()[0] - set(ambiguous)), key=len, reverse=True))
