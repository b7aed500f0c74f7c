"""A build that is killed, or meets another build or an editor: what is published is one whole build."""

import fcntl
import os
import random
import re
import shutil
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from generator.build import TRIES
from generator.site import SiteInput, build_site
from tests.tools.builds import TODAY, Built, bytes_of, command_here
from tests.tools.forked import Build, Ended
from tests.tools.paths import ROOT, TINY

EDITS = (
    (r"name: (Soep|Brood.*)", "name: Brood {}"),
    (r"summary: Je eet.*", "summary: Je eet elke week {} borden."),
    (r"kind: activity\n(    price: .*\n)?", "kind: activity\n    price: {}\n"),
    (r"name: Samen\w*", "name: Samen{}"),
    (r"pictogram: account[a-z-]*", "pictogram: account-{}"),
    (r"phone: 050 00 00 \d+", "phone: 050 00 00 {}"),
    (r"site_url: .*", "site_url: https://p{}.example/"),
    (r"site_name: .*", "site_name: Wijk {}"),
    (r"number: \d+", "number: {}"),
    (r"2026-11-\d+", "2026-11-{}"),
)
"""What people change: what to look for in all files, what to put there, with a number of two digits."""
PICTOGRAMS = ("heart", "group", "child")


def edit(root: Path, chance: random.Random, edits: int = 1) -> None:
    """So many random changes in the files of the tiny neighbourhood."""
    for looked_for, written in chance.sample(EDITS, edits):
        value = chance.choice(PICTOGRAMS) if "pictogram" in written else str(chance.randrange(10, 23))
        for file in ("offers.yaml", "socialmap.yaml", "mkdocs.yml"):
            text = (root / file).read_text(encoding="utf-8")
            (root / file).write_text(re.sub(looked_for, written.format(value), text), encoding="utf-8")


@pytest.fixture
def edited(tmp_path: Path) -> Path:
    """The tiny neighbourhood, with all that can be edited changed since it was published."""
    root = tmp_path / "wijk"
    shutil.copytree(TINY, root)
    edit(root, random.Random(7), len(EDITS))
    return root


def damage(kept: Path, chance: random.Random) -> None:
    """Cuts off a tenth of what is kept, and changes a byte in another tenth."""
    for path in sorted(path for path in kept.rglob("*") if path.is_file()):
        whole = path.read_bytes()
        if not whole:
            continue  # It was cut off there the time before.
        at = chance.randrange(len(whole))
        match chance.randrange(10):
            case 0:
                path.write_bytes(whole[:at])
            case 1:
                path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])


# 3 moments in `make test`, 50 in `make soak`: those around the exchange of the folders always.
@pytest.mark.parametrize(
    "moments",
    [1, pytest.param(48, marks=[pytest.mark.soak, pytest.mark.timeout(3_600)])],  # 52 builds
)
def test_killed_at_any_moment(moments: int, built_tiny: Built, edited: Path, tmp_path: Path) -> None:
    """The old or the new, whole; the next build succeeds, and takes away what the killed one left.

    Each is made with nothing in .cache/: with more there, it takes fewer steps than the one that was counted.
    """
    out = tmp_path / "public" / "site"

    def over_the_old(kept: str, kill_at: int = 0) -> Ended:
        shutil.rmtree(out, ignore_errors=True)
        shutil.copytree(built_tiny.out, out)
        return Build(edited, out, kept=tmp_path / kept, kill_at=kill_at).end()

    whole = over_the_old("cold")
    assert whole.code == 0, whole.said
    old, new = bytes_of(built_tiny.out), bytes_of(out)
    assert old != new
    chance = random.Random(2026)
    random_ones = [chance.randrange(1, whole.exchange) for _ in range(moments)]
    for number, moment in enumerate([*random_ones, whole.exchange, whole.exchange + 5]):
        killed = over_the_old(f"killed-{number}", moment)
        assert killed.code == -signal.SIGKILL, f"at {moment} of {whole.steps}: {killed}"
        found = bytes_of(out)
        assert found in (old, new), f"killed at step {moment} of {whole.steps}"
    assert len(list(out.parent.iterdir())) > 1, "nothing was left to tidy: the kills came too early"
    damage(tmp_path / "cold", chance)
    after = Build(edited, out, kept=tmp_path / "cold").end()
    assert after.code == 0, after.said
    assert bytes_of(out) == new
    assert list(out.parent.iterdir()) == [out]


