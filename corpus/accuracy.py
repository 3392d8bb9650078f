"""docs/ACCURACY.md: what the program finds and what it does not, on a corpus that is used for nothing else."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from corpus.contents import contents
from corpus.evaluate import evaluate
from corpus.generate import Order, generate
from corpus.markdown import markdown
from corpus.measure import BATCH_RULES, Judged
from corpus.outcome import FEW, Outcome, counted
from corpus.parts import Part, said
from corpus.sameness import Compared, sameness, sameness_part
from corpus.trial import OTHER_FORMS, PICTURED, Trial
from extract import __version__
from rules import catalogue

UNREAD = (
    "tables pasted as pictures into a document, or into a page that has text of its own",
    "handwriting",
)
NOT_TRIED = (
    "Not tried here: RAR and 7z, mails as Outlook keeps them, old workbooks (XLS), real scanners and telephones."
)
PLOT = "accuracy-confidence.svg"  # beside the page
# of scans and photos: of too few cases, or told by other parts
LEFT_OUT = ("Findings by layout", "Findings by format", "Findings by feature, trap and mistake", "Figures by format")


@dataclass(frozen=True, slots=True)
class Page:
    """The page as Markdown, and the plots that stand beside it, by the names of their files."""

    text: str
    plots: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Measured:
    """All that the page tells: digital reports, scans and photos (None where there are none), and other forms."""

    digital: Outcome
    pictures: Outcome | None = None
    others: tuple[Compared, ...] = ()


def accuracy(trial: Trial, keep: Path | None = None) -> Page:
    """The page for corpora that are generated for it and thrown away."""
    with tempfile.TemporaryDirectory(prefix="corpus-accuracy-") as scratch:
        folder = Path(scratch)
        digital = _judged(Order(folder / "digital", trial.count, trial.seed, trial.formats), keep)
        order = Order(folder / "pictures", trial.pictures, trial.picture_seed, PICTURED)
        pictures = _judged(order, keep and keep / "pictures") if trial.pictures else None
        forms = OTHER_FORMS if trial.others else ()
        others = tuple(sameness(folder / "others", forms, trial.others, trial.picture_seed)) if forms else ()
        return page(Measured(digital, pictures, others), trial)


def _judged(order: Order, keep: Path | None) -> Outcome:
    """The outcome of a corpus made for it."""
    generate(order)
    outcome = evaluate(order.out, keep)
    shutil.rmtree(order.out)
    return outcome


def page(measured: Measured, trial: Trial) -> Page:
    """The page: what was measured and how, what is not found, then all that the evaluation prints."""
    first, *rest = contents(measured.digital)
    pictured = contents(measured.pictures) if measured.pictures else []
    parts = [
        Part("How right doisoat is", lines=_measured(measured, trial)),
        Part("Tóm tắt", lines=_in_vietnamese(measured)),
        replace(first, title="In short"),
        *(replace(part, title="Scans and photos, in short") for part in pictured[:1]),
        Part("What doisoat does not find", lines=(*not_found(measured.digital), *not_found_in(measured.pictures))),
        *([sameness_part(measured.others)] if measured.others else ()),
        *rest,
        *(_of_pictures(part) for part in pictured[1:] if part.title not in LEFT_OUT),
    ]
    drawn = [part.drawing for part in parts if part.drawing]
    return Page(markdown(parts), {PLOT: drawn[0]} if drawn else {})


def _of_pictures(part: Part) -> Part:
    """A part of the evaluation of scans and photos; its plot stands beside the page."""
    note = f"{part.note}\n\n![the same as a plot]({PLOT})" if part.drawing else part.note
    return replace(part, title=f"Scans and photos: {part.title[0].lower()}{part.title[1:]}", note=note)


def write(written: Page, path: Path) -> None:
    """The page, and its plots beside it."""
    path.write_text(written.text, encoding="utf-8")
    for name, plot in written.plots.items():
        path.with_name(name).write_text(plot, encoding="utf-8")


def _measured(measured: Measured, trial: Trial) -> tuple[str, ...]:
    outcome = measured.digital
    forms = Counter(about.format for about in outcome.abouts)
    layouts = {about.layout for about in outcome.abouts}
    return (
        f"Written by `{trial.command}` (doisoat {__version__}, seed {trial.seed}, {len(outcome.abouts)} reports), "
        "never by hand.",
        f"The reports are invented, not real: {len(layouts)} layouts, in the formats "
        f"{', '.join(f'{form} ({forms[form]})' for form in sorted(forms))}. Real reports hold what nobody thought of "
        "when inventing, so expect less on them, and look yourself at what matters.",
        "Formats: `docx` plain, `docx-word` and `docx-lo` as Word and LibreOffice structure them, `pdf` by "
        "LibreOffice, `pdf2` by another producer, `txt` as pasted from a web page.",
        "A finding is right only where rule and criterion are: one too many counts like one too few. Intervals are "
        f"exact (Clopper–Pearson, 95 %). Fewer than {FEW} cases are marked: there the interval says more than "
        "the share.",
        "A file that is named below can be made again: generate with this seed, count and formats.",
        *_measured_pictures(measured.pictures, trial),
    )


def _measured_pictures(outcome: Outcome | None, trial: Trial) -> Iterator[str]:
    if outcome is None:
        return
    forms = Counter(about.format for about in outcome.abouts)
    counts = ", ".join(f"{form}: {forms[form]}" for form in sorted(forms))
    yield (
        "Scans and photos are pages printed, worn and taken by a program, not by a scanner "
        f"(seed {trial.picture_seed}, {counts}): `scan` an office scanner (150–300 dpi, at most 1° askew, JPEG 45–80), "
        "`scan-hard` an old one, with stamps, signatures, broken or faint rulings, faxes, pages the wrong way round, "
        "up to 3° askew; `photo` a telephone's, aslant, in a shadow, curled; `photo-pages` the same as a folder with a "
        "JPEG for each page."
    )


def _in_vietnamese(measured: Measured) -> tuple[str, ...]:
    outcome = measured.digital
    alarms, clean, recall = len(outcome.alarms), outcome.clean, outcome.findings.recall
    missed = recall.all - recall.right
    return (
        f"Đo trên {len(outcome.abouts)} báo cáo tự tạo, có lỗi biết trước, không phải báo cáo thật; với báo cáo thật, "
        "kết quả có thể kém hơn.",
        f"Tìm thấy {recall.right} trên {recall.all} lỗi đã cài; bỏ sót {missed}.",
        f"Báo nhầm: {alarms} lỗi hoặc cảnh báo trên {clean} báo cáo đúng.",
        f"Đọc đúng {outcome.figures.right} trên {outcome.figures.all} con số của bảng điểm.",
        *_pictures_in_vietnamese(measured.pictures),
        "Mục “What doisoat does not find” dưới đây kể những gì chương trình không tìm thấy hoặc chưa được thử.",
    )


def _pictures_in_vietnamese(outcome: Outcome | None) -> Iterator[str]:
    if outcome is not None:
        recall, alarms = outcome.findings.recall, len(outcome.alarms)
        yield (
            f"Bản quét và ảnh chụp (do chương trình giả lập): đọc đúng {outcome.figures.right} trên "
            f"{outcome.figures.all} con số, tìm thấy {recall.right} trên {recall.all} lỗi đã cài, báo nhầm {alarms} "
            f"lỗi hoặc cảnh báo trên {outcome.clean} báo cáo đúng."
        )


def not_found(outcome: Outcome) -> Iterable[str]:
    """What a careful user must look at: missed, never tried, hardly tried, not read."""
    missed = [j for j in outcome.judged if j.verdict == "missed"]
    for rule, count in sorted(Counter(j.rule for j in missed).items()):
        mine = [j for j in missed if j.rule == rule]
        files = ", ".join(dict.fromkeys(j.about.file for j in mine[:6]))
        yield f"`{rule}`: {count} missed, in reports with {_made_by(mine)} ({files}{' …' if count > 6 else ''})"
    if not missed:
        yield "Of the discrepancies of this corpus, none was missed."
    yield from _untried(outcome)
    yield from _weak(outcome)
    yield from (f"Not read: {form}." for form in UNREAD)
    yield NOT_TRIED
    yield "Figures that the criterion set does not give (levels of single criteria) are not checked against anything."


def not_found_in(pictures: Outcome | None) -> Iterator[str]:
    """What scans and photos cost, form by form."""
    if pictures is None:
        return
    for form, share in pictures.shares["format"].items():
        recall = counted(j for j in pictures.judged if j.about.format == form).recall
        yield (
            f"From `{form}`: {share.all - share.right} of {share.all} figures misread, {recall.all - recall.right} of "
            f"{recall.all} discrepancies missed."
        )


def _made_by(judged: Sequence[Judged]) -> str:
    """The mistakes that the reports have."""
    tags = {tag.removeprefix("mistake: ") for j in judged for tag in j.about.tags if tag.startswith("mistake: ")}
    return ", ".join(sorted(tags)) or "no named mistake"


def _untried(outcome: Outcome) -> Iterable[str]:
    """Rules without a case, and those with few."""
    cases = Counter(j.rule for j in outcome.judged if j.verdict != "false")
    never = [rule for rule in catalogue.entries() if not cases[rule]]
    alone = [rule for rule in never if rule not in BATCH_RULES]
    batch = [rule for rule in never if rule in BATCH_RULES]
    if alone:
        yield f"Never tried here, so nothing is known of them: {_named(alone)}."
    if batch:
        yield f"Not judged here, as they compare reports with one another or with a list: {_named(batch)}."
    found = Counter(j.rule for j in outcome.judged if j.verdict == "found")
    hardly = [f"`{rule}` ({found[rule]} of {cases[rule]} found)" for rule in sorted(cases) if 0 < cases[rule] < FEW]
    if hardly:
        yield f"Tried on fewer than {FEW} cases, so the true share may be far lower: {', '.join(hardly)}."


def _named(rules: Iterable[str]) -> str:
    return ", ".join(f"`{rule}`" for rule in rules)


def _weak(outcome: Outcome) -> Iterable[str]:
    """Layouts and fields in which something was misread."""
    wrong = {name: share for name, share in outcome.shares["layout"].items() if share.right < share.all}
    for name, share in sorted(wrong.items(), key=lambda pair: pair[1].value or 0):
        yield f"Figures misread in the layout {name}: {share.all - share.right} of {share.all}."
    for name, share in outcome.shares["field"].items():
        if share.right < share.all and not name.startswith(("group", "criterion", "item")):
            yield f"Read right of {name}: {said(share)}."
