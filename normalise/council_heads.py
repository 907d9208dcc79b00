"""The lines at a paper's head that name its council, and those of bodies that are none.

A line names the council whose paper it is where the council's full name is all it says, or where
what it says beside it is the committee, the day, or that this is a report: ``Ambridge Borough
Council - Report to Cabinet``. A name in a sentence, an address or a list of partners is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from crossfoot.normalise.councils import KIND_WORDS, known_council
from crossfoot.normalise.heads import committee_of, day_of

#: How many lines from its beginning a paper's letterhead may take, cover sheet included.
_TOP_LINES = 60
_MASTHEAD_LINES = 20  # of a body that is no council; farther down it is a partner
_LONGEST = 110  # characters
_LONGEST_REST = 70  # characters beside the council's name
#: In lower case: the search takes a fifth of the time of ``re.IGNORECASE``.
_COUNCIL_WORD = re.compile(r"council|borough|city|county|comhairle|cyngor|authority")
#: A line that the next one continues, and one that continues the line before: a name there is one
#: of several, or part of a sentence.
_GOES_ON = re.compile(
    r"(?:[,&]|\b(?:and|or|with|by|for|from|to|than|between|behalf of|partners? of))\s*$",
    re.IGNORECASE,
)
_GOES_ON_BELOW = re.compile(
    r"\s*(?:and|or|&)\s+\S.*\b(?:council|borough|district)s?\b", re.IGNORECASE
)
_STANDS_ALONE = re.compile(rf"\W*(?P<name>\S.*?)\s+{KIND_WORDS}\W*", re.IGNORECASE)
_OF_NAME = re.compile(
    r"\W*(?:the\s+)?(?:(?:london|royal|metropolitan|county)\s+)*(?:borough|city(?: and county)?)\s+"
    r"(?:council\s+)?of\s+(?P<name>\S.*?)\W*",
    re.IGNORECASE,
)
_OTHER_TONGUE = re.compile(r"\W*(?:comhairle|cyngor)\s.*", re.IGNORECASE)
_LEADS = re.compile(
    rf"\W*(?P<council>\S.*?\s{KIND_WORDS})[\s:,|\u2013\u2014-]+(?P<rest>.*)", re.IGNORECASE
)
#: The name in the form in which no word ends it, set off by a sign.
_LEADS_OF = re.compile(
    r"\W*(?P<council>(?:the\s+)?(?:(?:london|royal|metropolitan|county)\s+)*"
    r"(?:borough|city(?: and county)?)\s+(?:council\s+)?of\s+[^:,|\u2013\u2014]+?)"
    r"(?:\s*[:,|\u2013\u2014]|\s+-)\s*(?P<rest>.*)",
    re.IGNORECASE,
)
_ENDS = re.compile(
    rf"(?P<rest>.*?)[:,|\u2013\u2014]\s*(?P<council>\S.*?\s{KIND_WORDS})\W*", re.IGNORECASE
)
_LABELLED = re.compile(
    r"\W*(?:name of (?:the )?)?(?:council|(?:local )?authority)(?: name)?\s*:\s*(?P<name>\S.*?)\W*",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(
    r"\W*(?:(?:a )?report (?:to|of|from|by)|to|meeting(?: of)?|committee)\s*:?\s+(?:the\s+)?"
    r"(?P<name>\S.*)",
    re.IGNORECASE,
)
_BILINGUAL = re.compile(r"\s+[/|\u2022\u00b7]\s+")
#: What else stands on such a line: that it is a report, which one, or a part of the meeting's name.
_OF_A_PAPER = re.compile(
    r"(?:(?:the|a|an|public|joint|full|annual|quarterly|monthly|corporate|council|performance|budget"
    r"|service|business|strategic|delivery|improvement|best value|quarter|q[1-4]|half[- ]year|year"
    r"|first|second|third|fourth|\d{1,4}(?:[/-]\d{2,4})?|monitoring|management|indicators?|progress|outturn|scrutiny)\s+)*"
    r"(?:reports?|agenda|minutes|(?:document |reports? )?pack|scorecard|dashboard|plan|summary"
    r"|update|review|meeting|monitoring|performance)\b(?!\s+(?:of|by|from|in|than|has|have|was|is|are)\b).*",
    re.IGNORECASE,
)
#: A report on performance may be called after any service: ``Housing Performance Report``.
_OF_PERFORMANCE = re.compile(
    r"(?:[A-Z][\w&'\u2019/-]*,?\s+|(?:and|of|the|for|in)\s+|\d{4}(?:[/-]\d{2,4})?\s+){0,7}"
    r"(?i:performance(?: (?:reports?|reporting|indicators?|monitoring|management|measures?|review"
    r"|plan|summary|scorecard|update|information|outturn|dashboard|data|digest))|benchmarking"
    r"|scorecard|kpis?)\b(?!\s+(?:of|by|from|in|than|has|have|was|is|are)\b).*"
)
_OTHER_BODY = re.compile(
    r"\W*(?:the\s+)?[A-Z].{2,70}?\b(?:(?:fire|police|combined|national park|waste|transport|health"
    r"|port|conservation|broads|integrated transport|fire (?:and|&) rescue|waste disposal"
    r"|passenger transport)\s+(?:service\s+)?(?:authority|executive|board)"
    r"|(?:parish|town|community) council|fire (?:and|&) rescue service|constabulary"
    r"|police and crime commissioner|nhs (?:foundation )?trust|integrated care board"
    r"|clinical commissioning group|primary care trust|housing association)\W*"
    r"|\W*NHS\s.{2,60}?\b(?:CCGs?|ICB|PCT|trust|commissioning groups?|care board)\b"
    r"(?:\W+.{0,40}\b\d{4})?\W*",
    re.IGNORECASE,
)
#: A parish's, town's or community's council, beside which a line says what paper this is, or whose
#: meeting it is: ``Ambridge Parish Council Standing Orders``.
_LOCAL_BODY = r"[A-Z]\S*(?:\s+\S+){0,5}?\s+(?i:parish|town|community) (?i:council)"
_LOCAL_LEADS = re.compile(rf"\W*(?:(?i:the)\s+)?{_LOCAL_BODY}[\s:,|\u2013\u2014-]+(?P<rest>\S.*)")
_LOCAL_MEETING = re.compile(
    rf"\W*(?i:(?:draft )?(?:minutes|notes|agenda|notice|record)\b.{{0,40}}?\bof (?:the |a )?)"
    rf"{_LOCAL_BODY}\b.*"
)
_LOCAL_PAPER = re.compile(
    r"(?:\w[\w&'\u2019-]*\s+){0,4}"
    r"(?:standing orders|financial regulations|polic(?:y|ies)|procedures?|code of conduct|budgets?"
    r"|precept|accounts|statements?|risk (?:management|register|assessment)|terms of reference"
    r"|notice|information|assets?|payments?|expenditure|grants?|meeting|a\W?g\W?m\b.*)\b"
    r"(?:.{0,30}\d.*)?\W*",
    re.IGNORECASE,
)
#: One of these stands in each of the names above.
_OTHER_BODY_WORDS = (
    "authority", "executive", "board", "council", "service", "constabulary", "commissioner",
    "trust", "group", "association", "nhs",
)  # fmt: skip


def head_council(lines: Sequence[str]) -> str | None:
    """Return the one council that the lines near the top name as the paper's own."""
    heads = {
        name
        for before, line, after in zip(
            ("", *lines), lines[:_TOP_LINES], (*lines[1:], ""), strict=False
        )
        if (name := letterhead(line))
        and not (_GOES_ON.search(before) or _GOES_ON_BELOW.match(after))
    }
    return heads.pop() if len(heads) == 1 else None


