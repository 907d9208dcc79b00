"""A pattern that waits is, once used, the pattern itself."""

import re

import pytest

from crossfoot.schema.pattern import late


def test_it_finds_what_the_pattern_finds() -> None:
    pattern = late(r"(?P<word>[a-z]+)\s(\d+)", re.IGNORECASE)
    found = pattern.search("Outturn 12, target 14")
    assert found is not None
    assert found["word"] == "Outturn"
    assert [match[2] for match in pattern.finditer("Outturn 12, target 14")] == ["12", "14"]
    assert pattern.sub("-", "target 14 met") == "- met"
    assert pattern.fullmatch("target") is None


def test_it_is_compiled_once_and_not_before_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    pattern = late("a+")
    kept = re.compile

    def watched(text: str, flags: int = 0) -> re.Pattern[str]:
        compiled.append(text)
        return kept(text, flags)

    monkeypatch.setattr(re, "compile", watched)
    assert compiled == []
    assert pattern.search("caat")
    assert pattern.search("caat")
    assert compiled == ["a+"]
