"""What stands in the evidence column: documents cited, counts, percentages, links."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from corpus.truth import Evidence, Mention, TrueCriterion, TrueGroup
from corpus.wording import wordings


def with_evidence(rng: Random, groups: tuple[TrueGroup, ...]) -> tuple[TrueGroup, ...]:
    """The groups with every criterion's evidence cell filled."""
    return tuple(replace(group, criteria=tuple(_filled(rng, c) for c in group.criteria)) for group in groups)


def _filled(rng: Random, criterion: TrueCriterion) -> TrueCriterion:
    lines = rng.choice(wordings()["evidence"][criterion.id])
    return replace(criterion, evidence=tuple(part for line in lines for part in _parts(rng, line, criterion.id)))


def _parts(rng: Random, line: str, criterion: str) -> list[Evidence]:
    """One line of the table above, with its figures drawn; a line that cites becomes mentions."""
    pieces = [piece.strip() for piece in line.split(";")] if "{" in line and "}; {" in line else [line]
    parts: list[Evidence] = []
    for piece in pieces:
        key = piece[piece.find("{") + 1 : piece.find("}")] if "{" in piece else ""
        if key and key not in ("count", "percent", "part", "whole"):
            parts.append(Mention(key, full=True, criterion=criterion))
            continue
        whole = rng.randint(18, 60)
        figures = {
            "count": rng.randint(12, 320),
            "percent": rng.randint(60, 100),
            "part": whole - rng.randint(0, 9),
            "whole": whole,
        }
        parts.append(piece.format(**figures))
    return parts
