"""`new` as staff use it: questions in plain Dutch, wrong answers, and a record in its place."""

import io
import json
import re
import shutil
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.asking.interview import Interview, Setting, StoppedError
from generator.commands.records import _Adding
from generator.project import words_of
from generator.reading.nodes import lines_of
from generator.reading.shelves import MODELS
from generator.source import read_records
from tests.reading.samples import TODAY as DAY
from tests.tools.builds import command_here
from tests.tools.paths import INVENTED

TODAY = "2026-11-23"

OFFER = """\
't Theekransje: thee
Je drinkt thee en praat.
activiteit
1, leren
samen
week
vrijdag
9u30
11.30
7/1/2027
schoolvakanties

1
verzinselhuis vzw
gratis
Zita

ja
"""
OFFER_LINES = """\

  - id: t-theekransje-thee
    name: "'t Theekransje: thee"
    summary: Je drinkt thee en praat.
    kind: activity
    functions: [ontmoeten, leren]
    themes: [samen]
    when:
      - every: week
        on: friday
        from: 9:30
        until: 11:30
        since: 2027-01-07
        except: school holidays
    place: verzinselhuis
    organiser: verzinselhuis-vzw
    price: free
    checked: {on: 2026-11-23, by: Zita}
"""
ORGANISATION = (
    "Fietsclub\nvereniging\nleren\nWe fietsen samen.\n056 00 00 11\ngsm\n\nfiets.example\nZita\n\nja\n"
)
PLACE = "De verzonnen tuin\n\nVerzinselstraat 1\nZita\n\nja\n"
CONTACT = "An Verzonnen\nbuurtwerker\nverzinselhuis vzw\n0470 00 00 00\nja\nZita\n\nja\n"


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A copy of the invented neighbourhood, to write in."""
    for name in ("offers.yaml", "socialmap.yaml", "mkdocs.yml"):
        shutil.copy(INVENTED / name, tmp_path)
    return tmp_path


def new(root: Path, kind: str, answers: str, monkeypatch: pytest.MonkeyPatch) -> tuple[int, str]:
    monkeypatch.setattr(sys, "stdin", io.StringIO(answers))
    return command_here("new", kind, "--root", str(root), "--today", TODAY)


def test_a_new_offer_is_the_only_thing_that_changes(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = (here / "offers.yaml").read_bytes().decode()
    code, said = new(here, "offer", OFFER, monkeypatch)
    assert code == 0, said
    after = (here / "offers.yaml").read_bytes().decode()
    at = after.index(OFFER_LINES.strip("\n"))
    new_lines = OFFER_LINES.removeprefix("\n")
    assert after[:at] + after[at + len(new_lines) :] == before
    assert command_here("check", "--root", str(here), "--today", TODAY)[0] == 0
    assert "Hoe heet het?" in said
    assert "Bijvoorbeeld: Soep in de wijk" in said


@pytest.mark.parametrize(
    ("kind", "answers", "file", "wanted"),
    [
        (
            "organisation", ORGANISATION, "socialmap.yaml",
            {
                "id": "fietsclub", "name": "Fietsclub", "kind": "association", "themes": ["leren"],
                "summary": "We fietsen samen.", "phones": [{"number": "056 00 00 11", "label": "gsm"}],
                "website": "fiets.example", "checked": {"on": TODAY, "by": "Zita"},
            },
        ),
        (
            "contact", CONTACT, "socialmap.yaml",
            {
                "id": "an-verzonnen", "name": "An Verzonnen", "role": "buurtwerker",
                "organisation": "verzinselhuis-vzw", "phone": "0470 00 00 00", "publish": "yes",
                "checked": {"on": TODAY, "by": "Zita"},
            },
        ),
    ],
)  # fmt: skip
def test_other_records(
    here: Path, kind: str, answers: str, file: str, wanted: dict[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    code, said = new(here, kind, answers, monkeypatch)
    assert code == 0, said
    records = yaml.load((here / file).read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)[f"{kind}s"]
    assert wanted in records
    assert command_here("check", "--root", str(here), "--today", TODAY)[0] == 0


def test_a_place_gets_the_next_number(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def places() -> list[dict[str, str]]:
        text = (here / "socialmap.yaml").read_text(encoding="utf-8")
        return yaml.load(text, Loader=yaml.CBaseLoader)["places"]  # type: ignore[no-any-return]

    before = places()
    code, said = new(here, "place", PLACE, monkeypatch)
    assert code == 0, said
    (made,) = [place for place in places() if place not in before]
    assert int(made["number"]) == max(int(place["number"]) for place in before) + 1


def test_a_wrong_answer_gets_the_message_of_check_and_is_asked_again(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = OFFER.replace("activiteit\n", "wandeling\nactiviteit\n").replace("9u30\n", "half tien\n9u30\n")
    answers = answers.replace("11.30\n", "9u\n11.30\n").replace("samen\n", "samn\nnee\nsamen\n")
    answers = answers.replace("'t Theekransje", "\n't Theekransje")
    code, said = new(here, "offer", answers, monkeypatch)
    assert code == 0, said
    for message in (
        "Dit is nodig",
        "wandeling staat niet in de lijst",
        "half tien is geen uur",
        "Dit eindigt voor het begint",
        "Bedoel je Samen",
    ):
        assert message in said
    assert OFFER_LINES in (here / "offers.yaml").read_text(encoding="utf-8")


def far_behind_the_dash(text: str) -> str:
    head, key, contacts = text.partition("contacts:\n")
    contacts, rest = re.split(r"(?m)^(?=\S)", contacts, maxsplit=1)
    contacts = contacts.replace("\n    ", "\n      ").replace("  - id:", "  -   id:")
    return head + key + contacts + rest


def in_braces(text: str) -> str:
    contacts = json.dumps(yaml.load(text, Loader=yaml.CBaseLoader)["contacts"], ensure_ascii=False)
    return re.sub(r"(?ms)^contacts:\n.*?(?=^\S)", f"contacts: {contacts}\n\n", text)


def below_its_namesake(text: str) -> str:
    """Another list has a record of that id."""
    return text.replace("themes:\n", "themes:\n  - id: an-verzonnen\n    name: Iets\n    pictogram: home\n")


def by_windows(text: str) -> str:
    return "\ufeff" + text.replace("\n", "\r\n")


@pytest.mark.parametrize("typed", [far_behind_the_dash, in_braces, below_its_namesake, by_windows])
def test_however_the_list_is_typed_the_new_record_is_found(
    typed: Callable[[str], str], here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = here / "socialmap.yaml"
    path.write_bytes(typed(path.read_text(encoding="utf-8")).encode())
    assert command_here("check", "--root", str(here), "--today", TODAY)[0] == 0
    code, said = new(here, "contact", CONTACT, monkeypatch)
    assert code == 0, said
    lines = path.read_bytes().decode().splitlines()
    (named,) = re.findall(r"Het staat erin: socialmap.yaml, regel (\d+)", said)
    assert "an-verzonnen" in lines[int(named) - 1]
    assert "An Verzonnen" in "".join(lines[int(named) - 1 : int(named) + 1])


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("offers:\n  - id: a\n    b: c\n  # x\n  - id: d\n", range(2, 4)),
        ("\ufeffoffers:\r\n-   id: a\r\n    b: |\r\n      c\r\n      d\r\n\r\n\r\n", range(2, 6)),
        ("offers: [{id: z},\n {id: a, b:\n c}, {id: d}]\n", range(2, 4)),
        ("themes:\n- id: a\noffers:\n- id: a", range(4, 5)),
    ],
)
def test_the_lines_of_a_record(text: str, lines: range) -> None:
    assert lines_of(text, ("offers", "a")) == lines


def test_answers_survive_what_somebody_saves_meanwhile(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    offers = here / "offers.yaml"
    remark = "# Bel Zita terug.\n"

    def while_somebody_saves(*given: Any) -> Any:
        if remark not in offers.read_text(encoding="utf-8"):
            offers.write_text(remark + offers.read_text(encoding="utf-8"), encoding="utf-8")
        return read_records(*given)

    # To show the record reads the file too.
    monkeypatch.setattr(_Adding, "_show", lambda *_: True)
    monkeypatch.setattr("generator.commands.records.read_records", while_somebody_saves)
    code, said = new(here, "offer", OFFER, monkeypatch)
    assert code == 0, said
    text = offers.read_text(encoding="utf-8")
    assert text.startswith(remark)
    assert OFFER_LINES in text


def test_an_answer_can_be_changed_before_it_is_written(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = OFFER.removesuffix("ja\n") + "nee\n2\nJe drinkt koffie.\nja\n"
    code, said = new(here, "offer", answers, monkeypatch)
    assert code == 0, said
    text = (here / "offers.yaml").read_text(encoding="utf-8")
    assert OFFER_LINES.replace("Je drinkt thee en praat.", "Je drinkt koffie.") in text


def test_one_question_back(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code, said = new(here, "offer", "Theekrans\n<\n" + OFFER, monkeypatch)
    assert code == 0, said
    assert OFFER_LINES in (here / "offers.yaml").read_text(encoding="utf-8")


def test_more_can_be_said(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    more = (
        "Zita\nin eenvoudige taal, beschrijving, inschrijven, talen, meebrengen, melding\n"
        "We drinken.\nWe praten.\n\nIedereen mag komen.\nOok jij: kom maar!\n\n"
        "verplicht\nBel ons.\nnederlands, ar\nEen kop; een lepel, of twee\nDeze week niet.\n\n24/12/2026\n"
    )
    answers = OFFER.replace("Zita\n\n", more)
    code, said = new(here, "offer", answers, monkeypatch)
    assert code == 0, said
    records = yaml.load((here / "offers.yaml").read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)["offers"]
    made = next(record for record in records if record["id"] == "t-theekransje-thee")
    assert made["simple"].strip() == "We drinken.\nWe praten."
    assert made["description"].strip() == "Iedereen mag komen.\n\nOok jij: kom maar!"
    assert made["signup"] == {"needed": "required", "how": "Bel ons."}
    assert made["languages"] == ["nl", "ar"]
    assert made["bring"] == ["Een kop", "een lepel, of twee"]
    assert made["notice"] == {"text": "Deze week niet.", "until": "2026-12-24"}


def test_a_name_that_is_there_already_gets_another_id(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code, said = new(here, "offer", OFFER.replace("'t Theekransje: thee", "Koffie met koek"), monkeypatch)
    assert code == 0, said
    assert "- id: koffie-met-koek-2" in said
    assert "er is al een fiche met deze naam" in said


@pytest.mark.parametrize("lines", range(18))
def test_answers_that_stop_halfway_write_nothing(
    here: Path, lines: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (here / "offers.yaml").read_bytes()
    code, said = new(here, "offer", "".join(OFFER.splitlines(keepends=True)[:lines]), monkeypatch)
    assert code == 1
    assert "Er is niets opgeschreven" in said
    assert (here / "offers.yaml").read_bytes() == before


def test_answers_from_a_file(here: Path) -> None:
    answers = here / "antwoorden.txt"
    answers.write_text(OFFER, encoding="utf-8")
    arguments = ("new", "offer", "--root", str(here), "--today", TODAY, "--answers")
    assert command_here(*arguments, str(answers))[0] == 0
    assert OFFER_LINES in (here / "offers.yaml").read_text(encoding="utf-8")
    code, said = command_here(*arguments, str(here / "weg.txt"))
    assert (code, "kan niet gelezen worden" in said) == (2, True)


def test_files_with_mistakes_are_mended_first(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = here / "offers.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("from: 9u30", "from: 9u75"), encoding="utf-8")
    code, said = new(here, "offer", OFFER, monkeypatch)
    assert code == 1
    assert "9u75 is geen uur" in said
    assert "Hoe heet het?" not in said


@pytest.mark.parametrize("key", [KeyboardInterrupt, EOFError], ids=["Ctrl-C", "Ctrl-D"])
def test_whoever_stops_at_the_keyboard_writes_nothing(
    here: Path, key: type[BaseException], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Keyboard(io.StringIO):
        def isatty(self) -> bool:
            return True

    typed = iter(OFFER.splitlines()[:-1])

    def type_a_line(prompt: str) -> str:
        if (line := next(typed, None)) is None:
            raise key
        return line

    monkeypatch.setattr(sys, "stdin", Keyboard())
    monkeypatch.setattr("builtins.input", type_a_line)
    before = (here / "offers.yaml").read_bytes()
    code, said = command_here("new", "offer", "--root", str(here), "--today", TODAY)
    assert code == 1
    assert "Er is niets opgeschreven" in said
    assert "Traceback" not in said
    assert (here / "offers.yaml").read_bytes() == before


class _Answers:
    """Answers every question in the same way, a number of times."""

    def __init__(self, answer: str, times: int) -> None:
        self._answer, self._times = answer, times
        self.said: list[str] = []

    def ask(self, prompt: str) -> str:
        self._times -= 1
        if self._times < 0:
            raise StoppedError
        self.said.append(prompt)
        return self._answer

    def say(self, text: str) -> None:
        self.said.append(text)


@pytest.mark.parametrize(
    "answer", ["", "1", "ja", "x", "<", "?", "9:30", "2026-11-23", "a: [b, {", "é" * 300]
)
@pytest.mark.parametrize("shelf", ["offers", "organisations", "places", "contacts"])
def test_every_key_of_every_record_can_be_asked(shelf: str, answer: str) -> None:
    """Whatever somebody answers; and each question is in Dutch."""
    model = MODELS[shelf]
    for name, field in model.model_fields.items():
        key = field.alias or name
        if key in ("id", "previous_ids", "ended"):
            continue
        console = _Answers(answer, 9)
        interview = Interview(shelf, Setting(words_of("nl"), DAY, {}, {}), console)
        with suppress(StoppedError):
            interview.ask([key])
        assert "".join(console.said).strip("\n")
