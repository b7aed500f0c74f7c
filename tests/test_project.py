"""The door to files: what is kept from build to build, and how a folder takes the place of another."""

import errno
import fcntl
import os
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path
from threading import Timer
from types import SimpleNamespace

import pytest

from generator.project import (
    AlreadyBuildingError,
    UnfitFolderError,
    cache,
    publishing,
    replacing,
    write_files,
)
from tests.tools.builds import bytes_of
from tests.tools.paths import ROOT


def test_what_was_made_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "CACHE", tmp_path / "cache")
    assert cache.kept("fonts/a", lambda: b"made") == b"made"
    assert cache.kept("fonts/a", lambda: b"made again") == b"made"
    assert cache.kept("fonts/b", lambda: b"another") == b"another"
    assert sorted(path.name for path in (tmp_path / "cache" / "fonts").iterdir()) == [
        "a.kept",
        "b.kept",
    ]


def test_where_nothing_can_be_kept_all_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_bytes(b"no folder")
    monkeypatch.setattr(cache, "CACHE", tmp_path / "file")
    for made in (b"one", b"two"):
        assert cache.kept("fonts/a", lambda made=made: made) == made  # type: ignore[misc]


def test_what_no_build_asks_for_is_forgotten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "CACHE", tmp_path)
    for name in ("sheets/asked", "sheets/unasked"):
        cache.kept(name, lambda: b"made")
        os.utime(tmp_path / f"{name}.kept", (0, 0))
    cache.kept("sheets/asked", lambda: b"made again")
    cache.forget_unused()
    assert [path.name for path in (tmp_path / "sheets").iterdir()] == ["asked.kept"]
    # To look over thousands of files takes time, so it waits a day.
    os.utime(tmp_path / "sheets" / "asked.kept", (0, 0))
    cache.forget_unused()
    assert list((tmp_path / "sheets").iterdir())
    (looked,) = (path for path in tmp_path.iterdir() if path.is_file())
    os.utime(looked, (0, time.time() - 25 * 60 * 60))
    cache.forget_unused()
    assert not list((tmp_path / "sheets").iterdir())


def test_what_somebody_else_keeps_there_is_not_forgotten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache, "CACHE", tmp_path)
    mine, ours = ("thesis.doc", "skept", "a.kept.doc"), ("sheets/a.kept", "sheets/b.kept.12-34")
    write_files(tmp_path, dict.fromkeys((*mine, *ours), b"old"))
    for name in (*mine, *ours):
        os.utime(tmp_path / name, (0, 0))
    cache.forget_unused()
    assert bytes_of(tmp_path) == {"looked.kept": b""} | dict.fromkeys(mine, b"old")


