"""One row per series out of many papers, and the decisions of people that outlive readings."""

from __future__ import annotations

from datetime import date
from itertools import permutations
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from crossfoot.schema.finding import Link
from crossfoot.schema.paper import Paper
from crossfoot.schema.rows import Figure
from crossfoot.store import tables
from crossfoot.store.database import Store, open_store
from crossfoot.store.findings import findings, set_accepted
from crossfoot.store.links import links, save_link
from crossfoot.store.load import (
    load_paper,
    remove_document,
    start_load,
)

from .store_papers import document, figure, finding, indicator, paper_of, series, sha, whole_paper
from .stored import contents, count


def heading(store: Store) -> Any:
    with store.read() as connection:
        return connection.execute(select(tables.series)).one()


def titled(name: str, title: str, day: date | None, ends: date | None = None) -> Paper:
    paper = document(name, published_on=day, reporting_period_end=ends)
    row: Figure = figure(paper, "2019/20", "97.0%")
    return paper_of(
        paper,
        [row],
        series=[series(paper, title=title)],
        indicators=[indicator(paper, title=title)],
    )


TITLED = (
    titled("1.pdf", "Council Tax", None, date(2018, 3, 31)),
    titled("2.pdf", "Council Tax collected", date(2019, 6, 1)),
    titled("3.pdf", "Council Tax collected %", date(2020, 6, 1), date(2020, 3, 31)),
)


@pytest.mark.parametrize("order", list(permutations(TITLED)))
def test_a_series_has_the_title_of_the_latest_paper_whatever_came_first(
    store: Store, load_id: str, order: tuple[Paper, ...]
) -> None:
    for paper in order:
        load_paper(store, paper, load_id)
    assert heading(store).title == "Council Tax collected %"


def test_a_series_falls_back_to_the_paper_before_when_the_latest_is_removed(
    store: Store, load_id: str
) -> None:
    for paper in TITLED:
        load_paper(store, paper, load_id)
    remove_document(store, sha("3.pdf"))
    assert heading(store).title == "Council Tax collected"


def test_a_series_keeps_its_first_spelling_and_what_only_one_paper_knows(
    store: Store, load_id: str
) -> None:
    early, late = (
        document("e.pdf", published_on=date(2019, 1, 1)),
        document("l.pdf", published_on=date(2020, 1, 1)),
    )
    for paper, code, unit in ((late, "COMS_048", None), (early, "Coms_048", "%")):
        same = series(paper, "BV9").model_copy(update={"code": code, "unit": unit})
        load_paper(store, paper_of(paper, [figure(paper, "2018/19", "9")], series=[same]), load_id)
    assert (heading(store).code, heading(store).unit) == ("Coms_048", "%")


def test_a_removed_document_takes_its_rows_and_leaves_the_others(
    store: Store, load_id: str
) -> None:
    load_paper(store, whole_paper("a.pdf"), load_id)
    before = contents(store)
    load_paper(store, whole_paper("b.pdf"), load_id)
    assert remove_document(store, sha("b.pdf"))
    assert contents(store) == before
    assert not remove_document(store, sha("b.pdf"))


def test_a_series_goes_with_the_last_paper_that_speaks_of_it(store: Store, load_id: str) -> None:
    load_paper(store, whole_paper("a.pdf"), load_id)
    load_paper(store, whole_paper("b.pdf"), load_id)
    remove_document(store, sha("a.pdf"))
    assert count(store, "series") == 1
    remove_document(store, sha("b.pdf"))
    assert count(store, "series") == 0


def linked(store: Store, load_id: str) -> Link:
    old, new = document("old.pdf"), document("new.pdf")
    for paper, code in ((old, "BV82a"), (new, "NI192")):
        load_paper(store, paper_of(paper, [figure(paper, "2018/19", "40%", code=code)]), load_id)
    decision = Link(
        link_id="1",
        series_a=series(old, "BV82a").series_id,
        series_b=series(new, "NI192").series_id,
        kind="part-of",
        decided_by=None,
        decided_at="2021-01-01T00:00:00Z",
        because=None,
    )
    save_link(store, decision)
    return decision


