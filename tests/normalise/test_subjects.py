"""What the rows of a table are: indicators, actions, or nothing about performance."""

from __future__ import annotations

import pytest

from crossfoot.schema.paper import Paper
from tests.normalise.paper_builder import Draft


def months_of(heading: str, *names: str) -> Paper:
    rows = [[name, "1,204", "1,150", "998", "3,352"] for name in names]
    title = "Contact Centre Statistics 2021/22 (to June 2021)"
    draft = Draft().line("Tillingham Borough Council").line(title, bold=True)
    return draft.table([heading, "Apr", "May", "Jun", "Q1"], *rows).read()


@pytest.mark.parametrize("heading", ["Channel", "Customer contact", "Type of enquiry"])
def test_what_is_counted_of_customer_contact_by_month_are_indicators(heading: str) -> None:
    paper = months_of(heading, "Calls answered", "E-mails received", "Visits to the offices")
    assert [row.title for row in paper.indicators] == [
        "Calls answered",
        "E-mails received",
        "Visits to the offices",
    ]
    said = [(row.measure, row.period, str(row.value)) for row in paper.figures[:4]]
    assert said == [
        ("actual", "2021-04", "1204"),
        ("actual", "2021-05", "1150"),
        ("actual", "2021-06", "998"),
        ("actual", "2021/22 Q1", "3352"),
    ]


def test_services_under_such_a_heading_are_none() -> None:
    paper = months_of("Customer contact", "Revenues", "Planning", "Parks and Leisure")
    assert not paper.indicators and not paper.figures


def test_what_is_counted_under_a_heading_of_others_is_not_enough() -> None:
    paper = months_of("Ward", "Calls answered", "E-mails received", "Visits to the offices")
    assert not paper.indicators
