"""Teaches the network that tells the signs of figures in scans, and says how well it does on fonts left out.

The network in `parsers/data/digits.npz` is what this writes with the fonts of the Debian packages fonts-dejavu,
fonts-liberation, fonts-opensymbol, fonts-urw-base35, fonts-freefont-ttf, fonts-croscore, fonts-crosextra-carlito,
fonts-crosextra-caladea, fonts-linuxlibertine, fonts-texgyre, fonts-lato, fonts-open-sans and fonts-roboto.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import islice, repeat
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus.digits.worn import signs, texts, usual_fonts
from parsers.scanned_figures import SIGNS
from parsers.scanned_signs import HIGH, WIDE

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    Floats = NDArray[numpy.float32]
    Net = list[Floats]  # weights and offsets of both layers

COUNT, HIDDEN, ROUNDS, BATCH = 200_000, 160, 12, 256
PART = 5_000  # signs drawn at a time, each part from a seed of its own
FASTEST = 2e-3  # the first rate of learning; falls to nothing along half a cosine
SMOOTH = 0.004  # of the right answer is given to the others, so that no answer is ever believed wholly
SYSTEM = Path("/usr/share/fonts")
LEFT_OUT = ("LiberationSerif", "DejaVuSans", "Tinos", "Arimo")  # the fonts of our own corpus and their likes


def main() -> None:
    """Teaches with all fonts but those left out, and says how many of their signs are told right; then with all."""
    import numpy

    parser = argparse.ArgumentParser(prog="python -m corpus.digits", description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--fonts", type=Path, action="append", default=[SYSTEM], help="a folder of fonts; repeatable")
    parser.add_argument("--count", type=int, default=COUNT)
    options = parser.parse_args()
    fonts = usual_fonts(options.fonts)
    seen, answers, drawn_in = drawn(options.count, fonts)
    unknown = numpy.array([font.name.startswith(LEFT_OUT) for font in fonts])[drawn_in]
    tell(taught(seen[~unknown], answers[~unknown]), seen[unknown], answers[unknown])
    store(taught(seen, answers), options.out)


def drawn(count: int, fonts: Sequence[Path]) -> tuple[Floats, Any, Any]:
    """So many signs as the network sees them, the right answers, and the number of each one's font."""
    import numpy

    with ProcessPoolExecutor() as workers:
        parts = list(workers.map(_part, range(max(count // PART, 1)), repeat(fonts)))
    return (
        numpy.concatenate([seen for seen, _, _ in parts]),
        numpy.concatenate([answers for _, answers, _ in parts]),
        numpy.concatenate([numbers for _, _, numbers in parts]),
    )


def _part(seed: int, fonts: Sequence[Path]) -> tuple[Floats, Any, Any]:
    import numpy

    found = list(islice(signs(texts(seed, fonts)), PART))
    rows = [numpy.append(one.ink.ravel(), min(one.shape, 2.0)) for one in found]
    seen = numpy.stack(rows).astype(numpy.float32)
    return seen, numpy.array([one.answer for one in found]), numpy.array([one.font for one in found])


def taught(seen: Floats, answers: Any) -> Net:
    """A network of one hidden layer, taught by Adam (Kingma and Ba, 2015) with shifted pictures."""
    import numpy

    chance = numpy.random.default_rng(0)
    sizes = ((seen.shape[1], HIDDEN), (HIDDEN, len(SIGNS) + 1))
    net: Net = []
    for rows, columns in sizes:
        net.append(chance.normal(0, (2 / rows) ** 0.5, (rows, columns)).astype(numpy.float32))
        net.append(numpy.zeros(columns, numpy.float32))
    first, second = [numpy.zeros_like(part) for part in net], [numpy.zeros_like(part) for part in net]
    steps = ROUNDS * (len(seen) // BATCH)
    for step in range(1, steps + 1):
        some = chance.integers(0, len(seen), BATCH)
        slopes = slopes_of(net, shifted(seen[some], chance), answers[some])
        rate = FASTEST * 0.5 * (1 + numpy.cos(numpy.pi * step / steps))
        for n, slope in enumerate(slopes):
            first[n] = 0.9 * first[n] + 0.1 * slope
            second[n] = 0.999 * second[n] + 0.001 * slope * slope
            mean, square = first[n] / (1 - 0.9**step), second[n] / (1 - 0.999**step)
            net[n] -= rate * mean / (numpy.sqrt(square) + 1e-8)
    return net


def shifted(seen: Floats, chance: Any) -> Floats:
    """Pictures moved by a pixel or none: where a sign is cut is never sure to the pixel."""
    import numpy

    pictures = seen[:, :-1].reshape(-1, HIGH, WIDE)
    pictures = numpy.roll(pictures, tuple(chance.integers(-1, 2, 2)), (1, 2))
    return numpy.concatenate([pictures.reshape(len(seen), -1), seen[:, -1:]], axis=1)


def answers_of(net: Net, seen: Floats) -> tuple[Floats, Floats]:
    """What the hidden layer holds, and how likely each answer is."""
    import numpy

    hidden = numpy.maximum(seen @ net[0] + net[1], 0)
    raw = hidden @ net[2] + net[3]
    grown = numpy.exp(raw - raw.max(axis=1, keepdims=True))
    return hidden, grown / grown.sum(axis=1, keepdims=True)


def slopes_of(net: Net, seen: Floats, answers: Any) -> Net:
    """How the error grows with each weight."""
    import numpy

    hidden, slope = answers_of(net, seen)
    slope = slope - SMOOTH / slope.shape[1]
    slope[numpy.arange(len(seen)), answers] -= 1 - SMOOTH
    slope = slope / len(seen)
    back = (slope @ net[2].T) * (hidden > 0)
    return [seen.T @ back + 1e-5 * net[0], back.sum(axis=0), hidden.T @ slope, slope.sum(axis=0)]


def tell(net: Net, seen: Floats, answers: Any) -> None:
    """Prints how many signs of fonts left out are told right, and whether the probabilities hold."""
    _, told = answers_of(net, seen)
    best, sure, right = told.argmax(axis=1), told.max(axis=1), told.argmax(axis=1) == answers
    digits = answers < 10
    mixed = digits & ~right & (best < 10)
    print(f"digits right {right[digits].mean():.4f}, taken for another digit {mixed.sum() / digits.sum():.4f}")
    for low, high in ((0.0, 0.8), (0.8, 0.9), (0.9, 0.95), (0.95, 0.99), (0.99, 1.01)):
        inside = (sure >= low) & (sure < high)
        if inside.any():
            print(f"told with {low:.2f} to {min(high, 1.0):.2f}: {inside.sum()}, right {right[inside].mean():.4f}")


def store(net: Net, path: Path) -> None:
    """Writes the network, rounded to sixteen bits a weight."""
    import numpy

    halves = [part.astype(numpy.float16) for part in net]
    numpy.savez(path, w1=halves[0], b1=halves[1], w2=halves[2], b2=halves[3])


if __name__ == "__main__":
    main()
