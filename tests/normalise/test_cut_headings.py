"""Headings printed again on the next page with a line cut off are those of the page before."""

from __future__ import annotations

from crossfoot.schema.paper import Paper
from tests.normalise.paper_builder import C, Draft

QUARTILE = "Upper\nQuartile\n(Districts)\n2004/05"


def _heads(quartile: str, last: str = "2006/07") -> list[list[C | str]]:
    return [
        [
            C("BVPI", down=2),
            C("Definition", down=2),
            "2004/05",
            C("2005/06", span=2),
            C(quartile, down=2),
            last,
        ],
        ["Outturn", "Target", "Outturn", "Target"],
    ]


def _read(again: str, last: str = "2006/07") -> Paper:
    return (
        Draft()
        .line("Best value performance plan 2005/06")
        .table(
            *_heads(QUARTILE),
            ["BV8", "Invoices paid on time", "90.1%", "93%", "92.2%", "92.4%", "93.2%"],
            *_heads(again, last),
            ["BV10", "Business rates collected", "97.35%", "97.6%", "97.8%", "98.09%", "97.5%"],
            breaks=(4,),
        )
        .read()
    )


def _periods(paper: Paper) -> set[str | None]:
    return {figure.period for figure in paper.figures if figure.measure == "comparator"}


def test_a_year_cut_off_the_headings_of_the_next_page_is_that_of_the_first() -> None:
    paper = _read("Upper\nQuartile")
    assert _periods(paper) == {"2004/05"}
    assert len(paper.figures) == 10


def test_other_lines_than_the_first_are_another_heading() -> None:
    assert _periods(_read("Lower\nQuartile")) == {"2004/05", None}


def test_headings_beside_another_year_are_not_those_of_the_page_before() -> None:
    assert _periods(_read("Upper\nQuartile", "2007/08")) == {"2004/05", None}
