"""Traps that are only a sentence of the text: figures of others, denials of something else, documents in passing."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from corpus.figures import total
from corpus.mistakes.choosing import free_groups, take
from corpus.spelling import plain
from corpus.truth import Told, Trap, TrueReport


@cache
def sentences() -> Mapping[str, Any]:
    """The sentences' file."""
    return tomllib.loads((Path(__file__).parent / "sentences.toml").read_text(encoding="utf-8"))


def said_of(report: TrueReport) -> dict[str, str]:
    """What a sentence may name of the report."""
    own, year = report.school.self_name, report.header.year
    scores = [total([group.score]) for group in report.groups]
    return {
        "Self": own,
        "self": own.lower(),
        "name": report.school.name,
        "letters": report.school.letters,
        **{key: f"{year + n}-{year + n + 1}" for key, n in (("L", -1), ("Y", 0), ("N", 1))},
        "y": str(year),
        "y1": str(year + 1),
        **{f"s{group.id}": plain(total([group.score])) for group in report.groups},
        **{f"l{group.id}": str(group.level) for group in report.groups},
        "both": plain(sum(scores, Decimal(0))),
        "c13": plain(total([report.criterion("1.3").score])) if report.has("1.3") else "",
    }


def _told(name: str) -> Trap:
    """The trap of one kind of sentence."""

    def trap(report: TrueReport, rng: Random) -> TrueReport | None:
        words = sentences()[name]
        rests_on = words.get("rests_on", [])
        if not {*rests_on} <= {group.id for group in free_groups(report)}:
            return None
        told = Told(words["part"], rng.choice(words["sentences"]).format(**said_of(report)))
        return take(replace(report, told=(*report.told, told)), *rests_on)

    trap.__name__ = name
    return trap


SENTENCES: tuple[Trap, ...] = tuple(_told(name) for name in sentences())
