"""The comparison of two runs as text to print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import isnan

from eval.compare import Difference, Moved, differences, moved, paired
from eval.outcome import Outcome, Run

SET, NAME = 24, 20
"""Characters of the first column, more where a name is longer, and of the second."""
NOTE = (
    "p: two-sided paired randomisation test of each figure by itself. {count} figures are compared: about "
    "{expected:.0f} of them would fall below .05 by chance alone, and hardly one below {bound:.4f} (Bonferroni)."
)


def compared(before: Run, after: Run) -> str:
    """Both runs, every figure of each set in both, and the questions that moved."""
    pairs = paired(before, after)
    rows = list(differences(pairs))
    left = len(before.outcomes) + len(after.outcomes) - 2 * len(pairs)
    about = [f"before: {_about(before)}", f"after:  {_about(after)}", f"{len(pairs)} questions in both"]
    if left:
        about.append(f"left out, since only one of them asked it: {left}")
    count = len(rows)
    note = NOTE.format(count=count, expected=count / 20, bound=0.05 / count)
    return "\n".join([*about, "", *_figures(rows), "", note, "", *_questions(moved(pairs)), ""])


def _about(run: Run) -> str:
    return f"{run.name}, {run.made}, model {run.model}, index {run.index[:12]}, commit {run.commit[:12] or 'unknown'}"


def _figures(rows: Sequence[Difference]) -> Iterator[str]:
    """The figures that differ, and how many do not."""
    differing = [row for row in rows if row.differs]
    first = _width(row.set for row in differing)
    yield f"{'set':<{first}}{'figure':<{NAME}}{'n':>5}{'before':>9}{'after':>9}{'change':>9}  {'95 %':<17}{'p':>6}"
    for row in differing:
        change = "" if isnan(row.change.low) else f"{row.change.low:+.3f} – {row.change.high:+.3f}"
        yield (
            f"{row.set:<{first}}{row.name:<{NAME}}{row.questions:>5}{row.before:>9.3f}{row.after:>9.3f}"
            f"{row.change.mean:>+9.3f}  {change:<17}{row.chance:>6.4f}"
        )
    yield f"{len(rows) - len(differing)} more figures do not differ"


def _questions(changed: Sequence[Moved]) -> Iterator[str]:
    """The questions that moved, up first."""
    first = _width(one.after.id for one in changed)
    yield f"{'question':<{first}}{'before':<{NAME}}{'after':<{NAME}}"
    for one in changed:
        yield f"{one.after.id:<{first}}{_told(one.before):<{NAME}}{_told(one.after):<{NAME}}{one.after.question}"


def _width(names: Iterable[str]) -> int:
    """The width of a column that parts the longest name from the next column."""
    return max([SET, *(len(name) + 2 for name in names)])


def _told(one: Outcome) -> str:
    """«3, answered», «-, refused», «1, contains»: the rank of the evidence, and what was shown."""
    shown = "contains" if one.contains else "answered" if one.answered else "refused"
    return f"{one.passage or '-'}, {shown}"
