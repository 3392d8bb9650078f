"""Each mistake alone, each trap alone and pairs of mistakes give just the findings that they must, file by file."""

from random import Random

import pytest

from corpus.mistakes import INJECTORS
from corpus.mistakes.bands import WITH_BANDS
from corpus.mistakes.touching import TOUCHING
from corpus.proving import pairs, proof_of
from corpus.traps import TRAPS

# tables that are read without a doubt: here the findings are on trial, not the reading
SIMPLE = ("item_rows", "two_headings", "per_group", "two_score_columns", "unscored_heads", "criterion_only")
SEEDS = range(700, 760)
PAIRS = pairs(40, Random(3))


def disagreements(changes, folder, wanted):
    """What is missed and what is too much in the first `wanted` reports that the changes apply to."""
    found, wrong = 0, []
    for seed in SEEDS:
        proof = proof_of(changes, seed, folder / "x.docx", SIMPLE, usual=True)
        if proof is not None:
            found += 1
            wrong += [(seed, *proof.missed, *proof.false)] if not proof.agrees else []
        if found == wanted:
            break
    return found, wrong


def named(changes):
    return "+".join(change.__name__ for change in changes)


@pytest.mark.parametrize("trap", TRAPS, ids=lambda trap: trap.__name__)
def test_a_trap_causes_no_error_and_no_warning(trap, tmp_path):
    found, wrong = disagreements([trap], tmp_path, 1)
    assert found
    assert wrong == []


@pytest.mark.parametrize("injector", INJECTORS, ids=lambda injector: injector.__name__)
def test_a_mistake_causes_just_its_finding(injector, tmp_path):
    found, wrong = disagreements([injector], tmp_path, 2 if injector in TOUCHING else 1)
    assert found
    assert wrong == []


@pytest.mark.parametrize("change", WITH_BANDS, ids=lambda change: change.__name__)
def test_a_figure_of_the_evidence_is_held_against_the_bands_of_a_set(change, tmp_path):
    found, wrong = disagreements([change], tmp_path, 3)
    assert found
    assert wrong == []


@pytest.mark.parametrize("pair", PAIRS, ids=named)
def test_two_mistakes_cause_both_findings_and_no_third(pair, tmp_path):
    assert disagreements(pair, tmp_path, 1)[1] == []
