"""Makes the sample papers: ``python -m samples.make``.

Writes each PDF with its expected rows beside it, and the manifest.
"""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

from samples.expect import expected
from samples.expected import FOLDER, PRIMARY
from samples.facts import Paper
from samples.layouts import drawing
from samples.papers.catalogue import PAPERS
from samples.render_reportlab import render

COLUMNS = ("file", "council", "committee", "title", "published_on", "period", "source_url")


def as_json(rows: dict[str, Any]) -> str:
    """Return expected rows as they are committed: one row a line."""
    parts = []
    for name, value in rows.items():
        if isinstance(value, list):
            lines = ",\n    ".join(json.dumps(row, ensure_ascii=False) for row in value)
            text = f"[\n    {lines}\n  ]" if value else "[]"
        else:
            text = json.dumps(value, ensure_ascii=False)
        parts.append(f'  "{name}": {text}')
    return "{\n" + ",\n".join(parts) + "\n}\n"


def primary(paper: Paper) -> tuple[bytes, dict[str, Any]]:
    """Return the ReportLab PDF of *paper* and its expected rows."""
    data, pages, count = render(drawing(paper))
    return data, expected(paper, pages, f"{paper.stem}.pdf", count)


def manifest_row(name: str, document: dict[str, Any]) -> list[str]:
    """Return a manifest line for the PDF *name*, relative to this folder."""
    columns = ("council", "committee", "title", "published_on", "reporting_period")
    return [name, *(document[column] or "" for column in columns), ""]


def write(pdf: Path, data: bytes, rows: dict[str, Any]) -> None:
    """Write a PDF and its expected rows."""
    pdf.parent.mkdir(exist_ok=True)
    pdf.write_bytes(data)
    pdf.with_suffix(".expected.json").write_text(as_json(rows), encoding="utf-8")


def main() -> None:
    lines = []
    for paper in PAPERS:
        data, rows = primary(paper)
        write(PRIMARY / f"{paper.stem}.pdf", data, rows)
        lines.append(manifest_row(f"pdf/{paper.stem}.pdf", rows["documents"][0]))
    with (FOLDER / "manifest.csv").open("w", newline="", encoding="utf-8") as file:
        csv.writer(file, lineterminator="\n").writerows([COLUMNS, *lines])


if __name__ == "__main__":
    main()
