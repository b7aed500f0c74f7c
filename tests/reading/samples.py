"""A small invented neighbourhood without mistakes, and the means to put one in.

In a spoiled text the sign ¶ stands right before the place at which the problem must
be reported; it is taken out before reading.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from babel.support import Translations

from generator.problems import Problem, Severity
from generator.reading.flyers import FlyerFolder
from generator.reading.locating import Locate
from generator.reading.reader import Reading, read_guide
from generator.reading.sources import Sources
from generator.recalling import Recall, make_anew
from generator.wording.words import Words

TODAY = date(2026, 11, 23)
ENGLISH = Words("en", Translations())
"""The messages as they stand in the code, so that the tests do not hang on a translation."""
SITE_URL = "https://voorbeeldwijk.example/"

OFFERS = """\
offers:
  - id: soep-in-de-wijk
    name: Soep in de wijk
    summary: We koken samen soep.
    description: |
      Iedereen is welkom.

      - Breng gerust iemand mee: hoe meer, hoe leuker.
    kind: activity
    functions: [ontmoeten, leren]
    themes: [vrije-tijd, gezondheid]
    pictogram: pot-steam
    audience: everyone
    when:
      - every: week
        on: friday
        from: 9:30
        until: 11:30
        since: 2022-01-07
        except: [school holidays, public holidays]
    place: wijkhuis
    organiser: voorbeeldvzw
    partners: []
    contacts: [jan-voorbeeld]
    price:
      amount: 2,50
      reduced: 1
      tariffs: [UiTPAS]
    signup: none
    dutch_needed: 2
    languages: [nl, fr]
    accessibility: [wheelchair, toilet]
    documents: [identity card, letter]
    bring: [Een lege pot]
    notice:
      text: Deze week in de grote zaal.
      from: 2026-11-20
      until: 2026-11-30
    source: Gesprek met het team
    checked: {on: 2026-11-01, by: Jan, how: telefoon}

  - id: breiclub
    name:
      nl: Breiclub
      fr: Club de tricot
    summary: Samen breien in het wijkhuis.
    kind: activity
    functions: ontmoeten
    themes: vrije-tijd
    when:
      dates:
        - 2026-12-04
        - {on: 2026-12-18, from: 14:00, until: 16:00}
    place: wijkhuis
    route:
      stops: [wijkhuis, park]
      loop: yes
    organiser: voorbeeldvzw
    price: free
    signup:
      needed: required
      how: Bel het wijkhuis.
    checked: {on: 2026-11-01}
"""

SOCIALMAP = """\
neighbourhood:
  name: Voorbeeldwijk
  municipality: Verzonnenstad
  publisher: Het wijkhuis van de Voorbeeldwijk
  meeting_house: wijkhuis
  fallback:
    name: Het wijkhuis
    place: wijkhuis
    phone: 056 00 00 00
  languages: [nl, fr]
  map:
    south_west: 50.84, 3.29
    north_east: 50.87, 3.33

themes:
  - id: vrije-tijd
    name: Vrije tijd
    pictogram: needle
    synonyms: [hobby, vervelen]
  - id: gezondheid
    name: Gezondheid
    pictogram: laptop

organisations:
  - id: voorbeeldvzw
    name: Voorbeeldvzw
    kind: association
    summary: Een vereniging die niet bestaat.
    themes: vrije-tijd
    place: wijkhuis
    phones:
      - number: 056 00 00 01
        label: Onthaal
        languages: [nl]
        whatsapp: no
    website: www.voorbeeld.example
    opening_hours:
      - on: [monday, tuesday]
        opens: 9:00
        closes: 12:00
        except: school holidays
    special_hours:
      - on: 2026-12-28
        closed: yes
        reason: Opruimdag
    appointment: none
    documents: none
    checked: {on: 2026-10-01}

places:
  - id: wijkhuis
    name: Het wijkhuis
    number: 1
    address: Voorbeeldstraat 1
    coordinates: 50.85, 3.31
    closed:
      - from: 2026-12-24
        until: 2027-01-03
        reason: Kerstvakantie
    checked: {on: 2026-10-01}
  - id: park
    name: Het park
    number: 2
    coordinates: 50.86, 3.32
    checked: {on: 2026-10-01}

