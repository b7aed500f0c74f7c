"""Ids of HSDS: always the same for the same record of the same site, and never for another one."""

from collections.abc import Mapping
from uuid import NAMESPACE_URL, uuid5

Json = Mapping[str, object]


class Ids:
    """Makes the UUIDs of one site (RFC 9562, version 5: of its address and the name of the record)."""

    def __init__(self, site: str) -> None:
        self._site = uuid5(NAMESPACE_URL, site)

    def of(self, *name: str) -> str:
        """The id of a record: `of("service", "offer", "digipunt")`."""
        return str(uuid5(self._site, "/".join(name)))


def filled(values: Mapping[str, object]) -> dict[str, object]:
    """Without what is not known: HSDS takes no null, and an empty text says nothing."""
    return {key: value for key, value in values.items() if value is not None and value not in ("", [], {})}
