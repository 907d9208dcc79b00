"""Years of which a heading does not say what year they are: ``2023``, ``FY19``; and ``17-18``.

``2023`` over figures may be the calendar year, the financial or the school year that begins or ends
in it, a survey of that year or a day in it: its figures have no period, and the heading stays
beside them as printed. Two digits and the next two (``16-17 | 17-18``) are financial years where a
word says that results stand there, or where they run on over the columns; alone they may be ages.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from crossfoot.normalise.families import RESULT_FAMILIES
from crossfoot.normalise.months import full_year
from crossfoot.normalise.spans import financial_year
from crossfoot.schema.period import Period

if TYPE_CHECKING:
    from crossfoot.normalise.columns import Column

_FOUR = r"(?:19[89]|20[0-4])[0-9]"
_BARE = rf"(?:{_FOUR}|FY\s?['\u2019]?(?:{_FOUR}|[0-9]{{2}}))"
_PAIR = r"[0-9]{2}\s?[-\u2013]\s?[0-9]{2}"
_ALONE = re.compile(rf"{_BARE}|{_PAIR}", re.IGNORECASE)
_WITHIN = re.compile(
    rf"(?<![\w/.,:\u00a3\u2013-])(?:{_BARE}|{_PAIR})(?![\w/.,:%\u2013-]|\s?[-/]|\s[0-9])",
    re.IGNORECASE,
)
#: Meanings of which a year may be said that is no more than its number (``Outturn 2021``).
OF_YEARS = frozenset({"result", "outturn", "target", "comparator", "other"})
_DATED = frozenset({"result", "outturn", "target", "status", "comparator"})


def is_bare_year(text: str) -> bool:
    """Whether a text is such a year and nothing else."""
    return _ALONE.fullmatch(text) is not None


def split_year(text: str) -> tuple[str, str] | None:
    """The one such year in a heading, and the words without it; ``None`` where there is none."""
    found = list(_WITHIN.finditer(text))
    if len(found) != 1:
        return None
    match = found[0]
    return match[0], " ".join(f"{text[: match.start()]} {text[match.end() :]}".split())


def of_pair(year: str) -> Period | None:
    """The financial year of ``17-18``; ``None`` where the second does not follow the first."""
    if not re.fullmatch(_PAIR, year):
        return None
    first, second = int(year[:2]), int(year[-2:])
    return financial_year(full_year(year[:2])) if (first + 1) % 100 == second else None


def run_on(years: Sequence[str]) -> bool:
    """Whether years follow each other over the columns, forwards or backwards."""
    pairs = [pair.start.year for year in years if (pair := of_pair(year)) is not None]
    numbers = pairs or [_number_of(year) for year in years]
    if len(numbers) < len(years):
        return False
    steps = {later - earlier for earlier, later in pairwise(numbers)}
    return steps in ({1}, {-1}) or (not steps and not pairs)


def _number_of(year: str) -> int:
    """The number to count on from; two digits that are no financial year count as nothing."""
    return full_year(re.sub(r"\D", "", year)[-2:]) if not year.isdigit() else int(year)


def settle_bare_years(columns: Sequence[Column]) -> list[Column]:
    """The columns of a table as they hold where some are headed by such years.

    Pairs that run on are financial years; alone they head nothing known. Beside results of bare
    years alone a target without one of its own is of no period either.
    """
    starts = [year for each in columns if (year := _start_of(each)) is not None]
    pairs = {index: pair for index, each in enumerate(columns) if (pair := _pair_of(each))}
    starts += [pair.start.year for pair in pairs.values()]
    ordered = sorted(set(starts))
    runs = len(ordered) > 1 and all(later - one == 1 for one, later in pairwise(ordered))
    found: list[Column] = []
    for index, each in enumerate(columns):
        if index in pairs and runs:
            found.append(each._replace(period=pairs[index], undated=False))
        elif _is_pair(each):
            found.append(each._replace(family=None, printed_period=None, undated=False, unit=None))
        else:
            found.append(each)
    dated = [each for each in found if each.family in RESULT_FAMILIES and each.printed_period]
    if not dated or not all(each.undated for each in dated):
        return found
    return [
        each._replace(undated=True)
        if each.family in _DATED and each.period is None and each.part is None
        else each
        for each in found
    ]


def _start_of(column: Column) -> int | None:
    """The year in which the financial year of a column of figures begins."""
    period = column.period
    if not column.is_figure or period is None or period.kind != "year":
        return None
    return period.start.year


def _is_pair(column: Column) -> bool:
    return column.undated and re.fullmatch(_PAIR, column.printed_period or "") is not None


def _pair_of(column: Column) -> Period | None:
    return of_pair(column.printed_period or "") if _is_pair(column) else None
