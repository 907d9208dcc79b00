"""Names above tables of periods that only all such tables of a paper tell."""

from __future__ import annotations

import pytest

from crossfoot.schema import packed_pages
from crossfoot.schema.paper import Paper
from tests.normalise.paper_builder import C, Draft

HEAD: list[C | str] = ["Period", "Value", "Target", "Status"]
SHARES = ("60%", "62%")
COUNTS = ("140", "131")


def read(*blocks: tuple[str, tuple[str, str]], inside: bool = False, gap: float = 3.0) -> Paper:
    draft = Draft().line("Wychavon District Council")
    draft = draft.line("Performance report Quarter 2 2019/20", bold=True, size=16.0)
    draft = draft.line("This report says how the services of the council did in the quarter.")
    for name, (first, second) in blocks:
        rows: list[list[C | str]] = [
            HEAD,
            ["Q1 2019/20", first, first, "Green"],
            ["Q2 2019/20", second, second, "Green"],
            ["Comment", C("Nothing else happened", span=3)],
        ]
        if inside:
            draft = draft.table([C(name, span=4)], *rows)
        else:
            draft = draft.line(name, bold=True, gap=gap).table(*rows)
    return draft.read()


@pytest.mark.parametrize("inside", [False, True])
def test_headings_over_values_of_different_kinds_are_names(inside: bool) -> None:
    blocks = (("Calls abandoned", SHARES), ("Parks kept", COUNTS), ("Bins emptied", COUNTS))
    paper = read(*blocks, inside=inside)
    assert [row.title for row in paper.indicators[::2]] == [name for name, _ in blocks]
    assert len(paper.figures) == 12


@pytest.mark.parametrize(
    "blocks",
    [
        (("Housing services", SHARES), ("Legal services", SHARES), ("Street care", SHARES)),
        (("Housing services", SHARES), ("Legal services", COUNTS)),
        (("Housing services", SHARES), ("Legal services", COUNTS), ("Legal services", COUNTS)),
        (("Housing services", SHARES), ("Legal services", SHARES), ("H12 Street care", COUNTS)),
    ],
)
@pytest.mark.parametrize("inside", [False, True])
def test_headings_that_may_be_services_name_no_indicator(
    blocks: tuple[tuple[str, tuple[str, str]], ...], inside: bool
) -> None:
    paper = read(*blocks, inside=inside)
    assert not paper.figures
    assert not paper.indicators
    assert [each.rule_id for each in paper.findings].count("table.not_understood") == len(blocks)


def test_headings_among_those_that_say_what_they_count_are_names() -> None:
    counted = (("% of calls answered", SHARES), ("Rate of visits", SHARES))
    assert len(read(*counted, ("Bins emptied", SHARES)).figures) == 12
    others = (("Parks kept", SHARES), ("Bins emptied", SHARES), ("Homes let", SHARES))
    assert len(read(*counted, *others).figures) == 8


def test_a_heading_without_a_code_among_those_with_one_is_no_name() -> None:
    coded = (("KPI 1 Calls abandoned", SHARES), ("KPI 2 Bins emptied", COUNTS))
    assert len(read(*coded, ("Housing services", COUNTS)).figures) == 8


def test_codes_that_each_name_begins_with_are_told_together() -> None:
    names = ("HR81 Days lost", "HR82 Posts filled", "HR83b Staff trained")
    paper = read(*((name, SHARES) for name in names))
    assert [(row.code, row.title) for row in paper.indicators[1::2]] == [
        ("HR81", "Days lost"),
        ("HR82", "Posts filled"),
        ("HR83b", "Staff trained"),
    ]


def test_headings_of_kinds_of_tables_are_no_names() -> None:
    blocks = (("Key tasks", SHARES), ("Calls abandoned", COUNTS), ("Bins emptied", COUNTS))
    assert not read(*blocks).figures


def test_names_nearer_to_the_table_above_them_are_not_of_the_one_below() -> None:
    blocks = (("Calls abandoned", SHARES), ("Parks kept", COUNTS), ("Bins emptied", COUNTS))
    assert not read(*blocks, gap=20.0).figures


@pytest.mark.parametrize("values", [SHARES, COUNTS])
def test_names_of_a_long_report_are_told_alike(
    values: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    blocks = (("Calls abandoned", SHARES), ("Parks kept", values), ("Bins emptied", values))
    opened = read(*blocks)
    monkeypatch.setattr(packed_pages, "_OPEN_CHUNKS", 0)
    assert read(*blocks).opened() == opened.opened()
    assert bool(opened.figures) == (values == COUNTS)
