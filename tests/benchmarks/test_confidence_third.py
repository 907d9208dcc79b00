"""The papers of the third set: whole in all four languages, with their truth printed."""

from __future__ import annotations

import io
import random
import re
from collections import Counter
from dataclasses import replace
from datetime import date
from decimal import Decimal
from html import unescape
from itertools import combinations
from xml.etree import ElementTree
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from benchmarks.confidence.model import Drawn
from benchmarks.confidence.producers import FONTS
from benchmarks.confidence.run import SETS
from benchmarks.confidence.second.blocks import Cell, plain
from benchmarks.confidence.third import look
from benchmarks.confidence.third.calendar import Calendar
from benchmarks.confidence.third.measures import EVERY, Measure
from benchmarks.confidence.third.sheet import (
    Column,
    Says,
    Style,
    empty,
    figure,
    headings,
    new_row,
    status_cell,
)
from benchmarks.confidence.third.statuses import draw_marks
from benchmarks.confidence.third.values import Hand, Numbers, Printed, written
from benchmarks.confidence.third.wrapping import tall

_FO = "{http://www.w3.org/1999/XSL/Format}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_THIRD = SETS["third"]
_WAYS = [(family, ruling) for family in _THIRD.names for ruling in _THIRD.rulings]
_PERIOD = re.compile(r"\d{4}/\d\d( Q[1-4]| H[12])?|\d{4}-\d\d(-\d\d)?|12 months to \d{4}-\d\d-\d\d")
_HAND = Hand(percent=True, money="m", days=True, minus="brackets", gap=0, gaps=("",))


@pytest.mark.parametrize(("family", "ruling"), _WAYS)
def test_all_languages_print_the_same_words(family: str, ruling: str) -> None:
    drawn = _THIRD.draw(family, ruling, 3)
    said = Counter(_letters(_shown(drawn)))
    text = next(each for each in _tree(drawn.fodt).iter() if each.tag.endswith("}text"))
    assert Counter(_letters("".join(text.itertext()))) == said
    flow = next(_tree(drawn.fo).iter(f"{_FO}flow"))
    assert Counter(_letters("".join(flow.itertext()))) == said
    cells = [str(cell.value) for row in _sheet(drawn) for cell in row if cell.value is not None]
    assert Counter(_letters("".join(cells))) == said


@pytest.mark.parametrize(("family", "ruling"), _WAYS)
def test_every_row_of_a_table_has_all_its_columns(family: str, ruling: str) -> None:
    drawn = _THIRD.draw(family, ruling, 5)
    for table in _tree(drawn.fodt).iter(f"{_TABLE}table"):
        columns = len(table.findall(f"{_TABLE}table-column"))
        assert {len(row) for row in table.iter(f"{_TABLE}table-row")} == {columns}
    for table in _tree(drawn.fo).iter(f"{_FO}table"):
        columns = len(table.findall(f"{_FO}table-column"))
        covered: Counter[int] = Counter()
        for number, row in enumerate(table.iter(f"{_FO}table-row")):
            for cell in row:
                for each in range(int(cell.get("number-rows-spanned", "1"))):
                    covered[number + each] += int(cell.get("number-columns-spanned", "1"))
        assert set(covered.values()) == {columns}


@pytest.mark.parametrize(("family", "ruling"), _WAYS)
def test_no_cell_of_a_sheet_covers_another(family: str, ruling: str) -> None:
    sheet = _sheet(_THIRD.draw(family, ruling, 5))
    merged = [each.bounds for each in sheet.merged_cells.ranges]
    for one, other in combinations(merged, 2):
        apart = one[2] < other[0] or other[2] < one[0] or one[3] < other[1] or other[3] < one[1]
        assert apart, (one, other)


@pytest.mark.parametrize(("family", "ruling"), _WAYS)
def test_what_is_true_is_printed_and_said_once(family: str, ruling: str) -> None:
    drawn = _THIRD.draw(family, ruling, 11)
    shown = _letters(_shown(drawn))
    titles = [row.title for row in drawn.indicators] + [row.title for row in drawn.actions]
    assert all(_letters(title) in shown for title in titles)
    assert len({_letters(title) for title in titles}) == len(titles)
    for row in drawn.indicators:
        counted = [each for each in row.figures if each.counted and each.period is not None]
        assert len({(each.measure, each.period) for each in counted}) == len(counted)
        for each in row.figures:
            assert any(digits in shown for digits in _digits(each.value)), each
    for action in drawn.actions:
        assert action.code is None or _letters(action.code) in shown
        assert all(_letters(name) in shown for name in action.people)
        for due in (action.due, action.revised):
            assert due is None or any(way in shown for way in _dates(date.fromisoformat(due)))


