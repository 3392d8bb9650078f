"""`python -m corpus generate|evaluate|pictures|accuracy|compare|golden|bench|opening`."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

ACCURACY = Path(__file__).parent.parent / "docs" / "ACCURACY.md"
WRITERS = (".md", ".html")


def main() -> None:
    """Runs one command."""
    parser = argparse.ArgumentParser(prog="python -m corpus", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, (told, arguments, run) in COMMANDS.items():
        command = commands.add_parser(name, help=told, description=told)
        arguments(command)
        command.set_defaults(run=run)
    options = parser.parse_args()
    options.run(options)


def _generate_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument("out", type=Path)
    command.add_argument("--count", type=int, default=60)
    command.add_argument("--seed", type=int, default=1)
    formats = (
        "docx, docx-word, docx-lo, pdf, pdf2, txt, doc, odt, rtf, html, xlsx, xlsx-appendix, "
        "docx-parts, scan, scan-hard, photo, photo-pages"
    )
    command.add_argument("--formats", default="docx", help=f"comma list of {formats}")
    command.add_argument("--layouts", default="", help="comma list of layout functions; default all")
    command.add_argument("--clean", action="store_true", help="no mistakes at all")
    command.add_argument("--jobs", type=int, default=2)


def _generate(options: argparse.Namespace) -> None:
    from corpus.generate import Order, generate

    layouts = tuple(filter(None, options.layouts.split(",")))
    formats = tuple(options.formats.split(","))
    generate(Order(options.out, options.count, options.seed, formats, options.clean, layouts, options.jobs))


def _evaluate_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument("folder", type=Path)
    command.add_argument(
        "-o", "--output", type=Path, action="append", default=[], help="a .md or .html file; may be given twice"
    )
    command.add_argument("--keep", type=Path, help="every report that something went wrong with is put here")


def _evaluate(options: argparse.Namespace) -> None:
    from corpus.contents import contents, summary
    from corpus.evaluate import evaluate
    from corpus.html import html
    from corpus.markdown import markdown

    if wrong := [path for path in options.output if path.suffix not in WRITERS]:
        raise SystemExit(f"{wrong[0]}: an evaluation is written as {' or '.join(WRITERS)}")
    outcome = evaluate(options.folder, options.keep)
    for path in options.output:
        write = html if path.suffix == ".html" else markdown
        path.write_text(write(contents(outcome)), encoding="utf-8")
    print(markdown([summary(outcome)] if options.output else contents(outcome)), end="")


def _accuracy_arguments(command: argparse.ArgumentParser) -> None:
    from corpus.trial import COUNT, FORMATS, OTHERS, PICTURES, SEED

    command.add_argument("-o", "--output", type=Path, default=ACCURACY, help="default: docs/ACCURACY.md")
    command.add_argument("--count", type=int, default=COUNT)
    command.add_argument("--seed", type=int, default=SEED, help="the default is used for nothing else")
    command.add_argument("--formats", default=",".join(FORMATS))
    command.add_argument("--pictures", type=int, default=PICTURES, help="scans and photos; 0: none")
    command.add_argument("--others", type=int, default=OTHERS, help="reports in each other form; 0: none")
    command.add_argument("--keep", type=Path, help="every report that something went wrong with is put here")


def _accuracy(options: argparse.Namespace) -> None:
    from corpus.accuracy import accuracy, write
    from corpus.trial import Trial

    formats = tuple(options.formats.split(","))
    trial = Trial(options.seed, options.count, formats, options.pictures, options.others)
    write(accuracy(trial, options.keep), options.output)


def _compare_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument("old", type=Path, help="a discrepancy table (.csv), or a folder of them")
    command.add_argument("new", type=Path)


def _compare(options: argparse.Namespace) -> None:
    from corpus.compare import compare

    text, differs = compare(options.old, options.new)
    print(text, end="")
    raise SystemExit(int(differs))


def _pictures_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument("folder", type=Path, help="a corpus with formats scan, scan-hard, photo or photo-pages")
    command.add_argument("--wrong", action="store_true", help="names every page that is not exactly right")


def _pictures(options: argparse.Namespace) -> None:
    from corpus.scans.judge import judge, told, wrong

    pages = list(judge(options.folder))
    print(told(pages) + ("\n" + wrong(pages) if options.wrong else ""), end="")


def _golden_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument("--write", action="store_true", help="takes what the program says now as right")


def _golden(options: argparse.Namespace) -> None:
    from corpus.golden import golden

    text, differs = golden(write=options.write)
    print(text, end="")
    raise SystemExit(int(differs and not options.write))


def _bench_arguments(command: argparse.ArgumentParser) -> None:
    from corpus.bench.command import arguments

    arguments(command)


def _bench(options: argparse.Namespace) -> None:
    from corpus.bench.command import run

    run(options)


def _opening_arguments(command: argparse.ArgumentParser) -> None:
    from corpus.bench.opening import arguments

    arguments(command)


def _opening(options: argparse.Namespace) -> None:
    from corpus.bench.opening import run

    run(options)


Command = tuple[str, Callable[[argparse.ArgumentParser], None], Callable[[argparse.Namespace], None]]
COMMANDS: dict[str, Command] = {
    "generate": ("invented reports with their truth", _generate_arguments, _generate),
    "evaluate": ("runs the program on a corpus and compares with its truth", _evaluate_arguments, _evaluate),
    "accuracy": ("writes docs/ACCURACY.md from a corpus of its own", _accuracy_arguments, _accuracy),
    "compare": ("findings new, gone and moved between two tables; exit 1 when any is", _compare_arguments, _compare),
    "pictures": (
        "how well scanned pages are set straight and their tables' lines found",
        _pictures_arguments,
        _pictures,
    ),
    "golden": ("how the samples' golden files differ from what the program says", _golden_arguments, _golden),
    "bench": ("writes docs/BENCHMARK.md: time, tables and memory beside the usual libraries", _bench_arguments, _bench),
    "opening": ("how soon a page of some 2,000 findings is there in a browser", _opening_arguments, _opening),
}

if __name__ == "__main__":
    main()
