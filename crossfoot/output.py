"""What is printed, and how: results on stdout, everything else on stderr.

A terminal gets a table that fits it, a pipe the same table as plain aligned text; both show control
characters that a paper may hold as escapes, so that no paper can take the terminal over.
"""

from __future__ import annotations

import csv
import io
import json
import os
import re
import sys
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import TextIO

Value = str | int | float | bool | Decimal | date | datetime | None
Record = Mapping[str, object]

_PIPE_CLOSED = 128 + 13
_BLANKS = re.compile(r"[\t\n\r\v\f\x85\u2028\u2029]+")
# Categories Cc (controls), Cf (marks that turn the direction of text), Cs, Co and Cn.
_CONTROL = "C"
# Format characters that ordinary text holds and that move nothing: soft hyphen, joiners.
_HARMLESS = frozenset("\u00ad\u200c\u200d")


class Format(StrEnum):
    """The forms in which a command writes its rows."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


def printable(text: str) -> str:
    r"""Return *text* on one line with control characters as escapes (``\x1b``)."""
    return "".join(_shown(char) for char in _BLANKS.sub(" ", text))


def write(text: str) -> None:
    """Write to stdout. Where the reader of a pipe has gone, end silently."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whatever the interpreter still flushes at its end must have somewhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(_PIPE_CLOSED) from None
    except UnicodeEncodeError:
        encoding = sys.stdout.encoding or "ascii"
        sys.stdout.write(text.encode(encoding, "backslashreplace").decode(encoding))


def say(text: str) -> None:
    """Write one line to stderr."""
    line = printable(text)
    encoding = sys.stderr.encoding or "ascii"
    sys.stderr.write(line.encode(encoding, "backslashreplace").decode(encoding) + "\n")
    sys.stderr.flush()


def line(text: str = "") -> None:
    """Write one line of a result to stdout."""
    write(printable(text) + "\n")


def counted(number: int, thing: str) -> str:
    """Return ``1 paper``, ``2 papers``."""
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


def on_terminal(stream: TextIO) -> bool:
    """Whether a person watches *stream* on a terminal that can move its cursor."""
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def records(rows: Sequence[Record], columns: Sequence[str], form: Format) -> None:
    """Write *rows* in the chosen form; a table and CSV have *columns*, JSON has every key."""
    if form is Format.JSON:
        write(as_json(list(rows)))
    elif form is Format.CSV:
        write(as_csv(rows, columns))
    else:
        table(columns, [[as_text(row.get(name)) for name in columns] for row in rows])


def table(columns: Sequence[str], rows: Sequence[Sequence[str]], title: str | None = None) -> None:
    """Write a table of texts."""
    clean = [[printable(cell) for cell in row] for row in rows]
    if title:
        line(title)
    if on_terminal(sys.stdout):
        _rich_table(columns, clean)
    else:
        write(_aligned([[name.replace("_", " ") for name in columns], *clean]))


def as_text(value: object) -> str:
    """Return how a value is shown in a table: nothing for null."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, (list, tuple)):
        return ", ".join(as_text(item) for item in value)
    return str(value)


def as_json(value: object) -> str:
    """Return JSON, one indented document. Exact decimals are strings, dates ISO 8601."""
    text = json.dumps(value, indent=2, ensure_ascii=False, default=_json_value)
    # JSON escapes the controls below U+0020 itself; the others only occur inside strings too.
    return "".join(_json_shown(char) for char in text) + "\n"


def as_csv(rows: Sequence[Record], columns: Sequence[str]) -> str:
    """Return CSV (RFC 4180) that a spreadsheet will not take for formulas."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(columns)
    writer.writerows([_csv_field(row.get(name)) for name in columns] for row in rows)
    return buffer.getvalue()


def _csv_field(value: object) -> str:
    # Imported here: the rule is the export's, which needs the database.
    from crossfoot.store.formulas import escape  # noqa: PLC0415

    text = printable(as_text(value))
    return escape(text) if isinstance(value, str) else text


def _shown(char: str) -> str:
    if unicodedata.category(char)[0] != _CONTROL or char in _HARMLESS:
        return char
    point = ord(char)
    if point < 0x100:
        return f"\\x{point:02x}"
    return f"\\u{point:04x}" if point < 0x10000 else f"\\U{point:08x}"


def _json_shown(char: str) -> str:
    shown = _shown(char) if char != "\n" else char
    if char in "\u2028\u2029":  # line ends to a terminal or a script, not to JSON
        shown = ""
    return shown if shown == char else json.dumps(char)[1:-1].replace("\x7f", "\\u007f")


def _json_value(value: object) -> object:
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no JSON form")


def _aligned(rows: Sequence[Sequence[str]]) -> str:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = (
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )
    return "".join(text + "\n" for text in lines)


def _rich_table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    # Imported only here: on a pipe nothing of it is needed, and starting up is felt.
    from rich import box  # noqa: PLC0415
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    drawn = Table(box=box.SIMPLE_HEAD, header_style="bold", pad_edge=False)
    for name in columns:
        drawn.add_column(name.replace("_", " "), overflow="fold")
    for row in rows:
        drawn.add_row(*(Text(cell) for cell in row))
    console = Console()
    with console.capture() as captured:
        console.print(drawn)
    write(captured.get())
