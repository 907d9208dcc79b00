"""A usual table of indicators to build upon, and what is asked of a paper read."""

from __future__ import annotations

from crossfoot.schema.paper import Paper
from tests.normalise.paper_builder import C, Draft

HEADINGS: list[C | str] = [
    "Status / Icon",
    "Code & Short Name",
    "Outturn 2018/19",
    "Q1 2019/20",
    "Target 2019/20",
    "Latest Note",
]


def figures(paper: Paper) -> list[tuple[str | None, str, str, str | None, str | None]]:
    return [
        (f.code, f.measure, f.basis, f.period, str(f.value) if f.value is not None else None)
        for f in paper.figures
    ]


def rules(paper: Paper) -> list[str]:
    return [finding.rule_id for finding in paper.findings]


def table(*rows: list[C | str], caption: str = "Resources Key Performance Indicators") -> Paper:
    return Draft().line(caption, bold=True).table(HEADINGS, *rows).read()
