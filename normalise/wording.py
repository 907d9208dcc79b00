"""The wording of a title without what papers vary from quarter to quarter.

``% of Council Tax collected``, ``Council tax collected (%)`` and ``Percentage of the council tax
collected`` name one indicator. Only what changes no meaning is evened out: case, punctuation, the
spelling of per cent and number and where a title puts them, articles, possessives, plurals, a few
abbreviations. Every number, negation, letter, sign of comparison, currency and other word stays, in
its order. A title that says more or less than another is another title.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from crossfoot.schema.text import fold, translation

_QUOTES = translation(dict.fromkeys("\u2018\u2019\u02bc\u00b4`", "'"))
_DASHES = translation(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"))
_POSSESSIVE = re.compile(r"(?<=\w)'s\b|(?<=s)'(?!\w)|'(?=\d)", re.IGNORECASE)
#: A small letter after a preposition or a verb and before a noun of one thing: ``of a claim``.
#: ``Class A``, ``of A roads``, ``(a)`` are letters.
_ARTICLE = re.compile(
    r"\b((?i:of|in|with|for|as|to|by|at|within|from|on"
    r"|(?:process|answer|mak|hav|receiv|determin|resolv|complet|provid|decid|let)(?:e|ing|ed)?"
    r"|letting)) a (?=[a-z]*(?:ss|[^\Ws])\b)"
)
_POINT = re.compile(r"(?:\bpercentage|\bper\s?cent|%)[\s-]?points?\b")
_PER_CENT = re.compile(r"%\s?age\b|\bper\s?cent(?:age)?s?\b|\bpct\b|%")
_OF_NUMBER = re.compile(r"(\d) +% ")
_NUMBER_OF = re.compile(r"(?:\bno|\bnos|\bnumbers|#)\.?\s+of\b")
_LEADING = re.compile(
    r"(?:the )?(?:(?P<cent>%)(?! (?:and|or)\b|\s*[&/,])(?: of(?: the)?)?"
    r"|(?P<count>number) of(?: the)?) (?=\S)"
)
_TRAILING = re.compile(
    r"(?<=\S)\s*(?:[-,:;]?\s*(?P<cent>\(\s*%\s*\)|(?<![\d)])%)"
    r"|(?:[-,:;]\s*|(?=\())(?P<count>\(\s*(?:number|nos?\.|nos)\s*\)|(?:number|nos?\.|nos)))[\s.]*$"
)
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_GLUED = re.compile(
    r"(?<=\d)(?=(?:minute|min|hour|hr|day|week|wk|month|mth|year|yr)s?\b|k\b|m\b(?=$))"
)
_TOKEN = re.compile(r"(?<![\w)])-\d+(?:[.:/]\d+)*%?|\d+(?:[.:/]\d+)+%?|[^\W_]+%?|[^\w\s]")
_MEANING = frozenset({"Sc", "Sm", "So"})

_SAME_WORDS = {
    "&": "and",
    "avg": "average",
    "ave": "average",
    "incl": "including",
    "excl": "excluding",
    "hr": "hour",
    "hrs": "hour",
    "mins": "minute",
    "sec": "second",
    "secs": "second",
    "wk": "week",
    "wks": "week",
    "mth": "month",
    "mths": "month",
    "yr": "year",
    "yrs": "year",
    "annum": "year",
    **{
        word: str(number)
        for number, word in enumerate(
            ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
        )
    },
}
_ARTICLES = frozenset({"the", "an"})
#: Words whose last s is no plural's, or that mean another thing without it.
_NO_PLURALS = frozenset(
    """
    goods customs means arms works news series species always perhaps sometimes afterwards towards
    besides overseas whereas christmas canvas atlas bias alias lens does plus minus headquarters
    premises proceeds thanks
    """.split()  # noqa: SIM905 - a list of words reads better than thirty strings
)
_SHORTEST_PLURAL = 4


class Wording(NamedTuple):
    """A title taken apart: ``words`` in order, and how they are ``measured``.

    That is ``%`` or ``number`` where the title says so before or behind the rest, by itself.
    """

    measured: tuple[str, ...]
    words: tuple[str, ...]

    @property
    def key(self) -> str:
        """What two titles of the same wording share."""
        said = " ".join(self.words)
        return f"{said} [{' '.join(self.measured)}]" if self.measured else said


@lru_cache(maxsize=4096)
def wording(title: str) -> Wording:
    """Return the wording of *title*; of one without any word or sign, the title itself."""
    text = unicodedata.normalize("NFKC", fold(title)).translate(_QUOTES).translate(_DASHES)
    text = _ARTICLE.sub(r"\1 ", _POSSESSIVE.sub("", text)).casefold()
    text = _PER_CENT.sub(" % ", _POINT.sub(" percentagepoint ", text))
    text = _OF_NUMBER.sub(r"\1% ", f"{text} ")
    text = fold(_NUMBER_OF.sub("number of", text)).strip(" ;:,*")
    measured: set[str] = set()
    text = _without(_TRAILING, _without(_LEADING, text, measured), measured)
    words = _words(_GLUED.sub(" ", _THOUSANDS.sub("", text)))
    if not words:
        return Wording((), (fold(title).casefold(),))
    return Wording(tuple(sorted(measured)), words)


def plain_wording(title: str) -> str:
    """Return *title* without case and punctuation only: what a paper prints twice alike."""
    text = unicodedata.normalize("NFKC", fold(title)).casefold()
    kept = (
        token
        for token in _TOKEN.findall(text.translate(_DASHES))
        if _is_said(token) or token == "%"
    )
    return " ".join(kept) or text


def _without(pattern: re.Pattern[str], text: str, measured: set[str]) -> str:
    """Take a leading or trailing ``%`` or ``number`` off *text*, once."""
    match = pattern.match(text) if pattern is _LEADING else pattern.search(text)
    if match is None:
        return text
    rest = text[match.end() :] if pattern is _LEADING else text[: match.start()]
    mark = "%" if match["cent"] else "number"
    if mark in measured or not any(char.isalnum() for char in rest):
        return text
    measured.add(mark)
    return rest


def _words(text: str) -> tuple[str, ...]:
    found = (token for token in _TOKEN.findall(text) if token == "&" or _is_said(token))
    words = (_SAME_WORDS.get(token) or singular(token) for token in found)
    return tuple(word for word in words if word not in _ARTICLES)


def _is_said(token: str) -> bool:
    """Whether a token is a word, a number, or a sign that means something (``%``, ``<``, ``£``)."""
    return (
        len(token) > 1 or token.isalnum() or token == "%" or unicodedata.category(token) in _MEANING
    )


def singular(word: str) -> str:
    """Return *word* without the s of a plural, where that is safe."""
    if len(word) < _SHORTEST_PLURAL or not word.endswith("s") or word in _NO_PLURALS:
        return word
    if word.endswith(("ss", "us", "is")) or not word.isalpha():
        return word
    if word.endswith("ies") and len(word) > _SHORTEST_PLURAL + 1:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    return word[:-1]
