"""The findings as one HTML file that needs no network: filters, pictures, the table as read beside each.

What is looked at first comes first in the file: counts, filters and the findings' sentences. Tables and pictures,
nearly all of its bytes, follow as text that a browser passes over, until a finding is opened.
"""

from __future__ import annotations

import base64
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from extract.outcome import Outcome
from extract.outputs import replacing
from extract.page_cards import Shown, section_of, shown_of
from extract.page_frame import Counts, foot, head
from extract.page_markup import tag
from extract.page_table import table_of
from extract.texts import say
from extract.views import Style, View

IN_MEMORY = 8 * 1024 * 1024  # bytes held in memory before they go to a temporary file


@contextmanager
def page(output: Path, view: View, style: Style) -> Iterator[Callable[[Outcome], None]]:
    """Takes outcomes one by one into two temporary files, of sentences and of what is behind them."""
    del view  # only findings have a page
    counts = Counts()
    with replacing(output) as temporary, _spool() as sections, _spool() as behind:

        def add(outcome: Outcome) -> None:
            report = shown_of(counts.add(outcome), outcome)
            if outcome.findings or (outcome.exhibit and outcome.exhibit.loose):
                sections.write(section_of(report, style) + "\n")
                _write_behind(behind, report, style)

        yield add
        with temporary.open("x", encoding="utf-8", newline="\n") as file:
            file.write(head(counts, style.lang))
            _pour(sections, file)
            file.write(foot(counts, style.lang))
            _pour(behind, file)
            file.write("</body>\n</html>\n")


def _spool() -> IO[str]:
    return tempfile.SpooledTemporaryFile(IN_MEMORY, "w+", encoding="utf-8", newline="\n")


def _pour(source: IO[str], target: IO[str]) -> None:
    source.seek(0)
    shutil.copyfileobj(source, target)


def _write_behind(file: IO[str], report: Shown, style: Style) -> None:
    """The report's table, its pictures, and why there are none."""
    if report.rows:
        file.write(tag("script", table_of(report.rows, style), type="text/html", id=f"t{report.number}") + "\n")
    exhibit = report.outcome.exhibit
    if exhibit is None:
        return
    if exhibit.why_not:
        why = say(style.lang, f"page.why-not.{exhibit.why_not}", **exhibit.facts)
        file.write(tag("template", tag("p", why), id=f"w{report.number}") + "\n")
    for number, picture in enumerate(exhibit.pictures):
        key = "page.laid-out" if picture.laid_out else "page.on-page"
        caption = f"{picture.file}: " * bool(picture.file) + say(style.lang, key, page=picture.page)
        bytes_ = base64.b64encode(picture.data["webp"]).decode("ascii")
        written = tag(
            "script",
            bytes_,
            type="text/plain",
            id=f"p{report.number}-{number}",
            data_caption=caption,
            data_width=str(picture.width),
            data_height=str(picture.height),
        )
        file.write(written + "\n")
