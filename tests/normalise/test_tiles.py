"""Cards that nothing parts from the page but their place: read where labels and values pair."""

from __future__ import annotations

import pytest

from crossfoot.schema.paper import Paper
from tests.normalise.paper_builder import Draft


def tile(draft: Draft, name: str, *lines: str, x: float = 50.0, bold: bool = True) -> Draft:
    draft.line(name, bold=bold, x=x, gap=4.0)
    for line in lines:
        draft.line(line, x=x, gap=4.0)
    draft.y += 40
    return draft


def paper_of(name: str, *lines: str, bold: bool = True) -> Paper:
    draft = (
        Draft()
        .line("Tillingham Borough Council")
        .line("Performance report Quarter 3 2024/25", bold=True, size=14.0, gap=30.0)
    )
    return tile(draft, name, *lines, bold=bold).read()


def figures(paper: Paper) -> list[tuple[str | None, str, str | None, str]]:
    titles = {row.indicator_id: row.title for row in paper.indicators}
    return [
        (titles[row.indicator_id], row.measure, row.period, str(row.value)) for row in paper.figures
    ]


EXPECTED = [
    ("Bins emptied on the day", "actual", "2024/25 Q3", "97"),
    ("Bins emptied on the day", "target", "2024/25 Q3", "96"),
]


@pytest.mark.parametrize(
    "lines",
    [
        ("Actual: 97%", "Target: 96%"),
        ("Actual 97%", "Target 96%", "RAG: Green"),
        ("Actual", "97%", "Target", "96%"),
        ("97%", "Actual", "96%", "Target"),
        ("Actual: 97%, Target: 96%", "Status: Green"),
    ],
)
def test_labelled_lines_below_a_heading_are_a_card(lines: tuple[str, ...]) -> None:
    assert figures(paper_of("Bins emptied on the day", *lines)) == EXPECTED


def test_each_figure_of_a_tile_stands_in_a_cell_of_its_own_line() -> None:
    paper = paper_of("Bins emptied on the day", "Actual: 97%", "Target: 96%")
    cells = {cell.cell_id: cell for cell in paper.cells}
    assert [cells[row.cell_id].text for row in paper.figures] == ["Actual: 97%", "Target: 96%"]
    assert {row.table_no for row in paper.figures} == {1}
    assert all((row.evidence or "").startswith("no rules; ") for row in paper.figures)
    assert paper.document.outcome == "read"


def test_tiles_side_by_side_keep_their_own_figures() -> None:
    draft = Draft().line("Performance report Quarter 3 2024/25", bold=True, size=14.0, gap=30.0)
    top = draft.y
    for x, name, actual, target in (
        (50.0, "Bins emptied on the day", "97%", "96%"),
        (300.0, "Calls answered in time", "71%", "85%"),
    ):
        draft.y = top
        tile(draft, name, f"Actual: {actual}", f"Target: {target}", x=x)
    assert figures(draft.read()) == [
        *EXPECTED,
        ("Calls answered in time", "actual", "2024/25 Q3", "71"),
        ("Calls answered in time", "target", "2024/25 Q3", "85"),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("97%", "Target: 96%"),
        ("Actual", "97%", "95%", "Target"),
        ("Actual", "97%", "Target"),
        ("Actual: 97%", "Target: 96% 95%"),
        ("Actual: 97%", "Target: 96%", "Target: 95%"),
        ("We missed the target: 97% is low.", "Actual work goes on."),
    ],
)
def test_lines_of_which_it_is_not_sure_what_they_label_are_no_figures(
    lines: tuple[str, ...],
) -> None:
    paper = paper_of("Bins emptied on the day", *lines)
    assert not paper.figures


def test_lines_under_no_heading_or_the_name_of_a_kind_are_nobodys() -> None:
    assert not paper_of("and so on", "Actual: 97%", "Target: 96%", bold=False).figures
    assert not paper_of("Key Performance Indicators", "Actual: 97%", "Target: 96%").figures


def large(*figures: str, size: float = 26.0, label: str = "of homes") -> Paper:
    """Figures side by side, each with a line below it that is no label."""
    draft = Draft().line("Performance report Quarter 3 2024/25", bold=True, size=14.0, gap=30.0)
    for _ in range(5):
        draft.line("The service has held its costs and answered more of its calls in time.")
    top = draft.y
    for at, text in enumerate(figures):
        draft.y = top
        draft.line(text, x=50.0 + 120.0 * at, size=size, gap=4.0)
        draft.line(label, x=50.0 + 120.0 * at)
    return draft.read()


def doubts(paper: Paper) -> list[str | None]:
    return [each.printed for each in paper.findings if each.rule_id == "card.unclear"]


def test_large_figures_side_by_side_that_are_nobodys_are_told_once_a_row() -> None:
    paper = large("97%", "1,234", "\u00a32.3m")
    assert doubts(paper) == ["97% | 1,234 | \u00a32.3m"]
    assert not paper.figures


@pytest.mark.parametrize(
    "figures",
    [("97%",), ("2023", "2024"), ("1", "2", "3"), ("97%", "Bins"), ("2023/24", "2024/25")],
)
def test_a_figure_alone_years_and_numbers_of_steps_are_not_told(figures: tuple[str, ...]) -> None:
    assert not doubts(large(*figures))


def test_figures_in_the_size_of_the_text_are_not_told() -> None:
    assert not doubts(large("97%", "1,234", size=10.0))
