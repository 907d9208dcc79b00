"""How a drawn table looks: fonts, padding, borders, alignment; and its HTML."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from html import escape

RULINGS = ("ruled", "rows", "none")


@dataclass(frozen=True)
class HtmlCell:
    """One cell: text, spans, a fill, and whether it is of a heading or right-aligned."""

    text: str
    columns: int = 1
    rows: int = 1
    fill: str | None = None
    heading: bool = False
    right: bool = False

    def html(self) -> str:
        tag = "th" if self.heading else "td"
        style = f' style="background:{self.fill}"' if self.fill else ""
        name = ' class="r"' if self.right else ""
        spans = f' colspan="{self.columns}"' if self.columns > 1 else ""
        spans += f' rowspan="{self.rows}"' if self.rows > 1 else ""
        return f"<{tag}{name}{spans}{style}>{escape(self.text)}</{tag}>"


@dataclass
class HtmlTable:
    """Rows of cells; the first ``headings`` rows are repeated on every page."""

    headings: list[list[HtmlCell]] = field(default_factory=list)
    rows: list[list[HtmlCell]] = field(default_factory=list)

    def html(self) -> str:
        head = "".join(_row(row) for row in self.headings)
        body = "".join(_row(row) for row in self.rows)
        return f"<table><thead>{head}</thead><tbody>{body}</tbody></table>"


@dataclass(frozen=True)
class Look:
    """One paper's style, drawn at random."""

    ruling: str
    font: str
    size: float
    padding: float
    border: str
    heading_fill: str
    align: str
    zebra: bool

    def css(self) -> str:
        around = f"{self.padding}pt {self.padding + 1}pt"
        wide = f"{self.padding + 4}pt"
        edges = {
            "ruled": f"th,td{{border:{self.border}}}",
            "rows": f"th,td{{border-top:{self.border};border-bottom:{self.border}}}",
            "none": f"th,td{{padding-left:{wide};padding-right:{wide}}}",
        }[self.ruling]
        striped = "tbody tr:nth-child(even) td{background:#f4f4f4}" if self.zebra else ""
        return (
            f"body{{font-family:'{self.font}';font-size:{self.size}pt}}"
            "h1{font-size:15pt}h2{font-size:12pt}"
            "table{border-collapse:collapse;width:100%}"
            f"th,td{{padding:{around};text-align:left;vertical-align:{self.align}}}"
            f"th{{background:{self.heading_fill}}}"
            "tr{page-break-inside:avoid}thead{display:table-header-group}"
            f".r{{text-align:right}}{edges}{striped}"
        )


def draw_look(rng: random.Random, ruling: str) -> Look:
    """Draw a style for a paper whose tables are ruled as *ruling* says."""
    return Look(
        ruling=ruling,
        font=rng.choice(("Liberation Sans", "Liberation Serif", "DejaVu Sans", "DejaVu Serif")),
        size=rng.choice((7.5, 8, 9, 9, 10, 10.5)),
        padding=rng.choice((1, 2, 3, 4, 6)),
        border=rng.choice(
            ("0.5pt solid #000", "1pt solid #000", "1pt solid #888", "0.75pt solid #1f4e79")
        ),
        heading_fill=rng.choice(("#fff", "#d9e2f3", "#e7e6e6", "#c6e0b4")),
        align=rng.choice(("top", "middle", "top")),
        zebra=rng.random() < 0.2,
    )


def page(look: Look, body: str) -> str:
    """Return the HTML document."""
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><style>{look.css()}</style></head>'
        f"<body>{body}</body></html>"
    )


def _row(cells: list[HtmlCell]) -> str:
    return f"<tr>{''.join(cell.html() for cell in cells)}</tr>"
