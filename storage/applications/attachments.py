"""Pages of an application's papers: the rows that name encrypted files, in the order in which they were sent."""

from collections.abc import Collection

from bot.domain.applications.application import Page, StoredFile
from storage.engine.database import Row, Transaction

_HEAD = "SELECT id, item, page, content_hash, stored_as, media_type, size, question_id, caption FROM document"


async def pages_of(tx: Transaction, application_id: int, item: str | None = None) -> list[Page]:
    """Return the pages of one item, or of all, in order; without those that were shot again."""
    rows = await tx.all(
        f"{_HEAD} WHERE application_id = ? AND (? IS NULL OR item = ?) AND replaced_by IS NULL ORDER BY item, page, id",
        application_id,
        item,
        item,
    )
    return [_page(row) for row in rows]


async def replaced_pages(tx: Transaction, application_id: int) -> list[Page]:
    """Return the pages in whose place another one stands now: they stay in the file of the case."""
    rows = await tx.all(f"{_HEAD} WHERE application_id = ? AND replaced_by IS NOT NULL ORDER BY id", application_id)
    return [_page(row) for row in rows]


async def dated_pages_of(tx: Transaction, application_id: int) -> list[tuple[Page, int]]:
    """Return every page that is held, also those shot again, with the moments they came."""
    rows = await tx.all(f"{_HEAD} WHERE application_id = ? ORDER BY item, page, id", application_id)
    came = await tx.all("SELECT id, created_at FROM document WHERE application_id = ?", application_id)
    moments = {row["id"]: row["created_at"] for row in came}
    return [(_page(row), moments[row["id"]]) for row in rows]


async def find(tx: Transaction, application_id: int, page_id: int) -> Page | None:
    """Return a page that stands in its paper now."""
    row = await tx.one(f"{_HEAD} WHERE id = ? AND application_id = ? AND replaced_by IS NULL", page_id, application_id)
    return _page(row) if row else None


async def mark_replaced(tx: Transaction, page_id: int, by: int) -> None:
    """Mark this page as replaced by another."""
    await tx.execute("UPDATE document SET replaced_by = ? WHERE id = ?", by, page_id)


async def has_content(tx: Transaction, application_id: int, file: StoredFile) -> bool:
    """Tell whether a page of any paper of the application is this very file."""
    row = await tx.one(
        "SELECT 1 AS yes FROM document WHERE application_id = ? AND content_hash = ? LIMIT 1",
        application_id,
        file.content_hash,
    )
    return row is not None


async def add_page(
    tx: Transaction,
    application_id: int,
    item: str,
    file: StoredFile,
    *,
    page: int,
    now: int,
    question_id: int | None = None,
) -> bool:
    """Add a page; False when this item already has one with the same content."""
    added = await tx.execute(
        "INSERT OR IGNORE INTO document (application_id, item, page, content_hash, stored_as, media_type, size,"
        " question_id, caption, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        application_id,
        item,
        page,
        file.content_hash,
        file.stored_as,
        file.media_type,
        file.size,
        question_id,
        file.caption,
        now,
    )
    return bool(added)


async def page_of(tx: Transaction, application_id: int, item: str, file: StoredFile) -> Page:
    """Return the page of an item that is this file."""
    pages = await pages_of(tx, application_id, item)
    return next(page for page in pages if page.content_hash == file.content_hash)


async def remove_others(tx: Transaction, application_id: int, items: Collection[str]) -> list[str]:
    """Remove the pages of every paper but these; return ``stored_as`` of files that no row names any more."""
    pages = [page for page in await pages_of(tx, application_id) if page.item not in items]
    await tx.many("DELETE FROM document WHERE id = ?", [(page.id,) for page in pages])
    return [page.stored_as for page in pages if not await still_used(tx, page.stored_as)]


async def remove_last(tx: Transaction, application_id: int, item: str) -> Page | None:
    """Take the last page of an item away; return it, or None when there is none."""
    pages = await pages_of(tx, application_id, item)
    if not pages:
        return None
    await tx.execute("DELETE FROM document WHERE id = ?", pages[-1].id)
    return pages[-1]


async def still_used(tx: Transaction, stored_as: str) -> bool:
    """Tell whether any row names this file."""
    return await tx.one("SELECT 1 AS yes FROM document WHERE stored_as = ?", stored_as) is not None


def _page(row: Row) -> Page:
    return Page(**row)
