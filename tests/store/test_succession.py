"""Which of two printings in one row stands, in Python and in SQL."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import text

from crossfoot.schema.paper import Paper
from crossfoot.store.database import Store
from crossfoot.store.load import load_paper, start_load
from crossfoot.store.succession import rank_in_sql, standing_rank
from crossfoot.store.trend import TrendPoint, trend
from tests.store.store_papers import document, figure, indicator, series

RANKS = {
    None: 1, "1": 1, "*": 1, "final": 1, "restated": 2, "Re-stated": 2, "* revised": 2, "(R)": 2,
    "amended": 2, "corrected": 2, "adjusted": 2, "updated": 2, "provisional": 0, "prov": 0,
    "unaudited": 0, "Draft": 0, "interim": 0, "subject to audit": 0, "(p)": 0, "(est)": 0,
    "revised provisional": 0, "revised estimate": 0,
}  # fmt: skip


@pytest.mark.parametrize(("footnote", "rank"), RANKS.items())
def test_words_and_letters_say_how_a_figure_stands(footnote: str | None, rank: int) -> None:
    assert standing_rank(footnote) == rank


def test_both_databases_read_them_alike(store: Store) -> None:
    with store.read() as connection:
        for footnote, rank in RANKS.items():
            query = f"SELECT {rank_in_sql('f')} FROM (SELECT CAST(:note AS TEXT) AS footnote) f"
            found = connection.execute(text(query), {"note": footnote}).scalar()
            assert (footnote, found) == (footnote, rank)


def shown(store: Store, *printed: tuple[str, str | None], dated: bool = True) -> TrendPoint:
    """The point of a year that one row prints several times, with these footnotes."""
    paper = document("a.pdf", published_on=date(2019, 6, 1) if dated else None)
    figures = [
        figure(paper, "2018/19", value, code="BV8", measure="outturn", basis="annual", row=2)
        .model_copy(update={"footnote": footnote, "figure_id": f"{number:032x}"})
        for number, (value, footnote) in enumerate(printed, start=1)
    ]  # fmt: skip
    load_paper(
        store,
        Paper(
            document=paper,
            series=[series(paper, "BV8")],
            indicators=[indicator(paper, "BV8", 2)],
            figures=figures,
        ),
        start_load(store, "1"),
    )
    (point,) = trend(store, [figures[0].series_id]).points
    return point


@pytest.mark.parametrize("dated", [True, False])
@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize(
    ("stands", "before", "change"),
    [
        (("96.4%", "restated"), ("97.1%", None), "restated"),
        (("97.1%", None), ("96.4%", "provisional"), "provisional"),
        (("97.1%", "(r)"), ("96.4%", "unaudited"), "provisional"),
    ],
)
def test_a_row_says_itself_which_of_two_printings_stands(
    store: Store,
    stands: tuple[str, str | None],
    before: tuple[str, str | None],
    change: str,
    turned: bool,
    dated: bool,
) -> None:
    both = (before, stands) if turned else (stands, before)
    point = shown(store, *both, dated=dated)
    assert (point.as_printed, point.footnote) == stands
    assert point.value == Decimal(stands[0].strip("%"))
    assert [(each.as_printed, each.change) for each in point.vintages] == [(before[0], change)]
    assert point.decided_by == "only"


def test_two_printings_of_which_nothing_is_said_are_of_unknown_order(store: Store) -> None:
    point = shown(store, ("96.4%", None), ("97.1%", None))
    assert point.decided_by == "unknown"
    assert [each.change for each in point.vintages] == ["differs"]
