"""Whatever a hand-written page says, and whatever lies beside it: `check` names what no build can use."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.project import Project, staff_words, today
from generator.serving.answers import Answers
from generator.serving.workshop import Workshop
from tests.test_any_input import LAUGHS, assert_clean_end, build, out, wijk
from tests.tools.builds import DAY, TODAY, command_here
from tests.tools.paths import ROOT

__all__ = ["out", "wijk"]

PAGE = "content/welkom.md"
FOREWORD = "content/nieuwsbrief/2026-12.md"
DEEP_BLOCK = "Dag\n\n" + "<div markdown>\n\n" * 1_000 + "a\n\n" + "</div>\n\n" * 1_000
DEEP_LIST = "\n".join("    " * level + "- a" for level in range(400))
CASES: dict[str, tuple[str, str | bytes, str]] = {
    "Windows-1252": (PAGE, "Dag\n\nCafé\n".encode("cp1252"), f"{PAGE}:3:4: fout: Dit bestand is"),
    "UTF-16": (PAGE, "Café\n".encode("utf-16"), "bewaard als UTF-16"),
    "a foreword in Windows-1252": (FOREWORD, "Café\n".encode("cp1252"), f"{FOREWORD}:1:4"),
    "a page in a folder named map": ("content/x/map/y.md", b"\xe9\n", "content/x/map/y.md:1:1"),
    "settings in UTF-16": ("mkdocs.yml", "site_name: Wijk\n".encode("utf-16"), "mkdocs.yml: fout"),
    "a template": (PAGE, "---\ntitle: Dag\ntemplate: weg.html\n---\n", f"{PAGE}:3:1: fout: Een pagina"),
    "a template without dashes": (PAGE, "title: Dag\nTemplate: weg.html\n\nDag\n", f"{PAGE}:2:1"),
    "a template that is merged": (PAGE, "---\n<<: {template: weg.html}\n---\n", f"{PAGE}:2:1"),
    "laughs": (PAGE, f"---\n{LAUGHS}title: *a11\n---\n", f"{PAGE}:2:5: fout: Boven een pagina"),
    "a text that points nowhere": (PAGE, "---\ntitle: !!binary aGFsbG8=\n---\n", f"{PAGE}:2:8"),
    "a list for a title": (PAGE, "---\ntitle: [Dag]\n---\n", f"{PAGE}:2:8: fout: Bij title staat"),
    "keys for a description": (PAGE, "---\ndescription:\n  a: b\n---\n", f"{PAGE}:3:3"),
    "a day that is none": (PAGE, "---\ntitle: 2026-02-30\n---\n", f"{PAGE}:2:1: fout: Deze instellingen"),
    "settings that end in dots": (PAGE, "---\ntitle: [Dag\n...\n", f"{PAGE}:3:1: fout: Deze instellingen"),
    "lists in lists": (PAGE, DEEP_LIST, f"{PAGE}:51:1: fout: Hier staan lijsten in lijsten"),
    "lists in lists on one line": (PAGE, "Dag\n\n" + "- " * 400 + "a\n", f"{PAGE}:3:1"),
    "quotes in quotes": (PAGE, ">" * 400 + "a\n", f"{PAGE}:1:1"),
    "brackets": (PAGE, "Dag\n" + "[" * 20_000 + "\n", f"{PAGE}:2:101: fout: Hier gaan veel meer haken"),
    "brackets on lines of their own": (PAGE, "![a](\n" * 20_000, f"{PAGE}:101:5"),
    "blocks in blocks": (PAGE, DEEP_BLOCK, f"{PAGE}:103:1: fout: Hier staan blokken in blokken"),
    "plain blocks in a block": (PAGE, "<div\tmarkdown=block>" + "<ul><li>" * 40, f"{PAGE}:1:"),
    "a name of other bytes": (os.fsdecode(b"content/caf\xe9.md"), "Dag\n", "content/caf?.md: fout"),
    "a folder named with other bytes": (os.fsdecode(b"content/\xe9/x.md"), "Dag\n", "content/?: fout"),
    "a name of two lines": ("content/a\nb.md", "Dag\n", "content/a?b.md: fout"),
    "no name": ("mkdocs.yml", "site_url: https://wijk.example/\nsite_name: ' '\n", "mkdocs.yml:2:1"),
    "a file for the assets": ("content/assets", "x", "content/assets: fout: Dit is een bestand"),
    "a file for a page of a language": ("content/fr/aanbod", "x", "content/fr/aanbod: fout"),
    "a file for the codes": ("content/Q", "x", "content/Q: fout"),
}  # fmt: skip
GOOD = {
    "no front matter": "Dag [hier](welkom.md), en <b>daar</b> :-(\n",
    "front matter": '---\ntitle: 2026\ndescription: "[a] & b"\ndate: 2026-12-24\n---\n\nTemplate: a\n',
    "a list of 50 levels": "\n".join("    " * level + "- a" for level in range(50)),
    "a quote of 199 levels": ">" * 199 + " a\n",
    "blocks of 50 levels": "<div markdown>\n\n" * 50 + "a\n\n" + "</div>\n\n" * 50,
    "paragraphs that nobody closed": "<div markdown>\n\n" + "<p>a\n\n" * 200 + "</div>\n",
    "deep, without Markdown in it": "<div>" * 400 + "a markdown" + "</div>" * 400 + "\n",
    "100 open brackets": "[" * 100 + "(" * 100 + "<" * 100 + "\n",
    "many links": "[a](b) <c> " * 2000 + "\n",
    "lines": "-" * 300 + "\n\n" + "* * *\n",
}


def put(root: Path, name: str, content: str | bytes) -> None:
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_bytes(content if isinstance(content, bytes) else content.encode())


def check(root: Path) -> tuple[int, str]:
    return command_here("check", "--root", str(root), "--today", TODAY)


@pytest.mark.parametrize("case", CASES)
def test_what_no_build_can_use(case: str, wijk: Path, out: Path) -> None:
    name, content, words = CASES[case]
    put(wijk, name, content)
    code, said = check(wijk)
    assert code == 1, said
    assert words in said
    assert len(said) < 10_000
    if content in (DEEP_LIST, DEEP_BLOCK) or not name.isprintable():
        assert_clean_end(*build(wijk, out), words, out)


def test_what_a_build_can_use(wijk: Path, tmp_path: Path) -> None:
    for number, text in enumerate(GOOD.values()):
        put(wijk, f"content/bladzijde {number}.md", text)
    put(wijk, "content/CNAME", "wijk.example\n")
    with (wijk / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("use_directory_urls: false\n")
    code, said = check(wijk)
    assert code == 0, said
    code, said = build(wijk, tmp_path / "result")
    assert code == 0, said
    preview = Workshop(Project(wijk), lambda: DAY, lambda mistakes: None)
    preview.renew()
    answers = Answers(preview, staff_words())
    for number in range(len(GOOD)):
        made = tmp_path / "result" / f"bladzijde {number}"
        assert (made / "index.html").is_file()
        address = f"{answers.home()}bladzijde%20{number}/"
        assert answers.to(f"{address}qr.svg").body == (made / "qr.svg").read_bytes()


def _pipe(root: Path) -> None:
    (root / "content" / "translations").mkdir()
    os.mkfifo(root / "content" / "translations" / "fr.po")


def _elsewhere(root: Path) -> None:
    (root / "content" / "translations").mkdir()
    (root / "content" / "translations" / "ar.po").symlink_to("/etc/passwd")


def _broken_settings(root: Path) -> None:
    (root / "mkdocs.yml").write_text('site_name: "Wijk\n', encoding="utf-8")


@pytest.mark.parametrize("spoil", [_pipe, _elsewhere, _broken_settings])
@pytest.mark.parametrize("verb", ["translations", "edit", "fetch"])
def test_every_command_looks_first(
    verb: str, spoil: Callable[[Path], None], wijk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`edit` and `fetch` would wait for somebody, so they do not come so far."""
    monkeypatch.setattr("generator.project.form_libraries", dict)
    monkeypatch.setattr("generator.commands.edit.ThreadingHTTPServer", None)
    monkeypatch.setattr("generator.commands.fetch.read_inclusions", None)
    monkeypatch.setattr("generator.translating.read_records", None)
    monkeypatch.setattr("generator.project.Project.translations", None)
    spoil(wijk)
    code, said = command_here(verb, "--root", str(wijk), "--today", TODAY)
    assert code == 1, said
    assert "1 fout" in said


@pytest.mark.parametrize("epoch", ["99999999999999", "²", "-1", "morgen", ""])
def test_a_time_that_is_none_is_not_taken(epoch: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795392000")
    assert today().isoformat() == "2026-11-23"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    then = today()
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert then == today()


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_a_terminal_that_does_not_know_every_letter(encoding: str, invented_copy: Path) -> None:
    file = invented_copy / "offers.yaml"
    text = file.read_text(encoding="utf-8")
    lines = text.splitlines(keepends=True)
    number = next(n for n, line in enumerate(lines) if line.startswith("    summary: "))
    lines[number] = "    summary: Indien je wenst, wordt je gebeld.\n"
    file.write_text("".join(lines), encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, "-m", "generator", "plain", "--root", str(invented_copy), "--today", TODAY],
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": encoding},
        capture_output=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert b"?Indien?: liever ?als?" in ran.stdout
