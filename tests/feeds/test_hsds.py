"""HSDS 3.0: every file against the published schemas, made strict; then what these let through."""

import json
import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from dateutil.rrule import rrulestr  # type: ignore[import-untyped]
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from tests.feeds.stage import BOTH, HSDS, OpenData, open_data
from tests.tools.paths import INVENTED

SCHEMAS = Path(__file__).parent / "hsds-3.0"
KINDS = {
    "services": "service_with_definitions.json",
    "organizations": "organization.json",
    "locations": "location.json",
    "taxonomies": "taxonomy.json",
    "taxonomy_terms": "taxonomy_term.json",
}
DATES = ("assured_date", "dtstart", "until", "valid_from", "valid_to")
HOURS = ("opens_at", "closes_at")
MAY_BE_EMPTY = ("postal_code", "state_province")
"""HSDS wants them with every address, and nobody may make them up."""


def strict(schema: Any) -> Any:
    """The same schema, which refuses every key that it does not name."""
    if isinstance(schema, list):
        return [strict(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {key: strict(value) for key, value in schema.items()}
    return closed | {"additionalProperties": False} if isinstance(schema.get("properties"), dict) else closed


@cache
def validator(name: str) -> Draft202012Validator:
    schemas = {
        path.name: strict(json.loads(path.read_text(encoding="utf-8")))
        for path in sorted(SCHEMAS.glob("*.json"))
    }
    draft = "https://json-schema.org/draft/2020-12/schema"
    resources = [
        (path, Resource.from_contents({"$schema": draft, **schema})) for path, schema in schemas.items()
    ]
    registry: Registry[Any] = Registry().with_resources(resources)
    return Draft202012Validator(
        schemas[name], registry=registry, format_checker=Draft202012Validator.FORMAT_CHECKER
    )


@pytest.fixture(params=BOTH, ids=("invented", "real"), scope="module")
def data(request: pytest.FixtureRequest) -> OpenData:
    return open_data(request.param)


def values(record: Any, key: str = "") -> Iterator[tuple[str, Any]]:
    """Every (key, value) at any depth."""
    if isinstance(record, dict):
        for name, value in record.items():
            yield from values(value, name)
    elif isinstance(record, list):
        for item in record:
            yield from values(item, key)
    else:
        yield key, record


@pytest.mark.parametrize("shelf", KINDS)
def test_every_record_fits_the_published_schema(data: OpenData, shelf: str) -> None:
    records = data.records(shelf)
    assert records
    found = [
        f"{r['id']}: {e.json_path} {e.message}"
        for r in records
        for e in validator(KINDS[shelf]).iter_errors(r)
    ]
    assert found == []


def test_the_schemas_are_strict() -> None:
    """Else the test above would tell nothing of a key that is misspelt, however deep."""
    service = open_data(INVENTED).records("services")[0]
    check = validator(KINDS["services"])
    assert not check.is_valid(service | {"naam": "x"})
    assert not check.is_valid(service | {"organization": None})
    deep = {**service, "languages": [{"id": service["id"], "taal": "nl"}]}
    assert not check.is_valid(deep)
    organization = open_data(INVENTED).records("organizations")[0]
    deep = {**organization, "phones": [{"id": service["id"], "number": "112", "nummer": "112"}]}
    assert not validator(KINDS["organizations"]).is_valid(deep)


def test_dates_and_hours_are_what_they_say(data: OpenData) -> None:
    """The schemas take any text for these."""
    for shelf in KINDS:
        for key, value in (pair for record in data.records(shelf) for pair in values(record)):
            assert value is not None
            assert value != "" or key in MAY_BE_EMPTY, key
            if key in DATES:
                assert date.fromisoformat(value).isoformat() == value
            elif key in HOURS:
                assert re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", value), value
            elif key == "byday":
                assert re.fullmatch(r"((-1|[1-4])?(MO|TU|WE|TH|FR|SA|SU),?)+", value), value
            elif key == "id" or key.endswith("_id"):
                assert UUID(value).version == 5


def test_a_record_refers_only_to_records_that_are_there(data: OpenData) -> None:
    shelves = {"organization_id": "organizations", "location_id": "locations", "taxonomy_id": "taxonomies",
               "taxonomy_term_id": "taxonomy_terms", "service_id": "services",
               "parent_organization_id": "organizations"}  # fmt: skip
    ids = {shelf: {record["id"] for record in data.records(shelf)} for shelf in KINDS}
    everything = [found for records in ids.values() for found in records]
    assert len(everything) == len(set(everything))
    for shelf in KINDS:
        for record in data.records(shelf):
            assert f"{HSDS}{shelf}/{record['id']}.json" in data.files
            for key, value in values(record):
                if key in shelves:
                    assert value in ids[shelves[key]], (shelf, record["id"], key)
                elif key == "link_id":
                    assert value == record["id"] or value in ids["organizations"]


def test_everything_in_the_guide_is_there(data: OpenData) -> None:
    guide = data.guide
    addresses = {service["url"] for service in data.records("services")}
    assert addresses == {offer.url for offer in guide.offers} | {found.url for found in guide.organisations}
    assert len(data.records("locations")) == len(guide.places)
    checked = {offer.url: offer.checked.on for offer in guide.offers}
    for service in data.records("services"):
        if service["url"] in checked:
            day = checked[service["url"]]
            assert service.get("assured_date") == (day.isoformat() if day else None)


def expanded(schedule: dict[str, Any], first: date, last: date) -> set[tuple[date, str | None]]:
    """The dates of a schedule, as any other reader of HSDS would find them; less those in its description."""
    if "dtstart" not in schedule:
        return set()
    names = {"freq": "FREQ", "interval": "INTERVAL", "byday": "BYDAY", "count": "COUNT", "wkst": "WKST"}
    rule = ";".join(f"{names[key]}={schedule[key]}" for key in names if key in schedule)
    if "until" in schedule:
        rule += f";UNTIL={schedule['until'].replace('-', '')}"
    start = schedule["dtstart"].replace("-", "")
    off = re.search(r"Niet op: (.+)$", schedule.get("description", ""), re.MULTILINE)
    left_out = set(off[1].split(", ")) if off else set()
    span = (datetime.combine(day, time()) for day in (first, last))
    days = {found.date() for found in rrulestr(f"DTSTART:{start}\nRRULE:{rule}").between(*span, inc=True)}
    return {(day, schedule.get("opens_at")) for day in days if day.isoformat() not in left_out}


def test_schedules_give_the_dates_that_the_site_shows(data: OpenData) -> None:
    """For a year, with its holidays, its clock changes, and what was cancelled."""
    first, last = data.guide.date, data.guide.date + timedelta(days=365)
    services = {service["url"]: service for service in data.records("services")}
    compared = 0
    for offer in data.guide.offers:
        shown = {(day, times.starts) for times in offer.times for day in times.on if first <= day <= last}
        schedules = services[offer.url].get("schedules", ())
        assert set().union(*(expanded(schedule, first, last) for schedule in schedules)) == shown, offer.id
        compared += len(shown)
    assert compared


def test_lists_are_whole_and_short(data: OpenData) -> None:
    for shelf in KINDS:
        listed: list[Any] = []
        number, last = 1, False
        while not last:
            page = data.json(f"{HSDS}{shelf}/page-{number}.json")
            assert page["page_number"] == number
            assert page["size"] == len(page["contents"]) <= 100
            listed += page["contents"]
            number, last = number + 1, page["last_page"]
        assert page["total_pages"] == number - 1
        assert [r["id"] for r in listed] == [r["id"] for r in data.records(shelf)]
        assert page["total_items"] == len(listed)
        assert not [value for record in listed for value in record.values() if isinstance(value, list)]


def test_ids_are_the_same_tomorrow() -> None:
    """A system that fetched us yesterday must know the records again."""
    today, tomorrow = open_data(INVENTED), open_data(INVENTED, "2026-11-24")
    for shelf in KINDS:
        assert {r["id"] for r in today.records(shelf)} == {r["id"] for r in tomorrow.records(shelf)}
