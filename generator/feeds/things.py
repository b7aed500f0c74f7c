"""Things of schema.org as JSON-LD."""

from collections.abc import Mapping

SCHEMA = "https://schema.org/"
ZONE = "Europe/Brussels"

Json = str | bool | float | list["Json"] | dict[str, "Json"]
Thing = dict[str, Json]


def present(properties: Mapping[str, object]) -> "Thing":
    """Only what is known; a list of one is its one value."""
    found: Thing = {}
    for name, value in properties.items():
        if isinstance(value, list) and len(value) == 1:
            value = value[0]
        if value is not None and value != "" and value != [] and value != {}:
            found[name] = value  # type: ignore[assignment]
    return found
