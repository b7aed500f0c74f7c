"""HSDS services, organizations and locations -> offers, organisations, places and contacts.

A service that carries the name of its organization is what the organization does, as in our own open data;
every other one is an offer.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.incoming import texts
from generator.incoming.hsds.collecting import Collected, Json
from generator.incoming.hsds.schedules import Schedules
from generator.incoming.hsds.terms import Terms
from generator.incoming.shapes import Data, Feed, Identities, Incoming, Making
from generator.model.guide import Guide
from generator.reading.likely import slugified
from generator.wording.words import Words

_STATUS = {"inactive": "planned", "defunct": "ended", "temporarily closed": "paused"}
_OURS = re.compile(r"https?://[^?#]+/(?:aanbod|sociale-kaart)/([a-z0-9]+(?:-[a-z0-9]+)*)/")
"""The page of a guide like this one: a record keeps its id from guide to guide."""


@dataclass(frozen=True)
class Origin:
    """Where a feed comes from."""

    title: str
    address: str = ""
    """Empty for a file."""


def read_hsds(
    found: Collected, origin: Origin, guide: Guide, words: Words, today: date, ids: Identities
) -> Feed:
    """All records of a feed, in our form."""
    return _Reader(found, origin, guide, words, today, ids).read()


class _Reader:
    def __init__(
        self, found: Collected, origin: Origin, guide: Guide, words: Words, today: date, ids: Identities
    ) -> None:
        self._found, self._origin, self._words, self._today, self._ids = found, origin, words, today, ids
        self._schedules = Schedules(words, today, guide.holidays)
        self._terms = Terms(words, guide)
        self._contacts: dict[str, Incoming] = {}
        self._own: dict[str, str] = {}
        """Organization -> the service that tells what it does."""

    def read(self) -> Feed:
        found = self._found
        for id_, service in found.services.items():
            organization = found.organizations.get(_organization_id(service))
            if organization and _is_of_its_own(service, organization):
                self._own.setdefault(organization["id"], id_)
        # Ids first: records name each other.
        for id_, data in found.locations.items():
            self._ids.of("places", id_, _place_slug(data))
        for id_, data in found.organizations.items():
            self._ids.of("organisations", id_, _slug(data, "uri", "url"))
        own = set(self._own.values())
        made = [
            *(self._offer(id_, data) for id_, data in found.services.items() if id_ not in own),
            *(self._organisation(id_, data) for id_, data in found.organizations.items()),
            *(self._place(id_, data) for id_, data in found.locations.items()),
        ]
        records = [record for record in made if record]
        lost = len(made) - len(records)
        _ = self._words.gettext
        notes = list(found.notes)
        if lost:
            notes.append(
                _("{count} records have no name that can be read, and are left out.").format(count=lost)
            )
        return Feed(self._origin.title, (*records, *self._contacts.values()), tuple(notes))

    # Records

    def _offer(self, id_: str, data: Json) -> Incoming | None:
        _ = self._words.gettext
        making = Making("offers", id_)
        wished = _slug(data, "url")
        making.put("id", self._ids.of("offers", id_, wished))
        making.put("name", texts.one_line(data.get("name")))
        filed = self._terms.read(_mappings(data.get("attributes")))
        when = self._schedules.when(_mappings(data.get("schedules")), making.left_out)
        described = self._described(making, data)
        making.put("kind", filed.kind or ("activity" if any("on" in each for each in when) else "service"))
        making.put("functions", filed.functions)
        making.put("themes", filed.themes)
        self._note_others(making, filed.others)
        self._for_whom(making, data, filed.audience, described)
        making.put("when", when[0] if len(when) == 1 else when)
        self._where(making, data)
        making.put("organiser", self._ids.known("organisations", _organization_id(data)))
        making.put("contacts", self._people(data, making))
        self._terms_of_use(making, data, "signup", described)
        making.put("dutch_needed", filed.dutch_needed)
        making.put("accessibility", filed.accessibility)
        self._ways_to_ask(data, described)
        making.put("notice", {"text": notice} if (notice := texts.paragraphs(data.get("alert"))) else None)
        self._end(making, data, described)
        return making.done(_)

    def _organisation(self, id_: str, data: Json) -> Incoming | None:
        _ = self._words.gettext
        making = Making("organisations", id_)
        service = self._found.services.get(self._own.get(id_, ""), {})
        making.put("id", self._ids.of("organisations", id_, ""))
        making.put("name", texts.one_line(data.get("name")))
        filed = self._terms.read([*_mappings(service.get("attributes")), *_mappings(data.get("attributes"))])
        making.put("kind", filed.organisation_kind)
        making.put("themes", filed.themes)
        self._note_others(making, filed.others)
        described = self._described(making, data)
        more = texts.paragraphs(service.get("description"))
        told = "\n\n".join(
            part for part in (making.data.get("summary"), making.data.get("description")) if part
        )
        if not told:
            self._described(making, service)
        elif more != texts.paragraphs(data.get("description")):
            rest = more.removeprefix(texts.paragraphs(data.get("description"))).strip()
            described += [rest] if rest else []
        self._for_whom(making, service, filed.audience, described)
        parent = texts.one_line(data.get("parent_organization_id"))
        making.put("part_of", self._ids.known("organisations", parent) if parent != id_ else None)
        places = [*_mappings(data.get("locations")), *self._locations_of(service)]
        known = (self._ids.known("places", texts.one_line(place.get("id"))) for place in places)
        making.put("place", next((place for place in known if place), None))
        making.put("contacts", self._people(data, making) or self._people(service, making))
        making.put("phones", list(self._phones(data)) or list(self._phones(service)))
        making.put("email", texts.email(data.get("email")) or texts.email(service.get("email")))
        making.put("website", texts.web(data.get("website")) or texts.web(data.get("url")))
        opening = self._schedules.opening(_mappings(service.get("schedules")), making.left_out)
        place = self._found.locations.get(texts.one_line(places[0].get("id")), {}) if places else {}
        shut = self._schedules.opening(_mappings(place.get("schedules")), []).get("closed", [])
        opening["closed"] = [period for period in opening.get("closed", []) if period not in shut]
        for key, value in opening.items():
            making.put(key, value)
        self._terms_of_use(making, service, "appointment", described)
        self._end(making, service, described)
        return making.done(_)

    def _place(self, id_: str, data: Json) -> Incoming | None:
        _ = self._words.gettext
        making = Making("places", id_)
        address = next(_mappings(data.get("addresses")), {})
        street = texts.one_line(address.get("address_1"))
        making.put("id", self._ids.of("places", id_, ""))
        making.put("name", texts.one_line(data.get("name")) or street)
        making.put("address", street)
        making.put("postal_code", texts.one_line(address.get("postal_code"), 20))
        making.put("city", texts.one_line(address.get("city"), 80))
        if second := texts.one_line(address.get("address_2")):
            making.left_out.append(_("Second line of the address: {address}").format(address=second))
        lat, lon = data.get("latitude"), data.get("longitude")
        if isinstance(lat, int | float) and isinstance(lon, int | float):
            making.put("coordinates", f"{lat}, {lon}")
        parts = [part for part in texts.paragraphs(data.get("description")).split("\n\n") if part]
        if _("The address is not public.") in parts:
            parts.remove(_("The address is not public."))
            making.put("confidential", "yes")
        making.put("summary", " ".join(parts[0].split()) if parts else "")
        making.put("remark", "\n\n".join(parts[1:]))
        making.put("directions", texts.paragraphs(data.get("transportation")))
        access = [self._terms.access(item) for item in _mappings(data.get("accessibility"))]
        making.put("accessibility", [word for word in access if word])
        for key, value in self._schedules.opening(_mappings(data.get("schedules")), making.left_out).items():
            making.put(key, value)
        making.put("source", self._source(id_))
        return making.done(_)

    # Parts of them

    def _described(self, making: Making, data: Json) -> list[str]:
        """Puts summary and description; gives the list of what else is to be remarked."""
        summary, rest = texts.parted(texts.paragraphs(data.get("description")))
        making.put("summary", summary)
        making.put("description", rest)
        return []

    def _note_others(self, making: Making, others: list[str]) -> None:
        if others:
            said = self._words.gettext("Filed under words that are no themes of ours: {words}.")
            making.left_out.append(said.format(words=", ".join(others)))

    def _for_whom(self, making: Making, data: Json, filed: list[str], described: list[str]) -> None:
        _ = self._words.gettext
        said = texts.one_line(data.get("eligibility_description"), 500)
        known, rest = self._terms.audience(said)
        making.put("audience", filed or known)
        if rest:
            described.append(_("For whom: {said}").format(said=said))
        ages = [texts.one_line(data.get(key)) for key in ("minimum_age", "maximum_age")]
        if any(ages):
            described.append(_("Age: {ages}").format(ages=" - ".join(age or "..." for age in ages)))

    def _where(self, making: Making, data: Json) -> None:
        at = list(_mappings(data.get("service_at_locations")))
        ids = [texts.one_line(each.get("location_id")) for each in at]
        ids += [texts.one_line(place.get("id")) for place in self._locations_of(data)]
        places = list(dict.fromkeys(filter(None, (self._ids.known("places", id_) for id_ in ids))))
        making.put("place", next(iter(places), None))
        notes = (texts.paragraphs(each.get("description")) for each in at)
        making.put("place_note", "\n".join(dict.fromkeys(filter(None, notes))))
        for other in places[1:]:
            said = self._words.gettext("An offer has one place; it is also at {place}.")
            making.left_out.append(said.format(place=other))

    def _locations_of(self, service: Json) -> Iterator[Json]:
        for at in _mappings(service.get("service_at_locations")):
            location = at.get("location")
            if isinstance(location, Mapping):
                yield location
        yield from _mappings(service.get("locations"))

    def _terms_of_use(self, making: Making, data: Json, signup: str, described: list[str]) -> None:
        """Price, papers, languages, signing up, things to bring."""
        price, said = self._terms.price(data)
        making.put("price", price)
        described += [said] if said else []
        codes = (self._terms.language(item) for item in _mappings(data.get("languages")))
        making.put("languages", list(dict.fromkeys(filter(None, codes))))
        how = texts.paragraphs(data.get("application_process"))
        needed, bring, rest = self._terms.application(how)
        making.put(signup, needed)
        described += [rest] if rest else []
        papers = [self._terms.document(item) for item in _mappings(data.get("required_documents"))]
        making.put("documents", [word for word, _said in papers if word])
        making.put("bring", [*bring, *(said for word, said in papers if said and not word)])

    def _ways_to_ask(self, data: Json, described: list[str]) -> None:
        """An offer has no phone of its own, only people: so it is said in words."""
        _ = self._words.gettext
        numbers = [phone if isinstance(phone, str) else phone["number"] for phone in self._phones(data)]
        if numbers:
            described.append(_("Phone: {numbers}").format(numbers=", ".join(numbers)))
        if email := texts.email(data.get("email")):
            described.append(_("E-mail: {email}").format(email=email))

    def _phones(self, data: Json) -> Iterator[str | Data]:
        for found in _mappings(data.get("phones")):
            number = texts.phone(found.get("number"))
            label = texts.one_line(found.get("description"))
            codes = (self._terms.language(item) for item in _mappings(found.get("languages")))
            more = {"label": label, "languages": list(filter(None, codes))}
            more = {key: value for key, value in more.items() if value}
            if number:
                yield {"number": number, **more} if more else number

    def _people(self, data: Json, making: Making) -> list[str]:
        """Contacts become workers whom nobody publishes before they agree."""
        _ = self._words.gettext
        ids = []
        for found in _mappings(data.get("contacts")):
            name = texts.one_line(found.get("name"))
            email = texts.email(found.get("email"))
            number = next((texts.phone(p.get("number")) for p in _mappings(found.get("phones"))), "")
            if not name:
                if email or number:
                    said = _("A contact without a name: {ways}")
                    making.left_out.append(said.format(ways=", ".join(filter(None, (number, email)))))
                continue
            key = f"{name}/{email or number}"
            person = Making("contacts", key)
            person.put("id", self._ids.of("contacts", key, slugified(name)))
            person.put("name", name)
            person.put("role", texts.one_line(found.get("title")))
            person.put("organisation", self._ids.known("organisations", _organization_id(data)))
            person.put("phone", number)
            person.put("email", email)
            person.put("publish", "no")
            person.put("source", self._source(key))
            if made := person.done(_):
                self._contacts.setdefault(made.id, made)
                ids.append(made.id)
        return list(dict.fromkeys(ids))

    def _end(self, making: Making, data: Json, described: list[str]) -> None:
        making.put("remark", "\n\n".join(described))
        status = _STATUS.get(texts.one_line(data.get("status")).lower())
        making.put("status", status)
        if status == "ended":
            making.put("ended", {"reason": self._words.gettext("The partner says that it stopped.")})
        making.put("source", self._source(making.key, texts.web(data.get("url"))))
        assured = texts.day(data.get("assured_date"))
        if assured and assured <= self._today:
            making.put("checked", {"on": assured.isoformat(), "by": self._origin.title})

    def _source(self, key: str, page: str = "") -> Data:
        """Remembers where it comes from, so that a later import knows it again."""
        address = page or self._origin.address
        return {
            "title": self._origin.title,
            **({"url": address} if address else {}),
            "lines": texts.one_line(key),
        }


def _is_of_its_own(service: Json, organization: Json) -> bool:
    if slugified(texts.one_line(service.get("name"))) != slugified(texts.one_line(organization.get("name"))):
        return False
    pages = texts.web(service.get("url")), texts.web(organization.get("uri"))
    return not all(pages) or not _OURS.fullmatch(pages[0]) or pages[0] == pages[1]


def _organization_id(data: Json) -> str:
    inner = data.get("organization")
    found = data.get("organization_id") or (inner.get("id") if isinstance(inner, Mapping) else "")
    return found if isinstance(found, str) else ""


def _slug(data: Json, *pages: str) -> str:
    for page in pages:
        if found := _OURS.fullmatch(texts.web(data.get(page))):
            return found[1]
    return slugified(texts.one_line(data.get("name")))


def _place_slug(data: Json) -> str:
    if data.get("external_identifier_type") == "Stekwijzer":
        return slugified(texts.one_line(data.get("external_identifier")))
    return slugified(texts.one_line(data.get("name")))


def _mappings(value: Any) -> Iterator[Json]:
    found: Iterable[Any] = value if isinstance(value, list) else ()
    yield from (item for item in found if isinstance(item, Mapping))
