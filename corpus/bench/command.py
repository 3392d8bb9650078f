"""`python -m corpus bench`: its options, the whole run, and the page that it writes."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

HOUSE = Path(__file__).parents[2]
PAGE = HOUSE / "docs" / "BENCHMARK.md"
SEED = 20_117  # used for nothing else
COUNT = 20  # reports of each kind that every contestant reads
QUICK = 4  # reports a format of the quick run


def arguments(command: argparse.ArgumentParser) -> None:
    """What the command understands."""
    command.add_argument("-o", "--output", type=Path, default=PAGE, help="default: docs/BENCHMARK.md")
    command.add_argument("--count", type=int, default=COUNT, help="DOCX, and PDF, that every contestant reads")
    command.add_argument("--seed", type=int, default=SEED)
    command.add_argument("--public", type=Path, help="folder of the table set of ICDAR 2013 (.pdf and -str.xml)")
    command.add_argument(
        "--only", default="", help="comma list of reading, batches, growth, public, scans, old, page; default all"
    )
    command.add_argument("--quick", action="store_true", help="prints the ratios to the usual libraries, in a minute")


def run(options: argparse.Namespace) -> None:
    """Measures and writes the page, or with `--quick` prints ratios."""
    if options.quick:
        from corpus.bench.quick import bench

        print(bench(QUICK, options.seed), end="")
        return
    from corpus.bench.measuring import PARTS, Plan, measure
    from corpus.bench.page import write

    parts = frozenset(filter(None, options.only.split(","))) or frozenset(PARTS)
    if wrong := parts - set(PARTS):
        raise SystemExit(f"bench: no such part: {', '.join(sorted(wrong))}")
    plan = Plan(options.count, options.seed, parts, options.public)
    write(measure(plan), plan, options.output)
    print(f"bench: written to {options.output}", file=sys.stderr)
