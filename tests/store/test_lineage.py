"""Trends over joined series: what is one figure, what is two, and where each point comes from."""

from __future__ import annotations

import time
from datetime import date
from typing import Any

import pytest

from crossfoot.schema.errors import UsageError
from crossfoot.schema.finding import Link
from crossfoot.schema.paper import Paper
from crossfoot.schema.values import LinkKind
from crossfoot.store.database import Store
from crossfoot.store.lineage import followed
from crossfoot.store.links import ContradictionError, decision, links, remove_link, save_link
from crossfoot.store.load import load_paper, remove_document
from crossfoot.store.trend import Trend, trend

from .store_papers import document, figure, indicator, paper_of, series, series_id, sha
from .stored import count

EARLY, LATE = {"published_on": date(2019, 7, 1)}, {"published_on": date(2020, 7, 1)}


def paper(name: str, code: str, years: dict[str, str], **values: Any) -> Paper:
    of = document(name, **values)
    rows = [
        figure(of, year, text, code=code, row=2, cell_id=f"{name}/{code}/{year}")
        for year, text in years.items()
    ]
    return paper_of(of, rows)


@pytest.fixture
def chain(store: Store, load_id: str) -> Store:
    """BV9 up to 2018/19, FP_1 from 2018/19, RB_1 in 2020/21, each in a paper of its own."""
    for each in (
        paper("1.pdf", "BV9", {"2017/18": "97.1", "2018/19": "97.3"}, **EARLY),
        paper("2.pdf", "FP_1", {"2018/19": "97.4", "2019/20": "97.6"}, **LATE),
        paper("3.pdf", "RB_1", {"2020/21": "98.2"}, published_on=date(2021, 7, 1)),
        paper("4.pdf", "BV82a", {"2018/19": "20.1"}),
    ):
        load_paper(store, each, load_id)
    return store


def decide(store: Store, a: str, kind: LinkKind, b: str) -> Link:
    link = decision(series_id(a), kind, series_id(b))
    save_link(store, link)
    return link


def line(store: Store, code: str, **options: Any) -> Trend:
    return trend(store, [series_id(code)], follow_links=True, **options)


def shown(found: Trend) -> list[tuple[str | None, str | None, str | None, str | None]]:
    return [
        (each.period, each.code, each.as_printed, each.joint.kind if each.joint else None)
        for each in found.points
    ]


@pytest.mark.parametrize("code", ["BV9", "FP_1", "RB_1"])
def test_a_chain_of_three_is_one_trend_asked_by_any_of_them(chain: Store, code: str) -> None:
    decide(chain, "FP_1", "successor", "BV9")
    decide(chain, "RB_1", "successor", "FP_1")
    assert shown(line(chain, code)) == [
        ("2017/18", "BV9", "97.1", None),
        ("2018/19", "FP_1", "97.4", "successor"),
        ("2019/20", "FP_1", "97.6", None),
        ("2020/21", "RB_1", "98.2", "successor"),
    ]


def test_without_asking_for_it_a_series_is_followed_alone(chain: Store) -> None:
    decide(chain, "FP_1", "successor", "BV9")
    found = trend(chain, [series_id("BV9")])
    assert [each.code for each in found.points] == ["BV9", "BV9"]
    assert {each.line_id for each in found.points} == {series_id("BV9")}


@pytest.mark.parametrize("kind", ["same", "successor"])
def test_one_period_under_two_codes_is_one_figure_with_both_publications(
    chain: Store, kind: LinkKind
) -> None:
    decide(chain, "FP_1", kind, "BV9")
    (point,) = [each for each in line(chain, "BV9").points if each.period == "2018/19"]
    assert (point.series_id, point.as_printed) == (series_id("FP_1"), "97.4")
    (vintage,) = point.vintages
    assert (vintage.series_id, vintage.code, vintage.as_printed) == (
        series_id("BV9"),
        "BV9",
        "97.3",
    )
    assert (point.restates, vintage.change) == (True, "restated")
    assert point.joint is not None
    assert (point.joint.series_id, point.joint.code) == (series_id("BV9"), "BV9")


def test_across_a_redefinition_one_period_is_two_figures_and_the_break_is_marked(
    chain: Store,
) -> None:
    decide(chain, "FP_1", "redefined", "BV9")
    found = line(chain, "FP_1")
    assert sorted(shown(found)[1:3]) == sorted(
        [
            ("2018/19", "BV9", "97.3", None),
            ("2018/19", "FP_1", "97.4", "redefined"),
        ]
    )
    assert not any(each.vintages for each in found.points)


@pytest.mark.parametrize("kind", ["sum-of", "part-of"])
def test_sums_and_parts_are_told_and_never_joined(chain: Store, kind: LinkKind) -> None:
    decide(chain, "FP_1", kind, "BV82a")
    found = line(chain, "FP_1")
    assert {each.code for each in found.points} == {"FP_1"}
    ((tie,),) = [each.beside for each in found.lines]
    assert tie == (series_id("FP_1"), kind, series_id("BV82a"))


