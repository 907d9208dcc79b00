"""The packages stand at the root of the repository under other import names: that must not slip."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = ("extract", "normalise", "schema", "store")
_TABLE = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]


def _packages_on_disk() -> dict[str, str]:
    """Import name to folder, for every package of the distribution."""
    tops = {"crossfoot": ROOT / "crossfoot"} | {f"crossfoot.{room}": ROOT / room for room in ROOMS}
    found = {}
    for name, top in tops.items():
        for init in sorted(top.rglob("__init__.py")):
            folder = init.parent
            below = folder.relative_to(top).parts
            if name == "crossfoot" and below and below[0] in ROOMS:
                continue
            found[".".join((name, *below))] = folder.relative_to(ROOT).as_posix()
    return found


def test_every_package_is_listed_where_setuptools_looks() -> None:
    assert sorted(_TABLE["packages"]) == sorted(_packages_on_disk())


def test_every_package_outside_the_front_door_is_mapped_to_its_folder() -> None:
    outside = {
        name: folder
        for name, folder in _packages_on_disk().items()
        if not folder.startswith("crossfoot")
    }
    assert _TABLE["package-dir"] == outside


@pytest.mark.slow
def test_a_wheel_made_without_the_links_holds_every_module(tmp_path: Path) -> None:
    tree = tmp_path / "tree"
    tree.mkdir()
    for name in ("pyproject.toml", "README.md"):
        shutil.copy(ROOT / name, tree / name)
    skipped = shutil.ignore_patterns("__pycache__")
    for room in ROOMS:
        shutil.copytree(ROOT / room, tree / room, ignore=skipped)
    links = shutil.ignore_patterns("__pycache__", *ROOMS)
    shutil.copytree(ROOT / "crossfoot", tree / "crossfoot", ignore=links)
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    subprocess.run([*build, "--wheel-dir", str(tmp_path), str(tree)], check=True)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        inside = {name for name in archive.namelist() if name.startswith("crossfoot/")}
    for name, folder in _packages_on_disk().items():
        for module in (ROOT / folder).glob("*.py"):
            assert f"{name.replace('.', '/')}/{module.name}" in inside
    for data in (ROOT / "normalise" / "data").iterdir():
        assert f"crossfoot/normalise/data/{data.name}" in inside
