"""Typesetting with Typst, fonts included, so that Kazakh letters come out right on any machine."""

import asyncio
import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal

import typst

_HERE = Path(__file__).parent
_FONTS = _HERE / "fonts"
_TEMPLATES = _HERE / "templates"


async def typeset(
    template: str, data: Mapping[str, Any], *, form: Literal["pdf", "png"] = "pdf", ppi: float = 144
) -> bytes:
    """Return ``templates/<template>.typ`` filled with ``data`` (JSON values; in the template: ``data.at("name")``).

    For ``png`` the template must make one page. Runs in a thread: some 20–60 ms once the fonts are loaded.
    """
    return await asyncio.to_thread(_typeset, template, json.dumps(data, ensure_ascii=False), form, ppi)


def _typeset(template: str, data: str, form: Literal["pdf", "png"], ppi: float) -> bytes:
    printed: bytes = typst.compile(
        str(_TEMPLATES / f"{template}.typ"),
        root=str(_TEMPLATES),
        font_paths=_fonts(),
        format=form,
        ppi=ppi,
        sys_inputs={"data": data},
    )
    return printed


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, font_paths=[str(_FONTS)])
