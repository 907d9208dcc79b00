"""Statuses that were colours, in a paper copied in shades of grey: none is read, and it is told."""

from __future__ import annotations

import pytest

from crossfoot.schema.paper import Paper
from tests.normalise.paper_builder import C, Draft

GREYS = ["#797979", "#4c4c4c", "#797979", "#c0c0c0"]


def read(fills: list[str | None], words: str = "", names: list[str] | None = None) -> Paper:
    rows: list[list[C | str]] = [["Ref", "Indicator", "Actual", "Target", "Status"]]
    for at, fill in enumerate(fills):
        name = C(f"Days lost in team {at}", fill=names[at] if names else None)
        rows.append([f"A{at}", name, "10", "9", C(words, fill=fill)])
    draft = Draft().line("Tillingham Borough Council")
    return draft.line("Performance report quarter 2 2011/12", bold=True).table(*rows).read()


def told(paper: Paper) -> list[tuple[str | None, str]]:
    return [
        (each.printed, each.severity) for each in paper.findings if each.rule_id == "status.grey"
    ]


def test_shades_of_grey_alone_are_no_statuses_and_told_with_their_cells() -> None:
    paper = read([*GREYS])
    assert told(paper) == [("#4c4c4c, #797979, #c0c0c0", "warning")]
    assert not paper.statuses
    assert {row.status for row in paper.indicators} == {None}
    (finding,) = (each for each in paper.findings if each.rule_id == "status.grey")
    assert sum(link.finding_id == finding.finding_id for link in paper.finding_cells) == len(GREYS)


@pytest.mark.parametrize(
    ("fills", "words", "names"),
    [
        (["#d9d9d9"] * 4, "", None),
        (["#d9d9d9", "#e2e2e2"] * 2, "", None),
        (["#f2f2f2", "#ffffff", None, "#f7f7f7"], "", None),
        (GREYS, "", GREYS),
        (["#d9d9d9", "#808080", "#00b050", "#ff0000"], "", None),
        (GREYS, "Green", None),
    ],
    ids=["one shade", "tints", "white", "whole rows", "colours beside", "words"],
)
def test_greys_that_are_no_lost_colours_are_not_told(
    fills: list[str | None], words: str, names: list[str] | None
) -> None:
    assert not told(read(fills, words, names))
