"""The report of the last look at the outside links: a file of our own, and its reading back."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from generator.model.outside_links import LinkReport, LinkState


def read_link_report(raw: bytes | None) -> LinkReport:
    """The report in a file; an empty one where there is none, or where it is damaged: it is made anew."""
    try:
        data: Any = json.loads(raw or b"")
        return LinkReport(
            date.fromisoformat(data["on"]),
            {
                str(address): LinkState(
                    date.fromisoformat(state["on"]),
                    int(state["status"]),
                    str(state["trouble"]),
                    str(state["moved"]),
                )
                for address, state in data["links"].items()
            },
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return LinkReport()


def render_link_report(on: date, states: Mapping[str, LinkState]) -> str:
    """The file of a report."""
    links = {address: asdict(state) for address, state in sorted(states.items())}
    return json.dumps({"on": on, "links": links}, default=str, ensure_ascii=False, indent=1) + "\n"
