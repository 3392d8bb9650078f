"""The head of a report: upper body over school, number, place and date, whatever columns they stood in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from normalize.passages import Passage
from normalize.schools import find_schools, names_an_office
from normalize.shadow import shade
from normalize.symbols import find_symbols, is_of_upper_body
from normalize.vocabulary import any_of, word_lists
from parsers.document import Place

HEAD_PASSAGES = 14  # where no title was found, the head is sought in so many passages
LONGEST_NAME = 8  # words of a school's name in small letters
BELOW_TITLE = 4  # passages: the title may itself go on over two or three
LONGEST_LINE = 110  # characters; a longer line is running text


class HeadLine(NamedTuple):
    """One line of one column of the head."""

    text: str
    place: Place


class Names(NamedTuple):
    """The upper body and the school, as lines of the head say."""

    upper: HeadLine | None
    school: HeadLine | None


_MOTTO = re.compile(
    r"cong\s+h[oa]{2}\s+xa\s+hoi(?:\s+chu(?:\s+nghia(?:\s+viet(?:\s+nam)?)?)?)?|doc\s+lap\s*-\s*tu\s+do\s*-\s*hanh\s+phuc|dang\s+cong\s+san\s+viet\s+nam"
)
_MOTTO_REST = re.compile(r"\W*(?:(?:(?:chu\s+)?nghia\s+)?viet\s+)?nam\W*")  # on a line of its own
_DATED = re.compile(r"(?P<place>[^,\n]{0,40}),?\s*ngay[\s._]*\d{0,2}[\s._]*thang")
_TITLE = re.compile(r"\W*(?:bao\s+cao|phieu|ho\s+so|bieu|ban\s+tu|ket\s+qua|tu\s+danh\s+gia|bang)\b")
_OWN_NUMBER = re.compile(r"(?<!\w)so\s*[:.]?[\s._]*\d*\s*/\s?[a-z]")
_NUMBER_AND_DATE = re.compile(
    r"\W*so\s*[:.]?\s*\d{1,5}\s*/\s*[a-z][\w&/-]*[\s,;.(-]*(?:[^\W\d]+(?:\s[^\W\d]+){0,4},\s*)?"
    r"(?:ngay\b[\s\d/.-]+(?:thang[\s\d]+nam[\s\d]+)?)?\W*"
)
_PLACE_AND_DATE = re.compile(r"\W*(?:[^\W\d]+(?:\s[^\W\d]+){0,5},\s*)?ngay[\s._\d]*thang[\s._\d]*nam[\s\d]*\W*")
# not "TRƯỜNG TIỂU HỌC THẠNH PHÚ SỐ 1"
_NUMBER_LINE = re.compile(r"(?<!\w)so\s*(?::|[\s._]*\d*\s*/)|^\W*so[\s._]*(?:\d|/|$)")
# "Hải Phòng, ngày 05 tháng 5" or "… năm", the rest on a line below (or, in another column, above)
_YEARLESS = re.compile(
    r".*(?<!\w)ngay[\s._]*\d{1,2}[\s._]*thang[\s._]*\d{1,2}(?P<named>[\s._]*nam)?[\s._]*$", re.DOTALL
)
_YEAR = re.compile(r"\W*(?P<named>nam\s+)?20\d\d\W*")
NEAR_YEAR = 4  # lines


def head_passages(passages: Sequence[Passage]) -> list[Passage]:
    """The passages of the head; where no title was found, those up to the first sentence."""
    head = [passage for passage in passages if passage.where == "header"]
    if head:
        return head
    found: list[Passage] = []
    for passage in passages[:HEAD_PASSAGES]:
        plain = shade(passage.text).plain
        ran_together = "\n" in passage.text or _MOTTO.search(plain) is not None
        if passage.where != "text" or (len(passage.text) > LONGEST_LINE and not ran_together) or begins_title(plain):
            break
        found.append(passage)
    return found


def head_lines(passages: Sequence[Passage]) -> list[HeadLine]:
    """Lines of the head without the motto; columns that stood on one line are taken apart."""
    return with_whole_dates([line for passage in head_passages(passages) for line in _lines_of(passage)])


def with_whole_dates(lines: Sequence[HeadLine]) -> list[HeadLine]:
    """The lines, a date that was broken before its year in one."""
    found = list(lines)
    for at, line in enumerate(found):
        broken = _YEARLESS.match(shade(line.text).plain)
        if broken is None:
            continue
        near = sorted(range(max(0, at - NEAR_YEAR), min(len(found), at + NEAR_YEAR + 1)), key=lambda n: (n < at, n))
        for other in near:
            year = _YEAR.fullmatch(shade(found[other].text).plain)
            if other != at and year is not None and bool(year["named"]) is not bool(broken["named"]):
                found[at] = line._replace(text=f"{line.text} {found[other].text.strip()}")
                found[other] = found[other]._replace(text="")
                break
    return [line for line in found if line.text]


def title_lines(passages: Sequence[Passage]) -> list[HeadLine]:
    """Lines of the passage that begins with the title, and number and date that stand right below it."""
    title = next((at for at, passage in enumerate(passages) if begins_title(shade(passage.text).plain)), None)
    if title is None:
        return []
    return [*_lines_of(passages[title]), *_lines_below(passages[title + 1 :][:BELOW_TITLE])]


def _lines_below(passages: Sequence[Passage]) -> Iterator[HeadLine]:
    """Lines that hold a number or place and date and nothing else; not "Số 4725/QĐ-BGDĐT" of a wrapped sentence."""
    for passage in passages:
        if len(passage.text) > LONGEST_LINE:
            return
        source, plain = shade(passage.text)
        symbols = find_symbols(source) if _NUMBER_AND_DATE.fullmatch(plain) and "S" in source[:3] else []
        if (len(symbols) == 1 and not is_of_upper_body(symbols[0].issuer)) or _PLACE_AND_DATE.fullmatch(plain):
            yield from _lines_of(passage)


def begins_title(plain: str) -> bool:
    """A folded text begins with the title of a report."""
    return _TITLE.match(plain) is not None


def _lines_of(passage: Passage) -> Iterator[HeadLine]:
    for line in passage.text.split("\n"):
        yield from (HeadLine(part, passage.place) for part in _columns_of(line))


def _columns_of(line: str) -> Iterator[str]:
    for cell in re.split(r"\s\|\s|\t|\s{3,}(?!/)", shade(line).source):
        source, plain = shade(cell)
        at = 0
        for motto in _MOTTO.finditer(plain):
            yield from _numbered_apart(source[at : motto.start()])
            at = motto.end()
        yield from _numbered_apart(source[at:])


def _numbered_apart(text: str) -> Iterator[str]:
    """ "Số: 12/…" begins a line of its own, whatever ran together with it."""
    number = _OWN_NUMBER.search(shade(text).plain)
    cut = number.start() if number else len(text)
    yield from _undated(text[:cut])
    yield from _undated(text[cut:])


def _undated(text: str) -> Iterator[str]:
    """The left column, then "Hải Phòng, ngày …" where both stand on one line."""
    source, plain = shade(text)
    dated = _DATED.search(plain)
    cut = _begin_of_place(source[: dated.end("place")]) if dated else len(source)
    for part in (source[:cut], source[cut:]):
        if part.strip(" *-_–—") and _MOTTO_REST.fullmatch(shade(part).plain) is None:
            yield part.strip()


def _begin_of_place(before: str) -> int:
    """Where the place's name begins: its words are not all capitals, unless the whole line is."""
    if before.isupper():
        number = re.search(r"/[^\s]+\s", before)
        return number.end() if number else 0
    begin = len(before)
    for word in reversed(list(re.finditer(r"\S+", before))):
        if (word.group().isupper() and len(word.group()) > 2) or "/" in word.group() or word.group()[-1] == ":":
            break
        begin = word.start()
    return begin


