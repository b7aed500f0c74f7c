"""Whatever lies in the folder, and whatever the disk does: a clear message, and the old site stays."""

import errno
import os
import shutil
from collections.abc import Callable
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from tests.tools.builds import TODAY, bytes_of, command_here
from tests.tools.paths import TINY

LAUGHS = "a0: &a0 [ha, ha]\n" + "".join(f"a{n}: &a{n} [{f'*a{n - 1}, ' * 9}]\n" for n in range(1, 12))
DEEP = "x: " + "[" * 100_000
RUNS = "!!python/object/apply:os.mkdir [GELOPEN]"
CYCLE = "offers: &a\n  - *a\n"


@pytest.fixture
def wijk(tmp_path: Path) -> Path:
    root = tmp_path / "wijk"
    shutil.copytree(TINY, root)
    (root / "content").mkdir()
    (root / "content" / "welkom.md").write_text("Welkom.\n", encoding="utf-8")
    (tmp_path / "geheim.md").write_text("Geheim\n", encoding="utf-8")
    return root


def write(name: str, text: str) -> Callable[[Path], object]:
    return lambda root: (root / name).write_text(text, encoding="utf-8")


def large(root: Path, name: str = "offers.yaml") -> None:
    with (root / name).open("wb") as file:
        file.truncate(100_000_000)


def long_name(root: Path) -> None:
    offers = root / "offers.yaml"
    offers.write_text(offers.read_text(encoding="utf-8").replace("Soep\n", "W" * 1_000_000 + "\n"))


def instead(name: str) -> Callable[[Path], object]:
    """A folder in the place of a file."""

    def replace(root: Path) -> None:
        (root / name).unlink(missing_ok=True)
        (root / name).mkdir()

    return replace


CASES: dict[str, tuple[Callable[[Path], object], str]] = {
    "a link out of the folder": (
        lambda r: (r / "content/x.md").symlink_to(r.parent / "geheim.md"),
        "koppeling",
    ),
    "a picture that is a link": (lambda r: (r / "content/x.png").symlink_to("/etc/passwd"), "koppeling"),
    "a link to a folder": (lambda r: (r / "content/x").symlink_to(r / "content"), "koppeling"),
    "a link to itself": (lambda r: (r / "content/x.md").symlink_to(r / "content/x.md"), "koppeling"),
    "a pipe": (lambda r: os.mkfifo(r / "content/x.md"), "geen gewoon bestand"),
    "a pipe for the flyers": (lambda r: _fifo(r / "print/flyers/flyers.yaml"), "geen gewoon bestand"),
    "a folder for a page": (instead("content/x.md"), "een map"),
    "100 MB": (large, "veel te groot"),
    "a picture of 100 MB": (lambda r: large(r, "content/x.png"), "veel te groot"),
    "a page of one's own": (write("content/folder.html", "<script>1</script>"), "folder.html"),
    "a script": (write("content/x.JS", "1"), "een browser voert uit"),
    "a drawing that runs": (write("content/logo.svg", "<svg><script>1</script></svg>"), "logo.svg"),
    "a name of a million letters": (long_name, "veel te lang"),
    "laughs": (write("offers.yaml", LAUGHS), "offers.yaml:"),
    "laughs in the settings": (write("mkdocs.yml", f"site_url: x\n{LAUGHS}site_name: *a11\n"), "mkdocs.yml"),
    "deep": (write("socialmap.yaml", DEEP), "socialmap.yaml:1"),
    "deep settings": (write("mkdocs.yml", DEEP), "mkdocs.yml"),
    "broken settings": (write("mkdocs.yml", 'site_name: "Wijk\n'), "mkdocs.yml:"),
    "a list for settings": (write("mkdocs.yml", "- a\n"), "mkdocs.yml"),
    "settings that MkDocs refuses": (write("mkdocs.yml", "site_name: x\nnav: 5\n"), "mkdocs.yml:2"),
    "settings that MkDocs does not get through": (
        write("mkdocs.yml", "copyright: !relative $x\n"),
        "mkdocs.yml",
    ),
    "settings that run": (write("mkdocs.yml", f"site_name: x\nextra: {RUNS}\n"), "mkdocs.yml:2:8"),
    "settings that run within others": (write("mkdocs.yml", f"extra: !ENV [A, {RUNS}]\n"), "mkdocs.yml:1"),
    "settings that run by another name": (
        write(
            "mkdocs.yml",
            f"%TAG !p! tag:yaml.org,2002:python/\n---\nextra: {RUNS.replace('!!python/', '!p!')}\n",
        ),
        "mkdocs.yml:3",
    ),
    "settings of another file": (write("mkdocs.yml", "INHERIT: andere.yml\n"), "mkdocs.yml:1"),
    "a page that is not there": (write("mkdocs.yml", "strict: true\nnav: [x.md]\n"), "mkdocs.yml"),
    "broken front matter": (write("content/welkom.md", "---\ntitle: [a\n---\n\nDag\n"), "content/welkom.md:"),
    "a circle": (write("offers.yaml", CYCLE), "offers.yaml:"),
}


