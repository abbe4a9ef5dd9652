"""The sender's own Telegram contact: anybody's number can be typed into a foreign one."""

from aiogram.types import Contact

from bot.domain.errors import InvalidInput, Refusal
from bot.domain.people.contacts import parse_phone


def own_phone(contact: Contact | None, user_id: int) -> str | None:
    """Return the phone of the own contact; None for one of another country.

    Raises ``Refusal("contact-foreign")`` for somebody else's.
    """
    if contact is None or contact.user_id != user_id:
        raise Refusal("contact-foreign")
    # Telegram leaves out the plus of an international number at times.
    try:
        return parse_phone(f"+{contact.phone_number.removeprefix('+')}")
    except InvalidInput:
        return None
