"""Whether a segment's rows are indicators or actions, and which column names them."""

from __future__ import annotations

import re

from crossfoot.normalise.captions import Caption
from crossfoot.normalise.codes import parse_code
from crossfoot.normalise.column_contents import counts_contacts, figures_among, names_measures
from crossfoot.normalise.csi import split_title
from crossfoot.normalise.figures import parse_figure
from crossfoot.normalise.headings import heading_key
from crossfoot.normalise.key_tables import KEY_HEADINGS
from crossfoot.normalise.month_charts import find_chart
from crossfoot.normalise.roles import Segment
from crossfoot.normalise.row_view import RowView, views
from crossfoot.normalise.statuses import status_word
from crossfoot.schema.code import Code
from crossfoot.schema.values import Subject

_INDICATOR_HEADING = re.compile(
    r"\b(?:indicators?|measure(?:ment)?s?|kpis?|csis?|bvpis?|npis?|lpis?|pis?|short name)\b",
    re.IGNORECASE,
)
_ACTION_HEADING = re.compile(
    r"\b(?:actions?|tasks?|milestones?|projects?|activit(?:y|ies)|commitments?|deliverables?"
    r"|initiatives?|pledges?|recommendations?)\b",
    re.IGNORECASE,
)
_RESULTS = frozenset({"result", "outturn", "previous", "comparator"})
_FIGURED = ("result", "outturn", "target", "previous", "comparator")
_AGAIN = frozenset({"previous_status", "trend"})  # what is said beside a status of now
#: So many texts without one figure among them are none by mistake: a template may say "TBC" once.
_WORDS_ALONE = 4
_FEWEST_WORDS = 2
_DATES = frozenset({"due", "revised_due", "progress"})
_SIGNS = frozenset({"status", "target", "frequency", "trend"})
#: Headings of a key's signs, and how many statuses a key explains at least, with and without one.
_SIGN_HEADINGS = frozenset({"icon", "symbol", "key", "legend", "sign", "status icon"})
_FEWEST_SIGNS = 2
_FEWEST_WORDED = 4
_ROWS_LOOKED_AT = 40
#: An action or an indicator may have a column of its risk; only a register has two.
_SIGNS_OF_RISK = 2


def subject_of(segment: Segment, caption: Caption, grid_columns: int) -> Subject | None:
    """Tell what the rows of a segment are; ``None`` for a table that is not about performance.

    Figures with a status, a target, codes or the words of an indicator make indicators; dates,
    progress or a chart of months make actions. A table of budgets, of payments or contracts, or a
    register of risks is neither.
    """
    families = segment.families
    chart = set(find_chart(segment.columns))
    results = [
        index
        for index, column in enumerate(segment.columns)
        if column.family in _RESULTS and index not in chart
    ]
    naming = [column.heading for column in segment.columns if column.family in {"title", "code"}]
    words = " ".join(naming)
    says_action = bool(_ACTION_HEADING.search(words))
    says_indicator = bool(_INDICATOR_HEADING.search(words))
    bought = "purchase" in families and not (says_indicator and (results or "target" in families))
    risky = len(segment.indexes("risk")) >= _SIGNS_OF_RISK
    if bought or risky or _explains_signs(segment, grid_columns):
        return None  # but how suppliers perform may be measured
    dated = bool(families & _DATES)
    if dated and not (results and (says_indicator or "frequency" in families)):
        return "actions"
    if chart and not results:
        months_of_figures = _holds_figures(segment, chart, grid_columns)
        if says_action or not (months_of_figures or says_indicator):
            return "actions"
        results = sorted(chart) if months_of_figures else []
    coded = _code_families(segment, grid_columns)
    if "money" in families and not coded:
        return None
    if results or "target" in families:
        if says_action and not says_indicator and not _hold_numbers(segment, results, grid_columns):
            return "actions"
        told = says_indicator or coded or families & _SIGNS or caption.subject == "indicators"
        if not told and "measure_name" in families:
            told = names_measures(_titles(segment, grid_columns))
        told = told or any(
            counts_contacts(heading, _titles(segment, grid_columns)) for heading in naming
        )
        return "indicators" if told and _says_figures(segment, grid_columns) else None
    if says_action != says_indicator and families & {"status", "note"}:
        return "actions" if says_action else "indicators"
    return _by_signs(segment, grid_columns, _by_codes(coded) or caption.subject)


def _explains_signs(segment: Segment, grid_columns: int) -> bool:
    """Whether a table is a key, though its signs could not be told: it is headed as one and says
    of each status once what it means. In a plan a status is said of several actions.
    """
    headings = [heading_key(column.heading) for column in segment.columns if column.heading]
    if "status" not in segment.families or not KEY_HEADINGS.issuperset(headings):
        return False
    seen = [view.first_text("status") for view in _some(segment, grid_columns)]
    said = {_status_of(text) for text in seen if text}
    fewest = _FEWEST_SIGNS if _SIGN_HEADINGS.intersection(headings) else _FEWEST_WORDED
    return None not in said and len(seen) == len(said) >= fewest


def _status_of(text: str) -> str | None:
    return status_word(text, "actions") or status_word(text, "indicators")


def _by_signs(segment: Segment, grid_columns: int, said: Subject | None) -> Subject | None:
    """What rows without figures are: *said* of them, else indicators where their titles measure."""
    families = segment.families
    if said or "status" not in families:
        return said if "status" in families else None
    measured = families & _AGAIN and names_measures(_titles(segment, grid_columns))
    return "indicators" if measured else None


def _titles(segment: Segment, grid_columns: int) -> list[str]:
    seen = (view.first_text("title") for view in _some(segment, grid_columns))
    return [title for title in seen if title]


def _says_figures(segment: Segment, grid_columns: int) -> bool:
    """Whether columns headed as of figures hold any: sources of data and publishers are none.

    Rows with statuses, and a table that prints too little to tell, may do without.
    """
    if "status" in segment.families:
        return True
    seen = _some(segment, grid_columns)
    texts = [
        text for view in seen for index in segment.indexes(*_FIGURED) if (text := view.text(index))
    ]
    return len(texts) < _WORDS_ALONE or figures_among(texts) > 0


def _hold_numbers(segment: Segment, columns: list[int], grid_columns: int) -> bool:
    """Whether columns headed by times may be of figures: remarks, statuses and marks are none."""
    texts = [
        text
        for view in _some(segment, grid_columns)
        for index in columns
        if (text := view.text(index))
    ]
    return bool(columns) and (len(texts) < _FEWEST_WORDS or figures_among(texts) > 0)


def _by_codes(families: set[str]) -> Subject | None:
    if "plan_action" in families:
        return "actions"
    return "indicators" if families & {"best_value", "national"} else None


def _holds_figures(segment: Segment, columns: set[int], grid_columns: int) -> bool:
    return any(
        parse_figure(text).state == "value"
        for view in _some(segment, grid_columns)
        for index in columns
        if (text := view.text(index))
    )


def _some(segment: Segment, grid_columns: int) -> list[RowView]:
    return views(segment, grid_columns)[:_ROWS_LOOKED_AT]


def _code_families(segment: Segment, grid_columns: int) -> set[str]:
    """The families of the codes in the naming columns, where most rows have one."""
    codes: list[Code] = []
    rows = 0
    for view in _some(segment, grid_columns):
        text = view.first_text("code")
        title = view.first_text("title")
        if not text and not title:
            continue
        rows += 1
        code = (parse_code(text) if text else None) or (split_title(title).code if title else None)
        if code is not None:
            codes.append(code)
    return {code.family for code in codes} if codes and len(codes) * 2 >= rows else set()
