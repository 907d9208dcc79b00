"""Typed rows: figures, statuses, actions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from crossfoot.schema.paper import Paper
from crossfoot.schema.rows import Action, Figure, Indicator
from samples.fuzz.model import ActionTruth, FigureTruth, IndicatorTruth
from samples.fuzz.result import Result


def compare_indicators(
    result: Result, drawn: Sequence[IndicatorTruth], paper: Paper, told: Sequence[bool]
) -> None:
    """Compare indicators and their figures; *told* says of which tables a finding speaks."""
    left = list(paper.indicators)
    figures: dict[str, list[Figure]] = {}
    for figure in paper.figures:
        figures.setdefault(figure.indicator_id, []).append(figure)
    for truth in drawn:
        name = f"{truth.code} {truth.title!r}"
        found = next(
            (i for i in left if (_key(i.code), i.title) == (_key(truth.code), truth.title)), None
        )
        if found is None:
            unread = {(None, truth.name), (None, truth.title)}
            found = next((i for i in left if (i.code, i.title) in unread), None)
            if found is None:
                result.differs("indicator", f"{name} not read", told=told[truth.table])
                continue
            result.differs("code", f"{name} was not read as such", told=True)
        else:
            result.same("indicator")
        left.remove(found)
        _compare_figures(result, truth, figures.get(found.indicator_id, []), told[truth.table])
        _compare_facts(result, truth, found, told[truth.table])
    for found in left:
        values = [f for f in figures.get(found.indicator_id, []) if f.value is not None]
        listed = [f"{f.measure} {f.period} {f.value}" for f in values]
        line = f"{found.code} {found.title!r} was not drawn: {listed}"
        # A row that says nothing typed is a row not understood.
        result.differs("indicator", line, told=not values and found.status is None)


def _key(code: str | None) -> str:
    """A code without its blanks: one that breaks over two lines does not show them."""
    return (code or "").replace(" ", "")


def _compare_facts(result: Result, truth: IndicatorTruth, found: Indicator, told: bool) -> None:
    at = f"{truth.title!r} "
    result.fact("status", truth.status, found.status, told=told, at=at)
    if found.status is not None and found.status == truth.status:
        result.fact("carrier", truth.carrier, found.status_carrier, told=False, at=at)
    if truth.section is not None:
        result.fact("section", truth.section, found.section, told=True, at=at)


def _compare_figures(
    result: Result, truth: IndicatorTruth, found: Sequence[Figure], told: bool
) -> None:
    left = [figure for figure in found if figure.source == "cell"]
    for drawn in truth.figures:
        figure = next((each for each in left if _names(drawn, each)), None)
        at = f"{truth.title!r} {drawn.measure} {drawn.periods[0]} = {drawn.value}"
        if figure is None:
            result.differs("figure", f"{at} not read", told=told)
            continue
        left.remove(figure)
        line = _difference(drawn, figure)
        if line is None:
            result.same("figure")
        else:
            # A state of "other" says by itself that the print was not understood.
            unread = figure.value is None and (told or figure.value_state == "other")
            result.differs("figure", f"{at}: {line}", told=unread)
    for figure in left:
        if figure.value is not None:
            at = f"{truth.title!r} {figure.measure} {figure.period} ({figure.period_as_printed})"
            result.differs("figure", f"{at} = {figure.value} was not drawn", told=False)


def _names(drawn: FigureTruth, figure: Figure) -> bool:
    return figure.measure == drawn.measure and figure.period in drawn.periods


def _difference(drawn: FigureTruth, figure: Figure) -> str | None:
    pairs = [
        ("state", drawn.state, figure.value_state),
        ("value", drawn.value, figure.value),
        ("footnote", drawn.footnote, figure.footnote),
    ]
    if drawn.unit is not None:
        pairs.append(("unit", drawn.unit, figure.unit))
    if drawn.basis is not None:
        pairs.append(("basis", drawn.basis, figure.basis))
    return next((f"{name} read {got!r}" for name, want, got in pairs if want != got), None)


def compare_actions(
    result: Result, drawn: Sequence[ActionTruth], paper: Paper, told: Sequence[bool]
) -> None:
    """Compare actions; *told* says of which tables a finding speaks."""
    left = list(paper.actions)
    for truth in drawn:
        values = dict(truth.values)
        found = next((a for a in left if _value(a, "title") == values["title"]), None)
        if found is None:
            result.differs("action", f"{values['title']!r} not read", told=told[truth.table])
            continue
        left.remove(found)
        result.same("action")
        at = f"{values['title']!r} "
        for name, want in values.items():
            result.fact(name, want, _value(found, name), told=told[truth.table], at=at)
    for found in left:
        result.differs("action", f"{found.code} {found.title!r} was not drawn", told=False)


def _value(action: Action, name: str) -> object:
    value = getattr(action, name)
    return value.isoformat() if isinstance(value, date) else value
