"""Pictures made smaller, quickly: by halves as long as possible, which costs little, and the rest between pixels."""

from __future__ import annotations

from typing import Any


def reduced(picture: Any, share: float) -> Any:
    """The picture at a share (at most 1) of its size; thin strokes keep their weight but for the last step."""
    import cv2

    size = (max(round(picture.shape[1] * share), 1), max(round(picture.shape[0] * share), 1))
    while picture.shape[1] >= 2 * size[0] and picture.shape[0] >= 2 * size[1]:
        picture = cv2.resize(picture[: picture.shape[0] // 2 * 2, : picture.shape[1] // 2 * 2], None, fx=0.5, fy=0.5,
                             interpolation=cv2.INTER_AREA)  # fmt: skip
    if picture.shape[:2] == size[::-1]:
        return picture
    return cv2.resize(picture, size, interpolation=cv2.INTER_LINEAR)
