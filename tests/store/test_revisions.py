"""Of what kind a change between two publications is, and of what kind it is not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from crossfoot.store.printing import Printing
from crossfoot.store.revisions import Revision, revisions
from crossfoot.store.slip_evidence import Beside

from .test_marks import YEAR


def printed(year: int | None, text: str, **values: Any) -> Printing:
    """The figure as a paper of July of a year prints it; null has no day."""
    number = text.rstrip("%").replace(",", "")
    given: dict[str, Any] = {
        "published_on": None if year is None else date(year, 7, 4),
        "reporting_period_end": None,
        "value": Decimal(number),
        "decimals": len(number.partition(".")[2]),
        "as_printed": text,
        "document_id": f"document {year} {text}",
        "file_name": f"{year}.pdf",
        "figure_id": f"figure {year} {text}",
        "polarity": "higher",
    }
    return replace(YEAR, **(given | values))


def only(*group: Printing, beside: Beside | None = None) -> Revision:
    found = revisions(group, beside) if beside else revisions(group)
    assert len(found) == 1
    return found[0]


def kinds(found: Sequence[Revision]) -> list[str]:
    return [change.kind for change in found]


def test_another_value_is_a_restatement_with_both_cells() -> None:
    change = only(printed(2020, "96.4%"), printed(2019, "97.0%"))
    assert (change.kind, change.slip_of) == ("restatement", None)
    assert (change.before.as_printed, change.after.as_printed) == ("97.0%", "96.4%")
    assert (change.before.file_name, change.before.page, change.before.box[0]) == ("2019.pdf", 4, 1)


def test_the_same_value_again_is_no_change() -> None:
    assert revisions([printed(2019, "97.0%"), printed(2020, "97.0%"), printed(2021, "97.0%")]) == ()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (printed(2019, "28.96"), printed(2020, "29.0")),
        (printed(2019, "28.5"), printed(2020, "29")),
        (printed(2019, "5.0"), printed(2020, "5.00")),
        (
            printed(2019, "1234567"),
            printed(2020, "1235000", as_printed="£1,235k"),
        ),
        (
            printed(2019, "1200000", as_printed="£1.2m", decimals=1),
            printed(2020, "1234567"),
        ),
    ],
)
def test_fewer_digits_are_rounding(before: Printing, after: Printing) -> None:
    assert only(before, after).kind == "rounding"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("28.4", "29"),
        ("29", "30"),
        ("28.96", "28.9"),  # cut off, which no paper says it does
        ("1234", "1000"),
    ],
)
def test_other_differences_are_not_rounding(before: str, after: str) -> None:
    assert only(printed(2019, before), printed(2020, after)).kind == "restatement"


def test_a_value_that_returns_makes_the_one_between_a_slip() -> None:
    group = [printed(2019, "97.0%"), printed(2020, "79.0%"), printed(2021, "97.0%")]
    found = revisions(group)
    assert kinds(found) == ["slip", "slip"]
    assert {change.slip_of for change in found} == {"document 2020 79.0%"}
    assert found[0].because == "two digits are swapped; 2021.pdf p. 4 returns to it"


def test_a_value_that_returns_rounded_is_a_return() -> None:
    group = [printed(2019, "97.02"), printed(2020, "79.02"), printed(2021, "97.0")]
    assert kinds(revisions(group)) == ["slip", "slip"]


def test_one_digit_of_many_is_a_slip_only_where_the_value_returns() -> None:
    group = [printed(2019, "84,617"), printed(2020, "84,017"), printed(2021, "84,617")]
    assert kinds(revisions(group)) == ["slip", "slip"]
    assert kinds(revisions(group[:2])) == ["restatement"]


def test_a_value_that_returns_from_anything_else_was_restated_twice() -> None:
    group = [printed(2019, "97.0%"), printed(2020, "94.2%"), printed(2021, "97.0%")]
    assert kinds(revisions(group)) == ["restatement", "restatement"]


def test_swapped_digits_alone_prove_no_slip() -> None:
    assert only(printed(2019, "97.5%"), printed(2020, "95.7%")).kind == "restatement"


def test_a_third_value_is_no_return() -> None:
    group = [printed(2019, "97.0%"), printed(2020, "79.0%"), printed(2021, "96.0%")]
    assert kinds(revisions(group)) == ["restatement", "restatement"]


@pytest.mark.parametrize(
    ("status", "slip"),
    [("green", "2020.pdf"), ("amber", None), (None, None)],
)
def test_the_status_beside_a_value_speaks_for_the_other(status: Any, slip: str | None) -> None:
    group = printed(2019, "97.0%"), printed(2020, "79.0%", status=status)
    beside = Beside(targets={group[1].figure_id: Decimal("96.5")})
    change = only(*group, beside=beside)
    assert change.kind == ("slip" if slip else "restatement")
    assert change.slip_of == ("document 2020 79.0%" if slip else None)


def test_a_red_status_speaks_for_the_value_that_misses_the_target() -> None:
    group = printed(2019, "97.0%", status="red"), printed(2020, "79.0%")
    beside = Beside(targets={group[0].figure_id: Decimal("90")})
    change = only(*group, beside=beside)
    assert (change.kind, change.slip_of) == ("slip", "document 2019 97.0%")
    lower = [replace(item, polarity="lower") for item in group]
    assert only(*lower, beside=beside).kind == "restatement"


def test_green_within_a_tolerance_contradicts_nothing() -> None:
    group = printed(2019, "98.5%"), printed(2020, "95.8%", status="green")
    swapped = printed(2019, "98.5%"), printed(2020, "89.5%", status="green")
    for pair in (group, swapped):
        beside = Beside(targets={pair[1].figure_id: Decimal(98)})
        assert only(*pair, beside=beside).kind == "restatement"


def test_the_years_around_speak_for_the_value_in_line_with_them() -> None:
    group = printed(2019, "97.0%"), printed(2020, "79.0%")
    change = only(*group, beside=Beside(around=(Decimal("96.8"), Decimal("97.4"))))
    assert (change.kind, change.slip_of) == ("slip", "document 2020 79.0%")
    assert change.because.endswith("the periods around fit 97.0% and not 79.0%")


@pytest.mark.parametrize(
    "around",
    [
        (),
        (Decimal("96.8"),),  # one year is no line
        (Decimal("96.8"), Decimal("70.2")),  # a series that moves as much
        (Decimal("50"), Decimal("51")),  # neither fits
        (Decimal("88"), Decimal("88.5")),  # both are as far
    ],
)
def test_years_that_decide_nothing_leave_a_restatement(around: tuple[Decimal, ...]) -> None:
    group = printed(2019, "97.0%"), printed(2020, "79.0%")
    assert only(*group, beside=Beside(around=around)).kind == "restatement"


def test_evidence_without_the_look_of_a_slip_is_not_enough() -> None:
    group = printed(2019, "97.0%"), printed(2020, "61.3%", status="green")
    beside = Beside(
        targets={group[1].figure_id: Decimal(96)}, around=(Decimal("96.8"), Decimal("97.4"))
    )
    assert only(*group, beside=beside).kind == "restatement"


def test_the_value_of_another_line_is_a_slip_where_the_years_around_say_so() -> None:
    group = printed(2019, "97.0%"), printed(2020, "61.3%")
    lines = {group[1].figure_id: {Decimal("61.3"): "the line below"}}
    around = (Decimal("96.8"), Decimal("97.4"))
    change = only(*group, beside=Beside(lines=lines, around=around))
    assert (change.kind, change.slip_of) == ("slip", "document 2020 61.3%")
    assert change.because.startswith("61.3% is what the line below of 2020.pdf prints")
    assert only(*group, beside=Beside(lines=lines)).kind == "restatement"


def test_a_marked_figure_is_made_final() -> None:
    change = only(printed(2019, "97.0%", footnote="(p)"), printed(2020, "97.4%"))
    assert (change.kind, change.because) == (
        "provisional_made_final",
        "the earlier one: printed as '(p)'",
    )


def test_a_figure_still_marked_is_not_final() -> None:
    group = printed(2019, "97.0%", footnote="(p)"), printed(2020, "97.4%", footnote="(p)")
    assert only(*group).kind == "restatement"
    later = printed(2019, "97.0%"), printed(2020, "97.4%", footnote="(p)")
    assert only(*later).kind == "restatement"


def test_a_provisional_figure_rounded_is_rounding_and_swapped_is_made_final() -> None:
    assert only(printed(2019, "97.04", footnote="P"), printed(2020, "97.0")).kind == "rounding"
    swapped = printed(2019, "97.5", footnote="P"), printed(2020, "95.7")
    assert only(*swapped).kind == "provisional_made_final"


def test_without_days_nobody_knows() -> None:
    change = only(printed(2019, "97.0%"), printed(None, "96.4%"))
    assert (change.kind, change.because) == ("unknown", "no day of publication: None.pdf")
    assert only(printed(None, "97.0%"), printed(None, "96.4%")).kind == "unknown"
    assert revisions([printed(2019, "97.0%"), printed(None, "97.0%")]) == ()


def test_an_undated_paper_leaves_the_dated_ones_in_order() -> None:
    group = [printed(2019, "97.0%"), printed(2020, "96.4%"), printed(None, "95.0%")]
    assert kinds(revisions(group)) == ["restatement", "unknown"]


def test_the_ends_of_the_papers_periods_order_what_has_no_days() -> None:
    group = [
        printed(None, "97.0%", reporting_period_end=date(2019, 3, 31)),
        printed(None, "96.4%", reporting_period_end=date(2020, 3, 31)),
    ]
    assert (only(*group).kind, only(*group).before.as_printed) == ("restatement", "97.0%")


def test_two_papers_of_one_day_and_one_paper_twice_are_in_no_order() -> None:
    day = printed(2019, "97.0%"), printed(2019, "96.4%")
    assert (only(*day).kind, only(*day).because) == ("unknown", "published on the same day")
    twice = printed(2019, "97.0%", document_id="d"), printed(2019, "96.4%", document_id="d")
    assert only(*twice).because == "one paper prints both"


def test_a_paper_that_prints_two_values_restates_nothing_it_also_prints() -> None:
    group = [
        printed(2019, "97.0%"),
        printed(2020, "97.0%", document_id="d"),
        printed(2020, "96.4%", document_id="d"),
    ]
    assert kinds(revisions(group)) == ["unknown"]


def test_what_is_not_comparable_is_unknown() -> None:
    assert only(printed(2019, "97"), printed(2020, "1234", unit="£")).kind == "unknown"
    target = {"measure": "target", "basis": "unknown"}
    assert only(printed(2019, "97", **target), printed(2020, "24", **target)).kind == "unknown"
    average = {"measure": "comparator"}
    assert only(printed(2019, "97", **average), printed(2020, "94", **average)).kind == "unknown"


def test_notes_and_dashes_change_nothing() -> None:
    dash = replace(printed(2020, "1"), value=None, decimals=None, value_state="dash")
    note = printed(2021, "64%", source="note")
    assert revisions([printed(2019, "97.0%"), dash, note]) == ()
    assert revisions([]) == ()


def test_a_later_paper_that_says_so_makes_a_figure_final_or_restates_it() -> None:
    before = printed(2019, "97.0%")
    final = replace(printed(2020, "97.2%"), note=f"The figure for {before.period} is final.")
    change = only(before, final)
    assert (change.kind, change.because) == (
        "provisional_made_final",
        "the later paper says 'is final'",
    )
    change = only(before, replace(final, note="Restated after audit."))
    assert (change.kind, change.because) == ("restatement", "the later paper says 'Restated'")
    unsaid = only(before, replace(final, note="The target was revised."))
    assert unsaid.because == "nothing explains it"


def test_what_was_final_before_is_not_made_final() -> None:
    before = printed(2019, "97.0%", footnote="final")
    change = only(before, printed(2020, "97.2%", footnote="final"))
    assert (change.kind, change.because) == ("restatement", "nothing explains it")
    assert only(replace(before, footnote=None), printed(2020, "97.2%", footnote="final")).kind == (
        "provisional_made_final"
    )
