"""A guide as we keep it: where it came from, when, and a seal that shows whether somebody wrote in it."""

import json
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from generator.sharing.guides import NotAGuideError, as_json, read_published
from generator.views.published_shapes import PublishedGuide


@dataclass(frozen=True)
class KeptGuide:
    """A published guide that was fetched."""

    source: str
    fetched: date
    guide: PublishedGuide


class ChangedError(Exception):
    """Somebody changed the file after it was fetched."""


def render_kept(kept: KeptGuide) -> bytes:
    """A line for each value, so that git shows what a new version changes."""
    guide = as_json(kept.guide)
    told = {"from": kept.source, "fetched": kept.fetched.isoformat(), "sha256": _seal(guide), "guide": guide}
    return json.dumps(told, ensure_ascii=False, indent=1).encode() + b"\n"


def read_kept(raw: bytes) -> KeptGuide:
    """Raises NotAGuideError or ChangedError: anybody may have put the file there."""
    try:
        told = json.loads(raw)
        source, fetched = str(told["from"]), date.fromisoformat(told["fetched"])
        guide, seal = told["guide"], told["sha256"]
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise NotAGuideError("json") from error
    if _seal(guide) != seal:
        raise ChangedError
    return KeptGuide(source, fetched, read_published(json.dumps(guide).encode()))


def _seal(guide: Any) -> str:
    return sha256(
        json.dumps(guide, ensure_ascii=False, sort_keys=True).encode("utf-8", "replace")
    ).hexdigest()
