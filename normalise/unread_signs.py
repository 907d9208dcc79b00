"""Signs and words of status that nothing explains: collected row by row, told once each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from crossfoot.normalise.desk import Desk, Spot
from crossfoot.normalise.key_match import near_colour
from crossfoot.schema.values import Severity


class Remark(NamedTuple):
    """What is told of one kind of sign: where it is held, the rule, and what the finding says."""

    rule: str
    held: str
    severity: Severity
    stands_for: str
    message: str


_REMARKS = (
    Remark(
        "status.unexplained_icon",
        "icons",
        "warning",
        "row",
        "no key says what the icon {sign} means, or it says several things; it stands for the "
        "status of {many}",
    ),
    Remark(
        "status.unexplained_fill",
        "fills",
        "warning",
        "cell",
        "neither a key nor a sentence says what the colour {sign} means, or they say several "
        "things; it stands behind {many} of statuses or results",
    ),
    Remark(
        "status.unexplained_fill",
        "white",
        "note",
        "cell",
        "{many} under {sign!r} print results without the colour that others there have; what the "
        "results before them show was not taken for the latest status",
    ),
    Remark(
        "trend.unexplained_icon",
        "trends",
        "note",
        "row",
        "no key says what the icon {sign} means; it stands for the direction of travel of {many}",
    ),
    Remark(
        "status.unknown_word",
        "words",
        "note",
        "row",
        "{sign!r} stands for the status of {many} and is no known status",
    ),
)


#: Of 255. What is written in colours and copied in grey keeps channels alike to a few units; green,
#: amber and red of traffic lights become shades 20 and more apart (#00B050: 121, #FFC000: 192,
#: #FF0000: 76), tints of one grey in a table are less.
_COLOURLESS = 6
_WHITE = 245
_APART = 20


@dataclass
class Unread:
    """What stands for a status or a trend and was not read, with the cells it stands in."""

    icons: dict[str, list[Spot]] = field(default_factory=dict)
    fills: dict[str, list[Spot]] = field(default_factory=dict)
    #: Results without a colour under headings where others have one.
    white: dict[str, list[Spot]] = field(default_factory=dict)
    trends: dict[str, list[Spot]] = field(default_factory=dict)
    words: dict[str, list[Spot]] = field(default_factory=dict)
    #: Cells of statuses that hold nothing but a shade of grey, by their column's heading.
    shades: dict[str, list[Spot]] = field(default_factory=dict)
    #: Whether a colour was read as a status: then grey says something else, or nothing.
    is_coloured: bool = False

    def note_shade(self, heading: str, spot: Spot, shading: str | None, *, read: bool) -> None:
        """Remember a status cell that is only filled, with whether a status was *read* from it."""
        fill = spot.cell.fill
        self.is_coloured |= read
        if not read and fill and _is_grey(fill) and not near_colour(fill, shading):
            self.shades.setdefault(heading, []).append(spot)

    def tell(self, desk: Desk) -> None:
        """Raise one finding for each icon, colour or word."""
        for kind in _REMARKS:
            for sign, spots in getattr(self, kind.held).items():
                many = f"{len(spots)} {kind.stands_for}{'s' if len(spots) > 1 else ''}"
                message = kind.message.format(sign=sign, many=many)
                desk.tell(kind.rule, kind.severity, message, spots=spots, printed=sign)
        for heading, spots in {} if self.is_coloured else self.shades.items():
            shades = sorted({spot.cell.fill for spot in spots if spot.cell.fill})
            if _differ(shades):
                desk.tell(
                    "status.grey",
                    "warning",
                    f"the cells under {heading!r} hold nothing but {len(shades)} shades of grey in "
                    f"{len(spots)} rows: a copy without colours has lost their statuses",
                    spots=spots,
                    printed=", ".join(shades),
                )


def _lightness(fill: str) -> int:
    return int(fill[1:3], 16)


def _is_grey(fill: str) -> bool:
    """Whether a fill that is not white, nor nearly, has no colour but what a copier leaves."""
    channels = [int(fill[at : at + 2], 16) for at in (1, 3, 5)]
    return max(channels) - min(channels) <= _COLOURLESS and max(channels) < _WHITE


def _differ(shades: Sequence[str]) -> bool:
    """Whether shades are more than one, as an eye tells them apart."""
    levels = [_lightness(fill) for fill in shades]
    return bool(levels) and max(levels) - min(levels) >= _APART
