"""Rows in bulk: whatever a paper prints comes back, from either database the same."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import DBAPIError, IntegrityError

from crossfoot.schema.errors import DocumentError, StoreError
from crossfoot.schema.paper import Paper
from crossfoot.store import tables
from crossfoot.store.arrays import sent_together
from crossfoot.store.database import Store, open_store
from crossfoot.store.fastpath import insert_rows, row_tuples
from crossfoot.store.load import load_paper, start_load
from crossfoot.store.queries import paper_rows

from .store_papers import cell, document, figure, paper_of, sha, whole_paper
from .stored import count

HARD = (
    'he said "yes"',
    "C:\\new\\",
    "\\",
    '\\"',
    "{a,b}",
    "NULL",
    "null",
    " spaces ",
    "two\nlines\r\n\tand a tab",
    "\x01\x1e\x1f\x7f",
    "%s %(name)s ::text",
    "£1,234k – naïve 日本 🙂",
    "'; DROP TABLE cells; --",
)


def with_texts(texts: Sequence[str | None], version: str = "1") -> Paper:
    paper = document("texts.pdf", reader_version=version)
    cells = [cell(paper, row, 1, text) for row, text in enumerate(texts, start=1)]
    return paper_of(paper, [figure(paper, "2019/20", "1%")], cells=cells)


def texts_in(store: Store, paper: Paper) -> list[str | None]:
    return [row.text for row in paper_rows(store, paper.document.document_id).cells]


def test_every_text_comes_back_as_it_was(store: Store, load_id: str) -> None:
    paper = with_texts([*HARD, None, *HARD])
    load_paper(store, paper, load_id)
    assert texts_in(store, paper) == [*HARD, None, *HARD]


storable = st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]))


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(st.one_of(st.none(), storable.filter(bool)), min_size=1, max_size=8))
def test_any_text_comes_back_as_it_was(store: Store, load_id: str, texts: list[str | None]) -> None:
    paper = with_texts(texts, version=repr(texts))
    load_paper(store, paper, load_id)
    assert texts_in(store, paper) == texts


def test_values_of_every_type_come_back_as_they_were(store: Store, load_id: str) -> None:
    paper = document("types.pdf", published_on=date(1, 1, 1))
    values = [Decimal("-0.10"), Decimal("1234567890123456789.50"), Decimal("0.0000001"), None]
    days = [None, date(2020, 2, 29), date(1999, 12, 31), None]
    figures = [
        figure(
            *(paper, "2019/20", "-" if value is None else "1%"),
            figure_id=str(number),
            value=value,
            as_of=day,
            x0=0.1 + 0.2,
        )
        for number, (value, day) in enumerate(zip(values, days, strict=True))
    ]
    load_paper(store, paper_of(paper, figures), load_id)
    back = sorted(paper_rows(store, paper.document_id).figures, key=lambda item: item.figure_id)
    assert back == figures
    printed = [item.value and format(item.value, "f") for item in back]
    assert printed == ["-0.10", "1234567890123456789.50", "0.0000001", None]


def test_a_paper_of_many_megabytes_does_not_wait_for_ever(store: Store, load_id: str) -> None:
    paper = with_texts(["word " * 2_000] * 1_200)
    assert load_paper(store, paper, load_id).rows["cells"] == 1_200
    assert count(store, "cells") == 1_200


def test_a_broken_rule_is_the_papers_error_and_the_next_paper_loads(
    store: Store, load_id: str
) -> None:
    paper = whole_paper()
    twice = paper.model_copy(update={"cells": [*paper.cells, paper.cells[0]]})
    with pytest.raises(DocumentError, match="contradict each other"):
        load_paper(store, twice, load_id)
    assert not load_paper(store, paper, load_id).unchanged


def test_a_row_that_is_there_is_kept_where_that_is_asked_for(store: Store, load_id: str) -> None:
    load_paper(store, whole_paper(), load_id)
    rows = row_tuples(tables.documents, [document("whole.pdf", file_name="other.pdf")])
    with store.write() as connection:
        insert_rows(connection, tables.documents, rows, load_id, keep=True)
    assert paper_rows(store, sha("whole.pdf")).document.file_name == "whole.pdf"
    with pytest.raises(IntegrityError), store.engine.begin() as connection:
        insert_rows(connection, tables.documents, rows, load_id)


def test_a_driver_that_cannot_send_ahead_loads_the_same(
    postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_store(postgres_url, create=True) as store:
        monkeypatch.setattr(
            store.engine.dialect.loaded_dbapi.Pipeline, "is_supported", lambda: False
        )
        load_paper(store, whole_paper(), start_load(store, "1"))
        assert len(paper_rows(store, sha("whole.pdf")).figures) == 4


def test_text_too_long_for_its_column_is_refused_and_never_cut(postgres_url: str) -> None:
    long = ("x" * 33, "Broxtowe Borough Council", None, None, None, None)
    with open_store(postgres_url, create=True) as store:
        load_id = start_load(store, "1")
        with pytest.raises(StoreError, match="too long"), store.write() as connection:
            insert_rows(connection, tables.series, [long], load_id)
        assert count(store, "series") == 0


def test_a_connection_that_cannot_be_brought_back_counts_as_lost(postgres_url: str) -> None:
    """As one whose end the server has announced and the system has not yet."""
    with open_store(postgres_url, create=True) as store:
        with pytest.raises(StoreError) as caught, store.write() as connection:
            driver: Any = connection.connection.driver_connection
            with pytest.raises(DBAPIError) as raised, sent_together(connection):
                driver.pgconn.send_query_params(b"SELECT pg_sleep(2)", None)
            raise raised.value
        assert raised.value.connection_invalidated
        assert caught.value.passes
        load_paper(store, whole_paper(), start_load(store, "1"))
        assert count(store, tables.documents) == 1
