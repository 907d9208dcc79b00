"""A figure is cited with every paper that prints it, and the cell is cut out of its page."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PIL import Image

from crossfoot.evidence import OUTLINE
from crossfoot.store.checks import remember_files
from crossfoot.store.database import open_store
from crossfoot.store.queries import documents, find_document

from .conftest import SAMPLES, Run

LATER = "2023-24_q1_support_services.pdf"
EARLIER = "2021-22_q1_support_services.pdf"


def test_every_printing_is_cited_the_latest_first_with_its_cell_and_hash(sampled: Run) -> None:
    rows = json.loads(sampled("cite", "bv 009", "2020/21", "--format", "json").out)
    assert [row["as_printed"] for row in rows] == ["97.2%", "97.0%"]
    assert [row["standing"] for row in rows] == ["latest", "provisional"]
    assert [row["document_file_name"] for row in rows] == [LATER, EARLIER]
    for row in rows:
        assert row["cell_text"] == row["as_printed"]
        with pdfium.PdfDocument(SAMPLES / row["document_file_name"]) as pdf:
            page = pdf[row["page"] - 1]
            high = page.get_height()
            inside = page.get_textpage().get_text_bounded(
                row["x0"], high - row["y1"], row["x1"], high - row["y0"]
            )
        assert row["as_printed"] in inside


def test_a_person_reads_the_same_as_a_program(sampled: Run) -> None:
    out = sampled("cite", "BV9", "2020/21", "--no-picture").out
    rows = json.loads(sampled("cite", "BV9", "2020/21", "--format", "json", "--no-picture").out)
    for row in rows:
        assert row["document_id"] in out
        assert f"page        {row['page']}, table {row['table_no']}, row {row['row_no']}" in out
    table = csv.DictReader(
        io.StringIO(sampled("cite", "BV9", "2020/21", "--format", "csv", "--no-picture").out)
    )
    assert [row["figure_id"] for row in table] == [row["figure_id"] for row in rows]


def test_the_picture_shows_the_cell_outlined_once_for_each_paper(
    sampled: Run, tmp_path: Path
) -> None:
    ended = sampled("cite", "BV9", "2020/21")
    assert "the picture is in BV9_2020-21.png" in ended.err
    with Image.open(tmp_path / "BV9_2020-21.png") as picture:
        whole = picture.convert("RGB")
    rows = [
        y
        for y in range(whole.height)
        if OUTLINE in {whole.getpixel((x, y)) for x in range(0, whole.width, 3)}
    ]
    starts = [y for y in rows if y - 1 not in rows]
    assert len(starts) == 2


def test_without_the_file_everything_else_is_still_said(sampled: Run, tmp_path: Path) -> None:
    moved = tmp_path / "moved"
    moved.mkdir()
    with open_store(f"sqlite:///{tmp_path / 'crossfoot.db'}", create=False) as store:
        lost = {item.document_id: tmp_path / "gone.pdf" for item in documents(store)}
        remember_files(store, lost)
    ended = sampled("cite", "BV9", "2020/21")
    assert (ended.code, (tmp_path / "BV9_2020-21.png").exists()) == (0, False)
    assert "97.2%" in ended.out
    assert f"{LATER} is not where it was read; --papers" in ended.err
    shutil.copy(SAMPLES / LATER, moved / "renamed.pdf")
    ended = sampled("cite", "BV9", "2020/21", "--papers", str(moved), "--picture", "x.png")
    assert f"{EARLIER} is not where it was read" in ended.err
    assert LATER not in ended.err
    assert (tmp_path / "x.png").exists()


def test_a_file_that_is_no_longer_the_same_gives_no_picture(sampled: Run, tmp_path: Path) -> None:
    with open_store(f"sqlite:///{tmp_path / 'crossfoot.db'}", create=False) as store:
        remember_files(store, {find_document(store, LATER).document_id: SAMPLES / EARLIER})
    assert f"{LATER} is not where it was read" in sampled("cite", "BV9", "2022/23").err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("BV9", "1999/00"), "no paper prints BV9 for 1999/00"),
        (("BV9", "someday"), "is not a period"),
        (("BV99", "2020/21"), "there is no series 'BV99'"),
        (("BV9", "2020/21", "--picture", "x.jpg"), "give a name that ends .png"),
        (("BV9", "2020/21", "--picture", "no/such/x.png"), "cannot be written"),
    ],
)
def test_what_cannot_be_cited_is_said_in_one_line(
    arguments: tuple[str, ...], said: str, sampled: Run
) -> None:
    ended = sampled("cite", *arguments)
    assert ended.code == 2
    assert said in ended.err


def test_a_figure_is_cited_under_whichever_code_a_link_joins(sampled: Run) -> None:
    assert sampled("link", "BV79b(iii)", "BV79b(ii)", "--as", "successor").code == 0
    for code in ("BV79b(ii)", "BV79b(iii)"):
        rows = json.loads(sampled("cite", code, "2018/19", "--format", "json").out)
        assert {row["code"] for row in rows} == {"BV79b(ii)"}
