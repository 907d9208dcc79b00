"""A series across years: what is shown, what was printed before, and what nobody can know."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from crossfoot.schema.paper import Document, Paper
from crossfoot.schema.rows import Figure, StatusEntry
from crossfoot.store.database import Store
from crossfoot.store.load import load_paper
from crossfoot.store.series import Trend, TrendPoint, find_series, loose_key, trend

from .store_papers import (
    COUNCIL,
    document,
    figure,
    indicator,
    paper_of,
    place,
    series,
    series_id,
    sha,
)

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


def test_a_trend_shows_outturns_and_the_quarters_after_the_last_of_them(
    store: Store, load_id: str
) -> None:
    found = follow(store, load_id, with_quarters())
    assert [(p.period, p.measure, p.basis) for p in found.points] == [
        ("2018/19", "outturn", "annual"),
        ("2019/20", "outturn", "annual"),
        ("2020/21 Q1", "actual", "to_date"),
    ]


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


def catalogue(store: Store, load_id: str) -> None:
    for council, code, printed, title in (
        (COUNCIL, "BV9", "BVPI 9", "Council Tax collected"),
        (COUNCIL, "BV79b(ii)", "BV79bii", "Recovery of overpaid Housing Benefit"),
        (COUNCIL, "BV79b(iii)", "BV79b(iii)", "Housing Benefit overpayments written off"),
        ("Bromsgrove District Council", "BV9", "BV009", "% of Council Tax collected"),
        ("Bromsgrove District Council", "LPI0541", "LPI0541", "Crime: all offences"),
    ):
        paper = document(f"{council} {code}.pdf", council=council)
        load_paper(
            store,
            paper_of(
                paper,
                [figure(paper, "2018/19", "9", code=code)],
                series=[series(paper, code, title=title)],
                indicators=[indicator(paper, code, code_as_printed=printed, title=title)],
            ),
            load_id,
        )


@pytest.mark.parametrize(
    ("selector", "council", "codes", "matched_by"),
    [
        ("BV9", "Broxtowe", ["BV9"], "code"),
        ("bv 9", None, ["BV9", "BV9"], "code"),
        ("(BV 009)", "bromsgrove district", ["BV9"], "code"),
        ("BVPI 9", None, ["BV9"], "code"),
        ("bv79biii", None, ["BV79b(iii)"], "code"),
        ("BV79b(ii)", None, ["BV79b(ii)"], "code"),
        ("lpi541", None, ["LPI0541"], "code"),
        ("council  tax collected", None, ["BV9"], "title"),
        ("housing benefit", None, ["BV79b(ii)", "BV79b(iii)"], "words"),
        ("crime all offences", None, ["LPI0541"], "words"),
        ("BV79b", None, [], None),
        ("BV10", None, [], None),
        ("BV9", "Brox", [], None),
        ("", None, [], None),
        ("?!", None, [], None),
    ],
)
def test_a_series_is_found_by_what_people_type(
    store: Store,
    load_id: str,
    selector: str,
    council: str | None,
    codes: list[str],
    matched_by: str | None,
) -> None:
    catalogue(store, load_id)
    found = find_series(store, selector, council=council)
    assert [head.code for head in found] == codes
    assert {head.matched_by for head in found} == ({matched_by} if matched_by else set())


def test_a_series_is_found_by_its_id(store: Store, load_id: str) -> None:
    catalogue(store, load_id)
    for selector in (BV9, BV9[:10].upper()):
        assert [head.series_id for head in find_series(store, selector)] == [BV9]


def test_the_grammar_of_codes_is_asked_before_looser_reading(store: Store, load_id: str) -> None:
    catalogue(store, load_id)
    keys = {"LPI0541": "bv9", "my bv": "bv9"}
    found = find_series(store, "my bv", code_key=keys.get)
    assert [head.code for head in found] == ["LPI0541"]


def test_an_earlier_title_still_finds_the_series(store: Store, load_id: str) -> None:
    for name, title, day in (
        ("a.pdf", "Council Tax in year", date(2019, 1, 1)),
        ("b.pdf", "Council Tax collected", date(2020, 1, 1)),
    ):
        paper = document(name, published_on=day)
        rows = {
            "series": [series(paper, title=title)],
            "indicators": [indicator(paper, title=title)],
        }
        load_paper(store, paper_of(paper, [figure(paper, "2018/19", "9")], **rows), load_id)
    (head,) = find_series(store, "Council Tax in year")
    assert (head.title, head.matched_by) == ("Council Tax collected", "title")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("BV 009", "bv9", True),
        ("BV79b(iii)", "BV79biii", True),
        ("ComS_048", "COMS 48", True),
        ("BV79b(ii)", "BV79b(iii)", False),
        ("FPLocal_02", "FPLocal_12", False),
        ("BV100", "BV1", False),
    ],
)
def test_loose_keys(one: str, other: str, same: bool) -> None:
    assert (loose_key(one) == loose_key(other)) == same


def test_two_bases_in_one_paper_are_two_points(store: Store, load_id: str) -> None:
    paper = document("a.pdf")
    rows = [figure(paper, "2018/19", "97.0%"), figure(paper, "2018/19", "9%", basis="unknown")]
    found = follow(store, load_id, paper_of(paper, rows))
    assert [(p.basis, p.restates) for p in found.points] == [("annual", False), ("unknown", False)]
