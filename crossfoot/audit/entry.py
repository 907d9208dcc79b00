"""One rule as the book of all rules lists it."""

from __future__ import annotations

from typing import Literal, NamedTuple

from crossfoot.schema.values import Severity

#: Who raises it: the reading of a paper, a rule that one paper can break, one that compares papers.
Origin = Literal["reader", "paper", "across"]

NOTE: tuple[Severity, ...] = ("note",)
WARNING: tuple[Severity, ...] = ("warning",)
NOTE_OR_WARNING: tuple[Severity, ...] = ("note", "warning")


class Entry(NamedTuple):
    """What a rule is called, what it checks, and how bad its findings are, the mildest first."""

    rule_id: str
    title: str
    severities: tuple[Severity, ...]
    origin: Origin
    checks: str

    @property
    def page(self) -> str:
        """The page on this rule, from the root of the repository."""
        return f"docs/rules/{self.rule_id}.md"


def by_reader(rule_id: str, title: str, severities: tuple[Severity, ...], checks: str) -> Entry:
    """Return the entry of what the reading of a paper tells."""
    return Entry(rule_id, title, severities, "reader", checks)
