"""What light, lens and sensor do to a picture of a page: paper's tone, uneven light, shadow, blur, noise, specks."""

from __future__ import annotations

from typing import Any

import cv2
import numpy
from numpy.random import Generator

from corpus.scans.wear import Wear

Pixels = Any  # an array of height × width × 3, of bytes
WARM = (1.0, 0.985, 0.95)  # of red, green and blue under a lamp
FAX = 150  # of 255; darker is black


def toned(page: Pixels, wear: Wear) -> Pixels:
    """Ink no longer black, paper no longer white."""
    scale = (wear.paper - wear.ink) / 255.0
    table = numpy.clip(numpy.arange(256) * scale + wear.ink, 0, 255).astype(numpy.uint8)
    return cv2.LUT(page, table)


def ground_of(wear: Wear, size: tuple[int, int], rng: Generator) -> Pixels:
    """What is seen around the page: a scanner's white or black lid, or a desk."""
    width, height = size
    if not wear.desk:
        return numpy.full((height, width, 3), 30 if rng.random() < 0.15 else wear.paper, numpy.uint8)
    tone = rng.choice([(120, 84, 55), (70, 60, 58), (150, 150, 145), (95, 110, 120), (170, 140, 105)])
    grain = cv2.resize(rng.normal(0, 14, (height // 3 + 1, 12)).astype(numpy.float32), (width, height))
    return (numpy.asarray(tone, numpy.float32) + grain[:, :, None]).clip(0, 255).astype(numpy.uint8)


def lit(picture: Pixels, wear: Wear, rng: Generator) -> Pixels:
    """The picture under uneven light and a shadow's soft edge."""
    height, width = picture.shape[:2]
    light = numpy.ones((height, width), numpy.float32)
    if wear.uneven:
        coarse = cv2.GaussianBlur(rng.uniform(0, 1, (5, 4)).astype(numpy.float32), (3, 3), 0)
        coarse = (coarse - coarse.min()) / max(float(coarse.max() - coarse.min()), 1e-6)
        light -= wear.uneven * cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC)
    if wear.shadow:
        angle, edge = rng.uniform(0, 6.28), rng.uniform(-0.2, 0.2)
        ys, xs = numpy.mgrid[0:height, 0:width].astype(numpy.float32)
        side = (xs / width - 0.5) * numpy.cos(angle) + (ys / height - 0.5) * numpy.sin(angle) - edge
        light *= 1 - wear.shadow / (1 + numpy.exp(-side / rng.uniform(0.008, 0.06)))
    if not (wear.uneven or wear.shadow):
        return picture
    tint = numpy.asarray(WARM if wear.desk else (1, 1, 1), numpy.float32)
    return (picture * light[:, :, None] * tint).clip(0, 255).astype(numpy.uint8)


def taken(picture: Pixels, wear: Wear, rng: Generator) -> Pixels:
    """The picture as lens and sensor give it."""
    if wear.blur:
        picture = cv2.GaussianBlur(picture, (0, 0), wear.blur)
    height, width = picture.shape[:2]
    if wear.noise:
        grain = rng.normal(0, wear.noise, (height, width, 1)).astype(numpy.float32)
        picture = (picture + grain).clip(0, 255).astype(numpy.uint8)
    for _ in range(wear.specks):
        at = (int(rng.integers(width)), int(rng.integers(height)))
        cv2.circle(picture, at, int(rng.integers(1, max(2, wear.dpi // 100))), (60, 60, 60), -1)
    return picture


def coloured(picture: Pixels, wear: Wear) -> Pixels:
    """As the file keeps it: colour, grey, or one bit (0 and 255)."""
    if wear.colour == "colour":
        return picture
    grey = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY)
    return grey if wear.colour == "grey" else numpy.where(grey < FAX, 0, 255).astype(numpy.uint8)
