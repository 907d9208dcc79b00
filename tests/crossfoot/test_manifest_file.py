from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from crossfoot.manifest import read_manifest
from crossfoot.schema.errors import SettingsError

HEAD = "file,council,committee,title,published_on,period,source_url\n"


def _write(folder: Path, text: str) -> Path:
    path = folder / "m.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_row_says_what_is_known_and_from_where(tmp_path: Path) -> None:
    row = "a.pdf,Anyborough,Cabinet,,2021-11-30,2021/22 Q1,https://example.org/a.pdf\n"
    (entry,) = read_manifest(_write(tmp_path, HEAD + row)).entries
    assert (entry.line, entry.file) == (2, "a.pdf")
    assert entry.known.council_source == "manifest"
    assert entry.known.published_on == date(2021, 11, 30)
    assert entry.known.title is None


def test_empty_fields_and_empty_lines_say_nothing(tmp_path: Path) -> None:
    (entry,) = read_manifest(_write(tmp_path, HEAD + "a.pdf,,,,,,\n,,,,,,\n\n")).entries
    assert entry.known.model_dump(exclude_none=True) == {}


@pytest.mark.parametrize("text", ["2021/22 Q1", "Q1 2021/22", "Quarter 1 of 2021-22"])
def test_a_period_may_be_written_as_papers_print_it(text: str, tmp_path: Path) -> None:
    (entry,) = read_manifest(_write(tmp_path, f"file,period\na.pdf,{text}\n")).entries
    assert entry.known.period == "2021/22 Q1"


def test_a_byte_order_mark_and_quoted_fields_are_read(tmp_path: Path) -> None:
    text = '\ufefffile,title\r\n"a, b.pdf","Progress, so far"\r\n'
    (entry,) = read_manifest(_write(tmp_path, text)).entries
    assert (entry.file, entry.known.title) == ("a, b.pdf", "Progress, so far")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("file,colour\n", "line 1: unknown column 'colour'"),
        ("council\n", "line 1: there is no column 'file'"),
        ("", "line 1: there is no column 'file'"),
        ("file,file\n", "line 1: column 'file' stands there twice"),
        (HEAD + "a.pdf,,,,30/11/2021,,\n", "line 2: published_on '30/11/2021' is not a date"),
        (HEAD + "a.pdf,,,,,autumn,\n", "line 2: period 'autumn' is not a period"),
        (HEAD + ",Anyborough,,,,,\n", "line 2: no file is named"),
        (HEAD + "a.pdf,,,,,,,,\n", "line 2: more fields than columns"),
        (HEAD + "a.pdf,,,,,,\nb.pdf,,,,,,\na.pdf,,,,,,\n", "line 4: 'a.pdf' was named before, on"),
        ('file\n"a.pdf\n', "this is not CSV"),
    ],
)
def test_a_mistake_is_named_with_its_line_and_a_remedy(
    text: str, words: str, tmp_path: Path
) -> None:
    with pytest.raises(SettingsError) as raised:
        read_manifest(_write(tmp_path, text))
    assert words in str(raised.value)
    assert raised.value.remedy


def test_text_that_is_not_utf8_is_refused_with_a_remedy(tmp_path: Path) -> None:
    path = tmp_path / "m.csv"
    path.write_bytes(b"file,title\na.pdf,caf\xe9\n")
    with pytest.raises(SettingsError, match="save it as CSV UTF-8"):
        read_manifest(path)


def test_folders_tell_files_of_one_name_apart(tmp_path: Path) -> None:
    text = "file,council\na.pdf,One\nnorth/a.pdf,Two\nsouth\\b.pdf,Three\n"
    manifest = read_manifest(_write(tmp_path, text))

    def council(name: str) -> str | None:
        entry = manifest.entry_for(tmp_path / name)
        return entry.known.council if entry else None

    assert council("a.pdf") == "One"
    assert council("north/a.pdf") == "Two"
    assert council("south/b.pdf") == "Three"
    assert council("north/b.pdf") is None
    assert council("xa.pdf") is None


def test_rows_that_name_no_given_file_are_known(tmp_path: Path) -> None:
    manifest = read_manifest(_write(tmp_path, "file\na.pdf\nb.pdf\n"))
    assert [entry.file for entry in manifest.unused([tmp_path / "b.pdf"])] == ["a.pdf"]


def test_a_name_that_was_guarded_against_spreadsheets_is_the_name_again(tmp_path: Path) -> None:
    (entry,) = read_manifest(_write(tmp_path, "file\n'=a.pdf\n")).entries
    assert entry.file == "=a.pdf"
