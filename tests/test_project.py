"""The door to files: what is kept from build to build."""

from pathlib import Path

import pytest

from generator import project


def test_what_was_made_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(project, "CACHE", tmp_path / "cache")
    assert project.kept("fonts/a", lambda: b"made") == b"made"
    assert project.kept("fonts/a", lambda: b"made again") == b"made"
    assert project.kept("fonts/b", lambda: b"another") == b"another"
    assert sorted(path.name for path in (tmp_path / "cache" / "fonts").iterdir()) == ["a", "b"]


def test_where_nothing_can_be_kept_all_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_bytes(b"no folder")
    monkeypatch.setattr(project, "CACHE", tmp_path / "file")
    for made in (b"one", b"two"):
        assert project.kept("fonts/a", lambda made=made: made) == made  # type: ignore[misc]
