"""A binder through two editions: old paper and swap sheets together are the new binder, and no code dies."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from unittest.mock import patch

import pytest

from generator.build import site_input
from generator.cli import main
from generator.editions import Bound, bind, bound_today, new_edition, stamped
from generator.model.codes import code_of
from generator.printing import stationery_of
from generator.project import Project, words_of
from generator.sheets import Stationery, render_binder, render_swap
from generator.site.code_pages import render_code_pages, render_edition_pages
from generator.source import Source, view_languages
from generator.views.shapes import GuideView
from tests.editions.stage import Stage
from tests.tools.builds import Built, command_here
from tests.tools.forked import build
from tests.tools.paths import ROOT
from tests.tools.pdf import Sheet
from tests.tools.verapdf import failed_rules

TODAY = date(2026, 11, 23)
CHANGED = ("soep-met-babbels", "digipunt", "naaiatelier")
ENDED = "babbelbuur"
NEW = ("babbelhoek", "zonnegroet")


@dataclass(frozen=True)
class Printed:
    """One edition of the real neighbourhood, as it lies on the table."""

    source: Source
    guide: GuideView
    bound: Bound
    stationery: Stationery
    binder: Path

    @cached_property
    def papers(self) -> dict[str, list[tuple[str, str]]]:
        return papers(self.binder)


def papers(path: Path) -> dict[str, list[tuple[str, str]]]:
    """The sheets of paper of a PDF, front and back, by what stands at their foot."""
    texts = [re.sub(r"\s+", " ", text).strip() for text in Sheet(path).texts]
    assert len(texts) % 2 == 0, "printed on both sides, every sheet has a back"
    found: dict[str, list[tuple[str, str]]] = {}
    for front, back in zip(texts[::2], texts[1::2], strict=True):
        foot = re.search(r".*proefdruk (.+)$", front)
        mark = foot[1] if foot and len(foot[1]) < 25 else "cover"
        name = "front" if mark == "cover" or re.fullmatch("[ivx]+", mark) else re.sub(r" \d+$", "", mark)
        found.setdefault(name, []).append((front, back))
    return found


def print_edition(stage: Stage, folder: Path) -> Printed:
    number = new_edition(Project(stage.root), TODAY).edition.edition
    source, guide, bound = bound_today(Project(stage.root), TODAY)
    path = folder / f"flyermap-{number}.pdf"
    stationery = stationery_of(source, guide)
    path.write_bytes(render_binder(bound.binder, guide, stationery, words_of("nl")))
    return Printed(source, guide, bound, stationery, path)


def change_the_offer(stage: Stage) -> None:
    """Three offers change, one ends, two begin."""
    stage.change(
        "        on: friday\n        from: 9:30\n        until: 11:30\n        since: 2022-01-07",
        "        on: thursday\n        from: 14:00\n        until: 16:00\n        since: 2022-01-07",
    )
    path = stage.root / "offers.yaml"
    text = path.read_text(encoding="utf-8")
    text = with_line(text, "digipunt", "    price: free")
    text = re.sub(r"(- id: naaiatelier\n.*\n    summary: ).*", r"\1Je naait samen.", text)
    text = with_line(
        text, ENDED, "    status: ended\n    ended: {on: 2026-11-01, instead: Kom naar de soep.}"
    )
    for name in NEW:
        text += f"""
  - id: {name}
    name: {name.capitalize()}
    summary: Dit is verzonnen voor een test.
    kind: activity
    functions: ontmoeten
    themes: vrije-tijd
    checked: {{on: 2026-11-20}}
