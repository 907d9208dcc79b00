"""Due dates that comments propose for an action, and those that they speak of otherwise."""

from __future__ import annotations

import datetime

import pytest

from crossfoot.normalise.dates import due_dates_in


def proposed(comment: str) -> datetime.date | None:
    found = due_dates_in(comment)["proposed_due"]
    return found.value if found else None


@pytest.mark.parametrize(
    "comment",
    [
        "Target date proposed to be extended to March 2021.",
        "The due date for the new depot is proposed to be extended to March 2021.",
        "New target date of March 2021 proposed.",
        "It is recommended that the due date is changed to 31 March 2021.",
        "Officers propose that the deadline for completion be extended to March 2021.",
        "It is proposed to extend our target date to March 2021 as staff were lost.",
    ],
)
def test_a_comment_proposes_a_due_date(comment: str) -> None:
    assert proposed(comment) == datetime.date(2021, 3, 31)


@pytest.mark.parametrize(
    "comment",
    [
        "Request to extend the due date to March 2021 was rejected.",
        "The proposal to extend the due date to March 2021 was later refused by Cabinet.",
        "It was proposed to extend the due date to March 2021 and this has been agreed.",
        "Last year it was proposed that the due date be extended to March 2021.",
        "An extension had been proposed: target date to be extended to March 2021.",
        "The contractor has requested that its completion date be extended to March 2021.",
        "The Government's proposed new deadline is to be extended to March 2021.",
        "Tender deadline proposed to be extended to March 2021.",
        "Implementation date of the Act to be moved to March 2021.",
        "The deadline for comments should be extended to March 2021.",
    ],
)
def test_a_date_that_is_refused_or_of_something_else_is_not_proposed(comment: str) -> None:
    assert proposed(comment) is None
