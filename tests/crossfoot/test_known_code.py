"""What an earlier start compiled of classes that write themselves makes the same classes."""

import subprocess
import sys
from pathlib import Path

# Says what classes do, last how many texts were compiled for them.
PROGRAM = """
import sys
sys.pycache_prefix, sys.dont_write_bytecode = sys.argv[1], False
from crossfoot import known_code
from crossfoot.kept import keep_compiled
compiled = []
known_code.compile = lambda *given, **named: (compiled.append(given), compile(*given, **named))[1]
known_code.know_code()
from collections import namedtuple
from dataclasses import FrozenInstanceError, dataclass, field
from typing import NamedTuple

@dataclass(frozen=True, order=True)
class Page:
    number: int
    notes: list = field(default_factory=list, compare=False)

@dataclass(frozen=True, order=True)
class Sheet:
    number: int
    notes: list = field(default_factory=list, compare=False)

class Box(NamedTuple):
    x0: float
    x1: float = 1.5

Row = namedtuple("Row", "first second", defaults=["none"])

print(Page(2) < Page(3, ["seen"]), Page(2) == Sheet(2), repr(Page(1)), hash(Page(4)) == hash((4,)))
print(Page(1).notes is Page(1).notes, Page.__init__.__code__ is Sheet.__init__.__code__)
try:
    Sheet(1).number = 2
except FrozenInstanceError as error:
    print(error)
print(Box(0.5), Box(x0=1, x1=2)._replace(x0=3), Row("one"), Row._make("ab"))
try:
    Row()
except TypeError as error:
    print(error)
keep_compiled()
print(len(compiled))
"""


def run(folder: Path) -> list[str]:
    command = [sys.executable, "-c", PROGRAM, str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    return done.stdout.splitlines()


def test_the_second_start_makes_the_same_classes_and_compiles_nothing_for_them(
    tmp_path: Path,
) -> None:
    *first, compiled = run(tmp_path)
    assert int(compiled) >= 4
    *second, compiled = run(tmp_path)
    assert compiled == "0"
    assert second == first
    assert first[0] == "True False Page(number=1, notes=[]) True"


def test_each_class_has_bytecode_of_its_own(tmp_path: Path) -> None:
    for _ in range(2):
        assert run(tmp_path)[1] == "False False"
