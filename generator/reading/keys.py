"""The keys that a record knows, and what a wrong key was meant to be."""

from collections.abc import Collection, Iterator
from difflib import get_close_matches
from functools import cache, lru_cache
from typing import Any, get_args

from pydantic import BaseModel

CUTOFF = 0.7
"""Below this likeness a suggestion does more harm than good."""

_MEANT: dict[str, tuple[str, ...]] = {
    "aanbod": ("offers",), "adres": ("address",), "afspraak": ("by_appointment", "appointment"),
    "antwoord": ("answer",), "bedrag": ("amount",),
    "begin": ("from", "since", "opens"), "begint": ("from", "since", "opens"),
    "behalve": ("except",),
    "bestand": ("file",), "beschrijving": ("description",), "betaalbaar": ("price",), "bron": ("source",),
    "buurt": ("neighbourhood",), "contact": ("contacts",), "contactpersoon": ("contacts",),
    "contactpersonen": ("contacts",), "coördinaten": ("coordinates",), "cost": ("price", "amount"),
    "date": ("on", "dates"), "datum": ("on", "dates"), "data": ("dates",), "dag": ("on",), "dagen": ("on",),
    "attest": ("documents",), "attesten": ("documents",), "document": ("documents",),
    "documenten": ("documents",), "doel": ("purpose",), "doelgroep": ("audience",),
    "doorverwijzing": ("referral",),
    "eenvoudig": ("simple",), "eenvoudige_taal": ("simple",), "eenvoudige taal": ("simple",),
    "e-mail": ("email",), "einde": ("until", "last", "closes"), "eindigt": ("until", "last", "closes"),
    "elke": ("every",),
    "functie": ("functions", "role"), "functies": ("functions",), "geannuleerd": ("cancelled",),
    "ga_naar": ("go_to",), "geldig": ("valid_until",), "geldig_tot": ("valid_until",),
    "gemeente": ("municipality", "city"), "gesloten": ("closed", "except"), "gestopt": ("ended",),
    "gratis": ("free",), "gsm": ("phone", "phones", "number"), "gsm-nummer": ("phone", "phones", "number"),
    "halte": ("stops",), "haltes": ("stops",), "hoe": ("how",), "hulplijnen": ("helplines",),
    "icon": ("pictogram",), "icoon": ("pictogram",),
    "iedere": ("every",), "inschrijven": ("signup",), "inschrijving": ("signup",), "intern": ("internal",),
    "keuze": ("choices",), "keuzes": ("choices",), "keuzen": ("choices",), "options": ("choices",),
    "includes": ("include",), "overnemen": ("include",),
    "kostprijs": ("price",), "kost": ("price",), "link": ("website", "url"), "locatie": ("place",),
    "location": ("place",), "mail": ("email",), "meebrengen": ("bring",), "melding": ("notice",),
    "naam": ("name", "title"), "nagekeken": ("checked",), "nodig": ("needed", "bring"),
    "nota": ("note", "internal"),
    "notitie": ("note", "internal"), "nummer": ("number",), "omschrijving": ("description",),
    "op": ("on",), "openingsuren": ("opening_hours",), "openingstijden": ("opening_hours",),
    "opent": ("opens",), "opmerking": ("remark", "note"), "organisatie": ("organisation", "organiser"),
    "organisaties": ("organisations",), "organisator": ("organiser",), "papieren": ("documents",),
    "partner": ("partners",),
    "plaats": ("place", "city"), "plaatsen": ("places",), "postcode": ("postal_code",), "prijs": ("price",),
    "publiceren": ("publish",), "reden": ("reason",), "rol": ("role",), "samenvatting": ("summary",),
    "sinds": ("since",), "sluit": ("closes",), "soort": ("kind",), "speciale_uren": ("special_hours",),
    "stad": ("city", "municipality"),
    "start": ("from", "since", "opens"), "synoniemen": ("synonyms",),
    "taal": ("languages",), "talen": ("languages",),
    "tarieven": ("tariffs",), "tekst": ("text",), "tel": ("phone", "phones", "number"),
    "telefoon": ("phone", "phones", "number"), "telefoonnummer": ("phone", "phones", "number"),
    "phone": ("phones", "number"), "phones": ("phone",), "telephone": ("phone", "phones", "number"),
    "thema": ("themes", "theme"), "thema's": ("themes", "theme"), "themas": ("themes", "theme"),
    "title": ("name",),
    "titel": ("name", "title"),
    "toegankelijkheid": ("accessibility",), "tot": ("until", "closes"),
    "type": ("kind",), "uitgever": ("publisher",),
    "url": ("website",), "uur": ("from",), "van": ("from", "opens"), "vanaf": ("from", "since", "opens"),
    "door": ("by",), "day": ("on",), "days": ("on",), "lat": ("coordinates",), "lon": ("coordinates",),
    "latitude": ("coordinates",), "longitude": ("coordinates",),
    "from": ("opens",), "until": ("closes",), "end": ("until", "closes"),
    "verplicht": ("needed",), "vertrouwelijk": ("confidential",), "vervolgvraag": ("ask",),
    "verwijzing": ("referral",),
    "voor": ("audience",), "voor_wie": ("audience",), "vraag": ("question",), "vragen": ("questions",),
    "uitzonderingen": ("special_hours",), "waar": ("place",), "wandeling": ("route",), "wanneer": ("when",),
    "website": ("url",), "weekdag": ("on",), "werkers": ("contacts",),
    "wie": ("by", "audience"),
}  # fmt: skip
"""Words that people try first, mostly Dutch, and the keys they may stand for."""
for _word in ("e-mail", "gsm", "gsm-nummer", "mail", "tel", "telefoon", "telefoonnummer"):
    _MEANT[_word] += ("contacts",)  # a record without a number of its own has people


