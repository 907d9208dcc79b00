from __future__ import annotations

import pytest

from crossfoot.audit.direction import direction_of
from crossfoot.audit.status_values import statuses_against_values

from .audit_papers import Measures, faults, figure, held, legend, measures, paper

PAID = "Invoices paid within 30 days"
LOST = "Working days lost to sickness per employee"
STRICT = [legend("green", "On or above target"), legend("red", "Below target")]
WITHIN_5 = [
    legend("green", "Target met"),
    legend("amber", "Within 5% of target"),
    legend("red", "More than 5% below target"),
]


def _year(status: str, result: str, target: str, title: str = PAID, **fields: object) -> Measures:
    return measures(title, status, figure("outturn", result), figure("target", target), **fields)


def _quarter(status: str, result: str, target: str, title: str, **fields: object) -> Measures:
    first = figure("actual", result, "2019/20 Q1", basis="in_period")
    return measures(title, status, first, figure("target", target, basis="unknown"), **fields)


def _values(found, rule_id="status.value"):
    return [each for each in faults(statuses_against_values(found)) if each.rule_id == rule_id]


def test_green_that_misses_is_an_error_where_nothing_is_inferred():
    found = paper(rows=[_year("green", "94%", "98%")], polarity="higher", legends=STRICT)
    (remark,) = _values(found)
    assert (remark.severity, remark.expected) == ("error", "not green")
    assert remark.printed == "green, 94% against 98%"


@pytest.mark.parametrize(
    ("result", "target", "severity"),
    [("96.96%", "97%", "warning"), ("96.4%", "97%", "error"), ("96.96%", "97.0%", "warning")],
)
def test_a_miss_that_the_digits_of_the_target_hide_is_no_error(result, target, severity):
    found = paper(rows=[_year("green", result, target)], polarity="higher", legends=STRICT)
    assert [each.severity for each in _values(found)] == [severity]


@pytest.mark.parametrize(
    ("polarity", "legends", "carrier"),
    [(None, STRICT, "word"), ("higher", [], "word"), ("higher", STRICT, "icon")],
    ids=["direction by the title", "no key says what green is", "read from an icon"],
)
def test_green_that_misses_is_a_warning_where_something_is(polarity, legends, carrier):
    row = _year("green", "94%", "98%", status_carrier=carrier)
    (remark,) = _values(paper(rows=[row], polarity=polarity, legends=legends))
    assert remark.severity == "warning"


def test_red_that_meets_its_target_is_an_error_where_the_key_speaks_of_targets():
    for key, severity in ((STRICT, "error"), ([], "warning")):
        found = paper(rows=[_year("red", "99%", "98%")], polarity="higher", legends=key)
        (remark,) = _values(found)
        assert (remark.severity, remark.expected) == (severity, "green")


def test_lower_is_better_where_the_paper_says_so():
    good = paper(rows=[_year("green", "7.9", "8.0", "Days")], polarity="lower", legends=STRICT)
    bad = paper(rows=[_year("green", "8.4", "8.0", "Days")], polarity="lower", legends=STRICT)
    assert not _values(good)
    assert [each.severity for each in _values(bad)] == ["error"]


def test_amber_that_meets_its_target_is_worth_less_than_red():
    certain = paper(rows=[_year("amber", "99%", "98%")], polarity="higher")
    inferred = paper(rows=[_year("amber", "99%", "98%")])
    assert [each.severity for each in _values(certain)] == ["warning"]
    assert [each.severity for each in _values(inferred)] == ["note"]


def test_colours_that_are_right_are_counted():
    found = paper(
        rows=[
            _year("green", "98%", "98%"),
            _year("amber", "97%", "98%", code="A2"),
            _year("red", "60%", "98%", code="A3"),
        ]
    )
    said = list(statuses_against_values(found))
    assert not faults(said)
    assert held(said) == {"status.value": 3, "status.no_figure": 3, "status.tolerance": 1}


