"""The packages stand at the root of the repository under other import names: that must not slip."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from crossfoot import __version__

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


def _wheel(folder: Path, **environment: str) -> set[str]:
    """Build a wheel from a tree without the links of a working copy; return the files in it."""
    tree = folder / "tree"
    tree.mkdir()
    for name in ("pyproject.toml", "setup.py", "README.md"):
        shutil.copy(ROOT / name, tree / name)
    built = ("__pycache__", "*.so", "*.pyd")
    for room in ROOMS:
        shutil.copytree(ROOT / room, tree / room, ignore=shutil.ignore_patterns(*built))
    links = shutil.ignore_patterns(*built, *ROOMS)
    shutil.copytree(ROOT / "crossfoot", tree / "crossfoot", ignore=links)
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    subprocess.run(
        [*build, "--wheel-dir", str(folder), str(tree)], check=True, env=os.environ | environment
    )
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        return {name for name in archive.namelist() if name.startswith("crossfoot/")}


def _loops(inside: set[str]) -> list[str]:
    return sorted(name.split(".")[0] for name in inside if "/_inner." in name)


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("cc") is None, reason="there is no C compiler")
def test_a_wheel_holds_every_module_and_the_loops_in_c(tmp_path: Path) -> None:
    inside = _wheel(tmp_path)
    for name, folder in _packages_on_disk().items():
        for module in (ROOT / folder).glob("*.py"):
            assert f"{name.replace('.', '/')}/{module.name}" in inside
    for data in (ROOT / "normalise" / "data").iterdir():
        assert f"crossfoot/normalise/data/{data.name}" in inside
    assert _loops(inside) == ["crossfoot/extract/_inner", "crossfoot/schema/_inner"]


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="the compiler is not told by CC")
def test_a_wheel_is_built_without_a_compiler_too(tmp_path: Path) -> None:
    inside = _wheel(tmp_path, CC="/bin/false")
    assert "crossfoot/extract/compiled.py" in inside
    assert "crossfoot/schema/compiled.py" in inside
    assert not _loops(inside)


def test_what_pip_calls_the_version_is_what_every_document_is_stored_with(tmp_path: Path) -> None:
    shutil.copy(ROOT / "README.md", tmp_path)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for room in ("crossfoot", *ROOMS):
        shutil.copytree(ROOT / room, tmp_path / room, ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "named").mkdir()
    asked = "import setuptools.build_meta as b; b.prepare_metadata_for_build_wheel('named')"
    subprocess.run(
        [sys.executable, "-c", asked], cwd=tmp_path, check=True, capture_output=True, timeout=60
    )
    (named,) = (tmp_path / "named").glob("*.dist-info")
    assert named.name == f"crossfoot-{__version__}.dist-info"
