"""How text that stands on several lines of a page becomes one line."""

from __future__ import annotations

import re

_SPACES = re.compile(r"[ \t\r\f\v\u00a0\u2000-\u200b\u202f\u205f\u3000]+")
_AFTER_HYPHEN = re.compile(r"(?<=[\w&/][-\u2010\u2011])\n")


def fold(text: str) -> str:
    r"""Return *text* with each line break made one space, and runs of blanks made one.

    After a hyphen at a line end nothing is added and the hyphen stays (contract): ``"Self-\n
    Isolation"`` gives ``"Self-Isolation"``; a dash that stands alone keeps its space.
    """
    lines = [_SPACES.sub(" ", line).strip() for line in text.split("\n")]
    joined = _AFTER_HYPHEN.sub("", "\n".join(line for line in lines if line))
    return joined.replace("\n", " ")


def fold_or_none(text: str) -> str | None:
    """Like :func:`fold`, with ``None`` for text that holds nothing (missing is null)."""
    return fold(text) or None
