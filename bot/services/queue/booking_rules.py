"""The rules of booking as ``data/queue/booking.toml`` has them; a file that breaks the rules' bounds stops the
start.
"""

from bot.data_files import DATA
from bot.domain.queue.bookings import BookingRules

BOOKING_RULES = BookingRules.read((DATA / "queue" / "booking.toml").read_text(encoding="utf-8"))
COOL_SECONDS = int(BOOKING_RULES.cool_down.total_seconds())
"""How long a freed seat is the line's before everybody sees it."""
