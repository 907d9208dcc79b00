from __future__ import annotations

import re
import time
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from crossfoot.charts.words import caption, direction
from crossfoot.plot import draw, draw_all
from crossfoot.plot_data import Drawing, drawing, in_order
from crossfoot.points import Line, measure, printed, remarks
from crossfoot.schema.errors import UsageError
from crossfoot.schema.page import Box
from crossfoot.store.series import SeriesHead, TrendPoint, Vintage

HEAD = SeriesHead("s" * 32, "Anyborough", "BV9", "Council Tax collected", "%", None, "code")


def _printing(year: int, value: str, **fields: Any) -> dict[str, Any]:
    return {
        "series_id": HEAD.series_id,
        "council": HEAD.council,
        "code": HEAD.code,
        "measure": "outturn",
        "basis": "annual",
        "period": f"{year}/{(year + 1) % 100:02d}",
        "period_start": date(year, 4, 1),
        "period_end": date(year + 1, 3, 31),
        "as_of": None,
        "speaks_of": None,
        "value": Decimal(value),
        "decimals": 1,
        "unit": "%",
        "value_state": "value",
        "as_printed": f"{value}%",
        "footnote": None,
        "source": "cell",
        "status": None,
        "confidence": None,
        "document_id": "d" * 64,
        "file_name": f"{year + 1}.pdf",
        "source_url": None,
        "published_on": None,
        "reporting_period": None,
        "reporting_period_end": None,
        "same_report_as": None,
        "page": 4,
        "table_no": 1,
        "row_no": 2,
        "box": Box(1, 2, 3, 4),
        "figure_id": f"figure {year} {value}",
        "indicator_id": f"indicator {year}",
        **fields,
    }


def point(year: int, value: str, target: str | None = None, **fields: Any) -> TrendPoint:
    vintages = fields.pop("vintages", ())
    return TrendPoint(
        **_printing(year, value, **fields),
        target=Decimal(target) if target else None,
        target_as_printed=f"{target}%" if target else None,
        target_figure_id=None,
        decided_by="only",
        restates=any(vintage.change == "restated" for vintage in vintages),
        vintages=vintages,
    )


def vintage(year: int, value: str, change: str, **fields: Any) -> Vintage:
    return Vintage(**_printing(year, value, **fields), change=change)  # type: ignore[arg-type]


def _drawn(*points: TrendPoint, head: SeriesHead = HEAD) -> Drawing:
    found = drawing(Line(head, points))
    assert found
    return found


def quarter(year: int, value: str, number: int = 1, **fields: Any) -> TrendPoint:
    start = date(year, 3 * number + 1, 1) if number < 4 else date(year + 1, 1, 1)
    end = {1: date(year, 6, 30), 2: date(year, 9, 30), 3: date(year, 12, 31)}.get(
        number, date(year + 1, 3, 31)
    )
    name = f"{year}/{(year + 1) % 100:02d} Q{number}"
    given = {"measure": "actual", "basis": "to_date", "period": name, **fields}
    return point(year, value, period_start=start, period_end=end, **given)


def test_results_stand_on_one_line_and_quarters_on_another() -> None:
    found = _drawn(point(2018, "98"), point(2019, "97"), quarter(2019, "29"), quarter(2020, "28"))
    assert [[dot.value for dot in run] for run in found.result_runs] == [[98, 97]]
    assert [[dot.value for dot in run] for run in found.part_runs] == [[29, 28]]
    assert [dot.part for dot in found.parts] == ["Q1", "Q1"]


def test_running_counts_are_joined_with_the_same_quarter_alone() -> None:
    quarters = [quarter(year, "9", number) for year in (2018, 2019) for number in (1, 2, 3, 4)]
    found = _drawn(*quarters)
    assert sorted(len(run) for run in found.part_runs) == [2, 2, 2, 2]
    assert all(len({dot.part for dot in run}) == 1 for run in found.part_runs)
    assert {dot.part for dot in found.parts} == {"Q1", "year to Q2", "year to Q3", "year to Q4"}


