"""What happens to a printed report on its way through a scanner or a camera: drawn by lot, at three levels."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

KINDS = ("scan", "scan-hard", "photo", "photo-pages")  # the last: a folder with a JPEG for each page


@dataclass(frozen=True, slots=True)
class Wear:
    """One report's wear. Lengths in points, angles in degrees; `colour` is `colour`, `grey` or `bits` (a fax)."""

    dpi: int = 200
    colour: str = "grey"
    quality: int = 75  # of JPEG
    skew: float = 0.0  # at most so much either way
    noise: float = 0.0  # standard deviation of 255
    blur: float = 0.0  # standard deviation in pixels
    specks: int = 0  # on a page
    uneven: float = 0.0  # share of light that the darkest place has lost
    paper: int = 255  # how white paper is
    ink: int = 0  # how dark ink is
    stamp: bool = False
    table_stamp: bool = False
    signature: bool = False
    broken: float = 0.0  # share of each ruling's length that is not there
    faint: float = 0.0  # how much of rulings' darkness is lost
    turns: tuple[int, ...] = (0,)  # quarter turns clockwise that pages may have
    desk: bool = False  # a photo: page on a desk, seen aslant
    aslant: float = 0.0  # how far a corner may move, as a share of the page's width
    curl: float = 0.0
    shadow: float = 0.0
    digital: float = 0.0  # share of pages that stay digital
    junk: bool = False  # a hidden layer of wrong text lies under the picture
    file: str = "pdf"  # or `tiff`, `pages`: a folder of JPEG; a report of one page also `jpg`, `png`

    @property
    def features(self) -> tuple[str, ...]:
        """What is unusual about it, for the lists of what went wrong."""
        flags = {
            f"dpi={self.dpi}": True, f"colour={self.colour}": True, f"file={self.file}": True, "stamp": self.stamp,
            "table-stamp": self.table_stamp, "signature": self.signature, "broken-rulings": self.broken > 0,
            "faint-rulings": self.faint > 0, "turned": self.turns != (0,), "curl": self.curl > 0,
            "uneven": self.uneven > 0, "shadow": self.shadow > 0, "mixed": self.digital > 0, "junk-layer": self.junk,
        }  # fmt: skip
        return tuple(name for name, on in flags.items() if on)


def wear_of(kind: str, rng: Random) -> Wear:
    """The wear of one report."""
    return {"scan": _office, "scan-hard": _hard, "photo": _photo, "photo-pages": _photo_pages}[kind](rng)


def _office(rng: Random) -> Wear:
    """A good office scanner: little skew, some noise, JPEG."""
    return Wear(
        dpi=rng.choice((150, 200, 200, 300, 300)),
        colour=rng.choice(("grey", "grey", "colour")),
        quality=rng.randint(45, 80),
        skew=rng.choice((0.0, 0.5, 1.0)),
        noise=rng.uniform(0, 10),
        blur=rng.uniform(0.3, 0.8),
        specks=rng.choice((0, 0, 30)),
        paper=rng.randint(238, 255),
        ink=rng.randint(0, 50),
        file=rng.choice(("pdf",) * 7 + ("tiff",)),
    )


def _hard(rng: Random) -> Wear:
    """An old scanner, a stamped and signed report, a fax, pages put in the wrong way round."""
    bits = rng.random() < 0.2
    return Wear(
        dpi=rng.choice((200, 300) if bits else (150, 200, 200, 300)),
        colour="bits" if bits else rng.choice(("colour", "colour", "grey")),
        quality=rng.randint(45, 80),
        skew=rng.choice((1.0, 2.0, 3.0)),
        noise=rng.uniform(2, 14),
        blur=rng.uniform(0.4, 1.0),
        specks=rng.choice((0, 60, 200)),
        uneven=0.0 if bits else rng.choice((0.0, 0.15, 0.35)),
        paper=rng.randint(215, 250),
        ink=rng.randint(10, 50 if bits else 80),
        stamp=rng.random() < 0.7,
        table_stamp=rng.random() < 0.35,
        signature=rng.random() < 0.7,
        broken=rng.choice((0.0, 0.0, 0.04, 0.12)),
        faint=0.0 if bits else rng.choice((0.0, 0.0, 0.3, 0.55)),  # a fax would leave nothing of them
        turns=rng.choice(((0,), (0,), (0, 2), (2,), (1,), (3,), (0, 1))),
        curl=rng.choice((0.0, 0.0, 0.0, 3.0)),
        digital=rng.choice((0.0, 0.0, 0.0, 0.4)),
        junk=rng.random() < 0.15,
        file=rng.choice(("pdf",) * 6 + ("tiff", "png", "jpg")),
    )


def _photo(rng: Random) -> Wear:
    """Taken with a telephone: aslant, in a shadow, slightly curled, on a desk."""
    return Wear(
        dpi=rng.choice((200, 220, 250)),
        colour="colour",
        quality=rng.randint(60, 88),
        skew=4.0,
        noise=rng.uniform(2, 8),
        blur=rng.uniform(0.5, 1.1),
        uneven=rng.uniform(0.1, 0.4),
        paper=rng.randint(215, 245),
        ink=rng.randint(15, 70),
        stamp=rng.random() < 0.5,
        table_stamp=rng.random() < 0.15,
        signature=rng.random() < 0.5,
        turns=rng.choice(((0,), (0,), (0,), (1,), (3,), (2,))),
        desk=True,
        aslant=rng.choice((0.02, 0.05, 0.08)),
        curl=rng.choice((0.0, 2.0, 5.0)),
        shadow=rng.choice((0.0, 0.25, 0.45)),
        file=rng.choice(("pdf", "pdf", "pdf", "tiff")),
    )


def _photo_pages(rng: Random) -> Wear:
    """The same, as the telephone keeps them."""
    return replace(_photo(rng), file="pages")
