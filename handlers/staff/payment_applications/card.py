"""The card of an application: masked, with the buttons of what may be done now."""

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.callbacks import PaymentApplicationCallback
from bot.domain.payment_applications import OPEN_FOR_STAFF, PaymentApplication, PaymentApplicationAction, actions_in
from bot.forms.payment import payment_form, told
from bot.services.payments.programmes import programmes
from bot.services.payments.texts import told as told_words
from bot.texts import LocalDateTime, TextRef, Texts, Value

_SHOWN = ("iin", "phone", "category", "employer_bin", "iban")
_BUTTONS = {
    PaymentApplicationAction.ASK: "ask",
    PaymentApplicationAction.ACCEPT: "accept",
    PaymentApplicationAction.REFUSE: "refuse",
}
Rows = list[list[tuple[str, str, str]]]


def card_text(application: PaymentApplication, texts: Texts, language: str) -> str:
    """Return the card's text: names are left out but the first, numbers are masked."""
    programme = programmes()[application.programme]
    values: dict[str, Value] = {
        "number": application.code,
        "programme": told_words(programme.name),
        "state": TextRef(f"intake-short-{application.state.value}"),
        "owner": TextRef("staff-owner", {"name": application.owner_name})
        if application.owner_name
        else TextRef("staff-nobody"),
        "submitted": LocalDateTime(application.submitted_at or application.created_at),
        "person": str(application.answers.get("name") or ""),
    }
    lines = [texts.get(language, "intake-card", **values)]
    for field in payment_form(programme).fields:
        if field.id in _SHOWN and field.id in application.answers:
            answer = told(programme, field, application.answers)
            lines.append(texts.get(language, "intake-card-line", short=TextRef(f"{field.key}-short"), answer=answer))
    return "\n".join(lines)


def keyboard(application: PaymentApplication, texts: Texts, language: str) -> InlineKeyboardMarkup | None:
    """Return the buttons of what may be done now; none once nothing is left to do here."""
    if application.state not in OPEN_FOR_STAFF:
        return None
    if application.owner is None:
        return markup(application, texts, language, [[("staff-button-take", "take", "")]])
    possible = actions_in(application.state)
    acting = [(f"intake-button-{what}", what, "") for action, what in _BUTTONS.items() if action in possible]
    rows: Rows = [acting, [("staff-button-data", "data", ""), ("staff-button-release", "release", "")]]
    return markup(application, texts, language, [row for row in rows if row])


def markup(application: PaymentApplication, texts: Texts, language: str, rows: Rows) -> InlineKeyboardMarkup:
    """Return a keyboard of ``(text key, what, argument)``."""
    return InlineKeyboardMarkup(
        inline_keyboard=[
            [
                InlineKeyboardButton(
                    text=texts.plain(language, key),
                    callback_data=PaymentApplicationCallback(
                        what=what, id=application.id, v=application.version, arg=arg
                    ).pack(),
                )
                for key, what, arg in row
            ]
            for row in rows
        ]
    )
