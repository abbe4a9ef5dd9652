"""Photos of a printed page as people take them: in light and focus, in the dark, shaken, from afar."""

from io import BytesIO
from random import Random

import pytest
from PIL import Image, ImageDraw, ImageFilter

from bot.services.applications.photo_quality import look_at_page

JPEG = "image/jpeg"


def page(width: int = 1200) -> Image.Image:
    """A page of print: dark words in lines on light paper."""
    random = Random(1)  # noqa: S311 - the same page each time
    drawn = Image.new("L", (width, width * 4 // 3), 225)
    draw, line = ImageDraw.Draw(drawn), width // 50
    for top in range(line * 3, drawn.height - line * 3, line * 2):
        left = line * 3
        while left < width - line * 5:
            word = random.randint(line, line * 4)
            for at in range(left, left + word, max(2, line // 3)):
                draw.rectangle((at, top, at + max(1, line // 8), top + line), fill=40)
            left += word + line
    return drawn


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
