"""Where updates are pushed to, when the bot asked for that."""

from pydantic import BaseModel


class Webhook(BaseModel):
    """The webhook's settings and its last failure; an empty `url` means long polling."""

    url: str = ""
    secret_token: str | None = None
    max_connections: int = 40
    last_error_date: int | None = None
    last_error_message: str | None = None
