"""Patterns kept by one start for the next are the patterns, and nothing that is kept is needed."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

# Says of patterns what they are and find, and last how many of them were compiled.
PROGRAM = r"""
import re, sys
sys.pycache_prefix, sys.dont_write_bytecode = sys.argv[1], sys.argv[2] == "-B"
from crossfoot.kept import keep_compiled
from crossfoot.known_patterns import know_patterns
know_patterns()
compiler, compiled = sys.modules["re._compiler"], []
code = compiler._code
compiler._code = lambda *given: (compiled.append(given), code(*given))[1]
asked = [
    (r"(?P<day>\d{1,2}) (?P<month>may|june)(?P<rest>.*)", re.IGNORECASE),
    (r"(?P<day>\d{1,2}) (?P<month>may|june)(?P<rest>.*)", 0),
    (r"(?x) [^\W\d_]+  # a word", 0),
    (r"(?<![\u2190-\u21ff])\u00a3(\d+)(?:\.(\d\d))?|(?i:nil)", 0),
    (r"(a|b)*+c{2,}?(?(1)d|e)", re.ASCII),
    (rb"[\x00-\x1f]+", 0),
]
text = "Due 12 MAY 2021, paid \u00a35.20, Nil; 3 june. abccd"
for pattern, flags in asked:
    made = re.compile(pattern, flags)
    said = text.encode() if isinstance(pattern, bytes) else text
    print(ascii((made.pattern, made.flags, made.groups, dict(made.groupindex))))
    print(ascii([match.groups() + match.span() for match in made.finditer(said)]))
keep_compiled()
re.compile("(?:later|than that)")
print(len(compiled))
"""


Run = Callable[..., list[str]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    def run(how: str = "") -> list[str]:
        command = [sys.executable, "-c", PROGRAM, str(tmp_path / "kept"), how]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        assert done.stderr == ""
        return done.stdout.splitlines()

    return run


ALL, BYTES_AND_LATER = "7", "2"


def the_file(tmp_path: Path) -> Path:
    (file,) = (tmp_path / "kept").rglob("*.compiled")
    return file


def test_the_second_start_finds_what_the_first_found_and_compiles_nothing(
    run: Run, tmp_path: Path
) -> None:
    *first, compiled = run()
    assert compiled == ALL
    *second, compiled = run()
    assert compiled == BYTES_AND_LATER
    assert second == first
    assert [path.name for path in the_file(tmp_path).parent.glob("kept*.*d")] == [
        the_file(tmp_path).name
    ]


def test_what_is_damaged_or_of_another_python_is_compiled_and_kept_anew(
    run: Run, tmp_path: Path
) -> None:
    *first, _ = run()
    whole = the_file(tmp_path).read_bytes()
    version = sys.version.encode()
    assert version in whole
    for content in (
        b"",
        whole[: len(whole) // 2],
        b"?" * 100,
        whole.replace(version, version[::-1]),
    ):
        the_file(tmp_path).write_bytes(content)
        assert run() == [*first, ALL]
        assert run() == [*first, BYTES_AND_LATER]


def test_nothing_is_kept_where_python_keeps_no_bytecode(run: Run, tmp_path: Path) -> None:
    assert run("-B")[-1] == ALL
    assert not list((tmp_path / "kept").rglob("*.compiled"))


def test_where_nothing_can_be_kept_patterns_are_compiled(run: Run, tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("a file", encoding="utf-8")
    assert run()[-1] == ALL
    assert run()[-1] == ALL


def test_a_reader_compiles_nothing_the_second_time_and_has_the_same_bytecode(
    tmp_path: Path,
) -> None:
    program = """
import re, sys
sys.pycache_prefix = sys.argv[1]
compiler = __import__("re._compiler")._compiler
compiles = compiler.compile
import crossfoot.quiet
sys.pycache_prefix, sys.dont_write_bytecode = None, False
made, makes, compiled, code = [], compiler.compile, [], compiler._code
compiler.compile = lambda *given: (made.append(makes(*given)), made[-1])[1]
compiler._code = lambda *given: (compiled.append(given), code(*given))[1]
import crossfoot.reader, crossfoot.ready
print(len(made) > 300, len(compiled) > 300)
print(all(pattern == compiles(pattern.pattern, pattern.flags) for pattern in made))
"""
    for compiles in ("True", "False"):
        done = subprocess.run(
            [sys.executable, "-c", program, str(tmp_path)],
            capture_output=True,
            text=True,
            check=True,
            env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"},
        )
        # Two patterns are equal where their bytecode is.
        assert done.stdout.split() == ["True", compiles, "True"]
