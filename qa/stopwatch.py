"""How long each step of an answer took."""

from __future__ import annotations

import time


class Stopwatch:
    """Laps between the moments it is told of, in whole milliseconds."""

    def __init__(self) -> None:
        self._moments: list[tuple[str, float]] = [("", time.perf_counter())]

    def lap(self, step: str) -> None:
        """The step `step` is over."""
        self._moments.append((step, time.perf_counter()))

    def timing(self) -> dict[str, int]:
        """Milliseconds of each step, and of all of them as `total`."""
        pairs = zip(self._moments, self._moments[1:], strict=False)
        laps = {step: _ms(then, now) for (_, then), (step, now) in pairs}
        return laps | {"total": _ms(self._moments[0][1], self._moments[-1][1])}


def _ms(then: float, now: float) -> int:
    return round(1000 * (now - then))
