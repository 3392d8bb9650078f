"""What a cell says of a mandatory condition: met, not met, or nothing."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files

from normalize.folding import fold
from normalize.levels import is_tick
from normalize.numbers import is_blank

_WHO = re.compile(r"^(?:(?:nha truong|truong|trung tam|don vi|hien|nay|tai|den|van|con)\s+)+(?=chua|khong)")
_OF_ITS_OWN = re.compile(r"\brieng\b")  # "không ban hành riêng": it is part of something else
LONGEST_NO = 6  # words; a longer "chưa …" may go on with what was done instead


@cache
def _lexicon() -> dict[str, frozenset[str]]:
    data = tomllib.loads(files("normalize").joinpath("lexicon/answers.toml").read_text("utf-8"))
    return {name: frozenset(map(fold, words)) for name, words in data.items()}


@lru_cache(maxsize=1024)
def parse_answer(text: str) -> bool | None:
    """True for "Có", "Đạt", "x"; False for "Chưa có", "Không", "Chưa ban hành kế hoạch"; None for anything else."""
    if is_tick(text):
        return True
    plain = _WHO.sub("", fold(text).strip(" .;:-+()[]"), count=1)
    if plain in _lexicon()["yes"]:
        return True
    parts = [part.strip() for part in re.split(r"[,;]", plain)]
    return False if all(part in _lexicon()["no"] or _is_short_no(part) for part in parts) else None


def _is_short_no(plain: str) -> bool:
    words = plain.split()
    begins = any(plain.startswith(no + " ") for no in _lexicon()["no"] if no not in {"no", "dang cap nhat"})
    whole = "(" not in plain and _OF_ITS_OWN.search(plain) is None
    return begins and len(words) <= LONGEST_NO and whole


def is_unfilled(text: str) -> bool:
    """Nothing, a dash, or a mark that a form leaves behind ("[CẦN BỔ SUNG]", "…")."""
    if is_blank(text):
        return parse_answer(text) is None  # "Đ" is "đạt"; in a score's cell it is a unit
    plain = fold(text).strip()
    bracketed = re.fullmatch(r"[\[({<]\s*(.+?)\s*[\])}>]", plain)
    return bracketed is not None and any(bracketed.group(1).startswith(word) for word in _lexicon()["left_over"])