contacts:
  - id: jan-voorbeeld
    name: Jan Voorbeeld
    role: buurtwerker
    organisation: voorbeeldvzw
    phone: 0470 00 00 00
    publish: yes
    checked: {on: 2026-10-01}

questions:
  - id: mijn-brief
    question: Ik begrijp een brief niet.
    pictogram: laptop
    answer: Breng hem mee.
    choices:
      - id: brief-van-de-bank
        question: Een brief van de bank.
        pictogram: laptop
        answer: Breng hem mee.
        go_to: voorbeeldvzw
        helplines: [noodnummer]
      - id: brief-van-de-school
        question: Een brief van de school.
        pictogram: needle
        ask: Wat staat erin?
        choices:
          - id: schoolrekening
            question: De rekening.
            pictogram: needle
            synonyms: [betalen]
            organisations: [voorbeeldvzw]
          - id: rapport
            question: Het rapport.
            pictogram: needle
            offers: [breiclub]
    checked: {on: 2026-10-01}

  - id: ik-verveel-me
    question: Ik verveel me.
    pictogram: needle
    themes: vrije-tijd
    offers: [breiclub]
    organisations: [voorbeeldvzw]
    checked: {on: 2026-10-01}

helplines:
  - id: noodnummer
    name: Noodnummer
    number: "112"
    purpose: Voor alle dringende hulp.
    emergency: yes
    checked: {on: 2026-10-01}
"""


FLYERS = """\
flyers:
  - id: hulp-bij-huren
    title: Hulp bij huren
    theme: vrije-tijd
    organisation: voorbeeldvzw
    valid_until: 2027-06-30
    summary: Op vrijdag helpt iemand je met je huis.
    file: huren.pdf
"""


def read(
    offers: str | bytes = OFFERS,
    socialmap: str | bytes = SOCIALMAP,
    flyers: str | bytes | None = None,
    *,
    site_url: str = SITE_URL,
    locate: Locate | None = None,
    icons: Collection[str] = ("pot-steam", "needle", "laptop"),
    words: Words = ENGLISH,
    today: date = TODAY,
    folder: FlyerFolder | None = None,
    recall: Recall = make_anew,
) -> Reading:
    """Reads the texts on a fixed day; `flyers` and `folder` are of partners."""
    first, second, third = (
        text.encode() if isinstance(text, str) else text for text in (offers, socialmap, flyers)
    )
    assert first is not None
    assert second is not None
    return read_guide(
        Sources(first, second, third),
        words,
        today=today,
        site_url=site_url,
        holidays={},
        locate=locate,
        icons=icons,
        folder=folder,
        recall=recall,
    )


@dataclass(frozen=True)
class Spoiled:
    """The two files with something changed, and where the sign ¶ stood."""

    offers: str
    socialmap: str
    file: str
    line: int
    column: int

    def read(self) -> Reading:
        return read(self.offers, self.socialmap)


def spoil(old: str, new: str) -> Spoiled:
    """Replaces the first `old` in the file that has it; `new` holds the sign ¶ once."""
    if old in OFFERS:
        file, spoiled = "offers.yaml", OFFERS.replace(old, new, 1)
    else:
        assert old in SOCIALMAP, old
        file, spoiled = "socialmap.yaml", SOCIALMAP.replace(old, new, 1)
    line, column = find_sign(spoiled)
    clean = spoiled.replace("¶", "")
    return Spoiled(
        clean if file == "offers.yaml" else OFFERS,
        clean if file == "socialmap.yaml" else SOCIALMAP,
        file, line, column,
    )  # fmt: skip


def find_sign(text: str) -> tuple[int, int]:
    """Line and column (from 1) of the sign ¶."""
    assert text.count("¶") == 1, text
    before = text[: text.index("¶")]
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1


def errors(reading: Reading) -> list[Problem]:
    return [problem for problem in reading.problems if problem.severity is Severity.ERROR]
