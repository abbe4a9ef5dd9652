"""What the screens of one's bookings remember: which one."""

from dialogs.data import DialogData, Field


class BookingsData(DialogData):
    """The booking, and the place in the waiting list."""

    booking = Field[int]("booking")
    waiting = Field[int]("waiting")
