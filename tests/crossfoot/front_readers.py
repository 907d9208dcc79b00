"""Readers for workers that do what files should not be able to do; and one that reads a CSV.

A worker finds them by dotted name, like the real reader. What happens depends on the file's name.
"""

from __future__ import annotations

import csv
import os
import signal
import time
from datetime import date
from decimal import Decimal

import psutil

from crossfoot.job import Job
from crossfoot.schema.errors import DocumentError
from crossfoot.schema.finding import make_finding
from crossfoot.schema.identity import make_id
from crossfoot.schema.page import Box
from crossfoot.schema.paper import Document, Paper
from crossfoot.schema.rows import CellRow, Figure, Indicator, Series


def by_name(job: Job) -> Paper:
    """Never end, die, eat memory, fail, or read rows ``code,title,period,measure,value,target``."""
    stem = job.path.stem
    while stem.startswith("hang"):
        pass
    if stem.startswith("die"):
        os.kill(os.getpid(), signal.SIGKILL)
    if stem.startswith("assassin"):
        # This process, the server it was forked from, the helper, and then the Dask worker.
        psutil.Process().parents()[2].kill()
        time.sleep(600)
    if stem.startswith("hungry"):
        held = [bytearray(2**24) for _ in range(2**12)]
        raise AssertionError(f"{len(held)} blocks of memory were to be had")
    if stem.startswith("fault"):
        raise KeyError("a fault of ours")
    if stem.startswith("refused"):
        raise DocumentError("the file is encrypted", "ask for a copy without a password")
    if stem.startswith("slow"):
        time.sleep(0.5)
    return read_csv(job)


def by_headings(job: Job) -> Paper:
    """Give the user's headings as the title of the paper."""
    paper, headings = read_csv(job), job.normalise.headings_file
    assert headings is not None
    title = headings.read_text(encoding="utf-8").strip()
    return paper.model_copy(update={"document": paper.document.model_copy(update={"title": title})})


def refusing(job: Job) -> Paper:
    """Read nothing of any file."""
    raise DocumentError(f"{job.file_name} cannot be read", "fetch it again")


def contradicting(job: Job) -> Paper:
    """Give rows that the store must refuse: the same cell twice."""
    paper = read_csv(job)
    return paper.model_copy(update={"cells": [*paper.cells, *paper.cells]})


def read_csv(job: Job) -> Paper:
    """Read the rows of a CSV file as a paper of one table."""
    with job.path.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.reader(file) if row]
    council = job.known.council or "Anyborough Council"
    document = Document(
        document_id=job.document_id,
        file_name=job.file_name,
        council=council,
        council_source=job.known.council_source or "paper",
        published_on=job.known.published_on,
        published_on_source=job.known.published_on_source,
        pages=1,
        outcome="read" if rows else "no_tables",
        reason=None if rows else "no table was found on any page",
        reader_version=job.normalise.reader_version,
    )
    parts = [_row(document, number, row) for number, row in enumerate(rows, start=1)]
    finding = make_finding("test.note", "note", document.document_id, "read from CSV")
    return Paper(
        document=document,
        series=list({part[0].series_id: part[0] for part in parts}.values()),
        indicators=[part[1] for part in parts],
        figures=[figure for part in parts for figure in part[2]],
        cells=[part[3] for part in parts],
        findings=[finding] if rows else [],
    )


def _row(
    document: Document, number: int, row: list[str]
) -> tuple[Series, Indicator, list[Figure], CellRow]:
    code, title, period, measure, value, target = row
    box = Box(10.0, 20.0 * number, 500.0, 20.0 * number + 18)
    place = {
        "document_id": document.document_id,
        "page": 1,
        "table_no": 1,
        "row_no": number,
        **box._asdict(),
        "council": document.council,
        "published_on": document.published_on,
    }
    cell_id = make_id(document.document_id, number)
    series_id = make_id(document.council, code)
    series = Series(series_id=series_id, council=document.council, code=code, title=title, unit="%")
    indicator = Indicator(
        **place,
        indicator_id=make_id("indicator", cell_id),
        series_id=series_id,
        code=code,
        code_as_printed=code,
        title=title,
        section=None,
        is_csi=None,
        frequency=None,
        status=None,
        status_as_printed=None,
        status_carrier=None,
    )
    year = int(period[:4])
    figures = [
        Figure(
            **place,
            figure_id=make_id(kind, cell_id),
            indicator_id=indicator.indicator_id,
            series_id=series_id,
            cell_id=cell_id,
            code=code,
            measure=kind,
            basis="annual",
            period=period,
            period_start=date(year, 4, 1),
            period_end=date(year + 1, 3, 31),
            period_as_printed=period,
            value=Decimal(printed),
            decimals=len(printed.partition(".")[2]),
            unit="%",
            value_state="value",
            as_printed=f"{printed}%",
        )
        for kind, printed in ((measure, value), ("target", target))
        if printed
    ]
    cell = CellRow(
        cell_id, document.document_id, 1, 1, number, 1, 1, 1, 1, *box, title, None, None, "title"
    )
    return series, indicator, figures, cell
