"""What several processes compiled is kept in one file, and nothing of it is lost."""

import subprocess
import sys
from pathlib import Path

# Compiles a pattern; where more words follow, another does so meanwhile, from its start to its end.
PROGRAM = """
import re, subprocess, sys
sys.pycache_prefix, *others = sys.argv[1:]
sys.dont_write_bytecode = False
from crossfoot.kept import keep_compiled
from crossfoot.known_patterns import know_patterns
know_patterns()
compiler, compiled = sys.modules["re._compiler"], []
code = compiler._code
compiler._code = lambda *given: (compiled.append(given), code(*given))[1]
re.compile(f"only {len(others)} (others)+")
if others:
    subprocess.run([sys.executable, "-c", sys.orig_argv[2], sys.argv[1]], check=True)
keep_compiled()
print(len(compiled), flush=True)
"""


def test_what_another_process_kept_meanwhile_stays_kept(tmp_path: Path) -> None:
    run = [sys.executable, "-c", PROGRAM, str(tmp_path / "kept"), "another"]
    for compiled in (["1", "1"], ["0", "0"]):
        done = subprocess.run(run, capture_output=True, text=True, check=True)
        assert done.stdout.split() == compiled
