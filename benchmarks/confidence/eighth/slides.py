"""Papers as slides of a presentation, for an office suite: its own tables, pictures over them.

All slides of a presentation have one size. Rows are told how tall they are, so that the pictures,
which no cell can hold, lie where the cells are.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from reportlab.pdfbase.pdfmetrics import stringWidth

from benchmarks.confidence.seventh.marks import SIGNS, Face
from benchmarks.confidence.seventh.pages import placed

_SPACES = " ".join(
    f'xmlns:{name}="{space}"'
    for name, space in {
        "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
        "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
        "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
        "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
        "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
        "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
        "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
        "presentation": "urn:oasis:names:tc:opendocument:xmlns:presentation:1.0",
    }.items()
)
#: From line to line in sizes, a little more than the suite takes.
_LEAD = {"Open Sans": 1.4}
_USUAL = 1.25
_SLACK = 3.0  # points that a line is taken to be narrower than its cell

Row = list[tuple[dict[str, Any], int]]


def slides(style: dict[str, Any], used: Face) -> str:
    """Return the paper as a flat presentation."""
    deck = _Deck(style, used)
    for block in style["blocks"]:
        if "break" in block:
            deck.turn()
        elif "text" in block:
            deck.paragraph(block)
        else:
            deck.table(block)
    return deck.written()


class _Deck:
    """A presentation while its slides are filled."""

    def __init__(self, style: dict[str, Any], used: Face) -> None:
        self.style, self.face = style, used
        self.wide, self.high = style["page"]
        self.lead = style["size"] * _LEAD.get(style["font"], _USUAL)
        self.styles: dict[str, str] = {}
        self.slides: list[list[str]] = [[]]
        self.top = self.edge = max(style["margin"], 42.0)

    def turn(self) -> None:
        self.slides.append([])
        self.top = self.edge

    def room(self) -> float:
        return float(self.high) - self.edge - self.top

    def named(self, kind: str, content: str) -> str:
        """The name of a style of that content."""
        told = f'style:family="{kind}">{content}</style:style>'
        return self.styles.setdefault(told, f"s{len(self.styles)}")

    def letters(self, size: float, *, bold: bool, ink: str, text: str = "") -> str:
        name = "DejaVu Sans" if text and text in SIGNS else self.style["font"]
        weight = "bold" if bold else "normal"
        told = f'fo:font-family="{name}" fo:font-size="{size}pt" fo:font-weight="{weight}"'
        return f'<style:text-properties {told} fo:color="#{ink}"/>'

    def said(self, text: str, written: str, align: str = "left") -> str:
        """Paragraphs; what is *written* of their letters is told of the paragraphs, too.

        An empty one is otherwise as tall as the suite's usual letters.
        """
        way = {"left": "start", "right": "end"}.get(align, align)
        place = f'<style:paragraph-properties fo:text-align="{way}"/>{written}'
        shape, letters = self.named("paragraph", place), self.named("text", written)
        span = f'<text:span text:style-name="{letters}">'
        lines = [escape(line) or "<text:s/>" for line in text.split("\n")]
        return "".join(
            f'<text:p text:style-name="{shape}">{span}{line}</text:span></text:p>' for line in lines
        )

    def lines(self, text: str, wide: float, size: float, *, bold: bool) -> int:
        """How many lines a text has that are no wider than *wide*."""
        count = 0
        for part in text.split("\n") if text else ():
            line = ""
            for word in part.split():
                longer = f"{line} {word}" if line else word
                if line and stringWidth(longer, self.face.names[bold], size) > wide - _SLACK:
                    count, line = count + 1, word
                else:
                    line = longer
            count += 1
        return count

    def box(self, place: tuple[float, float, float, float], content: str) -> str:
        left, top, wide, high = place
        none = (
            'draw:stroke="none" draw:fill="none" draw:auto-grow-height="false" '
            'draw:auto-grow-width="false" draw:textarea-vertical-align="top" fo:padding-top="0pt" '
            'fo:padding-bottom="0pt" fo:padding-left="0pt" fo:padding-right="0pt"'
        )
        shape = self.named("graphic", f"<style:graphic-properties {none}/>")
        return (
            f'<draw:frame draw:style-name="{shape}" svg:x="{left:.2f}pt" svg:y="{top:.2f}pt" '
            f'svg:width="{wide:.2f}pt" svg:height="{high:.2f}pt">{content}</draw:frame>'
        )

    def paragraph(self, block: dict[str, Any]) -> None:
        size, bold, left = block["size"], block["bold"], self.style["margin"]
        wide = self.wide - 2 * left
        high = self.lines(block["text"], wide, size, bold=bold) * size * 1.4
        if self.room() < (9 * size if bold else high):
            self.turn()
        said = self.said(block["text"], self.letters(size, bold=bold, ink="000000"))
        place = (left, self.top, wide, high)
        self.slides[-1].append(self.box(place, f"<draw:text-box>{said}</draw:text-box>"))
        self.top += high + size * 0.4

    def table(self, told: dict[str, Any]) -> None:
        """Put a table on as many slides as it needs, with its headings on each if so told."""
        rows, heads = placed(told), told["heads"]
        heights = self._heights(told, rows)
        repeated = [*range(heads)] if self.style["repeat"] else []
        part: list[int] = []
        for group in _groups(rows, heads):
            tall = sum(heights[number] for number in (*part, *group))
            if tall > self.room() - 12 and (part or self.top > self.edge):
                self._part(told, rows, heights, part)
                self.turn()
                part = [*repeated] if group[0] else []
            part += group
        self._part(told, rows, heights, part)
        self.top += 12

    def _heights(self, told: dict[str, Any], rows: Sequence[Row]) -> list[float]:
        pads, size = 2 * self.style["padding"], self.style["size"]
        found, spanning = [self.lead + pads] * len(rows), []
        for number, row in enumerate(rows):
            for cell, column in row:
                wide = sum(told["widths"][column : column + cell["columns"]])
                room = wide - 2 * self.style["side"]
                high = self.lines(cell["text"], room, size, bold=cell["bold"]) * self.lead + pads
                if cell["picture"]:
                    high += self.style["pictures"][cell["picture"]]["high"] + 2
                if cell["rows"] == 1:
                    found[number] = max(found[number], high)
                else:
                    spanning.append((number, cell["rows"], high))
        for number, down, high in spanning:
            found[number + down - 1] += max(high - sum(found[number : number + down]), 0)
        return found

    def _part(
        self, told: dict[str, Any], rows: Sequence[Row], heights: Sequence[float], part: list[int]
    ) -> None:
        if not part:
            return
        written, images, top = [], [], self.top
        for wide in told["widths"]:
            width = f'<style:table-column-properties style:column-width="{wide}pt"/>'
            written.append(f'<table:table-column table:style-name="{self._column(width)}"/>')
        for number in part:
            row = self.named(
                "table-row",
                f'<style:table-row-properties style:row-height="{heights[number]:.2f}pt"/>',
            )
            cells = ["<table:covered-table-cell/>"] * len(told["widths"])
            for cell, column in rows[number]:
                cells[column] = self._cell(cell)
                left = self.style["margin"] + sum(told["widths"][:column])
                if cell["picture"]:
                    images.append(self._image(cell, left, top, heights[number], told, column))
            top += heights[number]
            written.append(
                f'<table:table-row table:style-name="{row}">{"".join(cells)}</table:table-row>'
            )
        place = (self.style["margin"], self.top, sum(told["widths"]), top - self.top)
        content = f"<table:table>{''.join(written)}</table:table>"
        self.slides[-1] += [self.box(place, content), *images]
        self.top = top

    def _column(self, width: str) -> str:
        return self.named("table-column", width)

    def _cell(self, cell: dict[str, Any]) -> str:
        pads, side = self.style["padding"], self.style["side"]
        fill = f'draw:fill="solid" draw:fill-color="#{cell["fill"]}"' if cell["fill"] else ""
        line = f"{self.style['rule']}pt solid #{self.style['ink']}"
        ends = {"T": "top", "B": "bottom", "L": "left", "R": "right"}
        borders = " ".join(
            f'fo:border-{end}="{line if edge in cell["edges"] else "none"}"'
            for edge, end in ends.items()
        )
        letters = self.letters(
            self.style["size"], bold=cell["bold"], ink=cell["ink"], text=cell["text"]
        )
        shape = self.named(
            "table-cell",
            f"<style:graphic-properties {fill or 'draw:fill=' + quoteattr('none')} "
            f'draw:textarea-vertical-align="{cell["upright"]}" fo:padding-top="{pads}pt" '
            f'fo:padding-bottom="{pads}pt" fo:padding-left="{side}pt" '
            f'fo:padding-right="{side}pt"/><style:paragraph-properties {borders}/>{letters}',
        )
        said = self.said(cell["text"], letters, cell["align"])
        spans = f'table:number-columns-spanned="{cell["columns"]}" '
        spans += f'table:number-rows-spanned="{cell["rows"]}"'
        return f'<table:table-cell table:style-name="{shape}" {spans}>{said}</table:table-cell>'

    def _image(
        self,
        cell: dict[str, Any],
        left: float,
        top: float,
        high: float,
        told: dict[str, Any],
        column: int,
    ) -> str:
        """A picture in its cell's middle, or under its words."""
        image = self.style["pictures"][cell["picture"]]
        wide = told["widths"][column]
        under = self.style["padding"] + (self.lead + 1 if cell["text"] else 1)
        shift = (wide - image["wide"]) / 2 if cell["align"] == "center" else self.style["side"]
        data = f"<office:binary-data>{image['png']}</office:binary-data>"
        place = (left + shift, top + min(under, high), image["wide"], image["high"])
        return self.box(place, f"<draw:image>{data}</draw:image>")

    def written(self) -> str:
        told, left = [], self.style["margin"]
        for number, slide in enumerate(self.slides, 1):
            count = (self.style["pages"] or "").format(page=number, of=len(self.slides))
            low, wide = self.high - 30, self.wide - 2 * left
            small = self.letters(8, bold=False, ink="000000")
            for text, top, align in (
                (self.style["header"], 16, "left"),
                (self.style["footer"], low, "left"),
                (count, low, "right"),
            ):
                if text:
                    said = f"<draw:text-box>{self.said(text, small, align)}</draw:text-box>"
                    slide.append(self.box((left, top, wide, 12), said))
            told.append(f'<draw:page draw:master-page-name="m">{"".join(slide)}</draw:page>')
        styles = "".join(
            f'<style:style style:name="{name}" {content}' for content, name in self.styles.items()
        )
        turned = "landscape" if self.wide > self.high else "portrait"
        return (
            f'<?xml version="1.0" encoding="UTF-8"?><office:document {_SPACES} '
            'office:version="1.2" '
            'office:mimetype="application/vnd.oasis.opendocument.presentation">'
            '<office:styles/><office:automatic-styles><style:page-layout style:name="p">'
            f'<style:page-layout-properties fo:page-width="{self.wide}pt" '
            f'fo:page-height="{self.high}pt" fo:margin="0pt" '
            f'style:print-orientation="{turned}"/></style:page-layout>{styles}'
            "</office:automatic-styles><office:master-styles>"
            '<style:master-page style:name="m" style:page-layout-name="p"/>'
            f"</office:master-styles><office:body><office:presentation>{''.join(told)}"
            "</office:presentation></office:body></office:document>"
        )


def _groups(rows: Sequence[Row], heads: int) -> list[list[int]]:
    """The rows that stay on one slide: headings with the first row, and those that cells join."""
    groups: list[list[int]] = []
    until = 0
    for number, row in enumerate(rows):
        if groups and (number < until or 0 < number <= heads):
            groups[-1].append(number)
        else:
            groups.append([number])
        until = max([until, *(number + cell["rows"] for cell, _ in row)])
    return groups
