"""The two table forms of the support services paper of 2019/20."""

from __future__ import annotations

from samples.facts import ActionRow, ActionTable, IndicatorRow, IndicatorTable, Section, ValueColumn

COLUMNS = (
    ValueColumn("Outturn 2017/18", "outturn", "2017/18", "2017/18", "annual"),
    ValueColumn("Outturn 2018/19", "outturn", "2018/19", "2018/19", "annual"),
    ValueColumn("Q1 2019/20", "actual", "2019/20 Q1", "Q1 2019/20", "in_period"),
    ValueColumn("Target 2019/20", "target", "2019/20", "2019/20", "unknown"),
)
ACTION_HEADINGS = (
    "Status Icon",
    "Action Code",
    "Action Title",
    "Action Description",
    "Progress",
    "Due Date",
    "Comments",
)


def indicators(section: str, is_csi: bool, *rows: IndicatorRow | Section) -> IndicatorTable:
    """A table of indicators, code before the title."""
    return IndicatorTable(
        status_heading="Status / Icon",
        name_heading="Code & Short Name",
        columns=COLUMNS,
        rows=rows,
        form="leading code",
        note_heading="Latest Note",
        status_period="2019/20 Q1",
        section=section,
        is_csi=is_csi,
        widths=(72, 220, 58, 58, 58, 58, 233),
        size=9.5,
    )


def actions(section: str, *rows: ActionRow | Section, bold: bool = True) -> ActionTable:
    """A table of key tasks, the code in a column of its own."""
    return ActionTable(
        headings=ACTION_HEADINGS,
        rows=rows,
        form="own column",
        section=section,
        widths=(76, 84, 136, 144, 56, 86, 175),
        bold_progress=bold,
        size=9.5,
    )
