"""Makes the sample papers: ``python -m samples.make``.

Writes each PDF with its expected rows beside it, and the manifests. Where Chromium or LibreOffice
is missing, the committed files of that producer stay as they are.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from samples import render_html, render_libreoffice, render_reportlab
from samples.expect import expected
from samples.expected import FOLDER, PRIMARY, SECOND
from samples.facts import Paper
from samples.layouts import drawing
from samples.locate import locate
from samples.papers.catalogue import PAPERS

COLUMNS = ("file", "council", "committee", "title", "published_on", "period", "source_url")
PRODUCERS = {"chromium": render_html.render, "libreoffice": render_libreoffice.render}
SECOND_PRODUCERS = {
    "2007-09_improvement_plan": ("chromium", "libreoffice"),
    "2019-20_q1_support_services": ("libreoffice",),
    "2019-20_q2_quarterly_report": ("chromium",),
    "2019-20_community_safety": ("libreoffice",),
    "2021-22_q1_support_services": ("chromium",),
    "2023-24_q1_support_services": ("libreoffice",),
}


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
    data, pages, count = render_reportlab.render(drawing(paper))
    return data, expected(paper, pages, f"{paper.stem}.pdf", count)


def rows_of(paper: Paper, data: bytes, file_name: str) -> dict[str, Any]:
    """Return the expected rows of *paper* as any producer laid it out: pages are looked for."""
    pages, count = locate(data, drawing(paper))
    return expected(paper, pages, file_name, count)


def manifest(pairs: Iterable[tuple[str, Paper]]) -> str:
    """Return a manifest with what the papers do not print: one (file, paper) a line."""
    lines = [",".join(COLUMNS)]
    for name, paper in pairs:
        known = paper.known
        lines.append(f"{name},{known.council},{known.committee},,{known.published_on},,")
    return "\n".join(lines) + "\n"


def second_file(stem: str, producer: str) -> str:
    """The name of a second producer's PDF."""
    return f"{stem}_{producer}.pdf"


def write(pdf: Path, data: bytes, rows: dict[str, Any]) -> None:
    """Write a PDF and its expected rows."""
    pdf.parent.mkdir(exist_ok=True)
    pdf.write_bytes(data)
    pdf.with_suffix(".expected.json").write_text(as_json(rows), encoding="utf-8")


def write_second(paper: Paper, producer: str) -> None:
    """Write *paper* as the second *producer* prints it, or say that it is not installed."""
    name = second_file(paper.stem, producer)
    try:
        data = PRODUCERS[producer](drawing(paper))
    except FileNotFoundError as error:
        print(f"{name} stays as it is: {error}", file=sys.stderr)
        return
    write(SECOND / name, data, rows_of(paper, data, name))


def main() -> None:
    """Make everything anew."""
    for paper in PAPERS:
        write(PRIMARY / f"{paper.stem}.pdf", *primary(paper))
        for producer in SECOND_PRODUCERS[paper.stem]:
            write_second(paper, producer)
    text = manifest((f"pdf/{paper.stem}.pdf", paper) for paper in PAPERS)
    (FOLDER / "manifest.csv").write_text(text, encoding="utf-8")
    text = manifest(
        (f"second_producer/{second_file(paper.stem, producer)}", paper)
        for paper in PAPERS
        for producer in SECOND_PRODUCERS[paper.stem]
    )
    (SECOND / "manifest.csv").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
