"""A printed page as people photograph it."""

from random import Random

from PIL import Image, ImageDraw


def page(width: int = 1200) -> Image.Image:
    """Return a page of print: dark words in lines on light paper."""
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
