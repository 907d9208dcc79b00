"""A table that counts the statuses of a paper: none of its numbers is an indicator's."""

from __future__ import annotations

import random
from collections.abc import Sequence

from benchmarks.confidence.second.blocks import Block, Cell, Heading, Run, Table, plain
from benchmarks.confidence.second.look import Look
from benchmarks.confidence.second.statuses import RAG


def summary(rng: random.Random, look: Look, statuses: Sequence[str | None]) -> list[Block]:
    """The counts of the colours, in a row or below one another, with or without shares."""
    counts = [sum(status == colour for status in statuses) for colour in RAG]
    total = sum(counts)
    if rng.random() < 0.5:
        heads = [*(colour.capitalize() for colour in RAG), "Total"]
        table = Table([1] * 4, [[_head(text, look) for text in heads]])
        table.rows.append([plain(str(number), align="center") for number in (*counts, total)])
    else:
        shares = total > 0 and rng.random() < 0.5
        heads = ["Status", "Number of measures", *(["% of measures"] if shares else [])]
        table = Table([1] * len(heads), [[_head(text, look) for text in heads]])
        for colour, number in zip(RAG, counts, strict=True):
            cells = [plain(colour.capitalize()), plain(str(number), align="center")]
            share = [plain(f"{100 * number / total:.0f}%", align="center")] if shares else []
            table.rows.append([*cells, *share])
    return [Heading("Summary of performance"), table, Heading("Detail")]


def _head(text: str, look: Look) -> Cell:
    return Cell(((Run(text),),), heading=True, align=look.heads)
