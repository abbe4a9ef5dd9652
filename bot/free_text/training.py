"""Training: a softmax over the features of every phrase and its other spellings, by small steps in a fixed order."""

import zlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from random import Random

import numpy as np

from bot.free_text.features import features
from bot.free_text.model import Floats, Model, Rows, vector
from bot.free_text.normalize import tokens
from bot.free_text.phrases import Line
from bot.free_text.variants import variants

EPOCHS, RATE = 8, 0.5
BIAS_RATE = 0.01
# As many expansions of a line, with as many spellings each; a feature in fewer phrases is chance.
PER_LINE, RARE = 8, 5
Example = tuple[Rows, Floats, int]


def examples(lines: Sequence[Line]) -> Iterator[tuple[str, str]]:
    """Yield `(phrase, intent)`: a line with many expansions gives a few of them, each in several spellings."""
    for line in lines:
        random = Random(zlib.crc32("".join(line.phrases).encode()))  # noqa: S311 - the same each time, on purpose
        for phrase in random.sample(line.phrases, min(PER_LINE, len(line.phrases))):
            for text in variants(phrase, random):
                yield text, line.intent


def train(lines: Sequence[Line], made_from: str = "") -> Model:
    """Return a model; the same lines give the same model."""
    told = [(list(features(tokens(text))), intent) for text, intent in examples(lines)]
    counts = Counter(name for found, _ in told for name in {feature.name for feature in found})
    vocabulary = {name: row for row, name in enumerate(sorted(n for n, count in counts.items() if count >= RARE))}
    intents = sorted({intent for _, intent in told})
    vectors = [(*vector(vocabulary, found), intents.index(intent)) for found, intent in told]
    weights = np.zeros((len(vocabulary), len(intents)), np.float32)
    bias = np.zeros(len(intents), np.float32)
    _descend(weights, bias, vectors, _balance(vectors))
    return Model(intents, vocabulary, weights, bias, made_from)


def _balance(vectors: Sequence[Example]) -> dict[int, float]:
    """Weigh rare intents up, so that none is swallowed by a common neighbour."""
    sizes = Counter(intent for *_, intent in vectors)
    mean = len(vectors) / len(sizes)
    return {intent: min(2.0, (mean / size) ** 0.5) for intent, size in sizes.items()}


def _descend(weights: Floats, bias: Floats, vectors: Sequence[Example], balance: Mapping[int, float]) -> None:
    """Descend by Adagrad: a row's step depends on what it moved before."""
    order, random = list(range(len(vectors))), Random(11)  # noqa: S311
    moved = np.full(len(weights), 0.1, np.float32)
    for _ in range(EPOCHS):
        random.shuffle(order)
        for at in order:
            rows, values, intent = vectors[at]
            scores = values @ weights[rows] + bias
            error = np.exp(scores - scores.max())
            error /= error.sum()
            error[intent] -= 1.0
            error *= np.float32(balance[intent])
            moved[rows] += values * values * np.float32(error @ error)
            weights[rows] -= (RATE * values / np.sqrt(moved[rows]))[:, None] * error
            bias -= np.float32(BIAS_RATE) * error
