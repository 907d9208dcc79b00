"""What a table's own heading says of it: kind of rows, section, period (ruling 1)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from crossfoot.normalise.paper_periods import period_of_title
from crossfoot.normalise.period_tokens import may_hold_period
from crossfoot.normalise.periods import find_periods, period_spans
from crossfoot.normalise.year_parts import YearPart, find_part, split_period
from crossfoot.schema.period import Period
from crossfoot.schema.text import fold
from crossfoot.schema.values import Subject

_CSI = re.compile(r"\b(?:critical success indicators?|csis?)\b", re.IGNORECASE)
INDICATORS = re.compile(
    r"\b(?:(?:key |local |national |corporate |best value )*(?:performance )?indicators?|kpis?|pis|"
    r"bvpis?|lpis?|npis?|performance measures?|key measures?|measures of success)\b",
    re.IGNORECASE,
)
ACTIONS = re.compile(
    r"\b(?:(?:key )?(?:tasks?|actions?|projects?|milestones?|activities)"
    r"|action plan|improvement plan|"
    r"delivery plan|service plan|priorities for improvement)\b",
    re.IGNORECASE,
)
_KIND = re.compile(
    r"\b(?:critical success indicators?|(?:key|local|national|corporate)? ?performance indicators?|"
    r"best value performance indicators?|key tasks(?: and (?:priorities for improvement|actions))?|"
    r"priorities for improvement|key actions|performance measures|key measures|kpis?|csis?|bvpis?|"
    r"action plan|indicators)\b",
    re.IGNORECASE,
)
_AGAINST_HINT = re.compile(r"compar|versus|\bvs\b|against|since|baseline", re.IGNORECASE)
_AGAINST = re.compile(
    r"\b(?:compared?\s+(?:to|with)|comparison\s+(?:to|with)|versus|vs\.?|against|since"
    r"|baseline(?:\s+of|\s+in)?)\W*(?:the\s+|that\s+of\s+)?$",
    re.IGNORECASE,
)
#: Words of a table's heading that name no section.
NO_SECTION = frozenset(
    [
        "a",
        "all",
        "and",
        "annex",
        "annual",
        "appendix",
        "as",
        "at",
        "by",
        "current",
        "data",
        "exception",
        "exceptions",
        "for",
        "from",
        "full",
        "in",
        "key",
        "local",
        "monitoring",
        "month",
        "monthly",
        "national",
        "of",
        "on",
        "overview",
        "per",
        "performance",
        "plan",
        "progress",
        "quarter",
        "quarterly",
        "report",
        "reporting",
        "reports",
        "results",
        "review",
        "section",
        "set",
        "status",
        "sub",
        "summary",
        "table",
        "tasks",
        "the",
        "to",
        "update",
        "updates",
        "with",
        "year",
        "yearly",
        "actions",
        "action",
        "indicator",
        "indicators",
        "end",
        "half",
        "position",
        "out",
        "turn",
        "outturn",
        "table1",
        "corporate",
        "council",
        "councils",
        "priorities",
        "improvement",
        "basket",
        "selected",
        "headline",
        "health",
        "dashboard",
        "scorecard",
        "score",
        "card",
        "other",
        "definitions",
        "used",
        "included",
        "figures",
    ]
)
_LONGEST_TIME = 60
_WORDS = re.compile(r"[A-Za-z][A-Za-z'’&]*")


@dataclass(frozen=True)
class Caption:
    """A table's own heading and what follows from it; all ``None`` where it has none.

    ``part`` is a part of a year whose year it does not name; ``by_the_way`` says that its period
    is that of a section, which names more than a time.
    """

    text: str | None = None
    section: str | None = None
    period: Period | None = None
    printed_period: str | None = None
    subject: Subject | None = None
    speaks_of_csi: bool = False
    only_csi: bool = False
    part: YearPart | None = None
    by_the_way: bool = False


@lru_cache(maxsize=512)  # a paper has many tables under one heading, and so has the next
def read_caption(text: str | None) -> Caption:
    """Read a heading: kind of table, section, period."""
    if not text:
        return Caption()
    line = fold(text)
    compares = _compares(line)
    period = None if compares else period_of_title(line)
    part = None if compares or period is not None else _part_alone(line)
    csi = bool(_CSI.search(line))
    without_csi = _CSI.sub(" ", line)
    indicators = bool(INDICATORS.search(without_csi))
    actions = bool(ACTIONS.search(line))
    subject: Subject | None = None
    if (csi or indicators) != actions:
        subject = "actions" if actions else "indicators"
    return Caption(
        text=line,
        section=section_of_caption(line),
        period=period,
        printed_period=line if period or part else None,
        subject=subject,
        speaks_of_csi=csi,
        only_csi=csi and not indicators and not actions,
        part=part,
    )


def _part_alone(line: str) -> YearPart | None:
    """The quarter or half-year that a heading names without a year, or the months, if no more.

    ``May`` and ``March`` in a longer line may be words.
    """
    period, part, rest = split_period(line)
    if period is not None or part is None or find_part(rest) is not None or find_periods(line):
        return None
    return part if part.kind in {"quarter", "half"} or _says_no_more(rest) else None


@lru_cache(maxsize=512)  # lines over tables; a paper's tables have many the same
def is_time_alone(text: str) -> bool:
    """Whether a line is a period, or a part of a year, and nothing else of any meaning."""
    if len(text) > _LONGEST_TIME or not may_hold_period(text):
        return False
    period, part, rest = split_period(text)
    return (period is not None or part is not None) and _says_no_more(rest)


def _says_no_more(rest: str) -> bool:
    words = _WORDS.findall(rest)
    return not any(char.isdigit() for char in rest) and all(
        word.casefold() in NO_SECTION for word in words
    )


def _compares(line: str) -> bool:
    """Whether a heading names a period to compare with: the figures are of another."""
    return _AGAINST_HINT.search(line) is not None and any(
        _AGAINST.search(line[: span.pieces[0][0]]) for span in period_spans(line)
    )


def names_kind(text: str) -> bool:
    """Whether a line names a kind of table: ``Key Performance Indicators``, ``Key Tasks``."""
    return bool(_KIND.search(text))


def section_of_caption(line: str) -> str | None:
    """The section named by a table's heading (ruling 1): what is left without kind and period.

    ``Critical Success Indicators for Finance 2019/20`` gives ``Finance``; a heading that names no
    kind of table, or nothing beside it, gives ``None``.
    """
    if not _KIND.search(line):
        return None
    _, _, rest = split_period(line)
    rest = re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", rest)
    rest = " ".join(_KIND.sub(" ", rest).split())
    rest = re.sub(r"^(?:(?:for|of|the|in|and|on|to)\b|[\W_])+", "", rest, flags=re.IGNORECASE)
    rest = re.sub(r"(?:\b(?:for|of|the|in|on|to|and)|[^\w)]|_)+$", "", rest, flags=re.IGNORECASE)
    words = [word.casefold() for word in _WORDS.findall(rest)]
    if not words or all(word in NO_SECTION or len(word) == 1 for word in words):
        return None
    if words[0] in {"appendix", "annex", "table", "summary", "exception", "section"}:
        return None
    return rest
