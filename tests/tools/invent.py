"""Invents as many offers as asked for: the same number gives the same offers, nothing is drawn by lot."""

import re
import shutil
from pathlib import Path

from tests.tools.paths import INVENTED

_FIRST = ("Samen", "Zingend", "Stilletjes", "Vrolijk", "Binnen", "Buiten", "Langzaam", "Op zondag")
_THEN = ("koken", "naaien", "wandelen", "praten", "rekenen", "lezen", "tuinieren", "fietsen", "luisteren")
_TALE = """
in de verzonnen wijk zie je elke dag iets nieuws en niemand kijkt op de klok want de tijd staat daar stil
je komt binnen je drinkt een kop koffie en je vraagt wat je wilt vragen een buur legt het uit in gewone
woorden en daarna ga je naar huis met een antwoord of met een taart
"""
_WORDS = tuple(_TALE.split())
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_FUNCTIONS = ("ontmoeten", "leren", "verwijzen", "politiseren")
_THEMES = ("samen", "leren", "wonen")
_PLACES = ("verzinselhuis", "luchtkasteel", "droompark")
_PRICES = ('"gratis"', '"2,50"', "{amount: 5, reduced: 1, tariffs: UiTPAS}")


def _sentences(number: int, words: int) -> str:
    """Some plain sentences of twelve words, different for each number."""
    said = [_WORDS[(number * 7 + step * (1 + number % 5)) % len(_WORDS)] for step in range(words)]
    return " ".join(" ".join(said[at : at + 12]).capitalize() + "." for at in range(0, words, 12))


def invented_offer(number: int, organisations: int = 0) -> str:
    """One offer as YAML text, an item of the list `offers:`; organised by one of so many organisations."""
    name = f"{_FIRST[number % len(_FIRST)]} {_THEN[number // 3 % len(_THEN)]} {number}"
    start = 8 + number % 10
    organiser = f"verzonnen-vereniging-{number % organisations}" if organisations else "verzinselhuis-vzw"
    return f"""\
  - id: verzonnen-{number}
    name: {name}
    summary: {_sentences(number, 12)}
    description: |
{_paragraphs(number)}
    kind: activity
    functions: [{_FUNCTIONS[number % 4]}]
    themes: [{_THEMES[number % 3]}]
    when:
      {{every: week, on: {_DAYS[number % 7]}, from: "{start}:00", until: "{start + 2}:30", since: 2026-01-05}}
    place: {_PLACES[number % 3]}
    organiser: {organiser}
    contacts: zichtbare-zita
    price: {_PRICES[number % 3]}
    dutch_needed: {1 + number % 4}
    checked: {{on: 2026-{1 + number % 11:02}-15}}
"""


def invented_organisation(number: int) -> str:
    """One organisation as YAML text, an item of the list `organisations:`."""
    opens = 8 + number % 3
    return f"""\
  - id: verzonnen-vereniging-{number}
    name: Vereniging {_THEN[number % len(_THEN)]} {number}
    kind: vereniging
    themes: [{_THEMES[number % 3]}]
    summary: {_sentences(number, 12)}
    description: |
{_paragraphs(number)}
    place: {_PLACES[number % 3]}
    phones: 050 00 00 00
    opening_hours: {{on: [maandag, {_DAYS[2 + number % 4]}], opens: {opens}u, closes: {opens + 4}u30}}
    appointment: aanbevolen
    checked: {{on: 2026-{1 + number % 11:02}-15}}
"""


def _paragraphs(number: int) -> str:
    return "\n\n".join(f"      {_sentences(number + part, 60)}" for part in range(3))


def write_invented_neighbourhood(folder: Path, offers: int, organisations: int = 0) -> Path:
    """A neighbourhood with that many offers, in one language, on the invented map; gives its folder.

    With so many more organisations than the invented ones.
    """
    shutil.copytree(INVENTED, folder)
    social_map = folder / "socialmap.yaml"
    text = social_map.read_text(encoding="utf-8").replace(
        "languages: [nl, fr]\n  map:", "languages: [nl]\n  map:"
    )
    # The questions lead to offers that are not here.
    text = re.sub(r"^ +offers: \[.*\]\n", "", text, flags=re.MULTILINE)
    more = "".join(invented_organisation(number) for number in range(organisations))
    text = text.replace("\norganisations:\n", f"\norganisations:\n{more}", 1)
    social_map.write_text(text, encoding="utf-8")
    records = "".join(invented_offer(number, organisations) for number in range(offers))
    (folder / "offers.yaml").write_text("offers:\n" + records, encoding="utf-8")
    return folder
