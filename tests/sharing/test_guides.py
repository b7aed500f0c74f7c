"""A guide of a stranger: taken as it is, or refused with the place of what is wrong."""

import json
from typing import Any

import pytest

from generator.feeds.guide_json import render_guide
from generator.sharing.guides import NotAGuideError, as_json, read_published
from tests.feeds.stage import open_data
from tests.sharing.region import published
from tests.tools.paths import INVENTED


def test_what_we_publish_we_can_read() -> None:
    guide = open_data(INVENTED).guide
    assert as_json(read_published(render_guide(guide))) == as_json(guide)


def test_a_newer_version_may_say_more() -> None:
    guide = published() | {"new_key": 1}
    guide["organisations"][0]["new_key"] = {"a": 1}
    assert read_published(json.dumps(guide).encode()).site


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda g: g.update(format=2), "format"),
        (lambda g: g.pop("offers"), "schema"),
        (lambda g: g.update(site="javascript:alert(1)//"), "address"),
        (lambda g: g["offers"][0].update(url="https://ander.example/aanbod/x/"), "address"),
        (lambda g: g["offers"][0].update(id="../../etc"), "id"),
        (lambda g: g["offers"][0].update(id="soep\n"), "id"),
        (lambda g: g["offers"].append(g["offers"][0]), "twice"),
        (lambda g: g["offers"][0]["name"].update(nl="Soep\u202e"), "control"),
        (lambda g: g["offers"][0]["name"].update(nl="Soep\x9b2J"), "control"),
        (lambda g: g["offers"][0].update(name=["Soep"]), "schema"),
        (lambda g: g["offers"][0].update(functions=["<b>"]), "schema"),
        (lambda g: g.update(bounds=[float("inf")] * 4), "schema"),
        (lambda g: g["organisations"][0]["summary"].update(nl="a " * 10_001), "long"),
        (lambda g: g["themes"][0]["name"].update(nl="a" * 121), "long"),
        (lambda g: g["offers"][0].update(themes=["samen"] * 21), "long"),
        (lambda g: g["themes"].extend(g["themes"][0] | {"id": f"t-{n}"} for n in range(100)), "long"),
        (lambda g: g.update(languages=["klingon"]), "language"),
    ],
)
def test_a_hostile_guide_is_refused(change: Any, why: str) -> None:
    guide = published()
    change(guide)
    with pytest.raises(NotAGuideError) as refused:
        read_published(json.dumps(guide).encode())
    assert refused.value.why == why


@pytest.mark.parametrize("raw", [b"", b"<html>", b"[" * 200_000, b"\xff\xfe", b'{"a": 1'])
def test_what_is_no_json_is_refused(raw: bytes) -> None:
    with pytest.raises(NotAGuideError):
        read_published(raw)
