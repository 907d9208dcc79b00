"""What speaks for a typed row: how its table was ruled, which checks held, who else read it.

Rows with the same evidence make a class. How often the rows of a class are right is measured on
papers kept apart from those that the reader was made with (``python -m benchmarks.confidence``);
:mod:`crossfoot.normalise.confidence` holds what came out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Literal, NamedTuple

from crossfoot.normalise.desk import Desk
from crossfoot.schema.packed_pages import without_rows
from crossfoot.schema.packed_rows import looked_at
from crossfoot.schema.page import Box, Doubt, Reading, Ruling
from crossfoot.schema.rows import Action, Figure, Indicator
from crossfoot.schema.values import FigureSource, Guess

Kind = Literal["figure", "indicator", "action"]
Second = Literal["unasked", "agreed", "silent", "differs"]
Heading = Literal["known"] | Guess

_RULING = {
    "ruled": "ruled",
    "rows": "rules between rows",
    "none": "no rules",
}
_SECOND = {
    "unasked": "second reader not asked",
    "agreed": "second reader agrees",
    "silent": "second reader has no such cell",
    "differs": "second reader differs",
}
_HEADING = {
    "known": "heading known",
    "near": "heading nearly known",
    "content": "column told by what it holds",
    "card": "label on a card",
}


# Notes that speak of how a row was put together; the others speak of what was left out.
_INFERRED = frozenset({"across", "rejoined", "spans_on"})


class Evidence(NamedTuple):
    """What speaks for and against one row.

    ``sound``: no doubt of the reader stands at the row's height (a cell's text cut by a rule,
    characters in no cell, a page read from recognised text). ``typed``: no finding of severity
    warning or error names the cell, the printed units of the row agree, and no code may have been
    left in its name.
    """

    kind: Kind
    source: FigureSource
    ruling: Ruling
    sound: bool
    second: Second
    heading: Heading
    typed: bool

    @property
    def words(self) -> str:
        """The evidence as published: one phrase each, ``;`` between them."""
        return "; ".join(
            (
                "from a note" if self.source == "note" else _RULING[self.ruling],
                "checks hold" if self.sound else "reader in doubt",
                _SECOND[self.second],
                _HEADING[self.heading],
                "typed checks hold" if self.typed else "typed checks fail",
            )
        )


class Witnesses:
    """Knows a paper's doubts, findings and second opinion, and what they say of a row."""

    def __init__(self, reading: Reading, desk: Desk) -> None:
        self._reading = reading
        self._guessed = desk.guessed
        self._misnamed = desk.misnamed
        self._rulings: dict[int | None, Ruling] = {
            table.table_no: table.ruling for table in without_rows(reading.tables)
        }
        self._everywhere = False
        self._doubts: dict[int, list[Box]] = defaultdict(list)
        self._differs: set[tuple[int, Box]] = set()
        for doubt in reading.doubts:
            self._note(doubt)
        told = {
            key for key, found in desk.findings.items() if found.severity in {"warning", "error"}
        }
        self._told = {cell for finding, cell in desk.finding_cells if finding in told}
        self._mixed = _with_mixed_units(desk.figures)

    def _note(self, doubt: Doubt) -> None:
        if doubt.kind == "second_reader":
            self._differs.add((doubt.page, doubt.box))
        elif doubt.severity == "note" and doubt.kind not in _INFERRED:
            pass
        elif doubt.kind == "damaged_stream":
            self._everywhere = True
        else:
            self._doubts[doubt.page].append(doubt.box)

    def of_figure(self, figure: Figure) -> Evidence:
        """What speaks for a figure."""
        box = Box(figure.x0, figure.y0, figure.x1, figure.y1)
        typed = figure.cell_id not in self._told and figure.indicator_id not in self._mixed
        typed = typed and figure.indicator_id not in self._misnamed
        return Evidence(
            "figure",
            figure.source,
            self._rulings.get(figure.table_no, "ruled"),
            self._is_sound(figure.page, box),
            self._second(figure.page, box),
            self._guessed.get(figure.figure_id, "known"),
            typed,
        )

    def of_row(self, row: Indicator | Action, kind: Kind) -> Evidence:
        """What speaks for an indicator or an action, all its columns taken together."""
        box = Box(row.x0, row.y0, row.x1, row.y1)
        own = row.indicator_id if isinstance(row, Indicator) else row.action_id
        return Evidence(
            kind,
            "cell",
            self._rulings.get(row.table_no, "ruled"),
            self._is_sound(row.page, box),
            self._second_of_row(row.page, box),
            self._guessed.get(own, "known"),
            typed=own not in self._misnamed,
        )

    def _is_sound(self, page: int, box: Box) -> bool:
        doubts = self._doubts.get(page)
        if self._everywhere or not doubts:
            return not self._everywhere
        return not any(
            doubt.area == 0 or (doubt.y0 < box.y1 and doubt.y1 > box.y0) for doubt in doubts
        )

    def _second(self, page: int, box: Box) -> Second:
        if page not in self._reading.asked:
            return "unasked"
        if (page, box) in self._differs:
            return "differs"
        return "agreed" if (page, box) in self._reading.seconded else "silent"

    def _second_of_row(self, page: int, box: Box) -> Second:
        if page not in self._reading.asked:
            return "unasked"
        differs = any(
            other == page and place.y0 >= box.y0 - 0.1 and place.y1 <= box.y1 + 0.1
            for other, place in self._differs
        )
        return "differs" if differs else "agreed"


def _with_mixed_units(figures: Sequence[Figure]) -> set[str]:
    """The indicators whose values are printed in different units (``97%`` beside ``£3``)."""
    units: dict[str, str] = {}
    return {
        figure.indicator_id
        for figure in looked_at(figures)
        if figure.value is not None
        and figure.unit is not None
        and units.setdefault(figure.indicator_id, figure.unit) != figure.unit
    }
