"""Taking an import back, stopping one half way, and what others do to the registry meanwhile."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.domain.errors import Refusal
from bot.domain.payments.payment import NewState
from bot.domain.payments.statuses import PaymentReason, PaymentStatus
from bot.domain.registry import RegistryImport
from bot.domain.sealing import DataKeyDestroyedError
from bot.services.payments.subscriptions import follow_payment
from bot.services.payments.view import followed_payment, open_followed
from bot.services.registry import apply, commands, runner
from bot.services.registry.file import import_payments
from bot.services.registry.reading import Fetch, Progress
from bot.services.registry.runner import BusyError, Importer
from bot.services.registry.subprocess import Source
from storage.engine.database import Transaction
from storage.payments import payments
from storage.registry import imports
from tests.support.payments.services import ALIYA, ALIYA_PHONE, NURLAN, REGISTRY, Harness, open_harness, seen

FILE = REGISTRY.read_text(encoding="utf-8")
HALF = "\n".join(FILE.splitlines()[:9])
MOVED = FILE.replace("fund_review,2020-04-22", "assigned,2020-04-24").replace("+77000000002", "+77000000077")
OTHER_FILE = FILE.replace("received,2020-04-08", "case_formed,2020-04-09")


@pytest.fixture
async def harness(tmp_path: Path) -> AsyncIterator[Harness]:
    async with open_harness(tmp_path) as opened:
        await opened.welcome(501)
        yield opened


def _fetch(text: str) -> Fetch:
    async def fetch(_found: RegistryImport) -> Source:
        return Source(content=text.encode())

    return fetch


async def _unseen(_found: RegistryImport, _progress: Progress) -> None:
    return


def _importer(harness: Harness, text: str) -> Importer:
    return Importer(harness.services, _fetch(text), _unseen)


async def _ready(harness: Harness, text: str) -> tuple[Importer, int]:
    importer = _importer(harness, text)
    import_id = await commands.receive(
        harness.services,
        key=f"{harness.services.now}:{hash(text)}",
        actor=601,
        chat_id=-1,
        file=commands.ReceivedFile("1", "a.csv", message=1, thread=None),
    )
    assert (await importer.advance(import_id)).state == "ready"
    return importer, import_id


async def _applied(harness: Harness, text: str) -> tuple[Importer, int]:
    importer, import_id = await _ready(harness, text)
    await commands.confirm(harness.services, import_id)
    assert (await importer.advance(import_id)).state == "applied"
    return importer, import_id


async def _seen(harness: Harness) -> list[dict[str, object]]:
    """Return all that readers see of the registry, whatever rows there are."""
    names = "programme, iin_lookup, phone_lookup, number_lookup, status, reason, status_day, amount, fingerprint"
    rows = await harness.services.db.all(f"SELECT {names} FROM {payments.NOW} ORDER BY iin_lookup")  # noqa: S608
    history = await harness.services.db.all(
        "SELECT payment_id, status, day FROM payment_event"  # noqa: S608
        f" WHERE {payments.SEEN.format('payment_event')} ORDER BY id"
    )
    return rows + history


async def test_what_was_before_comes_back_to_the_letter(harness: Harness) -> None:
    await import_payments(harness.services, HALF.encode())
    before = await _seen(harness)
    importer, import_id = await _applied(harness, MOVED)
    assert await _seen(harness) != before
    for _ in range(2):
        await commands.undo(harness.services, import_id)
        await importer.advance(import_id)
    assert await _seen(harness) == before
    # What it had brought can be read no more, and can be brought again.
    report = await import_payments(harness.services, MOVED.encode())
    assert (report.added, report.changed, report.unchanged) == (8, 2, 6)
    assert await harness.check(501, ALIYA, ALIYA_PHONE, "a") is not None


async def test_the_keys_of_what_was_taken_back_are_destroyed(harness: Harness) -> None:
    importer, import_id = await _applied(harness, FILE)
    async with harness.services.db.read() as reader:
        known = await payments.known(reader, [harness.services.encryption.lookup("iin", ALIYA)])
    await commands.undo(harness.services, import_id)
    await importer.advance(import_id)
    async with harness.services.db.read() as reader:
        with pytest.raises(DataKeyDestroyedError):
            await harness.services.encryption.key(reader, known[0].data_key_id)


async def test_whoever_follows_what_is_taken_back_follows_nothing_any_more(harness: Harness) -> None:
    importer, import_id = await _applied(harness, FILE)
    payment_id = await harness.check(501, ALIYA, ALIYA_PHONE, "a")
    assert payment_id is not None
    await follow_payment(harness.services, payment_id, 501)
    await commands.undo(harness.services, import_id)
    await importer.advance(import_id)
    assert await followed_payment(harness.services, 501) is None
    assert not await open_followed(harness.services, payment_id, 501)
    assert await harness.check(501, ALIYA, ALIYA_PHONE, "b") is None


async def test_progress_is_shown_but_not_too_often(harness: Harness, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apply, "_FIRST_CHUNK", 1)
    monkeypatch.setattr(apply, "_LARGEST", 1)
    monkeypatch.setattr(apply, "_SMALLEST", 1)
    counts: list[int] = []
    for seconds, text in ((0.0, FILE), (60.0, OTHER_FILE)):
        monkeypatch.setattr(runner, "_SHOW_SECONDS", seconds)
        shown: list[Progress] = []

        async def show(found: RegistryImport, progress: Progress, shown: list[Progress] = shown) -> None:
            if found.state == "applying" and progress.total:
                shown.append(progress)

        _importer_then, import_id = await _ready(harness, text)
        watching = Importer(harness.services, _fetch(text), show)
        await commands.confirm(harness.services, import_id)
        await watching.advance(import_id)
        counts.append(len(shown))
        done = [progress.done for progress in shown]
        assert done == sorted(done)
    assert counts[0] > 16
    assert counts[1] <= 1


async def test_only_the_last_import_is_taken_back(harness: Harness) -> None:
    _, first = await _applied(harness, FILE)
    _, second = await _applied(harness, OTHER_FILE)
    with pytest.raises(Refusal, match="registry-not-last"):
        await commands.undo(harness.services, first)
    importer, third = await _ready(harness, MOVED)
    with pytest.raises(Refusal, match="registry-busy"):
        await commands.undo(harness.services, second)
    await commands.stop(harness.services, third)
    await commands.undo(harness.services, second)
    assert (await importer.advance(second)).state == "undone"


async def test_one_import_at_a_time(harness: Harness) -> None:
    importer, import_id = await _ready(harness, FILE)
    with pytest.raises(Refusal, match="registry-busy"):
        await import_payments(harness.services, FILE.encode())
    with pytest.raises(Refusal, match="registry-busy"):
        await _ready(harness, OTHER_FILE)
    await commands.stop(harness.services, import_id)
    await commands.stop(harness.services, import_id)
    await import_payments(harness.services, FILE.encode())
    assert (await importer.load(import_id)).state == "stopped"


async def test_two_processes_never_lead_one_import(harness: Harness) -> None:
    importer, import_id = await _ready(harness, FILE)
    await commands.confirm(harness.services, import_id)
    inside = 0

    class Nosy(Importer):
        async def load(self, import_id: int) -> RegistryImport:
            nonlocal inside
            inside += 1
            with pytest.raises(BusyError):
                await importer.advance(import_id)
            return await importer.load(import_id)

    nosy = Nosy(harness.services, _fetch(FILE), _unseen)
    assert (await nosy.advance(import_id)).state == "applied"
    assert inside


async def test_what_changes_elsewhere_while_a_file_waits_is_left_as_it_is(harness: Harness) -> None:
    await import_payments(harness.services, HALF.encode())
    importer, import_id = await _ready(harness, MOVED.replace("paid,2020-08-04", "paid,2020-08-05"))
    await harness.services.db.write(lambda tx: _from_elsewhere(harness, tx))
    await commands.confirm(harness.services, import_id)
    done = await importer.advance(import_id)
    assert (done.state, done.mended) == ("applied", 1)
    payment_id = await harness.check(501, ALIYA, ALIYA_PHONE, "a")
    assert payment_id is not None
    assert (await seen(harness.services, payment_id)).status == "refused"
    await commands.undo(harness.services, import_id)
    await importer.advance(import_id)
    assert (await seen(harness.services, payment_id)).status == "refused"


async def test_what_somebody_changes_after_an_import_is_not_taken_back(harness: Harness) -> None:
    await import_payments(harness.services, HALF.encode())
    importer, import_id = await _applied(harness, MOVED)
    await harness.services.db.write(
        lambda tx: _from_elsewhere(harness, tx, PaymentStatus.SENT_TO_BANK, None, "2020-04-26")
    )
    await commands.undo(harness.services, import_id)
    await importer.advance(import_id)
    payment_id = await harness.check(501, ALIYA, ALIYA_PHONE, "a")
    assert payment_id is not None
    assert (await seen(harness.services, payment_id)).status == "sent_to_bank"


async def test_a_message_that_has_not_gone_out_is_withdrawn_with_its_import(harness: Harness) -> None:
    await import_payments(harness.services, FILE.encode())
    payment_id = await harness.check(501, ALIYA, ALIYA_PHONE, "a")
    assert payment_id is not None
    await follow_payment(harness.services, payment_id, 501)
    importer, import_id = await _applied(harness, MOVED)
    await commands.undo(harness.services, import_id)
    await importer.advance(import_id)
    notifications = await harness.services.db.all("SELECT state FROM outbox WHERE kind = 'notice'")
    assert notifications == [{"state": "cancelled"}]


async def test_a_file_nobody_confirms_makes_way_after_a_day(harness: Harness) -> None:
    importer, import_id = await _ready(harness, FILE)
    await commands.expire(harness.services, harness.services.now - 86_400)
    assert (await importer.load(import_id)).is_open
    harness.clock.move(days=1, seconds=1)
    await commands.expire(harness.services, harness.services.now - 86_400)
    assert not (await importer.load(import_id)).is_open


async def test_nothing_staged_is_left_behind(harness: Harness) -> None:
    importer, import_id = await _applied(harness, FILE)
    await importer.sweep()
    assert not list(importer.staged(import_id).parent.glob("*.sqlite*"))


async def test_staged_rows_hold_nothing_that_can_be_read(harness: Harness) -> None:
    importer, import_id = await _ready(harness, FILE)
    content = importer.staged(import_id).read_bytes()
    for secret in (ALIYA, NURLAN, "Үлгібаева", "+77000000001", "D-2020-000001", "KZ55601D000000000001"):
        assert secret.encode() not in content


async def _from_elsewhere(
    harness: Harness,
    tx: Transaction,
    status: PaymentStatus = PaymentStatus.REFUSED,
    reason: PaymentReason | None = PaymentReason.DUPLICATE,
    day: str = "2020-04-25",
) -> None:
    """Have the staff or another source say something of Aliya's payment."""
    encryption = harness.services.encryption
    lookup = encryption.lookup("iin", ALIYA)
    known = (await payments.known(tx, [lookup]))[0]
    details = await payments.by_id(tx, known.id)
    assert details is not None
    phone, number = encryption.lookup("phone", ALIYA_PHONE.value), encryption.lookup("number", "D2020000001")
    state = NewState(
        programme=known.programme,
        status=status,
        reason=reason,
        day=day,
        amount=42_500,
        iin_lookup=lookup,
        phone_lookup=phone,
        number_lookup=number,
        fingerprint="elsewhere",
        details=await payments.open_details(tx, encryption, details),
    )
    await payments.change(tx, encryption, known, state, harness.services.now)


