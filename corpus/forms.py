"""How well each form of file is read, and how far the program's own confidence can be trusted: parts of the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus.measure import DOUBT
from corpus.outcome import Outcome, Share, counted
from corpus.parts import Bar, Part, few, of_all, said
from corpus.plot_reliability import reliability
from corpus.reliability import LEAST, SURE, Reckoned, Step, step_of, steps

FORM_HEADS = (
    "", "reports", "clean", "figures right", "95 % interval", "found", "95 % interval", "missed, but told as doubt",
    "false errors and warnings on clean", "per 100 clean",
)  # fmt: skip
STEP_HEADS = ("confidence", "right", "all", "share", "95 % interval", "mean confidence", "")
DOUBTS = (
    f"A discrepancy that is missed, but of which a figure is told as doubtful (`{DOUBT}`), counts as missed; how many "
    f"those are is told apart. A `{DOUBT}` on a correct figure is information, no false alarm."
)
TRUSTED = "The confidence of each figure read from a picture, and how many of such figures are right. "


def forms_parts(outcome: Outcome) -> Iterator[Part]:
    """The forms side by side, and, where pictures were read, the confidence of their figures."""
    forms = sorted({about.format for about in outcome.abouts})
    bars = tuple(Bar(form, share) for form in forms if (share := outcome.shares["format"][form]).all)
    rows = tuple(_form_row(outcome, form) for form in forms)
    yield Part("By form of file", DOUBTS, FORM_HEADS, rows, bars)
    if outcome.reckoned:
        yield reliability_part(outcome.reckoned)


def _form_row(outcome: Outcome, form: str) -> tuple[str, ...]:
    mine = [about for about in outcome.abouts if about.format == form]
    clean = sum(about.clean for about in mine)
    judged = [j for j in outcome.judged if j.about.format == form]
    alarms = sum(j.verdict == "false" and j.about.clean for j in judged)
    doubted = sum(j.doubted for j in judged)
    return (
        form, str(len(mine)), str(clean), *of_all(outcome.shares["format"][form]), *of_all(counted(judged).recall),
        str(doubted), str(alarms), f"{100 * alarms / clean:.1f}" if clean else "–",
    )  # fmt: skip


def reliability_part(figures: Sequence[Reckoned]) -> Part:
    """The share that is right, range by range, and of the figures that are said to be sure."""
    found = steps(figures)
    rows = tuple(_step_row(step) for step in found)
    bars = tuple(Bar(step.name, share_of(step)) for step in found)
    return Part(
        "Confidence of figures from pictures",
        TRUSTED,
        STEP_HEADS,
        rows,
        bars,
        tuple(_sure(figures)),
        reliability(found),
    )


def _step_row(step: Step) -> tuple[str, ...]:
    share = share_of(step)
    return (step.name, str(step.right), str(step.all), *of_all(share), f"{step.mean:.3f}", few(share))


def _sure(figures: Sequence[Reckoned]) -> Iterator[str]:
    """Of all figures that are read surely, and of the points alone."""
    points = [figure for figure in figures if figure.field.endswith("score")]
    for name, mine in (("all figures", figures), ("points alone, without maxima and levels", points)):
        yield f"{name} read at {SURE}–1.0: {said(share_of(step_of(mine, SURE, 1.0)))} right; at least {LEAST:g} must be"


def share_of(step: Step) -> Share:
    """How many of the range are right."""
    return Share(step.right, step.all)
