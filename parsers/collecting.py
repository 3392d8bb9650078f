"""The search for cycles put off while many objects are made that hold none."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collecting_paused() -> Iterator[None]:
    """No garbage collection meanwhile: a document's records hold no cycles, and the searches that they set off are a
    third of the time to read a DOCX (`python -m corpus bench`).

    What was made counts as old afterwards, so that no search is owed either; who reads thousands of files collects
    now and then.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.freeze()  # freeze and unfreeze: moved to the oldest generation unsearched
            gc.unfreeze()
            gc.enable()