@pytest.mark.parametrize(
    "spoil",
    [
        lambda whole, other: whole[:-1],
        lambda whole, other: b"",
        lambda whole, other: whole[:40] + b"x" + whole[41:],
        lambda whole, other: other,
        lambda whole, other: b"made",
    ],
    ids=["cut off", "empty", "another byte", "another thing", "no seal"],
)
def test_what_was_damaged_is_made_anew(
    spoil: Callable[[bytes, bytes], bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache, "CACHE", tmp_path)
    one, other = tmp_path / "one.kept", tmp_path / "other.kept"
    cache.kept("one", lambda: b"what was made")
    cache.kept("other", lambda: b"something else")
    one.write_bytes(spoil(one.read_bytes(), other.read_bytes()))
    assert cache.kept("one", lambda: b"made anew") == b"made anew"
    assert cache.kept("one", lambda: b"made again") == b"made anew"


def test_a_failure_leaves_what_was_there(tmp_path: Path) -> None:
    out = tmp_path / "site"
    out.mkdir()
    (out / "print").write_text("old")

    def fail_halfway() -> None:
        with replacing(out, ROOT) as stage:
            (stage / "print").write_text("half")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_halfway()
    assert bytes_of(tmp_path) == {"site/print": b"old"}


@pytest.mark.parametrize("swaps", [True, False], ids=["in one step", "where the system cannot"])
def test_the_new_folder_takes_the_place_of_the_old(
    swaps: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Readable by all, whatever the mask of whoever builds; nothing is left beside it."""
    if not swaps:
        monkeypatch.setattr(publishing, "ctypes", SimpleNamespace(CDLL=lambda *_, **__: SimpleNamespace()))
    out = tmp_path / "site"
    mask = os.umask(0o077)
    try:
        for text in ("one", "two"):
            with replacing(out, ROOT) as stage:
                (stage / "print").write_text(text)
    finally:
        os.umask(mask)
    assert bytes_of(tmp_path) == {"site/print": b"two"}
    assert [path.stat().st_mode & 0o777 for path in (out, out / "print")] == [0o755, 0o644]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere it takes two renames")
def test_at_no_moment_there_is_no_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "site"
    with replacing(out, ROOT):
        pass

    def refuse(path: Path, _target: Path) -> None:
        pytest.fail(f"{path.name} was away for a moment")

    monkeypatch.setattr(Path, "rename", refuse)
    with replacing(out, ROOT) as stage:
        (stage / "print").write_text("new")
    assert bytes_of(tmp_path) == {"site/print": b"new"}


OF_A_SITE = ("sitemap.xml", "assets/icon.svg", "assets/site.css", "assets/site.js")
A_SITE = ("index.html", "wijn.pdf", *OF_A_SITE)


@pytest.mark.parametrize(
    "files",
    [(), ("print/flyermap.pdf",), A_SITE, ("mkdocs.yml", *(f"docs/{name}" for name in OF_A_SITE))],
    ids=["an empty folder", "sheets", "a site", "a tree"],
)
def test_an_earlier_result_gives_way(files: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    write_files(tmp_path / "site", dict.fromkeys(files, b"old"))
    with replacing(tmp_path / "site", ROOT) as stage:
        (stage / "page").write_text("new")
    assert bytes_of(tmp_path) == {"site/page": b"new"}


@pytest.mark.parametrize(
    ("place", "files"),
    [
        ("notes", ("brief.txt",)),
        ("notes", ("index.html", "assets/site.css")),
        ("notes", ("mkdocs.yml", "docs/index.md", "overrides/main.html")),
        ("notes", (*A_SITE, ".git/config")),
        ("notes", ("print/flyermap.pdf", "brief.txt")),
        (".", A_SITE),
        ("wijk", ()),
        ("wijk/content", ()),
        ("wijk/content/new", ()),
        ("wijk/print", ()),
        ("wijk/.git", ()),
        ("wijk/.cache/site", ()),
    ],
)
def test_nothing_but_an_earlier_result_gives_way(place: str, files: tuple[str, ...], tmp_path: Path) -> None:
    """Nor does a result come among the sources, where the next build would find it."""
    (tmp_path / "wijk").mkdir()
    write_files(tmp_path / place, dict.fromkeys(files, b"mine"))
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(UnfitFolderError), replacing(tmp_path / place, tmp_path / "wijk"):
        pytest.fail("built where something else would be lost")
    assert sorted(tmp_path.rglob("*")) == before


def test_a_volume_of_its_own_is_told_before_anything_is_made(tmp_path: Path) -> None:
    """A folder where a disk, or one of a container, begins cannot be exchanged for another."""
    with pytest.raises(OSError, match="busy") as told, replacing(Path("/proc"), tmp_path):
        pytest.fail("built what cannot come in its place")
    assert (told.value.errno, told.value.filename) == (errno.EBUSY, "/proc")


def test_a_build_waits_for_what_a_killed_one_left(tmp_path: Path) -> None:
    """A copy of that one holds the lock a moment longer."""
    lock = tmp_path / ".site.lock"
    with lock.open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        dying = Timer(0.3, held.close)
        dying.start()
        with replacing(tmp_path / "site", ROOT) as stage:
            (stage / "index.html").write_text("new", encoding="utf-8")
        dying.join()
    assert (tmp_path / "site" / "index.html").read_text(encoding="utf-8") == "new"


def test_one_build_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second is refused, and neither takes the lock of the other away; another folder is free."""
    monkeypatch.setattr(publishing, "_LINGERING", 0.1)
    with replacing(tmp_path / "site", ROOT) as stage:
        for _ in range(2):
            with pytest.raises(AlreadyBuildingError), replacing(tmp_path / "site", ROOT):
                pytest.fail("both build")
        with replacing(tmp_path / "site.new-other", ROOT):
            pass
        (stage / "print").write_text("one")
    assert bytes_of(tmp_path) == {"site/print": b"one"}
    with replacing(tmp_path / "site", ROOT):
        pass


def test_what_a_stopped_build_left_is_tidied(tmp_path: Path) -> None:
    """Also where it was stopped between two renames; what belongs to another folder stays."""
    for name in (".site.new-abc", ".site.old", ".site-x.new-abc"):
        (tmp_path / name).mkdir()
    (tmp_path / ".site.old" / "print").write_text("old")
    (tmp_path / ".site.lock").touch()
    with pytest.raises(ZeroDivisionError), replacing(tmp_path / "site", ROOT):
        raise ZeroDivisionError
    assert sorted(path.name for path in tmp_path.iterdir()) == [".site-x.new-abc", "site"]
    assert (tmp_path / "site" / "print").read_text() == "old"


def test_the_lock_is_no_way_out_of_the_folder(tmp_path: Path) -> None:
    """Whoever may write beside the site could let its lock lead anywhere."""
    elsewhere = tmp_path / "elsewhere"
    (tmp_path / ".site.lock").symlink_to(elsewhere)
    with pytest.raises(OSError), replacing(tmp_path / "site", ROOT):
        pytest.fail("built with the lock of another folder")
    assert not elsewhere.exists()


@pytest.mark.parametrize("name", ["../beside", "a/../../beside", "/tmp/buiten-de-map"])
def test_nothing_is_written_outside_the_folder(name: str, tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    with pytest.raises(ValueError):
        write_files(tmp_path / "site", {"page": b"x", name: b"x"})
    assert bytes_of(tmp_path) == {"site/page": b"x"}


def test_a_full_disk_is_told_whoever_meets_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that writes for us only says that it failed."""
    for free, error in ((0, OSError), (10**9, RuntimeError)):
        monkeypatch.setattr(shutil, "disk_usage", lambda _, free=free: SimpleNamespace(free=free))
        with pytest.raises(error) as told, replacing(tmp_path / "site", ROOT):
            raise RuntimeError("pagefind: could not write")
        assert getattr(told.value, "errno", None) == (None if free else errno.ENOSPC)
