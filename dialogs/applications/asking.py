"""Where a person is in the form, and the ways from there. Dialog data holds the position only; answers are on disk."""

from dataclasses import dataclass

from aiogram.fsm.state import State
from aiogram_dialog import DialogManager

from bot.context import context_of, services_of
from bot.domain.forms.fields import ChoiceField, DirectoryField, DocumentsField, FormField, ListField
from bot.domain.forms.forms import Answer, Answers, Form, Item, next_unanswered
from bot.forms import draft_progress, family_members
from bot.forms.loading import AID, MEMBER, form_for
from bot.services.applications.drafts import Change, Draft, change_answers, open_draft
from bot.services.assistants.clients import for_whom
from dialogs.states import Aid

EDIT = "edit"
SERVICE = "service"
RENEWED = "renewed"


@dataclass(frozen=True, slots=True)
class Asked:
    """The question on the screen: of the form itself, or about one member of the family."""

    draft: Draft
    form: Form
    answers: Answers
    field: FormField
    member: Item | None
    whose: str | None = None
    """Whom an assistant files for; None for whoever files for himself."""


def service_here(manager: DialogManager) -> str:
    """Return the service that is applied for: АӘК unless the dialog was opened for another."""
    started = manager.start_data
    return str(started[SERVICE]) if isinstance(started, dict) and SERVICE in started else AID


def renewed_here(manager: DialogManager) -> int | None:
    """Return the case whose reminder the dialog was opened by; None when it was opened otherwise."""
    started = manager.start_data
    return started.get(RENEWED) if isinstance(started, dict) else None


async def draft_here(manager: DialogManager) -> Draft:
    """Return the citizen's draft."""
    context = context_of(manager)
    return await open_draft(
        services_of(manager), user_id=context.user_id, service=service_here(manager), language=context.language
    )


async def asked_here(manager: DialogManager) -> Asked:
    """Return the question on the screen."""
    draft = await draft_here(manager)
    member = family_members.member(draft.answers, manager.dialog_data.get("member", ""))
    form = form_for(MEMBER) if member else draft.form
    answers = family_members.sheet(member) if member else draft.answers
    field = form.field(manager.dialog_data["field"])
    return Asked(draft, form, answers, field, member, await _whose(manager, draft))


async def _whose(manager: DialogManager, draft: Draft) -> str | None:
    if draft.application.client_id is None:
        return None
    client = (await for_whom(services_of(manager), context_of(manager).user_id)).client
    return client.name if client else None


async def ask(manager: DialogManager, field: FormField, member_id: str = "", *, edit: bool = False) -> None:
    """Put a question on the screen."""
    manager.dialog_data.update({"field": field.id, "member": member_id, EDIT: edit})
    await manager.switch_to(_window_of(field))


async def keep(manager: DialogManager, value: str | int | None) -> None:
    """Keep the answer to the question on the screen and go on."""
    asked = await asked_here(manager)
    field_id, member_id = asked.field.id, str(asked.member["id"]) if asked.member else ""

    def change(answers: Answers) -> dict[str, Answer]:
        if member_id:
            return family_members.with_part(answers, member_id, field_id, value)
        return draft_progress.with_answer(asked.draft.form, answers, field_id, value)

    await change_here(manager, change)
    await go_on(manager)


async def change_here(manager: DialogManager, change: Change) -> None:
    """Apply a change to the answers of the draft."""
    await change_answers(services_of(manager), context_of(manager).user_id, service_here(manager), change)


async def go_on(manager: DialogManager) -> None:
    """Ask the next open question; show all answers when there is none."""
    member_id, edit = manager.dialog_data.get("member", ""), manager.dialog_data.get(EDIT, False)
    draft = await draft_here(manager)
    member = family_members.member(draft.answers, member_id)
    if member is not None:
        open_part = next_unanswered(form_for(MEMBER), family_members.sheet(member))
        if open_part is not None:
            await ask(manager, open_part, member_id)
        elif edit:
            await manager.switch_to(Aid.member)
        else:
            await leave_member(manager)
        return
    question = draft.next_question
    if question is None:
        await manager.switch_to(Aid.recap)
    else:
        await ask(manager, question)


async def resume(manager: DialogManager) -> None:
    """Ask what comes next of a draft come back to; a member of the family told in part is gone on with."""
    draft = await draft_here(manager)
    question = draft.next_question
    if question is None:
        await manager.switch_to(Aid.recap)
        return
    begun = family_members.unfinished(draft.answers) if question.id == "members" else None
    part = next_unanswered(form_for(MEMBER), family_members.sheet(begun)) if begun else None
    if begun and part:
        await ask(manager, part, str(begun["id"]))
    else:
        await ask(manager, question)


async def go_back(manager: DialogManager) -> None:
    """Return to the question before, or to where this one was opened from."""
    asked = await asked_here(manager)
    if asked.member is not None:
        await _back_in_member(manager, asked, asked.member)
        return
    before = draft_progress.question_before(asked.form, asked.answers, asked.field.id)
    if manager.dialog_data.get(EDIT):
        await manager.switch_to(Aid.recap)
    elif before is None:
        await manager.switch_to(Aid.intro)
    else:
        await ask(manager, before)


async def leave_member(manager: DialogManager) -> None:
    """Go from a member to the list of the family; one begun and left without an answer is dropped."""
    member_id = manager.dialog_data.get("member", "")

    def change(answers: Answers) -> dict[str, Answer]:
        begun = family_members.member(answers, member_id)
        return (
            family_members.without(answers, member_id) if begun is not None and set(begun) == {"id"} else dict(answers)
        )

    await change_here(manager, change)
    manager.dialog_data.update({"field": "members", "member": ""})
    await manager.switch_to(Aid.members)


async def _back_in_member(manager: DialogManager, asked: Asked, member: Item) -> None:
    before = draft_progress.question_before(asked.form, asked.answers, asked.field.id)
    if manager.dialog_data.get(EDIT):
        await manager.switch_to(Aid.member)
    elif before is None:
        await leave_member(manager)
    else:
        await ask(manager, before, str(member["id"]))


def _window_of(field: FormField) -> State:
    match field:
        case ChoiceField():
            return Aid.choice
        case DirectoryField():
            return Aid.region
        case ListField(type="members"):
            return Aid.members
        case ListField():
            return Aid.incomes
        case DocumentsField():
            return Aid.paper
        case _:
            return Aid.typed
