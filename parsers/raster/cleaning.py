"""From a page's picture as it came to a clean page: the chain of steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parsers.raster.erasing import erased
from parsers.raster.inks import without_stamps
from parsers.raster.light import evened, stretched, trimmed
from parsers.raster.outline import outline_of
from parsers.raster.picture import AskTurn, PagePicture, RawPicture
from parsers.raster.placing import is_cut_off, leant, page_of, scaled, turned, whole, within
from parsers.raster.ruled import rulings_of
from parsers.raster.runs import runs_of
from parsers.raster.skew import skew_of
from parsers.raster.straightening import bend_of, flattened, way_through
from parsers.raster.turning import turn_of

if TYPE_CHECKING:
    from parsers.raster.picture import Grey

STRAIGHT = 0.03  # degrees; a page that leans less is left as it is
FINEST = 300.0  # pixels an inch; more takes longer and reads no better
LOOKED_AT = 110.0  # pixels an inch at which it is seen how a page lies


def cleaned(raw: RawPicture, ask: AskTurn | None = None, up: int | None = None) -> PagePicture:
    """The page upright, straight, evenly lit, with its rulings; `ask` tells which way is up where it is not clear, and
    `up`, in quarter turns clockwise, where that is known."""
    corners = outline_of(raw.pixels) if raw.photo is not False else None
    if corners and is_cut_off(corners, raw.pixels.shape[1], raw.pixels.shape[0]):
        corners = None
    grey = stretched(evened(without_stamps(raw.pixels, raw.dpi), raw.dpi))
    lie = within(corners) if corners else whole(grey.shape[1], grey.shape[0], raw.dpi)
    lie = scaled(lie, FINEST) if lie.dpi > FINEST * 1.02 else lie
    turn, sure = (up, True) if up is not None else turn_of(page_of(grey, scaled(lie, LOOKED_AT)), LOOKED_AT, ask)
    lie = turned(lie, turn)
    skew = skew_of(page_of(grey, scaled(lie, LOOKED_AT)), LOOKED_AT)
    lie = leant(lie, skew) if abs(skew) > STRAIGHT else lie
    page = trimmed(page_of(grey, lie), lie.dpi)
    runs = runs_of(page, lie.dpi)
    bend = bend_of(runs, lie)
    if bend is not None:
        page = trimmed(flattened(grey, lie, bend), lie.dpi)
        runs = runs_of(page, lie.dpi)
    return PagePicture(
        grey=page,
        dpi=lie.dpi,
        rulings=rulings_of(runs),
        way=way_through(lie, bend, raw.dpi),
        turn=turn,
        skew=skew,
        doubts=() if sure else ("turn",),
    )


def without_rulings(picture: PagePicture) -> Grey:
    """The cleaned page with paper where its rulings are, for reading its words."""
    return erased(picture.grey, picture.rulings, picture.dpi)
