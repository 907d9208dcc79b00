"""Rules of the database: each refuses what breaks it, whoever writes, on either database."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import CheckConstraint, text
from sqlalchemy.exc import IntegrityError

from crossfoot.schema.errors import DocumentError
from crossfoot.store.constraints import RULES
from crossfoot.store.database import Store
from crossfoot.store.load import load_paper
from crossfoot.store.own import EVERY_TABLE
from crossfoot.store.queries import paper_rows

from .store_papers import sha, whole_paper

PLACE = {
    "page": ["page = 0"],
    "table_no": ["table_no = 0"],
    "row_no": ["row_no = -1"],
    "box": ["x0 = x1 + 1", "y1 = y0 - 0.01"],
}
SURE = {"confidence": ["confidence = 1.01", "confidence = -0.5"]}
BROKEN: dict[str, dict[str, list[str]]] = {
    "loads": {"papers": ["papers = -1"], "rows": ["rows = -1"]},
    "documents": {
        "document_id": [
            "document_id = 'abc'",
            f"document_id = '{'g' * 64}'",
            f"document_id = '{'A' * 64}'",
        ],
        "pages": ["pages = -1"],
        "reporting_period": [
            "reporting_period_start = '2020-02-01', reporting_period_end = '2020-01-31'"
        ],
        "same_report_as": ["same_report_as = document_id"],
        "no_empty_text": ["title = ''", "file_name = ''"],
    },
    "series": {"no_empty_text": ["unit = ''"]},
    "indicators": PLACE | SURE | {"no_empty_text": ["note = ''", "evidence = ''"]},
    "statuses": PLACE | {"no_empty_text": ["period = ''"]},
    "figures": PLACE
    | SURE
    | {
        "period": ["period_start = '2020-04-02', period_end = '2020-04-01'"],
        "decimals": ["decimals = -1"],
        "no_empty_text": ["as_printed = ''"],
    },
    "actions": PLACE
    | SURE
    | {
        "due_is_dated": ["due = NULL"],
        "revised_due_is_dated": ["revised_due_precision = 'day'"],
        "proposed_due_is_dated": ["proposed_due_precision = 'month'"],
        "previous_due_is_dated": ["previous_due_precision = 'year'"],
        "no_empty_text": ["comments = ''"],
    },
    "action_months": PLACE | {"month": ["month = 'May 2020'"], "no_empty_text": ["marker = ''"]},
    "summaries": PLACE
    | {
        "item_count": ["item_count = -1"],
        "csi_count": ["csi_count = -1"],
        "no_empty_text": ["section = ''"],
    },
    "legends": PLACE | {"no_empty_text": ["symbol = ''"]},
    "cells": PLACE
    | {
        **{name: [f"{name} = 0"] for name in ("col_no", "fragment", "row_span", "col_span")},
        "fill": ["fill = 'green'"],
        "no_empty_text": ["text = ''"],
    },
    "findings": {
        "page": ["page = 0"],
        "box": ["page = 1, x0 = 2, y0 = 1, x1 = 1, y1 = 1"],
        "whole_box": [
            "page = 1, x0 = 1, y0 = NULL, x1 = 2, y1 = 2",
            "page = NULL, x0 = 1, y0 = 1, x1 = 2, y1 = 2",
        ],
        "no_empty_text": ["printed = ''"],
    },
}


def test_every_rule_is_broken_by_an_example() -> None:
    left = {
        (table, name) for table in RULES for name in set(RULES[table]) - set(BROKEN.get(table, ()))
    }
    assert left == {("links", "two_series"), ("links", "no_empty_text"), ("checks", "held")}


@pytest.fixture
def filled(store: Store, load_id: str) -> Store:
    load_paper(store, whole_paper(), load_id)
    with store.write() as connection:
        connection.execute(text("INSERT INTO checks VALUES (:paper, 'rule', 1)"), {"paper": PAPER})
    return store


PAPER = sha("whole.pdf")


def test_what_breaks_a_rule_is_refused_by_its_name(filled: Store) -> None:
    for table, rules in BROKEN.items():
        for name, changes in rules.items():
            for change in changes:
                with pytest.raises(IntegrityError) as caught, filled.engine.begin() as connection:
                    connection.execute(text(f"UPDATE {table} SET {change}"))
                assert f"ck_{table}_{name}" in str(caught.value.orig), change


def test_a_link_of_a_series_to_itself_is_refused(filled: Store) -> None:
    link = (
        "INSERT INTO links (link_id, series_a, series_b, kind, decided_at, because) "
        "SELECT '1', series_id, series_id, 'same', '2020-01-01', {} FROM series"
    )
    with pytest.raises(IntegrityError, match="two_series"), filled.engine.begin() as connection:
        connection.execute(text(link.format("NULL")))


def test_fewer_than_no_checks_are_refused(filled: Store) -> None:
    with pytest.raises(IntegrityError, match="ck_checks_held"), filled.engine.begin() as connection:
        connection.execute(text("UPDATE checks SET held = -1"))


def test_a_paper_that_breaks_a_rule_is_refused_with_the_rules_name_and_changes_nothing(
    filled: Store, load_id: str
) -> None:
    paper = whole_paper(reader_version="2")
    odd = paper.model_copy(update={"cells": [row._replace(row_span=0) for row in paper.cells]})
    with pytest.raises(DocumentError, match="ck_cells_row_span"):
        load_paper(filled, odd, load_id)
    assert paper_rows(filled, PAPER).document.reader_version == "1"


VOCABULARIES = [
    (table.name, found[1], str(rule.name), re.findall("'([^']+)'", str(rule.sqltext)))
    for table in EVERY_TABLE
    for rule in table.constraints
    if isinstance(rule, CheckConstraint) and (found := re.match(r"(\w+) = '", str(rule.sqltext)))
]


def refused_by(filled: Store, table: str, column: str, value: object) -> str:
    """Return what the database says of rows with this value; it keeps none of them."""
    # So that no other rule refuses it first: a state that is no value, a precision of a day.
    where = "WHERE value IS NULL" if column == "value_state" else ""
    day = f", {found[1]} = '2020-01-31'" if (found := re.match("(.*)_precision", column)) else ""
    change = text(f"UPDATE {table} SET {column} = :value{day} {where}")
    with filled.engine.connect() as connection:
        try:
            connection.execute(change, {"value": value})
        except IntegrityError as error:
            return str(error.orig)
    return ""


def test_a_vocabulary_takes_its_words_and_null_and_nothing_like_them(filled: Store) -> None:
    assert len(VOCABULARIES) == 22
    for table, column, name, words in VOCABULARIES:
        if table == "links":  # there is none here
            continue
        assert len(words) > 1
        for word in (*words, None):  # another rule may refuse it: a state that is a value
            assert name not in refused_by(filled, table, column, word), (column, word)
        first, second = words[:2]
        for odd in (first.upper(), f"{first} ", first[:-1], f"{first},{second}", "nonsense", "%"):
            assert name in refused_by(filled, table, column, odd), (column, odd)
