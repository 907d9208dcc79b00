"""Whether a title has anything to do with what the catalogue says a national code stands for.

Councils shorten, reorder and abbreviate titles (``NNDR collection``, ``Majors in 13 weeks``), so
the question is only whether a word of one is like a word of the other. Never used to find a code.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from rapidfuzz import fuzz

from crossfoot.normalise.catalogue import NationalIndicator

#: Least likeness (0 to 100) of the two words most alike. Measured on 252 titles
#: (``tests/normalise/national_titles.tsv``): each shares a word with its own entry (100); under
#: every code that is not theirs 93% stay below, most at 45 to 55. A word in another form reaches
#: 70 (``recycle``, ``recycling``).
LEAST_LIKENESS = 65
#: Titles with fewer telling words say too little to be held against anything.
_LEAST_WORDS = 2
#: Letters of a word that stands in another by chance hardly ever.
_LONG_WORD = 6
#: A likeness that does not start alike is less of one: ``rent`` and ``parent``.
_OTHER_START = 0.9

_WORD = re.compile(r"[a-z&]+")
#: Words that any indicator may be titled with.
_COMMON = frozenset(
    """
    and are been for from has have had into its not of per than that the their them they this was
    were which who whose with within under over more all total other others average level levels
    number percentage percent proportion share amount rate score new old local authority
    authorities council councils area areas year years annual rolling figure period people person
    persons population household households day days working calendar week weeks month time service
    services overall improved reducing done made increase increased reduction
    """.split()  # noqa: SIM905 - a list of words reads better than sixty strings
)
_SHORT_FORMS = {
    "asb": "anti social behaviour",
    "b&b": "bed breakfast",
    "bme": "ethnic minority",
    "circs": "circumstances",
    "coc": "change circumstances",
    "ct": "council tax",
    "ctb": "council tax benefit",
    "ctax": "council tax",
    "eyfs": "early foundation stage",
    "fsm": "free school meal",
    "hb": "housing benefit",
    "hmo": "shared houses",
    "kg": "kilogram",
    "ksi": "killed seriously injured",
    "lac": "looked after children",
    "lds": "development scheme",
    "maths": "mathematics",
    "ndr": "domestic rates",
    "neet": "education employment training",
    "neets": "education employment training",
    "nndr": "domestic rates",
    "rta": "road accidents",
    "rtas": "road accidents",
    "sen": "special educational needs",
    "vfm": "value money",
}


@lru_cache(maxsize=512)
def telling_words(title: str) -> frozenset[str]:
    """The words of a title that say what it is about, short forms written out."""
    found = _WORD.findall(title.casefold().replace("\u2019", "").replace("'", ""))
    words = " ".join(_SHORT_FORMS.get(word, word) for word in found).split()
    return frozenset(word for word in words if len(word) > 2 and word not in _COMMON)


@cache
def _words_of(entry: NationalIndicator) -> frozenset[str]:
    return telling_words(entry.title).union(*map(telling_words, entry.also))


def likeness(title: str, entry: NationalIndicator) -> float:
    """Likeness, 0 to 100, of the two words most alike; 100 where a word is shared."""
    printed, known = telling_words(title), _words_of(entry)
    if printed & known:
        return 100.0
    return max((_alike(one, other) for one in printed for other in known), default=0.0)


@lru_cache(maxsize=512)
def differs(title: str | None, entry: NationalIndicator) -> bool:
    """Whether *title* has nothing to do with *entry*; never of one too short to tell."""
    if not title or _holds_a_word(title.casefold(), entry):
        return False
    return len(telling_words(title)) >= _LEAST_WORDS and likeness(title, entry) < LEAST_LIKENESS


def _holds_a_word(line: str, entry: NationalIndicator) -> bool:
    """Whether a longer word of *entry* stands in *line*, as in nearly every row."""
    return any(word in line for word in _long_words_of(entry))


@cache
def _long_words_of(entry: NationalIndicator) -> tuple[str, ...]:
    """Those that are part of no other word by chance: of six letters and more."""
    return tuple(word for word in _words_of(entry) if len(word) >= _LONG_WORD)


def _alike(one: str, other: str) -> float:
    ratio = fuzz.ratio(one, other)
    return ratio if one[:3] == other[:3] else ratio * _OTHER_START
