"""A file is on disk before the row that names it: a crash between the two leaves a file, never a broken page."""

from bot.domain.applications.application import StoredFile
from bot.domain.sealing import DataKey
from bot.services.work import Services


async def store_file(services: Services, key: DataKey, content: bytes, media_type: str) -> StoredFile:
    """Encrypt a file under a person's key and store it."""
    digest = services.encryption.content_hash(content)
    stored_as = await services.files.put(key, digest, content)
    return StoredFile(digest, stored_as, media_type, len(content))
