"""Cards in a table: which cells are one indicator's, and which value stands at which label.

A row of names begins a card, or several side by side; what stands below, within its columns, is
its own. A value goes to the label in its own cell, to the label beside it in a row of pairs, or to
the label right above it in a row of labels alone. Where a cell fits no such place the card is
refused: a figure at the wrong label would look right.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from crossfoot.normalise.cards.looks import Look, look_at, name_in, printed
from crossfoot.normalise.cards.words import Pair, begins_as_label, family_of, label_said
from crossfoot.normalise.heading_text import HeadingReader
from crossfoot.normalise.status_signs import is_arrow
from crossfoot.normalise.statuses import status_fill
from crossfoot.schema.page import Table
from crossfoot.schema.symbol import read_symbol

_NAMING = frozenset({"code", "title"})
_LABELS = frozenset({"label", "period"})
_NAMES = frozenset({"name", "sign", "period"})


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


@dataclass
class _Band:
    """The rows of one card, or of several side by side. ``below`` marks rows of labels alone."""

    names: list[Look]
    signs: list[Look] = field(default_factory=list)
    rows: list[list[Look]] = field(default_factory=list)
    below: dict[int, list[Look]] = field(default_factory=dict)


def find_cards(table: Table, reader: HeadingReader) -> list[Card]:
    """The cards of a table in print order, those that are refused among them."""
    texts = (part.text for row in table.rows for cell in row.cells for part in cell.parts)
    if not any(_may_hold_label(text, reader) for text in texts if text):
        return []
    rows: list[list[Look]] = []
    for row in table.rows:
        rows.append([look_at(row.row_no, cell, reader) for cell in row.cells])
        if _heads_columns(printed(rows[-1]), reader):
            return []
    found: list[Card] = []
    section: Look | None = None
    for band in _bands(rows):
        if band.names and not band.rows:
            alone = len(band.names) == 1 and not band.signs
            wide = alone and band.names[0].cell.col_span == table.columns
            section = band.names[0] if wide else None
            continue
        for card in _cards_of(band, table.columns):
            card.section = section
            found.append(card)
    return found


def _may_hold_label(text: str, reader: HeadingReader) -> bool:
    """Whether a cell's text may hold a label that a card has: at once, or on a later line."""
    return any(
        begins_as_label(line, reader) for line in (text.split("\n") if "\n" in text else (text,))
    )


def _heads_columns(shown: Sequence[Look], reader: HeadingReader) -> bool:
    """Whether a row of labels heads names as well: a table's headings, whatever stands above."""
    if len(shown) < 2 or not all(look.kind in _LABELS for look in shown):
        return False
    said = [label_said(reader, look.cell.plain) for look in shown]
    return any(each is not None and family_of(each) in _NAMING for each in said)


def _bands(rows: Sequence[list[Look]]) -> list[_Band]:
    bands: list[_Band] = []
    leading = _names_lead(rows)
    at = 0
    while at < len(rows):
        row, shown = rows[at], printed(rows[at])
        under = rows[at + 1] if at + 1 < len(rows) else []
        at += 1
        if not shown:
            continue
        if values := _values_below(row, shown, under):
            band = _last(bands)
            band.below[len(band.rows)] = values
            band.rows.append(shown)
            at += 1
        elif any(look.kind == "name" for look in shown) and all(
            look.kind in _NAMES for look in shown
        ):
            names = [look for look in shown if look.kind == "name"]
            bands.append(_Band(names, [look for look in shown if look.kind != "name"]))
        elif any(look.kind == "whole" for look in shown) and all(
            look.kind in {"whole", "sign"} for look in shown
        ):
            wholes = [look for look in shown if look.kind == "whole"]
            signs = [look for look in shown if look.kind == "sign"]
            inside = [look._replace(kind="pairs") for look in wholes]
            bands.append(_Band([name_in(look) for look in wholes], signs, [inside]))
        elif shown[0].kind == "name" and (leading or shown[0].cell.row_span > 1):
            bands.append(_Band(shown[:1], rows=[row[row.index(shown[0]) + 1 :]]))
        else:
            _last(bands).rows.append(row)
    return bands


def _last(bands: list[_Band]) -> _Band:
    if not bands:
        bands.append(_Band([]))
    return bands[-1]


def _names_lead(rows: Sequence[list[Look]]) -> bool:
    """Whether each row of labelled values begins with a name: one card a row."""
    shown_rows = map(printed, rows)
    labelled = [shown for shown in shown_rows if any(look.kind == "pairs" for look in shown)]
    return bool(labelled) and all(
        shown[0].kind == "name" and all(look.kind in {"pairs", "sign"} for look in shown[1:])
        for shown in labelled
    )


def _values_below(row: list[Look], shown: list[Look], under: list[Look]) -> list[Look]:
    """The cells right below those of a row of labels alone; none where it is no such row."""
    if not all(look.kind in _LABELS for look in shown):
        return []
    found: list[Look] = []
    for label in shown:
        cell = next((each for each in under if each.first == label.first), None)
        if cell is None or cell.last != label.last or cell.kind in _LABELS | {"pairs", "unclear"}:
            return []
        found.append(cell)
    others = [look for look in printed(under) if look not in found]
    alone = len(shown) == 1 and any(look.kind == "blank" for look in row) and not printed(found)
    return [] if others or alone else found


def _cards_of(band: _Band, columns: int) -> list[Card]:
    cards = [Card(name) for name in band.names] or [Card(None)]
    starts = [card.name.first if card.name else 1 for card in cards]
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
        _read_row(cards, at, row, band.below.get(number))
    if len(cards) > 1 and len({_labels(card) for card in cards}) > 1:
        for card in cards:
            card.refuse("cards stand side by side and have not the same labels")
    return cards


def _labels(card: Card) -> tuple[str, ...]:
    return tuple(sorted(each.label.casefold() for each in card.fields if each.label))


def _of_sign(look: Look) -> list[Field]:
    """A sign or a period beside the name: a status, an arrow of trend, or the two in one cell."""
    if look.kind == "period":
        return [Field(look, "Period", family="period")]
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
            _read_looks(card, looks)


def _read_looks(card: Card, looks: list[Look]) -> None:
    """Read the cells of a card in one row, left to right."""
    paired = any(look.kind in _LABELS for look in looks)
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
        elif look.kind in _LABELS:
            text = look.cell.first.level_text.rstrip()
            if text.endswith(":") and (after is None or after.kind == "pairs"):
                nothing = Pair(look.cell.plain.rstrip(" :"), len(text), len(text))
                card.fields.append(Field(look, nothing.label, pair=nothing))
                continue
            if after is None or after.kind in _LABELS | {"pairs", "unclear"}:
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
