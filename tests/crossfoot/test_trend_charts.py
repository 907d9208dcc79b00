"""Charts of real papers: what is drawn, linked and said, in each kind of file."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from PIL import Image

from crossfoot.cli import main

from .conftest import Run

SAMPLES = Path(__file__).parents[2] / "samples"
PAPERS = (
    *(SAMPLES / "pdf" / f"{name}_q1_support_services.pdf" for name in ("2019-20", "2021-22")),
    SAMPLES / "pdf" / "2023-24_q1_support_services.pdf",
    SAMPLES / "pdf" / "2019-20_community_safety.pdf",
)
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A database of four papers of one council and a few of others."""
    url = f"sqlite:///{tmp_path_factory.mktemp('charts') / 'papers.db'}"
    hook = sys.excepthook
    further = [path for path in (SAMPLES / "further").rglob("*.pdf") if path.stem in _FURTHER]
    assert len(further) == len(_FURTHER)
    for papers, council in ((PAPERS, ["--council", "Broxtowe"]), (further, [])):
        with pytest.raises(SystemExit) as ended:
            main(["ingest", *map(str, papers), *council, "--db", url])
        assert not ended.value.code
    yield url
    sys.excepthook = hook


_FURTHER = {"row_rules_months", "no_rules_annual", "no_codes_half_year_rolling"}


@pytest.fixture
def drawn(run: Run, store: str, tmp_path: Path) -> Any:
    """Draw with a command line; returns the root of the SVG."""

    def draw(*arguments: str) -> ElementTree.Element:
        ended = run("trend", *arguments, "--db", store, "--plot", "chart.svg")
        assert ended.code == 0, ended.err
        return ElementTree.parse(tmp_path / "chart.svg").getroot()

    return draw


def _tooltips(root: ElementTree.Element, kind: str) -> list[str]:
    links = root.iter(f"{SVG}a")
    return [link.findtext(f"{SVG}title") or "" for link in links if link.get("class") == kind]


def _words(root: ElementTree.Element) -> list[str]:
    return [element.text or "" for element in root.iter(f"{SVG}text")]


def test_quarters_are_never_on_the_line_of_results(drawn: Any) -> None:
    root = drawn("BV9", "--council", "Broxtowe")
    results = _tooltips(root, "result")
    assert [line.splitlines()[1].split(",")[0] for line in results] == [
        *("2017/18", "2018/19", "2019/20", "2020/21", "2021/22", "2022/23")
    ]
    lines = [e for e in root.iter(f"{SVG}polyline") if e.get("class") == "results"]
    assert [len(str(line.get("points")).split()) for line in lines] == [6]
    parts = [line.splitlines()[1] for line in _tooltips(root, "part")]
    assert [part.split(":")[0] for part in parts] == [
        "2019/20 Q1, actual (to date)",
        "2019-08, actual (to date)",
        "2021/22 Q1, actual (to date)",
        "2023/24 Q1, actual (to date)",
    ]
    # A year lies between each two first quarters: nothing joins them.
    assert not [e for e in root.iter(f"{SVG}polyline") if e.get("class") == "parts"]


def test_a_result_made_final_shows_both_values(drawn: Any) -> None:
    root = drawn("BV9", "--council", "Broxtowe")
    [former] = _tooltips(root, "former")
    assert "2020/21, printed elsewhere: 97.0%" in former
    assert "97.2%" in _words(root)
    assert "was 97.0%" in _words(root)
    assert {"Made final", "Printed before"} <= set(_words(root))


def test_each_mark_links_to_its_page_and_tells_what_it_is(drawn: Any) -> None:
    root = drawn("BV9", "--council", "Broxtowe")
    links = [str(link.get("href")) for link in root.iter(f"{SVG}a")]
    assert links
    assert all(re.fullmatch(r"20\d\d-\d\d_q1_support_services\.pdf#page=\d+", to) for to in links)
    assert _tooltips(root, "part")[-1].splitlines() == [
        "Broxtowe · BV9",
        "2023/24 Q1, actual (to date): 29.1%",
        "target: 29%",
        "status: green",
        "2023-24_q1_support_services.pdf, page 5",
        "published 2023-09-28",
    ]


def test_targets_stand_beside_the_figure_they_belong_to(drawn: Any) -> None:
    root = drawn("Coms_048")
    [tooltip] = _tooltips(root, "target")
    assert "target: 100%" in tooltip
    assert "2019/20" in tooltip
    assert {"Target", "Amber", "No status printed"} <= set(_words(root))


def test_years_without_a_figure_are_shown_as_gaps(drawn: Any) -> None:
    root = drawn("ITLocal_06")
    assert [e for e in root.iter(f"{SVG}rect") if e.get("class") == "gap"]
    assert "No figure in the papers read" in _words(root)
    assert not [e for e in root.iter(f"{SVG}polyline") if e.get("class") == "results"]


def test_a_running_count_is_not_taken_for_a_month(drawn: Any) -> None:
    words = _words(drawn("NI191", "--council", "Rugby"))
    assert "Jul 42.0" in words
    assert "year to Jul 166.85" in words


def test_councils_are_drawn_one_below_the_other(drawn: Any) -> None:
    root = drawn("BV9")
    words = _words(root)
    said = " ".join(words)
    assert said.index("Broxtowe · in %") < said.index("Wyre Forest · in %")
    shifts = [str(e.get("transform")) for e in root if e.get("transform")]
    assert len(set(shifts)) == len(shifts) == 2


