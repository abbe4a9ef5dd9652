"""One page shot again: the page and what is wrong by buttons, or `/reshoot` as a reply to it, with words or without."""

from collections import Counter

from aiogram.types import InlineKeyboardButton, Message

from bot.context import UpdateContext
from bot.domain.cases.case import Case
from bot.domain.cases.retake import Flaw, Retake
from bot.domain.errors import Refusal
from bot.domain.text_input import parse_text
from bot.services.cases.questions.retakes import ask_to_shoot_again, find_page, pages_to_shoot
from bot.services.cases.questions.texts import page_text, paper_text
from bot.services.work import Services
from handlers.staff.cases.finding import Reply, case_here, replied_to
from handlers.staff.cases.press import CasePress, case_menu, press_button, prompt
from handlers.staff.commands import StaffCommand

_LIMIT = 500
_IN_A_ROW = 6
_CANCEL = [("staff-button-cancel", "cancel", "")]


async def retake(command: StaffCommand) -> None:
    """Ask for the page of the message that is replied to, in the words that follow, or show what may be wrong."""
    services = command.services
    case_id, page_id = await replied_to(services, command.message, "part", "reshoot-how")
    case = await case_here(services, case_id, command.chat, command.context)
    if command.args:
        await _ask_in_words(services, case, command.context, page_id, command.args, command.message)
        return
    page = await find_page(services, application_id=case.id, actor=command.actor, page_id=page_id, flaw=Flaw.OTHER)
    await command.message.reply(
        command.html("staff-reshoot-why", item=page_text(case, page)),
        reply_markup=case_menu(case, command.texts, command.language, [*_flaws(page), _CANCEL]),
    )


async def page_menu(press: CasePress) -> None:
    """Show the papers in a message of its own, then there the pages of the pressed one; what is single is skipped."""
    pages = await pages_to_shoot(press.services, application_id=press.item.id, actor=press.actor)
    papers = Counter(page.paper for page in pages)
    chosen = press.arg or (next(iter(papers)) if len(papers) == 1 else "")
    own = [page for page in pages if page.paper == chosen]
    if not pages:
        raise Refusal("reshoot-none")
    await press.answer()
    if not chosen:
        buttons = [[_paper_button(press, paper, count)] for paper, count in papers.items()]
        await _show(press, buttons, press.html("staff-reshoot-paper", code=press.item.code))
    elif len(own) == 1:
        await _show_flaws(press, own[0])
    else:
        numbers = [press_button(press.item, str(page.number), "reshoot_page", str(page.page_id)) for page in own]
        rows = [numbers[start : start + _IN_A_ROW] for start in range(0, len(numbers), _IN_A_ROW)]
        paper = paper_text(press.item, chosen)
        await _show(press, rows, press.html("staff-reshoot-page", code=press.item.code, paper=paper))


async def flaw_menu(press: CasePress) -> None:
    """Show what may be wrong with the pressed page."""
    page = await _page(press)
    await press.answer()
    await _show_flaws(press, page)


async def retake_pressed(press: CasePress) -> None:
    """Ask for the page with one of the ready reasons."""
    page_id, _, flaw = press.arg.partition(".")
    page = await ask_to_shoot_again(
        press.services,
        key=press.key("reshoot"),
        application_id=press.item.id,
        actor=press.actor,
        page_id=page_id,
        why=Flaw(flaw),
        staff_message=press.message.message_id,
    )
    await press.done()
    if page is not None:
        await press.replace_text("staff-reshoot-asked", code=press.item.code, item=page_text(press.item, page))


async def retake_prompt(press: CasePress) -> None:
    """Ask for what is wrong in the specialist's own words."""
    page = await _page(press)
    await press.answer()
    item = page_text(press.item, page)
    await prompt(press, f"reshoot:{page.page_id}", "staff-reshoot-prompt", code=press.item.code, item=item)


async def retake_told(reply: Reply, context: UpdateContext, page_id: str) -> None:
    """Ask for the page in those words."""
    await _ask_in_words(reply.services, reply.case, context, page_id, reply.text, reply.message)


async def _ask_in_words(
    services: Services, case: Case, context: UpdateContext, page_id: str, words: str, message: Message
) -> None:
    await ask_to_shoot_again(
        services,
        key=context.key("reshoot"),
        application_id=case.id,
        actor=context.user_id,
        page_id=page_id,
        why=parse_text(words, max_length=_LIMIT),
        staff_message=message.message_id,
    )


async def _page(press: CasePress) -> Retake:
    return await find_page(
        press.services, application_id=press.item.id, actor=press.actor, page_id=press.arg, flaw=Flaw.OTHER
    )


def _flaws(page: Retake) -> list[list[tuple[str, str, str]]]:
    ready = [flaw for flaw in Flaw if flaw is not Flaw.OTHER]
    return [
        *([(f"staff-reshoot-{flaw}", "reshoot", f"{page.page_id}.{flaw}")] for flaw in ready),
        [("staff-reshoot-own", "reshoot_own", str(page.page_id))],
    ]


async def _show_flaws(press: CasePress, page: Retake) -> None:
    flaws = press.markup(_flaws(page)).inline_keyboard
    await _show(press, flaws, press.html("staff-reshoot-why", item=page_text(press.item, page)))


async def _show(press: CasePress, rows: list[list[InlineKeyboardButton]], text: str) -> None:
    """In a message of its own when the card was pressed, else in the place of the pressed menu."""
    keyboard = case_menu(press.item, press.texts, press.language, [_CANCEL], rows)
    if press.what == "reshoot_which" and not press.arg:
        await press.send(text, keyboard)
    else:
        await press.replace(text, keyboard)


def _paper_button(press: CasePress, paper: str, count: int) -> InlineKeyboardButton:
    label = press.plain("staff-reshoot-paper-pages", paper=paper_text(press.item, paper), count=count)
    return press_button(press.item, label, "reshoot_which", paper)
