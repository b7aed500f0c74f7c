"""The house: no real neighbourhood in the code, honest papers, small rooms."""

import ast
import re
import subprocess
import tomllib
from functools import cache
from pathlib import Path

import pytest

from tests.tools.builds import command_here
from tests.tools.paths import ROOT
from tests.tools.records import in_dutch, social_map

MODULES = sorted((ROOT / "generator").rglob("*.py"))
PAPERS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
MOST_LINES = 450


@cache
def parsed(module: Path) -> ast.Module:
    """Every rule looks at every module."""
    return ast.parse(module.read_text(encoding="utf-8"))


def names_of_the_neighbourhood() -> set[str]:
    """The town, the meeting house, who answers and who works there: as they stand in the records."""
    records = social_map(ROOT)
    neighbourhood = records["neighbourhood"]
    house = next(place for place in records["places"] if place["id"] == neighbourhood["meeting_house"])
    names = {
        neighbourhood["municipality"],
        in_dutch(neighbourhood["fallback"]["name"]),
        in_dutch(house["name"]),
    }
    names |= {in_dutch(house["name"]), house["address"]}
    return names | {contact["name"] for contact in records.get("contacts", [])}


def test_no_name_of_the_real_neighbourhood_is_in_the_generator() -> None:
    """All of it comes from the records, so that another neighbourhood needs no change of code."""
    files = [
        path
        for path in [*(ROOT / "generator").rglob("*"), *(ROOT / "print").rglob("*.typ")]
        if path.suffix in (".py", ".html", ".js", ".css", ".po", ".typ", ".xml", ".json")
    ]
    names = "|".join(re.escape(name) for name in sorted(names_of_the_neighbourhood(), key=len, reverse=True))
    any_name = re.compile(rf"\b(?:{names})\b", re.IGNORECASE)
    found = [
        f"{path.relative_to(ROOT)}: {name[0]}"
        for path in files
        for name in any_name.finditer(path.read_text(encoding="utf-8"))
    ]
    assert sorted(found) == []


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_module_says_what_it_is_and_stays_small(module: Path) -> None:
    source = module.read_text(encoding="utf-8")
    assert ast.get_docstring(parsed(module)), "no docstring"
    assert source.count("\n") <= MOST_LINES, f"longer than {MOST_LINES} lines: part it"


LISTINGS = ("iterdir", "glob", "rglob", "scandir", "listdir")
ORDER_DOES_NOT_MATTER = ("sorted", "frozenset", "set", "any", "all", "sum", "len")


def test_no_folder_is_gone_through_in_the_order_of_the_disk() -> None:
    """Another machine keeps the same files in another order, and must give the same bytes."""
    unsorted = []
    for module in MODULES:
        calls = [node for node in ast.walk(parsed(module)) if isinstance(node, ast.Call)]
        settled = {
            within
            for call in calls
            if isinstance(call.func, ast.Name) and call.func.id in ORDER_DOES_NOT_MATTER
            for within in ast.walk(call)
        }
        unsorted += [
            f"{module.relative_to(ROOT)}:{call.lineno}"
            for call in calls
            if isinstance(call.func, ast.Attribute) and call.func.attr in LISTINGS and call not in settled
        ]
    assert unsorted == [], "put sorted(...) around it"


SETS = ("set", "frozenset")
IN_THEIR_ORDER = ("list", "tuple", "enumerate", "iter", "map", "zip", "join", "fromkeys")


def test_no_set_is_gone_through_as_it_comes() -> None:
    """Another run of Python gives the words of a set in another order, and must give the same bytes."""
    found = []
    for module in MODULES:
        gone_through: list[ast.expr] = []
        for node in ast.walk(parsed(module)):
            if isinstance(node, ast.For):
                gone_through.append(node.iter)
            elif isinstance(node, ast.ListComp | ast.DictComp):
                gone_through += [part.iter for part in node.generators]
            elif isinstance(node, ast.Call) and _called(node) in IN_THEIR_ORDER:
                gone_through += node.args
        found += [
            f"{module.relative_to(ROOT)}:{each.lineno}"
            for each in gone_through
            if isinstance(each, ast.Set | ast.SetComp)
            or (isinstance(each, ast.Call) and isinstance(each.func, ast.Name) and each.func.id in SETS)
        ]
    assert found == [], "put sorted(...) around it"


