"""Print each paper of a list with MuPDF: grounds and rules first, then all letters of an ink.

Every glyph has a place of its own, as this library writes text.
"""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Sequence
from importlib import import_module
from typing import Any

from benchmarks.confidence.seventh.marks import SIGNS, Face, Mark, Page


def write(laid: Sequence[Page], used: Face, style: dict[str, Any], signs: str, pdf: str) -> None:
    """Write the pages of a paper; *signs* is the file of a type that has them."""
    pymupdf: Any = import_module("pymupdf")  # a set drawn by others does not need it
    document = pymupdf.open()
    fonts: list[Any] = [
        pymupdf.Font(fontfile=used.files[place]) if used.files else pymupdf.Font(_BASE[name])
        for place, name in enumerate(used.names)
    ]
    fonts.append(pymupdf.Font(fontfile=signs))
    for each in laid:
        page = document.new_page(width=each.wide, height=each.high)
        _paint(page, each.marks, style)
        inks: dict[str, Any] = {}
        for mark in each.marks:
            if mark.kind == "text" and mark.text:
                if mark.ink not in inks:
                    inks[mark.ink] = pymupdf.TextWriter(page.rect)
                font = fonts[2 if mark.text in SIGNS else mark.bold]
                inks[mark.ink].append(mark.at, mark.text, font=font, fontsize=mark.size)
        for ink, writer in inks.items():
            writer.write_text(page, color=_colour(ink))
    document.subset_fonts()
    document.save(pdf, garbage=3, deflate=True)
    document.close()


_BASE = {
    "Helvetica": "helv",
    "Helvetica-Bold": "hebo",
    "Times-Roman": "tiro",
    "Times-Bold": "tibo",
}


def _paint(page: Any, marks: Sequence[Mark], style: dict[str, Any]) -> None:
    shape = page.new_shape()
    for mark in marks:
        if mark.kind == "fill":
            left, top, wide, high = mark.at
            shape.draw_rect((left, top, left + wide, top + high))
            shape.finish(fill=_colour(mark.ink), color=None)
    for mark in marks:
        if mark.kind == "line":
            shape.draw_line(mark.at[:2], mark.at[2:])
            dashes = "[2 1.5] 0" if style["dashed"] else None
            shape.finish(color=_colour(mark.ink), width=mark.size, dashes=dashes)
    shape.commit()
    for mark in marks:
        if mark.kind == "picture":
            left, top, wide, high = mark.at
            png = b64decode(style["pictures"][mark.text]["png"])
            page.insert_image((left, top, left + wide, top + high), stream=png)


def _colour(ink: str) -> tuple[float, ...]:
    return tuple(int(ink[place : place + 2], 16) / 255 for place in (0, 2, 4))
