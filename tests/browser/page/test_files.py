"""Files to the bot and from it."""

import base64

import pytest
from playwright.async_api import FilePayload, expect

from tests.browser.page.conftest import ASEL, World
from tests.browser.page.files import pdf, picture

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

DROP = """([testid, name, type, data]) => {
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([bytes], name, { type }));
    const area = document.querySelector(`[data-testid="${testid}"]`);
    for (const kind of ["dragover", "drop"]) {
        area.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
    }
}"""


def _png(name: str, shade: int) -> FilePayload:
    return {"name": name, "mimeType": "image/png", "buffer": picture((shade, 90, 120))}


def _kinds(world: World) -> list[str]:
    names = ("photo", "document", "video", "voice")
    return [name for update in world.bot.seen for name in names if name in update.get("message", {})]


async def test_a_chosen_picture_goes_as_a_photo_with_its_caption(world: World) -> None:
    await world.begin()
    await world.at(f"file-{ASEL}").set_input_files([_png("a.png", 10)])
    await world.write(ASEL, "my page")
    log = world.at(f"log-{ASEL}")
    await expect(log.get_by_text('Got photo: "my page"')).to_be_visible()
    await expect(world.at(f"attachments-{ASEL}")).to_be_hidden()
    await log.locator(".photo").first.click()
    await expect(world.at("lightbox-image")).to_be_visible()
    await world.page.keyboard.press("Escape")
    await expect(world.at("lightbox")).to_have_count(0)


async def test_a_picture_may_go_as_a_file(world: World) -> None:
    await world.begin()
    await world.at(f"file-{ASEL}").set_input_files([_png("scan.png", 20)])
    await world.at(f"as-file-{ASEL}").check()
    await world.at(f"send-{ASEL}").click()
    await expect(world.at(f"log-{ASEL}").get_by_text("Got document")).to_be_visible()
    assert world.bot.seen[-1]["message"]["document"]["file_name"] == "scan.png"


async def test_a_dropped_pdf_is_attached_and_sent(world: World) -> None:
    await world.begin()
    data = base64.b64encode(pdf()).decode()
    await world.page.evaluate(DROP, [f"chat-{ASEL}", "paper.pdf", "application/pdf", data])
    await expect(world.at(f"attachments-{ASEL}")).to_contain_text("paper.pdf")
    await world.at(f"send-{ASEL}").click()
    await expect(world.at(f"log-{ASEL}").get_by_text("Got document")).to_be_visible()


async def test_several_pictures_become_one_album(world: World) -> None:
    await world.begin()
    await world.at(f"file-{ASEL}").set_input_files([_png(f"{n}.png", n * 40) for n in range(3)])
    await world.at(f"send-{ASEL}").click()
    album = world.at(f"log-{ASEL}").locator(".album")
    await expect(album.locator("img")).to_have_count(3)
    await expect(album).to_have_count(1)
    await expect(world.at(f"log-{ASEL}").get_by_text("Got photo")).to_have_count(3)
    assert _kinds(world) == ["photo"] * 3
    assert len({update["message"].get("media_group_id") for update in world.bot.seen[-3:]}) == 1


async def test_the_bots_pdf_opens_over_the_page(world: World) -> None:
    await world.begin()
    await world.write(ASEL, "pdf")
    await world.at(f"log-{ASEL}").get_by_role("button", name="form.pdf").click()
    await expect(world.at("document-frame")).to_be_visible()
    address = await world.at("document-tab").get_attribute("href")
    answer = await world.page.request.get(f"{world.simulator.url}{address}")
    assert answer.headers["content-type"] == "application/pdf"
    assert (await answer.body()).startswith(b"%PDF")
    await world.at("document-view").get_by_role("button", name="Close").click()
    await expect(world.at("document-view")).to_have_count(0)


async def test_a_refused_file_stays_in_the_composer(world: World) -> None:
    await world.begin()
    broken: FilePayload = {"name": "broken.png", "mimeType": "image/png", "buffer": b"this is no picture"}
    await world.at(f"file-{ASEL}").set_input_files([broken])
    await world.write(ASEL, "see here")
    await expect(world.at("toast")).to_be_visible()
    await expect(world.at(f"attachments-{ASEL}")).to_contain_text("broken.png")
    await expect(world.at(f"composer-{ASEL}")).to_have_value("see here")
