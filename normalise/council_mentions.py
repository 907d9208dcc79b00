"""Which council a paper is from where no letterhead says so: the name that it mentions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, islice
from typing import NamedTuple

from crossfoot.normalise.area_names import needs_council_word
from crossfoot.normalise.council_heads import head_council, is_of_another_body
from crossfoot.normalise.council_initials import acronyms, initials_of
from crossfoot.normalise.councils import (
    KIND_WORDS,
    by_key,
    compact_keys,
    host_name,
    key_of,
    names_by_first_word,
    names_pattern,
    plain,
)
from crossfoot.normalise.payment_lists import lists_payments, payees_from
from crossfoot.schema.text import translation

_FEWEST_MENTIONS = 2
_LEAD = 2
_NEIGHBOUR = 3
_WORDS = 8192  # remembered: most words of a paper are those of the one before

_COUNCIL_AFTER = re.compile(rf"\s+(?:{KIND_WORDS}|corporation)\b", re.IGNORECASE)
_COUNCIL_BEFORE = re.compile(
    r"(?:borough|city|council|district)(?:\s+council)?\s+of\s+(?:the\s+)?$", re.IGNORECASE
)
#: A name that is part of a longer one: a street, a school, a person, a wider region.
_LONGER_AFTER = re.compile(
    r"\s+(?:(?:and\s+\w+\s+)?(?:parish|town|community)\s+council|road|street|lane|avenue|way|drive"
    r"|close|court|house|park|square|station|university|hospital|college|school|academy|airport"
    r"|cathedral|forest|express|police|constabulary|fire|nhs|bridge|canal|ccg|pct|icb|hospitals"
    r"|clinical|healthcare|primary care|integrated care|teaching|mental health)\b",
    re.IGNORECASE,
)
_LONGER_BEFORE = re.compile(
    r"(?:\b(?:greater|new|old|upper|lower|great|little|north|south|east|west|mid|lord|lady|nhs)\s+"
    r"|\b(?:mr|mrs|ms|miss|dr|sir|councillor|cllr|officer)\.?\s+(?:[A-Z][\w']*\s+){0,2})$",
    re.IGNORECASE,
)
#: What stands before the name of a neighbour, a partner, or one of a list.
_OTHERS = re.compile(
    r"\b(?i:compar(?:ed|ing|es?|isons?) (?:with|to|against)|benchmarked (?:with|against)|than"
    r"|unlike|neighbouring|neighbours?|adjoining|adjacent|such as|including|like|similar to|e g|eg"
    r"|averages? of|partners?|partnership (?:with|between)|jointly with|shared with|together with"
    r"|alongside|nearest|best performing|hosted by|on behalf of|source)"
    r"(?:\s+(?:the|at|in|that|those|of|with|authority|authorities|councils?|districts?|and))*\s+"
    r"(?:(?:[A-Z]\w+\s+){1,5}(?:and|or)\s+)?$"
)
_LOOK_BACK = 90  # characters before a name
#: The word before a name and the word after it: capitalised, it makes a longer name (Leeds Building
#: Society, County Hall Maidstone), joined by "and" a region (Kent and Medway); before an initial it
#: is one of several surnames.
_PARTNER_BEFORE = re.compile(r"(?:(?P<word>[^\W_]+)\s+)?(?P<and>and\s+)?$")
_PARTNER_AFTER = re.compile(r"\s+(?:and\s+)?(?:[A-Z]\s+)?[A-Z][a-z]")
#: Words that a sentence or a heading begins with, so that they are written large.
_OPENERS = frozenset(
    """
    a across all an and around as at both by council district for from in into is make making of on
    our outside over some that the their these this through throughout to with within
    """.split()  # noqa: SIM905 - a list of words reads better than forty strings
)
_FIRST_LINES, _FIRST_CELLS = 120, 60  # among which a list of payments has its headings
_LABEL_WORDS = 6  # a cell of no more is a payee, a partner or the label of a row
_LINES_A_MENTION = 300
_ACRONYMS = 3  # fewer may stand for anything
_POSSESSIVE = re.compile("(?<=\\w)['\u2019]s\\b(?!\\s+Lynn)")
_PLAIN = translation(
    {"&": " and ", **dict.fromkeys(".,'\u2019", ""), **dict.fromkeys("-\u2010\u2011", " ")}
)
_EDGES = " -\u2013\u2014*|"
_QUOTES = "()[],.;:'\u2018\u2019\u201c\u201d"
_CAPITALISED = re.compile(r"(?<![^\W_])[A-Z][^\W_]*")
_HOST = re.compile(
    r"(?<![a-z0-9.-])(?:[a-z0-9-]{1,63}\.){1,8}(?:uk|com|org|net|info|london|wales|scot|example)\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?<!\S)\S{0,80}@\S+|\bhttps?:\S+|\bwww\.\S+")
_LOCAL_BODY = re.compile(r"\b(?:Parish|Town|Community) Council\b")
_LINK = re.compile(r"\.[a-z]|@|\bhttps?:", re.IGNORECASE)
_OTHER_HOSTS = re.compile(r"\b(?:police|nhs|fire|ac|sch|mod)\b", re.IGNORECASE)


class Mention(NamedTuple):
    """A council's name in a line."""

    name: str
    as_council: bool
    """Whether the line says a council of that name, not only the area."""
    as_another: bool
    """Whether as a neighbour, a partner, or in a comparison."""
    at: int = 0
    """Where in the line it begins, signs at its beginning left out."""


