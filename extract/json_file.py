"""The table as JSON, with the whole structured report of every file beside it."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from extract import __version__
from extract.outcome import Outcome
from extract.outputs import replacing
from extract.structure import plain, structure_of
from extract.views import Style, View, rows_in

IN_MEMORY = 8 * 1024 * 1024  # bytes of reports held in memory before they go to a temporary file


@contextmanager
def json_file(output: Path, view: View, style: Style) -> Iterator[Callable[[Outcome], None]]:
    """Takes outcomes one by one: rows go to the file at once, reports to a temporary one that is added at the end."""
    with (
        replacing(output) as temporary,
        temporary.open("x", encoding="utf-8", newline="\n") as file,
        tempfile.SpooledTemporaryFile(IN_MEMORY, "w+", encoding="utf-8") as reports,
    ):
        rows_written = Elements(file)
        reports_written = Elements(reports)
        file.write(f'{{"program": "doisoat {__version__}", "{view.name}": [')

        def add(outcome: Outcome) -> None:
            for row in rows_in(view, outcome, style):
                rows_written.add(plain(row._asdict(), style.mask))
            reports_written.add(structure_of(outcome, style))

        yield add
        file.write('\n], "reports": [')
        reports.seek(0)
        shutil.copyfileobj(reports, file)
        file.write("\n]}\n")


class Elements:
    """Writes the elements of a JSON array, one a line."""

    def __init__(self, file: IO[str]) -> None:
        self.file = file
        self.between = "\n"

    def add(self, element: object) -> None:
        """Writes one element after those before it."""
        self.file.write(self.between + json.dumps(element, ensure_ascii=False))
        self.between = ",\n"
