"""Which points a trend has: measures, bases, targets and statuses are never mixed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import select

from crossfoot.schema.paper import Document, Paper
from crossfoot.schema.rows import Figure, StatusEntry
from crossfoot.schema.values import Basis
from crossfoot.store.database import Store
from crossfoot.store.load import load_paper
from crossfoot.store.series import trend
from crossfoot.store.views import series_latest

from .followed import BV9, IN_2019, IN_2020, follow, only, printing
from .store_papers import (
    document,
    figure,
    paper_of,
    place,
    series_id,
)


def with_quarters(name: str = "q.pdf") -> Paper:
    paper = document(name, published_on=date(2020, 12, 1))
    return paper_of(
        paper,
        [
            figure(paper, "2018/19", "97.0%"),
            figure(paper, "2019/20", "97.5%"),
            figure(paper, "2019/20", "98.5%", measure="target"),
            figure(paper, "2019/20 Q1", "28.9%", measure="actual", basis="to_date"),
            figure(paper, "2020/21 Q1", "28.4%", measure="actual", basis="to_date"),
            figure(paper, "2020/21 Q1", "29.7%", measure="target", basis="to_date"),
            figure(paper, "2020/21 Q1", "98.6%", measure="target", basis="unknown"),
            figure(paper, "2020/21 Q2", None, measure="actual", basis="to_date"),
            figure(paper, None, "55%", measure="previous", basis="unknown"),
        ],
    )


def test_a_trend_shows_outturns_and_the_quarters_after_the_last_beside_the_same_of_other_years(
    store: Store, load_id: str
) -> None:
    paper = document("q3.pdf", published_on=date(2020, 3, 1))
    third = figure(paper, "2019/20", "80%", measure="actual", basis="to_date")
    third = third.model_copy(
        update={
            "period": "2019/20 Q3",
            "period_start": date(2019, 10, 1),
            "period_end": date(2019, 12, 31),
        }
    )
    found = follow(store, load_id, with_quarters(), paper_of(paper, [third]))
    assert [(p.period, p.measure, p.basis) for p in found.points] == [
        ("2018/19", "outturn", "annual"),
        ("2019/20", "outturn", "annual"),
        ("2019/20 Q1", "actual", "to_date"),
        ("2020/21 Q1", "actual", "to_date"),
    ]
    years = trend(store, [BV9], compare="year_end")
    assert [p.period for p in years.points] == ["2018/19", "2019/20"]
    every = trend(store, [BV9], compare="same_period")
    assert [p.period for p in every.points][2:] == ["2019/20 Q1", "2019/20 Q3", "2020/21 Q1"]


def test_a_fourth_quarter_counted_up_stands_for_no_year(store: Store, load_id: str) -> None:
    paper = document("q4.pdf")
    fourth = figure(paper, "2019/20", "97%", measure="actual", basis="to_date").model_copy(
        update={"period": "2019/20 Q4", "period_start": date(2020, 1, 1)}
    )
    found = follow(store, load_id, paper_of(paper, [figure(paper, "2018/19", "96%"), fourth]))
    assert [(p.period, p.measure) for p in found.points] == [
        ("2018/19", "outturn"),
        ("2019/20 Q4", "actual"),
    ]
    assert [p.period for p in trend(store, [BV9], compare="year_end").points] == ["2018/19"]


def test_all_points_are_every_measure_and_blanks_too(store: Store, load_id: str) -> None:
    found = follow(store, load_id, with_quarters(), all_points=True)
    assert len(found.points) == 9
    assert [p.measure for p in found.points] == (
        ["outturn"] * 2 + ["actual"] * 3 + ["previous"] + ["target"] * 3
    )


def test_one_measure_is_shown_whole(store: Store, load_id: str) -> None:
    found = follow(store, load_id, with_quarters(), measures=["actual"])
    assert [p.period for p in found.points] == ["2019/20 Q1", "2020/21 Q1"]
    both = trend(store, [BV9], measures=["outturn"], all_points=True)
    assert {p.measure for p in both.points} == {"outturn"}


def test_quarters_alone_are_all_shown(store: Store, load_id: str) -> None:
    paper = document("q.pdf")
    quarters = [
        figure(paper, period, "28.4%", measure="actual", basis="to_date")
        for period in ("2019/20 Q1", "2020/21 Q1")
    ]
    found = follow(store, load_id, paper_of(paper, quarters))
    assert [p.period for p in found.points] == ["2019/20 Q1", "2020/21 Q1"]


def test_only_an_annual_target_stands_beside_an_outturn(store: Store, load_id: str) -> None:
    found = follow(store, load_id, with_quarters())
    beside = {p.period: (p.target, p.target_as_printed) for p in found.points}
    assert beside["2018/19"] == (None, None)
    assert beside["2019/20"] == (Decimal("98.5"), "98.5%")
    paper = document("profile.pdf", published_on=date(2021, 1, 1))
    profiled = figure(paper, "2018/19", "29.7%", measure="target", basis="to_date")
    found = follow(store, load_id, paper_of(paper, [profiled]))
    assert found.points[0].target is None


def test_a_quarter_has_the_target_of_its_own_basis(store: Store, load_id: str) -> None:
    quarter = follow(store, load_id, with_quarters()).points[-1]
    assert (quarter.value, quarter.target) == (Decimal("28.4"), Decimal("29.7"))


def test_a_paper_that_prints_no_target_borrows_the_latest_of_another(
    store: Store, load_id: str
) -> None:
    early, late = document("t1.pdf", **IN_2019), document("t2.pdf", **IN_2020)
    papers = [
        paper_of(paper, [figure(paper, "2018/19", text, measure="target")])
        for paper, text in ((early, "98%"), (late, "99%"))
    ]
    point = only(follow(store, load_id, *papers, printing("o.pdf", ("2018/19", "97.0%"))))
    assert point.target == Decimal(99)


def test_cumulative_and_single_quarters_are_two_points(store: Store, load_id: str) -> None:
    one, two = document("1.pdf", **IN_2019), document("2.pdf", **IN_2020)
    quarter = {"measure": "actual"}
    found = follow(
        store,
        load_id,
        paper_of(one, [figure(one, "2019/20 Q1", "28.4%", basis="to_date", **quarter)]),
        paper_of(two, [figure(two, "2019/20 Q1", "9.1%", basis="in_period", **quarter)]),
    )
    assert {(p.basis, p.restates) for p in found.points} == {
        ("to_date", False),
        ("in_period", False),
    }


def test_an_unknown_basis_joins_the_one_that_is_known(store: Store, load_id: str) -> None:
    one, two = document("1.pdf", **IN_2019), document("2.pdf", **IN_2020)
    found = follow(
        store,
        load_id,
        paper_of(one, [figure(one, "2018/19", "97.0%", basis="unknown")]),
        paper_of(two, [figure(two, "2018/19", "96.0%")]),
    )
    assert (only(found).basis, only(found).restates) == ("annual", True)


def test_a_year_told_in_june_and_in_december_is_no_restatement(store: Store, load_id: str) -> None:
    papers = []
    for name, day, text in (
        ("june.pdf", date(2019, 6, 30), "28.4%"),
        ("december.pdf", date(2019, 12, 31), "84.1%"),
    ):
        paper = document(name, reporting_period_end=day)
        row = figure(paper, "2019/20", text, measure="actual", basis="to_date")
        papers.append(paper_of(paper, [row]))
    found = follow(store, load_id, *papers)
    assert [(p.speaks_of, p.value, p.restates) for p in found.points] == [
        (date(2019, 6, 30), Decimal("28.4"), False),
        (date(2019, 12, 31), Decimal("84.1"), False),
    ]


def test_the_day_a_value_speaks_of_keeps_it_apart(store: Store, load_id: str) -> None:
    paper = document("july.pdf")
    rows = [
        figure(paper, "2019/20 Q1", "9.3", measure="actual", as_of=day)
        for day in (date(2019, 7, 31),)
    ] + [figure(paper, "2019/20 Q1", "9.1", measure="actual")]
    found = follow(store, load_id, paper_of(paper, rows))
    assert {p.as_of for p in found.points} == {None, date(2019, 7, 31)}


def test_periods_that_papers_do_not_name_are_never_the_same(store: Store, load_id: str) -> None:
    found = follow(
        store,
        load_id,
        *(
            paper_of(paper, [figure(paper, None, text, measure="previous", basis="unknown")])
            for paper, text in ((document("a.pdf"), "9"), (document("b.pdf"), "8"))
        ),
        all_points=True,
    )
    assert [p.vintages for p in found.points] == [(), ()]


def test_two_columns_of_unknown_periods_are_two_figures_of_one_paper(
    store: Store, load_id: str
) -> None:
    paper = document("a.pdf")
    last_quarter = figure(paper, None, "9", measure="previous", basis="unknown")
    last_year = figure(paper, None, "8", measure="previous", basis="unknown")
    found = follow(store, load_id, paper_of(paper, [last_quarter, last_year]), all_points=True)
    assert sorted(str(p.value) for p in found.points) == ["8", "9"]
    assert [p.vintages for p in found.points] == [(), ()]
    with store.read() as connection:
        shown = connection.execute(select(series_latest.c.value)).scalars()
        assert sorted(map(int, shown)) == [8, 9]


def with_status(paper: Document, row: Figure, period: str, status: str) -> Paper:
    entry = StatusEntry.model_validate(
        place(paper, 2)
        | {
            "indicator_id": row.indicator_id,
            "period": period,
            "status": status,
            "status_as_printed": status.title(),
            "status_carrier": "word",
            "cell_id": "cell",
        }
    )
    return paper_of(paper, [row], statuses=[entry])


def test_a_point_has_the_status_of_its_own_period_only(store: Store, load_id: str) -> None:
    paper = document("s.pdf")
    rows = [figure(paper, "2018/19", "97.0%"), figure(paper, "2017/18", "98.0%")]
    whole = with_status(paper, rows[0], "2018/19", "amber")
    found = follow(store, load_id, whole.model_copy(update={"figures": rows}))
    assert [(p.period, p.status) for p in found.points] == [("2017/18", None), ("2018/19", "amber")]


def test_series_are_never_mixed(store: Store, load_id: str) -> None:
    papers = [
        paper_of(paper, [figure(paper, "2018/19", text, code=code)])
        for paper, code, text in (
            (document("a.pdf"), "BV78a", "21.0"),
            (document("b.pdf"), "BV78b", "9.0"),
        )
    ]
    for paper in papers:
        load_paper(store, paper, load_id)
    found = trend(store, [series_id("BV78b"), series_id("BV78a")])
    assert [(p.code, p.value) for p in found.points] == [
        ("BV78a", Decimal("21.0")),
        ("BV78b", Decimal("9.0")),
    ]
    assert trend(store, []).points == ()


def test_two_bases_in_one_paper_are_two_points(store: Store, load_id: str) -> None:
    paper = document("a.pdf")
    rows = [figure(paper, "2018/19", "97.0%"), figure(paper, "2018/19", "9%", basis="unknown")]
    found = follow(store, load_id, paper_of(paper, rows))
    assert [(p.basis, p.restates) for p in found.points] == [("annual", False), ("unknown", False)]


def quarter_with_target(day: date | None) -> Paper:
    """A quarter beside a target to date that stands under the heading of the year."""
    paper = document("q1.pdf", reporting_period_end=day)
    actual = figure(paper, "2019/20 Q1", "29.7%", measure="actual", basis="to_date")
    target = figure(paper, "2019/20", "24.6%", measure="target", basis="to_date")
    return paper_of(paper, [actual, target])


@pytest.mark.parametrize(
    ("day", "target"),
    [(date(2019, 6, 30), Decimal("24.6")), (date(2019, 9, 30), None), (None, None)],
)
def test_a_target_to_date_stands_beside_the_quarter_that_ends_on_its_day(
    store: Store, load_id: str, day: date | None, target: Decimal | None
) -> None:
    found = follow(store, load_id, quarter_with_target(day), measures=["actual"])
    assert only(found).target == target


def test_two_targets_in_one_row_leave_the_target_open(store: Store, load_id: str) -> None:
    paper = document("two.pdf")
    rows = [
        figure(paper, "2018/19", "97.0%"),
        figure(paper, "2018/19", "98.0%", measure="target"),
        figure(paper, "2018/19", "98.5%", measure="target"),
    ]
    assert only(follow(store, load_id, paper_of(paper, rows))).target is None


@pytest.mark.parametrize(("basis", "shown"), [("in_period", Decimal(20)), ("to_date", None)])
def test_a_target_for_the_quarter_of_its_row_stands_beside_what_does_not_grow(
    basis: Basis, shown: Decimal | None, store: Store, load_id: str
) -> None:
    paper = document("q.pdf", published_on=date(2020, 12, 1))
    rows = [
        figure(paper, "2020/21 Q1", "29.6", measure="actual", basis=basis),
        figure(paper, "2020/21 Q1", "20", measure="target", basis="unknown"),
    ]
    (point,) = follow(store, load_id, paper_of(paper, rows)).points
    assert point.target == shown
