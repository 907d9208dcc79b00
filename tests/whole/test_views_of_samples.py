"""Over all sample papers the views say what the trend says, of today and of every day."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest

from crossfoot.checking import check
from crossfoot.store.database import open_store
from crossfoot.store.load import load_paper, start_load
from samples.expected import sample_pdfs
from tests.conftest import Backend, NewDatabase
from tests.store.test_views import followed, in_as_of, in_latest, of_latest, shown

from .rows import read

MANIFEST = Path(__file__).parents[2] / "samples" / "manifest.csv"


def days() -> dict[str, date]:
    with MANIFEST.open(newline="", encoding="utf-8") as file:
        return {
            Path(row["file"]).name: date.fromisoformat(row["published_on"])
            for row in csv.DictReader(file)
            if row["published_on"]
        }


@pytest.mark.slow
@pytest.mark.parametrize("backend", ["sqlite", "postgresql"])
def test_the_views_of_all_samples(backend: Backend, new_database: NewDatabase) -> None:
    published = days()
    with open_store(new_database(backend, with_schema=True), create=False) as store:
        load_id = start_load(store, "1")
        for path in sample_pdfs(second_producer=True):  # each report in two files, one undated
            paper = read(path)
            day = published.get(path.name) if "second" not in str(path) else None
            told = {"published_on": day}
            document = paper.document.model_copy(update=told if day else {})
            figures = [each.model_copy(update=told if day else {}) for each in paper.figures]
            changed = {"document": document, "figures": figures}
            load_paper(store, paper.model_copy(update=changed), load_id)
        check(store)
        latest = in_latest(store)
        assert len(latest) == len(set(latest)) > 200
        assert set(latest) == of_latest(shown(followed(store, None)))
        for day in sorted(published.values()):
            for asked in (day - timedelta(days=1), day):
                found = in_as_of(store, asked)
                points = shown(followed(store, asked))
                assert len(found) == len(points)
                assert set(found) == {(point.figure_id, point.decided_by) for point in points}
