"""Answers to pressed buttons and inline queries."""

from aiogram.methods import AnswerCallbackQuery, AnswerInlineQuery

from simulator.errors import bad_request
from simulator.methods.routes import CallContext, answers

ANSWER_LIMIT = 200


@answers(AnswerCallbackQuery)
async def answer_callback_query(context: CallContext, call: AnswerCallbackQuery) -> bool:
    """Answer once, within a minute, with at most 200 characters."""
    if len(call.text or "") > ANSWER_LIMIT:
        raise bad_request("MESSAGE_TOO_LONG")
    query = context.world.queries.answer(call.callback_query_id)
    context.world.events.publish(
        "callback_answer",
        user_id=query.user_id,
        query_id=call.callback_query_id,
        text=call.text,
        show_alert=bool(call.show_alert),
        url=call.url,
    )
    return True


@answers(AnswerInlineQuery)
async def answer_inline_query(context: CallContext, call: AnswerInlineQuery) -> bool:
    """Refuse every inline query as unknown: nobody asks inline here, and `queries` knows buttons only."""
    context.world.queries.answer(f"inline:{call.inline_query_id}")
    return True