def test_quarters_that_stand_for_themselves_are_joined_one_after_the_other() -> None:
    quarters = [quarter(2018, "9", number, basis="in_period") for number in (1, 2, 4)]
    found = _drawn(*quarters)
    assert [[dot.part for dot in run] for run in found.part_runs] == [["Q1", "Q2"], ["Q4"]]


def test_a_missing_year_is_on_the_axis_and_breaks_the_line() -> None:
    found = _drawn(point(2018, "98"), point(2019, "97"), point(2021, "96"))
    assert list(found.years) == [2018, 2019, 2020, 2021]
    assert [len(run) for run in found.result_runs] == [2, 1]
    assert found.blank == {2020: ""}


def test_a_dash_in_place_of_a_result_is_said() -> None:
    dash = replace(point(2019, "1"), value=None, value_state="dash", as_printed="-")
    assert _drawn(point(2018, "98"), dash, point(2020, "96")).blank == {2019: "-"}


def test_a_target_of_a_year_without_result_is_drawn() -> None:
    target = point(2019, "98.5", measure="target")
    found = _drawn(point(2018, "98", "97"), point(2018, "97", measure="target"), target)
    assert [(one.year, one.value) for one in found.targets] == [(2019, Decimal("98.5"))]
    assert list(found.years) == [2018, 2019]


def test_a_profiled_target_is_none_of_the_year() -> None:
    profiled = point(2019, "24.6", measure="target", basis="to_date")
    assert _drawn(point(2018, "98"), profiled).targets == ()


def test_every_other_printed_value_is_kept_once() -> None:
    vintages = (
        vintage(2019, "98.5", "restated", file_name="old.pdf"),
        vintage(2019, "98.5", "restated", file_name="older.pdf"),
        vintage(2019, "97.0", "differs"),
        vintage(2019, "98", "rounding"),
        vintage(2019, "98.3", "same"),
    )
    [dot] = _drawn(point(2019, "98.3", vintages=vintages)).results
    assert [(v.change, value) for v, value in dot.former] == [
        ("restated", Decimal("98.5")),
        ("differs", Decimal("97.0")),
    ]


def test_a_figure_that_is_not_final_is_open_and_its_line_dashed(tmp_path: Path) -> None:
    early = point(2020, "96", as_printed="96.0% (provisional)")
    line = Line(HEAD, (point(2018, "98"), point(2019, "97"), early))
    assert [bool(dot.open) for dot in _drawn(*line.points).results] == [False, False, True]
    draw([line], tmp_path / "c.svg")
    root = ElementTree.parse(tmp_path / "c.svg").getroot()
    lines = [e for e in root.iter() if e.tag.endswith("polyline")]
    assert [(e.get("class"), len(str(e.get("points")).split())) for e in lines] == [
        ("results", 2),
        ("open", 2),
    ]
    assert "not final: printed as 'provisional'" in "".join(root.itertext())
    assert "Not final (open)" in list(root.itertext())


def test_what_is_in_no_known_order_is_told_from_what_was_said_before() -> None:
    changes = ("restated", "differs")
    known = [in_order(vintage(2019, "98.5", change)) for change in changes]
    assert known == [True, False]


def test_a_panel_of_parts_never_mixes_a_month_with_a_running_count() -> None:
    own = [quarter(2019, "9", number, basis="in_period") for number in (1, 2)]
    found = _drawn(*own, quarter(2019, "18", 2))
    assert [dot.value for dot in found.parts_alike] == [9, 9]
    assert found.latest.value == 9


def test_a_target_is_said_where_no_result_stands_beside_it() -> None:
    found = _drawn(quarter(2019, "29"), point(2019, "98.5", measure="target"))
    assert "Targets for a whole year – 2019/20: 98.5% (2020.pdf, p. 4)." in caption(found)


def test_figures_in_another_unit_are_left_out_and_named() -> None:
    found = _drawn(point(2018, "98"), point(2019, "12", unit="days", as_printed="12"))
    assert [dot.value for dot in found.results] == [98]
    assert [reason for reason, _ in found.left_out] == ["printed in days"]
    assert any("printed in days – 2019/20: 12 (2020.pdf, p. 4)" in line for line in caption(found))


