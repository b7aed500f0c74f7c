"""The door to files: what is kept from build to build."""

import os
from pathlib import Path

import pytest

from generator.project import cache


def test_what_was_made_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "CACHE", tmp_path / "cache")
    assert cache.kept("fonts/a", lambda: b"made") == b"made"
    assert cache.kept("fonts/a", lambda: b"made again") == b"made"
    assert cache.kept("fonts/b", lambda: b"another") == b"another"
    assert sorted(path.name for path in (tmp_path / "cache" / "fonts").iterdir()) == ["a", "b"]


def test_where_nothing_can_be_kept_all_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_bytes(b"no folder")
    monkeypatch.setattr(cache, "CACHE", tmp_path / "file")
    for made in (b"one", b"two"):
        assert cache.kept("fonts/a", lambda made=made: made) == made  # type: ignore[misc]


def test_what_no_build_asks_for_is_forgotten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "CACHE", tmp_path)
    for name in ("sheets/asked", "sheets/unasked"):
        cache.kept(name, lambda: b"made")
        os.utime(tmp_path / name, (0, 0))
    cache.kept("sheets/asked", lambda: b"made again")
    cache.forget_unused()
    assert [path.name for path in (tmp_path / "sheets").iterdir()] == ["asked"]
