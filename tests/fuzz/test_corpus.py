"""What the fuzzer found worth keeping still ends cleanly; it also ends in more than one way."""

from pathlib import Path

import pytest

from tests.fuzz import targets
from tests.fuzz.keeping import CORPUS, MOST_BYTES, MOST_FILES
from tests.fuzz.targets import TARGETS


def kept(name: str) -> list[Path]:
    return sorted((CORPUS / name).iterdir())


@pytest.mark.parametrize("name", TARGETS)
def test_what_was_kept_ends_cleanly(name: str) -> None:
    for path in kept(name):
        try:
            TARGETS[name](path.read_bytes())
        except Exception as error:
            error.add_note(str(path))
            raise


def test_the_corpus_stays_small_and_reaches_the_product(monkeypatch: pytest.MonkeyPatch) -> None:
    """Some of it is taken, so more than refusals is tried."""
    taken = dict.fromkeys(("show", "follow", "assert_inert"), 0)

    def count(name: str) -> None:
        taken[name] += 1

    for name in taken:
        monkeypatch.setattr(targets, name, lambda _thing, name=name: count(name))
    for name in TARGETS:
        files = kept(name)
        own = [path for path in files if not path.name.startswith("fixed-")]
        assert 0 < len(own) <= MOST_FILES
        assert sum(path.stat().st_size for path in own) <= MOST_BYTES
        for path in files[:12]:
            TARGETS[name](path.read_bytes())
    assert all(taken.values()), taken
