"""A filled aid application and papers for it: nobody's numbers, and pictures that tell themselves apart."""

from io import BytesIO

from PIL import Image

from bot.domain.forms.forms import Answer, Answers
from bot.forms.loading import AID
from bot.services.applications.drafts import Draft, change_answers, open_draft
from bot.services.work import Services

IIN, OTHER_IIN, MEMBER_IIN = "850615200013", "900101500109", "850615100017"
IBAN = "KZ04601A000000000002"
MP4 = b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom" + bytes(64)
PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"

# July to September is the quarter that counts on 23 November 2026.
COMPLETE: dict[str, Answer] = {
    "region": "710000000",
    "history": "again",
    "changed": "no",
    "channel": "centre",
    "iin": IIN,
    "surname": "Әбдіғаппарова",
    "name": "Ұлжан",
    "patronymic": None,
    "born": "1985-06-15",
    "phone": "+77000000001",
    "email": None,
    "address": "Астана қ., Қабанбай батыр даңғылы, 10",
    "state": "unemployed",
    "living": "family",
    "members": [
        {"id": "m1", "relation": "child", "name": "Өмірхан Іңкәр", "iin": "", "born": "2015-06-15", "state": "child"}
    ],
    "incomes": [
        {"member": "me", "kind": "wage", "month": "2026-07-01", "amount": 85_000},
        {"member": "me", "kind": "wage", "month": "2026-08-01", "amount": 85_000},
        {"member": "me", "kind": "wage", "month": "2026-09-01", "amount": 85_000},
        {"member": "m1", "kind": "none", "month": "2026-07-01", "amount": 0},
    ],
    "plot": "no",
    "iban": IBAN,
    "account_owner": "own",
    "alimony_paper": "not_needed",
    "job_request": "cannot_get",
    "work_consent": "not_needed",
    "documents": "not_needed",
    "content": "Тамызда жұмыстан шықтым <b>&",
    "family_consent": "given",
}


async def filled(services: Services, user_id: int, language: str = "kk", **other: Answer) -> Draft:
    """Return a draft with every question answered."""
    await open_draft(services, user_id=user_id, service=AID, language=language)

    def change(_answers: Answers) -> dict[str, Answer]:
        return {**COMPLETE, **other}

    draft = await change_answers(services, user_id, AID, change)
    assert draft is not None
    return draft


def photo(number: int) -> bytes:
    """Return a JPEG of its own grey: the number times twenty."""
    picture = BytesIO()
    Image.new("RGB", (400, 300), (number * 20,) * 3).save(picture, "JPEG", quality=95)
    return picture.getvalue()


def number_of(content: bytes) -> int:
    """Return the number a picture was made with."""
    with Image.open(BytesIO(content)) as picture:
        return round(picture.convert("L").tobytes()[0] / 20)
