"""Pictures made on the spot."""

import io

from PIL import Image


def picture(width: int = 2000, height: int = 1000, kind: str = "PNG") -> bytes:
    """Return one plain picture of this size in pixels."""
    out = io.BytesIO()
    Image.new("RGB", (width, height), (20, 120, 160)).save(out, kind)
    return out.getvalue()
