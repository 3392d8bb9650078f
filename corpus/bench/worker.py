"""A process of its own for one contestant: `python -m corpus.bench.worker NAME`, a request a line, an answer a line.

A request is the JSON list of files to read; the answer has, for each, CPU and wall seconds and (when asked for) the
tables. The first request warms up, so that imports are not in the figures. What a library prints goes elsewhere.
"""

from __future__ import annotations

import json
import logging
import os
import sys
import warnings
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

from corpus.bench.peers import CONTESTANTS, Table


def main(name: str) -> None:
    """Answers requests until there are none."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    for line in sys.stdin:
        request = json.loads(line)
        read = [_timed(CONTESTANTS[name], Path(file), request["tables"]) for file in request["files"]]
        print(json.dumps(read, ensure_ascii=False), file=answers, flush=True)


def _timed(reader: Callable[[Path], list[Table]], path: Path, with_tables: bool) -> dict[str, Any]:
    """The times of reading one file; a library that fails on it has read no table."""
    failed = ""
    cpu, wall = process_time(), perf_counter()
    try:
        tables = reader(path)
    except Exception as error:  # whatever a library raises, it is a file that it cannot read
        tables, failed = [], f"{type(error).__name__}: {error}"[:200]
    taken = {"cpu": process_time() - cpu, "wall": perf_counter() - wall, "failed": failed}
    return {**taken, "tables": tables} if with_tables else taken


if __name__ == "__main__":
    main(sys.argv[1])