def find_council(lines: Sequence[str], cells: Iterable[str] = ()) -> str | None:
    """Return the area name of the council that a paper is from, ``None`` where it does not say.

    What the lines near the top say is its own decides (:mod:`.council_heads`). Else the name that
    the paper mentions at least twice, and at least twice as often as any other. *cells* are the
    texts of its tables: they are asked where its lines say nothing.
    """
    if is_of_another_body(lines):
        return None
    cells = iter(cells)
    first = tuple(islice(cells, _FIRST_CELLS))
    if lists_payments((*lines[:_FIRST_LINES], *first)):
        return head_council(lines[: payees_from(lines)])
    if own := head_council(lines):
        return own
    said = _said(lines)
    return _meant(said, lines) or _meant(said, lines, tuple(chain(first, cells)))


def mentioned_council(lines: Iterable[str]) -> str | None:
    """Return the council that the lines name at least twice, and twice as often as any other.

    The *lines* are gone through twice.

    Web addresses count beside a name, not without one: they may be a partner's. A council whose
    every third mention is in a comparison or as a partner is none of the paper's own. A town's
    street and a county's adjective do not count; nor does an area that is part of a longer name,
    or one of two, nor a name that is a whole cell of a table. None is named by a paper that speaks
    of a parish or town council more often. What the paper calls by its initials (KCC) is counted
    with the name they stand for; an area alone is not taken against another council's full name
    or initials.
    """
    return _meant(_said(lines), lines)


#: How often web addresses name each council, and where it is mentioned.
_Said = tuple[Counter[str], list[Mention]]


def _said(lines: Iterable[str]) -> _Said:
    hosts = Counter[str]()
    mentions: list[Mention] = []
    for before, line in lines_with_names(lines):
        if _has_link(line):
            hosts.update(in_hosts(line))
        mentions += mentions_in(line, before)
    return hosts, mentions


def _meant(said: _Said, lines: Iterable[str], cells: Sequence[str] = ()) -> str | None:
    """Return the council that is meant by what is *said* on the *lines*, and by the *cells*."""
    hosts, mentions = said[0], list(said[1])
    worded = (text for text in cells if len(text.split()) > _LABEL_WORDS)
    for _, text in lines_with_names(worded):
        mentions += mentions_in(text)
    if not mentions:
        return None
    full = Counter(mention.name for mention in mentions if mention.as_council)
    initials = acronyms(chain(lines, cells))
    for name in full:
        full[name] += initials.pop(initials_of(name), 0)
    areas = Counter(mention.name for mention in mentions if not mention.as_council)
    others = Counter(mention.name for mention in mentions if mention.as_another)
    found = _foremost(full, areas, hosts, others, max(initials.values(), default=0))
    if found and sum(map(_is_of_local_body, chain(lines, cells))) > (full + hosts)[found]:
        return None  # a parish's or a town's own paper speaks of its district, too
    if found and _has_more(lines, (full + areas + hosts)[found] * _LINES_A_MENTION):
        return None  # a long paper names many in passing
    return found


