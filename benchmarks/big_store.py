"""A store of a thousand papers, made up: what large audits and trends are measured on.

The papers are made up, from a seed: councils that report every quarter on the same indicators and
actions, with a few of each kind of fault. Rows are loaded by the store's own functions.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from crossfoot.audit.rules import RULES_VERSION
from crossfoot.normalise.spans import financial_year, quarter
from crossfoot.schema.identity import make_id
from crossfoot.schema.paper import Document, Paper
from crossfoot.schema.period import Period
from crossfoot.schema.rows import Action, CellRow, Figure, Indicator, Series
from crossfoot.store.database import Store
from crossfoot.store.load import finish_load, load_paper, start_load

_WORDS = ("invoices", "complaints", "calls", "homes", "visits", "requests", "repairs", "searches")
_WHAT = ("paid on time", "answered", "collected", "let", "determined", "resolved", "recovered")
_FIRST_YEAR = 2009


@dataclass(frozen=True)
class Size:
    """How large a store is; ``faults`` is the share of figures that contradict an earlier paper."""

    councils: int = 25
    series: int = 100
    years: int = 10
    actions: int = 10
    faults: float = 0.001


def fill(store: Store, size: Size, seed: int = 1) -> int:
    """Load the papers of *size* and return how many."""
    load_id = start_load(store, "benchmark")
    count = rows = 0
    for paper in papers(size, seed):
        rows += load_paper(store, paper, load_id).total
        count += 1
    finish_load(store, load_id, papers=count, rows=rows)
    return count


def papers(size: Size, seed: int) -> Iterator[Paper]:
    """Papers by council and quarter: each prints, of every indicator, last year's result, the
    quarter's and its target, and the actions of the year.
    """
    for council in range(size.councils):
        luck = random.Random(seed * 1000 + council)
        made = _Council(f"Benchmark {council:02d} Borough Council", size, luck)
        for year in range(_FIRST_YEAR, _FIRST_YEAR + size.years):
            for part in (1, 2, 3, 4):
                yield made.paper(quarter(year, part))


class _Council:
    def __init__(self, name: str, size: Size, luck: random.Random) -> None:
        self.name, self.size, self.luck = name, size, luck
        self.titles = [
            f"{luck.choice(_WORDS).capitalize()} {luck.choice(_WHAT)} within {n} days (%)"
            for n in range(size.series)
        ]
        self.level = [Decimal(luck.randrange(200, 900)) / 10 for _ in range(size.series)]

    def value(self, number: int, year: int, part: int = 0) -> Decimal:
        drift = random.Random(f"{self.name} {number} {year} {part}").randrange(-20, 21)
        return self.level[number] + Decimal(drift) / 10

    def paper(self, period: Period) -> Paper:
        name = f"{self.name} {period.label}.pdf"
        document_id = make_id(name) * 2
        where = {
            "council": self.name,
            "published_on": period.end + timedelta(days=60),
            "reporting_period": period.label,
        }
        document = Document(
            document_id=document_id,
            file_name=name.replace("/", "-"),
            council_source="paper",
            title="Performance report",
            published_on_source="paper",
            reporting_period_start=period.start,
            reporting_period_end=period.end,
            pages=8,
            outcome="read",
            reader_version="benchmark",
            **where,  # type: ignore[arg-type]
        )
        sheet = _Sheet(document_id, where)
        for number in range(self.size.series):
            self._indicator(sheet, number, period)
        for number in range(self.size.actions):
            self._action(sheet, number, period)
        return Paper(
            document=document,
            series=sheet.series,
            indicators=sheet.indicators,
            figures=sheet.figures,
            actions=sheet.actions,
            cells=sheet.cells,
            rules_version=RULES_VERSION,
        )

    def _indicator(self, sheet: _Sheet, number: int, period: Period) -> None:
        year, part = period.start.year - (period.start.month < 4), int(period.label[-1])
        last = self.value(number, year - 1)
        if self.luck.random() < self.size.faults:
            last += 5
        printed: Sequence[tuple[str, str, Period, Decimal]] = (
            ("outturn", "annual", financial_year(year - 1), last),
            ("actual", "in_period", period, self.value(number, year, part)),
            ("target", "annual", financial_year(year), self.level[number] + 2),
        )
        sheet.indicator(number, self.titles[number], self.name, printed)

    def _action(self, sheet: _Sheet, number: int, period: Period) -> None:
        year, part = period.start.year - (period.start.month < 4), int(period.label[-1])
        due = date(year + 1, 3, 31)
        slips = part > 2 and self.luck.random() < self.size.faults * 10
        sheet.action(
            code=f"FP{year % 100:02d}{(year + 1) % 100:02d}_{number + 1:02d}",
            title=f"{_WORDS[number % len(_WORDS)].capitalize()}: review how they are handled",
            progress=min(100, part * 25),
            due=due.replace(year=due.year + 1) if slips else due,
        )


class _Sheet:
    """One table of a paper, a row at a time."""

    def __init__(self, document_id: str, where: dict[str, Any]) -> None:
        self.document_id, self.where, self.row = document_id, where, 1
        self.series: list[Series] = []
        self.indicators: list[Indicator] = []
        self.figures: list[Figure] = []
        self.actions: list[Action] = []
        self.cells: list[CellRow] = []

    def indicator(
        self,
        number: int,
        title: str,
        council: str,
        printed: Sequence[tuple[str, str, Period, Decimal]],
    ) -> None:
        code, place = f"LI {number + 1:03d}", self._next_row()
        series_id = make_id("series", council, code)
        head = make_id("indicator", self.document_id, self.row)
        self.series.append(
            Series(series_id=series_id, council=council, code=code, title=title, unit="%")
        )
        self.indicators.append(
            Indicator(
                **place,
                indicator_id=head,
                series_id=series_id,
                code=code,
                code_as_printed=code,
                title=title,
                section="Finance",
                is_csi=None,
                frequency="Quarterly",
                status="green",
                status_as_printed="Green",
                status_carrier="word",
            )
        )
        self._cell(place, 1, title)
        for column, (measure, basis, period, value) in enumerate(printed, start=2):
            figure: dict[str, Any] = {"measure": measure, "basis": basis}
            self.figures.append(
                Figure(
                    **place,
                    **figure,
                    figure_id=make_id("figure", self.document_id, self.row, column),
                    indicator_id=head,
                    series_id=series_id,
                    cell_id=self._cell(place, column, f"{value}%"),
                    code=code,
                    period=period.label,
                    period_start=period.start,
                    period_end=period.end,
                    period_as_printed=period.label,
                    value=value,
                    decimals=1,
                    unit="%",
                    value_state="value",
                    as_printed=f"{value}%",
                )
            )

    def action(self, code: str, title: str, progress: int, due: date) -> None:
        place = self._next_row()
        done = progress == 100
        self.actions.append(
            Action(
                **place,
                action_id=make_id("action", self.document_id, self.row),
                code=code,
                code_as_printed=code,
                title=title,
                description=None,
                section="Finance",
                status="completed" if done else "in_progress",
                status_as_printed="Completed" if done else "In Progress",
                status_carrier="word",
                progress=progress,
                due=due,
                due_precision="day",
                due_as_printed=due.isoformat(),
            )
        )
        for column, text in enumerate((code, title, f"{progress}%", due.isoformat()), start=1):
            self._cell(place, column, text)

    def _next_row(self) -> dict[str, Any]:
        self.row += 1
        y = 40.0 + self.row * 12
        box = {"x0": 40.0, "y0": y, "x1": 500.0, "y1": y + 12}
        place = {"document_id": self.document_id, "page": 1, "table_no": 1, "row_no": self.row}
        return place | box | self.where

    def _cell(self, place: dict[str, Any], column: int, text: str) -> str:
        cell_id = make_id("cell", self.document_id, self.row, column)
        x = 40.0 * column
        y = place["y0"]
        start = (cell_id, self.document_id, 1, 1, self.row, column, 1, 1, 1)
        self.cells.append(CellRow(*start, x, y, x + 40, y + 12, text, None, None, None))
        return cell_id
