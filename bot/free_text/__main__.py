"""``python -m bot.free_text train`` makes the model; with a phrase it tells how it is read and why."""

import sys

from bot.free_text.classify import read
from bot.free_text.model import load_model
from bot.free_text.normalize import tokens
from bot.free_text.phrases import digest, read_lines
from bot.free_text.training import train


def main(arguments: list[str]) -> None:
    """Train, or explain."""
    if arguments == ["train"]:
        train(read_lines(), digest()).save()
        return
    text = " ".join(arguments)
    reading, chances = read(text), load_model().chances(tokens(text))
    sys.stdout.write(f"{reading.sureness}: {', '.join(reading.intents)} ← {' '.join(reading.reasons)}\n")
    for intent in list(chances)[:5]:
        sys.stdout.write(f"  {chances[intent]:.2f} {intent}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
