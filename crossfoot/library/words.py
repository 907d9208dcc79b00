"""What a command says, said to a caller of the library."""

from __future__ import annotations

import re

_OPTION = re.compile(r"--([a-z]+(?:-[a-z]+)*)")
_ARGUMENTS = {"all": "all_points=True"}


def for_callers(text: str) -> str:
    """Return *text* with the arguments of the library where it names the options of a command.

    They have the same names, but for a few: ``--time-limit`` is ``time_limit``.
    """
    text = text.replace("run with --debug and report it", "report it with its traceback")
    return _OPTION.sub(
        lambda found: _ARGUMENTS.get(found[1], found[1].replace("-", "_")),
        text,
    )
