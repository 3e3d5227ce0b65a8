"""One text as the model saw it: its vector, and what it made of each of its tokens."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.records import Span
from index.token_map import TokenMap, Tokens, blended, speaking

BEFORE_LAST = "before_last_embeddings"
"""By this name index/last_layers.py puts the layer before the last among the features."""


class Seen(NamedTuple):
    """A text's vector, and of each token its number, its letters, its place and what the last two layers made of it.

    `before` is empty where the model was not asked for the layer before the last.
    """

    text: NDArray[np.float32]
    pieces: NDArray[np.int32]
    words: Sequence[str]
    places: NDArray[np.int64]
    before: NDArray[np.float32]
    last: NDArray[np.float32]

    def means(self, parts: Sequence[Span]) -> NDArray[np.float32]:
        """The mean vector of the tokens that end in each part; the text's own where the model saw none of them.

        A token begins with the space before its word: the first of a sentence begins before the sentence does.
        """
        means = np.repeat(self.text[np.newaxis], len(parts), axis=0)
        begins, ends = self.places[:, 0], self.places[:, 1]
        for row, (start, end) in enumerate(parts):
            inside = (ends > start) & (ends <= end) & (ends > begins)
            if inside.any():
                means[row] = self.last[inside].mean(axis=0)
        return means

    def tokens(self, token_map: TokenMap) -> Tokens:
        """The tokens that say something, by this map."""
        chosen = speaking(self.words, self.places.tolist())
        states = blended(self.before[chosen], self.last[chosen])
        return token_map.tokens(self.pieces[chosen], states, self.places[chosen, 1].astype(np.int32))


def seen(features: Any, encoding: Any, prompt: int) -> Seen:
    """What sentence-transformers gives of a text, its `encoding` by the tokenizer, and the length of its prompt."""
    attended = features["attention_mask"].bool()

    def states(name: str) -> NDArray[np.float32]:
        rows: NDArray[np.float32] = features[name][attended].float().cpu().numpy()
        return rows

    return Seen(
        features["sentence_embedding"].float().cpu().numpy(),
        np.array(encoding.ids, dtype=np.int32),
        encoding.tokens,
        np.array(encoding.offsets) - prompt,
        states(BEFORE_LAST) if BEFORE_LAST in features else np.empty((0, 0), np.float32),
        states("token_embeddings"),
    )