@pytest.mark.parametrize(("family", "ruling"), _WAYS)
def test_the_truth_is_in_the_words_of_the_contract(family: str, ruling: str) -> None:
    drawn = _THIRD.draw(family, ruling, 13)
    for row in drawn.indicators:
        assert row.status in {None, "green", "amber", "red"}
        for each in row.figures:
            assert each.measure in {"outturn", "actual", "target", "comparator"}
            assert each.counted == (each.measure != "comparator")
            for _, period in ((each.measure, each.period), *each.also):
                assert period is None or _PERIOD.fullmatch(period), period
    for action in drawn.actions:
        assert action.status in {
            "completed",
            "in_progress",
            "not_started",
            "overdue",
            "cancelled",
            "warning",
        }


def test_every_font_of_the_papers_is_known_by_its_package() -> None:
    assert {*_THIRD.fonts} == {*look.FONTS} <= {*FONTS}
    assert {look.draw_look(random.Random(n), "none", wide=4).font for n in range(200)} <= {
        *look.FONTS
    }


def test_a_workbook_carries_no_time_of_its_making() -> None:
    drawn = _THIRD.draw("five_years", "ruled", 1)
    with ZipFile(io.BytesIO(drawn.xlsx or b"")) as book:
        assert {each.date_time[0] for each in book.infolist()} == {2020}
        core = book.read("docProps/core.xml").decode()
    assert set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", core)) == {"2020-01-01T00:00:00Z"}


def test_a_quarter_is_printed_with_the_year_of_its_months() -> None:
    ended = Calendar(2015, "slash", "ended")
    assert ended.quarter(3) == "Quarter ended 31 December 2015"
    assert ended.quarter(4) == "Quarter ended 31 March 2016"
    assert ended.quarter(4, -1) == "Quarter ended 31 March 2015"
    assert ended.true_quarter(4, -1) == "2014/15 Q4"
    assert Calendar(2015, "short", "both").quarter(4) == "Q4 (Jan-Mar) 15/16"
    assert Calendar(2015, "dash", "months").quarter(1) == "Apr-Jun 2015"


def test_months_and_days_count_from_april() -> None:
    calendar = Calendar(2015, "slash", "short")
    assert (calendar.month(9), calendar.true_month(9)) == ("Dec 2015", "2015-12")
    assert (calendar.month(10, way="tick"), calendar.true_month(10)) == ("Jan-16", "2016-01")
    assert (calendar.day(11), calendar.true_day(11)) == ("29 February 2016", "2016-02-29")
    assert (calendar.day(3, -1, "short"), calendar.true_day(3, -1)) == ("30/06/2014", "2014-06-30")
    assert (calendar.true_half(1, 1), calendar.true_year(1)) == ("2016/17 H1", "2016/17")


@pytest.mark.parametrize(
    ("unit", "exact", "printed", "told"),
    [
        ("%", "97.0", "97.0%", "%"),
        ("n", "12345", "12,345", None),
        ("days", "4.2", "4.2 days", "days"),
        ("£", "1200000", "£1.2m", "£"),
        ("£", "74000", "£74k", "£"),
        ("net", "-38000", "(£38k)", "£"),
        ("d", "17.4", "17.4", None),
    ],
)
def test_a_number_is_written_as_it_is(
    unit: str, exact: str, printed: str, told: str | None
) -> None:
    measure = Measure("Any", unit, "high", -2e6, 2e6)
    assert written(Decimal(exact), measure, _HAND) == Printed(printed, Decimal(exact), told)


def test_headings_without_a_level_above_span_down_or_stand_under_empty_cells() -> None:
    levels = [("Ref",), ("2014/15", "Q1"), ("2014/15", "Q2"), ("Target",)]
    columns = [Column(each, 1, empty) for each in levels]
    reaching = look.draw_look(random.Random(1), "ruled", wide=4)
    for reach, texts in ((True, ["Ref", "2014/15", "Target"]), (False, ["", "2014/15", ""])):
        upper, lower = headings(columns, replace(reaching, reach=reach))
        assert [cell.text for cell in upper] == texts
        assert [cell.columns for cell in upper] == [1, 2, 1]
        assert sum(cell.columns for cell in lower) == (2 if reach else 4)


