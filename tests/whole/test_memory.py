"""Memory is flat: a long paper of many reports takes little more than a short one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest

SAMPLES = Path(__file__).parent.parent.parent / "samples"

_READ = """
import pickle, resource, sys
from pathlib import Path
from crossfoot.start import start_quickly
start_quickly()
from crossfoot.extract.settings import ExtractSettings
from crossfoot.normalise.settings import NormaliseSettings
from crossfoot.schema.paper import Known
from crossfoot.sources import identify
from crossfoot.worker import Job, run_packed
source = identify(Path(sys.argv[1]))
settings = ExtractSettings(), NormaliseSettings()
job = Job(source.path, source.file_name, source.document_id, Known(), *settings, "off")
Path(sys.argv[2]).write_bytes(run_packed("crossfoot.reader:read_paper", job))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""

_STORE = """
import pickle, resource, sys
from pathlib import Path
from crossfoot.start import start_quickly
start_quickly()
from crossfoot.store.database import open_store
from crossfoot.store.load import load_paper, start_load
store = open_store(f"sqlite:///{sys.argv[1]}.db", create=True)
paper = pickle.loads(Path(sys.argv[2]).read_bytes())
assert load_paper(store, paper, start_load(store, "1")).rows["cells"] == len(paper.cells) > 0
store.close()
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def bound(pages: int, path: Path) -> None:
    """Write the sample papers one after the other, again and again."""
    target = pypdfium2.PdfDocument.new()
    sources = [pypdfium2.PdfDocument(file) for file in sorted(SAMPLES.glob("*/*.pdf"))]
    while len(target) < pages:
        for source in sources:
            room = pages - len(target)
            if room > 0:
                target.import_pages(source, list(range(min(room, len(source)))))
    target.save(path)


def peak_kib(script: str, pdf: Path) -> int:
    """Return the most memory that a process of its own takes for a script."""
    command = [sys.executable, "-c", script, str(pdf), str(pdf.with_suffix(".paper"))]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return int(done.stdout)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the peak is in other units")
def test_a_page_of_tables_takes_little_memory_until_its_paper_is_stored(tmp_path: Path) -> None:
    short, long = tmp_path / "short.pdf", tmp_path / "long.pdf"
    bound(100, short)
    bound(500, long)
    # KiB for each further page of 64 cells and 17 other rows. Both are 45; as tuples and models
    # they took 151 to read and 126 to store. What SQLite keeps of its file is part of the second,
    # 16 MiB at most.
    for script, most in ((_READ, 60), (_STORE, 60)):
        assert (peak_kib(script, long) - peak_kib(script, short)) / 400 < most
