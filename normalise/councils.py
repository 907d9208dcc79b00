"""Which council a paper is from, by its own text, against a gazetteer of UK principal councils.

The gazetteer ``councils.csv`` has the area names as the statistics office writes them: ``name``,
``kind``, ``nation``, ``code`` (the statistics office's code of nine signs; of a council that was
abolished, the last it had), ``in_force_from`` (the year it became a council of that kind, empty
where that is not a matter of record), ``in_force_to`` (the year it was abolished, else empty) and
``also`` (other names in use, separated by ``|``). Codes: the Code History Database of the Office
for National Statistics (July 2024), each compared with a second list; Barnsley and Sheffield as
recoded on 1 April 2025. Years: the Acts of 1963, 1972, 1992 and 1994 and the orders under them.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import resources
from typing import NamedTuple

_TABLE = "councils.csv"
#: How many lines from its beginning a paper's letterhead may take, cover sheet included.
_TOP_LINES = 60
_FEWEST_MENTIONS = 2
_LEAD = 2

#: Areas whose names are also ordinary words, surnames or parts of many other names: a mention
#: counts only with a council's word beside it, or in a web address.
_COMMON_WORDS = frozenset(
    """
    Angus Ashford Barnet Boston Bradford Brent Bury Camden Carlisle Carrick Chester Craven Derby
    Dover Dudley Durham Eden Falkirk Halton Harlow Harrow Hart Hastings Highland Highlands Hull
    Kent Lancaster Lewes Lincoln Melton Merton Newport Orkney Oxford Perth Preston Reading Rother
    Rugby Selby Sefton Shetland Stafford Stirling Stroud Sutton Swale Warwick Waverley Wells
    Westminster Winchester Worcester Wyre York Bedford Cornwall Bolton Cambridge Windsor Chorley
    Nottingham Leicester London Manchester Birmingham Scilly Southend BCP Bournemouth Poole
    """.split()  # noqa: SIM905 - a list of words reads better than eighty strings
)
#: Unitary areas with a county's name, used as an adjective like a county's ("Dorset farmers").
_COUNTY_NAMES = re.compile(r"shire$|\bDorset$|Rutland$|Northumberland$|Cumberland$|Somerset$")
_KIND_WORDS = (
    r"(?:(?:county borough|metropolitan borough|metropolitan district|metropolitan|london borough"
    r"|district|borough|city|county|unitary|islands?|mbc|dc|bc|cc)\s+)*council"
)
_COUNCIL_AFTER = re.compile(rf"\s+(?:{_KIND_WORDS}|corporation)\b", re.IGNORECASE)
_COUNCIL_BEFORE = re.compile(
    r"(?:borough|city|county|council|district)(?:\s+council)?\s+of\s+(?:the\s+)?$", re.IGNORECASE
)
#: A name that is part of a longer one: a street, a school, a person, a wider region.
_LONGER_AFTER = re.compile(
    r"\s+(?:(?:and\s+\w+\s+)?(?:parish|town|community)\s+council|road|street|lane|avenue|way|drive"
    r"|close|court|house|park|square|station|university|hospital|college|school|academy|airport"
    r"|cathedral|forest|express|police|constabulary|fire|nhs|bridge|canal)\b",
    re.IGNORECASE,
)
_LONGER_BEFORE = re.compile(
    r"(?:\b(?:greater|new|old|upper|lower|great|little|north|south|east|west|mid|lord|lady)\s+"
    r"|\b(?:mr|mrs|ms|miss|dr|sir|councillor|cllr|officer)\.?\s+(?:[A-Z][\w']*\s+){0,2})$",
    re.IGNORECASE,
)
_PLAIN = str.maketrans(
    {"&": " and ", **dict.fromkeys(".,'\u2019", ""), **dict.fromkeys("-\u2010\u2011", " ")}
)
_QUOTES = "()[],.;:'\u2018\u2019\u201c\u201d"
_WORD = re.compile(r"[^\W_]+")
_CAPITALISED = re.compile(r"(?<![^\W_])[A-Z][^\W_]*")
_HOST = re.compile(
    r"(?<![a-z0-9.-])(?:[a-z0-9-]{1,63}\.){1,8}(?:uk|com|org|net|info|london|wales|scot|example)\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?<!\S)\S{0,80}@\S+|\bhttps?:\S+|\bwww\.\S+")
_LINK = re.compile(r"\.[a-z]|@|\bhttps?:", re.IGNORECASE)
_OTHER_HOSTS = re.compile(r"\b(?:police|nhs|fire|ac|sch|mod)\b", re.IGNORECASE)
_HOST_ENDING = r"(?:(?:council|district|borough|city|county|mbc|dc|bc|cc|gov|online))*"
_COUNCIL_WORD = re.compile(r"council|borough|city|county", re.IGNORECASE)
_STANDS_ALONE = re.compile(rf"\W*(?P<name>\S.*?)\s+{_KIND_WORDS}\W*", re.IGNORECASE)
_OF_NAME = re.compile(
    r"\W*(?:the\s+)?(?:(?:london|royal|metropolitan|county)\s+)*(?:borough|city|county)\s+"
    r"(?:council\s+)?of\s+(?P<name>\S.*?)\W*",
    re.IGNORECASE,
)
_PREFIX = re.compile(
    r"^(?:the\s+)?(?:(?:london|royal|metropolitan)\s+)*(?:borough|city|county|council)\s+of\s+"
    r"|^the\s+",
    re.IGNORECASE,
)
_LAST_WORD = re.compile(
    r"\s+(?:council|district|borough|city|county|metropolitan|unitary|london|mbc|dc|bc|cc)$",
    re.IGNORECASE,
)


class Council(NamedTuple):
    """A gazetteer entry.

    ``in_force_to`` is ``None`` for a council that exists, ``in_force_from`` where it is not known.
    """

    name: str
    kind: str
    nation: str
    code: str
    in_force_from: int | None
    in_force_to: int | None


def find_council(lines: Sequence[str]) -> str | None:
    """Return the area name of the council that a paper is from, ``None`` where it does not say.

    The full name of exactly one council on a line of its own near the top decides. Else the name
    that the paper mentions at least twice, and at least twice as often as any other; web addresses
    count, a town's street or a county's adjective do not.
    """
    return head_council(lines) or mentioned_council(lines)


def mentioned_council(lines: Sequence[str]) -> str | None:
    """Return the council that the lines name at least twice, and twice as often as any other."""
    counts = Counter(name for line in _lines_with_names(lines) for name in _mentions(line))
    ranked = counts.most_common(2)
    if not ranked or ranked[0][1] < _FEWEST_MENTIONS:
        return None
    if len(ranked) > 1 and ranked[0][1] < _LEAD * ranked[1][1]:
        return None
    return ranked[0][0]


def head_council(lines: Sequence[str]) -> str | None:
    """Return the one council whose full name stands on a line of its own near the top."""
    heads = {name for line in lines[:_TOP_LINES] if (name := letterhead(line))}
    return heads.pop() if len(heads) == 1 else None


def normal_name(text: str) -> str:
    """Return the area name for any way of naming a council.

    ``Broxtowe Borough Council`` gives ``Broxtowe``. A name that is not in the gazetteer comes
    back with the words of its kind taken off.
    """
    name = " ".join(text.split())
    return _known(name) or _bare(name) or name


def councils() -> tuple[Council, ...]:
    """Every council of the gazetteer."""
    return tuple(council for council, _ in _table())


def _known(name: str) -> str | None:
    """The gazetteer's name, taking the words of a council's kind off one by one."""
    for start in (name, _PREFIX.sub("", name, count=1)):
        rest, shorter = start, ""
        while rest != shorter:
            if found := _by_key().get(_key(rest)):
                return found.name
            shorter, rest = rest, _LAST_WORD.sub("", rest, count=1)
    return None


def _bare(name: str) -> str:
    rest, shorter = _PREFIX.sub("", name, count=1), ""
    while rest != shorter:
        shorter, rest = rest, _LAST_WORD.sub("", rest, count=1)
    return rest


def letterhead(line: str) -> str | None:
    """Return the known council whose full name is all that the line says."""
    line = " ".join(line.split())
    if len(line) > 90 or not _COUNCIL_WORD.search(line):
        return None
    if _STANDS_ALONE.fullmatch(line) or _OF_NAME.fullmatch(line):
        return _known(re.sub(r"^\W+|\W+$", "", line))
    return None


def _lines_with_names(lines: Sequence[str]) -> Iterator[str]:
    """The lines in which a name may begin, or a web address stand: few of a paper's.

    The words of a paper are looked at once each: there are many times fewer than lines.
    """
    opening = set(filter(_may_open_name, set().union(*map(str.split, lines))))
    return (line for line in lines if not opening.isdisjoint(line.split()))


def _may_open_name(word: str) -> bool:
    bare = word.strip(_QUOTES)
    if bare.isalpha():
        return bare[0].isupper() and bare.casefold() in _first_words()
    if _LINK.search(word):
        return True
    capitalised = _CAPITALISED.findall(word.translate(_PLAIN))
    return not _first_words().isdisjoint(map(str.casefold, capitalised))


def _mentions(line: str) -> Iterator[str]:
    if _LINK.search(line):
        for match in _HOST.finditer(line):
            if not _OTHER_HOSTS.search(match[0]) and (name := _of_host(match[0])):
                yield name
        line = _ADDRESS.sub(" ", _HOST.sub(" ", line))
    plain = _plain(line)
    first_words, end = _first_words(), 0
    for word in _CAPITALISED.finditer(plain):
        if word[0].casefold() not in first_words or word.start() < end:
            continue
        found = _names_pattern().match(plain, word.start())
        if found is None:
            continue
        end = found.end()
        council = _by_key()[_key(found[0])]
        before, after = plain[: found.start()], plain[found.end() :]
        if _LONGER_AFTER.match(after):
            continue
        as_council = _COUNCIL_AFTER.match(after) or _COUNCIL_BEFORE.search(before)
        if as_council or not (_needs_council_word(found[0], council) or _is_longer(before)):
            yield council.name


def _is_longer(before: str) -> bool:
    return bool(_LONGER_BEFORE.search(before))


def _needs_council_word(printed: str, council: Council) -> bool:
    return (
        council.kind == "county"
        or printed.title() in _COMMON_WORDS
        or printed.upper() in _COMMON_WORDS
        or (council.kind == "unitary" and bool(_COUNTY_NAMES.search(council.name)))
    )


def _of_host(host: str) -> str | None:
    for label in host.lower().split("."):
        if match := _hosts_pattern().fullmatch(label.replace("-", "")):
            return _by_key()[_compact_keys()[match["name"]]].name
    return None


def _plain(text: str) -> str:
    return " ".join(text.translate(_PLAIN).split())


def _key(text: str) -> str:
    return _plain(text).casefold()


@cache
def _table() -> tuple[tuple[Council, tuple[str, ...]], ...]:
    text = resources.files(__package__).joinpath("data", _TABLE).read_text(encoding="utf-8")
    return tuple(
        (
            Council(
                row["name"],
                row["kind"],
                row["nation"],
                row["code"],
                int(row["in_force_from"] or 0) or None,
                int(row["in_force_to"] or 0) or None,
            ),
            tuple(filter(None, row["also"].split("|"))),
        )
        for row in csv.DictReader(text.splitlines())
    )


@cache
def _by_key() -> dict[str, Council]:
    also = {_key(name): council for council, others in _table() for name in others}
    return also | {_key(council.name): council for council, _ in _table()}


@cache
def _first_words() -> frozenset[str]:
    """What the names begin with: nowhere else in a line can one stand."""
    return frozenset(word[0].casefold() for name in _by_key() if (word := _WORD.findall(name)))


@cache
def _names_pattern() -> re.Pattern[str]:
    names = sorted(_by_key(), key=len, reverse=True)
    # A name is tried only at a capital: ten times as fast over a paper's text.
    return re.compile(rf"\b(?=(?-i:[A-Z]))(?:{'|'.join(map(re.escape, names))})\b", re.IGNORECASE)


@cache
def _compact_keys() -> dict[str, str]:
    """The names as they stand in web addresses, without blanks and without ``and``."""
    keys = {key.replace(" and ", " ").replace(" ", ""): key for key in _by_key()}
    return keys | {key.replace(" ", ""): key for key in _by_key()}


@cache
def _hosts_pattern() -> re.Pattern[str]:
    names = sorted(_compact_keys(), key=len, reverse=True)
    return re.compile(rf"(?P<name>{'|'.join(map(re.escape, names))}){_HOST_ENDING}")
