"""A build is repeatable, all or nothing, and says what is wrong."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tools.builds import TODAY, Built, build, bytes_of, command, command_here
from tests.tools.paths import BROKEN, INVENTED, ROOT, TINY
from tests.tools.soak import soaked


def broken(case: Path, folder: Path) -> Path:
    """The tiny neighbourhood with the files of a case laid over it."""
    root = folder / case.name
    shutil.copytree(TINY, root)
    shutil.copytree(case, root, dirs_exist_ok=True)
    return root


ANOTHER_MACHINE = {
    "HOME": "/nonexistent",
    "USER": "zita",
    "TZ": "Pacific/Kiritimati",
    "LC_ALL": "C",
    "LANG": "tr_TR.UTF-8",
    "LANGUAGE": "ar",
    "COLUMNS": "40",
    "PYTHONHASHSEED": "1234",
    "UMASK": "077",
}


def copied_backwards(root: Path, copy: Path) -> Path:
    """The files of a neighbourhood, made in the opposite order, all very old, for their owner only."""
    files = [root / name for name in ("offers.yaml", "socialmap.yaml", "mkdocs.yml")]
    files += [path for name in ("content", "print/flyers") for path in (root / name).rglob("*")]
    for path in sorted((path for path in files if path.is_file()), reverse=True):
        place = copy / path.relative_to(root)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(path.read_bytes())
        place.chmod(0o600)
        os.utime(place, (1, 1))
    ledger = root / "print" / "ledger.yaml"
    if ledger.exists():
        shutil.copy(ledger, copy / "print")
    return copy


@pytest.mark.parametrize("name", ["tiny", *soaked("invented", "real")])
def test_the_same_input_gives_the_same_bytes(
    name: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """PDFs included: by another user with other settings, in another folder, with nothing kept."""
    before: Built = request.getfixturevalue(f"built_{name}")
    copy = copied_backwards(before.root, tmp_path / "elders, bij Zoë")
    again = build(copy, tmp_path / "again", cache=tmp_path / "cache", whole=True, **ANOTHER_MACHINE)
    assert again.code == 0, again.said
    first, second = bytes_of(before.out), bytes_of(again.out)
    assert sorted(first) == sorted(second)
    assert [name for name in first if first[name] != second[name]] == []


def test_the_smallest_neighbourhood_builds(built_tiny: Built) -> None:
    """Without texts, without map data, with one record of each kind."""
    assert "" in built_tiny.addresses()
    assert (built_tiny.print / "flyers" / "soep.pdf").exists()


@pytest.mark.parametrize("case", sorted(BROKEN.iterdir()), ids=lambda case: case.name)
def test_a_mistake_is_named_and_the_previous_output_stays(case: Path, tmp_path: Path) -> None:
    """Exit code 1, the line and what is wrong with it, no traceback, and nothing touched."""
    out = tmp_path / "out"
    out.mkdir()
    (out / "index.html").write_text("what was built before")
    root = broken(case, tmp_path)

    code, said = command_here("build", "--root", str(root), "--out", str(out), "--today", TODAY)

    assert code == 1, said
    assert bytes_of(out) == {"index.html": b"what was built before"}
    blocks = said.split("\n\n")
    for expected in (case / "expected.txt").read_text(encoding="utf-8").splitlines():
        where, _, fragments = expected.partition(" ")
        place = where if where.endswith(":") else f"{where}:"
        named = [block for block in blocks if place in block]
        assert named, f"{where} is not named in:\n{said}"
        for fragment in filter(None, (part.strip() for part in fragments.split("|"))):
            assert any(fragment in block for block in named), f"no {fragment!r} at {where}:\n{said}"


@pytest.mark.parametrize("case", sorted(BROKEN.iterdir())[::5], ids=lambda case: case.name)
def test_check_finds_the_same_mistakes_as_build(case: Path, tmp_path: Path) -> None:
    """A sample: both read the files with the same code."""
    root = broken(case, tmp_path)
    code, said = command_here("check", "--root", str(root), "--today", TODAY)
    assert code == 1, said
    for expected in (case / "expected.txt").read_text(encoding="utf-8").splitlines():
        assert expected.split(" ")[0] in said


@pytest.mark.parametrize("root", [ROOT, INVENTED, TINY], ids=lambda root: root.name)
def test_check_accepts_the_good_ones(root: Path) -> None:
    code, said = command_here("check", "--root", str(root), "--today", TODAY)
    assert code == 0, said


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("bouw",),
        ("build", "--onbekend"),
        ("build", "--today", "gisteren"),
        ("build", "--only", "print"),
        ("check", "--root", "/bestaat/niet"),
    ],
    ids=" ".join,
)
def test_wrong_use_gives_exit_code_2(
    arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    code, said = command_here(*arguments)
    assert code == 2, said


@pytest.mark.parametrize(("case", "code"), [("tab", 1), ("bestaat-niet", 2)])
def test_a_process_ends_with_the_exit_code(case: str, code: int, tmp_path: Path) -> None:
    """And no mistake of a person gives a traceback."""
    if code == 1:
        broken(BROKEN / case, tmp_path)
    ended, said = command("build", "--root", case, "--out", "out", cwd=tmp_path)
    assert ended == code, said
    assert "Traceback" not in said
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(("part", "other"), [("print", "index.html"), ("site", "print/flyermap.pdf")])
def test_only_makes_one_part_and_leaves_nothing_beside_it(part: str, other: str, tmp_path: Path) -> None:
    """No half-made folder stays behind, and the source is as it was."""
    before = bytes_of(TINY)
    result = build(TINY, tmp_path / "out", "--only", part)
    assert result.code == 0, result.said
    assert bytes_of(result.out)
    assert not (result.out / other).exists()
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    assert bytes_of(TINY) == before


def test_a_build_says_what_it_made(built: Built) -> None:
    """Records, pages, sheets and where to look, in numbers that are right."""
    assert str(len(built.sheets())) in built.said
    assert "index.html" in built.said


def test_whoever_reads_along_may_stop_reading() -> None:
    """`python -m generator stale | head -1` ends without a traceback."""
    line = f'"{sys.executable}" -m generator stale --root "{INVENTED}" --today 2030-01-01 | sleep 0'
    outcome = subprocess.run(["sh", "-c", line], cwd=ROOT, capture_output=True, text=True, check=False)
    assert outcome.stderr == ""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere no process is copied")
def test_no_thread_is_started_before_the_last_copy_is_made(tmp_path: Path) -> None:
    """With nothing kept: Typst, which has threads, draws icons and the pictures of shared pages too."""
    folders = ("--root", str(TINY), "--out", str(tmp_path / "site"), "--today", TODAY)
    cache = str(tmp_path / "cache")
    code, said = command("build", *folders, module="tests.tools.copied", STEKWIJZER_CACHE=cache)
    assert code == 0, said
    # The sheets, pages, the index of the search; the few pages that it does not find are one run.
    assert said.count("copied: yes") >= 3, said
    assert "copied: no" not in said
