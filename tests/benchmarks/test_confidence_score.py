"""A row that was read is right only where nothing that it says differs from what was drawn."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from benchmarks.confidence.model import Drawn, TrueAction, TrueFigure, TrueIndicator
from benchmarks.confidence.score import Count, count, judge
from crossfoot.schema.model import unchecked
from crossfoot.schema.paper import Paper
from crossfoot.schema.rows import Action, Figure, Indicator

_TITLE = "Council Tax collected"
_THEN = TrueFigure("actual", "2018/19 Q2", Decimal("51.2"), "%", also=(("previous", None),))
_NOW = TrueFigure("actual", "2019/20 Q2", Decimal("54.0"), "%")
_AVERAGE = TrueFigure("comparator", "2018/19", Decimal("53.1"), "%", counted=False)
_TO_DATE = TrueFigure("actual", None, Decimal("49.9"), "%", bases=("to_date", "unknown"))
_FIGURES = [_THEN, _NOW, _AVERAGE, _TO_DATE]
_ROW = TrueIndicator("BV9", _TITLE, "green", _FIGURES, also=(f"{_TITLE} In year.",))
_ACTION = TrueAction(
    "1.1",
    "Adopt a plan",
    "in_progress",
    "2019-09-30",
    revised="2020-03-31",
    also=("green",),
    people=("Head of HR",),
)
_STEP = TrueAction("1.2", "Go live", "completed", "2019-10-31", counted=False)
_DRAWN = Drawn("", [_ROW], [_ACTION, _STEP])


def _paper(
    figures: list[dict[str, Any]] | None = None,
    actions: list[dict[str, Any]] | None = None,
    **indicator: Any,
) -> Paper:
    row = {"code": "BV9", "title": _TITLE, "status": "green", "page": 1, "evidence": None}
    read = {"indicator_id": "i", "unit": "%", "evidence": None}
    read |= {"basis": "in_period", "period_as_printed": None, "as_printed": None}
    act = {"evidence": None, "code": "1.1", "title": "Adopt a plan", "status": None}
    return Paper.model_construct(
        indicators=[unchecked(Indicator)(indicator_id="i", **row | indicator)],
        figures=[unchecked(Figure)(**read | figure) for figure in figures or ()],
        actions=[unchecked(Action)(**act | action) for action in actions or ()],
    )


def _figure(measure: str, period: str | None, value: str, unit: str | None = "%") -> dict[str, Any]:
    return {"measure": measure, "period": period, "value": Decimal(value), "unit": unit}


def _rights(paper: Paper, kind: str) -> list[bool]:
    return [row.right for row in judge(paper, _DRAWN) if row.kind == kind]


@pytest.mark.parametrize(
    ("figure", "right"),
    [
        (_figure("actual", "2019/20 Q2", "54"), True),
        (_figure("actual", "2019/20 Q2", "54.1"), False),
        (_figure("actual", "2019/20 Q1", "54.0"), False),
        (_figure("target", "2019/20 Q2", "54.0"), False),
        (_figure("actual", "2019/20 Q2", "54.0", None), False),
        (_figure("actual", "2018/19 Q2", "51.2"), True),
        (_figure("previous", None, "51.2"), True),
        (_figure("previous", None, "54.0"), False),
        (_figure("comparator", "2018/19", "53.1"), True),
        (_figure("outturn", "2018/19", "53.1"), False),
        (_figure("actual", "2019-09", "49.9"), False),
        (_figure("actual", "2019-09", "49.9") | {"basis": "to_date"}, True),
    ],
)
def test_a_figure_is_right_by_measure_period_value_and_unit(
    figure: dict[str, Any], right: bool
) -> None:
    assert _rights(_paper([figure]), "figure") == [right]


@pytest.mark.parametrize(
    ("says", "right"),
    [
        ({}, True),
        ({"title": f"{_TITLE} In year."}, True),
        ({"title": None}, True),
        ({"title": None, "code": None}, False),
        ({"title": "Another title"}, False),
        ({"code": None, "status": None}, True),
        ({"code": "BV10"}, False),
        ({"status": "red"}, False),
    ],
)
def test_an_indicator_is_right_where_it_says_nothing_false(
    says: dict[str, Any], right: bool
) -> None:
    assert _rights(_paper(**says), "indicator") == [right]


@pytest.mark.parametrize(
    ("says", "right"),
    [
        ({"status": "in_progress", "due": date(2019, 9, 30), "lead": "Head of HR"}, True),
        ({"status": "green", "revised_due": date(2020, 3, 31)}, True),
        ({"code": None}, True),
        ({"status": "overdue"}, False),
        ({"due": date(2020, 3, 31)}, False),
        ({"revised_due": date(2019, 9, 30)}, False),
        ({"progress": 50}, False),
        ({"owner": "Adopt a plan"}, False),
        ({"title": "Adopt"}, False),
        ({"code": "1.2", "title": "Go live", "status": "completed"}, True),
    ],
)
def test_an_action_is_right_where_it_says_nothing_false(says: dict[str, Any], right: bool) -> None:
    assert _rights(_paper(actions=[says]), "action") == [right]


def test_what_is_beside_the_point_is_neither_drawn_nor_found() -> None:
    figures = [_figure("actual", "2019/20 Q2", "54"), _figure("comparator", "2018/19", "53.1")]
    paper = _paper(figures, [{}, {"code": "1.2", "title": "Go live"}])
    assert count(paper, _DRAWN) == Count(1, 3, 1, 1)


def test_a_wrong_row_tells_what_was_drawn() -> None:
    wrong = [row for row in judge(_paper([_figure("target", None, "54")]), _DRAWN) if not row.right]
    assert [row.kind for row in wrong] == ["figure"]
    assert "actual 2019/20 Q2 54.0 %" in wrong[0].drawn
