"""Partners' own flyers on paper: what makes a new sheet, and what their codes say."""

from datetime import date
from pathlib import Path

import pytest

from generator.editions import bound_today
from generator.model.codes import code_of
from generator.printing import make_swap
from generator.problems import BuildStopped
from generator.project import Project
from generator.site import render_pages
from generator.site.code_pages import render_code_pages
from tests.editions.stage import FIRST_DAY, Stage
from tests.editions.test_pages import LATER, site_of
from tests.editions.test_pages import text_of as said_in
from tests.partners.files import A5, BAD, GOOD, text_of, typeset
from tests.tools.builds import command_here

FLYERS = "print/flyers/flyers.yaml"
RENT, WALK = "flyer/hulp-bij-huren", "flyer/koffie-met-koek"
DESCRIBED = """\
flyers:
  - id: hulp-bij-huren
    title: Hulp bij huren
    theme: wonen
    organisation: veilige-haven
    valid_until: 2026-11-30
    summary: Op vrijdag helpt iemand je met je huis.
    file: huren.pdf
"""


@pytest.fixture(scope="module")
def described_once(tmp_path_factory: pytest.TempPathFactory) -> Stage:
    """With a flyer of its own, and one of an offer; nothing was printed yet."""
    stage = Stage.copied(tmp_path_factory.mktemp("described"))
    folder = stage.root / "print" / "flyers"
    folder.mkdir(parents=True)
    (folder / "flyers.yaml").write_text(DESCRIBED, encoding="utf-8")
    (folder / "huren.pdf").write_bytes(GOOD["a4.pdf"]())
    (folder / "koffie.png").write_bytes(GOOD["doorkijk.png"]())
    stage.change("  - id: koffie-met-koek\n", "  - id: koffie-met-koek\n    flyer: {file: koffie.png}\n")
    return stage


@pytest.fixture(scope="module")
def printed_once(described_once: Stage, tmp_path_factory: pytest.TempPathFactory) -> Stage:
    """The same, with edition 1."""
    stage = described_once.copy(tmp_path_factory.mktemp("printed"))
    stage.freeze()
    return stage


@pytest.fixture
def stage(described_once: Stage, tmp_path: Path) -> Stage:
    return described_once.copy(tmp_path)


def put(stage: Stage, name: str, data: bytes) -> None:
    (stage.root / "print" / "flyers" / name).write_bytes(data)


def code_page(record: str, edition: int = 1) -> str:
    return f"Q/{code_of(*record.split('/'))}-{edition}/"


def dutch(stage: Stage, record: str, today: date = FIRST_DAY) -> str:
    """What the code on paper says of a flyer, in Dutch."""
    pages = render_code_pages(site_of(stage, today, languages=("nl",)))
    return said_in(pages[code_page(record)])


def test_a_flyer_has_a_number_and_a_code_in_the_ledger(printed: Stage) -> None:
    ledger = Project(printed.root).ledger()
    assert ledger
    text = ledger.decode()
    assert f"record: {RENT}\n    code: {code_of('flyer', 'hulp-bij-huren')}" in text
    numbers = {leaf.record: str(leaf.number) for leaf in printed.bound().binder.leaves}
    assert numbers[WALK] == f"1.{int(numbers['offer/koffie-met-koek'].split('.')[1]) + 1}", (
        "right after its offer"
    )
    assert printed.changed() == {}
    assert printed.bound().standing.current


def test_any_change_of_the_file_makes_a_new_sheet(printed: Stage) -> None:
    put(printed, "huren.pdf", GOOD["a4.pdf"]() + b"\n")
    assert printed.changed() == {RENT: ("other",)}
    assert "Er is een nieuwe versie van deze flyer." in dutch(printed, RENT)
    put(printed, "huren.pdf", GOOD["a4.pdf"]())
    assert printed.changed() == {}
    assert "Dit blad klopt nog." in dutch(printed, RENT)


@pytest.mark.parametrize(
    ("old", "new", "facts"),
    [
        ("title: Hulp bij huren", "title: Hulp bij wonen", ("name",)),
        ("2026-11-30", "2026-12-31", ("other",)),
        ("Op vrijdag", "Op maandag", ("other",)),
        ("veilige-haven", "verzinselhuis-vzw", ("other",)),
    ],
)
def test_any_change_of_what_is_said_of_it_makes_a_new_sheet(
    printed: Stage, old: str, new: str, facts: tuple[str, ...]
) -> None:
    printed.change(old, new, FLYERS)
    assert printed.changed()[RENT] == facts


def test_another_name_of_the_file_makes_no_new_sheet(printed: Stage) -> None:
    folder = printed.root / "print" / "flyers"
    (folder / "huren.pdf").rename(folder / "huren-2027.pdf")
    printed.change("huren.pdf", "huren-2027.pdf", FLYERS)
    assert printed.changed() == {}


