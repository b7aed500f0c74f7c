"""Opening hours as data in a page: with it the browser tells what is open at the moment of looking."""

from collections.abc import Iterable

from generator.views.opening_shapes import OpeningView


def opening_data(openings: Iterable[OpeningView]) -> dict[str, object]:
    """What opening.js reads: key of a record -> its week (Monday first) and what differs from it.

    `hours` says each hour as people do, `until` is the last day that the data tell of.
    """
    openings = tuple(openings)
    return {
        "until": min(opening.until for opening in openings),
        "hours": dict(sorted({hour for opening in openings for hour in opening.hours})),
        "records": {
            opening.key: {
                "due": opening.due,
                "week": opening.week,
                "except": [[e.first, e.last, e.reason, *e.spans] for e in opening.exceptions],
            }
            for opening in openings
        },
    }
