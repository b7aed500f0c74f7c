"""What the YAML files of a neighbourhood say, read without the generator's own code."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from babel.messages.pofile import read_po

_YES = ("yes", "ja", "true", "y", "on")
_CURRENT = (None, "running", "loopt", "planned", "gepland")


def read_yaml(path: Path) -> Any:
    """A YAML file, every value as the text that was typed."""
    return yaml.load(path.read_bytes(), Loader=yaml.CBaseLoader)


def offers(root: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = read_yaml(root / "offers.yaml")["offers"]
    return found


def current_offers(root: Path) -> list[dict[str, Any]]:
    """Offers that run or are planned: each has a flyer."""
    return [offer for offer in offers(root) if offer.get("status") in _CURRENT]


def translated_offers(root: Path, language: str) -> set[str]:
    """The ids of the offers whose summary is said in a language: in the record, or in the translations."""
    found = {
        offer["id"]
        for offer in offers(root)
        if isinstance(offer["summary"], dict) and language in offer["summary"]
    }
    file = root / "content" / "translations" / f"{language}.po"
    if file.exists():
        with file.open("rb") as raw:
            entries = [entry for entry in read_po(raw) if entry.context and entry.string]
        paths = [str(entry.context).split("/") for entry in entries]
        found |= {path[1] for path in paths if path[0] == "offers" and path[2:] == ["summary"]}
    return found


def partner_flyers(root: Path, today: str) -> list[str]:
    """Ids of the partners' flyers that hold on that day, those of offers too."""
    path = root / "print" / "flyers" / "flyers.yaml"
    described = read_yaml(path)["flyers"] if path.exists() else []
    of_offers = [{**o["flyer"], "id": o["id"]} for o in current_offers(root) if "file" in o.get("flyer", {})]
    return [f["id"] for f in (*described, *of_offers) if f.get("valid_until", today) >= today]


def social_map(root: Path) -> dict[str, Any]:
    found: dict[str, Any] = read_yaml(root / "socialmap.yaml")
    return found


def in_dutch(text: Any) -> str:
    """A text's Dutch version: a plain string, or the `nl` of a mapping."""
    return str(text["nl"] if isinstance(text, dict) else text).strip()


def secrets(root: Path) -> tuple[str, ...]:
    """Everything that may appear nowhere: notes, unpublished workers, confidential addresses."""
    records = social_map(root)
    flyers = root / "print" / "flyers" / "flyers.yaml"
    files = (records, offers(root), read_yaml(flyers) if flyers.exists() else None)
    found = [note.strip() for file in files for note in _notes(file)]
    for contact in records.get("contacts", []):
        if contact.get("publish", "no").lower() not in _YES:
            found += [contact[key] for key in ("name", "phone", "email") if contact.get(key)]
    for place in records["places"]:
        if place.get("confidential", "no").lower() in _YES:
            keys = ("address", "city", "directions", "coordinates", "uitdatabank")
            found += [place[key] for key in keys if place.get(key)]
            found += place.get("coordinates", "").split(", ")
    return tuple(secret for secret in found if secret)


def _notes(value: Any) -> Iterator[str]:
    """Every internal note, at any depth."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "internal" and isinstance(inner, str):
                yield inner
            else:
                yield from _notes(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _notes(inner)
