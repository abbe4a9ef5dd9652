"""The table of an application's buttons: what each says, does, and when it stands on the card."""

from bot.callbacks import PaymentApplicationCallback
from bot.domain.payment_applications import OPEN_FOR_STAFF, PaymentApplication, PaymentApplicationAction, actions_in
from bot.services.payment_applications.queries import application_of
from bot.texts import TextRef
from handlers.callbacks import CallbackFilter
from handlers.staff.cards.buttons import back_to_card
from handlers.staff.cards.card import StaffAction, StaffCard
from handlers.staff.payment_applications.press import says
from handlers.staff.payment_applications.reviewing import (
    accept,
    ask_done,
    ask_for,
    ask_menu,
    full_data,
    refuse_confirm,
    refuse_done,
    refuse_menu,
    release,
    take,
)


def _is_free(application: PaymentApplication) -> bool:
    return application.state in OPEN_FOR_STAFF and application.owner is None


def _is_owned(application: PaymentApplication) -> bool:
    return application.state in OPEN_FOR_STAFF and application.owner is not None


def _may(application: PaymentApplication, action: PaymentApplicationAction) -> bool:
    return _is_owned(application) and action in actions_in(application.state)


_ROWS: tuple[tuple[StaffAction[PaymentApplication], ...], ...] = (
    (StaffAction("take", take, "staff-button-take", _is_free, any_version=True),),
    (
        StaffAction(
            "ask",
            ask_menu,
            "intake-button-ask",
            lambda application: _may(application, PaymentApplicationAction.ASK),
            owner_only=True,
        ),
        StaffAction(
            "accept",
            accept,
            "intake-button-accept",
            lambda application: _may(application, PaymentApplicationAction.ACCEPT),
        ),
        StaffAction(
            "refuse",
            refuse_menu,
            "intake-button-refuse",
            lambda application: _may(application, PaymentApplicationAction.REFUSE),
            owner_only=True,
        ),
    ),
    (
        StaffAction("data", full_data, "staff-button-data", _is_owned, any_version=True, owner_only=True),
        StaffAction("release", release, "staff-button-release", _is_owned),
    ),
)

_MENUS: tuple[StaffAction[PaymentApplication], ...] = (
    StaffAction("back", back_to_card, on_card=True, any_version=True),
    StaffAction("ask_for", ask_for, on_card=True, owner_only=True),
    StaffAction("ask_ok", ask_done, on_card=True),
    StaffAction("refuse_for", refuse_confirm, on_card=True, owner_only=True),
    StaffAction("refuse_ok", refuse_done, on_card=True),
)


PAYMENT_APPLICATIONS = StaffCard(
    family=PaymentApplication.family,
    pressed=CallbackFilter(PaymentApplicationCallback),
    says=says,
    load=application_of,
    elsewhere="case-elsewhere",
    outdated=lambda _application: TextRef("intake-desk-outdated"),
    rows=_ROWS,
    menus=_MENUS,
)
