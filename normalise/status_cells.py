"""Reading the status of a row from its status cell, and by what sign it was read (ruling 9)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from crossfoot.normalise.desk import Desk, Spot
from crossfoot.normalise.figures import parse_figure
from crossfoot.normalise.key_match import near_colour
from crossfoot.normalise.legends import Key, speaks_of_trend
from crossfoot.normalise.status_signs import carrier_of, is_arrow, lit, plain_status, ways_of
from crossfoot.normalise.statuses import (
    status_answer,
    status_fill,
    status_letter,
    status_word,
)
from crossfoot.normalise.unread_signs import Unread
from crossfoot.schema.page import prints
from crossfoot.schema.symbol import SIGN, read_symbol
from crossfoot.schema.text import fold
from crossfoot.schema.values import AnyStatus, Carrier, Subject

_SIGNS = re.compile(r"[^\w\s/&%'’().,-]+")
#: A dash or ``n/a`` in a status column says that there is no status.
_NO_STATUS = frozenset({"dash", "not_available"})
_COLOURS = frozenset({"green", "amber", "red"})
#: Least chroma (largest minus smallest channel, of 1) of a colour that seems to say something;
#: heading tints and zebra stripes (#D9E2F3, #E2EFD9, #F2F2F2) have 0.1 and less.
_SPEAKING = 0.25


#: What stands between two ways of saying one status: ``On target (Green)``, ``RED - not met``.
_BETWEEN = re.compile(r"[()\[\]]|\s[-\u2013\u2014:]\s|\s?[/:]\s?")


def _said_twice(text: str, subject: Subject) -> AnyStatus | None:
    """The one status that each of the pieces of a cell names."""
    pieces = [piece.strip() for piece in _BETWEEN.split(text) if piece.strip()]
    statuses = {status_word(piece, subject) for piece in pieces}
    return statuses.pop() if len(pieces) > 1 and len(statuses) == 1 else None


class StatusReading(NamedTuple):
    """A status and what it was read from; all ``None`` where the cell prints nothing."""

    status: AnyStatus | None = None
    as_printed: str | None = None
    carrier: Carrier | None = None
    spot: Spot | None = None


class StatusReader:
    """Reads status cells of one paper with its key, and collects what nothing explains."""

    def __init__(self, desk: Desk, key: Key) -> None:
        self._desk = desk
        self._key = key
        self._unread = Unread()

    def read(
        self,
        spots: Sequence[Spot],
        subject: Subject,
        code: str | None = None,
        heading: str = "",
        shading: str | None = None,
    ) -> StatusReading:
        """The status that the cells of one column in one row show.

        A word is taken before a letter, an icon before a colour; a yes or no answers the column's
        *heading* where that asks for a status. Where a word stands beside an
        icon or colour that says something else a finding is raised. *shading* is the colour on
        which the row's name stands: a cell painted like it shows no status of its own.
        """
        printed = [spot for spot in spots if prints(spot.cell)]
        text = fold(" ".join([spot.cell.named for spot in printed]))
        symbols = lit([symbol for spot in spots for symbol in spot.cell.symbols])
        words = fold(SIGN.sub(" ", text)) if symbols and text else text
        filled = next((spot for spot in spots if spot.cell.fill), None)
        spot = next(iter(printed or spots), None)
        if text and parse_figure(text).state in _NO_STATUS and not symbols:
            return StatusReading()
        if words:
            answer = status_answer(words, heading, subject)
            reading = (
                StatusReading(answer, text, "word", spot)
                if answer
                else self._of_text(text, subject, spot)
            )
            if reading.status is not None:
                fill = filled.cell.fill if filled else None
                self._compare(reading, symbols, fill, subject, code)
                return reading
            coloured = self._of_fill(filled, subject, shading) if filled else StatusReading()
            if not symbols and coloured.status is not None:
                return coloured._replace(as_printed=text)
            if not symbols:
                self._note_unread(reading)
                return reading
        if symbols:
            shown = self._of_icons(symbols, spots, subject, heading)
            return shown._replace(as_printed=text or None)
        if filled is None:
            return StatusReading()
        shown = self._of_fill(filled, subject, shading)
        self._unread.note_shade(heading, filled, shading, read=shown.status is not None)
        return shown

    def _of_text(self, text: str, subject: Subject, spot: Spot | None) -> StatusReading:
        bare = fold(_SIGNS.sub(" ", text))
        for words in (text, bare):
            if words and (status := status_word(words, subject)):
                return StatusReading(status, text, "word", spot)
        if status := _said_twice(text, subject):
            return StatusReading(status, text, "word", spot)
        if letter := status_letter(bare or text):
            keyed = self._key.keyed(bare, subject)
            return StatusReading((keyed[0] if keyed else None) or letter, text, "letter", spot)
        if len(text) <= 2 and (keyed := self._key.keyed(text, subject)):
            carrier: Carrier = (
                "letter" if text.isalnum() else "arrow" if is_arrow(text) else "shape"
            )
            return StatusReading(keyed[0], text, carrier, spot)
        if any(map(str.isalpha, text)):
            return StatusReading(None, text, "word", spot)
        return StatusReading(None, text, "arrow" if is_arrow(text) else "shape", spot)

    def _note_unread(self, reading: StatusReading) -> None:
        if reading.status is None and reading.spot is not None and reading.as_printed:
            self._unread.words.setdefault(reading.as_printed, []).append(reading.spot)

    def _of_icons(
        self, symbols: Sequence[str], spots: Sequence[Spot], subject: Subject, heading: str
    ) -> StatusReading:
        spot = next(spot for spot in spots if spot.cell.symbols)
        carrier = carrier_of(symbols)
        shown = [found for symbol in symbols if (found := self._key.explain(symbol, subject))]
        statuses = {status for status, _ in shown if status is not None}
        if len(statuses) == 1:
            return StatusReading(statuses.pop(), None, carrier, spot)
        unexplained = [symbol for symbol in symbols if not self._key.explains(symbol)]
        if not statuses and unexplained:
            answer = status_answer(read_symbol(unexplained[0]).form, heading, subject)
            plain = plain_status(unexplained, subject) or (
                answer if len(unexplained) == 1 else None
            )
            if plain is not None:
                return StatusReading(plain, None, carrier, spot)
        for symbol in symbols:
            if self._key.explain(symbol, subject) is None:
                self._unread.icons.setdefault(symbol, []).append(spot)
        return StatusReading(None, None, carrier, spot)

    def _of_fill(self, spot: Spot, subject: Subject, shading: str | None = None) -> StatusReading:
        """A status cell's colour, by the key or as what it plainly is."""
        fill = spot.cell.fill
        if fill is None or near_colour(fill, shading):
            return StatusReading()
        keyed = self._key.keyed(fill, subject)
        if keyed is None and self._key.explains(fill):  # as several things
            self._unread.fills.setdefault(fill, []).append(spot)
            return StatusReading(None, None, "fill", spot)
        status = keyed[0] if keyed else status_fill(fill)
        if status:
            return StatusReading(status, None, "fill", spot)
        if _chroma(fill) < _SPEAKING:
            return StatusReading()
        if keyed is None:
            self._unread.fills.setdefault(fill, []).append(spot)
        return StatusReading(None, None, "fill", spot)  # of its own time, but not known which

    def read_fill(
        self, spot: Spot, subject: Subject, *, shading: str | None, alone: bool
    ) -> StatusReading:
        """The status that the colour of a value's cell shows by the paper's own key.

        A cell painted like the row's name (*shading*) shows one only in the very colour of the
        key: whole rows may be painted, or striped. So does the only colour of its column (*alone*),
        which may mark the column.
        """
        fill = spot.cell.fill
        keyed = self._key.keyed(fill, subject) if fill else None
        if fill is None or keyed is None or keyed[0] is None:
            return StatusReading()
        doubtful = alone or near_colour(fill, shading)
        if doubtful and not self._key.shows(fill):
            return StatusReading()
        return StatusReading(keyed[0], None, "fill", spot)

    def note_signs(self, spot: Spot) -> bool:
        """Remember signs in the colour of a traffic light beside a value, arrows apart.

        A value's cell that is painted in several colours bears one, if any of them is such a
        colour. Returns whether there are any that nothing explains.
        """
        noted = False
        for name in spot.cell.symbols:
            sign = read_symbol(name)
            colours = sign.form.split("/") if sign.kind == "fill" and sign.form else [sign.colour]
            shines = not sign.way and any(status_fill(colour) for colour in colours)
            if shines and not self._key.explains(name):
                self._unread.icons.setdefault(name, []).append(spot)
                noted = True
        return noted

    def note_fill(self, spot: Spot) -> None:
        """Remember a value's cell in the colour of a traffic light that nothing explains."""
        if spot.cell.fill:
            self._unread.fills.setdefault(spot.cell.fill, []).append(spot)

    def note_white(self, heading: str, spot: Spot) -> None:
        """Remember a result without the colour that others under its *heading* have."""
        self._unread.white.setdefault(heading, []).append(spot)

    def _compare(
        self,
        reading: StatusReading,
        symbols: Sequence[str],
        fill: str | None,
        subject: Subject,
        code: str | None,
    ) -> None:
        """Raise ``status.disagree`` where a sign beside the word says something else."""
        signs = [(symbol, "icon") for symbol in symbols]
        said: list[tuple[AnyStatus, str, str]] = []
        for symbol, kind in signs:
            keyed = self._key.keyed(symbol, subject)
            if keyed and keyed[0]:
                said.append((keyed[0], keyed[1], kind))
            elif keyed is None and reading.status in _COLOURS:
                sign = read_symbol(symbol)
                if (light := status_fill(sign.colour)) and not sign.way:
                    said.append((light, light, kind))
        colour = status_fill(fill)
        if colour and reading.status in _COLOURS and not symbols:
            said.append((colour, colour, "colour"))
        for status, printed, kind in said:
            if status != reading.status:
                self._desk.tell(
                    "status.disagree",
                    "warning",
                    f"the word says {reading.as_printed}, the {kind} beside it says {printed}",
                    spots=[reading.spot] if reading.spot else (),
                    code=code,
                    printed=reading.as_printed,
                    expected=printed,
                )

    def trend(self, spots: Sequence[Spot]) -> str | None:
        """What a trend cell prints, or what the paper's key says its sign means.

        A drawn arrow that no key explains is told as the character it looks like.
        """
        text = fold(" ".join(spot.cell.named for spot in spots if prints(spot.cell)))
        symbols = [symbol for spot in spots for symbol in spot.cell.symbols]
        if text and not (symbols and not fold(SIGN.sub("", text))):
            if len(text) <= 2 and not text.isalnum() and (said := self._key.trend(text)):
                return said
            return text
        for symbol in symbols:
            if said := self._key.trend(symbol):
                return said
        for symbol in symbols:
            if not self._key.lists(symbol) and not read_symbol(symbol).sign:
                self._unread.trends.setdefault(symbol, []).extend(spots)
        return text or ways_of(symbols)

    def arrow_in(self, spot: Spot) -> str | None:
        """The direction that an arrow beside a value or a status tells."""
        for name in spot.cell.symbols:
            keyed = self._key.keyed(name, "indicators")
            if keyed and keyed[0]:
                continue  # the key says that it is a status
            if keyed and speaks_of_trend(keyed[1]):
                return self._key.trend(name)
            if way := ways_of([name]):
                return way
        return None

    def tell_unexplained(self) -> None:
        """Raise the findings on what was not read."""
        self._unread.tell(self._desk)


def _chroma(fill: str) -> float:
    channels = [int(fill[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return max(channels) - min(channels)
