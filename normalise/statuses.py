"""Statuses by word, letter and fill (ruling 9). The vocabulary is data: ``statuses.toml``."""

from __future__ import annotations

import colorsys
import re
import tomllib
from functools import cache, lru_cache
from typing import Literal, NamedTuple, cast, get_args, overload

from crossfoot.normalise.data_files import data_text
from crossfoot.schema.errors import SettingsError
from crossfoot.schema.values import ActionStatus, IndicatorStatus, Subject

Colour = Literal["green", "amber", "red"]

_TABLE = "statuses.toml"
_IGNORED = re.compile(r"[\s\-\u2010\u2011\u2012\u2013]+")
_EDGES = re.compile(r"^[\s.:;*]+|[\s.:;*]+$")
#: What a heading puts around the status it asks for.
_ASKED = re.compile(
    r"^(?:is|are|was|has(?: the)?|have)\s+|[\s(]*\by(?:es)?\s?/\s?no?\b[\s)]*$", re.IGNORECASE
)
_HEX = re.compile(r"#[0-9a-fA-F]{6}")


class _Band(NamedTuple):
    """A colour's range of hue in degrees, and its least lightness."""

    colour: Colour
    low: float
    high: float
    darkest: float


#: Hues of the fills that office programs and performance systems offer for traffic lights:
#: reds #FF0000 0, #C00000 0, #FF3300 12, #FF7C80 358, #FFC7CE 353; ambers #ED7D31 24, #F79646 27,
#: #FF9900 36, #FFC000 45, #FFEB9C 48, #FFFF00 60; greens #99CC00 75, #9BBB59 80, #92D050 89,
#: #C6EFCE 132, #00B050 147, #339966 150. Teal and blue begin above 170, violet and pink end below
#: 345. Dark yellows are brown and olive, hence amber's higher least lightness.
_BANDS = (
    _Band("red", 345, 375, 0.28),
    _Band("amber", 20, 66, 0.38),
    _Band("green", 73, 165, 0.18),
)
#: A colour is pale above this lightness.
_PALE = 0.75
#: Least saturation (HSL) of a full colour; #9BBB59 has 0.42, greys and beiges less than 0.3.
_FULL_SATURATION = 0.4
#: Least saturation and chroma (largest minus smallest channel) of a pale traffic light: #C6EFCE
#: has 0.56 and 0.16, #FFC7CE 1 and 0.22; heading tints #E2EFD9, #F2DBDB, #D6E3BC stay below 0.5.
_PALE_SATURATION = 0.5
_PALE_CHROMA = 0.15
#: Pale amber must be yellow and strong: #FFEB9C has hue 48 and chroma 0.39, the heading tints
#: #FFF2CC 0.20, #FDE9D9 0.14, #FBD4B4 0.28.
_PALE_AMBER_CHROMA = 0.35


@overload
def status_word(text: str, subject: Literal["indicators"]) -> IndicatorStatus | None: ...
@overload
def status_word(text: str, subject: Literal["actions"]) -> ActionStatus | None: ...
@overload
def status_word(text: str, subject: Subject) -> IndicatorStatus | ActionStatus | None: ...
def status_word(text: str, subject: Subject) -> IndicatorStatus | ActionStatus | None:
    """Return the status that *text* names, ``None`` if it is not wholly one status."""
    return cast("IndicatorStatus | ActionStatus | None", _words()[subject].get(_key(text)))


def is_status_word(text: str) -> bool:
    """Whether *text* is wholly one status, of indicators or of actions."""
    key = _key(text)
    words = _words()
    return key in words["indicators"] or key in words["actions"]


def status_answer(text: str, heading: str, subject: Subject) -> Colour | None:
    """Return the colour of a yes or no under a heading that asks for green (``On target?``)."""
    answer = cast("Colour | None", _words()["answers"].get(_key(text))) or status_sign(text)
    if answer is None:
        return None
    asked = _ASKED.sub("", heading.rstrip(" ?!"))
    return answer if status_word(asked, subject) == "green" else None


def status_letter(text: str) -> Colour | None:
    """Return the colour that a lone capital letter stands for."""
    return cast("Colour | None", _words()["letters"].get(text.strip()))


def status_fill(fill: str | None) -> Colour | None:
    """Return the traffic light a fill ``#rrggbb`` shows, ``None`` for any other colour.

    Greys, blues and the pale tints of table headings are no traffic lights; the ranges stand at
    the top of this module with the fills they were measured on.
    """
    if fill is None or not _HEX.fullmatch(fill):
        return None
    channels = [int(fill[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    hue, lightness, saturation = colorsys.rgb_to_hls(*channels)
    chroma = max(channels) - min(channels)
    pale = lightness > _PALE
    if saturation < (_PALE_SATURATION if pale else _FULL_SATURATION):
        return None
    if pale and chroma < _PALE_CHROMA:
        return None
    degrees = hue * 360
    for band in _BANDS:
        if any(band.low <= turn <= band.high for turn in (degrees, degrees + 360)):
            too_dark = lightness < band.darkest
            too_weak = pale and band.colour == "amber" and chroma < _PALE_AMBER_CHROMA
            return None if too_dark or too_weak else band.colour
    return None


#: Hues of the other colours that keys name: blues #0070C0 205, #4472C4 218, #0000FF 240, #00B0F0
#: 196; purples #7030A0 271, #800080 300.
_OTHER_HUES = (("blue", 186.0, 252.0), ("purple", 258.0, 325.0))
#: Least chroma of a colour that has a name; greys of office programs have none at all.
_NAMED_CHROMA = 0.2
_GREY = 0.04
_GREYS = (0.3, 0.92)


@lru_cache(maxsize=512)
def colour_word(fill: str | None) -> str | None:
    """Return the word a paper would call a colour by: a traffic light, blue, purple or grey."""
    light = status_fill(fill)
    if light is not None or fill is None or not _HEX.fullmatch(fill):
        return light
    channels = [int(fill[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    hue, lightness, _ = colorsys.rgb_to_hls(*channels)
    chroma = max(channels) - min(channels)
    if chroma <= _GREY:
        return "grey" if _GREYS[0] <= lightness <= _GREYS[1] else None
    if chroma < _NAMED_CHROMA:
        return None
    return next((word for word, low, high in _OTHER_HUES if low <= hue * 360 <= high), None)


def status_sign(sign: str) -> Colour | None:
    """Return the colour that a tick or a cross alone stands for beside an indicator."""
    return cast("Colour | None", _words()["signs"].get(sign))


@lru_cache(maxsize=512)
def _key(text: str) -> str:
    if text.isalnum():
        return text.casefold()
    return _IGNORED.sub("", _EDGES.sub("", text)).casefold()


@cache
def _words() -> dict[str, dict[str, str]]:
    table = tomllib.loads(data_text(_TABLE))
    allowed = {
        "indicators": get_args(IndicatorStatus),
        "actions": get_args(ActionStatus),
        "answers": get_args(Colour),
        "letters": get_args(Colour),
        "signs": get_args(Colour),
    }
    words: dict[str, dict[str, str]] = {}
    for subject, statuses in allowed.items():
        words[subject] = {}
        for status, spellings in table[subject].items():
            if status not in statuses:
                raise SettingsError(
                    f"{_TABLE}: {status!r} is no status of {subject}", "use a published status"
                )
            for spelling in spellings:
                key = spelling if subject in {"letters", "signs"} else _key(spelling)
                if words[subject].setdefault(key, status) != status:
                    raise SettingsError(
                        f"{_TABLE}: {spelling!r} has two meanings for {subject}", "keep one"
                    )
    return words
