"""Telegram's HTML becomes text and entities, or is refused."""

import pytest
from aiogram.utils.text_decorations import html_decoration

from simulator.entities.found import find_entities
from simulator.entities.html import parse_html
from simulator.errors import ApiError


@pytest.mark.parametrize(
    ("source", "text", "marks"),
    [
        ("<b>Сәлем</b> 👋 <i>x</i>", "Сәлем 👋 x", [("bold", 0, 5), ("italic", 9, 1)]),
        ("a &lt;b&gt; &amp; &quot;c&quot; &nbsp; &#1201;", 'a <b> & "c" &nbsp; ұ', []),
        ('<a href="https://egov.kz/?a=1&amp;b=2">x</a>', "x", [("text_link", 0, 1)]),
        ("<b>one <i>two</i></b>", "one two", [("bold", 0, 7), ("italic", 4, 3)]),
        ('<pre><code class="language-python">x</code></pre>', "x", [("pre", 0, 1)]),
        ("<blockquote expandable>x</blockquote>", "x", [("expandable_blockquote", 0, 1)]),
        ('<span class="tg-spoiler">x</span>', "x", [("spoiler", 0, 1)]),
        ("<b></b>x", "x", []),
        ("<a>x</a>", "x", []),
    ],
)
def test_reads_tags(source: str, text: str, marks: list[tuple[str, int, int]]) -> None:
    """Tags turn into entities whose offsets count UTF-16 units."""
    plain, entities = parse_html(source)
    assert plain == text
    assert [(entity.type, entity.offset, entity.length) for entity in entities] == marks


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("a < b", "Unsupported start tag"),
        ("ә <x>y</x>", 'Unsupported start tag "x" at byte offset 3'),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<b><i>x</b></i>", 'expected "</i>", found "</b>"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<span>x</span>", 'must have class "tg-spoiler"'),
        ("<br>", 'Unsupported start tag "br"'),
        ('<tg-time unix="soon">x</tg-time>', "valid Unix time"),
        ("<p>x</p>", 'Unsupported start tag "p"'),
    ],
)
def test_refuses_bad_html(source: str, words: str) -> None:
    """What Telegram cannot parse is a 400 that says why."""
    with pytest.raises(ApiError) as refused:
        parse_html(source)
    assert refused.value.code == 400
    assert refused.value.description.startswith("Bad Request: can't parse entities: ")
    assert words in refused.value.description


def test_agrees_with_aiogram() -> None:
    """What aiogram writes back from the entities is the source again."""
    source = '<b>Құжат &amp; <i>мерзім</i></b> <a href="https://t.me/x">🏛 ЦОН</a> <code>a&lt;b</code>'
    text, entities = parse_html(source)
    assert html_decoration.unparse(text, entities) == source


def test_finds_entities() -> None:
    """Commands, mentions, links, addresses, tags and phones are found, but not inside code or links."""
    text = "/start@local_bot @asel_bot https://egov.kz/a?b=1. a@b.kz #тег +77010000001 и/или gov.kz"
    found = {entity.type: entity.extract_from(text) for entity in find_entities(text, [])}
    assert found["bot_command"] == "/start@local_bot"
    assert found["mention"] == "@asel_bot"
    assert found["email"] == "a@b.kz"
    assert found["hashtag"] == "#тег"
    assert found["phone_number"] == "+77010000001"
    urls = [e.extract_from(text) for e in find_entities(text, []) if e.type == "url"]
    assert urls == ["https://egov.kz/a?b=1", "gov.kz"]
    plain, code = parse_html("<code>/start</code> /stop")
    assert [e.extract_from(plain) for e in find_entities(plain, code)] == ["/start", "/stop"]
    assert [e.type for e in find_entities(plain, code)] == ["code", "bot_command"]
