"""The title of a paper: of the lines of its head the one that stands out, or that a label names."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from crossfoot.normalise.above import is_capitals
from crossfoot.normalise.covers import Cover
from crossfoot.normalise.heads import (
    AGENDA,
    COMMITTEE,
    LABEL,
    MINUTES,
    NOT_AFTER,
    NOT_TITLE,
    OF_A_MEETING,
    REPORT_WORDS,
    SENTENCE,
    day_of,
    said_inline,
    without_appendix,
)
from crossfoot.schema.page import TextLine
from crossfoot.schema.text import fold

_LINES_OF_A_MEETING = 3
_LARGER = 1.08  # times the size of the text around it
_TITLE_LABELS = frozenset({"report title", "title of report", "title", "subject", "report subject"})
_COUNCIL = re.compile(
    r"\b(?:council|corporation|authority|partnership|trust|limited|ltd)$"
    r"|^(?:the )?(?:london|royal) borough of\b",
    re.IGNORECASE,
)
_OVERPRINTED = "\ufffd"  # stands where two prints lie over each other


def title_of(
    head: Sequence[TextLine], cover: Cover, committee: str | None, body: float
) -> str | None:
    """The paper's title: the cover table's, else the most prominent run of lines of the head."""
    if cover.title:
        return cover.title
    runs: list[list[TextLine]] = []
    last: TextLine | None = None
    beside = _beside(head)
    for index, line in enumerate(head):
        text = fold(line.text).strip()
        label, value = said_inline(text)
        if label in _TITLE_LABELS:
            return fold(value)
        if LABEL.fullmatch(text) and (labelled := _beside_label(head, index)):
            return labelled
        if LABEL.fullmatch(text) or not _may_be_title(text, committee) or index in beside:
            last = None
            continue
        if last is not None and _goes_on(last, line):
            runs[-1].append(line)
        elif text[0].islower() or text[0] in "(.":  # the rest of a line that is no title
            last = None
            continue
        else:
            runs.append([line])
        last = line
    ranked = [(_prominence(run, body), -index, run) for index, run in enumerate(runs)]
    ranked = [entry for entry in ranked if entry[0][0] > 0]
    if not ranked:
        return _largest(runs, head)
    best = max(ranked, key=lambda entry: entry[:2])[2]
    title = without_appendix(fold("\n".join(line.text for line in best)))
    before = itertools.takewhile(lambda line: line is not best[0], head)
    if not REPORT_WORDS.search(title) and (
        any(AGENDA.fullmatch(line.text) for line in head)
        or any(MINUTES.match(line.text.strip()) for line in before)
    ):
        return None  # an officer's name, a hall, the first item
    return title


def _largest(runs: Sequence[Sequence[TextLine]], head: Sequence[TextLine]) -> str | None:
    """The title of a paper of tables alone, whose title is the most of its text: the largest."""
    if not runs:
        return None
    largest = max(runs, key=lambda run: run[0].size)
    others = [line.size for line in head if line not in largest]
    title = without_appendix(fold("\n".join(line.text for line in largest)))
    if not others or largest[0].size <= _LARGER * max(others) or not REPORT_WORDS.search(title):
        return None
    return title


def _beside(head: Sequence[TextLine]) -> set[int]:
    """The lines printed in bold beside another of their size: headings of columns, no title."""
    return {
        at
        for index, (left, right) in enumerate(itertools.pairwise(head))
        if left.bold and right.bold and left.page == right.page
        if abs(left.box.y1 - right.box.y1) < 1.0 and left.size == right.size
        for at in (index, index + 1)
    }


def _beside_label(head: Sequence[TextLine], index: int) -> str | None:
    """What stands on the level of the label ``Subject:``, and in the lines right below that."""
    label, value = head[index], head[index + 1 : index + 1 + _LINES_OF_A_MEETING]
    if not value or abs(value[0].box.y0 - label.box.y0) > label.size / 2:
        return None
    run = [value[0]]
    for lower in value[1:]:
        if abs(lower.box.x0 - run[0].box.x0) > 1.0 or not _goes_on(run[-1], lower):
            break
        run.append(lower)
    text = fold("\n".join(line.text for line in run))
    return text if any(map(str.isalpha, text)) else None


def title_of_meeting(head: Sequence[TextLine]) -> str | None:
    """What minutes or an agenda say of themselves at their head, over as many lines as it takes."""
    for index, line in enumerate(head):
        if OF_A_MEETING.match(fold(line.text).strip()):
            run = [line]
            for lower in head[index + 1 : index + _LINES_OF_A_MEETING]:
                if not _goes_on(run[-1], lower) or NOT_AFTER.match(lower.text.strip()):
                    break
                run.append(lower)
            return fold("\n".join(each.text for each in run))
    return None


def _may_be_title(text: str, committee: str | None) -> bool:
    text = without_appendix(text)
    if text.endswith(".") and SENTENCE.search(text):
        return False
    if _OVERPRINTED in text or (text.endswith((".", ":")) and not REPORT_WORDS.search(text)):
        return False
    if len(text) < 6 or NOT_TITLE.match(text) or (committee and committee in text):
        return False
    if COMMITTEE.match(text) or (day_of(text) and not REPORT_WORDS.search(text)):
        return False
    if _COUNCIL.search(text) and not REPORT_WORDS.search(text):
        return False
    return any(char.isalpha() for char in text)


def _goes_on(upper: TextLine, lower: TextLine) -> bool:
    return (
        upper.page == lower.page
        and upper.bold == lower.bold
        and abs(upper.size - lower.size) < 0.8
        and lower.box.y0 - upper.box.y1 < 0.9 * lower.size
        and upper.text.isupper() == lower.text.isupper()
    )


def _prominence(run: Sequence[TextLine], body: float) -> tuple[int, float, int]:
    """How a run of lines stands out: by its words and print, then by its size."""
    text = " ".join(line.text for line in run)
    capitals = is_capitals(text)
    larger = bool(body) and run[0].size > body * _LARGER
    marks = 2 * bool(REPORT_WORDS.search(text)) + capitals + run[0].bold + larger
    printed = capitals or run[0].bold or larger
    return (marks if printed else 0, round(run[0].size, 1), -run[0].page)
