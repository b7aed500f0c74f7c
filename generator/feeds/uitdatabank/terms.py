"""The terms of UiTdatabank's taxonomy: its own ids, of which none is ever made up.

Source: `EventTypeResolver` and `PlaceTypeResolver` of cultuurnet/udb3-backend, which is behind the Entry API.
Only the id is sent: the API wants no more, and labels change over the years. Themes and facilities are left
out: a theme is optional and ours are no list of theirs, facilities are for partners with a permission.
"""

from collections.abc import Mapping

from generator.model.uitdatabank import EventType, PlaceType

_EVENTS: Mapping[EventType, str] = {
    EventType.GUIDED_TOUR: "0.7.0.0.0",
    EventType.FAIR: "0.6.0.0.0",
    EventType.CONCERT: "0.50.4.0.0",
    EventType.OPEN_COURSE: "0.3.1.0.1",
    EventType.COURSE: "0.3.1.0.0",
    EventType.DANCE: "0.54.0.0.0",
    EventType.FOOD: "1.50.0.0.0",
    EventType.FESTIVAL: "0.5.0.0.0",
    EventType.FESTIVITY: "0.28.0.0.0",
    EventType.FILM: "0.50.6.0.0",
    EventType.CAMP: "0.57.0.0.0",
    EventType.LECTURE: "0.3.2.0.0",
    EventType.MARKET: "0.37.0.0.0",
    EventType.OPEN_DAY: "0.12.0.0.0",
    EventType.PARTY: "0.49.0.0.0",
    EventType.ROUTE: "0.17.0.0.0",
    EventType.GAME: "0.50.21.0.0",
    EventType.SPORT: "0.59.0.0.0",
    EventType.SPORT_TO_WATCH: "0.19.0.0.0",
    EventType.EXHIBITION: "0.0.0.0.0",
    EventType.THEATRE: "0.55.0.0.0",
}
_PLACES: Mapping[PlaceType, str] = {
    PlaceType.ARCHAEOLOGICAL_SITE: "3CuHvenJ+EGkcvhXLg9Ykg",
    PlaceType.LIBRARY: "kI7uAyn2uUu9VV6Z3uWZTA",
    PlaceType.CINEMA: "BtVNd33sR0WntjALVbyp3w",
    PlaceType.MEETING_HOUSE: "Yf4aZBfsUEu2NsQqsprngw",
    PlaceType.DISCOTHEQUE: "YVBc8KVdrU6XfTNvhMYUpg",
    PlaceType.CAFE: "ekdc4ATGoUitCa0e6me6xA",
    PlaceType.YOUTH_HOUSE: "JCjA0i5COUmdjMwcyjNAFA",
    PlaceType.MONUMENT: "0.14.0.0.0",
    PlaceType.MUSEUM: "GnPFp9uvOUyqhOckIFMKmg",
    PlaceType.PARK: "0.15.0.0.0",
    PlaceType.PUBLIC_SPACE: "0.8.0.0.0",
    PlaceType.RECREATION: "0.53.0.0.0",
    PlaceType.SCHOOL: "rJRFUqmd6EiqTD4c7HS90w",
    PlaceType.PLAYGROUND: "wwjRVmExI0w6xfQwT1KWpx",
    PlaceType.SPORTS_CENTRE: "eBwaUAAhw0ur0Z02i5ttnw",
    PlaceType.THEATRE: "8.70.0.0.0",
    PlaceType.THEME_PARK: "0.41.0.0.0",
    PlaceType.SHOP: "VRC6HX0Wa063sq98G5ciqw",
    PlaceType.HALL: "OyaPaf64AEmEAYXHeLMAtA",
}
_LANGUAGE_LABELS = {1: "één taalicoon", 2: "twee taaliconen", 3: "drie taaliconen", 4: "vier taaliconen"}
"""How UiTdatabank says how much Dutch one needs: a label of its own for each of the four levels."""


def event_terms(word: str) -> list[dict[str, str]]:
    return [{"id": _EVENTS[EventType(word)], "domain": "eventtype"}]


def place_terms(word: str) -> list[dict[str, str]]:
    return [{"id": _PLACES[PlaceType(word)], "domain": "eventtype"}]


def dutch_labels(level: int | None) -> list[str]:
    return [_LANGUAGE_LABELS[level]] if level else []
