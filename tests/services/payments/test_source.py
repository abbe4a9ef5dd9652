"""The payments' source over HTTP: what it promises, all the ways it fails, and what is left behind: nothing."""

import asyncio
import json
import logging
import threading
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import ClientSession
from jsonschema import Draft202012Validator, FormatChecker
from openapi_spec_validator import validate
from openapi_spec_validator.readers import read_from_filename

from bot.data_files import ROOT
from bot.domain.payments.statuses import PaymentReason, PaymentStatus
from bot.domain.people.identifiers import Iin
from bot.services.payment_source.breaker import Breaker, RestingError
from bot.services.payment_source.client import SourceError, open_payment_source
from bot.services.payment_source.contract import LOOK_UP_PATH, LookUpAnswer, LookUpQuestion, SourcePayment
from tests.support.payments.source import KEY, PAYMENT, ExampleSource, example_source

ALIYA = Iin("900312600102")
SPEC, _URL = read_from_filename(str(ROOT / "docs" / "payments-api.yaml"))


@pytest.fixture
async def source() -> AsyncIterator[ExampleSource]:
    async with example_source() as running:
        running.payments[ALIYA] = [dict(PAYMENT)]
        yield running


def _validator(name: str) -> Draft202012Validator:
    schema = {"$ref": f"#/components/schemas/{name}", "components": SPEC["components"]}
    return Draft202012Validator(schema, format_checker=FormatChecker())


async def _fault(source: ExampleSource, *, url: str = "", key: str = KEY, patience: float = 0.6) -> str:
    async with open_payment_source(url or source.url, key, patience) as client:
        try:
            await client.look_up(ALIYA)
        except SourceError as error:
            return error.fault
    return "none"


def test_the_contract_is_sound_and_says_what_the_code_reads() -> None:
    validate(SPEC)
    schemas: Any = SPEC["components"]["schemas"]
    assert list(SPEC["paths"]) == [LOOK_UP_PATH]
    described = schemas["SourcePayment"]
    assert set(described["properties"]) == set(SourcePayment.model_fields)
    required = {name for name, field in SourcePayment.model_fields.items() if field.is_required()}
    assert set(described["required"]) == required
    assert described["properties"]["status"]["enum"] == [status.value for status in PaymentStatus]
    assert described["properties"]["reason"]["enum"] == [*(reason.value for reason in PaymentReason), None]
    assert set(schemas["LookUpQuestion"]["properties"]) == set(LookUpQuestion.model_fields)
    ours = LookUpAnswer.model_json_schema()["$defs"]["SourcePayment"]["properties"]
    for name in ("programme", "application_no", "phone", "iban"):
        rules = ours[name].get("anyOf", [ours[name]])[0]
        told = {"minLength", "maxLength", "pattern"} & set(rules)
        assert {rule: rules[rule] for rule in told} == {rule: described["properties"][name][rule] for rule in told}


def test_the_examples_of_the_contract_are_understood() -> None:
    look_up: Any = SPEC["paths"][LOOK_UP_PATH]["post"]
    LookUpQuestion.model_validate(look_up["requestBody"]["content"]["application/json"]["example"])
    for example in look_up["responses"]["200"]["content"]["application/json"]["examples"].values():
        _validator("LookUpAnswer").validate(example["value"])
        LookUpAnswer.model_validate_json(json.dumps(example["value"]))


async def test_the_example_server_keeps_the_contract(source: ExampleSource) -> None:
    async with ClientSession(headers={"Authorization": f"Bearer {KEY}"}) as session:
        for iin in (ALIYA, "850615100017"):
            async with session.post(source.url + LOOK_UP_PATH, json={"iin": iin}) as response:
                assert response.status == 200
                _validator("LookUpAnswer").validate(await response.json())
    for question in source.asked:
        _validator("LookUpQuestion").validate(question)


async def test_an_answer_is_read(source: ExampleSource) -> None:
    async with open_payment_source(source.url, KEY, 1) as client:
        (found,) = await client.look_up(ALIYA)
        assert (found.status, found.amount, found.reason) == (PaymentStatus.ASSIGNED, 42_500, None)
        assert await client.look_up(Iin("850615100017")) == ()


