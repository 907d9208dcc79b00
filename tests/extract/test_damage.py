from __future__ import annotations

import re
from pathlib import Path

import pytest

from crossfoot.extract.document import read_data
from crossfoot.extract.settings import ExtractSettings
from crossfoot.schema.page import Reading
from samples.expected import sample_pdfs

SETTINGS = ExtractSettings()
TYPESET = next(path for path in sample_pdfs(second_producer=True) if "chromium" in path.stem)


def content_streams(data: bytes) -> list[tuple[int, int]]:
    """Where deflated streams that are no pictures begin and end."""
    found = []
    for match in re.finditer(rb"(?<!end)stream\r?\n", data):
        end = data.index(b"endstream", match.end())
        head = data[data.rfind(b" obj", 0, match.start()) : match.start()]
        if b"/Flate" in head and b"/Image" not in head and end - match.end() > 600:
            found.append((match.end(), end))
    return found


def printed(reading: Reading, page: int) -> list[str]:
    return [line.text for line in reading.lines if line.page == page]


@pytest.mark.parametrize("path", sample_pdfs(second_producer=True), ids=lambda path: path.stem)
def test_whole_files_show_no_damage(path: Path) -> None:
    reading = read_data(path.read_bytes(), path.name, SETTINGS)
    assert not reading.lost
    assert not any(doubt.kind == "damaged_stream" for doubt in reading.doubts)


@pytest.mark.parametrize("share", [0.0, 0.3, 0.6, 0.9])
def test_a_page_whose_content_breaks_off_is_named_as_lost(share: float) -> None:
    data = bytearray(TYPESET.read_bytes())
    whole = read_data(bytes(data), "whole.pdf", SETTINGS)
    start, end = content_streams(bytes(data))[0]
    at = int(start + share * (end - start))
    data[at : at + 40] = b"\x00" * 40
    reading = read_data(bytes(data), "broken.pdf", SETTINGS)
    changed = {
        number
        for number in range(1, whole.pages + 1)
        if printed(whole, number) != printed(reading, number)
    }
    assert changed
    assert changed <= {lost.page for lost in reading.lost}
    assert len(reading.lost) < whole.pages
    assert "damaged" in reading.lost[0].reason


def test_damage_that_touches_no_page_is_a_doubt() -> None:
    data = TYPESET.read_bytes()
    junk = b"999 0 obj\n<< /Filter /FlateDecode /Length 20 >>\nstream\n" + b"x" * 20
    reading = read_data(data + junk + b"\nendstream\nendobj\n", "junk.pdf", SETTINGS)
    assert not reading.lost
    assert [doubt.kind for doubt in reading.doubts] == ["damaged_stream"]
