"""Areas whose names do not mean their councils unless a council's word stands beside them."""

from __future__ import annotations

import re

from crossfoot.normalise.councils import Council

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


def needs_council_word(printed: str, council: Council) -> bool:
    """Whether a council's name *printed* without a word of its kind may be something else."""
    return (
        council.kind == "county"
        or printed.title() in _COMMON_WORDS
        or printed.upper() in _COMMON_WORDS
        or (council.kind == "unitary" and bool(_COUNTY_NAMES.search(council.name)))
    )
