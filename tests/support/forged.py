"""Updates no client of Telegram's own would send."""

from typing import Any


def forged_press(update_id: int, user_id: int, chat_id: int, message_id: int, data: str) -> dict[str, Any]:
    """Return a callback as a changed client would send it: from anybody, under any message."""
    kind = "private" if chat_id > 0 else "group"
    message = {"message_id": message_id, "date": 0, "chat": {"id": chat_id, "type": kind, "title": "x"}}
    sender = {"id": user_id, "is_bot": False, "first_name": "x"}
    query = {"id": str(update_id), "from": sender, "chat_instance": "1", "message": message, "data": data}
    return {"update_id": update_id, "callback_query": query}
