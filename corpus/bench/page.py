"""The page of one run: Markdown with plots beside it, from results alone."""

from __future__ import annotations

import os
import platform
import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path

from corpus.bench.agreement import Agreement, macro
from corpus.bench.batches import Batch
from corpus.bench.field import DOCX_FLOOR, OURS, PDF_FLOOR
from corpus.bench.growth import Step
from corpus.bench.measuring import PARTS, Plan
from corpus.bench.other_forms import sections
from corpus.bench.plots import bars, curves, figure
from corpus.bench.race import Run, ratio
from corpus.bench.results import PublicSet, Reading, Results, Target, exact_share, targets

ABOUT: dict[str, str] = tomllib.loads(Path(__file__).with_name("told.toml").read_text("utf-8"))
WORSE = 0.05  # of F1: by so much another must read a document better to be named
FLOORS = {"PDF": PDF_FLOOR, "DOCX": DOCX_FLOOR}


def write(results: Results, plan: Plan, path: Path) -> None:
    """Writes the page, and its plots beside it as `benchmark-*.svg`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    pictures = plots(results)
    for name, svg in pictures.items():
        path.with_name(f"benchmark-{name}.svg").write_text(svg, encoding="utf-8")
    path.write_text(page(results, plan, pictures), encoding="utf-8")


def page(results: Results, plan: Plan, pictures: Iterable[str] = ()) -> str:
    """The whole page."""
    shown = set(pictures)
    parts = [
        ABOUT["title"],
        _circumstances(results, plan),
        "## Targets\n\n" + _targets(targets(results)),
        *(_reading(reading, shown) for reading in results.readings),
        _public(results.public) if results.public else "",
        *(_section(*section) for section in sections(results.forms)),
        _batches(results) if results.batches else "",
        _growth(results, shown) if results.growths else "",
        ABOUT["how"],
    ]
    return "\n\n".join(part.strip() for part in parts if part) + "\n"


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _circumstances(results: Results, plan: Plan) -> str:
    """With what this was measured; no names of machines or folders."""
    versions = ", ".join(
        f"{name} {version}" for name, version in sorted(results.versions.items(), key=lambda v: v[0].lower())
    )
    public = " --public FOLDER" if plan.public else ""
    only = "" if plan.parts >= set(PARTS) else f" --only {','.join(part for part in PARTS if part in plan.parts)}"
    absent = f" Not measured, since not installable here: {', '.join(results.missing)}." if results.missing else ""
    return (
        f"Written by `python -m corpus bench --count {plan.count} --seed {plan.seed}{public}{only}` with Python "
        f"{platform.python_version()} on {os.cpu_count()} CPUs ({platform.system()}, {platform.machine()}); "
        f"{versions}.{absent} {ABOUT['docling'].strip()}"
    )


def _targets(found: Sequence[Target]) -> str:
    rows = [
        (one.name, figure(one.value), _bound(one), "met" if one.met else "**missed**")
        for one in found
    ]  # fmt: skip
    return table(("figure", "measured", "must be", ""), rows)


def _bound(target: Target) -> str:
    return f"≤ {target.most:g}" if target.most is not None else f"≥ {target.least:g}"


def _reading(reading: Reading, shown: set[str]) -> str:
    """Time and accuracy of all who read one kind of file."""
    ours, floor = reading.run_of(OURS), reading.run_of(FLOORS[reading.kind])
    assert ours is not None
    size = f"{reading.files} reports" + (f", {reading.pages} pages" if reading.pages else "")
    times = [_time_row(run, ours, floor, reading) for run in sorted(reading.runs, key=lambda run: run.seconds)]
    judged = [_table_row(name, agreements) for name, agreements in reading.agreements.items()]
    judged.sort(key=lambda row: row[-1], reverse=True)
    kind = reading.kind.lower()
    return "\n\n".join(
        (
            f"## {reading.kind}: reading time and tables",
            f"{size}.",
            _picture(f"{kind}-time", shown),
            table(("", "CPU s, all files", _ms_head(reading), "doisoat / it", "it / floor", "failed on"), times),
            ABOUT["tables"].strip(),
            _picture(f"{kind}-tables", shown),
            table(
                ("", "tables", "exact", "exact, spans ignored", "adjacency F1, spans ignored", "adjacency F1"), judged
            ),
        )
    )


def _ms_head(reading: Reading) -> str:
    return "ms a page" if reading.pages else "ms a file"


def _time_row(run: Run, ours: Run, floor: Run | None, reading: Reading) -> tuple[str, ...]:
    return (
        run.contestant.name,
        f"{run.seconds:.3f}",
        f"{1000 * run.seconds / (reading.pages or reading.files):.2f}",
        figure(ratio(ours, run)),
        figure(ratio(run, floor)) if floor else "",
        str(len(run.failures) or ""),
    )


def _table_row(name: str, agreements: Sequence[Agreement]) -> tuple[str, ...]:
    tables = sum(one.tables for one in agreements)
    loose = sum(one.exact_without_spans for one in agreements)
    return (
        name,
        str(tables),
        f"{exact_share(agreements):.3f}",
        f"{loose / max(1, tables):.3f}",
        f"{macro([one.cells_without_spans for one in agreements]):.3f}",
        f"{macro([one.cells for one in agreements]):.3f}",
    )


def _public(public: PublicSet) -> str:
    """The means, and the documents that another reader reads better."""
    rows = [
        (name, f"{public.mean(name, ruled_only=True):.3f}", f"{public.mean(name, ruled_only=False):.3f}")
        for name in public.scores
    ]
    lacks = sorted((_behind(public, name), name) for name in public.ruled)
    worst = "; ".join(f"{name} ({lack:+.2f})" for lack, name in lacks if lack < -WORSE)
    return "\n\n".join(
        (
            "## The public table set",
            ABOUT["public"].format(all=len(public.ruled), ruled=sum(public.ruled.values())).strip(),
            table(("macro F1 of cell adjacency", "ruled documents", "all documents"), rows),
            f"Documents that another reads better by more than {WORSE}: {worst or 'none'}.",
        )
    )


def _behind(public: PublicSet, document: str) -> float:
    """Our F1 less the best of the others."""
    others = [scores[document].value for name, scores in public.scores.items() if name != OURS.name]
    return public.scores[OURS.name][document].value - max(others, default=0.0)


def _section(title: str, told: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    return f"## {title}\n\n{ABOUT[told].strip()}\n\n{table(heads, rows)}"


def _batches(results: Results) -> str:
    rows = [_batch_row(batch) for batch in results.batches]
    heads = ("", "reports", "jobs", "reports a minute", "CPU s a report", "largest process, MB", "all processes, MB")
    made = results.generated
    told = (
        f"Generating {1000:,} DOCX reports with two jobs took {made.cpu:.0f} s of CPU, {made.wall:.0f} s of wall time."
        if made
        else ""
    )
    return f"## End to end: `doisoat check`\n\n{ABOUT['batches'].strip()} {told}\n\n{table(heads, rows)}"


def _batch_row(batch: Batch) -> tuple[str, ...]:
    usage = batch.usage
    figures = (f"{batch.a_minute:.0f}", f"{batch.cpu_a_report:.4f}", f"{usage.largest:.0f}", f"{usage.together:.0f}")
    return batch.kind, f"{batch.reports:,}", str(batch.jobs), *figures


def _growth(results: Results, shown: set[str]) -> str:
    tables = [f"**{name}**\n\n{_steps(name, steps)}" for name, steps in results.growths.items()]
    pictures = [_picture(name, shown) for name in ("growth-pages", "growth-rows")]
    return "\n\n".join((f"## How time grows\n\n{ABOUT['growth'].strip()}", *tables, *pictures))


def _steps(name: str, steps: Sequence[Step]) -> str:
    heads = ("pages" if name.startswith("PDF") else "rows", *(f"{step.size:,}" for step in steps))
    return table(heads, [("ms each", *(figure(1000 * step.each) for step in steps))])


def _picture(name: str, shown: set[str]) -> str:
    return f"![{name}](benchmark-{name}.svg)" if name in shown else ""


def plots(results: Results) -> dict[str, str]:
    """The plots by name."""
    found = {}
    for reading in results.readings:
        kind = reading.kind.lower()
        runs = sorted(reading.runs, key=lambda run: run.seconds)
        each = {run.contestant.name: 1000 * run.seconds / (reading.pages or reading.files) for run in runs}
        unit = _ms_head(reading)
        found[f"{kind}-time"] = bars(f"Reading a {reading.kind}: CPU {unit}, logarithmic", each, logarithmic=True)
        scores = {name: macro([one.cells for one in agreements]) for name, agreements in reading.agreements.items()}
        ranked = dict(sorted(scores.items(), key=lambda score: -score[1]))
        found[f"{kind}-tables"] = bars(f"Tables of a {reading.kind}: macro F1 of cell adjacency", ranked)
    for unit, kind in (("pages", "PDF"), ("rows", "DOCX")):
        steps = {
            name: [(step.size, 1000 * step.each) for step in growth]
            for name, growth in results.growths.items()
            if name.startswith(kind)
        }
        if steps:
            found[f"growth-{unit}"] = curves(f"Reading a {kind}: CPU time against {unit}", steps, f"ms a {unit[:-1]}")
    return found
