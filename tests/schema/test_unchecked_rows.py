"""Rows made without a look at their values are those that the kinds themselves would make."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from crossfoot.audit.rules import audited
from crossfoot.extract.document import read_document
from crossfoot.normalise.paper import interpret
from crossfoot.normalise.settings import NormaliseSettings
from crossfoot.schema.figure import PrintedFigure
from crossfoot.schema.model import unchecked
from crossfoot.schema.paper import Known, Paper
from crossfoot.schema.rows import Legend, Series
from samples.expected import sample_pdfs

#: Together their rows are of every kind.
PAPERS = ("2007-09_improvement_plan.pdf", "2019-20_q1_support_services.pdf")


def checked(path: Path) -> int:
    """Check the rows of a paper against their kinds; return how many they are."""
    reading = read_document(path)
    paper = audited(interpret(reading, Known(council="Ambridge"), NormaliseSettings()))
    rows = [row for name in Paper.model_fields for row in getattr(paper, name) or ()]
    models = [row for row in rows if isinstance(row, BaseModel)]
    for row in models:
        assert type(row).model_validate(vars(row), strict=True) == row
        assert list(vars(row)) == list(type(row).model_fields)
    return len(models)


@pytest.mark.parametrize("name", PAPERS)
def test_every_row_of_a_paper_is_one_that_its_kind_accepts(name: str) -> None:
    path = next(pdf for pdf in sample_pdfs() if pdf.name == name)
    assert checked(path) > 50


def test_a_row_holds_what_it_is_given_and_the_defaults_of_its_kind() -> None:
    values: dict[str, Any] = {"as_printed": "97.0%", "state": "value", "value": Decimal("97.0")}
    made, known = unchecked(PrintedFigure)(**values), PrintedFigure(**values)
    assert made == known
    assert hash(made) == hash(known)
    assert made.model_copy(update={"unit": "%"}) == known.model_copy(update={"unit": "%"})
    assert made.model_dump_json() == known.model_dump_json()
    assert made.model_fields_set == known.model_fields_set


def test_a_column_that_a_kind_has_not_is_refused() -> None:
    with pytest.raises(TypeError, match="Legend has no colour"):
        unchecked(Legend)(colour="green")  # type: ignore[call-arg]


def test_a_column_that_was_forgotten_shows() -> None:
    row = unchecked(Series)(series_id="s")  # type: ignore[call-arg]
    assert row.council is ...
    assert row.polarity is None
