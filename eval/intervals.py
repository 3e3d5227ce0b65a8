"""How sure a figure is: bootstrap intervals, and the paired randomisation test (scipy)."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.stats import bootstrap, permutation_test

SEED = 0
RESAMPLES = 2000
PERMUTATIONS = 9999
BATCH = 500
"""So many at a time, for the memory's sake."""

Sample = NDArray[np.float64]


class Interval(NamedTuple):
    """A mean over questions with its 95 % bootstrap interval (percentiles); NaN where there are no questions."""

    mean: float
    low: float
    high: float


def interval(sample: Sample) -> Interval:
    """The interval of the mean; of fewer than two questions nothing can be said.

    Where all questions came out alike it has no width: that says nothing of other questions.
    """
    if len(sample) < 2:
        return Interval(float(sample.mean()) if len(sample) else np.nan, np.nan, np.nan)
    found = bootstrap(
        (sample,), np.mean, n_resamples=RESAMPLES, method="percentile", rng=np.random.default_rng(SEED), batch=BATCH
    ).confidence_interval
    return Interval(float(sample.mean()), float(found.low), float(found.high))


def ratio(above: Sample, below: Sample) -> Interval:
    """The interval of the ratio of two means over the same questions."""
    found = bootstrap(
        (above, below), _ratio, n_resamples=RESAMPLES, method="percentile", paired=True, rng=np.random.default_rng(SEED)
    ).confidence_interval
    return Interval(float(_ratio(above, below)), float(found.low), float(found.high))


def _ratio(above: Sample, below: Sample, axis: int = -1) -> Sample:
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.asarray(above.mean(axis=axis) / below.mean(axis=axis))


def chance(before: Sample, after: Sample) -> float:
    """The share of random exchanges between two runs whose means differ as much (two-sided paired randomisation)."""
    differing = before != after
    if differing.sum() < 2:
        return 1.0  # exchanging one question only turns the sign
    return float(
        permutation_test(
            (before[differing], after[differing]),
            _difference,
            permutation_type="samples",
            n_resamples=PERMUTATIONS,
            batch=BATCH,
            rng=np.random.default_rng(SEED),
        ).pvalue
    )


def _difference(before: Sample, after: Sample, axis: int = -1) -> Sample:
    return np.asarray((after - before).mean(axis=axis))
