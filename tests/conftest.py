"""What all tests share: the property profiles and the whole builds, each made once."""

import fcntl
import json
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.tools import builds, forked
from tests.tools.builds import Built
from tests.tools.paths import INVENTED, ROOT, TINY

# No deadline: a busy machine is no mistake. Derandomized: the same input, the same tests.
settings.register_profile(
    "test", deadline=None, derandomize=True, max_examples=100, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("soak", parent=settings.get_profile("test"), derandomize=False, max_examples=5_000)
settings.load_profile("test")


WHOLE = {"real": ROOT, "invented": INVENTED, "tiny": TINY}
"""The neighbourhoods that are built, site and sheets, once in a test run: name -> folder."""
BuiltOnce = Callable[[str], Built]


@pytest.fixture(scope="session")
def built_once(tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config) -> BuiltOnce:
    """Gives a neighbourhood of WHOLE, built once in a test run, however many workers ask for it.

    Without the soak, of the translated flyers of the real one there is only the sample that tests look at.

    A worker that would have to wait for another one's build builds the next neighbourhood meanwhile.
    """
    worker_folder = tmp_path_factory.getbasetemp()
    shared = worker_folder.parent if worker_folder.name.startswith("popen-") else worker_folder

    def whole(name: str) -> bool:
        return name != "real" or "not soak" not in pytestconfig.option.markexpr

    def record(name: str) -> Path:
        return shared / f"built-{name}.json"

    def try_to_build(name: str) -> bool:
        """False when it is there already, or when another worker is at it."""
        with (shared / f"built-{name}.lock").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return False
            if record(name).exists():
                return False
            out = shared / f"built-{name}"
            if name == "real":
                result = builds.build(ROOT, out, whole=whole(name))
            else:
                result = forked.build(WHOLE[name], out)
            unfinished = record(name).with_suffix(".unfinished")
            unfinished.write_text(json.dumps([result.code, result.said]), encoding="utf-8")
            unfinished.rename(record(name))
            return True

    def built(name: str) -> Built:
        while not record(name).exists():
            if not any(try_to_build(each) for each in (name, *WHOLE)):
                time.sleep(0.1)
        code, said = json.loads(record(name).read_text(encoding="utf-8"))
        if code != 0:
            pytest.fail(f"building {WHOLE[name]} failed:\n{said}", pytrace=False)
        return Built(WHOLE[name], shared / f"built-{name}", code, said, whole(name))

    return built


@pytest.fixture(scope="session")
def built_real(built_once: BuiltOnce) -> Built:
    """The project's own neighbourhood, built whole."""
    return built_once("real")


@pytest.fixture(scope="session")
def built_invented(built_once: BuiltOnce) -> Built:
    """The invented neighbourhood, built whole with the same code."""
    return built_once("invented")


@pytest.fixture(scope="session")
def built_tiny(built_once: BuiltOnce) -> Built:
    """The smallest neighbourhood, built whole."""
    return built_once("tiny")


@pytest.fixture
def invented_copy(tmp_path: Path) -> Path:
    """A copy of the invented neighbourhood, to spoil at will."""
    copy = tmp_path / "voorbeeldwijk"
    shutil.copytree(INVENTED, copy)
    return copy