@pytest.mark.parametrize("status", ["unknown", "data_only", None])
def test_what_is_no_colour_is_not_judged(status):
    assert not list(statuses_against_values(paper(rows=[_year(status, "1%", "98%")])))


@pytest.mark.parametrize("target", ["-", "n/a", "", "TBC"])
def test_without_a_target_nothing_is_said_of_the_colour(target):
    said = list(statuses_against_values(paper(rows=[_year("green", "1%", target)])))
    assert not faults(said)
    assert held(said) == {"status.no_figure": 1}


def test_a_title_that_tells_no_direction_is_not_judged_but_counted():
    rows = [_year("green", "1", "98", "Contracts"), _year("green", "97%", "96%")]
    (said,) = faults(list(statuses_against_values(paper(rows=rows))))
    assert (said.rule_id, said.severity, said.printed) == (
        "status.unchecked",
        "note",
        "1 of 2 colours",
    )
    assert said.message.endswith("good for A1")


@pytest.mark.parametrize("target", ["98", "-", "n/a"])
def test_what_could_be_checked_by_no_direction_is_not_counted(target):
    rows = [_year("green", "98", target, "Contracts")]
    assert not faults(list(statuses_against_values(paper(rows=rows))))


def test_a_result_that_rounds_to_its_target_is_not_judged():
    rounded = paper(rows=[_year("green", "98%", "98.4%")], polarity="higher", legends=STRICT)
    beyond = paper(rows=[_year("green", "97%", "98.4%")], polarity="higher", legends=STRICT)
    assert not list(_values(rounded))
    assert len(_values(beyond)) == 1


def test_red_on_its_very_target_is_told_whatever_direction_is_good():
    (remark,) = _values(paper(rows=[_year("red", "0", "0", "Contracts")]))
    assert (remark.severity, remark.expected) == ("warning", "green")
    assert not _values(paper(rows=[_year("amber", "0", "0", "Contracts")]))


def test_a_year_target_says_nothing_of_a_share_that_grows_through_the_year():
    title = "BBSi programme completion"
    found = paper(rows=[_quarter("green", "14.37%", "100%", title)], polarity="higher")
    said = list(statuses_against_values(found))
    assert not faults(said)
    assert "status.value" not in held(said)


def test_a_quarter_that_is_over_the_year_target_already_is_judged():
    title = "Number of complaints determined against the council"
    (remark,) = _values(paper(rows=[_quarter("green", "1", "0", title)]))
    assert remark.severity == "warning"
    assert not _values(paper(rows=[_quarter("green", "1", "4", title)]))
    assert not _values(paper(rows=[_quarter("red", "1", "4", title)]))


def test_a_rate_of_a_quarter_against_the_year_target_is_a_warning_at_most():
    found = paper(rows=[_quarter("green", "95%", "100%", PAID)], polarity="higher", legends=STRICT)
    assert [each.severity for each in _values(found)] == ["warning"]


def test_what_was_collected_so_far_is_held_against_a_target_of_its_size_alone():
    def rows(target: str) -> list[Measures]:
        so_far = figure("actual", "28.4%", "2019/20 Q1", basis="to_date")
        year = figure("target", target, basis="to_date")
        return [measures("Council Tax collected", "green", so_far, year)]

    assert len(_values(paper(rows=rows("29%"), polarity="higher"))) == 1
    assert not _values(paper(rows=rows("97.5%"), polarity="higher"))


def test_two_targets_of_one_period_are_not_chosen_between():
    row = measures(
        PAID, "green", figure("outturn", "90%"), figure("target", "95%"), figure("target", "80%")
    )
    assert not _values(paper(rows=[row], polarity="higher"))


def test_units_that_differ_are_not_compared():
    assert not _values(paper(rows=[_year("green", "£5", "98%")], polarity="higher"))


