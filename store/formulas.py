"""Text that a spreadsheet would run, and how it is written so that none does.

Text of a paper is untrusted: a spreadsheet runs what begins like a formula. Such text gets a
leading apostrophe. To undo it, remove one apostrophe from a field that :data:`ESCAPED` matches
(:func:`unescape`); text that looks so by itself gets an apostrophe too, so nothing is lost.
Numbers stay numbers: ``-5.0%`` and a bare dash are no formulas and are left as printed.
"""

from __future__ import annotations

import re

# OWASP, "CSV Injection": = + - @ tab and carriage return, and their full-width forms.
_FORMULA = re.compile(r"'*\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|'*[\t\r\n]")
_HARMLESS = re.compile(r"-+|[+\-][£$€]?[0-9][0-9,]*(?:\.[0-9]+)?%?")
ESCAPED = re.compile(rf"'(?:{_FORMULA.pattern})")


def escape(text: str) -> str:
    """Return *text* so that no spreadsheet takes it for a formula."""
    if _FORMULA.match(text) and not _HARMLESS.fullmatch(text):
        return f"'{text}"
    return text


def unescape(field: str) -> str:
    """Return the text that :func:`escape` made *field* of."""
    return field[1:] if ESCAPED.match(field) else field
