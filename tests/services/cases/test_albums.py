"""Photos of a case are parted so that each part fits into one call of Telegram."""

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.applications.application import Page
from bot.outbox.handlers.case_documents import albums

MEGABYTE = 1024 * 1024


def _pages(sizes: list[int]) -> list[Page]:
    return [Page(n, "documents", n, "", "", "image/jpeg", size, None) for n, size in enumerate(sizes)]


@given(st.lists(st.integers(1, 20 * MEGABYTE), max_size=40))
def test_parts_keep_the_order_and_the_limits(sizes: list[int]) -> None:
    pages = _pages(sizes)
    parted = albums(pages)
    assert [page for part in parted for page in part] == pages
    for part in parted:
        assert 1 <= len(part) <= 10
        assert sum(page.size for page in part) <= 20 * MEGABYTE


def test_small_photos_go_by_ten() -> None:
    assert [len(part) for part in albums(_pages([MEGABYTE] * 21))] == [10, 10, 1]
