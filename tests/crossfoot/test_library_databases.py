"""The library on each kind of database: the same frames from the same papers."""

from __future__ import annotations

import pandas as pd
import pytest

import crossfoot
from tests.conftest import NewDatabase
from tests.crossfoot.conftest import SAMPLES

PAPERS = [SAMPLES / "2019-20_q1_support_services.pdf", SAMPLES / "2019-20_community_safety.pdf"]
# What tells one run from another.
TIMES = ["load_id", "started_at", "finished_at"]


def test_postgresql_gives_the_frames_that_sqlite_gives(new_database: NewDatabase) -> None:
    first, second = new_database("sqlite"), new_database("postgresql")
    for url in (first, second):
        assert str(crossfoot.ingest(PAPERS, url, council="Broxtowe")).startswith("2 read; ")
    same = pd.testing.assert_frame_equal
    same(crossfoot.series(first), crossfoot.series(second))
    same(crossfoot.codes(first), crossfoot.codes(second))
    same(crossfoot.findings(first), crossfoot.findings(second))
    same(
        crossfoot.cite(first, "BV9", "2018/19").printings,
        crossfoot.cite(second, "BV9", "2018/19").printings,
    )
    for name in ("documents", "series", "figures", "actions", "cells", "statuses", "legends"):
        same(crossfoot.relation(first, name), crossfoot.relation(second, name))
    loads = [crossfoot.relation(url, "loads") for url in (first, second)]
    same(loads[0].drop(columns=TIMES), loads[1].drop(columns=TIMES))
    assert list(loads[0].dtypes) == list(loads[1].dtypes)


def test_a_store_in_memory_lives_as_long_as_it_is_open() -> None:
    with crossfoot.open_store("sqlite://", create=True) as store:
        assert str(crossfoot.ingest(PAPERS[1], store, jobs=1)) == "1 read; 17 rows"
        assert len(crossfoot.relation(store, "documents")) == 1


@pytest.mark.parametrize(
    "url", ["sqlite://", "sqlite:///:memory:", "sqlite:///file::memory:?uri=1"]
)
def test_papers_are_not_read_into_what_is_gone_at_once(url: str) -> None:
    with pytest.raises(crossfoot.UsageError, match="is gone when the papers are read") as caught:
        crossfoot.ingest(PAPERS[1], url, jobs=1)
    assert "name a file" in caught.value.remedy