@pytest.mark.parametrize(
    ("status", "result", "expected"),
    [
        ("amber", "96%", None),
        ("red", "80%", None),
        ("amber", "80%", "red"),
        ("red", "97%", "amber"),
        ("green", "97%", "not green"),
    ],
)
def test_the_tolerance_of_the_key_tells_amber_from_red(status, result, expected):
    found = paper(rows=[_year(status, result, "98%")], polarity="higher", legends=WITHIN_5)
    assert [each.expected for each in _values(found)] == ([expected] if expected else [])


def test_where_points_and_shares_differ_the_tolerance_is_not_applied():
    # 57% misses 60% by 3 points, and by a twentieth of it; 56.5% by 3.5 points or 5.8%.
    for status in ("amber", "red"):
        row = _year(status, "56.5%", "60%")
        assert not _values(paper(rows=[row], polarity="higher", legends=WITHIN_5))


def test_green_within_a_tolerance_of_its_own_is_allowed():
    loose = [legend("green", "On target or within tolerance")]
    two = [legend("green", "Within 2% of target")]
    row = _year("green", "97%", "98%")
    assert not _values(paper(rows=[row], polarity="higher", legends=loose))
    assert not _values(paper(rows=[row], polarity="higher", legends=two))
    far = _year("green", "90%", "98%")
    assert [
        each.severity for each in _values(paper(rows=[far], polarity="higher", legends=two))
    ] == ["error"]


def test_a_green_names_a_row_that_misses_by_less_and_is_not():
    rows = [_year("green", "94%", "98%"), _year("amber", "97%", "98%", code="A2")]
    (remark,) = _values(paper(rows=rows))
    assert "A2 misses by less and is amber" in remark.message
    assert len(remark.rows) == 6


def test_greens_nearer_than_all_ambers_keep_to_a_tolerance_and_are_notes():
    ambers = [_year("amber", "92%", "98%", code="A2"), _year("amber", "93%", "98%", code="A3")]
    rows = [_year("green", "97%", "98%"), *ambers]
    assert [each.severity for each in _values(paper(rows=rows))] == ["note"]
    assert [each.severity for each in _values(paper(rows=rows[:2]))] == ["warning"]
    nearer = _year("red", "97.5%", "98%", code="A4")
    assert [each.severity for each in _values(paper(rows=[*rows, nearer]))] == ["warning"]
    strict = _values(paper(rows=rows, polarity="higher", legends=STRICT))
    assert [each.severity for each in strict] == ["error"]


def test_an_amber_that_misses_by_more_than_a_red_is_a_note():
    rows = [_year("amber", "88%", "98%"), _year("red", "94%", "98%", code="A2")]
    (remark,) = _values(paper(rows=rows), "status.tolerance")
    assert (remark.severity, remark.code) == ("note", "A1")


def test_misses_of_which_only_one_measure_says_which_is_wider_are_in_order():
    # Two points of four is half the target, six of a hundred is not; and six is more than two.
    rows = [
        _year("amber", "4%", "2%", "Tenants in arrears"),
        _year("red", "94%", "100%", code="A2"),
    ]
    assert not _values(paper(rows=rows), "status.tolerance")


@pytest.mark.parametrize("printed", ["-", "n/a", ""])
def test_a_colour_without_a_figure_is_a_note(printed):
    (remark,) = faults(statuses_against_values(paper(rows=[_year("green", printed, "98%")])))
    assert (remark.rule_id, remark.severity) == ("status.no_figure", "note")


def test_the_other_years_of_an_indicator_tell_a_direction_where_they_agree():
    def said(*statuses: str) -> list[str]:
        values = zip(("2016/17", "2017/18", "2018/19"), statuses, ("90", "85", "70"), strict=True)
        rows = [
            measures(
                "Contracts",
                status,
                figure("outturn", result, year),
                figure("target", "80", year),
                series_id="one",
            )
            for year, status, result in values
        ]
        return [each.severity for each in _values(paper(rows=rows))]

    assert said("green", "green", "green") == ["warning"]
    assert said("green", "green", "red") == []
    assert said("green", "red", "green") == ["warning"]  # two against one
    assert said("amber", "green", "green") == []


