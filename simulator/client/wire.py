"""Requests to the simulator's own API."""

import io
import json
from typing import Any

import aiohttp


class Wire:
    """The `/api/` addresses of one simulator; a refused request is an `AssertionError` with the simulator's words."""

    def __init__(self, http: aiohttp.ClientSession) -> None:
        """Talk through this session, whose base address is the simulator."""
        self._http = http

    async def get(self, path: str, **query: str) -> dict[str, Any]:
        """Make a GET that must go well."""
        async with self._http.get(path, params=query) as response:
            return await _good(response)

    async def post(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        """Make a POST of JSON that must go well."""
        async with self._http.post(path, json=body) as response:
            return await _good(response)

    async def do(self, who: int, name: str, files: list[tuple[bytes, str]], fields: dict[str, Any]) -> dict[str, Any]:
        """Have person `who` do `name`; empty fields are left out."""
        order = {"as": who, "do": name, **{key: value for key, value in fields.items() if value is not None}}
        if not files:
            return await self.post("/api/do", order)
        form = aiohttp.FormData(quote_fields=False)
        form.add_field("json", json.dumps(order), content_type="application/json")
        for content, file_name in files:
            form.add_field("file", io.BytesIO(content), filename=file_name, content_type="application/octet-stream")
        async with self._http.post("/api/do", data=form) as response:
            return await _good(response)

    async def read(self, path: str) -> bytes:
        """Return the bytes behind a GET that must go well."""
        async with self._http.get(path) as response:
            if response.status != 200:
                raise AssertionError(f"{path}: {response.status}")
            return await response.read()


async def _good(response: aiohttp.ClientResponse) -> dict[str, Any]:
    answer: dict[str, Any] = await response.json()
    if response.status != 200:
        raise AssertionError(f"the simulator refused: {answer.get('error')}")
    return answer
