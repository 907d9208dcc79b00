"""What a page shows: paragraphs, tables of cells, page breaks. Every producer draws these.

A text may hold ``<b>…</b>`` and ``<sup>…</sup>``; everything else in it is literal.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["heading", "section", "body"]
IconPlace = Literal["beside", "below"]
Key = tuple[int, int]
"""Where a printed thing stands in a paper's description: block and row within the block."""

_ALLOWED = re.compile(r"&lt;(/?)(b|sup)&gt;")
_TAG = re.compile(r"</?(?:b|sup)>")


@dataclass(frozen=True)
class Cell:
    """One cell. ``span`` counts the columns it covers; ``fill`` is ``#rrggbb``."""

    text: str = ""
    icon: str | None = None
    icon_place: IconPlace = "beside"
    fill: str | None = None
    bold: bool = False
    align: Literal["left", "center", "right"] = "left"
    span: int = 1


@dataclass(frozen=True)
class Row:
    """One row; headings stand on top and are repeated where the table says so."""

    cells: tuple[Cell, ...]
    kind: Kind = "body"


@dataclass(frozen=True)
class Table:
    """A ruled table. ``widths`` are points, one per grid column.

    ``cut_rows``: a row that does not fit is cut inside its cells at the page end.
    """

    widths: tuple[float, ...]
    rows: tuple[Row, ...]
    repeat_headings: bool = True
    cut_rows: bool = True
    size: float = 8.5
    heading_fill: str | None = "#d9d9d9"
    section_fill: str | None = "#f2f2f2"
    rule: float = 0.5
    space_after: float = 8


@dataclass(frozen=True)
class Paragraph:
    """A paragraph in a named style (``title``, ``h1``, ``h2``, ``body``, ``bullet``, ``indent``).

    ``icon`` or ``fill`` puts a picture or a coloured square before it.
    """

    text: str
    style: str = "body"
    icon: str | None = None


@dataclass(frozen=True)
class PageBreak:
    """A new page; all that follow have this orientation."""

    landscape: bool


@dataclass(frozen=True)
class Tables:
    """Tables side by side."""

    tables: tuple[Table, ...]
    gap: float = 30


Block = Paragraph | Table | Tables | PageBreak


@dataclass(frozen=True)
class Look:
    """Page furniture and faces of a paper."""

    font: Literal["Helvetica", "Vera"] = "Helvetica"
    running_head: str = ""
    running_head_landscape: str = ""
    page_number: str = "{page}"
    body_size: float = 11
    margin: float = 56
    margin_landscape: float = 42


@dataclass(frozen=True)
class Drawing:
    """A paper ready to be drawn: its blocks in order and its look."""

    stem: str
    title: str
    blocks: tuple[Block, ...]
    look: Look = field(default_factory=Look)


def markup(text: str) -> str:
    """Return *text* as HTML, with the two tags we allow kept."""
    return _ALLOWED.sub(r"<\1\2>", html.escape(text, quote=False)).replace("\n", "<br/>")


def plain(text: str) -> str:
    """Return *text* as it is read: without tags, on one line."""
    return " ".join(_TAG.sub("", text).split())
