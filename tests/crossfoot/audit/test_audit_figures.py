from __future__ import annotations

import pytest

from crossfoot.audit.figures import figures_in_their_row

from .audit_papers import faults, figure, held, measures, paper

YEARS = ("2016/17", "2017/18", "2018/19", "2019/20")


def _row(*printed: str, target: str | None = None, title: str = "Visits", **fields):
    results = [
        figure("outturn", text, year, **fields) for text, year in zip(printed, YEARS, strict=False)
    ]
    if target is not None:
        results.append(figure("target", target, YEARS[len(printed) - 1]))
    return paper(rows=[measures(title, None, *results)])


def _ids(found) -> list[tuple[str, str | None]]:
    return [(each.rule_id, each.printed) for each in faults(figures_in_their_row(found))]


@pytest.mark.parametrize(
    ("printed", "target", "slip"),
    [
        (("98.4", "98.1", "984"), "98.5", "984"),
        (("84,617", "84,788", "8,479"), "87,000", "8,479"),
        (("12.6", "11.4", "1190"), "14", "1190"),
        (("98.4%", "98.1%", "97.9%"), "9.8%", "9.8%"),
        (("4.4", "3.5", "42", "4.1"), None, "42"),
    ],
)
def test_a_figure_that_lost_its_point_or_a_digit_is_a_warning(printed, target, slip):
    found = _row(*printed, target=target)
    assert _ids(found) == [("figure.scale", slip)]
    assert {each.severity for each in faults(figures_in_their_row(found))} == {"warning"}


@pytest.mark.parametrize(
    ("printed", "target"),
    [
        (("98.4", "98.1", "97.9"), "98.5"),
        (("2", "5", "20"), "0"),
        (("1", "3", "10"), "2"),
        (("100", "250", "1000"), "300"),
        (("4.4", "3.5"), "40"),
        (("0", "0", "12"), "1"),
        (("98.4%", "98.1%", "400%"), "98%"),
        (("£1,234k", "£1,240k", "£99"), "£1,250k"),
    ],
)
def test_figures_that_move_for_other_reasons_are_left_alone(printed, target):
    assert "figure.scale" not in {rule_id for rule_id, _ in _ids(_row(*printed, target=target))}


def test_a_month_that_is_a_twelfth_of_a_year_has_lost_no_digit():
    month = figure("actual", "82", "2019-06", basis="in_period")
    years = [
        figure("outturn", text, year)
        for text, year in zip(("900", "960", "940"), YEARS, strict=False)
    ]
    found = paper(rows=[measures("Number of visits", None, *years, month)])
    assert not faults(figures_in_their_row(found))
    too_many = figure("actual", "9400", "2019-06", basis="in_period")
    found = paper(rows=[measures("Number of visits", None, *years, too_many)])
    assert _ids(found) == [("figure.scale", "9400")]


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        ("Percentage of invoices paid within 30 days", "104%"),
        ("Customer satisfaction", "101%"),
        ("% of calls answered", "-3%"),
        ("Number of complaints", "-4"),
    ],
)
def test_what_no_share_and_no_count_can_be_is_a_warning(title, printed):
    (remark,) = faults(figures_in_their_row(_row(printed, title=title)))
    assert (remark.rule_id, remark.severity, remark.printed) == ("figure.range", "warning", printed)


@pytest.mark.parametrize(
    ("title", "printed", "wrong"),
    [
        ("Food premises that comply", ("92.3%", "90.8%", "134.4%"), "134.4%"),
        ("Industrial units that stand empty", ("7.5%", "7.4%", "111.4%"), "111.4%"),
        ("Council Tax collected", ("97.6%", "97.9%", "197.1%"), "197.1%"),
        ("Council Tax collected", ("97.6%", "97.9%", "101.2%"), None),
        ("Food premises that comply", ("92.3%", "134.4%", "121%"), None),
        ("Food premises that comply", ("92.3%", "134.4%"), None),
        ("Visitors compared with 2019", ("92.3%", "90.8%", "134.4%"), None),
        ("Net satisfaction score", ("12%", "-8%", "-4%"), None),
    ],
)
def test_one_figure_above_a_hundred_among_others_below_is_a_warning(title, printed, wrong):
    found = _row(*printed, title=title)
    expected = [("figure.range", wrong)] if wrong else []
    assert _ids(found) == expected


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        ("Percentage of rent collected", "101.2%"),
        ("% increase in visits", "140%"),
        ("Percentage of budget spent", "103%"),
        ("Net number of jobs", "-4"),
        ("Underspend", "-£40"),
        ("Housing supply as a percentage of the target", "130%"),
        ("Percentage of invoices paid within 30 days", "100%"),
        ("Percentage of invoices paid within 30 days", "n/a"),
        ("Percentage of invoices paid within 30 days", "-"),
    ],
)
def test_what_may_be_more_than_all_or_less_than_nothing_is_not(title, printed):
    assert not faults(figures_in_their_row(_row(printed, title=title)))


@pytest.mark.parametrize(("result", "target"), [("0.97", "97%"), ("97%", "0.98"), ("97%", "£5")])
def test_a_target_in_another_unit_is_a_warning(result, target):
    assert [rule_id for rule_id, _ in _ids(_row(result, target=target))] == ["figure.unit"]


@pytest.mark.parametrize(
    ("result", "target"),
    [("97%", "98%"), ("97", "98%"), ("1", "98%"), ("0.5%", "1%"), ("0.97", "50%"), ("4", "5")],
)
def test_a_unit_that_one_of_them_leaves_out_is_not(result, target):
    assert not _ids(_row(result, target=target))


def test_what_was_checked_and_held_is_counted():
    found = _row("98%", "97%", "99%", target="98%", title="% of calls answered")
    assert held(figures_in_their_row(found)) == {
        "figure.scale": 1,
        "figure.range": 4,
        "figure.unit": 1,
    }