"""
    path.write_text(text, encoding="utf-8")


def with_line(text: str, offer: str, line: str) -> str:
    assert text.count(f"  - id: {offer}\n") == 1
    return text.replace(f"  - id: {offer}\n", f"  - id: {offer}\n{line}\n")


@dataclass(frozen=True)
class Story:
    first: Printed
    second: Printed
    swap: Path


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Story:
    """Edition 1 of the real neighbourhood, edition 2 after some changes, and the sheets in between."""
    folder = tmp_path_factory.mktemp("editions")
    stage = Stage.copied(folder, ROOT)
    first = print_edition(stage, folder)
    change_the_offer(stage)
    second = print_edition(stage, folder)
    swap = folder / "wisselbladen-1-naar-2.pdf"
    edition = second.bound.standing.editions[0]
    swap.write_bytes(
        render_swap(edition.swap, second.bound.binder, second.guide, second.stationery, words_of("nl"))
    )
    return Story(first, second, swap)


def test_the_old_binder_with_the_swap_sheets_is_the_new_binder(story: Story) -> None:
    """Sheet by sheet, as a worker does it who follows the checklist."""
    binder, new = dict(story.first.papers), papers(story.swap)
    swap = story.second.bound.standing.editions[0].swap
    for entry in swap.removed:
        del binder[entry.number]
    named = {"map": "Buurtkaart", "helplines": "Hulp aan de telefoon"}
    for entry in swap.replaced:
        assert entry.number in binder or entry.record in named
    for entry in swap.added:
        assert entry.number not in binder
    put_in = {entry.number or named[entry.record] for entry in (*swap.replaced, *swap.added)} | {"front"}
    assert set(new) == put_in | {"Wisselbladen"}
    for mark in put_in:
        binder[mark] = new[mark]
    assert sorted(binder) == sorted(story.second.papers)
    assert [mark for mark, sheets in story.second.papers.items() if binder[mark] != sheets] == []


def test_only_what_changed_is_swapped(story: Story) -> None:
    swap = story.second.bound.standing.editions[0].swap
    leaves = {e.record for e in swap.replaced if e.record.startswith("offer/")}
    assert leaves == {f"offer/{offer}" for offer in CHANGED}
    assert {e.record for e in swap.removed} == {f"offer/{ENDED}"}
    assert {e.record for e in swap.added} == {f"offer/{offer}" for offer in NEW}
    before, after = story.first.bound.binder.number, story.second.bound.binder.number
    assert {offer: n for offer, n in after.items() if offer not in NEW} == {
        offer: n for offer, n in before.items() if offer != ENDED
    }


def test_every_code_of_both_editions_leads_to_a_right_answer(story: Story) -> None:
    """The codes as a camera reads them; of edition 2 those that are not in edition 1."""
    guides = view_languages(story.second.source, story.second.source.languages)
    standing = bind(story.second.source, guides["nl"]).standing
    guides = {code: stamped(story.second.source, guide, standing) for code, guide in guides.items()}
    with patch("generator.build.render_cards", return_value={}):  # no code leads to a picture to share
        site = site_input(story.second.source, guides, standing, {})
    pages = {**render_code_pages(site), **render_edition_pages(site)}
    found = {
        code.text for path in (story.first.binder, story.swap) for code in Sheet(path).codes(dpi=100, step=2)
    }
    paths = {text.removeprefix("HTTPS://STEKWIJZER.EXAMPLE/") for text in found}
    offers = {*story.first.bound.binder.number, *NEW}
    both = {f"Q/{code_of('offer', offer)}-2/" for offer in (*CHANGED, *NEW)}
    # What the finder asks on paper leads to what it asks today, so its codes know no edition.
    questions = {question.qr.href for question in guides["nl"].questions}
    assert questions & paths
    assert questions <= set(pages)
    paths -= questions
    assert paths == {f"Q/{code_of('offer', o)}-1/" for o in offers if o not in NEW} | both | {"E/1/", "E/2/"}
    for path in paths:
        answer = re.sub(r"<[^>]+>|\s+", " ", pages[path].split("<hr>")[0])
        answer = re.sub(r"\s+", " ", answer)
        if path == f"Q/{code_of('offer', ENDED)}-1/":
            assert "Dit is gestopt op 1 november 2026. Kom naar de soep." in answer
        elif path == f"Q/{code_of('offer', 'soep-met-babbels')}-1/":
            assert "Was: Elke vrijdag van 9.30 tot 11.30 uur" in answer
            assert "Is nu: Elke donderdag van 14.00 tot 16.00 uur" in answer
        elif path in {f"Q/{code_of('offer', offer)}-1/" for offer in CHANGED}:
            assert re.search("Dit is veranderd|Dit is nieuw sinds|Alleen de uitleg is veranderd", answer), (
                path
            )
        elif path == "E/1/":
            assert "Digipunt" in answer
        else:
            assert re.search("Er is niets veranderd|Dit blad klopt nog|Deze map klopt nog", answer), path


def test_swap_sheets_of_an_edition_are_pdf_ua(story: Story) -> None:
    assert [str(rule) for rule in failed_rules([story.swap])] == []


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The invented neighbourhood, built by command after one edition and a change."""
    folder = tmp_path_factory.mktemp("commands")
    stage = Stage.copied(folder)
    where = ("--root", str(stage.root), "--today", TODAY.isoformat())
    code, said = command_here("edition", "new", *where)
    assert (code, "editie 1" in said) == (0, True), said
    stage.change("      from: 9u30\n", "      from: 10u\n")
    return build(stage.root, folder / "out")


