"""A row's code put right where it was misread and only one known code explains it.

Known is what the catalogue lists and what another row of the same paper prints, under a title that
fits; the reading of a paper never depends on what else is in the store.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from crossfoot.normalise.catalogue import catalogue
from crossfoot.normalise.codes import code_key
from crossfoot.normalise.csi import split_title
from crossfoot.normalise.identity_cells import Identity, read_identity
from crossfoot.normalise.national import entry_of
from crossfoot.normalise.national_titles import LEAST_LIKENESS, likeness, telling_words
from crossfoot.normalise.repairs import is_doubtful, misprints_in, repairs
from crossfoot.normalise.row_view import RowView, title_column, views
from crossfoot.normalise.survey import Survey
from crossfoot.normalise.task import Task
from crossfoot.schema.code import Code

#: Titles of the rows of a paper by the folded key of their code.
Printed = Mapping[str, frozenset[str | None]]

_WORD = re.compile(r"\w+")


def printed_in(found: Survey) -> Printed:
    """The codes that rows of a paper print beyond doubt, with their titles."""
    titles: dict[str, set[str | None]] = {}
    for sheet in found.sheets:
        for block in sheet.blocks:
            if block.subject is None:
                continue
            for view in views(block.segment, sheet.layout.table.columns):
                identity = read_identity(view)
                if identity.code is not None and not is_doubtful(identity.code.as_printed):
                    titles.setdefault(identity.code.key, set()).add(identity.title)
    return {key: frozenset(said) for key, said in titles.items()}


def row_identity(task: Task, view: RowView) -> Identity:
    """What a row is about: its code put right where misread, labelled as first printed.

    A council's local codes vary in case and separators (``Coms_048``, ``COMS 048``): the label of
    all is the spelling that the paper prints first.
    """
    identity = put_right(task, view, read_identity(view))
    code = identity.code
    if code is None or code.family != "local":
        return identity
    label = task.desk.labels.setdefault(code.key, code.label)
    if label == code.label:
        return identity
    return identity._replace(code=code.model_copy(update={"label": label}))


def put_right(task: Task, view: RowView, identity: Identity) -> Identity:
    """*identity* with a misread code put right, and a finding; else itself."""
    if identity.code is not None:
        return _code_put_right(task, view, identity, identity.code)
    at = view.segment.index("code")
    text = view.text(at) if at is not None else None
    if text is not None and is_doubtful(text):
        return _with(task, view, at, identity, text)
    at = title_column(view)
    line = view.text(at) if at is not None else None
    if not line or line.isalpha():
        return identity
    for misprint in misprints_in(line):
        rest = split_title(f"{line[: misprint.start]} {line[misprint.end :]}").title
        known = _known(task, misprint.printed, rest)
        if len(known) == 1:
            text = line[: misprint.start] + known[0].label + line[misprint.end :]
            parts = split_title(text)
            if parts.code is None or parts.code.key != known[0].key:
                continue
            _tell(task, view, at, known[0])
            is_csi = identity.is_csi if identity.is_csi is not None else parts.is_csi
            return Identity(known[0], misprint.printed, parts.title, parts.team, is_csi)
        _tell_unclear(task, view, at, misprint.printed, known)
    return identity


def _code_put_right(task: Task, view: RowView, identity: Identity, code: Code) -> Identity:
    if not is_doubtful(code.as_printed) or _stands(code, identity.title):
        return identity
    at = view.segment.index("code")
    if at is None or view.text(at) is None:
        at = title_column(view)
    return _with(task, view, at, identity, code.as_printed)


def _with(task: Task, view: RowView, at: int | None, identity: Identity, text: str) -> Identity:
    """*identity* with the one known code that *text* may be, and a finding at column *at*."""
    known = _known(task, text, identity.title)
    if len(known) == 1:
        _tell(task, view, at, known[0])
        return identity._replace(code=known[0], code_as_printed=text)
    _tell_unclear(task, view, at, text, known)
    return identity


def _stands(code: Code, title: str | None) -> bool:
    """Whether a code is a national one as it stands, or a further part of one that is."""
    if entry_of(code) is not None:
        return True
    if code.family not in ("best_value", "national"):
        return False
    whole = catalogue().get(code_key(code.label.rstrip("abcdefghijklmnopqrstuvwxyz()")))
    return whole is not None and title is not None and likeness(title, whole) >= LEAST_LIKENESS


def _known(task: Task, text: str, title: str | None) -> list[Code]:
    """The codes that *text* may have been and that are known under such a title."""
    candidates = repairs(text)
    if not candidates:
        return []
    rows = task.printed_codes()
    return [
        code
        for code in candidates
        if _fits_entry(code, title) or _fits_row(title, rows.get(code.key, frozenset()))
    ]


def _fits_entry(code: Code, title: str | None) -> bool:
    entry = entry_of(code)
    if entry is None:
        return False
    return not title or not telling_words(title) or likeness(title, entry) >= LEAST_LIKENESS


def _fits_row(title: str | None, titles: frozenset[str | None]) -> bool:
    """Whether a row of that code has the same title, word by word: neighbours' are much alike."""
    return any(title is None or other is None or _words(title) == _words(other) for other in titles)


def _words(title: str) -> list[str]:
    return _WORD.findall(title.casefold())


def _tell(task: Task, view: RowView, at: int | None, code: Code) -> None:
    task.desk.tell(
        "code.repaired",
        "warning",
        f"{code.as_printed!r} was read as {code.label}, the one known code that looks like it",
        spots=view.spots(at) or view.own_printed(),
        code=code.label,
        printed=code.as_printed,
        expected=code.label,
    )


def _tell_unclear(task: Task, view: RowView, at: int | None, text: str, known: list[Code]) -> None:
    if len(known) < 2:
        return
    labels = " or ".join(code.label for code in known)
    task.desk.tell(
        "code.unclear",
        "warning",
        f"{text!r} may be misprinted for {labels}; it was kept as printed",
        spots=view.spots(at) or view.own_printed(),
        printed=text,
        expected=labels,
    )
