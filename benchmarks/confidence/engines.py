"""The producers of the fourth set: iText 5, pdfmake, a word processor's distilled print, Typst.

Each wraps cells and breaks pages by itself; no other set uses one of them. What is not a Debian
package is named with where it comes from.
"""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from benchmarks.confidence.model import Drawn

ENGINES = ("itext", "pdfmake", "distilled", "typst")  # of the fourth set
_HERE = Path(__file__).parent / "fourth"
_ITEXT = Path("/usr/share/java/itext5.jar")  # where Debian's package puts it
_SECONDS = 300
#: The machine of Java starts for eight papers: what takes long to compile is not worth it.
_JAVA = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Djava.awt.headless=true")
_DISTIL = ("gs", "-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-sDEVICE=pdfwrite")

Papers = Sequence[tuple[Drawn, Path]]


def lacking(engine: str) -> list[str]:
    """Return the packages that this engine needs and this machine does not have."""
    absent = []
    if engine == "itext":
        absent += ["libitext5-java"] if not _ITEXT.exists() else []
        absent += ["default-jdk-headless"] if shutil.which("javac") is None else []
    elif engine == "pdfmake":
        if shutil.which("node") is None:
            absent.append("nodejs")
        elif not _has_pdfmake():
            absent.append("pdfmake (of npm: npm install --global pdfmake)")
    elif engine == "distilled":
        office = shutil.which("soffice")
        if office is None or not (Path(office).resolve().parent / "libswlo.so").exists():
            absent.append("libreoffice-writer")
        absent += ["ghostscript"] if shutil.which("gs") is None else []
    elif importlib.util.find_spec("typst") is None:
        absent.append("typst (of PyPI)")
    if engine in {"itext", "pdfmake"} and shutil.which("fc-match") is None:
        absent.append("fontconfig")
    return absent


def print_by(engine: str, papers: Papers) -> None:
    """Print each paper to its PDF, all of them in one start where that takes long.

    Raises CalledProcessError where the producer fails, ValueError where a paper is not drawn in
    the language it needs.
    """
    _PRINT[engine](papers)


def _by_itext(papers: Papers) -> None:
    listed = []
    for drawn, pdf in papers:
        source = pdf.with_suffix(".lines")
        source.write_text(_needed(drawn.lines, "lines"), encoding="utf-8")
        name = _needed(drawn.lines, "lines").split("\t")[4]
        listed.append("\t".join(map(str, (source, pdf, *font_files(name)))))
    todo = papers[0][1].parent / "papers.txt"
    todo.write_text("\n".join(listed), encoding="utf-8")
    _run(["java", *_JAVA, "-cp", str(_ITEXT), str(_HERE / "Paper.java"), str(todo)])


def _by_pdfmake(papers: Papers) -> None:
    listed = []
    for drawn, pdf in papers:
        source = pdf.with_suffix(".json")
        source.write_text(_needed(drawn.pdfmake, "description for pdfmake"), encoding="utf-8")
        name = json.loads(source.read_text(encoding="utf-8"))["defaultStyle"]["font"]
        normal, bold = font_files(name)
        fonts = {name: {"normal": normal, "bold": bold}}
        listed.append({"description": str(source), "pdf": str(pdf), "fonts": fonts})
    todo = papers[0][1].parent / "papers.json"
    todo.write_text(json.dumps(listed), encoding="utf-8")
    _run(["node", str(_HERE / "paper.cjs"), str(todo)], NODE_PATH=global_modules())


def _by_distiller(papers: Papers) -> None:
    folder = papers[0][1].parent
    printed = folder / "printed"
    sources = []
    for drawn, pdf in papers:
        sources.append(pdf.with_suffix(".rtf"))
        sources[-1].write_text(_needed(drawn.rtf, "rich text"), encoding="ascii")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = ["--headless", "--convert-to", "pdf", "--outdir", str(printed)]
    _run(["soffice", profile, *convert, *map(str, sources)])
    for _, pdf in papers:
        _run([*_DISTIL, "-dCompatibilityLevel=1.4", f"-sOutputFile={pdf}", str(printed / pdf.name)])


def _by_typst(papers: Papers) -> None:
    import typst  # noqa: PLC0415  a set drawn by others does not need it

    for drawn, pdf in papers:
        source = pdf.with_suffix(".typ")
        source.write_text(_needed(drawn.typst, "markup of Typst"), encoding="utf-8")
        typst.compile(str(source), output=str(pdf))


_PRINT: dict[str, Callable[[Papers], None]] = {
    "itext": _by_itext,
    "pdfmake": _by_pdfmake,
    "distilled": _by_distiller,
    "typst": _by_typst,
}


def _needed(text: str | None, language: str) -> str:
    if text is None:
        raise ValueError(f"no {language} of this paper")
    return text


@cache
def font_files(family: str) -> tuple[str, str]:
    """The files of a family's upright letters, normal and bold."""
    regular, bold = (
        subprocess.run(
            ["fc-match", "-f", "%{file}", f"{family}:{weight}"],
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for weight in ("regular", "bold")
    )
    return regular, bold


@cache
def global_modules() -> str:
    """The folder of the modules that are installed for every user of this machine."""
    if shutil.which("npm") is None:
        return "/usr/lib/node_modules"
    told = subprocess.run(["npm", "root", "--global"], check=True, capture_output=True, text=True)
    return told.stdout.strip()


@cache
def _has_pdfmake() -> bool:
    asked = subprocess.run(
        ["node", "-e", "require.resolve('pdfmake')"],
        check=False,
        capture_output=True,
        env={**os.environ, "NODE_PATH": global_modules()},
    )
    return asked.returncode == 0


def _run(command: list[str], **environment: str) -> None:
    subprocess.run(
        command,
        check=True,
        capture_output=True,
        timeout=_SECONDS,
        env={**os.environ, **environment},
    )
