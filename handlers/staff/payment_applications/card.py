"""The card of an application, masked."""

from bot.domain.payment_applications import PaymentApplication
from bot.forms.payment import payment_form, told
from bot.services.payments.programmes import programmes
from bot.services.payments.texts import told as told_words
from bot.texts import LocalDateTime, TextRef, Texts, Value

_SHOWN = ("iin", "phone", "category", "employer_bin", "iban")


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