def test_a_status_is_the_last_one_printed_and_a_figure_not_printed_is_no_truth() -> None:
    rng = random.Random(4)
    style = Style(
        look.draw_look(rng, "ruled", wide=4), _HAND, draw_marks(rng, "word"), Decimal("0.05")
    )
    row = new_row(rng, Measure("Any", "%", "low", 10, 20), None, style)
    for slot, value in (("then", "12"), ("now", "19"), ("target", "15")):
        row.numbers.put(slot, Decimal(value))
    row.numbers.slots["later"] = Printed("n/a")
    for slot in ("then", "now"):
        status_cell(slot, "target")(row)
    for slot in ("now", "later"):
        figure(slot, Says("actual", "2019/20 Q1"))(row)
    assert row.truth.status == "red"
    assert [each.value for each in row.truth.figures] == [Decimal(19)]


@pytest.mark.parametrize("seed", range(6))
def test_every_exception_misses_its_target(seed: int) -> None:
    worse = {measure.title: measure.good for measure in EVERY}
    rows = _THIRD.draw("red_exceptions", "ruled", seed).indicators
    for row in rows:
        values = {each.measure: each.value for each in row.figures}
        assert row.status == "red"
        assert (values["actual"] < values["target"]) == (worse[row.title] == "high")


@pytest.mark.parametrize("seed", range(6))
def test_a_quarter_of_contacts_is_the_sum_of_its_months(seed: int) -> None:
    drawn = _THIRD.draw("contact_stats", "ruled", seed)
    for row in drawn.indicators:
        values = {each.period: each.value for each in row.figures}
        for period, value in values.items():
            if period and period.endswith("Q1") and row.title.startswith("Calls"):
                months = [f"{period[:4]}-{month:02}" for month in (4, 5, 6)]
                assert value == sum(values[month] for month in months)


@pytest.mark.parametrize("seed", range(6))
def test_a_year_to_date_of_what_adds_up_is_more_than_its_month(seed: int) -> None:
    drawn = _THIRD.draw("month_board", "ruled", seed)
    for row in drawn.indicators:
        if row.title.startswith(("Number of visit", "Income", "Attendance")):
            own = [each for each in row.figures if each.measure == "actual"]
            months = [each for each in own if each.period is not None and not each.also]
            so_far = [each for each in own if "to_date" in each.bases]
            for month, total in zip(months, so_far, strict=False):
                assert total.value > month.value


def test_a_cell_is_as_tall_as_the_lines_of_its_text() -> None:
    style = look.draw_look(random.Random(1), "ruled", wide=4)
    one = tall(plain("short"), style, 100)
    assert tall(plain("many words that go on and on for quite a while"), style, 100) > 1.9 * one
    assert tall(Cell(), style, 100) < one


def test_numbers_keep_to_the_range_of_a_share() -> None:
    measure = Measure("Any", "%", "high", 98, 100)
    for seed in range(30):
        value = Numbers(random.Random(seed), measure, _HAND).at("actual").value
        assert value is not None and 0 < value <= 100


def _letters(text: str) -> str:
    return "".join(text.split()).casefold()


def _shown(drawn: Drawn) -> str:
    return unescape(re.sub(r"<[^>]*>", "", drawn.html.split("</style>", 1)[1]))


def _tree(text: str | None) -> ElementTree.Element:
    assert text is not None
    return ElementTree.fromstring(text)


def _sheet(drawn: Drawn) -> Worksheet:
    assert drawn.xlsx is not None
    sheet = openpyxl.load_workbook(io.BytesIO(drawn.xlsx), rich_text=True).active
    assert isinstance(sheet, Worksheet)
    return sheet


def _digits(value: Decimal) -> tuple[str, ...]:
    """The digits of a value as printed in full, in thousands or in millions."""
    number = abs(value)
    return f"{number:,}", f"{number / 1000:,.0f}k", f"{number / 1_000_000:.1f}m"


def _dates(day: date) -> tuple[str, ...]:
    """A day as the papers print it, without spaces."""
    long = day.strftime("%B").casefold()
    return (
        day.strftime("%d/%m/%Y"),
        day.strftime("%d.%m.%Y"),
        f"{day.day}{long}{day.year}",
        day.strftime("%d-%b-%y").casefold(),
        f"{long}{day.year}",
    )
