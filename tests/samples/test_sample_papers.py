"""The committed sample papers agree with their descriptions and with the published vocabulary."""

from __future__ import annotations

import base64
import csv
import re
import zlib
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pdfplumber
import pytest

from crossfoot.schema import values as vocabulary
from samples import make
from samples.expected import FOLDER, PRIMARY, SECOND, load_expected, sample_pdfs
from samples.facts import Paper
from samples.papers.catalogue import PAPERS

ALL = sample_pdfs(second_producer=True)
by_name = pytest.mark.parametrize("pdf", ALL, ids=lambda pdf: pdf.name)
by_paper = pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.stem)

_STREAM = re.compile(rb"<<((?:(?!endobj).)*?)/Length \d+(.*?)>>\s*stream\r?\n(.*?)endstream", re.S)


@cache
def words_of(pdf: Path) -> tuple[tuple[str, ...], ...]:
    """The words of each page."""
    with pdfplumber.open(pdf) as document:
        return tuple(
            tuple(word["text"] for word in page.extract_words()) for page in document.pages
        )


def decoded(pdf: bytes) -> bytes:
    """ReportLab's PDF with its streams unpacked: the same whatever zlib has packed them."""

    def unpack(match: re.Match[bytes]) -> bytes:
        before, after, data = match.groups()
        if b"ASCII85Decode" in before + after:
            data = base64.a85decode(data.strip().removesuffix(b"~>"))
        if b"FlateDecode" in before + after:
            data = zlib.decompress(data)
        return before + after + data

    body = pdf[: pdf.rindex(b"xref\n")]
    return _STREAM.sub(unpack, body)


def test_there_is_a_pdf_with_expected_rows_for_every_description() -> None:
    assert [pdf.stem for pdf in sample_pdfs()] == sorted(paper.stem for paper in PAPERS)
    for pdf in ALL:
        assert load_expected(pdf)["documents"][0]["file_name"] == pdf.name


def test_at_least_two_papers_come_from_two_more_producers() -> None:
    producers = {}
    for pdf in ALL:
        with pdfplumber.open(pdf) as document:
            producers[pdf.name] = document.metadata["Producer"].split("/")[0].split()[0]
    assert set(producers.values()) == {"ReportLab", "Skia", "LibreOffice"}
    assert len(list(SECOND.glob("*.pdf"))) >= 2


@by_paper
def test_reportlab_gives_the_committed_paper_again(paper: Paper) -> None:
    data, rows = make.primary(paper)
    committed = PRIMARY / f"{paper.stem}.pdf"
    assert decoded(data) == decoded(committed.read_bytes())
    assert rows == load_expected(committed)


@by_paper
def test_reportlab_gives_the_same_bytes_twice(paper: Paper) -> None:
    assert make.primary(paper)[0] == make.primary(paper)[0]


@by_name
def test_expected_rows_are_those_of_the_description_on_the_pages_found_by_another_reader(
    pdf: Path,
) -> None:
    paper = next(paper for paper in PAPERS if pdf.stem.startswith(paper.stem))
    assert make.rows_of(paper, pdf.read_bytes(), pdf.name) == load_expected(pdf)


@by_name
def test_every_printed_figure_code_and_date_stands_on_its_page_or_the_next(pdf: Path) -> None:
    rows, pages = load_expected(pdf), words_of(pdf)
    printed = [(row["page"], row["as_printed"]) for row in rows["figures"]]
    printed += [(row["page"], row["due_as_printed"]) for row in rows["actions"]]
    printed += [(row["page"], row["code_as_printed"].split()[-1]) for row in rows["indicators"]]
    printed += [(row["page"], row["code_as_printed"].split()[-1]) for row in rows["actions"]]
    printed += [(row["page"], (row["as_printed"] or "").split(" ")[0]) for row in rows["summaries"]]
    for page, text in printed:
        # A row that begins at the foot of a page goes on at the head of the next one.
        near = " ".join(word for words in pages[page - 1 : page + 1] for word in words)
        assert (text or "") in near


@by_name
def test_values_agree_with_their_print(pdf: Path) -> None:
    for figure in load_expected(pdf)["figures"]:
        state, shown = figure["value_state"], figure["as_printed"]
        assert (figure["value"] is None) == (state != "value")
        assert (figure["decimals"] is None) == (state != "value")
        if state != "value":
            assert shown in {"dash": {"-"}, "blank": {None}}.get(state, {"n/a", "TBC"})
            continue
        thousands = 1000 if shown.endswith("k") else 1
        bare = re.sub(r"[£,%k*]", "", shown)
        assert Decimal(figure["value"]) == Decimal(bare) * thousands
        assert figure["decimals"] == len(bare.partition(".")[2])
        assert (figure["unit"] == "%") == ("%" in shown)
        assert (figure["unit"] == "£") == ("£" in shown)
        assert (figure["footnote"] or "") == ("*" if "*" in shown else "")


@by_name
def test_only_published_words_are_used(pdf: Path) -> None:
    rows = load_expected(pdf)
    allowed: dict[str, dict[str, Any]] = {
        "indicators": {
            "status": vocabulary.IndicatorStatus,
            "status_carrier": vocabulary.Carrier,
        },
        "statuses": {"status": vocabulary.IndicatorStatus, "status_carrier": vocabulary.Carrier},
        "figures": {
            "measure": vocabulary.Measure,
            "basis": vocabulary.Basis,
            "value_state": vocabulary.ValueState,
            "source": vocabulary.FigureSource,
        },
        "actions": {"status": vocabulary.ActionStatus, "status_carrier": vocabulary.Carrier},
        "summaries": {"status": vocabulary.AnyStatus, "subject": vocabulary.Subject},
    }
    for relation, columns in allowed.items():
        for row in rows[relation]:
            for column, words in columns.items():
                assert row[column] is None or row[column] in get_args(words)


def test_the_series_of_council_tax_has_six_years_and_one_restatement() -> None:
    found: dict[str, set[str]] = {}
    for pdf in sample_pdfs():
        for figure in load_expected(pdf)["figures"]:
            if figure["code"] == "BV9" and figure["measure"] == "outturn":
                found.setdefault(figure["period"], set()).add(figure["value"])
    years = ["2017/18", "2018/19", "2019/20", "2020/21", "2021/22", "2022/23"]
    assert sorted(found) == years
    assert [year for year in years if len(found[year]) > 1] == ["2020/21"]


def test_the_readme_names_every_paper_and_the_manifests_every_file() -> None:
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    listed = set()
    for manifest in (FOLDER / "manifest.csv", SECOND / "manifest.csv"):
        with manifest.open(encoding="utf-8", newline="") as file:
            listed |= {row["file"] for row in csv.DictReader(file)}
    for pdf in ALL:
        assert f"`{pdf.name}`" in readme
    assert listed == {pdf.relative_to(FOLDER).as_posix() for pdf in ALL}
