"""The least that somebody can do who wants our pages: one template, with all that it says made beforehand.

`python -m tests.bench.bare prepare BUILT FOLDER` cuts the pages of a site around their main part;
`python -m tests.bench.bare build FOLDER OUT` writes the same bytes again: Jinja joins head, body and foot
of each page, all other files are copied.
"""

import json
import shutil
import sys
from pathlib import Path

_TEMPLATE = "{{ head }}<main{{ body }}</main>{{ foot }}"
_PAGES, _FILES = "pages.jsonl", "files"


def prepare(built: Path, folder: Path) -> None:
    folder.mkdir(parents=True)
    with (folder / _PAGES).open("w", encoding="utf-8") as pages:
        for path in sorted(built.rglob("*")):
            name = path.relative_to(built).as_posix()
            if path.is_dir() or name.startswith("pagefind/"):
                continue
            # Only the last `</main>` ends a page: texts could quote one.
            head, start, rest = (
                path.read_bytes().partition(b"<main") if path.suffix == ".html" else (b"", b"", b"")
            )
            body, end, foot = rest.rpartition(b"</main>")
            if start and end:
                page = {"path": name, "head": head.decode(), "body": body.decode(), "foot": foot.decode()}
                pages.write(json.dumps(page) + "\n")
            else:
                target = folder / _FILES / name
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, target)


def build(folder: Path, out: Path) -> None:
    from jinja2 import Environment

    template = Environment(autoescape=False).from_string(_TEMPLATE)
    shutil.copytree(folder / _FILES, out)
    with (folder / _PAGES).open(encoding="utf-8") as pages:
        for line in pages:
            page = json.loads(line)
            path = out / page["path"]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(template.render(page).encode())


def differences(built: Path, out: Path) -> list[str]:
    """Files that are not the same in both, the index of the search left out."""

    def files(folder: Path) -> dict[str, Path]:
        found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
        return {name: path for name, path in found.items() if not name.startswith("pagefind/")}

    ours, theirs = files(built), files(out)
    same = (
        name for name in ours.keys() & theirs.keys() if ours[name].read_bytes() == theirs[name].read_bytes()
    )
    return sorted((ours.keys() | theirs.keys()) - set(same))


if __name__ == "__main__":
    {"prepare": prepare, "build": build}[sys.argv[1]](Path(sys.argv[2]), Path(sys.argv[3]))