def test_a_draft_build_has_plain_codes_and_the_sheets_to_swap(built: Built) -> None:
    assert built.code == 0, built.said
    assert "ontwerp na editie 1, 23 november 2026" in built.said
    assert "niet op tijd nagekeken" in built.said
    assert "Gestopt aanbod: Dit is gestopt op 1 januari 2025." in built.said
    flyer = Sheet(built.print / "flyers" / "koffie-met-koek.pdf")
    assert "ontwerp na editie 1" in flyer.text
    (code,) = flyer.codes()
    assert code.text.endswith(f"/Q/{code_of('offer', 'koffie-met-koek').upper()}/")
    page = (built.out / "E" / "1" / "index.html").read_text(encoding="utf-8")
    assert "../../print/wisselbladen-1-naar-ontwerp.pdf" in page
    assert (built.print / "wisselbladen-1-naar-ontwerp.pdf").exists()
    printed = built.out / "Q" / f"{code_of('offer', 'koffie-met-koek')}-1" / "index.html"
    assert "Was:" in printed.read_text(encoding="utf-8")
    assert 'href="../E/1/"' in (built.out / "werkers" / "index.html").read_text(encoding="utf-8")


def test_no_link_on_the_pages_of_printed_codes_is_broken(built: Built) -> None:
    pages = [*built.out.glob("E/*/index.html"), *built.out.glob("Q/*-1/index.html")]
    assert len(pages) > 10
    for page in pages:
        for link in re.findall(r'href="(\.[^"?#]+)', page.read_text(encoding="utf-8")):
            target = page.parent / link
            assert (target / "index.html" if link.endswith("/") else target).exists(), f"{page}: {link}"


def test_the_commands_for_editions(built: Built, capsys: pytest.CaptureFixture[str]) -> None:
    def run(*arguments: str) -> tuple[int, str]:
        code = main([*arguments, "--root", str(built.root), "--today", TODAY.isoformat()])
        return code, "".join(capsys.readouterr())

    for action, wanted, exit_code in (
        ("list", "ontwerp na editie 1: 1 blad is anders", 0),
        ("show 1", "YYBTE  Koffie met koek", 0),
        ("show 7", "Er is geen editie 7. De edities zijn: 1.", 2),
        ("retire 1", "Editie 1 wordt niet meer gebruikt. De codes blijven werken.", 0),
        ("retire 1", "wordt al niet meer gebruikt", 0),
        ("new", "Dit is editie 2", 0),
        ("new", "Er is niets veranderd: de flyermap van vandaag is nog altijd editie 2.", 0),
        ("list", "niet meer gebruikt sinds 23 november 2026", 0),
    ):
        code, said = run("edition", *action.split())
        assert (code, wanted in said) == (exit_code, True), f"{action}: {said}"
    out = built.out.parent / "swap"
    assert run("swap", "--since", "1", "--out", str(out))[0] == 0
    assert [path.name for path in out.iterdir()] == ["wisselbladen-1-naar-2.pdf"]
    code, said = run("swap", "--since", "2")
    assert (code, "Er is niets te wisselen" in said) == (0, True), said
