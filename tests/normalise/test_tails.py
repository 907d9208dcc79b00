"""Names that go on in a row of their own."""

from __future__ import annotations

from crossfoot.schema.paper import Paper
from tests.normalise.paper_builder import C, Draft


def read(*titles: str) -> Paper:
    """A table of indicators; a title that begins with ``>`` stands alone in its row."""
    rows: list[list[C | str]] = [["Ref", "Indicator", "Actual 2019/20", "Target 2019/20"]]
    for at, title in enumerate(titles, 1):
        alone = title.startswith(">")
        rows.append(["", title[1:], "", ""] if alone else [f"H{at}x", title, f"{at}1%", "50%"])
    draft = Draft().line("Tillingham Borough Council")
    return draft.line("Performance indicators Quarter 4 2019/20", bold=True).table(*rows).read()


def titles(paper: Paper) -> list[str | None]:
    return [row.title for row in paper.indicators]


def test_the_rest_of_a_name_in_the_next_rows_is_joined_to_it() -> None:
    paper = read(
        "Share of homes that were let", ">again within the", ">target time", "Voids", "Rent arrears"
    )
    assert titles(paper)[0] == "Share of homes that were let again within the target time"
    assert len(paper.indicators) == 3
    assert not [finding for finding in paper.findings if finding.rule_id == "row.unclear"]
    roles = {cell.text: cell.role for cell in paper.cells}
    assert roles["again within the"] == roles["target time"] == "title"


def test_a_name_of_its_own_alone_in_its_row_is_no_rest() -> None:
    assert titles(read("Homes let", ">Voids and lettings", "Rent arrears"))[0] == "Homes let"


def test_behind_a_full_stop_and_below_a_section_nothing_goes_on() -> None:
    assert titles(read("Homes let.", ">within the time", "Voids", "Rents"))[0] == "Homes let."
    rows = titles(read("Homes let", ">Voids and lettings", ">in the north", "Rents", "Bins"))
    assert "Homes let" in rows


def test_where_names_begin_with_small_letters_nothing_is_told() -> None:
    rows = titles(read("homes let", ">number of voids", "rents collected", "bins missed"))
    assert "homes let" in rows
