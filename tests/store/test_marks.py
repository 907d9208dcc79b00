"""What marks a figure as not final, and what marks it as something else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from crossfoot.schema.page import Box
from crossfoot.store.marks import provisional_mark
from crossfoot.store.printing import Printing

YEAR = Printing(
    series_id="s",
    council="Broxtowe",
    code="BV9",
    measure="outturn",
    basis="annual",
    period="2018/19",
    period_start=date(2018, 4, 1),
    period_end=date(2019, 3, 31),
    as_of=None,
    speaks_of=None,
    value=Decimal("97.0"),
    decimals=1,
    unit="%",
    value_state="value",
    as_printed="97.0%",
    footnote=None,
    source="cell",
    status=None,
    confidence=None,
    document_id="d",
    file_name="d.pdf",
    source_url=None,
    published_on=date(2019, 7, 4),
    reporting_period="2018/19",
    reporting_period_end=date(2019, 3, 31),
    same_report_as=None,
    page=4,
    table_no=1,
    row_no=2,
    box=Box(1, 2, 3, 4),
    figure_id="f",
    indicator_id="i",
)


@pytest.mark.parametrize(
    "given",
    [
        {"footnote": "(p)", "as_printed": "97.0% (p)"},
        {"footnote": "P", "as_printed": "97.0%P"},
        {"footnote": "(est)", "as_printed": "97.0% (est)"},
        {"footnote": "(Draft)", "as_printed": "97.0% (Draft)"},
        {"period_as_printed": "2018/19 Provisional Outturn"},
        {"period_as_printed": "Estimated Outturn 2018/19"},
        {"period_as_printed": "2018/19 (unaudited)"},
        {"period_as_printed": "2018/19 year to date"},
        {"footnote": "*"},
        {"footnote": "*", "note": "* provisional"},
        {"footnote": "*", "note": "*Provisional figure, subject to audit"},
        {"note": "Provisional"},
        {"note": "The outturn is still provisional."},
        {"note": "This is an estimated figure until the year end return is made"},
        {"note": "Unaudited data."},
        {"published_on": date(2019, 3, 20), "reporting_period_end": None},
        {"published_on": None, "reporting_period_end": date(2018, 12, 31)},
    ],
)
def test_a_figure_that_is_not_final_says_so(given: dict[str, Any]) -> None:
    assert provisional_mark(replace(YEAR, **given))


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"footnote": "(r)", "as_printed": "97.0% (r)"},
        {"footnote": "R"},
        {"footnote": "(a)", "as_printed": "97.0% (a)"},
        {"footnote": "1"},
        {"footnote": "*", "note": "*July 2019 figure"},
        {"footnote": "*", "note": "* includes court costs"},
        {"note": "The work is estimated to be complete by September 2020"},
        {"note": "A draft plan went to committee; performance is good"},
        {"note": "Provisional bookings rose"},
        {"note": "2017/18 was better", "period_as_printed": "Outturn 2018/19"},
        {"period_as_printed": "Prospectus 2018/19"},
        # A quarter counted up is final when its quarter is over.
        {"measure": "actual", "basis": "to_date", "period_as_printed": "Q1 to date"},
        # The row's note speaks of the paper's own period, not of a year before it.
        {"note": "Provisional", "reporting_period_end": date(2019, 6, 30)},
        {"measure": "target", "published_on": date(2018, 7, 1)},
        {"published_on": None, "reporting_period_end": None},
    ],
)
def test_other_marks_and_words_do_not(given: dict[str, Any]) -> None:
    assert provisional_mark(replace(YEAR, **given)) is None


def test_a_note_that_names_an_earlier_year_speaks_of_it() -> None:
    note = "The 2018/19 outturn was provisional"
    assert provisional_mark(replace(YEAR, note=note, reporting_period_end=date(2019, 6, 30)))
