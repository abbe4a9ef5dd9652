"""How long looking at a photo of a page takes, against decoding it: ``python -m bench.pages``."""

import statistics
import sys
import time
from io import BytesIO

from PIL import Image

from bot.services.received_files.photo_quality import look_at_page
from tests.support.printed_page import page

SIDES = (1280, 2560, 4000)
TIMES = 20


def main() -> None:
    """Print milliseconds and ratios by the photo's width."""
    sys.stdout.write("| pixels wide | decoding | looking | ratio |\n| --- | --- | --- | --- |\n")
    for width in SIDES:
        out = BytesIO()
        page(width).convert("RGB").save(out, "JPEG", quality=85)
        content = out.getvalue()
        decoding, looking = [], []
        for _ in range(TIMES):
            began = time.perf_counter()
            with Image.open(BytesIO(content)) as opened:
                opened.load()
            between = time.perf_counter()
            look_at_page(content, "image/jpeg")
            decoding.append((between - began) * 1000)
            looking.append((time.perf_counter() - between) * 1000)
        one, other = statistics.median(decoding), statistics.median(looking)
        sys.stdout.write(f"| {width} | {one:.0f} ms | {other:.0f} ms | {other / one:.1f} |\n")


if __name__ == "__main__":
    main()