async def test_a_stopped_half_is_taken_back(harness: Harness) -> None:
    await import_payments(harness.services, HALF.encode())
    before = await _seen(harness)
    importer, import_id = await _ready(harness, MOVED)
    await commands.confirm(harness.services, import_id)
    # As if the process had come half way before somebody pressed «stop».
    found = await importer.load(import_id)

    async def half(tx: Transaction) -> None:
        from storage.registry import apply  # noqa: PLC0415

        await apply.take_keys(tx, found.id, 0, 8, harness.services.now)
        await apply.take_new(tx, found.id, 0, 3, harness.services.now)
        await apply.take_changes(tx, found.id, 0, 1, harness.services.now)

    async with harness.services.db.attached(importer.staged(import_id), "staging"):
        await harness.services.db.write(half)
    assert await _seen(harness) == before
    await commands.stop(harness.services, import_id)
    assert (await importer.advance(import_id)).state == "undone"
    assert await _seen(harness) == before
    async with harness.services.db.read() as reader:
        assert await imports.find_open(reader, harness.services.encryption) is None


async def test_what_every_row_must_have_is_left_out_by_no_choice(harness: Harness) -> None:
    importer = _importer(harness, FILE.replace("last_name", "кто это", 1))
    file = commands.ReceivedFile("1", "a.csv", message=1, thread=None)
    import_id = await commands.receive(harness.services, key="r", actor=601, chat_id=-1, file=file)
    assert (await importer.advance(import_id)).state == "columns"
    answer: dict[str, Any] = {"import_id": import_id, "field": "last_name", "actor": 601}
    for chosen in (commands.NO_COLUMN, "12", "-1", "no-such-programme"):
        with pytest.raises(Refusal, match="registry-column-needed"):
            await commands.choose_column(harness.services, **answer, chosen=chosen)
    await commands.choose_column(harness.services, **{**answer, "field": "phone"}, chosen="2")
    assert "last_name" not in (await importer.load(import_id)).columns, "an old question is not asked any more"
    await commands.choose_column(harness.services, **answer, chosen="2")
    assert (await importer.advance(import_id)).state == "ready"
