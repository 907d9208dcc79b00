from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from crossfoot.audit.percentages import percentages

from .audit_papers import count, faults, paper, total

STATUSES = ("red", "amber", "green", "reprogrammed")


def _month(numbers: tuple[int, ...], shares: tuple[str, ...], period: str = "2007-08") -> list:
    return [
        count(None, status, number, percentage=share, period=period)
        for status, number, share in zip(STATUSES, numbers, shares, strict=True)
    ]


def test_percentages_that_belong_to_their_counts_are_not_remarked():
    rows = _month((1, 13, 126, 2), ("0.7", "9.2", "88.7", "1.4"))
    assert not faults(percentages(paper(summaries=rows)))


def test_two_months_side_by_side_are_two_wholes():
    rows = [
        *_month((1, 13, 126, 2), ("0.7", "9.2", "88.7", "1.4")),
        *_month((4, 11, 149, 3), ("2.4", "6.6", "89.2", "1.8"), "2007-09"),
    ]
    assert not faults(percentages(paper(summaries=rows)))


def test_a_wrong_percentage_is_an_error_with_the_right_one():
    rows = _month((1, 13, 126, 2), ("0.7", "9.9", "88.7", "1.4"))
    (remark,) = faults(percentages(paper(summaries=rows)))
    assert (remark.severity, remark.printed, remark.expected) == ("error", "9.9%", "9.2%")


def test_percentages_of_a_whole_that_is_not_shown_are_not_remarked():
    rows = [count(None, "red", 4, percentage="2.4"), count(None, "amber", 11, percentage="6.6")]
    assert not faults(percentages(paper(summaries=rows)))
    wrong = faults(percentages(paper(summaries=[*rows, total(None, 200)])))
    assert [remark.expected for remark in wrong] == ["2.0%", "5.5%"]


def test_a_percentage_that_was_cut_off_is_only_a_note():
    rows = _month((2, 1, 0, 0), ("66.6", "33.3", "0", "0"))
    (remark,) = faults(percentages(paper(summaries=rows)))
    assert remark.severity == "note"


def test_a_printed_whole_counts_before_the_sum_of_the_parts():
    rows = [count(None, "red", 1, percentage="10"), count(None, "amber", 2, percentage="20")]
    assert not faults(percentages(paper(summaries=[*rows, total(None, 10)])))


def test_percentages_in_a_column_of_their_own_are_held_against_the_counts():
    def rows(share: str) -> list[object]:
        return [
            count("A", "red", 1),
            count("A", "red", None, percentage="25"),
            count("A", "green", 3),
            count("A", "green", None, percentage=share),
        ]

    assert not faults(percentages(paper(summaries=rows("75"))))
    (remark,) = faults(percentages(paper(summaries=rows("57"))))
    assert (remark.severity, remark.expected) == ("warning", "75%")


def test_without_counts_percentages_add_up_to_a_hundred_within_rounding():
    def shares(*values: str) -> list[object]:
        return [
            count(None, status, None, percentage=value)
            for status, value in zip(STATUSES, values, strict=False)
        ]

    assert not faults(percentages(paper(summaries=shares("33.3", "33.3", "33.3"))))
    (short,) = faults(percentages(paper(summaries=shares("30", "30", "30"))))
    assert (short.severity, short.expected) == ("warning", "100%")
    (over,) = faults(percentages(paper(summaries=shares("50", "40", "30"))))
    assert over.severity == "error"


def test_periods_that_were_not_understood_are_not_mixed_into_one_whole():
    rows = [
        *_month((1, 13, 126, 2), ("0.7", "9.2", "88.7", "1.4")),
        *_month((4, 11, 149, 3), ("2.4", "6.6", "89.2", "1.8")),
    ]
    assert not faults(percentages(paper(summaries=rows)))


@given(
    st.lists(st.integers(0, 400), min_size=4, max_size=4).filter(any),
    st.sampled_from(["1", "0.1", "0.01"]),
)
def test_a_rounded_share_never_raises_an_alarm(numbers: list[int], unit: str) -> None:
    whole = sum(numbers)
    shares = tuple(str((Decimal(100) * n / whole).quantize(Decimal(unit))) for n in numbers)
    assert not faults(percentages(paper(summaries=_month(tuple(numbers), shares))))
