"""The confidence of a typed row: what was measured for rows with the same evidence.

A confidence is the one-sided 95% lower bound (Clopper and Pearson, 1934) for the share of right
rows among those with the same evidence, measured on papers, layouts and producers kept apart from
those that the reader was made with. One row was drawn from each paper, so that rows which would
fail together count once: 300 papers without an error support 0.99. Evidence that was not measured
gives no confidence.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from crossfoot.normalise.data_files import data_text
from crossfoot.normalise.desk import Desk, each_changed
from crossfoot.normalise.evidence import Evidence, Kind, Witnesses
from crossfoot.schema.page import Reading
from crossfoot.schema.rows import Figure, Indicator

_FILE = "confidence.toml"


@cache
def measured() -> Mapping[tuple[Kind, str], float]:
    """The lower bounds in ``confidence.toml`` by kind of row and words of the evidence."""
    return {
        (entry["kind"], entry["evidence"]): entry["confidence"]
        for entry in tomllib.loads(data_text(_FILE)).get("class", ())
    }


def weigh(desk: Desk, reading: Reading) -> None:
    """Give every row on the desk its evidence and its confidence.

    A figure without a value has nothing to be confident of.
    """
    witnesses = Witnesses(reading, desk)

    def of_figure(figure: Figure) -> Figure:
        if figure.value is None:
            return figure
        return figure.model_copy(update=columns(witnesses.of_figure(figure)))

    def of_indicator(row: Indicator) -> Indicator:
        return row.model_copy(update=columns(witnesses.of_row(row, "indicator")))

    desk.figures = each_changed(desk.figures, of_figure)
    desk.indicators = each_changed(desk.indicators, of_indicator)
    for at, action in enumerate(desk.actions):
        said = columns(witnesses.of_row(action, "action"))
        desk.actions[at] = action.model_copy(update=said)


@cache
def columns(evidence: Evidence) -> Mapping[str, Any]:
    """The two published columns that say what evidence is worth."""
    words = evidence.words
    return {"evidence": words, "confidence": measured().get((evidence.kind, words))}
