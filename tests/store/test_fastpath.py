"""What a reader sends is what the store would have made of the rows itself."""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from typing import Any

import pytest
from sqlalchemy import Column, MetaData, Table, Text, bindparam, insert, or_, select

from crossfoot.schema.errors import StoreError
from crossfoot.schema.packed_rows import PackedCells, PackedModels
from crossfoot.schema.paper import Paper
from crossfoot.schema.plain import forms, written
from crossfoot.store import own, tables
from crossfoot.store.database import Store
from crossfoot.store.fastpath import PlainRows, asked, plain_rows, row_tuples
from crossfoot.store.load import load_paper

from .store_papers import whole_paper
from .stored import contents


def sent(paper: Paper, times: int = 1) -> Paper:
    """The paper as a reader packs and sends it, each row as often as said."""
    packed: dict[str, Any] = {}
    for name in (table.name for table in tables.CONTENT[1:] if not table.name.startswith("find")):
        rows: Sequence[Any] = list(getattr(paper, name)) * times
        packed[name] = PackedCells(rows) if name == "cells" else PackedModels(type(rows[0]), rows)
    found: Paper = pickle.loads(pickle.dumps(paper.model_copy(update=packed)))
    return found


def test_rows_are_written_as_the_types_of_their_columns_write_them() -> None:
    paper = whole_paper()
    for table in tables.CONTENT[1:]:
        rows = list(map(tuple, row_tuples(table, getattr(paper, table.name))))
        assert rows
        kind = type(getattr(paper, table.name)[0])
        known = forms(kind) if hasattr(kind, "model_fields") else ()
        assert written(known, rows) == plain_rows(table, rows), table.name


@pytest.mark.parametrize("times", [1, 1_500])  # few are opened at once, many some at a time
def test_rows_that_were_sent_are_taken_as_they_are_and_not_summed_again(times: int) -> None:
    paper = whole_paper()
    for table in (tables.figures, tables.actions, tables.cells):
        rows = list(getattr(paper, table.name)) * times
        ours = PlainRows(table, rows)
        theirs = PlainRows(table, getattr(sent(paper, times), table.name))
        assert list(theirs) == list(ours) and len(theirs) == len(ours)
        assert theirs.values("document_id") == ours.values("document_id") != set()
        assert theirs.sum == ours.sum == getattr(sent(paper, times), table.name).sum


def test_a_paper_that_was_sent_is_the_paper_itself(store: Store, load_id: str) -> None:
    load_paper(store, sent(whole_paper()), load_id)
    before = contents(store)
    assert load_paper(store, whole_paper(), load_id).unchanged
    assert load_paper(store, sent(whole_paper()), load_id).unchanged
    load_paper(store, whole_paper(reader_version="2"), load_id)
    load_paper(store, whole_paper(), load_id)
    assert contents(store) == before


def test_a_text_that_no_database_takes_is_replaced_wherever_the_paper_came_from(
    store: Store, load_id: str
) -> None:
    paper = whole_paper()
    odd = [cell._replace(text="a\x00b\ud800") for cell in paper.cells]
    load_paper(store, sent(paper.model_copy(update={"cells": odd})), load_id)
    with store.read() as connection:
        texts = set(connection.execute(select(tables.cells.c.text)).scalars())
        digests = connection.execute(select(own.readings.c.digest)).scalars().all()
    assert texts == {"a\ufffdb\ufffd"} and len(digests) == 1
    clean = [cell._replace(text="a\ufffdb\ufffd") for cell in paper.cells]
    assert load_paper(store, paper.model_copy(update={"cells": clean}), load_id).unchanged


def test_a_question_by_the_drivers_cursor_has_the_same_answer(store: Store) -> None:
    with store.write() as connection:
        table = Table("asked_of", MetaData(), Column("first", Text), Column("second", Text))
        table.create(connection)
        rows = [{"first": text, "second": text.upper()} for text in ("a", "b", "\u00e9")]
        connection.execute(insert(table), rows)
        first, second = table.c
        named = bindparam("named", type_=Text)
        question = select(second, first).where(or_(first == named, second != bindparam("other")))
        for given in ("a", "\u00e9", "none"):
            parameters = {"other": "b", "named": given}
            expected = connection.execute(question, parameters).all()
            assert sorted(map(tuple, asked(connection, question, parameters))) == sorted(expected)
        assert asked(connection, question.where(first.is_(None)), parameters) == []


def test_a_question_that_fails_is_an_error_of_the_database(store: Store) -> None:
    missing = Table("never_made", MetaData(), Column("a", Text))
    with pytest.raises(StoreError), store.write() as connection:
        asked(connection, select(missing.c.a), {})
