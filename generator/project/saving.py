"""What is written among the files of people: each is whole at any moment, and of several all are, or none."""

import os
import shutil
import tempfile
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path

from generator.problems import SavedMeanwhileError


def save_files(root: Path, files: Mapping[str, bytes], before: Mapping[str, bytes] | None = None) -> None:
    """Puts bytes in the place of files below a folder, or makes new ones; where a link leads, if it is one.

    Nothing is written if a file is no longer what it was `before` (not named: not there, or empty), where
    that is told: SavedMeanwhileError. Nor where not all can be written: OSError.
    """
    with ExitStack() as unfinished:
        made: list[tuple[Path, Path]] = []
        for name, data in files.items():
            path = (root / name).resolve()
            path.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}-", delete=False) as file:
                beside = Path(file.name)
                unfinished.callback(beside.unlink, missing_ok=True)
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            if path.exists():
                shutil.copymode(path, beside)
            else:
                # A file of one's own is read by others too.
                beside.chmod(0o644)
            made.append((beside, path))
        if before is not None:
            for name, (_beside, path) in zip(files, made, strict=True):
                if (path.read_bytes() if path.exists() else b"") != before.get(name, b""):
                    raise SavedMeanwhileError(name)
        for beside, path in made:
            beside.replace(path)
