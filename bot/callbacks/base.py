"""A button's data: a prefix and a few plain values, as the text that lies under messages for months."""

import re
from dataclasses import dataclass, fields
from typing import ClassVar, Self

LIMIT = 64
"""Bytes that Telegram carries (core.telegram.org/bots/api#inlinekeyboardbutton)."""
_NUMBER = re.compile(r"0|-?[1-9]\d{0,17}", re.ASCII)
"""As numbers are packed, and so long that the database can hold them."""


@dataclass(frozen=True, slots=True)
class Callback:
    """What a button says when it is pressed; a subclass has its own prefix, and fields that are ``str`` or ``int``."""

    prefix: ClassVar[str]

    def pack(self) -> str:
        """Return the button's data; raises ValueError for what Telegram would not carry or nobody could read back."""
        data = ":".join([self.prefix, *(str(getattr(self, each.name)) for each in fields(self))])
        if self.unpack(data) != self:
            raise ValueError(data)
        return data

    @classmethod
    def unpack(cls, data: str) -> Self:
        """Read the data of a button back; raises ValueError for any text that ``pack`` never returned."""
        prefix, *parts = data.split(":")
        kinds = [each.type for each in fields(cls)]
        if prefix != cls.prefix or len(parts) != len(kinds) or len(data.encode()) > LIMIT:
            raise ValueError(data)
        return cls(*(_number(part) if kind is int else part for kind, part in zip(kinds, parts, strict=True)))


def _number(part: str) -> int:
    if not _NUMBER.fullmatch(part):
        raise ValueError(part)
    return int(part)
