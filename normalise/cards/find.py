"""Cards in a table: which cells are one indicator's, and which value stands at which label.

A row of names begins a card, or several side by side; what stands below, within its columns, is
its own. A value goes to the label in its own cell, to the label beside it in a row of pairs, or to
the label right above it in a row of labels alone. Where a cell fits no such place the card is
refused: a figure at the wrong label would look right.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from crossfoot.normalise.captions import names_kind
from crossfoot.normalise.cards.bands import (
    LABELS,
    Band,
    answers,
    bands_of,
    heads_columns,
    may_hold_label,
)
from crossfoot.normalise.cards.looks import Look, look_at, printed
from crossfoot.normalise.cards.words import Pair
from crossfoot.normalise.heading_text import HeadingReader
from crossfoot.normalise.status_signs import is_arrow
from crossfoot.normalise.statuses import status_fill
from crossfoot.schema.page import Table
from crossfoot.schema.symbol import read_symbol


@dataclass(frozen=True)
class Field:
    """One value of a card.

    ``pair`` says where label and value stand in the cell's text; else the whole cell is the value,
    and ``over`` the cell of its label, if it has one. ``family`` goes before the label's meaning.
    Of a status and an arrow in one cell the one is read ``without`` these signs, the other by them.
    """

    look: Look
    label: str = ""
    pair: Pair | None = None
    over: Look | None = None
    family: str | None = None
    without: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()


@dataclass
class Card:
    """One indicator: its name, what is said of it, the section above, and why it is refused."""

    name: Look | None
    fields: list[Field] = field(default_factory=list)
    section: Look | None = None
    unclear: str | None = None
    places: list[Look] = field(default_factory=list)

    def refuse(self, why: str) -> None:
        """Give up the card; the first reason stands."""
        self.unclear = self.unclear or why


def find_cards(table: Table, reader: HeadingReader) -> list[Card]:
    """The cards of a table in print order, those that are refused among them."""
    texts = (part.text for row in table.rows for cell in row.cells for part in cell.parts)
    if not any(may_hold_label(text, reader) for text in texts if text):
        return []
    rows: list[list[Look]] = []
    for row in table.rows:
        rows.append([look_at(row.row_no, cell, reader) for cell in row.cells])
        if heads_columns(printed(rows[-1]), reader):
            return []
    found: list[Card] = []
    section: Look | None = None
    for band in bands_of(rows, reader):
        if band.names and not band.rows and not band.crossed:
            alone = len(band.names) == 1 and not band.signs
            wide = alone and band.names[0].cell.col_span == table.columns
            section = band.names[0] if wide and not names_kind(band.names[0].cell.text) else None
            continue
        for card in _cards_of(band, table.columns, reader):
            card.section = section
            found.append(card)
    return found


def _cards_of(band: Band, columns: int, reader: HeadingReader) -> list[Card]:
    cards = [Card(name) for name in band.names] or [Card(None)]
    starts = [_start(card.name, band.signs) if card.name else 1 for card in cards]
    reach = [
        (1 if number == 0 else start, (starts[number + 1] - 1 if start != starts[-1] else columns))
        for number, start in enumerate(starts)
    ]

    def at(look: Look) -> Card | None:
        for card, (first, last) in zip(cards, reach, strict=True):
            if first <= look.first and look.last <= last:
                return card
        return None

    for sign in band.signs:
        if (card := at(sign)) is not None:
            card.fields += _of_sign(sign)
            card.places.append(sign)
    for number, row in enumerate(band.rows):
        _read_row(cards, at, row, band.below.get(number), reader)
    for each in band.crossed:
        card = at(each.value) if len(cards) == 1 else None
        if card is None:
            cards[0].refuse(f"{each.value.cell.text!r} stands under more than one name")
            break
        label = f"{each.label.cell.plain} {each.period.cell.plain}"
        card.fields.append(Field(each.value, label, over=each.label))
        card.places += [each.label, each.value]
    if len(cards) > 1 and len({_labels(card) for card in cards}) > 1:
        for card in cards:
            card.refuse("cards stand side by side and have not the same labels")
    return cards


def _start(name: Look, beside: Sequence[Look]) -> int:
    """The first column of a card: that of the code right before the name, else of the name."""
    codes = [look.first for look in beside if look.kind == "code" and look.last + 1 == name.first]
    return codes[0] if codes else name.first


def _labels(card: Card) -> tuple[str, ...]:
    return tuple(sorted(each.label.casefold() for each in card.fields if each.label))


def _of_sign(look: Look) -> list[Field]:
    """What stands beside a name: code, period, status, arrow of trend, or the two in one cell."""
    if look.kind == "period":
        return [Field(look, "Period", family="period")]
    if look.kind == "code":
        return [Field(look, "Code", family="code")]
    text = look.cell.plain
    signs = {name: read_symbol(name) for name in look.cell.symbols}
    arrows = tuple(
        name
        for name, sign in signs.items()
        if sign.kind in {"shape", "glyph"} and status_fill(sign.colour) is None
    )
    worded = any(map(str.isalpha, text))
    coloured = status_fill(look.cell.fill) or any(
        status_fill(each.colour) for each in signs.values()
    )
    if arrows and (worded or coloured):
        return [
            Field(look, family="status", without=arrows),
            Field(look, family="trend", signs=arrows),
        ]
    pointing = is_arrow(text) or any(sign.way for sign in signs.values())
    return [Field(look, family="trend" if pointing and not worded and not coloured else "status")]


def _read_row(
    cards: Sequence[Card],
    at: Callable[[Look], Card | None],
    row: list[Look],
    below: list[Look] | None,
    reader: HeadingReader,
) -> None:
    owned: dict[int, list[Look]] = {}
    for look in row:
        card = at(look)
        if card is not None:
            owned.setdefault(id(card), []).append(look)
        elif look.kind not in {"blank", "chart", "prose"}:
            for each in cards:
                each.refuse(f"{look.cell.text!r} stands under more than one name")
    for card in cards:
        looks = owned.get(id(card), [])
        card.places += printed(looks)
        if below is not None:
            values = {value.first: value for value in below}
            for label in looks:
                value = values[label.first]
                card.places.append(value)
                card.fields.append(Field(value, label.cell.plain, over=label))
        else:
            _read_looks(card, looks, reader)


def _read_looks(card: Card, looks: list[Look], reader: HeadingReader) -> None:
    """Read the cells of a card in one row, left to right."""
    paired = any(look.kind in LABELS for look in looks)
    at = 0
    while at < len(looks):
        look = looks[at]
        after = looks[at + 1] if at + 1 < len(looks) else None
        at += 1
        if look.kind == "pairs":
            text_pairs = look.said.pairs
            card.fields += [
                Field(look, pair.label, pair=pair, family=pair.family) for pair in text_pairs
            ]
        elif look.kind == "unclear":
            card.refuse(f"the labels in {look.cell.text!r} have not one value each")
        elif look.kind in LABELS:
            text = look.cell.first.level_text.rstrip()
            if text.endswith(":") and (after is None or after.kind == "pairs"):
                nothing = Pair(look.cell.plain.rstrip(" :"), len(text), len(text))
                card.fields.append(Field(look, nothing.label, pair=nothing))
                continue
            labels = after is None or after.kind in LABELS | {"pairs", "unclear"}
            if after is None or (labels and not answers(look, after, reader)):
                card.refuse(f"no value stands at the label {look.cell.text!r}")
                continue
            if card.name is not None and look.first == card.name.first == card.name.last:
                card.refuse(f"{card.name.cell.text!r} stands among labels and may be one")
            card.fields.append(Field(after, look.cell.plain, over=look))
            at += 1
        elif look.kind == "value":
            card.refuse(f"{look.cell.text!r} stands at no label")
        elif look.kind == "name" and paired and after is not None and after.kind != "blank":
            at += 1  # a label that is not listed, and its value
        elif look.kind == "prose":
            card.fields.append(Field(look, "Comment", family="note"))