def test_nothing_drawn_lies_outside_or_on_something_else(drawn: Any) -> None:
    for code in ("BV9", "BV78b", "FPLocal_13", "LALocal_12"):
        root = drawn(code, "--council", "Broxtowe")
        width = float(str(root.get("width")))
        for element in root.iter(f"{SVG}circle"):
            assert 0 <= float(str(element.get("cx"))) <= width


def test_all_draws_a_panel_for_each_series_in_order_of_code(drawn: Any) -> None:
    root = drawn("--all", "--council", "Broxtowe")
    panels = [e for e in root.iter(f"{SVG}g") if e.get("class") == "panel"]
    names = [(e.findtext(f"{SVG}title") or "").split()[0] for e in panels]
    assert names[:8] == [
        *("BV8", "BV9", "BV10", "BV12", "BV78a", "BV78b", "BV79b(ii)", "BV79b(iii)")
    ]
    assert len(set(names)) == len(names) == 33
    words = _words(root)
    assert "97.9% in 2022/23 · 2023/24 Q1: 29.1%, green" in words
    assert "93% in 2019/20, red" in words
    assert any(word.startswith("Sources: ") for word in words)
    assert all(link.get("class") != "part" for link in root.iter(f"{SVG}a"))


def test_all_without_a_plot_lists_every_series(run: Run, store: str) -> None:
    ended = run("trend", "--all", "--db", store, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(ended.out)))
    one = run("trend", "BV9", "--db", store, "--format", "csv")
    alone = list(csv.DictReader(io.StringIO(one.out)))
    assert [row for row in rows if row["code"] == "BV9"] == alone
    assert {row["council"] for row in rows} == {"Broxtowe", "Rugby", "Sefton", "Wyre Forest"}
    own = run("trend", "--all", "--db", store, "--council", "Rugby", "--format", "json")
    assert {row["council"] for row in json.loads(own.out)} == {"Rugby"}
    table = run("trend", "--all", "--db", store, "--council", "Rugby")
    assert "NI191 Residual household waste" in table.out


def test_a_page_of_html_holds_no_script_and_fetches_nothing(
    run: Run, store: str, tmp_path: Path
) -> None:
    for arguments in (["BV9"], ["--all"]):
        assert run("trend", *arguments, "--db", store, "--plot", "page.html").code == 0
        page = _Page()
        page.feed((tmp_path / "page.html").read_text(encoding="utf-8"))
        assert not page.tags & {"script", "link", "img", "iframe", "object", "embed", "image"}
        assert {"svg", "title", "desc", "table", "th", "a"} <= page.tags
        assert not page.open
        assert "2023-24_q1_support_services.pdf#page=5" in page.links


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: set[str] = set()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links.update(value for name, value in attrs if name == "href" and value)
        if tag != "meta":
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag != "meta":
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_a_png_is_a_picture_with_something_on_it(run: Run, store: str, tmp_path: Path) -> None:
    assert run("trend", "BV9", "--db", store, "--plot", "chart.png").code == 0
    with Image.open(tmp_path / "chart.png") as image:
        assert image.width == 1720
        colours = image.convert("RGB").getcolors(1 << 16)
    assert colours
    assert len(colours) > 50


def test_the_same_store_gives_the_same_bytes(run: Run, store: str, tmp_path: Path) -> None:
    for name in ("a.html", "b.html"):
        assert run("trend", "--all", "--db", store, "--plot", name).code == 0
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()


def test_nothing_asked_for_is_refused(run: Run, store: str) -> None:
    ended = run("trend", "--db", store)
    assert ended.code == 2
    assert "name one, or say --all" in ended.err


def test_a_council_without_series_is_named(run: Run, store: str) -> None:
    ended = run("trend", "--all", "--council", "Nowhere", "--db", store)
    assert (ended.code, ended.out) == (2, "")
    assert "no series of 'Nowhere'" in ended.err


@pytest.mark.parametrize(
    ("name", "said"),
    [("chart.gif", ".svg, .png, .html"), ("absent/c.svg", "does not exist"), ("d.svg", "folder")],
)
def test_a_place_that_cannot_be_written_is_refused_first(
    name: str, said: str, run: Run, store: str, tmp_path: Path
) -> None:
    (tmp_path / "d.svg").mkdir()
    ended = run("trend", "--all", "--db", store, "--plot", name)
    assert (ended.code, ended.out) == (2, "")
    assert said in ended.err


def test_a_file_that_may_not_be_written_is_one_line(run: Run, store: str) -> None:
    ended = run("trend", "BV9", "--db", store, "--plot", "/proc/chart.svg")
    assert ended.code == 2
    assert ended.err.count("\n") == 1
    assert "/proc/chart.svg" in ended.err


def test_the_commands_of_the_manual_work(
    run: Run, store: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    manual = (SAMPLES.parent / "docs" / "trends.md").read_text(encoding="utf-8")
    block = re.search(r"```sh\n(.*?)```", manual, re.DOTALL)
    assert block
    reading, *drawing = (line.split()[1:] for line in block[1].splitlines())
    assert reading[0] == "ingest"
    assert all((SAMPLES.parent / word).exists() for word in reading[1:] if word[0] != "-")
    monkeypatch.setenv("CROSSFOOT_DB", store)
    for command in drawing:
        ended = run(*command)
        assert ended.code == 0, ended.err
        assert (tmp_path / command[-1]).stat().st_size > 10_000
