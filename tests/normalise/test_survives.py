"""Whatever stands in a table, the door gives rows that keep their promises."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.normalise.paper_builder import C, Draft

TEXTS = st.sampled_from(
    """
    |Ref|Code & Short Name|Indicator|Action|Status|Q1 2019/20|2019/20|Target|Actual|Q1|July|Aug.
    |Sep.|Progress|Due Date|Comments|Type|Outturn 2018/19|Previous|England average|Icon
    |BV9 Council Tax collected %|FP1922_01|1.1|1.1.2|Green|Red|Warning|Completed|R|▲|97%|1,234|-
    |n/a|31-Apr-2020|Sep-2021|Ongoing|100%|140%|Finance Services|TOTAL|2 (1)|August|*July 2019
    |9.3*|August 2019 = 48.27%|Title of Report|Cabinet|No|CSI Invoices (BV8) (Finance)
    """.replace("\n    ", "").split("|")
)
CELLS = st.builds(
    C,
    text=st.one_of(TEXTS, st.text(max_size=12)),
    fill=st.sampled_from([None, "#ff0000", "#00b050", "#d9d9d9"]),
    symbols=st.sampled_from([(), ("a",), ("a", "b")]),
    raised=st.just(()),
)


@st.composite
def tables(draw: st.DrawFn) -> list[list[C | str]]:
    columns = draw(st.integers(1, 7))
    rows: list[list[C | str]] = []
    for _ in range(draw(st.integers(1, 7))):
        if draw(st.integers(0, 6)) == 0:
            rows.append([C(draw(TEXTS), span=columns)])
        else:
            rows.append([draw(CELLS) for _ in range(columns)])
    return rows


@settings(max_examples=150, deadline=None)
@given(st.lists(tables(), min_size=1, max_size=3), st.lists(TEXTS, max_size=3))
def test_any_tables_give_rows_that_hold_together(
    papers: list[list[list[C | str]]], lines: list[str]
) -> None:
    draft = Draft()
    for line in lines:
        draft.line(line or "Key Tasks Quarter 1 2019/20", bold=True)
    for rows in papers:
        draft.table(*rows)
    paper = draft.read()
    cell_ids = {cell.cell_id for cell in paper.cells}
    assert len(paper.cells) == sum(len(row.cells) for t in draft.tables for row in t.rows)
    assert {figure.cell_id for figure in paper.figures} <= cell_ids
    assert {status.cell_id for status in paper.statuses} <= cell_ids
    assert {cell.cell_id for cell in paper.finding_cells} <= cell_ids
    series = {row.series_id for row in paper.series}
    assert {row.series_id for row in paper.indicators} == series
    for ids in (
        [row.indicator_id for row in paper.indicators],
        [row.figure_id for row in paper.figures],
        [row.action_id for row in paper.actions],
        [row.summary_id for row in paper.summaries],
        [row.finding_id for row in paper.findings],
    ):
        assert len(ids) == len(set(ids))
    actions = {row.action_id for row in paper.actions}
    assert {row.action_id for row in paper.action_months} <= actions