@pytest.mark.soak
@pytest.mark.timeout(3_600)  # sixty builds
def test_the_cache_changes_no_byte(tmp_path: Path) -> None:
    """Cold and warm builds after random edits, with a cache in which ever more is damaged."""
    root, kept = tmp_path / "wijk", tmp_path / "kept"
    shutil.copytree(TINY, root)
    for turn in range(30):
        chance = random.Random(turn)
        edit(root, chance, chance.randrange(1, 4))
        damage(kept, chance)
        for name, cache in (("warm", kept), ("cold", tmp_path / f"empty-{turn}")):
            ended = Build(root, tmp_path / name, kept=cache).end()
            assert ended.code == 0, ended.said
        assert bytes_of(tmp_path / "warm") == bytes_of(tmp_path / "cold"), f"after edit {turn}"


def test_two_at_once(edited: Path, tmp_path: Path) -> None:
    """One makes the site, the other says that it is being made; the lock of a killed one holds up nobody."""
    out = tmp_path / "public" / "site"
    both = [Build(edited, out, "--only", "site") for _ in range(2)]
    ended = sorted((build.end() for build in both), key=lambda end: end.code)
    assert [end.code for end in ended] in ([0, 1], [0, 0]), ended
    assert (out / "index.html").exists()
    before = bytes_of(out)
    lock = out.with_name(".site.lock")
    with lock.open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        code, said = command_here(
            "build", "--root", str(edited), "--out", str(out), "--only", "site", "--today", TODAY
        )
        assert code == 1
        assert "Er wordt al gebouwd" in said
        assert bytes_of(out) == before


def test_ctrl_c(edited: Path, tmp_path: Path) -> None:
    """Ends it without a word more, and leaves nothing; the terminal sends it to all processes."""
    out = tmp_path / "public" / "site"
    command = [sys.executable, "-m", "generator", "build", "--root", str(edited), "--out", str(out)]
    with subprocess.Popen(
        [*command, "--today", TODAY],
        cwd=ROOT,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        start_new_session=True,
        # What a shell starts in the background is told to ignore it, and so would all that it starts.
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),
    ) as building:
        assert building.stdout
        said = next(line for line in building.stdout if "website" in line)
        assert Path(f"/proc/{building.pid}/task/{building.pid}/children").read_text(), "nothing works beside"
        os.killpg(building.pid, signal.SIGINT)
        said += building.stdout.read()
    assert building.returncode == 128 + signal.SIGINT
    assert said.count("\n") == 1, said
    assert not list(out.parent.iterdir())


@pytest.mark.parametrize("saved", [1, TRIES])
def test_a_file_saved_meanwhile(
    saved: int, edited: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The build begins again, and shows what was saved last; if that never ends, nothing is published."""
    out, offers = tmp_path / "site", edited / "offers.yaml"
    names = iter([f"Brood {number}" for number in range(1, saved + 1)])

    def while_somebody_types(site: SiteInput, config: Path, stage: Path) -> int:
        if name := next(names, None):
            text = offers.read_text(encoding="utf-8")
            offers.write_text(re.sub("name: .*", f"name: {name}", text), encoding="utf-8")
            return 0
        return build_site(site, config, stage)

    monkeypatch.setattr("generator.build.build_site", while_somebody_types)
    code, said = command_here(
        "build", "--root", str(edited), "--out", str(out), "--only", "site", "--today", TODAY
    )
    assert said.count("nog eens, van voren af aan") == min(saved, TRIES - 1)
    if saved < TRIES:
        assert code == 0, said
        assert f"Brood {saved}" in (out / "aanbod" / "soep" / "index.html").read_text(encoding="utf-8")
    else:
        assert code == 1, said
        assert "telkens weer" in said
        assert not out.exists()


@pytest.mark.parametrize("part", ["site", "print"])
def test_no_room_on_the_disk(part: str, built_tiny: Built, edited: Path, tmp_path: Path) -> None:
    """Also where a program of others writes (the search index), or the process beside (the sheets)."""
    out = tmp_path / "public" / "site"
    shutil.copytree(built_tiny.out, out)
    ended = Build(edited, out, "--only", part, largest_file=30_000).end()
    assert ended.code == 1, ended.said
    assert "De schijf is vol." in ended.said
    assert "Traceback" not in ended.said
    assert bytes_of(out) == bytes_of(built_tiny.out)
    assert list(out.parent.iterdir()) == [out]
