"""The revision triangle out of a store: its columns, its cells, and what was known on a day."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from crossfoot.schema.paper import Paper
from crossfoot.schema.rows import StatusEntry
from crossfoot.store.database import Store
from crossfoot.store.load import load_paper
from crossfoot.store.vintages import History, Triangle, Triangles, triangles

from .followed import BV9, IN_2019, IN_2020, follow, only, printing
from .store_papers import document, figure, indicator, paper_of, place, series, sha
from .stored import mark_same_reports
from .test_same_report import IN_JULY, IN_SEPTEMBER, REPORT, report


def load(store: Store, load_id: str, *papers: Paper) -> None:
    for paper in papers:
        load_paper(store, paper, load_id)
    mark_same_reports(store)


def the(found: Triangles) -> Triangle:
    assert len(found.series) == 1
    return found.series[0]


def texts(figure: History) -> list[list[str | None]]:
    return [[item.as_printed for item in cell] for cell in figure.cells]


def test_a_triangle_has_a_row_for_a_period_and_a_column_for_a_paper(
    store: Store, load_id: str
) -> None:
    load(
        store,
        load_id,
        printing("b.pdf", ("2018/19", "96.4%"), ("2019/20", "95%"), **IN_2020),
        printing("a.pdf", ("2017/18", "98.1%"), ("2018/19", "97.0%"), **IN_2019),
        printing("undated.pdf", ("2019/20", "95.2%")),
    )
    triangle = the(triangles(store, [BV9]))
    assert [paper.file_name for paper in triangle.publications] == ["a.pdf", "b.pdf", "undated.pdf"]
    assert [paper.published_on for paper in triangle.publications][-1] is None
    assert [(row.period, texts(row)) for row in triangle.figures] == [
        ("2017/18", [["98.1%"], [], []]),
        ("2018/19", [["97.0%"], ["96.4%"], []]),
        ("2019/20", [[], ["95%"], ["95.2%"]]),
    ]
    assert [[change.kind for change in row.revisions] for row in triangle.figures] == [
        [],
        ["restatement"],
        ["unknown"],
    ]


def test_what_was_known_on_a_day_has_no_hindsight(store: Store, load_id: str) -> None:
    load(
        store,
        load_id,
        printing("a.pdf", ("2018/19", "97.0%"), **IN_2019),
        printing("b.pdf", ("2018/19", "79.0%"), **IN_2020),
        printing("c.pdf", ("2018/19", "97.0%"), published_on=date(2021, 7, 8)),
        printing("undated.pdf", ("2018/19", "91.0%")),
    )
    then = triangles(store, [BV9], as_of=date(2020, 12, 31))
    assert (then.undated, then.later) == (1, 1)
    assert [change.kind for change in the(then).figures[0].revisions] == ["restatement"]
    now = the(triangles(store, [BV9])).figures[0]
    assert [change.kind for change in now.revisions] == ["slip", "slip", "unknown"]


def test_a_trend_says_which_paper_has_the_slip(store: Store, load_id: str) -> None:
    point = only(
        follow(
            store,
            load_id,
            printing("a.pdf", ("2018/19", "97.0%"), **IN_2019),
            printing("b.pdf", ("2018/19", "79.0%"), **IN_2020),
            printing("c.pdf", ("2018/19", "97.0%"), published_on=date(2021, 7, 8)),
        )
    )
    assert (point.value, point.restates) == (Decimal("97.0"), False)
    assert [(v.change, v.slip_of, v.file_name) for v in point.vintages] == [
        ("slip", sha("b.pdf"), "b.pdf"),
        ("same", None, "a.pdf"),
    ]


def test_a_provisional_figure_made_final_restates_nothing(store: Store, load_id: str) -> None:
    early = document("early.pdf", **IN_2019)
    marked = figure(early, "2018/19", "97.0%", footnote="(p)")
    point = only(
        follow(
            store,
            load_id,
            paper_of(early, [marked]),
            printing("late.pdf", ("2018/19", "97.4%"), **IN_2020),
        )
    )
    assert (point.value, point.restates) == (Decimal("97.4"), False)
    assert [vintage.change for vintage in point.vintages] == ["provisional"]


def test_the_status_and_target_of_a_paper_come_out_of_the_store(store: Store, load_id: str) -> None:
    late = document("late.pdf", **IN_2020)
    swapped = figure(late, "2018/19", "79.0%")
    target = figure(late, "2018/19", "96.5%", measure="target")
    entry = place(late, 2) | {
        "indicator_id": swapped.indicator_id,
        "period": "2018/19",
        "status": "green",
        "status_as_printed": "Green",
        "status_carrier": "word",
        "cell_id": "cell",
    }
    paper = paper_of(late, [swapped, target])
    statuses = [StatusEntry.model_validate(entry)]
    load(
        store,
        load_id,
        printing("early.pdf", ("2018/19", "97.0%"), **IN_2019),
        paper.model_copy(update={"statuses": statuses}),
    )
    change = the(triangles(store, [BV9])).figures[0].revisions[0]
    assert (change.kind, change.slip_of) == ("slip", sha("late.pdf"))
    assert change.because == "two digits are swapped; green in late.pdf fits the other value"


def test_the_line_below_comes_out_of_the_store(store: Store, load_id: str) -> None:
    years = {"2015/16": "96.8%", "2016/17": "97.3%"}
    early, late = document("early.pdf", **IN_2019), document("late.pdf", **IN_2020)
    span = {
        "2015/16": (date(2015, 4, 1), date(2016, 3, 31)),
        "2016/17": (date(2016, 4, 1), date(2017, 3, 31)),
    }
    before = [
        figure(early, year, text, period_start=span[year][0], period_end=span[year][1])
        for year, text in years.items()
    ]
    wrong = [
        figure(late, "2018/19", "61.3%"),
        figure(late, "2018/19", "61.3%", code="BV10", row=3),
    ]
    load(
        store,
        load_id,
        paper_of(early, [*before, figure(early, "2018/19", "97.0%")]),
        paper_of(
            late,
            wrong,
            indicators=[indicator(late, "BV9", 2), indicator(late, "BV10", 3)],
            series=[series(late, "BV9"), series(late, "BV10")],
        ),
    )
    last = the(triangles(store, [BV9])).figures[-1]
    assert [(change.kind, change.slip_of) for change in last.revisions] == [
        ("slip", sha("late.pdf"))
    ]
    assert "the line below of late.pdf" in last.revisions[0].because


def test_a_report_in_two_files_is_one_column(store: Store, load_id: str) -> None:
    load(
        store,
        load_id,
        report("scrutiny.pdf", REPORT, published_on=IN_JULY),
        report("cabinet.pdf", REPORT, published_on=IN_SEPTEMBER),
    )
    triangle = the(triangles(store, [BV9]))
    assert [paper.file_name for paper in triangle.publications] == ["scrutiny.pdf"]


def test_only_the_measures_asked_for_are_rows(store: Store, load_id: str) -> None:
    paper = document("a.pdf", **IN_2019)
    target = figure(paper, "2018/19", "98%", measure="target")
    load(store, load_id, paper_of(paper, [figure(paper, "2018/19", "97.0%"), target]))
    assert [row.measure for row in the(triangles(store, [BV9])).figures] == ["outturn"]
    targets = the(triangles(store, [BV9], measures=["target"]))
    assert [row.measure for row in targets.figures] == ["target"]
    assert triangles(store, [BV9], measures=["comparator"]).series == ()


def test_blank_cells_publish_nothing(store: Store, load_id: str) -> None:
    paper = document("a.pdf", **IN_2019)
    load(store, load_id, paper_of(paper, [figure(paper, "2018/19", None)]))
    assert triangles(store, [BV9]).series == ()