def test_words_in_the_place_of_a_figure_are_not_nothing():
    found = paper(rows=[_year("green", "on track", "98%")])
    assert not list(statuses_against_values(found))


def test_many_colours_without_figures_are_one_note():
    rows = [_year("green", "-", "98%", code=f"A{number}") for number in range(6)]
    (remark,) = faults(statuses_against_values(paper(rows=rows)))
    assert "6 rows" in remark.message
    assert len(remark.rows) == 12


@pytest.mark.parametrize(
    ("title", "polarity"),
    [
        ("Percentage of complaints acknowledged within 3 working days", "higher"),
        ("Number of complaints", "lower"),
        ("Average speed of processing new claims (calendar days)", "lower"),
        ("% Industrial units vacant for more than 3 months", "lower"),
        ("Council Tax collected %", "higher"),
        ("Service Desk Satisfaction", "higher"),
        ("HB overpayments recovered as % of the debt outstanding", "higher"),
        ("Respond to specific complaints", None),
        ("Food Inspections: High Risk", None),
        ("Invoices not paid within 30 days", None),
        ("Calls abandoned within 20 seconds", None),
        ("Average days to decide applications within the target", None),
        ("Household waste collected per head (kg)", None),
        ("Children on a protection plan", None),
        ("Homes not meeting the decent homes standard", None),
        ("Complaints answered within ten working days", "higher"),
        ("Fly tips removed within two working days of being reported", "higher"),
        ("Rent collected as a share of rent owed", "higher"),
        ("Non-domestic Rates Collected", "higher"),
        ("Food premises that comply with hygiene law", "higher"),
        ("Homes meeting the standard", "higher"),
        ("Complaints upheld by the Ombudsman", "lower"),
        ("Young people not in education, employment or training", "lower"),
        ("The number of individually registered electors", None),
        (None, None),
    ],
)
def test_a_title_tells_a_direction_or_none(title, polarity):
    said = direction_of(None, title)
    assert (said.polarity if said else None) == polarity
    assert said is None or not said.certain


@pytest.mark.parametrize(
    ("title", "target", "polarity"),
    [
        ("Food Inspections: High Risk", "100%", "higher"),
        ("Contracts in dispute", "0", "lower"),
        ("Food Inspections: High Risk", "98%", None),
        ("Electors", "100", None),
        ("Capital budget spent", "100%", None),
        ("Number of complaints", "100%", "lower"),
    ],
)
def test_a_target_of_all_or_of_nothing_tells_a_direction(title, target, polarity):
    said = direction_of(None, title, figure("target", target))
    assert (said.polarity if said else None) == polarity


def test_a_growing_share_near_its_target_early_in_the_year_has_a_target_of_the_quarter():
    title = "HB overpayments recovered as % of the debt outstanding"
    (remark,) = _values(paper(rows=[_quarter("green", "8.9%", "10.6%", title)]))
    assert remark.severity == "note"
    for status, result in (("green", "1.45%"), ("green", "7.8%"), ("amber", "8.9%")):
        said = list(statuses_against_values(paper(rows=[_quarter(status, result, "10.6%", title)])))
        assert "status.value" not in held(said)
        assert not faults(said)


def test_two_titles_under_one_code_have_no_direction_by_the_code():
    rows = [
        _year("green", "26.4", "26.8", "Days to let an empty home again", code="BV9"),
        _year("green", "97%", "96%", "Council Tax collected", code="BV9"),
    ]
    found = paper(rows=rows, polarity="higher", legends=STRICT)
    assert [remark.severity for remark in _values(found)] == []
    alone = paper(rows=[_year("green", "94%", "98%", "Of one name", code="BV9")],
                  polarity="higher", legends=STRICT)  # fmt: skip
    assert [remark.severity for remark in _values(alone)] == ["error"]
