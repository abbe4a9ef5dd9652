"""Small real files for uploads: pictures and a one-page PDF."""

import io

from PIL import Image


def picture(color: tuple[int, int, int], size: tuple[int, int] = (320, 240)) -> bytes:
    """Return a PNG of one colour."""
    buffer = io.BytesIO()
    Image.new("RGB", size, color).save(buffer, "PNG")
    return buffer.getvalue()


def pdf() -> bytes:
    """Return a PDF of one page."""
    buffer = io.BytesIO()
    Image.new("RGB", (300, 420), (250, 250, 250)).save(buffer, "PDF")
    return buffer.getvalue()
