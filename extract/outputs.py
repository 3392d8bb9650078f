"""The files a run writes: checked before the work, written beside their place, and put there only when whole."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from extract.refusal import Refused
from extract.sources import Source
from extract.system_errors import reason_of
from extract.texts import say

LATER = frozenset({".parquet"})  # in the contract, not written yet


def refuse_unwritable(outputs: Sequence[Path], endings: Mapping[str, object], lang: str) -> None:
    """Refuses an output of an unknown kind, or one that could not be written when the work is done."""
    for output in outputs:
        ending = output.suffix.lower()
        if ending not in endings:
            key = "outputs.not-yet" if ending in LATER else "outputs.unknown-kind"
            raise Refused(say(lang, key, path=output, ending=ending, endings=", ".join(endings)))
        try:
            try_writing(output)
        except OSError as error:
            raise Refused(say(lang, "outputs.unwritable", path=output, detail=reason_of(error, lang))) from None


def refuse_overwriting(outputs: Sequence[Path], sources: Sequence[Source], lang: str) -> None:
    """Refuses an output that is one of the reports to read."""
    reports = {source.path.resolve() for source in sources}
    for output in outputs:
        if output.resolve() in reports:
            raise Refused(say(lang, "outputs.is-source", path=output))


def try_writing(output: Path) -> None:
    """Goes through all that writing will do, and leaves nothing; raises OSError where it cannot be done."""
    if output.exists():
        with output.open("r+b"):  # a folder, a read-only file, or one that another program holds open
            pass
    trial = beside(output)
    with trial.open("xb"):
        pass
    trial.unlink()


@contextmanager
def replacing(output: Path) -> Iterator[Path]:
    """A path to write to, which takes the output's place at the end; nothing is left of it after a failure."""
    temporary = beside(output)
    try:
        yield temporary
        if output.exists():
            shutil.copymode(output, temporary)
        temporary.replace(output.resolve())  # through a link, not over it
    finally:
        temporary.unlink(missing_ok=True)


def beside(output: Path) -> Path:
    """A hidden path in the output's own folder, so that it can be renamed into place in one step."""
    real = output.resolve()
    return real.with_name(f".{real.name}.{os.getpid()}.part")