@cache
def keys_of(model: type[BaseModel]) -> tuple[str, ...]:
    """The keys that people type in a record of this kind, in the order of the model."""
    return tuple(field.alias or name for name, field in model.model_fields.items())


_LAST = ("source", "checked", "review_every", "internal")
"""What people write at the end of a record: where it comes from, and who looked at it."""


@cache
def keys_in_order(model: type[BaseModel]) -> tuple[str, ...]:
    """The same keys, in the order in which people write them."""
    keys = keys_of(model)
    return (*(key for key in keys if key not in _LAST), *(key for key in _LAST if key in keys))


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models_in(part)


@cache
def models_under(model: type[BaseModel]) -> dict[str, type[BaseModel]]:
    """The keys whose value is a record itself (`when`, `price`, ...), with the kind of record."""
    found = {}
    for name, field in model.model_fields.items():
        if inner := next(_models_in(field.annotation), None):
            found[field.alias or name] = inner
    return found


def model_at(model: type[BaseModel], path: tuple[str | int, ...]) -> type[BaseModel]:
    """The kind of record that holds the last part of the path."""
    for part in path:
        if isinstance(part, str) and part in models_under(model):
            model = models_under(model)[part]
    return model


def all_keys(model: type[BaseModel]) -> frozenset[str]:
    """Every key of a record and of the records in it."""
    found = set(keys_of(model))
    for inner in models_under(model).values():
        found |= all_keys(inner)
    return frozenset(found)


def nearest(typed: str, choices: Collection[str]) -> str | None:
    """The choice that looks most like what was typed, if one looks like it enough."""
    return _nearest(typed, tuple(sorted(choices)))


@lru_cache(maxsize=1_000)
def _nearest(typed: str, choices: tuple[str, ...]) -> str | None:
    """One slip is often repeated in many records, and comparing with all choices is slow."""
    by_lower = {choice.lower(): choice for choice in choices}
    close = get_close_matches(typed.lower().strip(), by_lower, n=1, cutoff=CUTOFF)
    return by_lower[close[0]] if close else None


def meant_key(typed: str, known: Collection[str]) -> str | None:
    """The key that was meant: by its Dutch or other name, or because it looks like one."""
    known = frozenset(known)
    plain = typed.lower().strip().rstrip(":").replace(" ", "_")
    for candidate in (plain, plain.replace("-", "_")):
        if candidate in known:
            return candidate
    for candidate in _MEANT.get(plain, ()):
        if candidate in known:
            return candidate
    others = {
        word: next(key for key in keys if key in known) for word, keys in _MEANT.items() if known & set(keys)
    }
    close = nearest(plain.replace("-", "_"), [*known, *others])
    return others.get(close, close) if close else None
