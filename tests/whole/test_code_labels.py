"""The label of a local code over several papers of a council, from the page to the store."""

from __future__ import annotations

from datetime import date
from itertools import permutations
from pathlib import Path

import pytest

from crossfoot.normalise.paper import interpret
from crossfoot.normalise.settings import NormaliseSettings
from crossfoot.schema.paper import Known, Paper
from crossfoot.store.database import open_store
from crossfoot.store.load import load_paper, remove_document, start_load
from crossfoot.store.queries import codes
from tests.normalise.paper_builder import Draft

HEADINGS = ["Ref", "Indicator", "2018/19 Outturn", "2019/20 Target"]


def paper(number: int, printed: str, day: date | None) -> Paper:
    draft = Draft().line("Performance Indicators", bold=True)
    draft.table(HEADINGS, [printed, "Complaints answered", "97", "98"])
    reading = draft.reading()._replace(document_id=f"{number:064x}", file_name=f"{number}.pdf")
    known = Known(
        council="Tillingham Borough Council",
        council_source="argument",
        published_on=day,
        published_on_source="manifest" if day else None,
    )
    return interpret(reading, known, NormaliseSettings(reader_version="test"))


PAPERS = (
    paper(1, "Coms_048", date(2018, 6, 1)),
    paper(2, "COMS_048", date(2019, 6, 1)),
    paper(3, "ComS 048", date(2020, 6, 1)),
)


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_a_series_is_shown_as_the_earliest_paper_spells_it_whatever_was_loaded_first(
    order: tuple[int, ...], tmp_path: Path
) -> None:
    with open_store(f"sqlite:///{tmp_path / 'store.db'}", create=True) as store:
        load_id = start_load(store, "1")
        for number in order:
            load_paper(store, PAPERS[number], load_id)
        (entry,) = codes(store)
        assert entry.code == "Coms_048"
        assert set(entry.spellings) == {"Coms_048", "COMS_048", "ComS 048"}
        remove_document(store, PAPERS[0].document.document_id)
        assert [entry.code for entry in codes(store)] == ["COMS_048"]
