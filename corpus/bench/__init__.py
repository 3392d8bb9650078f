"""`python -m corpus bench`: doisoat beside what people would otherwise use, on one corpus, in one run."""

from __future__ import annotations

from corpus.bench.quick import bench

__all__ = ["bench"]
