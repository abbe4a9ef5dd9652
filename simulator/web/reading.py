"""What came with a request: values and files of JSON, forms, multipart bodies and query strings."""

import json
from typing import Any

from aiohttp import BodyPartReader, MultipartReader, web
from aiohttp.multipart import MultipartResponseWrapper

from simulator.errors import bad_request
from simulator.methods.routes import Upload

BODY_LIMIT = 120 * 1024 * 1024


async def read(request: web.Request) -> tuple[dict[str, Any], dict[str, Upload]]:
    """Return parameters by name and files by part name; a body's values win over the query string's."""
    values: dict[str, Any] = dict(request.query)
    uploads: dict[str, Upload] = {}
    if request.content_type == "application/json" and request.can_read_body:
        values |= _object(await request.read())
    elif request.content_type == "multipart/form-data":
        await read_parts(await request.multipart(), values, uploads)
    elif request.can_read_body:
        values |= dict((await request.post()).items())
    return values, uploads


def _object(body: bytes) -> dict[str, Any]:
    try:
        value = json.loads(body)
    except ValueError as error:
        raise bad_request("can't parse JSON object") from error
    if not isinstance(value, dict):
        raise bad_request("expected a JSON object")
    return {name: item for name, item in value.items() if item is not None}


async def read_parts(
    reader: MultipartReader | MultipartResponseWrapper, values: dict[str, Any], uploads: dict[str, Upload]
) -> None:
    """Read a multipart body into `values` and `uploads`; repeated file names get `#2`, `#3` … appended."""
    while (part := await reader.next()) is not None:
        if not isinstance(part, BodyPartReader):
            raise bad_request("nested multipart bodies are not understood")
        name = part.name or ""
        if part.filename is None:
            values[name] = await part.text(encoding="utf-8")
            continue
        content = bytes(await part.read(decode=True))
        same = sum(1 for known in uploads if known.split("#")[0] == name)
        key = name if not same else f"{name}#{same + 1}"
        uploads[key] = Upload(content, part.filename, part.headers.get("Content-Type", ""))
