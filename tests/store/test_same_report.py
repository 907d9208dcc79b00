"""The same report in several files: what is recognised, and what never is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import permutations
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossfoot.schema.identity import make_id
from crossfoot.schema.paper import Paper
from crossfoot.schema.rows import Action, Figure
from crossfoot.store.database import Store, open_store
from crossfoot.store.load import load_paper, remove_document, start_load
from crossfoot.store.queries import codes, documents
from crossfoot.store.same_report import PaperRows, other_files, same_reports
from crossfoot.store.trend import trend

from .store_papers import document, figure, indicator, paper_of, place, series, series_id, sha
from .stored import mark_same_reports

Table = dict[str, tuple[str, str]]  # by code: last year's result and the quarter's
REPORT: Table = {"BV8": ("97.6%", "98.2%"), "BV9": ("98.5%", "29.7%"), "BV12": ("8.31", "9.04")}
OTHER: Table = {"LA1": ("84,617", "85,020"), "LA2": ("12.5", "13.75"), "LA3": ("71%", "64%")}
IN_JULY, IN_SEPTEMBER = date(2019, 7, 4), date(2019, 9, 12)


def report(name: str, *tables: Table, quarter: str = "2019/20 Q1", **values: Any) -> Paper:
    paper = document(name, **({"reporting_period": quarter} | values))
    figures: list[Figure] = []
    indicators, known = [], []
    lines = [line for table in tables for line in table.items()]
    for row, (code, (result, actual)) in enumerate(lines, start=2):
        given: dict[str, Any] = {"code": code, "row": row}
        figures += [
            figure(paper, "2018/19", result, **given),
            figure(paper, quarter, actual, measure="actual", basis="to_date", **given),
        ]
        indicators.append(indicator(paper, code, row))
        known.append(series(paper, code))
    return paper_of(paper, figures, indicators=indicators, series=known)


def marked(store: Store, load_id: str, papers: Sequence[Paper]) -> dict[str, str]:
    """Load, mark, and return which file points to which."""
    for paper in papers:
        load_paper(store, paper, load_id)
    mark_same_reports(store)
    names = {paper.document_id: paper.file_name for paper in documents(store)}
    return {
        paper.file_name: names[paper.same_report_as]
        for paper in documents(store)
        if paper.same_report_as
    }


def test_a_report_inside_a_pack_points_to_the_pack(store: Store, load_id: str) -> None:
    papers = [
        report("report.pdf", REPORT, published_on=IN_JULY),
        report("pack.pdf", OTHER, REPORT, published_on=IN_SEPTEMBER, reporting_period=None),
    ]
    assert marked(store, load_id, papers) == {"report.pdf": "pack.pdf"}


def test_the_later_of_two_alike_points_to_the_earlier(store: Store, load_id: str) -> None:
    papers = [
        report("cabinet.pdf", REPORT, published_on=IN_SEPTEMBER),
        report("scrutiny.pdf", REPORT, published_on=IN_JULY),
        report("undated.pdf", REPORT),
    ]
    expected = {"cabinet.pdf": "scrutiny.pdf", "undated.pdf": "scrutiny.pdf"}
    assert marked(store, load_id, papers) == expected


def test_of_two_undated_the_larger_id_points_to_the_smaller(store: Store, load_id: str) -> None:
    papers = [report(name, REPORT) for name in ("a.pdf", "b.pdf")]
    small, large = sorted(("a.pdf", "b.pdf"), key=sha)
    assert marked(store, load_id, papers) == {large: small}


def test_a_corrected_reissue_points_to_the_first_and_its_correction_shows(
    store: Store, load_id: str
) -> None:
    corrected = REPORT | OTHER | {"BV9": ("98.1%", "29.7%")}
    papers = [
        report("again.pdf", corrected, published_on=IN_SEPTEMBER),
        report("first.pdf", REPORT | OTHER, published_on=IN_JULY),
    ]
    assert marked(store, load_id, papers) == {"again.pdf": "first.pdf"}
    point = trend(store, [series_id("BV9")]).points[0]
    assert (point.as_printed, point.restates) == ("98.1%", True)
    unchanged = trend(store, [series_id("BV8")]).points[0]
    assert (unchanged.file_name, unchanged.vintages) == ("first.pdf", ())
    assert [(other.file_name, other.page) for other in unchanged.repeats] == [("again.pdf", 2)]


def test_most_rows_again_half_a_year_later_are_another_report(store: Store, load_id: str) -> None:
    changed = REPORT | OTHER | {"BV9": ("98.1%", "29.7%")}
    papers = [
        report("first.pdf", REPORT | OTHER, published_on=IN_JULY, reporting_period="2019/20"),
        report("half.pdf", changed, published_on=date(2020, 1, 9), reporting_period="2019/20"),
    ]
    assert marked(store, load_id, papers) == {}


def test_a_trend_dates_a_repeated_figure_by_its_first_publication(
    store: Store, load_id: str
) -> None:
    papers = [
        report("report.pdf", REPORT, published_on=IN_JULY),
        report("pack.pdf", OTHER, REPORT, published_on=IN_SEPTEMBER),
    ]
    marked(store, load_id, papers)
    point = trend(store, [series_id("BV9")]).points[0]
    assert (point.file_name, [other.file_name for other in point.repeats]) == (
        "report.pdf",
        ["pack.pdf"],
    )
    assert trend(store, [series_id("BV9")], as_of=IN_JULY).points[0].repeats == ()


def test_an_undated_repeat_of_a_dated_paper_is_not_left_out(store: Store, load_id: str) -> None:
    papers = [
        report("report.pdf", REPORT, published_on=IN_JULY),
        report("undated.pdf", REPORT),
        report("alone.pdf", REPORT | {"BV9": ("91.0%", "22.2%")}, reporting_period="2019/20"),
    ]
    marked(store, load_id, papers)
    assert trend(store, [series_id("BV9")], as_of=IN_SEPTEMBER).undated == 1


def test_two_quarters_of_one_year_are_two_reports(store: Store, load_id: str) -> None:
    second = {code: (result, f"5{row}.3") for row, (code, (result, _)) in enumerate(REPORT.items())}
    papers = [report("q1.pdf", REPORT), report("q2.pdf", second, quarter="2019/20 Q2")]
    assert marked(store, load_id, papers) == {}


def test_the_same_rows_under_another_period_are_another_report(store: Store, load_id: str) -> None:
    papers = [report("a.pdf", REPORT), report("b.pdf", REPORT, reporting_period="2019/20 Q2")]
    assert marked(store, load_id, papers) == {}


def test_two_councils_are_never_the_same(store: Store, load_id: str) -> None:
    papers = [report("a.pdf", REPORT | OTHER), report("b.pdf", REPORT | OTHER, council="Elsewhere")]
    assert marked(store, load_id, papers) == {}


@pytest.mark.parametrize(
    "table",
    [
        dict.fromkeys(("A1", "A2", "A3", "A4", "A5", "A6"), ("-", "-")),
        {f"A{row}": ("100%", "50%") for row in range(30)},
        {f"A{row}": ("0", "10") for row in range(30)},
        {"A1": ("97.62", "98.25")},
    ],
)
def test_blank_rows_few_round_numbers_and_a_single_row_prove_nothing(
    store: Store, load_id: str, table: Table
) -> None:
    assert marked(store, load_id, [report(name, table) for name in ("a.pdf", "b.pdf")]) == {}


def test_two_reports_that_share_a_few_rows_stay_two(store: Store, load_id: str) -> None:
    housing = {f"H{row}": (f"{row}7.31", f"4{row}.9") for row in range(1, 9)}
    papers = [report("finance.pdf", REPORT | OTHER), report("housing.pdf", housing, REPORT)]
    assert marked(store, load_id, papers) == {}


def test_there_are_no_chains_and_the_order_of_loading_does_not_matter(tmp_path: Path) -> None:
    papers = [
        report("report.pdf", REPORT, published_on=IN_JULY),
        report("again.pdf", REPORT | {"BV9": ("98.1%", "29.7%")}, published_on=IN_SEPTEMBER),
        report("pack.pdf", REPORT, OTHER, published_on=IN_SEPTEMBER),
        report("small.pdf", {code: REPORT[code] for code in ("BV8", "BV12")}),
    ]
    expected = dict.fromkeys(("report.pdf", "again.pdf", "small.pdf"), "pack.pdf")
    for number, order in enumerate(permutations(papers)):
        if number % 5:
            continue
        with open_store(f"sqlite:///{tmp_path / f'{number}.db'}", create=True) as store:
            assert marked(store, start_load(store, "1"), order) == expected


def test_marking_again_changes_nothing_and_a_withdrawn_pack_frees_its_reports(
    store: Store, load_id: str
) -> None:
    papers = [report("a.pdf", REPORT), report("b.pdf", OTHER), report("pack.pdf", REPORT, OTHER)]
    assert set(marked(store, load_id, papers)) == {"a.pdf", "b.pdf"}
    assert mark_same_reports(store) == 0
    assert other_files(store, sha("pack.pdf")).repeated_by == (
        f"a.pdf ({sha('a.pdf')[:12]})",
        f"b.pdf ({sha('b.pdf')[:12]})",
    )
    assert other_files(store, sha("a.pdf")).repeats == f"pack.pdf ({sha('pack.pdf')[:12]})"
    assert {entry.code: (entry.papers, entry.repeats) for entry in codes(store)}["BV9"] == (2, 1)
    remove_document(store, sha("pack.pdf"))
    assert mark_same_reports(store) == 2
    assert not any(paper.same_report_as for paper in documents(store))


def with_actions(name: str, comments: Sequence[str], **values: Any) -> Paper:
    paper = document(name, **({"reporting_period": "2019/20 Q1"} | values))
    actions = [
        Action.model_validate(
            place(paper, row)
            | {
                "council": paper.council,
                "published_on": paper.published_on,
                "reporting_period": paper.reporting_period,
                "action_id": make_id(name, row),
                "code": f"FP1922_{row:02d}",
                "code_as_printed": None,
                "title": "Produce the accounts",
                "description": None,
                "section": "Finance",
                "status": "in_progress",
                "status_as_printed": "In Progress",
                "status_carrier": "word",
                "progress": 50,
                "comments": comment,
            }
        )
        for row, comment in enumerate(comments, start=2)
    ]
    return Paper(document=paper, actions=actions)


COMMENTS = [f"The draft was sent to the auditors of area {n} at the end of May." for n in range(4)]


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        (COMMENTS, COMMENTS, True),
        (COMMENTS, [text.replace("May", "June") for text in COMMENTS], False),
        (["On target"] * 8, ["On target"] * 8, False),
    ],
)
def test_reports_of_actions_are_told_by_their_comments(
    store: Store, load_id: str, first: list[str], second: list[str], same: bool
) -> None:
    papers = [with_actions("a.pdf", first), with_actions("b.pdf", second)]
    assert bool(marked(store, load_id, papers)) == same


ROWS = [(("s", n), frozenset({f"{n}7.31", f"8{n}.64", f"{n}5.{n}9"})) for n in range(1, 8)]
PAPERS = st.lists(
    st.tuples(
        st.sets(st.sampled_from(range(len(ROWS))), min_size=1),
        st.sampled_from([None, "2019/20", "2020/21"]),
        st.sampled_from([None, IN_JULY, IN_SEPTEMBER]),
    ),
    max_size=8,
)


@given(PAPERS, st.randoms())
def test_whatever_papers_share_there_are_no_chains_and_no_order(
    drawn: list[tuple[set[int], str | None, date | None]], random: Random
) -> None:
    papers = [
        PaperRows(f"{number:02d}", day, period, dict(ROWS[row] for row in sorted(rows)))
        for number, (rows, period, day) in enumerate(drawn)
    ]
    found = same_reports(papers)
    assert set(found).isdisjoint(found.values())
    assert set(found.values()) <= {paper.document_id for paper in papers}
    random.shuffle(papers)
    assert same_reports(papers) == found
    by_id = {paper.document_id: paper for paper in papers}
    for one, other in found.items():
        assert set(by_id[one].rows) & set(by_id[other].rows)


def test_of_papers_with_the_same_rows_the_first_is_pointed_to() -> None:
    rows = {("s", n): frozenset({f"{n}7.31", f"8{n}.6"}) for n in range(9)}
    papers = [PaperRows(name, None, "2019/20", rows) for name in ("b", "a", "c")]
    assert same_reports(papers) == {"b": "a", "c": "a"}
    assert same_reports([]) == {}
