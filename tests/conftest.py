"""What all tests share: the markers, the property profiles and the whole builds, each made once."""

import fcntl
import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.tools.builds import Built, build
from tests.tools.paths import INVENTED, ROOT

# No deadline: a busy machine is no mistake. Derandomized: the same input, the same tests.
settings.register_profile(
    "test", deadline=None, derandomize=True, max_examples=100, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("soak", parent=settings.get_profile("test"), derandomize=False, max_examples=5_000)
settings.load_profile("test")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in tests/end_to_end/ is marked so; no file has to say it of itself."""
    for item in items:
        if "end_to_end" in item.path.relative_to(ROOT).parts:
            item.add_marker(pytest.mark.end_to_end)


@pytest.fixture(scope="session")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, Path], Built]:
    """Builds a neighbourhood once in a test run, however many workers ask for it."""
    worker_folder = tmp_path_factory.getbasetemp()
    shared = worker_folder.parent if worker_folder.name.startswith("popen-") else worker_folder

    def built(name: str, root: Path) -> Built:
        with (shared / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            result = Built(root, shared / name, 0, "")
            record = shared / f"{name}.json"
            if record.exists():
                code, said = json.loads(record.read_text(encoding="utf-8"))
                result = replace(result, code=code, said=said)
            else:
                result = build(root, result.out)
                record.write_text(json.dumps([result.code, result.said]), encoding="utf-8")
        if result.code != 0:
            pytest.fail(f"building {root} failed:\n{result.said}", pytrace=False)
        return result

    return built


@pytest.fixture(scope="session")
def built_real(built_once: Callable[[str, Path], Built]) -> Built:
    """The project's own neighbourhood, built whole."""
    return built_once("built-real", ROOT)


@pytest.fixture(scope="session")
def built_invented(built_once: Callable[[str, Path], Built]) -> Built:
    """The invented neighbourhood, built whole with the same code."""
    return built_once("built-invented", INVENTED)


@pytest.fixture
def invented_copy(tmp_path: Path) -> Path:
    """A copy of the invented neighbourhood, to spoil at will."""
    copy = tmp_path / "voorbeeldwijk"
    shutil.copytree(INVENTED, copy)
    return copy
