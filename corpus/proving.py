"""Whether a change to a correct report causes just what it must: the program run on it in-process, the file kept.

    python -m corpus.proving [NAME …] [--seeds N] [--pairs N] [--keep DIR]

Runs every mistake and trap (or those named) over `N` reports each and lists every disagreement; stricter than
`evaluate`: what is stated and expected and both places must be right too.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from zlib import crc32

from corpus.compose import compose
from corpus.invent import invent_report
from corpus.layouts.named import LAYOUTS, varied
from corpus.mistakes import INJECTORS
from corpus.mistakes.bands import WITH_BANDS, set_with_bands
from corpus.traps import TRAPS
from corpus.truth import Expected, Injector, Trap, TrueReport
from corpus.voice import invent_voice
from corpus.writers.docx import write_docx
from extract.audit import audit
from extract.outcome import Outcome, Request
from extract.sources import Source
from parsers.document import Place
from rules.catalogue import severity_of
from rules.finding import Finding

Change = Injector | Trap
FIRST_SEED = 5000
# habits that leave no doubt of what was written
USUAL = {
    "score": "plain", "zero": "0", "maximum": "plain", "level": "Mức 3", "date": "padded", "citation": "number",
    "year": "plain", "title": "official", "criterion_label": "1.3", "item_mark": "-", "condition": "Đạt",
    "letters": "NFC", "automatic_lists": False, "citation_order": "date-subject",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Proof:
    """What came of one changed report: `missed` and `false` are empty where the program agrees."""

    seed: int
    mistakes: tuple[str, ...]
    traps: tuple[str, ...]
    missed: tuple[str, ...]
    false: tuple[str, ...]
    layout: str = ""

    @property
    def agrees(self) -> bool:
        """Nothing is missing, nothing too much."""
        return not (self.missed or self.false)


def proof_of(
    changes: Sequence[Change], seed: int, file: Path, layouts: Sequence[str] = (), *, usual: bool = False
) -> Proof | None:
    """The proof of these changes, in order, on the report of the seed; None where one does not apply to it.

    `usual`: the author has only the commonest habits, so that what is tried is the findings, not the reading.
    """
    rng = Random(f"proof:{seed}")
    usable = [layout for layout in LAYOUTS if not layouts or layout.__name__ in layouts]
    plan, voice = varied(rng.choice(usable)(rng), rng), invent_voice(rng)
    voice = replace(voice, **USUAL) if usual else voice  # type: ignore[arg-type]
    report, wanted = invent_report(rng, seed, plan, voice), set[Expected]()
    for change in changes:
        changed = changed_by(change, report, rng)
        if changed is None:
            return None
        report, wanted = changed[0], wanted | changed[1]
    paper = compose(report, plan, voice, rng)
    # a score table in a part of its own is a matter of reading, which is tried elsewhere
    whole = replace(paper, sections=tuple(replace(section, part=False) for section in paper.sections))
    write_docx(whole, file)
    outcome = audit(Source(file, file.name), Request(_set_for(changes, file.parent), structure=True))
    return _judged(report, seed, wanted, outcome)


def _set_for(changes: Sequence[Change], folder: Path) -> str | None:
    """The criterion set to check with: the official one, unless a change needs bands."""
    return str(set_with_bands(folder)) if any(change in WITH_BANDS for change in changes) else None


def changed_by(change: Change, report: TrueReport, rng: Random) -> tuple[TrueReport, set[Expected]] | None:
    """The report with a mistake or a trap, and what it must cause."""
    result = change(report, rng)
    if isinstance(result, TrueReport):
        return replace(result, traps=(*result.traps, change.__name__)), set()
    if result is None:
        return None
    return replace(result[0], mistakes=(*result[0].mistakes, change.__name__)), result[1]


def _judged(report: TrueReport, seed: int, wanted: set[Expected], outcome: Outcome) -> Proof:
    named = {rule for want in wanted for rule in (want.rule, *want.or_rules)}
    left = [f for f in outcome.findings if severity_of(f) != "info" or f.rule in named]
    missed = []
    for want in sorted(wanted, key=lambda want: (len(want.or_rules) + len(want.or_criteria), str(want))):
        match = next((f for f in left if answers(want, f, outcome)), None)
        if match is None:
            missed.append(str(want))
        else:
            left.remove(match)
    shape = report.shape.layout
    return Proof(seed, report.mistakes, report.traps, tuple(missed), tuple(_said(f) for f in left), shape)


def answers(want: Expected, finding: Finding, outcome: Outcome) -> bool:
    """Whether the finding is the one wanted, in rule, criterion, figures and both places."""
    if finding.rule not in (want.rule, *want.or_rules) or finding.subject not in (want.criterion, *want.or_criteria):
        return False
    if finding.rule != want.rule or finding.subject != want.criterion:
        return True  # another answer as right: its figures and places are its own
    figures = ((want.stated, finding.stated), (want.expected, finding.expected))
    if any(wish and _tidy(wish) != _tidy(given) for wish, given in figures):
        return False
    places = ((want.place, [finding.place]), (want.other, [*finding.others, *finding.also]))
    return all(_stands(wish, given, outcome) for wish, given in places if not _in_caption(want.criterion, outcome))


def _tidy(text: str) -> str:
    return " ".join(text.split()).replace(",", ".").lstrip("0")


def _stands(wish: str, places: Sequence[Place | None], outcome: Outcome) -> bool:
    """Whether one of the places is in the text, or in the score table, as wished."""
    appendix = outcome.structure.appendix if outcome.structure else None
    if wish not in ("text", "appendix") or appendix is None or appendix.place.table is None:
        return True
    return any(place is not None and (place.table is not None) is (wish == "appendix") for place in places)


def _in_caption(group: str, outcome: Outcome) -> bool:
    """The group's total stands in the caption over its table, so that paragraphs are of the appendix too."""
    appendix = outcome.structure.appendix if outcome.structure else None
    scores = [g.score for g in appendix.groups if g.id == group] if appendix else []
    return any(score is not None and score.place.table is None for score in scores)


