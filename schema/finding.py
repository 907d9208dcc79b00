"""What is wrong with, or worth knowing about, what a paper prints: records, not exceptions."""

from __future__ import annotations

from typing import NamedTuple

from pydantic import Field

from crossfoot.schema.identity import make_id
from crossfoot.schema.model import Model, unchecked
from crossfoot.schema.page import Box
from crossfoot.schema.values import LinkKind, Severity


class Finding(Model):
    """What is wrong with, or worth knowing about, what a paper prints, and where.

    ``page`` and box are null where the finding speaks of the whole document.
    """

    finding_id: str = Field(
        description="Id of the finding: the same remark on the same place keeps it."
    )
    rule_id: str = Field(description="The rule that found it.")
    severity: Severity = Field(
        description=(
            "error: the paper contradicts itself or another; warning: probably wrong or misread; "
            "note: worth knowing."
        )
    )
    document_id: str = Field(description="The paper: SHA-256 of its file, 64 hex digits.")
    page: int | None = Field(
        default=None,
        description="Page of the file, counted from 1; null where it speaks of the whole document.",
    )
    x0: float | None = Field(
        default=None, description="Left edge in PDF points from the left of the page as displayed."
    )
    y0: float | None = Field(
        default=None, description="Upper edge in PDF points from the top of the page as displayed."
    )
    x1: float | None = Field(
        default=None, description="Right edge in PDF points from the left of the page as displayed."
    )
    y1: float | None = Field(
        default=None, description="Lower edge in PDF points from the top of the page as displayed."
    )
    council: str | None = Field(default=None, description="The council that it concerns.")
    code: str | None = Field(default=None, description="The code that it concerns.")
    message: str = Field(description="What was found, in words.")
    printed: str | None = Field(default=None, description="What stands in the paper.")
    expected: str | None = Field(default=None, description="What should stand there.")
    accepted_because: str | None = Field(
        default=None, description="Why a person accepted it; null where nobody did."
    )


class FindingCell(Model):
    """A cell that proves a finding."""

    finding_id: str = Field(description="The finding.")
    cell_id: str = Field(description="A cell that proves it.")


class Check(NamedTuple):
    """How many checks of one rule held in one document."""

    document_id: str
    rule_id: str
    held: int


class Link(Model):
    """A decision on two series, taken by a person."""

    link_id: str = Field(description="Id of the decision: one for each pair of series.")
    series_a: str = Field(description="The series that is the kind of the other.")
    series_b: str = Field(description="The other series.")
    kind: LinkKind = Field(description="What series_a is of series_b.")
    decided_by: str | None = Field(description="Who decided it.")
    decided_at: str = Field(description="When it was decided, UTC, ISO 8601.")
    because: str | None = Field(description="Why it was decided.")


_new_finding = unchecked(Finding)


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
    return _new_finding(
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
