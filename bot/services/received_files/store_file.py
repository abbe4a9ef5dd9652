"""A file is on disk before the row that names it: a crash between the two leaves a file, never a broken page."""

from bot.domain.applications.application import CAPTION, StoredFile
from bot.domain.sealing import DataKey
from bot.services.work import Services


async def store_file(
    services: Services, key: DataKey, content: bytes, media_type: str, caption: str = ""
) -> StoredFile:
    """Encrypt a file and what was written beside it under a person's key, and store it."""
    digest = services.encryption.content_hash(content)
    stored_as = await services.files.put(key, digest, content)
    sealed = key.seal(CAPTION, caption) if caption else None
    return StoredFile(digest, stored_as, media_type, len(content), sealed)
