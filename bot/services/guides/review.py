"""Guides whose review is due: the administrators are told, once a month until they are gone through."""

from bot.services.calendar import today
from bot.services.guides.library import load_guides
from bot.services.notifications import notification
from bot.services.sweeping import post_each
from bot.services.work import Services


async def remind_to_review(services: Services) -> None:
    """Tell every administrator which guides are past their day of review."""
    day = today(services.now)
    due = [guide.id for guide in load_guides() if guide.review_by is not None and guide.review_by <= day]
    if not due:
        return
    args = {"count": len(due), "files": ", ".join(f"{name}.json" for name in sorted(due))}
    admins = sorted(services.settings.admin_ids)
    outgoing_messages = [
        notification(f"guide-review:{day:%Y-%m}:{admin}", admin, "guide-review", args) for admin in admins
    ]
    await post_each(services, outgoing_messages)
