"""The corpus that docs/ACCURACY.md is measured on."""

from __future__ import annotations

from dataclasses import dataclass

SEED = 20261125  # used for nothing else: whoever looks at its reports must take another
COUNT = 1_200
FORMATS = ("docx", "pdf", "docx-word", "pdf2", "docx-lo", "txt")


@dataclass(frozen=True, slots=True)
class Trial:
    """The corpus that the figures come from."""

    seed: int = SEED
    count: int = COUNT
    formats: tuple[str, ...] = FORMATS

    @property
    def command(self) -> str:
        """What makes the page again."""
        changed = (("--seed", self.seed, SEED), ("--count", self.count, COUNT))
        options = [f" {name} {value}" for name, value, usual in changed if value != usual]
        forms = "" if self.formats == FORMATS else f" --formats {','.join(self.formats)}"
        return f"python -m corpus accuracy{''.join(options)}{forms}"
