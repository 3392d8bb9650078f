"""`python -m corpus generate|evaluate|bench`."""

from __future__ import annotations

import argparse
from pathlib import Path


def main() -> None:
    """Runs one command."""
    parser = argparse.ArgumentParser(prog="python -m corpus", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    make = commands.add_parser("generate", help="invented reports with their truth")
    make.add_argument("out", type=Path)
    make.add_argument("--count", type=int, default=60)
    make.add_argument("--seed", type=int, default=1)
    make.add_argument("--formats", default="docx", help="comma list of docx, pdf, pdf2, txt")
    make.add_argument("--layouts", default="", help="comma list of layout functions; default all")
    make.add_argument("--clean", action="store_true", help="no mistakes at all")
    make.add_argument("--jobs", type=int, default=2)
    judge = commands.add_parser("evaluate", help="runs the program on a corpus and compares with its truth")
    judge.add_argument("folder", type=Path)
    judge.add_argument(
        "--keep", type=Path, help="copies every report with a miss, a false alarm or a misread figure here"
    )
    race = commands.add_parser("bench", help="times beside the usual libraries, as ratios")
    race.add_argument("--count", type=int, default=4, help="reports a format")
    race.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    COMMANDS[options.command](options)


def _generate(options: argparse.Namespace) -> None:
    from corpus.generate import Order, generate

    layouts = tuple(filter(None, options.layouts.split(",")))
    formats = tuple(options.formats.split(","))
    generate(Order(options.out, options.count, options.seed, formats, options.clean, layouts, options.jobs))


def _evaluate(options: argparse.Namespace) -> None:
    from corpus.evaluate import evaluate

    print(evaluate(options.folder, options.keep), end="")


def _bench(options: argparse.Namespace) -> None:
    from corpus.bench import bench

    print(bench(options.count, options.seed), end="")


COMMANDS = {"generate": _generate, "evaluate": _evaluate, "bench": _bench}

if __name__ == "__main__":
    main()
