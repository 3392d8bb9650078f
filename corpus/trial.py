"""The corpora that docs/ACCURACY.md is measured on."""

from __future__ import annotations

from dataclasses import dataclass

SEED = 20261205  # used for nothing else: whoever looks at its reports must take another
PICTURE_SEED = 20261206  # of scans and photos, and of reports in other forms; used for nothing else either
COUNT = 1_200
FORMATS = ("docx", "pdf", "docx-word", "pdf2", "docx-lo", "txt")
PICTURES = 32  # a page of them takes more time than a whole report in any other form
PICTURED = (
    "scan",
    "scan-hard",
    "scan",
    "photo",
    "scan",
    "scan-hard",
    "scan",
    "photo-pages",
)  # they come in turn: half of them are good scans
OTHERS = 8  # reports, each in every other form
OTHER_FORMS = (
    "doc", "odt", "rtf", "html", "xlsx", "xlsx-appendix", "docx-parts", "zip", "eml", "evidence", "evidence-zip",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Trial:
    """The corpora that the figures come from; `pictures` and `others` 0: none."""

    seed: int = SEED
    count: int = COUNT
    formats: tuple[str, ...] = FORMATS
    pictures: int = PICTURES
    others: int = OTHERS

    @property
    def picture_seed(self) -> int:
        """The seed of scans and of other forms."""
        return self.seed + PICTURE_SEED - SEED

    @property
    def command(self) -> str:
        """What makes the page again."""
        known = (
            ("--seed", self.seed, SEED), ("--count", self.count, COUNT), ("--pictures", self.pictures, PICTURES),
            ("--others", self.others, OTHERS),
        )  # fmt: skip
        options = [f" {name} {value}" for name, value, usual in known if value != usual]
        forms = "" if self.formats == FORMATS else f" --formats {','.join(self.formats)}"
        return f"python -m corpus accuracy{''.join(options)}{forms}"
