"""Whether a cell of evidence says nothing but that there is none of the thing yet: "Chưa có", "Nhà trường chưa mua"."""

from __future__ import annotations

from normalize.denial_clauses import negations_of
from normalize.denial_phrases import phrases
from normalize.denial_scope import FILLERS, NEUTRAL
from normalize.denial_words import tokens_of
from normalize.shadow import shade

_NO_REMARK = frozenset({("khong",), ("khong", "co")})  # in a column of remarks


def says_not_yet(text: str) -> bool:
    """A negation with who, when and to do, to have; any other word may say something else."""
    shadow = shade(text)
    tokens = tokens_of(shadow, 0, len(shadow.plain))
    negations = list(negations_of(tokens, []))
    if len(negations) != 1 or negations[0].kind != "no":
        return False
    known = phrases(*NEUTRAL, "understood.acts", "negation.auxiliaries").covered(tokens, 0, len(tokens))
    said = [at for at, token in enumerate(tokens) if token.word not in FILLERS]
    if tuple(tokens[at].word for at in said) in _NO_REMARK:
        return False
    return all(at in known or negations[0].start <= at < negations[0].end for at in said)