def test_a_figure_without_period_is_left_out_and_named() -> None:
    nameless = point(2019, "97", period=None, period_start=None, period_end=None)
    found = _drawn(point(2018, "98"), nameless)
    assert [reason for reason, _ in found.left_out] == ["the paper names no period"]


def test_two_results_of_one_year_are_never_joined() -> None:
    other = point(2019, "50", basis="unknown")
    found = _drawn(point(2018, "98"), other, point(2019, "97"))
    assert [[dot.value for dot in run] for run in found.result_runs] == [[98, 97]]
    assert len(found.results) == 3


def test_a_series_that_goes_on_under_another_code_breaks_where_it_does() -> None:
    later = point(2019, "97", series_id="t" * 32, code="NI181")
    found = _drawn(point(2018, "98"), later)
    assert [(joint.when, joint.old, joint.new) for joint in found.joints] == [
        (2019.0, "BV9", "NI181")
    ]
    assert [len(run) for run in found.result_runs] == [1, 1]


def test_a_result_that_is_no_financial_year_stands_where_it_belongs() -> None:
    calendar = point(2018, "98", period="12 months to 2018-12-31")
    calendar = replace(calendar, period_start=date(2018, 1, 1), period_end=date(2018, 12, 31))
    [dot] = _drawn(calendar).results
    assert 2018.2 < dot.when < 2018.3


@pytest.mark.parametrize(
    ("fields", "part"),
    [
        ({"period": "2019/20 H1"}, "H1"),
        ({"period": "2019-08", "period_end": date(2019, 8, 31)}, "year to Aug"),
        (
            {"period": "2019-08", "period_end": date(2019, 8, 31), "basis": "in_period"},
            "Aug",
        ),
        ({"speaks_of": date(2019, 7, 31)}, "to 31 Jul"),
        ({}, "year so far"),
        (
            {
                "period": "12 months to 2019-06-30",
                "period_end": date(2019, 6, 30),
                "basis": "rolling",
            },
            "12 months to 30 Jun",
        ),
    ],
)
def test_parts_of_years_have_the_same_name_every_year(fields: dict[str, Any], part: str) -> None:
    given = {"measure": "actual", "basis": "to_date", **fields}
    [dot] = _drawn(point(2019, "29", **given)).parts
    assert dot.part == part


def test_the_caption_says_where_each_figure_stands() -> None:
    found = _drawn(point(2018, "98"), point(2019, "97", published_on=date(2020, 9, 1)))
    assert caption(found) == [
        "Sources – 2018/19: 2019.pdf, p. 4; 2019/20: 2020.pdf, p. 4, published 2020-09-01."
    ]


def test_the_direction_that_is_good_is_said_where_it_is_known() -> None:
    assert direction(_drawn(point(2018, "98"))) == "Anyborough · in %"
    better = replace(HEAD, polarity="lower")
    assert direction(_drawn(point(2018, "98"), head=better)).endswith("lower is better")


def test_nothing_but_dashes_cannot_be_drawn(tmp_path: Path) -> None:
    dash = replace(point(2018, "1"), value=None, value_state="dash", as_printed="-")
    with pytest.raises(UsageError, match="no number to draw"):
        draw([Line(HEAD, (dash,))], tmp_path / "c.svg")
    with pytest.raises(UsageError, match="no number to draw"):
        draw_all([Line(HEAD, (dash,))], tmp_path / "c.svg", "All")


@pytest.mark.parametrize("suffix", ["svg", "html"])
@pytest.mark.parametrize("together", [False, True])
def test_no_text_of_a_paper_becomes_markup(suffix: str, together: bool, tmp_path: Path) -> None:
    hostile = "</title></svg><script>alert(1)</script><img src=x onerror=alert(2)>"
    head = replace(HEAD, title=hostile, council=hostile, code=f"X1{hostile}", unit=hostile)
    told = {"file_name": f"{hostile}.pdf", "council": hostile, "as_printed": hostile}
    other = vintage(2018, "97", "restated", **told)
    mean = point(2018, "98", unit=hostile, vintages=(other,), footnote=hostile, **told)
    path = tmp_path / f"c.{suffix}"
    if together:
        draw_all([Line(head, (mean,))], path, hostile)
    else:
        draw([Line(head, (mean,))], path)
    written = path.read_text(encoding="utf-8")
    assert "&lt;script&gt;alert(1)" in written
    assert not re.search(r"<(script|img)", written)
    if suffix == "svg":
        ElementTree.fromstring(written.encode())


