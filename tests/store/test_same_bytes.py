"""The same papers export to the same bytes from either database."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Literal

import pytest
from sqlalchemy import text

from crossfoot.schema.paper import Paper
from crossfoot.store.database import Store, open_store
from crossfoot.store.export import export
from crossfoot.store.load import load_paper, start_load
from tests.conftest import NewDatabase

from .store_papers import cell, document, figure, indicator, paper_of, series, whole_paper

# In another order by any language's rules than by their characters.
TITLES = ("b", "B", "a", "Ä", "ä", "Z", "zebra", "_x", "-y", "é", "e", "日本", "Ünder", "a b", "ab")
VALUES = ("97.0", "97", "97.00", "-0.10", "0.0", "1234567890123456.7890", "5e-7")


def papers() -> list[Paper]:
    return [whole_paper("a.pdf", published_on=date(2020, 2, 29)), whole_paper("Ä.pdf"), _odd()]


def _odd() -> Paper:
    paper = document("Zürich.pdf", council="Städte & Söhne", council_source="manifest", title="É")
    figures = [
        figure(
            paper, "2019/20", "1%", figure_id=f"{n}", row=2, value=Decimal(value), footnote=title
        )
        for n, (value, title) in enumerate(zip(VALUES, TITLES, strict=False))
    ]
    rows = [indicator(paper, is_csi=csi, row=n) for n, csi in ((2, None), (3, False), (4, True))]
    cells = [cell(paper, n, 1, title) for n, title in enumerate(TITLES, start=1)]
    said = paper_of(paper, figures, indicators=rows, cells=cells, series=[series(paper)])
    legends = whole_paper("Zürich.pdf").legends
    keys = [
        legend.model_copy(
            update={"document_id": paper.document_id, "symbol": title, "meaning_as_printed": title}
        )
        for legend in legends
        for title in TITLES
    ]
    return said.model_copy(update={"legends": keys})


def fill(store: Store, order: list[Paper]) -> None:
    load_id = start_load(store, "1")
    for paper in order:
        load_paper(store, paper, load_id)


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_every_database_exports_the_same_bytes(
    new_database: NewDatabase, tmp_path: Path, form: Literal["csv", "parquet"]
) -> None:
    written = []
    for number, url in enumerate((new_database("sqlite"), new_database("postgresql"))):
        with open_store(url, create=True) as store:
            fill(store, papers() if number else papers()[::-1])
            files = export(store, tmp_path / str(number), form)
            written.append({file.name: file.read_bytes() for file in files})
    assert written[0] == written[1]
    assert len(set(written[0].values())) > 10


def test_text_sorts_by_its_characters_whatever_the_locale_of_the_server(postgres_url: str) -> None:
    # The servers at hand have no other locale than C, so the schema is asked.
    with open_store(postgres_url, create=True) as store, store.read() as connection:
        kept = connection.execute(
            text(
                "SELECT count(*), min(collation_name), max(collation_name) "
                "FROM information_schema.columns JOIN information_schema.tables "
                "USING (table_schema, table_name) WHERE table_schema = 'public' "
                "AND table_type = 'BASE TABLE' AND data_type = 'text'"
            )
        ).one()
    assert kept[0] > 100
    assert tuple(kept[1:]) == ("C", "C")
