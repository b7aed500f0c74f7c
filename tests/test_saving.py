"""What is written among the files of people: all of it or nothing, and nobody's text is undone."""

import json
import os
import resource
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from generator.commands.fetch import fetch_guides
from generator.problems import SavedMeanwhileError
from generator.project import Project
from tests.sharing.region import published
from tests.tables.samples import workbook_of
from tests.tools.builds import TODAY, bytes_of, command_here

REMARK = "\n# Bel Zita terug.\n"
TWO_FILES = ("confirm", "koffie-met-koek", "afdeling-dromen", "--by", "Zita")


def run(root: Path, *arguments: str) -> tuple[int, str]:
    return command_here(*arguments, "--root", str(root), "--today", TODAY)


@contextmanager
def full_disk(room: int) -> Iterator[None]:
    """No file grows beyond so many bytes: what is written meets what it would on a disk with that room."""
    _soft, hard = before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def assert_refused(root: Path, room: int, *arguments: str) -> None:
    before = bytes_of(root)
    with full_disk(room):
        code, said = run(root, *arguments)
    assert code == 1, said
    assert "De schijf is vol." in said
    assert "Er is niets veranderd" in said
    assert bytes_of(root) == before


def test_a_full_disk_loses_no_translation(invented_copy: Path) -> None:
    assert_refused(invented_copy, 5_000, "translations")


def test_a_full_disk_leaves_no_half_edition(invented_copy: Path) -> None:
    assert run(invented_copy, "edition", "new")[0] == 0
    offers = invented_copy / "offers.yaml"
    offers.write_text(offers.read_text(encoding="utf-8").replace("from: 9u30\n", "from: 10u\n"), "utf-8")
    room = (invented_copy / "print" / "ledger.yaml").stat().st_size + 300
    assert_refused(invented_copy, room, "edition", "new")
    assert run(invented_copy, "edition", "new")[0] == 0


def test_a_full_disk_leaves_the_guide_that_was_fetched_before(tmp_path: Path) -> None:
    (tmp_path / "guide.json").write_text(json.dumps(published()), encoding="utf-8")
    wanted = {"content/included/ander.json": "guide.json"}
    assert fetch_guides(tmp_path, wanted, date(2026, 11, 1), "Test/1.0") == 0
    before = bytes_of(tmp_path)
    with full_disk(3_000), pytest.raises(OSError):
        fetch_guides(tmp_path, wanted, date(2026, 11, 2), "Test/1.0")
    assert bytes_of(tmp_path) == before
    assert fetch_guides(tmp_path, wanted, date(2026, 11, 2), "Test/1.0") == 0
    assert bytes_of(tmp_path) != before


def test_of_two_files_both_are_changed_or_none(invented_copy: Path) -> None:
    """There is room for the first, and not for the second."""
    sizes = {name: (invented_copy / name).stat().st_size for name in ("offers.yaml", "socialmap.yaml")}
    longer = max(sizes, key=lambda name: sizes[name])
    with (invented_copy / longer).open("a", encoding="utf-8") as file:
        file.write("# Zo maar.\n" * 100)
    assert_refused(invented_copy, (invented_copy / longer).stat().st_size, *TWO_FILES)
    before = bytes_of(invented_copy)
    assert run(invented_copy, *TWO_FILES)[0] == 0
    changed = {name for name, raw in bytes_of(invented_copy).items() if raw != before.get(name)}
    assert changed == set(sizes)


