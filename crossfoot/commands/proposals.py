"""What to add to a headings file so that columns nobody could make sense of are read."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from crossfoot.normalise.figures import parse_figure
from crossfoot.normalise.heading_proposals import heading_words, propose
from crossfoot.normalise.headings import heading_key, load_headings
from crossfoot.schema.paper import Paper
from crossfoot.schema.rows import CellRow

_NO_DATA = frozenset({"heading", "repeated_heading", "section", "cover", "legend"})
_LONGEST = 60
_FEWEST_COLUMNS = 3


class Proposal(NamedTuple):
    """A heading that is not listed and the meanings it may have, the likeliest first."""

    heading: str
    meanings: tuple[str, ...]


def proposals(paper: Paper) -> list[Proposal]:
    """The headings of a paper that are not listed, in print order, each once."""
    listed = load_headings()
    found: dict[str, Proposal] = {}
    for heading, texts in _unknown(paper):
        words = heading_words(heading)
        key = heading_key(words)
        if key and key not in found and listed.exact(words) is None:
            found[key] = Proposal(words, propose(heading, texts))
    return list(found.values())


def as_toml(found: Sequence[Proposal]) -> str:
    """The proposals as a headings file: the likeliest meaning of each, the others as comments."""
    lines = ["[headings]"]
    for meaning in dict.fromkeys(proposal.meanings[0] for proposal in found):
        own = [proposal for proposal in found if proposal.meanings[0] == meaning]
        names = ", ".join(_quoted(proposal.heading) for proposal in own)
        key = _quoted(meaning) if "." in meaning else meaning
        lines.append(f"{key} = [{names}]")
        for proposal in own:
            others = " or ".join(proposal.meanings[1:])
            if others:
                lines.append(f"# {_quoted(proposal.heading)} may be {others} instead")
    return "\n".join(lines)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _unknown(paper: Paper) -> Iterator[tuple[str, list[str]]]:
    """Headings that were not understood, with what stands under each."""
    cells = {cell.cell_id: cell for cell in paper.cells if cell.fragment == 1}
    tables: dict[int, list[CellRow]] = {}
    for cell in cells.values():
        tables.setdefault(cell.table_no, []).append(cell)
    proofs: dict[str, list[CellRow]] = {}
    for proof in paper.finding_cells:
        if proof.cell_id in cells:
            proofs.setdefault(proof.finding_id, []).append(cells[proof.cell_id])
    for finding in paper.findings:
        for cell in proofs.get(finding.finding_id, []):
            table = tables[cell.table_no]
            if finding.rule_id == "heading.unknown" and finding.printed:
                yield finding.printed, _under(cell, table)
            elif finding.rule_id == "table.not_understood" and finding.severity == "warning":
                yield from _first_row(table)


def _first_row(table: Sequence[CellRow]) -> Iterator[tuple[str, list[str]]]:
    """The headings of a table that was not understood: its first row of several short words."""
    rows: dict[int, list[CellRow]] = {}
    for cell in table:
        if cell.text:
            rows.setdefault(cell.row_no, []).append(cell)
    for _, row in sorted(rows.items())[:_FEWEST_COLUMNS]:
        texts = [cell.text or "" for cell in row]
        wordy = all(len(text) <= _LONGEST and parse_figure(text).state == "other" for text in texts)
        if len(row) >= _FEWEST_COLUMNS and wordy:
            for cell in row:
                yield cell.text or "", _under(cell, table)
            return


def _under(heading: CellRow, table: Sequence[CellRow]) -> list[str]:
    """The texts under a heading cell."""
    columns = range(heading.col_no, heading.col_no + heading.col_span)
    return [
        cell.text
        for cell in table
        if cell.text
        and cell.row_no > heading.row_no
        and cell.col_no in columns
        and cell.col_no + cell.col_span <= columns.stop
        and cell.role not in _NO_DATA
    ]
