"""One figure beside several rows: taken for each, and told, with no confidence."""

from __future__ import annotations

from crossfoot.schema.paper import Paper
from tests.normalise.paper_builder import C, Draft


def read(*rows: list[C | str]) -> Paper:
    draft = Draft().line("Tillingham Borough Council")
    return draft.line("Performance indicators Quarter 4 2019/20", bold=True).table(*rows).read()


HEAD: list[C | str] = ["Code", "Indicator", "Actual 2019/20", "Target 2019/20"]


def told(paper: Paper) -> int:
    return sum(finding.rule_id == "cell.spans_rows" for finding in paper.findings)


def test_a_figure_merged_over_two_indicators_is_told_once_and_has_no_confidence() -> None:
    paper = read(
        HEAD,
        ["BV8", "Invoices paid", "98%", C("95%", down=2)],
        ["BV9", "Tax collected", "97%"],
        ["BV10", "Rates collected", "96%", "94%"],
    )
    assert told(paper) == 1
    targets = [figure for figure in paper.figures if figure.measure == "target"]
    assert [(figure.code, str(figure.value)) for figure in targets] == [
        ("BV8", "95"), ("BV9", "95"), ("BV10", "94"),
    ]  # fmt: skip
    assert [figure.confidence is None for figure in targets] == [True, True, False]


def test_a_figure_beside_the_parts_of_one_row_is_not_told() -> None:
    paper = read(
        ["Code", "Indicator", "Measure", "Q3 2019/20", "Q4 2019/20", "Outturn 2018/19"],
        [C("BV8", down=2), C("Invoices paid", down=2), "Target", "98%", "98%", C("95%", down=2)],
        ["Actual", "97%", "96%"],
    )
    assert not told(paper)
