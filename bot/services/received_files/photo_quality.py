"""Whether a photo of a paper can be read: dark, blurred, small. It is advice, nothing is refused for it."""

from functools import cache
from io import BytesIO

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageOps
from pydantic import BaseModel, ConfigDict

from bot.data_files import read_toml

_WIDTH = 1000
FLAWS = ("dark", "blurred", "small", "elsewhere")
"""What may be told of a page; ``elsewhere``: the same file is in another paper of this application."""


class PageLimits(BaseModel):
    """From where on a page is said to be hard to read."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    dark: float
    blurred: float
    small: int


@cache
def page_limits() -> PageLimits:
    """Return the limits of ``data/applications/photo_quality.toml``."""
    return PageLimits.model_validate(read_toml("applications/photo_quality.toml"))


def look_at_page(content: bytes, media_type: str) -> list[str]:
    """Return what makes a photo hard to read, in the order of ``FLAWS``; nothing for a PDF or a video."""
    if not media_type.startswith("image/"):
        return []
    limits = page_limits()
    with Image.open(BytesIO(content)) as opened:
        longest = max(opened.size)
        opened.draft("L", (_WIDTH, _WIDTH))
        grey = ImageOps.contain(opened.convert("L"), (_WIDTH, _WIDTH)) if longest > _WIDTH else opened.convert("L")
        pixels = np.asarray(grey, np.float32)
    found = {
        "dark": float(pixels.mean()) < limits.dark,
        "blurred": _edges(pixels) < limits.blurred,
        "small": longest < limits.small,
    }
    return [flaw for flaw, told in found.items() if told]


def _edges(pixels: npt.NDArray[np.float32]) -> float:
    """Return the variance of the Laplacian: how sharply light changes."""
    if min(pixels.shape) < 3:
        return 0.0
    inner = pixels[1:-1, 1:-1]
    around = pixels[:-2, 1:-1] + pixels[2:, 1:-1] + pixels[1:-1, :-2] + pixels[1:-1, 2:]
    return float((around - 4 * inner).var())