def test_when_it_is_over_its_code_says_so(printed: Stage) -> None:
    """Its file may go then; its lines stay."""
    assert printed.bound(date(2026, 11, 30)).binder.marks.keys() >= {RENT}
    (printed.root / "print" / "flyers" / "huren.pdf").unlink()
    standing = printed.bound(LATER).standing
    assert RENT not in standing.bound
    answer = dutch(printed, RENT, LATER)
    assert "Dit blad klopt niet meer." in answer
    assert "De flyer was geldig tot en met 30 november 2026." in answer


def test_lines_that_are_gone_are_a_mistake_while_the_paper_is_there(printed: Stage) -> None:
    (printed.root / FLYERS).write_text("# Hier staat niets meer.\n", encoding="utf-8")
    with pytest.raises(BuildStopped) as stopped:
        printed.bound()
    (problem,) = (problem for problem in stopped.value.problems if "Hulp bij huren" in problem.message)
    assert problem.file == "print/ledger.yaml"
    assert "valid_until" in problem.remedy
    (printed.root / FLYERS).write_text(
        DESCRIBED.replace("id: hulp-bij-huren", "id: hulp-bij-wonen\n    previous_ids: [hulp-bij-huren]"),
        encoding="utf-8",
    )
    assert printed.changed() == {}


def test_a_file_that_went_bad_takes_out_only_its_own_sheet(printed: Stage) -> None:
    put(printed, "huren.pdf", BAD["kapot.pdf"][1]())
    assert printed.changed()[RENT] == ("gone",)
    assert WALK not in printed.changed()
    assert "Dit blad klopt niet meer. Deze flyer is er nu even niet." in dutch(printed, RENT)


def test_a_changed_flyer_is_among_the_swap_sheets(printed: Stage, tmp_path: Path) -> None:
    put(printed, "huren.pdf", typeset(A5, "Nu op *donderdag*.", pages=2))
    source, guide, bound = bound_today(Project(printed.root), FIRST_DAY)
    (edition,) = bound.standing.editions
    assert [entry.record for entry in edition.swap.replaced] == [RENT]
    made = text_of(make_swap(source, guide, bound, edition.swap, tmp_path).read_bytes())
    assert "Hulp bij huren" in made
    assert "Nu op donderdag." in " ".join(made.split())


def test_its_page_tells_what_it_is_in_every_language(stage: Stage) -> None:
    pages = {page.path: page.body for page in render_pages(site_of(stage, FIRST_DAY))}
    said = said_in(pages["flyers/hulp-bij-huren/"])
    assert "Hulp bij huren Op vrijdag helpt iemand je met je huis." in said
    assert "Geldig tot en met 30 november 2026." in said
    assert "sociale-kaart/veilige-haven/" in pages["flyers/hulp-bij-huren/"]
    assert "Valable jusqu’au 30 novembre 2026" in said_in(pages["fr/flyers/hulp-bij-huren/"])
    assert "../../flyers/koffie-met-koek/" in pages["aanbod/koffie-met-koek/"]
    assert "../../flyers/hulp-bij-huren/" in pages["sociale-kaart/veilige-haven/"]
    assert "../flyers/hulp-bij-huren/" in pages["werkers/"]
    later = site_of(stage, LATER, languages=("nl",))
    over = {page.path: page for page in render_pages(later)}["flyers/hulp-bij-huren/"]
    assert "was geldig tot en met 30 november 2026" in over.body
    assert not over.search


def test_check_has_a_clear_line_for_each(stage: Stage) -> None:
    put(stage, "los.pdf", GOOD["a4.pdf"]())
    put(stage, "op-slot.pdf", BAD["wachtwoord.pdf"][1]())
    stage.add(
        "  - {id: op-slot, title: Op slot, theme: wonen, summary: Op slot., file: op-slot.pdf}\n"
        "  - {id: voorbij, title: Voorbij, theme: wonen, summary: Voorbij., file: weg.pdf,"
        " valid_until: 2026-01-01}\n",
        FLYERS,
    )
    code, said = command_here("check", "--root", str(stage.root), "--today", "2026-11-23")
    assert code == 0
    assert "print/flyers/los.pdf: let op: Dit bestand is nergens beschreven" in said
    assert "print/flyers/flyers.yaml:9:" in said
    assert "op-slot.pdf is op slot met een wachtwoord." in said
    assert "Vraag de partner een PDF zonder wachtwoord." in said
    assert "De flyer van voorbij was geldig tot en met 2026-01-01" in said
    stage.add("  - {id: kwijt, title: Kwijt, theme: wonen, summary: Kwijt., file: huuren.pdf}\n", FLYERS)
    code, said = command_here("check", "--root", str(stage.root), "--today", "2026-11-23")
    assert code == 1
    assert "Er is geen bestand huuren.pdf in print/flyers." in said
    assert "Bedoel je huren.pdf?" in said


def test_only_files_of_the_folder_itself_are_read(stage: Stage) -> None:
    folder = stage.root / "print" / "flyers"
    (folder / "link.pdf").symlink_to(stage.root / "offers.yaml")
    (folder / "map.pdf").mkdir()
    (folder / "README.md").write_text("Uitleg", encoding="utf-8")
    (folder / ".DS_Store").write_bytes(b"x")
    assert set(Project(stage.root).flyer_files()) == {"huren.pdf", "koffie.png"}
