"""What the page offers to try, each by one click."""

from pydantic import BaseModel


class Step(BaseModel):
    """One thing to try: somebody writes `text` to the bot, a group is opened as they see it, or the time moves on."""

    title: dict[str, str]
    """By the page's language."""
    person: int | None = None
    text: str = ""
    group: str = ""
    """The group's title."""
    advance: float = 0
    """Seconds."""
