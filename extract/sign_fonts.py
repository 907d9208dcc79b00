"""Symbol fonts as data: which sign a code of such a font draws.

The codes are those of the fonts' own encodings (the low byte of the private-use characters U+F0xx
by which they often arrive). The signs are the characters that Unicode 7 took over from these fonts
(ISO/IEC 10646 WG2 N4384, "Wingdings and Webdings symbols"), arrows by the plain character of their
direction and weight. Only signs that papers print for a status or a direction are listed; any other
code stays a private-use character, so that a key can still explain it.
"""

from __future__ import annotations

from typing import Final

_WINGDINGS: Final = {
    "CD": "👍👎", "JKL": "☺😐☹", "OP": "⚐⚑", "l": "●", "m": "○", "no": "■□", "tuvw": "⧫◆❖⬩",
    "\u00a1": "○", "\u00a4": "◉", "\u00a8": "◻", "\u00ab": "★",
    "ßàáâãäåæ": "←→↑↓↖↗↙↘", "çèéêëìíî": "⬅➡⬆⬇⬉⬈⬋⬊", "ïðñòóô": "⇦⇨⇧⇩⬄⇳",
    "ûüýþ": "✗✓☒☑", "6": "⌛", "EFGH": "☜☞☝☟",
}  # fmt: skip
_WINGDINGS_2: Final = {
    "OPQRST": "✗✓☒☑☒☒", "UVWX": "⊗⊗⊘⊘", "\u0097\u0098\u0099": "●●○",
    "\u00a2\u00a3": "■□", "\u00ae\u00af": "◆◇", "CD": "👉☜", "JK": "👆👇",
}  # fmt: skip
_WINGDINGS_3: Final = {
    "!\"#$": "←→↑↓", "%&'(": "↖↗↙↘", "12": "↔↕", "3456": "⇠⇢⇡⇣",
    "fghi": "⬅➡⬆⬇", "jklm": "⬉⬈⬋⬊", "no": "⬌⬍",
    "pqrstuvw": "▲▼△▽◀▶◁▷", "xyz{": "◣◢◤◥", "|}~": "◂▸▴", "\u0080": "▾",
    "\u0081\u0082\u0083\u0084": "▲▼◀▶",
}  # fmt: skip
_WEBDINGS: Final = {
    "3456": "◀▶▲▼", "<=": "■●", "a": "✔", "cg": "□■", "n": "●", "r": "✖", "s": "❓", "x": "⊘",
    "y": "⊖",
}  # fmt: skip
_ZAPF_DINGBATS: Final = {
    "34": "✓✔", "5678": "✕✖✗✘", "H": "★", "lmn": "●❍■", "stuv": "▲▼◆❖",
    "\u00d4\u00d5": "➔→", "\u00e8": "➨",
}  # fmt: skip
_MARLETT: Final = {"a": "✓", "b": "✓", "h": "●", "i": "●", "r": "✕", "tu": "▲▼", "34": "◀▶"}
_SYMBOL: Final = {"\u00ab\u00ac\u00ad\u00ae\u00af": "↔←↑→↓", "\u00d6": "√", "\u00b7": "•"}


def _by_code(table: dict[str, str]) -> dict[int, str]:
    """Return code to sign; the keys of *table* are the codes as Latin-1 characters."""
    return {
        ord(code): sign
        for codes, signs in table.items()
        for code, sign in zip(codes, signs, strict=True)
    }


#: Begin of a font's name, folded to small letters and digits, to its signs by code. The longer name
#: stands before the one that it begins with.
SIGN_FONTS: Final[dict[str, dict[int, str]]] = {
    "wingdings2": _by_code(_WINGDINGS_2),
    "wingdings3": _by_code(_WINGDINGS_3),
    "wingdings": _by_code(_WINGDINGS),
    "webdings": _by_code(_WEBDINGS),
    "zapfdingbats": _by_code(_ZAPF_DINGBATS),
    "itczapfdingbats": _by_code(_ZAPF_DINGBATS),
    "monotypesorts": _by_code(_ZAPF_DINGBATS),
    "dingbats": _by_code(_ZAPF_DINGBATS),
    "d050000l": _by_code(_ZAPF_DINGBATS),  # URW's, which Ghostscript and poppler put in its place
    "marlett": _by_code(_MARLETT),
}
#: Its letters, digits and brackets are what they say: only private-use characters are looked up.
SYMBOL_FONT: Final = _by_code(_SYMBOL)
#: Pieces of the names as they stand in a file; ``Symbol`` is left out, since word processors set
#: every bullet in it: its signs are found by their private-use characters.
NAMED_IN_FILES: Final = (b"ingdings", b"ebdings", b"ingbats", b"onotype", b"arlett", b"D050000L")
