"""Reading the status of a row from its status cell, and by what sign it was read (ruling 9)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from crossfoot.normalise.desk import Desk, Spot, prints
from crossfoot.normalise.figures import parse_figure
from crossfoot.normalise.legends import Key
from crossfoot.normalise.statuses import (
    status_answer,
    status_fill,
    status_letter,
    status_word,
)
from crossfoot.schema.text import fold
from crossfoot.schema.values import AnyStatus, Carrier, Subject

_SIGNS = re.compile(r"[^\w\s/&%'’().,-]+")
_ARROW = re.compile(r"[\u2190-\u21ff\u25b2\u25bc\u25ba\u25c4\u2b06\u2b07]")
#: A dash or ``n/a`` in a status column says that there is no status.
_NO_STATUS = frozenset({"dash", "not_available"})
_COLOURS = frozenset({"green", "amber", "red"})


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
    """Reads status cells of one paper with its key, and collects icons that nothing explains."""

    def __init__(self, desk: Desk, key: Key) -> None:
        self._desk = desk
        self._key = key
        self._unexplained: dict[str, list[Spot]] = {}
        self._unread: dict[str, list[Spot]] = {}

    def read(
        self,
        spots: Sequence[Spot],
        subject: Subject,
        code: str | None = None,
        heading: str = "",
    ) -> StatusReading:
        """The status that the cells of one column in one row show.

        A word is taken before a letter, an icon before a colour; a yes or no answers the column's
        *heading* where that asks for a status. Where a word stands beside an
        icon or colour that says something else a finding is raised.
        """
        text = fold(" ".join(spot.cell.text for spot in spots if prints(spot.cell)))
        symbols = [symbol for spot in spots for symbol in spot.cell.symbols]
        filled = next((spot for spot in spots if spot.cell.fill), None)
        spot = next((spot for spot in spots if prints(spot.cell)), spots[0] if spots else None)
        if text and parse_figure(text).state in _NO_STATUS and not symbols:
            return StatusReading()
        if text:
            answer = status_answer(text, heading, subject)
            reading = (
                StatusReading(answer, text, "word", spot)
                if answer
                else self._of_text(text, subject, spot)
            )
            if reading.status is not None:
                fill = filled.cell.fill if filled else None
                self._compare(reading, symbols, fill, subject, code)
                return reading
            coloured = self._of_fill(filled, subject) if filled else StatusReading()
            if not symbols and coloured.status is not None:
                return coloured._replace(as_printed=text)
            if not symbols:
                self._note_unread(reading)
                return reading
        if symbols:
            shown = self._of_icons(symbols, spots, subject)
            return shown._replace(as_printed=text or None)
        if filled is not None:
            return self._of_fill(filled, subject)
        return StatusReading()

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
                "letter" if text.isalnum() else "arrow" if _ARROW.search(text) else "shape"
            )
            return StatusReading(keyed[0], text, carrier, spot)
        if any(map(str.isalpha, text)):
            return StatusReading(None, text, "word", spot)
        return StatusReading(None, text, "arrow" if _ARROW.search(text) else "shape", spot)

    def _note_unread(self, reading: StatusReading) -> None:
        if reading.status is None and reading.spot is not None and reading.as_printed:
            self._unread.setdefault(reading.as_printed, []).append(reading.spot)

    def _of_icons(
        self, symbols: Sequence[str], spots: Sequence[Spot], subject: Subject
    ) -> StatusReading:
        spot = next(spot for spot in spots if spot.cell.symbols)
        shown = [found for symbol in symbols if (found := self._key.explain(symbol, subject))]
        statuses = {status for status, _ in shown if status is not None}
        if len(statuses) == 1:
            return StatusReading(statuses.pop(), None, "icon", spot)
        for symbol in symbols:
            if not self._key.explains(symbol):
                self._unexplained.setdefault(symbol, []).append(spot)
        return StatusReading(None, None, "icon", spot)

    def _of_fill(self, spot: Spot, subject: Subject) -> StatusReading:
        fill = spot.cell.fill
        keyed = self._key.keyed(fill, subject) if fill else None
        status = keyed[0] if keyed else status_fill(fill)
        return StatusReading(status, None, "fill", spot) if status else StatusReading()

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

    def trend(self, spots: Sequence[Spot], subject: Subject) -> str | None:
        """What a trend cell prints, or what the paper's key says its arrow means."""
        text = fold(" ".join(spot.cell.text for spot in spots if prints(spot.cell)))
        if text:
            return text
        for spot in spots:
            for symbol in spot.cell.symbols:
                if found := self._key.explain(symbol, subject):
                    return found[1]
        return None

    def tell_unexplained(self) -> None:
        """Raise one finding per icon or word that stands for a status and that nothing explains."""
        for symbol, spots in self._unexplained.items():
            self._desk.tell(
                "status.unexplained_icon",
                "warning",
                f"no key says what the icon {symbol} means; it stands for the status of "
                f"{len(spots)} row{'s' if len(spots) > 1 else ''}",
                spots=spots,
                printed=symbol,
            )
        for text, spots in self._unread.items():
            self._desk.tell(
                "status.unknown_word",
                "note",
                f"{text!r} stands for the status of {len(spots)} row"
                f"{'s' if len(spots) > 1 else ''} and is no known status",
                spots=spots,
                printed=text,
            )
