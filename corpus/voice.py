"""How one author writes: drawn once a report, then kept to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random


@dataclass(frozen=True, slots=True)
class Voice:
    """An author's habits; every field names a form that `spelling` or `wording` knows."""

    score: str
    zero: str
    maximum: str
    level: str
    statement: int
    date: str
    citation: str
    pad_numbers: bool
    year: str
    title: str
    heads: int
    criterion_label: str
    item_mark: str
    condition: str
    letters: str  # "NFC", "NFD", "TCVN3" or "VNI" (which only a DOCX can keep)
    automatic_lists: bool  # dashes come from the word processor
    citation_order: str

    @property
    def features(self) -> tuple[str, ...]:
        """Its rarer habits, for the lists of what went wrong."""
        usual = {
            "score": "plain",
            "letters": "NFC",
            "citation": "number",
            "citation_order": "date-subject",
            "zero": "0",
            "date": "padded",
            "maximum": "plain",
        }
        rare = [f"{field}={getattr(self, field)}" for field, form in usual.items() if getattr(self, field) != form]
        return (
            *rare,
            f"labels={self.criterion_label}",
            f"marks={self.item_mark}",
            f"titles={self.title}",
            f"levels={self.level}",
        )

    @property
    def long_figures(self) -> bool:
        """Figures come with words or with their maximum, so that their columns must be wider."""
        return self.score in ("over", "points", "words", "unit", "spaced-unit", "over-points")


# each field's forms, with how often they come beside each other
HABITS: Mapping[str, Mapping[str, float]] = {
    "score": {
        "plain": 10, "padded": 2, "comma": 2, "unit": 1, "points": 1, "over": 1, "dot": 1, "words": 0.3,
        "hundredths": 0.5, "spaced-unit": 0.5, "over-points": 0.4,
    },
    "zero": {"0": 8, "00": 1, "-": 1, "–": 0.5},
    "maximum": {"plain": 8, "points": 1, "unit": 0.5},
    "level": {
        "Mức 3": 6, "3": 4, "Mức độ 3": 2, "Mức III": 1, "name": 1, "Mức 3 (name)": 1, "MỨC 3": 1, "M3": 0.5,
        "Mức độ III": 0.5, "mức 3": 0.5, "Đạt mức 3": 0.5, "Mức 3 - name": 0.4,
    },
    "date": {"padded": 5, "short": 3, "words": 2, "dots": 0.5, "dashes": 0.5},
    "citation": {
        "number": 6, "no-number-word": 1.5, "tight": 1, "spaced": 1, "short-kind": 1, "colon": 0.7, "lower": 0.7,
        "en-dash": 0.5, "apart": 0.4,
    },
    "citation_order": {
        "date-subject": 6, "subject-date": 2, "subject-number": 1, "about": 1, "brackets": 0.7, "signed": 0.5,
    },
    "year": {"plain": 5, "spaced": 3, "dash": 2, "dot": 0.5, "slash": 0.5},
    "title": {
        "official": 5, "short": 3, "abbreviated": 3, "mistyped": 1, "bare": 0.7, "upper": 0.5, "abridged": 1.5,
        "respelled": 1,
    },
    "criterion_label": {
        "1.3": 5, "1.3.": 3, "TC 1.3": 0.5, "I.3": 0.7, "3": 1, "running": 0.6, "A.3": 0.4, "TC1.3": 0.3,
        "Tiêu chí 1.3": 0.4,
    },
    "item_mark": {"-": 5, "": 2, "a)": 1.5, "+": 1, "1.3.1": 1, "•": 0.5, "(1)": 0.4, "đ)": 0.5, "a.": 0.4},
    "condition": {"": 4, "Đạt": 2, "Có": 2, "x": 1, "Điều kiện bắt buộc": 1, "Bắt buộc": 0.5},
    "letters": {"NFC": 12, "NFD": 1, "TCVN3": 0.5, "VNI": 0.5},
}  # fmt: skip


def invent_voice(rng: Random) -> Voice:
    """Usual habits most of the time, rarer ones some of the time."""

    def drawn(field: str) -> str:
        return rng.choices(list(HABITS[field]), list(HABITS[field].values()))[0]

    return Voice(
        score=drawn("score"),
        zero=drawn("zero"),
        maximum=drawn("maximum"),
        level=drawn("level"),
        statement=rng.randrange(1000),
        date=drawn("date"),
        citation=drawn("citation"),
        pad_numbers=rng.random() < 0.7,
        year=drawn("year"),
        title=drawn("title"),
        heads=rng.randrange(1000),
        criterion_label=drawn("criterion_label"),
        item_mark=drawn("item_mark"),
        condition=drawn("condition"),
        letters=drawn("letters"),
        automatic_lists=rng.random() < 0.25,
        citation_order=drawn("citation_order"),
    )
