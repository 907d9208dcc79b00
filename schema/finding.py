"""What is wrong with, or worth knowing about, what a paper prints: records, not exceptions."""

from __future__ import annotations

from typing import NamedTuple

from crossfoot.schema.identity import make_id
from crossfoot.schema.model import Model
from crossfoot.schema.page import Box
from crossfoot.schema.values import LinkKind, Severity


class Finding(Model):
    """One finding. ``printed`` is what stands there, ``expected`` what should.

    ``page`` and box are null where the finding speaks of the whole document.
    """

    finding_id: str
    rule_id: str
    severity: Severity
    document_id: str
    page: int | None = None
    x0: float | None = None
    y0: float | None = None
    x1: float | None = None
    y1: float | None = None
    council: str | None = None
    code: str | None = None
    message: str
    printed: str | None = None
    expected: str | None = None
    accepted_because: str | None = None


class FindingCell(Model):
    """A cell that proves a finding."""

    finding_id: str
    cell_id: str


class Check(NamedTuple):
    """How many checks of one rule held in one document."""

    document_id: str
    rule_id: str
    held: int


class Link(Model):
    """A decision on two series, taken by a person. ``decided_at`` is UTC, ISO 8601."""

    link_id: str
    series_a: str
    series_b: str
    kind: LinkKind
    decided_by: str | None
    decided_at: str
    because: str | None


def make_finding(  # noqa: PLR0913 - one keyword per published column
    rule_id: str,
    severity: Severity,
    document_id: str,
    message: str,
    *,
    place: tuple[int, Box | None] | None = None,
    council: str | None = None,
    code: str | None = None,
    printed: str | None = None,
    expected: str | None = None,
) -> Finding:
    """Build a finding whose id depends on the rule, the place and what it says.

    A place without a box is a whole page.
    """
    page, box = place if place else (None, None)
    spot = box.rounded() if box else None
    return Finding(
        finding_id=make_id(rule_id, document_id, page, spot, code, printed, expected, message),
        rule_id=rule_id,
        severity=severity,
        document_id=document_id,
        page=page,
        x0=spot.x0 if spot else None,
        y0=spot.y0 if spot else None,
        x1=spot.x1 if spot else None,
        y1=spot.y1 if spot else None,
        council=council,
        code=code,
        message=message,
        printed=printed or None,
        expected=expected or None,
    )
