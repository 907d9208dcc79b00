"""Where a national definition, or a bare target, may not be held against a status."""

from __future__ import annotations

import pytest

from crossfoot.audit.status_values import statuses_against_values

from .audit_papers import faults, figure, legend, measures, paper

KEY = [legend("green", "Green = target met")]


def _said(title: str, code: str, polarity: str, result: str, target: str) -> list[str]:
    row = measures(title, "green", figure("outturn", result), figure("target", target), code=code)
    found = faults(statuses_against_values(paper(rows=[row], polarity=polarity, legends=KEY)))
    return [each.severity for each in found if each.rule_id == "status.value"]


@pytest.mark.parametrize(
    ("code", "title", "plain"),
    [
        ("NI191", "Reduction in residual waste (kg)", "Residual household waste"),
        ("NI195a", "Streets free of litter", "Litter"),
        ("BV66b", "Tenants without arrears", "Tenants in arrears"),
        ("BV78a", "New claims processed within 14 days", "Speed of processing new claims"),
    ],
)
def test_a_title_that_turns_a_national_measure_round_has_no_direction(
    code: str, title: str, plain: str
) -> None:
    assert "error" not in _said(title, code, "lower", "96", "90")
    assert _said(plain, code, "lower", "96", "90") == ["error"]


def test_a_direction_that_only_the_paper_states_stands_whatever_the_title_says() -> None:
    assert _said("Streets free of litter", "LI 4", "lower", "96", "90") == ["error"]


@pytest.mark.parametrize(
    ("result", "heading", "faulty"),
    [
        ("56.8%", None, False),
        ("85.2%", None, False),
        ("94.0%", None, True),
        ("56.8%", "Q2 2019/20", True),
    ],
)
def test_a_bare_target_far_from_a_part_of_the_year_may_be_the_years(
    result: str, heading: str | None, faulty: bool
) -> None:
    quarter = "2019/20 Q2"
    row = measures(
        "Council Tax collected",
        "green",
        figure("actual", result, quarter, basis="to_date"),
        figure("target", "97%", quarter, basis="to_date", period_as_printed=heading),
        code="BV9",
    )
    found = faults(statuses_against_values(paper(rows=[row], polarity="higher", legends=KEY)))
    assert bool(found) == faulty