def test_two_redefined_into_one_each_go_on_in_it_and_it_begins_alone(chain: Store) -> None:
    decide(chain, "RB_1", "redefined", "BV9")
    decide(chain, "RB_1", "redefined", "BV82a")
    assert [each.code for each in line(chain, "BV9").points] == ["BV9", "BV9", "RB_1"]
    alone = line(chain, "RB_1")
    assert [each.code for each in alone.points] == ["RB_1"]
    assert len(alone.lines[0].beside) == 2
    every = [series_id(code) for code in ("BV9", "BV82a", "RB_1")]
    both = trend(chain, every, follow_links=True)
    assert len(both.lines) == 2
    assert sorted(each.code or "" for each in both.points) == [
        "BV82a",
        "BV9",
        "BV9",
        "RB_1",
        "RB_1",
    ]


def test_as_of_a_day_a_line_shows_what_was_out(chain: Store) -> None:
    decide(chain, "FP_1", "successor", "BV9")
    found = line(chain, "FP_1", as_of=date(2019, 12, 31))
    assert shown(found) == [("2017/18", "BV9", "97.1", None), ("2018/19", "BV9", "97.3", None)]
    assert found.later == 1


def test_quarters_count_from_the_last_result_of_the_whole_line(chain: Store, load_id: str) -> None:
    of = document("5.pdf")
    quarter = figure(of, "2019/20 Q1", "28.1", code="BV9", measure="actual", basis="to_date", row=2)
    load_paper(chain, paper_of(of, [quarter]), load_id)
    assert "2019/20 Q1" in {each.period for each in line(chain, "BV9").points}
    decide(chain, "FP_1", "successor", "BV9")
    assert "2019/20 Q1" not in {each.period for each in line(chain, "BV9").points}


def test_decisions_follow_a_series_that_another_reading_knows_by_another_id(
    chain: Store, load_id: str
) -> None:
    decide(chain, "FP_1", "successor", "BV9")
    remove_document(chain, sha("1.pdf"))
    assert count(chain, "links") == 1
    of = document("1.pdf", **EARLY)
    row = figure(of, "2017/18", "97.1", code="BV9", series_id="0" * 32)
    again = paper_of(
        of,
        [row],
        series=[series(of, "BV9", series_id="0" * 32)],
        indicators=[indicator(of, "BV9", series_id="0" * 32)],
    )
    load_paper(chain, again, load_id)
    for asked in ("0" * 32, series_id("FP_1")):
        found = trend(chain, [asked], follow_links=True)
        assert [each.period for each in found.points] == ["2017/18", "2018/19", "2019/20"]


def test_a_contradiction_is_refused_and_nothing_is_stored(chain: Store) -> None:
    first = decide(chain, "FP_1", "same", "BV9")
    second = decide(chain, "RB_1", "successor", "FP_1")
    with pytest.raises(ContradictionError) as refused:
        decide(chain, "RB_1", "unrelated", "BV9")
    assert set(refused.value.links) == {first, second}
    assert len(links(chain)) == 2
    remove_link(chain, series_id("RB_1"), series_id("FP_1"))
    decide(chain, "RB_1", "unrelated", "BV9")


def test_a_decision_taken_back_leaves_no_series_behind(chain: Store) -> None:
    decide(chain, "BV82a", "part-of", "BV9")
    remove_document(chain, sha("4.pdf"))
    before = count(chain, "series")
    assert remove_link(chain, series_id("BV9"), series_id("BV82a")) is not None
    assert count(chain, "series") == before - 1
    assert remove_link(chain, series_id("BV9"), series_id("BV82a")) is None
    with pytest.raises(UsageError, match="there is no series"):
        decide(chain, "BV82a", "part-of", "BV9")


def test_a_thousand_decisions_do_not_slow_a_trend(store: Store, load_id: str) -> None:
    of = document("many.pdf")
    rows = [figure(of, "2018/19", "9.1", code=f"LX_{at}", row=at + 2) for at in range(1001)]
    everything = paper_of(
        of,
        rows,
        series=[series(of, f"LX_{at}") for at in range(1001)],
        indicators=[indicator(of, f"LX_{at}", row=at + 2) for at in range(1001)],
        cells=[],
    )
    load_paper(store, everything, load_id)
    with store.write() as connection:
        for at in range(1000):
            ends = {"a": series_id(f"LX_{at + 1}"), "b": series_id(f"LX_{at}"), "id": str(at)}
            connection.exec_driver_sql(
                "INSERT INTO links (link_id, series_a, series_b, kind, decided_at) "
                f"VALUES ('{ends['id']}', '{ends['a']}', '{ends['b']}', 'successor', '2021')"
            )
    began = time.process_time()
    with store.read() as connection:
        (found,) = followed(connection, [series_id("LX_500")])
    assert len(found.members) == 1001
    assert time.process_time() - began < 2  # a walk that asks link by link takes far longer
