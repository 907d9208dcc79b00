"""Figures and targets that papers print differently."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from crossfoot.schema.finding import Finding, Link
from crossfoot.store.checks import held_checks
from crossfoot.store.database import Store, open_store
from crossfoot.store.findings import finding_cells, set_accepted
from crossfoot.store.links import save_link

from .across_papers import Q1, Q2, Q3, Q4, Row, compared, report, told

YEAR = "2018/19"
DAYS = [date(2019, 9, 1), date(2019, 12, 1), date(2020, 3, 1), date(2020, 6, 1)]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(f"sqlite:///{tmp_path}/store.db", create=True) as opened:
        yield opened


def outturn(value: str, period: str = YEAR, **given: Any) -> Row:
    return Row({("outturn", period): value}, **given)


def printed(store: Store, *rows: Row, dated: bool = True) -> list[Finding]:
    """What is found of one row in each of successive quarters."""
    quarters = zip((Q1, Q2, Q3, Q4), DAYS, rows, strict=False)
    return compared(
        store,
        *(
            report(f"{period}.pdf", period, [row], published=day if dated else None)
            for period, day, row in quarters
        ),
    )


def test_a_past_year_printed_differently_without_a_word_is_an_error_of_the_later_paper(
    store: Store,
) -> None:
    (found,) = printed(store, outturn("97.0%"), outturn("93.4%"), outturn("93.4%"))
    assert (found.rule_id, found.severity) == ("figure.restated", "error")
    assert (found.printed, found.expected) == ("93.4%", "97.0%")
    assert "the paper of 2019-09-01" in found.message
    assert found.message.endswith("(2019/20 Q1.pdf)")
    assert found.document_id == report("2019/20 Q2.pdf").document.document_id
    assert len(finding_cells(store, found.finding_id)) == 2


@pytest.mark.parametrize(
    ("before", "after", "severity"),
    [
        (outturn("97.0%"), outturn("93.4%", note="Restated after audit."), "note"),
        (outturn("97.0%"), outturn("93.4%", note="The figure for 2018/19 is final."), "note"),
        (outturn("97.0%"), outturn("93.4%", note="The target for 2018/19 was revised."), "error"),
        (outturn("97.0%"), outturn("93.4%", note="Revised procedures help."), "error"),
        (outturn("97.0%"), outturn("93.4%", footnote="*"), "warning"),
        (outturn("97.0%", note="2018/19 outturn is provisional"), outturn("93.4%"), "note"),
        (outturn("97.0%"), outturn("97.1%"), "warning"),
        (
            Row({("actual", "2018/19 Q4"): "88.0%"}, basis="in_period"),
            Row({("actual", "2018/19 Q4"): "81.4%"}, basis="in_period"),
            "warning",
        ),
    ],
    ids=[
        "said",
        "final",
        "target",
        "procedures",
        "footnote",
        "provisional",
        "last digit",
        "quarter",
    ],
)
def test_a_change_that_may_have_a_reason_is_milder(
    store: Store, before: Row, after: Row, severity: str
) -> None:
    assert told(printed(store, before, after)) == [("figure.restated", severity)]


def test_without_a_day_of_publication_nothing_is_an_error(store: Store) -> None:
    found = printed(store, outturn("97.0%"), outturn("93.4%"), dated=False)
    assert told(found) == [("figure.restated", "warning")]
    assert found[0].printed == "93.4%"


def test_papers_of_one_period_without_a_day_differ_and_nobody_knows_which_is_later(
    store: Store,
) -> None:
    other = Row({("outturn", YEAR): "81.7%"}, code="BV10", title="Rates collected")
    found = compared(
        store,
        report("a.pdf", Q1, [outturn("97.0%")]),
        report("b.pdf", Q1, [outturn("93.4%"), other]),
    )
    assert told(found) == [("figure.restated", "warning")]
    assert "nobody can say which came first" in found[0].message


def test_a_year_that_was_not_over_when_it_was_printed_is_no_error(store: Store) -> None:
    found = printed(store, outturn("97.0%", "2019/20"), outturn("93.4%", "2019/20"))
    assert "error" not in {item.severity for item in found}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (outturn("97.0%"), outturn("97.0%")),
        (outturn("96.96%"), outturn("97.0%")),
        (outturn("97%"), outturn("97.0%")),
        (outturn("97.0%"), outturn("n/a")),
        (outturn("97.0%"), outturn("93.4%", "2017/18")),
        (outturn("97.0%"), outturn("93.4%", source="note")),
        (outturn("97.0%"), Row({("outturn", YEAR): "93.4%"}, code="BV10", title="Rates")),
        (
            Row({("actual", Q1): "29.0%"}, basis="to_date"),
            Row({("actual", Q2): "57.1%"}, basis="to_date"),
        ),
    ],
    ids=["same", "rounded", "digits", "n/a", "other year", "note", "other code", "quarters"],
)
def test_rounding_and_other_figures_are_no_restatement(
    store: Store, before: Row, after: Row
) -> None:
    assert printed(store, before, after) == []


def test_figures_of_two_councils_are_not_compared(store: Store) -> None:
    found = compared(
        store,
        report("a.pdf", Q1, [outturn("97.0%")]),
        report("b.pdf", Q2, [outturn("93.4%")], council="Ashfield District Council"),
    )
    assert found == []


def test_what_later_papers_print_alike_holds(store: Store) -> None:
    printed(store, *(outturn("97.0%") for _ in range(3)))
    assert held_checks(store)["figure.restated"] == 2


@pytest.mark.parametrize("wrong", ["79.5%", "9.75%", "997.5%"])
def test_one_paper_against_two_that_agree_is_a_slip_of_that_one(store: Store, wrong: str) -> None:
    found = printed(store, outturn("97.5%"), outturn(wrong), outturn("97.5%"))
    assert told(found) == [("figure.slip", "warning")]
    assert (found[0].printed, found[0].expected) == (wrong, "97.5%")


def test_a_figure_that_goes_back_is_told_once(store: Store) -> None:
    found = printed(store, outturn("97.5%"), outturn("91.2%"), outturn("97.5%"))
    assert told(found) == [("figure.restated", "error")]


def test_a_figure_that_goes_back_although_the_other_was_said_is_told_twice(store: Store) -> None:
    said = outturn("91.2%", note="Figure restated after audit")
    found = printed(store, outturn("97.5%"), said, outturn("97.5%"))
    assert sorted(told(found)) == [("figure.restated", "note"), ("figure.restated", "warning")]
    back = next(item for item in found if item.severity == "warning")
    assert (back.printed, back.expected) == ("97.5%", "91.2%")
    assert "back to 2019/20 Q1.pdf p. 1, though 2019/20 Q2.pdf p. 1 says 'restated'" in back.message


def target(value: str, basis: str = "annual", **given: Any) -> Row:
    return Row({("target", "2019/20"): value}, basis=basis, **given)


def test_a_target_printed_differently_is_a_warning_and_a_note_where_it_is_said(
    store: Store,
) -> None:
    found = printed(store, target("98.5%"), target("95.0%"), target("92.0%", note="Target revised"))
    assert sorted(told(found)) == [("target.changed", "note"), ("target.changed", "warning")]


@pytest.mark.parametrize(
    "values",
    [("98.5%", "98.5%", "95.0%"), ("98.5%", "95.0%", "95.0%")],
    ids=["from the third", "from the second"],
)
def test_a_years_target_that_stood_still_beside_quarters_and_changes_is_a_warning(
    store: Store, values: tuple[str, ...]
) -> None:
    found = printed(store, *(target(value, "unknown") for value in values))
    assert told(found) == [("target.changed", "warning")]
    assert (found[0].printed, found[0].expected) == ("95.0%", "98.5%")


def test_a_target_beside_a_quarter_that_is_the_years_own_in_another_paper_is_held_against_it(
    store: Store,
) -> None:
    found = printed(
        store, target("4,000", "unknown"), target("4,500", "unknown"), target("4,000", "annual")
    )
    assert told(found) == [("target.changed", "warning")]


@pytest.mark.parametrize(
    "values",
    [
        ("10", "10", "20"),
        ("24.6%", "49.1%", "73.0%"),
        ("0%", "0%", "50%"),
        ("25%", "25%", "50%"),
        ("98.4%", "98%", "98%"),
    ],
)
def test_targets_that_may_come_in_steps_or_are_rounded_are_not_told(
    store: Store, values: tuple[str, ...]
) -> None:
    unit = "%" if values[0].endswith("%") else None
    rows = [target(value, "unknown", unit=unit) for value in values]
    assert printed(store, *rows) == []


def test_profiled_targets_of_which_nobody_says_what_they_count_are_not_compared(
    store: Store,
) -> None:
    assert printed(store, target("24.6%", "unknown"), target("49.1%", "unknown")) == []


def test_series_that_a_person_called_the_same_are_compared_as_one(store: Store) -> None:
    papers = (
        report("a.pdf", Q1, [outturn("97.0%")], published=DAYS[0]),
        report("b.pdf", Q2, [outturn("93.4%", code="LI 009")], published=DAYS[1]),
    )
    assert compared(store, *papers) == []
    one, other = (paper.series[0].series_id for paper in papers)
    save_link(
        store,
        Link(
            link_id="1",
            series_a=one,
            series_b=other,
            kind="same",
            decided_by=None,
            decided_at="2021-01-01T00:00:00Z",
            because=None,
        ),
    )
    assert told(compared(store)) == [("figure.restated", "error")]


def test_what_was_accepted_stays_so_when_other_papers_come(store: Store) -> None:
    (found,) = printed(store, outturn("97.0%"), outturn("93.4%"))
    set_accepted(store, found.finding_id, "counted anew")
    later = report("later.pdf", Q3, [outturn("93.4%"), outturn("12.0%", code="BV10", title="R")])
    early = report("early.pdf", "2018/19 Q3", [outturn("95.1%", "2017/18")])
    (again,) = compared(store, later, early)
    assert (again.finding_id, again.accepted_because) == (found.finding_id, "counted anew")
