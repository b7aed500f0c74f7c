"""What is ours already is recognised under another name: by its phone, by its address."""

from datetime import date

import pytest

from generator.incoming.likeness import Likeness, lay_beside
from generator.incoming.shapes import Data, Feed, Incoming
from generator.model.guide import Guide
from generator.project import Project
from generator.source import load
from tests.tools.builds import TODAY
from tests.tools.paths import INVENTED


@pytest.fixture(scope="module")
def guide() -> Guide:
    return load(Project(INVENTED), date.fromisoformat(TODAY)).guide


def _like(guide: Guide, shelf: str, **data: object) -> tuple[Likeness, ...]:
    said: Data = {"id": "vreemd", "name": "Xylofoonvrienden", **data}
    beside = lay_beside(Feed("Verzonnen", (Incoming(shelf, "1", said),)), guide, str)
    return beside.new[0].like


def test_an_organisation_by_its_phone(guide: Guide) -> None:
    ours = next(one for one in guide.organisations if one.phones)
    digits = "".join(filter(str.isdigit, ours.phones[0].number))
    found = _like(guide, "organisations", phones=[f"+32 {digits.lstrip('0')}"])
    assert (ours.id, ("same phone",)) in [(like.record.id, like.reasons) for like in found]
    assert not any(like.sure for like in found)


def test_a_place_by_its_address(guide: Guide) -> None:
    ours = next(one for one in guide.places if one.address)
    found = _like(guide, "places", address=ours.address)
    assert (ours.id, ("same address",)) in [(like.record.id, like.reasons) for like in found]
    assert _like(guide, "places", address="Verweggestraat 1") == ()
