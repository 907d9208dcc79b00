"""The book of all rules: every ``rule_id`` that a finding can have, whoever raises it."""

from __future__ import annotations

from collections.abc import Mapping

from crossfoot.audit.across.book import ACROSS_ENTRIES
from crossfoot.audit.book_pages import PAGE_ENTRIES
from crossfoot.audit.book_paper import PAPER_ENTRIES
from crossfoot.audit.book_rows import ROW_ENTRIES
from crossfoot.audit.book_tables import TABLE_ENTRIES
from crossfoot.audit.entry import Entry

BOOK: Mapping[str, Entry] = {
    entry.rule_id: entry
    for entry in sorted(
        (*PAPER_ENTRIES, *ACROSS_ENTRIES, *PAGE_ENTRIES, *TABLE_ENTRIES, *ROW_ENTRIES)
    )
}
