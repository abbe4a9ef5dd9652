"""The trained model: a weight for each feature and intent. Reading a phrase is one small matrix product."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from bot.data_files import DATA
from bot.free_text.features import Feature, features

MODEL = DATA / "free_text" / "model.npz"

Floats = npt.NDArray[np.float32]
Rows = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Model:
    """`weights` has a row per feature of `vocabulary` and a column per intent; `made_from` names the phrases."""

    intents: list[str]
    vocabulary: dict[str, int]
    weights: Floats
    bias: Floats
    made_from: str

    def chances(self, words: list[str]) -> dict[str, float]:
        """Return how likely each intent is, the likeliest first; together one."""
        rows, values = vector(self.vocabulary, features(words))
        scores = values @ self.weights[rows] + self.bias
        likely = np.exp(scores - scores.max())
        likely /= likely.sum()
        return {self.intents[place]: float(likely[place]) for place in np.argsort(-likely, kind="stable")}

    def reasons(self, words: list[str], intent: str) -> dict[str, float]:
        """Return how much each word spoke for an intent, against the middle of all."""
        column = self.intents.index(intent)
        found = dict.fromkeys(words, 0.0)
        for feature in features(words):
            row = self.vocabulary.get(feature.name)
            if row is not None:
                weights = self.weights[row]
                found[words[feature.place]] += feature.weight * float(weights[column] - weights.mean())
        return dict(sorted(found.items(), key=lambda item: -item[1]))

    def save(self, path: Path = MODEL) -> None:
        """Write the model, a byte a weight."""
        scale = np.abs(self.weights).max(axis=0) / 127 + 1e-9
        np.savez_compressed(
            path,
            intents=np.array(self.intents),
            vocabulary=np.array("\n".join(self.vocabulary)),
            weights=np.rint(self.weights / scale).astype(np.int8),
            scale=scale.astype(np.float32),
            bias=self.bias,
            made_from=np.array(self.made_from),
        )


@cache
def load_model(path: Path = MODEL) -> Model:
    """Read the model that was trained from the phrases (`python -m bot.free_text train`)."""
    with np.load(path) as kept:
        names = str(kept["vocabulary"]).split("\n")
        return Model(
            intents=[str(intent) for intent in kept["intents"]],
            vocabulary={name: place for place, name in enumerate(names)},
            weights=kept["weights"].astype(np.float32) * kept["scale"],
            bias=kept["bias"],
            made_from=str(kept["made_from"]),
        )


def vector(vocabulary: Mapping[str, int], found: Iterable[Feature]) -> tuple[Rows, Floats]:
    """Return the rows a phrase has and their values, of length one together; what was never seen is left out."""
    weights: dict[int, float] = {}
    for feature in found:
        row = vocabulary.get(feature.name)
        if row is not None:
            weights[row] = max(weights.get(row, 0.0), feature.weight)
    values = np.fromiter(weights.values(), np.float32, len(weights))
    length = float(np.sqrt((values * values).sum())) or 1.0
    return np.fromiter(weights, np.int64, len(weights)), values / np.float32(length)