def _is_of_local_body(line: str) -> bool:
    return "ouncil" in line and _LOCAL_BODY.search(line) is not None


def _has_more(lines: Iterable[str], number: int) -> bool:
    return next(islice(lines, number, None), None) is not None


def _foremost(
    full: Counter[str], areas: Counter[str], hosts: Counter[str], others: Counter[str], unknown: int
) -> str | None:
    """The name in the lead; *unknown* is how often initials stand that are none of the names."""
    counts = Counter(
        {
            name: count + hosts[name]
            for name, count in (full + areas).items()
            if _NEIGHBOUR * others[name] < count
        }
    )
    ranked = counts.most_common(2)
    if not ranked or ranked[0][1] < _FEWEST_MENTIONS:
        return None
    if len(ranked) > 1 and ranked[0][1] < _LEAD * ranked[1][1]:
        return None
    name = ranked[0][0]
    known = full[name] + hosts[name]
    if unknown >= _ACRONYMS and unknown > known:
        return None
    return name if known or not full else None


def lines_with_names(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The lines in which a name may begin, or a web address stand: few of a paper's.

    Each with the line before it.
    """
    before = ""
    for line in lines:
        if any(map(_may_open_name, line.split())):
            yield before, line
        before = line


@lru_cache(maxsize=_WORDS)
def _may_open_name(word: str) -> bool:
    bare = word.strip(_QUOTES)
    if bare.isalpha():
        return bare[0].isupper() and bare.casefold() in names_by_first_word()
    if _has_link(word):
        return True
    capitalised = _CAPITALISED.findall(word.translate(_PLAIN))
    return any(word.casefold() in names_by_first_word() for word in capitalised)


def _has_link(text: str) -> bool:
    """Whether a web or mail address may stand in a text; most that end in a full stop have none."""
    return ("." in text or "@" in text or ":" in text) and _LINK.search(text) is not None


def in_hosts(line: str) -> Iterator[str]:
    """Yield the councils of the web and mail addresses of a line."""
    for match in _HOST.finditer(line):
        if not _OTHER_HOSTS.search(match[0]) and (name := _of_host(match[0])):
            yield name


def mentions_in(line: str, line_before: str = "") -> Iterator[Mention]:
    """Yield the councils that a line names."""
    if _has_link(line):
        line = _ADDRESS.sub(" ", _HOST.sub(" ", line))
    if "'" in line or "\u2019" in line:
        line = _POSSESSIVE.sub("", line)
    text = plain(line)
    end = 0
    for word in _CAPITALISED.finditer(text):
        first = word[0].casefold()
        if first not in names_by_first_word() or word.start() < end:
            continue
        found = names_pattern(first).match(text, word.start())
        if found is None:
            continue
        end = found.end()
        council = by_key()[key_of(found[0])]
        before, after = text[: found.start()], text[found.end() :]
        if _LONGER_AFTER.match(after):
            continue
        as_council = bool(_COUNCIL_AFTER.match(after) or _COUNCIL_BEFORE.search(before))
        if as_council or not (
            needs_council_word(found[0], council)
            or _is_longer(before)
            or _is_part(before, after, found[0])
        ):
            as_another = bool(_OTHERS.search(f"{plain(line_before)} {before}"[-_LOOK_BACK:]))
            at = len(before.lstrip(_EDGES))
            yield Mention(council.name, as_council, as_another, at)


def _is_part(before: str, after: str, name: str) -> bool:
    """Whether a name is part of a longer one, or one of two; a line all in capitals tells not."""
    if name.isupper():
        return False
    partner = _PARTNER_BEFORE.search(before)
    word = partner["word"] if partner else None
    if partner and partner["and"] and (word is None or word[0].isupper()):
        return True
    if word and word[0].isupper() and word.casefold() not in _OPENERS:
        return True
    return bool(_PARTNER_AFTER.match(after))


def _is_longer(before: str) -> bool:
    return bool(_LONGER_BEFORE.search(before))


def _of_host(host: str) -> str | None:
    for label in host.lower().split("."):
        if name := host_name(label.replace("-", "")):
            return by_key()[compact_keys()[name]].name
    return None
