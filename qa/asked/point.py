"""Something of the calendar that a text names."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace

NO_YEARS = (1, 9999)


@dataclass(frozen=True, slots=True)
class Point:
    """Something of the calendar at a place of the text: a year or none, months and days of it; None for all of them."""

    start: int
    end: int
    years: tuple[int, int] | None
    months: tuple[int, int] | None = None
    days: tuple[int, int] | None = None

    def of(self, other: Point) -> Point:
        """The point with the year, or the month, of another, where it has none: «с 5 по 8 мая 1927 г.»."""
        return replace(self, years=self.years or other.years, months=self.months or other.months)

    @property
    def precision(self) -> int:
        """0 for several years, 1 for a year, 2 for months, 3 for days."""
        one = bool(self.years and self.years[0] == self.years[1])
        return 3 if self.days else 2 if self.months else int(one)

    def first(self) -> str:
        """Its first day in ISO 8601."""
        year, _ = self.years or NO_YEARS
        month = self.months[0] if self.months else 1
        last = monthrange(year, month)[1]
        return f"{year:04}-{month:02}-{min(self.days[0], last) if self.days else 1:02}"

    def last(self) -> str:
        """Its last day in ISO 8601."""
        _, year = self.years or NO_YEARS
        month = self.months[1] if self.months else 12
        last = monthrange(year, month)[1]
        return f"{year:04}-{month:02}-{min(self.days[1], last) if self.days else last:02}"