def _fifo(path: Path) -> None:
    path.parent.mkdir(parents=True)
    os.mkfifo(path)


def assert_clean_end(code: int, said: str, words: str, out: Path) -> None:
    assert code == 1, said
    assert words in said
    assert "Traceback" not in said
    assert "Er is niets veranderd" in said
    assert bytes_of(out.parent) == {"site/print/flyermap.pdf": b"what was built before"}


@pytest.fixture
def out(tmp_path: Path) -> Path:
    out = tmp_path / "public" / "site"
    (out / "print").mkdir(parents=True)
    (out / "print" / "flyermap.pdf").write_bytes(b"what was built before")
    return out


def build(root: Path, out: Path) -> tuple[int, str]:
    return command_here("build", "--root", str(root), "--out", str(out), "--only", "site", "--today", TODAY)


@pytest.mark.parametrize("case", CASES)
def test_what_lies_in_the_folder(
    case: str, wijk: Path, out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    spoil, words = CASES[case]
    spoil(wijk)
    code, said = build(wijk, out)
    assert_clean_end(code, said, words, out)
    assert len(said) < 10_000
    assert not Path("GELOPEN").exists(), "the settings ran"


@pytest.mark.parametrize(
    "name", ["robots.txt", "data/guide.json", "print/flyermap.pdf", "print/flyers/soep.pdf"]
)
def test_a_file_with_the_name_of_one_of_ours(name: str, wijk: Path, tmp_path: Path) -> None:
    """Whichever is written last would win: with sheets, that would be chance."""
    (wijk / "content" / "welkom.md").unlink()
    place = wijk / "content" / name
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(b"mine")
    code, said = command_here("build", "--root", str(wijk), "--out", str(tmp_path / "site"), "--today", TODAY)
    assert (code, f"content/{name}:" in said) == (1, True), said
    assert "De website heeft zelf een bestand met deze naam." in said
    assert not (tmp_path / "site").exists()


def test_a_file_with_a_name_of_its_own(wijk: Path, out: Path) -> None:
    """Beside the sheets too. A page that somebody wrote goes before ours."""
    for name in ("affiche.pdf", "print/affiche.pdf", "aanbod.md"):
        (wijk / "content" / "print").mkdir(exist_ok=True)
        (wijk / "content" / name).write_bytes(b"mine")
    code, said = build(wijk, out)
    assert code == 0, said
    assert {(out / name).read_bytes() for name in ("affiche.pdf", "print/affiche.pdf")} == {b"mine"}
    assert b"mine" in (out / "aanbod" / "index.html").read_bytes()


@pytest.mark.parametrize("name", ["offers.yaml", "content", "content/welkom.md"])
def test_what_may_not_be_read(name: str, wijk: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Told by the system's answer: whoever runs the tests may be allowed everything."""
    closed, access = wijk / name, os.access
    monkeypatch.setattr(os, "access", lambda path, mode: path != closed and access(path, mode))
    code, said = build(wijk, out)
    assert_clean_end(code, said, "mag niet gelezen worden", out)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (errno.ENOSPC, "De schijf is vol."),
        (errno.EDQUOT, "De schijf is vol."),
        (errno.EROFS, "mag niet gelezen of geschreven worden"),
        (errno.EACCES, "mag niet gelezen of geschreven worden"),
        (errno.EIO, "De schijf kan"),
        (errno.EBUSY, "site kan niet vervangen worden"),
        (MemoryError(), "te weinig geheugen"),
        (BrokenProcessPool("ended abruptly"), "te weinig geheugen"),
    ],
)
def test_what_the_machine_refuses(
    error: int | Exception, words: str, wijk: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> int:
        raise OSError(error, os.strerror(error), str(out)) if isinstance(error, int) else error

    monkeypatch.setattr("generator.build.build_site", refuse)
    code, said = build(wijk, out)
    assert_clean_end(code, said, words, out)


def test_a_file_where_the_site_belongs(wijk: Path, tmp_path: Path) -> None:
    place = tmp_path / "site"
    place.write_bytes(b"mine")
    code, said = build(wijk, place)
    assert code == 1, said
    assert "site kan niet gebruikt worden" in said
    assert place.read_bytes() == b"mine"


def test_the_result_never_replaces_the_source(wijk: Path) -> None:
    before = bytes_of(wijk)
    for verb in ("build", "tree"):
        for place in (wijk, wijk.parent, wijk / "content"):
            code, said = command_here(verb, "--root", str(wijk), "--out", str(place), "--today", TODAY)
            assert (code, "daar staan je eigen bestanden" in said) == (2, True), said
    assert bytes_of(wijk) == before


def test_the_result_never_replaces_something_else(wijk: Path) -> None:
    (wijk / "nota's").mkdir()
    (wijk / "nota's" / "brief.txt").write_bytes(b"mine")
    code, said = build(wijk, wijk / "nota's")
    assert (code, "iets anders dan een vorig resultaat" in said) == (2, True), said
    assert bytes_of(wijk / "nota's") == {"brief.txt": b"mine"}
