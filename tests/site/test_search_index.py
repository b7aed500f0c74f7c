"""The index of the search: what is in it, how it is folded, how much it weighs."""

import gzip
import json
from dataclasses import replace
from hashlib import sha256
from typing import Any

import pytest

from generator import project
from generator.site.common_words import common_words
from generator.site.folding import words_of
from generator.site.search_index import SHELF, findables_of, render_search_files
from generator.views.findables import KINDS, view_register
from generator.views.shapes import Said
from tests.sheets.factory import make_offer
from tests.site.factory import make_ended_offer, make_site, make_site_guide

MOST_BYTES = 110_000
"""Of our own part of one search at 5,000 records; with Pagefind's part it stays under 200 kB."""


def index_of(files: dict[str, str], language: str = "nl") -> Any:
    return json.loads(files[f"data/search/{language}.json"])


def found_by(index: Any, word: str, field: str = "named") -> list[int]:
    """Numbers of the records that a word of the index leads to."""
    steps = index[field].split(" ")[index["words"].split(" ").index(word)]
    numbers: list[int] = []
    for step in steps.split(",") if steps else ():
        numbers.append((numbers[-1] if numbers else 0) + int(step, 36))
    return numbers


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Repair Café", ["repair", "cafe"]),
        ("L'accueil d'été, aujourd'hui", ["accueil", "ete", "aujourdhui"]),
        ("Buddy’s in Zaal 't Luchtkasteel", ["buddys", "in", "zaal", "luchtkasteel"]),
        ("ŒUVRE Straße İzmir ısı", ["oeuvre", "strasse", "izmir", "isi"]),
        ("IŞIK, ıstakoz, İş ve iş", ["isik", "istakoz", "is", "ve", "is"]),
        ("GS9’da Kâğıt", ["gs9da", "kagit"]),
        ("المدرسة والإيجار", ["مدرسه", "والايجار"]),
        ("Їжа: 112!", ["іжа", "112"]),
        ("Пʼятниця, п'ять обʼєднань на ґанку", ["пятниця", "пять", "обєднань", "на", "ганку"]),
    ],
)
def test_words_are_folded(text: str, words: list[str]) -> None:
    assert words_of(text) == words


def test_a_record_is_found_by_its_name_and_what_it_is_about() -> None:
    site = make_site()
    index = index_of(render_search_files(site))
    findables = findables_of(site, "nl")
    offers = [number for number, found in enumerate(findables) if found.kind == "offer"]
    assert set(found_by(index, "verzonnen")) >= set(offers[:5])
    assert [findables[number].name.text for number in found_by(index, "gestopt")] == ["Gestopt aanbod"]
    assert set(found_by(index, "koken", "about")) >= set(offers[:5])


def test_a_theme_leads_to_its_questions_and_offers() -> None:
    guide = make_site_guide()
    theme = replace(guide.themes[0], synonyms=(Said("geld tekort"), Said("facture", "fr")))
    site = make_site(replace(guide, themes=(theme,)))
    index = index_of(render_search_files(site))
    findables = findables_of(site, "nl")
    [number] = found_by(index, "tekort")
    assert findables[number].kind == "theme"
    assert found_by(index, "facture") == [number]
    kinds = [findables[member].kind for member in index["members"][str(number)]]
    assert kinds[:3] == ["question", "question", "offer"]


def test_what_ended_is_found_and_marked() -> None:
    site = make_site()
    files = render_search_files(site)
    index = index_of(files)
    ended = make_ended_offer()
    number = next(n for n, found in enumerate(findables_of(site, "nl")) if found.id == ended.id)
    assert index["past"] == [number]
    shown = json.loads(files[f"data/search/nl/{number // SHELF}.json"])[number % SHELF]
    assert shown["status"] == ended.status_text
    assert not any(number in members for members in index["members"].values())


def test_every_result_has_its_shelf_and_its_pictogram() -> None:
    offers = tuple(make_offer(n, pictogram=f"picture-{n % 3}") for n in range(100))
    site = make_site(make_site_guide(offers))
    files = render_search_files(site)
    index = index_of(files)
    shown = [
        record
        for place in range(sum(path.startswith("data/search/nl/") for path in files))
        for record in json.loads(files[f"data/search/nl/{place}.json"])
    ]
    findables = findables_of(site, "nl")
    assert [record["name"] for record in shown] == [found.name.text for found in findables]
    assert all(f"assets/pictograms/{record['pictogram']}.svg" in files for record in shown)
    assert [kind for kind, _ in index["kinds"]] == list(KINDS)
    assert sum(count for _, count in index["kinds"]) == len(shown)


def test_a_text_in_another_language_says_which() -> None:
    site = make_site(make_site_guide((make_offer(1, name=Said("Café inventé", "fr")),)))
    files = render_search_files(site)
    shelf = json.loads(files["data/search/nl/0.json"])
    assert ["Café inventé", "fr"] in [record["name"] for record in shelf]


def test_every_language_has_its_own_index_and_home() -> None:
    files = render_search_files(make_site(languages=("nl", "ar")))
    assert index_of(files)["home"] == "../../"
    assert index_of(files, "ar")["home"] == "../../ar/"
    # Arabic has six plural forms.
    assert set(index_of(files, "ar")["texts"]["found"]) == {"zero", "one", "two", "few", "many", "other"}


def test_the_words_that_say_nothing_are_those_of_the_language() -> None:
    assert {"de", "een"} <= common_words(project.words_of("nl"))
    assert common_words(project.words_of("uk")).isdisjoint(common_words(project.words_of("nl")))


def test_the_same_site_gives_the_same_index() -> None:
    assert render_search_files(make_site()) == render_search_files(make_site())


def test_an_empty_guide_has_an_index() -> None:
    guide = replace(
        make_site_guide(), offers=(), past_offers=(), organisations=(), places=(), themes=(), questions=(),
        helplines=(),
    )  # fmt: skip
    index = index_of(render_search_files(make_site(guide, handwritten=())))
    assert (index["words"], index["members"], index["past"]) == ("", {}, [])


def syllables(number: int) -> str:
    """A name of three words that no other name has: worse than any real list of names."""
    digest = sha256(str(number).encode()).digest()
    letters = [("bdfghklmnprstvwz"[byte % 16] + "aeiou"[byte % 5]) for byte in digest]
    return f"{''.join(letters[:3])} {''.join(letters[3:6])} {''.join(letters[6:10])}"


def test_our_part_of_a_search_stays_small_at_5000_records() -> None:
    offers = tuple(make_offer(number, name=Said(syllables(number))) for number in range(5_000))
    files = render_search_files(make_site(make_site_guide(offers)))
    size = {path: len(gzip.compress(text.encode())) for path, text in files.items()}
    shelves = sorted((size[path] for path in files if path.startswith("data/search/nl/")), reverse=True)
    # As many results as are shown at first, each on a shelf of its own.
    assert size["data/search/nl.json"] + sum(shelves[:24]) < MOST_BYTES


def test_the_register_goes_from_a_to_z() -> None:
    offers = tuple(
        make_offer(n, name=Said(name)) for n, name in enumerate(("’t Nest", "Écran", "eten", "1712", "Zon"))
    )
    site = make_site(make_site_guide(offers))
    found = [found for found in findables_of(site, "nl") if found.kind == "offer" and not found.status_text]
    register = view_register(site.words["nl"], found)
    assert [letter for letter, _ in register] == ["#", "E", "T", "Z"]
    assert [found.name.text for found in register[1][1]] == ["Écran", "eten"]
