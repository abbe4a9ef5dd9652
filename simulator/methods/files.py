"""getFile: the way to a file's bytes."""

from aiogram.methods import GetFile
from aiogram.types import File

from simulator.errors import bad_request
from simulator.methods.routes import CallContext, answers
from simulator.model.files import DOWNLOAD_LIMIT


@answers(GetFile)
async def get_file(context: CallContext, call: GetFile) -> File:
    """Return the path to download from; refuse unknown files and those over 20 MB."""
    record = context.world.files.records.get(call.file_id)
    if record is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    if record.size > DOWNLOAD_LIMIT:
        raise bad_request("file is too big")
    return File(
        file_id=record.file_id,
        file_unique_id=record.file_unique_id,
        file_size=record.size,
        file_path=record.path,
    )
