"""The world survives a restart, and the clock is written down."""

import asyncio
from pathlib import Path

from simulator import Person, Simulator
from simulator.driver import Driver
from tests.simulator.conftest import PEOPLE, TOKEN, bot_of, taken
from tests.simulator.pictures import picture


def kept(folder: Path) -> Simulator:
    """Return a simulator that keeps its world in `folder`."""
    return Simulator(token=TOKEN, people=PEOPLE, state_dir=folder / "state", clock_file=folder / "run" / "clock")


async def test_a_restart_goes_on(tmp_path: Path) -> None:
    """People, chats, messages, files, waiting updates, commands and the clock are there again."""
    first = kept(tmp_path)
    await first.start()
    async with Driver(first.url) as telegram:
        asel = telegram.person(501)
        await asel.sends("сәлем")
        photo = (await asel.sends_photo(picture())).photo
        await telegram.add_person("Жаңа", phone="+77010000003")
        chat_id = (await asel.does("create_group", title="Топ", is_forum=True, members=[]))["chat"]["id"]
        await telegram.advance(days=2)
        bot = bot_of(first.url)
        await bot.set_my_name("Бот", language_code="kk")
        await taken(bot)
        await asel.sends("күтіп тұр")
        await bot.session.close()
    await first.stop()

    second = kept(tmp_path)
    second.world.person(501)
    await second.start()
    async with Driver(second.url) as telegram:
        state = await telegram.state()
        assert [m.get("text") for m in state["messages"]["501"]] == ["сәлем", None, "күтіп тұр"]
        assert {person["first_name"] for person in state["people"]} >= {"Асел", "Жаңа"}
        assert {chat["id"] for chat in state["chats"]} == {501, chat_id}
        assert state["clock_offset"] == 2 * 86400
        bot = bot_of(second.url)
        waiting = [update.message.text for update in await bot.get_updates() if update.message]
        assert waiting == ["күтіп тұр"]
        assert (await bot.get_my_name(language_code="kk")).name == "Бот"
        assert photo
        assert (await bot.send_photo(501, photo[-1].file_id)).photo
        assert await bot.download(photo[-1])
        await bot.session.close()
    await second.stop()


async def test_the_world_is_written_while_it_runs(tmp_path: Path) -> None:
    """A killed simulator loses a second at most."""
    simulator = kept(tmp_path)
    await simulator.start()
    async with Driver(simulator.url) as telegram:
        await telegram.person(501).sends("сәлем")
        async with asyncio.timeout(20):
            while "сәлем" not in _text(tmp_path / "state" / "world.json"):
                await asyncio.sleep(0.1)
    await simulator.stop()


def _text(path: Path) -> str:
    return path.read_text("utf-8") if path.exists() else ""


async def test_the_clock_file_follows(tmp_path: Path) -> None:
    """The offset in seconds is in the file before the driver goes on; message dates follow."""
    file = tmp_path / "clock"
    simulator = Simulator(token=TOKEN, people=[Person(id=1, first_name="Ә")], clock_file=file)
    assert float(_text(file)) == 0
    await simulator.start()
    async with Driver(simulator.url) as telegram:
        before = await telegram.person(1).sends("бұрын")
        await telegram.advance(hours=5, minutes=30)
        assert float(_text(file)) == 5.5 * 3600
        after = await telegram.person(1).sends("кейін")
    assert abs((after.date - before.date).total_seconds() - 5.5 * 3600) < 5
    await simulator.stop()
