"""Signs and words of status that nothing explains: collected row by row, told once each."""

from __future__ import annotations

from dataclasses import dataclass, field

from crossfoot.normalise.desk import Desk, Spot


@dataclass
class Unread:
    """What stands for a status or a trend and was not read, with the cells it stands in."""

    icons: dict[str, list[Spot]] = field(default_factory=dict)
    fills: dict[str, list[Spot]] = field(default_factory=dict)
    trends: dict[str, list[Spot]] = field(default_factory=dict)
    words: dict[str, list[Spot]] = field(default_factory=dict)

    def tell(self, desk: Desk) -> None:
        """Raise one finding for each icon, colour or word."""
        for symbol, spots in self.icons.items():
            desk.tell(
                "status.unexplained_icon",
                "warning",
                f"no key says what the icon {symbol} means, or it says several things; it stands "
                f"for the status of {len(spots)} row{'s' if len(spots) > 1 else ''}",
                spots=spots,
                printed=symbol,
            )
        for fill, spots in self.fills.items():
            desk.tell(
                "status.unexplained_fill",
                "warning",
                f"neither a key nor a sentence says what the colour {fill} means; it stands behind "
                f"{len(spots)} cell{'s' if len(spots) > 1 else ''} of statuses or results",
                spots=spots,
                printed=fill,
            )
        for symbol, spots in self.trends.items():
            desk.tell(
                "trend.unexplained_icon",
                "note",
                f"no key says what the icon {symbol} means; it stands for the direction of travel "
                f"of {len(spots)} row{'s' if len(spots) > 1 else ''}",
                spots=spots,
                printed=symbol,
            )
        for text, spots in self.words.items():
            desk.tell(
                "status.unknown_word",
                "note",
                f"{text!r} stands for the status of {len(spots)} row"
                f"{'s' if len(spots) > 1 else ''} and is no known status",
                spots=spots,
                printed=text,
            )