def is_of_another_body(lines: Sequence[str]) -> bool:
    """Whether the paper is that of a fire or police authority, a parish, or the like."""
    return any(
        _OTHER_BODY.fullmatch(line) or _is_local_bodys(line)
        for line in lines[:_MASTHEAD_LINES]
        if any(map(line.casefold().__contains__, _OTHER_BODY_WORDS))
    )


def _is_local_bodys(line: str) -> bool:
    """Whether a line says of its paper that it is a parish's, a town's or a community's."""
    line = " ".join(line.split())
    if len(line) > _LONGEST or "council" not in line.casefold():
        return False
    if _LOCAL_MEETING.fullmatch(line):
        return True
    found = _LOCAL_LEADS.fullmatch(line)
    return found is not None and (
        _is_of_a_paper(found["rest"]) or _LOCAL_PAPER.fullmatch(found["rest"]) is not None
    )


@lru_cache(maxsize=512)  # asked of a page's first lines by what looks for reports, too
def letterhead(line: str) -> str | None:
    """Return the known council that the line names as the paper's own, ``None`` if it does not."""
    line = " ".join(line.split())
    if len(line) > _LONGEST or not _COUNCIL_WORD.search(line.lower()):
        return None
    if labelled := _LABELLED.fullmatch(line):
        return known_council(labelled["name"])
    if named := _alone(line):
        return named
    pieces = [named for piece in _BILINGUAL.split(line) if (named := _alone(piece))]
    if len(pieces) > 1:
        return pieces[0] if len(set(pieces)) == 1 else None
    addressed = _ADDRESSED.fullmatch(line)
    if addressed and (named := _alone(addressed["name"]) or _beside(addressed["name"])):
        return named
    return _beside(line)


def _alone(text: str) -> str | None:
    """The known council whose full name the text is."""
    if any(form.fullmatch(text) for form in (_STANDS_ALONE, _OF_NAME, _OTHER_TONGUE)):
        return known_council(re.sub(r"^\W+|\W+$", "", text))
    return None


def _beside(line: str) -> str | None:
    """The known council beside whose full name the line says what paper this is."""
    for form in (_LEADS, _LEADS_OF, _ENDS):
        if (found := form.fullmatch(line)) and _is_of_a_paper(found["rest"]):
            return _alone(found["council"])
    return None


def _is_of_a_paper(rest: str) -> bool:
    """Whether the rest of a line is a committee, a day, or the name of a report."""
    rest = rest.strip(" -\u2013\u2014:|,")
    return (
        bool(rest)
        and len(rest) <= _LONGEST_REST
        and not rest.endswith(".")
        and bool(
            committee_of(rest)
            or day_of(rest)
            or _OF_A_PAPER.fullmatch(rest)
            or _OF_PERFORMANCE.fullmatch(rest)
        )
    )
