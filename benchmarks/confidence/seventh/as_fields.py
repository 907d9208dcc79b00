"""A paper as lines of fields parted by tabs, for a program without a reader of JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from benchmarks.confidence.seventh.pages import placed

_CORE = {"Liberation Sans": "Helvetica", "Liberation Serif": "Times"}


def fields(style: dict[str, Any]) -> str:
    """Return the paper: its type and furniture, its pictures, each text, each table's cells."""
    return "".join("\t".join(map(str, line)) + "\n" for line in _lines(style))


def _lines(style: dict[str, Any]) -> Iterator[tuple[object, ...]]:
    core = _CORE.get(style["font"], "") if style["standard"] else ""
    furniture = (style[name] or "" for name in ("header", "footer", "pages"))
    yield ("paper", *style["first"], style["margin"], core, *furniture)
    for name, image in style["pictures"].items():
        yield ("picture", name, image["wide"], image["high"], image["png"])
    for block in style["blocks"]:
        if "break" in block:
            yield ("break", *block["page"])
        elif "text" in block:
            yield ("text", block["size"], int(block["bold"]), _flat(block["text"]))
        else:
            heads = block["heads"] if style["repeat"] else 0
            yield ("table", heads, int(style["split"]), " ".join(map(str, block["widths"])))
            for row in _parted(block):
                yield from (_cell(cell, style) for cell in row)
            yield ("done",)
    yield ("end",)


def _parted(table: dict[str, Any]) -> list[list[dict[str, Any]]]:
    """The rows, each cell that reaches down as one in every row, without edges between them.

    iText 2 paints the ground of such a heading in its first row alone. Letters stand in the last
    row of headings, and in the first of others.
    """
    rows: list[list[tuple[int, dict[str, Any]]]] = [[] for _ in table["rows"]]
    for number, row in enumerate(placed(table)):
        for cell, column in row:
            last = cell["rows"] - 1
            said = last if number < table["heads"] else 0
            for down in range(last + 1):
                edges = "".join(
                    edge
                    for edge in cell["edges"]
                    if edge in "LR" or down == {"T": 0, "B": last}[edge]
                )
                part = {**cell, "rows": 1, "edges": edges}
                part |= {} if down == said else {"text": "", "picture": None}
                rows[number + down].append((column, part))
    return [[part for _, part in sorted(row, key=lambda each: each[0])] for row in rows]


def _cell(cell: dict[str, Any], style: dict[str, Any]) -> tuple[object, ...]:
    return (
        "cell",
        cell["columns"],
        cell["rows"],
        cell["align"],
        cell["upright"],
        style["padding"],
        style["side"],
        cell["edges"],
        style["rule"],
        style["ink"],
        cell["fill"] or "",
        cell["ink"],
        style["size"],
        int(cell["bold"]),
        cell["picture"] or "",
        _flat(cell["text"]),
    )


def _flat(text: str) -> str:
    return text.replace("\n", "\\n")
