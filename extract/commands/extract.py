"""`doisoat extract`: the same reading as `check`, but writes the scores that were read."""

from __future__ import annotations

from extract.batch import run as run_batch
from extract.options import Options
from extract.views import SCORES


def run(options: Options) -> int:
    """Runs the command."""
    return run_batch(options, SCORES)
