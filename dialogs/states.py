"""Every screen's state. Names are stored in people's dialog state: a test holds the list (pitfall 4)."""

from aiogram.fsm.state import State, StatesGroup


class Start(StatesGroup):
    """First contact: the language."""

    language = State()


class Menu(StatesGroup):
    """The way to everything."""

    home = State()
    help = State()
    real = State()
    requests = State()


class Understood(StatesGroup):
    """What was typed freely, offered back, and search."""

    offer = State()
    search = State()


class Guides(StatesGroup):
    """Short guides and quizzes."""

    topics = State()
    list = State()
    answer = State()
    steps = State()
    quizzes = State()
    quiz = State()


class Inquiries(StatesGroup):
    """Writing to the staff: a complaint, thanks, a visit at home, a question; and what was written."""

    kind = State()
    ground = State()
    place = State()
    inside = State()
    words = State()
    address = State()
    phone = State()
    check = State()
    sent = State()
    all = State()
    one = State()
    more = State()


class Profile(StatesGroup):
    """What is kept about a person, and their consent."""

    home = State()
    reminders = State()
    consent = State()
    withdraw = State()


class Payment(StatesGroup):
    """The 42 500 ₸ payment."""

    home = State()
    iin = State()
    proof = State()
    result = State()
    missing = State()
    topics = State()
    topic = State()
    fake = State()


class Intake(StatesGroup):
    """Applying for a payment whose programme is open."""

    intro = State()
    choice = State()
    typed = State()
    name = State()
    recap = State()
    edit = State()
    sent = State()
    standing = State()
    asked = State()


class Appeals(StatesGroup):
    """Which of the other services to apply for."""

    sections = State()
    section = State()
    found = State()


class Aid(StatesGroup):
    """An application: the form engine's windows and what stands around them."""

    intro = State()
    typed = State()
    name = State()
    choice = State()
    region = State()
    members = State()
    member = State()
    incomes = State()
    income_kinds = State()
    income_month = State()
    paper = State()
    recap = State()
    edit = State()
    consent = State()
    done = State()
    exists = State()


class Eligibility(StatesGroup):
    """Whether АӘК is likely: an estimate."""

    intro = State()
    region = State()
    state = State()
    family = State()
    relation = State()
    children = State()
    incomes = State()
    kinds = State()
    sums = State()
    plot = State()
    loan = State()
    result = State()
    existing = State()


class Assistance(StatesGroup):
    """Filing for people without a smartphone, and taking a case over."""

    invited = State()
    whom = State()
    name = State()
    consent = State()
    phone = State()
    paper = State()
    client = State()
    code = State()
    take = State()


class Queue(StatesGroup):
    """Taking a place in the ЦОН queue, or another time for one."""

    section = State()
    service = State()
    explained = State()
    region = State()
    found = State()
    near = State()
    nearby = State()
    city = State()
    branch = State()
    place = State()
    offered = State()
    second = State()
    day = State()
    time = State()
    taken = State()
    whom = State()
    relation = State()
    iin = State()
    limit = State()
    check = State()
    done = State()
    wait = State()
    load = State()
    people = State()


class Arrival(StatesGroup):
    """At the entrance of a ЦОН, by its poster."""

    here = State()


class Bookings(StatesGroup):
    """Places in the queue that were taken."""

    all = State()
    ticket = State()
    cancel = State()
    cancelled = State()
    gone = State()
    waiting = State()
    whose = State()
    proof = State()
    code = State()
    others = State()
    foreign = State()


class Cases(StatesGroup):
    """Applications after they were submitted."""

    all = State()
    one = State()
    answer = State()
    plan = State()
    disagree = State()
    duties = State()
    duty = State()
    withdraw = State()


class Admin(StatesGroup):
    """Making a code that binds a staff chat."""

    role = State()
    region = State()
    language = State()
    code = State()