def test_it_is_on_the_disk_before_it_takes_the_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So that a power cut leaves no empty file."""
    (tmp_path / "a").write_bytes(b"old")
    synced: list[bytes] = []

    def sync(number: int) -> None:
        synced.append(os.pread(number, 100, 0))
        assert (tmp_path / "a").read_bytes() == b"old"

    monkeypatch.setattr(os, "fsync", sync)
    Project(tmp_path).save({"a": b"new", "b/c": b"too"})
    assert synced == [b"new", b"too"]
    assert bytes_of(tmp_path) == {"a": b"new", "b/c": b"too"}


def table(root: Path) -> tuple[str, ...]:
    path = root.parent / "x.xlsx"
    path.write_bytes(workbook_of(Aanbod=[["Id", "Naam"], ["vaste-data", "Wandelen, maar anders"]]))
    return ("import", "xlsx", str(path))


def review(root: Path) -> tuple[str, ...]:
    path = root.parent / "nakijken.yaml"
    path.write_text(
        "offers:\n  - {take: ja, id: thee, name: Thee, kind: activity, summary: Je drinkt thee.,"
        " functions: leren, themes: leren, when: {every: week, on: friday, from: 10:00},"
        " place: verzinselhuis, organiser: verzinselhuis-vzw, price: free}\n",
        encoding="utf-8",
    )
    return ("import", "review", str(path))


@pytest.mark.parametrize(
    ("arguments", "step", "file"),
    [
        (lambda root: TWO_FILES, "commands.upkeep.confirm_records", "socialmap.yaml"),
        (lambda root: ("format",), "commands.records.straighten", "offers.yaml"),
        (table, "commands.tables.merge", "offers.yaml"),
        (table, "commands.tables.read_project", "offers.yaml"),
        (review, "commands.incoming.read_project", "offers.yaml"),
        (lambda root: ("translations",), "translating.render_translations", "content/translations/fr.po"),
    ],
    ids=["confirm", "format", "import, comparing", "import, checking", "review", "translations"],
)
def test_what_somebody_saves_meanwhile_is_kept(
    arguments: Callable[[Path], tuple[str, ...]],
    step: str,
    file: str,
    invented_copy: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Saved at that step of the command."""
    offers = invented_copy / "offers.yaml"
    offers.write_text(offers.read_text(encoding="utf-8").replace("offers:\n", "offers:\n\n\n", 1), "utf-8")
    module, _, name = f"generator.{step}".rpartition(".")
    real = getattr(import_module(module), name)
    before = bytes_of(invented_copy)

    def while_somebody_saves(*given: Any) -> Any:
        (invented_copy / file).write_bytes(before[file] + REMARK.encode())
        return real(*given)

    typed = arguments(invented_copy)
    with monkeypatch.context() as busy:
        busy.setattr(f"{module}.{name}", while_somebody_saves)
        code, said = run(invented_copy, *typed)
    assert code == 1, said
    assert f"Iemand heeft {file} intussen opgeslagen." in said
    assert "Er is niets veranderd" in said
    assert bytes_of(invented_copy) == before | {file: before[file] + REMARK.encode()}
    code, said = run(invented_copy, *typed)
    assert code == 0, said
    assert bytes_of(invented_copy) != before | {file: before[file] + REMARK.encode()}
    if file.endswith(".yaml"):
        assert REMARK.strip() in (invented_copy / file).read_text(encoding="utf-8")


def test_a_file_that_somebody_makes_meanwhile_is_kept(tmp_path: Path) -> None:
    (tmp_path / "offers.yaml").write_bytes(b"theirs")
    with pytest.raises(SavedMeanwhileError):
        Project(tmp_path).rewrite({"offers.yaml": "ours"}, {})
    assert bytes_of(tmp_path) == {"offers.yaml": b"theirs"}


def test_a_link_stays_a_link(invented_copy: Path, tmp_path: Path) -> None:
    offers, elsewhere = invented_copy / "offers.yaml", tmp_path / "elsewhere" / "aanbod.yaml"
    elsewhere.parent.mkdir()
    offers.rename(elsewhere)
    offers.symlink_to(elsewhere)
    elsewhere.chmod(0o640)
    code, said = run(invented_copy, *TWO_FILES)
    assert code == 0, said
    assert offers.is_symlink()
    assert "by: Zita" in elsewhere.read_text(encoding="utf-8")
    assert elsewhere.stat().st_mode & 0o777 == 0o640
    assert list(elsewhere.parent.iterdir()) == [elsewhere]


def test_nothing_else_is_written_outside_the_folder(tmp_path: Path) -> None:
    root = tmp_path / "wijk"
    root.mkdir()
    (root / "link").symlink_to(tmp_path)
    for name in ("../beside", "link/beside"):
        with pytest.raises(ValueError):
            Project(root).save({"within": b"x", name: b"x"})
    assert bytes_of(tmp_path) == {}
