"""Which rules the code raises, read from its source: the arguments of what raises them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from crossfoot.audit.book import BOOK

ROOT = Path(__file__).parents[2]
_RAISES = {"tell": "", "make_finding": "", "Remark": "", "Held": ""}
_DOUBTS = {"Doubt", "_doubt"}
_ID = re.compile(r"[a-z]+\.[a-z_]+")
# What hands on an id that another call names, by file: these are looked at by hand.
_HANDS_ON = {
    "normalise/desk.py",
    "normalise/work.py",
    "normalise/status_cells.py",
    "normalise/unread_signs.py",
    "crossfoot/audit/remark.py",
    "crossfoot/audit/verdict.py",
    "crossfoot/audit/totals.py",
    "extract/layout.py",
}


@lru_cache(maxsize=1)
def raised() -> dict[str, set[str]]:
    """The ids that calls name, each with the files they stand in."""
    found: dict[str, set[str]] = {}
    for path in _sources():
        name = path.relative_to(ROOT).as_posix()
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and call.args:
                for rule_id in _named(call, name):
                    found.setdefault(rule_id, set()).add(name)
    return found


def _named(call: ast.Call, name: str) -> list[str]:
    called = getattr(call.func, "attr", getattr(call.func, "id", ""))
    if called in _RAISES or called in _DOUBTS:
        prefix = "read." if called in _DOUBTS else ""
        ids = [prefix + text for text in _texts(call.args[0])]
        if isinstance(call.args[0], ast.JoinedStr) and name not in _HANDS_ON:
            ids = _filled_in(call.args[0])
        assert ids or name in _HANDS_ON, f"{name}:{call.lineno} raises what cannot be read here"
        return ids
    if name.startswith("crossfoot/audit/") and not Path(name).name.startswith("book"):
        texts = (text for argument in call.args for text in _texts(argument))
        return [text for text in texts if _ID.fullmatch(text)]
    return []


def _filled_in(text: ast.JoinedStr) -> list[str]:
    """The ids of the book that a text with gaps may be."""
    parts = [
        re.escape(part.value) if isinstance(part, ast.Constant) else "[a-z_]+"
        for part in text.values
    ]
    return [rule_id for rule_id in BOOK if re.fullmatch("".join(parts), rule_id)]


def _sources() -> Iterator[Path]:
    for folder in ("extract", "normalise", "crossfoot"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            # The links beside the front door's own code show the stages a second time.
            if not any(part.is_symlink() for part in path.parents):
                yield path


def _texts(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _texts(node.body)
        yield from _texts(node.orelse)
