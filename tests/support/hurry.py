"""Pauses that take no time, for tests of what is waited out."""

from bot.runtime.patience import Patience

HURRY = Patience(
    receiving=(0.01,),
    replaying=(0, 0, 0),
    introducing=(0.01,),
    storing=(0.01,),
    restarting=(0.01,),
    second_poller=0.3,
    webhook_refused=0.3,
    webhook_look=0.05,
    look=0.05,
    alarm=0.1,
)
