"""Photos as Telegram keeps them: re-encoded as JPEG in several sizes, the largest at most 1280 pixels wide or high."""

import hashlib
import io

from aiogram.types import PhotoSize
from PIL import Image, ImageOps, UnidentifiedImageError

from simulator.errors import bad_request
from simulator.model.files import FileStore, StoredFile

PHOTO_LIMIT = 10 * 1024 * 1024
SIDES = (90, 320, 800, 1280)
MAX_SIDES_SUM = 10_000
MAX_RATIO = 20


def photo_size(record: StoredFile) -> PhotoSize:
    """Return the Bot API object of one stored size."""
    return PhotoSize.model_validate(
        {
            "file_id": record.file_id,
            "file_unique_id": record.file_unique_id,
            "file_size": record.size,
            "width": record.fields["width"],
            "height": record.fields["height"],
        }
    )


class PhotoLab:
    """Makes the sizes of a photo and remembers them by the content's digest, so that a repeated photo costs nothing."""

    def __init__(self, files: FileStore) -> None:
        """Develop into `files`, and know what was developed in an earlier run."""
        self._files = files
        self._done: dict[str, list[StoredFile]] = {}
        for record in files.records.values():
            if record.kind == "photo":
                self._done.setdefault(str(record.fields["group"]), []).append(record)

    def develop(self, content: bytes) -> list[PhotoSize]:
        """Return all sizes of the photo, the smallest first; refuses what is over 10 MB, no image or of a wild
        shape."""
        if len(content) > PHOTO_LIMIT:
            raise bad_request(
                f"file of size {len(content)} bytes is too big for a photo; the maximum size is {PHOTO_LIMIT} bytes"
            )
        group = hashlib.sha256(content).hexdigest()[:16]
        if group not in self._done:
            self._done[group] = self._make(content, group)
        return [photo_size(record) for record in self._done[group]]

    def again(self, file_id: str) -> list[PhotoSize]:
        """Return the sizes of a photo sent before, named by the id of any of its sizes."""
        group = str(self._files.records[file_id].fields["group"])
        return [photo_size(record) for record in self._done[group]]

    def _make(self, content: bytes, group: str) -> list[StoredFile]:
        image = _open(content)
        longest = max(image.size)
        sides = [side for side in SIDES if side < longest] + [min(longest, SIDES[-1])]
        return [self._size(image, side, group) for side in dict.fromkeys(sides)]

    def _size(self, image: Image.Image, side: int, group: str) -> StoredFile:
        copy = image.copy()
        copy.thumbnail((side, side))
        out = io.BytesIO()
        copy.save(out, "JPEG", quality=87)
        size: dict[str, object] = {"width": copy.width, "height": copy.height, "group": group}
        return self._files.put(out.getvalue(), "photo", f"{group}_{side}.jpg", "image/jpeg", **size)


def _open(content: bytes) -> Image.Image:
    try:
        image: Image.Image = Image.open(io.BytesIO(content))
        width, height = image.size
        if width + height > MAX_SIDES_SUM or max(width, height) > MAX_RATIO * min(width, height):
            raise bad_request("PHOTO_INVALID_DIMENSIONS")
        return ImageOps.exif_transpose(image).convert("RGB")
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError) as error:
        raise bad_request("IMAGE_PROCESS_FAILED") from error
