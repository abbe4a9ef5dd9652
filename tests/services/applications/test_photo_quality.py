"""Photos of a printed page as people take them: in light and focus, in the dark, shaken, from afar."""

from io import BytesIO

import pytest
from PIL import Image, ImageFilter

from bot.services.received_files.photo_quality import look_at_page
from tests.support.printed_page import page

JPEG = "image/jpeg"


def _bytes(picture: Image.Image) -> bytes:
    out = BytesIO()
    picture.save(out, "JPEG", quality=85)
    return out.getvalue()


@pytest.mark.parametrize(
    ("photo", "flaws"),
    [
        (page(), []),
        (page(3000), []),
        (page().point(lambda light: light // 4), ["dark"]),
        (page().filter(ImageFilter.GaussianBlur(9)), ["blurred"]),
        (page(400), ["small"]),
        (page(300).point(lambda light: light // 5).filter(ImageFilter.GaussianBlur(6)), ["dark", "blurred", "small"]),
    ],
    ids=["good", "large", "dark", "blurred", "small", "all"],
)
def test_what_is_hard_to_read_is_told(photo: Image.Image, flaws: list[str]) -> None:
    assert look_at_page(_bytes(photo), JPEG) == flaws


def test_a_page_in_colour_is_looked_at_as_well() -> None:
    assert look_at_page(_bytes(page().convert("RGB")), JPEG) == []


def test_other_kinds_are_not_looked_at() -> None:
    assert look_at_page(b"%PDF-1.7", "application/pdf") == []


def test_a_tiny_picture_is_no_error() -> None:
    assert "small" in look_at_page(_bytes(Image.new("L", (2, 1), 255)), JPEG)
