"""What was not understood is told for what it is: a voice is not heard, words made no sense."""

import pytest
from aiogram.types import Message

from bot.texts import TextRef
from dialogs.widgets.free_text import not_understood

_HERE = TextRef("stray-menu")


@pytest.mark.parametrize("kind", ["voice", "audio", "video_note"])
def test_a_voice_is_said_not_to_be_heard(kind: str) -> None:
    sent = {"file_id": "f", "file_unique_id": "u", "duration": 1, "length": 1}
    told = {"message_id": 1, "date": 1_795_000_000, "chat": {"id": 1, "type": "private"}, kind: sent}
    assert not_understood(Message.model_validate(told), _HERE) == TextRef("stray-voice", {"here": _HERE})
