"""What `serve` shows is what a build makes, to the byte."""

from datetime import date

import pytest

from generator.project import Project, staff_words
from generator.serving.answers import Answers, script_line
from generator.serving.workshop import Workshop
from tests.tools.builds import TODAY, Built

_SIZES = ("werkers/", "flyers/", "nieuwsbrief/")
"""Pages that name the size of a sheet, which is only known when it is made."""
_WHOLE_BUILD_ONLY = ("pagefind/", "data/copy-", "sw.js", "404.html", "assets/share/")


@pytest.fixture(scope="module")
def workshop(built_invented: Built) -> Workshop:
    made = Workshop(Project(built_invented.root), lambda: date.fromisoformat(TODAY), lambda mistakes: None)
    made.renew()
    return made


def test_every_file_is_that_of_the_build(built_invented: Built, workshop: Workshop) -> None:
    answers, out = Answers(workshop, staff_words()), built_invented.out
    extra = script_line(workshop.version)
    different, seen = [], 0
    for path in sorted(out.rglob("*")):
        name = path.relative_to(out).as_posix()
        folder = name.removeprefix("fr/")
        large_sheet = name.startswith("print/") and name.count("/") == 1
        if path.is_dir() or name.startswith(_WHOLE_BUILD_ONLY) or folder.startswith(_SIZES) or large_sheet:
            continue
        seen += 1
        answer = answers.to("/Wijk/" + name.removesuffix("index.html"))
        if answer.body.replace(extra, b"") != path.read_bytes():
            different.append(name)
    assert different == []
    assert seen > 300


def test_it_knows_every_sheet(built_invented: Built, workshop: Workshop) -> None:
    names = {path.relative_to(built_invented.print).as_posix() for path in built_invented.sheets()}
    assert workshop.make("names", lambda stand: "\n".join(stand.sheet_names).encode()) is not None
    found = workshop.make("names", lambda stand: "\n".join(sorted(stand.sheet_names)).encode()) or b""
    assert set(found.decode().split("\n")) == names
