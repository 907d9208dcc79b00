"""Stores of made-up vintages: papers that print the same few figures again, in every odd way."""

from __future__ import annotations

import random
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import update

from crossfoot.schema.paper import Document, Paper
from crossfoot.schema.rows import Figure, Indicator, StatusEntry
from crossfoot.store import tables
from crossfoot.store.database import Store
from crossfoot.store.load import load_paper, start_load
from tests.store.store_papers import document, figure, indicator, place, series, sha

DAYS = [date(2020, 6, 1), date(2020, 6, 15), date(2020, 9, 1), date(2021, 6, 1)]
_TOLD = [date(2019, 6, 30), date(2020, 3, 31), date(2020, 6, 30)]
_PERIODS = ("2019/20", "2019/20", "2019/20 Q1", "2020/21 Q1", None)
_MEASURES = ("outturn", "actual", "actual", "target", "target", "comparator")
_BASES = ("annual", "annual", "unknown", "to_date", "in_period")
_PRINTED = ("97.0%", "97%", "97.04%", "96.5%", "79.0%", "£1,234k", "1,233,800", "-", None)
_CODES = tuple(f"BV{number}" for number in range(1, 13))


def fill(store: Store, seed: int, papers: int = 9) -> None:
    """Load *papers* papers of one council, drawn by *seed*; about a quarter print no day."""
    luck = random.Random(seed)
    load_id = start_load(store, "1")
    for number in range(papers):
        load_paper(store, _paper(luck, f"{seed}-{number}.pdf"), load_id)
    ids = [sha(f"{seed}-{number}.pdf") for number in range(papers)]
    with store.write() as connection:
        for document_id in ids[1:]:
            if luck.random() < 0.3:
                connection.execute(
                    update(tables.documents)
                    .where(tables.documents.c.document_id == document_id)
                    .values(same_report_as=ids[0])
                )


def _paper(luck: random.Random, name: str) -> Paper:
    told = luck.choice([*_TOLD, None])
    paper = document(
        name,
        published_on=luck.choice([*DAYS, None]) if luck.random() < 0.9 else None,
        reporting_period="2019/20" if told else None,
        reporting_period_start=date(2019, 4, 1) if told else None,
        reporting_period_end=told,
    )
    codes = [code for code in _CODES if luck.random() < 0.7]
    heads: list[Indicator] = []
    figures: list[Figure] = []
    for row, code in enumerate(codes * 2, start=2):
        if row - 2 >= len(codes) and luck.random() < 0.7:
            continue  # only some are printed in a second row
        heads.append(indicator(paper, code, row))
        drawn = [_figure(luck, paper, code, row) for _ in range(luck.randint(1, 4))]
        figures += {item.figure_id: item for item in drawn}.values()
    return Paper(
        document=paper,
        series=[series(paper, code) for code in codes],
        indicators=heads,
        figures=figures,
        statuses=[_status(luck, paper, head) for head in heads if luck.random() < 0.5],
    )


def _status(luck: random.Random, paper: Document, head: Indicator) -> StatusEntry:
    return StatusEntry(
        **place(paper, head.row_no or 0),
        indicator_id=head.indicator_id,
        period="2019/20",
        status=luck.choice(("green", "red")),
        status_as_printed=None,
        status_carrier="icon",
        cell_id=head.indicator_id,
    )


def _figure(luck: random.Random, paper: Document, code: str, row: int) -> Figure:
    printed = luck.choice(_PRINTED)
    values: dict[str, Any] = {}
    if printed == "£1,234k":
        values = {"value": Decimal(1234000), "decimals": 0, "unit": "£", "value_state": "value"}
    if luck.random() < 0.1:
        values["source"] = "note"
    if luck.random() < 0.1:
        values["as_of"] = luck.choice(_TOLD)
    if luck.random() < 0.4:
        values["footnote"] = luck.choice(("restated", "provisional", "(p)", "Revised", "1"))
    return figure(
        paper,
        luck.choice(_PERIODS),
        printed,
        code=code,
        measure=luck.choice(_MEASURES),
        basis=luck.choice(_BASES),
        row=row,
        **values,
    )
