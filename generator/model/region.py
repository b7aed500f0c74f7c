"""A region: neighbourhoods that each publish a guide of their own, found together on one website."""

from typing import Annotated

from pydantic import BeforeValidator, ConfigDict, Field

from generator.model.fields import Language, Slug, WebAddress, Wording
from generator.model.inclusion import parse_guide_source
from generator.model.record import Many, Record


class Member(Record):
    """A neighbourhood of the region. `fetch` keeps its guide in `content/included/<id>.json`."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    id: Slug
    source: Annotated[str, BeforeValidator(parse_guide_source), Field(alias="from")]


class Region(Record):
    """What `region.yaml` says."""

    name: Wording
    url: WebAddress
    """Of the region's own website."""
    languages: Annotated[tuple[Language, ...], Many] = ("nl",)
    neighbourhoods: Annotated[tuple[Member, ...], Many]
