"""GeoJSON, JSON, CSV and Atom, read as strangers read them."""

import csv
import json
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import Any

import feedparser  # type: ignore[import-untyped]
import geojson_validator
import pytest
from jsonschema import Draft202012Validator

from generator.feeds.open_data import SECURITY_FILE
from generator.feeds.table import harmless, render_table
from generator.model.records import Place
from generator.views import published_parts
from tests.editions.stage import FIRST_DAY, Stage
from tests.feeds.stage import BOTH, OpenData, open_data
from tests.tools.paths import INVENTED
from tests.tools.records import secrets


@pytest.fixture(params=BOTH, ids=("invented", "real"), scope="module")
def root(request: pytest.FixtureRequest) -> Path:
    found: Path = request.param
    return found


@pytest.fixture(scope="module")
def data(root: Path) -> OpenData:
    return open_data(root)


def test_the_guide_fits_the_schema_beside_it(data: OpenData) -> None:
    schema = data.json("data/guide.schema.json")
    Draft202012Validator.check_schema(schema)
    check = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    guide = data.json("data/guide.json")
    assert [f"{error.json_path}: {error.message}" for error in check.iter_errors(guide)] == []
    assert not check.is_valid(guide | {"extra": 1})
    assert not check.is_valid({key: value for key, value in guide.items() if key != "offers"})
    assert {offer["id"] for offer in guide["offers"]} == {offer.id for offer in data.guide.offers}


def test_places_are_points_in_the_neighbourhood(data: OpenData) -> None:
    """A swap of longitude and latitude would put them in Somalia."""
    collection = data.json("data/places.geojson")
    assert geojson_validator.validate_structure(collection) == {}
    found = geojson_validator.validate_geometries(collection)
    assert (found["invalid"], found["problematic"], found["skipped_validation"]) == ({}, {}, [])
    west, south, east, north = data.guide.bounds
    spare = 0.2
    assert collection["features"]
    for feature in collection["features"]:
        lon, lat = feature["geometry"]["coordinates"]
        assert west - spare < lon < east + spare
        assert south - spare < lat < north + spare
    hidden = {place.id for place in data.guide.places if place.confidential}
    assert hidden.isdisjoint(feature["id"] for feature in collection["features"])


