"""Expected rows of counts and keys."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from samples.document import Key
from samples.facts import CountingSentence, CountTable, KeyLine, KeyTable, ShareTables

Row = dict[str, Any]
RELATIONS = (
    "indicators",
    "statuses",
    "figures",
    "actions",
    "action_months",
    "summaries",
    "legends",
)


@dataclass
class Counts:
    """Rows by relation, and how counts and keys are added to them."""

    pages: Mapping[Key, int]
    rows: dict[str, list[Row]] = field(default_factory=lambda: {name: [] for name in RELATIONS})

    def page(self, block: int, row: int) -> int:
        return self.pages[block, row]

    def counts(self, table: CountTable, block: int) -> None:
        for number, (name, counts) in enumerate(table.rows, start=1):
            total = name == table.total
            for status, count in zip(table.statuses, counts, strict=True):
                no_brackets = 0 if table.brackets and count.item_count is not None else None
                self.summary(
                    page=self.page(block, number),
                    subject=table.subject,
                    section=None if total else name,
                    is_total=total,
                    status=status.meaning,
                    status_as_printed=status.word,
                    item_count=count.item_count,
                    csi_count=no_brackets if count.csi_count is None else count.csi_count,
                    period=table.period,
                    as_printed=count.as_printed,
                )

    def shares(self, block: ShareTables, number: int) -> None:
        offset = 0
        for _, period, lines in block.tables:
            for row, (status, count, share) in enumerate(lines, start=1):
                self.summary(
                    page=self.page(number, offset + row),
                    subject="actions",
                    status=status.meaning,
                    status_as_printed=status.word,
                    item_count=count,
                    percentage=share,
                    period=period,
                    as_printed=str(count),
                )
            offset += len(lines) + 1

    def sentence(self, block: CountingSentence, number: int) -> None:
        for said in block.counts:
            self.summary(
                page=self.page(number, 0),
                subject=block.subject,
                is_total=said.is_total,
                status=said.status,
                status_as_printed=said.status_as_printed,
                item_count=said.item_count,
                percentage=said.percentage,
                period=block.period,
                as_printed=said.as_printed,
            )

    def summary(self, **columns: object) -> None:
        blank = dict.fromkeys(("section", "csi_count", "percentage"))
        ordered = {"page": columns["page"], "subject": columns["subject"], "is_total": False}
        self.rows["summaries"].append({**ordered, **blank, **columns})

    def key(self, table: KeyTable, block: int) -> None:
        for number, entry in enumerate(table.entries, start=1 if table.headings else 0):
            self.legend(self.page(block, number), entry.words, entry.meaning)

    def key_line(self, line: KeyLine, block: int) -> None:
        self.legend(self.page(block, 0), line.entry.words, line.entry.meaning)

    def legend(self, page: int, words: str, meaning: str) -> None:
        row = {"page": page, "meaning_as_printed": words, "meaning": meaning}
        self.rows["legends"].append(row)
