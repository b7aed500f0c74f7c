"""Words that staff type where one of a closed list belongs: what they mean of it, if anything."""

import re
from collections.abc import Mapping

from generator.model.vocabulary import (
    Access,
    Audience,
    Closure,
    DayPart,
    Document,
    Function,
    OfferKind,
    OrganisationKind,
    SignupNeed,
    Status,
    Tariff,
    Vocabulary,
)
from generator.reading.keys import nearest

_NEAR: Mapping[type[Vocabulary], Mapping[str, str]] = {
    OrganisationKind: {
        "association": "vzw, feitelijke vereniging, club, organisatie, stichting, oudercomité, "
        "buurtcomité, vakbond",
        "public service": "ocmw, gemeente, stad, stadsdienst, overheid, dienst, politie, stadhuis, "
        "publieke dienst, sociaal huis, sociale dienst, lokaal bestuur, "
        "mutualiteit, ziekenfonds",
        "education": "school, basisschool, kleuterschool, cvo, hogeschool, opleiding, vorming, "
        "academie, ligo",
        "culture": "bib, bibliotheek, museum, theater, cultuurcentrum, cultuurhuis, jeugdhuis, "
        "jeugd, sport",
        "care": "ziekenhuis, dokter, huisarts, wzc, woonzorgcentrum, caw, cgg, ggz, hulpverlening, "
        "welzijn, gezondheid, wijkgezondheidscentrum, thuiszorg, kinderopvang",
        "housing": "huisvesting, huurdersbond, sociale huisvesting, woonmaatschappij, svk, shm, "
        "woonclub",
        "work": "vdab, tewerkstelling, arbeid, interim, maatwerkbedrijf",
        "project": "initiatief, werking, buurtwerking",
    },
    OfferKind: {
        "activity": "cursus, workshop, les, lessen, vorming, uitstap, wandeling, ontmoeting, "
        "maaltijd, sport, evenement, event, opleiding, project, spel",
        "service": "dienstverlening, hulp, hulpverlening, zitdag, spreekuur, permanentie, "
        "begeleiding, advies, loket",
        "feast": "festival, buurtfeest, kerstmarkt, straatfeest, receptie, party, feestje, kermis",
    },
    Status: {
        "running": "actief, lopend, lopende, open, bezig, ok, doorlopend, gestart, nog bezig, "
        "active, ja, yes",
        "ended": "stopgezet, afgelopen, voorbij, gedaan, beeindigd, stop, weg, closed, inactief, "
        "stopped, nee, no, afgeschaft",
        "paused": "tijdelijk gesloten, tijdelijk gestopt, dicht, gesloten, onderbroken, vakantie, "
        "winterstop, zomerstop, even niet, on hold",
        "planned": "binnenkort, nieuw, in voorbereiding, gaat starten, start binnenkort, toekomst, "
        "start in september",
    },
    Audience: {
        "older people": "bejaarden, oudere mensen, gepensioneerden, oma's en opa's, grootouders",
        "everyone": "allen, alle leeftijden, voor iedereen, alle, all, alle inwoners, buren, "
        "buurtbewoners, iedereen welkom",
        "parents": "mama's, papa's, moeders, vaders, mama, papa, ouder, jonge ouders",
        "families": "gezin, familie, families met kinderen, gezinnen met kinderen",
        "children": "kind, kleuters, baby's, peuters, lagere school, tieners",
        "young people": "jeugd, jongere, studenten, pubers, teenagers",
        "adults": "volwassene, grote mensen",
        "women": "vrouw, dames",
        "newcomers": "anderstaligen, anderstalige, vluchtelingen, asielzoekers, migranten, "
        "nieuwe inwoners, nieuwkomer",
        "low income": "arm, armoede, mensen in armoede, kansarmen, laag loon, "
        "mensen met een laag inkomen, kansengroepen",
        "volunteers": "vrijwilliger",
        "workers": "werker, professionals, hulpverleners, intermediairs",
    },
    Access: {
        "wheelchair": "rolstoeltoegankelijk, rolwagen, rolstoel toegankelijk, rolstoelvriendelijk, "
        "toegankelijk, drempelvrij",
        "pram": "buggy, kinderwagens, kinderkoets",
        "toilet": "wc, toiletten, toilette",
        "accessible toilet": "aangepast toilet, rolstoeltoilet, toilet voor rolstoelen, "
        "invalidentoilet",
        "lift": "elevator",
        "quiet": "stil, rustig, prikkelarme ruimte",
        "childcare": "opvang, oppas, babysit",
        "children welcome": "kinderen toegelaten, kindvriendelijk",
        "parking": "parkeerplaats, parkeerplaatsen, auto",
        "bicycle parking": "fietsparking, fietsenrek, fietsen, fietsparkeerplaats",
    },
    SignupNeed: {
        "required": "ja, yes, verplicht inschrijven, op afspraak, op inschrijving, inschrijven, "
        "op voorhand inschrijven, moet",
        "none": "nee, no, neen, niet, vrije inloop, zonder afspraak, gewoon komen, "
        "zonder inschrijving, vrij",
        "recommended": "liefst, graag, gewenst, best, mag, aangeraden, optioneel",
    },
    Document: {
        "identity card": "identiteitskaarten, paspoort, id, e-id, isi+, identiteitsbewijs, pas",
        "residence permit": "verblijfsvergunning, oranje kaart, a-kaart, b-kaart",
        "proof of income": "loonbrief, inkomen, aanslagbiljet, inkomensattest, fiche, loonbriefje",
        "family composition": "attest van samenstelling gezin, samenstelling gezin, "
        "samenstelling van het gezin",
        "health fund sticker": "sticker, ziekenfonds, mutualiteit, kleefbriefje mutualiteit, "
        "kleefbriefje ziekenfonds",
        "rental contract": "huurovereenkomst, contract",
        "letter": "brieven, facturen, rekening",
        "bank statement": "rekeninguittreksels, bankuittreksel, uittreksel",
    },
    Closure: {
        "school holidays": "vakantie, vakanties, schoolvakantie, zomervakantie, in de vakantie, "
        "holidays, school vakanties",
        "public holidays": "feestdag, wettelijke feestdagen, officiële feestdagen, bank holidays",
    },
    DayPart: {
        "morning": "ochtend, 's morgens, morgen, vm, voormiddags, in de voormiddag, 's ochtends",
        "afternoon": "middag, nm, 's middags, in de namiddag, na de middag",
        "evening": "'s avonds, nacht, in de avond",
    },
    Function: {
        "ontmoeten": "ontmoeting, ontmoetingen",
        "leren": "vorming, opleiding, les",
        "verwijzen": "doorverwijzen, toeleiden, informeren, verwijzing, hulp",
        "politiseren": "politisering, opkomen, belangenbehartiging, participatie",
    },
    Tariff: {"UiTPAS": "uitpas kansentarief, kansenpas", "MIA": "mia tarief, sociaal tarief"},
}  # fmt: skip
"""What each word of a list is called too."""
_AGES = re.compile(r"\D*(\d{1,2})\s*(?:(?:-|–|tot|t/m|en)\s*(\d{1,2})|\+|plus|plussers?|jaar en ouder)?\D*")


def meant_word(vocabulary: type[Vocabulary] | None, typed: str, choices: tuple[str, ...]) -> str | None:
    """The word of the list that was probably meant."""
    plain = " ".join(typed.lower().split())
    if vocabulary is None:
        return nearest(typed, choices)
    aliases = vocabulary.aliases()
    near = {
        word.strip(): meant
        for meant, words in _NEAR.get(vocabulary, {}).items()
        for word in words.split(", ")
    }
    if plain in near:
        return near[plain]
    if vocabulary is Audience and (found := _AGES.fullmatch(plain)):
        return _of_age(int(found[1]), int(found[2]) if found[2] else None)
    meant = nearest(typed, [*choices, *aliases, *near])
    return near.get(meant) or aliases.get(meant, meant) if meant else None


def _of_age(first: int, last: int | None) -> str:
    """`55+` or `6-12 jaar`, as one of the groups of the list."""
    if first >= 50:
        return Audience.OLDER_PEOPLE.value
    if first >= 18:
        return Audience.ADULTS.value
    return (Audience.CHILDREN if first < 12 and (last is None or last < 16) else Audience.YOUNG_PEOPLE).value
