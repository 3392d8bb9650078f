"""A page of a PDF as a picture, drawn by PDFium at the resolution that its own pictures have."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium

from parsers.pdfium import Page
from parsers.raster.picture import POINTS, RawPicture, without_colour

COARSEST, FINEST = 150.0, 300.0  # pixels an inch; below, Tesseract loses diacritics; above, it only takes longer
MAX_OBJECTS = 2_000  # looked at for pictures
MAX_PIXELS = 40_000_000  # of a drawn page; A3 at 300 dpi has 17 million


def picture_dpi(page: Page) -> float:
    """The resolution to draw the page at: that of its largest picture, within what is worth reading."""
    best = max(_pictures(page), default=(0.0, FINEST))
    return min(max(best[1], COARSEST), FINEST)


def _pictures(page: Page) -> Iterator[tuple[float, float]]:
    """Of each picture on the page: its area and how many pixels an inch it has."""
    for index in range(min(int(pdfium.FPDFPage_CountObjects(page.handle)), MAX_OBJECTS)):
        thing = pdfium.FPDFPage_GetObject(page.handle, index)
        if pdfium.FPDFPageObj_GetType(thing) != pdfium.FPDF_PAGEOBJ_IMAGE:
            continue
        facts = pdfium.FPDF_IMAGEOBJ_METADATA()
        left, bottom, right, top = (ctypes.c_float() for _ in range(4))
        pdfium.FPDFPageObj_GetBounds(thing, left, bottom, right, top)
        if pdfium.FPDFImageObj_GetImageMetadata(thing, page.handle, facts) and facts.horizontal_dpi > 0:
            yield (right.value - left.value) * (top.value - bottom.value), facts.horizontal_dpi


def rendered(page: Page, dpi: float) -> RawPicture:
    """The open page as it is shown, in colour."""
    import numpy

    wide, high = pdfium.FPDF_GetPageWidthF(page.handle), pdfium.FPDF_GetPageHeightF(page.handle)
    dpi = min(dpi, POINTS * (MAX_PIXELS / max(wide * high, 1.0)) ** 0.5)
    width, height = max(round(wide * dpi / POINTS), 1), max(round(high * dpi / POINTS), 1)
    pixels = numpy.full((height, width, 3), 255, numpy.uint8)
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_BGR, _address(pixels), width * 3)
    try:
        pdfium.FPDF_RenderPageBitmap(
            bitmap, page.handle, 0, 0, width, height, 0, pdfium.FPDF_ANNOT | pdfium.FPDF_REVERSE_BYTE_ORDER
        )
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    return RawPicture(without_colour(pixels), width * POINTS / wide)


def _address(pixels: Any) -> ctypes.c_void_p:
    return ctypes.c_void_p(pixels.ctypes.data)
