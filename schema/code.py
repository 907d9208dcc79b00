"""A code: what identifies an indicator or an action within a council."""

from __future__ import annotations

from typing import Literal

from crossfoot.schema.model import Model

CodeFamily = Literal["best_value", "national", "local", "plan_action", "plan_reference"]


class Code(Model):
    """A parsed code.

    ``label`` is the canonical spelling (``BV79b(iii)``, ``COMS1620_16``), ``key`` the case-folded
    identity that is compared and never changes, ``as_printed`` the paper's own spelling.
    """

    family: CodeFamily
    label: str
    key: str
    as_printed: str