def rows(table: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(table.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_the_table_opens_in_a_spreadsheet(data: OpenData) -> None:
    table = data.files["data/guide.csv"]
    guide = data.guide
    assert table.startswith(b"\xef\xbb\xbf"), "without its mark Excel takes UTF-8 for Latin-1"
    found = rows(table)
    assert [row["id"] for row in found] == [
        *(offer.id for offer in guide.offers),
        *(organisation.id for organisation in guide.organisations),
        *(place.id for place in guide.places),
    ]
    assert all(None not in row and None not in row.values() for row in found)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r=", " =", "\n+", "＝", "%", "|"])
def test_no_cell_of_the_table_is_a_formula(start: str) -> None:
    planted = f'{start}HYPERLINK("https://kwaad.example")'
    guide = open_data(INVENTED).guide
    offers = (replace(guide.offers[0], name={"nl": planted}), *guide.offers[1:])
    row = rows(render_table(replace(guide, offers=offers), str))[0]
    assert row["name"] == f"'{planted}" == harmless(planted)
    assert harmless("Koffie = gezellig") == "Koffie = gezellig"


def parsed(feed: bytes) -> Any:
    found = feedparser.parse(feed)
    assert not found.bozo, found.get("bozo_exception")
    return found


def test_the_news_can_be_followed(data: OpenData) -> None:
    feeds = [path for path in data.files if path.endswith("feed.xml")]
    assert len(feeds) == 2, "one in each language"
    for path in feeds:
        feed = parsed(data.files[path])
        assert feed.version == "atom10"
        assert feed.feed.id == data.guide.site + path
        assert feed.feed.updated_parsed
        ids = [entry.id for entry in feed.entries]
        assert len(ids) == len(set(ids))
        for entry in feed.entries:
            assert entry.title
            assert entry.link.startswith(data.guide.site)
            assert entry.updated[:10] <= data.guide.date.isoformat()


def test_messages_and_newsletters_are_news() -> None:
    data = open_data(INVENTED)
    dutch, french = (parsed(data.files[path]).entries for path in ("feed.xml", "fr/feed.xml"))
    titles = [entry.title for entry in dutch]
    assert "Wat is er te doen in december 2026?" in titles
    message = next(entry for entry in dutch if entry.link.endswith("aanbod/koffie-met-koek/"))
    assert message.summary.startswith("Deze week geen suiker.")
    assert message.updated[:10] == "2026-11-20", "the day on which it began"
    assert all("/fr/" in entry.link for entry in french)


def test_what_changed_since_the_last_edition_is_news(tmp_path: Path) -> None:
    stage = Stage.copied(tmp_path)
    before = {entry.id for entry in parsed(open_data(stage.root).files["feed.xml"]).entries}
    stage.freeze(FIRST_DAY)
    stage.change("Stof inbegrepen", "Stof niet inbegrepen")
    after = parsed(open_data(stage.root, "2026-11-25").files["feed.xml"]).entries
    fresh = [entry for entry in after if entry.id not in before]
    assert [entry.link.rsplit("/", 2)[1] for entry in fresh] == ["naaien-om-de-twee-weken"]
    assert "de prijs" in fresh[0].summary


def test_nothing_private_is_in_any_byte(root: Path, data: OpenData) -> None:
    """Notes, people who did not agree, hidden addresses; also as JSON or XML would write them."""
    hidden = secrets(root)
    assert hidden
    forms = {secret: {secret, json.dumps(secret)[1:-1], secret.replace("&", "&amp;")} for secret in hidden}
    found = [
        f"{path}: {secret}"
        for path, content in data.files.items()
        for secret, written in forms.items()
        if any(form in content.decode("utf-8-sig") for form in written)
    ]
    assert found == []


@pytest.mark.parametrize("guard", ["people", "places"])
def test_without_its_guard_a_secret_would_be_found(guard: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else the test above would tell nothing: of who did not agree, of where a secret place is."""
    if guard == "people":
        monkeypatch.setattr(published_parts, "published", tuple)
        expected = {"Odiel Onzichtbaar", "0499 99 88 77", "odiel.onzichtbaar@verborgen.example"}
    else:
        monkeypatch.setattr(Place, "public_point", property(lambda place: place.coordinates))
        expected = {"51.407713", "2.816077"}
    shown = b"".join(open_data.__wrapped__(INVENTED).files.values()).decode()
    assert {secret for secret in secrets(INVENTED) if secret in shown} == expected


def test_what_is_planted_stays_hidden(tmp_path: Path) -> None:
    """A place that becomes confidential, and a worker who withdraws: gone from every file."""
    stage = Stage.copied(tmp_path)
    withdrawn = "    publish: nee\n    internal: GEHEIM-NOTITIE-3"
    stage.change(withdrawn.replace("nee", "ja"), withdrawn, "socialmap.yaml")
    address = "    address: Wensstraat 10\n"
    stage.change(address, f"{address}    confidential: yes\n", "socialmap.yaml")
    shown = b"".join(open_data(INVENTED).files.values())
    left = b"".join(open_data(stage.root).files.values())
    for secret in (b"Wensstraat", b"51.4031", b"0499 00 00 02", b"zita@verzonnen.example"):
        assert secret in shown
        assert secret not in left


def test_security_txt_is_there_when_somebody_answers(tmp_path: Path) -> None:
    assert SECURITY_FILE not in open_data(INVENTED).files
    stage = Stage.copied(tmp_path)
    town = "  municipality: Verzonnenstad\n"
    stage.change(town, f"{town}  security: lek@verzonnen.example\n", "socialmap.yaml")
    lines = open_data(stage.root).files[SECURITY_FILE].decode().splitlines()
    assert lines[0] == "Contact: mailto:lek@verzonnen.example"
    assert "Expires: 2027-11-22T00:00:00Z" in lines
