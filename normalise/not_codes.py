"""What looks like a code and is none: ordinary words before numbers, quarters, gases, years."""

from __future__ import annotations

import re
from collections.abc import Collection

#: Words that stand before a number without making it a code.
ORDINARY_WORDS = frozenset(
    """
    jan january feb february mar march apr april may jun june jul july aug august sep sept
    september oct october nov november dec december mon tue wed thu fri sat sun monday tuesday
    wednesday thursday friday saturday sunday spring summer autumn winter
    quarter qtr half year yr week wk day month period fy phase stage step level tier band grade
    class type category cat group option part section sect clause article schedule appendix app
    annex annexe page para paragraph table figure fig note item agenda chapter version ver vol
    volume issue no nos number num unit lot ward zone room floor block plot route form rule order
    reg regs regulation regulations sub sch subsection vol
    sap nvq gcse gcses btec breeam fte laa ohsas
    act top age aged under over covid version circa approx about around since until from by to at
    in on of for and or the per plus minus max min up down between within
    gbp eur usd iso tel ext fax
    """.split()  # noqa: SIM905 - a list of words reads better than sixty strings
)
#: Whole spellings that look like codes: quarters, gases, particles, school stages, paper sizes,
#: sections of acts.
NO_CODES = frozenset(
    """
    q1 q2 q3 q4 h1 h2 co2 co2e no2 so2 o3 pm1 pm10 pm2.5 pm25 ks1 ks2 ks3 ks4 ks5 covid19 a0 a1 a2
    a3 a4 a5 a6 hs2 ww1 ww2
    mp3 mp4 g7 g8 g20 s106 s151 s17 s21 p45 p60 v1 v2 v3 4g 5g e10 web2.0
    """.split()  # noqa: SIM905
)
#: Prefixes that mean "performance indicator": a number after them is a code even unpadded.
INDICATOR_PREFIXES = frozenset(
    {"kpi", "lpi", "li", "pi", "npi", "cpi", "spi", "lkpi", "csi", "csf", "mpi"}
)
#: Letters that stand before numbers of roads, sizes of paper, ages, months and years at school.
OF_OTHERS = frozenset("ABCMUY")
#: The motorways of the United Kingdom that are or were, and the months ``M1`` to ``M12``.
_MOTORWAYS = frozenset(
    map(
        int,
        """
        1 2 3 4 5 6 7 8 9 10 11 12 18 20 22 23 25 26 27 32 40 41 42 45 48 49 50 53 54 55 56 57 58
        60 61 62 63 65 66 67 69 73 74 77 80 85 90 96 180 181 271 275 602 606 621 876 898
        """.split(),  # noqa: SIM905
    )
)
_LAST_YEAR_AT_SCHOOL = 14
_FEWEST_OF_CODES = 2

_YEARS = re.compile(r"(?:19[89]|20[0-5])\d(?:[/-](?:\d\d){1,2})?|(?P<first>\d\d)[/-](?P<next>\d\d)")


def is_year(text: str) -> bool:
    """Whether a number is a year or a span of years: ``2019``, ``2019/20``, ``19/20``."""
    match = _YEARS.fullmatch(text)
    if match is None or match["first"] is None:
        return match is not None
    return int(match["next"]) == (int(match["first"]) + 1) % 100


def only_of_codes(letters: str, numbers: Collection[str]) -> bool:
    """Whether *numbers* behind these letters, as printed, are not all of roads, months or years.

    No road has a nought before its number, nor have several of ``M16``, ``M29`` and ``M31`` been
    built; one that is not known here may have been.
    """
    if letters not in OF_OTHERS or any(number.startswith("0") for number in numbers):
        return True
    values = {int(number) for number in numbers}
    if letters == "M":
        return len(values - _MOTORWAYS) >= _FEWEST_OF_CODES
    return letters == "Y" and any(value > _LAST_YEAR_AT_SCHOOL for value in values)