@pytest.mark.parametrize("suffix", ["svg", "html"])
def test_two_hundred_series_are_drawn_at_once(suffix: str, tmp_path: Path) -> None:
    lines = [
        Line(
            replace(HEAD, code=f"BV{number}"),
            tuple(point(year, str(90 + (year * number) % 9), "95") for year in range(2008, 2020)),
        )
        for number in range(200)
    ]
    start = time.process_time()
    assert draw_all(lines, tmp_path / f"c.{suffix}", "All") == 200
    assert time.process_time() - start < 30  # 0.5 on an idle core
    assert (tmp_path / f"c.{suffix}").read_text(encoding="utf-8").count('class="panel"') == 200


def test_too_many_sheets_are_no_png(tmp_path: Path) -> None:
    lines = [Line(replace(HEAD, code=f"BV{number}"), (point(2018, "98"),)) for number in range(520)]
    with pytest.raises(UsageError, match="too many for one PNG"):
        draw_all(lines, tmp_path / "c.png", "All")
    assert not list(tmp_path.iterdir())


def test_several_series_are_drawn_below_each_other(tmp_path: Path) -> None:
    other = replace(HEAD, council="Otherborough")
    lines = [Line(HEAD, (point(2018, "98"),)), Line(other, (point(2018, "97"),))]
    draw(lines, tmp_path / "c.svg")
    text = (tmp_path / "c.svg").read_text(encoding="utf-8")
    assert "Anyborough" in text
    assert "Otherborough" in text


def test_remarks_say_restatements_roundings_and_days() -> None:
    vintages = (
        vintage(2019, "98.5", "restated", file_name="old.pdf"),
        vintage(2019, "98", "rounding", file_name="short.pdf"),
        vintage(2019, "97.0", "differs", file_name="other.pdf"),
        vintage(2019, "98.3", "same"),
    )
    said = remarks(point(2019, "98.3", vintages=vintages, as_of=date(2019, 7, 31), footnote="*"))
    assert said == (
        "restated: 98.5% before (old.pdf p. 4); also 98% (short.pdf p. 4); "
        "also 97.0%, order unknown (other.pdf p. 4); as at 2019-07-31; footnote *"
    )


def test_a_measure_names_its_basis_where_it_is_not_the_obvious_one() -> None:
    assert measure(point(2019, "98")) == "outturn"
    assert measure(point(2019, "28", measure="actual", basis="to_date")) == "actual (to date)"


def test_a_dash_is_shown_as_printed_and_a_figure_from_a_note_as_its_number() -> None:
    dash = replace(point(2018, "1"), value=None, value_state="dash", as_printed="-")
    note = point(2019, "48.27", source="note", as_printed="August 2019 = 48.27%")
    assert (printed(dash), printed(note)) == ("-", "48.27%")


def test_a_footnote_of_digits_is_raised_again() -> None:
    assert printed(point(2019, "38", as_printed="381", footnote="1")) == "38¹"
    assert printed(point(2019, "38", as_printed="381", footnote="1 provisional")) == "38¹"
    assert printed(point(2019, "9.3", as_printed="9.3*", footnote="*")) == "9.3*"
    assert printed(point(2019, "1", as_printed="1", footnote="1")) == "1"


def test_a_point_in_another_unit_than_its_series_says_so() -> None:
    assert remarks(point(2019, "24.3", unit="days"), "%") == "in days, not in %"
    assert remarks(point(2019, "98.3"), "%") == ""
    assert remarks(point(2019, "24.3", unit=None), "%") == ""


def test_an_empty_cell_elsewhere_says_nothing_of_an_order() -> None:
    empty = replace(
        vintage(2019, "1", "differs", file_name="later.pdf", as_printed="n/a"), value=None
    )
    assert remarks(point(2019, "98.3", vintages=(empty,))) == "also n/a (later.pdf p. 4)"
