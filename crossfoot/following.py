"""A series asked for and followed: what ``crossfoot trend`` and ``crossfoot.series`` both give."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from crossfoot.meant import series_meant, with_joined
from crossfoot.output import counted
from crossfoot.points import Line, lines, nothing_found, record
from crossfoot.schema.errors import UsageError
from crossfoot.schema.values import Measure
from crossfoot.store.database import Store
from crossfoot.store.series import SeriesHead, Trend, every_series, trend
from crossfoot.store.trend import Compare

# A database takes 32,766 values in one question (SQLite's limit, the lowest).
_MOST_SERIES = 30_000


@dataclass(frozen=True, kw_only=True)
class Question:
    """What is asked: a code in any spelling, a title or a series id; null for every series.

    ``measures``, ``as_of``, ``compare`` and ``all_points`` are those of
    :func:`crossfoot.store.trend.trend`.
    """

    code: str | None = None
    council: str | None = None
    as_of: date | None = None
    measures: tuple[Measure, ...] | None = None
    compare: Compare = "latest"
    all_points: bool = False


@dataclass(frozen=True)
class Answer:
    """The series that were meant and those that decisions join with them, and their points."""

    question: Question
    heads: list[SeriesHead]
    found: Trend

    @cached_property
    def lines(self) -> list[Line]:
        """One line for each series, or for several that are joined."""
        return lines(self.heads, self.found)

    def rows(self) -> list[dict[str, object]]:
        """One row a point, with what was left out of the answer."""
        left_out = {"known_on": self.question.as_of, "undated_left_out": self.found.undated}
        return [record(line, point) | left_out for line in self.lines for point in line.points]

    def remarks(self) -> list[str]:
        """What a reader must know of the answer as a whole, a line each."""
        day, undated = self.question.as_of, self.found.undated
        said = [undated_remark(undated, day)] if undated else []
        if unsure := sum(point.decided_by == "unknown" for point in self.found.points):
            said.append(
                f"for {counted(unsure, 'point')} several papers print different "
                "values and no dates say which came last; a manifest can date them"
            )
        return said

    def nothing(self) -> str:
        """Why there is no point."""
        return nothing_found(self.question.code, self.question.as_of, self.found.later)


def undated_remark(undated: int, day: date | None) -> str:
    """Return what to say where papers without a day of publication were left out."""
    return (
        f"left out {counted(undated, 'paper')} without a day of "
        f"publication: nobody can say what was out by {day}; a manifest can date them"
    )


def heads_meant(store: Store, code: str | None, council: str | None) -> list[SeriesHead]:
    """Return the series that *code* names, or without one every series of a council, or all.

    Raises UsageError, with what is like it, where there is none.
    """
    if code is not None:
        return series_meant(store, code, council)
    found = every_series(store, council=council)
    if not found:
        raise UsageError(
            f"there is no series of {council!r}" if council else "there is no series yet",
            "crossfoot codes lists what there is" if council else "ingest papers first",
        )
    if len(found) > _MOST_SERIES:
        raise UsageError(f"{len(found):,} series are too many for one answer", "name a council")
    return found


def follow(store: Store, heads: Sequence[SeriesHead], question: Question) -> Answer:
    """Follow the series of *heads*, and those that decisions join with them."""
    found = trend(
        store,
        [head.series_id for head in heads],
        measures=question.measures,
        all_points=question.all_points,
        as_of=question.as_of,
        compare=question.compare,
        follow_links=True,
    )
    return Answer(question, with_joined(store, list(heads), found), found)
