"""What is done with an application by buttons: taken, given back, opened, accepted, sent back, refused."""

from collections.abc import Iterable

from aiogram.types import InlineKeyboardMarkup

from bot.domain.payments.statuses import PaymentReason
from bot.forms.payment import payment_form
from bot.services.payment_applications.review import (
    accept_application,
    ask_correction,
    correctable,
    record_reveal,
    refuse_application,
    release_application,
    take_application,
)
from bot.services.payments.programmes import programmes
from handlers.staff.access import alert
from handlers.staff.cards.card import Rows
from handlers.staff.payment_applications.press import ApplicationPress

_BACK = [("staff-button-back", "back", "")]


async def take(press: ApplicationPress) -> None:
    """Take it."""
    await take_application(
        press.services,
        key=press.context.key("intake-take"),
        application_id=press.item.id,
        actor=press.actor,
        name=press.name,
    )
    await press.done()


async def release(press: ApplicationPress) -> None:
    """Give it back to everybody in the chat."""
    await release_application(
        press.services,
        key=press.context.key("intake-release"),
        application_id=press.item.id,
        actor=press.actor,
        name=press.name,
        is_chief=press.is_chief,
    )
    await press.done()


async def full_data(press: ApplicationPress) -> None:
    """Show the full answers to the owner alone, in an alert that leaves no trace in the chat; log it."""
    answers = press.item.answers
    await record_reveal(press.services, press.item, press.actor)
    names = [str(answers[part]) for part in ("surname", "name", "patronymic") if answers.get(part)]
    values = {field: str(answers.get(field) or "—") for field in ("iin", "phone", "iban")}
    await alert(press.query, press.plain("intake-full-data", person=" ".join(names), **values))


async def accept(press: ApplicationPress) -> None:
    """Accept it."""
    await accept_application(
        press.services, key=press.context.key("intake-accept"), application_id=press.item.id, actor=press.actor
    )
    await press.done()


async def ask_menu(press: ApplicationPress) -> None:
    """Show the reasons for which something can be asked for once more."""
    programme = programmes()[press.item.programme]
    able = set(correctable(programme, press.item))
    reasons = [reason for reason, remedy in programme.remedies.items() if able & set(remedy.corrects)]
    await press.answer()
    await press.show_buttons(press.markup([*_of_reasons(reasons, "ask_for"), _BACK]))


async def ask_for(press: ApplicationPress) -> None:
    """Show which answers the reason is about; each can be left out before it is asked."""
    reason, chosen = _chosen(press)
    await press.answer()
    await press.show_buttons(_ask_keyboard(press, reason, chosen))


def _ask_keyboard(press: ApplicationPress, reason: PaymentReason, chosen: int) -> InlineKeyboardMarkup:
    able, form = _able(press, reason), payment_form(programmes()[press.item.programme])
    rows: Rows = [
        *(
            [(f"{form.field(name).key}-short", "ask_for", f"{reason}.{chosen ^ 1 << place}")]
            for place, name in enumerate(able)
        ),
        [("intake-button-send-ask", "ask_ok", f"{reason}.{chosen}")],
        _BACK,
    ]
    drawn = press.markup(rows)
    for place, _ in enumerate(able):
        button = drawn.inline_keyboard[place][0]
        button.text = f"{'☑️' if chosen >> place & 1 else '⬜️'} {button.text}"
    return drawn


async def ask_done(press: ApplicationPress) -> None:
    """Ask the applicant for them."""
    reason, chosen = _chosen(press)
    await ask_correction(
        press.services,
        key=press.context.key("intake-ask"),
        application_id=press.item.id,
        actor=press.actor,
        reason=reason,
        field_ids=[name for place, name in enumerate(_able(press, reason)) if chosen >> place & 1],
    )
    await press.done()


async def refuse_menu(press: ApplicationPress) -> None:
    """Show the programme's reasons."""
    reasons = programmes()[press.item.programme].reasons
    await press.answer()
    await press.show_buttons(press.markup([*_of_reasons(reasons, "refuse_for"), _BACK]))


async def refuse_confirm(press: ApplicationPress) -> None:
    """Show the chosen reason once more before it goes out."""
    await press.answer()
    sure = [(f"payment-reason-{press.arg}", "refuse_for", press.arg)]
    await press.show_buttons(press.markup([sure, [("intake-button-refuse-sure", "refuse_ok", press.arg)], _BACK]))


async def refuse_done(press: ApplicationPress) -> None:
    """Refuse."""
    await refuse_application(
        press.services,
        key=press.context.key("intake-refuse"),
        application_id=press.item.id,
        actor=press.actor,
        reason=PaymentReason(press.arg),
    )
    await press.done()


def _of_reasons(reasons: Iterable[PaymentReason], what: str) -> Rows:
    return [[(f"payment-reason-{reason}", what, str(reason))] for reason in reasons]


def _able(press: ApplicationPress, reason: PaymentReason) -> list[str]:
    programme = programmes()[press.item.programme]
    return [name for name in correctable(programme, press.item) if name in programme.remedies[reason].corrects]


def _chosen(press: ApplicationPress) -> tuple[PaymentReason, int]:
    """Return the reason and which of its answers are chosen, a bit each; at first all of them."""
    reason, _, bits = press.arg.partition(".")
    found = PaymentReason(reason)
    return found, int(bits) if bits else (1 << len(_able(press, found))) - 1
