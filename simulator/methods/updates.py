"""getUpdates and the webhook settings."""

from typing import Any

from aiogram.methods import Close, DeleteWebhook, GetUpdates, GetWebhookInfo, LogOut, SetWebhook
from aiogram.types import WebhookInfo

from simulator.errors import ApiError, bad_request
from simulator.methods.routes import CallContext, answers
from simulator.model.webhook import Webhook

MAX_TIMEOUT = 50


@answers(GetUpdates)
async def get_updates(context: CallContext, call: GetUpdates) -> list[dict[str, Any]]:
    """Return updates by long polling with Telegram's offsets; 409 while a webhook is set or when another poller came
    after."""
    if context.world.webhook.url:
        words = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
        raise ApiError(409, f"Conflict: {words}")
    if call.allowed_updates is not None:
        context.world.updates.allowed = call.allowed_updates
    context.world.dirty = True
    limit = min(max(call.limit or 100, 1), 100)
    return await context.world.updates.poll(call.offset or 0, limit, min(call.timeout or 0, MAX_TIMEOUT))


@answers(SetWebhook)
async def set_webhook(context: CallContext, call: SetWebhook) -> bool:
    """Push updates to this address from now on; plain HTTP is fine here, as with a local Bot API server."""
    if call.url and not call.url.startswith(("https://", "http://")):
        raise bad_request("bad webhook: invalid webhook URL specified")
    context.world.webhook = Webhook(
        url=call.url, secret_token=call.secret_token, max_connections=call.max_connections or 40
    )
    if call.allowed_updates is not None:
        context.world.updates.allowed = call.allowed_updates
    return _settled(context, drop=bool(call.drop_pending_updates))


@answers(DeleteWebhook)
async def delete_webhook(context: CallContext, call: DeleteWebhook) -> bool:
    """Go back to long polling."""
    context.world.webhook = Webhook()
    return _settled(context, drop=bool(call.drop_pending_updates))


def _settled(context: CallContext, *, drop: bool) -> bool:
    if drop:
        context.world.updates.clear()
    context.world.updates.arrived.set()
    return True


@answers(GetWebhookInfo)
async def get_webhook_info(context: CallContext, _call: GetWebhookInfo) -> dict[str, Any]:
    """Return the webhook's settings, its last failure and how many updates wait."""
    hook = context.world.webhook
    return WebhookInfo.model_validate(
        {
            "url": hook.url,
            "has_custom_certificate": False,
            "pending_update_count": len(context.world.updates),
            "max_connections": hook.max_connections if hook.url else None,
            "allowed_updates": context.world.updates.allowed or None,
            "last_error_date": hook.last_error_date,
            "last_error_message": hook.last_error_message,
        }
    ).model_dump(mode="json", exclude_none=True)


@answers(LogOut)
async def log_out(_context: CallContext, _call: LogOut) -> bool:
    """Answer alone: there is nothing to move away from."""
    return True


@answers(Close)
async def close(_context: CallContext, _call: Close) -> bool:
    """Answer alone: there is nothing to hand over."""
    return True
