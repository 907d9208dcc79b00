"""Tables in layouts of real papers (``layouts.txt``): their figures are read, and no others."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

import pytest

from crossfoot.normalise.figures import parse_figure
from crossfoot.schema.paper import Paper
from tests.normalise.paper_builder import C, Draft

_CELL = re.compile(r"(?P<text>.*?)(?:\s*<(?P<span>\d+)>)?(?:\s*v(?P<down>\d+))?")


@dataclass
class Layout:
    name: str
    title: str
    rows: list[list[C | str]] = field(default_factory=list)
    said: dict[str, list[list[str]]] = field(default_factory=dict)


def _cell(text: str) -> C:
    match = _CELL.fullmatch(text.strip())
    assert match is not None
    return C(match["text"], span=int(match["span"] or 1), down=int(match["down"] or 1))


def _layouts() -> Iterator[Layout]:
    source = Path(__file__).with_name("layouts.txt").read_text("utf-8")
    for block in source.split("\n\n")[1:]:
        first, *lines = block.strip().splitlines()
        name, _, title = first.removeprefix("= ").partition(" : ")
        layout = Layout(name, title)
        for line in lines:
            if line.startswith("> "):
                indicator, _, said = line.removeprefix("> ").partition(" : ")
                layout.said[indicator] = [each.split() for each in said.split("; ")]
            else:
                layout.rows.append([_cell(text) for text in line.split("|")])
        yield layout


LAYOUTS = list(_layouts())


def read_layout(layout: Layout) -> Paper:
    draft = Draft().line("Tillingham Borough Council", size=16, bold=True)
    return draft.line(layout.title, size=14, bold=True).table(*layout.rows).read()


def _figures(paper: Paper) -> dict[str, list[tuple[str, str | None, Decimal | None, str]]]:
    titles = {row.indicator_id: row.title or "" for row in paper.indicators}
    found: dict[str, list[tuple[str, str | None, Decimal | None, str]]] = defaultdict(list)
    for f in paper.figures:
        if f.value is not None:
            found[titles[f.indicator_id]].append((f.measure, f.period, f.value, f.basis))
    return found


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_the_figures_of_a_layout_are_read_and_no_others(layout: Layout) -> None:
    paper = read_layout(layout)
    found = _figures(paper)
    statuses = {row.title: row.status for row in paper.indicators}
    series = {row.series_id: row.polarity for row in paper.series}
    polarities = {row.title: series[row.series_id] for row in paper.indicators}
    for indicator, facts in layout.said.items():
        for kind, *words in facts:
            if kind == "status":
                assert statuses[indicator] == words[0]
            elif kind == "polarity":
                assert polarities[indicator] == words[0]
            elif kind == "basis":
                value = parse_figure(words[0]).value
                assert {f[3] for f in _figures(paper)[indicator] if f[2] == value} == {words[1]}
            else:
                _take(found[indicator], kind, " ".join(words[:-1]), words[-1])
    assert {title: figures for title, figures in found.items() if figures} == {}


def _take(
    found: list[tuple[str, str | None, Decimal | None, str]], measure: str, period: str, text: str
) -> None:
    """Take one expected figure from those found."""
    value = parse_figure(text).value
    for figure in found:
        if figure[0] == measure and figure[2] == value and period in {"*", str(figure[1])}:
            found.remove(figure)
            return
    raise AssertionError(f"{measure} {period} {text} is not among {found}")


def test_every_layout_is_tried_once() -> None:
    names = [layout.name for layout in LAYOUTS]
    assert len(names) == len(set(names)) >= 80
