"""Every intent leads to something that is there: one table, links as in ``dialogs.links``.

Nothing here acts by itself: what cancels, withdraws or erases is a screen with its own question.
"""

from bot.services.guides.library import find_guide
from bot.texts import Bilingual, TextRef

_LINKS = {
    "pay42500_status": "payment_check",
    "pay42500_when": "payment_term",
    "pay42500_eligibility": "payment_who",
    "pay42500_apply": "payment",
    "pay42500_refusal": "payment_refused",
    "pay42500_change_iban": "payment_check",
    "pay42500_second_month": "payment_second",
    "pay42500_return": "payment_return",
    "fake_bot_check": "real",
    "tson_book": "book",
    "tson_rebook": "bookings",
    "tson_cancel": "bookings",
    "tson_my_booking": "bookings",
    "tson_hours": "places",
    "tson_address": "places",
    "tson_load": "places",
    "tson_services": "services",
    "waiting_list": "book",
    "aak_eligibility": "eligibility",
    "aak_apply": "aid",
    "aak_documents": "guide_aid-five-steps",
    "aak_status": "applications",
    "aak_contract": "guide_social-contract",
    "aak_amount": "eligibility",
    "aak_contacts": "guide_contacts",
    "aak_renew": "aid",
    "applications": "applications",
    "other_services": "appeal",
    "complaint": "inquiry",
    "operator": "inquiry_question",
    "language": "language",
    "my_data": "profile",
    "my_data_delete": "profile",
    "help": "help",
    "greeting": "menu",
}
# Intents answered by a guide: its id, and where to go while there is no such guide.
_GUIDES = {
    "grocery_set": "grocery-set",
    "eappeal": "e-appeal",
    "eds_get": "signature",
    "eds_legal": "signature-company",
    "mgd_register": "mobile-base",
    "id_card": "identity-card",
    "birth": "birth",
    "death": "death",
    "maternity": "maternity",
    "child_benefit": "child-care",
    "vehicle": "vehicle",
    "pension": "pension",
    "self_service": "self-service",
    "home_visit": "home-visit",
    "egov_login": "egov-login",
    "video_call": "video-call",
    "tson_app": "tson-app",
    "digital_tson": "digital-tson",
    "bus_pass": "bus-pass",
    "entrepreneur": "entrepreneur",
    "notary": "notary",
    "proactive": "proactive",
    "extraterritorial": "extraterritorial",
    "mobile_tson": "mobile-tson",
}
INTENTS = frozenset(_LINKS) | frozenset(_GUIDES)


def link_of(intent: str) -> str:
    """Return the link an intent leads to; a guide that is not there yet gives way to the list of guides."""
    link = _LINKS.get(intent) or f"guide_{_GUIDES[intent]}"
    return link if not link.startswith("guide_") or find_guide(link[6:]) else "guide"


def label_of(intent: str) -> TextRef:
    """Return what a press does, in words: a guide by its title."""
    guide = find_guide(_GUIDES.get(intent, ""))
    if guide:
        return TextRef("wish-guide", {"title": Bilingual(guide.title.kk, guide.title.ru)})
    if intent == "language":
        return TextRef("button-language")
    return TextRef(f"wish-{intent.replace('_', '-')}")
