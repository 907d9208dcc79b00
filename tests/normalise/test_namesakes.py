"""Indicators without codes: one series under small rewordings, but never two rows of one paper."""

from __future__ import annotations

from crossfoot.schema.paper import Known, Paper
from crossfoot.schema.rows import Series

from .paper_builder import Draft

HEADING = ["Indicator", "Outturn 2018/19", "Target 2019/20"]
COUNCIL = Known(council="Anywhere District Council", council_source="argument")


def paper(*rows: tuple[str, str], council: Known = COUNCIL) -> Paper:
    draft = Draft().line("Resources Key Performance Indicators")
    return draft.table(HEADING, *([title, value, "99%"] for title, value in rows)).read(council)


def by_title(found: Paper) -> dict[str | None, Series]:
    return {series.title: series for series in found.series}


def alike(found: Paper) -> list[str | None]:
    return [each.printed for each in found.findings if each.rule_id == "series.alike"]


def test_a_small_rewording_in_the_next_paper_is_the_same_series() -> None:
    first = paper(("% of calls answered", "95%"), ("Homes let", "12"))
    second = paper(("Calls Answered (%)", "96%"), ("Homes let (%)", "12"))
    ids = [{each.series_id for each in found.series} for found in (first, second)]
    assert len(ids[0] & ids[1]) == 1
    assert alike(first) == alike(second) == []


def test_two_rows_of_one_paper_with_one_wording_stay_apart_and_it_says_so() -> None:
    found = paper(("% of calls answered", "95%"), ("Calls answered (%)", "92%"), ("Homes let", "4"))
    series = by_title(found)
    assert len({each.series_id for each in found.series}) == 3
    for row in found.indicators:
        assert series[row.title].series_id == row.series_id
        of_row = {each.series_id for each in found.figures if each.indicator_id == row.indicator_id}
        assert of_row == {row.series_id}
    assert alike(found) == ["Calls answered (%)"]
    (remark,) = [each for each in found.findings if each.rule_id == "series.alike"]
    assert "'% of calls answered'" in remark.message
    assert remark.page == 1


def test_rows_kept_apart_are_neither_s_series_in_another_paper_but_their_own_in_the_next() -> None:
    both = ("% of calls answered", "95%"), ("Calls answered (%)", "92%")
    apart = {each.series_id for each in paper(*both).series}
    assert apart == {each.series_id for each in paper(*both[::-1]).series}
    assert apart.isdisjoint(each.series_id for each in paper(both[0]).series)


def test_the_same_title_twice_in_one_paper_is_one_series() -> None:
    found = paper(("Calls answered", "95%"), ("Calls answered", "95%"), ("CALLS ANSWERED:", "95%"))
    assert len(found.series) == 1
    assert alike(found) == []


def test_titles_apart_by_a_unit_are_two_series_without_a_word() -> None:
    found = paper(("Rent arrears (£)", "£950"), ("Rent arrears (%)", "3%"))
    assert len(found.series) == 2
    assert alike(found) == []
