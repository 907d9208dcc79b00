"""Columns of signs under no heading that says what they are: the paper's key may."""

from __future__ import annotations

from crossfoot.normalise.columns import Column
from crossfoot.normalise.legends import Key, speaks_of_trend
from crossfoot.normalise.roles import Segment
from crossfoot.normalise.row_view import views
from crossfoot.schema.page import Cell
from crossfoot.schema.symbol import SIGN
from crossfoot.schema.text import fold
from crossfoot.schema.values import Subject

_FEWEST = 2  # signs; one may be a stray picture


def tell_sign_columns(segment: Segment, key: Key, subject: Subject, grid_columns: int) -> None:
    """Take a column without a meaning for statuses or trends where the key explains its signs.

    Nearly all its cells must bear signs and no words, and all that the key explains must be of one
    sort. The segment is changed.
    """
    if not key.entries or all(column.family for column in segment.columns):
        return
    told = list(segment.columns)
    for index, column in enumerate(told):
        if column.family is not None or column.period or column.part:
            continue
        cells = [
            spot.cell
            for view in views(segment, grid_columns)
            if len(view.own_printed()) > 1
            for spot in view.own.get(index, ())
        ]
        family = _family_of(cells, key, subject)
        if family is not None and family not in {each.family for each in told}:
            told[index] = _taken(column, family)
    segment.take(told)


def _taken(column: Column, family: str) -> Column:
    return column.taken_as(family)._replace(by_content=True)


def _family_of(cells: list[Cell], key: Key, subject: Subject) -> str | None:
    signs = [sign for cell in cells if (sign := _sign_of(cell))]
    if len(signs) < _FEWEST or len(signs) * 5 < len(cells) * 4:
        return None
    keyed = [found for sign in signs if (found := key.keyed(sign, subject))]
    if len(keyed) * 5 < len(signs) * 4:
        return None
    statuses = sum(status is not None for status, _ in keyed)
    if statuses == len(keyed):
        return "status"
    trends = sum(status is None and speaks_of_trend(printed) for status, printed in keyed)
    return "trend" if trends == len(keyed) else None


def _sign_of(cell: Cell) -> str | None:
    if cell.text and fold(SIGN.sub(" ", cell.text)):
        return None
    return cell.symbols[0] if cell.symbols else cell.fill
