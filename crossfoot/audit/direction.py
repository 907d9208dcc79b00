"""Which direction is good for an indicator: as the series says it, else as its title suggests.

A title is evidence, no proof: what rests on it is never an error. The words are those of titles
whose direction nobody disputes (``paid within 30 days``, ``days lost to sickness``); where a title
holds words of both kinds, or none, a target of all or of nothing tells: a share cannot be above
100%, and nothing counted is below 0.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import Literal, NamedTuple

from crossfoot.normalise.catalogue import catalogue
from crossfoot.normalise.codes import code_key
from crossfoot.schema.rows import Figure, Series
from crossfoot.schema.values import Polarity

# "Complaints answered within ten days" is good news of bad things: what is done in time goes first.
_IN_TIME = re.compile(
    r"\b(?:within|inside|under|in less than) (?:(?:the|an?|its|their|our) )?(?:\w+ ){0,2}"
    r"(?:days?|hours?|weeks?|months?|minutes?|mins?|seconds?|secs?|time|times|timescales?|target)\b"
    r"|\b(?:on time|in time|by the (?:due date|deadline)|first (?:time|contact|visit))\b",
    re.IGNORECASE,
)
_HIGHER = re.compile(
    r"\b(?:satisf\w+|availab\w+|(?:tax|rates?|rent|debts?|income)\b.*\bcollected|recovered"
    r"|recycl\w+|compost\w+|re-?used?|complian\w+|compl(?:y|ies)|meet(?:s|ing)?|visits|visitors|accuracy|answered|resolved"
    r"|acknowledged|dealt|respon[ds]\w*|reviewed|trained|passed|uptime|participa\w+"
    r"|virus protection|completed|completion|paid by bacs|decent|good or outstanding|qualifi\w+)\b",
    re.IGNORECASE,
)
_LOWER = re.compile(
    r"\b(?:vacant|vacanc\w+|voids?|arrears|sickness|absen\w+|days lost|lost|complaints?"
    r"|abandoned|missed|errors?|crimes?|burglar\w+|thefts?|assaults?|accidents?|injur\w+"
    r"|emissions|residual|homeless\w*|unemploy\w+|overdue|backlog|fly-?tip\w*|defects?"
    r"|staff turnover|average (?:speed|time|days|length|number of days|wait\w*)|time taken"
    r"|days taken|waiting|empty|days to|not in education|deaths|casualt\w+|anti-social"
    r"|contamina\w+|upheld)\b",
    re.IGNORECASE,
)
# "Not paid within 30 days" turns a title round; which of its words it turns is not asked.
_TURNED = re.compile(
    r"\b(?:not(?! in education)|never|without|outside|fail\w*|unable|unpaid|late|non-complian\w+"
    r"|abandoned within|exceeding|more than|longer than|over \d+ (?:days|weeks|months))\b",
    re.IGNORECASE,
)
# "Vacant for more than 3 months" is as bad as vacant.
_STANDS = re.compile(r"\b(?:vacant|void|empty|waiting|overdue|arrears)\b", re.IGNORECASE)
_AVERAGE = re.compile(r"\b(?:average|mean)\b|\btime taken\b|\bdays taken\b", re.IGNORECASE)
# Words that turn a measure into the rest of it, or into how it changed.
_INVERTS = re.compile(
    r"\b(reduction|reducing|decrease|decline|free (?:of|from)|without|clean|won|detect(?:ed|ion)"
    r"|resolved|meeting|attendance|not|in time|on time|within)\b",
    re.IGNORECASE,
)
# Of what is spent or filled, neither more nor less than all is wanted.
_ON_THE_DOT = re.compile(r"\b(?:spen[dt]\w*|budget\w*|varian\w+|net)\b", re.IGNORECASE)
_ALL = Decimal(100)


class Direction(NamedTuple):
    """Which direction is good, and by what: ``series`` is the paper or the code's definition."""

    polarity: Polarity
    by: Literal["series", "title", "target", "other statuses"]

    @property
    def certain(self) -> bool:
        return self.by == "series"


def direction_of(
    series: Series | None, title: str | None, target: Figure | None = None
) -> Direction | None:
    """Return which direction is good for an indicator, ``None`` where nothing tells."""
    said = _of_title(title or "")
    if series is not None and series.polarity is not None:
        if _is_turned_round(series, title or "", said):
            return None
        return Direction(series.polarity, "series")
    if said:
        return Direction(said, "title")
    if target is None or _ON_THE_DOT.search(title or ""):
        return None
    if target.value == 0:
        return Direction("lower", "target")
    return Direction("higher", "target") if target.value == _ALL and target.unit == "%" else None


def _is_turned_round(series: Series, title: str, said: Polarity | None) -> bool:
    """Whether a title measures the other way than the national definition of its code.

    ``NI191`` counts waste; under ``Reduction in residual waste`` more of it is good.
    """
    entry = catalogue().get(code_key(series.code) or "") if series.code else None
    if entry is None or entry.polarity != series.polarity:
        return False
    if said is not None and said != series.polarity and _of_title(entry.title) != said:
        return True
    words = {found.casefold() for found in _INVERTS.findall(title)}
    return bool(words - {found.casefold() for found in _INVERTS.findall(entry.title)})


@lru_cache(maxsize=1024)
def _of_title(title: str) -> Polarity | None:
    if _IN_TIME.search(title):
        turned = _TURNED.search(title) or _AVERAGE.search(title)
        return None if turned else "higher"
    if _TURNED.search(title) and not _STANDS.search(title):
        return None
    higher, lower = _HIGHER.search(title), _LOWER.search(title)
    if bool(higher) == bool(lower):
        return None
    return "higher" if higher else "lower"
