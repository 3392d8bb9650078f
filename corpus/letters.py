"""Evidence that is sent beside a report: decisions, plans, lists and other letters, none of which scores its sender."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from corpus.official import official_groups
from corpus.paper import Block, Grid, GridCell, Line, Paper, Section
from corpus.schools import FIRST, SECOND
from corpus.writers.pack import SUFFIXES, write_all

MOST = 4  # letters beside one report
FORMS = ("docx", "docx-word", "pdf2", "pdf2", "txt")
MOTTO = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
Letter = dict[str, Any]


@cache
def letters() -> tuple[Letter, ...]:
    """What letters there are."""
    return tuple(tomllib.loads((Path(__file__).parent / "letters.toml").read_text("utf-8"))["letters"])


def write_letters(folder: Path, rng: Random) -> list[Path]:
    """A few letters in the folder, each in some form; one may be named as schools name them all: "minh chứng"."""
    chosen = rng.sample(letters(), rng.randint(1, MOST))
    return [_write(letter, number, folder, rng) for number, letter in enumerate(chosen)]


def _write(letter: Letter, number: int, folder: Path, rng: Random) -> Path:
    form = "xlsx" if "rows" in letter and rng.random() < 0.3 else rng.choice(FORMS)
    name = "minh chứng" if number == 0 and rng.random() < 0.5 else rng.choice(letter["names"])
    write_all([(form, name, paper_of(letter, rng))], folder)
    return folder / f"{name}.{SUFFIXES[form]}"


def paper_of(letter: Letter, rng: Random) -> Paper:
    """The letter laid out."""
    return Paper((Section(tuple(_blocks(letter, rng))),), seed=rng.randrange(1000))


def _blocks(letter: Letter, rng: Random) -> Iterator[Block]:
    place = f"{rng.choice(FIRST)} {rng.choice(SECOND)}"
    start = rng.randint(2021, 2025)
    facts = {"year": f"{start}-{start + 1}", "school": f"Trường Tiểu học {place}"}
    kind, title = letter["kind"], letter["title"].format(**facts)
    school = f"TRƯỜNG TIỂU HỌC {place.upper()}" if kind != "letter" else "SỞ GIÁO DỤC VÀ ĐÀO TẠO"
    number = f"Số: {rng.randint(2, 300)}/" + ("SGDĐT-VP" if kind == "letter" else f"{kind}-TH")
    date = f"{place}, ngày {rng.randint(10, 28)} tháng {rng.randint(1, 12)} năm {start + 1}"
    if kind:
        yield from _head((school, number, title if kind == "letter" else ""), (*MOTTO, date), rng)
    elif rng.random() < 0.6:
        yield Line(school, align="left")
    if kind != "letter":
        yield Line(title if rng.random() < 0.9 else f"{title}:", bold=True, align="center")
    yield Line(rng.choice(letter["about"]).format(**facts), align="center", bold=rng.random() < 0.5)
    yield from (Line(text.format(**facts)) for text in letter["says"])
    if "rows" in letter:
        yield _grid(letter["rows"])
    if letter.get("official"):
        yield _grid([["STT", "Tiêu chí", "Điểm tối đa", "Minh chứng"], *_official_rows()])
    if kind:
        yield Line("HIỆU TRƯỞNG" if kind != "letter" else "GIÁM ĐỐC", align="right", bold=True)
        yield Line("Nguyễn Văn An", align="right")


def _head(left: Sequence[str], right: Sequence[str], rng: Random) -> Iterator[Block]:
    """Two columns of a frame, or one line below the other."""
    left = [line for line in left if line]
    if rng.random() < 0.6:
        cells = (GridCell(tuple(left), align="center"), GridCell(tuple(right), align="center"))
        yield Grid((cells,), (0.45, 0.55), ruling="none", role="frame")
    else:
        yield from (Line(text, align="center") for text in (left[0], *right[:2], *left[1:], right[2]))


def _grid(rows: Sequence[Sequence[str]]) -> Grid:
    cells = tuple(tuple(GridCell((text,)) for text in row) for row in rows)
    return Grid(cells, tuple(1 / len(rows[0]) for _ in rows[0]), heading_rows=1)


def _official_rows() -> Iterator[list[str]]:
    """The official table with its maxima and no score."""
    for group in official_groups():
        yield [group.id, group.title, str(group.maximum), ""]
        for criterion in group.criteria:
            yield [criterion.id, criterion.title, "Bắt buộc" if criterion.condition else str(criterion.maximum), ""]
            yield from (["", f"- {item.title}", str(item.maximum), ""] for item in criterion.items)
