"""Files in calls: uploaded, or sent before and named by their `file_id`."""

import asyncio
from io import BytesIO
from typing import Any

import puremagic
from aiogram.types import Animation, Audio, Document, InputFile, PhotoSize, Sticker, Video, Voice

from simulator.errors import ApiError, bad_request
from simulator.methods.routes import CallContext, Upload
from simulator.model.files import UPLOAD_LIMIT, FileStore, StoredFile

OCTETS = "application/octet-stream"


def content_type_of(upload: Upload) -> str:
    """Return what the bytes are by their own marks, else what the sender declared."""
    try:
        found = puremagic.magic_stream(BytesIO(upload.content), filename=upload.name)
    except (puremagic.PureError, ValueError):
        return upload.content_type or OCTETS
    return next((match.mime_type for match in found if match.mime_type), upload.content_type or OCTETS)


def uploaded(context: CallContext, value: InputFile | str) -> Upload | None:
    """Return the upload that `attach://name` points to; `None` when the value names a file sent before."""
    text = str(value)
    if not text.startswith("attach://"):
        return None
    upload = context.uploads.get(text.removeprefix("attach://"))
    if upload is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    return check_upload(upload)


def check_upload(upload: Upload) -> Upload:
    """Refuse empty files and files over 50 MB."""
    if len(upload.content) > UPLOAD_LIMIT:
        raise ApiError(413, "Request Entity Too Large")
    if not upload.content:
        raise bad_request("file must be non-empty")
    return upload


def _known(files: FileStore, file_id: str, kind: str) -> StoredFile:
    record = files.records.get(file_id)
    if record is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    if record.kind != kind:
        raise bad_request(f"can't use file of type {record.kind.capitalize()} as {kind.capitalize()}")
    return record


async def photo(context: CallContext, value: InputFile | str) -> list[PhotoSize]:
    """Return a photo's sizes, of new bytes or of one sent before."""
    upload = uploaded(context, value)
    if upload is None:
        return context.world.photos.again(_known(context.world.files, str(value), "photo").file_id)
    return await asyncio.to_thread(context.world.photos.develop, upload.content)


def store(context: CallContext, value: InputFile | str, kind: str, **fields: object) -> StoredFile:
    """Store a file of any kind but photo, of new bytes or sent before."""
    upload = uploaded(context, value)
    if upload is None:
        return _known(context.world.files, str(value), kind)
    return context.world.files.put(upload.content, kind, upload.name, content_type_of(upload), **fields)


_MODELS: dict[str, type[Document | Video | Voice | Sticker | Animation | Audio]] = {
    "document": Document,
    "video": Video,
    "voice": Voice,
    "sticker": Sticker,
    "animation": Animation,
    "audio": Audio,
}
_NEEDED: dict[str, dict[str, Any]] = {
    "video": {"width": 640, "height": 360, "duration": 1},
    "animation": {"width": 640, "height": 360, "duration": 1},
    "voice": {"duration": 1},
    "audio": {"duration": 1},
    "sticker": {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False},
}


def described(record: StoredFile) -> dict[str, Any]:
    """Return the message field of a stored file, like `{"document": Document(…)}`; a video's measures are not looked
    into."""
    common = {"file_id": record.file_id, "file_unique_id": record.file_unique_id, "file_size": record.size}
    named = {"file_name": record.name, "mime_type": record.content_type} if record.kind != "sticker" else {}
    if record.kind == "voice":
        named.pop("file_name")
    known = {name: value for name, value in record.fields.items() if value is not None}
    model = _MODELS[record.kind]
    return {record.kind: model.model_validate({**common, **named, **_NEEDED.get(record.kind, {}), **known})}
