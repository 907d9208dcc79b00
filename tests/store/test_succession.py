"""Which of two printings of a figure stands, in one row and across papers, in Python and in SQL."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import select, text

from crossfoot.schema.paper import Paper
from crossfoot.schema.values import Measure
from crossfoot.store.database import Store
from crossfoot.store.load import load_paper, start_load
from crossfoot.store.marks import provisional_mark
from crossfoot.store.remarks import remarks
from crossfoot.store.revisions import Revision
from crossfoot.store.succession import (
    NOT_FINAL,
    is_tentative,
    rank_in_sql,
    standing_rank,
    tentative_in_sql,
)
from crossfoot.store.trend import TrendPoint, trend
from crossfoot.store.views import series_as_of, series_latest
from crossfoot.store.vintages import triangles
from tests.store.store_papers import document, figure, indicator, series
from tests.store.test_marks import YEAR

RANKS = {
    None: 1, "1": 1, "*": 1, "final": 1, "restated": 2, "Re-stated": 2, "* revised": 2, "(R)": 2,
    "amended": 2, "corrected": 2, "adjusted": 2, "updated": 2, "provisional": 0, "prov": 0,
    "unaudited": 0, "Draft": 0, "interim": 0, "subject to audit": 0, "(p)": 0, "(est)": 0,
    "revised provisional": 0, "revised estimate": 0, "subject to final audit": 0, "est": 0,
    "* provisional": 0, "P": 0, "R": 2, "p": 1, "e": 1, "latest figure": 1, "approved": 1,
    "to be confirmed": 0, "awaiting audit": 0, "pending verification": 0, "rebased": 2,
    "forecast": 0, "projected": 0, "not yet audited": 0, "preliminary": 0, "re-set": 2, "new": 2,
    "note 3": 1,
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
            query = (
                f"SELECT {tentative_in_sql('f')} FROM (SELECT CAST(:note AS TEXT) AS footnote) f"
            )
            found = connection.execute(text(query), {"note": footnote}).scalar()
            assert (footnote, bool(found)) == (footnote, is_tentative(footnote))


def test_what_is_revised_and_not_final_is_no_older_printing() -> None:
    assert is_tentative("provisional")
    assert not is_tentative("revised provisional")
    assert not is_tentative("restated")


@pytest.mark.parametrize("word", sorted(NOT_FINAL))
def test_every_word_that_ranks_a_figure_low_marks_it_too(word: str) -> None:
    whole = {"subject to": "subject to audit", "to be": "to be confirmed"}
    whole |= {"not yet": "not yet final"}
    whole |= {"still to be": "still to be audited", "awaiting": "awaiting audit"}
    said = whole.get(word, "pending validation" if word == "pending" else word)
    assert standing_rank(said) == 0
    assert provisional_mark(replace(YEAR, footnote=said))


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


def printed_by(
    store: Store,
    *papers: tuple[date | None, str, str | None],
    measure: Measure = "outturn",
    as_of: date | None = None,
) -> TrendPoint:
    """The point of a year that one paper after another prints, with these footnotes."""
    load_id = start_load(store, "1")
    for number, (day, value, footnote) in enumerate(papers):
        paper = document(f"{'abcdef'[number]}.pdf", published_on=day)
        row = figure(paper, "2018/19", value, code="BV8", measure=measure, basis="annual", row=2)
        found = Paper(
            document=paper,
            series=[series(paper, "BV8")],
            indicators=[indicator(paper, "BV8", 2)],
            figures=[row.model_copy(update={"footnote": footnote})],
        )
        load_paper(store, found, load_id)
    (point,) = trend(store, [row.series_id], measures=[measure], as_of=as_of).points
    return point


def changes(store: Store, point: TrendPoint) -> tuple[Revision, ...]:
    (triangle,) = triangles(store, [point.series_id], measures=[point.measure]).series
    return triangle.figures[0].revisions


JUNE, SEPTEMBER = date(2019, 6, 1), date(2019, 9, 1)
LATER = date(2020, 6, 1)


def test_a_later_paper_that_is_not_final_replaces_no_figure_that_is(store: Store) -> None:
    point = printed_by(store, (SEPTEMBER, "96.4%", None), (LATER, "97.1%", "provisional"))
    assert (point.as_printed, point.file_name, point.decided_by) == ("96.4%", "a.pdf", "only")
    assert not point.restates
    assert [(each.as_printed, each.change) for each in point.vintages] == [("97.1%", "provisional")]
    assert remarks(point) == "provisional: 97.1% later (b.pdf p. 2)"
    assert [each.later for each in point.vintages] == [True]
    (change,) = changes(store, point)
    assert (change.kind, change.replaces) == ("restatement", False)
    assert change.because == (
        "the later one is printed as 'provisional', and replaces none that is not"
    )
    assert point.vintages[0].because == change.because


def test_the_views_let_it_stand_as_well(store: Store) -> None:
    printed_by(store, (SEPTEMBER, "96.4%", None), (LATER, "97.1%", "(p)"))
    with store.read() as connection:
        c = series_latest.c
        query = select(c.as_printed, c.decided_by, c.is_changed, c.other_value)
        assert [tuple(row) for row in connection.execute(query)] == [
            ("96.4%", "only", True, Decimal("97.1"))
        ]
        c = series_as_of.c
        query = select(c.as_printed, c.known_from, c.known_until)
        assert [tuple(row) for row in connection.execute(query)] == [("96.4%", SEPTEMBER, None)]


@pytest.mark.parametrize("dates", [(JUNE, SEPTEMBER), (None, None), (SEPTEMBER, None)])
def test_the_final_figure_stands_whatever_the_order(
    store: Store, dates: tuple[date | None, date | None]
) -> None:
    provisional, final = dates
    point = printed_by(store, (provisional, "97.1%", "unaudited"), (final, "96.4%", None))
    assert (point.as_printed, point.decided_by) == ("96.4%", "only")
    assert [each.change for each in point.vintages] == ["provisional"]
    when = " before" if None not in dates else ", order unknown"
    assert remarks(point) == f"provisional: 97.1%{when} (a.pdf p. 2)"


def test_what_was_only_provisional_on_a_day_stood_on_that_day(store: Store) -> None:
    papers = ((JUNE, "97.1%", "provisional"), (SEPTEMBER, "96.4%", None))
    point = printed_by(store, *papers, as_of=JUNE)
    assert (point.as_printed, point.decided_by) == ("97.1%", "only")


def test_of_provisional_figures_alone_the_latest_stands(store: Store) -> None:
    papers = ((JUNE, "97.1%", "provisional"), (SEPTEMBER, "96.4%", "(p)"))
    point = printed_by(store, *papers)
    assert (point.as_printed, point.decided_by) == ("96.4%", "published_on")
    assert [each.change for each in point.vintages] == ["restated"]


def test_a_later_figure_that_is_revised_and_not_final_replaces_the_one_before(store: Store) -> None:
    papers = ((JUNE, "97.1%", None), (SEPTEMBER, "96.4%", "revised provisional"))
    assert printed_by(store, *papers).as_printed == "96.4%"


def test_the_papers_after_it_are_compared_with_the_one_that_stands(store: Store) -> None:
    papers = ((JUNE, "96.4%", None), (SEPTEMBER, "97.1%", "provisional"), (LATER, "96.4%", None))
    point = printed_by(store, *papers)
    assert (point.as_printed, point.file_name) == ("96.4%", "c.pdf")
    assert [(each.change, each.as_printed) for each in point.vintages] == [
        ("provisional", "97.1%"),
        ("same", "96.4%"),
    ]
    assert [change.after.as_printed for change in changes(store, point)] == ["97.1%"]


def test_a_provisional_target_of_a_later_paper_replaces_none(store: Store) -> None:
    papers = ((JUNE, "96.4%", None), (SEPTEMBER, "97.1%", "provisional"))
    assert printed_by(store, *papers, measure="target").as_printed == "96.4%"


def test_a_figure_printed_again_as_before_it_was_restated_says_so(store: Store) -> None:
    papers = ((JUNE, "97.1%", None), (SEPTEMBER, "94.2%", "restated"), (LATER, "97.1%", None))
    point = printed_by(store, *papers)
    assert (point.as_printed, point.file_name) == ("97.1%", "c.pdf")
    assert point.restates
    assert [(each.change, each.returned) for each in point.vintages] == [
        ("restated", True),
        ("same", False),
    ]
    back = "back to a.pdf p. 2, though b.pdf p. 2 says 'restated'"
    assert remarks(point) == f"restated: 94.2% before (b.pdf p. 2), {back}"
    there, again = changes(store, point)
    assert (there.because, there.returns) == ("the later paper says 'restated'", False)
    assert (again.because, again.returns) == (back, True)


def test_what_is_said_to_be_restated_is_no_slip_though_it_looks_like_one(store: Store) -> None:
    papers = ((JUNE, "97.1%", None), (SEPTEMBER, "91.7%", "restated"), (LATER, "97.1%", None))
    there, again = changes(store, printed_by(store, *papers))
    assert [there.kind, again.kind] == ["restatement", "restatement"]
    assert again.returns


def test_a_return_after_several_other_values_names_the_paper_that_had_it(store: Store) -> None:
    days = [date(2019, month, 1) for month in (5, 6, 7, 8)]
    values = ("97.1%", "94.2%", "91.3%", "97.1%")
    point = printed_by(
        store, *((day, value, None) for day, value in zip(days, values, strict=True))
    )
    last = changes(store, point)[-1]
    assert (last.kind, last.because, last.returns) == ("restatement", "back to a.pdf p. 2", True)
