"""Pictures of pages as the files that a scanner, a fax or a telephone makes of them."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from corpus.scans.wear import Wear

Pixels = Any  # an array of height × width, or height × width × 3, of bytes
NAMES = ("IMG_{number:04}", "IMG_{page:04}", "trang {page}", "bao cao_{page}", "20260512_08{second:04}")
MAKER = 0x010F  # of the camera, among what a picture file tells
JUNK = ("8A0 CA0 Ket qua t6 danh gi@ muc d0 chuyen ddi s6", "Ti€u ch1 | Di3m t0i da | Di€m thanh phan | Muc d6")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of the file: a picture, or the number of a page of the digital PDF that stays as it is."""

    picture: Pixels | None
    digital: int


def write_sheets(sheets: Sequence[Sheet], wear: Wear, path: Path, digital: Path) -> Path:
    """Writes the file; its path, with the ending that it has got."""
    pictures = [_image(sheet.picture) for sheet in sheets if sheet.picture is not None]
    alone = len(sheets) == len(pictures) == 1
    if wear.file == "tiff" and len(pictures) == len(sheets):
        return _tiff(pictures, wear, path.with_suffix(".tiff"))
    if wear.file == "pages":
        return _photographs(pictures, wear, path)
    if alone and wear.file in ("jpg", "png"):
        target = path.with_suffix(f".{wear.file}")
        pictures[0].save(target, quality=wear.quality, dpi=(wear.dpi, wear.dpi))
        return target
    target = path.with_suffix(".pdf")
    _pdf(pictures, wear, target)
    if len(pictures) < len(sheets):
        _mixed(sheets, target, digital)
    return target


def _image(picture: Pixels) -> Image.Image:
    return Image.fromarray(picture)


def _photographs(pictures: Sequence[Image.Image], wear: Wear, folder: Path) -> Path:
    """A JPEG for each page in a folder, named as telephones and people name them; the first of them."""
    folder.mkdir()
    rng = Random(f"{folder.name}:{wear.quality}")
    form, start = rng.choice(NAMES), rng.randint(1, 4000)
    maker = Image.Exif()
    maker[MAKER] = "Invented"
    names = [form.format(page=n, number=start + n, second=n * 7) for n in range(1, len(pictures) + 1)]
    for name, picture in zip(names, pictures, strict=True):
        picture.save(folder / f"{name}.jpg", quality=wear.quality, dpi=(72, 72), exif=maker)
    return folder / f"{names[0]}.jpg"


def _tiff(pictures: Sequence[Image.Image], wear: Wear, path: Path) -> Path:
    """All pages in one file; a fax as faxes are packed."""
    kept = [image.convert("1") for image in pictures] if wear.colour == "bits" else list(pictures)
    packed: dict[str, Any] = {"compression": "group4"} if wear.colour == "bits" else {"compression": "tiff_lzw"}
    kept[0].save(path, save_all=True, append_images=kept[1:], dpi=(wear.dpi, wear.dpi), **packed)
    return path


def _pdf(pictures: Sequence[Image.Image], wear: Wear, path: Path) -> None:
    """One picture a page, the page as large as the picture at its resolution."""
    if wear.colour == "bits" and not wear.junk:
        kept = [image.convert("1") for image in pictures]
        kept[0].save(path, save_all=True, append_images=kept[1:], resolution=wear.dpi)  # packed as faxes are
        return
    canvas = Canvas(str(path), invariant=1)
    for image in pictures:
        width, height = image.width * 72 / wear.dpi, image.height * 72 / wear.dpi
        canvas.setPageSize((width, height))
        if wear.junk:
            _hidden(canvas, height)
        canvas.drawImage(ImageReader(_packed(image, wear)), 0, 0, width, height)
        canvas.showPage()
    canvas.save()


def _packed(image: Image.Image, wear: Wear) -> io.BytesIO:
    bytes_ = io.BytesIO()
    image.save(bytes_, "jpeg", quality=wear.quality)
    bytes_.seek(0)
    return bytes_


def _hidden(canvas: Canvas, height: float) -> None:
    """Text that is not shown, read wrongly by another program."""
    words = canvas.beginText(60, height - 60)
    words.setFont("Helvetica", 11)
    words.setTextRenderMode(3)
    for n in range(40):
        words.textLine(JUNK[n % len(JUNK)])
    canvas.drawText(words)


def _mixed(sheets: Sequence[Sheet], scanned: Path, digital: Path) -> None:
    """The scanned file with digital pages among its own."""
    from pypdfium2 import PdfDocument

    whole = PdfDocument.new()
    with PdfDocument(scanned.read_bytes()) as pictures, PdfDocument(digital) as pages:
        taken = 0
        for sheet in sheets:
            if sheet.picture is None:
                whole.import_pages(pages, [sheet.digital])
            else:
                whole.import_pages(pictures, [taken])
                taken += 1
    whole.save(scanned)
    whole.close()
