"""What a column holds, where its heading is not listed: the other half of telling its role.

A role is taken from what stands in a column only where the cells can hardly be anything else
(statuses, frequencies, directions, units, long texts, names of rows). Whose figures a column of
figures holds, its cells cannot tell; nor whether a date is a start or an end.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from crossfoot.normalise.captions import is_time_alone
from crossfoot.normalise.codes import parse_code
from crossfoot.normalise.csi import split_title
from crossfoot.normalise.dates import parse_date
from crossfoot.normalise.figures import parse_figure
from crossfoot.normalise.headings import heading_key
from crossfoot.normalise.polarity import polarity_of
from crossfoot.normalise.statuses import status_word
from crossfoot.normalise.year_parts import split_period

_FREQUENCY = re.compile(
    r"(?:bi-?|half[ -]?|six[ -]?|2 x |twice )?(?:annual(?:ly)?|year(?:ly)?|month(?:ly)?|week(?:ly)?"
    r"|quarter(?:ly)?|term(?:ly)?|daily)|[MQA]|every .{1,20}|(?:q(?:tr)?ly|mthly|yrly)",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r"%|\u00a3(?:'?000s?|k|m)?|#|no\.?|number|num|count|percent(?:age)?|per ?cent|days?|hours?"
    r"|minutes?|mins?|weeks?|months?|years?|ratio|rate|average|tonnes?|kgs?|score|currency|money"
    r"|pounds?|people|cases|households",
    re.IGNORECASE,
)
_POLARITY = re.compile(
    r"(?:aim (?:is )?to )?(?:bigger|smaller|larger|higher|lower|high|low|more|less|fewer|up|down)"
    r"\s(?:figure |value |number )?(?:is|=)\s(?:better|good|best)"
    r"|(?:aim (?:is )?to )?(?:maximi[sz]e|minimi[sz]e)",
    re.IGNORECASE,
)
#: Words of a heading by which its statuses are not those of now, or no statuses of results.
_NOT_NOW = re.compile(
    r"\b(?:previous|last|prior|past|year|annual|end|forecast|expected|predicted|projected|likely"
    r"|anticipated|estimated|future|next|risk|quality|confidence|assurance|impact|priority|quartile"
    r"|dq|budget|financ\w+|outlook|prediction|projection|proposed|importance|concerns?|escalat\w+"
    r"|complexity|costs?|resourc\w+|benefits?|stakeholders?|vs?|versus|against"
    r"|benchmark\w*|compar\w+|peers?|average|national|england|family|data|target|q[1-4]|trend|travel|direction)\b",
    re.IGNORECASE,
)
#: Words of a heading by which its times are those when something is to be done, or was.
_OF_DATES = re.compile(
    r"\b(?:date\w*|due|deadlines?|timescales?|target|complet\w+|review\w*|next|start\w*|end\w*|by|when"
    r"|finish\w*|extended|planned|approv\w+|decision|committee|original|revised|new|collected|entered"
    r"|until|since|baseline|set|agreed|approved|introduced|updated?|deliver\w*|milestones?)\b",
    re.IGNORECASE,
)
#: Words of a heading by which its long texts say what is measured, not how it went.
_DEFINES = re.compile(
    r"\b(?:why|definition|define\w*|rationale|means?|calculat\w+|formula|numerator|denominator"
    r"|method\w*|source|purpose|outcome|objective|priority|criteria|risks?|plan(?:ned)?|future|next"
    r"|target)\b",
    re.IGNORECASE,
)
_LONG_TEXT = 40
_WORDY = 5
#: A text names an indicator if it has as many words as this; wards, services and teams have fewer.
_NAME_WORDS = 3
_WORD = re.compile(r"[A-Za-z]{2,}")
#: What a title counts in: at its beginning or, of shares and rates, anywhere.
_MEASURES = re.compile(
    r"%|\bper ?cent(?:age)?\b|\bproportion\b|\brates?\b|\bratio\b|\baverage\b|\bper 1[0,]*0\b"
    r"|^\W*(?:the )?(?:total |overall |net |gross |median |mean )?"
    r"(?:numbers?|no\.?|amount|volume|cost|value|level|score|time|days|tonnage|tonnes|count) "
    r"(?:of|per|in|taken|to|lost)\b",
    re.IGNORECASE,
)
#: A heading over ways to reach a council, and what is counted of them, month by month.
_CONTACT_HEADING = re.compile(r"\b(?:contacts?|channels?|enquir(?:y|ies))\b", re.IGNORECASE)
_CONTACTS = re.compile(
    r"\b(?:calls?|callers?|telephone|phone|e-?mails?|letters?|post|visits?|visitors?|web ?chats?"
    r"|face[ -]to[ -]face|appointments?|enquir(?:y|ies)|requests?|transactions?|payments?|forms?"
    r"|messages?|tweets?|posts|followers?|sessions?|answered|abandoned|wait(?:ing)?|queu\w*)\b",
    re.IGNORECASE,
)
_STATES = frozenset({"value", "dash", "not_available"})


def _all(texts: Sequence[str], test: re.Pattern[str]) -> bool:
    return all(test.fullmatch(text) for text in texts)


def _share(texts: Sequence[str], true: int) -> float:
    return true / len(texts) if texts else 0.0


def figures_among(texts: Sequence[str]) -> float:
    """The share of *texts* that are figures, dashes or say that there is none."""
    return _share(texts, sum(parse_figure(text).state in _STATES for text in texts))


def dates_among(texts: Sequence[str]) -> float:
    """The share of *texts* that are dates."""
    return _share(texts, sum(parse_date(text) is not None for text in texts))


def statuses_among(texts: Sequence[str]) -> float:
    """The share of *texts* that are wholly a status, in words."""
    return _share(
        texts,
        sum(
            status_word(text, "indicators") is not None or status_word(text, "actions") is not None
            for text in texts
        ),
    )


def role_of_texts(heading: str, texts: Sequence[str]) -> str | None:
    """The meaning that the printed *texts* of a column give it, ``None`` where they may be several.

    At least two texts are needed. Codes and names of rows are told by :func:`naming_of_texts`.
    """
    if len(texts) < 2:
        return None
    if statuses_among(texts) == 1.0 and not _NOT_NOW.search(heading):
        return "status"
    if all(map(_is_period, texts)) and not _OF_DATES.search(heading):
        return "period"
    if _all(texts, _FREQUENCY):
        return "frequency" if any(len(text) > 1 for text in texts) else None
    if _all(texts, _POLARITY) and all(map(polarity_of, texts)):
        return "polarity"
    if _all(texts, _UNIT):
        return "unit"
    long = sum(len(text) >= _LONG_TEXT and len(text.split()) > _WORDY for text in texts)
    if long * 2 > len(texts) and not _DEFINES.search(heading):
        return "note"
    return None


def _is_period(text: str) -> bool:
    """Whether a text is a period and nothing else; a day may be that of an event."""
    if not is_time_alone(text):
        return False
    period, part, _ = split_period(text)
    named = period or part
    return named is not None and named.kind != "day"


def naming_of_texts(
    texts: Sequence[str], *, may_be_title: bool, blank: bool, first: bool, lone: bool = False
) -> str | None:
    """What a column of these texts names, ``None`` where it names nothing for certain.

    A column of codes is the code's. Where no column is headed as a title, texts led by codes are
    titles; so are texts under a *blank* heading that are words, and, in a *first* column, such as
    can be no wards or services: of several words, no two the same. One text alone is enough for a
    *lone* column, whose heading says that it names indicators, beside one that says results.
    """
    if sum(parse_code(text) is not None for text in texts) * 5 >= len(texts) * 3:
        return "code"
    if not may_be_title:
        return None
    led = sum(split_title(text).code is not None for text in texts)
    if led * 5 >= len(texts) * 3 or (blank and _are_words(texts, 2)):
        return "title"
    several = len(texts) > 1 or (lone and len(texts) == 1)
    names = first and several and len({heading_key(text) for text in texts}) == len(texts)
    return "title" if names and _are_words(texts, _NAME_WORDS) else None


def names_among(texts: Sequence[str]) -> bool:
    """Whether *texts* may name rows: of several words each, no two the same."""
    return len(texts) > 1 and len(set(texts)) == len(texts) and _are_words(texts, 2)


def counts_contacts(heading: str, texts: Sequence[str]) -> bool:
    """Whether most *texts* under a *heading* of contacts say how often and how a council was asked.

    ``Calls answered`` under ``Channel``; the persons that a council is reached by are none.
    """
    if len(texts) <= 1 or not _CONTACT_HEADING.search(heading):
        return False
    contacts = sum(bool(_CONTACTS.search(text) or _MEASURES.search(text)) for text in texts)
    return contacts * 3 >= len(texts) * 2


def says_what_is_counted(text: str) -> bool:
    """Whether a name says what it counts in: a share, a rate, a number of something."""
    return _MEASURES.search(text) is not None


def names_measures(texts: Sequence[str]) -> bool:
    """Whether most *texts* say what is counted, as indicators do and projects or risks do not."""
    measures = sum(map(says_what_is_counted, texts))
    return len(texts) > 1 and measures * 3 >= len(texts) * 2


def _are_words(texts: Sequence[str], fewest: int) -> bool:
    """Whether most texts are of several words: names of something, not figures or signs."""
    wordy = [text for text in texts if len(_WORD.findall(text)) >= fewest]
    return len(wordy) * 3 >= len(texts) * 2


def agrees(family: str, texts: Sequence[str]) -> bool:
    """Whether what a column holds speaks for a meaning that its heading only nearly names.

    Figures for results and targets, dates for dates, statuses for statuses; of words anything but
    figures. An empty column agrees with everything.
    """
    if not texts:
        return True
    figures = figures_among(texts)
    if family in {"result", "outturn", "target", "previous", "comparator"}:
        return figures * 2 > 1
    if family in {"due", "revised_due"}:
        return dates_among(texts) * 2 > 1
    if family in {"status", "previous_status"}:
        return statuses_among(texts) * 2 > 1
    if family == "code":
        return all(len(text) <= _LONG_TEXT // 2 for text in texts)
    return family == "progress" or figures * 2 < 1
