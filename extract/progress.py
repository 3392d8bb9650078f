"""A progress bar on a terminal, with the name of the file in work; silent elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence

from extract.outcome import Outcome
from extract.sources import Source

LONGEST_NAME = 40  # characters; a longer name would push the bar off the line


def watched(outcomes: Iterable[Outcome], sources: Sequence[Source], quiet: bool) -> Iterator[Outcome]:
    """The same outcomes, with a bar while they come if a person looks on."""
    if quiet or not sys.stderr.isatty():
        yield from outcomes
        return
    from rich.console import Console
    from rich.markup import escape
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}"))
    names = [escape(short(source.name)) for source in sources]
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(names[0], total=len(names))
        for done, outcome in enumerate(outcomes, start=1):
            progress.update(task, completed=done, description=names[min(done, len(names) - 1)])
            yield outcome


def short(name: str) -> str:
    """The end of a name, which tells files apart better than its beginning."""
    return name if len(name) <= LONGEST_NAME else "…" + name[1 - LONGEST_NAME :]
