"""Papers loaded one after the other, and the trend that they make."""

from __future__ import annotations

from datetime import date
from typing import Any

from crossfoot.schema.paper import Paper
from crossfoot.store.database import Store
from crossfoot.store.load import load_paper
from crossfoot.store.trend import Trend, TrendPoint, trend

from .store_papers import document, figure, paper_of, series_id

BV9 = series_id("BV9")


def printing(name: str, *figures: tuple[str, str | None], **values: Any) -> Paper:
    paper = document(name, **values)
    return paper_of(paper, [figure(paper, period, text) for period, text in figures])


def follow(store: Store, load_id: str, *papers: Paper, **options: Any) -> Trend:
    for paper in papers:
        load_paper(store, paper, load_id)
    return trend(store, [BV9], **options)


def only(found: Trend) -> TrendPoint:
    assert len(found.points) == 1
    return found.points[0]


IN_2019, IN_2020 = {"published_on": date(2019, 7, 4)}, {"published_on": date(2020, 7, 9)}