def test_a_series_that_a_link_refers_to_stays_without_papers(store: Store, load_id: str) -> None:
    decision = linked(store, load_id)
    assert remove_document(store, sha("old.pdf"))
    assert links(store) == [decision]
    assert count(store, "series") == 2


def test_links_outlive_another_reading(store: Store, load_id: str) -> None:
    decision = linked(store, load_id)
    paper = document("old.pdf", reader_version="2")
    load_paper(store, paper_of(paper, [figure(paper, "2018/19", "41%", code="BV82b")]), load_id)
    assert links(store) == [decision]
    assert count(store, "series") == 3


def test_what_was_accepted_outlives_another_reading(store: Store, load_id: str) -> None:
    load_paper(store, whole_paper(), load_id)
    accepted = set_accepted(store, finding(document("whole.pdf")).finding_id, "counted by hand")
    load_paper(store, whole_paper(reader_version="2"), load_id)
    assert findings(store) == [accepted]
    assert accepted.accepted_because == "counted by hand"


def test_what_was_accepted_is_known_again_when_a_finding_comes_back(
    store: Store, load_id: str
) -> None:
    load_paper(store, whole_paper(), load_id)
    set_accepted(store, finding(document("whole.pdf")).finding_id, "counted by hand")
    without = whole_paper(reader_version="2")
    load_paper(store, without.model_copy(update={"findings": [], "finding_cells": []}), load_id)
    assert findings(store) == []
    load_paper(store, whole_paper(reader_version="3"), load_id)
    assert findings(store)[0].accepted_because == "counted by hand"


def test_what_was_accepted_of_a_forgotten_document_stands_again_should_it_come_back(
    store: Store, load_id: str
) -> None:
    load_paper(store, whole_paper(), load_id)
    set_accepted(store, finding(document("whole.pdf")).finding_id, "counted by hand")
    remove_document(store, sha("whole.pdf"))
    assert findings(store) == []
    load_paper(store, whole_paper(), load_id)
    assert findings(store)[0].accepted_because == "counted by hand"


names = st.sampled_from(["1.pdf", "2.pdf", "3.pdf"])
steps = st.one_of(
    st.tuples(
        names,
        st.sampled_from([None, "Council Tax", "Council Tax collected"]),
        st.sampled_from([None, "BV9", "BV 9"]),
        st.sampled_from([None, date(2019, 7, 1), date(2020, 7, 1)]),
    ),
    names,
)


def said(name: str, title: str | None, code: str | None, day: date | None) -> Paper:
    paper = document(name, published_on=day)
    one = series(paper).model_copy(update={"title": title, "code": code})
    return paper_of(paper, [figure(paper, "2018/19", "9")], series=[one])


@settings(max_examples=60, deadline=None)
@given(st.lists(steps, max_size=7))
@example(
    [
        ("1.pdf", "Council Tax collected", None, None),
        ("2.pdf", "Council Tax", "BV9", date(2019, 7, 1)),
        ("2.pdf", "Council Tax", "BV9", None),
    ]
)
def test_series_depend_on_the_papers_that_are_there_not_on_how_they_came(
    history: list[tuple[str, str | None, str | None, date | None] | str],
) -> None:
    left: dict[str, Paper] = {}
    with open_store("sqlite://", create=True) as store:
        for step in history:
            if isinstance(step, str):
                remove_document(store, sha(step))
                left.pop(step, None)
            else:
                left[step[0]] = said(*step)
                load_paper(store, left[step[0]], start_load(store, "1"))
        reached = published(store)
    with open_store("sqlite://", create=True) as store:
        for name in sorted(left):
            load_paper(store, left[name], start_load(store, "1"))
        assert published(store) == reached


def published(store: Store) -> list[tuple[Any, ...]]:
    column = tables.series.c
    with store.read() as connection:
        rows = connection.execute(select(column.series_id, column.code, column.title, column.unit))
        return sorted((tuple(row) for row in rows), key=repr)
