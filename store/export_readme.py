"""The first sheet of a workbook: what it is, how to read it, and how to cite a figure."""

from __future__ import annotations

from collections.abc import Mapping

from xlsxwriter.worksheet import Worksheet

from crossfoot.store.export_cells import MOST_DIGITS, MOST_LINKS, MOST_ROWS, Formats, plain
from crossfoot.store.export_wide_sheet import DOUBT, RESTATED

_TITLE = "Figures from councils' committee papers"
_WIDE = {
    "Years": "The results of whole years: one row for each indicator, one column for each year.",
    "Parts of years": "Quarters, half-years and months beside the same part of other years.",
}
# A line that begins with a word in brackets explains that colour.
_TEXT = f"""
# Reading
Numbers stand as they are printed: 97.0 in a row whose unit is % is 97.0 per cent.
Where a paper prints a dash, n/a or words in the place of a figure, they stand here too.
An empty cell means that no paper in here prints a figure, not that it is nought.
Where several papers print a figure, the latest publication's is shown, as crossfoot trend does.
Beside it stand the target and the status that are printed for that very period, and no others.
[yellow] An earlier paper printed another value: the note and the last column say which and where.
[red] Look at the papers first: they disagree, one seems to slip, or the audit has a finding.
Figures as at a day, of rolling years and of unnamed periods are in the sheet figures alone.
Text is what stands in the papers; \ufffd is a character that a workbook cannot hold.
Times are UTC.
Numbers of more than {MOST_DIGITS} digits are text.
More than {MOST_ROWS - 1:,} rows go on in a further sheet.

# Citing a figure
Its source is named beside it: the file and its page. A click leads to the paper where its address
is known, else to the paper's row in the sheet documents.
Cite the council, the title of the paper, the committee, the day of publication and the page.
The document_id is the SHA-256 of the very file that was read.
crossfoot cite CODE PERIOD cuts the figure out of its page as a picture.
"""
_COLOURS = {"yellow": RESTATED, "red": DOUBT}

_LIST: tuple[tuple[str, dict[str, object]], ...] = (
    ("Sheet", {}),
    ("Rows", {"align": "right"}),
    ("What a row is", {"indent": 1}),
)


class Contents:
    """Which sheets there are, how many rows each holds, and what did not fit."""

    def __init__(self) -> None:
        self.sheets: list[tuple[str, int, int]] = []
        self.unlinked = 0

    def add(self, name: str, rows: int, *, sheets: int = 1) -> None:
        """Add a relation, which fills so many *sheets*."""
        self.sheets.append((name, rows, sheets))


def write_readme(
    sheet: Worksheet, formats: Formats, contents: Contents, about: Mapping[str, str]
) -> None:
    """Write the sheet; *about* says what the rows of each relation are."""
    for column, width in enumerate((18, 12, 110)):
        sheet.set_column(column, column, width)
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.write_string(0, 0, _TITLE, formats.of(bold=True, font_size=16))
    row = 1
    for line in _TEXT.splitlines():
        row += 1
        _line(sheet, formats, row, line)
    if contents.unlinked:
        row += 1
        words = f"A sheet holds {MOST_LINKS:,} links: {contents.unlinked:,} sources have none."
        sheet.write_string(row, 0, words)
    _list(sheet, formats, row + 2, contents, about)


def _line(sheet: Worksheet, formats: Formats, row: int, line: str) -> None:
    if line.startswith("# "):
        sheet.write_string(row, 0, line[2:], formats.of(bold=True, font_size=12))
        return
    for name, colour in _COLOURS.items():
        if line.startswith(f"[{name}] "):
            sheet.write_string(row, 0, name, formats.of(bg_color=colour))
            sheet.write_string(row, 1, line.removeprefix(f"[{name}] "))
            return
    if line:
        sheet.write_string(row, 0, line)


def _list(
    sheet: Worksheet, formats: Formats, row: int, contents: Contents, about: Mapping[str, str]
) -> None:
    link = formats.of(font_color="#0563C1", underline=1)
    for column, (name, look) in enumerate(_LIST):
        sheet.write_string(row, column, name, formats.of(bold=True, bottom=1, **look))
    for name, rows, sheets in contents.sheets:
        row += 1
        sheet.write_url(row, 0, f"internal:'{name}'!A1", link, name)
        sheet.write_number(row, 1, rows, formats.of(num_format="#,##0"))
        words = _WIDE.get(name) or about.get(name, "")
        if sheets > 1:
            words += f" It goes on in the sheets {name} 2 to {name} {sheets}."
        sheet.write_string(row, 2, plain(words), formats.of(indent=1))
    sheet.write_url(row + 1, 0, "internal:'columns'!A1", link, "columns")
    sheet.write_string(row + 1, 2, "What each column of the relations means.", formats.of(indent=1))
