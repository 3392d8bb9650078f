"""What is put on a printed page: a round red stamp, a blue signature; and what printing loses of its rulings."""

from __future__ import annotations

import math
from typing import Any

import cv2
import numpy
from numpy.random import Generator
from PIL import Image, ImageDraw, ImageFont

Pixels = Any  # an array of height × width × 3, of bytes
FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf"
RADIUS = 51.0  # points: a school's stamp is 36 mm across
RED, BLUE = (205, 30, 45), (25, 40, 150)
ROUND_WORDS = "UBND PHƯỜNG TÂN AN ★ TRƯỜNG THCS MINH HỌA ★ "
SHORTEST = 40.0  # points; a stroke of no letter is as long
RULING_WIDTH = 2.5  # points


def stamped(page: Pixels, at: tuple[float, float], dpi: float, rng: Generator) -> Pixels:
    """The page with a stamp around `at` (pixels): ink that is laid on unevenly and lets black through."""
    size = round(2.3 * RADIUS * dpi / 72)
    ink = numpy.asarray(_stamp(size).rotate(float(rng.uniform(-25, 25)))).astype(numpy.float32) / 255
    patchy = cv2.resize(
        rng.uniform(0.35, 1.1, (6, 6)).astype(numpy.float32), (size, size), interpolation=cv2.INTER_CUBIC
    )
    return _inked(page, numpy.clip(ink * patchy, 0, 1), at, RED)


def _stamp(size: int) -> Image.Image:
    """The stamp's ink: two rings, words between them, a star and words in the middle."""
    image = Image.new("L", (size, size))
    draw, middle, outer = ImageDraw.Draw(image), size / 2, size / 2.3
    for radius, width in ((outer, 0.035), (outer * 0.94, 0.012), (outer * 0.66, 0.015)):
        draw.ellipse(
            [middle - radius, middle - radius, middle + radius, middle + radius],
            outline=255,
            width=max(1, round(outer * width)),
        )
    font = ImageFont.truetype(FONT, max(6, round(outer * 0.17)))
    for n, letter in enumerate(ROUND_WORDS):
        angle = 360 * n / len(ROUND_WORDS)
        glyph = Image.new("L", (size, size))
        ImageDraw.Draw(glyph).text((middle, middle - outer * 0.8), letter, 255, font, anchor="mm")
        image.paste(255, (0, 0), glyph.rotate(-angle))
    small = ImageFont.truetype(FONT, max(6, round(outer * 0.15)))
    for line, y in (("HIỆU", -0.12), ("TRƯỞNG", 0.08)):
        draw.text((middle, middle + y * outer), line, 255, small, anchor="mm")
    return image


def signed(page: Pixels, at: tuple[float, float], dpi: float, rng: Generator) -> Pixels:
    """The page with a signature around `at`: one looping stroke of a pen."""
    size = round(110 * dpi / 72)
    t = numpy.linspace(0, 1, 160)
    loops = rng.uniform(3, 6)
    x = size * (0.12 + 0.75 * t + 0.09 * numpy.sin(2 * math.pi * loops * t))
    y = size * (0.5 + 0.22 * numpy.cos(2 * math.pi * loops * t) * (1 - 0.7 * t) + 0.1 * rng.uniform(-1, 1) * t)
    ink = numpy.zeros((size, size), numpy.uint8)
    points = numpy.stack([x, y], 1).round().astype(numpy.int32)
    cv2.polylines(ink, [points], False, 255, max(2, round(1.3 * dpi / 72)), cv2.LINE_AA)
    return _inked(page, ink.astype(numpy.float32) / 255, at, BLUE)


def _inked(page: Pixels, ink: Any, at: tuple[float, float], colour: tuple[int, int, int]) -> Pixels:
    """The page with ink laid over it as a filter: what is black stays black."""
    size, (x, y) = ink.shape[0], (round(at[0] - ink.shape[1] / 2), round(at[1] - ink.shape[0] / 2))
    top, left = max(y, 0), max(x, 0)
    bottom, right = min(y + size, page.shape[0]), min(x + size, page.shape[1])
    if bottom <= top or right <= left:
        return page
    part = ink[top - y : bottom - y, left - x : right - x, None]
    through = 1 - part * (1 - numpy.asarray(colour, numpy.float32) / 255)
    out = page.copy()
    out[top:bottom, left:right] = (page[top:bottom, left:right] * through).astype(numpy.uint8)
    return out


def rulings_in(page: Pixels, dpi: float) -> Any:
    """Which pixels of a clean page are of a ruling."""
    dark = (cv2.cvtColor(page, cv2.COLOR_RGB2GRAY) < 160).astype(numpy.uint8) * 255
    length, width = round(SHORTEST * dpi / 72), round(RULING_WIDTH * dpi / 72)
    out = numpy.zeros_like(dark)
    for shape, thick in (((length, 1), (1, width + 1)), ((1, length), (width + 1, 1))):
        runs = cv2.morphologyEx(dark, cv2.MORPH_OPEN, numpy.ones(shape[::-1], numpy.uint8))
        heavy = cv2.morphologyEx(runs, cv2.MORPH_OPEN, numpy.ones(thick[::-1], numpy.uint8))
        out |= runs & ~heavy
    return out


def worn_rulings(page: Pixels, dpi: float, wear: tuple[float, float], rng: Generator) -> Pixels:
    """The page with rulings that are broken (a share of their length) and faint (a share of their darkness)."""
    broken, faint = wear
    mask = cv2.dilate(rulings_in(page, dpi), numpy.ones((3, 3), numpy.uint8)).astype(numpy.float32) / 255
    height, width = mask.shape
    loss = numpy.full((height, width), faint, numpy.float32)
    gap = 2.5 * dpi / 72  # pixels: how long a gap is
    if broken:
        spots = (rng.random((round(height / gap), round(width / gap))) < broken).astype(numpy.float32)
        loss = numpy.maximum(loss, cv2.resize(spots, (width, height), interpolation=cv2.INTER_NEAREST))
    lost = (mask * loss)[:, :, None]
    return (page + (255 - page.astype(numpy.float32)) * lost).clip(0, 255).astype(numpy.uint8)
