"""Reads papers for true, while somebody cuts them off, replaces them, or puts them back."""

from __future__ import annotations

import os
from pathlib import Path

from stuck_reader import begins

from crossfoot.extract import document
from crossfoot.extract.content import Content
from crossfoot.extract.damage import Damage
from crossfoot.extract.pdfium import Document
from crossfoot.job import Job
from crossfoot.reader import read_paper
from crossfoot.schema.paper import Paper

#: From so many bytes on a file is read where it lies.
LONG = 4 * 2**20

_content_of, _find_damage = document.content_of, document.find_damage


def reading(job: Job) -> Paper:
    """Read a paper; what happens to it meanwhile is said by the files beside it.

    ``….cut-1``: half of what makes it long is cut off when it was opened; ``….cut-2``: when PDFium
    has opened it and it is looked through. ``….back-1``, ``….back-2``: it is put back by who comes
    as the second or as the third. ``….other``: this takes its place when it was opened.
    """
    back = job.path.with_suffix(f".back-{begins(job) - 1}")
    if back.exists():
        job.path.write_bytes(back.read_bytes())
    document.content_of, document.find_damage = _opened, _looked_through
    return read_paper(job)


def _opened(path: Path) -> Content:
    content = _content_of(path)
    _cut(path, 1)
    if path.with_suffix(".other").exists():
        path.with_suffix(".other").replace(path)
    return content


def _looked_through(content: Content, opened: Document) -> Damage:
    if not isinstance(content, bytes):
        _cut(content.path, 2)
    return _find_damage(content, opened)


def _cut(path: Path, moment: int) -> None:
    order = path.with_suffix(f".cut-{moment}")
    if order.exists():
        times = int(order.read_text())
        if times:
            order.write_text(str(times - 1))
            os.truncate(path, (path.stat().st_size + LONG) // 2)
