"""Signs and words of status that nothing explains: collected row by row, told once each."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from crossfoot.normalise.desk import Desk, Spot
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
        "neither a key nor a sentence says what the colour {sign} means; it stands behind {many} "
        "of statuses or results",
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


@dataclass
class Unread:
    """What stands for a status or a trend and was not read, with the cells it stands in."""

    icons: dict[str, list[Spot]] = field(default_factory=dict)
    fills: dict[str, list[Spot]] = field(default_factory=dict)
    trends: dict[str, list[Spot]] = field(default_factory=dict)
    words: dict[str, list[Spot]] = field(default_factory=dict)

    def tell(self, desk: Desk) -> None:
        """Raise one finding for each icon, colour or word."""
        for kind in _REMARKS:
            for sign, spots in getattr(self, kind.held).items():
                many = f"{len(spots)} {kind.stands_for}{'s' if len(spots) > 1 else ''}"
                message = kind.message.format(sign=sign, many=many)
                desk.tell(kind.rule, kind.severity, message, spots=spots, printed=sign)
