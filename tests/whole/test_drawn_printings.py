"""Drawn papers with restated, provisional, estimated and revised columns, from PDF to trend and
audit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path

import pytest
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table
from sqlalchemy import select

from crossfoot.checking import check
from crossfoot.extract.settings import ExtractSettings
from crossfoot.job import Job
from crossfoot.normalise.settings import NormaliseSettings
from crossfoot.reader import read_paper
from crossfoot.schema.paper import Known, Paper
from crossfoot.sources import identify
from crossfoot.store.database import Store, open_store
from crossfoot.store.findings import finding_cells, findings
from crossfoot.store.load import load_paper, start_load
from crossfoot.store.series import find_series, trend
from crossfoot.store.trend import TrendPoint
from crossfoot.store.views import series_latest

PLAN: list[tuple[str, ...]] = [
    ("Ref", "Indicator", "2016/17 Actual (est)", "2017/18 Outturn (unaudited)", "Target 2018/19"),
    ("BV8", "Invoices paid within 30 days %", "95.0%", "97.1%", "98.0%"),
    ("BV9", "Council Tax collected %", "98.1%", "98.5%", "98.6%"),
]
YEAR_AFTER: list[tuple[str, ...]] = [
    ("Ref", "Indicator", "2017/18 Outturn", "2017/18 Outturn (restated)",
     "Estimated outturn 2018/19", "Target 2018/19", "Revised Target 2018/19"),
    ("BV8", "Invoices paid within 30 days %", "97.3%", "96.4%", "97.0%", "98.0%", "97.5%"),
    ("BV9", "Council Tax collected %", "98.5%", "98.5%", "98.4%", "98.6%", "98.6%"),
]  # fmt: skip
#: Two levels of headings, of which the lower one holds words that are not understood.
LEVELS: list[tuple[str, ...]] = [
    ("Ref", "Indicator", "Outturn", "Targets", "", "", ""),
    ("", "", "2017/18", "2018/19 Original", "2018/19 Rev.", "2019/20", "2020/21 Stretch"),
    ("BV8", "Invoices paid within 30 days %", "96.2%", "91.0%", "97.5%", "98.0%", "99.0%"),
    ("BV9", "Council Tax collected %", "98.5%", "91.1%", "98.6%", "98.7%", "99.1%"),
]
LEVEL_SPANS = [((0, 0), (0, 1)), ((1, 0), (1, 1)), ((3, 0), (6, 0))]
LIKELY: list[tuple[str, ...]] = [
    ("Ref", "Indicator", "Actual", "Original", "Likely", "Revised"),
    ("", "", "2017/18", "2018/19", "2018/19", "2018/19"),
    ("BV8", "Invoices paid within 30 days %", "96.2%", "91.0%", "97.5%", "98.0%"),
    ("BV9", "Council Tax collected %", "98.5%", "91.1%", "98.6%", "98.7%"),
]
LAST: list[tuple[str, ...]] = [
    ("Ref", "Indicator", "2017/18", "2017/18\nRevised", "2018/19", "Target 2019/20 (provisional)"),
    ("BV8", "Invoices paid within 30 days %", "96.4%", "96.2%", "97.7%", "98.0%"),
    ("BV9", "Council Tax collected %", "98.5%", "98.5%", "98.6%", "98.7%"),
]  # fmt: skip


Spans = Sequence[tuple[tuple[int, int], tuple[int, int]]]


def draw(
    path: Path,
    title: str,
    day: str,
    rows: list[tuple[str, ...]],
    spans: Spans = (),
    notes: Sequence[str] = (),
) -> Path:
    style = getSampleStyleSheet()["BodyText"]
    cells = [[Paragraph(text.replace("\n", "<br/>"), style) for text in row] for row in rows]
    table = Table(cells, colWidths=[720 / len(rows[0])] * len(rows[0]))
    grid = ("GRID", (0, 0), (-1, -1), 0.5, colors.black)
    table.setStyle([grid, *(("SPAN", *span) for span in spans)])
    head = [Paragraph(text, style) for text in ("Broxtowe Borough Council", title, day)]
    below = [Paragraph(text, style) for text in notes]
    story = [*head, Spacer(1, 20), table, *below]
    SimpleDocTemplate(str(path), pagesize=landscape(A4)).build(story)
    return path


def read(path: Path) -> Paper:
    source = identify(path)
    job = (source.path, source.file_name, source.document_id, Known(), ExtractSettings())
    return read_paper(Job(*job, NormaliseSettings(reader_version="1")))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("printings")
    papers = (
        ("a.pdf", "Best Value Performance Plan 2018/19", "9 June 2018", PLAN),
        ("b.pdf", "Performance report Q3 2018/19", "9 February 2019", YEAR_AFTER),
        ("c.pdf", "Performance report 2018/19", "9 June 2019", LAST),
    )
    with open_store(f"sqlite:///{folder}/store.db", create=True) as opened:
        load_id = start_load(opened, "1")
        for name, title, day, rows in papers:
            load_paper(opened, read(draw(folder / name, title, day, rows)), load_id)
        check(opened)
        yield opened


def point(store: Store, code: str, period: str, measure: str = "outturn") -> TrendPoint:
    (head,) = find_series(store, code)
    found = trend(store, [head.series_id], all_points=True).points
    (wanted,) = [each for each in found if (each.period, each.measure) == (period, measure)]
    return wanted


def test_no_estimate_and_no_superseded_target_is_a_figure(store: Store) -> None:
    (head,) = find_series(store, "BV8")
    points = trend(store, [head.series_id], all_points=True).points
    printed = {each.as_printed for each in points}
    printed |= {vintage.as_printed for each in points for vintage in each.vintages}
    assert not printed & {"95.0%", "97.0%"}
    rules = [finding.rule_id for finding in findings(store)]
    assert rules.count("column.estimated") == 2
    assert rules.count("column.superseded") == 1


def test_the_trend_shows_what_the_last_paper_lets_stand_and_says_what_came_before(
    store: Store,
) -> None:
    shown = point(store, "BV8", "2017/18")
    assert (shown.value, shown.footnote, shown.file_name) == (Decimal("96.2"), "revised", "c.pdf")
    assert shown.decided_by == "published_on"
    assert shown.restates
    before = [(each.as_printed, each.change, each.because) for each in shown.vintages]
    assert ("97.3%", "restated", "the paper says 'restated'") in before
    assert ("97.1%", "provisional", "the earlier one: printed as 'unaudited'") in before
    assert {each.as_printed for each in shown.vintages} == {"97.1%", "97.3%", "96.4%"}
    assert {each.change for each in shown.vintages} <= {"restated", "provisional"}


def test_the_views_show_the_same(store: Store) -> None:
    c = series_latest.c
    query = select(c.value, c.footnote, c.is_changed).where(
        (c.code == "BV8") & (c.period == "2017/18") & (c.measure == "outturn")
    )
    with store.read() as connection:
        assert [tuple(row) for row in connection.execute(query)] == [
            (Decimal("96.2"), "revised", True)
        ]


def test_the_target_is_the_revised_one_and_the_old_one_a_change_that_is_said(store: Store) -> None:
    shown = point(store, "BV8", "2018/19", "target")
    assert (shown.value, shown.footnote) == (Decimal("97.5"), "revised")
    (change,) = [finding for finding in findings(store) if finding.rule_id == "target.changed"]
    assert (change.severity, change.printed, change.expected) == ("note", "97.5%", "98.0%")
    assert "the paper says 'revised'" in change.message


def test_a_stated_restatement_is_a_note_and_never_an_error(store: Store) -> None:
    told = [finding for finding in findings(store) if finding.rule_id == "figure.restated"]
    assert told
    assert {finding.severity for finding in told} == {"note"}
    assert {finding.code for finding in told} == {"BV8"}
    assert not [finding for finding in findings(store) if finding.severity == "error"]
    assert all(finding_cells(store, finding.finding_id) for finding in told)


def test_years_under_targets_are_targets_though_one_of_them_is_not_understood(
    tmp_path: Path,
) -> None:
    paper = read(draw(tmp_path / "a.pdf", "Plan 2018/19", "9 June 2018", LEVELS, LEVEL_SPANS))
    first = {figure.indicator_id: None for figure in paper.figures}
    assert len(first) == 2
    found = [
        (figure.measure, figure.period, figure.as_printed, figure.footnote)
        for figure in paper.figures
        if figure.indicator_id == next(iter(first))
    ]
    assert found == [
        ("outturn", "2017/18", "96.2%", None),
        ("target", "2018/19", "97.5%", "rev"),
        ("target", "2019/20", "98.0%", None),
    ]
    assert {"91.0%", "99.0%"} <= {cell.text for cell in paper.cells}


def test_a_year_under_what_was_planned_or_is_likely_is_no_outturn(tmp_path: Path) -> None:
    spans = LEVEL_SPANS[:2]
    paper = read(draw(tmp_path / "a.pdf", "Plan 2018/19", "9 June 2018", LIKELY, spans))
    assert {figure.as_printed for figure in paper.figures} == {"96.2%", "98.5%"}
    assert "column.unclear" in {finding.rule_id for finding in paper.findings}


@pytest.mark.parametrize(
    ("heading", "value", "notes", "footnote"),
    [
        ("2017/18 Outturn*", "97.1%", ["* provisional"], "provisional"),
        ("2017/18<super>p</super>", "97.1%", ["p = provisional, r = revised"], "provisional"),
        ("2017/18 Outturn<super>1</super>", "97.1%", ["<super>1</super> Unaudited"], "unaudited"),
        ("2017/18 Outturn", "97.1%*", ["* Figure is provisional"], "* provisional"),
        ("2017/18 Outturn", "97.1% p", ["Key: p - provisional, e - estimated"], "p provisional"),
        ("2017/18 Outturn", "97.1%*", ["* of all invoices"], "*"),
    ],
)
def test_what_a_note_below_the_table_says_of_a_mark_is_kept_with_the_figure(
    tmp_path: Path, heading: str, value: str, notes: list[str], footnote: str
) -> None:
    rows = [
        ("Ref", "Indicator", heading, "Target 2018/19"),
        ("BV8", "Invoices paid within 30 days %", value, "98.0%"),
        ("BV9", "Council Tax collected %", value, "98.6%"),
    ]
    paper = read(draw(tmp_path / "a.pdf", "Plan 2018/19", "9 June 2018", rows, (), notes))
    found = {
        (figure.value, figure.footnote) for figure in paper.figures if figure.measure == "outturn"
    }
    assert found == {(Decimal("97.1"), footnote)}
