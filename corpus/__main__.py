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
    options = parser.parse_args()
    COMMANDS[options.command](options)


def _generate(options: argparse.Namespace) -> None:
    from corpus.generate import Order, generate

    layouts = tuple(filter(None, options.layouts.split(",")))
    formats = tuple(options.formats.split(","))
    generate(Order(options.out, options.count, options.seed, formats, options.clean, layouts, options.jobs))


COMMANDS = {"generate": _generate}

if __name__ == "__main__":
    main()
