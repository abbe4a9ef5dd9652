"""The tables of moves of entries and offers."""

from bot.domain.queue.waiting_list import OFFER_MOVES, WAITING_MOVES, OfferState, WaitingState


def test_who_waits_may_end_in_any_way_and_nobody_comes_back() -> None:
    assert WAITING_MOVES.keys() == set(WaitingState)
    assert WAITING_MOVES[WaitingState.WAITING] == set(WaitingState) - {WaitingState.WAITING}
    assert not any(WAITING_MOVES[state] for state in WaitingState if state is not WaitingState.WAITING)


def test_an_open_offer_may_end_in_any_way_and_none_opens_again() -> None:
    assert OFFER_MOVES.keys() == set(OfferState)
    assert OFFER_MOVES[OfferState.OPEN] == set(OfferState) - {OfferState.OPEN}
    assert not any(OFFER_MOVES[state] for state in OfferState if state is not OfferState.OPEN)
