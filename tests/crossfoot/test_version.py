from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from crossfoot import __version__
from crossfoot.schema.errors import SettingsError
from crossfoot.schema.values import SecondOpinion
from crossfoot.version import reader_version


def test_without_headings_the_version_is_the_packages() -> None:
    assert reader_version() == __version__


def test_other_headings_are_another_reader(tmp_path: Path) -> None:
    path = tmp_path / "headings.toml"
    path.write_text("a", encoding="utf-8")
    first = reader_version(path)
    path.write_text("b", encoding="utf-8")
    assert first.startswith(f"{__version__}+headings.")
    assert reader_version(path) != first


def test_a_second_reader_asked_more_or_less_often_is_another_reader() -> None:
    versions = {reader_version(None, when) for when in get_args(SecondOpinion)}
    assert versions == {__version__, f"{__version__}+second.off", f"{__version__}+second.all"}


def test_headings_that_cannot_be_read_are_said_with_a_remedy(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="--headings"):
        reader_version(tmp_path / "absent.toml")
