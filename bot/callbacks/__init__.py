"""Callback data as typed values, shared by whoever makes a button and whoever handles the callback.

The texts they pack to lie under messages for months: a prefix, a word or the order of fields never changes.
"""

from bot.callbacks.base import Callback
from bot.callbacks.cases import CaseCallback, CaseNotification
from bot.callbacks.inquiries import InquiryCallback, InquiryNotification
from bot.callbacks.payments import (
    PaymentApplicationCallback,
    PaymentApplicationNotification,
    PaymentNotification,
    RegistryCallback,
    Unfollow,
)
from bot.callbacks.people import AssistantCallback, HomeCallback, LanguageChoice, UnknownMessageCallback
from bot.callbacks.queue import AlternativeCallback, BookingCallback, OfferCallback, VisitCallback
from bot.callbacks.reception import BranchCallback, OpeningCallback, PanelCallback, TodayCallback

__all__ = [
    "AlternativeCallback",
    "AssistantCallback",
    "BookingCallback",
    "BranchCallback",
    "Callback",
    "CaseCallback",
    "CaseNotification",
    "HomeCallback",
    "InquiryCallback",
    "InquiryNotification",
    "LanguageChoice",
    "OfferCallback",
    "OpeningCallback",
    "PanelCallback",
    "PaymentApplicationCallback",
    "PaymentApplicationNotification",
    "PaymentNotification",
    "RegistryCallback",
    "TodayCallback",
    "Unfollow",
    "UnknownMessageCallback",
    "VisitCallback",
]
