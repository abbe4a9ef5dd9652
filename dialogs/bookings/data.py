"""What the screens of one's bookings remember: which one."""

from dialogs.data import DialogData, Field


class BookingsData(DialogData):
    """The booking, and the place in the waiting list; the person of bookings by others, and the code for staff."""

    booking = Field[int]("booking")
    waiting = Field[int]("waiting")
    person = Field[int]("person")
    code = Field[str]("code")