def _said(finding: Finding) -> str:
    place = finding.place or Place()
    where = f"table {place.table} row {place.row}" if place.table else f"paragraph {place.paragraph}"
    name = f"{severity_of(finding)} {finding.rule} {finding.subject} {finding.variant}".strip()
    return f"{name}: {finding.stated} → {finding.expected} ({where}) {finding.excerpt[:90]!r}"


def proofs(changes: Sequence[Change], seeds: int, folder: Path, layouts: Sequence[str] = ()) -> Iterator[Proof]:
    """So many proofs of the changes together; fewer where they hardly ever apply together."""
    found, name = 0, "+".join(change.__name__ for change in changes)
    first = FIRST_SEED + crc32(name.encode()) % 1000  # each begins elsewhere, so that few reports see every layout
    for seed in range(first, first + 6 * seeds):
        file = folder / f"{name}-{seed}.docx"
        proof = proof_of(changes, seed, file, layouts)
        if proof is None:
            continue
        if proof.agrees:
            file.unlink()
        found += 1
        yield proof
        if found == seeds:
            return


def pairs(count: int, rng: Random) -> list[tuple[Change, ...]]:
    """Random pairs of mistakes."""
    known = list(dict.fromkeys(INJECTORS))
    return [tuple(rng.sample(known, 2)) for _ in range(count)]


def main() -> None:
    """Prints a line for each change that was tried, and every disagreement."""
    parser = argparse.ArgumentParser(prog="python -m corpus.proving", description=__doc__)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--seeds", type=int, default=30)
    parser.add_argument("--pairs", type=int, default=0, help="try so many random pairs of mistakes instead")
    parser.add_argument("--layouts", default="", help="comma list of layout functions; default all")
    parser.add_argument("--keep", type=Path, help="keeps every file that the program disagrees on here")
    options = parser.parse_args()
    every: Sequence[Change] = tuple(dict.fromkeys((*INJECTORS, *TRAPS, *WITH_BANDS)))
    chosen: list[tuple[Change, ...]] = [(c,) for c in every if not options.names or c.__name__ in options.names]
    if options.pairs:
        chosen = pairs(options.pairs, Random(options.seeds))
    layouts = tuple(filter(None, options.layouts.split(",")))
    with tempfile.TemporaryDirectory(prefix="corpus-proving-") as scratch:
        folder = options.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        for changes in chosen:
            _print(changes, list(proofs(changes, options.seeds, folder, layouts)))


def _print(changes: Sequence[Change], found: Sequence[Proof]) -> None:
    name = " + ".join(change.__name__ for change in changes)
    wrong = [proof for proof in found if not proof.agrees]
    print(f"{name}: {len(found)} reports, {len(wrong)} disagreements", flush=True)
    for proof in wrong:
        print(f"  seed {proof.seed} {proof.layout}")
        for line in proof.missed:
            print(f"    missed {line}")
        for line in proof.false:
            print(f"    false  {line}")


if __name__ == "__main__":
    main()
