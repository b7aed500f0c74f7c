"""The words by which UiTdatabank (publiq), the Flemish database of leisure, sorts activities and places.

The lists are those of its taxonomy, in its own Dutch.
Source: the types of `cultuurnet/udb3-backend`, and docs.publiq.be, "Taxonomy API: terms".
"""

from generator.model.vocabulary import Vocabulary


class EventType(Vocabulary):
    """What form an activity has (UiTdatabank: a term of the domain `eventtype`, for events)."""

    GUIDED_TOUR = "begeleide rondleiding"
    FAIR = "beurs"
    CONCERT = "concert"
    OPEN_COURSE = "cursus met open sessies"
    COURSE = "lessenreeks"
    DANCE = "dansvoorstelling"
    FOOD = "eten en drinken"
    FESTIVAL = "festival"
    FESTIVITY = "festiviteit"
    FILM = "film"
    CAMP = "kamp of vakantie"
    LECTURE = "lezing of congres"
    MARKET = "markt of braderie"
    OPEN_DAY = "opendeurdag"
    PARTY = "party of fuif"
    ROUTE = "route"
    GAME = "spel of quiz"
    SPORT = "sport en beweging"
    SPORT_TO_WATCH = "sportwedstrijd bekijken"
    EXHIBITION = "tentoonstelling"
    THEATRE = "theatervoorstelling"


class PlaceType(Vocabulary):
    """What sort of place it is (UiTdatabank: a term of the domain `eventtype`, for places)."""

    ARCHAEOLOGICAL_SITE = "archeologische site"
    LIBRARY = "bibliotheek of documentatiecentrum"
    CINEMA = "bioscoop"
    MEETING_HOUSE = "cultuur- of ontmoetingscentrum"
    DISCOTHEQUE = "discotheek"
    CAFE = "horeca"
    YOUTH_HOUSE = "jeugdhuis of jeugdcentrum"
    MONUMENT = "monument"
    MUSEUM = "museum of galerij"
    PARK = "park of tuin"
    PUBLIC_SPACE = "openbare ruimte"
    RECREATION = "recreatiedomein of centrum"
    SCHOOL = "school of onderwijscentrum"
    PLAYGROUND = "speeltuin"
    SPORTS_CENTRE = "sportcentrum"
    THEATRE = "theater"
    THEME_PARK = "thema of pretpark"
    SHOP = "winkel"
    HALL = "zaal of expohal"
