"""What a later paper says of the figures that it prints anew."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from crossfoot.store.declared import Declared, declared

ENDS = date(2021, 3, 31)


@dataclass(frozen=True)
class Printed:
    measure: str = "outturn"
    period: str | None = "2019/20"
    period_end: date | None = date(2020, 3, 31)
    footnote: str | None = None


@pytest.mark.parametrize(
    ("note", "words", "final"),
    [
        ("The figure for 2019/20 is final.", "is final", True),
        ("Final figure.", "Final", True),
        ("Final", "Final", True),
        ("Now confirmed; 2019/20 was an estimate.", "was an estimate", True),
        ("Audited 2019/20 outturn is now confirmed", "is now confirmed", True),
        ("2019/20 has now been finalised.", "finalised", True),
        ("Restated after audit.", "Restated", False),
        ("2019/20 figure revised following audit", "revised", False),
        ("2019-20 revised in line with the return", "revised", False),
        ("Last year's figure has been corrected.", "corrected", False),
        ("Previous year amended from 44.1% to 44.6%.", "amended", False),
        ("Target missed, outturn of last year updated", "updated", False),
        ("Revised data from the county", "Revised", False),
        ("The previously reported value left out two sites.", "previously reported", False),
    ],
)
def test_a_note_on_this_figure_explains_its_change(note: str, words: str, final: bool) -> None:
    assert declared(Printed(), note, ENDS) == Declared(words, final)


@pytest.mark.parametrize(
    "note",
    [
        None,
        "The target for 2019/20 was revised.",
        "The figure for 2020/21 is final.",
        "2020/21 figure revised following audit",
        "Revised procedures brought more payments in.",
        "We revised our letters in 2019/20.",
        "The corrected forms went out in May.",
        "The final position was strong for 2019/20.",
        "Accounts are audited by the county.",
        "A review is under way",
    ],
)
def test_a_note_on_something_else_explains_nothing(note: str | None) -> None:
    assert declared(Printed(), note, ENDS) is None


def test_last_years_figure_is_not_that_of_the_papers_own_year() -> None:
    own = Printed(period="2020/21", period_end=ENDS)
    assert declared(own, "Last year's figure has been corrected.", ENDS) is None


def test_only_words_on_targets_speak_of_a_target() -> None:
    target = Printed(measure="target")
    assert declared(target, "Target revised", ENDS) == Declared("revised", final=False)
    assert declared(target, "Figure revised", ENDS) is None


@pytest.mark.parametrize("mark", ["r", "(r)", "R", "* restated"])
def test_a_mark_at_the_figure_is_enough(mark: str) -> None:
    assert declared(Printed(footnote=mark), None, ENDS) is not None


@pytest.mark.parametrize("mark", ["*", "1", "(p)", "a"])
def test_a_mark_of_another_meaning_says_nothing(mark: str) -> None:
    assert declared(Printed(footnote=mark), None, ENDS) is None
