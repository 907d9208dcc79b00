"""The rules that compare papers, for the book of all rules."""

from __future__ import annotations

from crossfoot.audit.entry import Entry

ACROSS_ENTRIES: tuple[Entry, ...] = ()
