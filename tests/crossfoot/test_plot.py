from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from crossfoot.plot import draw
from crossfoot.plot_data import drawing
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


def _kinds(line: Line) -> list[tuple[object, object, object]]:
    drawn = drawing(line)
    assert drawn
    return [(mark["kind"], mark["period"], mark["value"]) for mark in drawn.marks]


def test_results_targets_and_what_was_printed_before_are_drawn() -> None:
    before = vintage(2019, "98.5", "restated")
    line = Line(HEAD, (point(2018, "98.0", "98.5"), point(2019, "98.3", vintages=(before,))))
    assert _kinds(line) == [
        ("Target", "2018/19", 98.5),
        ("Year-end result", "2018/19", 98.0),
        ("Printed before", "2019/20", 98.5),
        ("Year-end result", "2019/20", 98.3),
    ]


def test_a_missing_year_stands_on_the_axis_and_breaks_the_line() -> None:
    drawn = drawing(Line(HEAD, (point(2018, "98"), point(2019, "97"), point(2021, "96"))))
    assert drawn
    assert drawn.periods == ["2018/19", "2019/20", "2020/21", "2021/22"]
    assert [mark["segment"] for mark in drawn.marks] == [0, 0, 1]


def test_a_rate_that_grows_through_the_year_is_not_drawn_beside_results() -> None:
    quarter = point(2021, "28.4", measure="actual", basis="to_date", period="2021/22 Q1")
    drawn = drawing(Line(HEAD, (point(2020, "97"), quarter)))
    assert drawn
    assert [mark["kind"] for mark in drawn.marks] == ["Year-end result"]
    assert any("2021/22 Q1: 28.4% (2022.pdf, p. 4)" in text for text in drawn.caption)
    alone = drawing(Line(HEAD, (quarter,)))
    assert alone
    assert [mark["kind"] for mark in alone.marks] == ["Part of a year"]


def test_the_caption_says_where_each_result_stands() -> None:
    drawn = drawing(Line(HEAD, (point(2018, "98"), point(2019, "97"))))
    assert drawn
    assert drawn.caption == ["Sources – 2018/19: 2019.pdf, p. 4; 2019/20: 2020.pdf, p. 4."]


def test_nothing_but_dashes_cannot_be_drawn(tmp_path: Path) -> None:
    dash = replace(point(2018, "1"), value=None, value_state="dash", as_printed="-")
    with pytest.raises(UsageError, match="no number to draw"):
        draw([Line(HEAD, (dash,))], tmp_path / "c.svg")


@pytest.mark.parametrize("suffix", ["svg", "html"])
def test_a_title_cannot_smuggle_a_script_into_a_chart(suffix: str, tmp_path: Path) -> None:
    hostile = replace(HEAD, title="</script><script>alert(1)</script>")
    line = Line(hostile, (point(2018, "98", file_name="</script><img src=x>.pdf"),))
    path = tmp_path / f"c.{suffix}"
    draw([line], path)
    text = path.read_text(encoding="utf-8")
    assert "<script>alert" not in text
    assert "<img src=x" not in text
    assert "alert(1)" in text


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
