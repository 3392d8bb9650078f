"""How one author writes: drawn once a report, then kept to."""

from __future__ import annotations

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
        }
        rare = [f"{field}={getattr(self, field)}" for field, form in usual.items() if getattr(self, field) != form]
        return (*rare, f"labels={self.criterion_label}", f"marks={self.item_mark}", f"titles={self.title}")

    @property
    def long_figures(self) -> bool:
        """Figures come with words or with their maximum, so that their columns must be wider."""
        return self.score in ("over", "points", "words", "unit")


def _pick(rng: Random, weights: dict[str, float]) -> str:
    return rng.choices(list(weights), list(weights.values()))[0]


def invent_voice(rng: Random) -> Voice:
    """Usual habits most of the time, rarer ones some of the time."""
    return Voice(
        score=_pick(
            rng, {"plain": 10, "padded": 2, "comma": 2, "unit": 1, "points": 1, "over": 1, "dot": 1, "words": 0.3}
        ),
        zero=_pick(rng, {"0": 8, "00": 1, "-": 1, "–": 0.5}),
        maximum=_pick(rng, {"plain": 8, "points": 1, "unit": 0.5}),
        level=_pick(
            rng, {"Mức 3": 6, "3": 4, "Mức độ 3": 2, "Mức III": 1, "name": 1, "Mức 3 (name)": 1, "MỨC 3": 1, "M3": 0.5}
        ),
        statement=rng.randrange(1000),
        date=_pick(rng, {"padded": 5, "short": 3, "words": 2}),
        citation=_pick(rng, {"number": 6, "no-number-word": 1.5, "tight": 1, "spaced": 1, "short-kind": 1}),
        pad_numbers=rng.random() < 0.7,
        year=_pick(rng, {"plain": 5, "spaced": 3, "dash": 2, "dot": 0.5, "slash": 0.5}),
        title=_pick(rng, {"official": 5, "short": 3, "abbreviated": 3, "mistyped": 1, "bare": 0.7, "upper": 0.5}),
        heads=rng.randrange(1000),
        criterion_label=_pick(rng, {"1.3": 5, "1.3.": 3, "TC 1.3": 0.5, "I.3": 0.7, "3": 1}),
        item_mark=_pick(rng, {"-": 5, "": 2, "a)": 1.5, "+": 1, "1.3.1": 1, "•": 0.5}),
        condition=_pick(rng, {"": 4, "Đạt": 2, "Có": 2, "x": 1, "Điều kiện bắt buộc": 1, "Bắt buộc": 0.5}),
        letters=_pick(rng, {"NFC": 12, "NFD": 1, "TCVN3": 0.5, "VNI": 0.5}),
        automatic_lists=rng.random() < 0.25,
        citation_order=_pick(rng, {"date-subject": 6, "subject-date": 2, "subject-number": 1, "about": 1}),
    )
