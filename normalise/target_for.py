"""Headings that say what a target is set for: ``Our target for response times``.

Nearly a listed heading: what stands under it must be figures, and it is told. A target for a time
(``Target for next year``), for somebody else or by a date is none of these.
"""

from __future__ import annotations

import re

_TARGET_FOR = re.compile(r"(?:our |the )?targets? for (?P<what>[a-z][a-z/ &'\u2019-]{3,60})", re.I)
_ELSE = re.compile(
    r"\b(?:next|future|following|later|years?|quarters?|months?|weeks?|periods?|complet\w+|reviews?"
    r"|deliver\w+|ends?|dates?|improvements?|actions?|each|others?|england|wales|scotland|uk|national\w*"
    r"|regions?|regional|similar|county|group|quartiles?|average|peers?|neighbours?|stretch|minimum"
    r"|maximum|[a-z]+(?:uary|ember)|april|may|june|july|august|october|march)\b",
    re.IGNORECASE,
)


def is_target_for(heading: str) -> bool:
    """Whether a heading names a target and what it is set for, and no time and nobody else."""
    match = _TARGET_FOR.fullmatch(heading)
    return match is not None and _ELSE.search(match["what"]) is None