RUNS_TEXT = frozenset(
    ("eval", "exec", "compile", "os.system", "os.popen", "subprocess.getoutput", "subprocess.getstatusoutput")
)


def test_no_text_is_run() -> None:
    """No shell reads a command of ours, and no Python reads a text as Python."""
    calls = [
        (module, node)
        for module in MODULES
        for node in ast.walk(parsed(module))
        if isinstance(node, ast.Call)
    ]
    found = [
        f"{module.relative_to(ROOT)}:{call.lineno}"
        for module, call in calls
        if ast.unparse(call.func) in RUNS_TEXT or any(keyword.arg == "shell" for keyword in call.keywords)
    ]
    assert found == []


def _called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def test_the_locks_hold_hashes_and_no_address() -> None:
    """Anybody can install from them, from whatever index they use, and gets the same packages."""
    for name in (
        "requirements.lock",
        "requirements-dev.lock",
        "tests/bench/requirements.lock",
        "tests/audit.lock",
        "tests/fuzz/requirements.lock",
    ):
        text = (ROOT / name).read_text(encoding="utf-8")
        pinned = re.findall(r"^[a-zA-Z0-9_.\[\]-]+==\S+.*\\$", text, re.MULTILINE)
        assert pinned
        assert len(pinned) == len(re.findall(r"^[a-zA-Z0-9]", text, re.MULTILINE)), name
        assert not re.search(r"https?://|file://|--index-url|--find-links", text), name


def test_nothing_is_installed_without_its_hash() -> None:
    """pip refuses a package that the lock does not know by its hash; workflows only call make."""
    commands = (ROOT / "Makefile").read_text(encoding="utf-8").replace("\\\n", "").splitlines()
    installing = [command for command in commands if "pip install" in command]
    assert len(installing) >= 4
    assert [command for command in installing if "--require-hashes" not in command] == []


def test_the_locks_know_every_dependency() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    for name, wanted in (
        ("requirements.lock", settings["project"]["dependencies"]),
        ("requirements-dev.lock", settings["dependency-groups"]["dev"]),
        ("tests/bench/requirements.lock", settings["dependency-groups"]["bench"]),
        ("tests/audit.lock", settings["dependency-groups"]["audit"]),
        ("tests/fuzz/requirements.lock", settings["dependency-groups"]["fuzz"]),
    ):
        locked = set(re.findall(r"^([A-Za-z0-9_.-]+)==", (ROOT / name).read_text(), re.MULTILINE))
        plain = {re.split(r"[\[=<>~ ]", dependency)[0].lower() for dependency in wanted}
        assert plain - {package.lower() for package in locked} == set(), f"{name}: run `make lock`"


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_command_in_the_papers_exists(paper: Path) -> None:
    """`make X` and `python -m generator X`, wherever a paper says them."""
    text = paper.read_text(encoding="utf-8")
    code = "\n".join(re.findall(r"`([^`\n]+)`", text) + re.findall(r"```[^\n]*\n(.*?)```", text, re.DOTALL))
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z][a-z-]*):", makefile, re.MULTILINE))
    assert set(re.findall(r"\bmake ([a-z][a-z-]*)", code)) - targets == set()
    verbs = set(re.findall(r"-m generator ([a-z]+)", code))
    for verb in sorted(verbs):
        assert command_here(verb, "--help")[0] == 0, verb


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_file_that_a_paper_links_to_exists(paper: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)", paper.read_text(encoding="utf-8"))
    local = [link for link in links if not re.match(r"[a-z]+:", link)]
    assert [link for link in local if not (paper.parent / link).exists()] == []


def test_the_top_level_holds_what_was_agreed() -> None:
    """Nothing lies about: a new thing has a room, or needs a good reason here."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    top = {name.split("/")[0] for name in listed.splitlines()}
    agreed = {"content", "docs", "generator", "print", "tests", ".ci"} | {
        "offers.yaml", "socialmap.yaml", "mkdocs.yml", "Makefile", "pyproject.toml", "requirements.lock",
        "requirements-dev.lock", "README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE",
        ".gitignore", ".editorconfig", ".github", ".gitlab-ci.yml", ".vscode",
    }  # fmt: skip
    assert top - agreed == set()
