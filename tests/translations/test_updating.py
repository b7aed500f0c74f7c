"""`python -m generator translations` keeps what translators wrote, whatever happens to the records."""

import shutil
import subprocess
from datetime import date
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from generator.cli import main
from generator.commands.exit_codes import DONE, MISTAKES, WRONG_USE
from generator.project import Project
from generator.translating import Tally, update_translations
from tests.tools.paths import INVENTED, ROOT
from tests.tools.records import secrets
from tests.translations.samples import FILE, FRENCH, translations_in

TODAY = date(2026, 11, 23)


def replace_in(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def update(root: Path, new: str | None = None) -> Tally:
    """Updates all files; how far French is."""
    return next(t for t in update_translations(Project(root), TODAY, new) if t.file == FILE)


def test_files_that_are_up_to_date_stay_as_they_are(invented_copy: Path) -> None:
    tally = update(invented_copy)
    assert (invented_copy / FILE).read_bytes() == FRENCH.read_bytes()
    assert (tally.unreviewed, tally.outdated) == (3, 1)
    assert tally.translated >= 9
    assert tally.missing > 0


def test_an_update_of_the_real_neighbourhood_loses_no_translation(tmp_path: Path) -> None:
    """Staff who change the YAML need not run the update; when somebody does, all work is kept."""
    root = tmp_path / "real"
    root.mkdir()
    for name in ("offers.yaml", "socialmap.yaml", "mkdocs.yml"):
        shutil.copy(ROOT / name, root)
    shutil.copytree(ROOT / "content", root / "content")
    before = {path.name: texts_of(path) for path in (root / "content" / "translations").glob("*.po")}
    assert before
    update(root)
    for name, texts in before.items():
        assert texts <= texts_of(root / "content" / "translations" / name)


def texts_of(path: Path) -> set[str]:
    """Every translation in a file, also of texts that are gone."""
    catalogue = read_po(BytesIO(path.read_bytes()))
    messages = [*catalogue, *catalogue.obsolete.values()]
    return {str(message.string) for message in messages if message.id and message.string}


def test_a_changed_text_keeps_its_translation_marked(invented_copy: Path) -> None:
    path = "offers/naaien-om-de-twee-weken/summary"
    was = translations_in(invented_copy)[path]
    texts = (was.dutch, "Je leert naaien.", "Je leert naaien en breien.")
    for old, now in pairwise(texts):
        replace_in(invented_copy / "offers.yaml", old, now)
        assert update(invented_copy).outdated == 2
        found = translations_in(invented_copy)[path]
        assert (found.text, found.dutch, found.checked) == (was.text, was.dutch, False)
    replace_in(invented_copy / "offers.yaml", texts[-1], was.dutch)
    tally = update(invented_copy)
    assert (tally.outdated, tally.unreviewed) == (1, 4)


def test_a_text_that_is_gone_can_come_back(invented_copy: Path) -> None:
    before = (invented_copy / "offers.yaml").read_bytes()
    replace_in(invented_copy / "offers.yaml", "    remark: De koffie is verzonnen.\n", "")
    update(invented_copy)
    text = (invented_copy / FILE).read_text(encoding="utf-8")
    assert '#~ msgstr "Le café est inventé."' in text
    update(invented_copy)
    assert (invented_copy / FILE).read_text(encoding="utf-8") == text
    (invented_copy / "offers.yaml").write_bytes(before)
    update(invented_copy)
    assert (invented_copy / FILE).read_bytes() == FRENCH.read_bytes()


def test_comments_of_translators_stay(invented_copy: Path) -> None:
    for path in ("offers/koffie-met-koek/remark", "offers/vrije-tekst/name"):
        replace_in(invented_copy / FILE, f'msgctxt "{path}"', f'# Vraag aan Zita\nmsgctxt "{path}"')
    update(invented_copy)
    assert (invented_copy / FILE).read_text(encoding="utf-8").count("# Vraag aan Zita") == 2


def test_what_other_programs_wrote_stays(invented_copy: Path) -> None:
    """Poedit and Weblate say who translated, and hold to flags; also beside a text that is gone."""
    ours = '"Language: fr\\n"\n'
    theirs = '"Last-Translator: Zita <zita@verzonnen.example>\\n"\n'
    generator = '"X-Generator: Poedit 3.4\\n"\n'
    wrong = ours.replace("fr", "de")
    replace_in(invented_copy / FILE, ours, theirs + wrong + generator)
    noted = "#. Uitleg: kort\n#: offers.yaml:3\n#, max-length:40\n"
    for path in ("eerste-donderdag/name", "koffie-met-koek/remark", "vrije-tekst/name"):
        replace_in(invented_copy / FILE, f'msgctxt "offers/{path}"', f'{noted}msgctxt "offers/{path}"')
    replace_in(invented_copy / "offers.yaml", "    remark: De koffie is verzonnen.\n", "")
    update(invented_copy)
    text = (invented_copy / FILE).read_text(encoding="utf-8")
    assert theirs + ours in text
    assert generator in text
    assert wrong not in text
    assert text.count(noted) == 3
    update(invented_copy)
    assert (invented_copy / FILE).read_text(encoding="utf-8") == text
    outcome = subprocess.run(
        ["msgfmt", "-o", "/dev/null", str(invented_copy / FILE)], capture_output=True, check=False
    )
    assert outcome.returncode == 0, outcome.stderr.decode()


def test_a_new_language_starts_empty(invented_copy: Path) -> None:
    update(invented_copy, "ar")
    text = (invented_copy / "content" / "translations" / "ar.po").read_text(encoding="utf-8")
    assert '"Language: ar\\n"' in text
    assert "Date" not in text
    assert 'msgctxt "offers/koffie-met-koek/name"\nmsgid "Koffie met koek"\nmsgstr ""\n' in text


@pytest.mark.parametrize("root", [ROOT, INVENTED], ids=["real", "invented"])
def test_no_secret_goes_to_translators(root: Path) -> None:
    for path in sorted((root / "content" / "translations").glob("*.po")):
        text = " ".join(path.read_text(encoding="utf-8").replace('"\n"', "").split())
        assert [secret for secret in secrets(root) if " ".join(secret.split()) in text] == []


def test_gettext_itself_reads_the_files(invented_copy: Path) -> None:
    update(invented_copy, "ar")
    for path in sorted((invented_copy / "content" / "translations").glob("*.po")):
        outcome = subprocess.run(["msgfmt", "-o", "/dev/null", str(path)], capture_output=True, check=False)
        assert outcome.returncode == 0, outcome.stderr.decode()


def test_the_command(invented_copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = ["--root", str(invented_copy)]
    assert main(["translations", *root]) == DONE
    assert f"{FILE}: " in capsys.readouterr().out
    assert main(["translations", *root, "--language", "nl"]) == WRONG_USE
    assert main(["translations", *root, "--language", "../frans"]) == WRONG_USE
    shutil.rmtree(invented_copy / "content" / "translations")
    assert main(["translations", *root]) == DONE
    assert "--language" in capsys.readouterr().out


def test_a_mistake_stops_it_before_it_writes(invented_copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with (invented_copy / FILE).open("a", encoding="utf-8") as file:
        file.write("=======\n")
    before = (invented_copy / FILE).read_bytes()
    assert main(["translations", "--root", str(invented_copy), "--language", "ar"]) == MISTAKES
    assert f"{FILE}:" in capsys.readouterr().err
    assert (invented_copy / FILE).read_bytes() == before
    assert not (invented_copy / "content" / "translations" / "ar.po").exists()
