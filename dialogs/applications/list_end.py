"""The end of a question that is a list: checked as a whole, then the next question."""

from collections.abc import Awaitable, Callable, Sequence

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from bot.domain.errors import InvalidInput
from bot.domain.forms.answers import validate_items
from bot.domain.forms.forms import Answers, Item
from bot.forms.loading import list_field
from dialogs.applications.source import FORM, draft_here
from dialogs.forms.asking import go_on
from dialogs.widgets.problem import show_error


def ending_list(
    name: str, items_of: Callable[[Answers], Sequence[Item]]
) -> Callable[[CallbackQuery, object, DialogManager], Awaitable[None]]:
    """Return what the button «ready» of the list ``name`` does; what the list lacks is shown above it."""

    async def ready(_event: CallbackQuery, _button: object, manager: DialogManager) -> None:
        draft = await draft_here(manager)
        try:
            validate_items(list_field(name), items_of(draft.answers))
        except InvalidInput as problem:
            show_error(manager, problem)
            return
        await go_on(FORM, manager)

    return ready