@pytest.mark.parametrize(
    ("server", "told", "asked"),
    [
        ("slow", "slow", 2),
        ("500", "failing", 3),
        ("503", "failing", 3),
        ("429", "failing", 3),
        ("broken json", "answer", 1),
        ("no json", "answer", 1),
        ("wrong types", "answer", 1),
        ("unknown status", "answer", 1),
        ("endless", "answer", 1),
        ("redirect", "answer", 1),
        ("expired key", "key", 1),
    ],
)
async def test_each_fault_is_told_apart_in_time_and_leaves_nothing(
    source: ExampleSource, server: str, told: str, asked: int
) -> None:
    source.faults = [server]
    tasks, threads = len(asyncio.all_tasks()), threading.active_count()
    async with asyncio.timeout(3):
        assert await _fault(source, patience=2 if told == "failing" else 0.6) == told
    assert len(source.asked) <= asked
    assert len(source.asked) >= min(asked, 1)
    async with asyncio.timeout(3):
        # The server's own task of a slow answer ends with the connection.
        while len(asyncio.all_tasks()) > tasks:
            await asyncio.sleep(0.01)
    assert threading.active_count() <= threads + 1


async def test_nobody_there_and_a_wrong_key(source: ExampleSource) -> None:
    assert await _fault(source, url="http://127.0.0.1:9", patience=2) == "unreachable"
    assert await _fault(source, key="another") == "key"


@pytest.mark.parametrize("fault", ["500", "429"])
async def test_what_heals_is_asked_again(source: ExampleSource, fault: str) -> None:
    source.faults = [fault, "none"]
    assert await _fault(source, patience=3) == "none"
    assert len(source.asked) == 2


async def test_a_try_that_hangs_leaves_time_for_another(source: ExampleSource) -> None:
    source.faults = ["slow", "none"]
    assert await _fault(source, patience=2) == "none"


async def test_a_source_that_keeps_failing_is_left_alone(source: ExampleSource) -> None:
    source.faults = ["expired key"]
    async with open_payment_source(source.url, KEY, 1) as client:
        faults = []
        for _ in range(8):
            with pytest.raises(SourceError) as failed:
                await client.look_up(ALIYA)
            faults.append(failed.value.fault)
    assert faults == ["key"] * 5 + ["resting"] * 3
    assert len(source.asked) == 5


def test_after_its_rest_one_asks_and_the_others_wait_for_them() -> None:
    now = 0.0
    breaker = Breaker(lambda: now, failures=2, rest=30)
    for _ in range(2):
        _fails(breaker)
    now = 29.9
    with pytest.raises(RestingError), breaker.guarding():
        pass
    now = 30.0
    with breaker.guarding(), pytest.raises(RestingError), breaker.guarding():
        pass
    # It answered: everybody may ask again.
    with breaker.guarding(), breaker.guarding():
        pass
    _fails(breaker)
    with breaker.guarding():
        pass


def test_a_trial_that_fails_makes_it_rest_again() -> None:
    now = 0.0
    breaker = Breaker(lambda: now, failures=1, rest=30)
    _fails(breaker)
    now = 31.0
    _fails(breaker)
    now = 60.0
    with pytest.raises(RestingError), breaker.guarding():
        pass


def _fails(breaker: Breaker) -> None:
    with pytest.raises(ZeroDivisionError), breaker.guarding():
        raise ZeroDivisionError


async def test_neither_key_nor_number_gets_into_a_log(
    source: ExampleSource, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    for fault in ("500", "wrong types", "unknown status", "expired key", "broken json"):
        source.faults = [fault]
        await _fault(source, patience=2)
    await _fault(source, url="http://127.0.0.1:9")
    out, err = capsys.readouterr()
    logged = caplog.text + out + err
    assert "gave no answer" in logged
    for secret in (KEY, ALIYA, "Үлгібаева", "+77000000001"):
        assert secret not in logged
