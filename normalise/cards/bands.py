"""The rows of a table that belong to one card, or to several side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from crossfoot.normalise.cards.looks import Look, name_in, printed
from crossfoot.normalise.cards.words import NAMING, begins_as_label, family_of, label_said
from crossfoot.normalise.heading_text import HeadingReader

LABELS = frozenset({"label", "period"})
_FEWEST_PERIODS = 2
_NAMES = frozenset({"name", "sign", "period", "code"})
#: Meanings of labels at which a word stands that heads columns elsewhere.
_OF_WORDS = frozenset({"trend", "frequency", "polarity", "unit"})


class Crossed(NamedTuple):
    """A value below a period and beside a label: ``Target`` and ``Actual`` under quarters."""

    label: Look
    period: Look
    value: Look


@dataclass
class Band:
    """The rows of one card, or of several side by side. ``below`` marks rows of labels alone."""

    names: list[Look]
    signs: list[Look] = field(default_factory=list)
    rows: list[list[Look]] = field(default_factory=list)
    below: dict[int, list[Look]] = field(default_factory=dict)
    crossed: list[Crossed] = field(default_factory=list)


def may_hold_label(text: str, reader: HeadingReader) -> bool:
    """Whether a cell's text may hold a label that a card has: at once, or on a later line."""
    return any(
        begins_as_label(line, reader) for line in (text.split("\n") if "\n" in text else (text,))
    )


def heads_columns(shown: Sequence[Look], reader: HeadingReader) -> bool:
    """Whether a row of labels heads names as well: a table's headings, whatever stands above."""
    if len(shown) < 2 or not all(look.kind in LABELS for look in shown):
        return False
    said = [label_said(reader, look.cell.plain) for look in shown]
    return any(each is not None and family_of(each) in NAMING for each in said)


def answers(label: Look, cell: Look, reader: HeadingReader) -> bool:
    """Whether a word that heads columns elsewhere is what is said at a label: ``Improved``."""
    if cell.kind != "label" or label.kind != "label":
        return False
    said, word = (label_said(reader, look.cell.plain) for look in (label, cell))
    if said is None or word is None or word.has_period:
        return False
    same = label.cell.plain.casefold() == cell.cell.plain.casefold()
    return not same and family_of(said) == family_of(word) in _OF_WORDS


def bands_of(rows: Sequence[list[Look]], reader: HeadingReader) -> list[Band]:
    bands: list[Band] = []
    leading = _names_lead(rows)
    at = 0
    while at < len(rows):
        row, shown = rows[at], printed(rows[at])
        under = rows[at + 1] if at + 1 < len(rows) else []
        at += 1
        if not shown:
            continue
        values, more = _crossed(rows, at - 1, reader)
        if values:
            _last(bands).crossed += values
            at += more
        elif values_below := _values_below(row, shown, under, reader):
            band = _last(bands)
            band.below[len(band.rows)] = values_below
            band.rows.append(shown)
            at += 1
        elif any(look.kind == "name" for look in shown) and all(
            look.kind in _NAMES for look in shown
        ):
            names = [look for look in shown if look.kind == "name"]
            bands.append(Band(names, [look for look in shown if look.kind != "name"]))
        elif any(look.kind == "whole" for look in shown) and all(
            look.kind in {"whole", "sign"} for look in shown
        ):
            wholes = [look for look in shown if look.kind == "whole"]
            signs = [look for look in shown if look.kind == "sign"]
            inside = [look._replace(kind="pairs") for look in wholes]
            bands.append(Band([name_in(look) for look in wholes], signs, [inside]))
        elif shown[0].kind == "name" and (leading or shown[0].cell.row_span > 1):
            bands.append(Band(shown[:1], rows=[row[row.index(shown[0]) + 1 :]]))
        else:
            _last(bands).rows.append(row)
    return bands


def _crossed(
    rows: Sequence[list[Look]], at: int, reader: HeadingReader
) -> tuple[list[Crossed], int]:
    """The values below a row of periods, beside labels, and in how many rows they stand.

    Rows of figures beside words that are no label are the card's too, and are left out.
    """
    heads = printed(rows[at])
    if len(heads) < _FEWEST_PERIODS or any(look.kind != "period" for look in heads):
        return [], 0
    places = {look.first: look for look in heads}
    found: list[Crossed] = []
    more = 0
    for row in rows[at + 1 :]:
        first, *values = [look for look in row if look.kind != "blank"] or [heads[0]]
        if first.last >= heads[0].first or first.kind not in {"label", "name"} or not values:
            break
        if any(look.kind not in {"value", "sign"} for look in values):
            break
        said = label_said(reader, first.cell.plain)
        if said is not None and said.has_period:
            return [], 0
        over = [places.get(look.first) for look in values]
        if any(
            head is None or head.last != look.last for head, look in zip(over, values, strict=True)
        ):
            break
        more += 1
        if first.kind == "label":
            found += [
                Crossed(first, head, look)
                for head, look in zip(over, values, strict=True)
                if head is not None
            ]
    return found, more


def _last(bands: list[Band]) -> Band:
    if not bands:
        bands.append(Band([]))
    return bands[-1]


def _names_lead(rows: Sequence[list[Look]]) -> bool:
    """Whether each row of labelled values begins with a name: one card a row."""
    shown_rows = map(printed, rows)
    labelled = [shown for shown in shown_rows if any(look.kind == "pairs" for look in shown)]
    return bool(labelled) and all(
        shown[0].kind == "name" and all(look.kind in {"pairs", "sign"} for look in shown[1:])
        for shown in labelled
    )


def _values_below(
    row: list[Look], shown: list[Look], under: list[Look], reader: HeadingReader
) -> list[Look]:
    """The cells right below those of a row of labels alone; none where it is no such row."""
    if not all(look.kind in LABELS for look in shown):
        return []
    found: list[Look] = []
    for label in shown:
        cell = next((each for each in under if each.first == label.first), None)
        if cell is None or cell.last != label.last:
            return []
        if cell.kind in LABELS | {"pairs", "unclear"} and not answers(label, cell, reader):
            return []
        found.append(cell)
    others = [look for look in printed(under) if look not in found]
    alone = len(shown) == 1 and any(look.kind == "blank" for look in row) and not printed(found)
    return [] if others or alone else found
