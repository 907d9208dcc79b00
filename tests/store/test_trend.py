"""A series across years: what is shown, what was printed before, and what nobody can know."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from crossfoot.store.database import Store
from crossfoot.store.series import trend

from .followed import BV9, IN_2019, IN_2020, follow, only, printing
from .store_papers import (
    COUNCIL,
    document,
    figure,
    paper_of,
    sha,
)


def test_years_stand_in_order_each_with_its_document_and_place(store: Store, load_id: str) -> None:
    found = follow(
        store,
        load_id,
        printing("new.pdf", ("2019/20", "97.5%"), **IN_2020),
        printing("old.pdf", ("2018/19", "97.0%"), ("2017/18", "98.1%"), **IN_2019),
    )
    assert [(p.period, p.value, p.file_name) for p in found.points] == [
        ("2017/18", Decimal("98.1"), "old.pdf"),
        ("2018/19", Decimal("97.0"), "old.pdf"),
        ("2019/20", Decimal("97.5"), "new.pdf"),
    ]
    point = found.points[-1]
    assert (point.period_start, point.period_end) == (date(2019, 4, 1), date(2020, 3, 31))
    assert (point.page, point.table_no, point.row_no) == (2, 1, 2)
    assert point.box == (10.0, 24.5, 500.5, 36.5)
    assert (point.as_printed, point.unit, point.decimals) == ("97.5%", "%", 1)
    assert (point.council, point.code, point.document_id) == (COUNCIL, "BV9", sha("new.pdf"))
    assert point.decided_by == "only"
    assert point.vintages == ()


def test_a_value_changed_by_a_later_paper_is_marked_restated(store: Store, load_id: str) -> None:
    point = only(
        follow(
            store,
            load_id,
            printing("old.pdf", ("2018/19", "97.0%"), **IN_2019),
            printing("new.pdf", ("2018/19", "96.4%"), **IN_2020),
        )
    )
    assert (point.value, point.decided_by, point.restates) == (
        Decimal("96.4"),
        "published_on",
        True,
    )
    assert [(v.value, v.change, v.file_name) for v in point.vintages] == [
        (Decimal("97.0"), "restated", "old.pdf")
    ]


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        ("5.0", "5.00", "rounding"),
        ("29", "29.0", "rounding"),
        ("29.0", "28.96", "rounding"),
        ("28.5", "29", "rounding"),
        ("28.4", "29", "restated"),
        ("29", "30", "restated"),
        ("5.0", "5.0", "same"),
        ("-", "5.0", "differs"),
    ],
)
def test_how_two_printings_differ(
    store: Store, load_id: str, before: str, after: str, change: str
) -> None:
    point = only(
        follow(
            store,
            load_id,
            printing("old.pdf", ("2018/19", before), **IN_2019),
            printing("new.pdf", ("2018/19", after), **IN_2020),
        )
    )
    assert point.as_printed == after
    assert [vintage.change for vintage in point.vintages] == [change]
    assert point.restates == (change == "restated")


def test_a_dash_in_a_later_paper_does_not_hide_a_value(store: Store, load_id: str) -> None:
    point = only(
        follow(
            store,
            load_id,
            printing("old.pdf", ("2018/19", "97.0%"), **IN_2019),
            printing("new.pdf", ("2018/19", "-"), **IN_2020),
        )
    )
    assert (point.value, point.restates) == (Decimal("97.0"), False)


def test_without_days_of_publication_the_end_of_the_papers_period_decides(
    store: Store, load_id: str
) -> None:
    point = only(
        follow(
            store,
            load_id,
            printing("new.pdf", ("2018/19", "96.4%"), reporting_period_end=date(2020, 3, 31)),
            printing("old.pdf", ("2018/19", "97.0%"), reporting_period_end=date(2019, 3, 31)),
        )
    )
    assert (point.file_name, point.decided_by, point.restates) == (
        "new.pdf",
        "reporting_period_end",
        True,
    )


@pytest.mark.parametrize("first", [{}, IN_2019])
def test_nobody_pretends_to_know_which_of_two_came_first(
    store: Store, load_id: str, first: dict[str, Any]
) -> None:
    point = only(
        follow(
            store,
            load_id,
            printing("a.pdf", ("2018/19", "96.4%"), **first),
            printing("b.pdf", ("2018/19", "97.0%")),
        )
    )
    assert (point.decided_by, point.restates) == ("unknown", False)
    assert [vintage.change for vintage in point.vintages] == ["differs"]


def test_two_papers_of_one_day_that_disagree_are_not_put_in_order(
    store: Store, load_id: str
) -> None:
    point = only(
        follow(
            store,
            load_id,
            printing("a.pdf", ("2018/19", "96.4%"), **IN_2019),
            printing("b.pdf", ("2018/19", "97.0%"), **IN_2019),
        )
    )
    assert (point.decided_by, point.restates) == ("unknown", False)


def test_two_papers_of_one_day_are_put_in_order_by_their_periods(
    store: Store, load_id: str
) -> None:
    point = only(
        follow(
            store,
            load_id,
            printing("a.pdf", ("2018/19", "9"), reporting_period_end=date(2019, 6, 30), **IN_2019),
            printing("b.pdf", ("2018/19", "8"), reporting_period_end=date(2019, 3, 31), **IN_2019),
        )
    )
    assert (point.file_name, point.decided_by) == ("a.pdf", "reporting_period_end")


def test_what_was_published_up_to_a_day(store: Store, load_id: str) -> None:
    papers = (
        printing("old.pdf", ("2018/19", "97.0%"), **IN_2019),
        printing("new.pdf", ("2018/19", "96.4%"), **IN_2020),
        printing("undated.pdf", ("2018/19", "95.0%"), ("2017/18", "95.0%")),
    )
    found = follow(store, load_id, *papers, as_of=date(2019, 12, 31))
    point = only(found)
    assert (point.value, point.vintages) == (Decimal("97.0"), ())
    assert (found.undated, found.later) == (1, 1)
    on_the_day = trend(store, [BV9], as_of=date(2020, 7, 9))
    assert only(on_the_day).value == Decimal("96.4")
    assert trend(store, [BV9]).undated == 0


def test_a_pack_that_repeats_a_paper_does_not_double_its_figures(
    store: Store, load_id: str
) -> None:
    original = printing("report.pdf", ("2018/19", "97.0%"), **IN_2019)
    pack = printing("pack.pdf", ("2018/19", "97.0%"), same_report_as=sha("report.pdf"), **IN_2019)
    point = only(follow(store, load_id, original, pack))
    assert (point.file_name, point.vintages) == ("report.pdf", ())


def test_a_pack_stands_for_the_paper_that_is_not_here(store: Store, load_id: str) -> None:
    pack = printing("pack.pdf", ("2018/19", "97.0%"), same_report_as=sha("report.pdf"))
    assert only(follow(store, load_id, pack)).file_name == "pack.pdf"


def test_a_reissue_that_changes_a_value_is_kept(store: Store, load_id: str) -> None:
    original = printing("report.pdf", ("2018/19", "97.0%"), **IN_2019)
    again = printing("again.pdf", ("2018/19", "79.0%"), same_report_as=sha("report.pdf"), **IN_2020)
    point = only(follow(store, load_id, original, again))
    assert (point.value, point.restates) == (Decimal("79.0"), True)


def test_undated_papers_that_agree_leave_nothing_open(store: Store, load_id: str) -> None:
    papers = [printing(name, ("2018/19", "97.0%")) for name in ("a.pdf", "b.pdf")]
    point = only(follow(store, load_id, *papers))
    assert (point.decided_by, point.restates) == ("agreed", False)
    assert [vintage.change for vintage in point.vintages] == ["same"]


def test_a_figure_in_a_note_never_stands_for_one_in_a_cell(store: Store, load_id: str) -> None:
    later = document("new.pdf", **IN_2020)
    noted = figure(later, "2018/19", "64%", source="note")
    point = only(
        follow(
            store,
            load_id,
            printing("old.pdf", ("2018/19", "71%"), **IN_2019),
            paper_of(later, [noted]),
        )
    )
    assert (point.value, point.source, point.restates) == (Decimal("71"), "cell", False)
    assert [vintage.change for vintage in point.vintages] == ["differs"]
