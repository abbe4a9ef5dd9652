"""Following a payment, for the journeys."""

from tests.support.world import Reader

ALIYA, MASKED, UNKNOWN = "900312600102", "9003••••0102", "850615100017"


async def follows_payment(person: Reader) -> None:
    """Prove that the demo's payment is one's own, and follow it."""
    await person.says("/payment")
    await person.presses("payment-check")
    await person.says(ALIYA)
    await person.actor.sees("••••")
    await person.actor.sends_contact()
    await person.sees("payment-means-fund_review")