def names_of(lines: Sequence[HeadLine]) -> Names:
    """The upper body nearest above the school, and the school, each with the lines that its name goes on over."""
    upper: HeadLine | None = None
    school: HeadLine | None = None
    for line in (part for whole in lines for part in _body_and_school(whole)):
        plain = shade(line.text).plain
        if _stops().match(plain) or _NUMBER_LINE.search(plain):
            if school is not None:
                break
        elif school is not None:
            if not line.text.isupper() or _upper().match(plain):
                break
            school = _joined(school, line)
        elif _school().match(plain) and not names_an_office(line.text) and _is_name(line.text):
            school = line
        elif _upper().match(plain):
            upper = line
        elif upper is not None and _same_style(upper, line):
            upper = _joined(upper, line)
    return Names(upper, school)


def _is_name(text: str) -> bool:
    """A line that is a school's name, not a sentence that begins with one."""
    return text.isupper() or find_schools(text)[:1] == [text.strip(" ,.-/")] or len(text.split()) <= LONGEST_NAME


def _body_and_school(line: HeadLine) -> Iterator[HeadLine]:
    """Body and school on one line come apart: "UBND XÃ A TRƯỜNG THCS B"."""
    plain = shade(line.text).plain
    school = _school().search(plain, 1) if _upper().match(plain) else None
    if school is None:
        yield line
        return
    yield line._replace(text=line.text[: school.start()].strip(" -–,"))
    yield line._replace(text=line.text[school.start() :].strip())


def _joined(first: HeadLine, second: HeadLine) -> HeadLine:
    return first._replace(text=f"{first.text} {second.text}")


def _same_style(above: HeadLine, line: HeadLine) -> bool:
    return line.text.isupper() == above.text.isupper() and not any(letter.isdigit() for letter in line.text)


@cache
def _upper() -> re.Pattern[str]:
    return re.compile(any_of(word_lists("bodies")["upper"]["names"]) + r"(?!\w)")


@cache
def _school() -> re.Pattern[str]:
    school = word_lists("bodies")["school"]
    kinds = any_of(school["kinds"])
    return re.compile(
        rf"(?<!\w)(?:(?:truong|trung\s+tam|co\s+so)\s+(?:\w+\s+)?{kinds}|{kinds}\s+\w|(?:truong|trung\s+tam|hoc\s+vien)\s+\w)"
    )


@cache
def _stops() -> re.Pattern[str]:
    return re.compile(any_of(word_lists("bodies")["head_stops"]["words"]) + r"(?!\w)")
